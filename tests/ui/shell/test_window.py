"""The main window: keyboard, commands, releases, outages, appearance, what is kept."""

from __future__ import annotations

import collections
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLineEdit, QTabBar, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy.engine import URL

from salesdesk.domain.changes import Changes, Topic
from salesdesk.domain.contact import Method, Outcome
from salesdesk.domain.errors import Unavailable
from salesdesk.domain.queries import CustomerQuery
from salesdesk.services.admin import roster
from salesdesk.services.release import run
from salesdesk.services.release.report import Cause, RunOutcome
from salesdesk.services.session import Session
from salesdesk.storage.setup import schema
from salesdesk.ui.commands import SHORTCUTS, Cmd, commands, hint
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.theme import Scheme
from salesdesk.ui.lists.customer_rows import Column
from salesdesk.ui.shell.navigation import DESTINATIONS, destination_word
from tests.support.customer_lists import many
from tests.support.database import Database, TestServer, open_database
from tests.support.factories import NOON, Office, draft
from tests.support.windows import OpenWindow, Sit

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def overdue(office: Office, number: int) -> list[str]:
    """So many customers who were not called for 31 days, and as many who were."""
    for at in range(number * 4):
        office.customer(f"Kept {at:02d}", owner=office.agent_uid, since=NOON - timedelta(days=1))
    return [
        office.customer(
            f"Overdue {at:02d}", owner=office.agent_uid, since=NOON - timedelta(days=31)
        )
        for at in range(number)
    ]


# --- commands and keys ---------------------------------------------------------------------------


def test_every_command_has_a_shortcut_of_its_own() -> None:
    assert set(SHORTCUTS) == set(Cmd)
    assert {command.key for command in commands()} == set(Cmd)
    twice = [keys for keys, n in collections.Counter(SHORTCUTS.values()).items() if n > 1]
    assert twice == []


def test_every_destination_has_a_name_and_a_command() -> None:
    for each in DESTINATIONS:
        assert destination_word(each.key)
        assert hint(each.command)


def test_a_day_without_a_mouse(office: Office, sit: Sit) -> None:
    office.customer("Siti Rahmawati", owner=office.lead_uid)
    office.customer("Hasan Basri", owner=office.agent_uid)
    at = sit(office, office.lead)
    at.give(Cmd.SEARCH)
    assert at.window.focusWidget() is at.window.customers.header.search
    at.bot.keyClicks(at.window.customers.header.search, "siti")
    at.key(Qt.Key.Key_Return)
    assert at.window.focusWidget() is at.window.customers.table
    assert at.text("panel_name") == "Siti Rahmawati"
    at.give(Cmd.SEARCH)
    at.key(Qt.Key.Key_Escape)
    assert at.names() == ["Hasan Basri", "Siti Rahmawati"]
    at.give(Cmd.GO_LIST)
    at.key(Qt.Key.Key_Up)
    assert at.text("panel_name") == "Hasan Basri"
    at.give(Cmd.NEXT_CUSTOMER)
    assert at.text("panel_name") == "Siti Rahmawati"
    at.key(Qt.Key.Key_Return)
    assert at.window.focusWidget() is at.window.panel.head.log
    at.key(Qt.Key.Key_Up)
    assert at.text("panel_name") == "Hasan Basri"
    at.give(Cmd.PANEL)
    assert at.window.panel.isHidden()
    assert at.window.focusWidget() is at.window.customers.table


def test_a_screens_shortcut_puts_the_focus_into_its_list(workspace: Office, sit: Sit) -> None:
    workspace.customer("Ana", owner=workspace.lead_uid, since=NOON - timedelta(days=29))
    workspace.customer("Budi")
    at = sit(workspace, workspace.lead)
    assert at.window.windowTitle() == "test-server"
    for each in DESTINATIONS:
        at.give(each.command)
        assert at.window.focusWidget() is at.window.controller.place.view, each.key
    assert at.window.panel.isHidden()


def test_tab_goes_through_the_window_as_the_eye_does(workspace: Office, sit: Sit) -> None:
    workspace.customer("Siti Rahmawati", owner=workspace.lead_uid)
    at = sit(workspace, workspace.lead)
    at.go_to("Siti Rahmawati")
    at.window.customers.header.search.setFocus()
    seen = []
    for _ in range(12):
        here = at.window.focusWidget()
        assert here is not None
        seen.append(here.objectName())
        at.key(Qt.Key.Key_Tab)
    order = [
        "customers_search", "customers_columns", "customers_new", "customers_filter",
        "customers_table", "customers_bulk_plan",
    ]  # fmt: skip
    assert [name for name in seen if name in order] == order


