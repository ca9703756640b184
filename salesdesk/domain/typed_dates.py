"""What people type for a day or a moment, in English and Indonesian.

'15/12', '15/12 14:30', 'fri 3pm', 'besok', 'lusa', '+3', 'senin 10.00', '10.00', '2 minggu lagi'.

A day comes before its month. A date without a year is the nearest one in the direction that is
asked for: ahead for a plan, back for what has happened. Two numbers with a dot are a time where
they can be one ('10.00', '15.12'), else a day ('31.12'). A weekday is never today. What is not
understood is a `Misread`, never a guess. Pure: the present wall clock is an argument.
"""

from __future__ import annotations

import calendar
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum


class Misread(StrEnum):
    """Why a text is no day and no moment."""

    UNKNOWN = "unknown"
    NO_SUCH_DAY = "no_such_day"
    NO_SUCH_TIME = "no_such_time"
    OTHER_WEEKDAY = "other_weekday"


class Toward(StrEnum):
    """Where a day without a year, and a weekday, are looked for."""

    FUTURE = "future"
    PAST = "past"


@dataclass(frozen=True, slots=True)
class TypedMoment:
    """A day, and the time where one was said; a wall clock of the zone that the reader means."""

    day: date
    time: time | None = None


def read(
    text: str,
    now: datetime,
    *,
    toward: Toward = Toward.FUTURE,
    standing: date | None = None,
) -> TypedMoment | Misread:
    """What the text means.

    Args:
        text: not blank.
        now: the present wall clock of the zone that is meant.
        standing: the day that stands; a time alone is a time of that day.
    """
    words = _tidy(text)
    if not words or len(words) > _LONGEST:
        return Misread.UNKNOWN
    try:
        soon = _wait(words, now)
        if soon is not None:
            return TypedMoment(soon.date(), soon.time())
        rest, clock = _split_time(words)
        day = _Days(now.date(), toward)
        if rest:
            return TypedMoment(day.read(rest), clock)
        if clock is None:
            return Misread.UNKNOWN
        return TypedMoment(standing or _day_of_time(clock, now, toward), clock)
    except _UnreadableError as fault:
        return fault.why
    except (OverflowError, ValueError):
        return Misread.NO_SUCH_DAY


_LONGEST = 60


class _UnreadableError(Exception):
    def __init__(self, why: Misread) -> None:
        super().__init__(why)
        self.why = why


def _names(*groups: str) -> dict[str, int]:
    return {name: number for number, group in enumerate(groups) for name in group.split()}


_WEEKDAYS = _names(
    "mon monday senin sen snn",
    "tue tues tuesday selasa sel sls",
    "wed weds wednesday rabu rab rbu",
    "thu thur thurs thursday kamis kam kms",
    "fri friday jumat jum jmt",
    "sat saturday sabtu sab sbt",
    "sun sunday minggu min mgg ahad",
)
_MONTHS = _names(
    "",
    "jan january januari",
    "feb february februari peb",
    "mar march maret mrt",
    "apr april",
    "may mei",
    "jun june juni",
    "jul july juli",
    "aug august agustus agu agt agst",
    "sep sept september",
    "oct october oktober okt",
    "nov november nop nopember",
    "dec december desember des",
)
_DAYS_FROM_TODAY = {
    "today": 0,
    "hari ini": 0,
    "sekarang": 0,
    "now": 0,
    "tomorrow": 1,
    "tmr": 1,
    "tmrw": 1,
    "tomorow": 1,
    "besok": 1,
    "bsk": 1,
    "esok": 1,
    "besuk": 1,
    "lusa": 2,
    "besok lusa": 2,
    "day after tomorrow": 2,
    "overmorrow": 2,
    "yesterday": -1,
    "kemarin": -1,
    "kmrn": -1,
    "kemaren": -1,
    "day before yesterday": -2,
    "kemarin dulu": -2,
    "kemarin lusa": -2,
    "next week": 7,
    "minggu depan": 7,
    "pekan depan": 7,
    "last week": -7,
    "minggu lalu": -7,
    "pekan lalu": -7,
}
_MONTHS_FROM_TODAY = {"next month": 1, "bulan depan": 1, "last month": -1, "bulan lalu": -1}
_MONTH_ENDS = {"end of month", "end of the month", "akhir bulan", "akhir bulan ini"}

