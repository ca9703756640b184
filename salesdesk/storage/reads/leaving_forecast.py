"""When the bound customers leave, counted from their summaries for any limits.

Limits are whole days, so it is enough to know on which day from now each clock began: the rule
(`domain/idle_clock.departure`) is reckoned on those days afterwards, for as many limits as are
compared. A bound customer without a beginning, which the doctor lists, goes by its idle clock.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, func, literal, or_, select

from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.idle_clock import Limits
from salesdesk.domain.leaving_forecast import BoundGroup
from salesdesk.domain.moments import FUTURE_TOLERANCE
from salesdesk.storage.db.sql_time import quotient, seconds, to_seconds
from salesdesk.storage.reads import by_summary
from salesdesk.storage.reads.by_summary import S

_DAY = 86_400
#: Lifts every credible date above zero, where all databases cut a quotient off alike.
_LIFT = 100_000


def groups(connection: Connection, now: datetime, *, by_start: bool) -> tuple[BoundGroup, ...]:
    """All bound customers, counted by status, owner and the days on which their clocks began.

    Args:
        by_start: a longest period is in question, so the beginning of the binding is needed too.
    """
    idle = _days_from(now, S.idle_since).label("idle")
    until = _days_from(now, S.protected_until).label("until")
    keys: list[ColumnElement[Any]] = [S.status, S.owner_uid, idle, until]
    if by_start:
        keys.append(_days_from(now, S.binding_start).label("start"))
    statement = select(*keys, func.count().label("number")).where(by_summary.held()).group_by(*keys)
    return tuple(
        BoundGroup(
            SalesStatus.of(row.status),
            row.owner_uid,
            row.idle - _LIFT,
            _lowered(row.start) if by_start else None,
            _lowered(row.until),
            row.number,
        )
        for row in connection.execute(statement)
    )


def differing(
    connection: Connection, by: datetime, now: datetime, limits: tuple[Limits, Limits], most: int
) -> tuple[str, ...]:
    """Who leaves by a moment under one of two sets of limits and not under the other."""
    first, second = (_leaves_by(by, now, each) for each in limits)
    changed = or_(and_(first, ~second), and_(second, ~first))
    return _listed(connection, changed, most)


def due_by(
    connection: Connection, by: datetime, now: datetime, limits: Limits, most: int
) -> tuple[str, ...]:
    """Who leaves by a moment under these limits."""
    return _listed(connection, _leaves_by(by, now, limits), most)


def _listed(connection: Connection, those: ColumnElement[bool], most: int) -> tuple[str, ...]:
    statement = select(S.customer_id).where(by_summary.held(), those)
    return tuple(connection.execute(statement.order_by(S.leaves_at).limit(most)).scalars())


def _days_from(now: datetime, moment: ColumnElement[Any]) -> ColumnElement[Any]:
    """In how many days a moment is, rounded up, and lifted; null stays null."""
    return quotient(seconds(moment) + (_LIFT * _DAY + _DAY - 1 - to_seconds(now)), literal(_DAY))


def _lowered(days: int | None) -> int | None:
    return None if days is None else days - _LIFT


def _leaves_by(by: datetime, now: datetime, limits: Limits) -> ColumnElement[bool]:
    """Whether a customer leaves by a moment; never null."""
    over = [
        and_(S.status == status.value, S.idle_since <= by - limits.of(status))
        for status in SalesStatus
    ]
    if limits.period is not None:
        over.append(_started_by(by - limits.period, now))
    unprotected = or_(S.protected_until.is_(None), S.protected_until <= by)
    return and_(or_(*over), unprotected)


def _started_by(moment: datetime, now: datetime) -> ColumnElement[bool]:
    """Whether the binding began by a moment; what is no credible beginning is none."""
    latest = now + FUTURE_TOLERANCE
    credible = and_(S.binding_start.is_not(None), S.binding_start <= latest)
    return or_(
        and_(credible, S.binding_start <= moment),
        and_(
            or_(S.binding_start.is_(None), S.binding_start > latest),
            S.idle_since <= moment,
        ),
    )
