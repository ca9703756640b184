"""Workload: a click on a bar chooses whom to move and opens the form that does it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton

from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.events import new_id
from salesdesk.domain.moments import DAY
from salesdesk.domain.ownership import OwnershipSeen
from salesdesk.domain.queries import CustomerQuery, OwnerFilter, OwnerScope
from salesdesk.domain.reports.drill_down import DrillDown, Figure
from salesdesk.services import ownership
from salesdesk.services.lists import customers
from salesdesk.ui.actions.assign_dialog import ChooseAgentDialog
from salesdesk.ui.activity import drilldown_assign
from salesdesk.ui.activity.page import SectionView
from salesdesk.ui.activity.screen import ActivityScreen
from salesdesk.ui.activity.tabs import TABS
from salesdesk.ui.commands import Cmd
from tests.support.activity_screen import FORM
from tests.support.factories import Office
from tests.support.windows import OpenWindow, Sit


def workload(at: OpenWindow, tab: str = "workload") -> ActivityScreen:
    at.give(Cmd.GO_ACTIVITY)
    at.window.activity.tabs.select(tab)
    at.window.activity.show_tab(tab)
    at.settle()
    return at.window.activity


def section(screen: ActivityScreen, name: str = "workload_customers") -> SectionView:
    return screen._charts["workload"].views[name]


def click(at: OpenWindow, view: SectionView, tip: str) -> None:
    """Click on the element of a chart whose words begin like this."""
    plot = view.chart.plot
    target = next(each for each in plot.targets if each.bit.tip.startswith(tip))
    middle = plot.mapFromScene(plot.view.mapViewToScene(target.rect.center()))
    at.bot.mouseClick(plot.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(middle))
    at.settle()


def form(at: OpenWindow) -> ChooseAgentDialog:
    found = at.dialog(FORM)
    assert isinstance(found, ChooseAgentDialog)
    return found


def number_of(office: Office, uid: str) -> int:
    owner = OwnerFilter(OwnerScope.PERSON, uid)
    return customers.count(office.lead, CustomerQuery(owner=owner)).number


def fill(office: Office) -> None:
    """Twelve cold customers of an agent, two warm ones, one of another agent, one of nobody."""
    since = office.now - 3 * DAY
    office.customers(12, owner=office.agent_uid, since=since)
    for name in ("Warm one", "Warm two"):
        office.customer(name, owner=office.agent_uid, since=since, status=SalesStatus.WARM)
    office.customer("Of Eko", owner=office.other_uid, since=since)
    office.customer("Free")


def test_a_click_on_a_bar_chooses_whom_to_move_and_opens_the_form(office: Office, sit: Sit) -> None:
    fill(office)
    at = sit(office, office.lead)
    screen = workload(at)
    click(at, section(screen), "Andi Firmansyah, Warm: 2")
    dialog = form(at)
    assert [row.name for row in dialog.rows] == ["Warm one", "Warm two"]
    assert dialog.title.text() == "Transfer 2 customers"
    dialog.choose(office.other_uid)
    at.press(dialog, f"{FORM}_act")
    assert number_of(office, office.agent_uid) == 12
    assert number_of(office, office.other_uid) == 3
    assert at.told.startswith("2 customers handed over to Eko Saputra.")
    assert screen.rows.model.rowCount() == 0
    assert screen.rows.hand_over.isHidden()
    assert screen.selected() == []


def test_cancel_leaves_them_chosen_and_a_button_opens_it_again(office: Office, sit: Sit) -> None:
    fill(office)
    at = sit(office, office.lead)
    screen = workload(at)
    click(at, section(screen), "Andi Firmansyah, Warm: 2")
    at.press(form(at), f"{FORM}_cancel")
    assert at.dialogs() == []
    assert screen.rows.hand_over.text() == "Transfer 2…"
    selected = screen.rows.table.selectionModel().selectedRows()
    assert sorted(index.row() for index in selected) == [0, 1]
    at.press(at.window, "activity_hand_over")
    assert len(form(at).rows) == 2
    at.press(form(at), f"{FORM}_cancel")
    screen.rows.table.selectRow(1)
    assert screen.rows.hand_over.text() == "Transfer 1…"
    assert [row.name for row in screen.selected()] == ["Warm two"]
    at.press(at.window, "activity_hand_over")
    assert [row.name for row in form(at).rows] == ["Warm two"]
    at.press(form(at), f"{FORM}_cancel")
    at.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert screen.rows.hand_over.text() == "Transfer 2…"


def test_all_that_match_are_chosen_read_or_not(office: Office, sit: Sit) -> None:
    office.customers(230, owner=office.agent_uid, since=office.now - 3 * DAY)
    at = sit(office, office.lead)
    screen = workload(at)
    click(at, section(screen), "Andi Firmansyah, Cold: 230")
    assert screen.rows.model.rowCount() < 230
    assert len(form(at).rows) == 230
    at.press(form(at), f"{FORM}_cancel")
    bar = screen.rows.table.verticalScrollBar()
    bar.setValue(bar.maximum())
    at.settle()
    assert screen.rows.hand_over.text() == "Transfer 230…"
    chosen = screen.rows.table.selectionModel().selectedRows()
    assert len(chosen) == screen.rows.model.rowCount()


def test_more_than_can_be_moved_at_once_is_told(
    workspace: Office, sit: Sit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drilldown_assign, "MOST_MATCHING", 10)
    fill(workspace)
    at = sit(workspace, workspace.lead)
    screen = workload(at)
    click(at, section(screen), "Andi Firmansyah, Cold: 12")
    assert at.dialogs() == []
    assert at.told.startswith("More than 10 ")
    assert screen.rows.model.rowCount() == 12
    assert screen.rows.hand_over.isHidden()


def test_what_others_do_meanwhile_is_not_moved(office: Office, sit: Sit) -> None:
    fill(office)
    at = sit(office, office.lead)
    screen = workload(at)
    click(at, section(screen), "Andi Firmansyah, Warm: 2")
    at.press(form(at), f"{FORM}_cancel")
    first = screen.selected()[0]
    seen = OwnershipSeen(first.owner_uid, first.owned_since)
    released = ownership.release(office.lead, new_id(), first.id, seen)
    at.session.context.feed.publish(released.changes)
    at.settle()
    assert [row.name for row in screen.selected()] == ["Warm two"]
    assert screen.rows.hand_over.text() == "Transfer 1…"
    assert screen.rows.count.text().startswith("1 ")
    assert at.dialogs() == []
    at.press(at.window, "activity_back")
    row = next(line for line in section(screen).lines if line.values[0] == "Andi Firmansyah")
    assert row.values[1] == 13


def test_customers_of_nobody_are_assigned(office: Office, sit: Sit) -> None:
    fill(office)
    at = sit(office, office.lead)
    screen = workload(at)
    screen.open_mark(DrillDown(Figure.WORKLOAD_UNOWNED), "In the pool")
    at.settle()
    dialog = form(at)
    assert dialog.title.text() == "Assign Free"
    dialog.choose(office.other_uid)
    at.press(dialog, f"{FORM}_act")
    assert number_of(office, office.other_uid) == 2


def test_without_the_permission_there_are_just_the_rows(office: Office, sit: Sit) -> None:
    fill(office)
    at = sit(office, office.agent)
    screen = workload(at)
    click(at, section(screen), "Andi Firmansyah, Warm: 2")
    assert at.dialogs() == []
    assert screen.rows.model.rowCount() == 2
    assert screen.rows.hand_over.isHidden()
    assert screen.selected() == []


def test_rows_of_another_tab_are_not_for_moving(office: Office, sit: Sit) -> None:
    fill(office)
    at = sit(office, office.lead)
    screen = workload(at, "engagement")
    screen.open_mark(DrillDown(Figure.ENGAGEMENT_NEVER), "never")
    at.settle()
    assert at.dialogs() == []
    assert screen.rows.model.rowCount() == 16
    assert screen.rows.hand_over.isHidden()
    assert screen.selected() == []


def test_leaving_before_they_are_read_opens_nothing(workspace: Office, sit: Sit) -> None:
    fill(workspace)
    at = sit(workspace, workspace.lead)
    screen = workload(at)
    screen.open_mark(DrillDown(Figure.WORKLOAD_CUSTOMERS, agent=workspace.agent_uid), "Andi")
    screen.show_charts()
    at.settle()
    assert at.dialogs() == []
    assert screen.selected() == []
    assert at.window.findChild(QPushButton, "activity_hand_over") is not None


@pytest.mark.parametrize("tab", [tab.key for tab in TABS])
def test_every_line_has_a_cell_for_each_column(workspace: Office, sit: Sit, tab: str) -> None:
    fill(workspace)
    screen = workload(sit(workspace, workspace.lead), tab)
    for view in screen._charts[tab].views.values():
        for line in view.section.rows:
            assert len(line.cells) == len(line.values) == len(view.section.heads), line.values
