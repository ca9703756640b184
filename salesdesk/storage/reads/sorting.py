"""Sort orders as stretches: each a condition and an expression that one index can carry.

A list is read stretch by stretch, so that what has no value comes last in both directions
without an expression in ORDER BY, which no index carries. A page begins at a key:
`name >= :n AND (name > :n OR id > :i)` (docs/architecture.md, "SQL that wins").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Integer,
    Select,
    String,
    and_,
    false,
    func,
    not_,
    or_,
    true,
    type_coerce,
)

from salesdesk.domain.customer import LeadSource, SalesStatus
from salesdesk.domain.moments import EARLIEST
from salesdesk.domain.queries import CustomerQuery, CustomerSort, OwnerScope, PageKey
from salesdesk.storage.db.types import UtcDateTime
from salesdesk.storage.reads import by_summary
from salesdesk.storage.reads.by_summary import S
from salesdesk.storage.reads.conditions import owned
from salesdesk.storage.reads.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a sorted list.

    Attributes:
        within: which rows are in it.
        value: what they are sorted by, then by id; None: by id alone.
        unique: no two rows have the same value. An index that is unique does not carry an order
            by value and id, so the id is left out.
        name: by which keys know it, where its number may be another for the next page.
        many: it is one of many alike, each found by an index, so that several are read at once.
    """

    within: ColumnElement[bool]
    value: ColumnElement[Any] | None = None
    unique: bool = False
    name: str | None = None
    many: bool = False


def stretches(
    query: CustomerQuery, viewer: Viewer, customers: FromClause, *, few_held: bool = False
) -> tuple[Stretch, ...]:
    """The parts of the list in the order in which they are read; see `by_owner` for its order.

    Args:
        few_held: so few customers are anybody's that they are found first and then sorted.
    """
    c = customers.c
    found: Sequence[Stretch]
    match query.sort:
        case CustomerSort.NAME:
            found = [Stretch(true(), c.name)]
        case CustomerSort.PHONE:
            found = _phone(customers, viewer, query.owner.scope, few_held=few_held)
        case CustomerSort.LAST_CONTACT:
            found = by_moment(c.last_interaction_date)
        case CustomerSort.CREATED:
            found = by_moment(c.created_at)
        case CustomerSort.STATUS:
            found = _statuses(c.sales_status, query)
        case CustomerSort.SOURCE:
            found = _sources(c.lead_source, query)
        case CustomerSort.COMPANY:
            found = with_and_without(c.company > "", c.company)
        case CustomerSort.NEXT_STEP:
            step = S.next_step_at
            found = [Stretch(step.is_not(None), step), Stretch(step.is_(None))]
        case CustomerSort.DAYS_LEFT:
            found = [Stretch(by_summary.held(), S.leaves_at), Stretch(S.leaves_at.is_(None))]
        case CustomerSort.OWNER:
            raise ValueError("the agents are read first")
    return tuple(found)


def resume(after: PageKey | None, parts: Sequence[Stretch]) -> tuple[int, Any]:
    """The stretch in which a page begins, and the value of the row that it begins after.

    Raises:
        ValueError: the key is none of this order's.
    """
    if after is None:
        return 0, None
    number, _, text = str(after.value).partition(":")
    if not number:
        return _by_name(text, parts), None
    index = int(number)
    value = parts[index].value
    if value is None:
        return index, None
    if isinstance(value.type, UtcDateTime):
        return index, datetime.fromisoformat(text)
    return index, int(text) if isinstance(value.type, Integer) else text


def key(part: Stretch, index: int, value: object, row_id: str) -> PageKey:
    """The key of a row: the stretch by its name or number, its value there, its id."""
    if part.name is not None:
        return PageKey(f":{part.name}", row_id)
    if part.value is None or value is None:
        return PageKey(f"{index}:", row_id)
    text = value.isoformat() if isinstance(value, datetime) else value
    return PageKey(f"{index}:{text}", row_id)


def named_in(after: PageKey | None) -> str | None:
    """The name of the stretch in which a page begins; None: it has none, or it is the first."""
    if after is None:
        return None
    number, _, text = str(after.value).partition(":")
    return None if number else text


