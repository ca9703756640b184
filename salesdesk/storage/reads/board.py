"""The board: five columns of cards, each a list of its own, the most urgent first."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Subquery,
    and_,
    bindparam,
    case,
    func,
    or_,
    select,
    true,
)

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
from salesdesk.storage.db.types import UtcDateTime
from salesdesk.storage.reads import (
    by_summary,
    customers,
    first_pages,
    moments,
    order_values,
    stages,
)
from salesdesk.storage.reads.by_summary import SUMMARIES, Carrier, S
from salesdesk.storage.reads.listing import Listing
from salesdesk.storage.reads.search import Search
from salesdesk.storage.reads.sorting import Stretch
from salesdesk.storage.reads.viewer import Viewer

_FIGURES, _ORDERS, _ROOMS = "figures", "orders", "rooms"

#: When a customer leaves; who leaves nobody comes last. Whom orders put into a column are gathered
#: before they are sorted, so that they are gathered once for all of them.
_LEAVES_OR_NEVER: ColumnElement[datetime] = func.coalesce(
    S.leaves_at,
    bindparam("never", datetime(9999, 1, 1, tzinfo=UTC), UtcDateTime()),
    type_=UtcDateTime(),
)

#: What is read of the customers `ids` beside their rows; made once.
_OF_CARDS = {
    _ORDERS: stages.ORDERS_OF.add_columns(order_values.items_of(tables.orders).label("items")),
    _ROOMS: order_values.rooms_of(stages.ORDER_IDS_OF),
}


def whole(
    connection: Connection,
    query: BoardQuery,
    search: Search,
    viewer: Viewer,
    cap: int | None,
    limits: Mapping[Stage, int],
) -> Board:
    """Heads and columns, in two statements; three where a column of everybody is not full.

    Args:
        limits: how many cards of each column.
    """
    asked = first_pages.Asked(
        lambda stage: _listing(query, stage, search, viewer),
        {stage: limits[stage] for stage in Stage},
        lambda: {_FIGURES: _figures(query, search, viewer, cap)},
    )
    key = None if search else (whole, query, cap)
    pages, further = first_pages.read(connection, asked, viewer, key)
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
    board = _board(query, search, viewer)
    put = _put_by_orders(board, query, viewer)
    # Whom orders put elsewhere is looked up for each card where counting ends at a cap. Of an
    # agent's cards, or of all of them, it is quicker to count those and take them off.
    taken_off = cap is None or query.owner.scope is OwnerScope.PERSON
    counted: list[ColumnElement[Any]] = []
    for stage in Stage:
        if stage.fixed:
            continue
        if taken_off:
            would_be = replace(board, where=(*board.where, *_by_people(stages.has_status(stage))))
            number: ColumnElement[Any] = would_be.number(None) - put.c[f"not_{stage.value}"]
        else:
            number = _listing(query, stage, search, viewer).number(cap)
        counted.append(number.label(stage.value))
    return select(*counted, *put.c).select_from(put)


def _heads(found: Any, cap: int | None) -> tuple[StageFigures, ...]:
    def value(stage: Stage) -> int:
        if not stage.fixed:
            return 0
        sums = (getattr(found, f"{stage.value}_{of}") for of in ("items", "rooms"))
        return sum(round(one or 0) for one in sums)

    return tuple(
        StageFigures(stage, Count.upto(int(getattr(found, stage.value)), cap), value(stage))
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
    rows, further = customers.made(
        connection, found, viewer, _OF_CARDS, kept=moments.values(viewer)
    )
    orders = stages.by_customer(further[_ORDERS], viewer)
    items = [(row.id, row.items) for row in further[_ORDERS]]
    rooms = [(row.id_order, row.amount) for row in further[_ROOMS]]
    values = order_values.added((*items, *rooms))
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
    since = moments.won_since(viewer)
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
    mine = query.owner.scope is OwnerScope.PERSON
    held, others = Stretch(by_summary.held(), S.leaves_at), Stretch(S.leaves_at.is_(None))
    return Listing(
        viewer,
        tuple(by_summary.conditions(asked, viewer)),
        (others,) if query.owner.scope is OwnerScope.AVAILABLE else (held, others),
        search,
        by_summary.source_of(asked),
        scan=not mine,
        summarised=True,
        carrier=Carrier.OWNER_STATUS if mine else Carrier.LEAVES,
    )


def _listing(query: BoardQuery, stage: Stage, search: Search, viewer: Viewer) -> Listing:
    board = _board(query, search, viewer)
    if not stage.fixed:
        where = (*board.where, *_by_people(stages.within(stage, viewer)))
        held = query.owner.scope in (OwnerScope.PERSON, OwnerScope.BOUND)
        return replace(board, where=where, parts=board.parts[:1] if held else board.parts)
    put = stages.put_by_orders(query.owner, viewer)
    return replace(
        board,
        source=board.source.join(put, put.c.customer_id == S.customer_id),
        also=(put.c.ordered == (1 if stage is Stage.ORDERED else 0),),
        parts=(Stretch(true(), _LEAVES_OR_NEVER),),
        carrier=Carrier.BY_KEY,
        off_index=True,
    )


def _by_people(within: ColumnElement[bool]) -> tuple[ColumnElement[bool], ...]:
    """What stands in a column that people move customers into: nobody who is out of the round."""
    return within, by_summary.in_round()


def _put_by_orders(board: Listing, query: BoardQuery, viewer: Viewer) -> Subquery:
    """How many customers orders put into each stage, whence, and what these are worth: one row.

    Items and rooms are summed for each order apart, since a join would count one of them several
    times.
    """
    orders, rooms = tables.orders, order_values.of_rooms()
    counting = {
        stage: stages.counting(orders, stage, viewer) for stage in (Stage.ORDERED, Stage.WON)
    }
    worth = [
        func.sum(case((counts, amount))).label(f"{stage.value}_{of}")
        for stage, counts in counting.items()
        for of, amount in (("items", order_values.items_of(orders)), ("rooms", rooms.c.cost))
    ]
    found = board.chosen(
        func.max(S.status).label("status"),
        func.max(S.out_of_round).label("out_of_round"),
        stages.is_ordered(counting[Stage.ORDERED]),
        *worth,
    )
    if query.owner.scope is OwnerScope.PERSON and not board.search:
        found = found.with_hint(SUMMARIES, f"FORCE INDEX ({Carrier.OWNER_STATUS})", "mysql")
    each = (
        found.join(orders, orders.c.id_customer == S.customer_id)
        .outerjoin(rooms, rooms.c.order_id == orders.c.id)
        .where(or_(*counting.values()))
        .group_by(S.customer_id)
        .subquery("each_put")
    )
    return _summed(each).subquery("put")


def _summed(each: Subquery) -> Select[Any]:
    def number(condition: ColumnElement[bool]) -> ColumnElement[int]:
        return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)

    figures: list[ColumnElement[Any]] = []
    for stage in Stage:
        if stage.fixed:
            inside = each.c.ordered == (1 if stage is Stage.ORDERED else 0)
            figures.append(number(inside).label(stage.value))
            worth = (f"{stage.value}_items", f"{stage.value}_rooms")
            figures += [func.sum(case((inside, each.c[one]))).label(one) for one in worth]
        else:
            taken = and_(each.c.status == stage.value, each.c.out_of_round.is_(None))
            figures.append(number(taken).label(f"not_{stage.value}"))
    return select(*figures)
