"""What a person is to be reminded of, found from the person's own and former customers."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection, or_, select

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
from salesdesk.storage.reads import by_summary, customers, last_notes, spell_events
from salesdesk.storage.reads.by_summary import SUMMARIES, Carrier, S
from salesdesk.storage.reads.enums import member
from salesdesk.storage.reads.last_notes import LastWord
from salesdesk.storage.reads.listing import Listing
from salesdesk.storage.reads.people import shown_name
from salesdesk.storage.reads.search import Search
from salesdesk.storage.reads.sorting import Stretch
from salesdesk.storage.reads.viewer import Viewer

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
    mine = (*by_summary.of_owner(OwnerFilter(OwnerScope.PERSON, uid)), by_summary.in_round())
    all_of_mine = Listing(viewer, mine, (), Search(), SUMMARIES, summarised=True)
    due, notes = _due(connection, all_of_mine, until, limit)
    zone = viewer.settings.office_zone
    found = [
        reminder
        for row in due
        for reminder in of_follow_up(
            row, notes[row.id].note if row.id in notes else None, viewer.now, zone
        )
    ]
    for row in _leaving(connection, all_of_mine, until, limit):
        found += of_departure(row, until)
    found += _lost(connection, uid, viewer, limit)
    found += _given(connection, uid, viewer, limit)
    return tuple(sorted(found, key=lambda one: (one.at, one.key)))


def _lost(connection: Connection, uid: str, viewer: Viewer, limit: int) -> list[Reminder]:
    """Customers who left a person lately by an act of somebody else, and are not back.

    The events of these days are walked by their index; their details name who had the customer.
    """
    e, users = tables.salesdesk_events.c, tables.users
    named = json.dumps(uid, ensure_ascii=False)
    mine = [e.details.contains(f'"{key}":{named}', autoescape=True) for key in _FORMER.values()]
    statement = (
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
    events = connection.execute(statement).all()
    rows = {
        row.id: row for row in customers.rows(connection, [e.customer_id for e in events], viewer)
    }
    found = []
    for event in events:
        details, row = spell_events.parsed(event.details), rows.get(event.customer_id)
        had = details.get(_FORMER[event.kind])
        if row is None or row.out is not None:
            continue
        if not same_uid(str(had), uid) or same_uid(row.owner_uid, uid):
            continue
        reason = member(UnbindingReason, details.get("reason"))
        by = event.by_name if event.actor_uid is not None else None
        found.append(of_loss(row, event.id, event.at, reason, by))
    return found


def _given(connection: Connection, uid: str, viewer: Viewer, limit: int) -> list[Reminder]:
    """Customers whom somebody else gave a person lately, and whom they still have."""
    e, users = tables.salesdesk_events.c, tables.users
    named = f'"to":{json.dumps(uid, ensure_ascii=False)}'
    statement = (
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
    events = connection.execute(statement).all()
    ids = [event.customer_id for event in events]
    rows = {row.id: row for row in customers.rows(connection, ids, viewer) if row.out is None}
    return [
        of_gift(rows[event.customer_id], event.id, event.at, event.by_name)
        for event in events
        if event.customer_id in rows and same_uid(rows[event.customer_id].owner_uid, uid)
    ]


def _due(
    connection: Connection, listing: Listing, until: datetime, limit: int
) -> tuple[tuple[CustomerRow, ...], dict[str, LastWord]]:
    """Those whose next step came due last, and what was said last about them."""
    last_first = replace(
        listing,
        parts=(Stretch(S.next_step_at <= until, S.next_step_at),),
        descending=True,
        carrier=Carrier.OWNER_STEP,
    )
    found = customers.found(connection, last_first, None, limit).rows
    asked = last_notes.readings(found, listing.viewer)
    rows, further = customers.made(connection, found, listing.viewer, asked, words=True)
    # Where another application contacted the customer since, its summary does not know yet.
    due = tuple(row for row in rows if row.next_step is not None and row.next_step <= until)
    return due, last_notes.made(further)


def _leaving(
    connection: Connection, listing: Listing, until: datetime, limit: int
) -> tuple[CustomerRow, ...]:
    leaving = by_summary.leaves_by(until + max(LEAVING_DAYS.values()) * DAY)
    next_first = replace(
        listing, parts=(Stretch(leaving, S.leaves_at),), carrier=Carrier.OWNER_LEAVES
    )
    return customers.listed(connection, next_first, None, limit).rows
