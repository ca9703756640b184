"""What a person is to be reminded of, found from the person's own customers."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import Connection

from salesdesk.domain.moments import DAY, EARLIEST
from salesdesk.domain.queries import CustomerQuery, CustomerRow, OwnerFilter, OwnerScope
from salesdesk.domain.reminders import LEAVING_DAYS, Reminder, of_departure, of_follow_up
from salesdesk.storage import tables
from salesdesk.storage.reads import customers, filters, last_words, next_steps
from salesdesk.storage.reads.listing import Listing
from salesdesk.storage.reads.search import Search
from salesdesk.storage.reads.sight import Sight
from salesdesk.storage.reads.sorting import Stretch

_CUSTOMERS = tables.customers


def of_person(
    connection: Connection, uid: str, sight: Sight, until: datetime, limit: int
) -> tuple[Reminder, ...]:
    """The reminders that are due by a moment, the oldest first.

    Args:
        limit: of follow-ups those that came due last (the others were shown before), and of
            departures the next ones.
    """
    mine = CustomerQuery(owner=OwnerFilter(OwnerScope.PERSON, uid))
    where = tuple(filters.conditions(mine, _CUSTOMERS, sight))
    all_of_mine = Listing(sight, where, (), Search(), off_index=True)
    due = _due(connection, all_of_mine, until, limit)
    notes = last_words.of(connection, [row.id for row in due], sight)
    zone = sight.settings.office_zone
    found = [
        reminder
        for row in due
        for reminder in of_follow_up(
            row, notes[row.id].note if row.id in notes else None, sight.now, zone
        )
    ]
    for row in _leaving(connection, all_of_mine, until, limit):
        found += of_departure(row, until)
    return tuple(sorted(found, key=lambda one: (one.at, one.key)))


def _due(
    connection: Connection, listing: Listing, until: datetime, limit: int
) -> tuple[CustomerRow, ...]:
    sight = listing.sight
    step = next_steps.next_step(_CUSTOMERS, sight)
    stepping = next_steps.within(_CUSTOMERS, sight, EARLIEST, until + timedelta(seconds=1))
    last_first = replace(listing, parts=(Stretch(stepping, step),), descending=True)
    return _rows(connection, last_first, limit)


def _leaving(
    connection: Connection, listing: Listing, until: datetime, limit: int
) -> tuple[CustomerRow, ...]:
    clock = listing.sight.clock
    leaving = clock.leaves_by(_CUSTOMERS, until + max(LEAVING_DAYS.values()) * DAY)
    next_first = replace(listing, parts=(Stretch(leaving, clock.leaves_at(_CUSTOMERS)),))
    return _rows(connection, next_first, limit)


def _rows(connection: Connection, listing: Listing, limit: int) -> tuple[CustomerRow, ...]:
    ids = listing.page(connection, None, limit).ids
    return customers.rows(connection, ids, listing.sight)
