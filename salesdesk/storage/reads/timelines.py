"""A customer's timeline: contacts, ownership, status, protections and orders as one stream."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    FromClause,
    Select,
    String,
    Table,
    bindparam,
    case,
    select,
    type_coerce,
)

from salesdesk.domain.contact import Method, Outcome
from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.events import EventKind
from salesdesk.domain.moments import EARLIEST
from salesdesk.domain.ownership import UnbindingReason
from salesdesk.domain.people import same_uid
from salesdesk.domain.queries import Page, PageKey, TimelineEntry, TimelineKind, TimelineQuery
from salesdesk.domain.round import OutOfRound
from salesdesk.domain.set_aside import Aside, AsideReason
from salesdesk.domain.settings import EDIT_HOURS
from salesdesk.storage import tables
from salesdesk.storage.db.at_clock import beside_clock
from salesdesk.storage.db.together import Together
from salesdesk.storage.reads import order_values, spell_events, timeline_streams
from salesdesk.storage.reads.conditions import owned
from salesdesk.storage.reads.enums import member
from salesdesk.storage.reads.people import shown_name
from salesdesk.storage.reads.timeline_streams import Place
from salesdesk.storage.reads.viewer import Viewer

_USERS = tables.users
_OF_CUSTOMER: BindParameter[str] = bindparam("of_customer")
_EARLIEST_LOCAL = EARLIEST.replace(tzinfo=None)

#: Among lines of one moment; a transfer shows the new owner above the old one.
_RANKS = {kind: rank for rank, kind in enumerate(TimelineKind)}

#: The two lines of a spell.
_OF_OWNERSHIP = (TimelineKind.OWNERSHIP_TAKEN, TimelineKind.OWNERSHIP_ENDED)

#: The lines that events make, which are one stream of one rank.
_KINDS_OF_EVENTS = {
    EventKind.STATUS_MOVED: TimelineKind.STATUS,
    EventKind.PROTECTED: TimelineKind.PROTECTION,
    EventKind.PROTECTION_ENDED: TimelineKind.PROTECTION,
    EventKind.PAUSED: TimelineKind.PROTECTION,
    EventKind.PAUSE_ENDED: TimelineKind.PROTECTION,
    EventKind.SET_ASIDE: TimelineKind.SET_ASIDE,
    EventKind.TAKEN_BACK: TimelineKind.SET_ASIDE,
    EventKind.LINKED: TimelineKind.LINK,
    EventKind.UNLINKED: TimelineKind.LINK,
}
#: Told by an event of each of the two; that of the hidden one would say it twice.
_TOLD_BY_BOTH = frozenset({EventKind.LINKED, EventKind.UNLINKED})
_RANKS |= dict.fromkeys(_KINDS_OF_EVENTS.values(), _RANKS[TimelineKind.STATUS])


@dataclass(frozen=True, slots=True)
class _Line:
    place: Place
    entry: TimelineEntry


@dataclass(frozen=True, slots=True)
class Asked:
    """What one page asks of each table, of the customer `of_customer`.

    Attributes:
        zone: the office's.
        all_notes: notes on available customers are shown.
        hidden: of those linked to the customer, instead of its own.
    """

    kinds: frozenset[TimelineKind]
    after: Place | None
    limit: int
    zone: ZoneInfo
    all_notes: bool
    hidden: bool = False

    @property
    def reading(self) -> Together[str]:
        """All tables and the clock, as one statement; that of a first page is made once."""
        return _first_page(self) if self.after is None else _made(self)


@dataclass(frozen=True, slots=True)
class _Source:
    """A table whose rows are lines of a timeline.

    Attributes:
        reading: what reads the rows for a page; None: the page shows none of them.
        lines: what makes lines of them.
    """

    reading: Callable[[Asked], Select[Any] | None]
    lines: Callable[[Asked, Sequence[Any]], list[_Line]]


def asked(
    query: TimelineQuery, after: PageKey | None, limit: int, zone: ZoneInfo, *, all_notes: bool
) -> Asked:
    """What a page of a timeline asks.

    Args:
        zone: the office's.
        all_notes: whether notes on available customers are shown.
    """
    kinds = query.kinds or frozenset(TimelineKind)
    return Asked(kinds, Place.of(after), limit, zone, all_notes)


def _made(page: Asked) -> Together[str]:
    customers = tables.customers
    of_customer = select(owned(customers).label("owned")).where(customers.c.id == _OF_CUSTOMER)
    readings: dict[str, Select[Any]] = {_CUSTOMER: of_customer}
    for name, source in _SOURCES.items():
        reading = source.reading(page)
        if reading is not None:
            readings[name] = reading
        linked = source.reading(replace(page, hidden=True))
        if linked is not None:
            readings[_hidden(name)] = linked.prefix_with("STRAIGHT_JOIN", dialect="mysql")
    if not page.kinds.isdisjoint(_OF_OWNERSHIP):
        readings |= spell_events.OF_CUSTOMER
    return beside_clock(readings)


def _hidden(name: str) -> str:
    """The reading of a table's rows of those who are linked to the customer."""
    return f"{name} of hidden"


