"""What is lost and comes back: the report on releases (docs/reports.md, "Releases")."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from salesdesk.domain.ownership import UnbindingReason
from salesdesk.domain.reports.drill_down import NONE, Bucket, CountedElement, Nothing

FORECAST_DAYS = 30

#: Idle days at the release, as they are drawn.
IDLE: tuple[Bucket, ...] = ((0, 6), (7, 13), (14, 29), (30, 44), (45, 59), (60, None))

#: Days in the pool, as they are drawn.
POOL: tuple[Bucket, ...] = ((0, 0), (1, 2), (3, 6), (7, 13), (14, 29), (30, None))

#: In the order in which they are drawn; the last: no reason that is known.
REASONS: tuple[UnbindingReason | Nothing, ...] = (
    UnbindingReason.INACTIVITY,
    UnbindingReason.PERIOD_ENDED,
    UnbindingReason.MANUAL_RELEASE,
    NONE,
)


@dataclass(frozen=True, slots=True)
class ReleasesReport:
    """The report on releases.

    Attributes:
        weeks: the Mondays of the weeks that the period touches.
        by_week, by_agent, by_idle: week by week, agent by agent and bucket of `IDLE` by bucket,
            each by `REASONS`.
        idle_median: days of 24 hours; None: no release.
        taken: those who have an agent again, of whom `returned` went back to the same one;
            `free`: those whom nobody took since.
        by_taker: by who took them.
        pool: the taken, by the days of `POOL` that they were free; `pool_median` in days.
        forecast: day by day from today on, who leaves if nothing happens; overdue ones today.
        forecast_stopped: a shared setting cannot be read, so that nobody is released.
        before: the releases of the period before, by reason.
        before_by_agent: the same by who had the customer, of those in `by_agent`.
        names: of the people by uid; who is not in it is unknown.
    """

    total: CountedElement
    weeks: tuple[date, ...]
    by_week: tuple[CountedElement, ...]
    by_agent: tuple[CountedElement, ...]
    by_idle: tuple[CountedElement, ...]
    idle_median: float | None
    taken: CountedElement
    returned: CountedElement
    free: CountedElement
    by_taker: tuple[CountedElement, ...]
    pool: tuple[CountedElement, ...]
    pool_median: float | None
    forecast_total: CountedElement
    forecast: tuple[CountedElement, ...]
    forecast_by_agent: tuple[CountedElement, ...]
    forecast_stopped: bool
    before: Counter[UnbindingReason | Nothing]
    before_by_agent: Mapping[str, int]
    names: Mapping[str, str]
