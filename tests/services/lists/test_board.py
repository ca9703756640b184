"""The board: stages, counts and values, the most urgent first, and many cards moved at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from salesdesk.domain.contact import Method
from salesdesk.domain.customer import LeadSource, SalesStatus
from salesdesk.domain.errors import Conflict, NotAllowed, Refusal
from salesdesk.domain.events import new_id
from salesdesk.domain.moments import DAY
from salesdesk.domain.people import Actor
from salesdesk.domain.permissions import Permission
from salesdesk.domain.pipeline import (
    BoardQuery,
    Card,
    Move,
    OrderFacts,
    OrderStatus,
    Stage,
    StageFigures,
    refusal,
    stage_of,
)
from salesdesk.domain.queries import Count, OwnerFilter, OwnerScope, PageKey, pages
from salesdesk.domain.refusals import Reason, Why
from salesdesk.domain.settings import WON_DAYS
from salesdesk.services import contacts, customers, stage_moves
from salesdesk.services.lists import board
from salesdesk.services.session import Session
from tests.support.factories import NOON, Office, draft
from tests.support.orders import Orders
from tests.support.settings import set_to

HOUR = timedelta(hours=1)
EVERYBODY = BoardQuery()


def listed(
    session: Session, stage: Stage, query: BoardQuery = EVERYBODY, limit: int = 2
) -> list[Card]:
    """A whole column, page by page."""
    found: list[Card] = []
    after: PageKey | None = None
    while True:
        page = board.page(session, query, stage, after, limit)
        found += page.rows
        after = page.after
        if after is None:
            return found


def names(session: Session, stage: Stage, query: BoardQuery = EVERYBODY) -> list[str]:
    return [card.customer.name for card in listed(session, stage, query)]


@pytest.fixture
def orders(office: Office) -> Orders:
    """Makes orders as the booking application would."""
    return Orders(office)


@pytest.mark.parametrize(
    ("orders", "stage"),
    [
        ([], Stage.WARM),
        ([("pending", -400)], Stage.ORDERED),
        ([("confirmed", 9), ("completed", -3)], Stage.ORDERED),
        ([("completed", -90)], Stage.WON),
        ([("completed", -91)], Stage.WARM),
        ([("cancelled", 3), ("expired", -3)], Stage.WARM),
        ([("cancelled", 3), ("completed", -3)], Stage.WON),
    ],
)
def test_the_stage_follows_from_orders_else_from_the_status(
    orders: list[tuple[str, int]], stage: Stage
) -> None:
    facts = [OrderFacts(OrderStatus(word), NOON + days * DAY) for word, days in orders]
    assert stage_of(SalesStatus.WARM, facts, NOON - 90 * DAY) is stage


def test_sql_and_python_agree_on_the_stage_to_the_second(office: Office, orders: Orders) -> None:
    since = office.now - 90 * DAY
    cases: dict[str, Stage] = {}
    for word in ("pending", "confirmed", "completed", "cancelled", "expired"):
        for at in (since - timedelta(seconds=1), since, since + DAY, office.now + DAY):
            customer = office.customer(f"{word} {at}", status=SalesStatus.HOT)
            orders.add(customer, word, at)
            facts = [OrderFacts(OrderStatus(word), at)]
            cases[customer] = stage_of(SalesStatus.HOT, facts, since)
    zero = office.customer("Zero date", status=None)
    orders.add(zero, "completed", "0000-00-00 00:00:00")
    cases[zero] = Stage.COLD
    found = {card.customer.id: card.stage for stage in Stage for card in listed(office.lead, stage)}
    assert found == cases
    cards = board.cards(office.lead, EVERYBODY, list(cases))
    assert {one: card.stage for one, card in cards.items() if card} == cases


def test_the_whole_board_is_its_heads_and_its_columns(office: Office, orders: Orders) -> None:
    for number, status in enumerate((None, *SalesStatus, SalesStatus.HOT)):
        since = office.now - number * DAY
        office.customer(f"Held {number}", owner=office.agent_uid, since=since, status=status)
        free = office.customer(f"Free {number}", status=status)
        ordered = office.customer(f"Ordered {number}", owner=office.agent_uid, since=since)
        orders.add(free, "completed", office.now - DAY, items=[(number, 10)], rooms=[None, 5])
        orders.add(ordered, "pending", office.now + DAY, items=[(2, number)], rooms=[7])
    mine = BoardQuery(OwnerFilter(OwnerScope.PERSON, office.agent_uid))
    for query in (EVERYBODY, mine, BoardQuery(search="1")):
        whole = board.whole(office.lead, query)
        assert whole.figures == board.figures(office.lead, query)
        for stage in Stage:
            assert whole.pages[stage] == board.page(office.lead, query, stage)
    assert sum(len(page.rows) for page in board.whole(office.lead, EVERYBODY).pages.values()) == 15


def test_who_was_deleted_elsewhere_leaves_no_gap_in_a_column(office: Office) -> None:
    ids = office.customers(60, owner=office.agent_uid, since=office.now - DAY)
    gone = sorted(ids)[3]
    office.database.execute("DELETE FROM customers WHERE id = %s", gone)
    session = office.agent
    cold = board.whole(session, EVERYBODY).pages[Stage.COLD]
    assert len(cold.rows) == 50
    assert gone not in {card.customer.id for card in cold.rows}
    assert gone in session.store.doubted


def test_how_long_an_order_counts_as_won_is_a_setting(office: Office, orders: Orders) -> None:
    customer = office.customer("Won", status=SalesStatus.HOT)
    orders.add(customer, "completed", office.now - 10 * DAY)
    assert names(office.lead, Stage.WON) == ["Won"]
    assert len(board.whole(office.lead, EVERYBODY).pages[Stage.WON].rows) == 1
    set_to(office.admin, WON_DAYS.key, "9")
    assert names(office.lead, Stage.WON) == []
    assert names(office.lead, Stage.HOT) == ["Won"]
    whole = board.whole(office.lead, EVERYBODY)
    assert (whole.pages[Stage.WON].rows, len(whole.pages[Stage.HOT].rows)) == ((), 1)


def test_a_column_counts_its_cards_and_sums_what_put_them_there(
    office: Office, orders: Orders
) -> None:
    two = office.customer("Two orders", owner=office.agent_uid)
    orders.add(two, "pending", office.now + 20 * DAY, items=[(3, 250_000), (1, 1)], rooms=[500, 20])
    orders.add(two, "confirmed", office.now + 9 * DAY, items=[(1, 1_000_000)], rooms=[None])
    orders.add(two, "cancelled", office.now + 3 * DAY, items=[(9, 9_000_000)])
    orders.add(two, "completed", office.now - 3 * DAY, items=[(7, 7_000_000)])
    room = office.customer("Room only", owner=office.other_uid)
    orders.add(room, "pending", office.now + DAY, rooms=["1500.00"])
    won = office.customer("Won", owner=office.agent_uid)
    orders.add(won, "completed", office.now - 5 * DAY, items=[(2, 300_000)])
    orders.add(won, "completed", office.now - 500 * DAY, items=[(2, 900_000)])
    office.customer("Cold")
    figures = board.figures(office.lead, EVERYBODY)
    assert figures == (
        StageFigures(Stage.COLD, Count(1), 0),
        StageFigures(Stage.WARM, Count(0), 0),
        StageFigures(Stage.HOT, Count(0), 0),
        StageFigures(Stage.ORDERED, Count(2), 1_750_521 + 1_500),
        StageFigures(Stage.WON, Count(1), 600_000),
    )
    cards = {card.customer.name: card for card in listed(office.lead, Stage.ORDERED)}
    assert (cards["Two orders"].orders, cards["Two orders"].value) == (2, 1_750_521)
    assert cards["Two orders"].delivery == office.now + 9 * DAY
    assert cards["Room only"].value == 1_500
    (card,) = listed(office.lead, Stage.WON)
    assert (card.orders, card.value, card.delivery) == (1, 600_000, office.now - 5 * DAY)
    mine = BoardQuery(OwnerFilter(OwnerScope.PERSON, office.agent_uid), search="two")
    assert [f.value for f in board.figures(office.agent, mine)] == [0, 0, 0, 1_750_521, 0]
    assert board.figures(office.lead, EVERYBODY, cap=1)[3].count == Count(1, more=True)
    assert board.figures(office.lead, EVERYBODY, cap=None) == board.figures(office.lead, EVERYBODY)


def test_the_most_urgent_stand_first_and_who_is_free_last(office: Office) -> None:
    now = office.now
    office.customer("Free")
    for days in (3, 25, 29, 12):
        office.customer(f"{days} days idle", owner=office.agent_uid, since=now - days * DAY)
    wanted = ["29 days idle", "25 days idle", "12 days idle", "3 days idle", "Free"]
    assert names(office.lead, Stage.COLD) == wanted


def test_a_column_keeps_its_order_from_page_to_page(office: Office) -> None:
    now = office.now
    for days in (3, 25, 29, 12):
        office.customer(f"{days} days idle", owner=office.agent_uid, since=now - days * DAY)
    office.customer("Free")
    found = pages(lambda after: board.page(office.lead, EVERYBODY, Stage.COLD, after, 2))
    shown = [card.customer.name for page in found for card in page]
    assert shown == names(office.lead, Stage.COLD)
    assert len(shown) == 5


def test_the_board_is_filtered_by_owner_source_and_search(office: Office) -> None:
    canvas = LeadSource.CANVAS.value
    office.customer("Mine, canvas", owner=office.agent_uid, source=canvas)
    office.customer("Mine, no source", owner=office.agent_uid)
    office.customer("Free, canvas", source=canvas)
    mine = OwnerFilter(OwnerScope.PERSON, office.agent_uid)
    by_source = frozenset({LeadSource.CANVAS})
    assert len(names(office.lead, Stage.COLD)) == 3
    assert len(names(office.lead, Stage.COLD, BoardQuery(mine))) == 2
    assert len(names(office.lead, Stage.COLD, BoardQuery(sources=by_source))) == 2
    assert names(office.lead, Stage.COLD, BoardQuery(mine, by_source)) == ["Mine, canvas"]
    assert names(office.lead, Stage.COLD, BoardQuery(search="free")) == ["Free, canvas"]
    assert board.figures(office.lead, BoardQuery(mine, by_source))[0].count == Count(1)


def test_a_card_shows_the_last_contact_and_the_next_step(office: Office) -> None:
    customer = office.customer("Card", owner=office.agent_uid)
    contacts.log(office.agent, draft(customer, next_step=office.now + DAY))
    (card,) = listed(office.agent, Stage.COLD)
    assert card.customer.last_method is Method.CALL
    assert card.customer.next_step == office.now + DAY
    assert card.customer.owner_name == "Andi Firmansyah"


def test_cards_as_they_are_now(office: Office) -> None:
    here = office.customer("Here", owner=office.agent_uid)
    elsewhere = office.customer("Elsewhere", owner=office.other_uid)
    mine = BoardQuery(OwnerFilter(OwnerScope.PERSON, office.agent_uid))
    found = board.cards(office.agent, mine, [here, elsewhere, "gone"])
    assert found[here] is not None
    assert (found[elsewhere], found["gone"]) == (None, None)
    searched = BoardQuery(mine.owner, search="nobody")
    assert board.cards(office.agent, searched, [here]) == {here: None}


def test_many_cards_move_each_by_its_own_condition(office: Office) -> None:
    ids = [office.customer(f"Customer {number}", status=SalesStatus.WARM) for number in range(4)]
    stage_moves.move(office.other, new_id(), ids[1], SalesStatus.WARM, SalesStatus.COLD)
    office.database.execute("UPDATE customers SET sales_status = 'cold' WHERE id = %s", ids[2])
    moves = [Move(one, Stage.WARM) for one in (*ids, "nobody")]
    result = board.move(office.agent, new_id(), moves, Stage.HOT)
    assert result.done == (ids[0], ids[3])
    by_eko, by_another, gone = result.lost
    assert (by_eko.customer_id, by_eko.name, by_eko.by_name) == (
        ids[1], "Customer 1", "Eko Saputra",
    )  # fmt: skip
    assert by_eko.message.startswith("Eko Saputra moved this customer from warm to cold meanwhile")
    assert (by_another.customer_id, by_another.by_name) == (ids[2], None)
    assert by_another.message.startswith("Somebody moved")
    assert gone.customer_id == "nobody"
    statuses = [customers.get(office.agent, one).sales_status for one in ids]
    assert statuses == [SalesStatus.HOT, SalesStatus.COLD, SalesStatus.COLD, SalesStatus.HOT]


def test_an_undo_is_an_act_of_its_own_that_checks_for_conflicts(office: Office) -> None:
    ids = [office.customer(f"Customer {number}") for number in range(2)]
    done = board.move(office.agent, new_id(), [Move(one, Stage.COLD) for one in ids], Stage.HOT)
    assert done.done == tuple(ids)
    stage_moves.move(office.other, new_id(), ids[1], SalesStatus.HOT, SalesStatus.WARM)
    undone = board.move(office.agent, new_id(), [Move(one, Stage.HOT) for one in ids], Stage.COLD)
    assert undone.done == (ids[0],)
    assert undone.lost[0].by_name == "Eko Saputra"
    moved = office.database.execute(
        "SELECT COUNT(*) FROM salesdesk_events WHERE kind = 'status_moved' AND customer_id = %s",
        ids[0],
    )
    assert moved == [(2,)]


def test_nothing_is_moved_into_or_out_of_what_follows_from_orders(
    office: Office, orders: Orders
) -> None:
    cold = office.customer("Cold")
    for stage in (Stage.ORDERED, Stage.WON):
        with pytest.raises(Refusal) as refused:
            board.move(office.agent, new_id(), [Move(cold, Stage.COLD)], stage)
        expected = refusal(Stage.COLD, stage)
        assert expected is not None
        assert refused.value.reason == expected.reason
    ordered = office.customer("Ordered", status=SalesStatus.HOT)
    orders.add(ordered, "pending", office.now + DAY)
    result = board.move(
        office.agent, new_id(), [Move(ordered, Stage.ORDERED), Move(cold, Stage.COLD)], Stage.WARM
    )
    assert result.done == (cold,)
    assert result.lost[0].reason == Reason.of(Why.FIXED_BY_ORDER, stage=Stage.ORDERED)
    assert [stage.fixed for stage in Stage] == [False, False, False, True, True]
    for stage in (Stage.COLD, Stage.WARM, Stage.HOT):
        assert refusal(Stage.COLD, stage) is None


def test_a_conflict_of_one_move_names_who_was_first(office: Office) -> None:
    customer = office.customer("Card")
    stage_moves.move(office.other, new_id(), customer, SalesStatus.COLD, SalesStatus.HOT)
    with pytest.raises(Conflict) as conflict:
        stage_moves.move(office.agent, new_id(), customer, SalesStatus.COLD, SalesStatus.WARM)
    assert conflict.value.by_name == "Eko Saputra"


def test_each_call_asks_for_its_permission_first(office: Office) -> None:
    looks = replace(
        office.agent, actor=Actor("uid-x", "X", None, frozenset({Permission.CUSTOMERS_VIEW}))
    )
    with pytest.raises(NotAllowed):
        board.move(looks, new_id(), [], Stage.HOT)
    nobody = replace(office.agent, actor=Actor("uid-x", "X", None, frozenset()))
    for call in (
        lambda: board.figures(nobody, EVERYBODY),
        lambda: board.page(nobody, EVERYBODY, Stage.COLD),
        lambda: board.cards(nobody, EVERYBODY, []),
    ):
        with pytest.raises(NotAllowed):
            call()


def test_an_order_date_is_the_offices(office: Office, orders: Orders) -> None:
    customer = office.customer("Ordered")
    orders.add(customer, "pending", datetime(2026, 6, 9, 1, 0))  # noqa: DTZ001 - the office's
    (card,) = listed(office.agent, Stage.ORDERED)
    assert card.delivery == datetime(2026, 6, 8, 18, 0, tzinfo=NOON.tzinfo)
