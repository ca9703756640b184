"""The filters of the customers table as conditions of the customers' own columns.

Days left and the next step are no columns of theirs: see `by_summary`.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import ColumnElement, FromClause, or_

from salesdesk.domain.ownership import BindingStatus
from salesdesk.domain.queries import CustomerQuery, OwnerScope
from salesdesk.storage.reads.conditions import has_status, owned
from salesdesk.storage.stores.links import hidden
from salesdesk.storage.stores.set_asides import asked_for


def conditions(query: CustomerQuery, customers: FromClause) -> list[ColumnElement[bool]]:
    """What a customer must fulfil; the search text is not among it."""
    return [*_conditions(query, customers), ~hidden(customers)]


def _conditions(query: CustomerQuery, customers: FromClause) -> Iterable[ColumnElement[bool]]:
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
    if query.round is not None:
        yield asked_for(query.round, customers)


def available(customers: FromClause) -> ColumnElement[bool]:
    """Whether nobody has the customer; a row at odds with itself counts as nobody's."""
    c = customers.c
    status = c.binding_status
    return or_(status != BindingStatus.BOUND.value, status.is_(None), c.bound_to_uid.is_(None))
