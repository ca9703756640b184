"""The customer dialog: faults by field, numbers that are known, and two who edit at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from salesdesk.domain.customer import CustomerDraft, SalesStatus
from salesdesk.domain.events import new_id
from salesdesk.services import customers
from salesdesk.services.lists import customers as lists
from salesdesk.ui.customer.drafts import KEY
from salesdesk.ui.customer.form_dialog import CustomerDialog
from tests.support import seats_away
from tests.support.factories import Office
from tests.support.seats import DialogSeat

Sit = Callable[..., DialogSeat]


def opened(sitting: DialogSeat, customer_id: str | None = None) -> CustomerDialog:
    """The dialog, shown, with what it reads."""
    dialog = CustomerDialog(sitting.context, customer_id)
    sitting.show(dialog)
    return dialog


def edited(office: Office, customer_id: str, **changes: object) -> None:
    """Somebody else changes a customer."""
    session = office.other
    seen = customers.get(session, customer_id)
    draft = CustomerDraft(
        seen.id, seen.name, seen.phone, seen.company or "", seen.address, seen.lead_source,
        seen.sales_status,
    )  # fmt: skip
    customers.edit(session, new_id(), replace(draft, **changes), seen)  # type: ignore[arg-type]


def test_a_new_customer_from_the_keyboard(office: Office, seat: Sit, qtbot: QtBot) -> None:
    sitting = seat(office, office.agent_uid)
    dialog = opened(sitting)
    QTest.keyClicks(dialog.focusWidget(), "Budi Santoso")
    QTest.keyClick(dialog.name, Qt.Key.Key_Tab)
    QTest.keyClicks(dialog.focusWidget(), "0857-1120-4456")
    with qtbot.waitSignal(dialog.saved) as saved:
        QTest.keyClick(dialog.phone, Qt.Key.Key_Return)
    made = customers.get(office.agent, saved.args[0])
    assert (made.name, made.phone) == ("Budi Santoso", "+6285711204456")
    assert made.bound_to_uid == office.agent_uid
    assert sitting.news[0].customer_ids == {made.id}


def test_a_new_customer_may_stay_in_the_pool(workspace: Office, seat: Sit, qtbot: QtBot) -> None:
    dialog = opened(seat(workspace, workspace.agent_uid))
    dialog.name.setText("Budi Santoso")
    dialog.phone.setText("+62 857 1120 4456")
    dialog.status.choose("warm")
    dialog.mine.setChecked(False)
    with qtbot.waitSignal(dialog.saved) as saved:
        dialog.save.click()
    made = customers.get(workspace.agent, saved.args[0])
    assert made.bound_to_uid is None
    assert made.sales_status is SalesStatus.WARM


@pytest.mark.parametrize(
    ("name", "phone", "field", "said"),
    [
        ("", "0857-1120-4456", "name", "The name is missing."),
        ("Budi", "", "phone", "The phone number is missing."),
        ("x" * 300, "0857-1120-4456", "name", "300 characters, at most 255"),
        ("Budi", "call me", "phone", "not a phone number"),
    ],
)
def test_faults_stand_under_their_fields(
    workspace: Office, seat: Sit, name: str, phone: str, field: str, said: str
) -> None:
    sitting = seat(workspace, workspace.agent_uid)
    dialog = opened(sitting)
    dialog.name.setText(name)
    dialog.phone.setText(phone)
    dialog.save.click()
    sitting.settle()
    assert dialog.isVisible()
    assert said in dialog.rows[field].error.text()
    assert dialog.rows[field].field.property("fault") == "true"
    assert dialog.focusWidget() is dialog.rows[field].field
    assert (dialog.name.text(), dialog.phone.text()) == (name, phone)
    assert dialog.save.isEnabled()


def test_a_known_number_names_who_has_it_while_it_is_typed(
    office: Office, seat: Sit, qtbot: QtBot
) -> None:
    known = office.customer("Dedi Kurniawan", owner=office.other_uid, phone="0812-3456-7890")
    dialog = opened(seat(office, office.agent_uid))
    QTest.keyClicks(dialog.phone, "+62 812 3456 7890")
    qtbot.waitUntil(dialog.taken.isVisible)
    assert dialog.taken.text == (
        "Already known. This number already belongs to Dedi Kurniawan, who is bound to Eko Saputra."
    )
    assert not dialog.taken.claim_button.isVisible()
    with qtbot.waitSignal(dialog.open_requested) as asked:
        dialog.taken.open_button.click()
    assert asked.args == [known]
    assert dialog.isHidden()


def test_a_known_customer_of_the_pool_is_claimed_instead(
    workspace: Office, seat: Sit, qtbot: QtBot
) -> None:
    known = workspace.customer("Dedi Kurniawan", phone="+6281234567890")
    sitting = seat(workspace, workspace.agent_uid)
    dialog = opened(sitting)
    dialog.name.setText("Dedi")
    dialog.phone.setText("081234567890")
    dialog.save.click()
    sitting.settle()
    assert "Dedi Kurniawan" in dialog.taken.text
    with qtbot.waitSignal(dialog.open_requested) as asked:
        dialog.taken.claim_button.click()
    assert asked.args == [known]
    assert lists.rows(workspace.agent, [known])[0].owner_uid == workspace.agent_uid


def test_two_who_edit_other_fields_do_not_meet(workspace: Office, seat: Sit, qtbot: QtBot) -> None:
    customer = workspace.customer(company="PT Sinar Jaya")
    dialog = opened(seat(workspace, workspace.agent_uid), customer)
    edited(workspace, customer, address="Jl. Thamrin 9")
    dialog.company.setText("PT Baru")
    with qtbot.waitSignal(dialog.saved):
        dialog.save.click()
    now = customers.get(workspace.agent, customer)
    assert (now.company, now.address) == ("PT Baru", "Jl. Thamrin 9")


@pytest.mark.parametrize(("theirs", "company"), [(False, "PT Mine"), (True, "PT Theirs")])
def test_a_field_changed_by_both_is_the_persons_choice(
    office: Office, seat: Sit, qtbot: QtBot, theirs: bool, company: str
) -> None:
    customer = office.customer(company="PT Sinar Jaya")
    sitting = seat(office, office.agent_uid)
    dialog = opened(sitting, customer)
    edited(office, customer, company="PT Theirs", address="Jl. Thamrin 9")
    dialog.company.setText("PT Mine")
    dialog.name.setText("Siti R.")
    dialog.save.click()
    sitting.settle()
    odds = dialog.odds["company"]
    assert "PT Theirs" in odds.text
    assert dialog.company.text() == "PT Mine"
    dialog.save.click()
    sitting.settle()
    assert odds.open
    (odds.theirs_button if theirs else odds.mine_button).click()
    assert dialog.company.text() == company
    with qtbot.waitSignal(dialog.saved):
        dialog.save.click()
    now = customers.get(office.agent, customer)
    assert (now.company, now.name, now.address) == (company, "Siti R.", "Jl. Thamrin 9")


def test_an_edited_customer_deleted_meanwhile_leaves_the_text(workspace: Office, seat: Sit) -> None:
    customer = workspace.customer()
    sitting = seat(workspace, workspace.agent_uid)
    dialog = opened(sitting, customer)
    dialog.company.setText("PT Baru")
    workspace.database.execute("DELETE FROM customers WHERE id = %s", customer)
    dialog.save.click()
    sitting.settle()
    assert "This customer is gone" in dialog.notice.text
    assert dialog.company.text() == "PT Baru"
    assert not dialog.save.isEnabled()


def test_away_nothing_is_saved_and_the_text_stays(workspace: Office, seat: Sit) -> None:
    sitting = seat(workspace, workspace.agent_uid)
    sitting.at(seats_away.away(workspace.agent))
    dialog = opened(sitting)
    dialog.name.setText("Budi")
    dialog.phone.setText("0857-1120-4456")
    dialog.save.click()
    sitting.settle()
    assert "nothing was saved" in dialog.notice.text
    assert dialog.name.text() == "Budi"
    assert dialog.save.isEnabled()


def test_what_was_typed_of_a_new_customer_survives_esc(
    workspace: Office, seat: Sit, qtbot: QtBot
) -> None:
    """Taken up by the next form, and gone once it is saved or begun afresh."""
    sitting = seat(workspace, workspace.agent_uid)
    first = opened(sitting)
    QTest.keyClicks(first.focusWidget(), "Budi Santoso")
    first.phone.setText("+62 857 1120 4456")
    first.status.choose("hot")
    QTest.keyClick(first.focusWidget(), Qt.Key.Key_Escape)
    qtbot.waitUntil(sitting.tasks.is_idle)
    again = opened(sitting)
    qtbot.waitUntil(lambda: again.name.text() == "Budi Santoso")
    assert "Taken up again" in again.notice.text
    with qtbot.waitSignal(again.saved) as saved:
        again.save.click()
    made = customers.get(workspace.agent, saved.args[0])
    assert (made.name, made.phone) == ("Budi Santoso", "+6285711204456")
    assert made.sales_status is SalesStatus.HOT
    qtbot.waitUntil(sitting.tasks.is_idle)
    third = opened(sitting)
    qtbot.waitUntil(sitting.tasks.is_idle)
    assert third.name.text() == ""
    third.name.setText("Citra")
    third.reject()
    qtbot.waitUntil(sitting.tasks.is_idle)
    last = opened(sitting)
    qtbot.waitUntil(lambda: last.name.text() == "Citra")
    afresh = last.findChild(QPushButton, "customer_afresh")
    assert afresh is not None
    afresh.click()
    assert (last.name.text(), last.phone.text()) == ("", "")
    last.reject()
    qtbot.waitUntil(sitting.tasks.is_idle)
    assert sitting.drafts.load(KEY) is None
