"""What orders are worth: their items plus their rooms (docs/rules.md, "The pipeline")."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    FunctionElement,
    Select,
    String,
    Subquery,
    func,
    select,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler

from salesdesk.domain.pipeline import OrderStatus
from salesdesk.storage import tables
from salesdesk.storage.db.together import together

_ITEMS, _ROOMS = "items", "rooms"


class comparable_id(FunctionElement[str]):  # noqa: N801 - a SQL function's name
    """A view's id in the collation of the user's ids, whatever the server's default is."""

    type = String()
    inherit_cache = True
    name = "comparable_id"


@compiles(comparable_id)
def _on_mysql(element: comparable_id, compiler: SQLCompiler, **kwargs: object) -> str:
    column = compiler.process(element.clauses, **kwargs)
    return f"CONVERT({column} USING utf8mb4) COLLATE utf8mb4_unicode_ci"


@compiles(comparable_id, "sqlite")
def _on_sqlite(element: comparable_id, compiler: SQLCompiler, **kwargs: object) -> str:
    return compiler.process(element.clauses, **kwargs)


@cache
def of_rooms() -> Subquery:
    """What the rooms of each order cost: a derived table, since the view has no key to join by."""
    r = tables.room_booking_costs.c
    order_id: ColumnElement[str] = comparable_id(r.order_id)
    cost = func.sum(func.coalesce(r.total_room_cost, 0))
    return (
        select(order_id.label("order_id"), cost.label("cost")).group_by(order_id).subquery("rooms")
    )


def of_orders(connection: Connection, order_ids: Collection[str]) -> Counter[str]:
    """The value of each of these orders, in whole units of the currency."""
    return made(together(connection, readings(order_ids))) if order_ids else Counter()


def readings(order_ids: Collection[str]) -> dict[str, Select[Any]]:
    """What reads the values of these orders, for `made`; there is at least one.

    Items and rooms are summed apart, since a join would count one of them several times; the
    rooms come from a view without a key, whose nulls count as 0.
    """
    wanted = sorted(order_ids)
    i, r = tables.order_items.c, tables.room_booking_costs.c
    room_order: ColumnElement[str] = comparable_id(r.order_id)
    items: Select[Any] = (
        select(i.id_order, func.sum(i.quantity * i.price_per_item).label("amount"))
        .where(i.id_order.in_(wanted))
        .group_by(i.id_order)
    )
    rooms: Select[Any] = (
        select(
            room_order.label("id_order"),
            func.sum(func.coalesce(r.total_room_cost, 0)).label("amount"),
        )
        .where(room_order.in_(wanted))
        .group_by(room_order)
    )
    return {_ITEMS: items, _ROOMS: rooms}


def made(found: Mapping[str, Sequence[Any]]) -> Counter[str]:
    """The value of each order, from the rows of `readings`."""
    values: Counter[str] = Counter()
    for row in (*found[_ITEMS], *found[_ROOMS]):
        values[row.id_order] += round(row.amount or 0)
    return values


def completed(customer_id: str) -> Select[Any]:
    """The ids of a customer's completed orders."""
    o = tables.orders.c
    return select(o.id).where(o.id_customer == customer_id, o.status == OrderStatus.COMPLETED.value)
