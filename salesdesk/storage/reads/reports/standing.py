"""Stages: who stands where, what the orders there are worth, and how far customers come.

What the stages mean is in `reads/stages.py`; here it is asked of all customers at once, so the
orders are gathered by customer first instead of looked up one customer at a time.
"""

from __future__ import annotations

from collections import Counter

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Select,
    Subquery,
    and_,
    case,
    exists,
    func,
    literal,
    or_,
    select,
)

from salesdesk.domain.customer import LeadSource, SalesStatus
from salesdesk.domain.events import EventKind
from salesdesk.domain.pipeline import OrderStatus, Stage
from salesdesk.domain.reports.drill_down import Figure, Nothing
from salesdesk.storage import tables
from salesdesk.storage.reads import stages
from salesdesk.storage.reads.reports import moves, worth
from salesdesk.storage.reads.reports.counted import Counted, at_least, same
from salesdesk.storage.reads.reports.methods import COUNTING_ORDERS
from salesdesk.storage.reads.reports.scope import (
    Scope,
    owner_of,
    source_of,
    status_of,
    word,
)
from salesdesk.storage.stores.links import hidden

_CUSTOMERS, _ORDERS, _EVENTS = tables.customers, tables.orders, tables.salesdesk_events
_C, _O, _E = _CUSTOMERS.c, _ORDERS.c, _EVENTS.c

_ORDERED, _WON = 2, 1
_LADDER = tuple(Stage)

#: Stage, source, owner.
Place = tuple[Stage, LeadSource | Nothing, str]


def counted(figure: Figure, scope: Scope) -> Counted:
    """The rows of a figure of stages."""
    if figure is Figure.PIPELINE_STAGES:
        return _standing(scope)
    return _orders(scope) if figure is Figure.PIPELINE_ORDERS else _funnel(scope)


def customers(connection: Connection, scope: Scope) -> Counter[Place]:
    """How many customers stand in each stage now, by source and owner."""
    return _by_place(connection, _standing(scope).sums("stage", "source", "agent"))


def orders(connection: Connection, scope: Scope) -> tuple[Counter[Place], Counter[Place]]:
    """The orders behind the stages: how many, and what they are worth."""
    rows = _orders(scope)
    number = _by_place(connection, rows.sums("stage", "source", "agent"))
    value: Counter[Place] = Counter()
    for statement in worth.sums(rows, "stage", "source", "agent"):
        # update, since + would drop what is below zero, such as the discounts of an order.
        value.update(_by_place(connection, statement))
    return number, value


def funnel(connection: Connection, scope: Scope) -> Counter[Stage]:
    """How far the customers registered in the period have come, each counted once."""
    rows = _funnel(scope).sums("stage")
    return Counter({_LADDER[int(row.stage)]: row.number for row in connection.execute(rows)})


def _by_place(connection: Connection, statement: Select[tuple[object, ...]]) -> Counter[Place]:
    found: Counter[Place] = Counter()
    for row in connection.execute(statement):
        source: LeadSource | Nothing = LeadSource(row.source) if row.source else ""
        found[Stage(row.stage), source, row.agent] += round(row.number or 0)
    return found


def ranks(scope: Scope) -> Subquery:
    """Which of the stages that follow from orders each customer is in, if in any."""
    open_one = stages.counting(_ORDERS, Stage.ORDERED, scope.viewer)
    won = stages.counting(_ORDERS, Stage.WON, scope.viewer)
    rank = func.max(case((open_one, _ORDERED), else_=_WON))
    return (
        select(_O.id_customer, rank.label("by_order"))
        .where(or_(open_one, won))
        .group_by(_O.id_customer)
        .subquery("ranks")
    )


def _standing(scope: Scope) -> Counted:
    by_orders = ranks(scope)
    stage = case(
        (by_orders.c.by_order == _ORDERED, word(Stage.ORDERED.value)),
        (by_orders.c.by_order == _WON, word(Stage.WON.value)),
        else_=status_of(_CUSTOMERS),
    )
    return Counted(
        _CUSTOMERS.outerjoin(by_orders, by_orders.c.id_customer == _C.id),
        (~hidden(_CUSTOMERS), *scope.of_owners(_CUSTOMERS), *scope.of_customers(_CUSTOMERS)),
        _C.id,
        _C.id,
        parts={
            "stage": same(stage),
            "source": same(source_of(_CUSTOMERS)),
            "agent": same(owner_of(_CUSTOMERS)),
            "status": same(status_of(_CUSTOMERS)),
        },
    )


def _orders(scope: Scope) -> Counted:
    by_orders = ranks(scope)
    is_open = stages.counting(_ORDERS, Stage.ORDERED, scope.viewer)
    is_won = stages.counting(_ORDERS, Stage.WON, scope.viewer)
    source = _ORDERS.join(_CUSTOMERS, _C.id == _O.id_customer).join(
        by_orders, by_orders.c.id_customer == _O.id_customer
    )
    return Counted(
        source,
        (
            or_(
                and_(is_open, by_orders.c.by_order == _ORDERED),
                and_(is_won, by_orders.c.by_order == _WON),
            ),
            # In no stage, as the customer itself.
            ~hidden(_CUSTOMERS),
            *scope.of_owners(_CUSTOMERS),
            *scope.of_customers(_CUSTOMERS),
        ),
        _O.id,
        _O.id_customer,
        _O.order_date,
        {
            "stage": same(
                case(
                    (by_orders.c.by_order == _ORDERED, word(Stage.ORDERED.value)),
                    else_=word(Stage.WON.value),
                )
            ),
            "source": same(source_of(_CUSTOMERS)),
            "agent": same(owner_of(_CUSTOMERS)),
        },
    )


def _funnel(scope: Scope) -> Counted:
    """The customers registered in the period; a stage that was skipped counts as reached."""
    status = status_of(_CUSTOMERS)
    warm, hot = SalesStatus.WARM, SalesStatus.HOT
    reached = case(
        (_has_order(OrderStatus.COMPLETED), _level(Stage.WON)),
        (_has_order(*COUNTING_ORDERS), _level(Stage.ORDERED)),
        (or_(status == hot.value, _was_moved_to(hot)), _level(Stage.HOT)),
        (or_(status == warm.value, _was_moved_to(warm)), _level(Stage.WARM)),
        else_=_level(Stage.COLD),
    )
    return Counted(
        _CUSTOMERS,
        (
            scope.during(_C.created_at),
            ~hidden(_CUSTOMERS),
            *scope.of_owners(_CUSTOMERS),
            *scope.of_customers(_CUSTOMERS),
        ),
        _C.id,
        _C.id,
        parts={"stage": at_least(reached, _LADDER.index)},
    )


def _level(stage: Stage) -> ColumnElement[int]:
    return literal(_LADDER.index(stage), Integer())


def _has_order(*statuses: OrderStatus) -> ColumnElement[bool]:
    o = _ORDERS.alias("own_order").c
    word_of: ColumnElement[str] = stages.off_index(o.status)
    wanted = word_of.in_(sorted(one.value for one in statuses))
    return exists().where(o.id_customer == _C.id, wanted).correlate(_CUSTOMERS)


def _was_moved_to(status: SalesStatus) -> ColumnElement[bool]:
    events = _EVENTS.alias("own_move")
    e = events.c
    return (
        exists()
        .where(
            e.customer_id == _C.id,
            e.kind == EventKind.STATUS_MOVED.value,
            moves.moved_to(events) == status.value,
        )
        .correlate(_CUSTOMERS)
    )
