"""The release run: overdue customers become available, each exactly once.

Source: docs/rules.md, "The release run" and "How every act writes". The due set is counted first, a
run frees only ids that it counted, in short batches that lock, read again and then decide.
"""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from salesdesk.domain.changes import Changes, Topic
from salesdesk.domain.errors import Conflict, CustomerGone, NotAllowed, Unavailable
from salesdesk.domain.events import Event, EventKind, derived_id, new_id
from salesdesk.domain.idle_clock import Limits
from salesdesk.domain.moments import is_recent
from salesdesk.domain.people import SYSTEM
from salesdesk.domain.permissions import Permission
from salesdesk.domain.queries import Candidate
from salesdesk.domain.refusals import Reason, Why
from salesdesk.domain.settings import GUARD_COUNT, GUARD_PERCENT, SettingFault
from salesdesk.services import access, ownership
from salesdesk.services.lists import states
from salesdesk.services.release import batch
from salesdesk.services.release.report import (
    Cause,
    HeldRelease,
    LastRun,
    LeftOut,
    RunOutcome,
    RunReport,
)
from salesdesk.services.session import Session
from salesdesk.storage.reads import due
from salesdesk.storage.stores.release_runs import HeldRow, RunRow
from salesdesk.storage.unit_of_work import Reading, UnitOfWork

_log = logging.getLogger(__name__)

CONFIRMED_STATE = "releases_confirmed_at"


@dataclass(frozen=True, slots=True)
class _Counted:
    """What a run decides on: everything due, read before any batch."""

    now: datetime
    limits: Limits
    faults: tuple[SettingFault, ...]
    candidates: tuple[Candidate, ...]
    bound: int
    guarded: bool
    confirmed_before: bool
    most: int
    percent: int
    recent: LastRun | None

    @property
    def too_many(self) -> bool:
        """Whether the guard holds this run back."""
        if not self.guarded or not self.candidates:
            return False
        due_now = len(self.candidates)
        unusual = due_now > self.most and due_now * 100 > self.bound * self.percent
        return unusual or not self.confirmed_before


def run(session: Session, cause: Cause) -> RunReport:
    """Release what is due, unless the guard or an unreadable setting stops it.

    Acts as the system, on any signed-in person's desktop or on a server's scheduler. A timer
    run is skipped where another finished within the interval. The first one of the office's day
    also keeps that day's counts for the trend.

    Raises:
        Unavailable: the database is out of reach; batches done before stay done.
    """
    report = _noted(cause, _run(session, cause))
    # What was released is told even where the counts have to wait for the next run.
    with contextlib.suppress(Unavailable):
        states.keep_day(session)
    return report


def _noted(cause: Cause, report: RunReport) -> RunReport:
    """Keep the figures of a run in the log."""
    level = logging.INFO if report.outcome is not RunOutcome.STOPPED else logging.WARNING
    _log.log(
        level,
        "Release run %s, cause %s: %s; due %d, bound %d, released %d, held %d, left over %d",
        report.run_id or "none", cause, report.outcome, report.due, report.bound,
        report.released, report.held, report.left_over,
    )  # fmt: skip
    return report


def _run(session: Session, cause: Cause) -> RunReport:
    counted = session.store.read(lambda reading: _count(reading, cause))
    if cause is Cause.TIMER and counted.recent is not None:
        return RunReport.skipped(counted.recent.at, stopped_by(counted.faults))
    run_id = new_id()
    if counted.faults:
        return _stopped(session, run_id, cause, counted)
    if counted.too_many:
        return _held(session, run_id, cause, counted)
    return _perform(session, run_id, cause, counted)


def preview(session: Session, *, whole: bool = False) -> RunReport:
    """What a run would do now; writes nothing.

    Args:
        whole: everybody who is bound is looked at, not only whom the summaries name: what another
            application wrote since the last sweep counts too.

    Raises:
        NotAllowed: the actor may not see customers (the system and a database account may).
    """
    if session.actor.uid is not None:
        access.require(session.actor, Permission.CUSTOMERS_VIEW)
    counted = session.store.read(lambda reading: _count(reading, Cause.COMMAND, whole=whole))
    outcome = RunOutcome.DONE
    if counted.faults:
        outcome = RunOutcome.STOPPED
    elif counted.too_many:
        outcome = RunOutcome.HELD
    return RunReport(
        None,
        outcome,
        held=len(counted.candidates) if outcome is RunOutcome.HELD else 0,
        due=len(counted.candidates),
        bound=counted.bound,
        candidates=counted.candidates,
        at=counted.now,
        warning=stopped_by(counted.faults),
    )


