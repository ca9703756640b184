"""What a paged model reads: lines made ready off the UI thread, and where they come from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from salesdesk.domain.queries import Page, PageKey
from salesdesk.ui.kit.painting.cells import Cell


class Line(Protocol):
    """One row as the model keeps it: its cells and texts are made once, off the UI thread."""

    @property
    def id(self) -> str:
        """The id of the row's thing."""

    @property
    def cells(self) -> tuple[Cell, ...]:
        """What each column shows."""

    @property
    def texts(self) -> tuple[str, ...]:
        """Each column in plain words, for copying and for screen readers."""

    @property
    def tips(self) -> tuple[str, ...]:
        """Each column's tooltip; '' for none."""


L = TypeVar("L", bound=Line)


class Source(Protocol[L]):
    """Where a list is read from; called on worker threads."""

    def page(self, after: PageKey | None, limit: int) -> Page[L]:
        """The page that begins after this key."""

    def lines(self, ids: Sequence[str]) -> tuple[L, ...]:
        """These rows as they are now; those gone are left out."""


@dataclass(frozen=True, slots=True)
class PageAnswer(Generic[L]):
    """A page that was read, for which question and reading of it."""

    generation: int
    reading: int
    page: int
    rows: Page[L]


@dataclass(frozen=True, slots=True)
class TouchedAnswer(Generic[L]):
    """Rows that were read again because a command touched them."""

    generation: int
    asked: frozenset[str]
    lines: tuple[L, ...]


def read_page(
    source: Source[L], generation: int, reading: int, page: int, after: PageKey | None, limit: int
) -> PageAnswer[L]:
    """Read one page; on a worker thread."""
    return PageAnswer(generation, reading, page, source.page(after, limit))


def read_lines(source: Source[L], generation: int, ids: tuple[str, ...]) -> TouchedAnswer[L]:
    """Read these rows again; on a worker thread."""
    return TouchedAnswer(generation, frozenset(ids), source.lines(ids))
