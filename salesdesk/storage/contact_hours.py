"""`salesdesk_contact_hours`: how many contacts of each kind each person made in each hour of UTC.

A cache of `customer_contacts`, which other applications write too and which has no index on its
date. By UTC's hours, so that the days of any office whose zone differs by whole hours can be had
from it. Whoever brings it up to date compares it with the contacts of one person after another
and writes the differences (performance.md, "Charts by agent and method: a rollup").
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, String, delete, func, insert, select, tuple_, type_coerce, union

from salesdesk.domain.contact import Method, Outcome
from salesdesk.domain.moments import EARLIEST
from salesdesk.storage import tables
from salesdesk.storage.idle_clock import seconds, to_seconds
from salesdesk.storage.reads.reports.office_time import quotient

_HOURS, _CONTACTS = tables.salesdesk_contact_hours, tables.customer_contacts
_R, _K = _HOURS.c, _CONTACTS.c

HOUR_SECONDS = 3_600


@dataclass(frozen=True, slots=True)
class Kind:
    """An hour, counted from 1970 in UTC, and what was done in it."""

    hour: int
    method: str
    outcome: str


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

    def made(self, person_uid: str, since: datetime, latest: datetime) -> Counter[Kind]:
        """What the contacts of one person say, from a whole hour on."""
        method = type_coerce(_K.contact_method, String())
        outcome = type_coerce(_K.contact_status, String())
        by = (
            quotient(seconds(_K.contact_date), HOUR_SECONDS).label("hour"),
            method.label("method"),
            outcome.label("outcome"),
        )
        statement = (
            select(*by, func.count().label("number"))
            .where(
                _K.contacted_by_uid == person_uid,
                _K.contact_date >= max(since, EARLIEST),
                _K.contact_date <= latest,
                method.in_([one.value for one in Method]),
                outcome.in_([one.value for one in Outcome]),
            )
            .group_by(*by)
        )
        rows = self.connection.execute(statement)
        return Counter({Kind(int(r.hour), r.method, r.outcome): r.number for r in rows})

    def kept(self, person_uid: str, since: datetime) -> Counter[Kind]:
        """What the cache says of one person, from a whole hour on."""
        statement = select(_R.hour, _R.method, _R.outcome, _R.number).where(
            _R.person_uid == person_uid, _R.hour >= to_seconds(since) // HOUR_SECONDS
        )
        rows = self.connection.execute(statement)
        return Counter({Kind(r.hour, r.method, r.outcome): r.number for r in rows})

    def replace(self, person_uid: str, wrong: Iterable[Kind], right: Counter[Kind]) -> None:
        """Take these rows of a person away and put what is right in their place."""
        keys = [(one.hour, one.method, one.outcome) for one in wrong]
        key = tuple_(_R.hour, _R.method, _R.outcome)
        self.connection.execute(delete(_HOURS).where(_R.person_uid == person_uid, key.in_(keys)))
        rows = [
            {
                "hour": one.hour, "person_uid": person_uid, "method": one.method,
                "outcome": one.outcome, "number": right[one],
            }
            for one in wrong
            if right[one]
        ]  # fmt: skip
        if rows:
            self.connection.execute(insert(_HOURS), rows)
