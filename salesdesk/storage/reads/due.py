"""Who is due: what a release run would free, each reckoned from its own rows.

The summaries only say whom to look at; whether a customer is due is decided by the customer's own
rows and the settings as they are read here (docs/rules.md, "The release run").
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from sqlalchemy import Connection, and_, or_, select

from salesdesk.domain.moments import DAY
from salesdesk.domain.ownership import Limits, departure, whole_days
from salesdesk.domain.queries import Candidate
from salesdesk.domain.summary import settings_mark
from salesdesk.storage import tables
from salesdesk.storage.reads.by_summary import S
from salesdesk.storage.reads.people import shown_name
from salesdesk.storage.settings import StateStore
from salesdesk.storage.summaries import SUMMARIES_MARK, SUMMARIES_RECKONED, Found, SummaryStore

#: Everybody is reckoned once a day; twice that late, something keeps the sweeps away.
_TRUSTED = 2 * DAY

#: Customers whose rows are held in memory at once.
_STRETCH = 500


def candidates(
    connection: Connection, now: datetime, limits: Limits, among: Iterable[str] | None = None
) -> tuple[Candidate, ...]:
    """Everybody who is due at this moment, the longest idle first.

    Args:
        among: only these are looked at; None: everybody who may be.
    """
    ids = sorted(set(among)) if among is not None else _to_look_at(connection, now, limits)
    found: list[Candidate] = []
    for begin in range(0, len(ids), _STRETCH):
        rows = SummaryStore(connection).facts(ids[begin : begin + _STRETCH], now)
        found += _due(connection, rows, now, limits)
    return tuple(sorted(found, key=lambda one: (-one.idle_days, one.name, one.id)))


def _to_look_at(connection: Connection, now: datetime, limits: Limits) -> list[str]:
    """Whose summary says that they are due, or is not of the present limits.

    Where a sweep has gone through under the present limits every summary is of these, and the
    index by the moment of leaving is enough. Where no sweep has reckoned everybody for so long,
    the customers are asked themselves.
    """
    notes, mark = StateStore(connection), settings_mark(limits)
    reckoned = notes.moment(SUMMARIES_RECKONED)
    if reckoned is None or now - reckoned >= _TRUSTED:
        return bound(connection)
    named = S.leaves_at <= now
    if notes.get(SUMMARIES_MARK) != mark:
        named = and_(S.leaves_at.is_not(None), or_(named, S.settings_mark != mark))
    return sorted(connection.execute(select(S.customer_id).where(named)).scalars())


def bound(connection: Connection) -> list[str]:
    """The ids of everybody who is bound: who may be due, whatever the summaries say."""
    c = tables.customers.c
    statement = select(c.id).where(c.bound_to_uid.is_not(None))
    return sorted(connection.execute(statement).scalars())


def _due(
    connection: Connection, rows: Mapping[str, Found], now: datetime, limits: Limits
) -> list[Candidate]:
    leaving = {
        one: leaves
        for one, each in rows.items()
        if each.facts.owner_uid is not None
        and (leaves := departure(each.facts.idle, limits, now)).due(now)
    }
    if not leaving:
        return []
    c, users = tables.customers.c, tables.users
    statement = (
        select(c.id, c.name, c.bound_to_uid, shown_name(users, c.bound_to_uid).label("owner_name"))
        .select_from(tables.customers.outerjoin(users, users.c.firebase_uid == c.bound_to_uid))
        .where(c.id.in_(sorted(leaving)))
    )
    return [
        Candidate(
            row.id,
            row.name,
            row.bound_to_uid or "",
            row.owner_name or "",
            whole_days(now - leaving[row.id].idle_since),
            leaving[row.id].reason,
        )
        for row in connection.execute(statement)
    ]
