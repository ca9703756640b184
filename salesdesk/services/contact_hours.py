"""Bringing the cache of contacts by hours up to date, where an administrator has turned it on.

The booking application writes contacts too, people log past ones and correct them, and no column
says when a row was written. So the last days are compared with the rows each time, and all of the
past once a day: until then a change to an old contact does not show in reports that use the cache.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial

from salesdesk.domain.moments import DAY, EARLIEST, is_recent
from salesdesk.domain.settings import CONTACT_HOURS
from salesdesk.services.session import Session
from salesdesk.storage.reads.reports.scope import CONTACTS_AS_OF
from salesdesk.storage.stores.contact_hours import Counts
from salesdesk.storage.unit_of_work import Reading, UnitOfWork

#: Back to when each refresh compares; older contacts are compared once in `WHOLE_AFTER`.
RECENT = 35 * DAY
WHOLE_AFTER = DAY

#: Rows that are written in one transaction.
BATCH = 200

_WHOLE = "contact_hours_whole_at"


def refresh(
    session: Session, *, unless_within: timedelta = timedelta(), whole: bool = False
) -> int | None:
    """Compare the cache with the contacts and write the differences; how many rows these were.

    Acts as the system: the cache holds nothing but counts. Two desktops that do it at once write
    the same. None: it is turned off, or was done recently.

    Args:
        unless_within: do nothing where some desktop has ended a refresh within this time.
        whole: compare all of the past, even if that was done today.

    Raises:
        Unavailable: the database is out of reach; what was written before stays.
    """
    begun = session.store.read(partial(_begin, unless_within=unless_within, whole=whole))
    if begun is None:
        return None
    at, since = begun
    changed = 0
    for uid in session.store.read(lambda reading: reading.contact_hours.people()):
        changed += _of_person(session, uid, since, at)
    session.store.act(partial(_end, at=at, whole=since == EARLIEST))
    return changed


def _begin(
    reading: Reading, unless_within: timedelta, whole: bool
) -> tuple[datetime, datetime] | None:
    """The present moment, and from which whole hour on to compare."""
    if reading.settings.word(CONTACT_HOURS) != "on":
        return None
    now, last = reading.now, reading.state.moment(CONTACTS_AS_OF)
    if is_recent(last, unless_within, now):
        return None
    if whole or not is_recent(reading.state.moment(_WHOLE), WHOLE_AFTER, now):
        return now, EARLIEST
    return now, (now - RECENT).replace(minute=0, second=0, microsecond=0)


def _of_person(session: Session, uid: str, since: datetime, at: datetime) -> int:
    def compare(reading: Reading) -> tuple[list[int], dict[int, Counts]]:
        hours = reading.contact_hours
        made, kept = hours.made(uid, since, at + DAY), hours.kept(uid, since)
        wrong = [one for one in made | kept if made.get(one) != kept.get(one)]
        return sorted(wrong), made

    wrong, right = session.store.read(compare)
    for start in range(0, len(wrong), BATCH):
        part = wrong[start : start + BATCH]
        session.store.act(partial(_write, uid=uid, hours=part, right=right))
    return len(wrong)


def _write(unit: UnitOfWork, uid: str, hours: list[int], right: dict[int, Counts]) -> None:
    unit.contact_hours.replace(uid, hours, right)


def _end(unit: UnitOfWork, at: datetime, whole: bool) -> None:
    unit.state.put(CONTACTS_AS_OF, at.isoformat(), at)
    if whole:
        unit.state.put(_WHOLE, at.isoformat(), at)
