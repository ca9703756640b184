"""Rows of a table of customers as text for the clipboard: headers, tabs, one line a customer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from salesdesk.domain.queries import CustomerRow
from salesdesk.services.session import Session
from salesdesk.ui.kit.formats import Formats
from salesdesk.ui.lists.customer_rows import Column, lines_of

#: Of so many customers the further columns are read at once.
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Heads:
    """The shown columns from left to right.

    Attributes:
        columns: their places in a line's texts.
        titles: of the columns.
    """

    columns: tuple[int, ...]
    titles: tuple[str, ...]


def text_of(heads: Heads, lines: Iterable[Sequence[str]]) -> str:
    """The lines' texts under the titles; a cell of several lines becomes one."""
    rows = [heads.titles]
    rows += [tuple(" ".join(texts[at].split()) for at in heads.columns) for texts in lines]
    return "\n".join("\t".join(row) for row in rows)


@dataclass(frozen=True, slots=True)
class Copied:
    """What goes onto the clipboard.

    Attributes:
        number: how many customers it is.
        said: what is told afterwards; {number} stands for the number.
    """

    text: str
    number: int
    said: str


def copy_of(
    session: Session,
    heads: Heads,
    rows: Sequence[CustomerRow],
    formats: Formats,
    region: str,
    said: str,
) -> Copied:
    """Thousands of customers as text; on a worker thread."""
    extras = any(column >= len(Column) for column in heads.columns)
    texts: list[Sequence[str]] = []
    for begin in range(0, len(rows), _AT_ONCE):
        part = rows[begin : begin + _AT_ONCE]
        texts += [line.texts for line in lines_of(session, part, formats, region, extras)]
    return Copied(text_of(heads, texts), len(rows), said)
