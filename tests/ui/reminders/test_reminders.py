"""Reminders at a window: told once, put off, held back in quiet hours, caught up after sleep."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from salesdesk.domain.changes import Changes, Topic
from salesdesk.domain.contact import Method, Outcome
from salesdesk.domain.errors import Unavailable
from salesdesk.domain.events import new_id
from salesdesk.domain.moments import DAY
from salesdesk.domain.reminders import ReminderKind
from salesdesk.services import contacts, follow_ups
from salesdesk.services.release.report import RunOutcome, RunReport
from salesdesk.ui.commands import Cmd
from salesdesk.ui.contacts.dialog import ContactDialog
from salesdesk.ui.contacts.form import Typed
from salesdesk.ui.reminders.list_dialog import RemindersDialog
from salesdesk.ui.reminders.scheduler import LOOK_EVERY
from salesdesk.ui.reminders.settings_dialog import NotificationsDialog
from salesdesk.ui.reminders.snooze_dialog import SnoozeDialog
from tests.support.factories import Office, draft
from tests.support.reminded import Remind, Reminded, planned
from tests.support.windows import OpenWindow

HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)


def test_what_fell_due_is_told_at_the_start_and_never_again(office: Office, remind: Remind) -> None:
    planned(office, "Siti Rahmawati", HOUR, "call about the venue")
    office.pass_time(2 * HOUR)
    at = remind(office, office.agent)
    ((title, text),) = at.tray.heard
    assert title == "Siti Rahmawati"
    assert at.told == ""
    assert text.startswith("due ")
    assert text.endswith(": call about the venue")
    assert at.standing() == [("Siti Rahmawati", ReminderKind.DUE)]
    assert at.window.status.reminders.text == "1 reminder"
    at.look()
    assert len(at.tray.heard) == 1
    at.close()
    again = remind(office, office.agent)
    assert again.tray.heard == []
    assert again.standing() == [("Siti Rahmawati", ReminderKind.DUE)]


def test_several_are_told_in_one_message(workspace: Office, remind: Remind) -> None:
    for name in ("Ani", "Budi", "Citra", "Dewi"):
        planned(workspace, name, HOUR)
    workspace.pass_time(2 * HOUR)
    at = remind(workspace, workspace.agent)
    ((title, text),) = at.tray.heard
    assert title == "Reminders of 4 customers"
    assert text.endswith(" and 1 more")
    assert len({"Ani", "Budi", "Citra", "Dewi"} & set(re.findall(r"\w+", text))) == 3


def test_it_looks_when_the_next_one_falls_due(workspace: Office, remind: Remind) -> None:
    planned(workspace, "Soon", 3 * MINUTE)
    at = remind(workspace, workspace.agent)
    timer = at.reminding.reminders._timer
    assert at.tray.heard == []
    assert timer.interval() == 3 * 60 * 1000
    workspace.pass_time(4 * MINUTE)
    timer.setInterval(0)
    at.bot.waitUntil(lambda: len(at.tray.heard) == 1)
    at.settle()
    assert timer.interval() == LOOK_EVERY.total_seconds() * 1000


def test_after_sleep_and_after_a_night_off_it_catches_up(office: Office, remind: Remind) -> None:
    planned(office, "In the night", 3 * HOUR)
    leaving = office.customer("Leaving", owner=office.agent_uid, since=office.now - 22 * DAY)
    at = remind(office, office.agent)
    assert at.tray.heard == []
    office.pass_time(6 * DAY)
    at.session.releases.finished.emit(RunReport("run", RunOutcome.DONE))
    at.settle()
    assert [title for title, _ in at.tray.heard] == ["Reminders of 2 customers"]
    assert set(at.standing()) == {
        ("In the night", ReminderKind.OVERDUE), ("Leaving", ReminderKind.LEAVING_3),
    }  # fmt: skip
    office.pass_time(DAY + HOUR)
    at.look()
    kinds = {one.customer_id: one.kind for one in at.reminding.reminders.standing}
    assert kinds[leaving] is ReminderKind.LEAVING_1
    assert at.tray.heard[-1][0] == "Leaving"


def test_a_click_opens_the_customer_or_the_list(workspace: Office, remind: Remind) -> None:
    planned(workspace, "Siti Rahmawati", HOUR)
    workspace.pass_time(2 * HOUR)
    at = remind(workspace, workspace.agent)
    at.tray.clicked.emit()
    at.settle()
    assert at.text("panel_name") == "Siti Rahmawati"
    for name in ("Ani", "Budi"):
        planned(workspace, name, HOUR)
    workspace.pass_time(2 * HOUR)
    at.look()
    at.tray.clicked.emit()
    at.settle()
    assert at.dialogs() == ["reminders_dialog"]
    at.tray.clicked.emit()
    at.settle()
    assert at.dialogs() == ["reminders_dialog"]


def test_a_click_covers_no_form(workspace: Office, remind: Remind) -> None:
    planned(workspace, "Siti Rahmawati", HOUR)
    workspace.pass_time(2 * HOUR)
    at = remind(workspace, workspace.agent)
    at.give(Cmd.NEW_CUSTOMER)
    (form,) = at.dialogs()
    at.tray.clicked.emit()
    at.settle()
    assert at.dialogs() == [form]
    assert not at.window.panel.isVisible()


def opened(at: Reminded) -> RemindersDialog:
    at.give(Cmd.REMINDERS)
    dialog = at.dialog("reminders_dialog")
    assert isinstance(dialog, RemindersDialog)
    return dialog


def test_putting_off_by_keyboard_and_being_told_again(office: Office, remind: Remind) -> None:
    planned(office, "Siti Rahmawati", HOUR)
    office.pass_time(2 * HOUR)
    at = remind(office, office.agent)
    dialog = opened(at)
    at.key(Qt.Key.Key_S)
    menu = dialog.findChild(QMenu, "reminders_snooze_menu")
    assert menu is not None
    at.choose(menu, "1 hour")
    assert at.standing() == []
    assert dialog.summary.text() == "No reminders"
    assert dialog.states.empty.isVisible()
    dialog.reject()
    at.close()
    again = remind(office, office.agent)
    assert again.tray.heard == []
    assert again.reminding.reminders._timer.interval() <= LOOK_EVERY.total_seconds() * 1000
    office.pass_time(HOUR + MINUTE)
    again.look()
    assert [title for title, _ in again.tray.heard] == ["Siti Rahmawati"]
    assert again.standing() == [("Siti Rahmawati", ReminderKind.DUE)]


def test_putting_off_until_any_moment(workspace: Office, remind: Remind) -> None:
    planned(workspace, "Siti Rahmawati", HOUR)
    workspace.pass_time(2 * HOUR)
    at = remind(workspace, workspace.agent)
    dialog = opened(at)
    at.key(Qt.Key.Key_S)
    menu = dialog.findChild(QMenu, "reminders_snooze_menu")
    assert menu is not None
    at.choose(menu, "Another time…")
    asked = at.dialog("snooze_dialog")
    assert isinstance(asked, SnoozeDialog)
    asked.until.set_moment(workspace.now - HOUR)
    at.press(asked, "snooze_save")
    assert asked.isVisible()
    assert asked.row.error.text() == "This moment is over: choose a later one."
    asked.until.set_moment(workspace.now + 3 * HOUR)
    at.press(asked, "snooze_save")
    assert at.dialogs() == ["reminders_dialog"]
    assert at.standing() == []
    workspace.pass_time(2 * HOUR)
    at.look()
    assert len(at.tray.heard) == 1
    workspace.pass_time(HOUR + MINUTE)
    at.look()
    assert [title for title, _ in at.tray.heard] == ["Siti Rahmawati"] * 2


def test_what_is_put_off_while_the_window_closes_stays_put_off(
    workspace: Office, remind: Remind
) -> None:
    planned(workspace, "Siti Rahmawati", HOUR)
    workspace.pass_time(2 * HOUR)
    at = remind(workspace, workspace.agent)
    (one,) = at.reminding.reminders.standing
    at.reminding.reminders.snooze((one.key,), workspace.now + HOUR)
    at.window.close()
    at.close()
    again = remind(workspace, workspace.agent)
    assert again.tray.heard == []
    assert again.standing() == []


def test_a_full_disk_is_told_once_and_stops_nothing(
    workspace: Office, remind: Remind, tmp_path: Path
) -> None:
    (tmp_path / "reminders").write_text("in the way of the folder")
    planned(workspace, "Siti Rahmawati", HOUR)
    workspace.pass_time(2 * HOUR)
    at = remind(workspace, workspace.agent)
    assert at.standing() == [("Siti Rahmawati", ReminderKind.DUE)]
    assert at.told.startswith("Reminders cannot be kept on this computer")
    at.window.toast.close_toast()
    (one,) = at.reminding.reminders.standing
    at.reminding.reminders.dismiss((one.key,))
    at.settle()
    assert at.standing() == []
    assert at.told == ""
    assert at.session.bugs == []


def test_a_dismissed_one_comes_back_with_another_date_only(
    workspace: Office, remind: Remind
) -> None:
    customer = planned(workspace, "Siti Rahmawati", HOUR)
    workspace.pass_time(2 * HOUR)
    at = remind(workspace, workspace.agent)
    opened(at)
    at.key(Qt.Key.Key_Delete)
    assert at.standing() == []
    at.look()
    assert at.standing() == []
    follow_ups.plan(workspace.agent, new_id(), customer, workspace.now + HOUR)
    workspace.pass_time(2 * HOUR)
    at.look()
    assert at.standing() == [("Siti Rahmawati", ReminderKind.DUE)]
    assert len(at.tray.heard) == 2


def test_put_off_over_midnight_it_comes_at_its_moment(office: Office, remind: Remind) -> None:
    planned(office, "Siti Rahmawati", HOUR)
    planned(office, "Budi", HOUR)
    office.pass_time(2 * HOUR)
    at = remind(office, office.agent)
    first, second = sorted(at.reminding.reminders.standing, key=lambda one: one.name)
    until = office.now + 12 * HOUR
    at.reminding.reminders.dismiss((first.key,))
    at.reminding.reminders.snooze((second.key,), until)
    at.settle()
    heard = len(at.tray.heard)
    # Past midnight in Jakarta both are overdue.
    office.pass_time(8 * HOUR)
    at.look()
    assert (len(at.tray.heard), at.standing()) == (heard, [])
    at.close()
    again = remind(office, office.agent)
    assert (again.tray.heard, again.standing()) == ([], [])
    office.pass_time(4 * HOUR + MINUTE)
    again.look()
    assert [title for title, _ in again.tray.heard] == ["Siti Rahmawati"]
    assert again.standing() == [("Siti Rahmawati", ReminderKind.OVERDUE)]


def test_two_windows_of_one_person_tell_once_and_put_off_for_both(
    workspace: Office, remind: Remind
) -> None:
    planned(workspace, "Siti Rahmawati", HOUR)
    one = remind(workspace, workspace.agent)
    two = remind(workspace, workspace.agent)
    workspace.pass_time(2 * HOUR)
    one.look()
    two.look()
    assert len(one.tray.heard) + len(two.tray.heard) == 1
    assert one.standing() == two.standing() == [("Siti Rahmawati", ReminderKind.DUE)]
    (reminder,) = one.reminding.reminders.standing
    one.reminding.reminders.snooze((reminder.key,), workspace.now + HOUR)
    one.settle()
    two.look()
    assert two.standing() == []
    workspace.pass_time(HOUR + MINUTE)
    two.look()
    one.look()
    assert len(one.tray.heard) + len(two.tray.heard) == 2


def test_the_list_opens_and_logs(workspace: Office, remind: Remind) -> None:
    planned(workspace, "Siti Rahmawati", HOUR)
    workspace.pass_time(2 * HOUR)
    at = remind(workspace, workspace.agent)
    opened(at)
    at.key(Qt.Key.Key_Return)
    assert at.dialogs() == []
    assert at.text("panel_name") == "Siti Rahmawati"
    opened(at)
    at.key(Qt.Key.Key_L)
    assert at.dialogs() == ["contact_dialog"]


def test_a_logged_contact_takes_it_out_of_the_list(office: Office, remind: Remind) -> None:
    customer = planned(office, "Siti Rahmawati", HOUR)
    office.pass_time(2 * HOUR)
    at = remind(office, office.agent)
    office.contact(customer)
    at.session.feed.publish(Changes(frozenset({Topic.CONTACTS}), frozenset({customer})))
    at.settle()
    assert at.standing() == []
    assert at.window.status.reminders.text == "No reminders"


def test_what_waits_to_be_told_goes_with_its_reason(workspace: Office, remind: Remind) -> None:
    siti = planned(workspace, "Siti", HOUR)
    at = remind(workspace, workspace.agent, tray=False)
    workspace.pass_time(2 * HOUR)
    at.window.controller.toast("Something else was done.")
    at.look()
    assert at.told == "Something else was done."
    logged = contacts.log(workspace.agent, draft(siti))
    at.session.context.feed.publish(logged.changes)
    at.settle()
    at.window.toast.close_toast()
    assert at.told == ""
    planned(workspace, "Budi", HOUR)
    workspace.pass_time(2 * HOUR)
    at.look()
    assert at.told.startswith("Budi: due ")


def test_kinds_can_be_turned_off_and_quiet_hours_hold_back(
    workspace: Office, remind: Remind
) -> None:
    # Noon in UTC is 19.00 in Jakarta.
    planned(workspace, "Due", MINUTE)
    workspace.customer("Leaving", owner=workspace.agent_uid, since=workspace.now - 24 * DAY)
    at = remind(workspace, workspace.agent)
    assert [title for title, _ in at.tray.heard] == ["Leaving"]
    at.give(Cmd.NOTIFICATIONS)
    dialog = at.dialog("notifications_dialog")
    assert isinstance(dialog, NotificationsDialog)
    for name in ("notifications_leaving_7", "notifications_quiet"):
        box = dialog.findChild(QCheckBox, name)
        assert box is not None
        box.click()
    at.press(dialog, "notifications_save")
    workspace.pass_time(2 * MINUTE)
    at.look()
    assert len(at.tray.heard) == 1
    assert at.standing() == [("Due", ReminderKind.DUE)]
    # Quiet until 8.00 in Jakarta, 13 hours later.
    workspace.pass_time(13 * HOUR)
    at.look()
    assert [title for title, _ in at.tray.heard] == ["Leaving", "Due"]
    at.close()
    again = remind(workspace, workspace.agent)
    assert again.reminding.reminders.preferences.kinds == frozenset(ReminderKind) - {
        ReminderKind.LEAVING_7
    }


def test_quiet_hours_of_no_length_are_refused(workspace: Office, remind: Remind) -> None:
    at = remind(workspace, workspace.agent)
    at.give(Cmd.NOTIFICATIONS)
    dialog = at.dialog("notifications_dialog")
    assert isinstance(dialog, NotificationsDialog)
    dialog.quiet.click()
    dialog.end.setTime(dialog.begin.time())
    at.press(dialog, "notifications_save")
    assert dialog.isVisible()
    assert "two different times" in dialog.notice.text
    dialog.reject()


def test_without_a_tray_the_list_says_so(workspace: Office, remind: Remind) -> None:
    planned(workspace, "Siti Rahmawati", HOUR)
    workspace.pass_time(2 * HOUR)
    at = remind(workspace, workspace.agent, tray=False)
    assert "Siti Rahmawati" in at.told
    dialog = opened(at)
    said = [each.text() for each in dialog.findChildren(QPushButton)]
    assert "Snooze" in said
    assert at.tray.heard == []
    assert "no tray" in at_text(dialog, "reminders_no_tray")
    dialog.reject()
    at.give(Cmd.NOTIFICATIONS)
    settings = at.dialog("notifications_dialog")
    assert "no tray" in at_text(settings, "notifications_text")


def at_text(dialog: QDialog, name: str) -> str:
    found = dialog.findChild(QObject, name)
    assert found is not None
    return str(found.property("text"))


def test_it_rests_while_the_server_is_away_and_catches_up(
    workspace: Office, remind: Remind
) -> None:
    planned(workspace, "Siti Rahmawati", HOUR)
    at = remind(workspace, workspace.agent)
    at.session.connection.report(Unavailable("The server does not answer."))
    workspace.pass_time(2 * HOUR)
    at.look()
    assert at.tray.heard == []
    at.session.connection.try_now()
    at.settle()
    at.bot.waitUntil(lambda: len(at.tray.heard) == 1)


def test_a_window_without_reminders_does_not_offer_them(
    workspace: Office, tmp_path: Path, qtbot: QtBot
) -> None:
    seat = OpenWindow(workspace, workspace.agent, tmp_path, qtbot)
    assert not seat.window.bar.action(Cmd.REMINDERS).isEnabled()
    seat.close()


def test_after_a_log_the_list_stands_again_where_it_was(workspace: Office, remind: Remind) -> None:
    for name, hours in (("Ana", 1), ("Budi", 2), ("Citra", 3)):
        planned(workspace, name, hours * HOUR)
    workspace.pass_time(4 * HOUR)
    at = remind(workspace, workspace.agent)
    opened(at)

    def current() -> str:
        dialog = at.dialog("reminders_dialog")
        assert isinstance(dialog, RemindersDialog)
        one = dialog.current()
        return one.name or "" if one is not None else ""

    assert current() == "Ana"
    at.key(Qt.Key.Key_Down)
    assert current() == "Budi"
    at.key(Qt.Key.Key_L)
    assert at.dialogs() == ["contact_dialog"]
    at.key(Qt.Key.Key_Escape)
    assert current() == "Budi"
    at.key(Qt.Key.Key_L)
    form = at.dialog("contact_dialog")
    assert isinstance(form, ContactDialog)
    form.fill(Typed(Method.CALL, Outcome.SUCCESSFUL, "", None))
    at.press(form, "contact_save")
    at.look()
    assert current() == "Citra"
    assert [name for name, _ in at.standing()] == ["Ana", "Citra"]
