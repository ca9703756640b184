"""A list that is searched: first whoever begins with the text, then all others, none in both.

The beginnings come by indexes within milliseconds, so that nobody who types waits for what takes a
reading of every customer. Each of the two is in the list's own order, and keys say in which of
them they are; a page holds rows of one of them, so that the first ones are there at once.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from salesdesk.domain.queries import Page, PageKey
from salesdesk.storage.reads.search import Hits, Search

T = TypeVar("T")

#: Stands before the keys of those who only contain the text; alone it is where they begin.
_REST = "+"

#: Reads the page of a search that begins after a key.
Read = Callable[[Search, PageKey | None], Page[T]]


def page(read: Read[T], search: Search, after: PageKey | None) -> Page[T]:
    """The page after a key; it is empty only where nothing comes after it."""
    if not search:
        return read(search, after)
    if after is None or not str(after.value).startswith(_REST):
        first = read(search.only(Hits.BEGINNING), after)
        if first.rows:
            return Page(first.rows, first.after or PageKey(_REST, ""))
        after = None
    text = str(after.value).removeprefix(_REST) if after is not None else ""
    begin = PageKey(text, after.id) if after is not None and text else None
    rest = read(search.only(Hits.REST), begin)
    following = rest.after
    return Page(
        rest.rows,
        PageKey(f"{_REST}{following.value}", following.id) if following is not None else None,
    )
