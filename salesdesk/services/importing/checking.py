"""The dry run: what an import would do, line by line; nothing is written but numbers' forms."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from salesdesk.domain.customer import Customer
from salesdesk.domain.events import new_id
from salesdesk.domain.importing import (
    DATE_FIELDS,
    Alike,
    Rejected,
    Tally,
)
from salesdesk.domain.people import Permission
from salesdesk.services import access, ownership, phone_sweep
from salesdesk.services.importing import dates, people, table
from salesdesk.services.importing import similar as alike
from salesdesk.services.importing.decisions import Judge, Seen, Verdict, holders, tally
from salesdesk.services.importing.request import Batch, Request, Stopped, Told, office_of, opened
from salesdesk.services.session import Session
from salesdesk.storage.unit_of_work import Reading

#: Rejected lines that the report lists; the file of rejected rows has them all.
LISTED = 1_000


@dataclass(frozen=True, slots=True)
class AmbiguousDates:
    """A column whose dates can be read in two ways.

    Attributes:
        examples: some of them.
    """

    title: str
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Check:
    """What a dry run found.

    Attributes:
        rejected: the first of them, by line.
        alike: new lines that resemble customers who are there.
        ambiguous: columns of dates that a person should look at.
    """

    tally: Tally
    rejected: tuple[Rejected, ...]
    alike: tuple[Alike, ...]
    ambiguous: tuple[AmbiguousDates, ...]


def check(session: Session, request: Request, told: Told, stopped: Callable[[], bool]) -> Check:
    """Say what an import would do now.

    Args:
        told: called with the number of lines done.
        stopped: asked between batches.

    Raises:
        NotAllowed: the actor may not import.
        BadFile, Refusal: of the file and the choices.
        Stopped: it was stopped.
        Unavailable: the database is out of reach.
    """
    access.require(session.actor, Permission.DATA_IMPORT)
    importer = ownership.signed_in_uid(session)
    phone_sweep.refresh(session)
    office = session.store.read(office_of)
    credited = session.store.read(lambda reading: people.credited(reading, importer))
    groups, total = alike.Groups(), Tally()
    listed: list[Rejected] = []
    with opened(request, office) as found:
        seen = Seen()
        judge = Judge(new_id(), request.choices, credited, seen, found.reader.titled)
        for batch in found.batches:
            if stopped():
                raise Stopped(total.lines)
            verdicts, rejected = _judged(session, judge, batch, office.region)
            seen.settle()
            total += tally(verdicts, rejected)
            _keep(listed, rejected)
            for verdict in verdicts:
                if verdict.is_new:
                    groups.add(verdict.line)
            told(total.lines)
    return Check(total, tuple(listed), alike.find(session, groups), ambiguous_dates(request))


def ambiguous_dates(request: Request) -> tuple[AmbiguousDates, ...]:
    """The columns of dates, in the beginning of the file, that can be read in two ways."""
    chosen = {title for title, field in request.choices.columns.items() if field in DATE_FIELDS}
    shown = table.preview(request.path, request.layout)
    doubtful = []
    for place, title in enumerate(shown.titles):
        if title in chosen:
            cells = (one.cells[place] for one in shown.records if place < len(one.cells))
            guessed = dates.guessed_order(cells)
            if not guessed.certain:
                doubtful.append(AmbiguousDates(title, guessed.examples))
    return tuple(doubtful)


def _judged(
    session: Session, judge: Judge, batch: Batch, region: str
) -> tuple[list[Verdict], list[Rejected]]:
    def known(reading: Reading) -> dict[str, Customer]:
        return reading.imports.customers(holders(reading, batch.lines, None))

    verdicts, rejected = judge.judge(batch.lines, session.store.read(known).values(), region)
    return verdicts, in_order([*batch.rejected, *rejected])


def in_order(rejected: Iterable[Rejected]) -> list[Rejected]:
    """By line."""
    return sorted(rejected, key=lambda one: one.number)


def _keep(listed: list[Rejected], rejected: Iterable[Rejected]) -> None:
    listed.extend(list(rejected)[: max(0, LISTED - len(listed))])
