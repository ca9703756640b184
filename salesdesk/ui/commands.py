"""Every command of the window in one table: its menu, words and shortcut.

A widget that stands for a command takes its hint and tooltip from here, so that menu, tooltip
and the list under F1 cannot differ.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import (
    QMainWindow,
    QMenu,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QWidget,
)

from salesdesk.ui import icons

translate = QCoreApplication.translate


class Cmd(StrEnum):
    """The commands."""

    NEW_CUSTOMER = "new_customer"
    QUIT = "quit"
    UNDO = "undo"
    COPY = "copy"
    SELECT_ALL = "select_all"
    FIND = "find"
    SEARCH = "search"
    FILTER = "filter"
    CLEAR_FILTERS = "clear_filters"
    SORT = "sort"
    REFRESH = "refresh"
    COLUMNS = "columns"
    PANEL = "panel"
    COMPACT = "compact"
    LIGHT = "light"
    DARK = "dark"
    SYSTEM = "system"
    LARGER = "larger"
    SMALLER = "smaller"
    NORMAL_SIZE = "normal_size"
    GO_TODAY = "go_today"
    GO_CUSTOMERS = "go_customers"
    NEXT_CUSTOMER = "next_customer"
    PREVIOUS_CUSTOMER = "previous_customer"
    GO_LIST = "go_list"
    GO_PANEL = "go_panel"
    LOG = "log"
    WHATSAPP = "whatsapp"
    CALL = "call"
    PLAN = "plan"
    EDIT = "edit"
    COLD = "cold"
    WARM = "warm"
    HOT = "hot"
    CLAIM = "claim"
    GIVE = "give"
    PROTECT = "protect"
    RELEASE = "release"
    RUN_RELEASE = "run_release"
    HELD_RELEASE = "held_release"
    TRY_SERVER = "try_server"
    OUTBOX = "outbox"
    SHORTCUTS = "shortcuts"
    ABOUT = "about"


class Menu(StrEnum):
    """The menus, in their order."""

    FILE = "file"
    EDIT = "edit"
    VIEW = "view"
    GO = "go"
    CUSTOMER = "customer"
    TOOLS = "tools"
    HELP = "help"


@dataclass(frozen=True, slots=True)
class Command:
    """One command.

    Attributes:
        group: commands of one group exclude each other and are checkable.
        starts_section: a separator stands before it.
    """

    key: Cmd
    menu: Menu
    text: str
    shortcut: str
    icon: str = ""
    group: str = ""
    checkable: bool = False
    starts_section: bool = False


def menu_titles() -> dict[Menu, str]:
    """The menus' titles."""
    return {
        Menu.FILE: translate("menus", "&File"),
        Menu.EDIT: translate("menus", "&Edit"),
        Menu.VIEW: translate("menus", "&View"),
        Menu.GO: translate("menus", "&Go"),
        Menu.CUSTOMER: translate("menus", "&Customer"),
        Menu.TOOLS: translate("menus", "&Tools"),
        Menu.HELP: translate("menus", "&Help"),
    }


SHORTCUTS = {
    Cmd.NEW_CUSTOMER: "Ctrl+N",
    Cmd.QUIT: "Ctrl+Q",
    Cmd.UNDO: "Ctrl+Z",
    Cmd.COPY: "Ctrl+C",
    Cmd.SELECT_ALL: "Ctrl+A",
    Cmd.FIND: "Ctrl+K",
    Cmd.SEARCH: "Ctrl+F",
    Cmd.FILTER: "Ctrl+Shift+F",
    Cmd.CLEAR_FILTERS: "Ctrl+Shift+X",
    Cmd.SORT: "Ctrl+Shift+S",
    Cmd.REFRESH: "F5",
    Cmd.COLUMNS: "Ctrl+Shift+M",
    Cmd.PANEL: "F8",
    Cmd.COMPACT: "Ctrl+Shift+D",
    Cmd.LIGHT: "Ctrl+Alt+L",
    Cmd.DARK: "Ctrl+Alt+D",
    Cmd.SYSTEM: "Ctrl+Alt+S",
    Cmd.LARGER: "Ctrl++",
    Cmd.SMALLER: "Ctrl+-",
    Cmd.NORMAL_SIZE: "Ctrl+0",
    Cmd.GO_TODAY: "Ctrl+1",
    Cmd.GO_CUSTOMERS: "Ctrl+2",
    Cmd.NEXT_CUSTOMER: "Alt+Down",
    Cmd.PREVIOUS_CUSTOMER: "Alt+Up",
    Cmd.GO_LIST: "F6",
    Cmd.GO_PANEL: "F7",
    Cmd.LOG: "Ctrl+L",
    Cmd.WHATSAPP: "Ctrl+Shift+W",
    Cmd.CALL: "Ctrl+Shift+C",
    Cmd.PLAN: "Ctrl+P",
    Cmd.EDIT: "F2",
    Cmd.COLD: "Alt+1",
    Cmd.WARM: "Alt+2",
    Cmd.HOT: "Alt+3",
    Cmd.CLAIM: "Ctrl+G",
    Cmd.GIVE: "Ctrl+T",
    Cmd.PROTECT: "Ctrl+Shift+P",
    Cmd.RELEASE: "Ctrl+Shift+R",
    Cmd.RUN_RELEASE: "Ctrl+F5",
    Cmd.HELD_RELEASE: "Ctrl+Shift+H",
    Cmd.TRY_SERVER: "Ctrl+Shift+F5",
    Cmd.OUTBOX: "Ctrl+Shift+O",
    Cmd.SHORTCUTS: "F1",
    Cmd.ABOUT: "Shift+F1",
}


