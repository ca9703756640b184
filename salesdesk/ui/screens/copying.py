"""Rows of a table of customers as text for the clipboard: headers, tabs, one line a customer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from salesdesk.domain.queries import CustomerRow
from salesdesk.ui.formats import Formats
from salesdesk.ui.models.customers import line_of


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
        said: what is told afterwards; %1 stands for the number.
    """

    text: str
    number: int
    said: str


def copy_of(
    heads: Heads, rows: Sequence[CustomerRow], formats: Formats, region: str, said: str
) -> Copied:
    """Thousands of customers as text; on a worker thread."""
    texts = (line_of(row, formats, region).texts for row in rows)
    return Copied(text_of(heads, texts), len(rows), said)
