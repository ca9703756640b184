"""The daily row of how many customers are in each state: one a calendar day of the office."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, insert, select
from sqlalchemy.exc import IntegrityError

from salesdesk.domain.states import CustomerState, DailyCounts
from salesdesk.storage import tables
from salesdesk.storage.db import faults

_DAILY = tables.salesdesk_daily_counts
_D = _DAILY.c


@dataclass(frozen=True, slots=True)
class DailyCountStore:
    """The daily rows, within one transaction."""

    connection: Connection

    def has(self, day: date) -> bool:
        """Whether the row of this day is there."""
        return self.connection.execute(select(_D.day).where(_D.day == day)).first() is not None

    def add(self, day: date, at: datetime, counts: Mapping[CustomerState, int]) -> bool:
        """Insert the row of a day; False where another desktop was first."""
        values = {state.value: counts[state] for state in CustomerState}
        try:
            self.connection.execute(insert(_DAILY).values(day=day, counted_at=at, **values))
        except IntegrityError as fault:
            if faults.is_duplicate(fault):
                return False
            raise
        return True

    def since(self, day: date) -> tuple[DailyCounts, ...]:
        """The rows from a day on, the oldest first."""
        statement = select(_DAILY).where(_D.day >= day).order_by(_D.day)
        return tuple(
            DailyCounts(
                row.day,
                row.counted_at,
                {state: getattr(row, state.value) for state in CustomerState},
            )
            for row in self.connection.execute(statement)
        )