_HALVES = "am|pm|pagi|siang|sore|malam"
_HOURS_OF_DAY = {
    "morning": time(9),
    "pagi": time(9),
    "noon": time(12),
    "midday": time(12),
    "siang": time(12),
    "afternoon": time(15),
    "sore": time(16),
    "evening": time(19),
    "malam": time(19),
}
_LED = r"(?:\b(?:at|jam|pukul|pkl|pk)\s*|@\s*)"
_TIMES = re.compile(
    rf"(?P<led>{_LED})?(?<![\d./:-])(?P<h>\d{{1,2}})(?P<dot>[.:])(?P<m>\d{{2}})(?::\d{{2}})?"
    rf"(?![\d./:-])\s*(?P<half>(?:{_HALVES})\b)?"
)
_HOUR = re.compile(
    rf"(?:{_LED}(?P<h>\d{{1,2}})(?![\d./:-])\s*(?P<half>(?:{_HALVES})\b)?"
    rf"|(?<![\d./:+-])\b(?P<h2>\d{{1,2}})\s*(?P<half2>(?:{_HALVES})\b))"
)
_OF_DAY = re.compile(rf"(?<!\S)(?:{'|'.join(_HOURS_OF_DAY)})$")
_WAIT = re.compile(
    r"(?:\+\s*|in\s+)?(?P<n>\d{1,3})\s*"
    r"(?:(?P<hours>h|hr|hrs|hour|hours|jam)|(?P<minutes>min|mins|minute|minutes|menit|mnt))"
    r"(?:\s+lagi)?"
)

_UNITS = {
    "": 1,
    **dict.fromkeys(("d", "day", "days", "hari", "hr", "h"), 1),
    **dict.fromkeys(("w", "wk", "wks", "week", "weeks", "minggu", "mgg", "pekan"), 7),
}
_MONTH_UNITS = ("m", "mo", "month", "months", "bulan", "bln")
_OFFSET = re.compile(r"(?P<sign>[+-]|in )\s*(?P<n>\d{1,3})\s*(?P<unit>[a-z]*)(?: lagi)?")
_SPAN = re.compile(
    r"(?P<n>\d{1,3})\s*(?P<unit>[a-z]+)(?P<end> lagi| ago| lalu| yang lalu| from now)?"
)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NUMBERS = re.compile(r"(\d{1,2})([/.-])(\d{1,2})(?:\2(\d{4}|\d{2})?)?")
_DAY_MONTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[ -]?(?:of )?([a-z]+)(?:[ -]?(\d{4}|\d{2}))?")
_MONTH_DAY = re.compile(r"([a-z]+) ?(\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}))?")
_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?")
_FILLER = re.compile(r"^(?:on|pada|the|tgl|tanggal|hari(?= [a-z]+)(?! ini\b)) ?(?=\S)")
_NEXT = re.compile(r"(?:next (?P<a>[a-z]+)|(?P<b>[a-z]+) (?:next|depan))")
_LAST = re.compile(r"(?:last (?P<a>[a-z]+)|(?P<b>[a-z]+) (?:lalu|yang lalu))")
_THIS = re.compile(r"(?:(?:this|coming) (?P<a>[a-z]+)|(?P<b>[a-z]+) ini)")


def _tidy(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).casefold()
    plain = re.sub(r"[\u2018\u2019\u02bc'`]", "", plain).replace("\u2212", "-")
    plain = re.sub(r"\b([ap])\.m\.?(?!\w)", r"\1m", plain)
    return " ".join(re.sub(r"[,;()]", " ", plain).split())


