"""What others changed (docs/rules.md, "What changed elsewhere")."""

from __future__ import annotations

import contextlib
from collections.abc import Collection

from salesdesk.domain.changes import Changes, Topic
from salesdesk.domain.errors import Unavailable
from salesdesk.domain.live import Cursor, Heard, Seen, changes_of
from salesdesk.domain.people import Permission
from salesdesk.services import access, summaries
from salesdesk.services.desk import Desk
from salesdesk.storage.reads import feed
from salesdesk.storage.unit_of_work import Reading

#: More events than this in one poll are told as 'anything may have changed'.
EVENTS = 1_000


def start(desk: Desk) -> Cursor:
    """From now on; call it before the first reading of what is to be kept fresh.

    Raises:
        NotAllowed: the actor may not see customers.
        Unavailable: the database is out of reach.
    """
    access.require(desk.actor, Permission.CUSTOMERS_VIEW)
    return Cursor(desk.now())


def changes_since(desk: Desk, cursor: Cursor) -> Heard:
    """What SalesDesk did since, on whichever desktop; one query.

    Raises:
        NotAllowed: the actor may not see customers.
        Unavailable: the database is out of reach; the cursor stays good.
    """
    access.require(desk.actor, Permission.CUSTOMERS_VIEW)

    def work(reading: Reading) -> Heard:
        found = feed.since(reading.connection, cursor.since, EVENTS)
        if found.now is None:
            return Heard((), cursor)
        if found.more:
            return Heard((Changes(frozenset(Topic)),), Cursor(max(cursor.at, found.now)))
        new = cursor.new(found.events)
        return Heard(changes_of(new), cursor.after(found.events, found.now))

    return desk.store.read(work)


def altered(desk: Desk, seen: Collection[Seen]) -> Changes:
    """Which of the rows in sight may have changed or are gone, whoever did it.

    For what leaves no event: the booking application's own writes to customers. Their summaries
    are brought in line afterwards, so that what is read next finds them where they now belong.

    Raises:
        NotAllowed: the actor may not see customers.
        Unavailable: the database is out of reach.
    """
    access.require(desk.actor, Permission.CUSTOMERS_VIEW)
    there = desk.store.read(
        lambda reading: feed.updated(reading.connection, [row.id for row in seen])
    )
    stale = tuple(row.id for row in seen if row.id not in there or row.is_stale(there[row.id]))
    if not stale:
        return Changes()
    # What cannot be mended now is found by the next sweep; the news must not wait for it.
    with contextlib.suppress(Unavailable):
        summaries.mend(desk, stale)
    return Changes.of(Topic.CUSTOMERS, Topic.OWNERSHIP, ids=stale)