def _by_name(name: str, parts: Sequence[Stretch]) -> int:
    for index, part in enumerate(parts):
        if part.name is not None and part.name.casefold() == name.casefold():
            return index
    raise ValueError("a key of another order")


def beyond(
    part: Stretch, row_id: ColumnElement[str], seen: tuple[Any, str], *, descending: bool
) -> ColumnElement[bool]:
    """Whether a row of the stretch comes after the one with this value and id."""
    value, (seen_value, seen_id) = part.value, seen
    further = row_id < seen_id if descending else row_id > seen_id
    if value is None:
        return further
    past: ColumnElement[bool] = value < seen_value if descending else value > seen_value
    if part.unique:
        return past
    reached = value <= seen_value if descending else value >= seen_value
    return and_(reached, or_(past, further))


def page(
    chosen: Select[Any],
    value: ColumnElement[Any],
    row_id: ColumnElement[str],
    after: tuple[Any, str] | None,
    limit: int,
    *,
    descending: bool,
) -> Select[Any]:
    """The rows after a key, by value and id, and one more than the page holds."""
    part = Stretch(true(), value)
    ordered = chosen.order_by(*order(part, row_id, descending=descending)).limit(limit + 1)
    if after is None:
        return ordered
    return ordered.where(beyond(part, row_id, after, descending=descending))


def order(
    part: Stretch, row_id: ColumnElement[str], *, descending: bool, off_index: bool = False
) -> list[ColumnElement[Any]]:
    """The ORDER BY of a stretch.

    Args:
        off_index: written so that no index of MySQL carries it.
    """
    by: list[ColumnElement[Any]] = []
    if part.value is not None:
        by.append(func.coalesce(part.value) if off_index else part.value)
    if not part.unique:
        by.append(row_id)
    return [one.desc() if descending else one.asc() for one in by]


def _phone(
    customers: FromClause, viewer: Viewer, scope: OwnerScope, *, few_held: bool
) -> Sequence[Stretch]:
    phone = customers.c.phone_number
    if viewer.pool_phones or scope in (OwnerScope.PERSON, OwnerScope.BOUND):
        return [Stretch(true(), phone, unique=True)]
    # A withheld number shows neither in the order nor in the key.
    if scope is OwnerScope.AVAILABLE:
        return [Stretch(true())]
    held = owned(customers)
    if not few_held:
        # Many are met on a walk along the numbers: no index may find and then sort them.
        held = func.coalesce(held, false())
    return [Stretch(held, phone, unique=True), Stretch(or_(not_(held), held.is_(None)))]


def by_moment(date: ColumnElement[Any]) -> tuple[Stretch, ...]:
    """By a date that a plain column holds; null and zero dates come last."""
    return Stretch(date >= EARLIEST, date), Stretch(date.is_(None)), Stretch(date < EARLIEST)


def with_and_without(there: ColumnElement[bool], value: ColumnElement[Any]) -> tuple[Stretch, ...]:
    """By a value that only some have; the others come last."""
    missing = or_(not_(there), there.is_(None))
    return Stretch(there, value), Stretch(missing)


def _statuses(status: ColumnElement[str], query: CustomerQuery) -> list[Stretch]:
    """One stretch a status; null, and anything unknown, is cold and comes after it."""
    text = type_coerce(status, String())
    known = [one.value for one in SalesStatus]
    found = []
    for one in reversed(SalesStatus) if query.descending else SalesStatus:
        if query.statuses and one not in query.statuses:
            continue
        found.append(Stretch(text == one.value))
        if one is SalesStatus.COLD:
            found += [Stretch(text.is_(None)), Stretch(text.not_in(known))]
    return found


def _sources(source: ColumnElement[str], query: CustomerQuery) -> list[Stretch]:
    """One stretch a source, by their names; null, and anything unknown, comes last."""
    text = type_coerce(source, String())
    names = sorted((one.value for one in LeadSource), key=str.lower, reverse=query.descending)
    wanted = {one.value for one in query.sources} or set(names)
    missing = [] if query.sources else [Stretch(or_(text.is_(None), text.not_in(names)))]
    return [*(Stretch(text == name) for name in names if name in wanted), *missing]