def hint(key: Cmd) -> str:
    """A command's shortcut as this system writes it."""
    return QKeySequence(SHORTCUTS[key]).toString(QKeySequence.SequenceFormat.NativeText)


def tip(text: str, key: Cmd) -> str:
    """A tooltip: what a widget does, and the shortcut that does the same."""
    return f"{text} ({hint(key)})"


def commands() -> Iterator[Command]:
    """All commands, in the order of their menus."""
    for key, menu, text, extra in (
        *_file_and_edit(), *_view(), *_go(), *_customer(), *_tools_and_help(),
    ):  # fmt: skip
        yield Command(key, menu, text, SHORTCUTS[key], **extra)  # type: ignore[arg-type]


_Line = tuple[Cmd, Menu, str, dict[str, object]]
_SECTION: dict[str, object] = {"starts_section": True}


def _file_and_edit() -> tuple[_Line, ...]:
    file, edit = Menu.FILE, Menu.EDIT
    return (
        (Cmd.NEW_CUSTOMER, file, translate("menus", "&New customer…"), {"icon": "plus"}),
        (Cmd.QUIT, file, translate("menus", "&Quit"), _SECTION),
        (Cmd.UNDO, edit, translate("menus", "&Undo the last act"), {"icon": "undo-2"}),
        (
            Cmd.COPY, edit, translate("menus", "&Copy with headers"),
            {"icon": "copy", **_SECTION},
        ),
        (Cmd.SELECT_ALL, edit, translate("menus", "Select &all that is loaded"), {}),
        (Cmd.FIND, edit, translate("menus", "&Find…"), {"icon": "search", **_SECTION}),
        (Cmd.SEARCH, edit, translate("menus", "&Search in the list"), {}),
        (Cmd.FILTER, edit, translate("menus", "Fi&lter…"), {"icon": "filter"}),
        (Cmd.CLEAR_FILTERS, edit, translate("menus", "Clear all f&ilters"), {}),
    )  # fmt: skip


def _view() -> tuple[_Line, ...]:
    view, theme, size = Menu.VIEW, {"group": "scheme"}, dict[str, object]()
    return (
        (Cmd.REFRESH, view, translate("menus", "&Refresh"), {"icon": "refresh-cw"}),
        (Cmd.SORT, view, translate("menus", "Sort &by…"), {}),
        (Cmd.COLUMNS, view, translate("menus", "Col&umns…"), {"icon": "columns-3"}),
        (Cmd.COMPACT, view, translate("menus", "&Compact rows"), {"checkable": True}),
        (
            Cmd.PANEL, view, translate("menus", "Customer &panel"),
            {"icon": "panel-right-open", **_SECTION},
        ),
        (Cmd.LIGHT, view, translate("menus", "&Light"), {**theme, **_SECTION}),
        (Cmd.DARK, view, translate("menus", "&Dark"), {**theme}),
        (Cmd.SYSTEM, view, translate("menus", "As the &system"), {**theme}),
        (Cmd.LARGER, view, translate("menus", "Larger t&ext"), {**size, **_SECTION}),
        (Cmd.SMALLER, view, translate("menus", "S&maller text"), size),
        (Cmd.NORMAL_SIZE, view, translate("menus", "&Normal text"), size),
    )  # fmt: skip


def _go() -> tuple[_Line, ...]:
    go = Menu.GO
    return (
        (Cmd.GO_TODAY, go, translate("menus", "&Today"), {"icon": "sun"}),
        (Cmd.GO_CUSTOMERS, go, translate("menus", "&Customers"), {"icon": "users"}),
        (
            Cmd.NEXT_CUSTOMER, go, translate("menus", "&Next customer"),
            {"icon": "chevron-down", **_SECTION},
        ),
        (
            Cmd.PREVIOUS_CUSTOMER, go, translate("menus", "&Previous customer"),
            {"icon": "chevron-up"},
        ),
        (Cmd.GO_LIST, go, translate("menus", "To the &list"), _SECTION),
        (Cmd.GO_PANEL, go, translate("menus", "To the p&anel"), {}),
    )  # fmt: skip