def confirm(
    session: Session,
    run_id: str | None = None,
    *,
    allow_first: bool = False,
    left_out: LeftOut | None = None,
) -> RunReport:
    """Free those of the held run that are still due, and record that releases are confirmed.

    The event of the confirmation belongs to the held run, so that after a lost answer or a crash
    the same confirmation goes on where it stopped. Where nothing is held there is nothing to
    confirm: what is due is counted, held and listed.

    Args:
        run_id: the held run that the person looked at; None: whichever is held.
        left_out: of that run; they stay, and are protected before anybody is released.
        allow_first: the command line's: where the database holds no administrator yet, the
            account that may write to it may confirm.

    Raises:
        NotAllowed: the actor may not confirm a release, or may not protect who is left out.
        Invalid: nobody can be protected until that date.
        Conflict: that run is held no more.
        Unavailable: the database is out of reach; confirm again to go on.
    """
    return _noted(Cause.CONFIRM, _confirm(session, run_id, allow_first, left_out))


def _confirm(
    session: Session, run_id: str | None, allow_first: bool, left_out: LeftOut | None
) -> RunReport:
    require_confirmer(session, allow_first)
    counted = session.store.read(lambda reading: _count(reading, Cause.CONFIRM))
    if counted.faults:
        return _stopped(session, new_id(), Cause.CONFIRM, counted)
    waiting, listed = session.store.read(_waiting)
    if waiting is None and run_id is None:
        return _hold_first(session, counted)
    held_id = run_id or (waiting.run_id if waiting else "")
    event_id = derived_id(held_id, "confirmed")
    staying = left_out.ids if left_out is not None else frozenset()
    if left_out is not None and waiting is not None and waiting.run_id == held_id:
        _protect(session, held_id, left_out)

    def work(unit: UnitOfWork) -> bool:
        at = unit.clock()
        details = {"run": held_id, "listed": len(listed)}
        unit.events.begin(
            Event(event_id, at, EventKind.RELEASE_CONFIRMED, None, session.actor.uid, details)
        )
        if session.actor.uid is not None:
            access.confirm(unit, session.actor, Permission.RELEASE_CONFIRM)
        if unit.runs.lock_held() != waiting or waiting is None or waiting.run_id != held_id:
            raise _held_no_more()
        unit.state.put(CONFIRMED_STATE, at.isoformat(), at)
        return True

    def done(unit: UnitOfWork) -> bool:
        """Confirmed before: whoever finds the run held still goes on with it."""
        event = unit.events.get(event_id)
        still = waiting is not None and waiting.run_id == held_id
        if not still and (event is None or event.actor_uid != session.actor.uid):
            raise _held_no_more()
        return still

    goes_on = session.store.act(work, done=done)
    going = listed - staying
    chosen = [c for c in counted.candidates if c.id in going] if goes_on else []
    run = derived_id(held_id, "carried out")
    return _perform(session, run, Cause.CONFIRM, counted, chosen, confirms=held_id)


def _protect(session: Session, held_id: str, left_out: LeftOut) -> None:
    """Protect who is left out, each by an act of its own; who left or was freed needs none."""
    for customer_id in sorted(left_out.ids):
        act_id = derived_id(held_id, f"left out {customer_id}")
        with contextlib.suppress(Conflict, CustomerGone):
            ownership.protect(session, act_id, customer_id, left_out.until, left_out.reason)


def _hold_first(session: Session, counted: _Counted) -> RunReport:
    """What a confirmation does where nothing is held: it shows what there would be to confirm."""
    if counted.candidates:
        return _held(session, new_id(), Cause.CONFIRM, counted)
    return _perform(session, new_id(), Cause.CONFIRM, counted)


