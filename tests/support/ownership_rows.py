"""A customer's rows as they stand: the binding, its history, its events."""

from __future__ import annotations

from tests.support.factories import Office


def rows_of(office: Office, customer_id: str) -> list[tuple[object, ...]]:
    return office.database.execute(
        "SELECT bound_to_uid, binding_start_date, binding_end_date, unbinding_reason "
        "FROM customer_binding_history WHERE customer_id = %s "
        "ORDER BY binding_start_date, binding_end_date IS NULL, id",
        customer_id,
    )


def state_of(office: Office, customer_id: str) -> tuple[object, ...]:
    found = office.database.execute(
        "SELECT bound_to_uid, binding_status, binding_start_date IS NULL "
        "FROM customers WHERE id = %s",
        customer_id,
    )
    return found[0]


def shown(moment: object) -> str:
    return str(moment)[:19]


def events_of(office: Office, customer_id: str) -> list[str]:
    rows = office.database.execute(
        "SELECT kind FROM salesdesk_events WHERE customer_id = %s ORDER BY at, kind", customer_id
    )
    return [str(row[0]) for row in rows]
