"""The contact dialog, from the keyboard to the rows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from salesdesk.domain.contact import Method
from salesdesk.domain.customer import SalesStatus
from salesdesk.services import contacts
from salesdesk.ui.dialogs.contact import ContactDialog
from tests.factories import NOON, Office
from tests.ui.dialogs.seats import JAKARTA, Seat

Sit = Callable[..., Seat]


def stored(office: Office) -> list[tuple[object, ...]]:
    """All contacts: method, outcome, notes."""
    return office.database.execute(
        "SELECT contact_method, contact_status, notes FROM customer_contacts ORDER BY contact_date"
    )


def test_a_contact_is_logged_with_seven_keys_and_a_note(
    office: Office, seat: Sit, qtbot: QtBot
) -> None:
    """C, S, the note, Alt+7, Enter: no mouse, no Tab."""
    customer = office.customer(owner=office.agent_uid, since=NOON - timedelta(days=20))
    sitting = seat(office, office.agent_uid)
    dialog = ContactDialog(sitting.context, customer)
    sitting.show(dialog)
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_C)
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_S)
    assert dialog.focusWidget() is dialog.note
    QTest.keyClicks(dialog.note, "wants a visit, says Eko")
    QTest.keyClick(dialog.note, Qt.Key.Key_7, Qt.KeyboardModifier.AltModifier)
    assert dialog.typed().next_day == date(2026, 6, 15)
    with qtbot.waitSignal(dialog.logged):
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert dialog.isHidden()
    rows = stored(office)
    assert [row[:3] for row in rows] == [("call", "successful", "wants a visit, says Eko")]
    logged = contacts.prospect(office.agent, customer)
    assert logged.standing_follow_up == datetime(2026, 6, 15, 12, tzinfo=JAKARTA).astimezone(UTC)
    assert sitting.news[0].customer_ids == {customer}
    assert not sitting.bugs


def test_the_header_says_whose_customer_it_is(workspace: Office, seat: Sit) -> None:
    since = NOON - timedelta(days=49)
    mine = workspace.customer(
        owner=workspace.agent_uid, since=since, company="PT Sinar Jaya", status=SalesStatus.HOT
    )
    workspace.contact(mine, at=NOON - timedelta(days=28), method=Method.CALL)
    sitting = seat(workspace, workspace.agent_uid)
    dialog = ContactDialog(sitting.context, mine)
    sitting.show(dialog)
    assert dialog.title.text() == "Siti Rahmawati"
    assert dialog.company.text() == "PT Sinar Jaya"
    assert dialog.chip.text == "Hot"
    assert dialog.days.days.text == "2 days"
    assert dialog.whose.text() == "Yours since 20 April · last call 11 May, successful"
    dialog.reject()
    beside = seat(workspace, workspace.other_uid)
    theirs = ContactDialog(beside.context, mine)
    beside.show(theirs)
    assert theirs.whose.text().startswith("With Andi Firmansyah since 20 April")
