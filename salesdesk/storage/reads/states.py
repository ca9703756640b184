"""Every customer's one state, in SQL: a CASE whose branches are tried in the rules' order.

Counting groups by that one expression, so the counts cannot but sum to the number of customers
(rules.md, "Follow-ups").
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    String,
    and_,
    case,
    exists,
    func,
    literal,
    or_,
    select,
)

from salesdesk.domain.day import SOON_DAYS
from salesdesk.domain.follow_up import FollowUpState
from salesdesk.domain.moments import DAY
from salesdesk.domain.ownership import BindingStatus
from salesdesk.domain.queries import CustomerRow, Page, PageKey
from salesdesk.domain.states import CustomerState
from salesdesk.storage import tables
from salesdesk.storage.reads import customers, filters, next_steps
from salesdesk.storage.reads.listing import Listing
from salesdesk.storage.reads.search import Search
from salesdesk.storage.reads.sight import Sight
from salesdesk.storage.reads.sorting import Stretch

_CUSTOMERS = tables.customers
_C = _CUSTOMERS.c
_H = tables.customer_binding_history.c


@dataclass(frozen=True, slots=True)
class _States:
    """The customers beside their open history rows, and the expression of their state."""

    source: FromClause
    state: ColumnElement[str]


def counts(connection: Connection, sight: Sight) -> dict[CustomerState, int]:
    """How many customers are in each state, in one statement."""
    states = _states(sight)
    each = select(states.state.label("state")).select_from(states.source).subquery("each_one")
    statement = select(each.c.state, func.count()).group_by(each.c.state)
    found = {CustomerState(state): number for state, number in connection.execute(statement)}
    return {state: found.get(state, 0) for state in CustomerState}


def of(connection: Connection, ids: Collection[str], sight: Sight) -> dict[str, CustomerState]:
    """The state of each of these customers that is there."""
    if not ids:
        return {}
    states = _states(sight)
    statement = (
        select(_C.id, states.state.label("state"))
        .select_from(states.source)
        .where(_C.id.in_(sorted(set(ids))))
    )
    return {row.id: CustomerState(row.state) for row in connection.execute(statement)}


def page(
    connection: Connection,
    state: CustomerState,
    sight: Sight,
    after: PageKey | None,
    limit: int,
) -> Page[CustomerRow]:
    """One page of the customers in a state, by name."""
    states = _states(sight)
    listing = Listing(
        sight,
        tuple(_narrowing(state, sight)),
        (Stretch(_C.name.is_not(None), _C.name),),
        Search(),
        source=states.source,
        also=(states.state == state.value,),
    )
    found = listing.page(connection, after, limit)
    return Page(customers.rows(connection, found.ids, sight), found.after)


def _narrowing(state: CustomerState, sight: Sight) -> list[ColumnElement[bool]]:
    """What the state implies by plain columns, so that an index can find its customers."""
    if state is CustomerState.NEEDS_REPAIR:
        return []
    if state is CustomerState.IN_POOL:
        return [filters.available(_CUSTOMERS)]
    if state is CustomerState.RELEASING_SOON:
        return [_C.bound_to_uid.is_not(None), _leaving(sight)]
    return [_C.bound_to_uid.is_not(None)]


def _states(sight: Sight) -> _States:
    open_rows = (
        select(
            _H.customer_id,
            func.count().label("number"),
            func.min(_H.bound_to_uid).label("agent_uid"),
            func.min(_H.binding_start_date, type_=_H.binding_start_date.type).label("start"),
        )
        .where(_H.binding_end_date.is_(None))
        .group_by(_H.customer_id)
        .subquery("open_rows")
    )
    number = func.coalesce(open_rows.c.number, 0)
    bound = and_(
        _C.binding_status == BindingStatus.BOUND.value,
        exists().where(tables.users.c.firebase_uid == _C.bound_to_uid).correlate(_CUSTOMERS),
        sight.clock.credible(_C.binding_start_date),
        number == 1,
        open_rows.c.agent_uid == _C.bound_to_uid,
        open_rows.c.start == _C.binding_start_date,
    )
    free = and_(
        or_(_C.binding_status.is_(None), _C.binding_status != BindingStatus.BOUND.value),
        _C.bound_to_uid.is_(None),
        _C.binding_start_date.is_(None),
        number == 0,
    )
    overdue = next_steps.in_state(_CUSTOMERS, FollowUpState.OVERDUE, sight)
    unplanned = next_steps.in_state(_CUSTOMERS, FollowUpState.NONE, sight)
    # What is at odds with itself fits neither, so that repair, which comes first in the rules,
    # is what remains.
    state = case(
        (free, _word(CustomerState.IN_POOL)),
        (and_(bound, _leaving(sight)), _word(CustomerState.RELEASING_SOON)),
        (and_(bound, overdue), _word(CustomerState.OVERDUE)),
        (and_(bound, unplanned), _word(CustomerState.WITHOUT_PLAN)),
        (bound, _word(CustomerState.WITH_PLAN)),
        else_=_word(CustomerState.NEEDS_REPAIR),
    )
    return _States(_CUSTOMERS.outerjoin(open_rows, open_rows.c.customer_id == _C.id), state)


def _leaving(sight: Sight) -> ColumnElement[bool]:
    return sight.clock.leaves_by(_CUSTOMERS, sight.now + SOON_DAYS * DAY)


def _word(state: CustomerState) -> ColumnElement[str]:
    return literal(state.value, String())
