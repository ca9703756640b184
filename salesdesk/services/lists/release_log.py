"""Who was released when and why, and what taking it back would mean; for leads."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from salesdesk.domain.errors import Refusal
from salesdesk.domain.idle_clock import departure
from salesdesk.domain.pauses import OFFICE
from salesdesk.domain.permissions import Permission
from salesdesk.domain.refusals import Why
from salesdesk.domain.release_log import (
    ReleaseFacts,
    ReleasePage,
    ReleaseQuery,
    ReleaseRow,
    ReleaseRun,
)
from salesdesk.services import access
from salesdesk.services.giving_back import old_clock
from salesdesk.services.session import Session
from salesdesk.services.viewer import viewer_of
from salesdesk.storage.reads import release_log as reads
from salesdesk.storage.unit_of_work import Reading

PAGE = 100

_NEEDED = (Permission.CUSTOMERS_VIEW, Permission.REPORTS_VIEW_TEAM)


def page(
    session: Session, query: ReleaseQuery, after: tuple[datetime, str] | None = None
) -> ReleasePage:
    """The releases that fit, the newest first, a hundred at a time.

    Raises:
        NotAllowed: the actor is no lead.
    """
    access.require(session.actor, *_NEEDED)
    return session.store.read(
        lambda reading: reads.page(
            reading.connection, query, viewer_of(session, reading), after, PAGE
        )
    )


def facts(session: Session, release_id: str) -> tuple[ReleaseRow, ReleaseFacts]:
    """What decided a release.

    Raises:
        NotAllowed: the actor is no lead.
        Refusal: there is no such release.
    """
    access.require(session.actor, *_NEEDED)
    return session.store.read(lambda reading: _facts(session, reading, release_id))


def _facts(session: Session, reading: Reading, release_id: str) -> tuple[ReleaseRow, ReleaseFacts]:
    viewer = viewer_of(session, reading)
    row = reads.one(reading.connection, release_id, viewer)
    if row is None:
        raise Refusal(Why.NO_RELEASE)
    contact = reads.last_contact(reading.connection, row.customer_id, row.at, viewer)
    run = reading.runs.get(row.run_id) if row.run_id is not None else None
    return row, ReleaseFacts(
        contact,
        ReleaseRun(run.started_at, run.host, run.due, run.released) if run is not None else None,
        _leaves_at(reading, row),
        reading.now,
        _next_run(reading),
        reads.warnings(reading.connection, row),
    )


def _leaves_at(reading: Reading, row: ReleaseRow) -> datetime | None:
    release = reading.events.get(row.id)
    found = reading.summaries.facts([row.customer_id], reading.now).get(row.customer_id)
    if not row.can_return or release is None or found is None:
        return None
    clock = replace(
        old_clock(reading, release, found.facts, reading.now),
        paused_until=_paused_until(reading, row.owner_uid),
    )
    return departure(clock, reading.recent_settings.limits, reading.now).leaves_at


def _paused_until(reading: Reading, uid: str) -> datetime | None:
    pauses = (reading.pauses.get(uid), reading.pauses.get(OFFICE))
    return max((one.until for one in pauses if one is not None), default=None)


def _next_run(reading: Reading) -> datetime | None:
    last = reading.runs.last_finished()
    if last is None or last.finished_at is None:
        return None
    return max(last.finished_at + reading.recent_settings.release_interval, reading.now)