def _rows_of(table: Table, customer_id: ColumnElement[Any], page: Asked) -> FromClause:
    """A table; of those linked to the customer, behind their links, which are read first."""
    if not page.hidden:
        return table
    links = tables.salesdesk_links
    return links.join(table, customer_id == links.c.customer_id)


def _whose(customer_id: ColumnElement[Any], page: Asked) -> ColumnElement[bool]:
    """Whether a row is the customer's, or of somebody linked to it."""
    if page.hidden:
        return tables.salesdesk_links.c.winner_id == _OF_CUSTOMER
    return customer_id == _OF_CUSTOMER


_first_page = lru_cache(maxsize=32)(_made)


def page(
    connection: Connection, page: Asked, answers: Mapping[str, Sequence[Any]], viewer: Viewer
) -> Page[TimelineEntry] | None:
    """One page of the timeline, newest first, what has no date last; None: no such customer.

    Args:
        answers: the rows of what was page. The worth of the orders shown is read apart, where
            there are any.
    """
    if not answers[_CUSTOMER]:
        return None
    found = [
        line
        for name, source in _SOURCES.items()
        for line in _marked(source, page, answers.get(name, ()), answers.get(_hidden(name), ()))
    ]
    lines = sorted(
        (line for line in found if timeline_streams.comes_after(line.place, page.after)),
        key=lambda line: timeline_streams.order(line.place),
    )
    shown = lines[: page.limit]
    shows_words = page.all_notes or bool(answers[_CUSTOMER][0].owned)
    entries = _completed(
        connection, [line.entry for line in shown], answers, viewer, shows_words=shows_words
    )
    return Page(entries, shown[-1].place.key if len(lines) > page.limit else None)


def _marked(source: _Source, page: Asked, own: Sequence[Any], hidden: Sequence[Any]) -> list[_Line]:
    """The lines of the customer and of those linked to it, which say so."""
    lines = source.lines(page, _last_id_first((*own, *hidden)))
    ids = {row.id for row in hidden}
    return [
        replace(line, entry=replace(line.entry, of_hidden=True)) if line.entry.id in ids else line
        for line in lines
    ]


def _last_id_first(rows: Sequence[Any]) -> list[Any]:
    """One table's rows in the order in which those of one moment stand."""
    return sorted(rows, key=lambda row: row.id, reverse=True)


def _contacts(page: Asked) -> Select[Any] | None:
    if TimelineKind.CONTACT not in page.kinds:
        return None
    contacts, customers = tables.customer_contacts, tables.customers
    logged = tables.salesdesk_events
    k = contacts.c
    notes = k.notes if page.all_notes else case((owned(customers), k.notes))
    statement: Select[Any] = (
        select(
            k.id,
            k.contact_date,
            k.contacted_by_uid,
            shown_name(_USERS, k.contacted_by_uid).label("person_name"),
            type_coerce(k.contact_method, String()).label("method"),
            type_coerce(k.contact_status, String()).label("outcome"),
            notes.label("notes"),
            k.next_follow_up_date,
            # An act's event has the id of what it made.
            logged.c.at.label("logged_at"),
        )
        .select_from(
            _rows_of(contacts, k.customer_id, page)
            .join(customers, customers.c.id == k.customer_id)
            .outerjoin(_USERS, _USERS.c.firebase_uid == k.contacted_by_uid)
            .outerjoin(logged, logged.c.id == k.id)
        )
        .where(_whose(k.customer_id, page))
    )
    rank = _RANKS[TimelineKind.CONTACT]
    at = timeline_streams.known(k.contact_date)
    return timeline_streams.following(statement, at, k.id, rank, page.after, page.limit)