def _waiting(reading: Reading) -> tuple[HeldRow | None, frozenset[str]]:
    row = reading.runs.held()
    return row, frozenset(reading.runs.held_ids(row.run_id)) if row else frozenset()


def _held_no_more() -> Conflict:
    return Conflict(Why.RELEASE_NOT_HELD)


def held(session: Session) -> HeldRelease | None:
    """The held run of this database, with those of its customers that are still due.

    Raises:
        NotAllowed: the actor may not see customers.
    """
    access.require(session.actor, Permission.CUSTOMERS_VIEW)

    def work(reading: Reading) -> HeldRelease | None:
        waiting, listed = _waiting(reading)
        if waiting is None:
            return None
        limits = reading.settings.limits
        candidates = due.candidates(reading.connection, reading.now, limits, listed)
        return HeldRelease(waiting.run_id, waiting.held_at, waiting.bound, candidates)

    return session.store.read(work)


def last_run(session: Session) -> LastRun | None:
    """The run that finished last, on whichever desktop."""
    return session.store.read(_last_run)


def _last_run(reading: Reading) -> LastRun | None:
    row = reading.runs.last_finished()
    if row is None or row.finished_at is None:
        return None
    return LastRun(row.id, row.finished_at, row.outcome, row.cause, row.host, row.released)


def _count(reading: Reading, cause: Cause, *, whole: bool = False) -> _Counted:
    settings, now = reading.settings, reading.now
    among = due.bound(reading.connection) if whole else None
    last = _last_run(reading)
    recent = last if last and is_recent(last.at, settings.release_interval, now) else None
    skipping = cause is Cause.TIMER and recent is not None
    faults = settings.stops_releases
    return _Counted(
        now,
        settings.limits,
        faults,
        ()
        if skipping or faults
        else due.candidates(reading.connection, now, settings.limits, among),
        0 if skipping else reading.runs.bound(),
        settings.guarded,
        reading.state.get(CONFIRMED_STATE) is not None,
        settings.number(GUARD_COUNT),
        settings.number(GUARD_PERCENT),
        recent,
    )


def require_confirmer(session: Session, allow_first: bool) -> None:
    """Check that the actor may confirm a held release.

    Args:
        allow_first: as of `confirm`.

    Raises:
        NotAllowed: the actor may not.
    """
    if session.actor.uid is not None:
        access.require(session.actor, Permission.RELEASE_CONFIRM)
        return
    administrators = session.store.read(
        lambda reading: reading.people.holders_of(Permission.PEOPLE_MANAGE)
    )
    if not allow_first or administrators:
        raise NotAllowed(
            Permission.RELEASE_CONFIRM,
            Why.RELEASE_NEEDS_PERSON,
        )


def _perform(
    session: Session,
    run_id: str,
    cause: Cause,
    counted: _Counted,
    candidates: Sequence[Candidate] | None = None,
    *,
    confirms: str | None = None,
) -> RunReport:
    """Release the candidates.

    Args:
        confirms: the held run that is carried out; it is forgotten once that is through.
    """
    chosen = tuple(counted.candidates if candidates is None else candidates)
    if cause is not Cause.CONFIRM:
        _forget_held(session)
    confirmed = confirms is not None or counted.confirmed_before
    _record(session, run_id, cause, counted, "running", len(chosen), confirmed=confirmed)
    freed = batch.release_all(session, run_id, [c.id for c in chosen])
    released = len(freed.ids)
    if confirms is not None:
        # One that goes on after a lost answer tells what it has released in all.
        released = session.store.read(
            lambda reading: reading.events.count_of_run(run_id, EventKind.RELEASED)
        )
    at = _finish(
        session, run_id, "done", released=released, left_over=freed.left_over, confirms=confirms
    )
    return RunReport(
        run_id,
        RunOutcome.DONE,
        released=released,
        left_over=freed.left_over,
        due=len(chosen),
        bound=counted.bound,
        candidates=tuple(c for c in chosen if c.id in freed.ids),
        at=at,
        changes=Changes.of(
            Topic.RELEASES,
            *((Topic.CUSTOMERS, Topic.OWNERSHIP) if freed.ids else ()),
            ids=tuple(freed.ids),
        ),
    )


