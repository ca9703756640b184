"""What a person is to be reminded of, found from the person's own and former customers."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, or_, select

from salesdesk.domain.events import EventKind
from salesdesk.domain.moments import DAY
from salesdesk.domain.ownership import UnbindingReason
from salesdesk.domain.people import same_uid
from salesdesk.domain.queries import CustomerRow, OwnerFilter, OwnerScope
from salesdesk.domain.reminders import (
    LEAVING_DAYS,
    LEFT_FOR,
    Reminder,
    of_departure,
    of_follow_up,
    of_gift,
    of_loss,
)
from salesdesk.storage import tables
from salesdesk.storage.reads import (
    by_summary,
    customers,
    first_pages,
    last_notes,
    spell_events,
)
from salesdesk.storage.reads.by_summary import SUMMARIES, Carrier, S
from salesdesk.storage.reads.enums import member
from salesdesk.storage.reads.first_pages import Asked
from salesdesk.storage.reads.last_notes import LastWord
from salesdesk.storage.reads.listing import Listing
from salesdesk.storage.reads.people import shown_name
from salesdesk.storage.reads.search import Search
from salesdesk.storage.reads.sorting import Stretch
from salesdesk.storage.reads.viewer import Viewer

_DUE, _LEAVING, _LOST, _GIVEN = "due", "leaving", "lost", "given"

#: Under which word an event names who had the customer.
_FORMER = {EventKind.RELEASED.value: "owner", EventKind.TRANSFERRED.value: "from"}

#: The acts by which somebody else gives a person a customer.
_GIVING = (
    EventKind.ASSIGNED.value, EventKind.TRANSFERRED.value, EventKind.GIVEN_BACK.value,
)  # fmt: skip


def of_person(
    connection: Connection, uid: str, viewer: Viewer, until: datetime, limit: int
) -> tuple[Reminder, ...]:
    """The reminders that are due by a moment, the oldest first.

    Args:
        limit: of follow-ups those that came due last (the others were shown before), and of
            departures the next ones.
    """
    pages, told = first_pages.read(connection, _asked(uid, viewer, until, limit), viewer, key=None)
    due, leaving = pages[_DUE].rows, pages[_LEAVING].rows
    ids = {event.customer_id for events in told.values() for event in events}
    found = (*due, *leaving, *customers.of_ids(connection, sorted(ids), viewer))
    rows, said = customers.made(
        connection, found, viewer, last_notes.readings(found, viewer), words=True
    )
    rest = len(due) + len(leaving)
    others = {row.id: row for row in rows[rest:] if row.out is None}
    reminders = [
        *_of_due(rows[: len(due)], last_notes.made(said), viewer, until),
        *(one for row in rows[len(due) : rest] for one in of_departure(row, until)),
        *_of_losses(told[_LOST], others, uid),
        *_of_gifts(told[_GIVEN], others, uid),
    ]
    return tuple(sorted(reminders, key=lambda one: (one.at, one.key)))


def _asked(uid: str, viewer: Viewer, until: datetime, limit: int) -> Asked[str]:
    """The lists and the events from which a person's reminders are made."""
    mine = (*by_summary.of_owner(OwnerFilter(OwnerScope.PERSON, uid)), by_summary.in_round())
    soon = by_summary.leaves_by(until + max(LEAVING_DAYS.values()) * DAY)

    def listing(name: str) -> Listing:
        last_first = name == _DUE
        part = Stretch(S.next_step_at <= until, S.next_step_at)
        return Listing(
            viewer,
            mine,
            (part if last_first else Stretch(soon, S.leaves_at),),
            Search(),
            SUMMARIES,
            scan=False,
            descending=last_first,
            summarised=True,
            carrier=Carrier.OWNER_STEP if last_first else Carrier.OWNER_LEAVES,
        )

    events = {_LOST: _losses(uid, viewer, limit), _GIVEN: _gifts(uid, viewer, limit)}
    return Asked(listing, {_DUE: limit, _LEAVING: limit}, lambda: events)


def _of_due(
    rows: Iterable[CustomerRow], notes: Mapping[str, LastWord], viewer: Viewer, until: datetime
) -> Iterator[Reminder]:
    for row in rows:
        # Where another application contacted the customer since, its summary does not know yet.
        if row.next_step is not None and row.next_step <= until:
            note = notes[row.id].note if row.id in notes else None
            yield from of_follow_up(row, note, viewer.now, viewer.settings.office_zone)


def _losses(uid: str, viewer: Viewer, limit: int) -> Select[Any]:
    """What reads who left a person lately by an act of somebody else.

    The events of these days are walked by their index; their details name who had the customer.
    """
    e, users = tables.salesdesk_events.c, tables.users
    named = json.dumps(uid, ensure_ascii=False)
    mine = [e.details.contains(f'"{key}":{named}', autoescape=True) for key in _FORMER.values()]
    return (
        select(
            e.id, e.at, e.kind, e.customer_id, e.details,
            shown_name(users, e.actor_uid).label("by_name"), e.actor_uid,
        )
        .select_from(tables.salesdesk_events.outerjoin(users, users.c.firebase_uid == e.actor_uid))
        .where(
            e.at >= viewer.now - LEFT_FOR,
            e.kind.in_(sorted(_FORMER)),
            or_(*mine),
            or_(e.actor_uid.is_(None), e.actor_uid != uid),
        )
        .order_by(e.at.desc(), e.id)
        .limit(limit)
    )  # fmt: skip


def _of_losses(events: Iterable[Any], rows: Mapping[str, CustomerRow], uid: str) -> list[Reminder]:
    """Of those who are not back."""
    found = []
    for event in events:
        details, row = spell_events.parsed(event.details), rows.get(event.customer_id)
        had = details.get(_FORMER[event.kind])
        if row is None or not same_uid(str(had), uid) or same_uid(row.owner_uid, uid):
            continue
        reason = member(UnbindingReason, details.get("reason"))
        by = event.by_name if event.actor_uid is not None else None
        found.append(of_loss(row, event.id, event.at, reason, by))
    return found


def _gifts(uid: str, viewer: Viewer, limit: int) -> Select[Any]:
    """What reads whom somebody else gave a person lately."""
    e, users = tables.salesdesk_events.c, tables.users
    named = f'"to":{json.dumps(uid, ensure_ascii=False)}'
    return (
        select(e.id, e.at, e.customer_id, shown_name(users, e.actor_uid).label("by_name"))
        .select_from(tables.salesdesk_events.outerjoin(users, users.c.firebase_uid == e.actor_uid))
        .where(
            e.at >= viewer.now - LEFT_FOR,
            e.kind.in_(_GIVING),
            e.details.contains(named, autoescape=True),
            e.actor_uid != uid,
            # Whom an import binds are told of by the import.
            e.run_id.is_(None),
        )
        .order_by(e.at.desc(), e.id)
        .limit(limit)
    )


def _of_gifts(events: Iterable[Any], rows: Mapping[str, CustomerRow], uid: str) -> list[Reminder]:
    """Of those whom the person still has."""
    return [
        of_gift(rows[event.customer_id], event.id, event.at, event.by_name)
        for event in events
        if event.customer_id in rows and same_uid(rows[event.customer_id].owner_uid, uid)
    ]
