"""Lists of customers by their ids: a page from a key on, or how many there are.

The ids come first, in a narrow statement; a page's rows are then read by primary key, so that
no row is read that is not shown (performance.md, "Shapes that win").
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, FromClause, Select, func, null, select

from salesdesk.domain.queries import Count, PageKey
from salesdesk.storage import tables
from salesdesk.storage.reads import sorting
from salesdesk.storage.reads.search import Search, hits
from salesdesk.storage.reads.sight import Sight
from salesdesk.storage.reads.sorting import Stretch

_CUSTOMERS = tables.customers
_ID = _CUSTOMERS.c.id


@dataclass(frozen=True, slots=True)
class Ids:
    """The ids of a page, in order, and the key of the next one."""

    ids: tuple[str, ...]
    after: PageKey | None


@dataclass(frozen=True, slots=True)
class Listing:
    """Which customers, and in which order.

    Attributes:
        where: what they must fulfil, beside the search, by their own columns and keys.
        parts: the order; those of one part come before those of the next.
        source: the customers, with what `also` and the order need joined to them.
        also: what they must fulfil by what is joined.
        off_index: few fulfil the conditions, so they are found first and then sorted, instead
            of met on a walk along the order's index.
        scan: no other condition leaves so few that its index is worth using for a search.
    """

    sight: Sight
    where: tuple[ColumnElement[bool], ...]
    parts: tuple[Stretch, ...]
    search: Search
    source: FromClause = _CUSTOMERS
    also: tuple[ColumnElement[bool], ...] = ()
    descending: bool = False
    off_index: bool = False
    scan: bool = True

    def page(self, connection: Connection, after: PageKey | None, limit: int) -> Ids:
        """The ids after a key.

        Raises:
            ValueError: the key belongs to another order.
        """
        first, value = sorting.resume(after, self.parts)
        on_mysql = connection.dialect.name != "sqlite"
        found: list[tuple[int, Any, str]] = []
        for index in range(first, len(self.parts)):
            seen = (value, after.id) if after is not None and index == first else None
            wanted = limit + 1 - len(found)
            statement = self._stretch(self.parts[index], seen, wanted, on_mysql=on_mysql)
            found += [(index, row.value, row.id) for row in connection.execute(statement)]
            if len(found) > limit:
                break
        shown = tuple(row_id for _, _, row_id in found[:limit])
        return Ids(shown, sorting.key(*found[limit - 1]) if len(found) > limit else None)

    def count(self, connection: Connection, cap: int | None) -> Count:
        """How many there are, counted no further than the cap; None: to the end."""
        limit = None if cap is None else cap + 1

        def branch(found: Select[Any]) -> Select[Any]:
            narrowed = found.where(*self.where)
            return narrowed if self.also else narrowed.limit(limit)

        chosen = select(_ID).select_from(self._source(branch)).where(*self.where, *self.also)
        some = chosen.limit(limit).subquery("chosen")
        number = connection.execute(select(func.count()).select_from(some)).scalar_one()
        return Count.upto(number, cap)

    def among(self, connection: Connection, ids: Collection[str]) -> frozenset[str]:
        """Which of these customers are in the list."""
        if not ids:
            return frozenset()
        these = _ID.in_(sorted(set(ids)))
        source = self._source(lambda found: found.where(these))
        chosen = select(_ID).select_from(source).where(these, *self.where, *self.also)
        return frozenset(connection.execute(chosen).scalars())

    def chosen(self, *figures: ColumnElement[Any]) -> Select[Any]:
        """Figures of all that are in the list."""
        source = self._source(lambda found: found.where(*self.where))
        return select(*figures).select_from(source).where(*self.where, *self.also)

    def _stretch(
        self, part: Stretch, seen: tuple[Any, str] | None, wanted: int, *, on_mysql: bool
    ) -> Select[Any]:
        value = null() if part.value is None else part.value

        def ordered(found: Select[Any], *, off_index: bool) -> Select[Any]:
            order = sorting.order(
                part, _ID, descending=self.descending, off_index=off_index and on_mysql
            )
            return found.order_by(*order).limit(wanted)

        within = [*self.where, part.within]
        if seen is not None:
            within.append(sorting.beyond(part, _ID, seen, descending=self.descending))

        def branch(found: Select[Any]) -> Select[Any]:
            if self.source is not _CUSTOMERS or not isinstance(part.value, Column | None):
                # The order needs more than the customers, and is only asked for among few.
                return found.where(*self.where)
            return ordered(found.where(*within), off_index=True)

        source = self._source(branch)
        chosen = select(_ID, value.label("value")).select_from(source)
        return ordered(chosen.where(*within, *self.also), off_index=self.off_index)

    def _source(self, branch: Callable[[Select[Any]], Select[Any]]) -> FromClause:
        if not self.search:
            return self.source
        found = hits(self.search, self.sight, branch, scan=self.scan)
        return found.join(self.source, found.c.id == _ID)
