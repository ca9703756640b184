"""The doctor's screen: what is wrong, a preview that changes nothing, and the repair."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from salesdesk.domain.errors import Unavailable
from salesdesk.services.admin import doctor
from salesdesk.ui.commands import Cmd
from salesdesk.ui.doctor.screen import DoctorScreen
from salesdesk.ui.kit.widgets import State
from tests.support.factories import Office
from tests.support.languages import spoken
from tests.support.windows import OpenWindow, Sit

KIND = "bound_without_open_row"


def opened(at: OpenWindow) -> DoctorScreen:
    at.give(Cmd.GO_DOCTOR)
    screen = at.window.place("doctor")
    assert isinstance(screen, DoctorScreen)
    return screen


def damage(office: Office) -> str:
    one = office.customer("Siti", owner=office.agent_uid)
    office.database.execute("DELETE FROM customer_binding_history WHERE customer_id = %s", one)
    return one


def click(at: OpenWindow, name: str) -> None:
    at.bot.mouseClick(at.child(QPushButton, name), Qt.MouseButton.LeftButton)
    at.settle()


def test_nothing_wrong_is_said(workspace: Office, sit: Sit) -> None:
    screen = opened(sit(workspace, workspace.admin))
    assert screen.states.state is State.EMPTY


def test_a_breach_is_shown_previewed_and_repaired(office: Office, sit: Sit) -> None:
    one = damage(office)
    at = sit(office, office.admin)
    screen = opened(at)
    cells = screen.table.cells
    kinds = [line.id for row in range(cells.rowCount()) if (line := cells.row_at(row))]
    row = kinds.index(KIND)
    place = screen.table.visualRect(cells.index(row, 0)).center()
    at.bot.mouseClick(screen.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert one in screen.samples.text()
    click(at, "doctor_preview")
    assert screen.apply.text() == "Repair these 1"
    assert screen.changes.cells.rowCount() > 0
    assert KIND in {found.kind for found in doctor.examine(office.admin)}, "nothing is changed yet"
    click(at, "doctor_apply")
    assert at.told == "1 customer was repaired."
    assert KIND not in {found.kind for found in doctor.examine(office.admin)}
    now = [line.id for row in range(cells.rowCount()) if (line := cells.row_at(row))]
    assert KIND not in now


def test_what_a_program_cannot_mend_offers_no_repair(workspace: Office, sit: Sit) -> None:
    workspace.customer("", owner=workspace.agent_uid)
    at = sit(workspace, workspace.admin)
    screen = opened(at)
    screen.table.selectRow(0)
    assert screen.meaning.text()
    assert not screen.preview.isVisible()


def test_only_who_may_is_offered_it_and_an_outage_says_so(workspace: Office, sit: Sit) -> None:
    assert not sit(workspace, workspace.lead).window.bar.action(Cmd.GO_DOCTOR).isEnabled()
    at = sit(workspace, workspace.admin)
    screen = opened(at)
    screen._on_failed(Unavailable("Away."))
    assert screen.states.state is State.ERROR
    at.session.connection.try_now()
    at.settle()


def test_what_is_wrong_and_what_mends_it_is_said_in_the_language(office: Office, sit: Sit) -> None:
    damage(office)
    with spoken("id"):
        at = sit(office, office.admin)
        screen = opened(at)
        cells = screen.table.cells
        row = next(
            row
            for row in range(cells.rowCount())
            if (line := cells.row_at(row)) is not None and line.id == KIND
        )
        screen.table.selectRow(row)
        at.settle()
        assert str(cells.index(row, 0).data()).startswith("Pelanggan yang dipegang, tetapi")
        assert screen.meaning.text().startswith("Pelanggan yang dipegang, tetapi riwayat")
        assert screen.remedy.text().startswith("Tindakan berikutnya pada pelanggan itu")
        at.close()
