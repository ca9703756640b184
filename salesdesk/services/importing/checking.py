"""The dry run: what an import would do, line by line; nothing is written but numbers' forms."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from salesdesk.domain.events import new_id
from salesdesk.domain.importing import Alike, Rejected, Tally
from salesdesk.domain.permissions import Permission
from salesdesk.domain.refusals import Reason
from salesdesk.services import access, ownership, phone_sweep
from salesdesk.services.importing import people, warnings
from salesdesk.services.importing import similar as alike
from salesdesk.services.importing.decisions import Judge, Seen, holders
from salesdesk.services.importing.judging import Judged, Outcome, decided
from salesdesk.services.importing.request import Batch, Request, Stopped, Told, office_of, opened
from salesdesk.services.importing.sketches import Sketch, Sketches
from salesdesk.services.session import Session
from salesdesk.storage.unit_of_work import Reading


@dataclass(frozen=True, slots=True)
class Check:
    """What a dry run found.

    Attributes:
        rejected: the first of the lines that would be left out, and of the cells of others.
        alike: new lines that resemble customers who are there.
        warnings: what else a person should know.
        customers: the first new customers as they would be stored.
    """

    tally: Tally
    rejected: tuple[Rejected, ...]
    alike: tuple[Alike, ...]
    warnings: tuple[Reason, ...] = ()
    customers: tuple[Sketch, ...] = ()


def check(session: Session, request: Request, told: Told, stopped: Callable[[], bool]) -> Check:
    """Say what an import would do now.

    Args:
        told: called with the number of lines done.
        stopped: asked between batches.

    Raises:
        NotAllowed: the actor may not import.
        BadFile, Refusal: of the file and the choices.
        Stopped: it was stopped.
    """
    access.require(session.actor, Permission.DATA_IMPORT)
    importer = ownership.signed_in_uid(session)
    phone_sweep.refresh(session)
    office = session.store.read(office_of)
    credited = session.store.read(lambda reading: people.credited(reading, session.actor, importer))
    groups, total, sketches = alike.Groups(), Outcome(), Sketches()
    with opened(request, office, credited) as found:
        total.notices.update(found.notices)
        seen = Seen()
        judge = Judge(new_id(), request.choices, seen)
        for batch in found.batches:
            if stopped():
                raise Stopped(total.tally.lines)
            judged = _judged(session, judge, batch, office.region)
            seen.settle()
            total.add(batch, judged)
            for verdict in judged.verdicts:
                sketches.take(verdict)
                if verdict.is_new:
                    groups.add(verdict.line)
            told(total.tally.lines)
    return Check(
        total.tally, tuple(total.rejected), alike.find(session, groups),
        warnings.told(total.notices), sketches.made(),
    )  # fmt: skip


def _judged(session: Session, judge: Judge, batch: Batch, region: str) -> Judged:
    def work(reading: Reading) -> Judged:
        known = reading.imports.customers(holders(reading, batch.lines, None))
        return decided(judge, batch, reading, known, region)

    return session.store.read(work)
