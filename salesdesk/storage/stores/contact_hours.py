"""`salesdesk_contact_hours`: how many contacts each person made in each hour of UTC, by method.

A cache of `customer_contacts`, which other applications write too and which has no index on its
date. By UTC's hours, so that the days of any office whose zone differs by whole hours can be had
from it. Whoever brings it up to date compares it with the contacts of one person after another
and writes the differences (docs/architecture.md, "SQL that wins").
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Connection,
    Executable,
    String,
    and_,
    case,
    delete,
    func,
    insert,
    select,
    type_coerce,
    union,
)

from salesdesk.domain.contact import Method, Outcome
from salesdesk.domain.moments import EARLIEST
from salesdesk.storage import tables
from salesdesk.storage.db.sql_time import quotient, seconds, to_seconds

_HOURS, _CONTACTS = tables.salesdesk_contact_hours, tables.customer_contacts
_R, _K = _HOURS.c, _CONTACTS.c

HOUR_SECONDS = 3_600


#: Of each method the column of all contacts and that of the successful ones.
COLUMNS = {one: (_R[f"{one.value}_all"], _R[f"{one.value}_successful"]) for one in Method}

#: The counts of one hour, in the order of `COLUMNS`.
Counts = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ContactHourStore:
    """The cache, within one transaction."""

    connection: Connection

    def people(self) -> tuple[str, ...]:
        """Everybody who ever made a contact, or stands in the cache."""
        made, kept = select(_K.contacted_by_uid), select(_R.person_uid)
        return tuple(
            self.connection.execute(union(made, kept).order_by("contacted_by_uid")).scalars()
        )

    def made(self, person_uid: str, since: datetime, latest: datetime) -> dict[int, Counts]:
        """What the contacts of one person say, by hours since 1970, from a whole hour on."""
        method = type_coerce(_K.contact_method, String())
        outcome = type_coerce(_K.contact_status, String())
        successful = outcome == Outcome.SUCCESSFUL.value
        sums = [
            func.sum(case((condition, 1), else_=0))
            for one in COLUMNS
            for condition in (method == one.value, and_(method == one.value, successful))
        ]
        hour = quotient(seconds(_K.contact_date), HOUR_SECONDS)
        statement = (
            select(hour, *sums)
            .where(
                _K.contacted_by_uid == person_uid,
                _K.contact_date >= max(since, EARLIEST),
                _K.contact_date <= latest,
                method.in_([one.value for one in Method]),
                outcome.in_([one.value for one in Outcome]),
            )
            .group_by(hour)
        )
        return {int(at): tuple(map(int, counts)) for at, *counts in self._rows(statement)}

    def kept(self, person_uid: str, since: datetime) -> dict[int, Counts]:
        """What the cache says of one person, by hours since 1970, from a whole hour on."""
        columns = [column for pair in COLUMNS.values() for column in pair]
        statement = select(_R.hour, *columns).where(
            _R.person_uid == person_uid, _R.hour >= to_seconds(since) // HOUR_SECONDS
        )
        return {at: tuple(counts) for at, *counts in self._rows(statement)}

    def replace(self, person_uid: str, hours: Collection[int], right: Mapping[int, Counts]) -> None:
        """Put into these hours of a person what is right; nothing where there was no contact."""
        self.connection.execute(
            delete(_HOURS).where(_R.person_uid == person_uid, _R.hour.in_(hours))
        )
        names = [column.name for pair in COLUMNS.values() for column in pair]
        rows = [
            {"hour": at, "person_uid": person_uid, **dict(zip(names, right[at], strict=True))}
            for at in hours
            if at in right
        ]
        if rows:
            self.connection.execute(insert(_HOURS), rows)

    def _rows(self, statement: Executable) -> Iterator[tuple[Any, ...]]:
        return (tuple(row) for row in self.connection.execute(statement))
