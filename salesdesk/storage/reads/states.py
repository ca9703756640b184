"""Every customer's one state, from the summaries: a CASE whose branches are in the rules' order.

Counting groups by that one expression, so the counts cannot but sum to the number of customers
(docs/rules.md, "Follow-ups").
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from sqlalchemy import ColumnElement, Connection, String, case, exists, func, literal, not_, select

from salesdesk.domain.day import SOON_DAYS
from salesdesk.domain.follow_up import FollowUpState
from salesdesk.domain.moments import DAY
from salesdesk.domain.queries import CustomerRow, Page, PageKey
from salesdesk.domain.states import CustomerState
from salesdesk.storage import tables
from salesdesk.storage.reads import by_summary, customers
from salesdesk.storage.reads.by_summary import SUMMARIES, S
from salesdesk.storage.reads.listing import Listing
from salesdesk.storage.reads.search import Search
from salesdesk.storage.reads.sorting import Stretch
from salesdesk.storage.reads.viewer import Viewer

_CUSTOMERS = tables.customers
_C = _CUSTOMERS.c
_USERS = tables.users.c


def counts(connection: Connection, viewer: Viewer) -> dict[CustomerState, int]:
    """How many customers are in each state, counted in one statement.

    Owners are compared with the users afterwards: there are few of them, and many customers.
    """
    state = _state(viewer).label("state")
    counted = select(state, S.owner_uid).select_from(SUMMARIES).where(by_summary.shown())
    each = counted.subquery("each_one")
    statement = select(each.c.state, each.c.owner_uid, func.count().label("number")).group_by(
        each.c.state, each.c.owner_uid
    )
    rows = connection.execute(statement).all()
    owners = sorted({row.owner_uid for row in rows if row.owner_uid is not None})
    known = select(_USERS.firebase_uid).where(_USERS.firebase_uid.in_(owners))
    people = {one.casefold() for one in connection.execute(known).scalars()}
    found = Counter[CustomerState]()
    for row in rows:
        orphaned = row.owner_uid is not None and row.owner_uid.casefold() not in people
        found[CustomerState.NEEDS_REPAIR if orphaned else CustomerState(row.state)] += row.number
    return {state: found[state] for state in CustomerState}


def of(connection: Connection, ids: Collection[str], viewer: Viewer) -> dict[str, CustomerState]:
    """The state of each of these customers that is there."""
    if not ids:
        return {}
    statement = select(S.customer_id, _whole_state(viewer).label("state")).where(
        S.customer_id.in_(sorted(set(ids)))
    )
    return {row.customer_id: CustomerState(row.state) for row in connection.execute(statement)}


def page(
    connection: Connection,
    state: CustomerState,
    viewer: Viewer,
    after: PageKey | None,
    limit: int,
) -> Page[CustomerRow]:
    """One page of the customers in a state, by name."""
    listing = Listing(
        viewer,
        (),
        (Stretch(_C.name.is_not(None), _C.name),),
        Search(),
        source=_CUSTOMERS.join(SUMMARIES, S.customer_id == _C.id),
        also=(*_narrowing(state, viewer), by_summary.shown(), _whole_state(viewer) == state.value),
    )
    return customers.listed(connection, listing, after, limit)


def _narrowing(state: CustomerState, viewer: Viewer) -> list[ColumnElement[bool]]:
    """What the state implies by plain columns, so that an index can find its customers."""
    soon = viewer.now + SOON_DAYS * DAY
    each: dict[CustomerState, list[ColumnElement[bool]]] = {
        CustomerState.NEEDS_REPAIR: [],
        CustomerState.SET_ASIDE: [not_(by_summary.in_round())],
        CustomerState.IN_POOL: [by_summary.free()],
        CustomerState.RELEASING_SOON: [by_summary.leaves_by(soon)],
        CustomerState.OVERDUE: [by_summary.in_state(FollowUpState.OVERDUE, viewer)],
        CustomerState.WITHOUT_PLAN: [by_summary.in_state(FollowUpState.NONE, viewer)],
        CustomerState.WITH_PLAN: [S.next_step_at.is_not(None)],
    }
    return each[state]


def _whole_state(viewer: Viewer) -> ColumnElement[str]:
    """The state, also of a customer whose owner is no user."""
    user = exists().where(_USERS.firebase_uid == S.owner_uid).correlate(SUMMARIES)
    orphaned = S.owner_uid.is_not(None) & not_(user)
    return case((orphaned, _word(CustomerState.NEEDS_REPAIR)), else_=_state(viewer))


def _state(viewer: Viewer) -> ColumnElement[str]:
    soon = viewer.now + SOON_DAYS * DAY
    return case(
        (not_(S.sound), _word(CustomerState.NEEDS_REPAIR)),
        (not_(by_summary.in_round()), _word(CustomerState.SET_ASIDE)),
        (by_summary.free(), _word(CustomerState.IN_POOL)),
        (by_summary.leaves_by(soon), _word(CustomerState.RELEASING_SOON)),
        (by_summary.in_state(FollowUpState.OVERDUE, viewer), _word(CustomerState.OVERDUE)),
        (by_summary.in_state(FollowUpState.NONE, viewer), _word(CustomerState.WITHOUT_PLAN)),
        else_=_word(CustomerState.WITH_PLAN),
    )


def _word(state: CustomerState) -> ColumnElement[str]:
    return literal(state.value, String())
