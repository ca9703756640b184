"""Dates that are text: which order they name day, month and year in, and what they mean."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

from salesdesk.domain.importing import DateOrder

_NOON = time(12)
_DATE = re.compile(
    r"(\d{1,4})[\s./\-]+(\d{1,2}|[^\W\d_]{3,})[\s./\-]+(\d{1,4})"
    r"(?:[\sT,]+(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:\.\d+)?\s*([ap]m)?)?",
    re.IGNORECASE,
)
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("jan",), ("feb", "peb"), ("mar",), ("apr",), ("may", "mei"), ("jun",), ("jul",),
            ("aug", "agu", "ags"), ("sep",), ("oct", "okt"), ("nov", "nop"), ("dec", "des"),
        ),
        1,
    )
    for name in names
}  # fmt: skip
_PLACES = {
    DateOrder.DAY_FIRST: (2, 1, 0),
    DateOrder.MONTH_FIRST: (2, 0, 1),
    DateOrder.YEAR_FIRST: (0, 1, 2),
}


class NoDate(ValueError):  # noqa: N818 - a state of a cell
    """The text is no date in this order."""


@dataclass(frozen=True, slots=True)
class GuessedOrder:
    """What the dates of a column tell of their order.

    Attributes:
        certain: some date can be read in no other order; else a person should look.
        examples: dates that can be read in two ways.
    """

    order: DateOrder
    certain: bool
    examples: tuple[str, ...] = ()


def guessed_order(cells: Iterable[str]) -> GuessedOrder:
    """The order of a column's dates; the day comes first where nothing tells."""
    votes = dict.fromkeys(DateOrder, 0)
    doubtful: list[str] = []
    seen = 0
    for cell in cells:
        found = _DATE.match(cell.strip())
        if found is None:
            continue
        seen += 1
        first, second = found[1], found[2]
        if len(first) > 2:
            votes[DateOrder.YEAR_FIRST] += 1
        elif not second.isdigit() or int(first) > 12:
            votes[DateOrder.DAY_FIRST] += 1
        elif int(second) > 12:
            votes[DateOrder.MONTH_FIRST] += 1
        elif int(first) != int(second):
            doubtful.append(cell.strip())
    order = max(DateOrder, key=lambda one: votes[one])
    against = votes[DateOrder.DAY_FIRST] and votes[DateOrder.MONTH_FIRST]
    certain = not doubtful or (votes[order] > 0 and not against)
    if order is DateOrder.YEAR_FIRST and doubtful:
        certain = False
        if votes[order] < seen:
            order = DateOrder.DAY_FIRST
    return GuessedOrder(order, certain, tuple(dict.fromkeys(doubtful))[:3])


def moment(text: str, order: DateOrder, zone: ZoneInfo) -> datetime:
    """The moment that a text means in the office's zone; without a time it is noon there.

    A year of four digits at the beginning is the year in any order, and a month in letters is
    the month.

    Raises:
        NoDate: it is none in this order.
    """
    try:
        return _moment(text, order, zone)
    except (ValueError, OverflowError) as fault:
        raise NoDate(text) from fault


def _moment(text: str, order: DateOrder, zone: ZoneInfo) -> datetime:
    found = _DATE.fullmatch(text.strip())
    if found is None:
        raise ValueError(text)
    parts = (found[1], found[2], found[3])
    if len(parts[0]) > 2:
        order = DateOrder.YEAR_FIRST
    elif not parts[1].isdigit():
        order = DateOrder.DAY_FIRST
    year_at, month_at, day_at = _PLACES[order]
    year = int(parts[year_at])
    if len(parts[year_at]) <= 2:
        year += 2000 if year < 70 else 1900
    day = datetime(year, _month(parts[month_at]), int(parts[day_at]), tzinfo=zone)
    return datetime.combine(day.date(), _time(found), zone).astimezone(UTC)


def _month(text: str) -> int:
    if text.isdigit():
        return int(text)
    number = _MONTHS.get(text[:3].lower())
    if number is None:
        raise ValueError(text)
    return number


def _time(found: re.Match[str]) -> time:
    if found[4] is None:
        return _NOON
    hour = int(found[4])
    if found[7] is not None:
        hour = hour % 12 + (12 if found[7].lower() == "pm" else 0)
    return time(hour, int(found[5]), int(found[6] or 0))
