"""Moves of the pipeline, the days between them, and who has not been moved for long."""

from __future__ import annotations

from collections import Counter

from sqlalchemy import ColumnElement, Connection, Integer, case, false, func, select

from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.events import EventKind
from salesdesk.domain.pipeline import Stage
from salesdesk.domain.reports.drill_down import Figure
from salesdesk.domain.reports.pipeline import STUCK_DAYS
from salesdesk.storage import tables
from salesdesk.storage.db.sql_time import quotient, seconds, to_seconds
from salesdesk.storage.db.types import greatest
from salesdesk.storage.reads.conditions import owned
from salesdesk.storage.reads.reports import moves, standing
from salesdesk.storage.reads.reports.counted import Counted, same, within
from salesdesk.storage.reads.reports.office_time import DAY_SECONDS
from salesdesk.storage.reads.reports.scope import Scope, elapsed, status_of

_CUSTOMERS, _EVENTS = tables.customers, tables.salesdesk_events
_C, _E = _CUSTOMERS.c, _EVENTS.c


def counted(figure: Figure, scope: Scope) -> Counted:
    """The rows of a figure of moves."""
    if figure is Figure.PIPELINE_MOVES:
        return _moves(scope)
    if figure is Figure.PIPELINE_STUCK:
        return _stuck(scope)
    return _stays(scope, known=figure is Figure.PIPELINE_STAYS)


def moved(connection: Connection, scope: Scope) -> Counter[tuple[Stage, SalesStatus]]:
    """The moves of the period, from where to where."""
    rows = connection.execute(_moves(scope).sums("stage", "to"))
    return Counter({(Stage(row.stage), SalesStatus(row.to)): row.number for row in rows})


def stays(connection: Connection, scope: Scope) -> Counter[tuple[Stage, int | None]]:
    """How many days the customers that were moved had been in the stage; None: not known."""
    stay = _stays(scope, known=None)
    rows = connection.execute(stay.sums("stage", "bucket"))
    return Counter(
        {
            (Stage(row.stage), None if row.bucket is None else int(row.bucket)): row.number
            for row in rows
        }
    )


def stuck(connection: Connection, scope: Scope) -> Counter[tuple[Stage, str, int]]:
    """How many owned customers are stuck, by stage, owner and days in the stage."""
    rows = connection.execute(_stuck(scope).sums("stage", "agent", "bucket"))
    return Counter({(Stage(row.stage), row.agent, int(row.bucket)): row.number for row in rows})


def _moves(scope: Scope) -> Counted:
    """The moves in the period, by whoever of the agents made them."""
    return Counted(
        _EVENTS.outerjoin(_CUSTOMERS, _C.id == _E.customer_id),
        _moving(scope),
        _E.id,
        _E.customer_id,
        _E.at,
        {
            "stage": same(moves.moved_from(_EVENTS)),
            "to": same(moves.moved_to(_EVENTS)),
            "agent": same(_E.actor_uid),
        },
    )


def _moving(scope: Scope) -> tuple[ColumnElement[bool], ...]:
    return (
        _E.kind == EventKind.STATUS_MOVED.value,
        _E.customer_id.is_not(None),
        scope.during(_E.at),
        *scope.of_agents(_E.actor_uid),
        *scope.of_customers(_CUSTOMERS),
    )


def _stays(scope: Scope, *, known: bool | None) -> Counted:
    """The same moves, with the days since the customer came into the stage that it left."""
    e = _EVENTS.alias("earlier").c
    kinds = (EventKind.STATUS_MOVED.value, EventKind.CUSTOMER_CREATED.value)
    came = (
        select(func.max(e.at, type_=_E.at.type))
        .where(e.customer_id == _E.customer_id, e.kind.in_(kinds), e.at < _E.at)
        .correlate(_EVENTS)
        .scalar_subquery()
    )
    stay = (
        select(
            _E.id,
            _E.customer_id,
            _E.at,
            moves.moved_from(_EVENTS).label("stage"),
            quotient(elapsed(came, _E.at), DAY_SECONDS).label("days"),
        )
        .select_from(_EVENTS.outerjoin(_CUSTOMERS, _C.id == _E.customer_id))
        .where(*_moving(scope))
        .subquery("stay")
    )
    s = stay.c
    where = () if known is None else (s.days.is_not(None) if known else s.days.is_(None),)
    parts = {"stage": same(s.stage), "bucket": within(s.days)}
    return Counted(stay, where, s.id, s.customer_id, s.at, parts)


def _stuck(scope: Scope) -> Counted:
    """The owned customers who have been in their stage for long, as far as events tell.

    Who was never moved has been there since it was registered, or since events are kept.
    """
    ranks = standing.ranks(scope)
    e = _EVENTS.alias("last_move").c
    last_move = (
        select(seconds(func.max(e.at, type_=_E.at.type)))
        .where(e.customer_id == _C.id, e.kind == EventKind.STATUS_MOVED.value)
        .correlate(_CUSTOMERS)
        .scalar_subquery()
    )
    known = to_seconds(scope.known_from) if scope.known_from is not None else 0
    created = case(
        (scope.viewer.clock.credible(_C.created_at), seconds(_C.created_at)), else_=known
    )
    since = func.coalesce(last_move, greatest(created, known), type_=Integer())
    waiting = (
        select(
            _C.id,
            status_of(_CUSTOMERS).label("stage"),
            _C.bound_to_uid.label("agent"),
            quotient(to_seconds(scope.viewer.now) - since, DAY_SECONDS).label("days"),
        )
        .select_from(_CUSTOMERS.outerjoin(ranks, ranks.c.id_customer == _C.id))
        .where(
            owned(_CUSTOMERS),
            ranks.c.by_order.is_(None),
            *scope.of_owners(_CUSTOMERS),
            *scope.of_customers(_CUSTOMERS),
        )
        .subquery("waiting")
    )
    w = waiting.c
    long_there = w.days >= STUCK_DAYS if scope.known_from is not None else false()
    parts = {"stage": same(w.stage), "agent": same(w.agent), "bucket": within(w.days)}
    return Counted(waiting, (long_there,), w.id, w.id, parts=parts)
