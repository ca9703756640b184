"""The duplicates of the team: pairs side by side, linked with one undo, or said to be different."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from salesdesk.domain.events import new_id
from salesdesk.domain.moments import DAY
from salesdesk.domain.permissions import Permission
from salesdesk.services import customers, phone_sweep
from salesdesk.services.duplicates import deciding
from salesdesk.ui.commands import Cmd
from salesdesk.ui.kit.widgets import State
from salesdesk.ui.team.choice_cell import ChoiceCell
from salesdesk.ui.team.duplicates import DuplicatesPage
from salesdesk.ui.team.screen import DUPLICATES
from tests.support.factories import Office
from tests.support.ownership_rows import state_of
from tests.support.windows import OpenWindow, Sit


def pairs(office: Office) -> tuple[str, str]:
    """Three pairs, of which the one with the number comes first; that one's ids."""
    left = office.customer(
        "Siti Rahmawati", phone="+6281290347718", company="PT Sinar Jaya", owner=office.agent_uid,
        created=office.now - 90 * DAY,
    )  # fmt: skip
    right = office.customer("Siti Rachmawati", phone="0812 9034 7718", owner=office.other_uid)
    for name in ("Rudi Hartono", "Rudy Hartono", "Teguh Prakoso", "Teguh P."):
        office.customer(name, company="PT Maju Jaya")
    phone_sweep.refresh(office.lead)
    return left, right


def opened(at: OpenWindow) -> DuplicatesPage:
    at.give(Cmd.GO_TEAM)
    screen = at.window.team
    screen.open_tab(DUPLICATES)
    at.settle()
    return screen.duplicates


def cell(at: OpenWindow, name: str) -> ChoiceCell:
    return at.child(ChoiceCell, name)


def button(at: OpenWindow, name: str) -> QAbstractButton:
    return at.child(QAbstractButton, name)


def test_the_surest_pair_is_in_sight_field_by_field(office: Office, sit: Sit) -> None:
    pairs(office)
    at = sit(office, office.lead)
    page = opened(at)
    assert page.count.text() == "3 pairs, surest first"
    assert page.table.pairs.beside(0) == "+62 812-9034-7718"
    assert page.table.pairs.beside(1).endswith("%")
    assert at.text("pair_why") == "Same number in another format"
    assert at.text("pair_place") == "1 of 3"
    assert cell(at, "pair_name_choice_1").text() == ("Siti Rahmawati")
    assert cell(at, "pair_name_choice_1").isChecked()
    assert cell(at, "pair_company_choice_1").isChecked()
    assert at.text("pair_same_text_sales_status") == "Cold"
    assert "Andi Firmansyah" in at.text("pair_info_head")


def test_link_by_keys_is_one_act_with_one_undo(office: Office, sit: Sit) -> None:
    left, right = pairs(office)
    at = sit(office, office.lead)
    page = opened(at)
    cell(at, "pair_name_choice_1").setFocus()
    QTest.keyClick(cell(at, "pair_name_choice_1"), Qt.Key.Key_Right)
    assert cell(at, "pair_name_choice_2").isChecked()
    QTest.keyClick(
        cell(at, "pair_name_choice_2"), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
    )
    at.settle()
    assert customers.get(office.lead, left).name == "Siti Rachmawati"
    assert state_of(office, right)[0] is None
    assert page.count.text() == "2 pairs, surest first"
    at.give(Cmd.UNDO)
    at.settle()
    assert customers.get(office.lead, left).name == "Siti Rahmawati"
    assert state_of(office, right)[0] == office.other_uid


def test_swap_lets_the_other_one_stay_and_keeps_what_was_chosen(office: Office, sit: Sit) -> None:
    left, right = pairs(office)
    at = sit(office, office.lead)
    page = opened(at)
    button(at, "pair_swap").click()
    assert cell(at, "pair_name_choice_2").text() == "Siti Rahmawati"
    assert cell(at, "pair_name_choice_2").isChecked()
    choice = page.view.choice()
    assert choice is not None
    assert (choice.stays.id, choice.hidden.id) == (right, left)
    assert {"name", "company"} <= choice.fields
    assert choice.takes_owner


def test_not_the_same_is_remembered_listed_and_taken_back(office: Office, sit: Sit) -> None:
    pairs(office)
    at = sit(office, office.lead)
    page = opened(at)
    QTest.keyClick(page.table, Qt.Key.Key_N)
    at.settle()
    assert page.count.text() == "2 pairs, surest first"
    button(at, "duplicates_decisions").click()
    at.settle()
    assert page.decisions.table.cells.rowCount() == 1
    button(at, "decisions_undo").click()
    at.settle()
    assert page.decisions.states.state is State.EMPTY
    button(at, "decisions_back").click()
    button(at, "duplicates_look").click()
    at.settle()
    assert page.count.text() == "3 pairs, surest first"


