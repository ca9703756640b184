"""The parts that screens and dialogs are built from."""

from salesdesk.ui.kit.widgets.basics import (
    FieldError,
    Label,
    Measured,
    Pane,
    Paragraph,
    Rule,
    Scrim,
    announce,
    emptied,
    named,
)
from salesdesk.ui.kit.widgets.buttons import Button, ButtonKind, FindButton, IconButton
from salesdesk.ui.kit.widgets.chips import DaysLabel, FilterChip, StatusChip
from salesdesk.ui.kit.widgets.dialog_guard import TEXT_FIELDS, LastInput, guard_beneath
from salesdesk.ui.kit.widgets.fields import NoteField, SearchField
from salesdesk.ui.kit.widgets.headers import GroupHead, TableHeader
from salesdesk.ui.kit.widgets.navigation import NavEntry, NavigationPane
from salesdesk.ui.kit.widgets.notices import Action, Banner, Icon, NoticeFrame, Toast
from salesdesk.ui.kit.widgets.segments import Segment, SegmentedControl
from salesdesk.ui.kit.widgets.states import EmptyState, LoadingState, State, StateStack
from salesdesk.ui.kit.widgets.status_bar import StatusBar, StatusItem
from salesdesk.ui.kit.widgets.tables import RowTable
from salesdesk.ui.kit.widgets.tabs import TabBar
from salesdesk.ui.kit.widgets.timeline_view import TimelineItems, TimelineView

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
    "GroupHead",
    "Icon",
    "IconButton",
    "Label",
    "LastInput",
    "LoadingState",
    "Measured",
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
    "TimelineItems",
    "TimelineView",
    "Toast",
    "announce",
    "emptied",
    "guard_beneath",
    "named",
]
