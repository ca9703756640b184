"""Figures, dates and spans as people read them, for an Indonesian region with English words."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QLocale

from salesdesk.ui.kit.formats import DaysLevel, Formats, StepLevel

JAKARTA = ZoneInfo("Asia/Jakarta")
SHOWN = Formats.of(JAKARTA, JAKARTA)

#: Monday, 8 June 2026, 09.14 in Jakarta.
NOW = datetime(2026, 6, 8, 2, 14, tzinfo=UTC)


def local(day: int, month: int, hour: int = 12, minute: int = 0, year: int = 2026) -> datetime:
    """A moment by the office's clock, in UTC."""
    return datetime(year, month, day, hour, minute, tzinfo=JAKARTA).astimezone(UTC)


def test_numbers_and_money_follow_the_region_and_words_the_language() -> None:
    assert SHOWN.number(1284) == "1.284"
    assert SHOWN.capped(1000, more=True) == "1.000+"
    assert SHOWN.capped(186, more=False) == "186"
    assert SHOWN.money(18_450_000) == "Rp18.450.000"
    assert SHOWN.money(1_500, "USD") == "USD1.500"
    assert replace(SHOWN, currency="USD").money(1_500) == "USD1.500"
    assert SHOWN.percent(0.634) == "63 %"


def test_indonesian_words_come_with_the_language() -> None:
    spoken = Formats.of(JAKARTA, JAKARTA, language="id")
    assert spoken.exact(local(10, 6, 16, 40), NOW) == "Rab 10 Juni, 16.40"
    assert spoken.number(1284) == "1.284"


def test_another_region_writes_its_own_way() -> None:
    shown = Formats(
        QLocale(QLocale.Language.English, QLocale.Country.UnitedStates), JAKARTA, JAKARTA
    )
    assert shown.number(1284) == "1,284"


def test_times_and_dates() -> None:
    assert SHOWN.time(NOW) == "09.14"
    assert SHOWN.date(local(10, 6), NOW) == "10 June"
    assert SHOWN.date(local(4, 11, year=2025), NOW) == "4 Nov 2025"
    assert SHOWN.weekday_date(local(9, 6), NOW) == "Tue 9 June"
    assert SHOWN.full_date(local(14, 7)) == "Tue 14 July 2026"
    assert SHOWN.long_date(NOW) == "Monday, 8 June 2026"
    assert SHOWN.exact(local(10, 6, 16, 40), NOW) == "Wed 10 June, 16.40"
    assert SHOWN.exact(local(1, 1, 8, year=2027), NOW) == "Fri 1 Jan 2027, 08.00"


def test_ranges_name_the_year_once_where_they_can() -> None:
    assert SHOWN.date_range(local(2, 3), local(8, 6)) == "2 March to 8 June 2026"
    crossing = SHOWN.date_range(local(4, 11, year=2025), local(26, 1))
    assert crossing == "4 Nov 2025 to 26 Jan 2026"


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        (None, "never"),
        (NOW, "today"),
        (local(8, 6, 0, 1), "today"),
        (local(7, 6, 23, 59), "yesterday"),
        (local(11, 5, 10), "28 days ago"),
        (NOW + timedelta(minutes=3), "today"),
        (local(20, 1, year=2020), "2.331 days ago"),
    ],
)
def test_how_long_ago_counts_calendar_days(moment: datetime | None, said: str) -> None:
    assert SHOWN.ago(moment, NOW) == said


def test_since_names_the_time_of_today() -> None:
    assert SHOWN.since(local(8, 6, 9), NOW) == "today 09.00"
    assert SHOWN.since(local(7, 6, 9), NOW) == "yesterday"
    assert SHOWN.since(None, NOW) == "never"


def test_days_are_the_offices_and_times_the_desktops() -> None:
    abroad = Formats.of(ZoneInfo("America/New_York"), JAKARTA)
    late_in_new_york = local(8, 6, 0, 30)
    assert abroad.ago(late_in_new_york, NOW) == "today"
    assert abroad.time(late_in_new_york) == "13.30"
    assert abroad.exact(late_in_new_york, NOW) == "Sun 7 June, 13.30"


def test_what_stands_beside_an_offices_day_is_the_offices_time() -> None:
    abroad = Formats.of(ZoneInfo("America/New_York"), JAKARTA)
    half_past_midnight = local(8, 6, 0, 30)
    assert abroad.since(half_past_midnight, NOW) == "today 00.30"
    assert abroad.next_step(half_past_midnight, NOW).text == "today 00.30"
    assert abroad.next_step(local(10, 6), NOW).text == "10 June"
    assert abroad.step(local(10, 6, 9, 15), NOW, weekday=True) == "Wed 10 June, 09.15"
    assert abroad.tip(half_past_midnight, NOW) == "Mon 8 June, 00.30 · here Sun 7 June, 13.30"
    assert SHOWN.tip(half_past_midnight, NOW) == "Mon 8 June, 00.30"


@pytest.mark.parametrize(
    ("due", "short", "long", "level"),
    [
        (None, "none", "none", StepLevel.NONE),
        (local(8, 6, 16, 30), "today 16.30", "today 16.30", StepLevel.PLANNED),
        (local(8, 6, 12), "today", "today", StepLevel.PLANNED),
        (local(8, 6, 0, 0), "today 00.00", "today 00.00", StepLevel.PLANNED),
        (local(7, 6, 23, 59), "1 d late", "1 day late", StepLevel.LATE),
        (local(4, 6), "4 d late", "4 days late", StepLevel.LATE),
        (local(10, 6), "10 June", "10 June", StepLevel.PLANNED),
        (local(10, 6, 14, 30), "10 June, 14.30", "10 June, 14.30", StepLevel.PLANNED),
        (local(3, 1, year=2027), "3 Jan 2027", "3 Jan 2027", StepLevel.PLANNED),
    ],
)
def test_next_steps(due: datetime | None, short: str, long: str, level: StepLevel) -> None:
    assert SHOWN.next_step(due, NOW).text == short
    assert SHOWN.next_step(due, NOW, short=False).text == long
    assert SHOWN.next_step(due, NOW).level is level


@pytest.mark.parametrize(
    ("days", "text", "level"),
    [
        (None, "in pool", DaysLevel.NONE),
        (-3, "Overdue", DaysLevel.OVERDUE),
        (0, "Overdue", DaysLevel.OVERDUE),
        (1, "today", DaysLevel.URGENT),
        (2, "2 days", DaysLevel.URGENT),
        (3, "3 days", DaysLevel.URGENT),
        (4, "4 days", DaysLevel.SOON),
        (7, "7 days", DaysLevel.SOON),
        (8, "8 days", DaysLevel.PLAIN),
        (1200, "1.200 days", DaysLevel.PLAIN),
    ],
)
def test_days_left(days: int | None, text: str, level: DaysLevel) -> None:
    left = SHOWN.days_left(days)
    assert (left.text, left.level) == (text, level)


def test_counted_words_know_one() -> None:
    assert [SHOWN.days(n) for n in (1, 28)] == ["1 day", "28 days"]
    assert [SHOWN.times(n) for n in (0, 1, 2)] == ["never", "1 time", "2 times"]


def test_short_waits() -> None:
    waits = [timedelta(seconds=20.4), timedelta(minutes=3, seconds=5), timedelta(hours=2)]
    assert [SHOWN.span(wait) for wait in waits] == ["20 s", "3 min", "2 h"]
    assert SHOWN.span(timedelta(seconds=-5)) == "0 s"
