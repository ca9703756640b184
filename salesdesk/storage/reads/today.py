"""The sections of Today: each a list of its own, of which no two share a customer."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Integer,
    Select,
    String,
    bindparam,
    case,
    func,
    or_,
    select,
    type_coerce,
)

from salesdesk.domain.contact import Method
from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.day import (
    SOON_DAYS,
    Day,
    Freed,
    Section,
    TodayCounts,
    TodayQuery,
    TodayRow,
)
from salesdesk.domain.events import EventKind
from salesdesk.domain.follow_up import FollowUpState
from salesdesk.domain.moments import DAY
from salesdesk.domain.ownership import UnbindingReason
from salesdesk.domain.queries import Count, CustomerRow, OwnerScope, Page, PageKey
from salesdesk.domain.summary import settings_mark
from salesdesk.domain.targets import Progress
from salesdesk.storage import tables
from salesdesk.storage.db.together import together
from salesdesk.storage.reads import (
    by_summary,
    customers,
    first_pages,
    last_notes,
    moments,
    spell_events,
    targets,
)
from salesdesk.storage.reads.by_summary import SUMMARIES, Carrier, S
from salesdesk.storage.reads.enums import member
from salesdesk.storage.reads.listing import Listing, counted, numbers
from salesdesk.storage.reads.people import shown_name
from salesdesk.storage.reads.search import Search
from salesdesk.storage.reads.sorting import Stretch
from salesdesk.storage.reads.viewer import Viewer

_E = tables.salesdesk_events.c

#: The events after which a customer may be new in the pool.
_FREEING = (EventKind.RELEASED.value, EventKind.CUSTOMER_CREATED.value)

_COUNTS, _LOGGED, _FREED, _STANDING = "counts", "logged", "freed", "standing"

_IDS: BindParameter[Any] = bindparam("ids", expanding=True)

#: Those of the customers `ids` who are free, or whose summaries other settings made than `mark`.
_STANDING_OF = select(S.customer_id, S.settings_mark, S.free_since).where(
    S.customer_id.in_(_IDS), or_(S.settings_mark != bindparam("mark"), S.free_since.is_not(None))
)
#: What tells how the customers `ids` came into the pool since the moment `day`.
_FREEING_OF = select(_E.id, _E.customer_id, _E.at, _E.details).where(
    _E.customer_id.in_(_IDS), _E.at >= bindparam("day"), _E.kind.in_(_FREEING)
)

_FOLLOW_UPS = {Section.OVERDUE: FollowUpState.OVERDUE, Section.TODAY: FollowUpState.TODAY}


def whole(
    connection: Connection,
    query: TodayQuery,
    search: Search,
    viewer: Viewer,
    cap: int | None,
    limits: Mapping[Section, int],
) -> Day:
    """Counts, sections and what the reader has logged, in two statements and one for names.

    Args:
        cap: the counts go no further.
        limits: how many rows of each section.
    """

    def listing(section: Section) -> Listing:
        return _listing(query, section, search, viewer)

    def beside() -> dict[str, Select[Any]]:
        counts = {_COUNTS: numbers([listing(section) for section in Section], cap)}
        if viewer.uid is None:
            return counts
        made = _contacts_by_method(viewer.uid, viewer)
        return {**counts, _LOGGED: made, **targets.of_person(viewer.uid, viewer)}

    asked = first_pages.Asked(listing, {one: limits[one] for one in Section}, beside)
    key = None if search else (whole, query, cap)
    found, further = first_pages.read(connection, asked, viewer, key)
    made = _rows(connection, {section: page.rows for section, page in found.items()}, viewer)
    counted = (Count.upto(number, cap) for number in further[_COUNTS][0])
    return Day(
        viewer.now,
        TodayCounts(dict(zip(Section, counted, strict=True))),
        {
            section: Page(tuple(made[section].values()), page.after)
            for section, page in found.items()
        },
        _by_method(further.get(_LOGGED, ())),
        _progress(viewer, further),
    )


def _progress(viewer: Viewer, found: Mapping[str, Sequence[Any]]) -> Progress | None:
    if viewer.uid is None:
        return None
    by_method = found[_LOGGED]
    made = sum(int(row.number) for row in by_method), sum(row.of_week for row in by_method)
    return targets.progress_of(viewer.uid, viewer, found, made)


def page(
    connection: Connection,
    query: TodayQuery,
    section: Section,
    search: Search,
    viewer: Viewer,
    after: PageKey | None,
    limit: int,
) -> Page[TodayRow]:
    """One page of a section, what is most pressing first."""
    listing = _listing(query, section, search, viewer)
    found = customers.found(connection, listing, after, limit)
    made = _rows(connection, {section: found.rows}, viewer)
    return Page(tuple(made[section].values()), found.after)


def counts(
    connection: Connection, query: TodayQuery, search: Search, viewer: Viewer, cap: int | None
) -> dict[Section, Count]:
    """How many stand in each section, counted no further than the cap; None: to the end."""
    listings = [_listing(query, section, search, viewer) for section in Section]
    return dict(zip(Section, counted(connection, listings, cap), strict=True))


def rows(
    connection: Connection,
    query: TodayQuery,
    search: Search,
    viewer: Viewer,
    ids: Collection[str],
) -> dict[str, TodayRow]:
    """Where these customers stand now; those in no section are left out."""
    if not ids:
        return {}
    asked = {section: _listing(query, section, search, viewer).among(ids) for section in Section}
    inside: dict[Section, list[str]] = {}
    for section, found in together(connection, asked).items():
        before = {one for each in inside.values() for one in each}
        inside[section] = sorted({row.id for row in found} - before)
    wanted = [one for each in inside.values() for one in each]
    there = {row.id: row for row in customers.of_ids(connection, wanted, viewer)}
    rows = {section: [there[o] for o in each if o in there] for section, each in inside.items()}
    made = _rows(connection, rows, viewer)
    return {one: row for each in made.values() for one, row in each.items()}


def logged(connection: Connection, uid: str, viewer: Viewer) -> Mapping[Method, int]:
    """How many contacts a person has made on the office's present day, by method."""
    return _by_method(connection.execute(_contacts_by_method(uid, viewer)).all())


