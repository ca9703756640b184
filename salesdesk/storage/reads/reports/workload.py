"""Workload: whose customers there are now, when their next step is due, and who leaves soon."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from sqlalchemy import Connection, false

from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.day import SOON_DAYS
from salesdesk.domain.follow_up import FollowUpState
from salesdesk.domain.moments import DAY
from salesdesk.domain.reports.drill_down import Figure
from salesdesk.storage import tables
from salesdesk.storage.reads import by_summary, filters
from salesdesk.storage.reads.by_summary import SUMMARIES, S
from salesdesk.storage.reads.conditions import owned
from salesdesk.storage.reads.reports.counted import Counted, by_agent, same
from salesdesk.storage.reads.reports.scope import Scope, owner_of, source_of, status_of
from salesdesk.storage.stores.set_asides import in_round

_CUSTOMERS = tables.customers
_C = _CUSTOMERS.c

#: By their next step.
STEPS = {
    Figure.WORKLOAD_OVERDUE: FollowUpState.OVERDUE,
    Figure.WORKLOAD_TODAY: FollowUpState.TODAY,
    Figure.WORKLOAD_PLANNED: FollowUpState.PLANNED,
    Figure.WORKLOAD_UNPLANNED: FollowUpState.NONE,
}

ByStatus = Counter[tuple[str, SalesStatus]]


def counted(figure: Figure, scope: Scope) -> Counted:
    """The rows of a figure of this report."""
    if figure in STEPS:
        return _summarised(scope).those(by_summary.in_state(STEPS[figure], scope.viewer))
    if figure is Figure.WORKLOAD_HELD:
        return _held(scope)
    if figure is Figure.WORKLOAD_UNOWNED:
        return _unowned(scope)
    return _soon(scope) if figure is Figure.WORKLOAD_SOON else _bound(scope)


def bound(connection: Connection, scope: Scope) -> ByStatus:
    """How many customers each agent has, by status."""
    return _by_status(connection, _bound(scope))


def soon(connection: Connection, scope: Scope) -> ByStatus:
    """How many customers of each agent leave within seven days, by status."""
    return _by_status(connection, _soon(scope))


def held(connection: Connection, scope: Scope) -> Counter[str]:
    """How many customers of each agent the cap counts."""
    rows = connection.execute(_held(scope).sums("agent"))
    return Counter({row.agent: row.number for row in rows})


def steps(connection: Connection, scope: Scope) -> dict[Figure, Counter[str]]:
    """How many customers of each agent have their next step in the past, today, later, or none."""
    stepping = {one: by_summary.in_state(state, scope.viewer) for one, state in STEPS.items()}
    return by_agent(connection, _summarised(scope), stepping)


def unowned(connection: Connection, scope: Scope) -> int:
    """How many customers nobody has."""
    return int(connection.execute(_unowned(scope).sums()).scalar_one())


def _by_status(connection: Connection, rows: Counted) -> ByStatus:
    return Counter(
        {
            (row.agent, SalesStatus(row.status)): row.number
            for row in connection.execute(rows.sums("agent", "status"))
        }
    )


def _bound(scope: Scope) -> Counted:
    where = (
        owned(_CUSTOMERS),
        in_round(_CUSTOMERS),
        *scope.of_owners(_CUSTOMERS),
        *scope.of_customers(_CUSTOMERS),
    )
    parts = {
        "agent": same(owner_of(_CUSTOMERS)),
        "status": same(status_of(_CUSTOMERS)),
        "source": same(source_of(_CUSTOMERS)),
    }
    return Counted(_CUSTOMERS, where, _C.id, _C.id, parts=parts)


def _soon(scope: Scope) -> Counted:
    """Those who leave within the next days, overdue ones included, as on every other list."""
    soon = by_summary.leaves_by(scope.viewer.now + SOON_DAYS * DAY)
    return _summarised(scope).those(soon, *scope.of_agents(S.owner_uid))


def _held(scope: Scope) -> Counted:
    """What the cap counts: whoever's uid is on the customer, all sources and statuses."""
    where = (_C.bound_to_uid.is_not(None), *scope.of_agents(_C.bound_to_uid))
    parts = {"agent": same(_C.bound_to_uid)}
    return Counted(_CUSTOMERS, where, _C.id, _C.id, parts=parts)


def _unowned(scope: Scope) -> Counted:
    """The customers of nobody; none of them where only some agents are asked for."""
    nobody = filters.available(_CUSTOMERS) if scope.report_scope.agents is None else false()
    where = (nobody, in_round(_CUSTOMERS), *scope.of_customers(_CUSTOMERS))
    return Counted(_CUSTOMERS, where, _C.id, _C.id)


def _summarised(scope: Scope) -> Counted:
    """The bound customers beside what their summaries reckon of them."""
    return replace(_bound(scope), source=_CUSTOMERS.outerjoin(SUMMARIES, S.customer_id == _C.id))
