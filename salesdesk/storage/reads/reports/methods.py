"""Methods: contacts by method, hour, status and source, and what followed them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    String,
    and_,
    case,
    exists,
    false,
    func,
    select,
    type_coerce,
)

from salesdesk.domain.contact import Method, Outcome
from salesdesk.domain.customer import LeadSource, SalesStatus
from salesdesk.domain.events import EventKind
from salesdesk.domain.moments import DAY, EARLIEST
from salesdesk.domain.pipeline import OPEN_ORDERS, OrderStatus
from salesdesk.domain.reports.drill_down import Figure, Nothing
from salesdesk.domain.reports.methods import FOLLOWING_DAYS
from salesdesk.domain.reports.statistics import Share
from salesdesk.storage import tables
from salesdesk.storage.db.sql_time import seconds
from salesdesk.storage.reads.reports import hours, moves
from salesdesk.storage.reads.reports.counted import Counted, Part, each, same, within
from salesdesk.storage.reads.reports.office_time import DAY_SECONDS, week_number
from salesdesk.storage.reads.reports.scope import Scope, source_of, status_of

_CONTACTS = tables.customer_contacts
_CUSTOMERS = tables.customers
_K, _C = _CONTACTS.c, _CUSTOMERS.c

#: Orders that count: neither cancelled nor expired.
COUNTING_ORDERS = (*OPEN_ORDERS, OrderStatus.COMPLETED)


#: Method, hour of the office's clock, status and source of the customer.
Kind = tuple[Method, int, SalesStatus, LeadSource | Nothing]


@dataclass(frozen=True, slots=True)
class Tries:
    """Contacts and how many of them were successful."""

    number: int = 0
    successes: int = 0

    @property
    def share(self) -> Share:
        """The success rate."""
        return Share(self.successes, self.number)

    def __add__(self, other: Tries) -> Tries:
        return Tries(self.number + other.number, self.successes + other.successes)


@dataclass(frozen=True, slots=True)
class FollowedRow:
    """What followed the contacts of one method."""

    settled: int = 0
    young: int = 0
    traceable: int = 0
    moved_up: int = 0
    ordered: int = 0


def counted(figure: Figure, scope: Scope) -> Counted:
    """The rows of a figure of this report."""
    if figure is Figure.METHODS_ATTEMPTS:
        return _attempts(scope)
    rows = contacts(scope, with_customers=True)
    if figure is Figure.METHODS_CONTACTS:
        return rows
    return rows.those(_following(scope)[figure])


def by_customer(connection: Connection, scope: Scope) -> dict[Kind, Tries]:
    """The contacts of each method, hour, and status and source of the customers as of now.

    In one statement, so that whichever way they are told apart they sum to the same.
    """
    rows = contacts(scope, with_customers=True)
    found: dict[Kind, Tries] = {}
    for (method, hour, status, come_from), tries in _summed(
        connection, rows, "method", "hour", "status", "source"
    ):
        source: LeadSource | Nothing = LeadSource(come_from) if come_from else ""
        found[Method(method), int(hour), SalesStatus(status), source] = tries
    return found


def by_method(connection: Connection, scope: Scope) -> dict[Method, Tries]:
    """The contacts of each method."""
    rows = contacts(scope, with_customers=scope.narrows_customers)
    return {Method(method): tries for (method,), tries in _summed(connection, rows, "method")}


def followed(connection: Connection, scope: Scope) -> dict[Method, FollowedRow]:
    """What followed the contacts of each method."""
    rows = contacts(scope, with_customers=scope.narrows_customers)
    conditions = _following(scope)
    return {
        Method(row.method): FollowedRow(*(int(getattr(row, one.name)) for one in conditions))
        for row in connection.execute(rows.sums("method", also=each(conditions)))
    }


def attempts(connection: Connection, scope: Scope) -> Counter[int]:
    """How many customers needed how many attempts."""
    return Counter(
        {int(row.bucket): row.number for row in connection.execute(_attempts(scope).sums("bucket"))}
    )


def successes() -> Mapping[str, ColumnElement[Any]]:
    """What `Counted.sums` is to add up besides: the successful contacts."""
    return {"successes": func.sum(case((_successful(_K), 1), else_=0))}


def tried(
    connection: Connection, scope: Scope, *names: str
) -> Iterator[tuple[tuple[Any, ...], Tries]]:
    """The contacts of each combination of these parts, whose values come in their order.

    From the cache by hours where it is kept and can answer, else from the contacts.
    """
    if hours.answers(scope):
        for keys, number, successes_of in hours.tried(connection, scope, *names):
            yield keys, Tries(number, successes_of)
        return
    rows = contacts(scope, with_customers=scope.narrows_customers)
    yield from _summed(connection, rows, *names)


def _summed(
    connection: Connection, rows: Counted, *names: str
) -> Iterator[tuple[tuple[Any, ...], Tries]]:
    for row in connection.execute(rows.sums(*names, also=successes())):
        keys = tuple(getattr(row, name) for name in names)
        yield keys, Tries(row.number, int(row.successes))


def _successful(k: Any) -> ColumnElement[bool]:
    return type_coerce(k.contact_status, String()) == Outcome.SUCCESSFUL.value


def contacts(scope: Scope, *, with_customers: bool) -> Counted:
    """The contacts in the frame whose method and outcome are known words."""
    method, outcome = type_coerce(_K.contact_method, String()), _K.contact_status
    at = seconds(_K.contact_date)
    parts: dict[str, Part] = {
        "agent": same(_K.contacted_by_uid),
        "method": same(method),
        "outcome": same(type_coerce(outcome, String())),
        "hour": same(scope.office.hour(at)),
        "weekday": same(scope.office.weekday(at)),
        "week": same(scope.office.week(at), week_number),
    }
    source: FromClause = _CONTACTS
    if with_customers:
        source = _CONTACTS.outerjoin(_CUSTOMERS, _C.id == _K.customer_id)
        parts["status"] = same(status_of(_CUSTOMERS))
        parts["source"] = same(source_of(_CUSTOMERS))
    where = (
        scope.during(_K.contact_date),
        method.in_([one.value for one in Method]),
        type_coerce(outcome, String()).in_([one.value for one in Outcome]),
        *scope.of_agents(_K.contacted_by_uid),
        *scope.of_customers(_CUSTOMERS),
    )
    return Counted(source, where, _K.id, _K.customer_id, _K.contact_date, parts)


def _following(scope: Scope) -> dict[Figure, ColumnElement[bool]]:
    """What a contact must fulfil to be counted among those with a certain sequel.

    In the order of `FollowedRow`.
    """
    settled = _K.contact_date <= scope.viewer.now - FOLLOWING_DAYS * DAY
    known = false() if scope.known_from is None else _K.contact_date >= scope.known_from
    traceable = and_(settled, known)
    return {
        Figure.METHODS_SETTLED: settled,
        Figure.METHODS_YOUNG: _K.contact_date > scope.viewer.now - FOLLOWING_DAYS * DAY,
        Figure.METHODS_TRACEABLE: traceable,
        Figure.METHODS_MOVED_UP: and_(traceable, _moved_up()),
        Figure.METHODS_ORDERED: and_(settled, _ordered(scope)),
    }


def _moved_up() -> ColumnElement[bool]:
    events = tables.salesdesk_events.alias("sequel")
    e = events.c
    return (
        exists()
        .where(
            e.customer_id == _K.customer_id,
            e.kind == EventKind.STATUS_MOVED.value,
            e.at >= _K.contact_date,
            seconds(e.at) <= seconds(_K.contact_date) + FOLLOWING_DAYS * DAY_SECONDS,
            moves.goes_up(events),
        )
        .correlate(_CONTACTS)
    )


def _ordered(scope: Scope) -> ColumnElement[bool]:
    """Whether the customer ordered afterwards; an order's date is the office's clock."""
    o = tables.orders.alias("sequel_order").c
    placed, at = seconds(o.order_date), scope.office.local(seconds(_K.contact_date))
    return (
        exists()
        .where(
            o.id_customer == _K.customer_id,
            type_coerce(o.status, String()).in_(sorted(one.value for one in COUNTING_ORDERS)),
            placed >= at,
            placed <= at + FOLLOWING_DAYS * DAY_SECONDS,
        )
        .correlate(_CONTACTS)
    )


def _attempts(scope: Scope) -> Counted:
    """The customers whose first success lies in the period, with the attempts until then.

    Of the agents asked for: their contacts alone are counted.
    """
    k = _CONTACTS.alias("successful").c
    first = func.min(k.contact_date, type_=_K.contact_date.type)
    firsts = (
        select(k.customer_id, first.label("at"))
        .where(_successful(k), k.contact_date >= EARLIEST, *scope.of_agents(k.contacted_by_uid))
        .group_by(k.customer_id)
        .having(scope.during(first))
        .subquery("firsts")
    )
    unsuccessful = _CONTACTS.alias("unsuccessful")
    u = unsuccessful.c
    before = and_(
        u.customer_id == firsts.c.customer_id,
        type_coerce(u.contact_status, String()) == Outcome.UNSUCCESSFUL.value,
        u.contact_date >= EARLIEST,
        u.contact_date <= firsts.c.at,
        *scope.of_agents(u.contacted_by_uid),
    )
    tried = (
        select(firsts.c.customer_id, (func.count(u.id) + 1).label("attempts"))
        .select_from(firsts.outerjoin(unsuccessful, before))
        .group_by(firsts.c.customer_id)
        .subquery("tried")
    )
    t = tried.c
    source = tried.outerjoin(_CUSTOMERS, _C.id == t.customer_id)
    parts = {"bucket": within(t.attempts)}
    return Counted(
        source, scope.of_customers(_CUSTOMERS), t.customer_id, t.customer_id, None, parts
    )
