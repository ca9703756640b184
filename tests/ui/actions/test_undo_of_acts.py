"""What people do to customers is taken back with Ctrl+Z or by the button of the toast."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPushButton, QWidget

from salesdesk.domain.contact import Contact
from salesdesk.domain.moments import DAY
from salesdesk.domain.ownership import OwnershipSeen
from salesdesk.services import contacts, customers, ownership
from salesdesk.services.lists import customers as lists
from salesdesk.ui.commands import Cmd
from tests.support.factories import Office, draft
from tests.support.invariants import breaches
from tests.support.menus import menu
from tests.support.windows import OpenWindow, Sit

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
SECOND = timedelta(seconds=1)


def owners(office: Office, *ids: str) -> list[str | None]:
    found = {row.id: row.owner_uid for row in lists.rows(office.lead, list(ids))}
    return [found[each] for each in ids]


def contact_of(office: Office, contact_id: str) -> Contact | None:
    return office.store.read(lambda reading: reading.contacts.get(contact_id))


def press(at: OpenWindow, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
    """A shortcut, in the window that a window manager would have made active again."""
    at.window.activateWindow()
    at.bot.waitUntil(at.window.isActiveWindow)
    at.key(key, modifier)


def go_to(at: OpenWindow, name: str) -> None:
    """Make a customer the current one of the list, which has the focus."""
    press(at, Qt.Key.Key_F6, NONE)
    at.go_to(name)


def select_all(at: OpenWindow) -> None:
    press(at, Qt.Key.Key_F6, NONE)
    press(at, Qt.Key.Key_A, CTRL)


def undo(at: OpenWindow) -> None:
    """Ctrl+Z, a moment later."""
    at.office.pass_time(SECOND)
    press(at, Qt.Key.Key_Z, CTRL)


def click(inside: QWidget, button: str, at: OpenWindow) -> None:
    found = inside.findChild(QAbstractButton, button)
    assert found is not None, button
    at.bot.waitUntil(found.isEnabled)
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)
    at.settle()


def hand_over(at: OpenWindow, name: str) -> None:
    """Give whoever is selected to an agent: Ctrl+T, a name, Enter."""
    press(at, Qt.Key.Key_T, CTRL)
    dialog = at.dialog("agents_dialog")
    search = dialog.findChild(QLineEdit, "agents_search")
    assert search is not None
    QTest.keyClicks(search, name)
    click(dialog, "agents_dialog_act", at)


def test_a_hand_over_of_many_is_taken_back_by_one_undo_and_tells_the_result(
    office: Office, sit: Sit
) -> None:
    free = office.customer("Free")
    first, second = (office.customer(one, owner=office.agent_uid) for one in ("First", "Second"))
    at = sit(office, office.lead)
    select_all(at)
    hand_over(at, "Eko")
    assert owners(office, free, first, second) == [office.other_uid] * 3
    assert menu(at, Cmd.UNDO) == "Undo assignment and transfer of 3 customers"
    office.pass_time(SECOND)
    ownership.release(
        office.lead, "d0c3a0f0-0000-4000-8000-000000000001", second,
        OwnershipSeen(office.other_uid, office.now - SECOND),
    )  # fmt: skip
    button = at.window.toast.findChild(QPushButton, "toast_undo")
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    at.settle()
    assert at.told == (
        "Free is in the pool again. First is with Andi Firmansyah again. 1 not undone. "
        "Second: This customer is available by now."
    )
    assert owners(office, free, first, second) == [None, office.agent_uid, None]
    assert menu(at, Cmd.UNDO) == ""
    assert breaches(office.database) == []


def test_a_claim_of_many_is_taken_back(office: Office, sit: Sit) -> None:
    ids = [office.customer(f"Free {number}") for number in range(3)]
    at = sit(office, office.agent)
    select_all(at)
    press(at, Qt.Key.Key_G, CTRL)
    click(at.dialog("claim_dialog"), "claim_dialog_act", at)
    assert owners(office, *ids) == [office.agent_uid] * 3
    assert menu(at, Cmd.UNDO) == "Undo claim of 3 customers"
    undo(at)
    assert at.told == "3 customers are in the pool again."
    assert owners(office, *ids) == [None] * 3


def test_log_and_claim_is_taken_back_whole(office: Office, sit: Sit) -> None:
    ratna = office.customer("Ratna Dewi")
    at = sit(office, office.agent)
    go_to(at, "Ratna Dewi")
    press(at, Qt.Key.Key_L, CTRL)
    for key in (Qt.Key.Key_C, Qt.Key.Key_S):
        at.key(key, ALT)
    click(at.dialog("contact_dialog"), "contact_claim", at)
    assert at.told == "Contact with Ratna Dewi logged, and the customer is yours now."
    assert menu(at, Cmd.UNDO) == "Undo contact with Ratna Dewi and the claim"
    undo(at)
    assert at.told == "Contact deleted; Ratna Dewi is in the pool again."
    (row,) = lists.rows(office.lead, [ratna])
    assert (row.owner_uid, row.last_contact) == (None, None)
    assert menu(at, Cmd.UNDO) == menu(at, Cmd.REDO) == ""


def test_a_deleted_contact_comes_back_and_goes_again(office: Office, sit: Sit) -> None:
    siti = office.customer("Siti", owner=office.agent_uid)
    logged = contacts.log(office.agent, draft(siti, notes="Call back.")).contact
    assert logged is not None
    at = sit(office, office.agent)
    go_to(at, "Siti")
    press(at, Qt.Key.Key_F7, NONE)
    at.key(Qt.Key.Key_Delete)
    asked = at.dialog("delete_contact_dialog")
    assert asked.windowTitle() == "Delete this contact with Siti?"
    click(asked, "delete_contact_dialog_act", at)
    assert contact_of(office, logged.id) is None
    assert menu(at, Cmd.UNDO) == "Undo deletion of the contact with Siti"
    undo(at)
    assert at.told == "The contact with Siti is back."
    assert contact_of(office, logged.id) == logged
    office.pass_time(SECOND)
    press(at, Qt.Key.Key_Z, CTRL | SHIFT)
    assert contact_of(office, logged.id) is None
    undo(at)
    assert contact_of(office, logged.id) == logged
    model = at.window.panel.model
    shown = [str(model.index(row).data()) for row in range(model.rowCount())]
    assert sum("Call back." in line for line in shown) == 1


def test_whoever_deleted_the_contact_is_not_told_of_somebody(office: Office, sit: Sit) -> None:
    siti = office.customer("Siti", owner=office.agent_uid)
    at = sit(office, office.agent)
    go_to(at, "Siti")
    logged = contacts.log(office.agent, draft(siti))
    at.window.controller.acts.tell_logged(logged, "Siti")
    assert logged.contact is not None
    contacts.delete(office.agent, "d0c3a0f0-0000-4000-8000-000000000002", logged.contact.id)
    undo(at)
    assert at.told == "This contact is gone: you deleted it yourself."


def test_a_changed_customer_is_as_before_and_changed_again(office: Office, sit: Sit) -> None:
    siti = office.customer("Siti", owner=office.agent_uid, company="Maju")
    before = customers.get(office.agent, siti)
    at = sit(office, office.agent)
    go_to(at, "Siti")
    press(at, Qt.Key.Key_F2, NONE)
    form = at.dialog("customer_dialog")
    company = form.findChild(QLineEdit, "customer_company")
    assert company is not None
    company.selectAll()
    QTest.keyClicks(company, "Jaya")
    click(form, "customer_save", at)
    assert at.told == "Siti saved."
    assert menu(at, Cmd.UNDO) == "Undo change of Siti"
    undo(at)
    assert at.told == "Siti is as before the change."
    assert customers.get(office.agent, siti).company == before.company
    assert at.text("panel_company") == "Maju"
    office.pass_time(SECOND)
    press(at, Qt.Key.Key_Z, CTRL | SHIFT)
    assert customers.get(office.agent, siti).company == "Jaya"


def test_a_form_saved_without_a_change_offers_no_undo(office: Office, sit: Sit) -> None:
    office.customer("Siti", owner=office.agent_uid)
    at = sit(office, office.agent)
    go_to(at, "Siti")
    press(at, Qt.Key.Key_F2, NONE)
    click(at.dialog("customer_dialog"), "customer_save", at)
    assert at.told == "Siti saved."
    assert menu(at, Cmd.UNDO) == ""


def test_ctrl_z_after_a_plan_takes_the_plan_back_and_no_earlier_act(
    office: Office, sit: Sit
) -> None:
    siti = office.customer("Siti", owner=office.agent_uid)
    at = sit(office, office.agent)
    go_to(at, "Siti")
    logged = contacts.log(office.agent, draft(siti))
    at.window.controller.acts.tell_logged(logged, "Siti")
    press(at, Qt.Key.Key_P, CTRL)
    click(at.dialog("plan_dialog"), "plan_next_step_quick_7", at)
    click(at.dialog("plan_dialog"), "plan_dialog_act", at)
    assert at.told == "Next step of Siti planned."
    assert lists.rows(office.lead, [siti])[0].next_step is not None
    assert menu(at, Cmd.UNDO) == "Undo next step of Siti"
    undo(at)
    assert at.told == "The next step of Siti is as it was before."
    row = lists.rows(office.lead, [siti])[0]
    assert (row.next_step, row.last_contact is not None) == (None, True)
    assert menu(at, Cmd.UNDO) == "Undo contact with Siti"


def test_ctrl_z_after_a_release_takes_back_no_earlier_act(workspace: Office, sit: Sit) -> None:
    siti = workspace.customer("Siti", owner=workspace.agent_uid)
    budi = workspace.customer("Budi", owner=workspace.agent_uid)
    at = sit(workspace, workspace.agent)
    logged = contacts.log(workspace.agent, draft(budi))
    at.window.controller.acts.tell_logged(logged, "Budi")
    go_to(at, "Siti")
    press(at, Qt.Key.Key_R, CTRL | SHIFT)
    click(at.dialog("release_dialog"), "release_dialog_act", at)
    assert at.told == "Siti released."
    undo(at)
    assert at.told == "The release of Siti is taken back, with the clock as it was."
    assert owners(workspace, siti) == [workspace.agent_uid]
    assert lists.rows(workspace.lead, [budi])[0].last_contact is not None
    assert menu(at, Cmd.UNDO) == "Undo contact with Budi"


def test_ctrl_z_after_a_new_customer_takes_back_no_earlier_act(workspace: Office, sit: Sit) -> None:
    siti = workspace.customer("Siti", owner=workspace.agent_uid)
    workspace.customer("Zulkifli")
    at = sit(workspace, workspace.agent)
    logged = contacts.log(workspace.agent, draft(siti))
    at.window.controller.acts.tell_logged(logged, "Siti")
    go_to(at, "Siti")
    at.window.customers.header.search.setText("siti")
    at.bot.waitUntil(lambda: at.names() == ["Siti"])
    at.window.customers.table.setFocus()
    press(at, Qt.Key.Key_N, CTRL)
    form = at.dialog("customer_dialog")
    for field, said in (("customer_name", "Baru"), ("customer_phone", "081299887766")):
        part = form.findChild(QLineEdit, field)
        assert part is not None
        QTest.keyClicks(part, said)
    click(form, "customer_save", at)
    assert at.text("panel_name") == "Baru"
    # Siti alone is in the list, and neither chosen nor ringed beside the panel of another.
    assert at.names() == ["Siti"]
    assert not at.window.customers.table.currentIndex().isValid()
    undo(at)
    assert at.told == "A new customer is not undone."
    assert lists.rows(workspace.lead, [siti])[0].last_contact is not None
    assert menu(at, Cmd.UNDO) == "Undo contact with Siti"


def test_ctrl_z_after_a_contact_was_changed_does_not_delete_it(workspace: Office, sit: Sit) -> None:
    siti = workspace.customer("Siti", owner=workspace.agent_uid)
    at = sit(workspace, workspace.agent)
    go_to(at, "Siti")
    logged = contacts.log(workspace.agent, draft(siti, notes="Wants the menu"))
    contact = logged.contact
    assert contact is not None
    at.session.context.feed.publish(logged.changes)
    at.settle()
    at.window.controller.acts.tell_logged(logged, "Siti")
    at.give(Cmd.GO_PANEL)
    press(at, Qt.Key.Key_Return, NONE)
    form = at.dialog("contact_dialog")
    note = form.findChild(QWidget, "contact_note")
    assert note is not None
    QTest.keyClick(note, Qt.Key.Key_End, CTRL)
    QTest.keyClicks(note, " and a price")
    click(form, "contact_save", at)
    assert at.told == "The contact with Siti is changed."
    undo(at)
    assert at.told == "The change of the contact with Siti is not undone. Edit it again."
    kept = contact_of(workspace, contact.id)
    assert kept is not None
    assert kept.notes == "Wants the menu and a price"
    assert menu(at, Cmd.UNDO) == "Undo contact with Siti"


def test_a_protection_is_taken_back_and_its_end_too(office: Office, sit: Sit) -> None:
    siti = office.customer("Siti", owner=office.agent_uid)
    at = sit(office, office.lead)
    go_to(at, "Siti")

    def until() -> bool:
        return lists.rows(office.lead, [siti])[0].protected_until is not None

    press(at, Qt.Key.Key_P, CTRL | SHIFT)
    dialog = at.dialog("protect_dialog")
    reason = dialog.findChild(QLineEdit, "protect_reason")
    assert reason is not None
    QTest.keyClicks(reason, "Ill")
    click(dialog, "protect_until_quick_28", at)
    click(dialog, "protect_dialog_act", at)
    assert (at.told, until()) == ("Siti protected.", True)
    assert menu(at, Cmd.UNDO) == "Undo protection of Siti"
    undo(at)
    assert (at.told, until()) == ("The protection of Siti is as it was before.", False)
    ownership.protect(
        office.lead, "d0c3a0f0-0000-4000-8000-000000000003", siti, office.now + 9 * DAY, "Away"
    )
    press(at, Qt.Key.Key_F5, NONE)
    press(at, Qt.Key.Key_P, CTRL | SHIFT)
    click(at.dialog("protect_dialog"), "protect_end", at)
    assert (at.told, until()) == ("The protection of Siti ended.", False)
    undo(at)
    assert until()


def test_the_search_field_takes_ctrl_z_only_for_what_was_typed(office: Office, sit: Sit) -> None:
    ratna = office.customer("Ratna Dewi")
    at = sit(office, office.agent)
    go_to(at, "Ratna Dewi")
    press(at, Qt.Key.Key_G, CTRL)
    assert owners(office, ratna) == [office.agent_uid]
    press(at, Qt.Key.Key_F, CTRL)
    field = at.window.focusWidget()
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "Rat")
    undo(at)
    assert field.text() == ""
    assert owners(office, ratna) == [office.agent_uid]
    undo(at)
    assert owners(office, ratna) == [None]
