"""The pool: who is free, the hand-over, claims that are won, lost and refused."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton, QWidget

from salesdesk.domain.contact import Method, Outcome
from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.events import new_id
from salesdesk.domain.moments import DAY
from salesdesk.domain.ownership import UnbindingReason
from salesdesk.domain.pool import PoolQuery, PoolSort
from salesdesk.domain.settings import POOL_COOLING, POOL_MOST
from salesdesk.services import ownership
from salesdesk.services.lists import customers
from salesdesk.ui.commands import Cmd
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.widgets import State
from salesdesk.ui.pool.rows import PoolColumn
from salesdesk.ui.pool.screen import PoolScreen
from tests.support.factories import Office
from tests.support.settings import set_to
from tests.support.windows import OpenWindow, Sit

INACTIVITY = UnbindingReason.INACTIVITY


def pool(at: OpenWindow) -> PoolScreen:
    at.give(Cmd.GO_POOL)
    return at.window.pool


def names(screen: PoolScreen) -> list[str]:
    model = screen.model
    return [row.name for at in range(model.rowCount()) if (row := model.row(at)) is not None]


def cell(screen: PoolScreen, name: str, column: PoolColumn) -> str:
    return str(screen.model.index(names(screen).index(name), column).data())


def go_to(at: OpenWindow, name: str) -> None:
    at.window.pool.table.go_to(names(at.window.pool).index(name))
    at.settle()


def fill(office: Office) -> dict[str, str]:
    """Three that are free, one of whom came back; one that is not."""
    now = office.now
    ids = {name: office.customer(name) for name in ("Ani", "Budi", "Citra")}
    office.closed_spell(ids["Ani"], office.other_uid, now - 60 * DAY, now - 2 * DAY, INACTIVITY)
    office.contact(
        ids["Ani"], at=now - 40 * DAY, method=Method.CALL, outcome=Outcome.SUCCESSFUL,
        by=office.other_uid, notes="Wants a date in August.",
    )  # fmt: skip
    office.customer("Dewi", owner=office.agent_uid)
    return ids


def test_who_is_free_since_when_how_often_and_what_works(office: Office, sit: Sit) -> None:
    fill(office)
    at = sit(office, office.agent)
    screen = pool(at)
    assert set(names(screen)) == {"Ani", "Budi", "Citra"}
    assert screen.header.count.text() == "3 customers are free"
    assert cell(screen, "Ani", PoolColumn.FREE_SINCE) == "2 days ago"
    assert cell(screen, "Ani", PoolColumn.CAME_BACK) == "1 time"
    assert cell(screen, "Ani", PoolColumn.LAST_OUTCOME) == "successful"
    assert cell(screen, "Ani", PoolColumn.BEST_METHOD) == "Call"
    assert cell(screen, "Budi", PoolColumn.LAST_OUTCOME) == "no contact yet"
    index = screen.model.index(names(screen).index("Ani"), PoolColumn.CAME_BACK)
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "Inactivity: 1"


def test_the_hand_over_stands_beside_the_list(office: Office, sit: Sit) -> None:
    fill(office)
    at = sit(office, office.agent)
    screen = pool(at)
    go_to(at, "Ani")
    hand = screen.hand_over
    assert hand.isVisible()
    assert at.text("hand_over_name") == "Ani"
    assert at.text("hand_over_method") == "Call  1 of 1 successful"
    assert at.text("hand_over_owner_0_name") == "Eko Saputra"
    assert at.text("hand_over_owner_0_why").startswith("Inactivity")
    assert hand.notes.model().rowCount() == 1
    assert "Wants a date in August." in str(hand.notes.model().index(0, 0).data())
    assert hand.allowed.isHidden()


def test_a_claim_by_keyboard_takes_the_customer_out_of_the_list(office: Office, sit: Sit) -> None:
    ids = fill(office)
    at = sit(office, office.agent)
    screen = pool(at)
    screen.focus_list()
    go_to(at, "Budi")
    place = names(screen).index("Budi")
    at.give(Cmd.CLAIM)
    at.bot.waitUntil(lambda: "Budi" not in names(screen))
    at.settle()
    assert at.told.startswith("Budi is yours now.")
    row = ownership_row(office, ids["Budi"])
    assert row == office.agent_uid
    # Whoever was claimed is opened; nobody of the list is chosen, so that nothing is done to them.
    assert at.text("panel_name") == "Budi"
    assert at.text("panel_owner").startswith("you, since")
    assert screen.selected() == []
    assert not at.window.bar.action(Cmd.CLAIM).isEnabled()
    assert at.window.bar.action(Cmd.RELEASE).isEnabled()
    assert screen.header.count.text() == "2 customers are free"
    at.give(Cmd.REFRESH)
    assert at.text("panel_name") == "Budi"
    # The list goes on where it was left.
    at.give(Cmd.GO_LIST)
    (chosen,) = screen.selected()
    assert chosen.name == names(screen)[min(place, 1)]
    assert at.text("panel_name") == chosen.name


def ownership_row(office: Office, customer_id: str) -> str | None:
    (row,) = customers.rows(office.lead, [customer_id])
    return row.owner_uid


def test_who_was_slower_is_told_who_has_the_customer(office: Office, sit: Sit) -> None:
    ids = fill(office)
    at = sit(office, office.agent)
    screen = pool(at)
    go_to(at, "Citra")
    ownership.claim(office.other, new_id(), ids["Citra"])
    claim = screen.hand_over.findChild(QPushButton, "hand_over_claim")
    assert claim is not None
    at.bot.mouseClick(claim, Qt.MouseButton.LeftButton)
    at.settle()
    assert screen.hand_over.lost.isVisible()
    assert "Eko Saputra" in screen.hand_over.lost.accessibleName()
    assert not claim.isVisible()
    assert "Eko Saputra" in at.told
    assert ownership_row(office, ids["Citra"]) == office.other_uid


def test_two_windows_race_for_one_customer(office: Office, sit: Sit) -> None:
    ids = fill(office)
    first, second = sit(office, office.agent), sit(office, office.other)
    for at in (first, second):
        pool(at)
        go_to(at, "Ani")
    first.window.bar.action(Cmd.CLAIM).trigger()
    second.window.bar.action(Cmd.CLAIM).trigger()
    first.settle()
    second.settle()
    owner = ownership_row(office, ids["Ani"])
    won = {office.agent_uid: first, office.other_uid: second}[str(owner)]
    lost = second if won is first else first
    assert won.told.startswith("Ani is yours now.")
    assert lost.window.pool.hand_over.lost.isVisible()
    lost.give(Cmd.REFRESH)
    assert "Ani" not in names(lost.window.pool)


def test_many_are_claimed_each_by_its_own_condition(office: Office, sit: Sit) -> None:
    ids = fill(office)
    at = sit(office, office.agent)
    screen = pool(at)
    screen.table.select_loaded()
    at.settle()
    assert screen.footer.told.text() == "3 selected"
    ownership.claim(office.other, new_id(), ids["Ani"])
    at.give(Cmd.CLAIM)
    dialog = at.dialog("claim_dialog")
    at.press(dialog, "claim_dialog_act")
    at.bot.waitUntil(lambda: ownership_row(office, ids["Citra"]) == office.agent_uid)
    at.settle()
    assert ownership_row(office, ids["Budi"]) == office.agent_uid
    assert ownership_row(office, ids["Ani"]) == office.other_uid
    for each in at.dialogs():
        at.dialog(each).reject()


def test_policies_are_counted_and_a_refusal_names_the_date(office: Office, sit: Sit) -> None:
    ids = fill(office)
    for key, text in ((POOL_MOST.key, "2"), (POOL_COOLING.key, "10")):
        set_to(office.admin, key, text)
    now = office.now
    office.closed_spell(ids["Budi"], office.agent_uid, now - 30 * DAY, now - 4 * DAY, INACTIVITY)
    at = sit(office, office.agent)
    screen = pool(at)
    go_to(at, "Budi")
    assert screen.hand_over.allowed.isVisible()
    assert "You hold 1 of 2" in screen.hand_over.allowed.text()
    assert "from Sun 14 June" in screen.hand_over.allowed.text()
    at.give(Cmd.CLAIM)
    assert ownership_row(office, ids["Budi"]) is None
    assert screen.hand_over.lost.isVisible()
    office.pass_time(7 * DAY)
    go_to(at, "Ani")
    go_to(at, "Budi")
    assert screen.hand_over.lost.isHidden()
    at.give(Cmd.CLAIM)
    at.bot.waitUntil(lambda: ownership_row(office, ids["Budi"]) == office.agent_uid)
    at.settle()
    go_to(at, "Ani")
    at.give(Cmd.CLAIM)
    assert ownership_row(office, ids["Ani"]) is None


def test_somebody_elses_claim_takes_the_row_away_quietly(office: Office, sit: Sit) -> None:
    ids = fill(office)
    at = sit(office, office.lead)
    screen = pool(at)
    go_to(at, "Citra")
    done = ownership.claim(office.other, new_id(), ids["Ani"])
    at.session.feed.publish(done.changes)
    at.bot.waitUntil(lambda: set(names(screen)) == {"Budi", "Citra"})
    at.settle()
    current = screen.table.current_row()
    assert current is not None
    assert current.name == "Citra"
    assert at.window.navigation.current() == "pool"


def test_search_filters_and_orders(office: Office, sit: Sit) -> None:
    fill(office)
    office.customer("Hani", status=SalesStatus.HOT)
    at = sit(office, office.lead)
    screen = pool(at)
    screen.ask(PoolQuery(sort=PoolSort.NAME, descending=False))
    at.settle()
    assert names(screen) == ["Ani", "Budi", "Citra", "Hani"]
    at.bot.keyClicks(screen.header.search, "ani")
    at.bot.waitUntil(lambda: set(names(screen)) == {"Ani", "Hani"})
    at.give(Cmd.CLEAR_FILTERS)
    at.choose(screen.filters.menu, *_status_hot(at, screen))
    at.bot.waitUntil(lambda: names(screen) == ["Hani"])
    assert screen.filters.count.text() == "1 of 4"
    at.give(Cmd.CLEAR_FILTERS)
    assert len(names(screen)) == 4
    head = screen.table.head
    place = QPoint(head.sectionViewportPosition(PoolColumn.CAME_BACK) + 8, 10)
    at.bot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=place)
    at.settle()
    assert screen.query.sort is PoolSort.CAME_BACK
    place = QPoint(head.sectionViewportPosition(PoolColumn.COMPANY) + 8, 10)
    at.bot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert screen.query.sort is PoolSort.CAME_BACK
    assert at.told == "The pool is not sorted by company."


def _status_hot(at: OpenWindow, screen: PoolScreen) -> tuple[str, str]:
    at.give(Cmd.FILTER)
    return ("Status", "Hot")


def test_filters_order_and_width_are_kept_per_person(workspace: Office, sit: Sit) -> None:
    fill(workspace)
    at = sit(workspace, workspace.lead)
    wanted = PoolQuery(statuses=frozenset({SalesStatus.COLD}), sort=PoolSort.NAME, descending=False)
    pool(at).ask(wanted)
    at.settle()
    at.close()
    assert pool(sit(workspace, workspace.lead)).query == wanted
    assert pool(sit(workspace, workspace.agent)).query == PoolQuery()


def test_the_customer_panel_takes_the_place_of_the_hand_over(workspace: Office, sit: Sit) -> None:
    fill(workspace)
    at = sit(workspace, workspace.lead)
    at.go_to("Dewi")
    assert at.window.panel.isVisible()
    screen = pool(at)
    assert not at.window.panel.isVisible()
    assert screen.hand_over.isVisible()
    screen.focus_list()
    at.key(Qt.Key.Key_Return)
    assert at.window.panel.isVisible()
    assert not screen.hand_over.isVisible()
    at.window.controller.close_panel()
    assert screen.hand_over.isVisible()


def test_a_closed_hand_over_comes_back_by_the_panels_key(workspace: Office, sit: Sit) -> None:
    fill(workspace)
    screen = pool(at := sit(workspace, workspace.lead))
    close = screen.findChild(QPushButton, "hand_over_close")
    assert close is not None
    close.click()
    assert not screen.hand_over.isVisible()
    at.give(Cmd.PANEL)
    assert screen.hand_over.isVisible()
    assert not at.window.panel.isVisible()
    at.give(Cmd.PANEL)
    assert not screen.hand_over.isVisible()


@pytest.mark.parametrize("search", ["", "nobody is called so"])
def test_nobody_is_free_and_nobody_matches(workspace: Office, sit: Sit, search: str) -> None:
    if search:
        fill(workspace)
    at = sit(workspace, workspace.agent)
    screen = pool(at)
    screen.ask(PoolQuery(search=search))
    at.settle()
    assert screen.states.state is State.EMPTY
    expected = "Nobody matches" if search else "Nobody is free"
    assert screen.states.empty.words[0] == expected
    assert not screen.hand_over.isVisible()


def test_today_leads_to_the_pool(workspace: Office, sit: Sit) -> None:
    fill(workspace)
    at = sit(workspace, workspace.other)
    at.window.today.pool_requested.emit()
    at.settle()
    assert at.window.navigation.current() == "pool"
    assert at.window.screens.currentWidget() is at.window.pool


def test_the_number_in_the_navigation_follows(workspace: Office, sit: Sit) -> None:
    ids = fill(workspace)
    at = sit(workspace, workspace.lead)
    done = ownership.claim(workspace.other, new_id(), ids["Ani"])
    at.session.feed.publish(done.changes)
    at.settle()
    lists_ = at.window.navigation._lists
    assert [e.count for each in lists_ for e in each.entries if e.key == "pool"] == ["2"]


def test_time_passes_in_words(workspace: Office, sit: Sit) -> None:
    fill(workspace)
    workspace.pass_time(timedelta(days=3))
    screen = pool(sit(workspace, workspace.lead))
    assert cell(screen, "Ani", PoolColumn.FREE_SINCE) == "5 days ago"


def test_the_phone_is_shown_and_opens_chat_and_call(office: Office, sit: Sit) -> None:
    office.customer("Ani", phone="+6281290347718")
    at = sit(office, office.agent)
    screen = pool(at)
    go_to(at, "Ani")
    assert cell(screen, "Ani", PoolColumn.PHONE) == "+62 812-9034-7718"
    assert not screen.table.isColumnHidden(PoolColumn.PHONE)
    assert at.text("hand_over_phone") == "+62 812-9034-7718"
    for button, link in (
        ("hand_over_whatsapp", "https://wa.me/6281290347718"),
        ("hand_over_call", "tel:+6281290347718"),
    ):
        at.window.activateWindow()
        at.bot.mouseClick(at.child(QPushButton, button), Qt.MouseButton.LeftButton)
        at.settle()
        assert at.session.links[-1] == link
        at.dialog("contact_dialog").reject()
        at.settle()


def test_a_phone_that_is_withheld_offers_no_call(office: Office, sit: Sit) -> None:
    office.customer("Ani", phone="+6281290347718")
    office.database.execute(
        "DELETE FROM role_permissions WHERE permission_id IN "
        "(SELECT id FROM permissions WHERE action = 'view_phone_in_pool')"
    )
    at = sit(office, office.agent)
    screen = pool(at)
    go_to(at, "Ani")
    assert screen.table.isColumnHidden(PoolColumn.PHONE)
    assert at.text("hand_over_phone") == "hidden"
    assert not at.child(QPushButton, "hand_over_whatsapp").isVisible()
    assert not at.child(QPushButton, "hand_over_call").isVisible()


def test_log_and_claim_opens_the_customer(office: Office, sit: Sit) -> None:
    ids = fill(office)
    at = sit(office, office.agent)
    screen = pool(at)
    go_to(at, "Ani")
    at.give(Cmd.LOG)
    for key in (Qt.Key.Key_C, Qt.Key.Key_S):
        at.key(key, Qt.KeyboardModifier.AltModifier)
    at.press(at.dialog("contact_dialog"), "contact_claim")
    at.bot.waitUntil(lambda: "Ani" not in names(screen))
    at.settle()
    assert ownership_row(office, ids["Ani"]) == office.agent_uid
    assert at.text("panel_name") == "Ani"
    assert screen.selected() == []


def test_who_is_back_after_an_undone_claim_is_highlighted_again(office: Office, sit: Sit) -> None:
    fill(office)
    at = sit(office, office.agent)
    screen = pool(at)
    claimed = names(screen)[1]
    go_to(at, claimed)
    at.give(Cmd.CLAIM)
    assert claimed not in names(screen)
    assert screen.table.chosen_row() is None
    at.give(Cmd.UNDO)
    at.bot.waitUntil(lambda: claimed in names(screen))
    at.settle()
    row = screen.table.chosen_row()
    assert row is not None
    assert row.name == claimed
    assert at.window.panel.customer_id == row.id


def test_what_is_hidden_of_the_hand_over_leaves_no_gap(workspace: Office, sit: Sit) -> None:
    fill(workspace)
    at = sit(workspace, workspace.agent)
    screen = pool(at)
    go_to(at, "Ani")
    hand = screen.hand_over
    assert hand.allowed.isHidden()
    assert hand.withheld.isHidden()

    def top(part: QWidget) -> int:
        return part.mapTo(hand, QPoint(0, 0)).y()

    claim, heading = hand.claim, hand._hand_head
    at.bot.waitUntil(lambda: top(heading) - (top(claim) + claim.height()) == theme.px(12))
    notes = hand._note_head
    at.bot.waitUntil(lambda: top(hand.notes) == top(notes) + notes.height())
