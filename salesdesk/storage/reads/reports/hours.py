"""Contacts counted in the cache by hours, for the frames that it can answer."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, String, func, literal

from salesdesk.storage import tables
from salesdesk.storage.contact_hours import HOUR_SECONDS
from salesdesk.storage.idle_clock import to_seconds
from salesdesk.storage.reads.reports.counted import Counted, same
from salesdesk.storage.reads.reports.office_time import week_number
from salesdesk.storage.reads.reports.scope import Scope

_HOURS = tables.salesdesk_contact_hours
_R = _HOURS.c


def answers(scope: Scope) -> bool:
    """Whether the cache holds what is asked for: no customers, and days that begin at its hours."""
    return (
        scope.contacts_as_of is not None
        and not scope.narrows_customers
        and all(offset % HOUR_SECONDS == 0 for _, offset in scope.office.offsets)
    )


def contacts(scope: Scope) -> Counted:
    """The contacts of the frame as the cache counts them; they cannot be opened one by one."""
    at: ColumnElement[Any] = _R.hour * HOUR_SECONDS
    bounds, office = scope.bounds, scope.office
    parts = {
        "agent": same(_R.person_uid),
        "method": same(_R.method),
        "outcome": same(_R.outcome),
        "hour": same(office.hour(at)),
        "weekday": same(office.weekday(at)),
        "week": same(office.week(at), week_number),
    }
    where = (
        _R.hour >= to_seconds(bounds.from_utc) // HOUR_SECONDS,
        _R.hour < to_seconds(bounds.until_utc) // HOUR_SECONDS,
        *scope.of_agents(_R.person_uid),
    )
    nobody = literal("", String())
    return Counted(_HOURS, where, nobody, nobody, parts=parts, number=func.sum(_R.number))
