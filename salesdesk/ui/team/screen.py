"""The team screen, for leads: where every customer stands, and who that is."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from salesdesk.domain.changes import Changes, Topic
from salesdesk.domain.queries import CustomerRow
from salesdesk.domain.states import CustomerState
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.widgets import EmptyState, Label, Pane, State, StateStack
from salesdesk.ui.lists.as_of import AsOfLine
from salesdesk.ui.lists.exportable import Exportable
from salesdesk.ui.lists.screen import Screen
from salesdesk.ui.session.context import Context
from salesdesk.ui.team import export
from salesdesk.ui.team import texts as words
from salesdesk.ui.team.counts import Standing, TeamCounts, read
from salesdesk.ui.team.rows import TeamRows

_TOPICS = frozenset(
    {Topic.CUSTOMERS, Topic.CONTACTS, Topic.OWNERSHIP, Topic.FOLLOW_UPS, Topic.SETTINGS}
)

#: Counting all customers is no matter of moments: many changes are counted once.
AGAIN_AFTER_SECONDS = 3


class TeamScreen(Screen):
    """The counts of the states, or the customers of one of them."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("team_screen", parent)
        self._context = context
        self._standing: Standing | None = None
        self._asked = False
        self._stale = False
        self._head = Pane("base", name="team_header")
        self.counts = TeamCounts()
        self.rows = TeamRows(context)
        empty = EmptyState("users", "", "", name="team_empty")
        empty.set_words(
            self.tr("No customers yet"),
            self.tr("Every customer stands here in exactly one state as soon as there is one."),
        )
        self.states = StateStack(self.counts, empty, name="team_states")
        self._pages = QStackedWidget()
        self._pages.setObjectName("team_pages")
        self._pages.addWidget(self.states)
        self._pages.addWidget(self.rows)
        self._later = QTimer(self)
        self._later.setObjectName("team_later")
        self._later.setSingleShot(True)
        self._later.setInterval(AGAIN_AFTER_SECONDS * 1000)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        head = self._head
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(12))
        row.addWidget(Label(self.tr("Team"), name="team_title", face=Face.TITLE))
        row.addWidget(Label(self.tr("Nobody forgotten"), name="team_subtitle", ink="text2"))
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(AsOfLine(self._context, "team"))
        column.addWidget(self._pages, 1)
        self.measure()

    def measure(self) -> None:
        self._head.setFixedHeight(theme.px(64))
        self._head.setContentsMargins(theme.px(16), 0, theme.px(16), 0)

    def _connect(self) -> None:
        table = self.rows.table
        self.counts.opened.connect(self.open_state)
        self.rows.left.connect(self.show_counts)
        self.rows.failed.connect(self.failed)
        self.rows.ready.connect(self.picked)
        self.rows.menu_requested.connect(self.menu_requested)
        self.states.retried.connect(self.refresh)
        table.picked.connect(self.picked)
        table.opened.connect(self._on_opened)
        self._later.timeout.connect(self._ask)
        self._context.feed.changed.connect(self._on_changes)
        self._context.office.changed.connect(self._show)
        self._context.connection.regained.connect(self.refresh)

    # --- asking -----------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Count again; and read the rows again that are shown."""
        self._stale = False
        if not self._asked:
            return
        if self.states.state is State.ERROR:
            self.states.show_loading()
        self._ask()
        if self._shows_rows():
            self.rows.refresh()

    def _ask(self) -> None:
        if not self._asked:
            self.states.show_loading()
        self._asked = True
        key = ("team", id(self))
        work = partial(read, self._context.session)
        self._context.tasks.query(key, work, self._on_standing, self._on_failed)

    def _on_standing(self, standing: Standing) -> None:
        self._standing = standing
        self._show()

    def _show(self) -> None:
        if self._standing is None:
            return
        self.counts.show_standing(self._standing, self._context.office.formats)
        if self.rows.state is not None:
            self.rows.show_count(self._standing.counts.counts[self.rows.state])
        if self._standing.counts.total:
            self.states.show_list()
        else:
            self.states.show_empty()
        self.picked.emit()

    def _on_failed(self, fault: Exception) -> None:
        if self._standing is None:
            self.states.show_error(*words.failed(fault))
        self.failed.emit(fault)

    def _on_changes(self, changes: Changes) -> None:
        if not changes.topics & _TOPICS:
            return
        if not self.isVisible():
            self._stale = True
            return
        if not self._later.isActive():
            self._later.start()
        if self._shows_rows():
            self.rows.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._asked or self._stale:
            self._stale = False
            self._ask()
            if self._shows_rows():
                self.rows.refresh()

    # --- counts and rows --------------------------------------------------------------------------

    def open_state(self, state: CustomerState) -> None:
        """Show the customers of a state."""
        if self._standing is not None:
            self.rows.open(state, self._standing.counts.counts[state])
            self._pages.setCurrentWidget(self.rows)
            self.rows.table.setFocus()

    def show_counts(self) -> None:
        """Go back to the counts."""
        self._pages.setCurrentWidget(self.states)
        self.counts.table.setFocus()
        self.picked.emit()

    def _shows_rows(self) -> bool:
        return self._pages.currentWidget() is self.rows

    def _on_opened(self) -> None:
        row = self.rows.table.choose_current()
        if row is not None:
            self.opened.emit(row)

    # --- the frame --------------------------------------------------------------------------------

    @property
    def view(self) -> QWidget:
        """The list that is shown."""
        return self.rows.table if self._shows_rows() else self.counts.table

    def selected(self) -> list[CustomerRow]:
        return self.rows.table.selected_rows() if self._shows_rows() else []

    def current(self) -> CustomerRow | None:
        return self.rows.table.chosen_row() if self._shows_rows() else None

    @property
    def lists_customers(self) -> bool:
        """Only where rows are shown."""
        return self._shows_rows()

    def choose_nobody(self) -> None:
        self.rows.table.choose_nothing()

    def known(self, customer_id: str) -> CustomerRow | None:
        at = self.rows.model.row_of(customer_id) if self._shows_rows() else None
        return self.rows.model.row(at) if at is not None else None

    def go_to_id(self, customer_id: str) -> bool:
        return self._shows_rows() and self.rows.table.go_to_id(customer_id)

    def step(self, by: int) -> None:
        if self._shows_rows():
            self.rows.table.step(by)

    def in_sight(self) -> list[CustomerRow]:
        return self.rows.table.in_sight() if self._shows_rows() else []

    def as_text(self) -> str:
        """The selected customers with headers."""
        return self.rows.table.as_text() if self.selected() else ""

    def exportable(self) -> Exportable | None:
        """The customers of the state, or the figures of the days."""
        if self._shows_rows():
            return self.rows.exportable()
        if self._standing is None:
            return None
        about = words.summed(self._standing.counts, self._context.office.formats)
        return export.days(self._standing.trend, about)

    def set_compact(self, compact: bool) -> None:
        self.rows.table.set_compact(compact)
