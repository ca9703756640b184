"""The board on the screen: its columns, moving cards without a mouse, what others change."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from salesdesk.domain.contact import Method
from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.errors import Unavailable
from salesdesk.domain.moments import DAY
from salesdesk.domain.pipeline import Board, BoardQuery, Stage
from salesdesk.domain.queries import OwnerFilter, OwnerScope, Page
from salesdesk.services import stage_moves
from salesdesk.services.lists import board
from salesdesk.ui.commands import Cmd
from salesdesk.ui.kit.widgets import FilterChip, State
from salesdesk.ui.pipeline.board import MOST_CARDS
from tests.support.boards import ALT, at_board, status_of
from tests.support.factories import NOON, Office
from tests.support.orders import Orders
from tests.support.windows import Sit

WARM, HOT = SalesStatus.WARM, SalesStatus.HOT


def five(office: Office) -> dict[str, str]:
    """A customer of the lead in each stage, and a second in warm; ids by name."""
    lead = office.lead_uid
    ids = {
        "Agus": office.customer("Agus", owner=lead, since=NOON - 25 * DAY, company="CV Mitra"),
        "Budi": office.customer("Budi", owner=lead, since=NOON - 27 * DAY, status=WARM),
        "Ratna": office.customer("Ratna", owner=lead, since=NOON - 24 * DAY, status=WARM),
        "Siti": office.customer("Siti", owner=lead, since=NOON - 28 * DAY, status=HOT),
        "Vina": office.customer("Vina", owner=lead, since=NOON - 8 * DAY, status=HOT),
        "Arief": office.customer("Arief", owner=lead, since=NOON - 17 * DAY),
    }
    orders = Orders(office)
    orders.add(ids["Vina"], "confirmed", NOON + 10 * DAY, items=[(2, 12_375_000)])
    orders.add(ids["Arief"], "completed", NOON - 17 * DAY, items=[(1, 31_200_000)])
    return ids


def test_each_stage_has_its_cards_count_and_sum(office: Office, sit: Sit) -> None:
    five(office)
    office.customer("Somebody else's", owner=office.agent_uid)
    at = at_board(office, sit)
    assert [at.names(stage) for stage in Stage] == [
        ["Agus"], ["Budi", "Ratna"], ["Siti"], ["Vina"], ["Arief"],
    ]  # fmt: skip
    assert [at.seat.text(f"pipeline_count_{s.value}") for s in Stage] == ["1", "2", "1", "1", "1"]
    assert at.seat.text("pipeline_sum_cold") == ""
    assert at.seat.text("pipeline_sum_ordered") == "Rp24.750.000"
    assert at.seat.text("pipeline_heading") == "6 customers, most urgent first"
    assert at.seat.child(FilterChip, "pipeline_chip_owner").accessibleName().startswith(
        "Filter: Owner me"
    )  # fmt: skip
    note = at.seat.text("pipeline_note_ordered")
    assert note == "Ordered and won follow from orders; cards cannot be dropped here."


def test_a_card_says_who_how_long_and_what_is_next(office: Office, sit: Sit) -> None:
    customer_id = office.customer(
        "Budi", owner=office.lead_uid, since=NOON - 50 * DAY, status=WARM, company="PT Cahaya"
    )
    office.contact(customer_id, at=NOON - 27 * DAY, method=Method.VISIT, next_step=NOON - 4 * DAY)
    at = at_board(office, sit)
    (line,) = at.screen.board.columns[Stage.WARM].lines
    assert (line.name, line.company, line.owner, line.days.text) == (
        "Budi",
        "PT Cahaya",
        "",
        "3 days",
    )
    assert (line.icon, line.step, line.ink) == ("calendar-x", "4 days late", "urgent")
    assert (line.last_icon, line.last) == ("map-pin", "27 d ago")
    assert "owner: Rina Wulandari" in line.tip
    at.seat.give(Cmd.CLEAR_FILTERS)
    (line,) = at.screen.board.columns[Stage.WARM].lines
    assert line.owner == "Rina Wulandari"
    assert line.text.startswith(
        "Budi, PT Cahaya, Rina Wulandari, 3 days, 4 days late, last contact"
    )


def test_alt_and_arrows_move_the_card_which_keeps_focus_and_selection(
    office: Office, sit: Sit
) -> None:
    ids = five(office)
    at = at_board(office, sit)
    at.choose("Agus")
    at.seat.give(Cmd.STAGE_ON)
    assert status_of(office, ids["Agus"]) is WARM
    assert at.names(Stage.WARM) == ["Budi", "Agus", "Ratna"]
    assert at.names(Stage.COLD) == []
    assert (at.chosen, at.focused) == (["Agus"], Stage.WARM)
    assert at.seat.told == "Agus moved from cold to warm"
    assert at.seat.text("pipeline_count_warm") == "3"
    at.seat.key(Qt.Key.Key_Right, ALT)
    at.seat.give(Cmd.STAGE_BACK)
    at.seat.give(Cmd.STAGE_BACK)
    assert status_of(office, ids["Agus"]) is SalesStatus.COLD
    at.seat.give(Cmd.STAGE_BACK)
    assert at.seat.told == "Cold is the first stage; there is none before it."


def test_arrows_go_from_card_to_card_over_all_columns(workspace: Office, sit: Sit) -> None:
    five(workspace)
    at = at_board(workspace, sit)
    at.screen.focus_list()
    assert at.chosen == ["Agus"]
    for key, name in (
        (Qt.Key.Key_Right, "Budi"), (Qt.Key.Key_Down, "Ratna"), (Qt.Key.Key_Right, "Siti"),
        (Qt.Key.Key_Right, "Vina"), (Qt.Key.Key_Right, "Arief"), (Qt.Key.Key_Left, "Vina"),
    ):  # fmt: skip
        at.seat.key(key)
        assert at.chosen == [name]
    assert at.focused is Stage.ORDERED
    assert at.seat.window.panel.isHidden()
    at.seat.key(Qt.Key.Key_Return)
    assert at.seat.text("panel_name") == "Vina"


def test_the_menu_moves_and_says_why_a_stage_takes_no_card(office: Office, sit: Sit) -> None:
    ids = five(office)
    at = at_board(office, sit)
    at.choose("Agus")
    at.seat.give(Cmd.MOVE_TO)
    menu = at.seat.child(QMenu, "pipeline_move_menu")
    words = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert words == ["&Cold", "&Warm", "&Hot", "&Ordered", "Wo&n"]
    assert not menu.actions()[0].isEnabled()
    at.seat.choose(menu, "&Hot")
    assert status_of(office, ids["Agus"]) is HOT
    at.seat.give(Cmd.MOVE_TO)
    at.seat.choose(menu, "&Ordered")
    assert at.seat.told.startswith("A customer is ordered while an order is pending")
    at.seat.give(Cmd.STAGE_ON)
    assert at.seat.told.startswith("A customer is ordered while an order is pending")
    assert status_of(office, ids["Agus"]) is HOT


def test_a_card_that_follows_from_orders_stays_and_says_why(office: Office, sit: Sit) -> None:
    ids = five(office)
    at = at_board(office, sit)
    at.choose("Vina")
    for command in (Cmd.STAGE_BACK, Cmd.COLD):
        at.seat.window.toast.close_toast()
        at.seat.give(command)
        assert at.seat.told.startswith("This customer is ordered because of an order;")
    assert status_of(office, ids["Vina"]) is HOT
    flags = at.view(Stage.ORDERED).model().index(0, 0).flags()
    assert not flags & Qt.ItemFlag.ItemIsDragEnabled
    assert not at.view(Stage.ORDERED).acceptDrops()


def test_many_cards_move_and_the_one_that_was_moved_meanwhile_is_named(
    office: Office, sit: Sit
) -> None:
    ids = five(office)
    at = at_board(office, sit)
    stage_moves.move(office.agent, "moved-elsewhere", ids["Ratna"], WARM, SalesStatus.COLD)
    at.choose("Budi", "Ratna")
    at.seat.give(Cmd.STAGE_ON)
    assert at.seat.told == (
        "Budi moved from warm to hot. 1 not moved. Ratna: Andi Firmansyah moved this customer "
        "from warm to cold meanwhile; nothing was changed."
    )
    assert at.names(Stage.WARM) == []
    assert "Ratna" in at.names(Stage.COLD)
    assert "Budi" in at.names(Stage.HOT)
    assert at.seat.window.bar.action(Cmd.UNDO).text() == "&Undo move of Budi to hot"


def test_what_another_window_moves_changes_its_card_alone(
    office: Office, sit: Sit, monkeypatch: pytest.MonkeyPatch
) -> None:
    lead = office.lead_uid
    ids = [
        office.customer(f"Cold {at:02}", owner=lead, since=NOON - timedelta(days=25, hours=-at))
        for at in range(40)
    ]
    at = at_board(office, sit)
    at.choose("Cold 10", "Cold 12")
    bar = at.view(Stage.COLD).verticalScrollBar()
    bar.setValue(5 * 96 + 30)
    top = at.screen.columns.active.top()
    office.pass_time(timedelta(seconds=5))
    stage_moves.move(office.other, "event-of-eko", ids[2], SalesStatus.COLD, HOT)

    def page(*_: object) -> Page[object]:
        raise AssertionError("a whole column was read for one card")

    monkeypatch.setattr(board, "page", page)
    at.seat.window.live.ask()
    at.seat.settle()
    at.seat.settle()
    assert at.names(Stage.HOT) == ["Cold 02"]
    assert len(at.names(Stage.COLD)) == 39
    assert at.chosen == ["Cold 10", "Cold 12"]
    assert at.screen.columns.active.top() == top
    assert bar.value() == 4 * 96 + 30
    assert at.seat.session.bugs == []


def test_a_long_column_is_read_page_by_page(office: Office, sit: Sit) -> None:
    office.customers(120, owner=office.lead_uid, since=NOON - 3 * DAY)
    at = at_board(office, sit)
    assert len(at.names(Stage.COLD)) == board.COLUMN_PAGE_SIZE
    seen = len(at.screen.columns.active.rows_in_sight())
    assert at.said(Stage.COLD) == f"{120 - seen} more"
    bar = at.view(Stage.COLD).verticalScrollBar()
    for _ in range(3):
        bar.setValue(bar.maximum())
        at.seat.settle()
    assert len(at.names(Stage.COLD)) == len(set(at.names(Stage.COLD))) == 120
    bar.setValue(bar.maximum())
    assert at.said(Stage.COLD) == ""
    at.seat.give(Cmd.REFRESH)
    assert len(at.names(Stage.COLD)) == 120


def test_a_column_holds_a_few_hundred_cards_and_asks_for_a_filter(
    workspace: Office, sit: Sit
) -> None:
    workspace.customers(340, owner=workspace.lead_uid, since=NOON - 3 * DAY)
    at = at_board(workspace, sit)
    bar = at.view(Stage.COLD).verticalScrollBar()
    for _ in range(8):
        bar.setValue(bar.maximum())
        at.seat.settle()
    assert len(at.names(Stage.COLD)) == MOST_CARDS
    assert at.said(Stage.COLD) == "40 more: filter the board"


def test_a_moved_card_that_belongs_to_the_unread_part_stays_in_sight(
    workspace: Office, sit: Sit
) -> None:
    office = workspace
    office.customers(80, owner=office.lead_uid, since=NOON - 9 * DAY)
    office.customer("Latest", owner=office.lead_uid, since=NOON - DAY, status=WARM)
    at = at_board(office, sit)
    at.choose("Latest")
    at.seat.give(Cmd.STAGE_BACK)
    assert (at.chosen, at.focused) == (["Latest"], Stage.COLD)
    bar = at.view(Stage.COLD).verticalScrollBar()
    for _ in range(2):
        bar.setValue(bar.maximum())
        at.seat.settle()
    assert at.names(Stage.COLD).count("Latest") == 1
    assert len(at.names(Stage.COLD)) == 81
    assert at.chosen == ["Latest"]


def test_filters_are_chips_and_kept_for_the_person(workspace: Office, sit: Sit) -> None:
    office = workspace
    office.customer("Andi's referral", owner=office.agent_uid, source="Referral")
    office.customer("Andi's other", owner=office.agent_uid)
    office.customer("Free")
    at = at_board(office, sit)
    assert at.screen.states.state is State.EMPTY
    at.screen.filters.open_menu()
    at.seat.choose(at.screen.filters.menu, "Owner", "Andi Firmansyah")
    at.screen.filters.open_menu()
    at.seat.choose(at.screen.filters.menu, "Source", "Referral")
    assert at.names(Stage.COLD) == ["Andi's referral"]
    at.seat.close()
    again = at_board(office, sit)
    assert again.names(Stage.COLD) == ["Andi's referral"]
    other = at_board(office, sit, office.other_uid)
    assert other.screen.query == BoardQuery(OwnerFilter(OwnerScope.PERSON, office.other_uid))
    again.screen.header.search.searched.emit("nobody")
    again.seat.settle()
    assert again.screen.states.empty.words[0] == "Nobody matches"
    again.seat.press(again.screen, "pipeline_empty_clear")
    assert sorted(again.names(Stage.COLD)) == ["Andi's other", "Andi's referral", "Free"]


def test_a_board_that_cannot_be_read_says_so_and_is_read_again(
    workspace: Office, sit: Sit, monkeypatch: pytest.MonkeyPatch
) -> None:
    five(workspace)

    def away(*_: object) -> Board:
        raise Unavailable("The server does not answer.")

    with monkeypatch.context() as broken:
        broken.setattr(board, "whole", away)
        at = at_board(workspace, sit)
        assert at.screen.states.state is State.ERROR
        assert at.screen.states.error.words[0] == "The server is away"
        assert at.seat.banner
    at.seat.press(at.screen, "pipeline_states_retry")
    assert at.names(Stage.WARM) == ["Budi", "Ratna"]
    assert at.screen.columns.isVisible()
    with monkeypatch.context() as broken:
        broken.setattr(board, "whole", away)
        at.seat.give(Cmd.REFRESH)
        assert at.names(Stage.WARM) == ["Budi", "Ratna"]
        assert at.seat.text("pipeline_count").startswith("As read at")
    at.seat.session.connection.try_now()
    at.seat.settle()


def test_who_may_not_edit_sees_the_board_and_moves_nothing(workspace: Office, sit: Sit) -> None:
    ids = five(workspace)
    workspace.database.execute(
        "DELETE FROM role_permissions WHERE permission_id IN "
        "(SELECT id FROM permissions WHERE resource = 'salesdesk.customers' AND action = 'edit')"
    )
    at = at_board(workspace, sit)
    at.choose("Agus")
    assert not at.view(Stage.COLD).model().index(0, 0).flags() & Qt.ItemFlag.ItemIsDragEnabled
    at.seat.give(Cmd.STAGE_ON)
    assert at.seat.told.startswith("You may not do this: it needs the permission")
    assert status_of(workspace, ids["Agus"]) is SalesStatus.COLD
