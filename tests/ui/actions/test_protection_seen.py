"""A protection is seen wherever the customer is: until when, why and by whom."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from salesdesk.domain.events import new_id
from salesdesk.domain.moments import DAY
from salesdesk.services import ownership
from salesdesk.ui.actions.protect_dialog import ProtectDialog
from salesdesk.ui.commands import Cmd
from salesdesk.ui.kit.painting.cells import DaysCell
from salesdesk.ui.kit.painting.roles import Role
from salesdesk.ui.kit.widgets import DaysLabel, Label
from salesdesk.ui.lists.customer_rows import Column
from tests.support.boards import at_board
from tests.support.factories import NOON, Office
from tests.support.windows import Sit

UNTIL = "Fri 7 August, 19.00"


def protected(office: Office) -> str:
    customer_id = office.customer("Siti", owner=office.agent_uid)
    office.pass_time(timedelta(seconds=60))
    ownership.protect(office.lead, new_id(), customer_id, NOON + 60 * DAY, "Waits for the board")
    return customer_id


def test_a_row_the_panel_and_the_timeline_show_it(office: Office, sit: Sit) -> None:
    protected(office)
    office.customer("Budi", owner=office.agent_uid)
    at = sit(office, office.agent)
    at.go_to("Siti")
    model = at.window.customers.model
    signs = {}
    for row, name in enumerate(at.names()):
        cell = model.index(row, Column.DAYS_LEFT).data(Role.CELL)
        assert isinstance(cell, DaysCell)
        signs[name] = cell.days.protected
    assert signs == {"Siti": True, "Budi": False}
    place = model.index(at.names().index("Siti"), Column.DAYS_LEFT)
    whole = f"Protected until {UNTIL} by Rina Wulandari: Waits for the board"
    assert whole in str(place.data(Qt.ItemDataRole.ToolTipRole))
    assert at.text("panel_protection") == "until 7 August · Waits for the board · Rina Wulandari"
    fact = at.child(Label, "panel_protection")
    assert fact.isVisible()
    assert fact.toolTip().endswith(whole)
    days = at.child(DaysLabel, "panel_days")
    assert days.accessibleName() == "Days left: 60 days, protected"
    lines = at.window.panel.model
    told = [str(lines.index(row).data()) for row in range(lines.rowCount())]
    assert told[0] == (
        f"Protected until {UNTIL}. Mon 8 June, 19.01. Waits for the board. by Rina Wulandari"
    )
    at.go_to("Budi")
    assert not fact.isVisible()
    lines_of_budi = [str(lines.index(row).data()) for row in range(lines.rowCount())]
    assert not any("Protected" in line for line in lines_of_budi)


def test_its_end_is_told_and_the_sign_goes(office: Office, sit: Sit) -> None:
    siti = protected(office)
    at = sit(office, office.lead)
    at.go_to("Siti")
    office.pass_time(DAY)
    ownership.unprotect(office.lead, new_id(), siti)
    at.give(Cmd.REFRESH)
    assert not at.child(Label, "panel_protection").isVisible()
    lines = at.window.panel.model
    assert str(lines.index(0).data()) == "Protection ended. Tue 9 June, 19.01. by Rina Wulandari"


def test_a_protection_that_is_over_is_no_sign(workspace: Office, sit: Sit) -> None:
    siti = workspace.customer("Siti", owner=workspace.agent_uid)
    ownership.protect(workspace.lead, new_id(), siti, NOON + 2 * DAY, "Ill")
    workspace.pass_time(3 * DAY)
    at = sit(workspace, workspace.agent)
    at.go_to("Siti")
    cell = at.window.customers.model.index(0, Column.DAYS_LEFT).data(Role.CELL)
    assert isinstance(cell, DaysCell)
    assert not cell.days.protected
    assert not at.child(Label, "panel_protection").isVisible()


def test_a_card_shows_it(office: Office, sit: Sit) -> None:
    siti = office.customer("Siti", owner=office.lead_uid)
    ownership.protect(office.lead, new_id(), siti, NOON + 60 * DAY, "Ill")
    at = at_board(office, sit)
    at.choose("Siti")
    (line,) = [one for column in at.screen.board.columns.values() for one in column.lines]
    assert line.days.protected
    assert f"Protected until {UNTIL} by Rina Wulandari: Ill" in line.tip
    assert f"Protected until {UNTIL}" in line.text


def test_protecting_until_before_the_day_of_release_warns(office: Office, sit: Sit) -> None:
    office.customer("Siti", owner=office.agent_uid)
    at = sit(office, office.lead)
    at.go_to("Siti")
    at.give(Cmd.PROTECT)
    dialog = at.dialog("protect_dialog")
    assert isinstance(dialog, ProtectDialog)

    def press(days: str) -> None:
        button = dialog.findChild(QAbstractButton, f"protect_until_quick_{days}")
        assert button is not None
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    assert not dialog.warning.isVisible()
    press("14")
    assert dialog.warning.isVisible()
    assert dialog.warning.accessibleName() == (
        "This is before the day of release and changes nothing. Siti leaves on "
        "Wed 8 July, 19.00 without a protection."
    )
    dialog.activateWindow()
    at.bot.waitUntil(dialog.isActiveWindow)
    field = dialog.days.field
    field.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClicks(field, "9/7/2026")
    assert not dialog.warning.isVisible()


def test_of_many_it_says_how_many_leave_later_anyhow(workspace: Office, sit: Sit) -> None:
    workspace.customer("Siti", owner=workspace.agent_uid)
    workspace.customer("Budi", owner=workspace.agent_uid, since=NOON - 25 * DAY)
    at = sit(workspace, workspace.lead)
    at.give(Cmd.SELECT_ALL)
    at.give(Cmd.PROTECT)
    dialog = at.dialog("protect_dialog")
    assert isinstance(dialog, ProtectDialog)
    button = dialog.findChild(QAbstractButton, "protect_until_quick_14")
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert dialog.warning.accessibleName() == (
        "For some this is before the day of release. 1 of 2 leave later than that without a "
        "protection."
    )
