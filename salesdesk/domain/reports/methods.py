"""What works: the figures of the report on methods (docs/reports.md, "Methods")."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from salesdesk.domain.contact import Method, Outcome
from salesdesk.domain.customer import LeadSource
from salesdesk.domain.reports.drill_down import Bucket, CountedElement, DrillDown, Nothing
from salesdesk.domain.reports.statistics import Share

#: Within how many days of 24 hours something counts as having followed a contact.
FOLLOWING_DAYS = 14

#: Attempts until the first success, as they are drawn.
ATTEMPTS: tuple[Bucket, ...] = (*((n, n) for n in range(1, 10)), (10, None))


@dataclass(frozen=True, slots=True)
class Success:
    """How many contacts of a kind there were, and how many of them were successful."""

    mark: DrillDown
    count: int
    successes: int

    @property
    def share(self) -> Share:
        """The success rate."""
        return Share(self.successes, self.count)

    @property
    def bar(self) -> CountedElement:
        """All of them."""
        return CountedElement(self.mark, self.count)

    @property
    def successful(self) -> CountedElement:
        """The successful ones."""
        return CountedElement(replace(self.mark, outcome=Outcome.SUCCESSFUL), self.successes)


@dataclass(frozen=True, slots=True)
class Followed:
    """What followed the contacts of a method within 14 days.

    Attributes:
        settled: contacts whose 14 days are over.
        young: the others, of which it is not known yet.
        traceable: the settled ones since moves are recorded.
        moved_up: the traceable ones after which the customer moved up.
        ordered: the settled ones after which the customer ordered.
    """

    method: Method
    settled: CountedElement
    young: CountedElement
    traceable: CountedElement
    moved_up: CountedElement
    ordered: CountedElement

    @property
    def moving_up(self) -> Share:
        """How often a move up followed."""
        return Share(self.moved_up.count, self.traceable.count)

    @property
    def ordering(self) -> Share:
        """How often an order followed."""
        return Share(self.ordered.count, self.settled.count)


@dataclass(frozen=True, slots=True)
class Attempts:
    """How many attempts customers needed until the first success.

    Attributes:
        bars: by `ATTEMPTS`.
        median: attempts; None: no first success in the period.
    """

    total: CountedElement
    bars: tuple[CountedElement, ...]
    median: float | None


@dataclass(frozen=True, slots=True)
class BestMethod:
    """The method of a source whose rate is surest to be high; None: too few tries of each."""

    source: LeadSource | Nothing
    success: Success | None


@dataclass(frozen=True, slots=True)
class MethodsReport:
    """The report on methods.

    Attributes:
        by_hour: method by method, its 24 hours of the office's clock.
        by_status: method by method, cold, warm and hot.
        by_source: source by source (the last: none), its methods.
        before: method by method, the success of the period before.
        known_from: since when moves are recorded; None: not yet.
    """

    total: Success
    by_method: tuple[Success, ...]
    by_hour: tuple[Success, ...]
    by_status: tuple[Success, ...]
    by_source: tuple[Success, ...]
    best: tuple[BestMethod, ...]
    followed: tuple[Followed, ...]
    attempts: Attempts
    before: tuple[Share, ...]
    known_from: datetime | None


def best_of(successes: tuple[Success, ...]) -> Success | None:
    """That with the highest lower end of its interval; those of few tries do not compete."""
    sure = [one for one in successes if not one.share.small]
    return max(sure, key=_low, default=None)


def _low(one: Success) -> float:
    interval = one.share.interval
    return interval.low if interval is not None else 0.0
