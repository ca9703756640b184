"""Lines of a text file in bounded memory, whatever ends them, and records made of them."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from typing import TextIO

from salesdesk.domain.importing import Record
from salesdesk.domain.refusals import Why
from salesdesk.services.importing.file_errors import MOST_CHARACTERS, BadFile

#: A quoted cell that holds more lines, or more text, than this was never closed.
MOST_LINES_OF_A_RECORD = 200
MOST_CHARACTERS_OF_A_RECORD = 262_144

_CHUNK = 65_536
_QUOTED = re.compile(r'"((?:[^"]|"")*)"')


def _as_it_stands(number: int, line: str, separator: str) -> Record:
    """The record of a line with a cell whose quotation marks say nothing: it ends where others do.

    The line's customer is not lost for it (docs/rules.md, "Imports").
    """
    cells: list[str] = []
    broken: list[int] = []
    at = 0
    while at <= len(line):
        quoted = _QUOTED.match(line, at)
        if quoted is not None and line[quoted.end() : quoted.end() + 1] in {"", separator}:
            cells.append(quoted[1].replace('""', '"'))
            at = quoted.end() + 1
            continue
        end = line.find(separator, at)
        end = end if end >= 0 else len(line)
        text = line[at:end]
        if text.startswith('"'):
            broken.append(len(cells))
            text = text[1:].removesuffix('"')
        cells.append(text)
        at = end + 1
    return Record(number, tuple(cells), broken=frozenset(broken))


class _NeverClosed(Exception):  # noqa: N818 - caught where the record is begun anew
    """A record goes on and on: its quotation mark is not closed."""


class Lines:
    """The lines of a stream, numbered; some can be put back to be read once more."""

    def __init__(self, stream: TextIO) -> None:
        self._fresh = _split(stream)
        self._again: list[str] = []
        self.number = 0
        self.taken: list[str] = []
        self._size = 0

    def begin(self) -> None:
        """Let a new record begin."""
        self.taken = []
        self._size = 0

    def put_back(self, lines: list[str]) -> None:
        """Read these once more."""
        self._again = lines + self._again
        self.number -= len(lines)

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if len(self.taken) >= MOST_LINES_OF_A_RECORD or self._size > MOST_CHARACTERS_OF_A_RECORD:
            raise _NeverClosed
        line = self._again.pop(0) if self._again else next(self._fresh)
        self.number += 1
        if len(line) > MOST_CHARACTERS:
            raise BadFile(Why.LINE_TOO_LONG, line=self.number, most=f"{MOST_CHARACTERS:,}")
        self.taken.append(line)
        self._size += len(line)
        return line


def _split(stream: TextIO) -> Iterator[str]:
    """Lines that end with \\n, \\r\\n or \\r, mixed as they may be.

    A line that is too long is handed over as far as it was read, to be refused.
    """
    waiting = ""
    while chunk := stream.read(_CHUNK):
        waiting += chunk
        if waiting.endswith("\r"):
            waiting += stream.read(1)
        lines = waiting.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        waiting = lines.pop()
        for line in lines:
            yield line + "\n"
        if len(waiting) > MOST_CHARACTERS:
            yield waiting
    if waiting:
        yield waiting


def records(stream: TextIO, separator: str) -> Iterator[Record]:
    """The records of a text; after one with a broken cell the next begins at the next line.

    Raises:
        BadFile: a line is too long to be one.
    """
    lines = Lines(stream)
    reader = csv.reader(lines, delimiter=separator, strict=True)
    while True:
        lines.begin()
        begun = lines.number + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except (csv.Error, _NeverClosed):
            first, *rest = lines.taken
            lines.put_back(rest)
            yield _as_it_stands(begun, first.rstrip("\n"), separator)
            continue
        yield Record(begun, tuple(cells))
