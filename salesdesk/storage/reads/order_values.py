"""What orders are worth: their items plus their rooms (docs/rules.md, "The pipeline")."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from functools import cache
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    FromClause,
    FunctionElement,
    ScalarSelect,
    Select,
    String,
    Subquery,
    bindparam,
    func,
    select,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler

from salesdesk.domain.pipeline import OrderStatus
from salesdesk.storage import tables
from salesdesk.storage.db.together import Together

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
    if not order_ids:
        return Counter()
    found = _readings().rows(connection, {"orders": sorted(order_ids)})
    return added((row.id_order, row.amount) for row in (*found[_ITEMS], *found[_ROOMS]))


@cache
def _readings() -> Together[str]:
    """What reads the values of the orders `orders`, of which there is at least one.

    Items and rooms are summed apart, since a join would count one of them several times.
    """
    i = tables.order_items.c
    orders: BindParameter[Any] = bindparam("orders", expanding=True)
    items: Select[Any] = (
        select(i.id_order, func.sum(i.quantity * i.price_per_item).label("amount"))
        .where(i.id_order.in_(orders))
        .group_by(i.id_order)
    )
    return Together({_ITEMS: items, _ROOMS: rooms_of(orders)})


def items_of(orders: FromClause) -> ScalarSelect[Any]:
    """What the items of each order come to, beside the order."""
    i = tables.order_items.c
    amount = select(func.sum(i.quantity * i.price_per_item)).where(i.id_order == orders.c.id)
    return amount.scalar_subquery()


def rooms_of(orders: BindParameter[Any] | Select[Any]) -> Select[Any]:
    """What reads the rooms of orders, from a view without a key, whose nulls count as 0.

    Args:
        orders: their ids, or what finds them.
    """
    r = tables.room_booking_costs.c
    room_order: ColumnElement[str] = comparable_id(r.order_id)
    return (
        select(
            room_order.label("id_order"),
            func.sum(func.coalesce(r.total_room_cost, 0)).label("amount"),
        )
        .where(room_order.in_(orders))
        .group_by(room_order)
    )


def added(amounts: Iterable[tuple[str, Any]]) -> Counter[str]:
    """The value of each order, of amounts by their orders; null is 0."""
    values: Counter[str] = Counter()
    for order_id, amount in amounts:
        values[order_id] += round(amount or 0)
    return values


#: The ids of the completed orders of the customer `of_customer`.
COMPLETED = select(tables.orders.c.id).where(
    tables.orders.c.id_customer == bindparam("of_customer"),
    tables.orders.c.status == OrderStatus.COMPLETED.value,
)