def _wait(words: str, now: datetime) -> datetime | None:
    """'+2h', '30 menit lagi': so long from now, in whole minutes."""
    found = _WAIT.fullmatch(words)
    if found is None:
        return None
    number = int(found["n"])
    span = timedelta(hours=number) if found["hours"] else timedelta(minutes=number)
    return (now + span).replace(second=0, microsecond=0)


def _split_time(words: str) -> tuple[str, time | None]:
    """The text without its time, and the time."""
    wrong = False
    for found in reversed(list(_TIMES.finditer(words))):
        clock = _clock(int(found["h"]), int(found["m"]), found["half"] or "")
        if clock is not None:
            return _without(words, found), clock
        # '31.12' may still be a day.
        wrong = wrong or found["dot"] == ":" or bool(found["led"] or found["half"])
    if wrong:
        raise _UnreadableError(Misread.NO_SUCH_TIME)
    hour = _HOUR.search(words)
    if hour is not None:
        clock = _clock(int(hour["h"] or hour["h2"]), 0, hour["half"] or hour["half2"] or "")
        if clock is None:
            raise _UnreadableError(Misread.NO_SUCH_TIME)
        return _without(words, hour), clock
    part = _OF_DAY.search(words)
    if part is not None:
        return _without(words, part), _HOURS_OF_DAY[part[0]]
    return words, None


def _without(words: str, found: re.Match[str]) -> str:
    return " ".join(f"{words[: found.start()]} {words[found.end() :]}".split())


def _clock(hour: int, minute: int, half: str) -> time | None:
    """The time of day; None where there is no such one."""
    if minute > 59 or hour > 23:
        return None
    if half in ("am", "pagi"):
        if hour > 12:
            return None
        hour %= 12
    elif half in ("pm", "sore") or (half == "malam" and 5 < hour < 12):
        hour = hour if hour > 12 else hour % 12 + 12
    elif half == "malam" and hour <= 12:
        # '2 malam' and '12 malam' are the night after midnight: of which day is not said.
        return None
    elif half == "siang" and hour < 10:
        hour += 12
    return time(hour, minute)


def _day_of_time(clock: time, now: datetime, toward: Toward) -> date:
    """The day of a time alone: today, or the nearest day on which it lies where it is asked."""
    today = now.date()
    if toward is Toward.FUTURE:
        return today if clock > now.time() else today + timedelta(days=1)
    return today if clock <= now.time() else today - timedelta(days=1)


