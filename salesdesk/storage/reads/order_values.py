"""What orders are worth: their items plus their rooms (docs/rules.md, "The pipeline")."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from sqlalchemy import (
    ColumnElement,
    Connection,
    FunctionElement,
    String,
    Subquery,
    func,
    select,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler

from salesdesk.domain.pipeline import OrderStatus
from salesdesk.storage import tables


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


def of_rooms() -> Subquery:
    """What the rooms of each order cost: a derived table, since the view has no key to join by."""
    r = tables.room_booking_costs.c
    order_id: ColumnElement[str] = comparable_id(r.order_id)
    cost = func.sum(func.coalesce(r.total_room_cost, 0))
    return (
        select(order_id.label("order_id"), cost.label("cost")).group_by(order_id).subquery("rooms")
    )


def of_orders(connection: Connection, order_ids: Collection[str]) -> Counter[str]:
    """The value of each of these orders, in whole units of the currency.

    Items and rooms are summed apart, since a join would count one of them several times; the
    rooms come from a view without a key, whose nulls count as 0.
    """
    values: Counter[str] = Counter()
    if not order_ids:
        return values
    wanted = sorted(order_ids)
    i, r = tables.order_items.c, tables.room_booking_costs.c
    room_order: ColumnElement[str] = comparable_id(r.order_id)
    for order_id, amount in [
        *connection.execute(
            select(i.id_order, func.sum(i.quantity * i.price_per_item))
            .where(i.id_order.in_(wanted))
            .group_by(i.id_order)
        ),
        *connection.execute(
            select(room_order, func.sum(func.coalesce(r.total_room_cost, 0)))
            .where(room_order.in_(wanted))
            .group_by(room_order)
        ),
    ]:
        values[order_id] += round(amount or 0)
    return values


def completed(connection: Connection, customer_id: str) -> tuple[int, int]:
    """How many orders of a customer were completed, and what they were worth."""
    o = tables.orders.c
    statement = select(o.id).where(
        o.id_customer == customer_id, o.status == OrderStatus.COMPLETED.value
    )
    ids = tuple(connection.execute(statement).scalars())
    return len(ids), sum(of_orders(connection, ids).values())
