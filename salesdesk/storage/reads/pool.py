"""The pool: available customers, since when, how often they came back and what works with them.

A spell 'came back' when it ended and no other began at that very moment: a transfer closes one
row and opens the next. The history has no index by customer unless an administrator made it, so
it is read in one statement for a page, never customer by customer.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Exists,
    Integer,
    Select,
    String,
    Subquery,
    and_,
    bindparam,
    case,
    exists,
    func,
    literal,
    select,
    type_coerce,
    union_all,
)

from salesdesk.domain.contact import Method, Outcome
from salesdesk.domain.moments import credible
from salesdesk.domain.ownership import UnbindingReason
from salesdesk.domain.pool import MethodFigure, PoolQuery, PoolRow, PoolSort
from salesdesk.domain.queries import (
    Count,
    CustomerQuery,
    CustomerRow,
    OwnerFilter,
    OwnerScope,
    Page,
    PageKey,
)
from salesdesk.storage import tables
from salesdesk.storage.reads import (
    by_summary,
    customers,
    filters,
    newest_contacts,
    sorting,
    staged,
)
from salesdesk.storage.reads.by_summary import Carrier, S
from salesdesk.storage.reads.enums import member
from salesdesk.storage.reads.listing import Listing
from salesdesk.storage.reads.newest_contacts import NEWEST
from salesdesk.storage.reads.people import shown_name
from salesdesk.storage.reads.search import Search
from salesdesk.storage.reads.sorting import Stretch
from salesdesk.storage.reads.viewer import Viewer
from salesdesk.storage.stores.set_asides import in_round

_CUSTOMERS = tables.customers
_C = _CUSTOMERS.c
_H = tables.customer_binding_history.c
_K = tables.customer_contacts.c

#: Under which name the ownership history is read.
SPELLS = "spells"
_FIGURES = "figures"
_TRIED, _SUCCEEDED = "tried", "succeeded"

#: The customers whose spells and figures are read.
_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
_ONE: BindParameter[str] = bindparam("of_customer")


@dataclass(frozen=True, slots=True)
class _End:
    """The end of a spell."""

    at: datetime
    reason: UnbindingReason | None
    agent_uid: str
    agent_name: str


@dataclass(slots=True)
class _Spells:
    starts: set[datetime] = field(default_factory=set)
    ends: dict[datetime, _End] = field(default_factory=dict)

    @property
    def last(self) -> _End | None:
        """The spell that ended last."""
        return self.ends[max(self.ends)] if self.ends else None

    @property
    def returns(self) -> list[_End]:
        """The ends after which nobody had the customer."""
        return [end for at, end in self.ends.items() if at not in self.starts]


def page(
    connection: Connection,
    query: PoolQuery,
    search: Search,
    viewer: Viewer,
    after: PageKey | None,
    limit: int,
) -> Page[PoolRow]:
    """One page of the pool; whoever was taken meanwhile is left out of it."""

    def read(part: Search, begin: PageKey | None) -> Page[Any]:
        listing = _listing(query, part, viewer, ordered=True)
        found = customers.found(connection, listing, begin, limit)
        return Page(found.rows, found.after)

    found = staged.page(read, search, after)
    shown = _described(connection, found.rows, viewer)
    offered = tuple(row for row in shown if _is_offered(row.customer))
    viewer.doubted.update({row.customer.id for row in shown} - {r.customer.id for r in offered})
    return Page(offered, found.after)


def _is_offered(row: CustomerRow) -> bool:
    """Whether its own rows say as well that the pool offers the customer."""
    return row.owner_uid is None and row.out is None


def count(
    connection: Connection, query: PoolQuery, search: Search, viewer: Viewer, cap: int | None
) -> Count:
    """How many of the pool the query asks for, counted no further than the cap; None: all."""
    return _listing(query, search, viewer, ordered=False).count(connection, cap)


def rows(connection: Connection, ids: Collection[str], viewer: Viewer) -> tuple[PoolRow, ...]:
    """Those of these customers that are available, in the order asked for."""
    found = _described(connection, customers.of_ids(connection, tuple(ids), viewer), viewer)
    return tuple(row for row in found if _is_offered(row.customer))


def _described(connection: Connection, found: Sequence[Any], viewer: Viewer) -> tuple[PoolRow, ...]:
    rows, answers = customers.made(
        connection, found, viewer, _OF_EACH, newest=_CONTACTS_OF_EACH, kept={}
    )
    return told(rows, {**answers, _FIGURES: answers.get(NEWEST, ())}, viewer)


def told(
    rows: Iterable[CustomerRow], answers: Mapping[str, Sequence[Any]], viewer: Viewer
) -> tuple[PoolRow, ...]:
    """These customers with what the pool tells of them.

    Args:
        answers: to `OF_CUSTOMER`, or to the same of each of them.
    """
    spells = _by_customer(answers.get(SPELLS, ()), viewer)
    figures = _counted(answers.get(_FIGURES, ()))
    return tuple(_row(row, spells[row.id], figures.get(row.id, ()), viewer) for row in rows)


def _row(
    row: CustomerRow, spells: _Spells, methods: Iterable[MethodFigure], viewer: Viewer
) -> PoolRow:
    last, returns = spells.last, spells.returns
    return PoolRow(
        customer=row,
        free_since=last.at if last else credible(row.created_at, viewer.now),
        came_back=len(returns),
        reasons=Counter(one.reason for one in returns if one.reason is not None),
        last_owner_uid=last.agent_uid if last else None,
        last_owner_name=last.agent_name if last else None,
        last_reason=last.reason if last else None,
        methods=tuple(methods),
    )


def _listing(query: PoolQuery, search: Search, viewer: Viewer, *, ordered: bool) -> Listing:
    asked = CustomerQuery(
        owner=OwnerFilter(OwnerScope.AVAILABLE), statuses=query.statuses, sources=query.sources
    )
    if query.sort is PoolSort.FREE_SINCE or not ordered:
        return _summarised(asked, query, search, viewer)
    where = (*filters.conditions(asked, _CUSTOMERS), in_round(_CUSTOMERS))
    if query.outcomes:
        where += (_last_outcome(query.outcomes).correlate(_CUSTOMERS),)
    if query.sort is PoolSort.NAME:
        parts: tuple[Stretch, ...] = (Stretch(_C.name.is_not(None), _C.name),)
        return Listing(viewer, where, parts, search, descending=query.descending)
    if query.sort is PoolSort.LAST_CONTACT:
        parts = sorting.by_moment(_C.last_interaction_date)
        return Listing(viewer, where, parts, search, descending=query.descending)
    derived = _returns(viewer)
    times = func.coalesce(derived.c.times, 0, type_=Integer())
    return Listing(
        viewer,
        where,
        (Stretch(_C.id.is_not(None), times),),
        search,
        source=_CUSTOMERS.outerjoin(derived, derived.c.customer_id == _C.id),
        descending=query.descending,
    )


def _summarised(asked: CustomerQuery, query: PoolQuery, search: Search, viewer: Viewer) -> Listing:
    """By when they became free, which the summaries carry; whose moment is not known come last."""
    where = [by_summary.free(), *by_summary.conditions(asked, viewer)]
    if query.outcomes:
        where.append(S.contact_outcome.in_(sorted(one.value for one in query.outcomes)))
    known = S.free_since.is_not(None)
    return Listing(
        viewer,
        tuple(where),
        (Stretch(known, S.free_since), Stretch(S.free_since.is_(None))),
        search,
        by_summary.source_of(asked),
        descending=query.descending,
        summarised=True,
        carrier=Carrier.FREE,
    )


def _returns(viewer: Viewer) -> Subquery:
    """How often each free customer came back, from two readings of the history."""

    def moments(date: ColumnElement[Any], begins: int) -> Select[Any]:
        return (
            select(_H.customer_id, date.label("at"), literal(begins, Integer()).label("begins"))
            .select_from(_CUSTOMERS.join(tables.customer_binding_history, _H.customer_id == _C.id))
            .where(filters.available(_CUSTOMERS), viewer.clock.credible(date))
        )

    both = union_all(moments(_H.binding_end_date, 0), moments(_H.binding_start_date, 1)).subquery(
        "both"
    )
    ended = (
        select(both.c.customer_id)
        .group_by(both.c.customer_id, both.c.at)
        .having(func.max(both.c.begins) == 0)
        .subquery("came_back")
    )
    return (
        select(ended.c.customer_id, func.count().label("times"))
        .group_by(ended.c.customer_id)
        .subquery("returned")
    )


def _last_outcome(outcomes: Collection[Outcome]) -> Exists:
    """Whether the newest contact went like this."""
    words = sorted(one.value for one in outcomes)
    return exists().where(S.customer_id == _C.id, S.contact_outcome.in_(words))


def _spells(of_whom: ColumnElement[bool]) -> Select[Any]:
    history, users = tables.customer_binding_history, tables.users
    found: Select[Any] = select(
        _H.id,
        _H.customer_id,
        _H.bound_to_uid,
        _H.binding_start_date,
        _H.binding_end_date,
        type_coerce(_H.unbinding_reason, String()).label("reason"),
        shown_name(users, _H.bound_to_uid).label("agent_name"),
    )
    return found.select_from(
        history.outerjoin(users, users.c.firebase_uid == _H.bound_to_uid)
    ).where(of_whom)


def _by_customer(found: Sequence[Any], viewer: Viewer) -> defaultdict[str, _Spells]:
    """The spells by customer; of two that end at one moment that with the last id counts."""
    by_customer: defaultdict[str, _Spells] = defaultdict(_Spells)
    for row in sorted(found, key=lambda row: row.id):
        spells = by_customer[row.customer_id]
        start = credible(row.binding_start_date, viewer.now)
        end = credible(row.binding_end_date, viewer.now)
        if start is not None:
            spells.starts.add(start)
        if end is not None:
            reason = member(UnbindingReason, row.reason)
            spells.ends[end] = _End(end, reason, row.bound_to_uid, row.agent_name)
    return by_customer


def _figures(of_whom: ColumnElement[bool], *more: ColumnElement[Any]) -> Select[Any]:
    """How often each method was tried with these customers, and how often with success.

    One row a customer: of each row that is fetched as much is spent as of what it is read from.
    """
    found: Select[Any] = select(_K.customer_id, *more, *_columns_of_methods())
    return found.where(of_whom).group_by(_K.customer_id)


def _columns_of_methods() -> list[ColumnElement[int]]:
    method: ColumnElement[str] = type_coerce(_K.contact_method, String())
    successful = _K.contact_status == Outcome.SUCCESSFUL.value
    columns: list[ColumnElement[int]] = []
    for one in Method:
        tried = method == one.value
        for name, counts in ((_TRIED, tried), (_SUCCEEDED, and_(tried, successful))):
            number = func.sum(case((counts, 1), else_=0), type_=Integer())
            columns.append(number.label(f"{one.value}_{name}"))
    return columns


def _counted(found: Sequence[Any]) -> dict[str, tuple[MethodFigure, ...]]:
    """The figures by customer, methods in their order; one that nobody knows is left out."""
    return {
        row.customer_id: tuple(
            MethodFigure(method, int(getattr(row, f"{method.value}_{_SUCCEEDED}")), int(tried))
            for method in Method
            if (tried := getattr(row, f"{method.value}_{_TRIED}"))
        )
        for row in found
    }


#: Made once: the pool reads them with every page, the newest contacts with their figures.
_OF_EACH = {SPELLS: _spells(_H.customer_id.in_(_IDS))}
_CONTACTS_OF_EACH = _figures(_K.customer_id.in_(_IDS), newest_contacts.told())

#: The same of the one customer `of_customer`.
OF_CUSTOMER = {
    SPELLS: _spells(_H.customer_id == _ONE),
    _FIGURES: _figures(_K.customer_id == _ONE),
}
