"""The contact dialog when something goes wrong: nothing typed is ever lost."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from salesdesk.domain.contact import ContactDraft, Method, Outcome
from salesdesk.domain.events import new_id
from salesdesk.services import contacts
from salesdesk.services.lists import customers
from salesdesk.ui.contacts.dialog import ContactDialog
from salesdesk.ui.kit.widgets import Button, Scrim
from tests.support import seats_away
from tests.support.factories import Office
from tests.support.seats import DialogSeat

Sit = Callable[..., DialogSeat]


def filled(sitting: DialogSeat, customer: str, note: str = "Wants a quotation.") -> ContactDialog:
    """The dialog with a whole contact in it."""
    dialog = ContactDialog(sitting.context, customer, method=Method.CALL, name="Siti Rahmawati")
    sitting.show(dialog)
    dialog.press_key("S")
    dialog.note.set_text(note)
    return dialog


def button(dialog: ContactDialog, name: str) -> Button:
    """A button by its name."""
    found = dialog.findChild(Button, name)
    assert isinstance(found, Button)
    return found


def count(office: Office) -> int:
    """How many contacts there are."""
    return len(office.database.execute("SELECT id FROM customer_contacts"))


def test_a_customer_deleted_meanwhile_leaves_the_text(office: Office, seat: Sit) -> None:
    customer = office.customer(owner=office.agent_uid)
    sitting = seat(office, office.agent_uid)
    dialog = filled(sitting, customer)
    office.database.execute("DELETE FROM customers WHERE id = %s", customer)
    dialog.save.click()
    sitting.settle()
    assert dialog.isVisible()
    assert "This customer is gone" in dialog.notice.text
    assert dialog.typed().notes == "Wants a quotation."
    assert not dialog.save.isEnabled()
    button(dialog, "contact_copy").click()
    assert sitting.copied == ["Wants a quotation."]


def test_away_the_contact_goes_to_the_outbox_and_says_so(
    workspace: Office, seat: Sit, qtbot: QtBot
) -> None:
    customer = workspace.customer(owner=workspace.agent_uid)
    sitting = seat(workspace, workspace.agent_uid)
    row = customers.rows(workspace.agent, [customer])[0]
    sitting.at(seats_away.away(workspace.agent))
    dialog = ContactDialog(sitting.context, customer, row=row, method=Method.VISIT)
    sitting.show(dialog)
    assert "The server is away" in dialog.notice.text
    dialog.press_key("S")
    dialog.note.set_text("Not at the office.")
    with qtbot.waitSignal(dialog.kept) as kept:
        dialog.save.click()
    assert kept.args == [
        "Server away: the contact with Siti Rahmawati is kept and will be sent once."
    ]
    assert dialog.isHidden()
    waiting = sitting.outbox.files.waiting()
    assert [(each.customer, each.draft.notes) for each in waiting] == [
        ("Siti Rahmawati", "Not at the office.")
    ]
    assert waiting[0].draft.when is not None
    assert sitting.context.connection.away is not None


def test_a_full_disk_leaves_the_text_in_the_form(workspace: Office, seat: Sit) -> None:
    customer = workspace.customer(owner=workspace.agent_uid)
    sitting = seat(workspace, workspace.agent_uid)
    sitting.at(seats_away.away(workspace.agent))
    sitting.outbox.broken = True
    dialog = filled(sitting, customer)
    dialog.save.click()
    sitting.settle()
    assert dialog.isVisible()
    assert "cannot keep the contact" in dialog.notice.text
    assert dialog.typed().notes == "Wants a quotation."
    assert dialog.save.isEnabled()


def test_a_bug_is_reported_and_the_text_stays(workspace: Office, seat: Sit) -> None:
    customer = workspace.customer(owner=workspace.agent_uid)
    sitting = seat(workspace, workspace.agent_uid)
    dialog = filled(sitting, customer)
    dialog._context = sitting.context
    sitting.at(seats_away.broken(workspace.agent))
    dialog._context = sitting.context
    dialog.save.click()
    sitting.settle()
    assert [str(bug) for bug in sitting.bugs] == ["a bug"]
    assert dialog.isVisible()
    assert dialog.save.isEnabled()
    assert dialog.typed().notes == "Wants a quotation."


def test_closed_while_saving_it_comes_back_with_a_refusal(workspace: Office, seat: Sit) -> None:
    """Meanwhile the window is free: the veil is lifted."""
    customer = workspace.customer(owner=workspace.agent_uid)
    sitting = seat(workspace, workspace.agent_uid)
    window = QWidget()
    veil = Scrim(window)
    window.show()
    veil.lay()
    dialog = ContactDialog(sitting.context, customer, method=Method.CALL, parent=window)
    sitting.show(dialog)
    dialog.press_key("S")
    dialog.note.set_text("bell \x07")
    dialog.save.click()
    dialog.reject()
    assert dialog.isHidden()
    assert veil.isHidden()
    sitting.settle()
    assert dialog.isVisible()
    assert veil.isVisible()
    assert "cannot be printed" in dialog.note_row.error.text()
    dialog.reject()
    window.close()


def test_closed_while_saving_it_is_logged_all_the_same(
    workspace: Office, seat: Sit, qtbot: QtBot
) -> None:
    customer = workspace.customer(owner=workspace.agent_uid)
    sitting = seat(workspace, workspace.agent_uid)
    dialog = filled(sitting, customer)
    dialog.save.click()
    dialog.close()
    with qtbot.waitSignal(dialog.logged):
        sitting.settle()
    assert count(workspace) == 1
    assert len(sitting.news) == 1


def test_what_a_crash_interrupted_is_taken_up_again(
    workspace: Office, seat: Sit, qtbot: QtBot
) -> None:
    customer = workspace.customer(owner=workspace.agent_uid)
    sitting = seat(workspace, workspace.agent_uid)
    dialog = filled(sitting, customer, note="Half a sen")
    dialog.press_key("3")
    before = dialog.draft()
    qtbot.waitUntil(lambda: sitting.drafts.load(customer) is not None)
    dialog.reject()
    sitting.settle()
    again = ContactDialog(sitting.context, customer)
    sitting.show(again)
    assert again.typed().notes == "Half a sen"
    assert again.draft() == before
    assert "Taken up again" in again.notice.text
    with qtbot.waitSignal(again.logged):
        again.save.click()
    sitting.settle()
    assert sitting.drafts.load(customer) is None
    assert count(workspace) == 1


def test_a_draft_can_be_thrown_away(workspace: Office, seat: Sit, qtbot: QtBot) -> None:
    customer = workspace.customer(owner=workspace.agent_uid)
    sitting = seat(workspace, workspace.agent_uid)
    dialog = filled(sitting, customer, note="Never mind")
    qtbot.waitUntil(lambda: sitting.drafts.load(customer) is not None)
    dialog.reject()
    sitting.settle()
    again = ContactDialog(sitting.context, customer)
    sitting.show(again)
    button(again, "contact_afresh").click()
    sitting.settle()
    assert again.typed().notes == ""
    assert sitting.drafts.load(customer) is None


def test_choices_alone_are_no_draft(workspace: Office, seat: Sit) -> None:
    customer = workspace.customer(owner=workspace.agent_uid)
    sitting = seat(workspace, workspace.agent_uid)
    dialog = filled(sitting, customer, note="")
    dialog.reject()
    sitting.settle()
    assert sitting.drafts.load(customer) is None


def test_a_contact_that_went_through_already_takes_the_newer_text(
    office: Office, seat: Sit, qtbot: QtBot
) -> None:
    """It was sent from the outbox while its form was open to be mended."""
    customer = office.customer(owner=office.agent_uid)
    draft = ContactDraft(new_id(), customer, Method.CALL, Outcome.SUCCESSFUL, "First words")
    sitting = seat(office, office.agent_uid)
    dialog = ContactDialog(sitting.context, customer, draft=draft)
    sitting.show(dialog)
    contacts.log(office.agent, draft)
    dialog.note.set_text("Better words")
    with qtbot.waitSignal(dialog.logged):
        dialog.save.click()
    assert count(office) == 1
    assert contacts.get(office.agent, draft.id).notes == "Better words"
