"""What in the database is at odds with the rules, counted kind by kind; nothing is changed.

Every check is one grouped statement that may scan a table once. None asks a table by a column
without an index row by row: the history has none but its primary key.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Connection,
    FromClause,
    Select,
    and_,
    case,
    exists,
    func,
    not_,
    or_,
    select,
    text,
)

from salesdesk.domain.moments import EARLIEST, FUTURE_TOLERANCE
from salesdesk.domain.ownership import BindingStatus
from salesdesk.storage import tables
from salesdesk.storage.reads.conditions import owned
from salesdesk.storage.tables.booking import user

_CUSTOMERS = tables.customers
_C = _CUSTOMERS.c
_H = tables.customer_binding_history.c

SAMPLES = 5

#: The dates that are checked, by the word that the kinds use; those that may lie ahead last.
_PAST_DATES: tuple[tuple[str, FromClause, str], ...] = (
    ("created_at", _CUSTOMERS, "created_at"),
    ("binding_start", _CUSTOMERS, "binding_start_date"),
    ("last_interaction", _CUSTOMERS, "last_interaction_date"),
    ("contact_date", tables.customer_contacts, "contact_date"),
    ("spell_start", tables.customer_binding_history, "binding_start_date"),
    ("spell_end", tables.customer_binding_history, "binding_end_date"),
)
_ANY_DATES: tuple[tuple[str, FromClause, str], ...] = (
    *_PAST_DATES,
    ("next_follow_up", tables.customer_contacts, "next_follow_up_date"),
)


@dataclass(frozen=True, slots=True)
class Breach:
    """One kind of breach.

    Attributes:
        count: exactly how many rows.
        samples: ids of up to five of them (of a table: its name).
    """

    kind: str
    count: int
    samples: tuple[str, ...]


def examine(connection: Connection, now: datetime) -> tuple[Breach, ...]:
    """Every kind of breach that there is."""
    found = (
        _counted(connection, kind, statement)
        for kind, statement in (
            *_of_customers(),
            *_of_open_rows(),
            *_of_closed_rows(),
            *_orphans(),
            *_links(),
            *_dates(now),
        )
    )
    return tuple(breach for breach in (*found, _old_tables(connection)) if breach.count)


def of_binding(kind: str) -> Select[Any]:
    """The ids of the customers with this kind of breach of their binding.

    Raises:
        KeyError: it is no such kind.
    """
    return dict((*_of_customers(), *_of_open_rows()))[kind]


def _counted(connection: Connection, kind: str, statement: Select[Any]) -> Breach:
    rows = statement.subquery()
    count = connection.execute(select(func.count()).select_from(rows)).scalar_one()
    if not count:
        return Breach(kind, 0, ())
    (sample,) = rows.c
    samples = connection.execute(select(sample).order_by(sample).limit(SAMPLES)).scalars()
    return Breach(kind, count, tuple(samples))


def _of_customers() -> Iterator[tuple[str, Select[Any]]]:
    bound = _C.binding_status == BindingStatus.BOUND.value
    start = _C.binding_start_date
    phones = tables.salesdesk_phones.c
    normalised = exists().where(phones.customer_id == _C.id, phones.source == _C.phone_number)
    customers = select(_C.id)
    yield "bound_without_owner", customers.where(bound, _C.bound_to_uid.is_(None))
    yield (
        "bound_without_start",
        customers.where(owned(_CUSTOMERS), or_(start.is_(None), start < EARLIEST)),
    )
    yield (
        "available_with_owner",
        customers.where(
            or_(_C.binding_status.is_(None), not_(bound)),
            or_(_C.bound_to_uid.is_not(None), start.is_not(None)),
        ),
    )
    yield "null_sales_status", customers.where(_C.sales_status.is_(None))
    yield "empty_name", customers.where(func.trim(_C.name) == "")
    yield "phone_not_normalised", customers.where(not_(normalised))


def _of_open_rows() -> Iterator[tuple[str, Select[Any]]]:
    """The kinds that `domain.ownership.healing` tells of open rows, by the same names."""
    is_open = _H.binding_end_date.is_(None)
    with_open = select(_H.customer_id).where(is_open)
    bound = owned(_CUSTOMERS)
    yield "bound_without_open_row", select(_C.id).where(bound, _C.id.not_in(with_open))
    nobodys = or_(
        _C.binding_status.is_(None),
        _C.binding_status != BindingStatus.BOUND.value,
        _C.bound_to_uid.is_(None),
    )
    yield "available_with_open_row", select(_C.id).where(nobodys, _C.id.in_(with_open))

    same_agent = _H.bound_to_uid == _C.bound_to_uid
    grouped = (
        select(_C.id)
        .select_from(tables.customer_binding_history.join(_CUSTOMERS, _C.id == _H.customer_id))
        .where(is_open, bound)
        .group_by(_C.id)
    )
    foreign = func.sum(case((not_(same_agent), 1), else_=0))
    yield "open_row_of_another_agent", grouped.having(foreign > 0)
    yield "several_open_rows", grouped.having(foreign == 0, func.count() > 1)


def _of_closed_rows() -> Iterator[tuple[str, Select[Any]]]:
    start, end = _H.binding_start_date, _H.binding_end_date
    closed = end.is_not(None)
    rows = select(_H.id)
    yield (
        "closed_before_its_start",
        rows.where(closed, end >= EARLIEST, start >= EARLIEST, end < start),
    )
    yield "closed_without_reason", rows.where(closed, _H.unbinding_reason.is_(None))
    # DISTINCT keeps the servers from merging this into the join, so that they give it a key of
    # its own: without an index by customer the join would read the history once a row.
    other = (
        select(_H.customer_id, _H.id, start.label("start"), end.label("end"))
        .distinct()
        .subquery("other")
    )
    overlap = and_(
        other.c.customer_id == _H.customer_id,
        other.c.id > _H.id,
        or_(closed, other.c.end.is_not(None)),
        or_(end.is_(None), other.c.start < end),
        or_(other.c.end.is_(None), start < other.c.end),
        # A row without length has nothing that could overlap.
        or_(end.is_(None), start < end),
        or_(other.c.end.is_(None), other.c.start < other.c.end),
    )
    yield (
        "overlapping_rows",
        select(_H.customer_id)
        .select_from(tables.customer_binding_history.join(other, overlap))
        .distinct(),
    )


def _orphans() -> Iterator[tuple[str, Select[Any]]]:
    users = tables.users.c
    places: tuple[tuple[str, FromClause, str], ...] = (
        ("orphan_owner", _CUSTOMERS, "bound_to_uid"),
        ("orphan_history_agent", tables.customer_binding_history, "bound_to_uid"),
        ("orphan_registered_by", _CUSTOMERS, "firebase_uid"),
    )
    for kind, table, column in places:
        uid = table.c[column]
        known = exists().where(users.firebase_uid == uid)
        yield kind, select(table.c.id).where(uid.is_not(None), not_(known))


def _links() -> Iterator[tuple[str, Select[Any]]]:
    """Links of which an end is gone, and those that hide whom others are linked to."""
    links, further = tables.salesdesk_links, tables.salesdesk_links.alias("further")
    winner = exists().where(_C.id == links.c.winner_id)
    loser = exists().where(_C.id == links.c.customer_id)
    yield "link_without_winner", select(links.c.customer_id).where(not_(winner))
    yield "link_without_hidden", select(links.c.customer_id).where(not_(loser))
    chained = exists().where(further.c.winner_id == links.c.customer_id)
    yield "linked_in_a_chain", select(links.c.customer_id).where(chained)


def _dates(now: datetime) -> Iterator[tuple[str, Select[Any]]]:
    for word, table, column in _ANY_DATES:
        yield f"zero_{word}", select(table.c.id).where(table.c[column] < EARLIEST)
    latest = now + FUTURE_TOLERANCE
    for word, table, column in _PAST_DATES:
        yield f"future_{word}", select(table.c.id).where(table.c[column] > latest)


def _old_tables(connection: Connection) -> Breach:
    """The user's tables whose character set cannot hold every character."""
    if connection.dialect.name == "sqlite":
        return Breach("latin1_table", 0, ())
    statement = text(
        "SELECT TABLE_NAME FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() "
        "AND TABLE_TYPE = 'BASE TABLE' AND TABLE_COLLATION NOT LIKE 'utf8mb4%' "
        "ORDER BY TABLE_NAME"
    )
    names = [name for name in connection.execute(statement).scalars() if name in user.tables]
    return Breach("latin1_table", len(names), tuple(names[:SAMPLES]))
