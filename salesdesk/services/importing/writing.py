"""The import itself: batch by batch, each a transaction in the order of docs/rules.md.

Every id derives from the import's, and the import's from the file and the choices. So an import
that was killed is run again by importing the same file in the same way: batches that were
committed are found by their events, the others are written (docs/rules.md,
"How every act writes", 3).
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from salesdesk.domain.changes import Changes, Topic
from salesdesk.domain.customer import Customer
from salesdesk.domain.errors import Refusal
from salesdesk.domain.events import Event, EventKind, derived_id
from salesdesk.domain.importing import ImportOutcome, ImportRecord, Rejected, Tally
from salesdesk.domain.permissions import Permission
from salesdesk.domain.refusals import Reason, Why
from salesdesk.services import access, ownership, phone_sweep
from salesdesk.services.importing import people, warnings
from salesdesk.services.importing.batch_rows import BatchRows
from salesdesk.services.importing.decisions import NAMELESS, Judge, Seen, holders, tally
from salesdesk.services.importing.judging import Judged, Outcome, decided, in_order, misfits
from salesdesk.services.importing.rejects import Rejects
from salesdesk.services.importing.request import (
    Batch,
    OpenRequest,
    Request,
    Stopped,
    Told,
    office_of,
    opened,
)
from salesdesk.services.session import Done, Session
from salesdesk.storage.stores.customers import PhoneTaken
from salesdesk.storage.unit_of_work import Look, Reading, UnitOfWork

_log = logging.getLogger(__name__)

#: All imports' ids derive from this one.
_ROOT = "5d6a2f4e-6a0b-5c69-9d4f-2f6f0b3c7a11"
_TRIES = 5

#: The clock, the settings and the actor's rights, after the locks.
_LOOK = Look({})


@dataclass(frozen=True, slots=True)
class Imported(Done):
    """What an import came to.

    Attributes:
        rejected: the first of the lines that were left out, and of the cells of others.
        warnings: what else a person should know.
    """

    import_id: str = ""
    tally: Tally = field(default_factory=Tally)
    rejected: tuple[Rejected, ...] = ()
    warnings: tuple[Reason, ...] = ()


def run(
    session: Session,
    request: Request,
    told: Told,
    stopped: Callable[[], bool],
    rejects: Rejects | None = None,
    *,
    done: str = "",
) -> Imported:
    """Import a file; run again after it was cut off, it goes on where it was.

    Args:
        told: called with the number of lines done.
        stopped: asked between batches.
        rejects: takes the lines that are left out.
        done: the import that is over and only told again; nothing may be written anew.

    Raises:
        NotAllowed: the actor may not import.
        BadFile, Refusal: of the file and the choices.
        Stopped: it was stopped; what is in stays, and can be taken back.
        Unavailable: the database is out of reach; the same request can be run again.
    """
    access.require(session.actor, Permission.DATA_IMPORT)
    importer = ownership.signed_in_uid(session)
    phone_sweep.refresh(session)
    office = session.store.read(office_of)
    credited = session.store.read(lambda reading: people.credited(reading, session.actor, importer))
    source = request.source()
    with opened(request, office, credited) as found:
        import_id = session.store.read(lambda reading: _id_of(reading, source))
        if done not in ("", import_id):
            raise Refusal(Why.IMPORT_IS_ANOTHER)
        replayed = _begin(session, import_id, source, request)
        seen = Seen()
        judge = Judge(import_id, request.choices, seen)
        writer = _Writer(session, import_id, office.region, judge, seen)
        _log.info("Import %s begins%s", import_id, " again" if replayed else "")
        outcome = _all(writer, found, told, stopped, rejects)
    writer.end(ImportOutcome.DONE)
    _log.info("Import %s is done: %s", import_id, outcome.tally)
    changes = Changes.of(Topic.CUSTOMERS, Topic.CONTACTS, Topic.FOLLOW_UPS, Topic.OWNERSHIP)
    return Imported(
        changes, replayed, import_id, outcome.tally, tuple(outcome.rejected),
        warnings.told(outcome.notices),
    )  # fmt: skip


def _all(
    writer: _Writer,
    found: OpenRequest,
    told: Told,
    stopped: Callable[[], bool],
    rejects: Rejects | None,
) -> Outcome:
    total = Outcome()
    total.notices.update(found.notices)
    if rejects is not None:
        rejects.begin(found.titles)
    for batch in found.batches:
        if stopped():
            writer.end(ImportOutcome.STOPPED)
            _log.info("Import is stopped: %s", total.tally)
            raise Stopped(total.tally.lines)
        part = writer.write(batch)
        total.add(batch, part)
        if rejects is not None:
            rejects.write(batch.records, [*part.rejected, *misfits(batch, part.rejected)])
        told(total.tally.lines)
    return total


def _id_of(reading: Reading, source: str) -> str:
    """The import's id: another one after an earlier import of the same was taken back."""
    turn = 0
    while True:
        import_id = derived_id(_ROOT, f"{source} {turn}")
        record = reading.imports.get(import_id)
        if record is None or record.outcome is not ImportOutcome.TAKEN_BACK:
            return import_id
        turn += 1


