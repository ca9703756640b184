"""The audit: events in plain words with filters, before and after, export; nothing is changed."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from salesdesk.domain.audit import AuditPage, AuditQuery, AuditRow
from salesdesk.domain.changes import Changes
from salesdesk.domain.exporting import Figures
from salesdesk.domain.permissions import Permission
from salesdesk.services.admin import audit
from salesdesk.ui.audit import texts
from salesdesk.ui.audit.event_panel import EventPanel
from salesdesk.ui.commands import Cmd, hint
from salesdesk.ui.i18n import fill
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.forms.cell_table import CellTable
from salesdesk.ui.kit.widgets import (
    Button,
    ButtonKind,
    EmptyState,
    FilterChip,
    Label,
    Pane,
    SearchField,
    StateStack,
    named,
)
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
        self.search = SearchField(
            self.tr("Person or customer"),
            name="audit_search",
            accessible=self.tr("Find events"),
            hint=hint(Cmd.SEARCH),
        )
        self.export = Button(self.tr("Export…"), name="audit_export", icon="upload")
        self.period = _choice("audit_period", self.tr("When"), texts.periods())
        self.subject = _choice("audit_subject", self.tr("What"), texts.subjects())
        self.person = _choice("audit_person", self.tr("Who"), (("", self.tr("Anybody")),))
        self.chip = FilterChip("", "", name="audit_customer", parent=self)
        self.count = Label(name="audit_count", ink="text2")
        self.table = CellTable(
            texts.heads(),
            [136, 152, 184, 152, 0],
            name="audit_table",
            accessible=self.tr("Events"),
            whole=(0,),
        )
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
        filters = Pane("base", "bottom", name="audit_filters")
        filters.setFixedHeight(theme.px(48))
        row = _line(filters)
        for part in (self.period, self.subject, self.person, self.chip):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.count)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.states, 1)
        left.addWidget(self.more)
        beside = QHBoxLayout()
        beside.setSpacing(0)
        beside.addLayout(left, 1)
        beside.addWidget(self.panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(filters)
        column.addLayout(beside, 1)
        self.panel.hide()
        self.more.hide()

    def _connect(self) -> None:
        for choice in (self.period, self.subject, self.person):
            choice.activated.connect(self._on_choice)
        self.search.searched.connect(self._on_searched)
        self.search.left.connect(self.focus_list)
        self.chip.removed.connect(self._on_anybody)
        self.clear.clicked.connect(self.clear_filters)
        self.more.clicked.connect(self._read_more)
        self.export.clicked.connect(self._read_all)
        self.states.retried.connect(self.refresh)
        self.table.selectionModel().currentRowChanged.connect(self._on_current)
        self.panel.customer_wanted.connect(self.customer_wanted)
        self.panel.only_wanted.connect(self.only)
        self.panel.copied.connect(self._on_copied)
        self._context.office.changed.connect(self._fill_people)
        self._context.feed.changed.connect(self._on_changes)
        self._context.connection.regained.connect(self.refresh)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self._on_escape)
        actor = self._context.session.actor
        self.export.setVisible(actor.may(Permission.DATA_EXPORT))
        self._fill_people()

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
        self.table.show_rows([texts.row_of(one, formats) for one in self._rows])
        more = self._page is not None and self._page.after is not None
        self.more.setVisible(more)
        self.count.setText(texts.counted(len(self._rows), formats, more=more))
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
        if _place(self.person, uid) < 0:
            self.person.addItem(name, uid)
        self.search.set_search("")
        self.ask(AuditQuery(days=None, actor_uid=uid))

    def show_subject(self, subject: str) -> None:
        """Show only events of a subject, whenever, by whomever."""
        self.search.set_search("")
        self.ask(AuditQuery(days=None, subject=subject))

    def only(self, customer_id: str) -> None:
        """Show only what was done to this customer, whenever."""
        self.ask(replace(self.query, customer_id=customer_id, days=None))

    def _show_query(self) -> None:
        query = self.query
        for choice, value in (
            (self.period, query.days), (self.subject, query.subject),
            (self.person, query.actor_uid),
        ):  # fmt: skip
            choice.setCurrentIndex(max(_place(choice, value), 0))
        name = next(
            (one.customer for one in self._rows if one.event.customer_id == query.customer_id), None
        )
        self.chip.set_words(self.tr("Customer"), name or "")
        self.chip.setVisible(bool(query.customer_id))

    def _on_choice(self) -> None:
        self.ask(
            replace(
                self.query,
                days=self.period.currentData(),
                subject=str(self.subject.currentData()),
                actor_uid=str(self.person.currentData()),
            )
        )

    def _on_searched(self, words: str) -> None:
        self.ask(replace(self.query, words=words))

    def _on_anybody(self) -> None:
        self.ask(replace(self.query, customer_id=""))

    def clear_filters(self) -> None:
        self.search.set_search("")
        self.ask(AuditQuery())

    def _fill_people(self) -> None:
        chosen = self.person.currentData()
        self.person.clear()
        self.person.addItem(self.tr("Anybody"), "")
        for one in self._context.office.owners:
            self.person.addItem(one.name, one.uid)
        actor = self._context.session.actor
        if actor.uid is not None and _place(self.person, actor.uid) < 0:
            self.person.addItem(actor.name, actor.uid)
        self.person.setCurrentIndex(max(_place(self.person, chosen), 0))

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
                one.customer or "", texts.from_to(one, formats), one.event.id,
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


def _choice(name: str, accessible: str, entries: tuple[tuple[object, str], ...]) -> QComboBox:
    made = QComboBox()
    named(made, name, accessible)
    for value, words in entries:
        made.addItem(words, value)
    return made


def _place(choice: QComboBox, value: object) -> int:
    """Where a value stands; None is found too, which Qt's own search does not."""
    return next((at for at in range(choice.count()) if choice.itemData(at) == value), -1)


def _line(pane: Pane) -> QHBoxLayout:
    row = QHBoxLayout(pane)
    row.setContentsMargins(theme.px(16), 0, theme.px(16), 0)
    row.setSpacing(theme.px(8))
    return row
