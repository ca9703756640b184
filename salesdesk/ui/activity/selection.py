"""What a person chose to see on the Activity screen: days, whose, which customers; and its text."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from salesdesk.domain.queries import CustomerQuery
from salesdesk.domain.query_facts import facts_of, query_of
from salesdesk.domain.reports.report_scope import Period, ReportScope

#: The key of a range of one's own; the others are counted from today.
CUSTOM = "custom"
DEFAULT_RANGE = "30"
#: The longest range of one's own: three years, a leap day among them.
LONGEST_DAYS = 1096


@dataclass(frozen=True, slots=True)
class FrameChoice:
    """The choice that becomes a frame once it is known which day it is.

    Attributes:
        range: the key of a range, or `CUSTOM`.
        days: those of `CUSTOM`; None with every other key.
        people: uids; None: everybody.
        customers: of whose filters statuses and sources count.
    """

    range: str = DEFAULT_RANGE
    days: Period | None = None
    people: frozenset[str] | None = None
    customers: CustomerQuery = field(default_factory=CustomerQuery)

    def period(self, today: date) -> Period:
        """The days that are meant on this day, none of them ahead where they have begun."""
        return self.days.until(today) if self.days is not None else ranges(today)[self.range]

    def report_scope(self, today: date) -> ReportScope:
        """The question that is asked on this day."""
        customers = self.customers
        return ReportScope(self.period(today), self.people, customers.sources, customers.statuses)


def ranges(today: date) -> Mapping[str, Period]:
    """The ranges that are offered, by their keys."""
    return {
        "7": Period.last_days(today, 7),
        "30": Period.last_days(today, 30),
        "90": Period.last_days(today, 90),
        "quarter": Period.quarter_of(today).until(today),
        "year": Period.year_of(today).until(today),
    }


def written(choice: FrameChoice) -> str:
    """The choice as text, for the next start."""
    days = choice.days
    return json.dumps(
        {
            "range": choice.range,
            "days": [days.first.isoformat(), days.last.isoformat()] if days else None,
            "people": sorted(choice.people) if choice.people is not None else None,
            "customers": facts_of(choice.customers),
        }
    )


def read(text: str) -> FrameChoice:
    """The choice that `written` wrote.

    Raises:
        ValueError: it is none.
    """
    try:
        facts = json.loads(text)
        days = facts["days"]
        period = Period(*(date.fromisoformat(day) for day in days)) if days else None
        key = str(facts["range"])
        if (period is not None) != (key == CUSTOM) or (period is None and not _known(key)):
            raise ValueError(f"no range {key}")
        people = frozenset(map(str, facts["people"])) if facts["people"] is not None else None
        return FrameChoice(key, period, people, query_of(facts["customers"]))
    except (KeyError, TypeError, AttributeError) as fault:
        raise ValueError(f"no choice of days and people: {fault}") from fault


def _known(key: str) -> bool:
    return key in ranges(date(2000, 1, 1))
