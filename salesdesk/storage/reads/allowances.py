"""What the pool's policies count of a person: the claims of a day, and the customers held."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, String, bindparam, func, select

from salesdesk.storage import tables
from salesdesk.storage.stores.links import hidden


@dataclass(frozen=True, slots=True)
class Used:
    """What a person has of what the policies limit."""

    claims: int
    holds: int


def of(connection: Connection, uid: str, day: date) -> Used:
    """What a person has used on this day, read without a lock."""
    return made(connection.execute(OF_READER, {"reader": uid}).one(), day)


def _of(reader: ColumnElement[str]) -> Select[Any]:
    a, customers = tables.salesdesk_agents.c, tables.customers
    claims = select(a.claims_today).where(a.uid == reader).scalar_subquery()
    day = select(a.claims_day).where(a.uid == reader).scalar_subquery()
    mine = (customers.c.bound_to_uid == reader, ~hidden(customers))
    holds = select(func.count()).where(*mine).scalar_subquery()
    return select(claims.label("claims"), day.label("day"), holds.label("holds"))


#: What the person `reader` has used, in one row, for `made`; made once.
OF_READER = _of(bindparam("reader", type_=String()))


def made(row: Any, day: date) -> Used:
    """What was used on this day, from the row of `OF_READER`."""
    return Used(row.claims or 0 if row.day == day else 0, row.holds)
