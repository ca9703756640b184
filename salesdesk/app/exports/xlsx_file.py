"""XLSX: typed cells, a header that stays in sight, and no text that becomes a formula or a link."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, tzinfo
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.exceptions import XlsxFileError

from salesdesk.domain.exporting import Cell, Line, Outlet, risky

#: What a sheet can hold (of Excel 2007 and later).
MOST_ROWS = 1_048_576
_MOST_CHARACTERS = 32_767
_SHEET_NAME = 31
_NARROW, _WIDE = 10, 32


class XlsxWriter:
    """A workbook; a table that is longer than a sheet goes on in the next one.

    Rows go to the disk as they come, so that memory does not grow with the table.
    """

    def __init__(self, file: Path, outlet: Outlet, zone: tzinfo) -> None:
        self._zone = zone
        self._titles = outlet.titles
        self._name = _sheet_name(outlet.title)
        self._book = xlsxwriter.Workbook(
            str(file),
            {
                "constant_memory": True,
                "tmpdir": str(file.parent),
                "strings_to_formulas": False,
                "strings_to_urls": False,
                "strings_to_numbers": False,
                "default_date_format": "yyyy-mm-dd hh:mm",
            },
        )
        self._head = self._book.add_format({"bold": True, "bottom": 1})
        self._day = self._book.add_format({"num_format": "yyyy-mm-dd"})
        # Typed into again, a text with this mark still becomes no formula.
        self._quoted = self._book.add_format({"quote_prefix": True})
        self._sheets = 0
        self._begin_sheet()

    def _begin_sheet(self) -> None:
        self._sheets += 1
        name = self._name if self._sheets == 1 else f"{self._name[:28]} {self._sheets}"
        self._sheet: Any = self._book.add_worksheet(name)
        self._sheet.freeze_panes(1, 0)
        self._row = 1
        for column, title in enumerate(self._titles):
            width = min(max(len(title) + 4, _NARROW if column else _WIDE), _WIDE)
            self._sheet.set_column(column, column, max(width, 16))
            self._sheet.write_string(0, column, title, self._head)

    def write(self, lines: Iterable[Line]) -> None:
        """Add these lines."""
        for line in lines:
            if self._row >= MOST_ROWS:
                self._begin_sheet()
            for column, cell in enumerate(line):
                self._put(column, cell)
            self._row += 1

    def _put(self, column: int, cell: Cell) -> None:
        sheet, row = self._sheet, self._row
        if cell is None or cell == "":
            return
        if isinstance(cell, datetime):
            # A workbook knows no time zones.
            sheet.write_datetime(row, column, cell.astimezone(self._zone).replace(tzinfo=None))
        elif isinstance(cell, date):
            sheet.write_datetime(row, column, cell, self._day)
        elif isinstance(cell, str):
            text = str(cell)[:_MOST_CHARACTERS]
            sheet.write_string(row, column, text, self._quoted if risky(cell) else None)
        else:
            sheet.write_number(row, column, cell)

    def finish(self) -> None:
        """End the file."""
        try:
            self._book.close()
        except XlsxFileError as fault:
            cause = fault.args[0] if fault.args else None
            raise cause if isinstance(cause, OSError) else OSError(str(fault)) from fault

    def abandon(self) -> None:
        """Let go of the files of the rows; the folder that they are in goes away."""
        for sheet in self._book.worksheets():
            sheet.row_data_fh.close()
        # Otherwise it would be written when it is collected.
        self._book.fileclosed = True


def _sheet_name(title: str) -> str:
    """The title as a sheet may be named."""
    kept = "".join(" " if letter in "[]:*?/\\" else letter for letter in title).strip(" '")
    return kept[:_SHEET_NAME] or "SalesDesk"
