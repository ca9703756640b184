"""The fields for days and moments: typed in two languages, counted, chosen from the calendar."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from salesdesk.domain.contact import Method
from salesdesk.domain.typed_dates import Toward
from salesdesk.services import contacts
from salesdesk.services.lists import customers
from salesdesk.ui.actions.plan_dialog import PlanDialog
from salesdesk.ui.actions.protect_dialog import ProtectDialog
from salesdesk.ui.contacts.dialog import ContactDialog
from salesdesk.ui.kit.formats import Formats
from salesdesk.ui.kit.forms.date_fields import DateField, MomentField, Reading
from salesdesk.ui.kit.widgets import FieldError
from tests.support.factories import NOON, Office
from tests.support.seats import JAKARTA, DialogSeat

Sit = Callable[..., DialogSeat]
ENTER, TAB, UP, DOWN = (Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Up, Qt.Key.Key_Down)

#: Tuesday, 9 June 2026, 13.20 in Jakarta.
NOW = datetime(2026, 6, 9, 6, 20, tzinfo=UTC)
FORMATS = Formats.of(JAKARTA, JAKARTA)


def now() -> datetime:
    """The present moment of these tests."""
    return NOW


class Form(QWidget):
    """A field with its two lines below it, and another field to go to."""

    def __init__(self, field: DateField | MomentField) -> None:
        super().__init__()
        self.error = FieldError(name="error")
        self.reading = Reading(field, self.error)
        self.other = DateField(FORMATS, now, name="other", accessible="Other")
        column = QVBoxLayout(self)
        for widget in (field, self.reading, self.error, self.other):
            column.addWidget(widget)
        self.resize(600, 200)


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[Callable[[DateField | MomentField], Form]]:
    """Shows a field within a form, with the focus."""
    made: list[Form] = []

    def show(field: DateField | MomentField) -> Form:
        form = Form(field)
        made.append(form)
        form.show()
        form.activateWindow()
        qtbot.waitUntil(form.isActiveWindow)
        field.setFocus()
        return form

    yield show
    for form in made:
        form.close()
        form.deleteLater()


Show = Callable[[DateField | MomentField], Form]


def step_field() -> DateField:
    """A field for a next step."""
    return DateField(FORMATS, now, name="day", accessible="Day", times=True)


def test_a_day_and_a_time_are_typed_read_aloud_and_written_out(shown: Show) -> None:
    field = step_field()
    form = shown(field)
    QTest.keyClicks(field, "fri 3pm")
    assert (field.day(), field.time()) == (date(2026, 6, 12), time(15))
    assert form.reading.text() == "= Fri 12 June 2026, 15.00"
    QTest.keyClick(field, TAB)
    assert field.text() == "Fri 12 Jun, 15.00"
    assert form.reading.isHidden()
    assert form.error.isHidden()


def test_typing_replaces_what_stands_and_a_time_alone_keeps_its_day(shown: Show) -> None:
    field = step_field()
    shown(field)
    QTest.keyClicks(field, "senin")
    QTest.keyClick(field, TAB)
    field.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClicks(field, "10.00")
    assert (field.day(), field.time()) == (date(2026, 6, 15), time(10))
    QTest.keyClick(field, TAB)
    QTest.mouseClick(field, Qt.MouseButton.LeftButton, pos=QPoint(40, 16))
    QTest.keyClicks(field, "+3")
    assert (field.day(), field.time()) == (date(2026, 6, 12), None)


def test_what_is_not_understood_is_said_and_changes_nothing(shown: Show, qtbot: QtBot) -> None:
    field = step_field()
    form = shown(field)
    field.set_day(date(2026, 6, 15))
    field.selectAll()
    QTest.keyClicks(field, "whenever")
    assert field.day() == date(2026, 6, 15)
    assert form.error.isHidden()
    QTest.keyClick(field, TAB)
    assert form.error.text() == "“whenever” is not understood. Write 15/12, fri or +3."
    assert field.text() == "whenever"
    assert not field.settled()
    qtbot.waitUntil(field.hasFocus)
    field.selectAll()
    QTest.keyClicks(field, "besok")
    assert form.error.isHidden()
    assert field.settled()
    assert field.day() == date(2026, 6, 10)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("yesterday", "This day is over."),
        ("8/6/2026", "This day is over."),
        ("today 9.00", "This time is over."),
        (
            "hari ini",
            "A day without a time is noon, and noon is over: add one, as in “today 14.00”.",
        ),
        ("31/6", "“31/6”: there is no such day. The day comes first."),
        ("12/25", "“12/25”: there is no such day. The day comes first."),
        ("fri 25:00", "“fri 25:00”: there is no such time."),
        ("mon 12 june", "“mon 12 june”: that day is another weekday."),
    ],
)
def test_what_cannot_be_planned_says_why(shown: Show, text: str, said: str) -> None:
    field = step_field()
    form = shown(field)
    QTest.keyClicks(field, text)
    QTest.keyClick(field, TAB)
    assert form.error.text() == said
    assert field.day() is None
    assert field.property("fault") == "true"


def test_a_field_for_days_takes_no_time(shown: Show) -> None:
    field = DateField(FORMATS, now, name="day", accessible="Day")
    form = shown(field)
    QTest.keyClicks(field, "fri 3pm")
    QTest.keyClick(field, TAB)
    assert form.error.text() == "Only a day counts here: leave the time out."
    field.setFocus(Qt.FocusReason.TabFocusReason)
    field.selectAll()
    QTest.keyClicks(field, "hari ini")
    assert field.day() == date(2026, 6, 9)


def test_an_empty_day_is_counted_and_cleared(shown: Show) -> None:
    field = step_field()
    shown(field)
    assert field.day() is None
    QTest.keyClick(field, UP)
    assert field.day() == date(2026, 6, 10)
    QTest.keyClick(field, UP)
    assert field.day() == date(2026, 6, 11)
    for _ in range(3):
        QTest.keyClick(field, DOWN)
    assert field.day() == date(2026, 6, 10)
    QTest.keyClick(field, Qt.Key.Key_Delete)
    assert field.day() is None
    assert field.text() == ""
    QTest.keyClicks(field, "25")
    assert field.day() == date(2026, 6, 25)
    clear = field.findChild(QWidget, "day_clear")
    assert clear is not None
    QTest.mouseClick(clear, Qt.MouseButton.LeftButton)
    assert (field.day(), field.text()) == (None, "")


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_day_is_chosen_from_the_calendar_and_keeps_its_time(shown: Show) -> None:
    field = step_field()
    shown(field)
    field.set_day(date(2026, 6, 12), time(15))
    field.release_day = date(2026, 7, 8)
    QTest.keyClick(field, DOWN, Qt.KeyboardModifier.AltModifier)
    month = field.popup.calendar
    assert field.popup.isVisible()
    assert (month.minimumDate().toPython(), month.selectedDate().toPython()) == (
        date(2026, 6, 9),
        date(2026, 6, 12),
    )
    assert field.popup.legend.accessibleName() == (
        "Today: Tue 9 June\nDay of release: Wed 8 July 2026"
    )
    QTest.keyClick(month.focusWidget(), Qt.Key.Key_Right)
    QTest.keyClick(month.focusWidget(), ENTER)
    assert not field.popup.isVisible()
    assert (field.day(), field.time()) == (date(2026, 6, 13), time(15))


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_today_may_be_chosen_until_noon_is_over(shown: Show) -> None:
    field = step_field()
    shown(field)
    field.open_calendar()
    assert field.popup.calendar.minimumDate().toPython() == date(2026, 6, 10)
    field.popup.close()
    whole = DateField(FORMATS, now, name="whole", accessible="Whole")
    shown(whole)
    whole.open_calendar()
    assert whole.popup.calendar.minimumDate().toPython() == date(2026, 6, 9)
    whole.popup.close()


def test_what_has_happened_is_typed_too(shown: Show) -> None:
    field = MomentField(FORMATS, now, name="when", accessible="When", toward=Toward.PAST)
    form = shown(field)
    field.set_moment(NOW)
    field.selectAll()
    assert field.text() == "Tue 9 Jun, 13.20"
    for text, moment in (
        ("kemarin 16.00", datetime(2026, 6, 8, 16, tzinfo=JAKARTA)),
        ("fri", datetime(2026, 6, 5, 12, tzinfo=JAKARTA)),
        ("10.00", datetime(2026, 6, 5, 10, tzinfo=JAKARTA)),
        ("15/12", datetime(2025, 12, 15, 12, tzinfo=JAKARTA)),
    ):
        field.selectAll()
        QTest.keyClicks(field, text)
        assert field.moment() == moment
        QTest.keyClick(field, TAB)
        field.setFocus(Qt.FocusReason.TabFocusReason)
    field.selectAll()
    QTest.keyClicks(field, "tomorrow")
    QTest.keyClick(field, TAB)
    assert form.error.text() == "This moment is still to come."
    assert field.moment() == datetime(2025, 12, 15, 12, tzinfo=JAKARTA)


def test_another_zone_is_said_beside_a_time(shown: Show) -> None:
    abroad = Formats.of(ZoneInfo("Asia/Jayapura"), JAKARTA)
    field = DateField(abroad, now, name="day", accessible="Day", times=True)
    form = shown(field)
    QTest.keyClicks(field, "fri 23.30")
    assert form.reading.text() == (
        "= Fri 12 June 2026, 23.30 · The office's time; here it is Sat 13 Jun, 01.30."
    )
    QTest.keyClick(field, TAB)
    assert form.reading.text() == "The office's time; here it is Sat 13 Jun, 01.30."


# --- in the dialogs, down to the rows -------------------------------------------------------------


def opened(sitting: DialogSeat, customer: str, **more: object) -> ContactDialog:
    """The contact form, shown, with what it reads."""
    dialog = ContactDialog(sitting.context, customer, **more)  # type: ignore[arg-type]
    sitting.show(dialog)
    return dialog


def test_a_next_step_with_a_time_is_stored_shown_and_edited(
    office: Office, seat: Sit, qtbot: QtBot
) -> None:
    customer = office.customer(owner=office.agent_uid, since=NOON - timedelta(days=3))
    sitting = seat(office, office.agent_uid)
    dialog = opened(sitting, customer, method=Method.CALL)
    dialog.press_key("S")
    dialog.next_day.setFocus()
    QTest.keyClicks(dialog.next_day, "jumat 15.30")
    with qtbot.waitSignal(dialog.logged) as logged:
        QTest.keyClick(dialog.next_day, ENTER)
    due = datetime(2026, 6, 12, 15, 30, tzinfo=JAKARTA).astimezone(UTC)
    assert contacts.prospect(office.agent, customer).standing_follow_up == due
    again = opened(sitting, customer)
    assert again.standing.label.text() == "Fri 12 June, 15.30 stays planned."
    again.close()
    edited = opened(sitting, customer, contact_id=logged.args[0].contact.id)
    assert edited.next_day.text() == "Fri 12 Jun, 15.30"
    assert edited.next_step() == due
    edited.next_day.setFocus()
    QTest.keyClicks(edited.next_day, "16.00")
    with qtbot.waitSignal(edited.logged):
        QTest.keyClick(edited.next_day, ENTER)
    assert contacts.prospect(office.agent, customer).standing_follow_up == due + timedelta(
        minutes=30
    )


def test_a_contact_is_not_saved_while_its_date_is_not_understood(
    workspace: Office, seat: Sit
) -> None:
    customer = workspace.customer(owner=workspace.agent_uid)
    dialog = opened(seat(workspace, workspace.agent_uid), customer, method=Method.CALL)
    dialog.press_key("S")
    dialog.press_key("7")
    dialog.next_day.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClicks(dialog.next_day, "someday")
    QTest.keyClick(dialog.next_day, ENTER)
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert "not understood" in dialog.next_row.error.text()
    assert dialog.isVisible()
    assert not dialog.busy
    assert contacts.prospect(workspace.agent, customer).row.last_contact is None


def test_a_plan_takes_a_time_and_the_calendar_knows_the_day_of_release(
    office: Office, seat: Sit, qtbot: QtBot
) -> None:
    customer = office.customer(owner=office.agent_uid, since=NOON - timedelta(days=5))
    row = customers.rows(office.agent, [customer])[0]
    sitting = seat(office, office.agent_uid)
    dialog = PlanDialog(sitting.context, [row])
    sitting.show(dialog)
    assert dialog.days.field.release_day == date(2026, 7, 3)
    QTest.keyClicks(dialog.days.field, "besok 9.15")
    with qtbot.waitSignal(dialog.acted):
        QTest.keyClick(dialog.days.field, ENTER)
    due = datetime(2026, 6, 9, 9, 15, tzinfo=JAKARTA).astimezone(UTC)
    assert customers.rows(office.agent, [customer])[0].next_step == due


def test_a_protection_is_not_written_while_its_day_is_not_understood(
    workspace: Office, seat: Sit
) -> None:
    customer = workspace.customer(owner=workspace.agent_uid)
    row = customers.rows(workspace.lead, [customer])[0]
    sitting = seat(workspace, workspace.lead_uid)
    dialog = ProtectDialog(sitting.context, [row])
    sitting.show(dialog)
    QTest.keyClicks(dialog.reason, "holiday")
    dialog.days.field.set_day(date(2026, 6, 20))
    dialog.days.field.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClicks(dialog.days.field, "after lunch")
    QTest.mouseClick(dialog.act, Qt.MouseButton.LeftButton)
    assert "not understood" in dialog.until_row.error.text()
    assert customers.rows(workspace.lead, [customer])[0].protected_until is None
