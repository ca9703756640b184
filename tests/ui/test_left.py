"""An agent is told that customers left: one quiet line, and the list of reminders keeps them."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from salesdesk.domain.changes import Changes, Topic
from salesdesk.domain.events import new_id
from salesdesk.domain.moments import DAY
from salesdesk.domain.ownership import OwnershipSeen
from salesdesk.domain.people import same_uid
from salesdesk.domain.reminders import ReminderKind
from salesdesk.services import ownership
from salesdesk.services.lists import reminders
from salesdesk.services.release import run
from salesdesk.services.release.report import Cause
from salesdesk.services.session import Session
from salesdesk.ui.kit.formats import Formats
from salesdesk.ui.reminders import texts as words
from salesdesk.ui.reminders.list_dialog import RemindersDialog
from tests.support.factories import Office
from tests.support.reminded import Remind

HOUR = timedelta(hours=1)


def left(session: Session, formats: Formats) -> list[tuple[str, str]]:
    found = reminders.upcoming(session)
    now = session.now()
    return [
        (one.name, words.why(one, now, formats)) for one in found if one.kind is ReminderKind.LEFT
    ]


def test_each_way_in_which_a_customer_leaves_is_told(office: Office, remind: Remind) -> None:
    me = office.agent_uid
    released, transferred, gone_on, own, back = (
        office.customer(name, owner=me) for name in ("Ani", "Budi", "Citra", "Dewi", "Eka")
    )
    at = remind(office, office.agent)
    formats = at.session.context.office.formats
    assert left(office.agent, formats) == []
    office.pass_time(HOUR)
    mine = OwnershipSeen(me)
    ownership.release(office.lead, new_id(), released, mine, "Wrong district")
    ownership.transfer(office.lead, new_id(), transferred, office.other_uid, mine)
    ownership.release(office.lead, new_id(), gone_on, mine)
    ownership.claim(office.other, new_id(), gone_on)
    ownership.release(office.agent, new_id(), own, mine)
    ownership.release(office.lead, new_id(), back, mine)
    ownership.assign(office.lead, new_id(), back, me)
    assert sorted(left(office.agent, formats)) == [
        ("Ani", "released by Rina Wulandari"),
        ("Budi", "transferred by Rina Wulandari; now with Eko Saputra"),
        ("Citra", "released by Rina Wulandari; now with Eko Saputra"),
    ]
    assert left(office.other, formats) == []
    office.pass_time(4 * DAY)
    assert left(office.agent, formats) == []


def test_who_left_by_inactivity_is_told_of_the_reason(office: Office, remind: Remind) -> None:
    office.customer("Ani", owner=office.agent_uid, since=office.now - 31 * DAY)
    run.run(office.lead, Cause.COMMAND)
    run.confirm(office.lead)
    at = remind(office, office.agent)
    assert left(office.agent, at.session.context.office.formats) == [
        ("Ani", "left you: inactivity")
    ]


def test_one_quiet_line_with_the_count_and_the_list_keeps_them(
    office: Office, remind: Remind
) -> None:
    ids = [office.customer(name, owner=office.agent_uid) for name in ("Ani", "Budi")]
    at = remind(office, office.agent)
    office.pass_time(HOUR)
    for one in ids:
        ownership.transfer(
            office.lead, new_id(), one, office.other_uid, OwnershipSeen(office.agent_uid)
        )
    at.session.feed.publish(Changes.of(Topic.OWNERSHIP, ids=tuple(ids)))
    at.settle()
    assert at.tray.heard == []
    assert at.told.startswith("2 customers have left you: ")
    assert set(at.told.removeprefix("2 customers have left you: ").split(", ")) == {"Ani", "Budi"}
    assert at.window.status.reminders.text == "2 reminders"
    show = at.window.toast.findChild(QPushButton, "toast_show_left")
    assert show is not None
    QTest.mouseClick(show, Qt.MouseButton.LeftButton)
    at.settle()
    dialog = at.dialog("reminders_dialog")
    assert isinstance(dialog, RemindersDialog)
    assert dialog.summary.text() == "2 have left you."
    assert dialog.table.cells.rowCount() == 2
    at.key(Qt.Key.Key_Delete)
    assert dialog.summary.text() == "1 has left you."
    dialog.reject()
    at.look()
    assert at.told == ""
    at.close()
    again = remind(office, office.agent)
    assert again.told == ""
    assert [kind for _, kind in again.standing()] == [ReminderKind.LEFT]


def test_it_can_be_turned_off(workspace: Office, remind: Remind) -> None:
    one = workspace.customer("Ani", owner=workspace.agent_uid)
    at = remind(workspace, workspace.agent)
    at.reminding.show_settings()
    dialog = at.dialog("notifications_dialog")
    box = dialog.findChild(QPushButton, "notifications_save")
    assert box is not None
    dialog.kinds[ReminderKind.LEFT].setChecked(False)  # type: ignore[attr-defined]
    at.press(dialog, "notifications_save")
    workspace.pass_time(HOUR)
    ownership.release(workspace.lead, new_id(), one, OwnershipSeen(workspace.agent_uid))
    at.look()
    assert at.told == ""
    assert at.standing() == []


def test_a_uid_in_another_case_is_the_same_person(office: Office) -> None:
    assert same_uid(office.agent_uid.upper(), office.agent_uid)
    one = office.customer("Ani", owner=office.agent_uid)
    office.pass_time(HOUR)
    ownership.release(office.lead, new_id(), one, OwnershipSeen(office.agent_uid))
    office.database.execute(
        "UPDATE salesdesk_events SET details = REPLACE(details, 'uid-andi', 'UID-Andi')"
    )
    kinds = [found.kind for found in reminders.upcoming(office.agent)]
    assert kinds == [ReminderKind.LEFT]