def _begin(session: Session, import_id: str, source: str, request: Request) -> bool:
    """Record the import; whether it was recorded before."""

    def work(unit: UnitOfWork) -> bool:
        at = unit.clock()
        details = {"file": request.path.name, "duplicates": request.choices.duplicates.value}
        unit.events.begin(
            Event(import_id, at, EventKind.IMPORTED, None, session.actor.uid, details,
                  run_id=import_id)
        )  # fmt: skip
        access.confirm(unit, session.actor, Permission.DATA_IMPORT)
        unit.imports.add(
            ImportRecord(
                import_id, source, request.path.name[-255:], session.actor.uid, at, None,
                ImportOutcome.RUNNING, Tally(),
            )
        )  # fmt: skip
        return False

    return session.store.act(work, done=lambda _: True)


class _Writer:
    """Writes the batches of one import."""

    def __init__(
        self, session: Session, import_id: str, region: str, judge: Judge, seen: Seen
    ) -> None:
        self._session = session
        self._import_id = import_id
        self._region = region
        self._judge = judge
        self._seen = seen

    def write(self, batch: Batch) -> Judged:
        """Write a batch, if no earlier run has; what it came to, either way."""
        event_id = derived_id(self._import_id, batch.key)
        for attempt in range(_TRIES):
            try:
                judged = self._session.store.act(
                    partial(self._work, batch, event_id),
                    done=partial(self._was_done, batch, event_id),
                )
            except PhoneTaken:
                # Somebody stored one of the numbers in this moment: now it can be seen.
                if attempt == _TRIES - 1:
                    raise
                continue
            self._seen.settle()
            return judged
        raise AssertionError("the loop ends by itself")

    def _work(self, batch: Batch, event_id: str, unit: UnitOfWork) -> Judged:
        self._seen.begin()
        known = self._known(batch, unit)
        unit.look(_LOOK, {}, self._session.actor.uid)
        rows = BatchRows(unit, self._session.actor, self._import_id, event_id, known)
        unit.events.begin(
            Event(event_id, rows.at, EventKind.BATCH, None, self._session.actor.uid, {},
                  run_id=self._import_id)
        )  # fmt: skip
        access.confirm(unit, self._session.actor, Permission.DATA_IMPORT)
        judged = decided(self._judge, batch, unit, known, self._region)
        rows.write(judged.verdicts)
        refused = [one for one in judged.rejected if one.duplicate]
        counted = judged.tally
        details = {
            "act": EventKind.IMPORTED.value,
            "tally": [counted.created, counted.filled, counted.contacts],
            "left_out": [
                [one.number, reason.to_dict()] for one in refused for reason in one.reasons
            ],
            "nameless": [one.number for one in judged.rejected if not one.duplicate],
            "made_by": [[one.line.number, one.maker] for one in judged.verdicts if one.own],
        }
        unit.events.complete(event_id, details)
        if not unit.imports.count(self._import_id, counted):
            raise Refusal(Why.IMPORT_TAKEN_BACK)
        return judged

    def _known(self, batch: Batch, unit: UnitOfWork) -> Mapping[str, Customer]:
        """The customers with the lines' numbers, locked where this import may write to them.

        Those to whom it adds nothing stay free for whoever works with them.
        """
        found = holders(unit, batch.lines, self._region)
        if self._judge.adds_to_known:
            return unit.customers.lock(found)
        made = self._judge.has_made(batch.lines)
        own = [one for one in found if one in made]
        locked = unit.customers.lock(own)
        return {**unit.imports.customers(set(found) - set(own)), **locked}

    def _was_done(self, batch: Batch, event_id: str, unit: UnitOfWork) -> Judged:
        """What the batch came to when it was committed, from its event."""
        self._seen.begin()
        event = unit.events.get(event_id)
        details = event.details if event is not None else {}
        unread = {one.number for one in batch.rejected}
        known = [
            Rejected.whole(number, _reason(kept), duplicate=True)
            for number, kept in _list(details.get("left_out"))
        ]
        nameless = [
            Rejected.whole(number, NAMELESS)
            for number in _list(details.get("nameless"))
            if number not in unread
        ]
        rejected = in_order([*batch.rejected, *known, *nameless])
        self._judge.replay(batch.lines, dict(_list(details.get("made_by"))))
        created, filled, added = _list(details.get("tally")) or (0, 0, 0)
        left_out = tally([], rejected)
        counted = Tally(
            len(batch.records), created, filled, added, left_out.duplicates, left_out.invalid
        )
        return Judged((), tuple(rejected), counted)

    def end(self, outcome: ImportOutcome) -> None:
        """Note that the import is over, or stopped."""

        def work(unit: UnitOfWork) -> None:
            unit.imports.set_outcome(self._import_id, outcome, unit.clock())

        self._session.store.act(work)


def _reason(kept: object) -> Reason:
    """Why a line was left out, from the event of its batch; older ones hold the English text."""
    if isinstance(kept, dict):
        return Reason.from_dict(kept)
    return Reason.of(Why.WORDED, text=str(kept))


def _list(value: object) -> list[Any]:
    return list(value) if isinstance(value, list) else []


def newest(session: Session, limit: int = 50) -> tuple[ImportRecord, ...]:
    """The imports begun last.

    Raises:
        NotAllowed: the actor may not import.
    """
    access.require(session.actor, Permission.DATA_IMPORT)
    return session.store.read(lambda reading: reading.imports.newest(limit))
