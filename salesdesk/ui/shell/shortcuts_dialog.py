"""All shortcuts on one page, read from the window's own menus, so that none is forgotten."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget

from salesdesk.ui.contacts.form import held
from salesdesk.ui.i18n import translate
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.forms.cell_table import CellRow, CellTable, framed
from salesdesk.ui.kit.forms.dialog import FormDialog
from salesdesk.ui.kit.painting.cells import Level, TextCell
from salesdesk.ui.kit.widgets import Button, ButtonKind, Label, SearchField

_HEIGHT = 416


@dataclass(frozen=True, slots=True)
class Shortcut:
    """A command, where it stands in the menus, and its keys as this system writes them."""

    group: str
    command: str
    keys: str


class ShortcutsDialog(FormDialog):
    """Lists the commands that have keys; typing narrows the list down."""

    def __init__(self, window: QMainWindow, parent: QWidget | None = None) -> None:
        title = translate("shortcuts", "Shortcuts")
        super().__init__(title, name="shortcuts_dialog", parent=parent or window)
        self._all = [*of_window(window), *of_today(), *of_contact_form()]
        self.header.addWidget(Label(title, name="shortcuts_title", face=Face.TITLE))
        self.search = SearchField(
            self.tr("Command or key"),
            name="shortcuts_search",
            accessible=self.tr("Find a shortcut"),
        )
        self.table = CellTable(
            [self.tr("Command"), self.tr("Keys"), self.tr("Where")],
            [0, 152, 120],
            name="shortcuts_table",
            accessible=title,
        )
        self.table.setFixedHeight(theme.px(_HEIGHT))
        self.page.addWidget(self.search)
        self.page.addWidget(framed(self.table))
        self.done_button = Button(
            self.tr("Close"),
            name="shortcuts_close",
            kind=ButtonKind.PRIMARY,
            hint=self.tr("Esc"),
        )
        self.done_button.clicked.connect(self.reject)
        self.set_buttons(self.done_button)
        self.end_rows()
        self.search.textChanged.connect(self._show)
        self.search.left.connect(self.table.setFocus)
        self.finished.connect(self.deleteLater)
        self._show()
        self.search.setFocus()

    def _show(self) -> None:
        wanted = self.search.text().strip().casefold()
        self.table.show_rows(
            [
                CellRow(
                    str(at),
                    (
                        TextCell(each.command, Level.NAME),
                        TextCell(each.keys),
                        TextCell(each.group, Level.TEXT2),
                    ),
                )
                for at, each in enumerate(self._all)
                if wanted in f"{each.command} {each.keys} {each.group}".casefold()
            ]
        )


def of_window(window: QMainWindow) -> list[Shortcut]:
    """The commands of the menu bar that have keys, in the order of the menus."""
    found = []
    for top in window.menuBar().actions():
        group = _plain(top.text())
        for action in _leaves(top):
            keys = [
                each.toString(QKeySequence.SequenceFormat.NativeText)
                for each in action.shortcuts()
                if not each.isEmpty()
            ]
            if keys and action.isVisible():
                found.append(Shortcut(group, _plain(action.text()), ", ".join(keys)))
    return found


def of_today() -> list[Shortcut]:
    """The keys of the list on Today, which are no menu's."""
    group = translate("shortcuts", "Today")
    return [
        Shortcut(group, translate("shortcuts", "Log contact"), "L"),
        Shortcut(group, translate("shortcuts", "WhatsApp"), "W"),
        Shortcut(group, translate("shortcuts", "Call"), "C"),
        Shortcut(group, translate("shortcuts", "Visit"), "V"),
        Shortcut(group, translate("shortcuts", "Plan the next step"), "N"),
        Shortcut(group, translate("shortcuts", "Open"), translate("shortcuts", "Enter")),
        Shortcut(
            group,
            translate("shortcuts", "Through the acts of the row"),
            translate("shortcuts", "Tab, Left, Right"),
        ),
    ]


def of_contact_form() -> list[Shortcut]:
    """The keys of the contact form, which are no menu's."""
    group = translate("shortcuts", "Log contact")
    return [
        Shortcut(group, translate("shortcuts", "WhatsApp"), held("W")),
        Shortcut(group, translate("shortcuts", "Call"), held("C")),
        Shortcut(group, translate("shortcuts", "Visit"), held("V")),
        Shortcut(group, translate("shortcuts", "Successful"), held("S")),
        Shortcut(group, translate("shortcuts", "Unsuccessful"), held("U")),
        Shortcut(group, translate("shortcuts", "Next step in 1 day"), held("1")),
        Shortcut(group, translate("shortcuts", "Next step in 3 days"), held("3")),
        Shortcut(group, translate("shortcuts", "Next step in 1 week"), held("7")),
        Shortcut(group, translate("shortcuts", "Next step in 4 weeks"), held("4")),
        Shortcut(
            group, translate("shortcuts", "The note"), translate("shortcuts", "Letters and digits")
        ),
        Shortcut(group, translate("shortcuts", "Save"), translate("shortcuts", "Enter")),
        Shortcut(
            group,
            translate("shortcuts", "New line in the note"),
            translate("shortcuts", "Shift+Enter"),
        ),
        Shortcut(
            group, translate("shortcuts", "Log and claim"), translate("shortcuts", "Ctrl+Enter")
        ),
        Shortcut(group, translate("shortcuts", "Calendar"), translate("shortcuts", "Alt+Down")),
        Shortcut(group, translate("shortcuts", "Clear the date"), translate("shortcuts", "Delete")),
    ]


def _leaves(action: QAction) -> Iterator[QAction]:
    # `QAction.menu()` hands the menu to Python, which then deletes it with all its commands.
    menu: object = QMenu.menuInAction(action)
    if not isinstance(menu, QMenu):
        yield action
        return
    for each in menu.actions():
        if not each.isSeparator():
            yield from _leaves(each)


def _plain(text: str) -> str:
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("….")
