"""What is shown of the rows behind a mark, read by their keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, Select, String, select, type_coerce

from salesdesk.domain.contact import Method, Outcome
from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.moments import EARLIEST
from salesdesk.domain.ownership import UnbindingReason
from salesdesk.domain.reports.drill_down import RowKind
from salesdesk.domain.reports.opened import OpenedRow
from salesdesk.storage import tables
from salesdesk.storage.reads import order_values
from salesdesk.storage.reads.enums import member
from salesdesk.storage.reads.people import shown_name
from salesdesk.storage.reads.reports import moves
from salesdesk.storage.reads.reports.scope import Scope
from salesdesk.storage.reads.timeline_streams import dated

_CUSTOMERS, _USERS = tables.customers, tables.users
_C = _CUSTOMERS.c
_EARLIEST_LOCAL = EARLIEST.replace(tzinfo=None)

Found = dict[str, OpenedRow]


def of(connection: Connection, scope: Scope, kind: RowKind, ids: Sequence[str]) -> Found:
    """These rows by their ids; those that are gone meanwhile are left out."""
    return _READ[kind](connection, scope, ids) if ids else {}


def _customers(connection: Connection, scope: Scope, ids: Sequence[str]) -> Found:
    statement = _shown(_C.id, _C.bound_to_uid, _C.last_interaction_date).select_from(
        _CUSTOMERS.outerjoin(_USERS, _USERS.c.firebase_uid == _C.bound_to_uid)
    )
    return {
        row.id: _made(RowKind.CUSTOMERS, row, row.id)
        for row in connection.execute(statement.where(_C.id.in_(ids)))
    }


def _contacts(connection: Connection, scope: Scope, ids: Sequence[str]) -> Found:
    table = tables.customer_contacts
    k = table.c
    statement = _joined(
        _shown(
            k.id, k.contacted_by_uid, k.contact_date, k.customer_id,
            type_coerce(k.contact_method, String()).label("method"),
            type_coerce(k.contact_status, String()).label("outcome"),
        ),
        table, k.customer_id, k.contacted_by_uid,
    )  # fmt: skip
    return {
        row.id: _made(
            RowKind.CONTACTS,
            row,
            row.customer_id,
            method=member(Method, row.method),
            outcome=member(Outcome, row.outcome),
        )
        for row in connection.execute(statement.where(k.id.in_(ids)))
    }


def _events(connection: Connection, scope: Scope, ids: Sequence[str]) -> Found:
    table = tables.salesdesk_events
    e = table.c
    statement = _joined(
        _shown(
            e.id, e.actor_uid, e.at, e.customer_id,
            moves.moved_from(table).label("moved_from"), moves.moved_to(table).label("moved_to"),
        ),
        table, e.customer_id, e.actor_uid,
    )  # fmt: skip
    return {
        row.id: _made(
            RowKind.EVENTS,
            row,
            row.customer_id,
            moved_from=SalesStatus(row.moved_from),
            moved_to=SalesStatus(row.moved_to),
        )
        for row in connection.execute(statement.where(e.id.in_(ids)))
    }


def _claims(connection: Connection, scope: Scope, ids: Sequence[str]) -> Found:
    table = tables.salesdesk_events
    e = table.c
    shown = _shown(e.id, e.actor_uid, e.at, e.customer_id)
    statement = _joined(shown, table, e.customer_id, e.actor_uid).where(e.id.in_(ids))
    return {
        row.id: _made(RowKind.CLAIMS, row, row.customer_id) for row in connection.execute(statement)
    }


def _endings(connection: Connection, scope: Scope, ids: Sequence[str]) -> Found:
    table = tables.customer_binding_history
    h = table.c
    statement = _joined(
        _shown(
            h.id, h.bound_to_uid, h.binding_end_date, h.customer_id,
            type_coerce(h.unbinding_reason, String()).label("reason"),
        ),
        table, h.customer_id, h.bound_to_uid,
    )  # fmt: skip
    return {
        row.id: _made(
            RowKind.ENDINGS, row, row.customer_id, reason=member(UnbindingReason, row.reason)
        )
        for row in connection.execute(statement.where(h.id.in_(ids)))
    }


def _orders(connection: Connection, scope: Scope, ids: Sequence[str]) -> Found:
    """The orders by the date on which they were placed."""
    return _ordered(connection, scope, ids, RowKind.ORDERS, tables.orders.c.order_date)


def _deliveries(connection: Connection, scope: Scope, ids: Sequence[str]) -> Found:
    """The orders by their delivery."""
    dated_by = tables.orders.c.delivery_datetime
    return _ordered(connection, scope, ids, RowKind.DELIVERIES, dated_by)


def _ordered(
    connection: Connection,
    scope: Scope,
    ids: Sequence[str],
    kind: RowKind,
    dated_by: ColumnElement[datetime],
) -> Found:
    """The orders, whose owner is the customer's and whose dates are the office's clock."""
    table, zone = tables.orders, scope.viewer.settings.office_zone
    o = table.c
    statement = _joined(
        _shown(
            o.id, _C.bound_to_uid, dated_by, o.id_customer.label("customer_id"),
            type_coerce(o.status, String()).label("order_status"),
        ),
        table, o.id_customer, _C.bound_to_uid,
    )  # fmt: skip
    values = order_values.of_orders(connection, ids)

    def moment(local: datetime | None) -> datetime | None:
        if local is None or local < _EARLIEST_LOCAL:
            return None
        return local.replace(tzinfo=zone).astimezone(UTC)

    return {
        row.id: _made(
            kind,
            row,
            row.customer_id,
            at=moment(row.at),
            order_status=row.order_status,
            value=values[row.id],
        )
        for row in connection.execute(statement.where(o.id.in_(ids)))
    }


_READ: dict[RowKind, Callable[[Connection, Scope, Sequence[str]], Found]] = {
    RowKind.CUSTOMERS: _customers,
    RowKind.CONTACTS: _contacts,
    RowKind.EVENTS: _events,
    RowKind.CLAIMS: _claims,
    RowKind.ENDINGS: _endings,
    RowKind.ORDERS: _orders,
    RowKind.DELIVERIES: _deliveries,
}


def _shown(
    row_id: ColumnElement[Any], by: ColumnElement[Any], at: ColumnElement[Any], *more: Any
) -> Select[Any]:
    # A person's name is null where nobody of that uid is known, unlike elsewhere.
    known = shown_name(_USERS, _USERS.c.firebase_uid).label("by_name")
    return select(
        row_id.label("id"), by.label("by_uid"), known, at.label("at"),
        _C.name, _C.company, _C.sales_status, *more,
    )  # fmt: skip


def _joined(
    chosen: Select[Any], table: FromClause, customer: ColumnElement[Any], by: ColumnElement[Any]
) -> Select[Any]:
    source = table.outerjoin(_CUSTOMERS, _C.id == customer)
    return chosen.select_from(source.outerjoin(_USERS, _USERS.c.firebase_uid == by))


def _made(kind: RowKind, row: Any, customer_id: str, **more: Any) -> OpenedRow:
    there = row.name is not None
    at = more.pop("at") if "at" in more else dated(row.at)
    return OpenedRow(
        kind,
        row.id,
        customer_id,
        row.name,
        row.company,
        at,
        row.by_uid,
        row.by_name,
        SalesStatus.of(row.sales_status) if there else None,
        **more,
    )
