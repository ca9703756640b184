"""Which orders of a list stay quick: those that an index carries, and all of them among few."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from salesdesk.domain.errors import Refusal
from salesdesk.domain.pool import PoolSort
from salesdesk.domain.queries import SLOW_SORT_LIMIT, Count, CustomerSort
from salesdesk.domain.refusals import Why

S = TypeVar("S", CustomerSort, PoolSort)

#: How many are asked for, counted no further than a cap.
Counting = Callable[[int], Count]


def quick(orders: type[S], found: Count) -> frozenset[S]:
    """The orders that stay quick for so many: the slow ones while there are fewer than 5,000.

    Raises:
        ValueError: it was not counted as far as that.
    """
    if found.more and found.number < SLOW_SORT_LIMIT:
        raise ValueError(f"only counted to {found.number}")
    few = found.number < SLOW_SORT_LIMIT
    return frozenset(order for order in orders if few or order.fast)


def require(order: S, count: Counting) -> None:
    """Check that an order stays quick for what is asked for.

    Raises:
        Refusal: the order is a slow one and too many are asked for.
    """
    if not order.fast and order not in quick(type(order), count(SLOW_SORT_LIMIT)):
        raise Refusal(Why.ORDER_TOO_SLOW, most=f"{SLOW_SORT_LIMIT:,}")
