"""The commands' names and shortcuts; a widget that stands for a command takes its hint here."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtGui import QKeySequence


class Cmd(StrEnum):
    """The commands."""

    NEW_CUSTOMER = "new_customer"
    IMPORT = "import"
    EXPORT = "export"
    BACKUP = "backup"
    LOCK = "lock"
    SWITCH_USER = "switch_user"
    SIGN_OUT = "sign_out"
    QUIT = "quit"
    UNDO = "undo"
    REDO = "redo"
    COPY = "copy"
    SELECT_ALL = "select_all"
    SELECT_MATCHING = "select_matching"
    FIND = "find"
    SEARCH = "search"
    FILTER = "filter"
    CLEAR_FILTERS = "clear_filters"
    SORT = "sort"
    REFRESH = "refresh"
    COLUMNS = "columns"
    VIEWS = "views"
    SAVE_VIEW = "save_view"
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
    GO_PIPELINE = "go_pipeline"
    GO_POOL = "go_pool"
    GO_ACTIVITY = "go_activity"
    GO_TEAM = "go_team"
    GO_PEOPLE = "go_people"
    GO_AUDIT = "go_audit"
    GO_DOCTOR = "go_doctor"
    GO_SETTINGS = "go_settings"
    NEXT_CUSTOMER = "next_customer"
    PREVIOUS_CUSTOMER = "previous_customer"
    GO_LIST = "go_list"
    GO_PANEL = "go_panel"
    LOG = "log"
    WHATSAPP = "whatsapp"
    CALL = "call"
    PLAN = "plan"
    EDIT = "edit"
    ERASE = "erase"
    COLD = "cold"
    WARM = "warm"
    HOT = "hot"
    MOVE_TO = "move_to"
    STAGE_BACK = "stage_back"
    STAGE_ON = "stage_on"
    CLAIM = "claim"
    ASSIGN = "assign"
    DISTRIBUTE = "distribute"
    PROTECT = "protect"
    RELEASE = "release"
    SET_ASIDE = "set_aside"
    RUN_RELEASE = "run_release"
    HELD_RELEASE = "held_release"
    TRY_SERVER = "try_server"
    OUTBOX = "outbox"
    REMINDERS = "reminders"
    NOTIFICATIONS = "notifications"
    TEMPLATES = "templates"
    HELP = "help"
    SHORTCUTS = "shortcuts"
    ABOUT = "about"


SHORTCUTS = {
    Cmd.NEW_CUSTOMER: "Ctrl+N",
    Cmd.IMPORT: "Ctrl+I",
    Cmd.EXPORT: "Ctrl+E",
    Cmd.BACKUP: "Ctrl+Alt+B",
    Cmd.LOCK: "Ctrl+Alt+Q",
    Cmd.SWITCH_USER: "Ctrl+Alt+U",
    Cmd.SIGN_OUT: "Ctrl+Alt+O",
    Cmd.QUIT: "Ctrl+Q",
    Cmd.UNDO: "Ctrl+Z",
    Cmd.REDO: "Ctrl+Shift+Z",
    Cmd.COPY: "Ctrl+C",
    Cmd.SELECT_ALL: "Ctrl+A",
    Cmd.SELECT_MATCHING: "Ctrl+Shift+A",
    Cmd.FIND: "Ctrl+K",
    Cmd.SEARCH: "Ctrl+F",
    Cmd.FILTER: "Ctrl+Shift+F",
    Cmd.CLEAR_FILTERS: "Ctrl+Shift+X",
    Cmd.SORT: "Ctrl+Shift+S",
    Cmd.REFRESH: "F5",
    Cmd.COLUMNS: "Ctrl+Shift+M",
    Cmd.VIEWS: "Ctrl+Shift+V",
    Cmd.SAVE_VIEW: "Ctrl+S",
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
    Cmd.GO_PIPELINE: "Ctrl+3",
    Cmd.GO_POOL: "Ctrl+4",
    Cmd.GO_ACTIVITY: "Ctrl+5",
    Cmd.GO_TEAM: "Ctrl+6",
    Cmd.GO_PEOPLE: "Ctrl+7",
    Cmd.GO_AUDIT: "Ctrl+8",
    Cmd.GO_DOCTOR: "Ctrl+9",
    Cmd.GO_SETTINGS: "Ctrl+,",
    Cmd.NEXT_CUSTOMER: "Alt+Down",
    Cmd.PREVIOUS_CUSTOMER: "Alt+Up",
    Cmd.GO_LIST: "F6",
    Cmd.GO_PANEL: "F7",
    Cmd.LOG: "Ctrl+L",
    Cmd.WHATSAPP: "Ctrl+Shift+W",
    Cmd.CALL: "Ctrl+Shift+C",
    Cmd.PLAN: "Ctrl+P",
    Cmd.EDIT: "F2",
    Cmd.ERASE: "Ctrl+Alt+E",
    Cmd.COLD: "Alt+1",
    Cmd.WARM: "Alt+2",
    Cmd.HOT: "Alt+3",
    Cmd.MOVE_TO: "Ctrl+M",
    Cmd.STAGE_BACK: "Alt+Left",
    Cmd.STAGE_ON: "Alt+Right",
    Cmd.CLAIM: "Ctrl+G",
    Cmd.ASSIGN: "Ctrl+T",
    Cmd.DISTRIBUTE: "Ctrl+Shift+G",
    Cmd.PROTECT: "Ctrl+Shift+P",
    Cmd.RELEASE: "Ctrl+Shift+R",
    Cmd.SET_ASIDE: "Ctrl+Shift+K",
    Cmd.RUN_RELEASE: "Ctrl+F5",
    Cmd.HELD_RELEASE: "Ctrl+Shift+H",
    Cmd.TRY_SERVER: "Ctrl+Shift+F5",
    Cmd.OUTBOX: "Ctrl+Shift+O",
    Cmd.REMINDERS: "Ctrl+Shift+N",
    Cmd.NOTIFICATIONS: "Ctrl+Shift+B",
    Cmd.TEMPLATES: "Ctrl+Shift+T",
    Cmd.HELP: "F1",
    Cmd.SHORTCUTS: "Ctrl+/",
    Cmd.ABOUT: "Shift+F1",
}


def hint(key: Cmd) -> str:
    """A command's shortcut as this system writes it."""
    return QKeySequence(SHORTCUTS[key]).toString(QKeySequence.SequenceFormat.NativeText)


def tip(text: str, key: Cmd) -> str:
    """A tooltip: what a widget does, and the shortcut that does the same."""
    return f"{text} ({hint(key)})"
