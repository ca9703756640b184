"""The columns of customers that are read only where they are shown: a few statements a page."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Column, Connection, and_, func, select, true

from salesdesk.domain.moments import EARLIEST
from salesdesk.domain.queries import CustomerMore
from salesdesk.storage import tables
from salesdesk.storage.reads.conditions import owned
from salesdesk.storage.reads.people import shown_name
from salesdesk.storage.reads.viewer import Viewer

_C, _K = tables.customers.c, tables.customer_contacts.c


def of(connection: Connection, ids: Collection[str], viewer: Viewer) -> dict[str, CustomerMore]:
    """What there is more of these customers; those that are gone are left out."""
    wanted = sorted(set(ids))
    if not wanted:
        return {}
    users = tables.users
    statement = (
        select(_C.id, _C.address, shown_name(users, _C.firebase_uid).label("registered_by"))
        .select_from(tables.customers.outerjoin(users, users.c.firebase_uid == _C.firebase_uid))
        .where(_C.id.in_(wanted))
    )
    contacts = _numbers(connection, _K.customer_id, wanted)
    orders = _numbers(connection, tables.orders.c.id_customer, wanted)
    notes = _newest_notes(connection, wanted, viewer)
    return {
        row.id: CustomerMore(
            row.address or "",
            row.registered_by or "",
            contacts.get(row.id, 0),
            orders.get(row.id, 0),
            notes.get(row.id),
        )
        for row in connection.execute(statement)
    }


def _numbers(connection: Connection, column: Column[str], ids: list[str]) -> dict[str, int]:
    statement = select(column, func.count()).where(column.in_(ids)).group_by(column)
    return {row[0]: row[1] for row in connection.execute(statement)}


def _newest_notes(connection: Connection, ids: list[str], viewer: Viewer) -> dict[str, str]:
    noted = and_(_K.notes.is_not(None), _K.notes != "")
    newest = (
        select(_K.customer_id, func.max(_K.contact_date).label("at"))
        .where(
            _K.customer_id.in_(ids),
            noted,
            _K.contact_date >= EARLIEST,
            _K.contact_date <= viewer.clock.latest,
        )
        .group_by(_K.customer_id)
        .subquery("newest_note")
    )
    statement = (
        select(_K.customer_id, _K.notes)
        .join(newest, and_(_K.customer_id == newest.c.customer_id, _K.contact_date == newest.c.at))
        .join(tables.customers, _C.id == _K.customer_id)
        .where(noted, true() if viewer.pool_notes else owned(tables.customers))
        .order_by(_K.id)
    )
    return {row.customer_id: row.notes for row in connection.execute(statement)}
