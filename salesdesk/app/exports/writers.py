"""What every format of a table has in common, and the plain one: CSV."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from datetime import datetime, tzinfo
from pathlib import Path
from typing import Protocol

from salesdesk.domain.exporting import Cell, Line, Outlet, guarded


class Writer(Protocol):
    """Writes one file, line by line."""

    def write(self, lines: Iterable[Line]) -> None:
        """Add these lines.

        Raises:
            OSError: the file cannot be written.
        """

    def finish(self) -> None:
        """End the file.

        Raises:
            OSError: the file cannot be written.
        """

    def abandon(self) -> None:
        """Let go of the file; what stands in it is of no use."""


class CsvWriter:
    """CSV by RFC 4180, in UTF-8; texts that look like formulas are guarded by an apostrophe."""

    def __init__(self, file: Path, outlet: Outlet, zone: tzinfo) -> None:
        self._zone = zone
        encoding = "utf-8-sig" if outlet.bom else "utf-8"
        self._stream = file.open("w", encoding=encoding, newline="")
        self._csv = csv.writer(self._stream, delimiter=outlet.separator, lineterminator="\r\n")
        self._csv.writerow([guarded(title) for title in outlet.titles])

    def write(self, lines: Iterable[Line]) -> None:
        """Add these lines."""
        self._csv.writerows([self._text(cell) for cell in line] for line in lines)

    def finish(self) -> None:
        """End the file."""
        self._stream.close()

    def abandon(self) -> None:
        """Let go of the file."""
        try:
            self._stream.close()
        except OSError:
            # A full disk says so once more when the last buffer is flushed.
            return

    def _text(self, cell: Cell) -> object:
        if isinstance(cell, datetime):
            return cell.astimezone(self._zone).strftime("%Y-%m-%d %H:%M")
        return guarded(cell) if isinstance(cell, str) else cell
