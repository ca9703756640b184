"""What the pool's policies count of a person: the claims of a day, and the customers held."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, select

from salesdesk.storage import tables


@dataclass(frozen=True, slots=True)
class Used:
    """What a person has of what the policies limit."""

    claims: int
    holds: int


def of(connection: Connection, uid: str, day: date) -> Used:
    """What a person has used on this day, read without a lock."""
    return made(connection.execute(reading(uid, day)).one())


def reading(uid: str, day: date) -> Select[Any]:
    """What reads it, in one row, for `made`."""
    a, owner = tables.salesdesk_agents.c, tables.customers.c.bound_to_uid
    claims: ColumnElement[Any] = (
        select(func.max(a.claims_today)).where(a.uid == uid, a.claims_day == day).scalar_subquery()
    )
    holds: ColumnElement[Any] = select(func.count()).where(owner == uid).scalar_subquery()
    return select(claims.label("claims"), holds.label("holds"))


def made(row: Any) -> Used:
    """What was used, from the row of `reading`."""
    return Used(row.claims or 0, row.holds)
