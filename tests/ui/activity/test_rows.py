"""The rows behind a mark: what stands there while others are read, fail, or are changed."""

from __future__ import annotations

from datetime import date
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from salesdesk.domain.changes import Changes, Topic
from salesdesk.domain.contact import Method
from salesdesk.domain.errors import Unavailable
from salesdesk.domain.moments import DAY
from salesdesk.domain.reports.drill_down import DrillDown, Figure
from salesdesk.domain.settings import CONTACT_HOURS, OFFICE_ZONE
from salesdesk.services import contact_hours
from salesdesk.services.reports.speed import MissingIndex
from salesdesk.ui.activity import drilldown_assign
from salesdesk.ui.activity.screen import ActivityScreen
from salesdesk.ui.commands import Cmd
from salesdesk.ui.contacts.dialog import ContactDialog
from salesdesk.ui.kit.widgets import State
from tests.support.activity_screen import FORM, activity, listed, sections, table
from tests.support.factories import NOON, Office
from tests.support.settings import set_to
from tests.support.windows import Sit

CALLS = DrillDown(Figure.METHODS_CONTACTS, method=Method.CALL)
VISITS = DrillDown(Figure.METHODS_CONTACTS, method=Method.VISIT)
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
HELD = "salesdesk.ui.activity.drilldown_assign.read_behind"


def fill(office: Office) -> None:
    """Two calls and a visit; three customers of an agent."""
    for name, method in (("Ana", Method.CALL), ("Budi", Method.CALL), ("Citra", Method.VISIT)):
        customer = office.customer(name, owner=office.agent_uid, since=office.now - 3 * DAY)
        office.contact(customer, at=office.now - 2 * DAY, method=method)


def state(screen: ActivityScreen) -> State:
    return screen.rows.states.state


def away(*_: object) -> Any:
    """What a server that is out of reach says."""
    raise Unavailable("The server does not answer.")


