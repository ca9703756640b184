"""A customer's timeline: contacts, ownership, status, protections and orders as one stream."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, String, null, select, type_coerce

from salesdesk.domain.contact import Method, Outcome
from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.events import EventKind
from salesdesk.domain.moments import EARLIEST
from salesdesk.domain.ownership import UnbindingReason
from salesdesk.domain.people import same_uid
from salesdesk.domain.queries import Page, PageKey, TimelineEntry, TimelineKind, TimelineQuery
from salesdesk.domain.settings import EDIT_HOURS
from salesdesk.storage import tables
from salesdesk.storage.idle_clock import owned
from salesdesk.storage.reads import order_values, streams, told
from salesdesk.storage.reads.members import member
from salesdesk.storage.reads.people import shown_name
from salesdesk.storage.reads.sight import Sight
from salesdesk.storage.reads.streams import Place

_USERS = tables.users
_EARLIEST_LOCAL = EARLIEST.replace(tzinfo=None)

#: Among lines of one moment; a transfer shows the new owner above the old one.
_RANKS = {kind: rank for rank, kind in enumerate(TimelineKind)}

#: The lines that events make, which are one stream of one rank.
_KINDS_OF_EVENTS = {
    EventKind.STATUS_MOVED: TimelineKind.STATUS,
    EventKind.PROTECTED: TimelineKind.PROTECTION,
    EventKind.PROTECTION_ENDED: TimelineKind.PROTECTION,
}
_RANKS[TimelineKind.PROTECTION] = _RANKS[TimelineKind.STATUS]


@dataclass(frozen=True, slots=True)
class _Line:
    place: Place
    entry: TimelineEntry


@dataclass(frozen=True, slots=True)
class _Asked:
    """What one page asks of each table."""

    connection: Connection
    customer_id: str
    kinds: frozenset[TimelineKind]
    sight: Sight
    shows_notes: bool
    after: Place | None
    limit: int


def page(
    connection: Connection,
    query: TimelineQuery,
    sight: Sight,
    after: PageKey | None,
    limit: int,
) -> Page[TimelineEntry] | None:
    """One page of the timeline, newest first, what has no date last; None: no such customer."""
    c = tables.customers.c
    bound = connection.execute(
        select(owned(tables.customers)).where(c.id == query.customer_id)
    ).one_or_none()
    if bound is None:
        return None
    asked = _Asked(
        connection,
        query.customer_id,
        query.kinds or frozenset(TimelineKind),
        sight,
        sight.pool_notes or bool(bound[0]),
        Place.of(after),
        limit,
    )
    found = [line for source in _SOURCES for line in source(asked)]
    lines = sorted(
        (line for line in found if streams.comes_after(line.place, asked.after)),
        key=lambda line: streams.order(line.place),
    )
    shown = lines[:limit]
    entries = _completed(asked, [line.entry for line in shown])
    return Page(entries, shown[-1].place.key if len(lines) > limit else None)


def _contacts(asked: _Asked) -> list[_Line]:
    if TimelineKind.CONTACT not in asked.kinds:
        return []
    contacts = tables.customer_contacts
    k = contacts.c
    notes = k.notes if asked.shows_notes else null()
    statement = (
        select(
            k.id,
            k.contact_date,
            k.contacted_by_uid,
            shown_name(_USERS, k.contacted_by_uid).label("person_name"),
            type_coerce(k.contact_method, String()).label("method"),
            type_coerce(k.contact_status, String()).label("outcome"),
            notes.label("notes"),
            k.next_follow_up_date,
        )
        .select_from(contacts.outerjoin(_USERS, _USERS.c.firebase_uid == k.contacted_by_uid))
        .where(k.customer_id == asked.customer_id)
    )
    rank = _RANKS[TimelineKind.CONTACT]
    at = streams.known(k.contact_date)
    ordered = streams.following(statement, at, k.id, rank, asked.after, asked.limit)
    return [
        _line(
            TimelineEntry(
                row.id,
                TimelineKind.CONTACT,
                streams.dated(row.contact_date),
                person_uid=row.contacted_by_uid,
                person_name=row.person_name,
                method=member(Method, row.method),
                outcome=member(Outcome, row.outcome),
                notes=row.notes or None,
                next_step=streams.dated(row.next_follow_up_date),
            )
        )
        for row in asked.connection.execute(ordered)
    ]


def _ownership(asked: _Asked) -> list[_Line]:
    """Two lines a spell; all spells of the customer, of which there are few, in one reading."""
    if asked.kinds.isdisjoint({TimelineKind.OWNERSHIP_TAKEN, TimelineKind.OWNERSHIP_ENDED}):
        return []
    history = tables.customer_binding_history
    h = history.c
    statement = (
        select(
            h.id,
            h.bound_to_uid,
            shown_name(_USERS, h.bound_to_uid).label("person_name"),
            h.binding_start_date,
            h.binding_end_date,
            type_coerce(h.unbinding_reason, String()).label("reason"),
        )
        .select_from(history.outerjoin(_USERS, _USERS.c.firebase_uid == h.bound_to_uid))
        .where(h.customer_id == asked.customer_id)
        .order_by(h.id.desc())
    )
    rows = asked.connection.execute(statement).all()
    lines: list[_Line] = []
    for kind in (TimelineKind.OWNERSHIP_TAKEN, TimelineKind.OWNERSHIP_ENDED):
        if kind in asked.kinds:
            lines += _not_shown([_spell_line(row, kind) for row in rows], asked.after)
    return lines


def _spell_line(row: Row[Any], kind: TimelineKind) -> _Line | None:
    """The beginning or the end of a spell; None: it is open."""
    taken = kind is TimelineKind.OWNERSHIP_TAKEN
    if not taken and row.binding_end_date is None and row.reason is None:
        return None
    return _line(
        TimelineEntry(
            row.id,
            kind,
            streams.dated(row.binding_start_date if taken else row.binding_end_date),
            person_uid=row.bound_to_uid,
            person_name=row.person_name,
            reason=None if taken else member(UnbindingReason, row.reason),
        )
    )


def _not_shown(lines: Sequence[_Line | None], seen: Place | None) -> Iterable[_Line]:
    """Of one kind's lines in the order of their ids, those of the seen moment after the seen."""
    there = [line for line in lines if line is not None]
    ids = [line.place.id for line in there if seen is not None and line.place.at == seen.at]
    if seen is None or seen.id not in ids or there[0].place.rank != seen.rank:
        return there
    shown = frozenset(ids[: ids.index(seen.id) + 1])
    return [line for line in there if line.place.at != seen.at or line.place.id not in shown]


