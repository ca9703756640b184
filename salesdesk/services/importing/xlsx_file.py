"""Workbooks: looked through before they are opened, then read sheet by sheet.

python-calamine holds a whole sheet as a full rectangle, so what a rectangle would take is found
from the file's own parts first: a zip bomb, or one cell in the last corner of a sheet, is refused
by arithmetic and not by running out of memory.
"""

from __future__ import annotations

import html
import re
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from pathlib import Path
from typing import TypeAlias

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetVisibleEnum,
)

from salesdesk.domain.importing import MOST_COLUMNS, MOST_LINES, Record
from salesdesk.domain.refusals import Why
from salesdesk.services.importing.file_errors import BadFile, told

MOST_UNPACKED = 512 * 1024 * 1024
MOST_PARTS = 5_000
MOST_CELLS = 12_000_000
_MOST_MERGED = 20_000
_CHUNK = 1024 * 1024
#: Workbooks of which it is known that they can be opened: an import opens one several times.
_REMEMBERED = 8
#: The longest reference is `r="XFD1048576"`; so much of a chunk is looked at again with the next.
_OVERLAP = 480

_OLD = b"\xd0\xcf\x11\xe0"
_CELL = re.compile(rb'<(?:\w+:)?c [^>]{0,60}?r="([A-Z]{1,3})(\d{1,7})"')
_ROW = re.compile(rb"<(?:\w+:)?row\s([^>]{0,400})>")
_ROW_NUMBER = re.compile(rb'\br="(\d{1,7})"')
_HIDDEN = re.compile(rb'\bhidden="(?:1|true)"')
_SHEET = re.compile(rb"<(?:\w+:)?sheet\s[^>]*>")
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\s[^>]*>")
_ATTRIBUTE = re.compile(rb'([\w:]+)="([^"]*)"')

_VISIBLE = SheetVisibleEnum.Visible

_Value: TypeAlias = "str | int | float | bool | date | datetime | time | timedelta"


def looks_like_one(path: Path) -> bool:
    """Whether the file's first bytes are a workbook's.

    Raises:
        BadFile: it is a workbook of the old kind, or one with a password; or unreadable.
    """
    with told(path), path.open("rb") as stream:
        head = stream.read(4)
    if head == _OLD:
        raise BadFile(Why.WORKBOOK_OLD, name=path.name)
    return head[:2] == b"PK"


def sheets(path: Path) -> tuple[str, ...]:
    """The names of the workbook's sheets.

    Raises:
        BadFile: it is none, or unpacks to too much.
    """
    _look_through(path)
    with _book(path) as book:
        seen = [one.name for one in book.sheets_metadata if one.visible == _VISIBLE]
        hidden = [name for name in book.sheet_names if name not in seen]
    if not seen + hidden:
        raise BadFile(Why.WORKBOOK_WITHOUT_SHEET, name=path.name)
    return tuple(seen + hidden)


def hidden_rows(path: Path, sheet: str) -> frozenset[int]:
    """The numbers of the rows that a sheet hides, by a filter or by hand.

    Raises:
        BadFile: it is damaged.
    """
    try:
        with told(path), zipfile.ZipFile(path) as archive:
            part = _part_of(archive, sheet)
            return frozenset(_hidden_in(archive, part)) if part else frozenset()
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError) as fault:
        raise BadFile(Why.WORKBOOK_PACKED_WRONG, name=path.name) from fault


def _part_of(archive: zipfile.ZipFile, sheet: str) -> str:
    """The name of a sheet's own part; empty where the workbook does not tell."""
    names = set(archive.namelist())
    if "xl/_rels/workbook.xml.rels" not in names:
        return ""
    targets = {}
    for found in _RELATION.findall(archive.read("xl/_rels/workbook.xml.rels")):
        said = dict(_ATTRIBUTE.findall(found))
        targets[said.get(b"Id")] = said.get(b"Target", b"").decode("utf-8", "replace")
    for found in _SHEET.findall(archive.read("xl/workbook.xml")):
        said = dict(_ATTRIBUTE.findall(found))
        if html.unescape(said.get(b"name", b"").decode("utf-8", "replace")) == sheet:
            target = targets.get(said.get(b"r:id"), "")
            part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
            return part if part in names else ""
    return ""


def _hidden_in(archive: zipfile.ZipFile, part: str) -> Iterator[int]:
    with archive.open(part) as stream:
        tail = b""
        while chunk := stream.read(_CHUNK):
            for attributes in _ROW.findall(tail + chunk):
                number = _ROW_NUMBER.search(attributes)
                if number is not None and _HIDDEN.search(attributes):
                    yield int(number[1])
            tail = chunk[-_OVERLAP:]


@contextmanager
def opened(path: Path, sheet: str) -> Iterator[Iterator[Record]]:
    """The records of a sheet, as long as the block runs.

    Raises:
        BadFile: it is no workbook, unpacks to too much, or has no such sheet.
    """
    _look_through(path)
    with _book(path) as book:
        if sheet not in book.sheet_names:
            raise BadFile(Why.NO_SUCH_SHEET, name=path.name, sheet=sheet)
        yield _records(book.get_sheet_by_name(sheet), hidden_rows(path, sheet))


