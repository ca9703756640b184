"""What a batch comes to, and a whole import: the same sum for the dry run and for the writing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from salesdesk.domain.customer import Customer
from salesdesk.domain.importing import Notice, Rejected, Tally
from salesdesk.services import phones
from salesdesk.services.importing.decisions import Judge, Known, Verdict, tally
from salesdesk.services.importing.request import Batch
from salesdesk.storage.unit_of_work import Reading

#: Rejected lines and cells that the report lists; the file of rejected rows has them all.
LISTED = 1_000


@dataclass(frozen=True, slots=True)
class Judged:
    """What a batch comes to.

    Attributes:
        rejected: the lines that are left out, by line.
    """

    verdicts: tuple[Verdict, ...]
    rejected: tuple[Rejected, ...]
    tally: Tally


@dataclass
class Outcome:
    """What an import comes to so far.

    Attributes:
        rejected: the first of the lines that are left out, and of the cells of others, by line.
    """

    tally: Tally = field(default_factory=Tally)
    rejected: list[Rejected] = field(default_factory=list)
    notices: Counter[Notice] = field(default_factory=Counter)

    def add(self, batch: Batch, judged: Judged) -> None:
        """Add what a batch comes to."""
        self.tally += judged.tally
        every = in_order([*judged.rejected, *misfits(batch, judged.rejected)])
        self.rejected += every[: max(0, LISTED - len(self.rejected))]
        left_out = {one.number for one in judged.rejected}
        for line in batch.lines:
            if line.number not in left_out:
                self.notices.update(line.notices)
        for verdict in judged.verdicts:
            self.notices.update(verdict.notices)


def decided(
    judge: Judge, batch: Batch, reading: Reading, known: Mapping[str, Customer], region: str
) -> Judged:
    """What becomes of the lines of a batch, with these customers as they now are."""
    noted, winners = reading.phones.of(known), reading.links.winners(known)
    found = []
    for one in known.values():
        stays = known.get(winners.get(one.id, one.id), one)
        beside = (number.number for number in noted.get(one.id, ()))
        numbers = (*phones.numbers(one.phone, region), *beside)
        found.append(Known(stays, numbers, (one.name, stays.name)))
    standing = reading.imports.contact_keys(known)
    for hidden, winner in winners.items():
        # What was written of who is hidden is told already.
        standing.setdefault(winner, set()).update(standing.get(hidden, ()))
    verdicts, refused = judge.judge(batch.lines, found, standing)
    rejected = in_order([*batch.rejected, *refused])
    return Judged(tuple(verdicts), tuple(rejected), tally(verdicts, rejected))


def misfits(batch: Batch, rejected: Iterable[Rejected]) -> list[Rejected]:
    """The cells of lines that come in which do not fit."""
    left_out = {one.number for one in rejected}
    return [
        Rejected(line.number, line.misfits, kept=True)
        for line in batch.lines
        if line.misfits and line.number not in left_out
    ]


def in_order(rejected: Iterable[Rejected]) -> list[Rejected]:
    """By line."""
    return sorted(rejected, key=lambda one: one.number)
