"""A screen whose customers are rows of one table: what the frame asks is asked of the table."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QApplication, QWidget

from salesdesk.domain.changes import Changes
from salesdesk.domain.errors import Refusal
from salesdesk.domain.queries import CustomerRow
from salesdesk.domain.refusals import Why
from salesdesk.ui.i18n import fill
from salesdesk.ui.kit.widgets import TEXT_FIELDS
from salesdesk.ui.lists.customer_rows import CustomersModel
from salesdesk.ui.lists.customer_table import MOST_SELECTED, CustomersTable
from salesdesk.ui.lists.list_counts import Counts, ListCounts
from salesdesk.ui.lists.reading_screen import ReadingScreen
from salesdesk.ui.session.context import Context


class TablePlace(ReadingScreen):
    """A screen with a table of customers and their counts.

    Attributes:
        model, table: the rows and their view.
        counting: asks for the counts; `counts` are those of now.
    """

    def __init__(
        self,
        name: str,
        context: Context,
        model: CustomersModel,
        table: CustomersTable,
        count: Callable[..., Counts[Any, Any]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, context, parent)
        self.model = model
        model.setParent(self)
        self.table = table
        self._arriving = False
        self.counting = ListCounts(context.tasks, name, count, self)

    def listen(self) -> None:
        """Hear what the table and the counts say too."""
        self.model.loading.connect(self._on_loading)
        self.model.loaded.connect(self._on_loaded)
        self.model.failed.connect(self._on_failed)
        self.table.opened.connect(self._on_opened)
        self.table.menu_requested.connect(self.menu_requested)
        self.counting.counted.connect(self.show_counts)
        self.counting.failed.connect(self._on_fault)
        super().listen()

    # --- reading ----------------------------------------------------------------------------------

    def read_again(self) -> None:
        self.model.refresh()
        self.recount()

    def recount(self) -> None:
        """Count what is asked for."""
        raise NotImplementedError

    def note_changes(self) -> None:
        """The navigation shows the number meanwhile."""
        self.recount()

    def take_changes(self, changes: Changes) -> None:
        """Rows that are read are read again, unless somebody came who is not."""
        listed = {one for one in changes.customer_ids if self.model.row_of(one) is not None}
        if changes.customer_ids and listed == changes.customer_ids:
            self.touch_rows(changes.customer_ids)
        else:
            self.refresh()

    def touch_rows(self, ids: frozenset[str]) -> None:
        """Read these rows again, and count."""
        self.model.touch(ids)
        self.recount()

    def show_counts(self, counts: Counts[Any, Any]) -> None:
        """Show how many there are."""
        raise NotImplementedError

    def in_other_order(self) -> bool:
        """Where an order was refused, ask by name in its place; False: it was none."""
        raise NotImplementedError

    def unread(self, fault: Exception) -> tuple[str, str]:
        """Title and text in place of the rows."""
        raise NotImplementedError

    def _on_loading(self) -> None:
        if self.model.rowCount() == 0:
            self.show_loading()

    def _on_loaded(self) -> None:
        """Rows were read, or there are none."""
        raise NotImplementedError

    def _on_failed(self, fault: Exception) -> None:
        if isinstance(fault, Refusal) and self.in_other_order():
            self.failed.emit(Refusal(fault.reason))
            return
        if self.model.rowCount() == 0 or self.model.waiting:
            self.states.show_error(*self.unread(fault))
        self.failed.emit(fault)

    # --- the table --------------------------------------------------------------------------------

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
