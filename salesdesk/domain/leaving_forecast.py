"""What other limits would do: who would leave when, as it is and as it would be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.idle_clock import Limits
from salesdesk.domain.moments import DAY, FUTURE_TOLERANCE

#: How far the forecast looks, and the days that its table names.
FORECAST_DAYS = 30
HORIZONS = (0, 7, 14, 30)

#: Of whom the sentence and the list speak: the days that a person can still do something about.
TOUCHED_DAYS = 14


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

    def leaves_in(self, limits: Limits) -> int:
        """In how many days they leave under these limits, rounded up; 0 and less: due.

        The same as `ownership.departure`, for whole days are only added to the rounded ones.
        """
        days = self.idle + limits.of(self.status) // DAY
        if limits.period is not None:
            credible = self.start is not None and self.start <= FUTURE_TOLERANCE // DAY
            began = self.start if credible and self.start is not None else self.idle
            days = min(days, began + limits.period // DAY)
        return max(days, self.until) if self.until is not None else days


def cumulated(groups: Iterable[BoundGroup], limits: Limits) -> Leaving:
    """How many have left by each day; whoever leaves later than the forecast is in none."""
    on: Counter[tuple[SalesStatus, int]] = Counter()
    for one in groups:
        on[one.status, max(one.leaves_in(limits), 0)] += one.number
    found = {}
    for status in SalesStatus:
        line, total = [], 0
        for day in range(FORECAST_DAYS + 1):
            total += on[status, day]
            line.append(total)
        found[status] = tuple(line)
    return Leaving(found)