def test_everything_that_takes_the_focus_has_two_names(workspace: Office, sit: Sit) -> None:
    workspace.customer("Siti Rahmawati", owner=workspace.lead_uid)
    at = sit(workspace, workspace.lead)
    at.go_to("Siti Rahmawati")
    kinds = (QAbstractButton, QLineEdit, QAbstractItemView, QTabBar)
    nameless = [
        f"{type(widget).__name__} {widget.objectName()!r}"
        for widget in at.window.findChildren(QWidget)
        if isinstance(widget, kinds)
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and widget.isVisible()
        and not (widget.objectName() and _said(widget))
    ]
    assert nameless == []


def _said(widget: QWidget) -> str:
    return widget.accessibleName() or str(widget.property("text") or "")


# --- releases ------------------------------------------------------------------------------------


def test_released_customers_are_named_and_shown(office: Office, sit: Sit) -> None:
    overdue(office, 4)
    at = sit(office, office.agent)
    report = run.run(office.agent, Cause.STARTUP)
    at.session.releases.finished.emit(report)
    at.settle()
    named = ", ".join(candidate.name for candidate in report.candidates[:3])
    assert at.told == f"4 customers were released: {named} and 1 more"
    assert at.window.status.run.text == "Release run 19.00 · freed 4"
    at.press(at.window, "toast_show_released")
    assert sorted(at.names()) == [f"Overdue {number:02d}" for number in range(4)]
    assert at.text("customers_count") == "4 of 20 customers"
    at.give(Cmd.CLEAR_FILTERS)
    assert len(at.names()) == 20


def test_a_held_release_waits_for_a_lead(office: Office, sit: Sit) -> None:
    for number in range(22):
        office.customer(
            f"Overdue {number:02d}", owner=office.agent_uid, since=NOON - timedelta(days=31)
        )
    report = run.run(office.agent, Cause.STARTUP)
    assert report.held == 22
    agent = sit(office, office.agent)
    assert agent.banner == "", "what an agent cannot decide is a line, no banner"
    assert agent.window.status.run.text == "Release held back: 22 customers wait for a lead"
    assert agent.dialogs() == []
    agent.window.close()
    office.pass_time(timedelta(minutes=1))
    lead = sit(office, office.lead)
    lead.press(lead.dialog("guard_dialog"), "guard_release")
    assert lead.banner == ""
    assert "22 customers were released" in lead.told
    assert lead.window.status.run.text == "Release run 19.01 · freed 22"


def test_a_held_release_is_offered_once_though_another_window_takes_the_place(
    office: Office, sit: Sit
) -> None:
    office.customers(22, owner=office.agent_uid, since=NOON - timedelta(days=31))
    run.run(office.admin, Cause.STARTUP)
    first = sit(office, office.admin)
    first.dialog("guard_dialog").reject()
    first.window.navigation.set_count("doctor", "3")
    standing = first.window.standing
    first.window.close()
    second = sit(office, office.admin)
    second.dialog("guard_dialog").reject()
    second.window.close()
    third = sit(office, office.admin, standing=standing)
    assert third.dialogs() == []
    assert third.banner.startswith("Release held back")
    assert ("doctor", "3") in third.window.navigation.counts


def test_how_many_people_there_are_is_known_before_their_screen_is_opened(
    workspace: Office, sit: Sit
) -> None:
    at = sit(workspace, workspace.admin)
    assert ("people", str(roster.number(workspace.admin))) in at.window.navigation.counts
    lead = sit(workspace, workspace.lead)
    assert "people" not in dict(lead.window.navigation.counts)


def test_a_setting_that_stops_releases_stands_in_the_banner(workspace: Office, sit: Sit) -> None:
    workspace.database.execute(
        "INSERT INTO global_settings (setting_key, setting_value) "
        "VALUES ('salesdesk.release.limit_cold', 'soon')"
    )
    at = sit(workspace, workspace.lead)
    at.session.releases.finished.emit(run.run(workspace.lead, Cause.STARTUP))
    at.settle()
    assert at.banner.startswith("Releases are stopped. Nobody is released until")


def test_every_desktop_warns_until_the_setting_is_mended(workspace: Office, sit: Sit) -> None:
    """Also one whose run is skipped, since another desktop ran a moment ago."""
    run.run(workspace.lead, Cause.STARTUP)
    other = sit(workspace, workspace.agent)
    assert other.banner == ""
    workspace.database.execute(
        "INSERT INTO global_settings (setting_key, setting_value) "
        "VALUES ('salesdesk.release.limit_cold', 'soon')"
    )
    report = run.run(workspace.agent, Cause.TIMER)
    assert report.outcome is RunOutcome.SKIPPED
    other.session.releases.finished.emit(report)
    other.settle()
    assert other.banner.startswith("Releases are stopped. Nobody is released until")
    other.window.close()
    started_later = sit(workspace, workspace.agent)
    assert started_later.banner.startswith("Releases are stopped.")
    workspace.database.execute("UPDATE global_settings SET setting_value = '40'")
    started_later.give(Cmd.REFRESH)
    assert started_later.banner == ""