def _events(asked: _Asked) -> list[_Line]:
    """The moves and the changes of protection, which one statement reads."""
    wanted = [kind for kind, of in _KINDS_OF_EVENTS.items() if of in asked.kinds]
    if not wanted:
        return []
    events = tables.salesdesk_events
    e = events.c
    statement = (
        select(
            e.id,
            e.at,
            e.kind,
            e.actor_uid,
            shown_name(_USERS, e.actor_uid).label("person_name"),
            e.details,
        )
        .select_from(events.outerjoin(_USERS, _USERS.c.firebase_uid == e.actor_uid))
        .where(e.customer_id == asked.customer_id, e.kind.in_(wanted))
    )
    rank = _RANKS[TimelineKind.STATUS]
    at = streams.known(e.at)
    ordered = streams.following(statement, at, e.id, rank, asked.after, asked.limit)
    return [_line(_of_event(row)) for row in asked.connection.execute(ordered)]


def _of_event(row: Row[Any]) -> TimelineEntry:
    details, kind = told.parsed(row.details), _KINDS_OF_EVENTS[EventKind(row.kind)]
    entry = TimelineEntry(
        row.id,
        kind,
        streams.dated(row.at),
        person_uid=row.actor_uid,
        person_name=row.person_name,
    )
    if kind is TimelineKind.STATUS:
        return replace(
            entry,
            status_from=member(SalesStatus, details.get("from")),
            status_to=member(SalesStatus, details.get("to")),
        )
    if row.kind == EventKind.PROTECTION_ENDED:
        return entry
    until, reason = told.moment(details.get("until")), details.get("reason")
    return replace(entry, until=until, description=str(reason) if reason else None)


