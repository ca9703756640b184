"""Words that the booking application added to an ENUM, in the forms: shown, kept, replaceable."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from salesdesk.ui.contacts.dialog import ContactDialog
from salesdesk.ui.customer.form_dialog import CustomerDialog
from tests.support.factories import Office
from tests.support.seats import DialogSeat

Sit = Callable[..., DialogSeat]


@pytest.fixture
def strange(workspace: Office) -> Office:
    """An office with one customer and one contact in words of others."""
    customer = workspace.customer("Sinta", owner=workspace.lead_uid)
    workspace.contact(customer)
    workspace.database.execute("UPDATE customers SET lead_source = 'TikTok', sales_status = 'vip'")
    workspace.database.execute(
        "UPDATE customer_contacts SET contact_method = 'email', contact_status = 'voicemail'"
    )
    return workspace


def stored(office: Office, what: str, table: str) -> tuple[object, ...]:
    [row] = office.database.execute(f"SELECT {what} FROM {table}")
    return row


def test_a_contact_keeps_them_unless_others_are_chosen(
    strange: Office, seat: Sit, qtbot: QtBot
) -> None:
    [(customer, contact)] = strange.database.execute(
        "SELECT customer_id, id FROM customer_contacts"
    )
    sitting = seat(strange, strange.lead_uid)
    columns = "contact_method, contact_status, notes"
    for step, expected in (
        (lambda _: None, ("email", "voicemail", "Sent a menu.")),
        (lambda form: form.method.button("call").click(), ("call", "voicemail", "Sent a menu.")),
    ):
        dialog = ContactDialog(sitting.context, str(customer), contact_id=str(contact))
        sitting.show(dialog)
        assert not dialog.outcome_foreign.isHidden()
        assert "voicemail" in dialog.outcome_foreign.text()
        step(dialog)
        dialog.note.setFocus()
        QTest.keyClick(dialog.note, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(dialog.note, "Sent a menu.")
        with qtbot.waitSignal(dialog.logged):
            QTest.keyClick(dialog.note, Qt.Key.Key_Return)
        assert stored(strange, columns, "customer_contacts") == expected


def test_a_customer_keeps_them_unless_others_are_chosen(
    strange: Office, seat: Sit, qtbot: QtBot
) -> None:
    [(customer,)] = strange.database.execute("SELECT id FROM customers")
    sitting = seat(strange, strange.lead_uid)
    for choose, expected in ((None, ("TikTok", "vip")), ("Canvas", ("Canvas", "vip"))):
        dialog = CustomerDialog(sitting.context, str(customer))
        sitting.show(dialog)
        assert dialog.source.currentText() == "TikTok"
        if choose is not None:
            dialog.source.setCurrentText(choose)
        dialog.company.setFocus()
        QTest.keyClicks(dialog.company, " Maju")
        with qtbot.waitSignal(dialog.saved):
            QTest.keyClick(dialog.company, Qt.Key.Key_Return)
        assert stored(strange, "lead_source, sales_status", "customers") == expected