def test_a_setting_that_falls_back_is_told_to_leads(workspace: Office, sit: Sit) -> None:
    workspace.database.execute(
        "INSERT INTO global_settings (setting_key, setting_value) "
        "VALUES ('salesdesk.office_zone', 'Mars/Olympus')"
    )
    lead = sit(workspace, workspace.lead)
    assert lead.banner.startswith("A shared setting cannot be read.")
    assert "salesdesk.office_zone" in lead.banner
    workspace.database.execute("DELETE FROM global_settings")
    lead.give(Cmd.REFRESH)
    assert lead.banner == ""
    workspace.database.execute(
        "INSERT INTO global_settings (setting_key, setting_value) "
        "VALUES ('salesdesk.office_zone', 'Mars/Olympus')"
    )
    assert sit(workspace, workspace.agent).banner == ""


def test_a_run_can_be_asked_for(workspace: Office, sit: Sit) -> None:
    at = sit(workspace, workspace.agent)
    at.give(Cmd.RUN_RELEASE)
    assert at.session.releases.asked == [Cause.COMMAND]


# --- outages -------------------------------------------------------------------------------------


@pytest.fixture
def own_server() -> collections.abc.Iterator[TestServer]:
    """A MariaDB of this test alone, which it may stop."""
    running = TestServer.of_this_run()
    yield running
    running.remove()


def test_a_server_that_goes_away_and_comes_back(own_server: TestServer, sit: Sit) -> None:
    url = own_server.fresh_database()
    database = _prepared(url)
    office = Office(database)
    office.customer("Siti Rahmawati", owner=office.lead_uid)
    office.customer("Budi Hartono")
    at = sit(office, office.lead)
    at.go_to("Siti Rahmawati")
    own_server.stop()
    at.give(Cmd.REFRESH)
    assert at.banner.startswith("Server away. What you see is as last read")
    assert "away since" in at.window.status.server.text
    assert at.names() == ["Budi Hartono", "Siti Rahmawati"]
    assert at.text("customers_count").startswith("As read at")
    at.give(Cmd.PLAN)
    assert at.dialogs() == ["plan_dialog"]
    at.dialog("plan_dialog").reject()
    at.go_to("Budi Hartono")
    at.give(Cmd.CLAIM)
    assert at.told.startswith("Not done: the server is away."), "the banner stands already"
    at.window.toast.close_toast()
    own_server.start()
    at.give(Cmd.TRY_SERVER)
    assert at.banner == ""
    assert at.told == "The server is back."
    assert at.text("customers_count") == "2 customers"
    at.close()
    database.close()


def _prepared(url: URL) -> Database:
    database = open_database(url)
    schema.init(database.engine)
    return database


def test_what_waits_in_the_outbox_is_told(workspace: Office, sit: Sit) -> None:
    customer_id = workspace.customer("Siti Rahmawati", owner=workspace.lead_uid)
    at = sit(workspace, workspace.lead)
    at.session.connection.report(Unavailable("The server does not answer."))
    for _ in range(2):
        at.session.outbox.add(draft(customer_id), "Siti Rahmawati")
    at.session.outbox.changed.emit()
    assert at.banner.startswith("Server away: 2 contacts wait. They are kept on this computer")
    assert at.window.status.outbox.text == "Outbox: 2 contacts wait"


