"""The customers table as it is shown, for export: its columns in their order, filters and sort."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt

from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.exporting import CustomerField, CustomersTable
from salesdesk.domain.queries import CustomerQuery
from salesdesk.domain.round import OutOfRound
from salesdesk.ui.i18n import translate
from salesdesk.ui.lists.customer_rows import Column, Extra, column_of
from salesdesk.ui.lists.customer_table import CustomersTable as TableView
from salesdesk.ui.lists.exportable import Exportable, further
from salesdesk.ui.texts import out_word, status_word


def exportable(
    view: TableView, query: CustomerQuery, listed: Sequence[str] | None, about: str
) -> Exportable:
    """What the customers screen offers."""
    columns = shown(view)
    heads = [view.customers.headerData(column, Qt.Orientation.Horizontal) for column in columns]
    fields = tuple(CustomerField[column.name] for column in columns)
    return Exportable(
        translate("customers", "Customers"),
        about,
        CustomersTable(
            query,
            fields,
            tuple(listed) if listed is not None else None,
        ),
        tuple(str(head) for head in heads),
        (
            *((status.value, status_word(status)) for status in SalesStatus),
            *((out.value, out_word(out)) for out in OutOfRound),
        ),
        further(fields),
    )


def shown(view: TableView) -> list[Column | Extra]:
    """The columns that are shown, from left to right."""
    logical = (view.head.logicalIndex(at) for at in range(view.head.count()))
    return [column_of(column) for column in logical if not view.isColumnHidden(column)]
