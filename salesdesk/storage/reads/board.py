"""The board: five columns of cards, each a list of its own, the most urgent first."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, ScalarSelect, func, select

from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.pipeline import BoardQuery, Card, Stage, StageFigures, stage_of
from salesdesk.domain.queries import (
    Count,
    CustomerQuery,
    CustomerRow,
    OwnerScope,
    Page,
    PageKey,
)
from salesdesk.storage import tables
from salesdesk.storage.reads import by_summary, customers, order_values, stages
from salesdesk.storage.reads.by_summary import Carrier, S
from salesdesk.storage.reads.listing import Listing
from salesdesk.storage.reads.search import Search
from salesdesk.storage.reads.sight import Sight
from salesdesk.storage.reads.sorting import Stretch


def figures(
    connection: Connection, query: BoardQuery, search: Search, sight: Sight, cap: int | None
) -> tuple[StageFigures, ...]:
    """The head of each column: its cards, counted no further than the cap, and their value."""
    listings = {stage: _listing(query, stage, search, sight) for stage in Stage}
    asked: dict[str, ScalarSelect[Any]] = {}
    for stage, listing in listings.items():
        asked[stage.value] = listing.number(cap)
        if stage.fixed:
            asked[f"{stage.value} items"], asked[f"{stage.value} rooms"] = _values(listing, stage)
    row = connection.execute(select(*(one.label(name) for name, one in asked.items()))).one()
    found = dict(zip(asked, row, strict=True))

    def value(stage: Stage) -> int:
        sums = (found.get(f"{stage.value} {of}") for of in ("items", "rooms"))
        return sum(round(one or 0) for one in sums)

    return tuple(
        StageFigures(stage, Count.upto(found[stage.value], cap), value(stage)) for stage in Stage
    )


def page(
    connection: Connection,
    query: BoardQuery,
    stage: Stage,
    search: Search,
    sight: Sight,
    after: PageKey | None,
    limit: int,
) -> Page[Card]:
    """One page of a column, the most urgent first: who leaves first, then who is free."""
    listing = _listing(query, stage, search, sight)
    found = customers.listed(connection, listing, after, limit)
    shown = _cards(connection, found.rows, sight)
    sight.doubted.update(card.customer.id for card in shown if card.stage is not stage)
    return Page(tuple(card for card in shown if card.stage is stage), found.after)


def cards(connection: Connection, ids: Collection[str], sight: Sight) -> dict[str, Card]:
    """These customers as cards, whatever their stage; those that are gone are left out."""
    rows = customers.rows(connection, tuple(ids), sight)
    return {card.customer.id: card for card in _cards(connection, rows, sight)}


def _cards(connection: Connection, rows: Sequence[CustomerRow], sight: Sight) -> list[Card]:
    if not rows:
        return []
    orders = stages.orders_of(connection, [row.id for row in rows], sight)
    values = order_values.of_orders(
        connection, [order.id for each in orders.values() for order in each]
    )
    return [_card(row, orders.get(row.id, []), values, sight) for row in rows]


def among(
    connection: Connection, query: BoardQuery, search: Search, sight: Sight, ids: Collection[str]
) -> dict[str, Card]:
    """Those of these customers that stand on the board that is asked for."""
    listing = replace(_board(query, search, sight), scan=False)
    return cards(connection, listing.among(connection, ids), sight)


def _card(
    row: CustomerRow, orders: list[stages.Order], values: Mapping[str, int], sight: Sight
) -> Card:
    since = stages.won_since(sight)
    stage = stage_of(row.status, [order.facts for order in orders], since)
    if not stage.fixed:
        return Card(stage, row)
    # An order that counts for another stage than the customer's is left out.
    own = [o for o in orders if stage_of(SalesStatus.COLD, [o.facts], since) is stage]
    deliveries = sorted(o.facts.delivery for o in own if o.facts.delivery is not None)
    ahead = [at for at in deliveries if at >= sight.now]
    latest = deliveries[-1] if deliveries else None
    delivery = ahead[0] if stage is Stage.ORDERED and ahead else latest
    return Card(stage, row, len(own), sum(values[o.id] for o in own), delivery)


def _board(query: BoardQuery, search: Search, sight: Sight) -> Listing:
    """The customers of the board, who leaves first in front, then who is free."""
    asked = CustomerQuery(owner=query.owner, sources=query.sources)
    return Listing(
        sight,
        tuple(by_summary.conditions(asked, sight)),
        (Stretch(by_summary.held(), S.leaves_at), Stretch(by_summary.free())),
        search,
        by_summary.source_of(asked),
        scan=query.owner.scope is not OwnerScope.PERSON,
        summarised=True,
        carrier=Carrier.OWNER_STATUS if query.owner.scope is OwnerScope.PERSON else Carrier.LEAVES,
    )


def _listing(query: BoardQuery, stage: Stage, search: Search, sight: Sight) -> Listing:
    board = _board(query, search, sight)
    if stage.fixed and query.owner.scope is not OwnerScope.PERSON:
        # Orders that count are few: they lead to their customers, whatever the order.
        board = replace(board, carrier=None, off_index=True)
    return replace(board, where=(*board.where, stages.within(stage, sight)))


def _values(listing: Listing, stage: Stage) -> tuple[ScalarSelect[Any], ScalarSelect[Any]]:
    """What the items and the rooms of the orders are worth that put the customers into this stage.

    They are summed apart, since a join would count one of them several times.
    """
    orders, items, rooms = tables.orders, tables.order_items, order_values.of_rooms()
    counted = stages.counting(orders, stage, listing.sight)
    of_customer = orders.c.id_customer == S.customer_id
    return (
        listing.chosen(func.sum(items.c.quantity * items.c.price_per_item))
        .join(orders, of_customer)
        .join(items, items.c.id_order == orders.c.id)
        .where(counted)
        .scalar_subquery(),
        listing.chosen(func.sum(rooms.c.cost))
        .join(orders, of_customer)
        .join(rooms, rooms.c.order_id == orders.c.id)
        .where(counted)
        .scalar_subquery(),
    )
