"""What was done since: one indexed query a poll, and the rows in sight by primary key."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from salesdesk.domain.live import HeardEvent
from salesdesk.storage import tables
from salesdesk.storage.types import db_now

_E = tables.salesdesk_events.c
_C = tables.customers.c


@dataclass(frozen=True, slots=True)
class Found:
    """The events of a poll.

    Attributes:
        now: the database's moment; None where there are no events.
        more: there are more than were read.
    """

    events: tuple[HeardEvent, ...]
    now: datetime | None
    more: bool


def since(connection: Connection, moment: datetime, limit: int) -> Found:
    """The events from a moment on, the oldest first.

    The clock comes with them, since asking for it apart would be a second query.
    """
    statement = (
        select(_E.id, _E.at, _E.kind, _E.customer_id, db_now().label("now"))
        .where(_E.at >= moment)
        .order_by(_E.at, _E.id)
        .limit(limit + 1)
    )
    rows = connection.execute(statement).all()
    events = tuple(HeardEvent(row.id, row.at, row.kind, row.customer_id) for row in rows[:limit])
    return Found(events, rows[0].now if rows else None, len(rows) > limit)


def updated(connection: Connection, ids: Collection[str]) -> dict[str, datetime | None]:
    """When those of these customers that are there were changed last, by whomever."""
    if not ids:
        return {}
    statement = select(_C.id, _C.updated_at).where(_C.id.in_(sorted(set(ids))))
    return {row.id: row.updated_at for row in connection.execute(statement)}
