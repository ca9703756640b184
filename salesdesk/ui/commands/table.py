"""Every command of the window in one table: its menu, words and icon."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from salesdesk.ui.commands.keys import SHORTCUTS, Cmd
from salesdesk.ui.i18n import translate


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
        (Cmd.IMPORT, file, translate("menus", "&Import customers…"), {"icon": "download"}),
        (Cmd.EXPORT, file, translate("menus", "&Export…"), {"icon": "upload"}),
        (Cmd.BACKUP, file, translate("menus", "&Back up the workspace…"), {}),
        (Cmd.LOCK, file, translate("menus", "&Lock"), {"icon": "lock", **_SECTION}),
        (Cmd.SWITCH_USER, file, translate("menus", "S&witch user…"), {"icon": "user"}),
        (Cmd.SIGN_OUT, file, translate("menus", "Sign &out"), {"icon": "log-out"}),
        (Cmd.QUIT, file, translate("menus", "&Quit"), _SECTION),
        (Cmd.UNDO, edit, translate("menus", "&Undo"), {"icon": "undo-2"}),
        (Cmd.REDO, edit, translate("menus", "Red&o"), {"icon": "redo-2"}),
        (
            Cmd.COPY, edit, translate("menus", "&Copy with headers"),
            {"icon": "copy", **_SECTION},
        ),
        (Cmd.SELECT_ALL, edit, translate("menus", "Select &all that is loaded"), {}),
        (Cmd.SELECT_MATCHING, edit, translate("menus", "Select all that &match"), {}),
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
        (Cmd.VIEWS, view, translate("menus", "&Views…"), {"icon": "bookmark"}),
        (Cmd.SAVE_VIEW, view, translate("menus", "Save as a view…"), {}),
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
        (Cmd.GO_PIPELINE, go, translate("menus", "P&ipeline"), {"icon": "square-kanban"}),
        (Cmd.GO_POOL, go, translate("menus", "P&ool"), {"icon": "archive-restore"}),
        (Cmd.GO_ACTIVITY, go, translate("menus", "Acti&vity"), {"icon": "chart-column"}),
        (Cmd.GO_TEAM, go, translate("menus", "T&eam"), {"icon": "network"}),
        (Cmd.GO_PEOPLE, go, translate("menus", "Peop&le"), {"icon": "contact"}),
        (Cmd.GO_AUDIT, go, translate("menus", "A&udit"), {"icon": "scroll-text"}),
        (Cmd.GO_DOCTOR, go, translate("menus", "&Doctor"), {"icon": "shield"}),
        (Cmd.GO_SETTINGS, go, translate("menus", "&Settings"), {"icon": "settings"}),
        (
            Cmd.NEXT_CUSTOMER, go, translate("menus", "&Next customer"),
            {"icon": "chevron-down", **_SECTION},
        ),
        (
            Cmd.PREVIOUS_CUSTOMER, go, translate("menus", "&Previous customer"),
            {"icon": "chevron-up"},
        ),
        (Cmd.GO_LIST, go, translate("menus", "To t&he list"), _SECTION),
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
        (Cmd.MOVE_TO, menu, translate("menus", "&Move to…"), {}),
        (Cmd.STAGE_BACK, menu, translate("menus", "Move one stage &back"), {}),
        (Cmd.STAGE_ON, menu, translate("menus", "Move one stage o&n"), {}),
        (Cmd.CLAIM, menu, translate("menus", "Cla&im"), {"icon": "hand", **_SECTION}),
        (
            Cmd.ASSIGN, menu, translate("menus", "Assi&gn or transfer…"),
            {"icon": "arrow-right-left"},
        ),
        (Cmd.DISTRIBUTE, menu, translate("menus", "&Distribute…"), {"icon": "shuffle"}),
        (Cmd.PROTECT, menu, translate("menus", "Protec&t…"), {"icon": "shield"}),
        (Cmd.RELEASE, menu, translate("menus", "Relea&se…"), {"icon": "archive-restore"}),
        (Cmd.SET_ASIDE, menu, translate("menus", "Set aside or ta&ke back…"), {"icon": "circle-x"}),
        (
            Cmd.ERASE, menu, translate("menus", "Erase on re&quest…"),
            {"icon": "trash-2", **_SECTION},
        ),
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
        (Cmd.REMINDERS, tools, translate("menus", "Rem&inders…"), {"icon": "clock", **_SECTION}),
        (Cmd.NOTIFICATIONS, tools, translate("menus", "&Notifications…"), {}),
        (Cmd.TEMPLATES, tools, translate("menus", "&Message templates…"), {}),
        (Cmd.HELP, help_menu, translate("menus", "&Help on this screen"), {"icon": "info"}),
        (
            Cmd.SHORTCUTS, help_menu, translate("menus", "&Keyboard shortcuts"),
            {"icon": "keyboard"},
        ),
        (Cmd.ABOUT, help_menu, translate("menus", "&About SalesDesk"), _SECTION),
    )  # fmt: skip
