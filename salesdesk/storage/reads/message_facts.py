"""What a message template can be filled in with: the newest orders of a customer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from salesdesk.domain.templates import OrderFacts
from salesdesk.storage import tables
from salesdesk.storage.reads import order_values

#: As many orders are offered to choose from.
MOST_ORDERS = 8

_EARLIEST = datetime(2000, 1, 1)  # noqa: DTZ001 - the booking application's local time
_O = tables.orders.c


def orders(connection: Connection, customer_id: str) -> tuple[OrderFacts, ...]:
    """The newest orders, newest first, each with its room, packages, guests, day and value.

    Days and values that are not known are None.
    """
    rooms = tables.meeting_room
    statement = (
        select(_O.id, _O.number_of_people, _O.delivery_datetime, rooms.c.room_name)
        .select_from(tables.orders.outerjoin(rooms, rooms.c.id == _O.meeting_room_id))
        .where(_O.id_customer == customer_id)
        .order_by(_O.order_date.desc(), _O.id)
        .limit(MOST_ORDERS)
    )
    rows = connection.execute(statement).all()
    ids = [row.id for row in rows]
    values = order_values.of_orders(connection, ids)
    packages = _packages(connection, ids) if ids else {}
    return tuple(_facts(row, values.get(row.id), packages.get(row.id, ())) for row in rows)


def _facts(row: Any, value: int | None, packages: Sequence[str]) -> OrderFacts:
    day = row.delivery_datetime
    return OrderFacts(
        id=row.id,
        room=row.room_name or "",
        guests=row.number_of_people or None,
        packages=", ".join(packages),
        day=day.date() if day is not None and day >= _EARLIEST else None,
        value=value or None,
    )


def _packages(connection: Connection, order_ids: Sequence[str]) -> dict[str, list[str]]:
    items, packages = tables.order_items, tables.packages
    statement = (
        select(items.c.id_order, packages.c.package_name)
        .join_from(items, packages, packages.c.id == items.c.id_package)
        .where(items.c.id_order.in_(order_ids))
        .order_by(items.c.id_order, packages.c.package_name)
    )
    found: dict[str, list[str]] = {}
    for row in connection.execute(statement):
        names = found.setdefault(row.id_order, [])
        if row.package_name not in names:
            names.append(row.package_name)
    return found