def _contact_lines(page: Asked, rows: Sequence[Any]) -> list[_Line]:
    return [
        _line(
            TimelineEntry(
                row.id,
                TimelineKind.CONTACT,
                timeline_streams.dated(row.contact_date),
                person_uid=row.contacted_by_uid,
                person_name=row.person_name,
                method=member(Method, row.method),
                outcome=member(Outcome, row.outcome),
                notes=row.notes or None,
                next_step=timeline_streams.dated(row.next_follow_up_date),
            )
        )
        for row in rows
    ]


def _ownership(page: Asked) -> Select[Any] | None:
    """All spells of the customer, of which there are few."""
    if page.kinds.isdisjoint(_OF_OWNERSHIP):
        return None
    history = tables.customer_binding_history
    h = history.c
    statement: Select[Any] = (
        select(
            h.id,
            h.bound_to_uid,
            shown_name(_USERS, h.bound_to_uid).label("person_name"),
            h.binding_start_date,
            h.binding_end_date,
            type_coerce(h.unbinding_reason, String()).label("reason"),
        )
        .select_from(
            _rows_of(history, h.customer_id, page).outerjoin(
                _USERS, _USERS.c.firebase_uid == h.bound_to_uid
            )
        )
        .where(_whose(h.customer_id, page))
    )
    return statement


def _ownership_lines(page: Asked, rows: Sequence[Any]) -> list[_Line]:
    """Two lines a spell."""
    lines: list[_Line] = []
    for kind in _OF_OWNERSHIP:
        if kind in page.kinds:
            lines += _not_shown([_spell_line(row, kind) for row in rows], page.after)
    return lines


def _spell_line(row: Any, kind: TimelineKind) -> _Line | None:
    """The beginning or the end of a spell; None: it is open."""
    taken = kind is TimelineKind.OWNERSHIP_TAKEN
    if not taken and row.binding_end_date is None and row.reason is None:
        return None
    return _line(
        TimelineEntry(
            row.id,
            kind,
            timeline_streams.dated(row.binding_start_date if taken else row.binding_end_date),
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


def _events(page: Asked) -> Select[Any] | None:
    """The moves, the changes of protection, setting aside, and links with another customer."""
    left_out = _TOLD_BY_BOTH if page.hidden else frozenset()
    wanted = [
        kind for kind, of in _KINDS_OF_EVENTS.items() if of in page.kinds and kind not in left_out
    ]
    if not wanted:
        return None
    events = tables.salesdesk_events
    e = events.c
    statement: Select[Any] = (
        select(
            e.id,
            e.at,
            e.kind,
            e.actor_uid,
            shown_name(_USERS, e.actor_uid).label("person_name"),
            e.details,
        )
        .select_from(
            _rows_of(events, e.customer_id, page).outerjoin(
                _USERS, _USERS.c.firebase_uid == e.actor_uid
            )
        )
        .where(_whose(e.customer_id, page), e.kind.in_(wanted))
    )
    rank = _RANKS[TimelineKind.STATUS]
    at = timeline_streams.known(e.at)
    return timeline_streams.following(statement, at, e.id, rank, page.after, page.limit)


def _event_lines(page: Asked, rows: Sequence[Any]) -> list[_Line]:
    return [_line(_of_event(row)) for row in rows]


def _of_event(row: Any) -> TimelineEntry:
    details, kind = spell_events.parsed(row.details), _KINDS_OF_EVENTS[EventKind(row.kind)]
    entry = TimelineEntry(
        row.id,
        kind,
        timeline_streams.dated(row.at),
        person_uid=row.actor_uid,
        person_name=row.person_name,
    )
    if kind is TimelineKind.STATUS:
        return replace(
            entry,
            status_from=member(SalesStatus, details.get("from")),
            status_to=member(SalesStatus, details.get("to")),
        )
    if kind is TimelineKind.SET_ASIDE:
        return replace(entry, aside=_aside(details))
    if kind is TimelineKind.LINK:
        return replace(entry, apart=row.kind == EventKind.UNLINKED)
    if row.kind in {EventKind.PROTECTION_ENDED, EventKind.PAUSE_ENDED}:
        return entry
    until, reason = spell_events.moment(details.get("until")), details.get("reason")
    return replace(entry, until=until, description=str(reason) if reason else None)


def _aside(details: Mapping[str, Any]) -> Aside | None:
    """What an event says of setting aside; None: the customer was taken back."""
    word = member(OutOfRound, details.get("word"))
    if word is None:
        return None
    return Aside(word, member(AsideReason, details.get("reason")), str(details.get("note") or ""))


def _orders(page: Asked) -> Select[Any] | None:
    """The orders, whose dates are the office's local time."""
    if TimelineKind.ORDER not in page.kinds:
        return None
    zone = page.zone
    o, purposes, places = tables.orders.c, tables.order_purposes, tables.restaurant
    statement: Select[Any] = (
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
            _rows_of(tables.orders, o.id_customer, page)
            .outerjoin(_USERS, _USERS.c.firebase_uid == o.firebase_uid)
            .outerjoin(purposes, purposes.c.id == o.id_order_purpose)
            .outerjoin(places, places.c.id == o.id_restaurant)
        )
        .where(_whose(o.id_customer, page))
    )
    seen = page.after.at if page.after else None
    bound = seen.astimezone(zone).replace(tzinfo=None) if seen else None
    at = timeline_streams.known(o.order_date, _EARLIEST_LOCAL)
    rank = _RANKS[TimelineKind.ORDER]
    return timeline_streams.following(
        statement, at, o.id, rank, page.after, page.limit, bound=bound
    )


def _order_lines(page: Asked, rows: Sequence[Any]) -> list[_Line]:
    zone = page.zone

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
        for row in rows
    ]


