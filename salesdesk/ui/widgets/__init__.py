"""The parts that screens and dialogs are built from."""

from salesdesk.ui.widgets.basics import (
    FieldError,
    Label,
    Pane,
    Paragraph,
    Rule,
    Scrim,
    announce,
    named,
    restyled,
)
from salesdesk.ui.widgets.buttons import Button, ButtonKind, FindButton, IconButton
from salesdesk.ui.widgets.chips import DaysLabel, FilterChip, StatusChip
from salesdesk.ui.widgets.dialog_guard import TEXT_FIELDS, LastInput, guard_beneath
from salesdesk.ui.widgets.fields import NoteField, SearchField
from salesdesk.ui.widgets.headers import TableHeader
from salesdesk.ui.widgets.navigation import NavEntry, NavigationPane
from salesdesk.ui.widgets.notices import Action, Banner, Icon, NoticeFrame, Toast
from salesdesk.ui.widgets.segments import Segment, SegmentedControl
from salesdesk.ui.widgets.states import EmptyState, LoadingState, State, StateStack
from salesdesk.ui.widgets.status_bar import StatusBar, StatusItem
from salesdesk.ui.widgets.tables import RowTable
from salesdesk.ui.widgets.tabs import TabBar
from salesdesk.ui.widgets.timeline_view import TimelineView

__all__ = [
    "TEXT_FIELDS",
    "Action",
    "Banner",
    "Button",
    "ButtonKind",
    "DaysLabel",
    "EmptyState",
    "FieldError",
    "FilterChip",
    "FindButton",
    "Icon",
    "IconButton",
    "Label",
    "LastInput",
    "LoadingState",
    "NavEntry",
    "NavigationPane",
    "NoteField",
    "NoticeFrame",
    "Pane",
    "Paragraph",
    "RowTable",
    "Rule",
    "Scrim",
    "SearchField",
    "Segment",
    "SegmentedControl",
    "State",
    "StateStack",
    "StatusBar",
    "StatusChip",
    "StatusItem",
    "TabBar",
    "TableHeader",
    "TimelineView",
    "Toast",
    "announce",
    "guard_beneath",
    "named",
    "restyled",
]
