"""All customers that a list asks for, not only those that were read: for acts on many at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from salesdesk.domain.queries import CustomerQuery, CustomerRow, pages
from salesdesk.services.lists import customers
from salesdesk.services.session import Session
from salesdesk.ui.i18n import fill
from salesdesk.ui.lists.customer_table import CustomersTable
from salesdesk.ui.session.context import Context

#: So many can be chosen for one act; each is an act of its own, by its own condition.
MOST_MATCHING = 10_000

_AT_ONCE = 500


#: Whom a list shows: those that a query asks for, or a fixed list of ids.
Asked = CustomerQuery | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SelectAll:
    """The customers that matched when they were read.

    Attributes:
        more: there are more than may be chosen at once; then `rows` is empty.
    """

    asked: Asked
    rows: tuple[CustomerRow, ...]
    more: bool = False


def read_matching(session: Session, asked: Asked) -> SelectAll:
    """Read them all, page by page; on a worker thread.

    Raises:
        Refusal, Unavailable: what `lists.page` and `lists.rows` raise.
    """
    if isinstance(asked, tuple):
        read = _listed(session, asked)
    else:
        read = pages(lambda after: customers.page(session, asked, after, _AT_ONCE))
    found: dict[str, CustomerRow] = {}
    for rows in read:
        found.update((row.id, row) for row in rows)
        if len(found) > MOST_MATCHING:
            return SelectAll(asked, (), more=True)
    return SelectAll(asked, tuple(found.values()))


def _listed(session: Session, ids: tuple[str, ...]) -> Iterator[tuple[CustomerRow, ...]]:
    for begin in range(0, len(ids), _AT_ONCE):
        yield customers.rows(session, ids[begin : begin + _AT_ONCE])


def unordered(asked: Asked) -> Asked:
    """By name, whatever the list's own order: that one stays quick at any size."""
    if isinstance(asked, tuple):
        return asked
    plain = CustomerQuery()
    return replace(asked, sort=plain.sort, descending=plain.descending)


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
        self._asked: Asked | None = None
        self._found: SelectAll | None = None

    @property
    def rows(self) -> tuple[CustomerRow, ...]:
        """All that match; empty where these are not chosen."""
        return self._found.rows if self._found is not None and self._table.everything else ()

    def ask(self, asked: Asked) -> None:
        """Read all of these customers, then choose them."""
        self._asked = unordered(asked)
        work = partial(read_matching, self._context.session, self._asked)
        self._context.tasks.query(self._key(), work, self._on_found, self._on_error)

    def again(self) -> None:
        """Read them again where they are chosen: something may have changed."""
        if self.rows and self._asked is not None:
            self.ask(self._asked)

    def follow(self, asked: Asked) -> None:
        """The list shows this from now on: all stay chosen only where just the order differs."""
        if self._asked == unordered(asked):
            return
        self._asked = self._found = None
        self._context.tasks.void(self._key())
        if self._table.everything:
            self._table.choose_nothing()

    def _key(self) -> tuple[object, ...]:
        return ("customers matching", id(self))

    def _on_found(self, found: SelectAll) -> None:
        if found.asked != self._asked:
            return
        if found.more:
            number = self._context.office.formats.number(MOST_MATCHING)
            said = self.tr("More than {number} match: narrow the list with a filter first.")
            self.told.emit(fill(said, number=number))
            return
        self._found = found
        self._table.choose_everything()

    def _on_error(self, fault: Exception) -> None:
        self.failed.emit(fault)
