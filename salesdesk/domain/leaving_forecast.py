"""What other limits would do: who would leave when, as it is and as it would be."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import accumulate

from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.idle_clock import Limits
from salesdesk.domain.moments import DAY, FUTURE_TOLERANCE

#: How far the forecast looks, and the days that its table names.
FORECAST_DAYS = 30
HORIZONS = (0, 7, 14, 30)

#: Of whom the sentence and the list speak: the days that a person can still do something about.
TOUCHED_DAYS = 14

_TOLERANCE = FUTURE_TOLERANCE // DAY


@dataclass(frozen=True, slots=True)
class Leaving:
    """How many customers leave by each day.

    Attributes:
        by_day: `by_day[status][n]`: how many have left after n days; 0 is now.
    """

    by_day: dict[SalesStatus, tuple[int, ...]]

    def by(self, day: int, status: SalesStatus | None = None) -> int:
        """How many have left after so many days; of one status, or of all."""
        if status is not None:
            return self.by_day[status][day]
        return sum(line[day] for line in self.by_day.values())


@dataclass(frozen=True, slots=True)
class Forecast:
    """What a change of the limits would do, if nobody were contacted.

    Attributes:
        counted_at: by the database's clock.
        bound: how many customers have an owner.
        agents: whose customers leave within 14 days on one side and not on the other, and how many;
            the most touched first.
        stay, leave: how many within those days stay that would leave, and the other way round.
        held: the next run would free so many that the guard would hold it.
    """

    counted_at: datetime
    bound: int
    as_is: Leaving
    as_would_be: Leaving
    agents: tuple[tuple[str, int], ...]
    stay: int
    leave: int
    held: bool

    @property
    def frees_now(self) -> int:
        """How many the next run would free that it would not free as it is."""
        return self.as_would_be.by(0) - self.as_is.by(0)


@dataclass(frozen=True, slots=True)
class BoundGroup:
    """Bound customers whose clocks began on the same days from now; days before now are negative.

    Attributes:
        idle: where the idle clock stands.
        start: when the binding began; None: not known, or not asked for.
        until: to when they are protected; None: they are not.
    """

    status: SalesStatus
    owner_uid: str
    idle: int
    start: int | None
    until: int | None
    number: int

    def leaves_in(self, allowed: int, period: int | None) -> int:
        """In how many days they leave, rounded up; 0 and less: due.

        The same as `ownership.departure`, for whole days are only added to the rounded ones.

        Args:
            allowed: so many days without a contact are.
            period: so many days with one agent; None: any number.
        """
        days = self.idle + allowed
        if period is not None:
            credible = self.start is not None and self.start <= _TOLERANCE
            began = self.start if credible and self.start is not None else self.idle
            days = min(days, began + period)
        return max(days, self.until) if self.until is not None else days


def departures(groups: Iterable[BoundGroup], limits: Limits) -> tuple[int, ...]:
    """In how many days each group leaves under these limits; there are thousands of groups."""
    allowed = {status: limits.of(status) // DAY for status in SalesStatus}
    period = limits.period // DAY if limits.period is not None else None
    return tuple(one.leaves_in(allowed[one.status], period) for one in groups)


def cumulated(groups: Iterable[BoundGroup], days: Iterable[int]) -> Leaving:
    """How many have left by each day; whoever leaves later than the forecast is in none.

    Args:
        days: in how many each group leaves, from `departures`.
    """
    lines = {status: [0] * (FORECAST_DAYS + 1) for status in SalesStatus}
    for one, day in zip(groups, days, strict=True):
        if day <= FORECAST_DAYS:
            lines[one.status][max(day, 0)] += one.number
    return Leaving({status: tuple(accumulate(line)) for status, line in lines.items()})
