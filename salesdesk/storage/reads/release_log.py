"""The log of releases, from their events: by page, the newest first, with what came after."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, case, func, or_, select

from salesdesk.domain.contact import Method, Outcome
from salesdesk.domain.events import EventKind
from salesdesk.domain.moments import DAY, EARLIEST
from salesdesk.domain.ownership import BindingStatus, UnbindingReason
from salesdesk.domain.release_log import (
    Aftermath,
    LastContact,
    ReleaseCounts,
    ReleasePage,
    ReleaseQuery,
    ReleaseRow,
    Since,
)
from salesdesk.domain.reminders import LEAVING_DAYS
from salesdesk.domain.warnings import WarningSeen, due_before
from salesdesk.storage import tables
from salesdesk.storage.reads.enums import member
from salesdesk.storage.reads.people import shown_name
from salesdesk.storage.reads.reports import names
from salesdesk.storage.reads.spell_events import moment, number, parsed
from salesdesk.storage.reads.viewer import Viewer
from salesdesk.storage.stores.links import HIDDEN, with_link

_EVENTS, _USERS, _CUSTOMERS = tables.salesdesk_events, tables.users, tables.customers
_E, _C = _EVENTS.c, _CUSTOMERS.c

#: The earliest warning of a release that may have been meant.
_WARNED_WITHIN = 2 * max(LEAVING_DAYS.values()) * DAY

#: The acts after which somebody has a customer.
TAKING = (EventKind.CLAIMED, EventKind.ASSIGNED, EventKind.TRANSFERRED, EventKind.GIVEN_BACK)


def page(
    connection: Connection,
    query: ReleaseQuery,
    viewer: Viewer,
    after: tuple[datetime, str] | None,
    limit: int,
) -> ReleasePage:
    """One page of the releases that fit; the counts of all come with the first."""
    fits = _conditions(query, viewer.now)
    statement = _rows().where(*fits).order_by(_E.at.desc(), _E.id.desc()).limit(limit + 1)
    if after is not None:
        at, event_id = after
        statement = statement.where(_E.at <= at, or_(_E.at < at, _E.id < event_id))
    found = connection.execute(statement).all()
    rows = _made(connection, found[:limit], viewer)
    more = len(found) > limit
    counts = _counts(connection, fits) if after is None else None
    return ReleasePage(rows, counts, (rows[-1].at, rows[-1].id) if more else None)


def one(connection: Connection, event_id: str, viewer: Viewer) -> ReleaseRow | None:
    """The release with this event; None: there is none."""
    found = connection.execute(_rows().where(_E.id == event_id)).all()
    made = _made(connection, found, viewer)
    return made[0] if made else None


def last_contact(
    connection: Connection, customer_id: str, before: datetime, viewer: Viewer
) -> LastContact | None:
    """The newest contact of a customer until a moment."""
    k = tables.customer_contacts.c
    row = connection.execute(
        select(
            k.contact_date, k.contact_method, k.contact_status, k.notes,
            shown_name(_USERS, k.contacted_by_uid).label("by_name"),
        )
        .select_from(
            tables.customer_contacts.outerjoin(_USERS, _USERS.c.firebase_uid == k.contacted_by_uid)
        )
        .where(
            k.customer_id == customer_id, k.contact_date >= EARLIEST, k.contact_date <= before
        )
        .order_by(k.contact_date.desc(), k.id.desc())
        .limit(1)
    ).first()  # fmt: skip
    if row is None:
        return None
    return LastContact(
        row.contact_date,
        member(Method, row.contact_method),
        member(Outcome, row.contact_status),
        (row.notes or None) if viewer.pool_notes else None,
        row.by_name or "",
    )


def warnings(connection: Connection, row: ReleaseRow) -> tuple[WarningSeen, ...]:
    """Who saw which warning before a release by a run, the earliest first.

    Of a warning that was due before any was ever kept nothing is said.
    """
    if row.run_id is None:
        return ()
    first = select(func.min(_E.at)).where(_E.kind == EventKind.WARNED.value)
    known_from = connection.execute(first).scalar_one()
    if known_from is None:
        return ()
    seen = _seen(connection, row)
    due = {days: due_before(row.at, days) for days in LEAVING_DAYS.values()}
    return tuple(
        seen.get(days) or WarningSeen(days, at)
        for days, at in due.items()
        if days in seen or at >= known_from
    )


def _seen(connection: Connection, row: ReleaseRow) -> dict[int, WarningSeen]:
    """By days left, the warning as the agent saw it first; where it was read, that."""
    statement = (
        select(_E.details, shown_name(_USERS, _E.actor_uid).label("by_name"))
        .select_from(_EVENTS.outerjoin(_USERS, _USERS.c.firebase_uid == _E.actor_uid))
        .where(
            _E.customer_id == row.customer_id,
            _E.kind == EventKind.WARNED.value,
            _E.actor_uid == row.owner_uid,
            _E.at <= row.at,
            # The event is written after the warning was seen, of this time with the agent.
            _E.at >= max(row.owned_since or EARLIEST, row.at - _WARNED_WITHIN),
        )
        .order_by(_E.at, _E.id)
    )
    found: dict[int, WarningSeen] = {}
    for event in connection.execute(statement):
        told = parsed(event.details)
        days, at, read = number(told.get("days")), moment(told.get("seen")), bool(told.get("read"))
        if days is None or at is None or (days in found and (found[days].read or not read)):
            continue
        found[days] = WarningSeen(days, at, event.by_name, str(told.get("host") or ""), read)
    return found


def _rows() -> Any:
    owner = shown_name(_USERS, _E.actor_uid)
    return select(
        _EVENTS,
        owner.label("actor"),
        _C.name.label("customer"),
        _C.company,
        _C.binding_status,
        _C.bound_to_uid,
        _C.binding_start_date,
        *HIDDEN,
    ).select_from(with_link(_joined()))


def _joined() -> FromClause:
    return _EVENTS.outerjoin(_USERS, _USERS.c.firebase_uid == _E.actor_uid).outerjoin(
        _CUSTOMERS, _C.id == _E.customer_id
    )


def _conditions(query: ReleaseQuery, now: datetime) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = [
        _E.kind == EventKind.RELEASED.value,
        _E.customer_id.is_not(None),
    ]
    if query.days is not None:
        found.append(_E.at >= now - timedelta(days=query.days))
    if query.reason is not None:
        found.append(_says("reason", query.reason.value))
    if query.agent_uid:
        found.append(_says("owner", query.agent_uid))
    found += [
        or_(
            _C.name.contains(word, autoescape=True),
            _C.company.contains(word, autoescape=True),
        )
        for word in query.words.split()
    ]
    return found


def _says(name: str, value: str) -> ColumnElement[bool]:
    """Whether the details hold a value: the same text on every server, some of which know no JSON.

    Within a text of the details each quotation mark has a backslash before it.
    """
    return _E.details.contains(f'"{name}":"{value}"', autoescape=True)


def _counts(connection: Connection, fits: Sequence[ColumnElement[bool]]) -> ReleaseCounts:
    every = connection.execute(
        select(
            func.count().label("every"),
            func.sum(_one_if(UnbindingReason.INACTIVITY)).label("inactive"),
            func.sum(_one_if(UnbindingReason.MANUAL_RELEASE)).label("by_hand"),
        )
        .select_from(_joined())
        .where(*fits)
    ).one()
    return ReleaseCounts(every.every, int(every.inactive or 0), int(every.by_hand or 0))


def _one_if(reason: UnbindingReason) -> ColumnElement[int]:
    return case((_says("reason", reason.value), 1), else_=0)


def _made(connection: Connection, found: Sequence[Any], viewer: Viewer) -> tuple[ReleaseRow, ...]:
    told = _told_after(connection, found)
    details = {row.id: parsed(row.details) for row in found}
    uids = {str(each.get("owner") or "") for each in details.values()}
    uids |= {row.bound_to_uid for row in found if row.bound_to_uid}
    uids |= {str(parsed(e.details).get("to") or "") for each in told.values() for e in each}
    known = {uid.lower(): name for uid, name in names.of(connection, uids).items()}
    return tuple(
        _row(row, details[row.id], told.get(row.customer_id, ()), known, viewer) for row in found
    )


def _told_after(connection: Connection, found: Sequence[Any]) -> Mapping[str, Sequence[Any]]:
    """The later acts on these customers that took them, or that explained their release."""
    ids = sorted({row.customer_id for row in found})
    if not ids:
        return {}
    kinds = [kind.value for kind in (*TAKING, EventKind.RELEASE_EXPLAINED)]
    statement = (
        select(_E.id, _E.customer_id, _E.at, _E.kind, _E.details)
        .where(_E.customer_id.in_(ids), _E.at >= min(row.at for row in found), _E.kind.in_(kinds))
        .order_by(_E.at, _E.id)
    )
    told: defaultdict[str, list[Any]] = defaultdict(list)
    for event in connection.execute(statement):
        told[event.customer_id].append(event)
    return told


def _row(
    row: Any,
    details: Mapping[str, Any],
    later: Iterable[Any],
    known: Mapping[str, str],
    viewer: Viewer,
) -> ReleaseRow:
    events = tuple(later)
    why = details.get("why")
    for event in events:
        said = parsed(event.details)
        if event.kind == EventKind.RELEASE_EXPLAINED and said.get("spell") == details.get("spell"):
            why = said.get("why")
    owner = str(details.get("owner") or "")
    return ReleaseRow(
        id=row.id,
        at=row.at,
        customer_id=row.customer_id,
        customer=row.customer,
        company=row.company or None,
        owner_uid=owner,
        owner=known.get(owner.lower(), owner),
        owned_since=moment(details.get("since")),
        reason=member(UnbindingReason, details.get("reason")) or UnbindingReason.MANUAL_RELEASE,
        by_name=row.actor if row.actor_uid else None,
        why=why if isinstance(why, str) and why and viewer.pool_notes else None,
        idle_days=number(details.get("idle_days")),
        limit_days=number(details.get("limit_days")),
        host=str(details["host"]) if details.get("host") else None,
        run_id=row.run_id,
        since=_aftermath(row, details, events, known),
    )


def _aftermath(
    row: Any, details: Mapping[str, Any], events: Iterable[Any], known: Mapping[str, str]
) -> Aftermath:
    """The first act that took the customer since; else what its own row says.

    Another application leaves no event.
    """
    if row.customer is None:
        return Aftermath(Since.GONE)
    if row.linked_to is not None:
        return Aftermath(Since.LINKED)
    for event in events:
        said = parsed(event.details)
        if event.kind not in TAKING or event.at < row.at:
            continue
        if said.get("opened") == details.get("spell"):
            continue
        what = Since.TAKEN
        if event.kind == EventKind.GIVEN_BACK and said.get("release") == row.id:
            what = Since.GIVEN_BACK
        uid = str(said.get("to") or "")
        return Aftermath(what, known.get(uid.lower(), uid), event.at - row.at)
    if row.binding_status == BindingStatus.BOUND and row.bound_to_uid:
        began, uid = row.binding_start_date, row.bound_to_uid
        after = max(began - row.at, timedelta()) if began is not None else None
        return Aftermath(Since.TAKEN, known.get(uid.lower(), uid), after)
    return Aftermath(Since.IN_POOL)
