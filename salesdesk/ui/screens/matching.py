"""All customers that a list asks for, not only those that were read: for acts on many at once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from salesdesk.domain.queries import CustomerQuery, CustomerRow, CustomerSort, PageKey
from salesdesk.services import lists
from salesdesk.services.desk import Desk
from salesdesk.ui.context import Context
from salesdesk.ui.screens.customers_table import CustomersTable

#: So many can be chosen for one act; each is an act of its own, by its own condition.
MOST_MATCHING = 10_000

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Matching:
    """The customers that matched when they were read.

    Attributes:
        more: there are more than may be chosen at once; then `rows` is empty.
    """

    query: CustomerQuery
    rows: tuple[CustomerRow, ...]
    more: bool = False


def read_matching(desk: Desk, query: CustomerQuery) -> Matching:
    """Read them all, page by page; on a worker thread.

    Raises:
        Refusal, Unavailable: what `lists.page` raises.
    """
    # By name, whatever the list's own order: that one stays quick at any size.
    by_name = replace(query, sort=CustomerSort.NAME, descending=False)
    found: dict[str, CustomerRow] = {}
    after: PageKey | None = None
    while True:
        page = lists.page(desk, by_name, after, _AT_ONCE)
        found.update((row.id, row) for row in page.rows)
        if len(found) > MOST_MATCHING:
            return Matching(query, (), more=True)
        after = page.after
        if after is None:
            return Matching(query, tuple(found.values()))


class Everybody(QObject):
    """Chooses all that match, until somebody chooses otherwise.

    Signals:
        told(str): why not.
        failed(Exception): they could not be read.
    """

    told = Signal(str)
    failed = Signal(object)

    def __init__(self, context: Context, table: CustomersTable, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._table = table
        self._query: CustomerQuery | None = None
        self._found: Matching | None = None

    @property
    def rows(self) -> tuple[CustomerRow, ...]:
        """All that match; empty where these are not chosen."""
        return self._found.rows if self._found is not None and self._table.everything else ()

    def ask(self, query: CustomerQuery) -> None:
        """Read all that match a query, then choose them."""
        self._query = query
        work = partial(read_matching, self._context.desk, query)
        key = ("customers matching", id(self))
        self._context.tasks.query(key, work, self._on_found, self._on_error)

    def again(self) -> None:
        """Read them again where they are chosen: something may have changed."""
        if self.rows and self._query is not None:
            self.ask(self._query)

    def forget(self) -> None:
        """Something else is asked for now."""
        self._query = self._found = None
        self._context.tasks.void(("customers matching", id(self)))

    def _on_found(self, found: Matching) -> None:
        if found.query != self._query:
            return
        if found.more:
            number = self._context.office.formats.number(MOST_MATCHING)
            said = self.tr("More than %1 match: narrow the list with a filter first.")
            self.told.emit(said.replace("%1", number))
            return
        self._found = found
        self._table.choose_everything()

    def _on_error(self, fault: Exception) -> None:
        self.failed.emit(fault)
