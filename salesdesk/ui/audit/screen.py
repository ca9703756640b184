"""The audit: events in plain words with filters, before and after, export; nothing is changed."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from salesdesk.domain.audit import AuditPage, AuditQuery, AuditRow
from salesdesk.domain.changes import Changes
from salesdesk.domain.exporting import Figures
from salesdesk.domain.permissions import Permission
from salesdesk.services.admin import audit
from salesdesk.ui.audit import texts
from salesdesk.ui.audit.event_panel import EventPanel
from salesdesk.ui.audit.table import AuditTable
from salesdesk.ui.commands import Cmd, hint
from salesdesk.ui.i18n import fill
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.widgets import (
    Button,
    ButtonKind,
    EmptyState,
    Label,
    Pane,
    SearchField,
    StateStack,
)
from salesdesk.ui.lists.choice_bar import ChoiceBar, Choices
from salesdesk.ui.lists.exportable import Exportable
from salesdesk.ui.lists.screen import Screen
from salesdesk.ui.session.context import Context


class AuditScreen(Screen):
    """Who did what, the newest first, read page by page.

    Attributes:
        query: what is asked for.

    Signals:
        customer_wanted(str): open this customer.
        export_wanted(): what was read for a file shall be written into one.
    """

    customer_wanted = Signal(str)
    export_wanted = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("audit_screen", parent)
        self._context = context
        self.query = AuditQuery()
        self._rows: tuple[AuditRow, ...] = ()
        self._page: AuditPage | None = None
        self._whole: tuple[AuditRow, ...] | None = None
        self._stale = False
        #: The names of people and customers that were asked for, by id.
        self._named: dict[str, str] = {}
        self.search = SearchField(
            self.tr("Person or customer"),
            name="audit_search",
            accessible=self.tr("Find events"),
            hint=hint(Cmd.SEARCH),
        )
        self.export = Button(self.tr("Export…"), name="audit_export", icon="upload")
        self.filters = ChoiceBar("audit")
        self.table = AuditTable()
        self.more = Button(self.tr("Show older ones"), name="audit_more", kind=ButtonKind.LINK)
        self.panel = EventPanel()
        empty = EmptyState("history", "", "", name="audit_empty")
        empty.set_words(self.tr("No event fits these filters"), self.tr("Ask for less."))
        self.clear = Button(self.tr("Clear all"), name="audit_clear", icon="x")
        empty.add_action(self.clear)
        self.states = StateStack(self.table, empty, name="audit_states")
        self._lay_out()
        self._connect()
        self._show_query()

    def _lay_out(self) -> None:
        head = Pane("base", name="audit_head")
        head.setFixedHeight(theme.px(64))
        line = _line(head)
        line.addWidget(Label(self.tr("Audit"), name="audit_title", face=Face.TITLE))
        said = self.tr("Who did what; nothing here can be changed")
        line.addWidget(Label(said, name="audit_subtitle", ink="text2", cut=True), 1)
        self.search.setFixedWidth(theme.px(240))
        line.addWidget(self.search)
        line.addWidget(self.export)
        left = QVBoxLayout()
        left.setSpacing(0)
        for part, stretch in (
            (head, 0), (self.filters, 0), (self.states, 1), (self.more, 0),
        ):  # fmt: skip
            left.addWidget(part, stretch)
        beside = QHBoxLayout(self)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        beside.addLayout(left, 1)
        beside.addWidget(self.panel)
        self.panel.hide()
        self.more.hide()

    def _connect(self) -> None:
        self.filters.changed.connect(self._on_filters)
        self.filters.cleared.connect(self.clear_filters)
        self.search.searched.connect(self._on_searched)
        self.search.left.connect(self.focus_list)
        self.clear.clicked.connect(self.clear_filters)
        self.more.clicked.connect(self._read_more)
        self.export.clicked.connect(self._read_all)
        self.states.retried.connect(self.refresh)
        self.table.selectionModel().currentRowChanged.connect(self._on_current)
        self.panel.customer_wanted.connect(self.customer_wanted)
        self.panel.only_wanted.connect(self.only)
        self.panel.copied.connect(self._on_copied)
        self.panel.stepped.connect(self.step)
        self.panel.closed.connect(self._on_escape)
        self._context.office.changed.connect(self._offer)
        self._context.feed.changed.connect(self._on_changes)
        self._context.connection.regained.connect(self.refresh)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self._on_escape)
        actor = self._context.session.actor
        self.export.setVisible(actor.may(Permission.DATA_EXPORT))

    # --- reading ----------------------------------------------------------------------------------

    def start(self) -> None:
        self.states.show_loading()
        self.refresh()

    def refresh(self) -> None:
        """Read the newest again."""
        self._stale, self._whole = False, None
        work = partial(audit.page, self._context.session, self.query)
        key = ("audit", id(self))
        self._context.tasks.query(key, work, self._on_page, self._on_failed)

    def _on_page(self, page: AuditPage) -> None:
        self._page, self._rows = page, page.rows
        self._show()

    def _read_more(self) -> None:
        if self._page is None or self._page.after is None:
            return
        work = partial(audit.page, self._context.session, self.query, self._page.after)
        key = ("audit", id(self))
        self._context.tasks.query(key, work, self._on_more, self._on_failed)

    def _on_more(self, page: AuditPage) -> None:
        self._page, self._rows = page, (*self._rows, *page.rows)
        self._show()

    def _show(self) -> None:
        formats = self._context.office.formats
        current = self.table.current()
        now = self._context.session.store.reckoned_now()
        self.table.show_rows([texts.row_of(one, formats, now) for one in self._rows])
        more = self._page is not None and self._page.after is not None
        self.more.setVisible(more)
        self.filters.set_count(texts.counted(len(self._rows), formats, more=more))
        if not self._rows:
            self.panel.hide()
            self.states.show_empty()
            return
        self.states.show_list()
        ids = [one.event.id for one in self._rows]
        if current is not None and current.id in ids:
            self.table.selectRow(ids.index(current.id))

    def _on_failed(self, fault: Exception) -> None:
        if self._page is None:
            self.states.show_error(*texts.failed(fault))
        self.failed.emit(fault)

    def _on_changes(self, changes: Changes) -> None:
        """Whatever changed left an event; who reads on is not disturbed by it."""
        self._stale = True
        if self.isVisible() and len(self._rows) <= audit.PAGE:
            self.refresh()

    def arrive(self) -> None:
        """The screen is shown; what became old meanwhile is read again."""
        super().arrive()
        if self._stale:
            self.refresh()

    # --- filters ----------------------------------------------------------------------------------

    def ask(self, query: AuditQuery) -> None:
        """Show other events."""
        self.query = query
        self._show_query()
        self.refresh()

    def show_person(self, uid: str, name: str) -> None:
        """Show only what this person did, whenever."""
        self._named[uid] = name
        self.search.set_search("")
        self.ask(AuditQuery(days=None, actor_uid=uid))

    def show_subject(self, subject: str) -> None:
        """Show only events of a subject, whenever, by whomever."""
        self.search.set_search("")
        self.ask(AuditQuery(days=None, subject=subject))

    def only(self, customer_id: str) -> None:
        """Show only what was done to this customer, whenever."""
        for one in self._rows:
            if one.event.customer_id == customer_id and one.customer:
                self._named[customer_id] = one.customer
        self.ask(replace(self.query, customer_id=customer_id, days=None))

    def _show_query(self) -> None:
        self._offer()
        query = self.query
        for key, value in (
            ("when", query.days), ("what", query.subject), ("who", query.actor_uid),
            ("customer", query.customer_id),
        ):  # fmt: skip
            self.filters.choose(key, value)

    def _offer(self) -> None:
        """Offer the filters: the people who work here, and the customer that was asked for."""
        actor, query = self._context.session.actor, self.query
        people = {one.uid: one.name for one in self._context.office.owners}
        if actor.uid is not None:
            people.setdefault(actor.uid, actor.name)
        if query.actor_uid:
            people.setdefault(query.actor_uid, self._named.get(query.actor_uid, query.actor_uid))
        asked = query.customer_id
        one = ((asked, self._named.get(asked, asked)),) if asked else ()
        self.filters.offer(
            (
                Choices("when", self.tr("When"), texts.periods()),
                Choices("what", self.tr("What"), texts.subjects()),
                Choices("who", self.tr("Who"), (("", self.tr("Anybody")), *people.items())),
                Choices("customer", self.tr("Customer"), (("", self.tr("Anybody")), *one)),
            )
        )

    def _on_filters(self) -> None:
        days = self.filters.chosen("when")
        self.ask(
            replace(
                self.query,
                days=days if isinstance(days, int) else None,
                subject=str(self.filters.chosen("what")),
                actor_uid=str(self.filters.chosen("who")),
                customer_id=str(self.filters.chosen("customer")),
            )
        )

    def _on_searched(self, words: str) -> None:
        self.ask(replace(self.query, words=words))

    def open_filters(self) -> None:
        """Offer the filters by the keyboard."""
        self.filters.open_menu()

    def clear_filters(self) -> None:
        """Show everything, of all time."""
        self.search.set_search("")
        self.ask(AuditQuery(days=None))

    # --- one event --------------------------------------------------------------------------------

    def _on_current(self) -> None:
        current = self.table.current()
        row = next((r for r in self._rows if current and r.event.id == current.id), None)
        self.panel.setVisible(row is not None)
        if row is not None:
            self.panel.show_event(row, self._context.office.formats)

    def _on_escape(self) -> None:
        self.table.clearSelection()
        self.panel.hide()
        self.table.setFocus()

    def _on_copied(self, text: str) -> None:
        self._context.copy(text)
        self.told.emit(self.tr("The event was copied."))

    # --- export -----------------------------------------------------------------------------------

    def _read_all(self) -> None:
        work = partial(audit.everything, self._context.session, self.query)
        key = ("audit export", id(self))
        self._context.tasks.query(key, work, self._on_all, self._on_failed)

    def _on_all(self, rows: tuple[AuditRow, ...]) -> None:
        self._whole = rows
        self.export_wanted.emit()

    def exportable(self) -> Exportable | None:
        """All events that fit once they were read for it, else those that are shown."""
        rows = self._whole if self._whole is not None else self._rows
        if not rows:
            return None
        formats = self._context.office.formats
        lines = tuple(
            (
                one.event.at.isoformat(), texts.who(one), texts.what(one.event.kind),
                one.customer or "", texts.from_to(one, formats), texts.computer(one),
                one.event.id,
            )
            for one in rows
        )  # fmt: skip
        about = fill(self.tr("{number} events"), number=formats.number(len(rows)))
        titles = (*texts.heads(), self.tr("Event"))
        return Exportable(self.tr("Audit"), about, Figures(lines), titles)

    # --- the frame --------------------------------------------------------------------------------

    @property
    def lists_customers(self) -> bool:
        """Nobody can be chosen here."""
        return False

    @property
    def view(self) -> QWidget:
        """The table of events."""
        return self.table

    def focus_search(self) -> None:
        self.search.setFocus()

    def step(self, by: int) -> None:
        row = self.table.currentIndex().row() + by
        if 0 <= row < self.table.cells.rowCount():
            self.table.selectRow(row)


def _line(pane: Pane) -> QHBoxLayout:
    row = QHBoxLayout(pane)
    row.setContentsMargins(theme.px(16), 0, theme.px(16), 0)
    row.setSpacing(theme.px(8))
    return row
