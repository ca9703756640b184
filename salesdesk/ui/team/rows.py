"""The customers of one state, beneath a chip that names it and leads back."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from salesdesk.domain.queries import CustomerQuery
from salesdesk.domain.states import CustomerState
from salesdesk.ui.i18n import plural
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.widgets import (
    Button,
    ButtonKind,
    EmptyState,
    FilterChip,
    Label,
    Pane,
    StateStack,
)
from salesdesk.ui.lists import table_export
from salesdesk.ui.lists.customer_rows import CustomersModel
from salesdesk.ui.lists.customer_table import CustomersTable
from salesdesk.ui.lists.exportable import Exportable
from salesdesk.ui.session.context import Context
from salesdesk.ui.team import export
from salesdesk.ui.team import texts as words
from salesdesk.ui.team.model import StateSource


class TeamRows(Pane):
    """Those in one state.

    Signals:
        left(): back to the counts.
        failed(Exception): something could not be read.
        menu_requested(QPoint): the context menu of the selection shall open.
        ready(): all of them are known and can be exported.
    """

    left = Signal()
    failed = Signal(object)
    menu_requested = Signal(QPoint)
    ready = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("base", name="team_rows", parent=parent)
        self._context = context
        self._state: CustomerState | None = None
        self._ids: tuple[str, ...] | None = None
        self.model = CustomersModel(context.tasks, self)
        self.table = CustomersTable(self.model, name="team_table")
        self.table.head.setSortIndicatorShown(False)
        self.table.head.setSectionsClickable(False)
        self._back = Button(
            self.tr("All states"), name="team_back", kind=ButtonKind.QUIET, icon="undo-2"
        )
        self._back.setToolTip(self.tr("Back to the counts (Esc)"))
        self._chip = FilterChip("", "", name="team_chip", parent=self)
        self.count = Label(name="team_count", ink="text2")
        self._empty = EmptyState("users", "", "", name="team_rows_empty")
        self.states = StateStack(self.table, self._empty, name="team_rows_states")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        side = theme.px(16)
        row = QHBoxLayout()
        row.setContentsMargins(theme.px(8), theme.px(8), side, theme.px(8))
        row.setSpacing(theme.px(8))
        row.addWidget(self._back)
        row.addWidget(self._chip)
        row.addStretch(1)
        row.addWidget(self.count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.states, 1)

    def _connect(self) -> None:
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.left)
        self._back.clicked.connect(self.left)
        self._chip.removed.connect(self.left)
        self.states.retried.connect(self.model.refresh)
        self.table.menu_requested.connect(self.menu_requested)
        self.model.loading.connect(self._on_loading)
        self.model.loaded.connect(self._on_loaded)
        self.model.failed.connect(self._on_failed)
        self.model.gone.connect(self.model.refresh)

    @property
    def state(self) -> CustomerState | None:
        """Whose rows are shown."""
        return self._state

    def open(self, state: CustomerState, number: int) -> None:
        """Show those in a state; `number` is the count that was opened."""
        office = self._context.office
        self._state = state
        self._chip.set_words(self.tr("State"), words.state_word(state))
        self.show_count(number)
        self.model.ask(StateSource(self._context.session, state, office.formats, office.region))
        self._read_ids()

    def refresh(self) -> None:
        """Read those in the state again."""
        self.model.refresh()
        self._read_ids()

    def _read_ids(self) -> None:
        """All of them, not only those in sight, so that they can be exported."""
        self._ids = None
        if self._state is not None:
            work = partial(export.ids_of, self._context.session, self._state)
            key = ("team ids", id(self))
            self._context.tasks.query(key, work, self._on_ids, self._on_failed)

    def _on_ids(self, ids: tuple[str, ...]) -> None:
        self._ids = ids
        self.ready.emit()

    def exportable(self) -> Exportable | None:
        """The customers of the state; None while they are being read."""
        if self._ids is None:
            return None
        about = f"{words.state_word(self._state)}: {self.count.text()}" if self._state else ""
        return table_export.exportable(self.table, CustomerQuery(), self._ids, about)

    def show_count(self, number: int) -> None:
        """Say how many there are."""
        written = self._context.office.formats.number(number)
        said = plural("states", "1 customer", "{number} customers", number, number=written)
        self.count.setText(said)

    def _on_loading(self) -> None:
        if self.model.rowCount() == 0:
            self.states.show_loading()

    def _on_loaded(self) -> None:
        if self.model.rowCount() == 0 and self._state is not None:
            self._empty.set_words(*words.nobody(self._state), icon=words.ICONS[self._state])
            self.states.show_empty()
            return
        self.states.show_list()
        if self.isVisible() and not self.table.selected_count():
            self.table.setFocus()

    def _on_failed(self, fault: Exception) -> None:
        if self.model.rowCount() == 0:
            self.states.show_error(*words.failed(fault))
        self.failed.emit(fault)
