"""The first pages of several lists and further readings, in one statement that is made once.

To make it takes longer than the server takes for it, so it is kept for as long as the same is
asked: the moments in it are parameters (`moments`).
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Collection, Hashable, Mapping
from dataclasses import dataclass
from datetime import datetime
from threading import Lock
from typing import Any, Generic, TypeVar, cast

from sqlalchemy import BindParameter, Connection, Select
from sqlalchemy.sql.visitors import iterate

from salesdesk.domain.moments import EARLIEST
from salesdesk.storage.db.together import Together
from salesdesk.storage.reads import customers, moments
from salesdesk.storage.reads.customers import Found
from salesdesk.storage.reads.listing import Listing
from salesdesk.storage.reads.viewer import Viewer

K = TypeVar("K")

#: A person looks at their own day and board, and perhaps at another's.
_MOST_KEPT = 8


@dataclass(frozen=True)
class Asked(Generic[K]):
    """What is read of a screen.

    Attributes:
        listing: one of its lists, as the reader asks for it now.
        limits: how many rows of each.
        further: what else is read, by name.
    """

    listing: Callable[[K], Listing]
    limits: Mapping[K, int]
    further: Callable[[], Mapping[str, Select[Any]]]


def read(
    connection: Connection, asked: Asked[K], viewer: Viewer, key: Hashable
) -> tuple[dict[K, Found], dict[str, list[Any]]]:
    """The first pages of the lists, and the further rows.

    All of it is one statement, and one more where the first part of a list of everybody does not
    fill its page: no index finds nobody, so that the others are not read beside it.

    Args:
        key: what tells this from whatever else is asked, but for who reads and when; None: it is
            not asked again.
    """
    if key is None:
        return _Pages(asked, connection).read(connection, asked, viewer)
    reader = (viewer.uid, viewer.pool_phones, connection.dialect.name)
    kept = _KEPT.get(
        (key, tuple(asked.limits.items()), reader), lambda: _Pages(asked, connection, kept=True)
    )
    return cast(_Pages[K], kept).read(connection, asked, viewer)


class _Pages(Generic[K]):
    """The statements of what is asked."""

    def __init__(self, asked: Asked[K], connection: Connection, *, kept: bool = False) -> None:
        self._lists = {name: (asked.listing(name), limit) for name, limit in asked.limits.items()}
        self._further = dict(asked.further())
        first: dict[tuple[Any, ...], Select[Any]] = {
            ("further", name): one for name, one in self._further.items()
        }
        self._left: dict[tuple[Any, ...], Select[Any]] = {}
        for name, (listing, limit) in self._lists.items():
            parts = listing.whole(connection, limit, customers.beside(listing.viewer))
            for index, part in parts.items():
                later = listing.scan and index > 0
                (self._left if later else first)["part", name, index] = part
        if kept:
            for part in (*first.values(), *self._left.values()):
                _require_named(part)
        self._first = Together(first)
        self._later: dict[frozenset[K], Together[tuple[Any, ...]]] = {}

    def read(
        self, connection: Connection, asked: Asked[K], viewer: Viewer
    ) -> tuple[dict[K, Found], dict[str, list[Any]]]:
        values = moments.values(viewer)
        answers = self._first.rows(connection, values)
        unfilled = frozenset(
            name
            for name, (listing, limit) in self._lists.items()
            if listing.scan and len(answers["part", name, 0]) <= limit
        )
        answers |= self._parts_left(unfilled).rows(connection, values)
        pages: dict[K, Found] = {}
        for name, (listing, limit) in self._lists.items():
            parts = range(len(listing.parts))
            page = listing.cut({n: answers.get(("part", name, n), []) for n in parts}, limit)
            there = customers.there(page, viewer)
            whole = len(there) == len(page.ids) or page.after is None
            pages[name] = (
                Found(there, page.after)
                if whole
                else customers.found(connection, asked.listing(name), None, limit)
            )
        return pages, {name: answers["further", name] for name in self._further}

    def _parts_left(self, unfilled: Collection[K]) -> Together[tuple[Any, ...]]:
        """The parts but the first of these lists."""
        which = frozenset(unfilled)
        if which not in self._later:
            parts = {one: part for one, part in self._left.items() if one[1] in which}
            self._later[which] = Together(parts)
        return self._later[which]


def _require_named(reading: Select[Any]) -> None:
    """Check that a reading that is kept goes by no moment but those that are given anew each time.

    Raises:
        ValueError: a moment in it would be that of the first time for ever.
    """
    for one in iterate(reading):
        if not isinstance(one, BindParameter) or not one.unique:
            continue
        if isinstance(one.value, datetime) and one.value != EARLIEST:
            raise ValueError(f"a moment without a name: {one.key}")


class _Kept:
    """The statements that were asked for last."""

    def __init__(self) -> None:
        self._made: OrderedDict[Hashable, _Pages[Any]] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], _Pages[Any]]) -> _Pages[Any]:
        """That of this key, made where it is not kept; two at once may make it twice."""
        with self._lock:
            found = self._made.get(key)
            if found is not None:
                self._made.move_to_end(key)
        if found is None:
            found = make()
            with self._lock:
                self._made[key] = found
                while len(self._made) > _MOST_KEPT:
                    self._made.popitem(last=False)
        return found


_KEPT = _Kept()
