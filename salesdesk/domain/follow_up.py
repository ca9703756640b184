"""Follow-ups: the next step of a customer and how it stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

#: What a date without a time stands for, at the office (rules.md, "Follow-ups").
NOON = time(12)


class FollowUpState(StrEnum):
    """How a customer's next step stands, by calendar days of the office."""

    NONE = "none"
    OVERDUE = "overdue"
    TODAY = "today"
    PLANNED = "planned"


@dataclass(frozen=True, slots=True)
class OfficeDay:
    """The office's present calendar day, as two moments.

    Attributes:
        start: its first moment; a next step before it is overdue.
        end: the first moment of the next day.
    """

    start: datetime
    end: datetime


def office_day(now: datetime, zone: ZoneInfo) -> OfficeDay:
    """The calendar day of the office in which `now` lies (rules.md, "Time")."""
    today = now.astimezone(zone).date()
    return OfficeDay(
        datetime.combine(today, time(), zone).astimezone(now.tzinfo),
        datetime.combine(today + timedelta(days=1), time(), zone).astimezone(now.tzinfo),
    )


def follow_up_state(due: datetime | None, day: OfficeDay) -> FollowUpState:
    """The state of a next step; overdue when its calendar day is over."""
    if due is None:
        return FollowUpState.NONE
    if due < day.start:
        return FollowUpState.OVERDUE
    return FollowUpState.TODAY if due < day.end else FollowUpState.PLANNED


def noon(day: datetime, zone: ZoneInfo) -> datetime:
    """Noon at the office on the calendar day of `day`: a date without a time (rules.md)."""
    local = day.astimezone(zone)
    return datetime.combine(local.date(), NOON, zone).astimezone(day.tzinfo)
