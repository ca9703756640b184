"""The stages of the pipeline in SQL: what follows from orders, and what an order counts for.

`domain/pipeline.py` decides the same for one customer of whom the orders are known.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import (
    ColumnElement,
    FromClause,
    FunctionElement,
    Select,
    String,
    and_,
    exists,
    or_,
    select,
    type_coerce,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler

from salesdesk.domain.moments import DAY, EARLIEST
from salesdesk.domain.pipeline import OPEN_ORDERS, OrderFacts, OrderStatus, Stage
from salesdesk.domain.settings import WON_DAYS
from salesdesk.storage import tables
from salesdesk.storage.reads.by_summary import SUMMARIES, S
from salesdesk.storage.reads.enums import member
from salesdesk.storage.reads.viewer import Viewer

_EARLIEST_LOCAL = EARLIEST.replace(tzinfo=None)

#: Made once: a board names them thirty times, and each naming anew makes all columns anew.
_ORDERS_OF = {
    stage: tables.orders.alias(f"{stage.value}_order") for stage in (Stage.ORDERED, Stage.WON)
}


class off_index(FunctionElement[str]):  # noqa: N801 - a SQL function's name
    """A column by which SQLite is not to look a row up; it has no figures to choose an index by."""

    type = String()
    inherit_cache = True
    name = "off_index"


@compiles(off_index)
def _on_mysql(element: off_index, compiler: SQLCompiler, **kwargs: Any) -> str:
    return compiler.process(element.clauses, **kwargs)


@compiles(off_index, "sqlite")
def _on_sqlite(element: off_index, compiler: SQLCompiler, **kwargs: Any) -> str:
    return f"+{compiler.process(element.clauses, **kwargs)}"


@dataclass(frozen=True, slots=True)
class Order:
    """An order of a customer that counts for its stage, or may."""

    id: str
    facts: OrderFacts


def won_since(viewer: Viewer) -> datetime:
    """From when on a completed order counts as won."""
    return viewer.now - viewer.settings.number(WON_DAYS) * DAY


def within(stage: Stage, viewer: Viewer) -> ColumnElement[bool]:
    """Whether the customer of a summary is in this stage."""
    if stage.status is None:
        return and_(_has_order(stage, viewer), *passed_over(stage, viewer))
    return and_(S.status == stage.status.value, *passed_over(stage, viewer))


def passed_over(stage: Stage, viewer: Viewer) -> list[ColumnElement[bool]]:
    """That no order puts the customer of a summary into a stage that comes before this one."""
    before = {Stage.ORDERED: (), Stage.WON: (Stage.ORDERED,)}
    return [_has_no_order(one, viewer) for one in before.get(stage, (Stage.ORDERED, Stage.WON))]


def counting(orders: FromClause, stage: Stage, viewer: Viewer) -> ColumnElement[bool]:
    """Whether an order is one that puts its customer into this stage."""
    status: ColumnElement[str] = off_index(orders.c.status)
    if stage is Stage.ORDERED:
        return status.in_(sorted(one.value for one in OPEN_ORDERS))
    delivered = orders.c.delivery_datetime
    return and_(
        status == OrderStatus.COMPLETED.value,
        delivered >= local(won_since(viewer), viewer.settings.office_zone),
    )


def _has_order(stage: Stage, viewer: Viewer) -> ColumnElement[bool]:
    """Found from the orders that count, which are few."""
    orders = _ORDERS_OF[stage]
    found = exists().where(orders.c.id_customer == S.customer_id, counting(orders, stage, viewer))
    return found.correlate(SUMMARIES)


def _has_no_order(stage: Stage, viewer: Viewer) -> ColumnElement[bool]:
    """Looked up for each customer that is met, of whom a page or a capped count meets few.

    For a NOT EXISTS MariaDB would gather all orders that count first, anew for each of the
    columns and counts of a board.
    """
    orders = _ORDERS_OF[stage]
    found = select(orders.c.id).where(
        orders.c.id_customer == S.customer_id, counting(orders, stage, viewer)
    )
    return found.correlate(SUMMARIES).limit(1).scalar_subquery().is_(None)


def orders_of(customer_ids: Collection[str], viewer: Viewer) -> Select[Any]:
    """What reads the orders of these customers that may count for a stage, for `by_customer`."""
    orders = tables.orders
    o = orders.c
    found: Select[Any] = select(
        o.id, o.id_customer, type_coerce(o.status, String()).label("status"), o.delivery_datetime
    )
    return found.where(
        o.id_customer.in_(sorted(set(customer_ids))),
        or_(*(counting(orders, stage, viewer) for stage in (Stage.ORDERED, Stage.WON))),
    )


def by_customer(found: Sequence[Any], viewer: Viewer) -> dict[str, list[Order]]:
    """The orders by customer, from the rows of `orders_of`."""
    zone = viewer.settings.office_zone
    orders: defaultdict[str, list[Order]] = defaultdict(list)
    for row in found:
        facts = OrderFacts(member(OrderStatus, row.status), _moment(row.delivery_datetime, zone))
        orders[row.id_customer].append(Order(row.id, facts))
    return dict(orders)


def local(moment: datetime, zone: ZoneInfo) -> datetime:
    """The moment as `orders` has it: the office's clock, without a zone."""
    return moment.astimezone(zone).replace(tzinfo=None)


def _moment(local: datetime | None, zone: ZoneInfo) -> datetime | None:
    if local is None or local < _EARLIEST_LOCAL:
        return None
    return local.replace(tzinfo=zone).astimezone(UTC)
