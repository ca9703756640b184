"""The team screen, for leads: where every customer stands, who left, is protected, leaves next."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TypeAlias

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from salesdesk.domain.changes import Changes, Topic
from salesdesk.domain.queries import CustomerRow
from salesdesk.domain.states import CustomerState
from salesdesk.services import targets as team_targets
from salesdesk.services.duplicates import finding
from salesdesk.ui.actions.actions import CustomerAct
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.widgets import EmptyState, Label, Pane, State, StateStack, TabBar
from salesdesk.ui.lists.as_of import AsOfLine
from salesdesk.ui.lists.exportable import Exportable
from salesdesk.ui.lists.screen import Screen
from salesdesk.ui.session.context import Context
from salesdesk.ui.team import export
from salesdesk.ui.team import texts as words
from salesdesk.ui.team.counts import Standing, TeamCounts, read
from salesdesk.ui.team.duplicates import DuplicatesPage
from salesdesk.ui.team.leaving import LeavingPage
from salesdesk.ui.team.protections import ProtectionsPage
from salesdesk.ui.team.release_log import ReleaseLog
from salesdesk.ui.team.rows import TeamRows
from salesdesk.ui.team.targets import TargetsPage

_TOPICS = frozenset(
    {
        Topic.CUSTOMERS,
        Topic.CONTACTS,
        Topic.OWNERSHIP,
        Topic.FOLLOW_UPS,
        Topic.SETTINGS,
        Topic.TARGETS,
    }
)

OVERVIEW, LOG, PROTECTIONS, LEAVING = "overview", "log", "protections", "leaving"
TARGETS, DUPLICATES = "targets", "duplicates"

#: What stands beside the overview, a tab each.
Beside: TypeAlias = ReleaseLog | ProtectionsPage | LeavingPage | TargetsPage | DuplicatesPage

#: Counting all customers is no matter of moments: many changes are counted once.
AGAIN_AFTER_SECONDS = 3


class TeamScreen(Screen):
    """The counts of the states, or the customers of one of them; and the tabs beside them.

    Signals:
        customer_wanted(str): open this customer.
        dialog_wanted(QDialog): open this over the window.
        list_wanted(tuple, str): show these customers under this title.
        did(Step, str): an act was done that can be taken back, and what is told of it.
        refused(Exception): what was just asked for was not done.
    """

    customer_wanted = Signal(str)
    dialog_wanted = Signal(object)
    list_wanted = Signal(object, str)
    did = Signal(object, str)
    refused = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("team_screen", parent)
        self._context = context
        self._standing: Standing | None = None
        self._asked = False
        self._stale = False
        self._counts_old = False
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
        self.tabs = TabBar(name="team_tabs", accessible=self.tr("Team"))
        self.tabs.add_tab(OVERVIEW, self.tr("Overview"))
        self.tabs.add_tab(LOG, self.tr("Release log"))
        self.tabs.add_tab(PROTECTIONS, self.tr("Protections"))
        self.tabs.add_tab(LEAVING, self.tr("Leaving next"))
        self.tabs.add_tab(TARGETS, self.tr("Targets"))
        if all(map(context.session.actor.may, finding.NEEDED)):
            self.tabs.add_tab(DUPLICATES, self.tr("Duplicates"))
        self._tab_pages = QStackedWidget()
        self._tab_pages.setObjectName("team_tab_pages")
        self._tab_pages.addWidget(self._pages)
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
        column.addWidget(self.tabs)
        column.addWidget(self._tab_pages, 1)
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
        self._later.timeout.connect(self._ask_again)
        self.tabs.chosen.connect(self.open_tab)
        self.tabs.setCurrentIndex(0)
        self._context.feed.changed.connect(self._on_changes)
        self._context.office.changed.connect(self._show)
        self._context.connection.regained.connect(self.refresh)

    # --- beside the overview ----------------------------------------------------------------------
    # Each is made when its tab is opened first: all together they take longer than the window may
    # answer nobody.

    @cached_property
    def log(self) -> ReleaseLog:
        """Who was released, when and why."""
        page = ReleaseLog(self._context)
        page.customer_wanted.connect(self.customer_wanted)
        page.dialog_wanted.connect(self.dialog_wanted)
        page.did.connect(self.did)
        page.refused.connect(self.refused)
        page.counted.connect(self._on_log_counted)
        page.chosen.connect(self.picked)
        page.claim_wanted.connect(self._on_claim_wanted)
        self._put(page)
        return page

    @cached_property
    def protections(self) -> ProtectionsPage:
        """Who is protected, until when and why."""
        page = ProtectionsPage(self._context)
        page.picked.connect(self.picked)
        page.opened.connect(self._on_opened)
        page.change_wanted.connect(self._on_change_wanted)
        page.counted.connect(self._on_protections_counted)
        page.dialog_wanted.connect(self.dialog_wanted)
        page.did.connect(self.did)
        page.refused.connect(self.refused)
        page.told.connect(self.told)
        self._put(page)
        return page

    @cached_property
    def leaving(self) -> LeavingPage:
        """Who leaves next."""
        page = LeavingPage(self._context)
        page.list_wanted.connect(self.list_wanted)
        self._put(page)
        return page

    @cached_property
    def targets(self) -> TargetsPage:
        """How many contacts everybody shall make, and who is behind."""
        page = TargetsPage(self._context)
        page.dialog_wanted.connect(self.dialog_wanted)
        page.did.connect(self.did)
        page.counted.connect(self._on_targets_counted)
        self._put(page)
        return page

    @cached_property
    def duplicates(self) -> DuplicatesPage:
        """Customers that may be one."""
        page = DuplicatesPage(self._context)
        page.did.connect(self.did)
        page.refused.connect(self.refused)
        page.told.connect(self.told)
        page.counted.connect(self._on_duplicates_counted)
        self._put(page)
        return page

    def _put(self, page: Beside) -> None:
        page.failed.connect(self.failed)
        self._tab_pages.addWidget(page)

    # --- asking -----------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read again what the tab in front shows."""
        self._stale = False
        if not self._asked:
            return
        if self._beside is not None:
            self._beside.refresh()
            return
        if self.states.state is State.ERROR:
            self.states.show_loading()
        self._ask()
        if self._shows_rows():
            self.rows.refresh()

    def _ask_again(self) -> None:
        """Something changed a moment ago: read the tab in front, and count when it is left."""
        if self._beside is not None:
            self._beside.refresh()
        else:
            self._ask()

    def _ask(self) -> None:
        if not self._asked:
            self.states.show_loading()
        self._asked = True
        key = ("team", id(self))
        work = partial(read, self._context.session)
        self._context.tasks.query(key, work, self._on_standing, self._on_failed)
        behind = partial(team_targets.standing, self._context.session)
        key = ("team behind", id(self))
        self._context.tasks.query(key, behind, self._on_behind, self._on_not_counted)

    def _on_behind(self, found: team_targets.TargetsOfTeam) -> None:
        """Say at the tab how many are behind, before anybody opens it."""
        formats = self._context.office.formats
        self._on_targets_counted(formats.number(found.behind) if found.behind else "")

    def _on_not_counted(self, fault: Exception) -> None:
        self.failed.emit(fault)

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
        self._counts_old = self._beside is not None
        if self._shows_rows():
            self.rows.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._asked or self._stale:
            self._stale = False
            self._ask()
            if self._beside is not None:
                self._beside.refresh()
            if self._shows_rows():
                self.rows.refresh()

    # --- tabs -------------------------------------------------------------------------------------

    @property
    def _beside(self) -> Beside | None:
        """The page of the tab in front; None: the overview."""
        page = self._tab_pages.currentWidget()
        return page if isinstance(page, Beside) else None

    def open_tab(self, key: str) -> None:
        """Bring a tab to the front and read it."""
        if self.tabs.current() != key:
            self.tabs.select(key)
            return
        self._tab_pages.setCurrentWidget(self._page_of(key))
        if self._beside is not None:
            self._beside.refresh()
        elif self._counts_old:
            self._counts_old = False
            self._ask()
        self.picked.emit()

    def _page_of(self, key: str) -> QWidget:
        if key == OVERVIEW:
            return self._pages
        if key == LOG:
            return self.log
        if key == PROTECTIONS:
            return self.protections
        if key == DUPLICATES:
            return self.duplicates
        return self.targets if key == TARGETS else self.leaving

    def _on_log_counted(self, number: str) -> None:
        self.tabs.set_count(LOG, number)

    def _on_protections_counted(self, number: str) -> None:
        self.tabs.set_count(PROTECTIONS, number)

    def _on_targets_counted(self, number: str) -> None:
        self.tabs.set_count(TARGETS, number)

    def _on_claim_wanted(self) -> None:
        self.act_chosen.emit(CustomerAct.CLAIM)

    def _on_duplicates_counted(self, number: str) -> None:
        self.tabs.set_count(DUPLICATES, number)

    def _on_change_wanted(self) -> None:
        self.act_chosen.emit(CustomerAct.PROTECT)

    # --- counts and rows --------------------------------------------------------------------------

    def open_state(self, state: CustomerState) -> None:
        """Show the customers of a state."""
        if self._standing is not None:
            self.tabs.select(OVERVIEW)
            self.rows.open(state, self._standing.counts.counts[state])
            self._pages.setCurrentWidget(self.rows)
            self.rows.table.setFocus()

    def show_counts(self) -> None:
        """Go back to the counts."""
        self._pages.setCurrentWidget(self.states)
        self.counts.table.setFocus()
        self.picked.emit()

    def _shows_rows(self) -> bool:
        return self._beside is None and self._pages.currentWidget() is self.rows

    def _on_opened(self) -> None:
        shows_rows = self._shows_rows()
        row = self.rows.table.choose_current() if shows_rows else self._protected()
        if row is not None:
            self.opened.emit(row)

    # --- the frame --------------------------------------------------------------------------------

    @property
    def view(self) -> QWidget:
        """The list that is shown."""
        if self._beside is not None:
            return self._beside.table
        return self.rows.table if self._shows_rows() else self.counts.table

    def _protected(self) -> CustomerRow | None:
        beside = self._beside
        return beside.current() if isinstance(beside, ProtectionsPage) else None

    def selected(self) -> list[CustomerRow]:
        if self._shows_rows():
            return self.rows.table.selected_rows()
        beside = self._beside
        one = beside.customer() if isinstance(beside, ReleaseLog) else self._protected()
        return [one] if one is not None else []

    def current(self) -> CustomerRow | None:
        return self.rows.table.chosen_row() if self._shows_rows() else self._protected()

    @property
    def lists_customers(self) -> bool:
        """Only where rows of customers are shown."""
        return self._shows_rows() or isinstance(self._beside, ProtectionsPage)

    def choose_nobody(self) -> None:
        if isinstance(self._beside, ProtectionsPage):
            self._beside.table.clearSelection()
        self.rows.table.choose_nothing()

    def known(self, customer_id: str) -> CustomerRow | None:
        if isinstance(self._beside, ProtectionsPage):
            return self._beside.known(customer_id)
        at = self.rows.model.row_of(customer_id) if self._shows_rows() else None
        return self.rows.model.row(at) if at is not None else None

    def go_to_id(self, customer_id: str) -> bool:
        return self._shows_rows() and self.rows.table.go_to_id(customer_id)

    def step(self, by: int) -> None:
        if self._shows_rows():
            self.rows.table.step(by)
        elif isinstance(self._beside, DuplicatesPage):
            self._beside.step(by)
        elif self._beside is not None:
            at = self._beside.table.currentIndex().row() + by
            if 0 <= at < self._beside.table.cells.rowCount():
                self._beside.table.selectRow(at)

    def in_sight(self) -> list[CustomerRow]:
        return self.rows.table.in_sight() if self._shows_rows() else []

    def focus_search(self) -> None:
        """The log's search; the other tabs have none."""
        if isinstance(self._beside, ReleaseLog):
            self._beside.search.setFocus()
        else:
            self.focus_list()

    def clear_filters(self) -> None:
        if isinstance(self._beside, ReleaseLog):
            self._beside.clear_filters()

    def set_panel_open(self, shown: bool) -> None:
        """The customer's panel takes the place of the release's."""
        self.log.give_way(shown)

    def as_text(self) -> str:
        """The selected customers with headers."""
        return self.rows.table.as_text() if self._shows_rows() and self.selected() else ""

    def exportable(self) -> Exportable | None:
        """The customers of the state, the releases, or the figures of the days."""
        if self._shows_rows():
            return self.rows.exportable()
        if isinstance(self._beside, ReleaseLog):
            return self._beside.exportable()
        if self._standing is None or self._beside is not None:
            return None
        about = words.summed(self._standing.counts, self._context.office.formats)
        return export.days(self._standing.trend, about)

    def set_compact(self, compact: bool) -> None:
        self.rows.table.set_compact(compact)
