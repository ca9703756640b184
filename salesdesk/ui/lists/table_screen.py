"""A screen whose customers are rows of one table: what the frame asks is asked of the table."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget

from salesdesk.domain.errors import Refusal
from salesdesk.domain.queries import CustomerRow
from salesdesk.domain.refusals import Why
from salesdesk.ui.i18n import fill
from salesdesk.ui.kit.widgets import TEXT_FIELDS
from salesdesk.ui.lists.customer_rows import CustomersModel
from salesdesk.ui.lists.customer_table import MOST_SELECTED, CustomersTable
from salesdesk.ui.lists.screen import Screen


class TablePlace(Screen):
    """A screen with a table of customers.

    Attributes:
        model, table: the rows and their view.
    """

    def __init__(
        self,
        name: str,
        model: CustomersModel,
        table: CustomersTable,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, parent)
        self.model = model
        self.table = table
        self._arriving = False

    @property
    def view(self) -> QWidget:
        """The table."""
        return self.table

    def arrive(self) -> None:
        """The keyboard is at the table; the ring comes with the first rows."""
        super().arrive()
        self._arriving = self.model.waiting

    def _end_arrival(self) -> None:
        """The rows are there: the table takes the focus that waited for them."""
        if self._arriving and self.isVisible():
            self._arriving = False
            focus = QApplication.focusWidget()
            if focus is None or (self.isAncestorOf(focus) and not isinstance(focus, TEXT_FIELDS)):
                self.table.setFocus()

    def selected(self) -> list[CustomerRow]:
        return self.table.selected_rows()

    def current(self) -> CustomerRow | None:
        return self.table.chosen_row()

    def choose_nobody(self) -> None:
        self.table.choose_nothing()

    def known(self, customer_id: str) -> CustomerRow | None:
        at = self.model.row_of(customer_id)
        return self.model.row(at) if at is not None else None

    def go_to_id(self, customer_id: str) -> bool:
        return self.table.go_to_id(customer_id)

    def step(self, by: int) -> None:
        self.table.step(by)

    def in_sight(self) -> list[CustomerRow]:
        return self.table.in_sight()

    def as_text(self) -> str:
        """The selected rows with the headers of the shown columns."""
        if self.table.selected_rows():
            return self.table.as_text()
        if self.table.selected_count():
            said = self.tr("At most {number} rows are copied at once.")
            self.failed.emit(Refusal(Why.WORDED, text=fill(said, number=str(MOST_SELECTED))))
        return ""

    def set_compact(self, compact: bool) -> None:
        self.table.set_compact(compact)

    def _on_opened(self) -> None:
        row = self.table.choose_current()
        if row is not None:
            self.opened.emit(row)
