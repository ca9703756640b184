"""The numbers beside a customer's own, in the form and at the head of the panel."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from salesdesk.domain.customer import CustomerDraft
from salesdesk.domain.events import new_id
from salesdesk.domain.phones import PhoneNumber
from salesdesk.services import customers
from salesdesk.services.lists import customers as lists
from salesdesk.ui.customer.form_dialog import CustomerDialog
from salesdesk.ui.customer.header import PanelHead
from salesdesk.ui.kit.widgets import Label
from tests.support.factories import Office
from tests.support.seats import DialogSeat


def test_they_are_typed_in_the_form_and_called_from_the_panel(
    office: Office, seat: Callable[..., DialogSeat], qtbot: QtBot
) -> None:
    draft = CustomerDraft(new_id(), "Lim", "+65 9123 4567", others="0813-0000-0001")
    customers.create(office.agent, draft, claim=True)
    sits = seat(office, office.agent_uid)
    form = CustomerDialog(sits.context, draft.id)
    sits.show(form)
    qtbot.waitUntil(lambda: form.others.toPlainText() == "+62 813-0000-0001")
    form.others.setPlainText("0813-0000-0001 (ibu <b>)\n021-5550111 ext. 12")
    with qtbot.waitSignal(form.saved):
        qtbot.mouseClick(form.save, Qt.MouseButton.LeftButton)
    found = lists.details(office.agent, draft.id)
    head = PanelHead(office.agent.actor)
    qtbot.addWidget(head)
    head.show_row(found.row, sits.context.office.formats, sits.context.office.region)
    head.show_others(draft.id, found.others)
    shown = {one.objectName(): one.text() for one in head.findChildren(Label)}
    phone, others = shown["panel_phone"], shown["panel_others"]
    assert phone == "+65 9123 4567 · Singapore"
    assert '<a href="tel:+6281300000001">' in others
    assert "ibu &lt;b&gt;" in others
    assert "ext. 12" in others
    # A landline is called, and nobody can chat with it.
    assert others.count("https://wa.me/") == 1
    assert 'href="tel:+62215550111"' in others


def test_those_of_a_linked_customer_say_so(office: Office, qtbot: QtBot) -> None:
    head = PanelHead(office.agent.actor)
    qtbot.addWidget(head)
    head.show_others("one", (), (PhoneNumber("+6281300000001", "0813-0000-0001"),))
    [others] = [one for one in head.findChildren(Label) if one.objectName() == "panel_others"]
    assert '<a href="tel:+6281300000001">' in others.text()
    assert others.text().count("of the customer linked to this one") == 1
