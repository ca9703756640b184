"""Erasing on request at the window: for administrators, after a preview and a typed name."""

from __future__ import annotations

from PySide6.QtCore import Qt

from salesdesk.domain.contact import ContactDraft, Method, Outcome
from salesdesk.domain.events import new_id
from salesdesk.services import contacts
from salesdesk.services.admin import erasure
from salesdesk.ui.commands import Cmd
from salesdesk.ui.customer.erase_dialog import EraseDialog
from tests.support.factories import Office
from tests.support.windows import Sit


def test_nothing_goes_before_the_name_is_typed(office: Office, sit: Sit) -> None:
    one = office.customer("Siti <b>Rahmawati", owner=office.agent_uid)
    said = ContactDraft(new_id(), one, Method.CALL, Outcome.SUCCESSFUL, notes="allergic to peanuts")
    contacts.log(office.agent, said)
    at = sit(office, office.admin)
    at.go_to("Siti <b>Rahmawati")
    at.give(Cmd.ERASE)
    dialog = at.dialog("erase_dialog")
    assert isinstance(dialog, EraseDialog)
    assert not dialog.act.isEnabled()
    assert dialog.list.cells.rowCount() >= 1
    at.bot.keyClicks(dialog.typed, "siti")
    assert not dialog.act.isEnabled()
    dialog.typed.clear()
    at.bot.keyClicks(dialog.typed, "siti <b>rahmawati")
    at.bot.keyClick(dialog.typed, Qt.Key.Key_Return)
    at.settle()
    assert erasure.preview(office.admin, one).is_empty
    at.press(dialog, "erase_copy")
    (receipt,) = at.session.copied
    assert one in receipt
    assert "Siti" not in receipt
    at.press(dialog, "erase_cancel")
    stored = office.database.execute("SELECT details FROM salesdesk_events")
    assert "peanuts" not in str(stored)


def test_only_administrators_are_offered_it(office: Office, sit: Sit) -> None:
    office.customer("Siti", owner=office.agent_uid)
    at = sit(office, office.lead)
    at.go_to("Siti")
    assert not at.window.bar.action(Cmd.ERASE).isEnabled()
