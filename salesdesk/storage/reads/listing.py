"""Lists of customers by their ids: a page from a key on, or how many there are.

The ids come first, in a narrow statement; a page's rows are then read by primary key, so that
no row is read that is not shown (docs/architecture.md, "SQL that wins").
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    FromClause,
    Integer,
    Row,
    ScalarSelect,
    Select,
    Subquery,
    and_,
    case,
    func,
    literal,
    null,
    or_,
    select,
    union_all,
)

from salesdesk.domain.queries import Count, PageKey
from salesdesk.storage import tables
from salesdesk.storage.db.together import together
from salesdesk.storage.db.types import UtcDateTime
from salesdesk.storage.reads import sorting
from salesdesk.storage.reads.by_summary import SUMMARIES, Carrier, S
from salesdesk.storage.reads.search import Hits, Search, hits
from salesdesk.storage.reads.sorting import Stretch
from salesdesk.storage.reads.viewer import Viewer

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
    rows: tuple[Any, ...] = ()


#: Parts in the order of the ids that are read in one statement, and how many times more each time
#: that these do not fill the page, up to how many.
_AT_FIRST, _MORE, _AT_MOST = 4, 4, 64

#: What is read beside the ids of a page, in the same statement: from the ids, as `listed`.
Beside = Callable[[Subquery], Select[Any]]


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What is still wanted of a page.

    Attributes:
        seen: value and id of the row after which it goes on, in the first part that is read.
    """

    connection: Connection
    seen: tuple[Any, str] | None
    rows: int
    beside: Beside | None

    @property
    def on_mysql(self) -> bool:
        """Whether an order can be kept off an index."""
        return self.connection.dialect.name != "sqlite"


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

    viewer: Viewer
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
        if after is None and not self.scan and not self.search and self.is_by_moments:
            # Few enough that most often the last part is reached: all are asked for at once.
            return self.cut(together(connection, self.whole(connection, limit, beside)), limit)
        first, value = sorting.resume(after, self.parts)
        seen = (value, after.id) if after is not None else None
        found: list[tuple[int, Row[Any]]] = []
        most = _AT_FIRST
        while first < len(self.parts) and len(found) <= limit:
            wanted = _Wanted(connection, seen, limit + 1 - len(found), beside)
            until = self._run(first, most)
            if until - first > 1:
                found += self._together(first, until, wanted)
            else:
                found += self._alone(first, wanted)
            first, seen, most = until, None, min(most * _MORE, _AT_MOST)
        return self._cut(found, limit)

    @property
    def is_by_moments(self) -> bool:
        """Whether its order is one of moments and ids, which is the same here and there."""
        values = [part.value for part in self.parts if part.value is not None]
        plain = all(isinstance(value.type, UtcDateTime) for value in values)
        return plain and not any(part.many for part in self.parts)

    def whole(
        self, connection: Connection, limit: int, beside: Beside | None = None
    ) -> dict[int, Select[Any]]:
        """What reads the first page at once, part by part: the statements for `cut`.

        Raises:
            ValueError: it is ordered by texts, which only the database can put in order.
        """
        if not self.is_by_moments:
            raise ValueError("a list by texts is read part by part")
        wanted = _Wanted(connection, None, limit + 1, beside)
        return {index: self._part(index, wanted) for index in range(len(self.parts))}

    def cut(self, found: Mapping[int, Sequence[Any]], limit: int) -> Ids:
        """The first page, from the rows of all parts in whatever order they came."""

        def place(row: Any) -> tuple[Any, ...]:
            told = row.listed_value is not None
            return (row.listed_value, row.listed_id) if told else (row.listed_id,)

        down = self.descending
        return self._cut(
            [
                (index, row)
                for index in sorted(found)
                for row in sorted(found[index], key=place, reverse=down)
            ],
            limit,
        )

    def _cut(self, found: Sequence[tuple[int, Any]], limit: int) -> Ids:
        shown = tuple(row for _, row in found[:limit])
        following = None
        if len(found) > limit:
            index, last = found[limit - 1]
            following = sorting.key(self.parts[index], index, last.listed_value, last.listed_id)
        return Ids(tuple(row.listed_id for row in shown), following, shown)

    def _run(self, first: int, most: int) -> int:
        """Where the parts end that are read in one statement with this one.

        Those of the agents are, at first a few of them, since the first one mostly fills the page.
        A search is done once for all parts in the order of the ids.
        """
        last = len(self.parts) if self.search else min(first + most, len(self.parts))
        until = first
        while until < last and self._joins(self.parts[until]):
            until += 1
        return max(until, first + 1)

    def _joins(self, part: Stretch) -> bool:
        return part.value is None and bool(self.search or part.many)

    def _alone(self, index: int, wanted: _Wanted) -> list[tuple[int, Row[Any]]]:
        statement = self._part(index, wanted)
        return [(index, row) for row in wanted.connection.execute(statement)]

    def _part(self, index: int, wanted: _Wanted) -> Select[Any]:
        part = self.parts[index]
        statement = self._stretch(part, wanted)
        if wanted.beside is None:
            return statement
        return _with(wanted.beside, statement, self._order_again(part))

    def _together(self, first: int, until: int, wanted: _Wanted) -> list[tuple[int, Row[Any]]]:
        """Several parts in one statement, each row with the place of its part as its value."""
        parts = self.parts[first:until]
        read = self._placed if self.search else self._side_by_side
        statement = read(parts, wanted)
        if wanted.beside is not None:
            statement = _with(wanted.beside, statement, self._by_place)
        return [(first + row.listed_value, row) for row in wanted.connection.execute(statement)]

    def _order_again(self, part: Stretch) -> Callable[[FromClause], list[ColumnElement[Any]]]:
        """The order of a part's ids, for what is read beside them."""

        def order(ids: FromClause) -> list[ColumnElement[Any]]:
            value: ColumnElement[Any] | None = None if part.value is None else ids.c.listed_value
            again = replace(part, value=value)
            return sorting.order(again, ids.c.listed_id, descending=self.descending)

        return order

    def _by_place(self, ids: FromClause) -> list[ColumnElement[Any]]:
        return [ids.c.listed_value.asc(), self._by_id(ids.c.listed_id)]

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

    def among(self, ids: Collection[str]) -> Select[Any]:
        """What finds those of these customers that are in the list."""
        these = self._id.in_(sorted(set(ids)))
        source = self._source(lambda found: found.where(_ID.in_(sorted(set(ids)))))
        chosen = select(self._id.label("id")).select_from(source)
        return chosen.where(these, *self.where, *self.also)

    def chosen(self, *figures: ColumnElement[Any]) -> Select[Any]:
        """Figures of all that are in the list."""
        source = self._source(lambda found: self._told_of(found).where(*self.where))
        return select(*figures).select_from(source).where(*self.where, *self.also)

    def _stretch(self, part: Stretch, wanted: _Wanted) -> Select[Any]:
        value = null() if part.value is None else part.value

        def ordered(found: Select[Any], *, off_index: bool) -> Select[Any]:
            off_index = off_index and wanted.on_mysql
            order = sorting.order(part, self._id, descending=self.descending, off_index=off_index)
            return found.order_by(*order).limit(wanted.rows)

        within = [*self.where, part.within]
        if wanted.seen is not None:
            within.append(sorting.beyond(part, self._id, wanted.seen, descending=self.descending))

        def branch(found: Select[Any]) -> Select[Any]:
            told = self._told_of(found)
            if not self._is_plain or not isinstance(part.value, Column | None):
                # The order needs more than the customers, and is only asked for among few.
                return told.where(*self.where)
            # Names that begin with a text come in their order by the index that finds them.
            by_index = self.search.asked is Hits.BEGINNING and part.value is _CUSTOMERS.c.name
            return ordered(told.where(*within), off_index=not by_index)

        source = self._source(branch)
        chosen = select(self._id.label("listed_id"), value.label("listed_value")).select_from(
            source
        )
        carried = self._carried(chosen.where(*within, *self.also))
        return ordered(carried, off_index=self.off_index)

    def _side_by_side(self, parts: Sequence[Stretch], wanted: _Wanted) -> Select[Any]:
        """Parts in the order of the ids, each no further than the page can show of it."""
        each = []
        for place, part in enumerate(parts):
            ids = self._stretch(part, wanted if place == 0 else replace(wanted, seen=None))
            one = ids.subquery(f"part_{place}")
            each.append(select(one.c.listed_id, literal(place, Integer()).label("listed_value")))
        every = union_all(*each).subquery("every")
        return select(every).order_by(*self._by_place(every)).limit(wanted.rows)

    def _placed(self, parts: Sequence[Stretch], wanted: _Wanted) -> Select[Any]:
        """What a search finds, by the part that each row is in, and then by id."""
        place = case(
            *((part.within, literal(number, Integer())) for number, part in enumerate(parts))
        )
        within = [*self.where, place.is_not(None)]
        if wanted.seen is not None:
            _, seen_id = wanted.seen
            further = self._id < seen_id if self.descending else self._id > seen_id
            within.append(or_(place > 0, and_(place == 0, further)))

        def ordered(found: Select[Any]) -> Select[Any]:
            return found.order_by(place.asc(), self._by_id(self._id)).limit(wanted.rows)

        def branch(found: Select[Any]) -> Select[Any]:
            told = self._told_of(found).where(*within)
            return ordered(told) if self._is_plain else told

        chosen = select(self._id.label("listed_id"), place.label("listed_value"))
        found = chosen.select_from(self._source(branch)).where(*within, *self.also)
        return ordered(found)

    def _by_id(self, row_id: ColumnElement[str]) -> ColumnElement[Any]:
        return row_id.desc() if self.descending else row_id.asc()

    @property
    def _is_plain(self) -> bool:
        """Whether the conditions and the order need nothing but what a search itself reads."""
        return not self.also and (self.summarised or self.source is _CUSTOMERS)

    def _source(self, branch: Callable[[Select[Any]], Select[Any]]) -> FromClause:
        if not self.search:
            return self.source
        found = hits(self.search, self.viewer, branch, scan=self.scan)
        return found.join(self.source, found.c.id == self._id)

    def _carried(self, chosen: Select[Any]) -> Select[Any]:
        if self.carrier is None or self.search:
            return chosen
        return chosen.with_hint(SUMMARIES, f"FORCE INDEX ({self.carrier})", "mysql")

    def _told_of(self, found: Select[Any]) -> Select[Any]:
        """Customers that a search finds, beside what the list's conditions are of."""
        return found.join(SUMMARIES, S.customer_id == _ID) if self.summarised else found


def _with(
    beside: Beside, ids: Select[Any], order: Callable[[FromClause], list[ColumnElement[Any]]]
) -> Select[Any]:
    """The ids first, then what is read beside them, in the same order once more."""
    listed = ids.subquery("listed")
    columns = (listed.c.listed_id, listed.c.listed_value)
    return beside(listed).add_columns(*columns).order_by(*order(listed))


def counted(
    connection: Connection, listings: Sequence[Listing], cap: int | None
) -> tuple[Count, ...]:
    """How many there are in each of several lists, all of them counted in one statement."""
    return tuple(Count.upto(n, cap) for n in connection.execute(numbers(listings, cap)).one())


def numbers(listings: Sequence[Listing], cap: int | None) -> Select[Any]:
    """What counts each of several lists, no further than the cap, in one row."""
    counts = [listing.number(cap).label(f"of_{n}") for n, listing in enumerate(listings)]
    return select(*cast("list[ColumnElement[Any]]", counts))
