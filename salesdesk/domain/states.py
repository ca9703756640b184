"""Nobody is forgotten: every customer is in exactly one state (docs/rules.md, "Follow-ups")."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class CustomerState(StrEnum):
    """The states in the order in which they are tried; the first that fits holds.

    Whether a customer is set aside is tried after whether it needs repair; it stands last, since
    nothing is to be done about it.

    A customer needs repair where its binding and its history contradict each other, or where
    it is bound to somebody who is no user: nobody would see it in any list of the day.
    """

    NEEDS_REPAIR = "needs_repair"
    IN_POOL = "in_pool"
    RELEASING_SOON = "releasing_soon"
    OVERDUE = "overdue"
    WITHOUT_PLAN = "without_plan"
    WITH_PLAN = "with_plan"
    SET_ASIDE = "set_aside"


@dataclass(frozen=True, slots=True)
class StateCounts:
    """How many customers are in each state, all of them counted in one statement.

    Attributes:
        at: the database's moment.
    """

    at: datetime
    counts: Mapping[CustomerState, int]

    @property
    def total(self) -> int:
        """The number of customers."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class DailyCounts:
    """The counts that are kept of one calendar day of the office.

    Attributes:
        at: when on that day they were taken.
    """

    day: date
    at: datetime
    counts: Mapping[CustomerState, int]

    @property
    def total(self) -> int:
        """The number of customers on that day."""
        return sum(self.counts.values())
