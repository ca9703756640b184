"""Who was released when and why, read page by page, and giving a customer back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from salesdesk.domain.events import new_id
from salesdesk.domain.exporting import Figures, Line
from salesdesk.domain.ownership import OwnershipSeen
from salesdesk.domain.queries import CustomerRow
from salesdesk.domain.release_log import ReleaseFacts, ReleasePage, ReleaseQuery, ReleaseRow
from salesdesk.services import giving_back
from salesdesk.services.lists import customers, release_log
from salesdesk.services.ownership import Owned
from salesdesk.services.session import Session
from salesdesk.ui.actions.bulk_dialog import BulkOutcome
from salesdesk.ui.actions.undoable import AssignedCustomer, AssignStep
from salesdesk.ui.i18n import fill
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.forms.cell_table import CellTable
from salesdesk.ui.kit.widgets import (
    Button,
    ButtonKind,
    EmptyState,
    Label,
    Pane,
    SearchField,
    StateStack,
    named,
)
from salesdesk.ui.lists.exportable import Exportable
from salesdesk.ui.session.context import Context
from salesdesk.ui.team import log_words as words
from salesdesk.ui.team.give_back_dialog import GiveBackDialog
from salesdesk.ui.team.release_panel import ReleasePanel


@dataclass(frozen=True, slots=True)
class _Read:
    row: ReleaseRow
    facts: ReleaseFacts
    customer: CustomerRow | None


def _read(session: Session, release_id: str) -> _Read:
    row, facts = release_log.facts(session, release_id)
    found = customers.rows(session, [row.customer_id])
    return _Read(row, facts, found[0] if found else None)


class ReleaseLog(Pane):
    """The log with its filters and the panel of one release.

    Signals:
        failed(Exception): it could not be read.
        refused(Exception): what was just asked for was not done.
        did(Step, str): a customer was given back, and what is told of it.
        customer_wanted(str): open this customer.
        dialog_wanted(QDialog): open this over the window.
        counted(str): how many releases fit.
        chosen(): another release is, of which all is known.
        claim_wanted(): its customer shall be claimed.
    """

    failed = Signal(object)
    refused = Signal(object)
    did = Signal(object, str)
    customer_wanted = Signal(str)
    dialog_wanted = Signal(object)
    counted = Signal(str)
    chosen = Signal()
    claim_wanted = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("base", name="release_log", parent=parent)
        self._context = context
        self.query = ReleaseQuery()
        self._page: ReleasePage | None = None
        self._rows: tuple[ReleaseRow, ...] = ()
        self._asked = self._gives_way = False
        self._chosen: _Read | None = None
        self._act_id = new_id()
        self.period = _choice("release_period", self.tr("When"), words.periods())
        self.reason = _choice("release_reason", self.tr("Why"), words.reasons())
        self.agent = _choice("release_agent", self.tr("From"), (("", self.tr("Any agent")),))
        self.search = SearchField(
            self.tr("Customer or company"),
            name="release_search",
            accessible=self.tr("Find releases"),
            hint="",
        )
        self.count = Label(name="release_count", ink="text2", cut=True)
        self.table = CellTable(
            words.heads(),
            [144, 148, 128, 0, 92, 80, 184],
            name="release_table",
            accessible=self.tr("Releases"),
            figures=(4,),
        )
        self.more = Button(self.tr("Show older ones"), name="release_more", kind=ButtonKind.LINK)
        self.panel = ReleasePanel(context.session.actor)
        empty = EmptyState("archive-restore", "", "", name="release_empty")
        empty.set_words(*words.nobody())
        self.states = StateStack(self.table, empty, name="release_states")
        self._lay_out()
        self._connect()
        self.period.setCurrentIndex(1)

    def _lay_out(self) -> None:
        filters = Pane("base", "bottom", name="release_filters")
        filters.setFixedHeight(theme.px(48))
        row = QHBoxLayout(filters)
        row.setContentsMargins(theme.px(16), 0, theme.px(16), 0)
        row.setSpacing(theme.px(8))
        for part in (self.period, self.reason, self.agent, self.search):
            row.addWidget(part)
        self.search.setMaximumWidth(theme.px(240))
        row.addStretch(0)
        foot = Pane("raised", "top", name="release_foot")
        foot.setFixedHeight(theme.px(40))
        below = QHBoxLayout(foot)
        below.setContentsMargins(theme.px(16), 0, theme.px(16), 0)
        below.addWidget(self.count, 1)
        below.addWidget(self.more)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(filters)
        left.addWidget(self.states, 1)
        left.addWidget(foot)
        beside = QHBoxLayout(self)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        beside.addLayout(left, 1)
        beside.addWidget(self.panel)
        self.panel.hide()
        self.more.hide()

    def _connect(self) -> None:
        for choice in (self.period, self.reason, self.agent):
            choice.activated.connect(self._on_choice)
        self.search.searched.connect(self._on_searched)
        self.search.left.connect(self.table.setFocus)
        self.more.clicked.connect(self._read_more)
        self.states.retried.connect(self.refresh)
        self.table.selectionModel().currentRowChanged.connect(self._on_current)
        self.table.opened.connect(self._on_opened)
        self.panel.given_back.connect(self._give_back)
        self.panel.protecting.connect(self._ask_until)
        self.panel.claiming.connect(self.claim_wanted)
        self.panel.opened.connect(self.customer_wanted)
        self._context.office.changed.connect(self._fill_agents)
        self._fill_agents()
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self._on_escape)

    # --- reading ----------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read the newest releases again."""
        if not self._asked:
            self.states.show_loading()
        self._asked = True
        work = partial(release_log.page, self._context.session, self.query)
        self._context.tasks.query(("releases", id(self)), work, self._on_first, self._on_failed)

    def _on_first(self, page: ReleasePage) -> None:
        self._page, self._rows = page, page.rows
        self._show()

    def _read_more(self) -> None:
        if self._page is None or self._page.after is None:
            return
        work = partial(release_log.page, self._context.session, self.query, self._page.after)
        self._context.tasks.query(("releases", id(self)), work, self._on_more, self._on_failed)

    def _on_more(self, page: ReleasePage) -> None:
        first = self._page.counts if self._page is not None else None
        self._page = replace(page, counts=first)
        self._rows = (*self._rows, *page.rows)
        self._show()

    def _show(self) -> None:
        formats, current = self._context.office.formats, self.table.current()
        now = self._context.session.store.reckoned_now()
        self.table.show_rows([words.line_of(row, now, formats) for row in self._rows])
        self.more.setVisible(self._page is not None and self._page.after is not None)
        if self._page is not None and self._page.counts is not None:
            self.count.setText(words.counted(self._page.counts, formats))
            self.counted.emit(formats.number(self._page.counts.all))
        if not self._rows:
            self.panel.hide()
            self.states.show_empty()
            return
        self.states.show_list()
        ids = [row.id for row in self._rows]
        if current is not None and current.id in ids:
            self.table.selectRow(ids.index(current.id))

    def _on_failed(self, fault: Exception) -> None:
        if self._page is None:
            self.states.show_error(*words.failed(fault))
        self.failed.emit(fault)

    # --- filters ----------------------------------------------------------------------------------

    def ask(self, query: ReleaseQuery) -> None:
        """Show other releases."""
        self.query = query
        self.refresh()

    def _on_choice(self) -> None:
        self.ask(
            replace(
                self.query,
                days=self.period.currentData(),
                # Qt would hand back the word instead of the reason.
                reason=words.reasons()[self.reason.currentIndex()][0],
                agent_uid=str(self.agent.currentData() or ""),
            )
        )

    def _on_searched(self, text: str) -> None:
        self.ask(replace(self.query, words=text))

    def clear_filters(self) -> None:
        """Show the releases of the last 30 days, whoever's."""
        for choice, at in ((self.period, 1), (self.reason, 0), (self.agent, 0)):
            choice.setCurrentIndex(at)
        self.search.set_search("")
        self.ask(ReleaseQuery())

    def _fill_agents(self) -> None:
        chosen = self.agent.currentData()
        self.agent.clear()
        self.agent.addItem(self.tr("Any agent"), "")
        for one in self._context.office.owners:
            self.agent.addItem(one.name, one.uid)
        self.agent.setCurrentIndex(max(self.agent.findData(chosen), 0))

    # --- one release ------------------------------------------------------------------------------

    def _on_current(self) -> None:
        current = self.table.current()
        row = next((r for r in self._rows if current and r.id == current.id), None)
        self.panel.setVisible(row is not None and not self._gives_way)
        if row is None:
            self._chosen = None
            self.chosen.emit()
            return
        if self._chosen is None or self._chosen.row.id != row.id:
            self._chosen, self._act_id = None, new_id()
            self.panel.begin(row)
        self._read_one(row.id)

    def customer(self) -> CustomerRow | None:
        """The customer of the chosen release, as it stands now."""
        return self._chosen.customer if self._chosen is not None else None

    def give_way(self, gives: bool) -> None:
        """Whether another panel stands in this one's place."""
        self._gives_way = gives
        self.panel.setVisible(self.table.current() is not None and not gives)

    def _read_one(self, release_id: str) -> None:
        work = partial(_read, self._context.session, release_id)
        key = ("release facts", id(self))
        self._context.tasks.query(key, work, self._on_facts, self._on_failed)

    def _on_facts(self, read: _Read) -> None:
        current = self.table.current()
        if current is not None and current.id == read.row.id:
            self._chosen = read
            self.panel.show_facts(read.row, read.facts, self._context.office.formats)
            self.chosen.emit()

    def _on_opened(self) -> None:
        current = self.table.current()
        row = next((r for r in self._rows if current and r.id == current.id), None)
        if row is not None and row.customer is not None:
            self.customer_wanted.emit(row.customer_id)

    def _on_escape(self) -> None:
        self.table.clearSelection()
        self.table.setCurrentIndex(self.table.rootIndex())
        self.panel.hide()
        self.table.setFocus()

    # --- giving back ------------------------------------------------------------------------------

    def _give_back(self) -> None:
        if self._chosen is None:
            return
        self.panel.give.setEnabled(False)
        work = partial(
            giving_back.give_back, self._context.session, self._act_id, self._chosen.row.id
        )
        self._context.tasks.command(work, self._on_given, self._on_not_given)

    def _on_given(self, owned: Owned) -> None:
        if self._chosen is not None:
            self._tell(self._chosen.row, owned, self._act_id)
        self._act_id = new_id()
        self._context.feed.publish(owned.changes)
        self.refresh()

    def _tell(self, row: ReleaseRow, owned: Owned, act_id: str) -> None:
        name = words.customer_of(row)
        standing = OwnershipSeen(owned.owner_uid, owned.since)
        given = AssignedCustomer(row.customer_id, name, None, None, standing, act_id)
        step = AssignStep(self._context.session, (given,))
        said = self.tr("{name} is with {owner} again, with the clock as it was.")
        self.did.emit(step, fill(said, name=name, owner=row.owner))

    def _on_not_given(self, fault: Exception) -> None:
        self.refused.emit(fault)
        self.refresh()

    def _ask_until(self) -> None:
        read = self._chosen
        if read is None or read.customer is None:
            return
        dialog = GiveBackDialog(
            self._context, read.customer, read.row.id, read.row.owner, self.window()
        )
        dialog.acted.connect(self._on_acted)
        self.dialog_wanted.emit(dialog)

    def _on_acted(self, outcome: BulkOutcome) -> None:
        for one in outcome.each:
            if self._chosen is not None and isinstance(one.done, Owned):
                self._tell(self._chosen.row, one.done, one.event_id)
        self.refresh()

    def exportable(self) -> Exportable | None:
        """The releases that are shown."""
        if not self._rows:
            return None
        formats = self._context.office.formats
        lines: tuple[Line, ...] = tuple(
            (
                words.customer_of(row), row.at.isoformat(), row.owner, words.reason_of(row),
                row.idle_days, row.limit_days, row.host or "",
                words.since_then(row.since, formats),
            )
            for row in self._rows
        )  # fmt: skip
        customer, released, owner, reason, idle, host, since = words.heads()
        titles = (customer, released, owner, reason, idle, self.tr("Limit"), host, since)
        return Exportable(self.tr("Release log"), self.count.text(), Figures(lines), titles)


def _choice(name: str, accessible: str, entries: tuple[tuple[object, str], ...]) -> QComboBox:
    made = QComboBox()
    named(made, name, accessible)
    for value, text in entries:
        made.addItem(text, value)
    return made
