"""The board: five columns of cards, each a list of its own, the most urgent first."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Subquery, func, select, true

from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.pipeline import Board, BoardQuery, Card, Stage, StageFigures, stage_of
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
from salesdesk.storage.reads.sorting import Stretch
from salesdesk.storage.reads.viewer import Viewer

_FIGURES, _ORDERS = "figures", "orders"


def whole(
    connection: Connection,
    query: BoardQuery,
    search: Search,
    viewer: Viewer,
    cap: int | None,
    limits: Mapping[Stage, int],
) -> Board:
    """Heads and columns, in three statements.

    Args:
        limits: how many cards of each column.
    """
    listings = {stage: _listing(query, stage, search, viewer) for stage in Stage}
    pages, further = customers.found_together(
        connection,
        {stage: (listing, limits[stage]) for stage, listing in listings.items()},
        {_FIGURES: _figures(query, search, viewer, cap)},
    )
    rows = [row for stage in Stage for row in pages[stage].rows]
    cards = {card.customer.id: card for card in _cards(connection, rows, viewer)}
    return Board(
        _heads(further[_FIGURES][0], cap),
        {
            stage: _column(stage, [cards[row.id] for row in page.rows], page.after, viewer)
            for stage, page in pages.items()
        },
    )


def figures(
    connection: Connection, query: BoardQuery, search: Search, viewer: Viewer, cap: int | None
) -> tuple[StageFigures, ...]:
    """The head of each column: its cards, counted no further than the cap, and their value."""
    return _heads(connection.execute(_figures(query, search, viewer, cap)).one(), cap)


def _figures(query: BoardQuery, search: Search, viewer: Viewer, cap: int | None) -> Select[Any]:
    """What counts the cards of each column and their worth, in one row."""
    counted = [
        _listing(query, stage, search, viewer).number(cap).label(stage.value)
        for stage in Stage
        if not stage.fixed
    ]
    board = _board(query, search, viewer)
    ordered, won = (_worth(board, stage) for stage in (Stage.ORDERED, Stage.WON))
    asked: list[ColumnElement[Any]] = [*counted, *ordered.c, *won.c]
    return select(*asked).select_from(ordered.join(won, true()))


def _heads(found: Any, cap: int | None) -> tuple[StageFigures, ...]:
    def value(stage: Stage) -> int:
        if not stage.fixed:
            return 0
        sums = (getattr(found, f"{stage.value}_{of}") for of in ("items", "rooms"))
        return sum(round(one or 0) for one in sums)

    return tuple(
        StageFigures(stage, Count.upto(getattr(found, stage.value), cap), value(stage))
        for stage in Stage
    )


def page(
    connection: Connection,
    query: BoardQuery,
    stage: Stage,
    search: Search,
    viewer: Viewer,
    after: PageKey | None,
    limit: int,
) -> Page[Card]:
    """One page of a column, the most urgent first: who leaves first, then who is free."""
    listing = _listing(query, stage, search, viewer)
    found = customers.found(connection, listing, after, limit)
    return _column(stage, _cards(connection, found.rows, viewer), found.after, viewer)


def _column(
    stage: Stage, shown: Sequence[Card], after: PageKey | None, viewer: Viewer
) -> Page[Card]:
    """A page of a column without those whose own rows put them into another one."""
    viewer.doubted.update(card.customer.id for card in shown if card.stage is not stage)
    return Page(tuple(card for card in shown if card.stage is stage), after)


def _cards(connection: Connection, found: Sequence[Any], viewer: Viewer) -> list[Card]:
    if not found:
        return []
    asked = {_ORDERS: stages.orders_of([row.id for row in found], viewer)}
    rows, further = customers.made(connection, found, viewer, asked)
    orders = stages.by_customer(further[_ORDERS], viewer)
    values = order_values.of_orders(
        connection, [order.id for each in orders.values() for order in each]
    )
    return [_card(row, orders.get(row.id, []), values, viewer) for row in rows]


def among(
    connection: Connection, query: BoardQuery, search: Search, viewer: Viewer, ids: Collection[str]
) -> dict[str, Card]:
    """Those of these customers that stand on the board that is asked for, as cards."""
    if not ids:
        return {}
    board = replace(_board(query, search, viewer), scan=False)
    there = list(connection.execute(board.among(ids)).scalars())
    found = customers.of_ids(connection, there, viewer)
    return {card.customer.id: card for card in _cards(connection, found, viewer)}


def _card(
    row: CustomerRow, orders: list[stages.Order], values: Mapping[str, int], viewer: Viewer
) -> Card:
    since = stages.won_since(viewer)
    stage = stage_of(row.status, [order.facts for order in orders], since)
    if not stage.fixed:
        return Card(stage, row)
    # An order that counts for another stage than the customer's is left out.
    own = [o for o in orders if stage_of(SalesStatus.COLD, [o.facts], since) is stage]
    deliveries = sorted(o.facts.delivery for o in own if o.facts.delivery is not None)
    ahead = [at for at in deliveries if at >= viewer.now]
    latest = deliveries[-1] if deliveries else None
    delivery = ahead[0] if stage is Stage.ORDERED and ahead else latest
    return Card(stage, row, len(own), sum(values[o.id] for o in own), delivery)


def _board(query: BoardQuery, search: Search, viewer: Viewer) -> Listing:
    """The customers of the board, who leaves first in front, then who is free."""
    asked = CustomerQuery(owner=query.owner, sources=query.sources)
    return Listing(
        viewer,
        tuple(by_summary.conditions(asked, viewer)),
        (Stretch(by_summary.held(), S.leaves_at), Stretch(by_summary.free())),
        search,
        by_summary.source_of(asked),
        scan=query.owner.scope is not OwnerScope.PERSON,
        summarised=True,
        carrier=Carrier.OWNER_STATUS if query.owner.scope is OwnerScope.PERSON else Carrier.LEAVES,
    )


def _listing(query: BoardQuery, stage: Stage, search: Search, viewer: Viewer) -> Listing:
    board = _board(query, search, viewer)
    if stage.fixed and query.owner.scope is not OwnerScope.PERSON:
        # Orders that count are few: they lead to their customers, whatever the order.
        board = replace(board, carrier=None, off_index=True)
    return replace(board, where=(*board.where, stages.within(stage, viewer)))


def _worth(board: Listing, stage: Stage) -> Subquery:
    """How many customers orders put into this stage, and what the items and rooms are worth.

    Items and rooms are summed for each order apart, since a join would count one of them several
    times. Orders that count are few: all of them are met.
    """
    orders, items, rooms = tables.orders, tables.order_items, order_values.of_rooms()
    of_order = (
        select(func.sum(items.c.quantity * items.c.price_per_item))
        .where(items.c.id_order == orders.c.id)
        .scalar_subquery()
    )
    viewer = board.viewer
    return (
        board.chosen(
            func.count(S.customer_id.distinct()).label(stage.value),
            func.sum(of_order).label(f"{stage.value}_items"),
            func.sum(rooms.c.cost).label(f"{stage.value}_rooms"),
        )
        .join(orders, orders.c.id_customer == S.customer_id)
        .outerjoin(rooms, rooms.c.order_id == orders.c.id)
        .where(stages.counting(orders, stage, viewer), *stages.passed_over(stage, viewer))
        .subquery(f"worth_of_{stage.value}")
    )
