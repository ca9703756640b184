"""What orders are worth, summed for all of them at once (docs/rules.md, "The pipeline")."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Select, func, select

from salesdesk.storage import tables
from salesdesk.storage.reads import order_values
from salesdesk.storage.reads.reports.counted import Counted

_O, _ITEMS = tables.orders.c, tables.order_items
_I = _ITEMS.c


def sums(orders: Counted, *names: str) -> Iterator[Select[Any]]:
    """Two statements whose `number`s add up to what the orders of each combination are worth.

    Items and rooms are summed apart, since a join would count one of them several times.
    """
    rooms = order_values.of_rooms()
    items = orders.source.join(_ITEMS, _I.id_order == _O.id)
    for source, amount in (
        (items, func.sum(_I.quantity * _I.price_per_item)),
        (orders.source.join(rooms, rooms.c.order_id == _O.id), func.sum(rooms.c.cost)),
    ):
        by = [orders.parts[name].value.label(name) for name in names]
        statement = select(*by, amount.label("number")).select_from(source).where(*orders.where)
        yield statement.group_by(*by)
