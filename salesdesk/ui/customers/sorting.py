"""The order of the customers table: by a click on a header or from a menu, or why not."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu

from salesdesk.domain.queries import CustomerQuery, CustomerSort
from salesdesk.ui.customers import texts as words
from salesdesk.ui.i18n import fill
from salesdesk.ui.lists.customer_rows import SORTS, Column, Extra, column_of
from salesdesk.ui.lists.customer_table import CustomersTable
from salesdesk.ui.session.office_settings import OfficeSettings

#: The orders that stay quick at any size.
FAST = frozenset(sort for sort in CustomerSort if sort.fast)


class CustomersOrder(QObject):
    """By what the table is sorted, and by what it can be.

    Signals:
        wanted(CustomerQuery): the list shall be asked for in this order.
        told(str): why it cannot be sorted by a column.
    """

    wanted = Signal(object)
    told = Signal(str)

    def __init__(self, table: CustomersTable, office: OfficeSettings, parent: QObject) -> None:
        super().__init__(parent)
        self._table = table
        self._office = office
        self._query = CustomerQuery()
        self._listed = False
        self._sortable = frozenset(CustomerSort)
        self._menu = QMenu(table)
        self._menu.setObjectName("customers_sort_menu")
        table.head.sectionClicked.connect(self._on_header)

    def show_query(self, query: CustomerQuery, listed: bool) -> None:
        """Show the order of a query; a fixed list has its own."""
        self._query, self._listed = query, listed
        self._show()

    def allow(self, sortable: frozenset[CustomerSort]) -> None:
        """These orders stay quick for what is asked."""
        self._sortable = sortable
        self._show()

    def refused(self) -> CustomerQuery | None:
        """The query in an order that is never refused; None where it has one."""
        if self._query.sort in FAST:
            return None
        self._sortable = FAST
        return replace(self._query, sort=CustomerSort.NAME, descending=False)

    def sort_by(self, column: Column | Extra) -> None:
        """Sort by a column; a second time turns the order round."""
        if not self._can(column):
            self._show()
            self.told.emit(self._why_not(column))
            return
        sort = SORTS[column]
        turned = sort is self._query.sort and not self._query.descending
        self.wanted.emit(replace(self._query, sort=sort, descending=turned))

    def open_menu(self) -> None:
        """Open the menu of sort orders under the header of the table."""
        self._menu.clear()
        for column in SORTS:
            action = self._menu.addAction(self._title(column))
            action.setCheckable(True)
            action.setChecked(SORTS[column] is self._query.sort and not self._listed)
            action.setEnabled(self._can(column))
            action.setProperty("column", int(column))
            action.triggered.connect(self._on_chosen)
        self._menu.popup(self._table.mapToGlobal(QPoint(16, self._table.head.height())))

    def _on_header(self, section: int) -> None:
        self.sort_by(column_of(section))

    def _on_chosen(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.sort_by(column_of(int(sender.property("column"))))

    def _can(self, column: Column | Extra) -> bool:
        return not self._listed and SORTS.get(column) in self._sortable

    def _title(self, column: Column | Extra) -> str:
        return str(self._table.customers.headerData(column, Qt.Orientation.Horizontal))

    def _why_not(self, column: Column | Extra) -> str:
        if self._listed:
            return self.tr("A fixed list has its own order.")
        if column not in SORTS:
            said = self.tr("The list cannot be sorted by {column}.")
            return fill(said, column=self._title(column).lower())
        return words.unsorted(self._title(column), self._office.formats)

    def _show(self) -> None:
        column = next(c for c, sort in SORTS.items() if sort is self._query.sort)
        self._table.head.setSortIndicatorShown(not self._listed)
        self._table.show_sorted(column, Qt.SortOrder(int(self._query.descending)))
        tip = self.tr("Sort by this column (Ctrl+Shift+S opens all orders)")
        self._table.customers.set_header_tips(
            {int(c): tip if self._can(c) else self._why_not(c) for c in (*Column, *Extra)}
        )
