"""Customers, the pool and follow-ups as lines of a file, read as of one moment.

What a role may not see is not in the rows (docs/rules.md, "People"). Who writes the file, and in
which format, is no concern of this module.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from salesdesk.domain.errors import NotAllowed, Unavailable
from salesdesk.domain.events import Details, Event, EventKind
from salesdesk.domain.exporting import (
    MORE_FIELDS,
    POOL_FIELDS,
    Cell,
    CustomerField,
    CustomersTable,
    FollowUp,
    FollowUps,
    Line,
    PhoneText,
    PoolTable,
)
from salesdesk.domain.follow_up import FollowUpState
from salesdesk.domain.permissions import Permission
from salesdesk.domain.phones import PhoneNumber
from salesdesk.domain.pool import PoolQuery, PoolRow
from salesdesk.domain.queries import (
    CustomerMore,
    CustomerQuery,
    CustomerRow,
    CustomerSort,
    OwnerFilter,
    OwnerScope,
    Page,
    PageKey,
    RoundFilter,
    pages,
)
from salesdesk.domain.query_facts import facts_of, pool_facts_of
from salesdesk.domain.refusals import Why
from salesdesk.domain.settings import PHONE_REGION
from salesdesk.services import access, phones
from salesdesk.services.lists import orders
from salesdesk.services.session import Session
from salesdesk.services.viewer import search_of, viewer_of
from salesdesk.storage.reads import customers, customers_more
from salesdesk.storage.reads import pool as pool_reads
from salesdesk.storage.reads.search import Search
from salesdesk.storage.reads.viewer import Viewer
from salesdesk.storage.unit_of_work import Reading, UnitOfWork

R = TypeVar("R")

#: So many customers are read at once; memory holds one page, whatever the size of the list. Where
#: no index carries the order each page sorts the whole list anew: a few large ones, not many.
PAGE = 5_000

#: A number as a country's people write it; anything else in it might be part of a formula.
_PHONE_SHAPE = re.compile(r"\+?\d[\d ().\-]*(?: / \+?\d[\d ().\-]*)*")

#: A list is counted this far, for a progress bar.
_UNCAPPED = 100_000_000

#: So many customers may be copied by whoever sees them.
COPIED_FREELY = 100

_NEEDED = (Permission.CUSTOMERS_VIEW, Permission.DATA_EXPORT)


@dataclass(frozen=True, slots=True)
class Batch:
    """What is told at the beginning and then with every page.

    Attributes:
        total: how many there will be.
    """

    total: int
    lines: tuple[Line, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()


_log = logging.getLogger(__name__)

#: Takes each batch in turn; what it raises ends the export.
Take = Callable[[Batch], None]


def run(
    session: Session,
    event_id: str,
    table: CustomersTable | PoolTable | FollowUps,
    take: Take,
    details: Details | None = None,
) -> int:
    """Hand over everything that a table asks for, page by page; how many there were.

    The event is written before the first customer is read and completed afterwards, also when it
    was stopped: no customer leaves without one.

    Args:
        details: what else the event keeps, such as the kind of file.

    Raises:
        NotAllowed: the actor may not export.
        Refusal: the sort order is a slow one and too many customers are asked for.
    """
    access.require(session.actor, *_NEEDED)
    told = {**_told(table), **(details or {})}

    def begin(unit: UnitOfWork) -> None:
        at = unit.clock()
        begun = {**told, "outcome": "begun"}
        unit.events.begin(Event(event_id, at, EventKind.EXPORTED, None, session.actor.uid, begun))
        access.confirm(unit, session.actor, *_NEEDED)

    session.store.act(begin, done=_nothing)
    _log.info("Export %s of %s begins", event_id, type(table).__name__)
    number = 0

    def counting(batch: Batch) -> None:
        nonlocal number
        take(batch)
        number += len(batch.lines) + len(batch.follow_ups)

    def complete(outcome: str) -> None:
        ended = {**told, "outcome": outcome, "rows": number}
        session.store.act(lambda unit: unit.events.complete(event_id, ended))

    try:
        session.store.snapshot(lambda reading: _read(session, reading, table, counting))
    except BaseException:
        _log.warning("Export %s is stopped after %d rows", event_id, number)
        # What stopped it is the news; that it was stopped can be told if the database is there.
        with suppress(Unavailable):
            complete("stopped")
        raise
    complete("done")
    _log.info("Export %s is done: %d rows", event_id, number)
    return number


def copied(session: Session, event_id: str, rows: int, table: str) -> None:
    """Let rows of customers be put onto the clipboard: many of them are an export.

    Call it before they are. Up to `COPIED_FREELY` may be copied by whoever sees them; more leave
    an event with their number (docs/rules.md, "Copying and exporting").

    Args:
        table: the list that they are copied from, for the event.

    Raises:
        NotAllowed: so many need the permission to export.
    """
    access.require(session.actor, Permission.CUSTOMERS_VIEW)
    if rows <= COPIED_FREELY:
        return
    if not session.actor.may(Permission.DATA_EXPORT):
        raise NotAllowed(
            Permission.DATA_EXPORT,
            Why.COPY_TOO_MANY,
            most=COPIED_FREELY,
        )
    details: Details = {"kind": "clipboard", "table": table, "outcome": "done", "rows": rows}

    def work(unit: UnitOfWork) -> None:
        unit.events.begin(
            Event(event_id, unit.clock(), EventKind.EXPORTED, None, session.actor.uid, details)
        )
        access.confirm(unit, session.actor, *_NEEDED)

    session.store.act(work, done=_nothing)


def _nothing(unit: UnitOfWork) -> None:
    """The event is there already."""


def _read(
    session: Session, reading: Reading, table: CustomersTable | PoolTable | FollowUps, take: Take
) -> None:
    if isinstance(table, PoolTable):
        _read_pool(session, reading, table, take)
    elif isinstance(table, FollowUps):
        _read_follow_ups(session, reading, table, take)
    elif table.ids is not None:
        _read_listed(session, reading, table, table.ids, take)
    else:
        _read_customers(session, reading, table, take)


def _read_customers(session: Session, reading: Reading, table: CustomersTable, take: Take) -> None:
    viewer, query = viewer_of(session, reading), table.query
    search, connection = search_of(reading, query.search), reading.connection
    count = partial(customers.count, connection, query, search, viewer)
    orders.require(query.sort, count)
    total = count(_UNCAPPED).number
    line = _Lines(reading, table.columns, viewer)
    take(Batch(total))
    for rows in pages(partial(_customers, reading, query, search, viewer)):
        take(Batch(total, line.of_all(rows)))


def _read_listed(
    session: Session, reading: Reading, table: CustomersTable, ids: Sequence[str], take: Take
) -> None:
    viewer = viewer_of(session, reading)
    line = _Lines(reading, table.columns, viewer)
    take(Batch(len(ids)))
    for begin in range(0, len(ids), PAGE):
        rows = customers.rows(reading.connection, ids[begin : begin + PAGE], viewer)
        take(Batch(len(ids), line.of_all(rows)))


def _read_pool(session: Session, reading: Reading, table: PoolTable, take: Take) -> None:
    viewer, query = viewer_of(session, reading), table.query
    search, connection = search_of(reading, query.search), reading.connection
    count = partial(pool_reads.count, connection, query, search, viewer)
    orders.require(query.sort, count)
    total = count(_UNCAPPED).number
    line = _Lines(reading, table.columns, viewer)
    take(Batch(total))
    for rows in pages(partial(_free, reading, query, search, viewer)):
        take(Batch(total, line.of_all([row.customer for row in rows], rows)))


def _read_follow_ups(session: Session, reading: Reading, table: FollowUps, take: Take) -> None:
    viewer, connection = viewer_of(session, reading), reading.connection
    owner = OwnerFilter(OwnerScope.PERSON, table.owner) if table.owner else OwnerFilter()
    region = reading.settings.word(PHONE_REGION)
    queries = [
        CustomerQuery(owner=owner, follow_up=state, round=RoundFilter.IN, sort=CustomerSort.NAME)
        for state in (FollowUpState.OVERDUE, FollowUpState.TODAY, FollowUpState.PLANNED)
    ]
    search = search_of(reading, "")
    total = sum(
        customers.count(connection, query, search, viewer, _UNCAPPED).number for query in queries
    )
    take(Batch(total))
    for query in queries:
        for rows in pages(partial(_customers, reading, query, search, viewer)):
            take(Batch(total, follow_ups=tuple(_follow_up(row, region) for row in rows)))


def _customers(
    reading: Reading, query: CustomerQuery, search: Search, viewer: Viewer, after: PageKey | None
) -> Page[CustomerRow]:
    return customers.page(reading.connection, query, search, viewer, after, PAGE)


def _free(
    reading: Reading, query: PoolQuery, search: Search, viewer: Viewer, after: PageKey | None
) -> Page[PoolRow]:
    return pool_reads.page(reading.connection, query, search, viewer, after, PAGE)


class _Lines:
    """Makes the cells of the chosen columns of a row."""

    def __init__(
        self, reading: Reading, columns: tuple[CustomerField, ...], viewer: Viewer
    ) -> None:
        self._region = reading.settings.word(PHONE_REGION)
        self._numbers: Mapping[str, tuple[PhoneNumber, ...]] = {}
        self._columns = columns
        self._reading, self._sight = reading, viewer

    def of_all(
        self, rows: Sequence[CustomerRow], free: Sequence[PoolRow] | None = None
    ) -> tuple[Line, ...]:
        """The lines of customers; `free` where they are of the pool."""
        more: Mapping[str, CustomerMore] = {}
        if MORE_FIELDS.intersection(self._columns):
            more = customers_more.of(
                self._reading.connection, [row.id for row in rows], self._sight
            )
        if CustomerField.OTHER_PHONES in self._columns:
            # Who may not see the first number sees none of the others.
            self._numbers = self._reading.phones.of(row.id for row in rows if row.phone)
        each: Sequence[PoolRow | None] = free or [None] * len(rows)
        return tuple(
            self._line(row, pool, more.get(row.id)) for row, pool in zip(rows, each, strict=True)
        )

    def _line(self, row: CustomerRow, free: PoolRow | None, more: CustomerMore | None) -> Line:
        cells: list[Cell] = []
        for column in self._columns:
            if column in POOL_FIELDS:
                cells.append(_of_pool(free, column))
            elif column in MORE_FIELDS:
                cells.append(_of_more(more, column))
            else:
                cells.append(self._cell(row, column))
        return tuple(cells)

    def _cell(self, row: CustomerRow, column: CustomerField) -> Cell:
        """One cell, empty where there is nothing or the reader's role may not see it."""
        if column is CustomerField.PHONE:
            return _phone(row.phone, self._region)
        if column is CustomerField.OTHER_PHONES:
            return _others(row.phone, self._numbers.get(row.id, ()), self._region)
        if column is CustomerField.DAYS_LEFT:
            return row.departure.days_left(row.now) if row.departure is not None else None
        cells: dict[CustomerField, Cell] = {
            CustomerField.NAME: row.name,
            CustomerField.COMPANY: row.company,
            CustomerField.STATUS: row.status,
            CustomerField.OWNER: row.owner_name,
            CustomerField.LAST_CONTACT: row.last_contact,
            CustomerField.NEXT_STEP: row.next_step,
            CustomerField.SOURCE: row.source,
            CustomerField.SET_ASIDE: row.out,
            CustomerField.CREATED: row.created_at,
            CustomerField.LAST_OUTCOME: row.last_outcome,
            CustomerField.LAST_METHOD: row.last_method,
        }
        return cells[column]


