"""Messages from templates: written, changed, opened in WhatsApp and logged, in a real window."""

from __future__ import annotations

from urllib.parse import unquote

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from salesdesk.domain.contact import Method
from salesdesk.domain.events import new_id
from salesdesk.domain.templates import TemplateDraft
from salesdesk.services import message_templates
from salesdesk.ui.commands import Cmd
from salesdesk.ui.contacts.dialog import ContactDialog
from salesdesk.ui.templates.manage_dialog import TemplateDialog, TemplatesDialog
from salesdesk.ui.templates.whatsapp_dialog import WhatsAppDialog
from tests.support.factories import Office
from tests.support.orders import Orders
from tests.support.rows import put
from tests.support.settings import set_to
from tests.support.windows import OpenWindow, Sit

SITI = "Siti Rahmawati"
BODY = "Selamat pagi {name},\n\nruang {room} untuk {company}, {price}.\n\nSalam, {agent}"
CTRL = Qt.KeyboardModifier.ControlModifier


def template(office: Office, title: str, body: str = BODY, language: str = "id") -> None:
    message_templates.save(
        office.lead, new_id(), TemplateDraft(new_id(), title, language, body), None
    )


@pytest.fixture
def customer(workspace: Office) -> str:
    made = workspace.customer(
        SITI, owner=workspace.lead_uid, phone="+6281290347718", company="PT Sinar Jaya"
    )
    put(workspace.database, "meeting_room", [{"id": "aula-a", "room_name": "Aula A",
        "restaurant_id": "restaurant", "capacity": 200, "price_per_hour": 0}])  # fmt: skip
    order = Orders(workspace).add(made, "confirmed", "2026-06-27 11:00:00", items=[(120, 180_000)])
    workspace.database.execute("UPDATE orders SET meeting_room_id = 'aula-a' WHERE id = %s", order)
    return made


def writing(at: OpenWindow) -> WhatsAppDialog:
    at.go_to(SITI)
    at.press(at.window, "panel_whatsapp")
    dialog = at.dialog("whatsapp_dialog")
    assert isinstance(dialog, WhatsAppDialog)
    return dialog


def test_a_message_is_filled_in_and_becomes_the_note(
    workspace: Office, sit: Sit, customer: str
) -> None:
    template(workspace, "Quotation")
    at = sit(workspace, workspace.lead)
    dialog = writing(at)
    assert dialog.message.text() == (
        "Selamat pagi Siti Rahmawati,\n\nruang Aula A untuk PT Sinar Jaya, Rp\xa021.600.000."
        "\n\nSalam, Rina Wulandari"
    ).replace("Rp\xa0", "Rp")
    QTest.keyClick(dialog.message, Qt.Key.Key_Return, CTRL)
    at.settle()
    assert unquote(at.session.links[-1].partition("?text=")[2]) == dialog_text(at)
    form = at.dialog("contact_dialog")
    assert isinstance(form, ContactDialog)
    assert form.typed().method is Method.WHATSAPP
    assert form.typed().notes.startswith("Selamat pagi Siti Rahmawati,")


def dialog_text(at: OpenWindow) -> str:
    form = at.dialog("contact_dialog")
    assert isinstance(form, ContactDialog)
    return form.typed().notes


def test_a_field_follows_what_is_typed_until_somebody_types_into_the_text(
    workspace: Office, sit: Sit, customer: str
) -> None:
    template(workspace, "Quotation", "{name}: {price}, {price}")
    dialog = writing(sit(workspace, workspace.lead))
    price = dialog.findChild(QLineEdit, "whatsapp_price")
    assert price is not None
    price.selectAll()
    QTest.keyClicks(price, "20 juta")
    assert dialog.message.text() == "Siti Rahmawati: 20 juta, 20 juta"
    # The cursor behind the last price, then into its middle.
    dialog.message.setFocus()
    QTest.keyClick(dialog.message, Qt.Key.Key_End, CTRL)
    QTest.keyClicks(dialog.message, " net")
    for _ in range(6):
        QTest.keyClick(dialog.message, Qt.Key.Key_Left)
    QTest.keyClicks(dialog.message, "x")
    price.selectAll()
    QTest.keyClicks(price, "19")
    assert dialog.message.text() == "Siti Rahmawati: 19, 20 juxta net"