def test_a_bug_goes_to_its_dialog(
    workspace: Office, sit: Sit, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = sit(workspace, workspace.lead)

    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("salesdesk.services.lists.customers.page", broken)
    at.give(Cmd.REFRESH)
    assert [type(bug) for bug in at.session.bugs] == [ZeroDivisionError]
    assert at.banner == ""


# --- people --------------------------------------------------------------------------------------


def test_a_person_without_a_role_reads_what_to_do(workspace: Office, sit: Sit) -> None:
    workspace.database.execute("DELETE FROM salesdesk_person_roles WHERE uid = 'uid-andi'")
    at = sit(workspace, workspace.agent)
    assert at.child(QWidget, "no_role").isVisible()
    assert at.window.status.person.text == "Andi Firmansyah, no role yet"
    assert at.session.bugs == []


def test_an_agent_is_not_offered_what_a_lead_does(workspace: Office, sit: Sit) -> None:
    workspace.customer("Of Eko", owner=workspace.other_uid)
    at = sit(workspace, workspace.agent)
    at.go_to("Of Eko")
    allowed = {c: at.window.bar.action(c).isEnabled() for c in (Cmd.LOG, Cmd.ASSIGN, Cmd.PROTECT)}
    assert allowed == {Cmd.LOG: True, Cmd.ASSIGN: False, Cmd.PROTECT: False}
    assert not at.window.bar.action(Cmd.RELEASE).isEnabled()


# --- appearance and what is kept -----------------------------------------------------------------


def test_the_theme_changes_without_a_new_widget(workspace: Office, sit: Sit) -> None:
    many(workspace, 5)
    at = sit(workspace, workspace.lead)
    at.window.customers.table.go_to(2)
    at.settle()
    before = set(at.window.findChildren(QWidget))
    at.give(Cmd.DARK)
    at.give(Cmd.LARGER)
    assert theme.scheme() is Scheme.DARK
    assert theme.scale() == 115
    assert at.window.bar.action(Cmd.DARK).isChecked()
    assert before <= set(at.window.findChildren(QWidget))
    assert at.window.customers.table.rowHeight(0) == 37
    at.give(Cmd.NORMAL_SIZE)
    at.give(Cmd.LIGHT)
    assert at.settings.value("appearance/scheme") == "light"


def test_the_navigation_shrinks_to_icons(workspace: Office, sit: Sit) -> None:
    at = sit(workspace, workspace.lead)
    at.window.resize(1280, 720)
    assert at.window.navigation.width() == 184
    at.window.resize(1100, 720)
    assert at.window.navigation.width() == 56


def test_what_people_arranged_is_kept(workspace: Office, sit: Sit) -> None:
    at = sit(workspace, workspace.lead)
    at.window.resize(1300, 800)
    at.window.customers.table.setColumnHidden(Column.SOURCE, True)
    at.give(Cmd.COMPACT)
    at.window.keep()
    again = sit(workspace, workspace.lead)
    assert again.window.customers.table.isColumnHidden(Column.SOURCE)
    assert again.window.customers.table.rowHeight(0) in (0, 26)
    assert again.window.bar.action(Cmd.COMPACT).isChecked()


def test_a_hidden_list_is_read_again_when_it_is_shown(workspace: Office, sit: Sit) -> None:
    at = sit(workspace, workspace.lead)
    at.give(Cmd.GO_TODAY)
    session: Session = workspace.lead
    customer_id = workspace.customer("New one", owner=session.actor.uid)
    workspace.contact(customer_id, method=Method.VISIT, outcome=Outcome.SUCCESSFUL)
    at.session.feed.publish(Changes.of(Topic.CUSTOMERS, ids=(customer_id,)))
    at.settle()
    assert at.names() == []
    at.give(Cmd.GO_CUSTOMERS)
    assert at.names() == ["New one"]


def test_the_keyboard_comes_along_to_another_screen(workspace: Office, sit: Sit) -> None:
    for name in ("Ani", "Budi"):
        workspace.customer(name, owner=workspace.lead_uid)
    at = sit(workspace, workspace.lead)
    at.give(Cmd.GO_TODAY)
    at.window.customers.ask(CustomerQuery(search="bud"))
    at.give(Cmd.GO_CUSTOMERS)
    table = at.window.customers.table
    assert at.window.focusWidget() is table
    assert table.rings()
    assert table.currentIndex().row() == 0
    # Nobody is chosen by it.
    assert table.chosen_row() is None
    for command, place in (
        (Cmd.GO_POOL, at.window.pool),
        (Cmd.GO_TODAY, at.window.today),
        (Cmd.GO_PIPELINE, at.window.pipeline),
    ):
        at.give(command)
        focus = at.window.focusWidget()
        assert focus is not None
        assert place.isAncestorOf(focus), command


def test_placeholder_rows_stand_under_a_header_of_the_tables_height(
    workspace: Office, sit: Sit
) -> None:
    workspace.customer("Ani")
    at = sit(workspace, workspace.lead)
    screen = at.window.customers
    screen.show_loading()
    at.settle()
    head = screen._loading_head
    assert head.isVisible()
    assert head.height() == screen.table.head.height() == theme.px(32)


class HastySeat(OpenWindow):
    """Goes to another screen before the window has begun."""

    def hurry(self) -> None:
        self.give(Cmd.GO_POOL)


def test_who_goes_elsewhere_before_the_window_has_begun_stays_there(
    workspace: Office, qtbot: QtBot, tmp_path: Path
) -> None:
    at = HastySeat(workspace, workspace.agent, tmp_path, qtbot, "today")
    shown = at.window.shown
    at.close()
    assert shown == "pool"
