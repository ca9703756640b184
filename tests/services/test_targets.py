"""Targets on both databases: who sets them, whose counts, and how far people are."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from salesdesk.domain.errors import Conflict, Invalid, NotAllowed
from salesdesk.domain.events import EventKind, new_id
from salesdesk.domain.moments import DAY
from salesdesk.domain.pauses import OFFICE
from salesdesk.domain.targets import Progress, Target, TargetOf, WorkCalendar
from salesdesk.services import contacts, pauses, targets
from salesdesk.services.admin import people
from salesdesk.services.lists import today
from salesdesk.storage.tables import salesdesk_events
from tests.support.factories import Office, draft
from tests.support.settings import set_to

#: A Wednesday, 9 in Jakarta.
WEDNESDAY = datetime.fromisoformat("2026-06-10T02:00:00+00:00")
HOUR = timedelta(hours=1)


@pytest.fixture
def office(office: Office) -> Office:
    office.move_clock(WEDNESDAY)
    return office


def of_agent(office: Office) -> TargetOf:
    return TargetOf(uid=office.agent_uid)


def role_id(office: Office, name: str) -> int:
    roles = targets.standing(office.lead).roles
    return next(one.of.role_id for one in roles if one.name == name)


def set_target(
    office: Office, of: TargetOf, per_day: int | None, per_week: int | None = None
) -> None:
    seen = next((one.own for one in lines(office) if one.of == of), None)
    targets.put(office.lead, new_id(), of, Target(per_day, per_week), seen)


def lines(office: Office) -> tuple[targets.TargetLine, ...]:
    found = targets.standing(office.lead)
    return (*found.roles, *found.agents)


def line(office: Office, uid: str) -> targets.TargetLine:
    return next(one for one in lines(office) if one.of.uid == uid)


def far(office: Office, uid: str) -> Progress:
    found = line(office, uid).progress
    assert found is not None
    own = today.day(office.session(uid), today.mine(office.session(uid))).progress
    assert own == found
    return found


def contacted(office: Office, uid: str, *before: timedelta) -> None:
    customer = office.customer(owner=uid, since=WEDNESDAY - 30 * DAY)
    for each in before:
        office.contact(customer, by=uid, at=WEDNESDAY - each)


def test_without_a_target_there_is_nothing_to_reach(office: Office) -> None:
    contacted(office, office.agent_uid, HOUR, DAY)
    found = far(office, office.agent_uid)
    assert (found.today, found.week, found.aims, found.behind) == (1, 2, False, 0)
    assert targets.standing(office.lead).behind == 0


def test_the_roles_target_counts_until_the_agent_has_an_own_one(office: Office) -> None:
    role = TargetOf(role_id=role_id(office, "Sales Agent"))
    set_target(office, role, 8, 40)
    assert [far(office, uid).day_due for uid in (office.agent_uid, office.other_uid)] == [8, 8]
    set_target(office, of_agent(office), None, 25)
    mine = far(office, office.agent_uid)
    assert (mine.day_due, mine.week_due) == (None, 25)
    assert far(office, office.other_uid).day_due == 8
    set_target(office, of_agent(office), None, None)
    assert far(office, office.agent_uid).day_due == 8
    set_target(office, role, None, None)
    assert not far(office, office.agent_uid).aims


def test_of_two_roles_the_one_from_salesdesk_counts(office: Office) -> None:
    booking = office.database.execute("SELECT id FROM roles WHERE name = %s", "Sales Agent")[0][0]
    lead = role_id(office, "Team Lead")
    office.database.execute(
        "UPDATE users SET role_id = %s, last_login = last_login WHERE firebase_uid = %s",
        booking, office.other_uid,
    )  # fmt: skip
    person = next(one for one in people.people(office.admin) if one.uid == office.other_uid)
    people.grant(office.admin, new_id(), str(person.email), "Team Lead")
    set_target(office, TargetOf(role_id=booking), 8)
    assert far(office, office.other_uid).day_due == 8
    set_target(office, TargetOf(role_id=lead), 3)
    assert far(office, office.other_uid).day_due == 3


def test_days_are_the_offices_and_contacts_count_on_their_own_day(office: Office) -> None:
    set_target(office, of_agent(office), 5, 20)
    # 9 in the morning: nine hours ago was today, ten hours ago yesterday, and so on to Monday.
    contacted(office, office.agent_uid, 9 * HOUR, 10 * HOUR, 57 * HOUR, 58 * HOUR)
    assert (far(office, office.agent_uid).today, far(office, office.agent_uid).week) == (1, 3)
    late = office.customer(owner=office.agent_uid, since=WEDNESDAY - 9 * DAY)
    logged = draft(late, when=WEDNESDAY - DAY)
    contacts.log(office.agent, logged)
    assert (far(office, office.agent_uid).today, far(office, office.agent_uid).week) == (1, 4)
    contacts.delete(office.agent, new_id(), logged.id)
    assert far(office, office.agent_uid).week == 3


def test_who_is_behind_stands_first_and_today_is_not_over(office: Office) -> None:
    set_target(office, TargetOf(role_id=role_id(office, "Sales Agent")), None, 10)
    contacted(office, office.agent_uid, *(n * HOUR for n in range(1, 5)))
    contacted(office, office.other_uid, DAY)
    found = targets.standing(office.lead)
    # Monday and Tuesday are over: 4 of 10.
    assert [(one.of.uid, one.progress and one.progress.behind) for one in found.agents[:2]] == [
        (office.other_uid, 3),
        (office.agent_uid, 0),
    ]
    assert found.behind == 1


def test_an_absence_takes_its_days_from_the_week(office: Office) -> None:
    set_target(office, of_agent(office), 4, 20)
    thursday_over = datetime.fromisoformat("2026-06-11T17:00:00+00:00")
    pauses.pause(office.lead, new_id(), office.agent_uid, thursday_over, "Ill")
    found = far(office, office.agent_uid)
    assert (found.day_due, found.week_due, found.days_off) == (None, 12, 2)
    office.move_clock(WEDNESDAY + DAY)
    # Longer than was thought: the days before stay off.
    pauses.pause(office.lead, new_id(), office.agent_uid, thursday_over + DAY, "Ill")
    assert far(office, office.agent_uid).days_off == 3
    office.move_clock(WEDNESDAY + 2 * DAY)
    pauses.end(office.lead, new_id(), office.agent_uid)
    found = far(office, office.agent_uid)
    assert (found.day_due, found.week_due, found.days_off, found.so_far) == (4, 12, 2, 8)
    pauses.pause(office.lead, new_id(), OFFICE, thursday_over + DAY, "Holiday")
    assert far(office, office.agent_uid).days_off == 3
    assert far(office, office.other_uid).days_off == 1


def test_a_shorter_week_asks_for_the_same_on_fewer_days(office: Office) -> None:
    set_target(office, of_agent(office), 4, 20)
    set_to(office.admin, "salesdesk.office.working_days", "2")
    found = far(office, office.agent_uid)
    assert (found.day_due, found.week_due, found.so_far) == (None, 20, 20)


def test_of_two_who_set_one_the_second_is_told(office: Office) -> None:
    of = of_agent(office)
    targets.put(office.lead, new_id(), of, Target(5, None), None)
    with pytest.raises(Conflict):
        targets.put(office.admin, new_id(), of, Target(6, None), None)
    seen = line(office, office.agent_uid).own
    targets.put(office.lead, new_id(), of, Target(7, None), seen)
    for later in (Target(8, None), Target(None, None)):
        with pytest.raises(Conflict):
            targets.put(office.admin, new_id(), of, later, seen)
    assert line(office, office.agent_uid).counting == Target(7, None)


def test_a_form_whose_answer_was_lost_writes_once_and_then_changes_it(office: Office) -> None:
    form, of = new_id(), of_agent(office)
    targets.put(office.lead, form, of, Target(5, None), None)
    assert targets.put(office.lead, form, of, Target(5, None), None).replayed
    targets.put(office.lead, form, of, Target(6, 30), None)
    assert line(office, office.agent_uid).counting == Target(6, 30)


def test_each_change_is_an_event_with_both_sides(office: Office) -> None:
    set_target(office, of_agent(office), 5)
    set_target(office, of_agent(office), 6, 30)
    found = office.store.read(
        lambda reading: [
            reading.events.get(row.id)
            for row in reading.connection.execute(
                salesdesk_events.select().where(salesdesk_events.c.kind == EventKind.TARGET_SET)
            )
        ]
    )
    sides = {(str(one.details["before"]), str(one.details["after"])) for one in found if one}
    assert sides == {
        ("None", "{'per_day': 5, 'per_week': None}"),
        ("{'per_day': 5, 'per_week': None}", "{'per_day': 6, 'per_week': 30}"),
    }


@pytest.mark.parametrize(
    ("target", "field"),
    [
        (Target(0, None), "per_day"),
        (Target(501, None), "per_day"),
        (Target(None, 3_001), "per_week"),
        (Target(9, 8), "per_week"),
        (Target(None, None), "per_day"),
    ],
)
def test_what_is_no_target_is_refused_at_its_field(
    office: Office, target: Target, field: str
) -> None:
    with pytest.raises(Invalid) as refused:
        targets.put(office.lead, new_id(), of_agent(office), target, None)
    assert [one.field for one in refused.value.faults] == [field]


def test_agents_set_no_targets_and_see_their_own_alone(office: Office) -> None:
    with pytest.raises(NotAllowed, match="targets:edit"):
        targets.put(office.agent, new_id(), of_agent(office), Target(1, None), None)
    with pytest.raises(NotAllowed):
        targets.standing(office.agent)


@pytest.mark.parametrize("seed", range(4))
def test_any_week_of_absences_is_reckoned_day_by_day(office: Office, seed: int) -> None:
    """Pauses set, lengthened, cut short and let run out, against the days as they were lived."""
    rng = random.Random(seed)
    monday = datetime.fromisoformat("2026-06-07T17:00:00+00:00")
    set_target(office, of_agent(office), 3, 25)
    standing: dict[str, datetime] = {}
    off: set[int] = set()
    for day in range(5):
        for hour in (3, 11):
            now = monday + day * DAY + hour * HOUR
            office.move_clock(now)
            standing = {who: until for who, until in standing.items() if until > now}
            who = rng.choice((office.agent_uid, OFFICE))
            act = rng.random()
            if act < 0.4:
                until = monday + (day + rng.randint(1, 4)) * DAY
                pauses.pause(office.lead, new_id(), who, until, "Away")
                standing[who] = until
            elif act < 0.7 and who in standing:
                pauses.end(office.lead, new_id(), who)
                del standing[who]
            end = monday + (day + 1) * DAY
            now_off = off | {
                each for each in range(day, 5)
                if any(until >= monday + (each + 1) * DAY for until in standing.values())
            }  # fmt: skip
            found = far(office, office.agent_uid)
            assert found.days_off == len(now_off)
            assert found.week_due == round(25 * (5 - len(now_off)) / 5)
            assert (found.day_due is None) == (day in now_off)
        if any(until >= end for until in standing.values()):
            off.add(day)


def days(calendar: WorkCalendar, first: date) -> list[bool]:
    return [calendar.works("uid", first + n * DAY) for n in range(7)]


def test_working_days_begin_on_monday() -> None:
    calendar = WorkCalendar(ZoneInfo("Asia/Jakarta"), 6, ())
    assert days(calendar, date(2026, 6, 8)) == [True] * 6 + [False]
    assert days(replace(calendar, working_days=7), date(2026, 6, 8)) == [True] * 7