def _orders(asked: _Asked) -> list[_Line]:
    """The orders, whose dates are the office's local time."""
    if TimelineKind.ORDER not in asked.kinds:
        return []
    zone = asked.sight.settings.office_zone
    o, purposes, places = tables.orders.c, tables.order_purposes, tables.restaurant
    statement = (
        select(
            o.id,
            o.order_date,
            o.firebase_uid,
            shown_name(_USERS, o.firebase_uid).label("person_name"),
            type_coerce(o.status, String()).label("status"),
            purposes.c.name_en,
            places.c.restaurant_name,
        )
        .select_from(
            tables.orders.outerjoin(_USERS, _USERS.c.firebase_uid == o.firebase_uid)
            .outerjoin(purposes, purposes.c.id == o.id_order_purpose)
            .outerjoin(places, places.c.id == o.id_restaurant)
        )
        .where(o.id_customer == asked.customer_id)
    )
    seen = asked.after.at if asked.after else None
    bound = seen.astimezone(zone).replace(tzinfo=None) if seen else None
    at = streams.known(o.order_date, _EARLIEST_LOCAL)
    rank = _RANKS[TimelineKind.ORDER]
    ordered = streams.following(statement, at, o.id, rank, asked.after, asked.limit, bound=bound)

    def moment(local: datetime | None) -> datetime | None:
        if local is None or local < _EARLIEST_LOCAL:
            return None
        return local.replace(tzinfo=zone).astimezone(UTC)

    return [
        _line(
            TimelineEntry(
                row.id,
                TimelineKind.ORDER,
                moment(row.order_date),
                person_uid=row.firebase_uid,
                person_name=row.person_name,
                order_status=row.status,
                description=" · ".join(filter(None, (row.name_en, row.restaurant_name))) or None,
            )
        )
        for row in asked.connection.execute(ordered)
    ]


_SOURCES: tuple[Callable[[_Asked], list[_Line]], ...] = (
    _contacts,
    _ownership,
    _events,
    _orders,
)


def _line(entry: TimelineEntry) -> _Line:
    return _Line(Place(entry.at, _RANKS[entry.kind], entry.id), entry)


def _completed(asked: _Asked, entries: Sequence[TimelineEntry]) -> tuple[TimelineEntry, ...]:
    """The page's entries with what only shown lines need: events, values, what may be edited."""
    ownership = {TimelineKind.OWNERSHIP_TAKEN, TimelineKind.OWNERSHIP_ENDED}
    moments = [entry.at for entry in entries if entry.kind in ownership]
    events = told.spell_events(asked.connection, asked.customer_id, moments)
    values = order_values.of_orders(
        asked.connection, [entry.id for entry in entries if entry.kind is TimelineKind.ORDER]
    )
    editable = _editable(asked, entries)

    def completed(entry: TimelineEntry) -> TimelineEntry:
        match entry.kind:
            case TimelineKind.CONTACT:
                return replace(entry, editable=entry.id in editable)
            case TimelineKind.ORDER:
                return replace(entry, value=values[entry.id])
            case TimelineKind.OWNERSHIP_TAKEN:
                found = events.began.get(entry.id)
                return _with_event(entry, found, shows_words=asked.shows_notes)
            case TimelineKind.OWNERSHIP_ENDED:
                found = events.ended.get(entry.id)
                return _with_event(entry, found, shows_words=asked.shows_notes)
            case TimelineKind.STATUS | TimelineKind.PROTECTION:
                return entry

    return tuple(completed(entry) for entry in entries)


def _with_event(
    entry: TimelineEntry, found: told.Told | None, *, shows_words: bool
) -> TimelineEntry:
    if found is None:
        return entry
    ended = entry.kind is TimelineKind.OWNERSHIP_ENDED
    return replace(
        entry,
        by_name=found.by_other_than(entry.person_uid or ""),
        idle_days=found.idle_days if ended else None,
        limit_days=found.limit_days if ended else None,
        description=found.why if ended and shows_words else None,
    )


def _editable(asked: _Asked, entries: Sequence[TimelineEntry]) -> frozenset[str]:
    """The contacts that the reader may change now (docs/rules.md, "Interactions").

    One's own for some hours after the event that logged them, or, for rows of other
    applications, after their date; a lead may change any.
    """
    sight = asked.sight
    contacts = [entry for entry in entries if entry.kind is TimelineKind.CONTACT]
    if sight.edits_any:
        return frozenset(entry.id for entry in contacts)
    own = [entry for entry in contacts if sight.uid and same_uid(entry.person_uid, sight.uid)]
    if not own or not sight.edits_own:
        return frozenset()
    e = tables.salesdesk_events.c
    statement = select(e.id, e.at).where(e.id.in_(sorted(entry.id for entry in own)))
    logged = {row.id: row.at for row in asked.connection.execute(statement)}
    since = sight.now - timedelta(hours=sight.settings.number(EDIT_HOURS))
    started = ((entry.id, logged.get(entry.id, entry.at)) for entry in own)
    return frozenset(id_ for id_, at in started if at is not None and at >= since)
