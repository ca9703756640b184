"""Lists of customers by their ids: a page from a key on, or how many there are.

The ids come first, in a narrow statement; a page's rows are then read by primary key, so that
no row is read that is not shown (docs/architecture.md, "SQL that wins").
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import (
    BinaryExpression,
    Column,
    ColumnElement,
    Connection,
    FromClause,
    Row,
    ScalarSelect,
    Select,
    Subquery,
    collate,
    func,
    null,
    select,
)

from salesdesk.domain.queries import Count, PageKey
from salesdesk.storage import tables
from salesdesk.storage.reads import sorting
from salesdesk.storage.reads.by_summary import SUMMARIES, Carrier, S
from salesdesk.storage.reads.search import Search, hits
from salesdesk.storage.reads.sight import Sight
from salesdesk.storage.reads.sorting import Stretch

_CUSTOMERS = tables.customers
_ID = _CUSTOMERS.c.id


@dataclass(frozen=True, slots=True)
class Ids:
    """The ids of a page, in order, and the key of the next one.

    Attributes:
        rows: what was asked beside the ids; those of customers who are gone hold nulls.
    """

    ids: tuple[str, ...]
    after: PageKey | None
    rows: tuple[Row[Any], ...] = ()


#: What is read beside the ids of a page, in the same statement: from the ids, as `listed`.
Beside = Callable[[Subquery], Select[Any]]


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
        summarised: `where` and `parts` are of the summaries, from which the list is read.
        carrier: the index of the summaries that carries it, where nothing is searched for.
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
    summarised: bool = False
    carrier: Carrier | None = None

    @property
    def _id(self) -> ColumnElement[str]:
        """The column that names the customers; an index of the summaries ends with theirs."""
        return S.customer_id if self.summarised else _ID

    def page(
        self,
        connection: Connection,
        after: PageKey | None,
        limit: int,
        beside: Beside | None = None,
    ) -> Ids:
        """The ids after a key.

        The ids decide where the page ends, whatever is read beside them.

        Raises:
            ValueError: the key belongs to another order.
        """
        first, value = sorting.resume(after, self.parts)
        on_mysql = connection.dialect.name != "sqlite"
        found: list[tuple[int, Row[Any]]] = []
        for index in range(first, len(self.parts)):
            seen = (value, after.id) if after is not None and index == first else None
            wanted = limit + 1 - len(found)
            statement = self._stretch(self.parts[index], seen, wanted, on_mysql=on_mysql)
            if beside is not None:
                statement = self._with(beside, statement, self.parts[index])
            found += [(index, row) for row in connection.execute(statement)]
            if len(found) > limit:
                break
        shown = tuple(row for _, row in found[:limit])
        following = None
        if len(found) > limit:
            index, last = found[limit - 1]
            following = sorting.key(index, last.listed_value, last.listed_id)
        return Ids(tuple(row.listed_id for row in shown), following, shown)

    def _with(self, beside: Beside, ids: Select[Any], part: Stretch) -> Select[Any]:
        """The ids first, then what is read beside them, in the same order once more."""
        listed = ids.subquery("listed")
        value: ColumnElement[Any] | None = None if part.value is None else listed.c.listed_value
        if isinstance(part.value, BinaryExpression) and value is not None:
            # The one that is collated by itself, which does not outlast its own statement.
            value = collate(value, "NOCASE")
        again = replace(part, value=value)
        order = sorting.order(again, listed.c.listed_id, descending=self.descending)
        columns = (listed.c.listed_id, listed.c.listed_value)
        return beside(listed).add_columns(*columns).order_by(*order)

    def count(self, connection: Connection, cap: int | None) -> Count:
        """How many there are, counted no further than the cap; None: to the end."""
        return Count.upto(connection.execute(select(self.number(cap))).scalar_one(), cap)

    def number(self, cap: int | None) -> ScalarSelect[int]:
        """How many there are, as a part of a statement; one more than the cap: there are more."""
        limit = None if cap is None else cap + 1

        def branch(found: Select[Any]) -> Select[Any]:
            narrowed = self._told_of(found).where(*self.where)
            return narrowed if self.also else narrowed.limit(limit)

        chosen = select(self._id).select_from(self._source(branch)).where(*self.where, *self.also)
        some = self._carried(chosen).limit(limit).subquery("chosen")
        return select(func.count()).select_from(some).scalar_subquery()

    def among(self, connection: Connection, ids: Collection[str]) -> frozenset[str]:
        """Which of these customers are in the list."""
        if not ids:
            return frozenset()
        these = self._id.in_(sorted(set(ids)))
        source = self._source(lambda found: found.where(_ID.in_(sorted(set(ids)))))
        chosen = select(self._id).select_from(source).where(these, *self.where, *self.also)
        return frozenset(connection.execute(chosen).scalars())

    def chosen(self, *figures: ColumnElement[Any]) -> Select[Any]:
        """Figures of all that are in the list."""
        source = self._source(lambda found: self._told_of(found).where(*self.where))
        return select(*figures).select_from(source).where(*self.where, *self.also)

    def _stretch(
        self, part: Stretch, seen: tuple[Any, str] | None, wanted: int, *, on_mysql: bool
    ) -> Select[Any]:
        value = null() if part.value is None else part.value

        def ordered(found: Select[Any], *, off_index: bool) -> Select[Any]:
            order = sorting.order(
                part, self._id, descending=self.descending, off_index=off_index and on_mysql
            )
            return found.order_by(*order).limit(wanted)

        within = [*self.where, part.within]
        if seen is not None:
            within.append(sorting.beyond(part, self._id, seen, descending=self.descending))

        def branch(found: Select[Any]) -> Select[Any]:
            told = self._told_of(found)
            plain = self.summarised or self.source is _CUSTOMERS
            if not plain or not isinstance(part.value, Column | None):
                # The order needs more than the customers, and is only asked for among few.
                return told.where(*self.where)
            return ordered(told.where(*within), off_index=True)

        source = self._source(branch)
        chosen = select(self._id.label("listed_id"), value.label("listed_value")).select_from(
            source
        )
        carried = self._carried(chosen.where(*within, *self.also))
        return ordered(carried, off_index=self.off_index)

    def _source(self, branch: Callable[[Select[Any]], Select[Any]]) -> FromClause:
        if not self.search:
            return self.source
        found = hits(self.search, self.sight, branch, scan=self.scan)
        return found.join(self.source, found.c.id == self._id)

    def _carried(self, chosen: Select[Any]) -> Select[Any]:
        if self.carrier is None or self.search:
            return chosen
        return chosen.with_hint(SUMMARIES, f"FORCE INDEX ({self.carrier})", "mysql")

    def _told_of(self, found: Select[Any]) -> Select[Any]:
        """Customers that a search finds, beside what the list's conditions are of."""
        return found.join(SUMMARIES, S.customer_id == _ID) if self.summarised else found


def counted(
    connection: Connection, listings: Sequence[Listing], cap: int | None
) -> tuple[Count, ...]:
    """How many there are in each of several lists, all of them counted in one statement."""
    numbers = [listing.number(cap).label(f"of_{n}") for n, listing in enumerate(listings)]
    return tuple(Count.upto(number, cap) for number in connection.execute(select(*numbers)).one())
