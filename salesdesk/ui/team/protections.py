"""Who is protected until when, why and by whom; to be changed or ended."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from salesdesk.domain.permissions import Permission
from salesdesk.domain.queries import CustomerRow
from salesdesk.domain.standing import ProtectedPage, ProtectedRow
from salesdesk.services.lists import standing
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.forms.cell_table import CellTable
from salesdesk.ui.kit.widgets import Button, ButtonKind, EmptyState, Label, Pane, StateStack
from salesdesk.ui.session.context import Context
from salesdesk.ui.team import standing_words as words


class ProtectionsPage(Pane):
    """The protected, whose protection ends first at the top.

    Signals:
        failed(Exception): they could not be read.
        picked(): another one is current.
        opened(): the current one shall be opened.
        change_wanted(): the protection of the current one shall be changed or ended.
        counted(str): how many there are.
    """

    failed = Signal(object)
    picked = Signal()
    opened = Signal()
    change_wanted = Signal()
    counted = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("base", name="protections", parent=parent)
        self._context = context
        self._rows: tuple[ProtectedRow, ...] = ()
        self._page: ProtectedPage | None = None
        self._number = 0
        self._asked = False
        self.count = Label(name="protections_count", ink="text2")
        self.change = Button(self.tr("Change or end…"), name="protections_change", icon="shield")
        self.table = CellTable(
            words.protection_heads(),
            [168, 136, 112, 0, 136, 112, 112],
            name="protections_table",
            accessible=self.tr("Protections"),
        )
        self.more = Button(
            self.tr("Show later ones"), name="protections_more", kind=ButtonKind.LINK
        )
        empty = EmptyState("shield", "", "", name="protections_empty")
        empty.set_words(*words.no_protection())
        self.states = StateStack(self.table, empty, name="protections_states")
        self._lay_out()
        self.change.clicked.connect(self.change_wanted)
        self.more.clicked.connect(self._read_more)
        self.states.retried.connect(self.refresh)
        self.table.opened.connect(self.opened)
        self.table.selectionModel().currentRowChanged.connect(self._on_current)
        self._on_current()

    def _lay_out(self) -> None:
        bar = Pane("base", "bottom", name="protections_bar")
        bar.setFixedHeight(theme.px(48))
        row = QHBoxLayout(bar)
        row.setContentsMargins(theme.px(16), 0, theme.px(16), 0)
        row.addWidget(self.change)
        row.addStretch(1)
        row.addWidget(self.count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self.states, 1)
        column.addWidget(self.more)
        self.more.hide()

    def refresh(self) -> None:
        """Read them again."""
        if not self._asked:
            self.states.show_loading()
        self._asked = True
        work = partial(standing.protected, self._context.session)
        self._context.tasks.query(("protections", id(self)), work, self._on_first, self._on_failed)

    def _on_first(self, page: ProtectedPage) -> None:
        self._page, self._rows, self._number = page, page.rows, page.number or 0
        self._show()

    def _read_more(self) -> None:
        if self._page is None or self._page.after is None:
            return
        work = partial(standing.protected, self._context.session, self._page.after)
        self._context.tasks.query(("protections", id(self)), work, self._on_more, self._on_failed)

    def _on_more(self, page: ProtectedPage) -> None:
        self._page, self._rows = page, (*self._rows, *page.rows)
        self._show()

    def _show(self) -> None:
        formats, current = self._context.office.formats, self.table.current()
        self.table.show_rows([words.protection_line(one, formats) for one in self._rows])
        self.more.setVisible(self._page is not None and self._page.after is not None)
        self.count.setText(words.protections(self._number, formats))
        self.counted.emit(formats.number(self._number))
        ids = [one.row.id for one in self._rows]
        if not ids:
            self.states.show_empty()
        else:
            self.states.show_list()
            if current is not None and current.id in ids:
                self.table.selectRow(ids.index(current.id))
        self._on_current()

    def _on_failed(self, fault: Exception) -> None:
        if self._page is None:
            self.states.show_error(*words.failed(fault))
        self.failed.emit(fault)

    def _on_current(self) -> None:
        may = self._context.session.actor.may(Permission.CUSTOMERS_PROTECT)
        self.change.setVisible(may)
        self.change.setEnabled(self.current() is not None)
        self.picked.emit()

    def current(self) -> CustomerRow | None:
        """The customer whose line is current."""
        line = self.table.current()
        return next((one.row for one in self._rows if line and one.row.id == line.id), None)

    def known(self, customer_id: str) -> CustomerRow | None:
        """One of those that are listed."""
        return next((one.row for one in self._rows if one.row.id == customer_id), None)
