"""What sharing customers rests on: how many each agent has, and who lost whom when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import Connection, func, select

from salesdesk.domain.events import EventKind
from salesdesk.storage import tables
from salesdesk.storage.reads.conditions import owned
from salesdesk.storage.reads.spell_events import parsed
from salesdesk.storage.stores.links import hidden

_E, _C = tables.salesdesk_events.c, tables.customers.c
_AT_ONCE = 500

#: Under which word an event names who had the customer.
_FORMER = {EventKind.RELEASED.value: "owner", EventKind.TRANSFERRED.value: "from"}


def held(connection: Connection) -> dict[str, int]:
    """How many customers each agent has, by uid in small letters."""
    statement = (
        select(_C.bound_to_uid, func.count())
        .where(owned(tables.customers), ~hidden(tables.customers))
        .group_by(_C.bound_to_uid)
    )
    return {uid.lower(): number for uid, number in connection.execute(statement)}


def lost(
    connection: Connection, ids: Sequence[str], since: datetime
) -> Mapping[str, Mapping[str, datetime]]:
    """When each of these customers last left whom, as the events tell it."""
    found: defaultdict[str, dict[str, datetime]] = defaultdict(dict)
    wanted = sorted(set(ids))
    for begin in range(0, len(wanted), _AT_ONCE):
        statement = (
            select(_E.customer_id, _E.at, _E.kind, _E.details)
            .where(
                _E.customer_id.in_(wanted[begin : begin + _AT_ONCE]),
                _E.at >= since,
                _E.kind.in_(sorted(_FORMER)),
            )
            .order_by(_E.at)
        )
        for row in connection.execute(statement):
            uid = parsed(row.details).get(_FORMER[row.kind])
            if isinstance(uid, str) and uid:
                found[row.customer_id][uid.lower()] = row.at
    return found
