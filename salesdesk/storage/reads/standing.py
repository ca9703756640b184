"""Who is protected until when, and who leaves next, from the protections and the summaries."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection, and_, case, func, or_, select

from salesdesk.domain.standing import WITHIN, LeavingOfAgent, ProtectedPage, ProtectedRow
from salesdesk.storage import tables
from salesdesk.storage.reads import by_summary, customers
from salesdesk.storage.reads.by_summary import S
from salesdesk.storage.reads.conditions import owned
from salesdesk.storage.reads.reports import names
from salesdesk.storage.reads.viewer import Viewer

_P = tables.salesdesk_protections.c
_C = tables.customers.c


def protected(
    connection: Connection, viewer: Viewer, after: tuple[datetime, str] | None, limit: int
) -> ProtectedPage:
    """One page of those whose protection stands; how many there are comes with the first."""
    source = tables.salesdesk_protections.join(tables.customers, _C.id == _P.customer_id)
    stands = and_(_P.until > viewer.now, owned(tables.customers))
    statement = (
        select(_P.customer_id, _P.until, _P.set_at)
        .select_from(source)
        .where(stands)
        .order_by(_P.until, _P.customer_id)
        .limit(limit + 1)
    )
    if after is not None:
        until, customer_id = after
        statement = statement.where(
            _P.until >= until, or_(_P.until > until, _P.customer_id > customer_id)
        )
    found = connection.execute(statement).all()
    shown = found[:limit]
    rows = {row.id: row for row in customers.rows(connection, [r[0] for r in shown], viewer)}
    number = None
    if after is None:
        counted = select(func.count()).select_from(source).where(stands)
        number = int(connection.execute(counted).scalar_one())
    last = shown[-1] if len(found) > limit else None
    return ProtectedPage(
        tuple(ProtectedRow(rows[r.customer_id], r.set_at) for r in shown if r.customer_id in rows),
        number,
        (last.until, last.customer_id) if last is not None else None,
    )


def leaving(connection: Connection, now: datetime) -> tuple[LeavingOfAgent, ...]:
    """Every agent with customers; whoever loses the next one first."""
    sums = [
        func.sum(case((S.leaves_at <= now + timedelta(days=days), 1), else_=0)) for days in WITHIN
    ]
    statement = (
        select(S.owner_uid, func.count(), func.min(S.leaves_at), *sums)
        .where(by_summary.held())
        .group_by(S.owner_uid)
    )
    found = connection.execute(statement).all()
    known = {uid.lower(): name for uid, name in names.of(connection, [r[0] for r in found]).items()}
    agents = [
        LeavingOfAgent(
            uid := str(row[0]),
            known.get(uid.lower(), uid),
            row[1],
            tuple(int(number or 0) for number in row[3:]),
            row[2],
        )
        for row in found
    ]
    last = now + timedelta(days=36_500)
    return tuple(sorted(agents, key=lambda one: (one.next_at or last, one.name)))


def leaving_ids(connection: Connection, uid: str, until: datetime, most: int) -> tuple[str, ...]:
    """The customers of an agent who leave by a moment, whoever leaves first."""
    statement = (
        select(S.customer_id)
        .where(S.owner_uid == uid, S.leaves_at <= until)
        .order_by(S.leaves_at, S.customer_id)
        .limit(most)
    )
    return tuple(connection.execute(statement).scalars())