def test_later_puts_a_pair_behind_the_others(office: Office, sit: Sit) -> None:
    pairs(office)
    at = sit(office, office.lead)
    page = opened(at)
    first = page.table.current()
    QTest.keyClick(page.table, Qt.Key.Key_L)
    at.settle()
    assert page.table.pairs.pair(2) == first
    assert page.table.current() != first


def test_nothing_found_says_when_it_was_looked_for(office: Office, sit: Sit) -> None:
    office.customer("Siti Rahmawati")
    at = sit(office, office.lead)
    page = opened(at)
    assert page.states.state is State.EMPTY
    title, text = page.states.empty.words
    assert title == "No pair looks like one customer"
    assert "Looked for at" in text


def test_who_may_not_transfer_finds_the_owner_row_locked(office: Office, sit: Sit) -> None:
    pairs(office)
    office.database.execute(
        "DELETE FROM role_permissions WHERE permission_id IN "
        "(SELECT id FROM permissions "
        "WHERE resource = 'salesdesk.customers' AND action = 'transfer')"
    )
    assert not office.lead.actor.may(Permission.CUSTOMERS_TRANSFER)
    at = sit(office, office.lead)
    opened(at)
    assert not cell(at, "pair_owner_choice_2").isEnabled()
    assert "may transfer" in cell(at, "pair_owner_choice_2").toolTip()
    assert cell(at, "pair_owner_choice_1").isChecked()


def test_who_may_not_decide_has_no_such_tab(office: Office, sit: Sit) -> None:
    at = sit(office, office.agent)
    at.give(Cmd.GO_TEAM)
    tabs = at.window.team.tabs
    assert "Duplicates" not in [tabs.tabText(one) for one in range(tabs.count())]


def test_a_double_click_decides_on_one_pair(office: Office, sit: Sit) -> None:
    pairs(office)
    at = sit(office, office.lead)
    page = opened(at)
    interval = QApplication.doubleClickInterval()
    QApplication.setDoubleClickInterval(60_000)  # the second click is soon, however slow we are
    try:
        for _ in range(2):
            button(at, "pair_link").click()
            at.settle()
        QTest.keyClick(page.table, Qt.Key.Key_N)
        at.settle()
    finally:
        QApplication.setDoubleClickInterval(interval)
    assert page.count.text() == "2 pairs, surest first"
    assert len(office.database.execute("SELECT customer_id FROM salesdesk_links")) == 1
    assert office.database.execute("SELECT first_id FROM salesdesk_different_customers") == []


def test_an_act_stays_with_its_pair_though_another_is_chosen_meanwhile(
    office: Office, sit: Sit
) -> None:
    pairs(office)
    at = sit(office, office.lead)
    page = opened(at)
    first, second, third = (page.table.pairs.pair(row) for row in range(3))
    button(at, "pair_link").click()
    page.step(1)
    at.settle()
    assert page.count.text() == "2 pairs, surest first"
    assert [page.table.pairs.pair(row) for row in range(2)] == [second, third]
    assert page.table.current() == second
    assert button(at, "pair_link").isEnabled()
    at.give(Cmd.UNDO)
    at.settle()
    assert office.database.execute("SELECT customer_id FROM salesdesk_links") == []
    assert [page.table.pairs.pair(row) for row in range(3)] == [first, second, third]
    assert page.table.current() == second


def test_what_is_decided_elsewhere_or_taken_back_is_seen_and_what_is_chosen_stays(
    office: Office, sit: Sit
) -> None:
    left, right = pairs(office)
    at = sit(office, office.lead)
    page = opened(at)
    page.step(1)
    at.settle()
    mine = page.table.current()
    button(at, "pair_swap").click()
    chosen = page.view.choice()
    deciding.say_different(office.lead, new_id(), left, right)
    at.window.live.ask()
    at.settle()
    assert page.count.text() == "2 pairs, surest first"
    assert page.table.current() == mine
    assert at.text("pair_place") == "1 of 2"
    assert page.view.choice() == chosen
    assert "1 said to be different" in at.text("duplicates_footer")
    deciding.take_back(office.lead, new_id(), left, right)
    at.window.live.ask()
    at.settle()
    assert page.count.text() == "3 pairs, surest first"
    assert page.table.current() == mine
    assert page.view.choice() == chosen
    assert "0 said to be different" in at.text("duplicates_footer")
