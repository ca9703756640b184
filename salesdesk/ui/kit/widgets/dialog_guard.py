"""What was meant for a dialog and came too late does not reach the window beneath it."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

_MOUSE = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.MouseButtonRelease,
    }
)
_PRESSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
TEXT_FIELDS = (QLineEdit, QTextEdit, QPlainTextEdit, QAbstractSpinBox)


class LastInput(QObject):
    """Whether the mouse or the keyboard was used last in a dialog; watch it from its first show.

    Attributes:
        keys: it was the keyboard.
    """

    def __init__(self, dialog: QWidget) -> None:
        super().__init__(dialog)
        self.keys = False
        handle: QWindow | None = dialog.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress):
            self.keys = event.type() == QEvent.Type.KeyPress
        return False


class DialogGuard(QObject):
    """Stops stray clicks or keys for the time of a double click after a dialog closed.

    The second click on Save would press whatever lies beneath it, the second Enter the button
    with the focus, and the rest of a word would be the letters that act on a row. What closed
    the dialog is stopped, mouse or keyboard; the other is meant for the window. Keys for a text
    field pass: whoever opened it from the dialog writes there at once. A click into the window
    after the keyboard closed the dialog is meant for it, and so is every key that follows.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._since = QElapsedTimer()
        self._keys = False
        self._watching = False

    def begin(self, *, keys: bool) -> None:
        """A dialog over the window closed just now, by the keyboard or by the mouse."""
        handle: QWindow | None = self._window.windowHandle()
        if handle is None:
            return
        self._keys = keys
        self._since.start()
        if not self._watching:
            self._watching = True
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        clicked = self._keys and event.type() == QEvent.Type.MouseButtonPress
        interval = QGuiApplication.styleHints().mouseDoubleClickInterval()
        if clicked or self._since.elapsed() >= interval:
            self._watching = False
            watched.removeEventFilter(self)
            return False
        if not self._keys:
            return event.type() in _MOUSE
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._is_stray(event)
        return False

    def _is_stray(self, event: QKeyEvent) -> bool:
        letters = event.text().isprintable() and event.text().strip() != ""
        stray = event.key() in _PRESSING or letters
        if (
            not stray
            or event.modifiers() & _COMMANDS
            or isinstance(self._window.focusWidget(), TEXT_FIELDS)
        ):
            return False
        # The rest of a word comes letter by letter.
        self._since.start()
        return True


def guard_beneath(dialog: QWidget, *, keys: bool) -> None:
    """Guard the window that a dialog stood over; call it when the dialog has closed.

    Args:
        keys: it was closed by the keyboard, not by the mouse.
    """
    parent = dialog.parentWidget()
    if parent is None:
        return
    window = parent.window()
    guard = window.findChild(DialogGuard, options=Qt.FindChildOption.FindDirectChildrenOnly)
    (guard if isinstance(guard, DialogGuard) else DialogGuard(window)).begin(keys=keys)
