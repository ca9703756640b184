"""What looking for two customers that may be one reads, and what was said of pairs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, FromClause, Select, and_, func, or_, select

from salesdesk.domain.duplicates import Decision, DecisionKind, Named
from salesdesk.storage import tables
from salesdesk.storage.reads.people import shown_name

_C = tables.customers.c
_P = tables.salesdesk_phones.c
_L = tables.salesdesk_links.c
_D = tables.salesdesk_different_customers.c
_ONE, _OTHER = tables.customers.alias("left_side"), tables.customers.alias("right_side")

#: Numbers in one statement.
STRETCH = 500
#: A number that more customers have is a placeholder, or a switchboard's.
MOST_HOLDERS = 8


@dataclass(frozen=True, slots=True)
class Holder:
    """A customer with a number.

    Attributes:
        first: it is the first number of the customer's own text.
    """

    number: str
    customer_id: str
    first: bool


def shared_numbers(connection: Connection, after: str, limit: int) -> list[str]:
    """The next numbers that more than one customer has, in their order; those to be called."""
    statement = (
        select(_P.number)
        .where(_P.number > after, _P.number.like("+%"))
        .group_by(_P.number)
        .having(func.count() > 1, func.count() <= MOST_HOLDERS)
        .order_by(_P.number)
        .limit(limit)
    )
    return list(connection.execute(statement).scalars())


def holders(connection: Connection, numbers: Collection[str]) -> list[Holder]:
    """Who has these numbers, by number; not where another application has changed the text."""
    statement = (
        select(_P.number, _P.customer_id, _P.beside, _P.position)
        .select_from(tables.salesdesk_phones.join(tables.customers, _C.id == _P.customer_id))
        .where(
            _P.number.in_(sorted(numbers)),
            or_(_P.beside.is_(True), _P.source == _C.phone_number),
        )
        .order_by(_P.number, _P.customer_id)
    )
    return [
        Holder(row.number, row.customer_id, not row.beside and not row.position)
        for row in connection.execute(statement)
    ]


@dataclass(frozen=True, slots=True)
class Made:
    """A customer as a pair shows it, and when it was made."""

    named: Named
    created_at: datetime | None


def made(connection: Connection, ids: Iterable[str]) -> dict[str, Made]:
    """These customers by id; those gone are left out."""
    wanted, found = sorted(set(ids)), {}
    for begin in range(0, len(wanted), STRETCH):
        part = wanted[begin : begin + STRETCH]
        statement = select(_C.id, _C.name, _C.company, _C.created_at).where(_C.id.in_(part))
        for row in connection.execute(statement):
            named = Named(row.id, row.name, row.company or "")
            found[row.id] = Made(named, row.created_at)
    return found


def decided(connection: Connection, since: datetime) -> tuple[int, int]:
    """How many pairs were linked, and said to be different, since a moment; as they stand."""
    linked = _between(tables.salesdesk_links, _L.winner_id, _L.customer_id)
    different = _between(tables.salesdesk_different_customers, _D.first_id, _D.second_id)
    counts = (
        select(func.count()).select_from(linked).where(_L.linked_at >= since),
        select(func.count()).select_from(different).where(_D.said_at >= since),
    )
    counted = connection.execute(select(*(one.scalar_subquery() for one in counts))).one()
    return int(counted[0]), int(counted[1])


def _between(pairs: FromClause, left: Any, right: Any) -> FromClause:
    """Pairs with their customers; what was said of somebody who is gone does not stand."""
    return pairs.join(_ONE, _ONE.c.id == left).join(_OTHER, _OTHER.c.id == right)


def decisions(connection: Connection, limit: int) -> tuple[Decision, ...]:
    """What was said of pairs and still stands, the newest first."""
    found = [*_decisions_of(connection, _links(limit), DecisionKind.LINKED),
             *_decisions_of(connection, _different(limit), DecisionKind.DIFFERENT)]  # fmt: skip
    return tuple(sorted(found, key=lambda one: (one.at, one.event_id), reverse=True)[:limit])


def _decisions_of(
    connection: Connection, statement: Select[Any], kind: DecisionKind
) -> Iterator[Decision]:
    for row in connection.execute(statement):
        yield Decision(
            kind,
            Named(row.left_id, row.left_name or "", row.left_company or ""),
            Named(row.right_id, row.right_name or "", row.right_company or ""),
            row.by_name or row.by_uid,
            row.at,
            row.event_id,
        )


def _links(limit: int) -> Select[Any]:
    links = tables.salesdesk_links
    return _with_names(links, _L.winner_id, _L.customer_id, _L.linked_by_uid, _L.linked_at, limit)


def _different(limit: int) -> Select[Any]:
    pairs = tables.salesdesk_different_customers
    return _with_names(pairs, _D.first_id, _D.second_id, _D.said_by_uid, _D.said_at, limit)


def _with_names(pairs: Any, left: Any, right: Any, by: Any, at: Any, limit: int) -> Select[Any]:
    one, other = _ONE, _OTHER
    return (
        select(
            left.label("left_id"), one.c.name.label("left_name"),
            one.c.company.label("left_company"), right.label("right_id"),
            other.c.name.label("right_name"), other.c.company.label("right_company"),
            by.label("by_uid"), shown_name(tables.users, by).label("by_name"),
            at.label("at"), pairs.c.event_id,
        )
        .select_from(
            _between(pairs, left, right).outerjoin(
                tables.users, tables.users.c.firebase_uid == by
            )
        )
        .order_by(at.desc(), pairs.c.event_id)
        .limit(limit)
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class OrdersOf:
    """A customer's orders: how many, their ids that count, the newest one's status."""

    number: int
    status: str | None
    ids: tuple[str, ...]


def orders_of(connection: Connection, ids: Collection[str]) -> dict[str, OrdersOf]:
    """The orders of these customers; the ids are of those that are worth something."""
    o = tables.orders.c
    rows: defaultdict[str, list[Any]] = defaultdict(list)
    statement = (
        select(o.id, o.id_customer, o.status)
        .where(o.id_customer.in_(sorted(ids)))
        .order_by(o.order_date.desc(), o.id)
    )
    for row in connection.execute(statement):
        rows[row.id_customer].append(row)
    nothing = ("cancelled", "expired")
    return {
        one: OrdersOf(
            len(each), each[0].status, tuple(row.id for row in each if row.status not in nothing)
        )
        for one, each in rows.items()
    }


def contacts_of(connection: Connection, ids: Collection[str]) -> dict[str, int]:
    """How many contacts these customers have."""
    k = tables.customer_contacts.c
    statement = (
        select(k.customer_id, func.count())
        .where(k.customer_id.in_(sorted(ids)))
        .group_by(k.customer_id)
    )
    return {row[0]: int(row[1]) for row in connection.execute(statement)}


def owners_of(connection: Connection, ids: Collection[str]) -> dict[str, tuple[str, ...]]:
    """Who has or had these customers, the newest first, each once."""
    h = tables.customer_binding_history.c
    statement = (
        select(h.customer_id, h.bound_to_uid, shown_name(tables.users, h.bound_to_uid).label("who"))
        .select_from(
            tables.customer_binding_history.outerjoin(
                tables.users, tables.users.c.firebase_uid == h.bound_to_uid
            )
        )
        .where(and_(h.customer_id.in_(sorted(ids)), h.bound_to_uid.is_not(None)))
        .order_by(h.binding_start_date.desc(), h.id)
    )
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for row in connection.execute(statement):
        found[row.customer_id].setdefault(row.who or row.bound_to_uid)
    return {one: tuple(names) for one, names in found.items()}
