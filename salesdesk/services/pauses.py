"""An agent away, the office closed: nobody leaves before a date (docs/rules.md, "The idle clock").

What counts is the one row of the pause, which every reckoning reads. The acts on the customers one
by one only tell their history and bring their summaries in line; cut off and run again they go on.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from salesdesk.domain.changes import Changes, Topic
from salesdesk.domain.customer import tidy
from salesdesk.domain.errors import Conflict
from salesdesk.domain.events import Event, EventKind, derived_id
from salesdesk.domain.pauses import Pause, PauseLine, PausePreview
from salesdesk.domain.permissions import Permission
from salesdesk.domain.refusals import Why
from salesdesk.services import access, ownership
from salesdesk.services.protection_records import check_protection
from salesdesk.services.session import Done, Session
from salesdesk.storage.db.slots import LOCKED_AT_ONCE
from salesdesk.storage.reads import pauses as reads
from salesdesk.storage.unit_of_work import Reading, UnitOfWork

#: Told after each batch: how many customers are through.
Progress = Callable[[int], None]

_NEEDED = (Permission.CUSTOMERS_PROTECT,)


def _silent(_done: int) -> None:
    """Nobody watches."""


def standing(session: Session) -> tuple[PauseLine, ...]:
    """Who is away and whether the office is closed, whose end comes first at the top.

    Raises:
        NotAllowed: the actor may not protect customers.
    """
    access.require(session.actor, *_NEEDED)
    return session.store.read(lambda reading: reads.standing(reading.connection, reading.now))


def preview(session: Session, uid: str, until: datetime) -> PausePreview:
    """How many customers a pause would keep, and how many of them would leave before its end.

    Raises:
        NotAllowed: the actor may not protect customers.
    """
    access.require(session.actor, *_NEEDED)

    def work(reading: Reading) -> PausePreview:
        stands = reading.pauses.get(uid)
        keeps, leaving = reads.kept(reading.connection, uid, until)
        over = stands is None or stands.until <= reading.now
        return PausePreview(keeps, leaving, None if over or stands is None else stands.until)

    return session.store.read(work)


def pause(
    session: Session,
    event_id: str,
    uid: str,
    until: datetime,
    reason: str,
    progress: Progress = _silent,
) -> Done:
    """Keep all customers of an absent agent, or of everybody, from leaving before a date.

    Args:
        uid: the agent; `OFFICE`: the office is closed.

    Raises:
        NotAllowed: the actor may not protect customers.
        Invalid: the date is not in the future or too far, or the reason is missing.
        Unavailable: the same act may be run again.
    """
    access.require(session.actor, *_NEEDED)
    by, text = ownership.signed_in_uid(session), tidy(reason)

    def work(unit: UnitOfWork) -> None:
        at = unit.clock()
        before = unit.pauses.get(uid)
        details = {"person": uid or None, "until": until.isoformat(), "reason": text}
        kept = {**details, "before": _kept(before)}
        unit.events.begin(Event(event_id, at, EventKind.PAUSED, None, by, kept))
        access.confirm(unit, session.actor, *_NEEDED)
        check_protection(until, text, at)
        unit.pauses.put(Pause(uid, until, text, by, at, event_id))
        unit.absences.begin(uid, at, until, event_id)

    session.store.act(work, done=lambda _: None)
    details = {"until": until.isoformat(), "reason": text}
    return _carry(session, event_id, uid, EventKind.PAUSED, details, progress)


def end(session: Session, event_id: str, uid: str, progress: Progress = _silent) -> Done:
    """Let the customers leave again as if the agent were back, or the office open.

    Raises:
        NotAllowed: the actor may not protect customers.
        Conflict: there is no such pause any more.
    """
    access.require(session.actor, *_NEEDED)
    by = ownership.signed_in_uid(session)

    def work(unit: UnitOfWork) -> None:
        at = unit.clock()
        before = unit.pauses.get(uid)
        kept = {"person": uid or None, "before": _kept(before)}
        unit.events.begin(Event(event_id, at, EventKind.PAUSE_ENDED, None, by, kept))
        access.confirm(unit, session.actor, *_NEEDED)
        if not unit.pauses.remove(uid):
            raise Conflict(Why.NOT_PAUSED)
        unit.absences.end(uid, at)

    session.store.act(work, done=lambda _: None)
    return _carry(session, event_id, uid, EventKind.PAUSE_ENDED, {}, progress)


def _kept(pause: Pause | None) -> dict[str, object] | None:
    if pause is None:
        return None
    return {"until": pause.until.isoformat(), "reason": pause.reason, "by": pause.by_uid}


def _carry(
    session: Session,
    event_id: str,
    uid: str,
    kind: EventKind,
    details: Mapping[str, object],
    progress: Progress,
) -> Done:
    """Tell each customer's history of it, fifty a transaction, and reckon their summaries."""
    after, through = "", 0
    while True:
        ids = session.store.read(_next_of(uid, after))
        if not ids:
            return Done(Changes.of(Topic.CUSTOMERS, Topic.OWNERSHIP))
        _tell(session, event_id, ids, kind, details)
        after, through = ids[-1], through + len(ids)
        progress(through)


def _next_of(uid: str, after: str) -> Callable[[Reading], list[str]]:
    return lambda reading: reading.pauses.customers(uid, after, LOCKED_AT_ONCE)


def _tell(
    session: Session, event_id: str, ids: list[str], kind: EventKind, details: Mapping[str, object]
) -> None:
    batch_id = derived_id(event_id, f"batch {','.join(ids)}")

    def work(unit: UnitOfWork) -> None:
        there = unit.customers.lock(ids)
        at = unit.clock()
        own = Event(batch_id, at, EventKind.BATCH, None, session.actor.uid,
                    {"act": kind.value, "customers": len(there)}, batch_id=event_id)  # fmt: skip
        unit.events.begin_all(
            own,
            [
                Event(
                    derived_id(event_id, one), at, kind, one, session.actor.uid, details,
                    batch_id=event_id,
                )
                for one in sorted(there)
            ],
        )  # fmt: skip

    session.store.act(work, done=lambda _: None)
