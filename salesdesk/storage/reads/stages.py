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
    Integer,
    Select,
    String,
    Subquery,
    and_,
    case,
    func,
    or_,
    select,
    type_coerce,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler

from salesdesk.domain.moments import DAY, EARLIEST
from salesdesk.domain.pipeline import OPEN_ORDERS, OrderFacts, OrderStatus, Stage
from salesdesk.domain.queries import OwnerFilter, OwnerScope
from salesdesk.domain.settings import WON_DAYS
from salesdesk.storage import tables
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


def won_since(viewer: Viewer) -> datetime:
    """From when on a completed order counts as won."""
    return viewer.now - viewer.settings.number(WON_DAYS) * DAY


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


def _is_put_by_no_order(viewer: Viewer) -> ColumnElement[bool]:
    """Looked up for each customer that is met, of whom a page or a capped count meets few.

    For a NOT EXISTS MariaDB would gather all orders that count first, anew for each of the
    columns and counts of a board.
    """
    found = select(_PUTTING.c.id).where(
        _PUTTING.c.id_customer == S.customer_id, _counts(_PUTTING, viewer)
    )
    return found.correlate(SUMMARIES).limit(1).scalar_subquery().is_(None)


def _counts(orders: FromClause, viewer: Viewer) -> ColumnElement[bool]:
    """Whether an order is one that puts its customer into a stage at all."""
    return or_(*(counting(orders, stage, viewer) for stage in (Stage.ORDERED, Stage.WON)))


def orders_of(customer_ids: Collection[str], viewer: Viewer) -> Select[Any]:
    """What reads the orders of these customers that may count for a stage, for `by_customer`."""
    o = tables.orders.c
    found: Select[Any] = select(
        o.id, o.id_customer, type_coerce(o.status, String()).label("status"), o.delivery_datetime
    )
    return found.where(*_of(customer_ids, viewer))


def order_ids_of(customer_ids: Collection[str], viewer: Viewer) -> Select[Any]:
    """The ids of the same orders."""
    return select(tables.orders.c.id).where(*_of(customer_ids, viewer))


def _of(customer_ids: Collection[str], viewer: Viewer) -> tuple[ColumnElement[bool], ...]:
    orders = tables.orders
    return orders.c.id_customer.in_(sorted(set(customer_ids))), _counts(orders, viewer)


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
