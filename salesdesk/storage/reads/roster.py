"""How much each person has: customers by status, and late next steps."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, case, func, select

from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.ownership import OwnershipSeen
from salesdesk.storage import tables
from salesdesk.storage.reads import by_summary
from salesdesk.storage.reads.by_summary import S

_USERS = tables.users
_C = tables.customers.c


@dataclass(frozen=True, slots=True)
class Holdings:
    """What one person has.

    Attributes:
        planned: next steps, late ones included.
        late: of these, whose day is over.
    """

    statuses: Counter[SalesStatus]
    planned: int
    late: int


def holdings(connection: Connection, today: datetime) -> dict[str, Holdings]:
    """What everybody has who has anything, by uid in small letters.

    Args:
        today: where the office's day begins.
    """
    late = func.sum(case((S.next_step_at < today, 1), else_=0))
    planned = func.count(S.next_step_at)
    statement = (
        select(
            S.owner_uid, S.status, func.count().label("number"), planned.label("planned"),
            late.label("late"),
        )
        .where(S.owner_uid.is_not(None), by_summary.in_round())
        .group_by(S.owner_uid, S.status)
    )  # fmt: skip
    found: dict[str, Holdings] = {}
    for row in connection.execute(statement):
        uid = row.owner_uid.lower()
        before = found.get(uid, Holdings(Counter(), 0, 0))
        statuses = before.statuses + Counter({SalesStatus.of(row.status): row.number})
        found[uid] = Holdings(
            statuses, before.planned + int(row.planned), before.late + int(row.late or 0)
        )
    return found


def last_logins(connection: Connection) -> dict[str, datetime]:
    """When each person signed in last, by uid in small letters."""
    statement = select(_USERS.c.firebase_uid, _USERS.c.last_login)
    return {
        row.firebase_uid.lower(): row.last_login
        for row in connection.execute(statement)
        if row.last_login is not None
    }


def held_by(connection: Connection, uid: str) -> dict[str, OwnershipSeen]:
    """The customers of a person, each with the binding as it stands."""
    statement = select(_C.id, _C.bound_to_uid, _C.binding_start_date).where(_C.bound_to_uid == uid)
    return {
        row.id: OwnershipSeen(row.bound_to_uid, row.binding_start_date)
        for row in connection.execute(statement.order_by(_C.id))
    }
