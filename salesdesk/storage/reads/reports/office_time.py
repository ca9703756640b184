"""The office's calendar in SQL, as arithmetic on seconds.

CONVERT_TZ by name is null where a server has no zone tables, so the zone's offsets are found in
Python, for the time that is asked about, and bound as parameters.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, case, literal

from salesdesk.storage.db.sql_time import quotient, to_seconds

DAY_SECONDS = 86_400
_HOUR_SECONDS = 3_600
_EPOCH = date(1970, 1, 1)
#: 1970 began on a Thursday; weeks begin on Mondays.
_THURSDAY = 3


@dataclass(frozen=True, slots=True)
class OfficeTime:
    """The office's clock between two moments.

    Attributes:
        offsets: from which second of UTC on which seconds are added, in order.
    """

    offsets: tuple[tuple[int, int], ...]

    @classmethod
    def between(cls, zone: ZoneInfo, first: datetime, last: datetime) -> OfficeTime:
        """The clock of a zone, right for the moments from the first to the last."""
        found = [(to_seconds(first), _offset(zone, first))]
        moment = first
        while moment < last:
            after = min(moment + timedelta(days=1), last)
            if _offset(zone, after) != found[-1][1]:
                found.append((to_seconds(_change(zone, moment, after)), _offset(zone, after)))
            moment = after
        return cls(tuple(found))

    def local(self, utc: ColumnElement[int]) -> ColumnElement[int]:
        """Seconds of UTC as seconds on the office's clock."""
        (_, first), *later = self.offsets
        if not later:
            return utc + first
        changes = [(utc >= begin, literal(offset)) for begin, offset in reversed(later)]
        return utc + case(*changes, else_=literal(first))

    def day(self, utc: ColumnElement[int]) -> ColumnElement[int]:
        """The calendar day, counted from 1970."""
        return quotient(self.local(utc), DAY_SECONDS)

    def week(self, utc: ColumnElement[int]) -> ColumnElement[int]:
        """The calendar week, counted from 1970."""
        return quotient(self.day(utc) + _THURSDAY, 7)

    def weekday(self, utc: ColumnElement[int]) -> ColumnElement[int]:
        """The day of the week, 0 for Monday to 6."""
        return (self.day(utc) + _THURSDAY) % 7

    def hour(self, utc: ColumnElement[int]) -> ColumnElement[int]:
        """The hour of the day, 0 to 23."""
        return quotient(self.local(utc) % DAY_SECONDS, _HOUR_SECONDS)


def day_number(day: date) -> int:
    """A calendar day as `OfficeTime.day` counts it."""
    return (day - _EPOCH).days


def day_of(number: int) -> date:
    """The calendar day of such a number."""
    return _EPOCH + timedelta(days=number)


def week_number(monday: date) -> int:
    """The week of a day as `OfficeTime.week` counts it."""
    return (day_number(monday) + _THURSDAY) // 7


def monday_of(number: int) -> date:
    """The Monday of such a week."""
    return day_of(number * 7 - _THURSDAY)


def _offset(zone: ZoneInfo, moment: datetime) -> int:
    offset = moment.astimezone(zone).utcoffset()
    return int(offset.total_seconds()) if offset is not None else 0


def _change(zone: ZoneInfo, before: datetime, after: datetime) -> datetime:
    """The first second of the offset that holds at `after`."""
    wanted, span = _offset(zone, after), int((after - before).total_seconds())
    low, high = 0, span
    while high - low > 1:
        middle = (low + high) // 2
        if _offset(zone, before + timedelta(seconds=middle)) == wanted:
            high = middle
        else:
            low = middle
    return before + timedelta(seconds=high)
