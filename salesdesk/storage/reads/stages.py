"""The stages of the pipeline in SQL: what follows from orders, and what an order counts for.

`domain/pipeline.py` decides the same for one customer of whom the orders are known.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    FromClause,
    FunctionElement,
    Integer,
    Select,
    String,
    Subquery,
    and_,
    bindparam,
    case,
    func,
    or_,
    select,
    type_coerce,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler

from salesdesk.domain.moments import EARLIEST
from salesdesk.domain.pipeline import OPEN_ORDERS, OrderFacts, OrderStatus, Stage
from salesdesk.domain.queries import OwnerFilter, OwnerScope
from salesdesk.storage import tables
from salesdesk.storage.reads import moments
from salesdesk.storage.reads.by_summary import SUMMARIES, Carrier, S
from salesdesk.storage.reads.enums import member
from salesdesk.storage.reads.viewer import Viewer

_EARLIEST_LOCAL = EARLIEST.replace(tzinfo=None)

#: Made once: a board names it many times, and each naming anew makes all columns anew.
_PUTTING = tables.orders.alias("putting_order")


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


def within(stage: Stage, viewer: Viewer) -> ColumnElement[bool]:
    """Whether the customer of a summary is in this stage, which people move."""
    return and_(has_status(stage), _is_put_by_no_order(viewer))


def has_status(stage: Stage) -> ColumnElement[bool]:
    """Whether the customer of a summary would be in this stage but for its orders."""
    return S.status == stage.value


def put_by_orders(owner: OwnerFilter, viewer: Viewer) -> Subquery:
    """The customers whom orders put into a stage, and whether that is `ordered`: else it is won.

    Orders that count are few, and lead to their customers; of an agent's customers each leads to
    its own orders.
    """
    orders, o = tables.orders, tables.orders.c
    found = (
        select(
            o.id_customer.label("customer_id"),
            is_ordered(counting(orders, Stage.ORDERED, viewer)),
        )
        .where(_counts(orders, viewer))
        .group_by(o.id_customer)
    )
    if owner.scope is OwnerScope.PERSON:
        mine = SUMMARIES.alias("mine")
        found = (
            found.select_from(mine.join(orders, o.id_customer == mine.c.customer_id))
            .where(mine.c.owner_uid == owner.uid)
            .with_hint(mine, f"FORCE INDEX ({Carrier.OWNER_STATUS})", "mysql")
        )
    return found.subquery("put_by_orders")


def is_ordered(one: ColumnElement[bool]) -> ColumnElement[int]:
    """Of several orders of a customer, whether one is open: 1 or 0."""
    return func.max(case((one, 1), else_=0), type_=Integer()).label("ordered")


def counting(orders: FromClause, stage: Stage, viewer: Viewer | None) -> ColumnElement[bool]:
    """Whether an order is one that puts its customer into this stage.

    Args:
        viewer: None: since when orders count as won is given by `moments.values`.
    """
    status: ColumnElement[str] = off_index(orders.c.status)
    if stage is Stage.ORDERED:
        return status.in_(sorted(one.value for one in OPEN_ORDERS))
    return and_(
        status == OrderStatus.COMPLETED.value,
        orders.c.delivery_datetime >= moments.won_since_local(viewer),
    )


def _is_put_by_no_order(viewer: Viewer) -> ColumnElement[bool]:
    """Looked up for each customer that is met, of whom a page or a capped count meets few.

    For a NOT EXISTS MariaDB would gather all orders that count first, anew for each of the
    columns and counts of a board.
    """
    found = select(_PUTTING.c.id).where(
        _PUTTING.c.id_customer == S.customer_id, _counts(_PUTTING, viewer)
    )
    return found.correlate(SUMMARIES).limit(1).scalar_subquery().is_(None)


def _counts(orders: FromClause, viewer: Viewer | None) -> ColumnElement[bool]:
    """Whether an order is one that puts its customer into a stage at all."""
    return or_(*(counting(orders, stage, viewer) for stage in (Stage.ORDERED, Stage.WON)))


def _orders_of_them(*columns: ColumnElement[Any]) -> Select[Any]:
    ids: BindParameter[Any] = bindparam("ids", expanding=True)
    orders = tables.orders
    return select(*columns).where(orders.c.id_customer.in_(ids), _counts(orders, None))


#: What reads the orders of the customers `ids` that may count for a stage, for `by_customer`; the
#: moments of whoever reads are given by `moments.values`.
ORDERS_OF = _orders_of_them(
    tables.orders.c.id,
    tables.orders.c.id_customer,
    type_coerce(tables.orders.c.status, String()).label("status"),
    tables.orders.c.delivery_datetime,
)
#: The ids of the same orders.
ORDER_IDS_OF = _orders_of_them(tables.orders.c.id)


def by_customer(found: Sequence[Any], viewer: Viewer) -> dict[str, list[Order]]:
    """The orders by customer, from the rows of `orders_of`."""
    zone = viewer.settings.office_zone
    orders: defaultdict[str, list[Order]] = defaultdict(list)
    for row in found:
        facts = OrderFacts(member(OrderStatus, row.status), _moment(row.delivery_datetime, zone))
        orders[row.id_customer].append(Order(row.id, facts))
    return dict(orders)


def _moment(local: datetime | None, zone: ZoneInfo) -> datetime | None:
    if local is None or local < _EARLIEST_LOCAL:
        return None
    return local.replace(tzinfo=zone).astimezone(UTC)
