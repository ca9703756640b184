"""Contacts counted in the cache by hours, for the frames that it can answer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select

from salesdesk.storage import tables
from salesdesk.storage.db.sql_time import to_seconds
from salesdesk.storage.reads.reports.scope import Scope
from salesdesk.storage.stores.contact_hours import COLUMNS, HOUR_SECONDS

_R = tables.salesdesk_contact_hours.c

_METHOD = "method"

#: The values of the parts that were asked for, how many contacts, and how many successes.
Tried = tuple[tuple[Any, ...], int, int]


def answers(scope: Scope) -> bool:
    """Whether the cache holds what is asked for: no customers, and days that begin at its hours."""
    return (
        scope.contacts_as_of is not None
        and not scope.narrows_customers
        and all(offset % HOUR_SECONDS == 0 for _, offset in scope.office.offsets)
    )


def as_of(scope: Scope) -> datetime | None:
    """Up to when contacts are counted where the cache answers; None: up to now, from the rows."""
    return scope.contacts_as_of if answers(scope) else None


def tried(connection: Connection, scope: Scope, *names: str) -> Iterator[Tried]:
    """How many contacts there are of each combination of these parts, and how many successes.

    The methods stand beside each other in a row of the cache, and come apart here.
    """
    parts = _parts(scope)
    by = [parts[name] for name in names if name != _METHOD]
    sums = [func.sum(column) for pair in COLUMNS.values() for column in pair]
    statement = select(*by, *sums).where(*_within(scope)).group_by(*by)
    place = names.index(_METHOD) if _METHOD in names else None
    for row in connection.execute(statement):
        keys, counts = tuple(row)[: len(by)], [int(count or 0) for count in row[len(by) :]]
        if place is None:
            yield keys, sum(counts[::2]), sum(counts[1::2])
            continue
        for method, number, successes in zip(COLUMNS, counts[::2], counts[1::2], strict=True):
            if number:
                yield (*keys[:place], method.value, *keys[place:]), number, successes


def _parts(scope: Scope) -> dict[str, ColumnElement[Any]]:
    at: ColumnElement[Any] = _R.hour * HOUR_SECONDS
    office = scope.office
    return {
        "agent": _R.person_uid,
        "hour": office.hour(at),
        "weekday": office.weekday(at),
        "week": office.week(at),
    }


def _within(scope: Scope) -> tuple[ColumnElement[bool], ...]:
    bounds = scope.bounds
    return (
        _R.hour >= to_seconds(bounds.from_utc) // HOUR_SECONDS,
        _R.hour < to_seconds(bounds.until_utc) // HOUR_SECONDS,
        *scope.of_agents(_R.person_uid),
    )
