"""The contact dialog, from the keyboard to the rows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from salesdesk.domain.contact import Method, Outcome
from salesdesk.domain.customer import SalesStatus
from salesdesk.services import contacts, ownership
from salesdesk.services.lists import customers
from salesdesk.ui.contacts.dialog import ContactDialog
from salesdesk.ui.contacts.form import Typed
from tests.support.factories import NOON, Office
from tests.support.seats import JAKARTA, DialogSeat

Sit = Callable[..., DialogSeat]
ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
ENTER = Qt.Key.Key_Return
DAY = timedelta(days=1)


def stored(office: Office) -> list[tuple[object, ...]]:
    """All contacts: method, outcome, notes."""
    return office.database.execute(
        "SELECT contact_method, contact_status, notes FROM customer_contacts ORDER BY contact_date"
    )


def press(dialog: ContactDialog, key: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
    """Press a key where the focus is."""
    focus = dialog.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, held or Qt.KeyboardModifier.NoModifier)


def opened(sitting: DialogSeat, customer: str, **more: object) -> ContactDialog:
    """The dialog, shown, with what it reads."""
    dialog = ContactDialog(sitting.context, customer, **more)  # type: ignore[arg-type]
    sitting.show(dialog)
    return dialog


def test_a_contact_is_logged_by_four_keys_and_a_note(
    office: Office, seat: Sit, qtbot: QtBot
) -> None:
    """Alt+C, Alt+S, the note, Alt+7, Enter: no mouse, no Tab."""
    customer = office.customer(owner=office.agent_uid, since=NOON - 20 * DAY)
    sitting = seat(office, office.agent_uid)
    dialog = opened(sitting, customer)
    press(dialog, Qt.Key.Key_C, ALT)
    press(dialog, Qt.Key.Key_S, ALT)
    assert dialog.focusWidget() is dialog.note
    QTest.keyClicks(dialog.note, "wants a visit, says Eko")
    press(dialog, Qt.Key.Key_7, ALT)
    assert dialog.typed().next_day == date(2026, 6, 15)
    with qtbot.waitSignal(dialog.logged):
        press(dialog, ENTER)
    assert dialog.isHidden()
    assert stored(office) == [("call", "successful", "wants a visit, says Eko")]
    logged = contacts.prospect(office.agent, customer)
    assert logged.standing_follow_up == datetime(2026, 6, 15, 12, tzinfo=JAKARTA).astimezone(UTC)
    assert sitting.news[0].customer_ids == {customer}
    assert not sitting.bugs


def test_the_header_says_whose_customer_it_is(workspace: Office, seat: Sit) -> None:
    since = NOON - 49 * DAY
    mine = workspace.customer(
        owner=workspace.agent_uid, since=since, company="PT Sinar Jaya", status=SalesStatus.HOT
    )
    workspace.contact(mine, at=NOON - 28 * DAY, method=Method.CALL)
    dialog = opened(seat(workspace, workspace.agent_uid), mine)
    assert dialog.title.text() == "Siti Rahmawati"
    assert dialog.company.text() == "PT Sinar Jaya"
    assert dialog.chip.text == "Hot"
    assert dialog.days.days.text == "2 days"
    assert dialog.whose.text() == "Yours since 20 April · last call 11 May, successful"
    theirs = opened(seat(workspace, workspace.other_uid), mine)
    assert theirs.whose.text().startswith("With Andi Firmansyah since 20 April")
    free = workspace.customer("Fajar Nugroho")
    pool = opened(seat(workspace, workspace.other_uid), free)
    assert pool.whose.text() == "In the pool, nobody's customer · never contacted"


@pytest.mark.parametrize("note", ["Customer asks for hall 3", "No answer", "3 guests"])
def test_whoever_types_first_writes_the_note(workspace: Office, seat: Sit, note: str) -> None:
    """Each key goes to the focus, as on a keyboard; nothing but the note is filled."""
    customer = workspace.customer(owner=workspace.agent_uid)
    dialog = opened(seat(workspace, workspace.agent_uid), customer)
    for each in note:
        QTest.keyClicks(dialog.focusWidget(), each)
    typed = dialog.typed()
    assert (typed.notes, typed.method, typed.outcome, typed.next_day) == (note, None, None, None)


def test_letters_with_alt_choose_and_leave_the_writer_in_the_note(
    workspace: Office, seat: Sit
) -> None:
    """A blank after Alt+C goes on in the note; it would press the button of the outcome."""
    customer = workspace.customer(owner=workspace.agent_uid)
    dialog = opened(seat(workspace, workspace.agent_uid), customer)
    QTest.keyClicks(dialog.focusWidget(), "C")
    press(dialog, Qt.Key.Key_V, ALT)
    QTest.keyClicks(dialog.focusWidget(), " and more")
    press(dialog, Qt.Key.Key_U, ALT)
    typed = dialog.typed()
    assert (typed.method, typed.outcome) == (Method.VISIT, Outcome.UNSUCCESSFUL)
    assert typed.notes == "C and more"


def test_a_date_and_a_choice_keep_their_letters(workspace: Office, seat: Sit) -> None:
    customer = workspace.customer(owner=workspace.agent_uid)
    dialog = opened(seat(workspace, workspace.agent_uid), customer)
    for field in (dialog.next_day, dialog.when):
        field.setFocus()
        press(dialog, Qt.Key.Key_S)
        press(dialog, Qt.Key.Key_W)
    typed = dialog.typed()
    assert (typed.method, typed.outcome, typed.notes) == (None, None, "")


def test_buttons_keep_the_arrows_and_the_space_bar(workspace: Office, seat: Sit) -> None:
    customer = workspace.customer(owner=workspace.agent_uid)
    dialog = opened(seat(workspace, workspace.agent_uid), customer)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Space):
        QTest.keyClick(dialog.focusWidget(), key)
    assert dialog.typed() == Typed(Method.WHATSAPP, Outcome.SUCCESSFUL)
    dialog.outcome.button("successful").setFocus()
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Right)
    assert dialog.typed() == Typed(Method.WHATSAPP, Outcome.UNSUCCESSFUL)


def test_shift_and_enter_make_a_new_line(office: Office, seat: Sit, qtbot: QtBot) -> None:
    customer = office.customer(owner=office.agent_uid)
    dialog = opened(seat(office, office.agent_uid), customer, method=Method.WHATSAPP)
    press(dialog, Qt.Key.Key_U, ALT)
    QTest.keyClicks(dialog.note, "first")
    press(dialog, ENTER, SHIFT)
    QTest.keyClicks(dialog.note, "second ")
    dialog.note.insertPlainText("😀")
    with qtbot.waitSignal(dialog.logged):
        press(dialog, ENTER)
    assert stored(office) == [("whatsapp", "unsuccessful", "first\nsecond 😀")]


def test_arrow_keys_walk_through_the_segments(workspace: Office, seat: Sit) -> None:
    customer = workspace.customer(owner=workspace.agent_uid)
    dialog = opened(seat(workspace, workspace.agent_uid), customer, method=Method.WHATSAPP)
    dialog.press_key("S")
    dialog.method.button("whatsapp").setFocus()
    press(dialog, Qt.Key.Key_Right)
    assert dialog.typed().method is Method.CALL
    assert dialog.focusWidget() is dialog.method.button("call")


def test_a_next_step_after_the_release_date_warns_and_is_saved(
    workspace: Office, seat: Sit, qtbot: QtBot
) -> None:
    customer = workspace.customer(owner=workspace.agent_uid, since=NOON - 5 * DAY)
    dialog = opened(seat(workspace, workspace.agent_uid), customer, method=Method.CALL)
    dialog.press_key("S")
    before = dialog.height()
    top = dialog.next_row.y()
    dialog.next_day.set_day(date(2026, 7, 14))
    assert dialog.warning.accessibleName() == (
        "14 July lies after the release date. "
        "Without another contact the customer leaves you on 8 July, 19.00."
    )
    qtbot.waitUntil(lambda: dialog.height() > before)
    assert dialog.next_row.y() == top
    dialog.next_day.set_day(date(2026, 7, 8))
    assert dialog.warning.isHidden()
    dialog.next_day.set_day(date(2026, 7, 14))
    with qtbot.waitSignal(dialog.logged):
        press(dialog, ENTER)
    assert len(stored(workspace)) == 1


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (SalesStatus.HOT, "No next step. A hot customer would be left without one."),
        (SalesStatus.WARM, "No next step. A warm customer would be left without one."),
        (SalesStatus.COLD, ""),
    ],
)
def test_a_warm_or_hot_customer_without_a_next_step_warns(
    workspace: Office, seat: Sit, status: SalesStatus, said: str
) -> None:
    customer = workspace.customer(owner=workspace.agent_uid, status=status)
    dialog = opened(seat(workspace, workspace.agent_uid), customer, method=Method.CALL)
    assert dialog.warning.isHidden()
    dialog.press_key("S")
    assert dialog.warning.isHidden() == (not said)
    assert not said or dialog.warning.accessibleName() == said
    dialog.press_key("1")
    assert dialog.warning.isHidden()


def test_a_standing_follow_up_is_kept_or_cleared(office: Office, seat: Sit, qtbot: QtBot) -> None:
    customer = office.customer(owner=office.agent_uid, since=NOON - 5 * DAY)
    planned = NOON + 3 * DAY
    office.contact(customer, at=NOON - 2 * DAY, next_step=planned)
    sitting = seat(office, office.agent_uid)
    dialog = opened(sitting, customer, method=Method.CALL)
    assert dialog.standing.label.text() == "Thu 11 June, 19.00 stays planned."
    dialog.press_key("S")
    with qtbot.waitSignal(dialog.logged):
        press(dialog, ENTER)
    assert contacts.prospect(office.agent, customer).standing_follow_up == planned
    office.pass_time(timedelta(hours=1))
    again = opened(sitting, customer, method=Method.CALL)
    again.press_key("U")
    again.standing.button.click()
    assert again.standing.label.text() == "Thu 11 June, 19.00 will be cleared."
    with qtbot.waitSignal(again.logged):
        press(again, ENTER)
    assert contacts.prospect(office.agent, customer).standing_follow_up is None


def test_log_and_claim_is_one_act(office: Office, seat: Sit, qtbot: QtBot) -> None:
    customer = office.customer()
    dialog = opened(seat(office, office.agent_uid), customer, method=Method.CALL)
    assert dialog.claim.isVisible()
    dialog.press_key("S")
    with qtbot.waitSignal(dialog.logged):
        press(dialog, ENTER, Qt.KeyboardModifier.ControlModifier)
    row = customers.rows(office.agent, [customer])[0]
    assert row.owner_uid == office.agent_uid
    assert len(stored(office)) == 1


def test_a_lost_claim_logs_nothing_and_names_the_winner(
    office: Office, seat: Sit, qtbot: QtBot
) -> None:
    customer = office.customer()
    sitting = seat(office, office.agent_uid)
    dialog = opened(sitting, customer, method=Method.CALL)
    dialog.press_key("S")
    dialog.note.set_text("Called back.")
    ownership.claim(office.other, "11111111-1111-4111-8111-111111111111", customer)
    dialog.claim.click()
    sitting.settle()
    assert "Eko Saputra" in dialog.notice.text
    assert stored(office) == []
    assert dialog.typed().notes == "Called back."
    assert dialog.claim.isHidden()
    assert dialog.whose.text().startswith("With Eko Saputra")
    with qtbot.waitSignal(dialog.logged):
        dialog.save.click()
    assert len(stored(office)) == 1


def test_another_time_is_past_and_never_future(workspace: Office, seat: Sit, qtbot: QtBot) -> None:
    customer = workspace.customer(owner=workspace.agent_uid, since=NOON - 5 * DAY)
    sitting = seat(workspace, workspace.agent_uid)
    dialog = opened(sitting, customer, method=Method.VISIT)
    assert dialog.when.currentText() == "Now, Mon 8 June, 19.00"
    dialog.press_key("S")
    dialog.when.setCurrentIndex(1)
    dialog.moment.set_moment(NOON + timedelta(hours=2))
    dialog.save.click()
    assert dialog.when_row.error.text() == "A contact cannot lie in the future."
    assert dialog.moment.property("fault") == "true"
    dialog.moment.set_moment(NOON - 3 * DAY)
    assert dialog.when_row.error.isHidden()
    with qtbot.waitSignal(dialog.logged) as logged:
        dialog.save.click()
    assert logged.args[0].contact.at == NOON - 3 * DAY


def test_what_is_missing_is_said_and_nothing_is_sent(workspace: Office, seat: Sit) -> None:
    customer = workspace.customer(owner=workspace.agent_uid)
    sitting = seat(workspace, workspace.agent_uid)
    dialog = opened(sitting, customer)
    press(dialog, ENTER)
    assert dialog.method_row.error.text() == "Choose how: WhatsApp, call or visit."
    assert dialog.outcome_row.error.text().startswith("Choose how it went")
    assert dialog.focusWidget() is dialog.method.button("whatsapp")
    sitting.settle()
    assert stored(workspace) == []


@pytest.mark.parametrize(
    ("note", "said"),
    [("bell \x07", "cannot be printed"), ("x" * 70_000, "too long")],
)
def test_a_bad_note_is_marked_and_stays(workspace: Office, seat: Sit, note: str, said: str) -> None:
    customer = workspace.customer(owner=workspace.agent_uid)
    sitting = seat(workspace, workspace.agent_uid)
    dialog = opened(sitting, customer, method=Method.CALL)
    dialog.press_key("S")
    dialog.note.set_text(note)
    dialog.save.click()
    assert not dialog.save.isEnabled()
    sitting.settle()
    assert said in dialog.note_row.error.text()
    assert dialog.typed().notes == note
    assert dialog.save.isEnabled()
    assert stored(workspace) == []


def test_a_contact_is_edited_in_the_same_form(office: Office, seat: Sit, qtbot: QtBot) -> None:
    customer = office.customer(owner=office.agent_uid, since=NOON - 5 * DAY)
    step = NOON + 2 * DAY + timedelta(hours=3)
    contact = office.contact(
        customer, by=office.agent_uid, at=NOON - timedelta(hours=1), notes="Old", next_step=step
    )
    dialog = opened(seat(office, office.agent_uid), customer, contact_id=contact)
    assert dialog.windowTitle() == "Edit contact"
    assert dialog.typed().notes == "Old"
    assert dialog.when.currentText() == "Mon 8 June, 18.00"
    assert dialog.next_step() == step
    dialog.press_key("V")
    dialog.note.set_text("New")
    with qtbot.waitSignal(dialog.logged):
        press(dialog, ENTER)
    changed = contacts.get(office.agent, contact)
    assert (changed.method, changed.notes, changed.next_step) == (Method.VISIT, "New", step)


def test_another_agents_contact_is_not_edited(workspace: Office, seat: Sit) -> None:
    customer = workspace.customer(owner=workspace.agent_uid)
    contact = workspace.contact(customer, by=workspace.agent_uid, notes="Mine")
    sitting = seat(workspace, workspace.other_uid)
    dialog = opened(sitting, customer, contact_id=contact)
    dialog.note.set_text("Yours")
    dialog.save.click()
    sitting.settle()
    assert "somebody else's" in dialog.notice.text
    assert dialog.typed().notes == "Yours"
    assert contacts.get(workspace.agent, contact).notes == "Mine"


def test_tab_goes_through_the_form_as_the_eye_does(workspace: Office, seat: Sit) -> None:
    customer = workspace.customer(owner=workspace.agent_uid)
    dialog = opened(seat(workspace, workspace.agent_uid), customer, method=Method.CALL)
    dialog.press_key("S")
    dialog.method.button("call").setFocus()
    seen = []
    for _ in range(12):
        focus = dialog.focusWidget()
        assert focus is not None
        seen.append(focus.objectName())
        press(dialog, Qt.Key.Key_Tab)
    wanted = [
        "contact_method_call",
        "contact_outcome_successful",
        "contact_note",
        "contact_quick_1",
        "contact_next_step",
        "contact_when",
        "contact_cancel",
        "contact_save",
    ]
    places = [seen.index(name) for name in wanted]
    assert places == sorted(places)


def test_the_quick_date_that_stands_in_the_field_looks_chosen(workspace: Office, seat: Sit) -> None:
    """By its key, by a click, by typing the same day; another day or none lets go of it."""
    customer = workspace.customer(owner=workspace.agent_uid)
    dialog = opened(seat(workspace, workspace.agent_uid), customer, method=Method.CALL)
    assert dialog.quick.value() is None
    dialog.press_key("7")
    week = dialog.next_day.day()
    assert week is not None
    assert dialog.quick.value() == "7"
    dialog.quick.button("3").click()
    assert dialog.quick.value() == "3"
    assert dialog.next_day.day() == week - 4 * DAY
    dialog.next_day.set_day(week)
    assert dialog.quick.value() == "7"
    dialog.next_day.set_day(week + DAY)
    assert dialog.quick.value() is None
    dialog.quick.button("1").click()
    dialog.next_day.clear_day()
    assert dialog.quick.value() is None
    dialog.quick.button("1").click()
    assert dialog.next_day.day() == week - 6 * DAY
