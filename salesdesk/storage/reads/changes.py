"""What was done since: one indexed query a poll, and the rows in sight by primary key."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, select

from salesdesk.domain.change_feed import HeardEvent
from salesdesk.storage import tables
from salesdesk.storage.db.together import together
from salesdesk.storage.db.types import db_now
from salesdesk.storage.stores.summary_notes import SUMMARIES_CHANGED

_E = tables.salesdesk_events.c
_C = tables.customers.c
_STATE = tables.salesdesk_state


@dataclass(frozen=True, slots=True)
class Found:
    """What a poll found.

    Attributes:
        events: the oldest first.
        now: the database's moment; None where there are no events.
        more: there are more events than were read.
        updated: when those of the customers in sight that are there were changed last, by whomever.
        mended: names the last mending that changed summaries; None: there was none yet.
    """

    events: tuple[HeardEvent, ...]
    now: datetime | None
    more: bool
    updated: Mapping[str, datetime | None]
    mended: str | None


def since(
    connection: Connection, moment: datetime, limit: int, in_sight: Collection[str] = ()
) -> Found:
    """The events from a moment on, how old the rows in sight are, the last mending; one statement.

    The clock comes with the events, since asking for it apart would be a second query.
    """
    events = (
        select(_E.id, _E.at, _E.kind, _E.customer_id, db_now().label("now"))
        .where(_E.at >= moment)
        .order_by(_E.at, _E.id)
        .limit(limit + 1)
    )
    mended = select(_STATE.c.value).where(_STATE.c.name == SUMMARIES_CHANGED)
    asked: dict[str, Select[Any]] = {"events": events, "mended": mended}
    if in_sight:
        ids = sorted(set(in_sight))
        asked["updated"] = select(_C.id, _C.updated_at).where(_C.id.in_(ids))
    found = together(connection, asked)
    rows = sorted(found["events"], key=lambda row: (row.at, row.id))
    return Found(
        tuple(HeardEvent(row.id, row.at, row.kind, row.customer_id) for row in rows[:limit]),
        rows[0].now if rows else None,
        len(rows) > limit,
        {row.id: row.updated_at for row in found.get("updated", ())},
        next((row.value for row in found["mended"]), None),
    )
