"""Qt's own words that a person meets in SalesDesk, by Qt's contexts; it ships none in Indonesian.

Buttons of message boxes, the menu of text fields, scroll bars, and the file dialog of systems that
have none of their own.
"""

from __future__ import annotations

QT_TEXTS: dict[str, tuple[str, ...]] = {
    "QPlatformTheme": (
        "OK", "Save", "Save All", "Open", "&Yes", "Yes to &All", "&No", "N&o to All", "Abort",
        "Retry", "Ignore", "Close", "Cancel", "Discard", "Help", "Apply", "Reset",
        "Restore Defaults",
    ),
    "QLineEdit": ("&Undo", "&Redo", "Cu&t", "&Copy", "&Paste", "Delete", "Select All"),
    "QWidgetTextControl": (
        "&Undo", "&Redo", "Cu&t", "&Copy", "&Paste", "Delete", "Select All",
        "Copy &Link Location",
    ),
    "QAbstractSpinBox": ("&Select All", "&Step up", "Step &down"),
    "QMessageBox": ("OK", "Show Details...", "Hide Details..."),
    "QScrollBar": (
        "Scroll here", "Left edge", "Top", "Right edge", "Bottom", "Page left", "Page up",
        "Page right", "Page down", "Scroll left", "Scroll up", "Scroll right", "Scroll down",
    ),
    "QTabBar": ("Scroll Left", "Scroll Right"),
    "QFileDialog": (
        "Look in:", "Back", "Forward", "Parent Directory", "Create New Folder", "List View",
        "Detail View", "Files of type:", "File &name:", "Directory:", "&Open", "&Save", "&Choose",
        "Open", "Save As", "All Files (*)", "&Rename", "&Delete", "Show &hidden files",
        "&New Folder", "Go back", "Go forward", "Go to the parent directory",
        "Create a New Folder", "Change to list view mode", "Change to detail view mode",
        "%1 already exists.\nDo you want to replace it?",
        "%1\nFile not found.\nPlease verify the correct file name was given.",
        "%1\nDirectory not found.\nPlease verify the correct directory name was given.",
        "Are you sure you want to delete '%1'?", "Could not delete directory.", "Recent Places",
        "Find Directory", "New Folder", "Remove", "My Computer", "Drive", "Sidebar",
        "List of places and bookmarks", "Files", "Folder", "File Folder", "Alias", "Shortcut",
    ),
    "QFileSystemModel": (
        "Name", "Size", "Type", "Kind", "Date Modified", "My Computer", "Computer",
        "<b>The name \"%1\" cannot be used.</b><p>Try using another name, with fewer characters "
        "or no punctuation marks.", "Invalid filename",
    ),
    "QAccessibleActionInterface": ("Press", "Toggle", "Increase", "Decrease", "ShowMenu",
                                   "SetFocus"),
}  # fmt: skip