def test_rows_of_a_mark_never_stand_under_the_name_of_another(
    office: Office, sit: Sit, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(office)
    at = sit(office, office.lead)
    screen = activity(at)
    screen.open_mark(CALLS, "Calls")
    at.settle()
    assert sorted(listed(screen)) == ["Ana", "Budi"]
    screen.show_charts()
    assert screen.rows.model.rowCount() == 0
    with monkeypatch.context() as patched:
        patched.setattr("salesdesk.services.reports.opened.page", away)
        screen.open_mark(VISITS, "Visits")
        assert state(screen) is State.LOADING
        at.settle()
        assert state(screen) is State.ERROR
        assert listed(screen) == []
    at.press(at.window, "activity_rows_states_retry")
    assert listed(screen) == ["Citra"]
    assert screen.rows.count.text() == "1 contact"
    screen.open_mark(CALLS, "Calls")
    assert listed(screen) == []
    at.settle()
    assert sorted(listed(screen)) == ["Ana", "Budi"]


def test_after_an_outage_rows_count_and_choice_are_read_again(
    office: Office, sit: Sit, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(office)
    at = sit(office, office.lead)
    screen = activity(at, "workload")
    with monkeypatch.context() as patched:
        for name in ("opened.page", "opened.count"):
            patched.setattr(f"salesdesk.services.reports.{name}", away)
        screen.open_mark(DrillDown(Figure.WORKLOAD_HELD, agent=office.agent_uid), "Andi")
        at.settle()
        assert state(screen) is State.ERROR
        assert at.dialogs() == []
    at.session.connection.try_now()
    at.settle()
    at.bot.waitUntil(lambda: len(listed(screen)) == 3)
    at.bot.waitUntil(lambda: at.dialogs() == [FORM])
    assert screen.rows.count.text() == "3 customers"
    assert screen.rows.hand_over.text() == "Transfer 3…"


def test_an_own_choice_before_everybody_is_read_stays(
    workspace: Office, sit: Sit, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(workspace)
    at = sit(workspace, workspace.lead)
    screen = activity(at, "workload")
    read, begin = drilldown_assign.read_behind, Event()

    def late(*asked: Any) -> Any:
        assert begin.wait(20)
        return read(*asked)

    monkeypatch.setattr(HELD, late)
    screen.open_mark(DrillDown(Figure.WORKLOAD_HELD, agent=workspace.agent_uid), "Andi")
    at.bot.waitUntil(lambda: len(listed(screen)) == 3)
    screen.rows.table.selectRow(1)
    begin.set()
    at.settle()
    assert [row.name for row in screen.selected()] == ["Budi"]
    assert at.dialogs() == []
    assert screen.rows.hand_over.text() == "Transfer 1…"
    chosen = screen.rows.table.selectionModel().selectedRows()
    assert [index.row() for index in chosen] == [1]


def test_a_change_of_others_takes_nobodys_focus(workspace: Office, sit: Sit) -> None:
    fill(workspace)
    at = sit(workspace, workspace.lead)
    screen = activity(at)
    screen.open_mark(CALLS, "Calls")
    at.settle()
    assert screen.rows.table.hasFocus()
    elsewhere = QLineEdit(at.window)
    elsewhere.show()
    elsewhere.setFocus()
    citra = workspace.customer("Dewi")
    workspace.contact(citra, at=workspace.now - DAY, method=Method.CALL)
    at.session.context.feed.publish(Changes(frozenset({Topic.CONTACTS})))
    at.settle()
    assert screen.rows.count.text() == "3 contacts"
    assert elsewhere.hasFocus()


def test_another_office_zone_counts_charts_and_rows_anew(office: Office, sit: Sit) -> None:
    edge = NOON.replace(hour=16, minute=30) - 30 * DAY
    office.contact(office.customer("Edge"), at=edge, method=Method.CALL)
    at = sit(office, office.lead)
    screen = activity(at)

    def calls() -> str:
        return table(sections(screen, "methods")["success"])[1][1]

    assert calls() == "0"
    changed = set_to(office.admin, OFFICE_ZONE.key, "Asia/Tokyo")
    at.session.context.feed.publish(changed.changes)
    at.settle()
    assert calls() == "1"
    screen.open_mark(CALLS, "Calls")
    at.settle()
    assert listed(screen) == ["Edge"]
    changed = set_to(office.admin, OFFICE_ZONE.key, "Asia/Jakarta")
    at.session.context.feed.publish(changed.changes)
    at.settle()
    assert listed(screen) == []
    assert calls() == "0"


def test_the_head_says_which_week_and_as_of_when_it_was_counted(
    workspace: Office, sit: Sit
) -> None:
    fill(workspace)
    set_to(workspace.admin, CONTACT_HOURS.key, "on")
    contact_hours.refresh(workspace.lead)
    at = sit(workspace, workspace.lead)
    screen = activity(at, "agents")
    week = DrillDown(Figure.AGENTS_CONTACTS, week=date(2026, 6, 1))
    screen.open_mark(week, "Team, 1 Jun")
    at.settle()
    told = screen.rows.framed.text()
    assert told.startswith("10 May to 8 June 2026 · Everybody · week of 1 June to 7 June 2026")
    assert told.endswith("counted as of 19.00, shown as of now")
    assert len(listed(screen)) == 3


def test_the_line_on_a_missing_index_goes_when_it_was_made(workspace: Office, sit: Sit) -> None:
    at = sit(workspace, workspace.agent)
    screen = activity(at, "agents")
    screen._on_lacking((MissingIndex("salesdesk_contacts_agent", "customer_contacts", 280_000),))
    assert screen.slow.isVisible()
    screen.refresh()
    at.settle()
    assert screen.slow.isHidden()


def test_whoever_is_highlighted_can_be_acted_on_without_the_panel(office: Office, sit: Sit) -> None:
    fill(office)
    at = sit(office, office.lead)
    screen = activity(at)
    screen.open_mark(CALLS, "Calls")
    at.settle()
    assert at.window.panel.isHidden()
    for row in (1, 0, 1):
        place = screen.rows.table.visualRect(screen.rows.model.index(row, 0)).center()
        QTest.mouseClick(screen.rows.table.viewport(), LEFT, NONE, place)
        at.settle()
        at.give(Cmd.LOG)
        form = at.dialog("contact_dialog")
        assert isinstance(form, ContactDialog)
        assert form.title.text() == listed(screen)[row]
        form.reject()
        at.settle()


def test_a_right_click_offers_what_can_be_done_again_and_again(office: Office, sit: Sit) -> None:
    fill(office)
    at = sit(office, office.lead)
    screen = activity(at)
    screen.open_mark(CALLS, "Calls")
    at.settle()
    table = screen.rows.table
    for row in (1, 0, 1):
        place = table.visualRect(screen.rows.model.index(row, 0)).center()
        QTest.mouseClick(table.viewport(), Qt.MouseButton.RightButton, NONE, place)
        table.customContextMenuRequested.emit(place)
        at.settle()
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        assert any(line.text().startswith("Log contact") for line in menu.actions())
        assert [one.name for one in at.window.controller.chosen.rows] == [listed(screen)[row]]
        menu.close()


def test_no_empty_panel_stands_beside_the_charts(office: Office, sit: Sit) -> None:
    fill(office)
    at = sit(office, office.lead)
    screen = activity(at)
    screen.open_mark(CALLS, "Calls")
    at.settle()
    at.give(Cmd.PANEL)
    at.settle()
    assert not at.window.panel.isHidden()
    screen.show_charts()
    at.settle()
    assert at.window.panel.isHidden()


@pytest.mark.parametrize("size", [(960, 600), (1280, 720), (1440, 900)])
def test_beside_the_panel_no_column_is_cut_that_says_what_it_was(
    workspace: Office, sit: Sit, size: tuple[int, int]
) -> None:
    fill(workspace)
    at = sit(workspace, workspace.lead)
    at.window.resize(*size)
    screen = activity(at)
    screen.open_mark(CALLS, "Calls")
    at.settle()
    rows = screen.rows.table
    for place in ("alone", "beside the panel"):
        assert at.window.panel.isVisible() == (place != "alone")
        assert sum(map(rows.columnWidth, range(5))) == rows.viewport().width()
        for column in (0, 2, 4):
            assert rows.columnWidth(column) >= rows.sizeHintForColumn(column)
        at.give(Cmd.PANEL)
