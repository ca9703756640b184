"""What a repair touches: the customers of one kind of breach, and their rows as they stand."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection, func, select

from salesdesk.storage import tables
from salesdesk.storage.reads import doctor

#: Table and id of a row, and its columns as texts (moments in ISO form, UTC); None: null.
Rows = Mapping[tuple[str, str], Mapping[str, str | None]]

_BINDING = ("bound_to_uid", "binding_start_date", "binding_status")
_SPELL = ("bound_to_uid", "binding_start_date", "binding_end_date", "unbinding_reason")


def affected(connection: Connection, kind: str) -> tuple[str, ...]:
    """Ids of all customers with this kind of breach of their binding, in order."""
    rows = doctor.of_binding(kind).subquery()
    (found,) = rows.c
    return tuple(connection.execute(select(found).order_by(found)).scalars())


def is_affected(connection: Connection, kind: str, customer_id: str) -> bool:
    """Whether this customer has this kind of breach now."""
    rows = doctor.of_binding(kind).subquery()
    (found,) = rows.c
    statement = select(func.count()).select_from(rows).where(found == customer_id)
    return bool(connection.execute(statement).scalar_one())


def binding_rows(connection: Connection, customer_id: str) -> Rows:
    """The customer's own row and all of its ownership history, in the columns of the binding."""
    found: dict[tuple[str, str], Mapping[str, str | None]] = {}
    for table, key, columns in (
        (tables.customers, "id", _BINDING),
        (tables.customer_binding_history, "customer_id", _SPELL),
    ):
        statement = (
            select(table.c.id, *(table.c[name] for name in columns))
            .where(table.c[key] == customer_id)
            .order_by(table.c.id)
        )
        for row in connection.execute(statement).mappings():
            found[table.name, row["id"]] = {name: _told(row[name]) for name in columns}
    return found


def _told(value: object) -> str | None:
    if value is None:
        return None
    return value.isoformat() if isinstance(value, datetime) else str(value)