def _contacts_by_method(uid: str, viewer: Viewer) -> Select[Any]:
    """Of the day and of the week."""
    k = tables.customer_contacts.c
    start, end = moments.day_start(viewer), moments.day_end(viewer)
    method: ColumnElement[Any] = type_coerce(k.contact_method, String()).label("method")
    number = func.sum(case((k.contact_date >= start, 1), else_=0), type_=Integer())
    return (
        select(method, number.label("number"), func.count().label("of_week"))
        .where(
            k.contacted_by_uid == uid,
            k.contact_date >= moments.week_start(viewer),
            k.contact_date < end,
        )
        .group_by(k.contact_method)
    )


def _by_method(found: Sequence[Any]) -> dict[Method, int]:
    counted = {member(Method, row.method): int(row.number) for row in found}
    return {method: counted[method] for method in Method if counted.get(method)}


def _listing(query: TodayQuery, section: Section, search: Search, viewer: Viewer) -> Listing:
    if section is Section.NEW_IN_POOL:
        return _new_in_pool(search, viewer)
    where = (*by_summary.of_owner(query.owner), *_within(section, viewer))
    order, carrier = S.leaves_at, by_summary.by_leaving(query.owner)
    if section in _FOLLOW_UPS:
        order, carrier = S.next_step_at, by_summary.by_step(query.owner)
    return Listing(
        viewer,
        where,
        (Stretch(by_summary.held(), order),),
        search,
        SUMMARIES,
        scan=query.owner.scope is not OwnerScope.PERSON,
        summarised=True,
        carrier=carrier,
    )


def _within(section: Section, viewer: Viewer) -> list[ColumnElement[bool]]:
    """What a customer that somebody has fulfils to stand in a section and in none before it.

    Its next step stands in one way only, so that only the first section needs to be excluded.
    """
    soon = moments.soon(viewer)
    if section is Section.RELEASING:
        return [by_summary.leaves_by(soon)]
    state = _FOLLOW_UPS.get(section, FollowUpState.NONE)
    found = [by_summary.in_state(state, viewer), by_summary.stays_beyond(soon)]
    if section is Section.WITHOUT_STEP:
        found.append(by_summary.has_status([SalesStatus.WARM, SalesStatus.HOT]))
    return found


