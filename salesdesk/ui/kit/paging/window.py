"""The bounded window of pages behind a list of any length; no Qt in here.

A list is read page by page, each beginning at the key where the one before ended. All keys are
kept, rows only of the pages used last: an evicted page is read again from its key on demand.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Iterable
from typing import Generic, TypeVar

from salesdesk.domain.queries import Page, PageKey

T = TypeVar("T")

#: So many pages keep their rows; 40 pages of 100 rows take a few megabytes.
KEPT_PAGES = 40


class PageWindow(Generic[T]):
    """Which rows of a list are known.

    Attributes:
        starts: the first row of each page, and at the end the number of rows.
        anchors: the key with which each page begins; the first begins without one.
        next: the key of the page that has never been read; None: there is none.
    """

    def __init__(self, kept: int = KEPT_PAGES) -> None:
        self._kept = kept
        self._rows: OrderedDict[int, tuple[T, ...]] = OrderedDict()
        self._held: frozenset[int] = frozenset()
        self.starts: list[int] = [0]
        self.anchors: list[PageKey | None] = []
        self.next: PageKey | None = None

    def __len__(self) -> int:
        return self.starts[-1]

    @property
    def pages(self) -> int:
        """How many pages have been read at some time."""
        return len(self.anchors)

    @property
    def loaded(self) -> tuple[int, ...]:
        """The pages whose rows are kept."""
        return tuple(self._rows)

    def page_of(self, row: int) -> int:
        """The page that a row is in; rows beyond either end count as of the page there."""
        return min(max(bisect_right(self.starts, row) - 1, 0), max(self.pages - 1, 0))

    def size(self, page: int) -> int:
        """How many rows a page has."""
        return self.starts[page + 1] - self.starts[page]

    def row(self, at: int) -> T | None:
        """The row at this place; None while its page is not kept."""
        page = bisect_right(self.starts, at) - 1
        rows = self._rows.get(page)
        if rows is None:
            return None
        place = at - self.starts[page]
        return rows[place] if place < len(rows) else None

    def rows(self, page: int) -> tuple[T, ...] | None:
        """The rows of a page; None where they are not kept."""
        return self._rows.get(page)

    def append(self, page: Page[T]) -> None:
        """Take in the page that follows the last one."""
        self.anchors.append(self.next if self.anchors else None)
        self.starts.append(self.starts[-1] + len(page.rows))
        self._rows[len(self.anchors) - 1] = page.rows
        self.next = page.after
        self._evict()

    def put(self, page: int, rows: tuple[T, ...]) -> None:
        """Keep the rows of a page that has been read again; its size stays."""
        self._rows[page] = rows
        self._rows.move_to_end(page)
        self._evict()

    def resize(self, page: int, size: int) -> None:
        """Let a page have more or fewer rows."""
        change = size - self.size(page)
        for at in range(page + 1, len(self.starts)):
            self.starts[at] += change

    def end_with(self, page: int, after: PageKey | None) -> bool:
        """Let the page after this one begin at a key.

        Returns:
            Whether that moved a page that was read before: what was kept of it is dropped.
        """
        if page + 1 < len(self.anchors):
            if after == self.anchors[page + 1]:
                return False
            self.anchors[page + 1] = after
            for later in [known for known in self._rows if known > page]:
                del self._rows[later]
            return True
        self.next = after
        return False

    def cut(self, page: int) -> None:
        """Drop every page after this one: the list has become shorter."""
        del self.anchors[page + 1 :]
        del self.starts[page + 2 :]
        for later in [known for known in self._rows if known > page]:
            del self._rows[later]
        self.next = None

    def use(self, pages: Iterable[int]) -> None:
        """Count these pages as used just now."""
        for page in pages:
            if page in self._rows:
                self._rows.move_to_end(page)

    def hold(self, pages: Iterable[int]) -> None:
        """Keep these pages, which hold selected rows, whatever else is read."""
        self._held = frozenset(pages)

    @property
    def held(self) -> frozenset[int]:
        """The pages that hold selected rows."""
        return frozenset(page for page in self._held if page < self.pages)

    def forget(self, keep: Iterable[int]) -> None:
        """Drop the rows of all pages but these: they are old."""
        kept = set(keep)
        for page in [known for known in self._rows if known not in kept]:
            del self._rows[page]

    def _evict(self) -> None:
        surplus = len(self._rows) - self._kept
        if surplus <= 0:
            return
        for page in [known for known in self._rows if known not in self._held][:surplus]:
            if page != next(reversed(self._rows)):
                del self._rows[page]
