"""The file of the lines that were not imported, as they were, each with its reason."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from salesdesk.domain.errors import Refusal
from salesdesk.domain.importing import Record, Rejected
from salesdesk.domain.refusals import Why

_LINE = "Line"
_REASON = "Why it was not imported"


class Rejects:
    """Writes rejected lines into a CSV file; made by `rejects_file`."""

    def __init__(self, stream: TextIO, separator: str) -> None:
        self._writer = csv.writer(stream, delimiter=separator or ",")

    def begin(self, titles: Sequence[str]) -> None:
        """Write the titles: the file's own, then ours."""
        self._writer.writerow([*titles, _LINE, _REASON])
        self._width = len(titles)

    def write(self, records: Iterable[Record], rejected: Iterable[Rejected]) -> None:
        """Write those of these records that were rejected, or came in without some cells."""
        reasons = {
            one.number: f"Imported without: {one.message}" if one.kept else one.message
            for one in rejected
        }
        for record in records:
            reason = reasons.get(record.number)
            if reason is not None:
                gap = [""] * (self._width - len(record.cells))
                self._writer.writerow([*record.cells, *gap, record.number, reason])


@contextmanager
def rejects_file(path: Path, separator: str) -> Iterator[Rejects]:
    """The file, which is whole when the block ends.

    Raises:
        Refusal: it cannot be written.
    """
    try:
        with path.open("w", encoding="utf-8-sig", newline="") as stream:
            yield Rejects(stream, separator)
    except OSError as fault:
        told = fault.strerror or str(fault)
        raise Refusal(
            Why.REJECTS_NOT_WRITTEN, field="rejects", name=path.name, fault=told
        ) from fault
