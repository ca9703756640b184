"""The tabs of the team: what was released and is given back, who is protected, who leaves next."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from salesdesk.domain.events import new_id
from salesdesk.domain.moments import DAY
from salesdesk.domain.ownership import OwnershipSeen, UnbindingReason
from salesdesk.domain.people import SYSTEM
from salesdesk.services import ownership
from salesdesk.services.lists import customers
from salesdesk.services.release import run
from salesdesk.services.release.report import Cause
from salesdesk.services.session import Session
from salesdesk.ui.commands import Cmd
from salesdesk.ui.kit.forms.cell_table import CellTable
from salesdesk.ui.kit.widgets import State
from salesdesk.ui.team.log_words import reasons as reasons_offered
from salesdesk.ui.team.pause_dialog import PauseDialog
from salesdesk.ui.team.screen import LEAVING, LOG, PROTECTIONS, TeamScreen
from tests.support.factories import Office
from tests.support.windows import OpenWindow, Sit


def tab(at: OpenWindow, key: str) -> TeamScreen:
    at.give(Cmd.GO_TEAM)
    screen = at.window.team
    screen.open_tab(key)
    at.settle()
    return screen


def lines(table: CellTable) -> list[list[str]]:
    cells = table.cells
    return [
        [str(cells.index(row, column).data()) for column in range(cells.columnCount())]
        for row in range(cells.rowCount())
    ]


def released(office: Office, name: str) -> str:
    """A customer that a run frees; its id."""
    one = office.customer(name, owner=office.other_uid, since=office.now - 30 * DAY)
    assert run.run(Session(office.store, SYSTEM, "PC-RINA"), Cause.STARTUP).released == 1
    return one


def test_the_log_lists_releases_and_says_why(office: Office, sit: Sit) -> None:
    released(office, "Wahyu Hidayat")
    budi = office.customer("Budi", owner=office.agent_uid)
    seen = OwnershipSeen(office.agent_uid)
    ownership.release(office.lead, new_id(), budi, seen, "moved away")
    at = sit(office, office.lead)
    screen = tab(at, LOG)
    found = {line[0]: line for line in lines(screen.log.table)}
    assert found["Wahyu Hidayat"][2:] == [
        "Eko Saputra", "Inactivity", "30 of 30", "PC-RINA", "in the pool",
    ]  # fmt: skip
    assert found["Budi"][3] == "by hand: moved away"
    assert at.text("release_count") == "2 releases, 1 for inactivity, 1 by hand"
    reasons = [reason for reason, _ in reasons_offered()]
    screen.log.reason.setCurrentIndex(reasons.index(UnbindingReason.MANUAL_RELEASE))
    screen.log.reason.activated.emit(0)
    at.settle()
    assert [line[0] for line in lines(screen.log.table)] == ["Budi"]


def test_a_release_is_given_back_and_that_is_undone(office: Office, sit: Sit) -> None:
    one = released(office, "Wahyu Hidayat")
    at = sit(office, office.lead)
    screen = tab(at, LOG)
    screen.log.table.selectRow(0)
    at.settle()
    assert "would free this customer again unless Eko Saputra logs a contact" in at.text(
        "release_meaning"
    )
    at.press(screen, "release_give_back")
    assert at.told == "Wahyu Hidayat is with Eko Saputra again, with the clock as it was."
    assert customers.rows(office.lead, [one])[0].owner_uid == office.other_uid
    assert lines(screen.log.table)[0][6].startswith("given back")
    assert not screen.log.panel.give.isEnabled()
    at.give(Cmd.UNDO)
    assert customers.rows(office.lead, [one])[0].owner_uid is None


def test_whoever_was_released_is_claimed_from_the_log_too(office: Office, sit: Sit) -> None:
    one = released(office, "Wahyu Hidayat")
    at = sit(office, office.lead)
    screen = tab(at, LOG)
    screen.log.table.selectRow(0)
    at.settle()
    at.bot.mouseClick(screen.log.panel.claim, Qt.MouseButton.LeftButton)
    at.settle()
    assert at.told == "Wahyu Hidayat is yours now."
    assert customers.rows(office.lead, [one])[0].owner_uid == office.lead_uid


def test_giving_back_and_protecting_is_one_act(office: Office, sit: Sit) -> None:
    one = released(office, "Wahyu Hidayat")
    at = sit(office, office.lead)
    screen = tab(at, LOG)
    screen.log.table.selectRow(0)
    at.settle()
    at.press(screen, "release_protect")
    dialog = at.dialog("protect_dialog")
    week = dialog.findChild(QAbstractButton, "protect_until_quick_7")
    assert week is not None
    week.click()
    reason = dialog.findChild(QLineEdit, "protect_reason")
    assert reason is not None
    reason.setText("A quotation is out.")
    at.press(dialog, "protect_dialog_act")
    row = customers.rows(office.lead, [one])[0]
    assert (row.owner_uid, row.protected_why) == (office.other_uid, "A quotation is out.")


def test_whoever_was_claimed_since_cannot_be_given_back(office: Office, sit: Sit) -> None:
    one = released(office, "Wahyu Hidayat")
    ownership.claim(office.agent, new_id(), one)
    at = sit(office, office.lead)
    screen = tab(at, LOG)
    screen.log.table.selectRow(0)
    at.settle()
    assert not screen.log.panel.give.isEnabled()
    assert "Andi Firmansyah after" in at.text("release_meaning")


def test_protections_are_listed_changed_and_ended(office: Office, sit: Sit) -> None:
    siti = office.customer("Siti", owner=office.agent_uid)
    office.customer("Budi", owner=office.agent_uid)
    until = office.now + 40 * DAY
    ownership.protect(office.lead, new_id(), siti, until, "A big order is coming.")
    at = sit(office, office.lead)
    screen = tab(at, PROTECTIONS)
    [line] = lines(screen.protections.table)
    assert (line[0], line[3], line[4]) == ("Siti", "A big order is coming.", "Rina Wulandari")
    screen.protections.table.selectRow(0)
    at.press(screen, "protections_change")
    dialog = at.dialog("protect_dialog")
    at.press(dialog, "protect_end")
    screen.refresh()
    at.settle()
    assert lines(screen.protections.table) == []
    assert screen.protections.states.state is State.EMPTY


def test_an_agent_is_away_and_the_lead_ends_it(office: Office, sit: Sit) -> None:
    siti = office.customer("Siti", owner=office.agent_uid, since=office.now - 26 * DAY)
    at = sit(office, office.lead)
    screen = tab(at, PROTECTIONS)
    at.press(screen, "pause_away")
    dialog = at.dialog("pause_dialog")
    assert isinstance(dialog, PauseDialog)
    dialog.agent.setCurrentIndex(dialog.agent.findData(office.agent_uid))
    week = dialog.findChild(QAbstractButton, "pause_until_quick_7")
    assert week is not None
    week.click()
    at.settle()
    assert dialog.preview.text().startswith("1 customer is kept; 1 would leave before that day")
    at.press(dialog, "pause_act")
    assert dialog.reason_row.error.text() == "It needs a reason."
    dialog.reason.setText("On leave")
    at.press(dialog, "pause_act")
    assert at.told.startswith("Nobody leaves Andi Firmansyah until")
    [line] = lines(screen.protections.pauses)
    assert (line[0], line[1], line[3]) == ("Andi Firmansyah", "1", "On leave")
    leaves = customers.rows(office.lead, [siti])[0].departure
    assert leaves is not None
    assert leaves.leaves_at > office.now + 7 * DAY
    screen.protections.pauses.selectRow(0)
    at.press(screen, "pause_end")
    assert at.told == "The customers leave as before."
    assert lines(screen.protections.pauses) == []


def test_the_closed_office_is_undone(office: Office, sit: Sit) -> None:
    at = sit(office, office.lead)
    screen = tab(at, PROTECTIONS)
    at.press(screen, "pause_closed")
    dialog = at.dialog("pause_dialog")
    assert isinstance(dialog, PauseDialog)
    week = dialog.findChild(QAbstractButton, "pause_until_quick_14")
    assert week is not None
    week.click()
    dialog.reason.setText("Lebaran")
    at.press(dialog, "pause_act")
    assert [line[0] for line in lines(screen.protections.pauses)] == ["The office is closed"]
    at.give(Cmd.UNDO)
    screen.refresh()
    at.settle()
    assert lines(screen.protections.pauses) == []


def test_who_leaves_next_is_counted_by_agent_and_listed(office: Office, sit: Sit) -> None:
    office.customer("Siti", owner=office.agent_uid, since=office.now - 26 * DAY)
    office.customer("Budi", owner=office.agent_uid, since=office.now - 10 * DAY)
    office.customer("Citra", owner=office.other_uid, since=office.now - 31 * DAY)
    at = sit(office, office.lead)
    screen = tab(at, LEAVING)
    assert [line[:7] for line in lines(screen.leaving.table)] == [
        ["Eko Saputra", "1", "1", "1", "1", "1", "1"],
        ["Andi Firmansyah", "2", "0", "0", "1", "1", "2"],
    ]
    screen.leaving.table.selectRow(1)
    screen.focus_list()
    at.key(Qt.Key.Key_Return)
    at.settle()
    assert at.window.shown == "customers"
    model = at.window.customers.model
    assert [model.row(row).name for row in range(model.rowCount())] == ["Siti"]  # type: ignore[union-attr]


def test_nothing_of_the_log_is_cut_in_a_small_window(office: Office, sit: Sit) -> None:
    one = office.customer("Wahyu Hidayat", owner=office.other_uid, since=office.now - 30 * DAY)
    ownership.release(office.lead, new_id(), one, OwnershipSeen(office.other_uid), "moved")
    ownership.assign(office.lead, new_id(), one, office.agent_uid)
    at = sit(office, office.lead)
    at.window.resize(960, 600)
    screen = tab(at, LOG)
    screen.log.table.selectRow(0)
    at.settle()
    panel = screen.log.panel
    for button in (panel.give, panel.claim, panel.open, panel.protect):
        assert button.isVisible()
        assert button.width() >= button.sizeHint().width(), button.objectName()
    search, log = screen.log.search, screen.log
    assert search.mapTo(log, search.rect().topRight()).x() < panel.x()
    # A name as a column has room for it; the story has the whole one.
    assert lines(log.table)[0][6].startswith("Andi F.")
    assert lines(log.table)[0][1].startswith("today")