@contextmanager
def _book(path: Path) -> Iterator[CalamineWorkbook]:
    try:
        with told(path), CalamineWorkbook.from_path(path) as book:
            yield book
    except PasswordError as fault:
        raise BadFile(Why.WORKBOOK_LOCKED, name=path.name) from fault
    except CalamineError as fault:
        raise BadFile(Why.FILE_DAMAGED_BY, name=path.name, fault=str(fault)) from fault
    except BaseException as fault:
        # How the library says that it met what it never expected; it carries no name to import.
        if type(fault).__name__ == "PanicException":
            raise BadFile(Why.WORKBOOK_DAMAGED, name=path.name) from fault
        raise


def _look_through(path: Path) -> None:
    """Look through the workbook, unless it is as it was when that was done last.

    Raises:
        BadFile: it is damaged, or would take too much memory.
    """
    with told(path):
        there = path.stat()
    _looked_through(path, there.st_mtime_ns, there.st_size, there.st_ino)


@lru_cache(maxsize=_REMEMBERED)
def _looked_through(path: Path, *_changes: int) -> None:
    """Unpack every part in passing: its true size, its checksum, and how far its cells reach."""
    try:
        with told(path), zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
                raise BadFile(
                    Why.WORKBOOK_UNPACKS_TOO_MUCH,
                    name=path.name,
                    most=MOST_UNPACKED // 1024 // 1024,
                )
            if "xl/workbook.xml" not in archive.namelist():
                raise BadFile(Why.NO_WORKBOOK, name=path.name)
            for part in parts:
                if part.filename.endswith((".xml", ".bin", ".rels")):
                    _look_at(archive, part)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError) as fault:
        raise BadFile(Why.WORKBOOK_PACKED_WRONG, name=path.name) from fault
    except zipfile.LargeZipFile as fault:
        raise BadFile(Why.FILE_TOO_LARGE, name=path.name) from fault


def _look_at(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    is_sheet = part.filename.startswith("xl/worksheets/")
    rows, columns = 0, set[bytes]()
    with archive.open(part) as stream:
        tail = b""
        while chunk := stream.read(_CHUNK):
            if is_sheet:
                for column, row in _CELL.findall(tail + chunk):
                    columns.add(column)
                    rows = max(rows, int(row))
                tail = chunk[-_OVERLAP:]
    _require_area(rows, max(map(_place, columns), default=0))


def _place(letters: bytes) -> int:
    """The number of a column by its letters: A is 1, XFD is 16,384."""
    place = 0
    for letter in letters:
        place = place * 26 + letter - 64
    return place


def _require_area(rows: int, columns: int) -> None:
    if rows * columns > MOST_CELLS:
        raise BadFile(
            Why.SHEET_TOO_FAR,
            rows=f"{rows:,}",
            columns=f"{columns:,}",
            most_lines=f"{MOST_LINES:,}",
            most_columns=MOST_COLUMNS,
        )


def _records(sheet: CalamineSheet, hidden: frozenset[int]) -> Iterator[Record]:
    # Rows are handed over from the first on, columns from the first with something in it.
    left = sheet.start[1] if sheet.start is not None else 0
    down = _Merged(sheet.merged_cell_ranges or [], left)
    for number, row in enumerate(sheet.iter_rows(), 1):
        cells = down.filled(number - 1, row)
        real = frozenset(at for at, one in enumerate(cells) if isinstance(one, date))
        yield Record(number, tuple(map(_text, cells)), None, real, number in hidden)


class _Merged:
    """Cells merged downwards: each line gets the value that stands in the first."""

    def __init__(
        self, ranges: Sequence[tuple[tuple[int, int], tuple[int, int]]], left: int
    ) -> None:
        tall = [(first, last) for first, last in ranges if last[0] > first[0]]
        self._begin: dict[int, list[tuple[int, int]]] = {}
        for (row, column), (last, _) in tall[:_MOST_MERGED]:
            self._begin.setdefault(row, []).append((column - left, last))
        self._under_way: dict[int, tuple[int, _Value]] = {}

    def filled(self, number: int, row: Sequence[_Value]) -> Sequence[_Value]:
        """The row with the values of the merged cells that it lies in."""
        beginning = self._begin.get(number, ())
        if not beginning and not self._under_way:
            return row
        cells = list(row)
        for column, (last, value) in list(self._under_way.items()):
            if number > last:
                del self._under_way[column]
            elif column < len(cells) and cells[column] == "":
                cells[column] = value
        for column, last in beginning:
            if column < len(cells):
                self._under_way[column] = (last, cells[column])
        return cells


def _text(value: _Value) -> str:
    """The cell as text; a whole number without its point, a date with the year first."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        midnight = value.time() == time()
        return value.strftime("%Y-%m-%d") if midnight else value.strftime("%Y-%m-%d %H:%M:%S")
    if isinstance(value, date):
        return value.isoformat()
    return str(value)