def _of_more(more: CustomerMore | None, column: CustomerField) -> Cell:
    if more is None:
        return None
    cells: dict[CustomerField, Cell] = {
        CustomerField.ADDRESS: more.address,
        CustomerField.REGISTERED_BY: more.registered_by,
        CustomerField.CONTACTS: more.contacts,
        CustomerField.ORDERS: more.orders,
        CustomerField.NOTE: more.note,
    }
    return cells[column]


def _of_pool(free: PoolRow | None, column: CustomerField) -> Cell:
    if free is None:
        return None
    cells: dict[CustomerField, Cell] = {
        CustomerField.FREE_SINCE: free.free_since,
        CustomerField.CAME_BACK: free.came_back,
        CustomerField.LAST_OWNER: free.last_owner_name,
        CustomerField.BEST_METHOD: free.best.method if free.best is not None else None,
    }
    return cells[column]


def _phone(typed: str | None, region: str) -> Cell:
    """The number as people read it; one that is none stays as it was typed, to be guarded."""
    if typed is None or phones.e164(typed, region) is None:
        return typed
    shown = phones.display(typed, region)
    return PhoneText(shown) if _PHONE_SHAPE.fullmatch(shown) else shown


def _others(typed: str | None, noted: Sequence[PhoneNumber], region: str) -> Cell:
    """The numbers beside those that stand in the customer's own, as people read them."""
    shown = " / ".join(map(phones.shown, phones.beside(typed or "", noted, region)))
    return PhoneText(shown) if _PHONE_SHAPE.fullmatch(shown) else shown or None


def _follow_up(row: CustomerRow, region: str) -> FollowUp:
    phone = phones.display(row.phone, region) if row.phone else None
    due = row.next_step if row.next_step is not None else row.now
    return FollowUp(row.id, row.name, row.company, phone, row.owner_name, due, row.now)


def _told(table: CustomersTable | PoolTable | FollowUps) -> dict[str, object]:
    """What the event keeps of what was asked for."""
    if isinstance(table, FollowUps):
        return {"what": "follow-ups", "owner": table.owner}
    columns = [column.value for column in table.columns]
    if isinstance(table, PoolTable):
        return {"what": "pool", "query": pool_facts_of(table.query), "columns": columns}
    told: dict[str, object] = {"what": "customers", "columns": columns}
    if table.ids is not None:
        return {**told, "listed": len(table.ids)}
    return {**told, "query": facts_of(table.query)}