class _Days:
    """Reads the part of a text that names a day."""

    def __init__(self, today: date, toward: Toward) -> None:
        self._today = today
        self._ahead = toward is Toward.FUTURE

    def read(self, words: str) -> date:
        """The day; raises _UnreadableError, or ValueError where there is no such one."""
        bare = _FILLER.sub("", words)
        readers: tuple[Callable[[str], date | None], ...] = (
            self._named,
            self._offset,
            self._weekday,
            self._written,
            self._with_weekday,
        )
        for reader in readers:
            day = reader(bare)
            if day is not None:
                return day
        raise _UnreadableError(Misread.UNKNOWN)

    def _named(self, words: str) -> date | None:
        if words in _DAYS_FROM_TODAY:
            return self._today + timedelta(days=_DAYS_FROM_TODAY[words])
        if words in _MONTHS_FROM_TODAY:
            return _months_on(self._today, _MONTHS_FROM_TODAY[words])
        if words in _MONTH_ENDS:
            last = calendar.monthrange(self._today.year, self._today.month)[1]
            return self._today.replace(day=last)
        return None

    def _offset(self, words: str) -> date | None:
        found = _OFFSET.fullmatch(words)
        if found is not None:
            number = -int(found["n"]) if found["sign"] == "-" else int(found["n"])
            return self._on(number, found["unit"])
        found = _SPAN.fullmatch(words)
        if found is None:
            return None
        back = (found["end"] or "").endswith(("ago", "lalu"))
        return self._on(-int(found["n"]) if back else int(found["n"]), found["unit"])

    def _on(self, number: int, unit: str) -> date | None:
        if unit in _MONTH_UNITS:
            return _months_on(self._today, number)
        days = _UNITS.get(unit)
        return None if days is None else self._today + timedelta(days=number * days)

    def _weekday(self, words: str) -> date | None:
        if words in _WEEKDAYS:
            return self._nearest(_WEEKDAYS[words], self._ahead)
        monday = self._today - timedelta(days=self._today.weekday())
        for pattern, weeks in ((_NEXT, 1), (_LAST, -1)):
            number = _weekday_in(pattern.fullmatch(words))
            if number is not None:
                return monday + timedelta(weeks=weeks, days=number)
        number = _weekday_in(_THIS.fullmatch(words))
        return None if number is None else self._nearest(number, self._ahead)

    def _nearest(self, weekday: int, ahead: bool) -> date:
        """The next or the last such weekday, never today."""
        if ahead:
            return self._today + timedelta(days=(weekday - self._today.weekday() - 1) % 7 + 1)
        return self._today - timedelta(days=(self._today.weekday() - weekday - 1) % 7 + 1)

    def _written(self, words: str) -> date | None:
        iso = _ISO.fullmatch(words)
        if iso is not None:
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
        numbers = _NUMBERS.fullmatch(words)
        if numbers is not None:
            return self._dated(int(numbers[1]), int(numbers[3]), numbers[4])
        dated = _DAY_MONTH.fullmatch(words)
        if dated is not None and dated[2] in _MONTHS:
            return self._dated(int(dated[1]), _MONTHS[dated[2]], dated[3])
        dated = _MONTH_DAY.fullmatch(words)
        if dated is not None and dated[1] in _MONTHS:
            return self._dated(int(dated[2]), _MONTHS[dated[1]], dated[3])
        day = _DAY.fullmatch(words)
        return None if day is None else self._of_month(int(day[1]))

    def _with_weekday(self, words: str) -> date | None:
        """'Tue 15 December': the weekday has to be that of the day."""
        first, _, rest = words.partition(" ")
        if first not in _WEEKDAYS or not rest:
            return None
        day = self._written(_FILLER.sub("", rest))
        if day is not None and day.weekday() != _WEEKDAYS[first]:
            raise _UnreadableError(Misread.OTHER_WEEKDAY)
        return day

    def _dated(self, day: int, month: int, year: str | None) -> date:
        if year:
            return date(int(year) if len(year) == 4 else 2000 + int(year), month, day)
        step = 1 if self._ahead else -1
        # 29 February is at most eight years away.
        for number in range(self._today.year, self._today.year + 9 * step, step):
            if month == 2 and day == 29 and not calendar.isleap(number):
                continue
            found = date(number, month, day)
            if (found >= self._today) if self._ahead else (found <= self._today):
                return found
        raise ValueError("no such day")

    def _of_month(self, day: int) -> date:
        """The nearest day of that number; months that have none are passed over."""
        if not 1 <= day <= 31:
            raise _UnreadableError(Misread.NO_SUCH_DAY)
        step = 1 if self._ahead else -1
        first = self._today.replace(day=1)
        for months in (0, step, 2 * step):
            month = _months_on(first, months)
            if day <= calendar.monthrange(month.year, month.month)[1]:
                found = month.replace(day=day)
                if (found >= self._today) if self._ahead else (found <= self._today):
                    return found
        raise _UnreadableError(Misread.NO_SUCH_DAY)


def _weekday_in(found: re.Match[str] | None) -> int | None:
    return None if found is None else _WEEKDAYS.get(found["a"] or found["b"])


def _months_on(day: date, months: int) -> date:
    """The same day so many months on, or the last of a month that is shorter."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))
