"""Targets in a real window: set, refused, undone; whoever is behind stands first."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from salesdesk.domain.events import new_id
from salesdesk.domain.moments import DAY
from salesdesk.domain.targets import Target, TargetOf
from salesdesk.services import targets
from salesdesk.ui.commands import Cmd
from salesdesk.ui.kit.forms.cell_table import CellTable
from salesdesk.ui.team.screen import TARGETS
from salesdesk.ui.team.target_dialog import TargetDialog
from salesdesk.ui.team.targets import TargetsPage
from tests.support.factories import NOON, Office
from tests.support.windows import OpenWindow, Sit, cut_cells

#: The Wednesday of the week.
WEDNESDAY = NOON + 2 * DAY


def page(at: OpenWindow) -> TargetsPage:
    at.give(Cmd.GO_TEAM)
    at.window.team.open_tab(TARGETS)
    at.settle()
    return at.window.team.targets


def lines(table: CellTable) -> list[list[str]]:
    cells = table.cells
    return [
        [str(cells.index(row, column).data()) for column in range(cells.columnCount())]
        for row in range(cells.rowCount())
    ]


def choose(shown: TargetsPage, name: str) -> None:
    at = next(at for at, line in enumerate(lines(shown.table)) if line[0] == name)
    shown.table.selectRow(at)


def opened(at: OpenWindow, shown: TargetsPage, name: str) -> TargetDialog:
    choose(shown, name)
    at.press(at.window, "targets_set")
    dialog = at.dialog("target_dialog")
    assert isinstance(dialog, TargetDialog)
    return dialog


def fill_in(dialog: TargetDialog, day: str, week: str) -> None:
    for field, text in ((dialog.day, day), (dialog.week, week)):
        field.setFocus()
        field.selectAll()
        QTest.keyClick(field, Qt.Key.Key_Delete)
        QTest.keyClicks(field, text)


def test_a_lead_sets_the_roles_target_and_sees_who_is_behind(office: Office, sit: Sit) -> None:
    office.move_clock(WEDNESDAY)
    customer = office.customer(owner=office.other_uid, since=NOON - 9 * DAY)
    for hours in (1, 2, 30):
        office.contact(customer, by=office.other_uid, at=WEDNESDAY - timedelta(hours=hours))
    at = sit(office, office.lead)
    shown = page(at)
    assert shown.behind.text() == ""
    dialog = opened(at, shown, "Sales Agent: everybody")
    fill_in(dialog, "4", "10")
    QTest.keyClick(dialog.week, Qt.Key.Key_Return)
    at.settle()
    assert at.told == "The target of the role Sales Agent is set."
    found = {line[0]: line[1:] for line in lines(shown.table)}
    assert found["Sales Agent: everybody"][:2] == ["4", "10"]
    assert found["Andi Firmansyah"] == [
        "4", "10", "the role", "0 of 4", "0 of 10", "4", "4", "",
    ]  # fmt: skip
    assert found["Eko Saputra"] == ["4", "10", "the role", "2 of 4", "3 of 10", "4", "1", ""]
    agents = [line[0] for line in lines(shown.table) if not line[0].endswith(": everybody")]
    assert agents[:2] == ["Andi Firmansyah", "Eko Saputra"]
    assert shown.behind.text() == "2 agents are behind"
    assert all(cut_cells(shown.table, column) == [] for column in range(1, 9))
    at.give(Cmd.UNDO)
    assert at.told == "The target of the role Sales Agent is as before."
    assert targets.standing(office.lead).behind == 0
    at.give(Cmd.REDO)
    assert targets.standing(office.lead).behind == 2


def test_what_is_no_target_is_marked_at_its_field(office: Office, sit: Sit) -> None:
    at = sit(office, office.lead)
    dialog = opened(at, page(at), "Andi Firmansyah")
    fill_in(dialog, "many", "9")
    at.press(dialog, "target_save")
    assert dialog.day_row.error.text() == ("A target is a whole number from 1 to 500, or nothing.")
    fill_in(dialog, "12", "9")
    at.press(dialog, "target_save")
    assert dialog.day_row.error.text() == ""
    assert dialog.week_row.error.text() == "A week cannot ask for fewer contacts than a day."
    fill_in(dialog, "", "")
    at.press(dialog, "target_save")
    assert dialog.day_row.error.text() == "Enter a number of contacts."
    assert not any(one.own for one in targets.standing(office.lead).agents)


def test_who_comes_second_is_told_and_nothing_is_overwritten(office: Office, sit: Sit) -> None:
    at = sit(office, office.lead)
    dialog = opened(at, page(at), "Andi Firmansyah")
    of = TargetOf(uid=office.agent_uid)
    targets.put(office.admin, new_id(), of, Target(7, None), None)
    fill_in(dialog, "12", "")
    at.press(dialog, "target_save")
    assert "Somebody else set this target in the meantime" in dialog.notice.text
    found = next(one for one in targets.standing(office.lead).agents if one.of == of)
    assert found.counting == Target(7, None)


def test_an_undo_does_not_take_back_what_a_colleague_set_since(office: Office, sit: Sit) -> None:
    at = sit(office, office.lead)
    dialog = opened(at, page(at), "Andi Firmansyah")
    fill_in(dialog, "12", "")
    at.press(dialog, "target_save")
    of = TargetOf(uid=office.agent_uid)
    own = next(one.own for one in targets.standing(office.lead).agents if one.of == of)
    targets.put(office.admin, new_id(), of, Target(7, None), own)
    at.give(Cmd.UNDO)
    assert "Somebody else set this target in the meantime" in at.told
    found = next(one for one in targets.standing(office.lead).agents if one.of == of)
    assert found.counting == Target(7, None)


def test_the_tab_says_how_many_are_behind_before_it_is_opened(office: Office, sit: Sit) -> None:
    office.move_clock(WEDNESDAY)
    for uid in (office.agent_uid, office.other_uid):
        targets.put(office.lead, new_id(), TargetOf(uid=uid), Target(None, 20), None)
    at = sit(office, office.lead)
    at.give(Cmd.GO_TEAM)
    tabs = at.window.team.tabs
    names = [tabs.accessibleTabName(place) for place in range(tabs.count())]
    place = next(at for at, name in enumerate(names) if name.startswith("Targets"))
    assert tabs.accessibleTabName(place) == "Targets 2"
    customer = office.customer(owner=office.other_uid)
    for _ in range(8):
        office.contact(customer, by=office.other_uid, at=WEDNESDAY - DAY)
    at.give(Cmd.REFRESH)
    assert tabs.accessibleTabName(place) == "Targets 1"
