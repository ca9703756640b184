"""The customers table: pages, counts and single rows, as frozen rows.

A page is one statement over customers with its owners, plans and protections, and one for the
newest contacts of the rows found; never an OFFSET, never a row read that is not shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Row,
    Select,
    String,
    and_,
    bindparam,
    func,
    select,
    true,
    type_coerce,
)

from salesdesk.domain.contact import Method, Outcome
from salesdesk.domain.customer import LeadSource, SalesStatus
from salesdesk.domain.follow_up import (
    OfficeDay,
    PlanFacts,
    StepFacts,
    counting_step,
    follow_up_state,
)
from salesdesk.domain.moments import EARLIEST, credible
from salesdesk.domain.ownership import BindingStatus, IdleFacts, Limits, departure
from salesdesk.domain.queries import (
    Count,
    CustomerDetails,
    CustomerQuery,
    CustomerRow,
    Page,
    PageKey,
)
from salesdesk.storage import tables
from salesdesk.storage.reads import sorting
from salesdesk.storage.reads.choosing import Chosen, columns, joined
from salesdesk.storage.reads.members import member
from salesdesk.storage.reads.people import shown_name
from salesdesk.storage.reads.search import Search
from salesdesk.storage.reads.sight import Sight

_CUSTOMERS = tables.customers
_C = _CUSTOMERS.c
_USERS = tables.users


def _newest_contacts() -> Select[Any]:
    """The newest credible contact of the customers `ids`; of several of one moment all."""
    k = tables.customer_contacts.c
    newest = (
        select(k.customer_id, func.max(k.contact_date).label("at"))
        .where(
            k.customer_id.in_(bindparam("ids", expanding=True)),
            k.contact_date >= EARLIEST,
            k.contact_date <= bindparam("latest"),
        )
        .group_by(k.customer_id)
        .subquery("newest")
    )
    return (
        select(
            k.customer_id,
            k.contact_date,
            type_coerce(k.contact_method, String()).label("method"),
            type_coerce(k.contact_status, String()).label("outcome"),
            k.next_follow_up_date,
        )
        .select_from(newest)
        .join(
            tables.customer_contacts,
            and_(k.customer_id == newest.c.customer_id, k.contact_date == newest.c.at),
        )
        .order_by(k.id)
    )


#: Made once: it is read with every page.
_NEWEST_CONTACTS = _newest_contacts()


@dataclass(frozen=True, slots=True)
class NewestContact:
    """The newest credible contact of a customer, by `contact_date`, then id."""

    at: datetime
    method: Method | None
    outcome: Outcome | None
    next_step: datetime | None


def page(
    connection: Connection,
    query: CustomerQuery,
    search: Search,
    sight: Sight,
    after: PageKey | None,
    limit: int,
) -> Page[CustomerRow]:
    """One page of the customers that the query asks for.

    Args:
        after: the key that the page before gave; None: the first page.

    Raises:
        ValueError: the key belongs to another sort order.
    """
    dialect = connection.dialect.name
    parts = sorting.stretches(query, sight, _CUSTOMERS, dialect)
    first, value = sorting.resume(after, parts)
    found: list[tuple[int, Row[Any]]] = []
    for index in range(first, len(parts)):
        seen = (value, after.id) if after is not None and index == first else None
        wanted = limit + 1 - len(found)
        chosen = Chosen(query, search, sight, parts[index], seen, wanted, dialect != "sqlite")
        found += [(index, row) for row in connection.execute(chosen.rows())]
        if len(found) > limit:
            break
    shown = found[:limit]
    following = None
    if len(found) > limit:
        index, last = shown[-1]
        following = sorting.key(index, last.sort_value, last.id)
    return Page(_rows(connection, [row for _, row in shown], sight), following)


def count(
    connection: Connection, query: CustomerQuery, search: Search, sight: Sight, cap: int | None
) -> Count:
    """How many customers the query asks for, counted no further than the cap; None: to the end."""
    everywhere = sorting.Stretch(true())
    on_mysql = connection.dialect.name != "sqlite"
    limit = None if cap is None else cap + 1
    chosen = Chosen(query, search, sight, everywhere, None, limit, on_mysql).ids()
    number = connection.execute(select(func.count()).select_from(chosen.subquery())).scalar_one()
    return Count.upto(number, cap)


def rows(connection: Connection, ids: Sequence[str], sight: Sight) -> tuple[CustomerRow, ...]:
    """These customers, in the order asked for; those that are gone are left out."""
    if not ids:
        return ()
    statement = columns(sight).select_from(joined(_CUSTOMERS)).where(_C.id.in_(sorted(set(ids))))
    found = {row.id: row for row in _rows(connection, connection.execute(statement).all(), sight)}
    return tuple(found[one] for one in dict.fromkeys(ids) if one in found)


def details(connection: Connection, customer_id: str, sight: Sight) -> CustomerDetails | None:
    """What the customer panel shows above its tabs; None: the customer is gone."""
    registrar = _USERS.alias("registrar")
    statement = (
        columns(sight)
        .add_columns(
            _C.address,
            shown_name(registrar, _C.firebase_uid).label("registered_by"),
            _number_of(tables.customer_contacts, "customer_id").label("contacts"),
            _number_of(tables.customer_binding_history, "customer_id").label("spells"),
            _number_of(tables.orders, "id_customer").label("orders"),
        )
        .select_from(
            joined(_CUSTOMERS).outerjoin(registrar, registrar.c.firebase_uid == _C.firebase_uid)
        )
        .where(_C.id == customer_id)
    )
    found = connection.execute(statement).one_or_none()
    if found is None:
        return None
    (row,) = _rows(connection, [found], sight)
    return CustomerDetails(
        row, found.address, found.registered_by or None, found.contacts, found.spells, found.orders
    )


def _number_of(table: FromClause, column: str) -> ColumnElement[int]:
    counted = select(func.count()).select_from(table).where(table.c[column] == _C.id)
    return counted.correlate(_CUSTOMERS).scalar_subquery()


def newest_contacts(
    connection: Connection, ids: Iterable[str], sight: Sight
) -> dict[str, NewestContact]:
    """The newest credible contact of each of these customers that has one."""
    wanted = {"ids": sorted(set(ids)), "latest": sight.clock.latest}
    return {
        row.customer_id: NewestContact(
            row.contact_date,
            member(Method, row.method),
            member(Outcome, row.outcome),
            row.next_follow_up_date,
        )
        for row in connection.execute(_NEWEST_CONTACTS, wanted)
    }


def _rows(
    connection: Connection, found: Sequence[Row[Any]], sight: Sight
) -> tuple[CustomerRow, ...]:
    if not found:
        return ()
    newest = newest_contacts(connection, (row.id for row in found), sight)
    limits, today = sight.settings.limits, sight.today
    rows = tuple(_row(row, newest.get(row.id), sight.now, limits, today) for row in found)
    return _with_protections(connection, rows)


def _with_protections(
    connection: Connection, rows: tuple[CustomerRow, ...]
) -> tuple[CustomerRow, ...]:
    """The rows with who protects them and why: of the few that are protected, read apart."""
    ids = sorted({row.id for row in rows if row.protected})
    if not ids:
        return rows
    p = tables.salesdesk_protections.c
    statement = (
        select(p.customer_id, p.reason, shown_name(_USERS, p.set_by_uid).label("name"))
        .select_from(
            tables.salesdesk_protections.outerjoin(_USERS, _USERS.c.firebase_uid == p.set_by_uid)
        )
        .where(p.customer_id.in_(ids))
    )
    told = {row.customer_id: row for row in connection.execute(statement)}
    return tuple(
        replace(row, protected_by=told[row.id].name, protected_why=told[row.id].reason)
        if row.id in told
        else row
        for row in rows
    )


def _row(
    found: Row[Any], newest: NewestContact | None, now: datetime, limits: Limits, today: OfficeDay
) -> CustomerRow:
    bound = found.binding_status == BindingStatus.BOUND and found.bound_to_uid is not None
    status = SalesStatus.of(found.sales_status)
    newest_at = newest.at if newest else None
    last = credible(found.last_interaction_date, now)
    step = _next_step(found, newest)
    facts = IdleFacts(
        found.created_at,
        found.binding_start_date,
        found.last_interaction_date,
        newest_at,
        status,
        found.until,
    )
    return CustomerRow(
        id=found.id,
        name=found.name,
        company=found.company or None,
        phone=found.phone,
        status=status,
        owner_uid=found.bound_to_uid if bound else None,
        owner_name=found.owner_name if bound else None,
        source=member(LeadSource, found.lead_source),
        owned_since=found.binding_start_date if bound else None,
        last_contact=max((at for at in (last, newest_at) if at is not None), default=None),
        last_method=newest.method if newest else None,
        last_outcome=newest.outcome if newest else None,
        departure=departure(facts, limits, now) if bound else None,
        protected_until=found.until if bound else None,
        next_step=step,
        follow_up=follow_up_state(step, today),
        created_at=found.created_at,
        updated_at=found.updated_at,
        now=now,
        foreign_status=SalesStatus.foreign(found.sales_status),
    )


def _next_step(found: Row[Any], newest: NewestContact | None) -> datetime | None:
    plan = PlanFacts(found.due_at, found.written_at) if found.written_at is not None else None
    return counting_step(StepFacts(newest.at, newest.next_step) if newest else None, plan).due_at
