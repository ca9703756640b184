"""Dialogs that act on one or many customers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from salesdesk.domain.events import new_id
from salesdesk.domain.ownership import OwnershipSeen
from salesdesk.domain.permissions import Permission
from salesdesk.domain.queries import CustomerRow
from salesdesk.services import ownership
from salesdesk.services.lists import customers
from salesdesk.services.release import run
from salesdesk.services.release.report import Cause, HeldRelease, RunOutcome
from salesdesk.ui.actions.assign_dialog import ChooseAgentDialog
from salesdesk.ui.actions.plan_dialog import PlanDialog
from salesdesk.ui.actions.protect_dialog import ProtectDialog
from salesdesk.ui.actions.release_dialog import ReleaseDialog
from salesdesk.ui.kit.forms.confirm import ConfirmDialog
from salesdesk.ui.release.held_dialog import ReleaseGuardDialog
from tests.support import seats_away
from tests.support.factories import NOON, Office
from tests.support.seats import JAKARTA, DialogSeat

Sit = Callable[..., DialogSeat]
DAY = timedelta(days=1)


def rows(office: Office, *ids: str) -> list[CustomerRow]:
    """Their lines as a lead sees them."""
    return list(customers.rows(office.lead, list(ids)))


def owners(office: Office, *ids: str) -> list[str | None]:
    """Who has them now, in the order asked for."""
    found = {row.id: row.owner_uid for row in customers.rows(office.lead, list(ids))}
    return [found[each] for each in ids]


def test_an_agent_is_found_by_typing_and_gets_them_all(
    office: Office, seat: Sit, qtbot: QtBot
) -> None:
    free = office.customer("Fajar")
    bound = office.customer("Dedi", owner=office.other_uid)
    sitting = seat(office, office.lead_uid)
    dialog = ChooseAgentDialog(sitting.context, rows(office, free, bound))
    sitting.show(dialog)
    assert dialog.title.text() == "Assign or transfer 2 customers"
    assert not dialog.act.isEnabled()
    QTest.keyClicks(dialog.search, "andi")
    assert dialog.act.text() == "Give to Andi Firmansyah"
    QTest.keyClick(dialog.search, Qt.Key.Key_Return)
    with qtbot.waitSignal(dialog.acted) as acted:
        QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    assert acted.args[0].done == 2
    assert owners(office, free, bound) == [office.agent_uid, office.agent_uid]
    assert sitting.news[-1].customer_ids == {free, bound}


def test_who_has_them_all_is_not_offered(workspace: Office, seat: Sit) -> None:
    bound = workspace.customer("Dedi", owner=workspace.other_uid)
    sitting = seat(workspace, workspace.lead_uid)
    dialog = ChooseAgentDialog(sitting.context, rows(workspace, bound))
    sitting.show(dialog)
    assert dialog.title.text() == "Transfer Dedi"
    dialog.choose(workspace.other_uid)
    assert dialog.chosen() is None
    dialog.choose(workspace.agent_uid)
    assert dialog.chosen() is not None


def test_those_that_a_rule_refuses_are_named(workspace: Office, seat: Sit, qtbot: QtBot) -> None:
    kept = workspace.customer("Dedi", owner=workspace.agent_uid)
    lost = workspace.customer("Hasan", owner=workspace.agent_uid)
    sitting = seat(workspace, workspace.lead_uid)
    dialog = ReleaseDialog(sitting.context, rows(workspace, kept, lost))
    sitting.show(dialog)
    assert dialog.act.text() == "Release these 2"
    assert dialog.list.cells.rowCount() == 2
    seen = rows(workspace, lost)[0]
    standing = OwnershipSeen(seen.owner_uid, seen.owned_since)
    ownership.transfer(workspace.lead, new_id(), lost, workspace.other_uid, standing)
    with qtbot.waitSignal(dialog.acted) as acted:
        dialog.act.click()
    outcome = acted.args[0]
    assert outcome.done == 1
    assert [name for name, _ in outcome.refused] == ["Hasan"]
    assert dialog.isVisible()
    assert "Hasan: Eko Saputra has this customer" in dialog.notice.text
    assert owners(workspace, kept, lost) == [None, workspace.other_uid]


def test_a_refusal_of_one_keeps_the_dialog(workspace: Office, seat: Sit) -> None:
    customer = workspace.customer("Dedi", owner=workspace.other_uid)
    sitting = seat(workspace, workspace.agent_uid)
    dialog = ReleaseDialog(sitting.context, rows(workspace, customer))
    sitting.show(dialog)
    dialog.act.click()
    sitting.settle()
    assert dialog.isVisible()
    assert dialog.notice.text.startswith("Nothing was done.")
    assert dialog.act.isEnabled()
    assert owners(workspace, customer) == [workspace.other_uid]


def test_away_in_the_middle_it_goes_on_later(workspace: Office, seat: Sit, qtbot: QtBot) -> None:
    ids = [workspace.customer(f"No {n}", owner=workspace.agent_uid) for n in range(3)]
    sitting = seat(workspace, workspace.lead_uid)
    dialog = ReleaseDialog(sitting.context, rows(workspace, *ids))
    sitting.show(dialog)
    there = sitting.context
    sitting.at(seats_away.away(workspace.lead))
    dialog._context = sitting.context
    dialog.act.click()
    sitting.settle()
    assert "0 of 3 were done" in dialog.notice.text
    dialog._context = there
    with qtbot.waitSignal(dialog.acted) as acted:
        dialog.act.click()
    assert acted.args[0].done == 3
    assert owners(workspace, *ids) == [None, None, None]


def test_a_plan_is_noon_at_the_office_and_warns(office: Office, seat: Sit, qtbot: QtBot) -> None:
    customer = office.customer("Dedi", owner=office.agent_uid, since=NOON - 25 * DAY)
    sitting = seat(office, office.agent_uid)
    dialog = PlanDialog(sitting.context, rows(office, customer))
    sitting.show(dialog)
    dialog.act.click()
    assert dialog.day_row.error.text() == "Choose a day."
    dialog.days.quick.choose("7")
    assert dialog.warning.accessibleName().startswith("15 June lies after the release date.")
    dialog.note.setText("Bring the menu")
    with qtbot.waitSignal(dialog.acted):
        dialog.act.click()
    planned = rows(office, customer)[0].next_step
    assert planned == datetime(2026, 6, 15, 12, tzinfo=JAKARTA).astimezone(UTC)


def test_a_plan_is_cleared(workspace: Office, seat: Sit, qtbot: QtBot) -> None:
    customer = workspace.customer("Dedi", owner=workspace.agent_uid, since=NOON - 5 * DAY)
    workspace.contact(customer, at=NOON - DAY, next_step=NOON + DAY)
    sitting = seat(workspace, workspace.agent_uid)
    dialog = PlanDialog(sitting.context, rows(workspace, customer))
    sitting.show(dialog)
    with qtbot.waitSignal(dialog.acted):
        dialog.clear.click()
    assert rows(workspace, customer)[0].next_step is None


def test_a_protection_needs_a_day_and_a_reason(workspace: Office, seat: Sit, qtbot: QtBot) -> None:
    customer = workspace.customer("Dedi", owner=workspace.agent_uid)
    sitting = seat(workspace, workspace.lead_uid)
    dialog = ProtectDialog(sitting.context, rows(workspace, customer))
    sitting.show(dialog)
    dialog.act.click()
    assert dialog.until_row.error.text() == "Choose a day."
    assert dialog.reason_row.error.text() == "A protection needs a reason."
    dialog.days.field.set_day(date(2026, 8, 31))
    dialog.reason.setText("Contract under way")
    with qtbot.waitSignal(dialog.acted):
        dialog.act.click()
    until = rows(workspace, customer)[0].protected_until
    assert until == datetime(2026, 9, 1, tzinfo=JAKARTA).astimezone(UTC)
    again = ProtectDialog(sitting.context, rows(workspace, customer))
    sitting.show(again)
    with qtbot.waitSignal(again.acted):
        again.end.click()
    assert rows(workspace, customer)[0].protected_until is None


def test_a_lead_confirms_a_held_release(office: Office, seat: Sit, qtbot: QtBot) -> None:
    for number in range(21):
        office.customer(f"No {number}", owner=office.agent_uid, since=NOON - 40 * DAY)
    held_run = run.run(office.lead, Cause.STARTUP)
    assert held_run.outcome is RunOutcome.HELD
    held = run.held(office.lead)
    assert held is not None
    sitting = seat(office, office.lead_uid)
    dialog = ReleaseGuardDialog(sitting.context, held)
    sitting.show(dialog)
    assert dialog.title.text() == "21 of 21 bound customers would be released"
    assert dialog.table.cells.rowCount() == 21
    assert dialog.act.text() == "Release these 21"
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert dialog.isHidden()
    again = ReleaseGuardDialog(sitting.context, held)
    sitting.show(again)
    with qtbot.waitSignal(again.released) as released:
        again.act.click()
    assert released.args[0].released == 21
    assert sitting.news


def test_who_is_left_out_of_a_held_release_stays_and_is_protected(
    office: Office, seat: Sit, qtbot: QtBot
) -> None:
    ids = [
        office.customer(f"No {number:02d}", owner=owner, since=NOON - (40 + number) * DAY)
        for number, owner in enumerate([office.agent_uid, office.other_uid] * 11)
    ]
    run.run(office.lead, Cause.STARTUP)
    held = run.held(office.lead)
    assert held is not None
    sitting = seat(office, office.lead_uid)
    dialog = ReleaseGuardDialog(sitting.context, held)
    sitting.show(dialog)
    assert dialog.agents.text() == "Eko Saputra 11 · Andi Firmansyah 11"
    head = dialog.table.horizontalHeader()
    head.sectionClicked.emit(0)
    assert str(dialog.table.cells.index(0, 0).data()) == "No 00"
    dialog.table.selectRow(0)
    dialog.table.setFocus()
    QTest.keyClick(dialog.table, Qt.Key.Key_Space)
    assert dialog.act.text() == "Release 21, keep 1"
    assert dialog.until.isVisible()
    with qtbot.waitSignal(dialog.released) as released:
        dialog.act.click()
    assert released.args[0].released == 21
    stays = rows(office, ids[0])[0]
    assert stays.owner_uid == office.agent_uid
    assert stays.protected_until is not None
    assert stays.protected_until >= office.now + 7 * DAY
    assert run.run(office.lead, Cause.COMMAND).released == 0, "the next run does not free it"


def test_a_row_of_a_held_release_is_opened(workspace: Office, seat: Sit, qtbot: QtBot) -> None:
    one = workspace.customer("Dedi", owner=workspace.agent_uid, since=NOON - 40 * DAY)
    report = run.preview(workspace.lead)
    held = HeldRelease("run", NOON, report.bound, report.candidates)
    sitting = seat(workspace, workspace.lead_uid)
    dialog = ReleaseGuardDialog(sitting.context, held)
    sitting.show(dialog)
    dialog.table.selectRow(0)
    dialog.table.setFocus()
    with qtbot.waitSignal(dialog.customer_wanted) as wanted:
        QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    assert wanted.args == [one]
    assert dialog.isHidden()


def test_an_agent_sees_a_held_release_and_cannot_confirm(workspace: Office, seat: Sit) -> None:
    workspace.customer("Dedi", owner=workspace.agent_uid, since=NOON - 40 * DAY)
    sitting = seat(workspace, workspace.agent_uid)
    assert not sitting.context.session.actor.may(Permission.RELEASE_CONFIRM)
    report = run.preview(workspace.lead)
    held = HeldRelease("run", NOON, report.bound, report.candidates)
    dialog = ReleaseGuardDialog(sitting.context, held)
    sitting.show(dialog)
    assert not dialog.act.isVisible()


def test_a_question_names_what_it_is_about(workspace: Office, seat: Sit, qtbot: QtBot) -> None:
    dialog = ConfirmDialog("Delete?", "It is gone then.", "Delete", names=["A", "B"])
    seat(workspace, workspace.lead_uid).show(dialog)
    assert dialog.list.cells.rowCount() == 2
    with qtbot.waitSignal(dialog.accepted):
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
