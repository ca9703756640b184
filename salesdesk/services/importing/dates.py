"""Dates as people and programs write them: which order a column names day and month in, and what
its cells mean (docs/rules.md, "Imports").
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

from salesdesk.domain.importing import DateOrder

_NOON = time(12)
#: Lines of one day stand together.
_REMEMBERED = 4_096
#: For what does not depend on one.
ANY_ZONE = ZoneInfo("UTC")
#: Day 1 of a workbook; it counts a 29 February 1900 that never was.
_SERIAL_START = date(1899, 12, 30)
_SERIAL = re.compile(r"([2-7]\d{4})(?:[.,](\d+))?")
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)")
_WEEKDAYS = (
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "senin",
    "selasa", "rabu", "kamis", "jumat", "jum'at", "sabtu", "minggu", "ahad",
)  # fmt: skip
_WEEKDAY = re.compile(
    r"^(?:tgl\.?|tanggal)?\s*([^\W\d_]{3,}(?:['’]at)?)\.?\s*,?\s+(?=\S)", re.IGNORECASE
)
_DATE = re.compile(
    r"(?P<a>\d{1,4})(?:st|nd|rd|th)?[\s./\-]+(?P<b>\d{1,2}|[^\W\d_]{3,}\.?)[\s./\-,'’]+(?P<c>\d{1,4})"
)
_MONTH_IN_FRONT = re.compile(
    r"(?P<b>[^\W\d_]{3,})\.?[\s\-]+(?P<a>\d{1,2})(?:st|nd|rd|th)?[\s,\-]+(?P<c>\d{4})"
)
_TIME = re.compile(
    r"(?:pukul|pkl\.?|jam|at|@)?\s*(?P<h>\d{1,2})(?:[:.](?P<m>\d{2})(?:[:.](?P<s>\d{2})(?:[.,]\d+)?)?)?"
    r"\s*(?P<half>[ap]\.?m\.?)?\s*(?P<zone>wib|wita|wit|z|utc|gmt|(?:gmt|utc)?[+-]\d{2}:?\d{2})?",
    re.IGNORECASE,
)
_FRACTION = re.compile(r"0?[.,]\d+|0|1")
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("jan",), ("feb", "peb"), ("mar",), ("apr",), ("may", "mei"), ("jun",), ("jul",),
            ("aug", "agu", "ags", "agt"), ("sep",), ("oct", "okt"), ("nov", "nop"), ("dec", "des"),
        ),
        1,
    )
    for name in names
}  # fmt: skip
_ZONES = {"wib": 7, "wita": 8, "wit": 9, "z": 0, "utc": 0, "gmt": 0}


class NoDate(ValueError):  # noqa: N818 - a state of a cell
    """The text is no date in this order."""


@dataclass(frozen=True, slots=True)
class Moment:
    """What a cell says.

    Attributes:
        at: the moment; at noon where no time is said.
        timed: a time is said.
    """

    at: datetime
    timed: bool


@dataclass(frozen=True, slots=True)
class GuessedOrder:
    """What the dates of a column tell of their order.

    Attributes:
        certain: nothing in the column can be read in another order; else a person should look.
        examples: dates that can be read in two ways.
        swapped: real dates of a workbook in a column of text with the day first: the program
            that opened it may have taken their days for months.
    """

    order: DateOrder
    certain: bool
    examples: tuple[str, ...] = ()
    swapped: tuple[str, ...] = ()


@dataclass
class OrderVotes:
    """Gathers, cell by cell, what a whole column tells of the order of its dates."""

    day: int = 0
    month: int = 0
    year: int = 0
    read: int = 0
    doubtful: dict[str, None] = field(default_factory=dict)
    real: dict[str, None] = field(default_factory=dict)

    _MOST = 3

    def take(self, cell: str, *, real: bool = False) -> None:
        """Count one cell; `real`: the workbook holds it as a date."""
        text = _without_weekday(cell.strip())
        found = _DATE.match(text)
        if found is None:
            return
        self.read += 1
        first, second = found["a"], found["b"]
        if real:
            day = found["c"]
            if int(day) <= 12 and day != second and len(self.real) < self._MOST:
                self.real[text[:10]] = None
        elif len(first) > 2:
            self.year += 1
        elif not second.isdigit():
            pass  # the month in letters says nothing of other cells
        elif int(first) > 12:
            self.day += 1
        elif int(second) > 12:
            self.month += 1
        elif int(first) != int(second) and len(self.doubtful) < self._MOST:
            self.doubtful[cell.strip()] = None

    def guessed(self) -> GuessedOrder:
        """The order; the day comes first where nothing tells."""
        order = DateOrder.DAY_FIRST
        if self.month > self.day:
            order = DateOrder.MONTH_FIRST
        elif self.year and not self.day and not self.doubtful:
            order = DateOrder.YEAR_FIRST
        told = (self.day > 0) != (self.month > 0)
        certain = told or not (self.doubtful or (self.day and self.month))
        swapped = tuple(self.real) if self.day or self.month else ()
        return GuessedOrder(order, certain, tuple(self.doubtful) if not certain else (), swapped)


def guessed_order(cells: Iterable[str]) -> GuessedOrder:
    """The order of a column's dates; the day comes first where nothing tells."""
    votes = OrderVotes()
    for cell in cells:
        votes.take(cell)
    return votes.guessed()


