"""The pool as it is shown, for export: its columns in their order, filters and sort."""

from __future__ import annotations

from PySide6.QtCore import Qt

from salesdesk.domain.contact import Method, Outcome
from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.exporting import CustomerField, PoolTable
from salesdesk.domain.pool import PoolQuery
from salesdesk.ui.i18n import translate
from salesdesk.ui.lists.customer_table import CustomersTable
from salesdesk.ui.lists.exportable import Exportable, further
from salesdesk.ui.pool.rows import PoolColumn
from salesdesk.ui.texts import method_word, outcome_word, status_word


def exportable(view: CustomersTable, query: PoolQuery, about: str) -> Exportable:
    """What the pool's screen offers."""
    logical = (view.head.logicalIndex(at) for at in range(view.head.count()))
    columns = [PoolColumn(column) for column in logical if not view.isColumnHidden(column)]
    heads = [view.customers.headerData(column, Qt.Orientation.Horizontal) for column in columns]
    fields = tuple(CustomerField[column.name] for column in columns)
    return Exportable(
        translate("pool", "Pool"),
        about,
        PoolTable(query, fields),
        tuple(str(head) for head in heads),
        (
            *((status.value, status_word(status)) for status in SalesStatus),
            *((method.value, method_word(method)) for method in Method),
            *((outcome.value, outcome_word(outcome).capitalize()) for outcome in Outcome),
        ),
        further(fields, pool=True),
    )
