"""What stands there after an act: whose it was is said, and foot and ring follow."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from salesdesk.domain.events import new_id
from salesdesk.services import follow_ups
from salesdesk.services.lists import customers
from salesdesk.ui.commands import Cmd
from tests.support.factories import Office
from tests.support.windows import OpenWindow, Sit


def offered(at: OpenWindow, screen: str) -> list[str]:
    """What the foot of a list offers."""
    names = (f"{screen}_bulk_{act}" for act in ("plan", "claim", "assign", "protect", "release"))
    buttons = (at.child(QPushButton, name) for name in names)
    return [button.text() for button in buttons if button.isVisible()]


def test_the_foot_follows_what_became_of_the_selected_one(office: Office, sit: Sit) -> None:
    office.customer("Siti", owner=office.agent_uid)
    at = sit(office, office.agent)
    at.go_to("Siti")
    assert offered(at, "customers") == ["Plan 1", "Release 1…"]
    at.give(Cmd.RELEASE)
    at.press(at.dialog("release_dialog"), "release_dialog_act")
    at.bot.waitUntil(lambda: offered(at, "customers") == ["Plan 1", "Claim 1"])
    at.give(Cmd.CLAIM)
    at.bot.waitUntil(lambda: offered(at, "customers") == ["Plan 1", "Release 1…"])


def test_a_next_step_that_was_cleared_is_not_said_to_be_planned(
    workspace: Office, sit: Sit
) -> None:
    siti = workspace.customer("Siti", owner=workspace.agent_uid)
    due = workspace.now + timedelta(days=3)
    follow_ups.plan(workspace.agent, new_id(), siti, due)
    at = sit(workspace, workspace.agent)
    at.go_to("Siti")
    at.give(Cmd.PLAN)
    at.press(at.dialog("plan_dialog"), "plan_clear")
    assert at.told == "The next step of Siti is cleared."
    assert customers.rows(workspace.lead, [siti])[0].next_step is None


def test_no_row_is_ringed_beside_the_panel_of_somebody_else(workspace: Office, sit: Sit) -> None:
    for name in ("Ani", "Budi", "Citra"):
        workspace.customer(name)
    at = sit(workspace, workspace.agent)
    at.give(Cmd.GO_POOL)
    table = at.window.pool.table
    table.setFocus()
    table.go_to(1)
    at.settle()
    at.give(Cmd.CLAIM)
    at.give(Cmd.LOG)
    dialog = at.dialog("contact_dialog")
    dialog.activateWindow()
    at.bot.waitUntil(dialog.isActiveWindow)
    at.key(Qt.Key.Key_Escape)
    at.window.activateWindow()
    at.bot.waitUntil(lambda: at.window.isActiveWindow() and table.hasFocus())
    at.settle()
    assert at.window.panel.customer_id
    assert not table.currentIndex().isValid()
    QTest.keyClick(table, Qt.Key.Key_Down)
    at.settle()
    first = table.customers.row(0)
    assert first is not None
    assert (table.chosen_row(), at.window.panel.customer_id) == (first, first.id)