_CUSTOMER, _CONTACTS = "customer", "contacts"

_SOURCES = {
    _CONTACTS: _Source(_contacts, _contact_lines),
    "ownership": _Source(_ownership, _ownership_lines),
    "events": _Source(_events, _event_lines),
    "orders": _Source(_orders, _order_lines),
}


def _line(entry: TimelineEntry) -> _Line:
    return _Line(Place(entry.at, _RANKS[entry.kind], entry.id), entry)


def _completed(
    connection: Connection,
    entries: Sequence[TimelineEntry],
    answers: Mapping[str, Sequence[Any]],
    viewer: Viewer,
    *,
    shows_words: bool,
) -> tuple[TimelineEntry, ...]:
    """The page's entries with what their events tell, what they are worth and may be edited."""
    orders = [entry.id for entry in entries if entry.kind is TimelineKind.ORDER]
    values = order_values.of_orders(connection, orders)
    events = spell_events.spell_events(answers)
    editable = _editable(viewer, entries, answers.get(_CONTACTS, ()))

    def completed(entry: TimelineEntry) -> TimelineEntry:
        match entry.kind:
            case TimelineKind.CONTACT:
                return replace(entry, editable=entry.id in editable and not entry.of_hidden)
            case TimelineKind.ORDER:
                return replace(entry, value=values[entry.id])
            case TimelineKind.OWNERSHIP_TAKEN:
                found = events.began.get(entry.id)
                return _with_event(entry, found, shows_words=shows_words)
            case TimelineKind.OWNERSHIP_ENDED:
                found = events.ended.get(entry.id)
                return _with_event(entry, found, shows_words=shows_words)
            case TimelineKind.STATUS | TimelineKind.PROTECTION | TimelineKind.LINK:
                return entry
            case TimelineKind.SET_ASIDE:
                if entry.aside is None or shows_words:
                    return entry
                return replace(entry, aside=replace(entry.aside, note=""))

    return tuple(completed(entry) for entry in entries)


def _with_event(
    entry: TimelineEntry, found: spell_events.Told | None, *, shows_words: bool
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


def _own(viewer: Viewer, entries: Sequence[TimelineEntry]) -> list[TimelineEntry]:
    """The reader's own contacts, where it depends on their age whether these may be changed."""
    if viewer.edits_any or not viewer.edits_own or not viewer.uid:
        return []
    return [
        entry
        for entry in entries
        if entry.kind is TimelineKind.CONTACT and same_uid(entry.person_uid, viewer.uid)
    ]


def _editable(
    viewer: Viewer, entries: Sequence[TimelineEntry], contacts: Sequence[Any]
) -> frozenset[str]:
    """The contacts that the reader may change now (docs/rules.md, "Interactions").

    One's own for some hours after the event that logged them, or, for rows of other
    applications, after their date; a lead may change any.
    """
    if viewer.edits_any:
        return frozenset(e.id for e in entries if e.kind is TimelineKind.CONTACT)
    moments = {row.id: row.logged_at for row in contacts if row.logged_at is not None}
    since = viewer.now - timedelta(hours=viewer.settings.number(EDIT_HOURS))
    started = ((entry.id, moments.get(entry.id, entry.at)) for entry in _own(viewer, entries))
    return frozenset(id_ for id_, at in started if at is not None and at >= since)
