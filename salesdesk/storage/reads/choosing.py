"""The statement of customers' rows: their columns and what is joined for them."""

from __future__ import annotations

from functools import cache
from typing import Any

from sqlalchemy import FromClause, Select, String, case, func, select, type_coerce

from salesdesk.storage import tables
from salesdesk.storage.db.joins import JOINED_BY_KEY
from salesdesk.storage.reads.conditions import owned
from salesdesk.storage.reads.people import shown_name
from salesdesk.storage.stores.beside_idle import BESIDE, with_beside
from salesdesk.storage.stores.set_asides import SAID

_CUSTOMERS = tables.customers
_C = _CUSTOMERS.c
_USERS = tables.users
_PLANS = tables.salesdesk_plans
_PROTECTIONS = tables.salesdesk_protections


def joined(customers: FromClause) -> FromClause:
    """Customers, or a list joined to them, with owners, plans and protections by their keys."""
    return with_beside(
        customers.outerjoin(_USERS, _USERS.c.firebase_uid == _C.bound_to_uid)
        .outerjoin(_PLANS, _PLANS.c.customer_id == _C.id)
        .outerjoin(_PROTECTIONS, _PROTECTIONS.c.customer_id == _C.id)
    )


@cache
def columns(*, pool_phones: bool) -> Select[Any]:
    """A row's columns; a phone that the role withholds does not leave the database.

    Args:
        pool_phones: phones of available customers are shown.
    """
    phone = _C.phone_number
    shown = phone if pool_phones else case((owned(_CUSTOMERS), phone))
    found = select(
        _C.id,
        _C.name,
        _C.company,
        shown.label("phone"),
        type_coerce(_C.sales_status, String()).label("sales_status"),
        type_coerce(_C.lead_source, String()).label("lead_source"),
        type_coerce(_C.binding_status, String()).label("binding_status"),
        # As `users` spells it, so that it can be compared with who is signed in.
        func.coalesce(_USERS.c.firebase_uid, _C.bound_to_uid).label("bound_to_uid"),
        _C.binding_start_date,
        _C.last_interaction_date,
        _C.created_at,
        _C.updated_at,
        shown_name(_USERS, _C.bound_to_uid).label("owner_name"),
        _PLANS.c.due_at,
        _PLANS.c.written_at,
        _PROTECTIONS.c.until,
        *BESIDE,
        *SAID,
    )
    return found.prefix_with(JOINED_BY_KEY, dialect="mysql")
