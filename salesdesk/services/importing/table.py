"""A file as a table: its titles and its lines, whichever kind of file it is.

Everything here reads in one pass and keeps one line at a time (a workbook: one sheet).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import chain, islice
from pathlib import Path

from salesdesk.domain.importing import (
    MOST_COLUMNS,
    MOST_LINES,
    NAME_FIELDS,
    Field,
    Kind,
    Layout,
    Preview,
    Record,
)
from salesdesk.domain.refusals import Reason, Why
from salesdesk.services.importing import csv_file, html_file, titles, vcard_file, xlsx_file
from salesdesk.services.importing.file_errors import BadFile, require_size, require_table, told

#: So many lines are shown before a file is imported, and looked at to guess what they hold.
SHOWN = 100

#: As the line of the titles: the table has none.
NO_TITLES = 0

_BEFORE_THE_FIRST = 0
_TITLE_LINES = 30
#: With so many titles understood, a line is that of the titles wherever it stands.
_FEWEST_TITLES = 2
_LONGEST_TITLE = 60


@dataclass(frozen=True, slots=True)
class Table:
    """An open table.

    Attributes:
        records: the lines below the titles that hold anything; those that repeat the titles have
            a fault.
    """

    titles: tuple[str, ...]
    records: Iterator[Record]


def preview(path: Path, chosen: Layout | None = None) -> Preview:
    """The beginning of a file, read as chosen or else as guessed.

    Raises:
        BadFile: it cannot be imported; says why.
    """
    require_size(path)
    kind = chosen.kind if chosen is not None else _kind(path)
    sheets = xlsx_file.sheets(path) if kind is Kind.WORKBOOK else ()
    layout = chosen or _guessed(path, kind, sheets)
    with opened(path, layout) as table:
        shown = tuple(islice(table.records, SHOWN))
    if not shown:
        raise BadFile(Why.FILE_WITHOUT_LINES, name=path.name)
    return Preview(layout, table.titles, shown, sheets, _hidden(path, layout))


def _kind(path: Path) -> Kind:
    if xlsx_file.looks_like_one(path):
        return Kind.WORKBOOK
    if vcard_file.looks_like_one(path):
        return Kind.VCARD
    if html_file.looks_like_one(path):
        return Kind.HTML
    require_table(path)
    return Kind.TEXT


def _guessed(path: Path, kind: Kind, sheets: tuple[str, ...]) -> Layout:
    """How the file is probably to be read: the first sheet with a table of customers."""
    if kind is Kind.VCARD:
        return replace(vcard_file.guess(path), header_line=_BEFORE_THE_FIRST)
    if kind is not Kind.WORKBOOK:
        layout = html_file.guess(path) if kind is Kind.HTML else csv_file.guess(path)
        found = _titled(path, layout)
        if found is None:
            raise BadFile(Why.FILE_BEGINS_EMPTY, name=path.name)
        return found[1]
    tried = [_titled(path, Layout(sheet=sheet, kind=kind)) for sheet in sheets]
    filled = [one for one in tried if one is not None]
    if not filled:
        raise BadFile(Why.FILE_BEGINS_EMPTY, name=path.name)
    return max(filled, key=lambda one: one[0])[1]


def other_sheets(path: Path, layout: Layout) -> tuple[str, ...]:
    """The sheets of a workbook beside the one that is read in which customers stand as well.

    Raises:
        BadFile: the file cannot be read (any more).
    """
    if layout.kind is not Kind.WORKBOOK:
        return ()
    others = (one for one in xlsx_file.sheets(path) if one != layout.sheet)
    return tuple(one for one in others if _holds_customers(path, replace(layout, sheet=one)))


def _holds_customers(path: Path, layout: Layout) -> bool:
    """Whether a sheet has titles of names and numbers, and a line below them."""
    found = _titled(path, layout)
    if found is None or found[0] < _FEWEST_TITLES:
        return False
    with opened(path, found[1]) as there:
        said = {titles.field_of(one) for one in there.titles}
        named = not NAME_FIELDS.isdisjoint(said)
        return named and Field.PHONE in said and next(there.records, None) is not None


def _titled(path: Path, layout: Layout) -> tuple[int, Layout] | None:
    """The layout with the line of its titles, and how well they are understood; None: empty."""
    with _opened(path, layout) as records:
        first = list(islice(records, _TITLE_LINES))
    if not any(cell.strip() for record in first for cell in record.cells):
        return None
    understood, line = _header_line(first)
    return understood, replace(layout, header_line=line)


def _hidden(path: Path, layout: Layout) -> int:
    """How many rows below the titles the workbook hides."""
    if layout.kind is not Kind.WORKBOOK:
        return 0
    return sum(row > layout.header_line for row in xlsx_file.hidden_rows(path, layout.sheet))


@contextmanager
def opened(path: Path, layout: Layout) -> Iterator[Table]:
    """The table, as long as the block runs.

    Raises:
        BadFile: it cannot be imported; also while its lines are taken, where it vanishes.
    """
    require_size(path)
    with _opened(path, layout) as records:
        shown = (one for one in records if layout.hidden_rows or not one.hidden)
        if layout.header_line == NO_TITLES and layout.kind is not Kind.VCARD:
            yield _untitled(path, shown)
            return
        for record in shown:
            if record.number >= layout.header_line:
                named = _titles(record)
                yield Table(named, _below(record, named, shown))
                return
        raise BadFile(Why.FILE_WITHOUT_TITLES, name=path.name, line=layout.header_line)


def _untitled(path: Path, records: Iterator[Record]) -> Table:
    """A table without titles: its columns are named by their places."""
    first = list(islice(records, SHOWN))
    width = max((len(record.cells) for record in first), default=0)
    if not width:
        raise BadFile(Why.FILE_BEGINS_EMPTY, name=path.name)
    nothing = Record(0, ("",) * width)
    named = tuple(f"Column {place}" for place in range(1, width + 1))
    return Table(named, _below(nothing, named, chain(first, records)))


def digest(path: Path) -> str:
    """A digest of the file's content.

    Raises:
        BadFile: it cannot be read.
    """
    with told(path), path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


@contextmanager
def _opened(path: Path, layout: Layout) -> Iterator[Iterator[Record]]:
    if layout.kind is Kind.WORKBOOK:
        with xlsx_file.opened(path, layout.sheet) as records:
            yield records
        return
    how = {Kind.HTML: html_file, Kind.VCARD: vcard_file, Kind.TEXT: csv_file}[layout.kind]
    with how.opened(path, layout) as records:
        yield records


def _header_line(first: list[Record]) -> tuple[int, int]:
    """How many titles are understood, and the line in which they stand; 0: there are none.

    Most lists begin with their titles, some with lines of cover, and some have no titles at all.
    """
    best = max(first, key=_understood)
    if (understood := _understood(best)) >= _FEWEST_TITLES:
        return understood, best.number
    fullest = max(_full(one) for one in first)
    line = next(one for one in first if _full(one) * 4 >= fullest * 3)
    if any(titles.is_phone(cell) for cell in line.cells):
        return 0, NO_TITLES
    return understood, line.number


def _understood(record: Record) -> int:
    """How many fields the cells of a line name; a line with a number is no line of titles."""
    cells = [cell for cell in record.cells if cell.strip()]
    if any(titles.is_phone(cell) or len(cell) > _LONGEST_TITLE for cell in cells):
        return 0
    return len({field for cell in cells if (field := titles.field_of(cell)) is not None})


def _full(record: Record) -> int:
    return sum(bool(cell.strip()) for cell in record.cells)


def _titles(record: Record) -> tuple[str, ...]:
    """Each column's title, made different where two are alike."""
    if record.fault is not None:
        raise BadFile(Why.TITLES_UNREADABLE, line=record.number, fault=record.fault)
    cells = list(record.cells)
    while cells and not cells[-1].strip():
        cells.pop()
    if len(cells) > MOST_COLUMNS:
        raise BadFile(Why.TOO_MANY_COLUMNS, number=f"{len(cells):,}", most=MOST_COLUMNS)
    found: list[str] = []
    for place, cell in enumerate(cells, 1):
        title = " ".join(cell.split()) or f"Column {place}"
        again = 2
        while title in found:
            title = f"{' '.join(cell.split()) or f'Column {place}'} ({again})"
            again += 1
        found.append(title)
    return tuple(found)


def _repeats(record: Record, header: Record, width: int) -> bool:
    """Whether a line in the middle is the titles again, in letters of any size."""
    cells, titled = record.cells[:width], header.cells[:width]
    if not cells or cells[0].strip().casefold() != titled[0].strip().casefold():
        return False
    said = [titles.plain(one) for one in titled]
    return any(said) and [titles.plain(one) for one in cells] == said


def _below(header: Record, named: tuple[str, ...], records: Iterator[Record]) -> Iterator[Record]:
    number = 0
    for record in records:
        if not any(cell.strip() for cell in record.cells):
            continue
        number += 1
        if number > MOST_LINES:
            raise BadFile(Why.TOO_MANY_LINES, most=f"{MOST_LINES:,}")
        if _repeats(record, header, len(named)):
            yield replace(record, fault=Reason.of(Why.REPEATS_TITLES))
        else:
            yield record
