"""What the signed-in person is to be reminded of, from the rows."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from salesdesk.domain.errors import NotAllowed
from salesdesk.domain.events import new_id
from salesdesk.domain.moments import DAY
from salesdesk.domain.people import Actor
from salesdesk.domain.reminders import ReminderKind
from salesdesk.services import contacts, follow_ups
from salesdesk.services.lists import reminders
from tests.support.factories import NOON, Office, draft

HOUR = timedelta(hours=1)


def told(office: Office, ahead: timedelta = HOUR) -> list[tuple[str, ReminderKind]]:
    return [(one.name, one.kind) for one in reminders.upcoming(office.agent, ahead)]


def test_follow_ups_due_overdue_and_soon(office: Office) -> None:
    me, now = office.agent_uid, office.now
    for name, step in (
        ("Late", now - 3 * DAY),
        ("Due", now - HOUR),
        ("Soon", now + HOUR / 2),
        ("Later", now + 5 * HOUR),
    ):
        customer = office.customer(name, owner=me, since=now - 9 * DAY)
        office.contact(customer, at=now - 5 * DAY, next_step=step, notes=f"About {name}")
    others = office.customer("Somebody else's", owner=office.other_uid)
    office.contact(others, at=now - DAY, next_step=now)
    office.customer("Free")
    found = reminders.upcoming(office.agent)
    assert [(one.name, one.kind) for one in found] == [
        ("Late", ReminderKind.OVERDUE), ("Due", ReminderKind.DUE), ("Soon", ReminderKind.DUE),
    ]  # fmt: skip
    late, due, soon = found
    # Three days ago at 19:00 in Jakarta; that day ended at 17:00 in UTC.
    assert late.at == NOON.replace(hour=17) - 3 * DAY
    assert (due.at, due.next_step, due.note) == (now - HOUR, now - HOUR, "About Due")
    assert soon.at == now + HOUR / 2
    assert len({one.key for one in found}) == 3
    assert reminders.upcoming(office.agent) == found


def test_a_logged_contact_takes_the_reminder_away_and_a_new_date_makes_another(
    office: Office,
) -> None:
    customer = office.customer("One", owner=office.agent_uid)
    follow_ups.plan(office.agent, new_id(), customer, office.now + HOUR, "Bring the menu")
    (first,) = reminders.upcoming(office.agent)
    assert first.note == "Bring the menu"
    follow_ups.plan(office.agent, new_id(), customer, office.now + HOUR / 2)
    (second,) = reminders.upcoming(office.agent)
    assert first.key != second.key
    office.pass_time(HOUR)
    contacts.log(office.agent, draft(customer))
    assert told(office) == []


def test_departures_at_seven_three_and_one_days(office: Office) -> None:
    me, now = office.agent_uid, office.now
    office.customer("In eight days", owner=me, since=now - 22 * DAY)
    office.customer("In six days", owner=me, since=now - 24 * DAY)
    office.customer("In half a day", owner=me, since=now - 29.5 * DAY)
    office.customer("Overdue", owner=me, since=now - 31 * DAY)
    found = reminders.upcoming(office.agent)
    kinds = [(one.name, one.kind) for one in found]
    assert kinds.count(("In six days", ReminderKind.LEAVING_7)) == 1
    assert [kind for name, kind in kinds if name == "In half a day"] == [
        ReminderKind.LEAVING_7, ReminderKind.LEAVING_3, ReminderKind.LEAVING_1,
    ]  # fmt: skip
    assert {"In eight days", "Overdue"} & {name for name, _ in kinds} == set()
    assert [one.at for one in found] == sorted(one.at for one in found)
    (last,) = (o for o in found if (o.name, o.kind) == ("In half a day", ReminderKind.LEAVING_1))
    assert (last.at, last.leaves_at) == (now - DAY / 2, now + DAY / 2)
    assert ("In eight days", ReminderKind.LEAVING_7) in told(office, ahead=DAY)


def test_reminders_are_the_signed_in_persons(office: Office) -> None:
    nobody = replace(office.agent, actor=Actor("uid-x", "X", None, frozenset()))
    with pytest.raises(NotAllowed):
        reminders.upcoming(nobody)
