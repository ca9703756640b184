"""Targets and how far people are: of one person beside other readings, and of all agents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, and_, case, func, or_, select

from salesdesk.domain.pauses import OFFICE
from salesdesk.domain.settings import WORKING_DAYS
from salesdesk.domain.targets import (
    Absence,
    Progress,
    StoredTarget,
    Target,
    WorkCalendar,
    counting,
    progress,
)
from salesdesk.storage import tables
from salesdesk.storage.reads import moments
from salesdesk.storage.reads.viewer import Viewer
from salesdesk.storage.stores.people import held_roles
from salesdesk.storage.stores.targets import TargetStore, stored_of

TARGETS, ABSENCES = "targets", "absences"

_T, _A = tables.salesdesk_contact_targets.c, tables.salesdesk_absences.c
_GIVEN, _K = tables.salesdesk_person_roles, tables.customer_contacts.c


def of_person(uid: str, viewer: Viewer) -> dict[str, Select[Any]]:
    """What a person's progress is reckoned from besides their contacts."""
    held = held_roles(uid)
    role = and_(_T.uid == "", _T.role_id.in_(select(held.c.role_id)))
    given = and_(_GIVEN.c.uid == uid, _GIVEN.c.role_id == _T.role_id)
    mine = (
        select(
            _T.uid,
            _T.role_id,
            _T.per_day,
            _T.per_week,
            _T.event_id,
            _GIVEN.c.role_id.label("given"),
        )
        .select_from(tables.salesdesk_contact_targets.outerjoin(_GIVEN, given))
        .where(or_(_T.uid == uid, role))
    )
    away = select(_A.uid, _A.since, _A.until).where(
        _A.uid.in_((OFFICE, uid)), _A.until > moments.week_start(viewer)
    )
    return {TARGETS: mine, ABSENCES: away}


def progress_of(
    uid: str, viewer: Viewer, found: Mapping[str, Sequence[Any]], made: tuple[int, int]
) -> Progress:
    """How far a person is, by what `of_person` found.

    Args:
        made: contacts of today, and of the week.
    """
    rows = found[TARGETS]
    given = next((row.given for row in rows if row.given is not None), None)
    target = counting([stored_of(row) for row in rows], uid, given)
    calendar = _calendar(viewer, found[ABSENCES])
    today = viewer.now.astimezone(viewer.settings.office_zone).date()
    return progress(target, uid, today, calendar, made)


def calendar(connection: Connection, viewer: Viewer, since: datetime) -> WorkCalendar:
    """Which days since a moment are worked on."""
    statement = select(_A.uid, _A.since, _A.until).where(_A.until > since)
    return _calendar(viewer, connection.execute(statement).all())


def _calendar(viewer: Viewer, rows: Iterable[Any]) -> WorkCalendar:
    settings = viewer.settings
    absences = tuple(Absence(row.uid, row.since, row.until) for row in rows)
    return WorkCalendar(settings.office_zone, settings.number(WORKING_DAYS), absences)


def counting_by_agent(connection: Connection, uids: Iterable[str]) -> dict[str, Target]:
    """The target that counts for each of these people; who has none is left out."""
    stored = TargetStore(connection).all()
    if not stored:
        return {}
    held = held_roles()
    roles: dict[str, set[int]] = {}
    for row in connection.execute(select(held.c.uid, held.c.role_id)):
        roles.setdefault(row.uid.lower(), set()).add(row.role_id)
    given = {
        row.uid.lower(): row.role_id
        for row in connection.execute(select(_GIVEN.c.uid, _GIVEN.c.role_id))
    }
    found = {}
    for uid in uids:
        mine = [one for one in stored if _is_for(one, uid, roles.get(uid.lower(), set()))]
        target = counting(mine, uid, given.get(uid.lower()))
        if target is not None:
            found[uid] = target
    return found


def _is_for(stored: StoredTarget, uid: str, roles: set[int]) -> bool:
    if stored.of.uid:
        return stored.of.uid.lower() == uid.lower()
    return stored.of.role_id in roles


def made_this_week(connection: Connection, viewer: Viewer) -> dict[str, tuple[int, int]]:
    """How many contacts everybody has made today and this week, by uid in small letters."""
    today = viewer.today
    of_today = func.sum(case((_K.contact_date >= today.start, 1), else_=0))
    statement = (
        select(_K.contacted_by_uid, of_today, func.count())
        .where(_K.contact_date >= moments.week_start(viewer), _K.contact_date < today.end)
        .group_by(_K.contacted_by_uid)
    )
    return {
        str(uid).lower(): (int(day or 0), week) for uid, day, week in connection.execute(statement)
    }


def progress_by_agent(
    connection: Connection, viewer: Viewer, uids: Sequence[str]
) -> dict[str, Progress]:
    """How far each of these agents is this week."""
    targets = counting_by_agent(connection, uids)
    days = calendar(connection, viewer, moments.monday(viewer))
    made = made_this_week(connection, viewer)
    today = viewer.now.astimezone(viewer.settings.office_zone).date()
    return {
        uid: progress(targets.get(uid), uid, today, days, made.get(uid.lower(), (0, 0)))
        for uid in uids
    }
