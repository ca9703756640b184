"""The filters of the customers table as conditions."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import ColumnElement, FromClause, not_, or_

from salesdesk.domain.moments import DAY
from salesdesk.domain.ownership import BindingStatus
from salesdesk.domain.queries import CustomerQuery, DaysLeftFilter, OwnerScope
from salesdesk.storage.idle_clock import has_status, owned
from salesdesk.storage.reads import next_steps
from salesdesk.storage.reads.sight import Sight


def conditions(
    query: CustomerQuery, customers: FromClause, sight: Sight
) -> list[ColumnElement[bool]]:
    """What a customer must fulfil; the search text is not among it."""
    return list(_conditions(query, customers, sight))


def _conditions(
    query: CustomerQuery, customers: FromClause, sight: Sight
) -> Iterable[ColumnElement[bool]]:
    c = customers.c
    match query.owner.scope:
        case OwnerScope.PERSON:
            yield c.bound_to_uid == query.owner.uid
            yield c.binding_status == BindingStatus.BOUND.value
        case OwnerScope.AVAILABLE:
            yield available(customers)
        case OwnerScope.BOUND:
            yield owned(customers)
        case OwnerScope.ANYONE:
            pass
    if query.statuses:
        yield has_status(customers, query.statuses)
    if query.sources:
        yield c.lead_source.in_(sorted(one.value for one in query.sources))
    if query.days_left is not None:
        yield owned(customers)
        yield from _days_left(query.days_left, customers, sight)
    if query.follow_up is not None:
        yield next_steps.in_state(customers, query.follow_up, sight)


def available(customers: FromClause) -> ColumnElement[bool]:
    """Whether nobody has the customer; a row at odds with itself counts as nobody's."""
    c = customers.c
    status = c.binding_status
    return or_(status != BindingStatus.BOUND.value, status.is_(None), c.bound_to_uid.is_(None))


def _days_left(
    wanted: DaysLeftFilter, customers: FromClause, sight: Sight
) -> Iterable[ColumnElement[bool]]:
    """Days left = ceil(seconds / 86,400): at most n means that it leaves within n days."""
    clock = sight.clock
    if wanted.at_most is not None:
        yield clock.leaves_by(customers, sight.now + wanted.at_most * DAY)
    if wanted.at_least is not None:
        yield not_(clock.leaves_by(customers, sight.now + (wanted.at_least - 1) * DAY))
