"""The Activity screen: charts whose marks open exactly the rows that they count."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import count

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QApplication

from salesdesk.domain.contact import Method, Outcome
from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.errors import Unavailable
from salesdesk.domain.events import new_id
from salesdesk.domain.moments import DAY
from salesdesk.domain.ownership import UnbindingReason
from salesdesk.domain.queries import CustomerQuery
from salesdesk.domain.reports.drill_down import DrillDown
from salesdesk.domain.targets import Target, TargetOf
from salesdesk.services import stage_moves, targets
from salesdesk.services.reports import opened
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.charts.plot import Plot
from salesdesk.ui.kit.charts.shapes import colour
from salesdesk.ui.kit.widgets import FilterChip, State
from tests.support.activity_screen import activity, listed, sections, table
from tests.support.factories import Office
from tests.support.windows import Sit

#: Figures of which no rows can be shown: of the days before, and places that nobody holds.
NOT_ROWS = {"Before", "Contacts before", "Room"}

TABS = ("agents", "engagement", "workload", "methods", "pipeline", "releases")


def fill(office: Office) -> dict[str, str]:
    """Contacts by two agents, moves, and one release."""
    now = office.now
    ids = {
        name: office.customer(name, owner=office.agent_uid, since=now - 20 * DAY)
        for name in ("Ani", "Budi", "Citra")
    }
    for back, (name, method, outcome, by) in enumerate(
        (
            ("Ani", Method.CALL, Outcome.SUCCESSFUL, office.agent_uid),
            ("Ani", Method.CALL, Outcome.UNSUCCESSFUL, office.agent_uid),
            ("Budi", Method.WHATSAPP, Outcome.SUCCESSFUL, office.other_uid),
            ("Citra", Method.CALL, Outcome.SUCCESSFUL, office.lead_uid),
        )
    ):
        office.contact(
            ids[name], by=by, at=now - timedelta(days=back + 1, hours=2), method=method,
            outcome=outcome,
        )  # fmt: skip
    stage_moves.move(office.agent, new_id(), ids["Ani"], SalesStatus.COLD, SalesStatus.WARM)
    free = office.customer("Free one")
    office.closed_spell(
        free, "uid-of-nobody", now - 40 * DAY, now - 3 * DAY, UnbindingReason.INACTIVITY
    )
    return ids


def test_the_table_says_what_the_bars_show(office: Office, sit: Sit) -> None:
    fill(office)
    screen = activity(sit(office, office.lead))
    rows = {row[0]: row[1:3] for row in table(sections(screen, "methods")["success"])}
    assert rows["Call"] == ["3", "2"]
    assert rows["WhatsApp"] == ["1", "1"]
    assert rows["Visit"] == ["0", "0"]
    assert rows["All"] == ["4", "3"]


@pytest.mark.parametrize("tab", TABS)
def test_every_mark_of_a_tab_opens_as_many_rows_as_it_counts(
    office: Office, sit: Sit, tab: str
) -> None:
    fill(office)
    at = sit(office, office.lead)
    screen = activity(at, tab)
    tried = 0
    for view in sections(screen, tab).values():
        for plot in [chart.plot for chart in (view.chart, view.beside) if chart is not None]:
            for target in plot.targets:
                if not isinstance(target.bit.mark, DrillDown):
                    continue
                screen.open_mark(target.bit.mark, target.bit.tip)
                at.settle()
                told = screen.rows.count.text().split()[0]
                assert len(listed(screen)) == int(told), target.bit.tip
                tried += 1
    assert tried >= 3


@pytest.mark.parametrize("tab", TABS)
def test_every_cell_of_a_table_opens_as_many_rows_as_it_says(
    office: Office, sit: Sit, tab: str
) -> None:
    fill(office)
    at = sit(office, office.lead)
    screen = activity(at, tab)
    report_scope = screen.choice.report_scope()
    assert report_scope is not None
    tried = 0
    for view in sections(screen, tab).values():
        for line in view.lines:
            for head, value, column in zip(view.section.heads, line.values, count(), strict=False):
                if column == 0 or not isinstance(value, int):
                    continue
                mark, told = line.opens(column), (view.section.key, line.values[0], head)
                if mark is not None:
                    assert opened.count(office.lead, report_scope, mark).number == value, told
                    tried += 1
                else:
                    assert value == 0 or head in NOT_ROWS, told
    assert tried >= 3


def test_older_figures_and_noughts_open_nothing(office: Office, sit: Sit) -> None:
    fill(office)
    at = sit(office, office.lead)
    screen = activity(at, "agents")
    view = sections(screen, "agents")["agents_contacts"]
    heads = view.section.heads
    row = next(at for at, one in enumerate(view.lines) if one.values[0] == "Andi Firmansyah")
    for head in ("Before", "Visit"):
        view.table.opened.emit(view.table.cells.index(row, heads.index(head)))
        assert screen._whole.currentIndex() == 0
    view.table.opened.emit(view.table.cells.index(row, heads.index("Successful")))
    at.settle()
    assert screen.rows.count.text() == "1 contact"
    chip = screen.findChild(FilterChip, "activity_chip")
    assert chip is not None
    assert "Contacts: Andi Firmansyah, Successful" in chip.accessibleName()


def test_a_click_on_a_bar_opens_its_rows_and_a_row_its_customer(office: Office, sit: Sit) -> None:
    fill(office)
    at = sit(office, office.lead)
    screen = activity(at)
    plot = sections(screen, "methods")["success"].chart.plot
    target = next(each for each in plot.targets if each.bit.tip.startswith("Call, successful"))
    middle = plot.mapFromScene(plot.view.mapViewToScene(target.rect.center()))
    at.bot.mouseClick(plot.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(middle))
    at.settle()
    assert sorted(listed(screen)) == ["Ani", "Citra"]
    assert screen.rows.count.text() == "2 contacts"
    chip = screen.findChild(FilterChip, "activity_chip")
    assert chip is not None
    assert "Call, successful: 2" in chip.accessibleName()
    assert "10 May to 8 June 2026" in screen.rows.framed.text()
    at.key(Qt.Key.Key_Return)
    assert at.text("panel_name") in {"Ani", "Citra"}
    at.window.controller.close_panel()
    at.key(Qt.Key.Key_Escape)
    assert screen._whole.currentIndex() == 0


def test_bars_are_reached_and_opened_by_keyboard(office: Office, sit: Sit) -> None:
    fill(office)
    at = sit(office, office.lead)
    screen = activity(at)
    plot = sections(screen, "methods")["success"].chart.plot
    assert isinstance(plot, Plot)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Right):
        press = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(plot, press)
    assert plot.current is not None
    assert plot.accessibleDescription() == "Call, unsuccessful: 1"
    enter = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(plot, enter)
    at.settle()
    assert listed(screen) == ["Ani"]


def test_the_range_whose_and_the_filters_frame_every_tab(office: Office, sit: Sit) -> None:
    fill(office)
    at = sit(office, office.agent)
    screen = activity(at)
    assert screen.choice.people_button.text() == "Me"
    calls = {row[0]: row[1] for row in table(sections(screen, "methods")["success"])}
    assert calls["Call"] == "2"
    screen.choice.choose(replace(screen.choice.choice, range="7"))
    at.settle()
    assert screen.choice.range_button.text() == "2 June to 8 June 2026"
    screen.choice.filter(CustomerQuery(statuses=frozenset({SalesStatus.HOT})))
    at.settle()
    calls = {row[0]: row[1] for row in table(sections(screen, "methods")["success"])}
    assert calls["All"] == "0"
    screen.clear_filters()
    at.settle()
    at.close()
    again = activity(sit(office, office.agent))
    assert again.choice.range_button.text() == "2 June to 8 June 2026"


def test_unknown_people_are_shown_as_such(office: Office, sit: Sit) -> None:
    fill(office)
    screen = activity(sit(office, office.lead), "releases")
    rows = table(sections(screen, "releases")["agents"])
    assert rows[0] == ["unknown user uid-of-nobody", "1", "0", "0", "0", "1", "0"]
    assert rows[-1][-2:] == ["1", "0"]


def test_nothing_in_these_days_and_the_server_away(workspace: Office, sit: Sit) -> None:
    at = sit(workspace, workspace.lead)
    screen = activity(at)
    view = sections(screen, "methods")["success"]
    assert view.chart._stack.currentWidget() is not view.chart.plot
    screen._answers.clear()
    screen._on_failed(Unavailable("The server does not answer."))
    assert screen.states.currentIndex() == State.ERROR.value
    at.session.connection.try_now()
    at.settle()
    at.bot.waitUntil(lambda: screen.states.state is State.LIST)


def test_a_chart_takes_no_colour_from_the_theme(workspace: Office, sit: Sit) -> None:
    fill(workspace)
    before = QColor(theme.colours().colour["base"])
    activity(sit(workspace, workspace.lead), "pipeline")
    assert theme.colours().colour["base"] == before
    mine = colour("base")
    mine.setAlpha(0)
    assert theme.colours().colour["base"].alpha() == 255


def test_contacts_stand_against_the_target_once_somebody_has_one(office: Office, sit: Sit) -> None:
    fill(office)
    at = sit(office, office.lead)
    screen = activity(at, "agents")
    assert "agents_target" not in sections(screen, "agents")
    targets.put(office.lead, new_id(), TargetOf(uid=office.agent_uid), Target(1, None), None)
    screen.refresh()
    at.settle()
    view = sections(screen, "agents")["agents_target"]
    assert view.section.heads == ("Agent", "Contacts", "Target", "Reached, %", "Missing")
    lines = {str(one.values[0]): one.values[1:] for one in view.section.rows}
    assert set(lines) == {"Andi Firmansyah", "With a target"}
    made, target, share, missing = lines["Andi Firmansyah"]
    assert isinstance(made, int)
    assert isinstance(target, int)
    assert target > made > 0
    assert (share, missing) == (round(100 * made / target), target - made)
    assert lines["With a target"] == lines["Andi Firmansyah"]
    assert view.section.note.startswith("The target is reckoned by what is set now")
    view.table.opened.emit(view.table.cells.index(0, 1))
    at.settle()
    assert screen.rows.count.text() == f"{made} contacts"
