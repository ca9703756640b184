"""The days and moments of a next step, by the calendar of the office."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from zoneinfo import ZoneInfo

from salesdesk.domain.follow_up import NOON, noon
from salesdesk.domain.queries import CustomerRow
from salesdesk.domain.typed_dates import TypedMoment


def office_today(now: dt.datetime, office: dt.tzinfo) -> dt.date:
    """The office's calendar day."""
    return now.astimezone(office).date()


def release_day(rows: Sequence[CustomerRow], office: dt.tzinfo) -> dt.date | None:
    """The office's day on which the first of these customers leaves; None: none does."""
    leaving = [row.departure.leaves_at for row in rows if row.departure is not None]
    return office_today(min(leaving), office) if leaving else None


def step_at(day: dt.date, time: dt.time | None, office: ZoneInfo) -> dt.datetime:
    """A next step in UTC; a date without a time is noon at the office."""
    if time is None:
        return noon(dt.datetime.combine(day, dt.time(), office), office).astimezone(dt.UTC)
    return dt.datetime.combine(day, time, office).astimezone(dt.UTC)


def step_typed(due: dt.datetime, office: dt.tzinfo) -> TypedMoment:
    """A next step as a form shows it: without a time where it is noon at the office."""
    local = due.astimezone(office)
    time = dt.time(local.hour, local.minute)
    return TypedMoment(local.date(), None if time == NOON else time)
