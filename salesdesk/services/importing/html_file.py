"""Tables of HTML: what many web programs hand out under the name .xls."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from html.parser import HTMLParser
from pathlib import Path

from salesdesk.domain.importing import Kind, Layout, Record
from salesdesk.domain.refusals import Why
from salesdesk.services.importing import csv_file
from salesdesk.services.importing.file_errors import BadFile, told

#: The whole file is held in memory, so it may not be as large as others.
_MOST_BYTES = 32 * 1024 * 1024
_HEAD = 4_096
_MOST_SPAN = 50
_CHARSET = re.compile(rb"""charset\s*=\s*["']?([\w-]+)""", re.IGNORECASE)
_BEGINS = re.compile(r"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*"
                     r"<(?:!doctype html|html|table|head|body|meta|div|style)\b",
                     re.IGNORECASE | re.DOTALL)  # fmt: skip
#: What stands between such tags is no text of the page.
_UNSEEN = frozenset({"script", "style"})


def looks_like_one(path: Path) -> bool:
    """Whether the file's first bytes are those of a page.

    Raises:
        BadFile: it is unreadable.
    """
    with told(path), path.open("rb") as stream:
        head = stream.read(_HEAD)
    text = head.decode(csv_file.encoding_of(head), "replace")
    return _BEGINS.match(text.lstrip("\ufeff")) is not None


def guess(path: Path) -> Layout:
    """How the page is probably to be read.

    Raises:
        BadFile: it cannot be read at all.
    """
    with told(path), path.open("rb") as stream:
        sample = stream.read(_HEAD * 16)
    said = _CHARSET.search(sample)
    encoding = said[1].decode("ascii").lower() if said is not None else ""
    known = encoding in csv_file.ENCODINGS
    return Layout(encoding if known else csv_file.encoding_of(sample), kind=Kind.HTML)


@contextmanager
def opened(path: Path, layout: Layout) -> Iterator[Iterator[Record]]:
    """The rows of the page's longest table, as long as the block runs.

    Raises:
        BadFile: it is too large, or holds no table.
    """
    with told(path):
        if path.stat().st_size > _MOST_BYTES:
            raise BadFile(Why.PAGE_TOO_LARGE, name=path.name)
        text = path.read_bytes().decode(layout.encoding, "replace")
    reader = _Tables()
    reader.feed(text)
    reader.close()
    if not reader.tables:
        raise BadFile(Why.PAGE_WITHOUT_TABLE, name=path.name)
    rows = max(reader.tables, key=len)
    yield (Record(number, tuple(cells)) for number, cells in enumerate(rows, 1))


class _Tables(HTMLParser):
    """Gathers the rows of every table; a table in a table is one of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.tables: list[list[list[str]]] = []
        self._under_way: list[list[list[str]]] = []
        self._cell: list[str] | None = None
        self._span = self._rows = 1
        self._down: list[dict[int, int]] = []
        self._unseen = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A table, a row or a cell begins."""
        if tag == "table":
            self._end_cell()
            self._under_way.append([])
            self._down.append({})
        elif tag == "tr" and self._under_way:
            self._end_cell()
            self._begin_row()
        elif tag in {"td", "th"} and self._under_way:
            self._end_cell()
            if not self._under_way[-1]:
                self._begin_row()
            self._cell = []
            self._span, self._rows = _span(attrs, "colspan"), _span(attrs, "rowspan")
        elif tag in _UNSEEN:
            self._unseen = True
        elif tag in {"br", "p", "div", "li"} and self._cell:
            self._cell.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """A cell or a table ends."""
        if tag in {"td", "th", "tr"}:
            self._end_cell()
        elif tag == "table" and self._under_way:
            self._end_cell()
            self._end_table()
        elif tag in _UNSEEN:
            self._unseen = False

    def handle_data(self, data: str) -> None:
        """Text."""
        if self._cell is not None and not self._unseen:
            self._cell.append(data)

    def close(self) -> None:
        """The page ends, whether its tables were closed or not."""
        super().close()
        self._end_cell()
        while self._under_way:
            self._end_table()

    def _end_table(self) -> None:
        self._down.pop()
        self.tables.append(self._under_way.pop())

    def _begin_row(self) -> None:
        self._under_way[-1].append([])
        self._pass_over()

    def _pass_over(self) -> None:
        """Stand behind the places that a cell of a row above takes: they hold its text."""
        *above, row = self._under_way[-1]
        down = self._down[-1]
        while down.get(len(row), 0):
            place = len(row)
            down[place] -= 1
            row.append(above[-1][place] if above and place < len(above[-1]) else "")

    def _end_cell(self) -> None:
        if self._cell is None:
            return
        lines = (" ".join(line.split()) for line in "".join(self._cell).split("\n"))
        text = "\n".join(line for line in lines if line)
        row = self._under_way[-1][-1]
        for at in range(self._span):
            if self._rows > 1:
                self._down[-1][len(row)] = self._rows - 1
            row.append("" if at else text)
        self._cell = None
        self._pass_over()


def _span(attrs: list[tuple[str, str | None]], name: str) -> int:
    """How many columns or rows a cell takes."""
    said = dict(attrs).get(name) or "1"
    return max(1, min(int(said), _MOST_SPAN)) if said.isdecimal() else 1
