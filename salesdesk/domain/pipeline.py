"""The pipeline: its stages, what moves a card and what does not (docs/rules.md, "The pipeline")."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from salesdesk.domain.customer import LeadSource, SalesStatus
from salesdesk.domain.errors import Refusal
from salesdesk.domain.queries import Count, CustomerRow, OwnerFilter, Page
from salesdesk.domain.refusals import Why


class Stage(StrEnum):
    """The columns of the board; people move the first three, orders decide the others."""

    COLD = "cold"
    WARM = "warm"
    HOT = "hot"
    ORDERED = "ordered"
    WON = "won"

    @property
    def status(self) -> SalesStatus | None:
        """The sales status that a card of this stage has; None where orders decide."""
        return None if self.fixed else SalesStatus(self.value)

    @property
    def fixed(self) -> bool:
        """Whether the stage follows from orders, so that nothing is dragged into or out of it."""
        return self in {Stage.ORDERED, Stage.WON}


class OrderStatus(StrEnum):
    """`orders.status`, which the booking application alone writes."""

    PENDING = "pending"
    CONFIRMED = "confirmed"
    COMPLETED = "completed"
    CANCELLED = "cancelled"
    EXPIRED = "expired"


#: Orders that make a customer 'ordered'.
OPEN_ORDERS = frozenset({OrderStatus.PENDING, OrderStatus.CONFIRMED})


def refusal(come_from: Stage, to: Stage) -> Refusal | None:
    """What refuses to move a card of one stage to another; None: it can be moved."""
    if to is Stage.ORDERED:
        return Refusal(Why.ORDERED_BY_ORDER)
    if to is Stage.WON:
        return Refusal(Why.WON_BY_ORDER)
    if come_from.fixed:
        return Refusal(Why.FIXED_BY_ORDER, stage=come_from)
    return None


@dataclass(frozen=True, slots=True)
class OrderFacts:
    """What the stage of a customer reads of one order.

    Attributes:
        status: None for a word that the booking application made up.
        delivery: when it is delivered.
    """

    status: OrderStatus | None
    delivery: datetime | None


def stage_of(status: SalesStatus, orders: Iterable[OrderFacts], won_since: datetime) -> Stage:
    """The stage of a customer.

    Args:
        won_since: a completed order delivered since then counts as won.
    """
    known = tuple(orders)
    if any(order.status in OPEN_ORDERS for order in known):
        return Stage.ORDERED
    if any(counts_as_won(order, won_since) for order in known):
        return Stage.WON
    return Stage(status.value)


def counts_as_won(order: OrderFacts, won_since: datetime) -> bool:
    """Whether an order is completed and was delivered recently enough."""
    return (
        order.status is OrderStatus.COMPLETED
        and order.delivery is not None
        and order.delivery >= won_since
    )


@dataclass(frozen=True, slots=True)
class BoardQuery:
    """Which customers stand on the board."""

    owner: OwnerFilter = field(default_factory=OwnerFilter)
    sources: frozenset[LeadSource] = frozenset()
    search: str = ""


@dataclass(frozen=True, slots=True)
class StageFigures:
    """The head of one column.

    Attributes:
        value: of the orders that put its customers there, in whole units of the shared
            currency; 0 for cold, warm and hot.
    """

    stage: Stage
    count: Count
    value: int


@dataclass(frozen=True, slots=True)
class Card:
    """One card of the board.

    Attributes:
        orders: how many orders put the customer into this stage; 0 for cold, warm and hot.
        value: what those are worth.
        delivery: of ordered the next, of won the latest of their deliveries.
    """

    stage: Stage
    customer: CustomerRow
    orders: int = 0
    value: int = 0
    delivery: datetime | None = None


@dataclass(frozen=True, slots=True)
class Move:
    """One card to be moved, and the stage on which that was decided."""

    customer_id: str
    seen: Stage


@dataclass(frozen=True, slots=True)
class Board:
    """A whole board as it opens, all of it of one moment.

    Attributes:
        figures: the heads of the columns, in their order.
        pages: the first page of each column.
    """

    figures: tuple[StageFigures, ...]
    pages: Mapping[Stage, Page[Card]]