def _new_in_pool(search: Search, viewer: Viewer) -> Listing:
    """Who is available since the office's day began, the latest first, whoever freed them."""
    return Listing(
        viewer,
        (by_summary.free(), S.free_since >= moments.day_start(viewer)),
        (Stretch(S.free_since.is_not(None), S.free_since),),
        search,
        SUMMARIES,
        descending=True,
        summarised=True,
        carrier=Carrier.FREE,
    )


def _rows(
    connection: Connection, found: Mapping[Section, Sequence[Any]], viewer: Viewer
) -> dict[Section, dict[str, TodayRow]]:
    """The rows of these sections by customer, in their order."""
    everybody = [row for rows in found.values() for row in rows]
    if not everybody:
        return {section: {} for section in found}
    mark = settings_mark(viewer.settings.limits)
    asked = {**last_notes.readings(everybody, viewer), _STANDING: _STANDING_OF}
    if found.get(Section.NEW_IN_POOL):
        asked[_FREED] = _FREEING_OF
    values = {"mark": mark, "day": viewer.today.start}
    shown, further = customers.made(connection, everybody, viewer, asked, words=True, kept=values)
    words, freed = last_notes.made(further), _freed(connection, further.get(_FREED, ()))
    standing = {row.customer_id: row for row in further[_STANDING]}
    unrenewed = {one for one, row in standing.items() if row.settings_mark != mark}
    customer = iter(shown)
    made: dict[Section, dict[str, TodayRow]] = {}
    for section, rows in found.items():
        made[section] = {}
        for row in islice(customer, len(rows)):
            if not _fits(row, section, viewer):
                viewer.doubted.add(row.id)
                if row.id not in unrenewed or not _fits_by_step(row, section):
                    continue
            said = words.get(row.id)
            made[section][row.id] = TodayRow(
                section,
                row,
                said.note if said else None,
                said.by_name if said else None,
                (freed.get(row.id) or _found_free(row, standing.get(row.id)))
                if section is Section.NEW_IN_POOL
                else None,
            )
    return made


def _fits(row: CustomerRow, section: Section, viewer: Viewer) -> bool:
    """Whether the customer's own row says as well that it stands in the section."""
    if section is Section.NEW_IN_POOL:
        return row.owner_uid is None and row.out is None
    if row.departure is None:
        return False
    soon = row.departure.leaves_at <= viewer.now + SOON_DAYS * DAY
    if section is Section.RELEASING:
        return soon
    return not soon and row.follow_up is _FOLLOW_UPS.get(section, FollowUpState.NONE)


def _fits_by_step(row: CustomerRow, section: Section) -> bool:
    """Whether it stands in the section but for the moment of leaving.

    Where the limits changed since its summary was made, only that moment is another one. Heads
    and orders are of the summaries, so until it is renewed it is shown where these have it.
    """
    if section is Section.NEW_IN_POOL or row.departure is None:
        return False
    state = _FOLLOW_UPS.get(section, FollowUpState.NONE)
    return section is Section.RELEASING or row.follow_up is state


def _freed(connection: Connection, events: Sequence[Any]) -> dict[str, Freed]:
    """What the newest event of each customer tells of how it came into the pool."""
    newest = {row.customer_id: row for row in sorted(events, key=lambda row: (row.at, row.id))}
    details = {one: spell_events.parsed(row.details) for one, row in newest.items()}
    owners = {one: str(found["owner"]) for one, found in details.items() if found.get("owner")}
    names = _names(connection, set(owners.values())) if owners else {}
    return {
        one: Freed(
            row.at,
            names[owners[one]] if one in owners else None,
            spell_events.number(details[one].get("idle_days")),
            member(UnbindingReason, details[one].get("reason")),
            never_held=one not in owners,
        )
        for one, row in newest.items()
    }


def _found_free(row: CustomerRow, standing: Any) -> Freed | None:
    """What is known of a customer that another application freed or made: since when."""
    if standing is None or standing.free_since is None:
        return None
    since = standing.free_since
    return Freed(since, None, None, None, never_held=since == row.created_at)


def _names(connection: Connection, uids: Collection[str]) -> dict[str, str]:
    """Names by uid; the uid itself where the user is unknown."""
    users = tables.users
    statement = select(
        users.c.firebase_uid, shown_name(users, users.c.firebase_uid).label("name")
    ).where(users.c.firebase_uid.in_(sorted(uids)))
    known = {row.firebase_uid: row.name for row in connection.execute(statement)}
    return {uid: known.get(uid, uid) for uid in uids}
