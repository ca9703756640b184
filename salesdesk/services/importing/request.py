"""What is to be imported, and the batches that it falls into."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from salesdesk.domain.errors import Refusal
from salesdesk.domain.importing import Choices, Duplicates, Layout, Line, Notice, Record, Rejected
from salesdesk.domain.refusals import Why
from salesdesk.domain.settings import PHONE_FORMAT, PHONE_REGION
from salesdesk.services.importing import mapping, survey, table, warnings
from salesdesk.services.importing.line_reader import LineReader, Office
from salesdesk.services.importing.people import Credited
from salesdesk.storage.unit_of_work import Reading

#: Lines of one transaction that only makes customers, whom nobody else can be waiting for.
BATCH = 500
#: Of one that also writes to customers who are there: it holds their rows until it is done.
BATCH_OF_KNOWN = 100

#: How many lines are done.
Told = Callable[[int], None]


class Stopped(Refusal):
    """The person stopped it; an import that is run again goes on where it was."""

    def __init__(self, done: int) -> None:
        super().__init__(Why.IMPORT_STOPPED, done=f"{done:,}")
        self.done = done


@dataclass(frozen=True, slots=True)
class Request:
    """A file and what a person chose for it."""

    path: Path
    layout: Layout
    choices: Choices

    def source(self) -> str:
        """One digest of the file's content and of the choices.

        Raises:
            BadFile: it cannot be read.
        """
        said = (
            table.digest(self.path),
            self.layout.encoding, self.layout.separator, self.layout.sheet,
            str(self.layout.header_line), str(self.layout.hidden_rows),
            mapping.dumped(self.choices),
        )  # fmt: skip
        return hashlib.sha256("\n".join(said).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Batch:
    """Some lines in their order.

    Attributes:
        key: tells it from all other batches of the import; the same in every run.
        records: all of them, as they stand in the file.
        lines: those that can be stored as far as the line itself tells.
        rejected: the others.
    """

    key: str
    records: tuple[Record, ...]
    lines: tuple[Line, ...]
    rejected: tuple[Rejected, ...]


@dataclass(frozen=True, slots=True)
class OpenRequest:
    """A request whose file is open.

    Attributes:
        notices: what about the table as a whole a person should know.
    """

    titles: tuple[str, ...]
    batches: Iterator[Batch]
    notices: tuple[Notice, ...] = ()


@contextmanager
def opened(request: Request, office: Office, people: Credited) -> Iterator[OpenRequest]:
    """The lines of a request in batches, as long as the block runs.

    Raises:
        BadFile: the file cannot be read (any more).
        Refusal: the choices do not fit it.
    """
    mapping.require_usable(request.choices)
    found_all = survey.survey(request.path, request.layout, request.choices)
    with table.opened(request.path, request.layout) as found:
        missing = sorted(set(request.choices.columns) - set(found.titles))
        if missing:
            raise Refusal(Why.COLUMN_GONE, column=missing[0])
        choices = found_all.ordered(request.choices)
        reader = LineReader(found.titles, choices, office, people)
        notices = (
            *found_all.notices(request.choices),
            *warnings.of_table(request, found.titles, found_all.filled),
        )
        yield OpenRequest(
            found.titles, _batches(found.records, reader, _size(request.choices)), notices
        )


def office_of(reading: Reading) -> Office:
    """What of the shared settings and of the database's clock lines rest on."""
    settings = reading.settings
    return Office(
        settings.word(PHONE_REGION),
        settings.office_zone,
        reading.clock(),
        settings.word(PHONE_FORMAT) == "e164",
    )


def _size(choices: Choices) -> int:
    adds = choices.duplicates is not Duplicates.SKIP
    return min(BATCH, BATCH_OF_KNOWN) if adds else BATCH


def _batches(records: Iterator[Record], reader: LineReader, size: int) -> Iterator[Batch]:
    number = 0
    while taken := tuple(islice(records, size)):
        read = [reader.read(record) for record in taken]
        yield Batch(
            # Another version's batches of another size are none of these.
            f"batch {number} of {size}",
            taken,
            tuple(one for one in read if isinstance(one, Line)),
            tuple(one for one in read if isinstance(one, Rejected)),
        )
        number += 1
