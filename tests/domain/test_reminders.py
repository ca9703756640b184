"""What to show when: none twice, none lost to sleep or quiet hours, the latest word only."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesdesk.domain.moments import DAY
from salesdesk.domain.reminders import (
    Memory,
    Preferences,
    Reminder,
    ReminderKind,
    decide,
    quiet_until,
    standing,
)

JAKARTA = ZoneInfo("Asia/Jakarta")
NOW = datetime(2026, 6, 8, 3, 0, tzinfo=UTC)  # 10:00 in Jakarta
HOUR = timedelta(hours=1)
EVERYTHING = Preferences()
NIGHT = Preferences(quiet_from=time(18), quiet_until=time(8))


def due(customer: str, at: datetime, kind: ReminderKind = ReminderKind.DUE) -> Reminder:
    return Reminder(f"{kind}:{customer}:{at}", kind, customer, customer, None, at, next_step=at)


def leaving(customer: str, leaves_at: datetime) -> list[Reminder]:
    return [
        Reminder(
            f"{kind}:{customer}", kind, customer, customer, None, leaves_at - days * DAY,
            leaves_at=leaves_at,
        )
        for kind, days in (
            (ReminderKind.LEAVING_7, 7),
            (ReminderKind.LEAVING_3, 3),
            (ReminderKind.LEAVING_1, 1),
        )
    ]  # fmt: skip


def shown(
    reminders: list[Reminder],
    now: datetime = NOW,
    memory: Memory | None = None,
    preferences: Preferences = EVERYTHING,
) -> list[str]:
    decision = decide(reminders, now, JAKARTA, preferences, memory or Memory())
    return [one.key for one in decision.show]


def test_what_is_due_is_shown_once_the_oldest_first() -> None:
    late, early, later = due("a", NOW), due("b", NOW - HOUR), due("c", NOW + HOUR)
    decision = decide([late, early, later], NOW, JAKARTA, EVERYTHING, Memory())
    assert decision.show == (early, late)
    assert decision.look_again == NOW + HOUR
    memory = Memory().with_shown(one.key for one in decision.show)
    assert shown([late, early, later], memory=memory) == []
    assert shown([late, early, later], NOW + HOUR, memory) == [later.key]


def test_a_moved_follow_up_is_another_one() -> None:
    first, moved = due("a", NOW - HOUR), due("a", NOW)
    assert shown([moved], memory=Memory().with_shown([first.key])) == [moved.key]


def test_only_the_last_announcement_of_a_departure_is_shown() -> None:
    announcements = leaving("a", NOW + 2 * DAY)
    assert shown(announcements) == ["leaving_3:a"]
    assert shown(announcements, NOW + DAY, Memory().with_shown(["leaving_3:a"])) == ["leaving_1:a"]
    assert shown(announcements, NOW - 4 * DAY) == ["leaving_7:a"]
    decision = decide(announcements, NOW, JAKARTA, EVERYTHING, Memory())
    assert decision.look_again == NOW + DAY


def test_a_departure_that_is_over_is_announced_no_more() -> None:
    """What was read before a long sleep still tells of it."""
    one = leaving("a", NOW + 2 * DAY)
    assert shown(one, NOW) != []
    assert shown(one, NOW + 2 * DAY) == []
    assert shown(one, NOW + 12 * DAY) == []
    assert standing(one, NOW + 12 * DAY, Preferences(), Memory()) == ()


def test_a_follow_up_and_a_departure_of_one_customer_are_two_matters() -> None:
    reminders = [due("a", NOW), *leaving("a", NOW + DAY)]
    assert len(shown(reminders)) == 2


def test_what_is_put_off_comes_again_even_if_it_was_shown() -> None:
    one = due("a", NOW - HOUR)
    memory = Memory().with_shown([one.key]).snooze(one.key, NOW + HOUR)
    decision = decide([one], NOW, JAKARTA, EVERYTHING, memory)
    assert (decision.show, decision.look_again) == ((), NOW + HOUR)
    assert shown([one], NOW + HOUR, memory) == [one.key]
    again = memory.with_shown([one.key])
    assert (again.snoozed, shown([one], NOW + HOUR, again)) == ({}, [])


def test_what_is_put_off_stays_so_when_it_becomes_overdue() -> None:
    """Due at 15.00, put off until 8.00: at 0.06 it is overdue, and still put off."""
    at, eight = NOW + 5 * HOUR, NOW + 22 * HOUR
    one, over = due("a", at), due("a", at, ReminderKind.OVERDUE)
    memory = Memory().with_shown([one.key]).snooze(one.key, eight).kept_for([over])
    decision = decide([over], eight - HOUR, JAKARTA, EVERYTHING, memory)
    assert (decision.show, decision.look_again) == ((), eight)
    assert standing([over], eight - HOUR, EVERYTHING, memory) == ()
    assert shown([over], eight, memory) == [over.key]
    assert shown([over], eight + HOUR, memory.with_shown([over.key])) == []


def test_what_is_overdue_is_told_once_more_where_nobody_put_it_off() -> None:
    one, over = due("a", NOW), due("a", NOW, ReminderKind.OVERDUE)
    assert shown([over], NOW + HOUR, Memory().with_shown([one.key])) == [over.key]


def test_a_clock_set_back_over_midnight_tells_nothing_twice() -> None:
    one, over = due("a", NOW), due("a", NOW, ReminderKind.OVERDUE)
    memory = Memory().with_shown([one.key]).kept_for([over]).with_shown([over.key])
    assert shown([one], memory=memory.kept_for([one])) == []
    assert shown([over], memory=memory.kept_for([one]).kept_for([over])) == []
    assert memory.kept_for([]) == Memory()


def test_what_falls_into_quiet_hours_is_shown_after_them() -> None:
    evening, morning = NOW + 9 * HOUR, NOW + 22 * HOUR
    one = due("a", evening)
    decision = decide([one], evening + HOUR, JAKARTA, NIGHT, Memory())
    assert (decision.show, decision.look_again) == ((), morning)
    assert shown([one], morning, preferences=NIGHT) == [one.key]
    nothing = decide([], evening + HOUR, JAKARTA, NIGHT, Memory())
    assert nothing.look_again is None


def test_a_kind_that_is_turned_off_is_neither_shown_nor_waited_for() -> None:
    only_due = Preferences(frozenset({ReminderKind.DUE}))
    reminders = [due("a", NOW), *leaving("b", NOW + 2 * DAY)]
    decision = decide(reminders, NOW, JAKARTA, only_due, Memory())
    assert [one.customer_id for one in decision.show] == ["a"]
    assert decision.look_again is None
    without_3 = Preferences(frozenset(ReminderKind) - {ReminderKind.LEAVING_3})
    assert shown(reminders[1:], preferences=without_3) == ["leaving_7:b"]


@pytest.mark.parametrize(
    ("hours", "ends"),
    [(0, None), (8, datetime(2026, 6, 9, 1, tzinfo=UTC)), (21, datetime(2026, 6, 9, 1, tzinfo=UTC)),
     (22, None)],
)  # fmt: skip
def test_quiet_hours_last_over_midnight(hours: int, ends: datetime | None) -> None:
    assert quiet_until(NOW + hours * HOUR, JAKARTA, NIGHT) == ends


def test_quiet_hours_within_a_day_and_none_at_all() -> None:
    noon = Preferences(quiet_from=time(12), quiet_until=time(13, 30))
    assert quiet_until(NOW, JAKARTA, noon) is None
    assert quiet_until(NOW + 2 * HOUR, JAKARTA, noon) == NOW + 3.5 * HOUR
    same = Preferences(quiet_from=time(12), quiet_until=time(12))
    assert quiet_until(NOW + 2 * HOUR, JAKARTA, same) is None
    assert quiet_until(NOW, JAKARTA, EVERYTHING) is None


def test_the_memory_forgets_what_nobody_asks_for() -> None:
    one, gone = due("a", NOW), due("b", NOW)
    memory = Memory().with_shown([one.key, gone.key]).snooze(gone.key, NOW)
    assert memory.kept_for([one]) == Memory(frozenset({one.key}))


@given(
    st.lists(st.tuples(st.sampled_from("abcd"), st.integers(-50, 50)), max_size=12),
    st.lists(st.integers(0, 12), min_size=1, max_size=20),
    st.booleans(),
)
def test_nothing_is_shown_twice_and_everything_in_the_end(
    steps: list[tuple[str, int]], pauses: list[int], quiet: bool
) -> None:
    reminders = [due(f"{who}{number}", NOW + hours * HOUR)
                 for number, (who, hours) in enumerate(steps)]  # fmt: skip
    memory, now, told = Memory(), NOW, list[str]()
    preferences = NIGHT if quiet else EVERYTHING
    for pause in [*pauses, 200]:
        decision = decide(reminders, now, JAKARTA, preferences, memory)
        told += [one.key for one in decision.show]
        assert all(one.at <= now for one in decision.show)
        assert decision.look_again is None or decision.look_again > now
        memory = memory.with_shown(one.key for one in decision.show)
        now += pause * HOUR
    while quiet_until(now, JAKARTA, preferences) is not None:
        now += HOUR
    told += [one.key for one in decide(reminders, now, JAKARTA, preferences, memory).show]
    assert sorted(told) == sorted(one.key for one in reminders)
