"""The statement of a page of customers: its columns, its conditions and its order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import FromClause, Select, String, case, func, null, select, type_coerce

from salesdesk.domain.queries import CustomerQuery, OwnerScope
from salesdesk.storage import tables
from salesdesk.storage.idle_clock import owned
from salesdesk.storage.reads import filters, sorting
from salesdesk.storage.reads.people import shown_name
from salesdesk.storage.reads.search import Search, hits
from salesdesk.storage.reads.sight import Sight

_CUSTOMERS = tables.customers
_C = _CUSTOMERS.c
_USERS = tables.users
_PLANS = tables.salesdesk_plans
_PROTECTIONS = tables.salesdesk_protections

#: MySQL joins what is small by a hash of it and sorts everything; MariaDB reads a comment.
BY_KEY = "/*+ NO_BNL() */"


@dataclass(frozen=True, slots=True)
class Chosen:
    """The customers of one stretch of a list, from a place on.

    Attributes:
        seen: value and id of the row before; None: from the stretch's beginning.
        limit: how many rows at most; None: all of them.
    """

    query: CustomerQuery
    search: Search
    sight: Sight
    part: sorting.Stretch
    seen: tuple[Any, str] | None
    limit: int | None
    on_mysql: bool

    def rows(self) -> Select[Any]:
        """The rows, in order."""
        query = self.query
        value = null() if self.part.value is None else self.part.value
        found = (
            columns(self.sight)
            .add_columns(value.label("sort_value"))
            .select_from(joined(self._from(ordered=True)))
        )
        rare = query.owner.scope is OwnerScope.PERSON and (
            query.days_left is not None or query.follow_up is not None
        )
        return self._ordered(self._narrowed(found), rare=rare)

    def ids(self) -> Select[Any]:
        """The ids, in no order."""
        chosen = select(_C.id).select_from(self._from(ordered=False))
        return self._narrowed(chosen).limit(self.limit)

    def _from(self, *, ordered: bool) -> FromClause:
        if not self.search:
            return _CUSTOMERS

        def branch(found: Select[Any]) -> Select[Any]:
            if not ordered:
                return self._narrowed(found).limit(self.limit)
            if self.query.sort.fast:
                return self._ordered(self._narrowed(found), rare=True)
            # A slow order may need other tables, and is only asked for among few customers.
            return found.where(*filters.conditions(self.query, _CUSTOMERS, self.sight))

        scan = self.query.owner.scope is not OwnerScope.PERSON
        found = hits(self.search, self.sight, branch, scan=scan)
        return found.join(_CUSTOMERS, _C.id == found.c.id)

    def _narrowed(self, statement: Select[Any]) -> Select[Any]:
        filtered = statement.where(
            *filters.conditions(self.query, _CUSTOMERS, self.sight), self.part.within
        )
        if self.seen is None:
            return filtered
        descending = self.query.descending
        return filtered.where(sorting.beyond(self.part, _C.id, self.seen, descending=descending))

    def _ordered(self, statement: Select[Any], *, rare: bool) -> Select[Any]:
        """In order; what is rare is found first, not met on a walk along the order's index."""
        order = sorting.order(
            self.part,
            _C.id,
            descending=self.query.descending,
            off_index=rare and self.on_mysql,
        )
        return statement.order_by(*order).limit(self.limit)


def joined(customers: FromClause) -> FromClause:
    """Customers with their owners, plans and protections, each found by its key."""
    return (
        customers.outerjoin(_USERS, _USERS.c.firebase_uid == _C.bound_to_uid)
        .outerjoin(_PLANS, _PLANS.c.customer_id == _C.id)
        .outerjoin(_PROTECTIONS, _PROTECTIONS.c.customer_id == _C.id)
    )


def columns(sight: Sight) -> Select[Any]:
    """A row's columns; a phone that the role withholds does not leave the database."""
    phone = _C.phone_number
    shown = phone if sight.pool_phones else case((owned(_CUSTOMERS), phone))
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
    )
    return found.prefix_with(BY_KEY, dialect="mysql")
