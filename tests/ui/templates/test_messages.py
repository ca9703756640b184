"""Messages from templates: written, changed, opened in WhatsApp and logged, in a real window."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import unquote

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from salesdesk.domain.contact import Method
from salesdesk.domain.events import new_id
from salesdesk.domain.templates import TemplateDraft, TemplateField
from salesdesk.services import message_templates
from salesdesk.ui.commands import Cmd
from salesdesk.ui.contacts.dialog import ContactDialog
from salesdesk.ui.kit.widgets import ButtonKind
from salesdesk.ui.templates.manage_dialog import TemplateDialog, TemplatesDialog
from salesdesk.ui.templates.popover import WhatsAppPopover
from tests.support.factories import NOON, Office
from tests.support.orders import Orders
from tests.support.rows import put
from tests.support.settings import set_to
from tests.support.windows import OpenWindow, Sit

SITI = "Siti Rahmawati"
BODY = "Selamat pagi {name},\n\nruang {room} untuk {company}, {price}.\n\nSalam, {agent}"
STATUS = "SELECT sales_status FROM customers WHERE id = %s"
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


def writing(at: OpenWindow) -> WhatsAppPopover:
    at.go_to(SITI)
    at.press(at.window, "panel_whatsapp")
    return popover(at)


def popover(at: OpenWindow) -> WhatsAppPopover:
    (found,) = [one for one in at.window.findChildren(WhatsAppPopover) if one.isVisible()]
    return found


def popovers(at: OpenWindow) -> int:
    return sum(one.isVisible() for one in at.window.findChildren(WhatsAppPopover))


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
    assert dialog.missing.text() == "2 are missing"
    at.press(dialog, "whatsapp_open")
    assert at.session.links[-1].endswith("?text=%7Bcompany%7D%2C%20%7Bdate%7D")
    assert at.dialogs() == []
    assert popovers(at) == 0


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
    QTest.keyClick(dialog.message, Qt.Key.Key_Escape)
    assert writing(at).message.text() == "Long thought about. Dear Siti Rahmawati"
    QTest.keyClick(popover(at).message, Qt.Key.Key_Escape)
    at.go_to("Budi")
    at.press(at.window, "panel_whatsapp")
    other = popover(at)
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
    dialog = popover(at)
    assert dialog.manage.isHidden()


def press_at(at: OpenWindow, place: QPoint) -> None:
    """A real press: through the window of the system, as the mouse sends it."""
    handle = at.window.windowHandle()
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    at.settle()


def middle(at: OpenWindow, part: QWidget) -> QPoint:
    return part.mapTo(at.window, part.rect().center())


def test_it_opens_beneath_the_button_and_a_click_elsewhere_closes_it(
    workspace: Office, sit: Sit, customer: str
) -> None:
    template(workspace, "Quotation")
    at = sit(workspace, workspace.lead)
    box = writing(at)
    head = at.window.panel.head
    button = head.whatsapp
    below = button.mapTo(at.window, button.rect().bottomLeft()).y() + 1
    assert box.y() - below == 8 or box.geometry().bottom() == at.window.height() - 17
    assert at.window.width() - box.geometry().right() - 1 >= 16
    assert (head.log.kind, button.look().edge) == (ButtonKind.OUTLINED, "accent")
    press_at(at, middle(at, box.message))
    assert popovers(at) == 1
    press_at(at, QPoint(at.window.width() // 2, 4))
    assert popovers(at) == 0
    assert (head.log.kind, button.look().edge) == (ButtonKind.PRIMARY, "control")
    press_at(at, middle(at, button))
    assert popovers(at) == 1
    # The button that opened it closes it, and does not open it once more.
    press_at(at, middle(at, button))
    assert popovers(at) == 0


def test_what_is_typed_reaches_neither_the_list_nor_the_menus(
    workspace: Office, sit: Sit, customer: str
) -> None:
    for title in ("A first", "B second", "C third"):
        template(workspace, title, f"{title} to {{name}}")
    before = workspace.database.execute(STATUS, customer)
    at = sit(workspace, workspace.lead)
    box = writing(at)
    assert box.message.hasFocus() or at.window.focusWidget() is box.message
    # Alt+1 to Alt+3 move the customer on the board while no message is written.
    for key, said in ((Qt.Key.Key_3, "C third"), (Qt.Key.Key_2, "B second")):
        QTest.keyClick(box.message, key, Qt.KeyboardModifier.AltModifier)
        assert box.message.text() == f"{said} to {SITI}"
    QTest.keyClick(box.message, Qt.Key.Key_7, Qt.KeyboardModifier.AltModifier)
    assert box.message.text() == f"B second to {SITI}"
    QTest.keyClick(box.message, Qt.Key.Key_F, CTRL)
    QTest.keyClicks(box.search, "third")
    assert [one.title for one in box.list.templates.offered] == ["C third"]
    QTest.keyClicks(box.search, " xyz")
    assert box.none.isVisible()
    QTest.keyClick(box.search, Qt.Key.Key_Escape)
    assert (len(box.list.templates.offered), popovers(at)) == (3, 1)
    QTest.keyClick(box.message, Qt.Key.Key_N, CTRL)
    QTest.keyClick(box.list, Qt.Key.Key_L)
    at.settle()
    assert at.dialogs() == []
    assert workspace.database.execute(STATUS, customer) == before


def test_the_text_comes_back_with_its_places_its_fields_and_its_order(
    workspace: Office, sit: Sit, customer: str
) -> None:
    Orders(workspace).add(customer, "pending", "2026-08-01 11:00:00", items=[(10, 100_000)])
    template(workspace, "Quotation", "{name}: {price}, {company}")
    at = sit(workspace, workspace.lead)
    box = writing(at)
    box.fields.order.setCurrentIndex(1)
    box.fields.order.activated.emit(1)
    company = box.fields.lines[TemplateField.COMPANY]
    company.selectAll()
    QTest.keyClicks(company, "CV Baru")
    QTest.keyClicks(box.message, "Dear ")
    before = (box.message.text(), box.message.spans, box.fields.order_id)
    QTest.keyClick(company, Qt.Key.Key_Escape)
    again = writing(at)
    assert (again.message.text(), again.message.spans, again.fields.order_id) == before
    assert before[0].startswith("Dear Siti Rahmawati: Rp")
    assert before[0].endswith("CV Baru")
    name = again.fields.lines[TemplateField.NAME]
    name.selectAll()
    QTest.keyClicks(name, "Siti")
    assert again.message.text().startswith("Dear Siti: Rp")
    origin = again.findChild(QLabel, "whatsapp_company_origin")
    assert origin is not None
    assert origin.text() == "typed by you"


def test_a_text_that_was_left_for_another_template_is_not_lost(
    workspace: Office, sit: Sit, customer: str
) -> None:
    template(workspace, "A first", "Hello {name}")
    template(workspace, "B second", "Dear {name}")
    box = writing(sit(workspace, workspace.lead))
    QTest.keyClicks(box.message, "Typed. ")
    box.list.choose(1)
    name = box.fields.lines[TemplateField.NAME]
    name.selectAll()
    QTest.keyClicks(name, "Siti")
    assert box.message.text() == "Dear Siti"
    box.list.choose(0)
    assert box.message.text() == "Typed. Hello Siti"
    box.again.click()
    assert box.message.text() == "Hello Siti Rahmawati"


def test_where_nothing_opens_the_link_the_text_is_kept(
    workspace: Office, sit: Sit, customer: str
) -> None:
    template(workspace, "Quotation", "Hello")
    at = sit(workspace, workspace.lead)
    at.session.opens_links = False
    box = writing(at)
    QTest.keyClicks(box.message, "Long thought about. ")
    at.press(box, "whatsapp_open")
    assert "Nothing on this computer opens" in at.told
    assert writing(at).message.text() == "Long thought about. Hello"


def test_nothing_is_stored_before_the_form_is_saved(
    workspace: Office, sit: Sit, customer: str
) -> None:
    template(workspace, "Quotation", "Hello")
    at = sit(workspace, workspace.lead)
    count = "SELECT count(*) FROM customer_contacts"
    before = workspace.database.execute(count)
    at.press(writing(at), "whatsapp_open_and_log")
    assert workspace.database.execute(count) == before
    at.key(Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)
    at.press(at.dialog("contact_dialog"), "contact_save")
    assert workspace.database.execute(count) != before


@pytest.mark.parametrize("place", ["today", "pipeline", "pool"])
def test_it_opens_from_every_list_beneath_the_row(workspace: Office, sit: Sit, place: str) -> None:
    owner = None if place == "pool" else workspace.lead_uid
    made = workspace.customer(
        SITI, owner=owner, phone="+6281290347718", since=NOON - timedelta(days=28)
    )
    template(workspace, "Quotation", "Hello {name}")
    at = sit(workspace, workspace.lead)
    at.window.go_to(place)
    at.settle()
    assert at.window.controller.place.go_to_id(made)
    at.settle()
    if not at.window.panel.isHidden():
        at.window.controller.close_panel()
        at.window.controller.place.go_to_id(made)
        at.settle()
    at.give(Cmd.WHATSAPP)
    box = popover(at)
    assert box.message.text() == f"Hello {SITI}"
    assert at.window.rect().contains(box.geometry())


def managing(at: OpenWindow) -> TemplatesDialog:
    at.give(Cmd.TEMPLATES)
    dialog = at.dialog("templates_dialog")
    assert isinstance(dialog, TemplatesDialog)
    return dialog


def listed(dialog: TemplatesDialog) -> list[tuple[str, str]]:
    cells = dialog.list.cells
    return [
        (str(cells.index(row, 0).data()), str(cells.index(row, 1).data()))
        for row in range(cells.rowCount())
    ]


def test_the_order_is_that_of_the_keys_in_each_language(workspace: Office, sit: Sit) -> None:
    for title, language in (("A", "id"), ("B", "en"), ("C", "id")):
        template(workspace, title, "Hello", language)
    at = sit(workspace, workspace.lead)
    dialog = managing(at)
    assert listed(dialog) == [("A", "Alt+1"), ("B", "Alt+1"), ("C", "Alt+2")]
    assert not dialog.up.isEnabled()
    dialog.list.selectRow(2)
    assert not dialog.down.isEnabled()
    at.press(dialog, "templates_up")
    assert listed(dialog) == [("C", "Alt+1"), ("B", "Alt+1"), ("A", "Alt+2")]
    current = dialog.list.current()
    assert current is not None
    assert current.cells[0].text == "C"  # type: ignore[union-attr]
    at.press(dialog, "templates_undo")
    assert listed(dialog) == [("A", "Alt+1"), ("B", "Alt+1"), ("C", "Alt+2")]


def test_a_preview_shows_the_text_filled_in_and_a_change_is_undone(
    workspace: Office, sit: Sit
) -> None:
    template(workspace, "Quotation", "Halo {name}, {price}")
    at = sit(workspace, workspace.lead)
    dialog = managing(at)
    at.press(dialog, "templates_edit")
    form = at.dialog("template_dialog")
    assert isinstance(form, TemplateDialog)
    assert form.preview.text() == "Halo Siti Rahmawati, Rp21.600.000"
    form.body.setFocus()
    form.body.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(form.body, " {date}, {x}")
    assert form.preview.text() == "Halo Siti Rahmawati, Rp21.600.000 Sabtu, 27 Juni 2026, {x}"
    form.language.choose("en")
    assert "Saturday, 27 June 2026" in form.preview.text()
    form.body.setPlainText("Halo")
    at.press(form, "template_save")
    assert [one.body for one in message_templates.listed(workspace.lead)] == ["Halo"]
    at.press(dialog, "templates_undo")
    assert [one.body for one in message_templates.listed(workspace.lead)] == [
        "Halo {name}, {price}"
    ]
    at.press(dialog, "templates_new")
    form = at.dialog("template_dialog")
    assert isinstance(form, TemplateDialog)
    QTest.keyClicks(form.title, "Thanks")
    form.body.setPlainText("Thank you")
    at.press(form, "template_save")
    assert len(message_templates.listed(workspace.lead)) == 2
    at.press(dialog, "templates_undo")
    assert [one.title for one in message_templates.listed(workspace.lead)] == ["Quotation"]


def test_a_message_that_comes_late_does_not_open_over_a_form(
    workspace: Office, sit: Sit, customer: str
) -> None:
    template(workspace, "Quotation", "Hello")
    at = sit(workspace, workspace.lead)
    at.go_to(SITI)
    at.window.panel.head.whatsapp.click()
    at.window.bar.action(Cmd.NEW_CUSTOMER).trigger()
    at.settle()
    assert popovers(at) == 0
    assert at.session.links == []
    assert len(at.dialogs()) == 1
