"""What customers' rows and dates mean, as conditions in SQL.

The rules of the idle clock stand in `domain/idle_clock.py` alone; lists read what they come to from
the summaries. Every bound is computed in Python and bound as a parameter, so that no server's
clock, zone table or date arithmetic decides, and indexes stay usable.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, FromClause, and_, or_, true

from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.moments import EARLIEST, FUTURE_TOLERANCE
from salesdesk.domain.ownership import BindingStatus


def owned(customers: FromClause) -> ColumnElement[bool]:
    """Whether somebody has the customer: bound, and to a person."""
    c = customers.c
    return and_(c.binding_status == BindingStatus.BOUND.value, c.bound_to_uid.is_not(None))


@dataclass(frozen=True, slots=True)
class CredibleDates:
    """Which dates can be meant at one moment of the database's clock.

    Attributes:
        now: read from the database before; never the desktop's.
    """

    now: datetime

    @property
    def latest(self) -> datetime:
        """The last credible moment: dates after it are mistakes."""
        return self.now + FUTURE_TOLERANCE

    def credible(self, date: ColumnElement[Any]) -> ColumnElement[bool]:
        """Whether a date can be meant; null and zero dates cannot. Never null itself."""
        return and_(date.is_not(None), date >= EARLIEST, date <= self.latest)


def has_status(customers: FromClause, statuses: Collection[SalesStatus]) -> ColumnElement[bool]:
    """Whether the sales status is one of these; null, and anything unknown, is cold."""
    status = customers.c.sales_status
    others = [one.value for one in SalesStatus if one not in statuses]
    if SalesStatus.COLD in statuses:
        return or_(status.is_(None), status.not_in(others)) if others else true()
    return status.in_([one.value for one in statuses])
