"""A file as a table: its titles and its lines, whichever kind of file it is.

Everything here reads in one pass and keeps one line at a time (a workbook: one sheet).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from salesdesk.domain.importing import MOST_COLUMNS, MOST_LINES, Layout, Preview, Record
from salesdesk.services.importing import csv_file, xlsx_file
from salesdesk.services.importing.file_errors import BadFile, require_size, told

#: So many lines are shown before a file is imported, and looked at to guess what they hold.
SHOWN = 100

_TITLE_LINES = 10


@dataclass(frozen=True, slots=True)
class Table:
    """An open table.

    Attributes:
        records: the lines below the titles that hold anything; those that repeat the titles, or
            reach beyond them, have a fault.
    """

    titles: tuple[str, ...]
    records: Iterator[Record]


def preview(path: Path, chosen: Layout | None = None) -> Preview:
    """The beginning of a file, read as chosen or else as guessed.

    Raises:
        BadFile: it cannot be imported; says why.
    """
    require_size(path)
    is_workbook = xlsx_file.looks_like_one(path)
    sheets = xlsx_file.sheets(path) if is_workbook else ()
    layout = chosen
    if layout is None:
        layout = Layout(sheet=sheets[0]) if is_workbook else csv_file.guess(path)
        with _opened(path, layout) as records:
            layout = replace(layout, header_line=_header_line(path, records))
    with opened(path, layout) as table:
        shown = tuple(islice(table.records, SHOWN))
    if not shown:
        raise BadFile(f"{path.name} has no lines below its titles.")
    return Preview(layout, table.titles, shown, sheets, is_workbook)


@contextmanager
def opened(path: Path, layout: Layout) -> Iterator[Table]:
    """The table, as long as the block runs.

    Raises:
        BadFile: it cannot be imported; also while its lines are taken, where it vanishes.
    """
    require_size(path)
    with _opened(path, layout) as records:
        for record in records:
            if record.number >= layout.header_line:
                titles = _titles(record)
                yield Table(titles, _below(record, titles, records))
                return
        raise BadFile(f"{path.name} has no line {layout.header_line} with titles.")


def digest(path: Path) -> str:
    """A digest of the file's content.

    Raises:
        BadFile: it cannot be read.
    """
    with told(path), path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


@contextmanager
def _opened(path: Path, layout: Layout) -> Iterator[Iterator[Record]]:
    if layout.sheet:
        with xlsx_file.opened(path, layout.sheet) as records:
            yield records
    else:
        with csv_file.opened(path, layout) as records:
            yield records


def _header_line(path: Path, records: Iterator[Record]) -> int:
    """The first line that is nearly as full as the fullest of the first few."""
    first = [
        (record.number, sum(bool(cell.strip()) for cell in record.cells))
        for record in islice(records, _TITLE_LINES)
    ]
    fullest = max((full for _, full in first), default=0)
    if not fullest:
        raise BadFile(f"{path.name} holds nothing in its first lines.")
    return next(number for number, full in first if full * 4 >= fullest * 3)


def _titles(record: Record) -> tuple[str, ...]:
    """Each column's title, made different where two are alike."""
    if record.fault:
        raise BadFile(f"The titles in line {record.number} cannot be read: {record.fault}")
    cells = list(record.cells)
    while cells and not cells[-1].strip():
        cells.pop()
    if len(cells) > MOST_COLUMNS:
        raise BadFile(
            f"The table has {len(cells):,} columns, at most {MOST_COLUMNS} can be imported. "
            "Check the separator, or leave out what is not needed."
        )
    found: list[str] = []
    for place, cell in enumerate(cells, 1):
        title = " ".join(cell.split()) or f"Column {place}"
        again = 2
        while title in found:
            title = f"{' '.join(cell.split()) or f'Column {place}'} ({again})"
            again += 1
        found.append(title)
    return tuple(found)


def _below(header: Record, titles: tuple[str, ...], records: Iterator[Record]) -> Iterator[Record]:
    number = 0
    for record in records:
        if not any(cell.strip() for cell in record.cells):
            continue
        number += 1
        if number > MOST_LINES:
            raise BadFile(f"The table has more than {MOST_LINES:,} lines; split it.")
        if record.cells[: len(titles)] == header.cells[: len(titles)]:
            yield replace(record, fault="This line repeats the titles.")
        elif not record.fault and any(cell.strip() for cell in record.cells[len(titles) :]):
            yield replace(record, fault="This line has more cells than there are titles.")
        else:
            yield record
