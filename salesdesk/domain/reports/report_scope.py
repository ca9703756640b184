"""The one frame that all reports share: days of the office, agents, sources and statuses."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from salesdesk.domain.customer import LeadSource, SalesStatus

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Period:
    """Whole calendar days of the office's zone, both included."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError("a period ends on or after its first day")

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    @property
    def before(self) -> Period:
        """The period of the same length directly before."""
        return Period(self.first - timedelta(days=self.days), self.first - _ONE_DAY)

    def until(self, today: date) -> Period:
        """The days that have begun; one that lies ahead altogether stays as it is.

        What is under way is compared with as many days before, not with a whole quarter.
        """
        return replace(self, last=today) if self.first <= today < self.last else self

    @property
    def weeks(self) -> tuple[date, ...]:
        """The Mondays of the weeks that it touches."""
        monday = self.first - timedelta(days=self.first.weekday())
        number = (self.last - monday).days // 7 + 1
        return tuple(monday + timedelta(weeks=week) for week in range(number))

    @classmethod
    def last_days(cls, today: date, days: int) -> Period:
        """The last days, today included."""
        return cls(today - timedelta(days=days - 1), today)

    @classmethod
    def quarter_of(cls, day: date) -> Period:
        """The calendar quarter in which a day lies."""
        first = date(day.year, day.month - (day.month - 1) % 3, 1)
        after = (first + timedelta(days=95)).replace(day=1)
        return cls(first, after - _ONE_DAY)

    @classmethod
    def year_of(cls, day: date) -> Period:
        """The calendar year in which a day lies."""
        return cls(date(day.year, 1, 1), date(day.year, 12, 31))


@dataclass(frozen=True, slots=True)
class Bounds:
    """A period as two moments, the second not included; UTC."""

    from_utc: datetime
    until_utc: datetime


def bounds(period: Period, zone: ZoneInfo) -> Bounds:
    """The moments between which the days of a period lie in the office's zone."""
    return Bounds(_midnight(period.first, zone), _midnight(period.last + _ONE_DAY, zone))


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(), zone).astimezone(UTC)


@dataclass(frozen=True, slots=True)
class ReportScope:
    """What a report is asked about.

    Attributes:
        agents: uids; None: everybody.
        sources, statuses: of the customers, as they are now; empty: all.
    """

    period: Period
    agents: frozenset[str] | None = None
    sources: frozenset[LeadSource] = frozenset()
    statuses: frozenset[SalesStatus] = frozenset()

    @property
    def before(self) -> ReportScope:
        """The same question about the period before."""
        return replace(self, period=self.period.before)