def _forget_held(session: Session) -> None:
    """A run that the guard lets pass makes an earlier held one pointless."""
    if session.store.read(lambda reading: reading.runs.held()) is not None:
        session.store.act(lambda unit: unit.runs.drop_held())


def _held(session: Session, run_id: str, cause: Cause, counted: _Counted) -> RunReport:
    ids = [candidate.id for candidate in counted.candidates]

    def work(unit: UnitOfWork) -> str:
        """Hold the run; one that is held already stays, as long as it still matters.

        Whoever comes to a run that is held already has done nothing that the audit could tell.
        """
        earlier = unit.runs.lock_held()
        if earlier is not None and _still_matters(unit, earlier, counted, ids):
            return earlier.run_id
        at = unit.clock()
        details = {"due": len(ids), "bound": counted.bound}
        unit.events.begin(
            Event(run_id, at, EventKind.RELEASE_HELD, None, None, details, run_id=run_id)
        )
        unit.runs.hold(HeldRow(run_id, at, len(ids), counted.bound), ids)
        return run_id

    held_id = session.store.act(work, done=lambda _: run_id)
    _record(session, run_id, cause, counted, "held", len(ids), confirmed=False)
    at = _finish(session, run_id, "held", released=0, left_over=0)
    return RunReport(
        held_id,
        RunOutcome.HELD,
        held=len(ids),
        due=len(ids),
        bound=counted.bound,
        candidates=counted.candidates,
        at=at,
        changes=Changes.of(Topic.RELEASES),
    )


def _still_matters(
    unit: UnitOfWork, earlier: HeldRow, counted: _Counted, ids: Sequence[str]
) -> bool:
    """Whether a held run stays: somebody on its list is due, under the limits it was counted by.

    Under other limits its list answers a question that nobody asks any more, and its figure
    contradicts what the settings tell.
    """
    stood = unit.runs.get(earlier.run_id)
    if stood is not None and dict(stood.limits) != dict(batch.limits_told(counted.limits)):
        return False
    return not set(ids).isdisjoint(unit.runs.held_ids(earlier.run_id))


def _stopped(session: Session, run_id: str, cause: Cause, counted: _Counted) -> RunReport:
    _record(session, run_id, cause, counted, "stopped", 0, confirmed=False)
    at = _finish(session, run_id, "stopped", released=0, left_over=0)
    return RunReport(
        run_id,
        RunOutcome.STOPPED,
        bound=counted.bound,
        at=at,
        warning=stopped_by(counted.faults),
        changes=Changes.of(Topic.RELEASES),
    )


def stopped_by(faults: tuple[SettingFault, ...]) -> Reason | None:
    """Why nobody is released; None: nothing stops releases."""
    if not faults:
        return None
    told = tuple(Reason.of(Why.SETTING_IS, key=fault.key, fault=fault.reason) for fault in faults)
    return Reason.of(Why.RELEASES_STOPPED, faults=told)


def _record(
    session: Session,
    run_id: str,
    cause: Cause,
    counted: _Counted,
    outcome: str,
    due_count: int,
    *,
    confirmed: bool,
) -> None:
    actor_uid = session.actor.uid if cause is Cause.CONFIRM else SYSTEM.uid

    def work(unit: UnitOfWork) -> None:
        unit.runs.start(
            RunRow(
                run_id, unit.clock(), None, outcome, cause, session.host, actor_uid, due_count,
                counted.bound, 0, 0, confirmed, batch.limits_told(counted.limits),
            )
        )  # fmt: skip

    session.store.act(work)


def _finish(
    session: Session,
    run_id: str,
    outcome: str,
    *,
    released: int,
    left_over: int,
    confirms: str | None = None,
) -> datetime:
    def work(unit: UnitOfWork) -> datetime:
        held = unit.runs.lock_held() if confirms is not None else None
        at = unit.clock()
        if held is not None and held.run_id == confirms:
            unit.runs.drop_held()
        unit.runs.finish(run_id, at, outcome, released=released, left_over=left_over)
        return at

    return session.store.act(work)
