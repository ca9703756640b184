"""What people type for a day or a moment: English and Indonesian, one table."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from salesdesk.domain.typed_dates import Misread, Toward, TypedMoment, read

#: Wednesday, 9 December 2026, 11.20.
NOW = datetime(2026, 12, 9, 11, 20, tzinfo=UTC)

TODAY, TOMORROW, THE_DAY_AFTER = date(2026, 12, 9), date(2026, 12, 10), date(2026, 12, 11)
FRIDAY, SATURDAY, SUNDAY = date(2026, 12, 11), date(2026, 12, 12), date(2026, 12, 13)
MONDAY, TUESDAY, WEDNESDAY = date(2026, 12, 14), date(2026, 12, 15), date(2026, 12, 16)

DAYS = [
    ("today", TODAY),
    ("hari ini", TODAY),
    ("tomorrow", TOMORROW),
    ("Besok", TOMORROW),
    ("bsk", TOMORROW),
    ("lusa", THE_DAY_AFTER),
    ("day after tomorrow", THE_DAY_AFTER),
    ("+3", date(2026, 12, 12)),
    ("+ 3", date(2026, 12, 12)),
    ("+3d", date(2026, 12, 12)),
    ("+3 hari", date(2026, 12, 12)),
    ("3 hari lagi", date(2026, 12, 12)),
    ("in 3 days", date(2026, 12, 12)),
    ("+2w", date(2026, 12, 23)),
    ("2 minggu lagi", date(2026, 12, 23)),
    ("2 weeks", date(2026, 12, 23)),
    ("+1 m", date(2027, 1, 9)),
    ("1 bulan", date(2027, 1, 9)),
    ("next week", date(2026, 12, 16)),
    ("minggu depan", date(2026, 12, 16)),
    ("bulan depan", date(2027, 1, 9)),
    ("akhir bulan", date(2026, 12, 31)),
    ("fri", FRIDAY),
    ("Friday", FRIDAY),
    ("jumat", FRIDAY),
    ("Jum'at", FRIDAY),
    ("Jum\u2019at", FRIDAY),
    ("hari jumat", FRIDAY),
    ("on friday", FRIDAY),
    ("sabtu", SATURDAY),
    ("minggu", SUNDAY),
    ("ahad", SUNDAY),
    ("sen", MONDAY),
    ("selasa", TUESDAY),
    ("wed", WEDNESDAY),
    ("rabu", WEDNESDAY),
    ("kamis", TOMORROW),
    ("next fri", date(2026, 12, 18)),
    ("jumat depan", date(2026, 12, 18)),
    ("jumat ini", FRIDAY),
    ("this friday", FRIDAY),
    ("15/12", TUESDAY),
    ("15-12", TUESDAY),
    ("15/12/", TUESDAY),
    ("15/12/26", TUESDAY),
    ("15/12/2026", TUESDAY),
    ("15.12.2026", TUESDAY),
    ("15.12.", TUESDAY),
    ("2026-12-15", TUESDAY),
    ("15 dec", TUESDAY),
    ("15dec", TUESDAY),
    ("15 Des", TUESDAY),
    ("15 desember 2026", TUESDAY),
    ("15th of December", TUESDAY),
    ("dec 15", TUESDAY),
    ("December 15, 2026", TUESDAY),
    ("tue 15 dec", TUESDAY),
    ("Selasa, 15 Desember 2026", TUESDAY),
    ("tgl 15", TUESDAY),
    ("the 15th", TUESDAY),
    ("15", TUESDAY),
    ("9", TODAY),
    ("8", date(2027, 1, 8)),
    ("31", date(2026, 12, 31)),
    ("31.12", date(2026, 12, 31)),
    ("9/12", TODAY),
    ("8/12", date(2027, 12, 8)),
    ("1/2", date(2027, 2, 1)),
    ("5.6", date(2027, 6, 5)),
    ("10 agustus", date(2027, 8, 10)),
    ("17 agt", date(2027, 8, 17)),
    ("29/2", date(2028, 2, 29)),
    ("8/12/26", date(2026, 12, 8)),
    ("yesterday", date(2026, 12, 8)),
    ("-2", date(2026, 12, 7)),
]


@pytest.mark.parametrize(("text", "day"), DAYS)
def test_a_day(text: str, day: date) -> None:
    assert read(text, NOW) == TypedMoment(day)


MOMENTS = [
    ("fri 3pm", FRIDAY, time(15)),
    ("fri 3 pm", FRIDAY, time(15)),
    ("3pm fri", FRIDAY, time(15)),
    ("Fri 3 p.m.", FRIDAY, time(15)),
    ("fri at 3pm", FRIDAY, time(15)),
    ("fri 3:30pm", FRIDAY, time(15, 30)),
    ("fri 15:30", FRIDAY, time(15, 30)),
    ("senin 10.00", MONDAY, time(10)),
    ("senin jam 10", MONDAY, time(10)),
    ("senin pukul 10.30", MONDAY, time(10, 30)),
    ("senin jam 3 sore", MONDAY, time(15)),
    ("senin 10 pagi", MONDAY, time(10)),
    ("besok jam 1 siang", TOMORROW, time(13)),
    ("besok jam 11 siang", TOMORROW, time(11)),
    ("besok 7 malam", TOMORROW, time(19)),
    ("besok pagi", TOMORROW, time(9)),
    ("besok siang", TOMORROW, time(12)),
    ("tomorrow afternoon", TOMORROW, time(15)),
    ("lusa sore", THE_DAY_AFTER, time(16)),
    ("15/12 14:30", TUESDAY, time(14, 30)),
    ("15/12 14.30", TUESDAY, time(14, 30)),
    ("15.12. 14.30", TUESDAY, time(14, 30)),
    ("15/12/2026 9:05", TUESDAY, time(9, 5)),
    ("Tue 15 December 2026, 14.30", TUESDAY, time(14, 30)),
    ("Tue 15 December 2026, 2:30\u202fPM", TUESDAY, time(14, 30)),
    ("2026-12-15 14:30", TUESDAY, time(14, 30)),
    ("15 14:30", TUESDAY, time(14, 30)),
    ("+3 10.00", date(2026, 12, 12), time(10)),
    ("12am tomorrow", TOMORROW, time(0)),
    ("12pm tomorrow", TOMORROW, time(12)),
    ("10.00", TOMORROW, time(10)),
    ("15.12", TODAY, time(15, 12)),
    ("3pm", TODAY, time(15)),
    ("jam 3 sore", TODAY, time(15)),
    ("noon", TODAY, time(12)),
    ("+2h", TODAY, time(13, 20)),
    ("2 jam lagi", TODAY, time(13, 20)),
    ("in 30 minutes", TODAY, time(11, 50)),
    ("13 jam", date(2026, 12, 10), time(0, 20)),
]


@pytest.mark.parametrize(("text", "day", "clock"), MOMENTS)
def test_a_moment(text: str, day: date, clock: time) -> None:
    assert read(text, NOW) == TypedMoment(day, clock)


def test_a_time_alone_is_of_the_day_that_stands() -> None:
    assert read("10.00", NOW, standing=MONDAY) == TypedMoment(MONDAY, time(10))
    assert read("fri 10.00", NOW, standing=MONDAY) == TypedMoment(FRIDAY, time(10))


@pytest.mark.parametrize(
    ("text", "day", "clock"),
    [
        ("15/12", date(2025, 12, 15), None),
        ("9/12", TODAY, None),
        ("8/12", date(2026, 12, 8), None),
        ("15", date(2026, 11, 15), None),
        ("31", date(2026, 10, 31), None),
        ("fri", date(2026, 12, 4), None),
        ("rabu", date(2026, 12, 2), None),
        ("last fri", date(2026, 12, 4), None),
        ("senin lalu", date(2026, 11, 30), None),
        ("kemarin", date(2026, 12, 8), None),
        ("3 days ago", date(2026, 12, 6), None),
        ("2 minggu yang lalu", date(2026, 11, 25), None),
        ("10.00", TODAY, time(10)),
        ("15.00", date(2026, 12, 8), time(15)),
        ("29/2", date(2024, 2, 29), None),
    ],
)
def test_of_what_has_happened_the_last_one_is_meant(
    text: str, day: date, clock: time | None
) -> None:
    assert read(text, NOW, toward=Toward.PAST) == TypedMoment(day, clock)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", Misread.UNKNOWN),
        ("soon", Misread.UNKNOWN),
        ("fr", Misread.UNKNOWN),
        ("15/", Misread.UNKNOWN),
        ("fri 3", Misread.OTHER_WEEKDAY),
        ("15 foo", Misread.UNKNOWN),
        ("fri sat", Misread.UNKNOWN),
        ("besok besok", Misread.UNKNOWN),
        ("+", Misread.UNKNOWN),
        ("+3x", Misread.UNKNOWN),
        ("100000", Misread.UNKNOWN),
        ("9" * 200, Misread.UNKNOWN),
        ("31/2", Misread.NO_SUCH_DAY),
        ("12/15", Misread.NO_SUCH_DAY),
        ("31/11/2026", Misread.NO_SUCH_DAY),
        ("29/2/2027", Misread.NO_SUCH_DAY),
        ("0", Misread.NO_SUCH_DAY),
        ("32", Misread.NO_SUCH_DAY),
        ("15/12 25:00", Misread.NO_SUCH_TIME),
        ("fri 10:75", Misread.NO_SUCH_TIME),
        ("13am", Misread.NO_SUCH_TIME),
        ("jam 25", Misread.NO_SUCH_TIME),
        ("mon 15/12", Misread.OTHER_WEEKDAY),
        ("senin 15 desember", Misread.OTHER_WEEKDAY),
    ],
)
def test_what_is_not_understood_says_why(text: str, why: Misread) -> None:
    assert read(text, NOW) is why


def test_short_months_keep_the_day_that_they_have() -> None:
    last = datetime(2027, 1, 31, 9, tzinfo=UTC)
    assert read("+1 m", last) == TypedMoment(date(2027, 2, 28))
    assert read("30", last) == TypedMoment(date(2027, 3, 30))
    assert read("31", last) == TypedMoment(date(2027, 1, 31))