def _customer() -> tuple[_Line, ...]:
    menu = Menu.CUSTOMER
    return (
        (Cmd.LOG, menu, translate("menus", "&Log contact…"), {"icon": "square-pen"}),
        (Cmd.WHATSAPP, menu, translate("menus", "&WhatsApp…"), {"icon": "message-circle"}),
        (Cmd.CALL, menu, translate("menus", "&Call…"), {"icon": "phone"}),
        (Cmd.PLAN, menu, translate("menus", "&Plan the next step…"), {"icon": "calendar-plus"}),
        (Cmd.EDIT, menu, translate("menus", "&Edit…"), {"icon": "pencil", **_SECTION}),
        (Cmd.COLD, menu, translate("menus", "Move to c&old"), _SECTION),
        (Cmd.WARM, menu, translate("menus", "Move to wa&rm"), {}),
        (Cmd.HOT, menu, translate("menus", "Move to &hot"), {}),
        (Cmd.CLAIM, menu, translate("menus", "Cla&im"), {"icon": "hand", **_SECTION}),
        (
            Cmd.GIVE, menu, translate("menus", "Assign or &transfer…"),
            {"icon": "arrow-right-left"},
        ),
        (Cmd.PROTECT, menu, translate("menus", "Protec&t…"), {"icon": "shield"}),
        (Cmd.RELEASE, menu, translate("menus", "Relea&se…"), {"icon": "archive-restore"}),
    )  # fmt: skip


def _tools_and_help() -> tuple[_Line, ...]:
    tools, help_menu = Menu.TOOLS, Menu.HELP
    return (
        (
            Cmd.RUN_RELEASE, tools, translate("menus", "&Release what is due now"),
            {"icon": "archive-restore"},
        ),
        (Cmd.HELD_RELEASE, tools, translate("menus", "&Held release…"), {}),
        (
            Cmd.TRY_SERVER, tools, translate("menus", "&Try the server now"),
            {"icon": "server", **_SECTION},
        ),
        (Cmd.OUTBOX, tools, translate("menus", "&Outbox…"), {"icon": "send"}),
        (
            Cmd.SHORTCUTS, help_menu, translate("menus", "&Keyboard shortcuts"),
            {"icon": "keyboard"},
        ),
        (Cmd.ABOUT, help_menu, translate("menus", "&About SalesDesk"), {"icon": "info"}),
    )  # fmt: skip


class _PlainTitles(QProxyStyle):
    """Menu titles without underlined letters, as in the design; Alt with the letter still works.

    For the menu bar alone: a style in Python that every widget asked would be slow.
    """

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,  # noqa: N803 - Qt's own name
    ) -> int:
        if hint == QStyle.StyleHint.SH_UnderlineShortcut:
            return 0
        return super().styleHint(hint, option, widget, returnData)


class CommandBar(QObject):
    """The actions in the window's menu bar.

    Signals:
        chosen(Cmd): a command was given by menu or shortcut.
    """

    chosen = Signal(object)

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._actions: dict[Cmd, QAction] = {}
        self._groups: dict[str, QActionGroup] = {}
        self.menus: dict[Menu, QMenu] = {}
        self._style = _PlainTitles("Fusion")
        self._style.setParent(self)
        window.menuBar().setStyle(self._style)
        for menu, title in menu_titles().items():
            self.menus[menu] = window.menuBar().addMenu(title)
            self.menus[menu].setObjectName(f"menu_{menu.value}")
        for command in commands():
            self._add(command)

    def _add(self, command: Command) -> None:
        menu = self.menus[command.menu]
        if command.starts_section:
            menu.addSeparator()
        action = menu.addAction(command.text)
        action.setObjectName(f"command_{command.key.value}")
        action.setShortcut(QKeySequence(command.shortcut))
        action.setData(command.key.value)
        if command.icon:
            action.setIcon(icons.icon(command.icon, "text2"))
        if command.key is Cmd.QUIT:
            action.setMenuRole(QAction.MenuRole.QuitRole)
        elif command.key is Cmd.ABOUT:
            action.setMenuRole(QAction.MenuRole.AboutRole)
        action.setCheckable(command.checkable or bool(command.group))
        if command.group:
            self._group(command.group).addAction(action)
        action.triggered.connect(self._on_triggered)
        self._actions[command.key] = action

    def _group(self, name: str) -> QActionGroup:
        if name not in self._groups:
            self._groups[name] = QActionGroup(self)
        return self._groups[name]

    def action(self, key: Cmd) -> QAction:
        """The action of a command."""
        return self._actions[key]

    def show_plainly(self, menu: QMenu) -> None:
        """Show no underlined letters in a menu that shares the bar's actions."""
        menu.setStyle(self._style)

    def enable(self, key: Cmd, possible: bool) -> None:
        """Let a command be given, or not just now."""
        self._actions[key].setEnabled(possible)

    def check(self, key: Cmd, on: bool) -> None:
        """Show a checkable command as on or off."""
        self._actions[key].setChecked(on)

    def _on_triggered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.chosen.emit(Cmd(str(action.data())))