def looks_like_one(text: str) -> bool:
    """Whether a text is a date in some order."""
    for order in (DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST):
        try:
            read(text, order, ANY_ZONE)
        except NoDate:
            continue
        return True
    return False


def looks_like_time(text: str) -> bool:
    """Whether a text is a time of the day."""
    return ":" in text and _TIME.fullmatch(text.strip()) is not None


def moment(text: str, order: DateOrder, zone: ZoneInfo) -> datetime:
    """The moment that a text means in the office's zone; without a time it is noon there.

    Raises:
        NoDate: it is none in this order.
    """
    return read(text, order, zone).at


@lru_cache(maxsize=_REMEMBERED)
def read(text: str, order: DateOrder, zone: ZoneInfo, clock: str = "") -> Moment:
    """What a date means in the office's zone, with a time from another cell.

    A year of four digits in front is the year in any order, a month in letters is the month.

    Raises:
        NoDate: it is none in this order.
    """
    try:
        return _read(_without_weekday(text.strip()), order, zone, clock.strip())
    except (ValueError, OverflowError) as fault:
        raise NoDate(text) from fault


def swapped(day: str) -> date:
    """A day of a workbook, 2026-05-03, with its day and month the other way round."""
    year, month, of_month = day.split("-")
    return date(int(year), int(of_month), int(month))


def _read(text: str, order: DateOrder, zone: ZoneInfo, clock: str) -> Moment:
    day, rest = _day(text, order)
    said: time | None = None
    where: tzinfo = zone
    if isinstance(rest, time):
        said = rest
    elif rest:
        said, where = _time(rest, zone)
    if said is None and clock:
        said, where = _time(clock, zone)
    at = datetime.combine(day, said or _NOON, where)
    return Moment(at.astimezone(UTC), said is not None)


def _day(text: str, order: DateOrder) -> tuple[date, str | time]:
    """The day, and the rest of the text or the time that a serial number holds."""
    serial = _SERIAL.fullmatch(text)
    if serial is not None:
        return _of_serial(serial)
    compact = _COMPACT.fullmatch(text)
    if compact is not None:
        return date(*map(int, compact.groups())), ""
    found = _MONTH_IN_FRONT.match(text) or _DATE.match(text)
    if found is None:
        raise ValueError(text)
    rest = text[found.end() :]
    if rest and not (rest[0] in " ,T\n" or rest[0] == "-"):
        raise ValueError(text)
    return _of_parts(found["a"], found["b"], found["c"], order), rest.strip(" ,T-\n")


def _of_serial(found: re.Match[str]) -> tuple[date, str | time]:
    day = _SERIAL_START + timedelta(days=int(found[1]))
    if not found[2] or not int(found[2]):
        return day, ""
    return day, _of_fraction(float(f"0.{found[2]}"))


def _of_fraction(of_day: float) -> time:
    """The time of the day that a workbook writes as a part of it."""
    seconds = min(round(of_day * 86_400), 86_399)
    return time(seconds // 3_600, seconds // 60 % 60, seconds % 60)


def _of_parts(first: str, second: str, third: str, order: DateOrder) -> date:
    if not second.isdigit():
        day, month, year = (third, second, first) if len(first) > 2 else (first, second, third)
    elif len(first) > 2 or (order is DateOrder.YEAR_FIRST and len(third) <= 2):
        year, month, day = first, second, third
    elif order is DateOrder.MONTH_FIRST:
        month, day, year = first, second, third
    else:
        day, month, year = first, second, third
    number = int(year)
    if len(year) <= 2:
        number += 2000 if number < 70 else 1900
    return date(number, _month(month), int(day))


def _month(text: str) -> int:
    if text.isdigit():
        return int(text)
    number = _MONTHS.get(text[:3].lower())
    if number is None:
        raise ValueError(text)
    return number


def _time(text: str, zone: tzinfo) -> tuple[time, tzinfo]:
    if _FRACTION.fullmatch(text):
        return _of_fraction(float(text.replace(",", "."))), zone
    found = _TIME.fullmatch(text)
    if found is None:
        raise ValueError(text)
    hour, half = int(found["h"]), (found["half"] or "").lower().replace(".", "")
    if half:
        if not 1 <= hour <= 12:
            raise ValueError(text)
        hour = hour % 12 + (12 if half == "pm" else 0)
    said = time(hour, int(found["m"] or 0), int(found["s"] or 0))
    return said, _zone(found["zone"], zone)


def _zone(text: str | None, office: tzinfo) -> tzinfo:
    if not text:
        return office
    named = _ZONES.get(text.lower())
    if named is not None:
        return timezone(timedelta(hours=named))
    sign, digits = re.sub(r"^(?:gmt|utc)", "", text.lower())[0], re.sub(r"\D", "", text)
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-offset if sign == "-" else offset)


def _without_weekday(text: str) -> str:
    found = _WEEKDAY.match(text)
    if found is None:
        return text
    word = found[1].lower().replace("’", "'")
    if any(day.startswith(word) for day in _WEEKDAYS) and word[:3] not in _MONTHS:
        return text[found.end() :]
    if word in {"tgl", "tanggal"}:
        return text[found.end() :]
    return text
