"""What others change appears on the visible screen, over real databases."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer

from salesdesk.domain.day import Section
from salesdesk.services import contacts
from salesdesk.ui.commands import Cmd
from tests.support.factories import NOON, Office, draft
from tests.support.today_screen import Look, ago, full_day, names
from tests.support.windows import OpenWindow, Sit


def asked(at: OpenWindow) -> None:
    """Let the poll happen that the timer would ask for."""
    at.window.live.ask()
    at.settle()


def listens(at: OpenWindow) -> bool:
    timer = at.window.findChild(QTimer, "live_timer")
    return timer is not None and timer.isActive()


def test_what_another_desktop_logs_leaves_the_day(office: Office, look: Look) -> None:
    found = full_day(office)
    at = look(office, office.lead)
    view = at.window.today.list
    view.go_to_id(found["Fajar"])
    contacts.log(office.agent, draft(found["Siti"]))
    asked(at)
    assert names(at, Section.RELEASING) == []
    line = view.current_line()
    assert line is not None
    assert line.name == "Fajar"


def test_what_the_booking_application_changes_is_shown(office: Office, sit: Sit) -> None:
    customer_id = office.customer("Old name", owner=office.lead_uid)
    at = sit(office, office.lead)
    asked(at)
    office.database.execute(
        "UPDATE customers SET name = 'New name', updated_at = %s WHERE id = %s",
        "2026-06-08 12:00:30", customer_id,
    )  # fmt: skip
    asked(at)
    assert at.names() == ["New name"]


def test_it_rests_while_nobody_sees_the_window(workspace: Office, sit: Sit) -> None:
    workspace.customer("Siti", owner=workspace.lead_uid, since=NOON - ago(1))
    at = sit(workspace, workspace.lead)
    assert listens(at)
    at.window.hide()
    assert not listens(at)
    at.session.news.clear()
    asked(at)
    assert at.session.news == []
    at.window.show()
    assert listens(at)
    at.window.setWindowState(Qt.WindowState.WindowMinimized)
    assert not listens(at)
    at.window.setWindowState(Qt.WindowState.WindowNoState)
    assert listens(at)
    at.settle()


def test_a_quiet_poll_reads_nothing_again(workspace: Office, sit: Sit) -> None:
    workspace.customer("Siti", owner=workspace.lead_uid, since=NOON - ago(1))
    workspace.pass_time(ago(0.01))
    at = sit(workspace, workspace.lead)
    workspace.pass_time(ago(0.01))
    at.give(Cmd.REFRESH)
    at.session.news.clear()
    asked(at)
    asked(at)
    assert at.session.news == []
