"""Agents: what each of them did in the period, and what came of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, or_, select

from salesdesk.domain.contact import Method
from salesdesk.domain.events import EventKind
from salesdesk.domain.moments import EARLIEST
from salesdesk.domain.ownership import UnbindingReason
from salesdesk.domain.pipeline import OrderStatus
from salesdesk.domain.reports.drill_down import NONE, Figure
from salesdesk.storage import tables
from salesdesk.storage.db.sql_time import seconds
from salesdesk.storage.reads import moments, stages
from salesdesk.storage.reads.reports import methods, moves, worth
from salesdesk.storage.reads.reports.counted import Counted, by_agent, same
from salesdesk.storage.reads.reports.methods import Tries
from salesdesk.storage.reads.reports.office_time import monday_of
from salesdesk.storage.reads.reports.scope import Scope, owner_of

_CUSTOMERS, _CONTACTS, _EVENTS = (
    tables.customers, tables.customer_contacts, tables.salesdesk_events,
)  # fmt: skip
_HISTORY, _ORDERS = tables.customer_binding_history, tables.orders
_C, _K, _E, _H, _O = _CUSTOMERS.c, _CONTACTS.c, _EVENTS.c, _HISTORY.c, _ORDERS.c

_ACTS = (Figure.AGENTS_CLAIMS, Figure.AGENTS_MOVED_UP, Figure.AGENTS_MOVED_DOWN)
_PLANS = (Figure.AGENTS_KEPT, Figure.AGENTS_MISSED)


@dataclass(frozen=True, slots=True)
class Sold:
    """Orders, and what they are worth in whole units of the shared currency."""

    number: int = 0
    value: int = 0


def counted(figure: Figure, scope: Scope) -> Counted:
    """The rows of a figure of this report."""
    if figure is Figure.AGENTS_CONTACTS:
        return methods.contacts(scope, with_customers=True)
    if figure in (Figure.AGENTS_CUSTOMERS, Figure.AGENTS_REACHED):
        return _reached(scope, by_agent=figure is Figure.AGENTS_CUSTOMERS)
    if figure in _PLANS:
        rows = _planned(scope)
        return rows.those(_outcome(figure, rows))
    if figure in _ACTS:
        return _acts(scope).those(_act(figure))
    return _lost(scope) if figure is Figure.AGENTS_LOST else _won(scope)


def contacts(connection: Connection, scope: Scope) -> dict[tuple[str, Method, date], Tries]:
    """The contacts of each agent, method and week, the week by its Monday."""
    found = methods.tried(connection, scope, "agent", "method", "week")
    return {
        (agent, Method(method), monday_of(int(week))): tries
        for (agent, method, week), tries in found
    }


def customers(connection: Connection, scope: Scope) -> Counter[str]:
    """How many customers each agent contacted."""
    return _by_agent(connection, _reached(scope, by_agent=True).sums("agent"))


def reached(connection: Connection, scope: Scope) -> int:
    """How many customers anybody contacted, each counted once."""
    return int(connection.execute(_reached(scope, by_agent=False).sums()).scalar_one())


def planned(connection: Connection, scope: Scope) -> dict[Figure, Counter[str]]:
    """How many follow-ups of each agent were kept, and how many missed."""
    rows = _planned(scope)
    return by_agent(connection, rows, {one: _outcome(one, rows) for one in _PLANS})


def acts(connection: Connection, scope: Scope) -> dict[Figure, Counter[str]]:
    """How many claims and moves up and down each agent made."""
    return by_agent(connection, _acts(scope), {one: _act(one) for one in _ACTS})


def lost(connection: Connection, scope: Scope) -> Counter[str]:
    """How many customers each agent lost to inactivity."""
    return _by_agent(connection, _lost(scope).sums("agent"))


def won(connection: Connection, scope: Scope) -> dict[str, Sold]:
    """The orders won, by the agent who has the customer now."""
    rows = _won(scope)
    number = _by_agent(connection, rows.sums("agent"))
    value: Counter[str] = Counter()
    for statement in worth.sums(rows, "agent"):
        # update, since + would drop what is below zero, such as the discounts of an order.
        value.update(_by_agent(connection, statement))
    return {agent: Sold(number[agent], value[agent]) for agent in number}


def _by_agent(connection: Connection, statement: Select[Any]) -> Counter[str]:
    found: Counter[str] = Counter()
    for row in connection.execute(statement):
        found[row.agent] += round(row.number or 0)
    return found


def _reached(scope: Scope, *, by_agent: bool) -> Counted:
    """The customers who were contacted: once for each agent, or once at all."""
    rows = methods.contacts(scope, with_customers=scope.narrows_customers)
    columns = (_K.customer_id, _K.contacted_by_uid) if by_agent else (_K.customer_id,)
    reached = (
        select(*columns).select_from(rows.source).where(*rows.where).distinct().subquery("reached")
    )
    r = reached.c
    parts = {"agent": same(r.contacted_by_uid)} if by_agent else {}
    return Counted(reached, (), r.customer_id, r.customer_id, parts=parts)


def _planned(scope: Scope) -> Counted:
    """The contacts whose follow-up was due on a day of the period that is over.

    A follow-up that a newer contact replaced before its day is that contact's, and not counted.
    """
    k = _CONTACTS.alias("later").c
    newer = or_(
        k.contact_date > _K.contact_date, (k.contact_date == _K.contact_date) & (k.id > _K.id)
    )
    following = (
        select(func.min(k.contact_date, type_=_K.contact_date.type))
        .where(k.customer_id == _K.customer_id, newer, k.contact_date <= scope.viewer.clock.latest)
        .correlate(_CONTACTS)
        .scalar_subquery()
    )
    due = _K.next_follow_up_date
    planned = (
        # DISTINCT keeps the servers from merging this, which would look `following` up anew for
        # every condition.
        select(
            _K.id,
            _K.customer_id,
            _K.contact_date,
            _K.contacted_by_uid.label("agent"),
            _day(scope, due).label("due"),
            _day(scope, following).label("following"),
        )
        .select_from(
            _CONTACTS.outerjoin(_CUSTOMERS, _C.id == _K.customer_id)
            if scope.narrows_customers
            else _CONTACTS
        )
        .where(
            scope.during(due),
            due < scope.viewer.today.start,
            _K.contact_date >= EARLIEST,
            *scope.of_agents(_K.contacted_by_uid),
            *scope.of_customers(_CUSTOMERS),
        )
        .distinct()
        .subquery("planned")
    )
    p = planned.c
    current = or_(p.following.is_(None), p.following >= p.due)
    return Counted(
        planned, (current,), p.id, p.customer_id, p.contact_date, {"agent": same(p.agent)}
    )


def _day(scope: Scope, moment: ColumnElement[Any]) -> ColumnElement[int]:
    return scope.office.day(seconds(moment))


def _outcome(figure: Figure, planned: Counted) -> ColumnElement[bool]:
    """Kept: the customer was contacted on the day, by anybody."""
    p = planned.source.c
    if figure is Figure.AGENTS_KEPT:
        return p.following == p.due
    return or_(p.following.is_(None), p.following > p.due)


def _acts(scope: Scope) -> Counted:
    """The claims and moves of the period, by who made them."""
    kinds = (EventKind.CLAIMED.value, EventKind.STATUS_MOVED.value)
    return Counted(
        _EVENTS.outerjoin(_CUSTOMERS, _C.id == _E.customer_id),
        (
            _E.kind.in_(kinds),
            _E.customer_id.is_not(None),
            scope.during(_E.at),
            *scope.of_agents(_E.actor_uid),
            *scope.of_customers(_CUSTOMERS),
        ),
        _E.id,
        _E.customer_id,
        _E.at,
        {"agent": same(func.coalesce(_E.actor_uid, NONE))},
    )


def _act(figure: Figure) -> ColumnElement[bool]:
    if figure is Figure.AGENTS_CLAIMS:
        return _E.kind == EventKind.CLAIMED.value
    way = moves.goes_up if figure is Figure.AGENTS_MOVED_UP else moves.goes_down
    return (_E.kind == EventKind.STATUS_MOVED.value) & way(_EVENTS)


def _lost(scope: Scope) -> Counted:
    """The rows of the ownership history that ended for inactivity, of whoever had the customer."""
    return Counted(
        _HISTORY.outerjoin(_CUSTOMERS, _C.id == _H.customer_id),
        (
            _H.unbinding_reason == UnbindingReason.INACTIVITY.value,
            scope.during(_H.binding_end_date),
            *scope.of_agents(_H.bound_to_uid),
            *scope.of_customers(_CUSTOMERS),
        ),
        _H.id,
        _H.customer_id,
        _H.binding_end_date,
        {"agent": same(_H.bound_to_uid)},
    )


def _won(scope: Scope) -> Counted:
    """The completed orders delivered in the period, by the owner of the customer now.

    The delivery is the date by which the pipeline decides on won; it is the office's clock. One
    that is still to come is won when it has come.
    """
    zone = scope.viewer.settings.office_zone
    first, until, latest = (
        moments.local(moment, zone)
        for moment in (
            max(scope.bounds.from_utc, EARLIEST),
            scope.bounds.until_utc,
            scope.viewer.clock.latest,
        )
    )
    return Counted(
        _ORDERS.join(_CUSTOMERS, _C.id == _O.id_customer),
        (
            stages.off_index(_O.status) == OrderStatus.COMPLETED.value,
            _O.delivery_datetime >= first,
            _O.delivery_datetime < until,
            _O.delivery_datetime <= latest,
            *scope.of_owners(_CUSTOMERS),
            *scope.of_customers(_CUSTOMERS),
        ),
        _O.id,
        _O.id_customer,
        _O.delivery_datetime,
        {"agent": same(owner_of(_CUSTOMERS))},
    )
