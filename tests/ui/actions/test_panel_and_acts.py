"""The customer panel, and what can be done to customers from the window."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from salesdesk.domain.contact import Method, Outcome
from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.queries import CustomerQuery, OwnerFilter, OwnerScope
from salesdesk.services import contacts
from salesdesk.services.lists import customers
from salesdesk.ui.commands import Cmd
from salesdesk.ui.contacts.dialog import ContactDialog
from salesdesk.ui.kit.painting.roles import Role
from salesdesk.ui.kit.widgets import StatusChip, TabBar
from tests.support.factories import NOON, Office, draft
from tests.support.windows import OpenWindow, Sit

SITI, RATNA = "Siti Rahmawati", "Ratna Dewi"


def siti(office: Office) -> str:
    """The hot customer of the lead, called twice by the lead."""
    customer_id = office.customer(
        SITI, owner=office.lead_uid, since=NOON - timedelta(days=49), status=SalesStatus.HOT,
        phone="+6281290347718", company="PT Sinar Jaya", source="Referral",
    )  # fmt: skip
    for days, outcome, notes in (
        (31, Outcome.UNSUCCESSFUL, "Not at the office."),
        (28, Outcome.SUCCESSFUL, "Wants a quotation for 120 guests."),
    ):
        office.contact(
            customer_id, by=office.lead_uid, at=NOON - timedelta(days=days), outcome=outcome,
            method=Method.CALL, notes=notes,
        )  # fmt: skip
    return customer_id


def lines(at: OpenWindow) -> list[str]:
    """What the history shows, each line in one sentence."""
    model = at.window.panel.model
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def owner_of(office: Office, customer_id: str) -> str | None:
    """Who has the customer in the database."""
    return customers.rows(office.lead, [customer_id])[0].owner_uid


def test_the_panel_explains_the_customer(office: Office, sit: Sit) -> None:
    siti(office)
    at = sit(office, office.lead)
    assert at.window.panel.isHidden()
    at.go_to(SITI)
    assert at.text("panel_name") == SITI
    assert at.text("panel_company") == "PT Sinar Jaya"
    assert at.child(StatusChip, "panel_status").text == "Hot"
    assert at.window.panel.head.days.days.text == "2 days"
    assert at.text("panel_leaves") == "leaves on Wed 10 June, 19.00"
    assert at.text("panel_phone") == "+62 812-9034-7718"
    assert at.text("panel_owner") == "you, since 20 April"
    assert at.text("panel_next_step") == "none planned"
    assert at.text("panel_source") == "Referral"
    assert lines(at)[0] == (
        "Call, successful. Mon 11 May, 19.00. Wants a quotation for 120 guests.. Rina Wulandari"
    )
    tabs = at.child(TabBar, "panel_tabs")
    assert tabs.accessibleTabName(1) == "Contacts 2"
    assert tabs.accessibleTabName(2) == "Ownership 1"
    assert tabs.accessibleTabName(3) == "Orders 0"


def test_each_tab_shows_its_own_lines(office: Office, sit: Sit) -> None:
    siti(office)
    at = sit(office, office.lead)
    at.go_to(SITI)
    at.window.panel.tabs.select("contacts")
    at.settle()
    assert len(lines(at)) == 2
    at.window.panel.tabs.select("ownership")
    at.settle()
    assert lines(at) == ["Rina Wulandari. Mon 20 April, 19.00"]
    at.window.panel.tabs.select("orders")
    at.settle()
    assert at.child(QWidget, "panel_empty").isVisible()
    at.window.panel.tabs.select("timeline")
    at.settle()
    assert len(lines(at)) == 3


def test_a_long_timeline_is_read_page_by_page(workspace: Office, sit: Sit) -> None:
    customer_id = siti(workspace)
    for hours in range(120):
        workspace.contact(customer_id, at=NOON - timedelta(days=60, hours=hours))
    at = sit(workspace, workspace.lead)
    at.go_to(SITI)
    model, root = at.window.panel.model, at.window.panel.history.rootIndex()
    assert model.rowCount() < 123
    while model.canFetchMore(root):
        model.fetchMore(root)
        at.settle()
    assert model.rowCount() == 123


def test_an_available_customer_is_claimed_by_the_one_filled_button(
    office: Office, sit: Sit
) -> None:
    customer_id = office.customer(RATNA)
    at = sit(office, office.agent)
    at.go_to(RATNA)
    assert at.text("panel_owner") == "nobody"
    at.press(at.window, "panel_claim")
    assert owner_of(office, customer_id) == office.agent_uid
    assert at.told == "Ratna Dewi is yours now."
    assert at.text("panel_owner").startswith("you, since")
    assert at.child(QPushButton, "panel_claim").isHidden()
    assert at.window.customers.table.current_row() is not None


def test_the_slower_of_two_windows_is_told_who_won(office: Office, sit: Sit) -> None:
    customer_id = office.customer(RATNA)
    first, second = sit(office, office.agent), sit(office, office.other)
    first.go_to(RATNA)
    second.go_to(RATNA)
    first.press(first.window, "panel_claim")
    second.press(second.window, "panel_claim")
    assert owner_of(office, customer_id) == office.agent_uid
    assert second.told == "Andi Firmansyah has this customer since 08 June 2026."
    assert second.text("panel_owner").startswith("Andi Firmansyah")
    assert second.names() == [RATNA]


def test_a_move_can_be_undone(office: Office, sit: Sit) -> None:
    siti(office)
    at = sit(office, office.lead)
    at.go_to(SITI)
    at.give(Cmd.COLD)
    assert at.told == "Siti Rahmawati moved from hot to cold"
    assert at.child(StatusChip, "panel_status").text == "Cold"
    assert lines(at)[0].startswith("Rina Wulandari: hot → cold")
    at.give(Cmd.UNDO)
    assert at.child(StatusChip, "panel_status").text == "Hot"
    assert at.told == "Siti Rahmawati is hot again."


@pytest.mark.parametrize(
    ("phone", "why"),
    [
        ("+62215550111", "+62 21 5550111 is a landline; nobody can chat with it."),
        ("021-5550112", "+62 21 5550112 is a landline; nobody can chat with it."),
        (" ", "No number is stored."),
        ("ask Budi", "ask Budi is no number that can be called."),
    ],
)
def test_whatsapp_is_off_without_a_number_to_chat_with_and_says_why(
    office: Office, sit: Sit, phone: str, why: str
) -> None:
    office.customer("Kantor Maju", phone=phone)
    siti(office)
    at = sit(office, office.lead)
    at.go_to("Kantor Maju")
    button = at.child(QPushButton, "panel_whatsapp")
    assert not button.isEnabled()
    assert button.toolTip() == why == button.accessibleDescription()
    at.go_to(SITI)
    assert button.isEnabled()
    assert button.toolTip().startswith("WhatsApp")
    assert button.accessibleDescription() == ""


def test_the_shortcut_says_why_nobody_can_chat_with_a_landline(office: Office, sit: Sit) -> None:
    office.customer("Kantor Jaya", phone="021-5550112")
    at = sit(office, office.lead)
    at.go_to("Kantor Jaya")
    at.give(Cmd.WHATSAPP)
    assert at.session.links == []
    assert at.told == "+62 21 5550112 is a landline; nobody can chat with it."


def test_whatsapp_opens_the_chat_and_the_form(office: Office, sit: Sit) -> None:
    siti(office)
    at = sit(office, office.lead)
    at.go_to(SITI)
    at.press(at.window, "panel_whatsapp")
    assert at.session.links == ["https://wa.me/6281290347718"]
    form = at.dialog("contact_dialog")
    assert isinstance(form, ContactDialog)
    assert form.typed().method is Method.WHATSAPP
    form.reject()
    at.press(at.window, "panel_call")
    assert at.session.links[1] == "tel:+6281290347718"
    assert at.dialogs() == ["contact_dialog"]


def test_a_logged_contact_appears_at_once(office: Office, sit: Sit) -> None:
    siti(office)
    at = sit(office, office.lead)
    at.go_to(SITI)
    at.give(Cmd.LOG)
    for key in (Qt.Key.Key_C, Qt.Key.Key_S):
        at.key(key, Qt.KeyboardModifier.AltModifier)
    at.press(at.dialog("contact_dialog"), "contact_save")
    assert at.told == "Contact with Siti Rahmawati logged."
    assert len(lines(at)) == 4
    assert at.window.panel.head.days.days.text == "30 days"
    row = at.window.customers.table.current_row()
    assert row is not None
    assert row.last_contact == NOON


def test_own_contacts_can_be_edited_and_deleted_by_keyboard(office: Office, sit: Sit) -> None:
    customer_id = siti(office)
    contacts.log(office.agent, draft(customer_id, notes="Call back."))
    at = sit(office, office.agent)
    at.go_to(SITI)
    at.give(Cmd.GO_PANEL)
    at.key(Qt.Key.Key_Return)
    assert at.dialogs() == ["contact_dialog"]
    at.dialog("contact_dialog").reject()
    at.settle()
    at.key(Qt.Key.Key_Delete)
    at.press(at.dialog("delete_contact_dialog"), "delete_contact_dialog_act")
    assert at.told == f"The contact with {SITI} is deleted."
    assert all("Call back." not in line for line in lines(at))
    at.window.panel.history.setCurrentIndex(at.window.panel.model.index(0))
    at.key(Qt.Key.Key_Delete)
    assert at.dialogs() == []


def test_a_contacts_menu_offers_what_is_allowed(workspace: Office, sit: Sit) -> None:
    siti(workspace)
    at = sit(workspace, workspace.agent)
    at.go_to(SITI)
    history = at.window.panel.history
    at.window.panel._open_menu(history.visualRect(at.window.panel.model.index(0)).center())
    menu = at.child(QMenu, "panel_contact_menu")
    states = {action.text().split("\t")[0]: action.isEnabled() for action in menu.actions()}
    menu.close()
    assert states["Copy"]
    assert not states["Edit contact…"]
    assert not states["Delete contact…"]


def test_many_are_released_each_by_its_own_condition(office: Office, sit: Sit) -> None:
    mine = office.customer("Mine", owner=office.agent_uid)
    office.customer("Of Eko", owner=office.other_uid)
    free = office.customer("In the pool")
    at = sit(office, office.agent)
    at.give(Cmd.SELECT_ALL)
    release = at.child(QPushButton, "customers_bulk_release")
    assert release.text() == "Release 1…"
    assert at.child(QPushButton, "customers_bulk_claim").text() == "Claim 1"
    assert at.child(QPushButton, "customers_bulk_plan").text() == "Plan 3"
    at.press(at.window, "customers_bulk_release")
    at.press(at.dialog("release_dialog"), "release_dialog_act")
    assert at.told == "Mine released."
    assert owner_of(office, mine) is None
    assert owner_of(office, free) is None


def test_a_lead_hands_over_many_and_reads_who_was_refused(office: Office, sit: Sit) -> None:
    first = office.customer("First", owner=office.agent_uid)
    second = office.customer("Second", owner=office.agent_uid)
    at = sit(office, office.lead)
    at.give(Cmd.SELECT_ALL)
    assert at.child(QPushButton, "customers_bulk_assign").text() == "Transfer 2…"
    elsewhere = sit(office, office.agent)
    elsewhere.go_to("First")
    elsewhere.give(Cmd.RELEASE)
    elsewhere.press(elsewhere.dialog("release_dialog"), "release_dialog_act")
    at.press(at.window, "customers_bulk_assign")
    dialog = at.dialog("agents_dialog")
    at.bot.keyClicks(dialog.findChild(QWidget, "agents_search"), "Eko")
    act = dialog.findChild(QPushButton, "agents_dialog_act")
    assert act is not None
    at.bot.waitUntil(act.isEnabled)
    at.press(dialog, "agents_dialog_act")
    assert at.told == "Second handed over to Eko Saputra. 1 refused: First"
    assert owner_of(office, first) is None
    assert owner_of(office, second) == office.other_uid


def test_many_of_the_pool_are_claimed_one_after_another(office: Office, sit: Sit) -> None:
    ids = [office.customer(f"Free {number}") for number in range(3)]
    at = sit(office, office.agent)
    at.give(Cmd.SELECT_ALL)
    at.press(at.window, "customers_bulk_claim")
    at.press(at.dialog("claim_dialog"), "claim_dialog_act")
    assert at.told == "3 customers claimed."
    assert {owner_of(office, each) for each in ids} == {office.agent_uid}


def test_a_menu_offers_what_applies(workspace: Office, sit: Sit) -> None:
    workspace.customer(RATNA)
    at = sit(workspace, workspace.agent)
    at.go_to(RATNA)
    table = at.window.customers.table
    table.customContextMenuRequested.emit(QPoint(20, 10))
    menu = at.child(QMenu, "customers_menu")
    words = [action.text() for action in menu.actions() if not action.isSeparator()]
    menu.close()
    assert words[:5] == ["Log contact", "WhatsApp", "Call", "Plan", "Claim"]
    assert "Release…" not in words
    assert "Assign…" not in words


def test_a_customer_who_was_deleted_leaves_list_and_panel(office: Office, sit: Sit) -> None:
    siti(office)
    at = sit(office, office.lead)
    at.go_to(SITI)
    delete_everybody(office)
    at.give(Cmd.REFRESH)
    at.settle()
    assert at.names() == []
    assert at.window.panel.customer_id == ""
    assert not at.window.controller.chosen.rows


def test_who_was_opened_beside_the_list_and_is_deleted_closes_the_panel(
    office: Office, sit: Sit
) -> None:
    opened = siti(office)
    office.customer(RATNA)
    at = sit(office, office.lead)
    at.window.customers.ask(CustomerQuery(owner=OwnerFilter(OwnerScope.AVAILABLE)))
    at.settle()
    at.window.controller.open_customer(opened)
    at.settle()
    assert at.text("panel_name") == SITI
    delete_everybody(office)
    at.give(Cmd.REFRESH)
    at.settle()
    assert at.window.panel.isHidden()
    assert "is gone" in at.told


def delete_everybody(office: Office) -> None:
    """As another application does."""
    for table in ("customer_contacts", "customer_binding_history", "customers"):
        office.database.execute(f"DELETE FROM {table}")


def test_the_pools_phones_can_be_withheld(workspace: Office, sit: Sit) -> None:
    workspace.customer(RATNA)
    workspace.database.execute(
        "DELETE FROM role_permissions WHERE permission_id IN "
        "(SELECT id FROM permissions WHERE action = 'view_phone_in_pool')"
    )
    at = sit(workspace, workspace.agent)
    at.go_to(RATNA)
    assert at.text("panel_phone") == "hidden until it is claimed"
    assert not at.child(QPushButton, "panel_call").isEnabled()
    model = at.window.customers.model
    assert model.index(0, 2).data() == "hidden"
    assert model.index(0, 2).data(Role.ID) is not None


def test_enter_takes_the_only_agent_whose_name_matches(workspace: Office, sit: Sit) -> None:
    budi = workspace.customer("Budi", owner=workspace.agent_uid)
    at = sit(workspace, workspace.lead)
    at.go_to("Budi")
    at.give(Cmd.ASSIGN)
    dialog = at.dialog("agents_dialog")
    search = dialog.findChild(QWidget, "agents_search")
    assert search is not None
    at.key(Qt.Key.Key_Return)
    assert at.dialogs() == ["agents_dialog"], "nothing was typed: Enter only goes to the list"
    search.setFocus()
    at.bot.keyClicks(search, "eko")
    at.key(Qt.Key.Key_Return)
    assert at.dialogs() == []
    assert customers.rows(workspace.lead, [budi])[0].owner_uid == workspace.other_uid
