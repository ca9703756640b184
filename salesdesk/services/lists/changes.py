"""What others changed (docs/rules.md, "What changed elsewhere")."""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime

from salesdesk.domain.change_feed import MENDED, Cursor, Heard, Seen, changes_of
from salesdesk.domain.changes import Changes, Topic
from salesdesk.domain.errors import Unavailable
from salesdesk.domain.permissions import Permission
from salesdesk.services import access, summaries
from salesdesk.services.session import Session
from salesdesk.storage.reads import changes
from salesdesk.storage.reads.changes import Found
from salesdesk.storage.stores.summary_notes import SUMMARIES_CHANGED

#: More events than this in one poll are told as 'anything may have changed'.
EVENTS = 1_000


def start(session: Session) -> Cursor:
    """From now on; call it before the first reading of what is to be kept fresh.

    Raises:
        NotAllowed: the actor may not see customers.
    """
    access.require(session.actor, Permission.CUSTOMERS_VIEW)
    now, mended = session.store.read(lambda reading: reading.clock_beside(SUMMARIES_CHANGED))
    return Cursor(now, mended=mended)


def changes_since(session: Session, cursor: Cursor, in_sight: Collection[Seen] = ()) -> Heard:
    """What SalesDesk did since, on whichever desktop, and what others did to rows in sight.

    One query. The booking application's own writes to customers leave no event: they are seen by
    the rows in sight, whose summaries are brought in line afterwards, so that what is read next
    finds them where they now belong. Nor does a sweep that mended summaries: each is told once.

    Raises:
        NotAllowed: the actor may not see customers.
        Unavailable: the database is out of reach; the cursor stays good.
    """
    access.require(session.actor, Permission.CUSTOMERS_VIEW)
    ids = [row.id for row in in_sight]
    found = session.store.read(
        lambda reading: changes.since(reading.connection, cursor.since, EVENTS, ids)
    )
    heard = _heard(found, cursor)
    if any(Topic.SETTINGS in one.topics for one in heard.changes):
        session.store.forget_settings()
    return replace(heard, altered=_altered(session, in_sight, found.updated))


def _heard(found: Found, cursor: Cursor) -> Heard:
    mended = (MENDED,) if found.mended != cursor.mended else ()
    cursor = replace(cursor, mended=found.mended)
    if found.now is None:
        return Heard(mended, cursor)
    if found.more:
        anything = Changes(frozenset(Topic))
        return Heard((anything,), Cursor(max(cursor.at, found.now), mended=found.mended))
    new = cursor.new(found.events)
    return Heard((*changes_of(new), *mended), cursor.after(found.events, found.now))


def _altered(
    session: Session, in_sight: Collection[Seen], updated: Mapping[str, datetime | None]
) -> Changes:
    """Which of the rows in sight may have changed or are gone, whoever did it."""
    stale = tuple(
        row.id for row in in_sight if row.id not in updated or row.is_stale(updated[row.id])
    )
    if not stale:
        return Changes()
    # What cannot be mended now is found by the next sweep; the news must not wait for it.
    with contextlib.suppress(Unavailable):
        summaries.mend(session, stale)
    return Changes.of(Topic.CUSTOMERS, Topic.OWNERSHIP, ids=stale)