def test_amounts_are_in_the_shared_currency(workspace: Office, sit: Sit, customer: str) -> None:
    set_to(workspace.admin, "salesdesk.currency", "USD")
    template(workspace, "Quotation", "{price}")
    dialog = writing(sit(workspace, workspace.lead))
    assert dialog.message.text().replace("\xa0", "") == "USD21.600.000"


def test_what_nothing_fills_in_is_named_and_can_still_be_sent(workspace: Office, sit: Sit) -> None:
    workspace.customer(SITI, owner=workspace.lead_uid, phone="+6281290347718")
    template(workspace, "Quotation", "{company}, {date}")
    at = sit(workspace, workspace.lead)
    dialog = writing(at)
    assert dialog.message.text() == "{company}, {date}"
    assert dialog.missing.text() == "Missing: Company, Date"
    at.press(dialog, "whatsapp_open")
    assert at.session.links[-1].endswith("?text=%7Bcompany%7D%2C%20%7Bdate%7D")
    assert at.dialogs() == []


def test_what_was_typed_stays_for_the_same_customer_alone(
    workspace: Office, sit: Sit, customer: str
) -> None:
    workspace.customer("Budi", owner=workspace.lead_uid, phone="+6281290347719")
    template(workspace, "A first", "Hello")
    template(workspace, "The second", "Dear {name}")
    at = sit(workspace, workspace.lead)
    dialog = writing(at)
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    assert dialog.message.text() == "Dear Siti Rahmawati"
    dialog.message.setFocus()
    QTest.keyClicks(dialog.message, "Long thought about. ")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert writing(at).message.text() == "Long thought about. Dear Siti Rahmawati"
    QTest.keyClick(at.dialog("whatsapp_dialog"), Qt.Key.Key_Escape)
    at.go_to("Budi")
    at.press(at.window, "panel_whatsapp")
    other = at.dialog("whatsapp_dialog")
    assert isinstance(other, WhatsAppDialog)
    assert other.message.text() == "Hello"


def test_languages_are_chosen_and_dates_and_money_follow(
    workspace: Office, sit: Sit, customer: str
) -> None:
    template(workspace, "Quotation", "{date}, {price}")
    template(workspace, "Quotation", "{date}, {price}", "en")
    dialog = writing(sit(workspace, workspace.lead))
    assert dialog.message.text().startswith("Saturday, 27 June 2026, ")
    dialog.language.choose("id")
    assert dialog.message.text() == "Sabtu, 27 Juni 2026, Rp21.600.000"


def test_a_lead_makes_changes_and_removes_templates(workspace: Office, sit: Sit) -> None:
    at = sit(workspace, workspace.lead)
    at.give(Cmd.TEMPLATES)
    dialog = at.dialog("templates_dialog")
    assert isinstance(dialog, TemplatesDialog)
    at.press(dialog, "templates_new")
    form = at.dialog("template_dialog")
    assert isinstance(form, TemplateDialog)
    QTest.keyClicks(form.title, "Thanks")
    form.body.setFocus()
    QTest.keyClicks(form.body, "Thank you, {nmae}")
    at.press(form, "template_save")
    assert "“{nmae}” is no field." in form.body_row.error.text()
    for _ in range(6):
        QTest.keyClick(form.body, Qt.Key.Key_Backspace)
    at.press(form, "template_field_name")
    at.press(form, "template_save")
    (made,) = message_templates.listed(workspace.lead)
    assert (made.title, made.language, made.body) == ("Thanks", "id", "Thank you, {name}")
    assert dialog.list.cells.rowCount() == 1
    at.press(dialog, "templates_remove")
    assert message_templates.listed(workspace.lead) == ()
    at.press(dialog, "templates_undo")
    assert [one.title for one in message_templates.listed(workspace.lead)] == ["Thanks"]


def test_who_may_not_edit_templates_is_offered_none(
    workspace: Office, sit: Sit, customer: str
) -> None:
    template(workspace, "Quotation")
    workspace.customer("Mine", owner=workspace.agent_uid, phone="+6281290347720")
    at = sit(workspace, workspace.agent)
    assert not at.window.bar.action(Cmd.TEMPLATES).isEnabled()
    at.go_to("Mine")
    at.press(at.window, "panel_whatsapp")
    dialog = at.dialog("whatsapp_dialog")
    assert isinstance(dialog, WhatsAppDialog)
    assert dialog.manage.isHidden()
