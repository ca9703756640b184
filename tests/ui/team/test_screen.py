"""The team screen: six counts that sum to everybody, their trend, and the rows behind each."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from salesdesk.domain.errors import Unavailable
from salesdesk.domain.exporting import CustomersTable, Figures
from salesdesk.domain.queries import CustomerRow
from salesdesk.domain.states import CustomerState
from salesdesk.services.lists import states
from salesdesk.ui.commands import Cmd
from salesdesk.ui.kit.charts.spec import Lines
from salesdesk.ui.kit.charts.view import ChartView
from salesdesk.ui.kit.widgets import FilterChip, State
from salesdesk.ui.team.screen import TeamScreen
from salesdesk.ui.team.texts import state_word
from tests.support.factories import Office
from tests.support.windows import OpenWindow, Sit

IN_POOL, WITHOUT = CustomerState.IN_POOL, CustomerState.WITHOUT_PLAN


def fill(office: Office) -> None:
    """Three in the pool, two bound without a plan, one that leaves soon."""
    for name in ("Ani", "Budi", "Citra"):
        office.customer(name)
    for name in ("Dewi", "Eko"):
        office.customer(name, owner=office.agent_uid)
    office.customer("Fajar", owner=office.agent_uid, since=office.now - timedelta(days=26))


def team(at: OpenWindow) -> TeamScreen:
    at.give(Cmd.GO_TEAM)
    return at.window.team


def shown(screen: TeamScreen) -> dict[str, str]:
    """The counts as the table says them, by their word."""
    cells = screen.counts.table.cells
    return {
        str(cells.index(row, 0).data()): str(cells.index(row, 2).data())
        for row in range(cells.rowCount())
    }


def rows(screen: TeamScreen) -> list[CustomerRow]:
    model = screen.rows.model
    return [row for at in range(model.rowCount()) if (row := model.row(at)) is not None]


def names(screen: TeamScreen) -> list[str]:
    return [row.name for row in rows(screen)]


def test_the_counts_sum_to_all_customers(office: Office, sit: Sit) -> None:
    fill(office)
    screen = team(sit(office, office.lead))
    counts = shown(screen)
    assert counts["In the pool"] == "3"
    assert counts["Without a plan"] == "2"
    assert counts["Releasing soon"] == "1"
    assert counts.pop("All customers") == "6"
    assert sum(map(int, counts.values())) == 6
    assert screen.counts.summed.text().startswith("6 customers, each in exactly one of these")


def test_each_count_opens_just_its_rows(office: Office, sit: Sit) -> None:
    fill(office)
    at = sit(office, office.lead)
    screen = team(at)
    counts = states.counts(office.lead).counts
    for state in CustomerState:
        screen.open_state(state)
        at.settle()
        assert len(names(screen)) == counts[state], state
        chip = screen.findChild(FilterChip, "team_chip")
        assert chip is not None
        assert state_word(state) in chip.accessibleName()
        expected = State.LIST if counts[state] else State.EMPTY
        assert screen.rows.states.state is expected


def test_by_keyboard_to_the_rows_to_a_customer_and_back(office: Office, sit: Sit) -> None:
    fill(office)
    at = sit(office, office.lead)
    screen = team(at)
    screen.focus_list()
    at.key(Qt.Key.Key_Down)
    at.key(Qt.Key.Key_Return)
    assert sorted(names(screen)) == ["Ani", "Budi", "Citra"]
    at.key(Qt.Key.Key_Down)
    at.key(Qt.Key.Key_Return)
    assert at.text("panel_name") in {"Ani", "Budi", "Citra"}
    at.window.controller.close_panel()
    at.key(Qt.Key.Key_Escape)
    assert at.window.focusWidget() is screen.counts.table


def test_a_click_on_a_count_opens_it(workspace: Office, sit: Sit) -> None:
    fill(workspace)
    at = sit(workspace, workspace.lead)
    screen = team(at)
    table = screen.counts.table
    for column, opens in ((1, False), (2, True)):
        place = table.visualRect(table.cells.index(1, column)).center()
        at.bot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
        at.settle()
        assert screen.rows.isVisible() is opens
    assert sorted(names(screen)) == ["Ani", "Budi", "Citra"]


def test_the_trend_shows_each_day_that_is_known(office: Office, sit: Sit) -> None:
    fill(office)
    states.keep_day(office.lead)
    office.pass_time(timedelta(days=2))
    office.customer("Gita")
    states.keep_day(office.lead)
    at = sit(office, office.lead)
    screen = team(at)
    view = screen.findChild(ChartView, "team_trend")
    assert view is not None
    assert isinstance(view.chart, Lines)
    pool = view.chart.bits[[s.name for s in view.chart.series].index("In the pool")]
    assert [bit and bit.value for bit in pool[-3:]] == [3, None, 4]
    assert not any(pool[:-3])
    days = screen.counts.days.cells
    assert [days.index(row, 8).data() for row in range(days.rowCount())] == ["7", "6"]
    assert shown(screen)["All customers"] == "7"
    title = at.text("team_days_title")
    assert "known from" in title
    assert at.session.snapshot.formats.full_date(office.now - timedelta(days=2)) in title
    counts = screen.counts.table.cells
    changes = {counts.index(row, 0).data(): counts.index(row, 4).data() for row in range(7)}
    assert changes["In the pool"] == "+1"


def test_points_of_the_trend_are_reached_by_arrow_keys(office: Office, sit: Sit) -> None:
    fill(office)
    states.keep_day(office.lead)
    screen = team(sit(office, office.lead))
    view = screen.findChild(ChartView, "team_trend")
    assert view is not None
    plot = view.plot
    press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(plot, press)
    assert plot.current is not None
    assert plot.accessibleDescription() == plot.current.bit.tip
    assert "In the pool" in plot.current.bit.tip


def test_a_change_is_counted_again_while_one_looks(office: Office, sit: Sit) -> None:
    fill(office)
    at = sit(office, office.lead)
    screen = team(at)
    screen._later.setInterval(0)
    office.customer("Hana")
    at.window.controller.acts.claim(office.customer("Indah"), "Indah")
    at.bot.waitUntil(lambda: shown(screen)["All customers"] == "8")
    assert shown(screen)["Without a plan"] == "3"


def test_the_rows_follow_who_leaves_the_state(office: Office, sit: Sit) -> None:
    fill(office)
    at = sit(office, office.lead)
    screen = team(at)
    screen.open_state(IN_POOL)
    at.settle()
    at.window.controller.acts.claim(next(r.id for r in rows(screen) if r.name == "Ani"), "Ani")
    at.bot.waitUntil(lambda: names(screen) == ["Budi", "Citra"])


def test_rows_that_were_out_of_sight_are_read_again(office: Office, sit: Sit) -> None:
    fill(office)
    at = sit(office, office.lead)
    screen = team(at)
    screen.open_state(IN_POOL)
    at.settle()
    ani = next(row.id for row in rows(screen) if row.name == "Ani")
    at.give(Cmd.GO_CUSTOMERS)
    at.window.controller.acts.claim(ani, "Ani")
    at.settle()
    at.give(Cmd.GO_TEAM)
    assert names(screen) == ["Budi", "Citra"]
    assert screen.rows.count.text() == "2 customers"


def test_what_is_shown_can_be_exported(office: Office, sit: Sit) -> None:
    fill(office)
    states.keep_day(office.lead)
    at = sit(office, office.lead)
    screen = team(at)
    days = screen.exportable()
    assert days is not None
    assert isinstance(days.table, Figures)
    assert days.table.rows == (("2026-06-08", 0, 3, 1, 0, 2, 0, 0, 6),)
    screen.open_state(IN_POOL)
    at.settle()
    listed = screen.exportable()
    assert listed is not None
    assert isinstance(listed.table, CustomersTable)
    assert listed.table.ids == tuple(row.id for row in rows(screen))
    assert listed.about == "In the pool: 3 customers"
    assert at.window.bar.action(Cmd.EXPORT).isEnabled()


def test_an_agent_is_not_offered_the_team(workspace: Office, sit: Sit) -> None:
    at = sit(workspace, workspace.agent)
    assert not at.window.bar.action(Cmd.GO_TEAM).isEnabled()
    with pytest.raises(KeyError):
        at.window.navigation.select("team")
    at.window.go_to("team")
    assert at.window.navigation.current() == "customers"


def test_nobody_in_a_state_and_nobody_at_all(workspace: Office, sit: Sit) -> None:
    at = sit(workspace, workspace.lead)
    screen = team(at)
    assert screen.states.currentIndex() == State.EMPTY.value
    fill(workspace)
    at.give(Cmd.REFRESH)
    assert screen.states.currentIndex() == State.LIST.value
    screen.open_state(CustomerState.OVERDUE)
    at.settle()
    assert screen.rows.states.state is State.EMPTY
    assert screen.rows.states.empty.words[0] == "Nobody is in this state"


def test_with_the_server_away_the_figures_stay(workspace: Office, sit: Sit) -> None:
    fill(workspace)
    at = sit(workspace, workspace.lead)
    screen = team(at)
    screen._on_failed(Unavailable("The server does not answer."))
    assert screen.states.state is State.LIST
    assert shown(screen)["All customers"] == "6"
    assert at.banner
    at.session.connection.try_now()
    at.settle()


def test_a_click_on_the_chip_leads_back(workspace: Office, sit: Sit) -> None:
    fill(workspace)
    at = sit(workspace, workspace.lead)
    screen = team(at)
    screen.open_state(WITHOUT)
    at.settle()
    assert sorted(names(screen)) == ["Dewi", "Eko"]
    chip = screen.findChild(FilterChip, "team_chip")
    assert chip is not None
    place = QPoint(chip.width() - 8, chip.height() // 2)
    at.bot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=place)
    assert not screen.rows.isVisible()
    assert screen.selected() == []
