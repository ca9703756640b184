"""Releasing by hand asks why; whoever has the customer next reads it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from salesdesk.services.lists import customers
from salesdesk.ui.actions.release_dialog import ReleaseDialog
from salesdesk.ui.commands import Cmd
from tests.support.factories import Office
from tests.support.windows import Sit


def test_the_reason_is_typed_at_once_and_stands_in_the_timeline(office: Office, sit: Sit) -> None:
    siti = office.customer("Siti", owner=office.agent_uid)
    at = sit(office, office.agent)
    at.go_to("Siti")
    at.give(Cmd.RELEASE)
    dialog = at.dialog("release_dialog")
    assert isinstance(dialog, ReleaseDialog)
    dialog.activateWindow()
    at.bot.waitUntil(dialog.isActiveWindow)
    assert dialog.why.hasFocus()
    QTest.keyClicks(dialog.why, "Has moved to Surabaya")
    QTest.keyClick(dialog.why, Qt.Key.Key_Return)
    at.settle()
    assert at.told == "Siti released."
    assert customers.rows(office.lead, [siti])[0].owner_uid is None
    lines = at.window.panel.model
    shown = [str(lines.index(row).data()) for row in range(lines.rowCount())]
    assert any("Has moved to Surabaya" in line for line in shown)


def test_enter_alone_releases_without_one(workspace: Office, sit: Sit) -> None:
    siti = workspace.customer("Siti", owner=workspace.agent_uid)
    at = sit(workspace, workspace.agent)
    at.go_to("Siti")
    at.give(Cmd.RELEASE)
    dialog = at.dialog("release_dialog")
    dialog.activateWindow()
    at.bot.waitUntil(dialog.isActiveWindow)
    at.key(Qt.Key.Key_Return)
    assert customers.ownership(workspace.lead, siti).rows[0].why is None
    assert customers.rows(workspace.lead, [siti])[0].owner_uid is None
