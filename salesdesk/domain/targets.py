"""Targets: how many contacts somebody shall make, and how far they are.

Source: docs/rules.md, "Targets".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from salesdesk.domain.errors import FieldFault, Invalid
from salesdesk.domain.pauses import OFFICE
from salesdesk.domain.people import same_uid
from salesdesk.domain.refusals import Reason, Why

MOST_A_DAY, MOST_A_WEEK = 500, 3_000
_ONE_DAY, _WEEK = timedelta(days=1), 7


@dataclass(frozen=True, slots=True)
class Target:
    """How many contacts; None: no such target."""

    per_day: int | None
    per_week: int | None

    @property
    def empty(self) -> bool:
        """Whether it asks for nothing."""
        return self.per_day is None and self.per_week is None


@dataclass(frozen=True, slots=True, order=True)
class TargetOf:
    """Whose target: one agent's, or that of everybody with a role.

    Attributes:
        uid: of the agent; '': it is a role's.
        role_id: of the role; 0: it is an agent's.
    """

    uid: str = ""
    role_id: int = 0


@dataclass(frozen=True, slots=True)
class StoredTarget:
    """A target as it stands.

    Attributes:
        event_id: of its last change; what a change was decided on.
    """

    of: TargetOf
    target: Target
    event_id: str


@dataclass(frozen=True, slots=True)
class Absence:
    """A time in which an agent was away, or the office (`OFFICE`) closed; not cut short since."""

    uid: str
    since: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class Progress:
    """How far somebody is, by their contacts of the office's day and week.

    Attributes:
        today, week: contacts made.
        day_due: the day's target; None: there is none, or nobody need work today.
        week_due: that of the whole week, days off taken from it; None: there is none.
        so_far: what of the week's was due on the days that are over.
        days_off: working days of this week that the agent is away or the office closed.
    """

    today: int
    week: int
    day_due: int | None
    week_due: int | None
    so_far: int
    days_off: int

    @property
    def behind(self) -> int:
        """How many contacts are missing for the days that are over."""
        return max(self.so_far - self.week, 0)

    @property
    def aims(self) -> bool:
        """Whether there is anything to reach."""
        return self.day_due is not None or self.week_due is not None


def checked(target: Target) -> Target:
    """The target, if it can be one.

    Raises:
        Invalid: a number is out of bounds, or a day asks for more than the week; by field.
    """
    faults = []
    for field, value, most in (
        ("per_day", target.per_day, MOST_A_DAY),
        ("per_week", target.per_week, MOST_A_WEEK),
    ):
        if value is not None and not 1 <= value <= most:
            faults.append(FieldFault(field, Reason.of(Why.TARGET_BOUNDS, highest=most)))
    if not faults and target.per_day and target.per_week and target.per_day > target.per_week:
        faults.append(FieldFault("per_week", Reason.of(Why.WEEK_BELOW_DAY)))
    if faults:
        raise Invalid(tuple(faults))
    return target


def counting(stored: Iterable[StoredTarget], uid: str, given_role: int | None) -> Target | None:
    """The target that counts for an agent: their own, else SalesDesk's role's, else the other's.

    Args:
        stored: of the agent and of the agent's active roles.
        given_role: the role that SalesDesk gave.
    """
    found = sorted(
        stored,
        key=lambda one: (not same_uid(one.of.uid, uid), one.of.role_id != given_role, one.of),
    )
    return found[0].target if found else None


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """Which days of the office are worked on.

    Attributes:
        working_days: how many of a week, from Monday on.
    """

    zone: ZoneInfo
    working_days: int
    absences: Sequence[Absence]

    def works(self, uid: str, day: date) -> bool:
        """Whether an agent works on a day: an absence takes a day off that it lasts to the end of.

        So the day on which somebody falls ill is off, and the one on which they are back is not.
        """
        if day.weekday() >= self.working_days:
            return False
        end = datetime.combine(day + _ONE_DAY, time(), self.zone)
        return not any(
            one.since < end <= one.until
            for one in self.absences
            if one.uid == OFFICE or same_uid(one.uid, uid)
        )

    def worked(self, uid: str, first: date, last: date) -> int:
        """How many days of a period an agent works on, both ends included."""
        days = (last - first).days + 1
        return sum(self.works(uid, first + at * _ONE_DAY) for at in range(max(days, 0)))


def due(target: Target, days: int, calendar: WorkCalendar) -> int:
    """What a target asks for on so many working days: the week's share of them, else the day's."""
    if target.per_week is None:
        return (target.per_day or 0) * days
    share, whole = target.per_week * days, calendar.working_days
    return (2 * share + whole) // (2 * whole)


def progress(
    target: Target | None, uid: str, today: date, calendar: WorkCalendar, made: tuple[int, int]
) -> Progress:
    """How far an agent is.

    Args:
        made: contacts of today, and of the week.
    """
    monday = today - today.weekday() * _ONE_DAY
    worked = calendar.worked(uid, monday, monday + (_WEEK - 1) * _ONE_DAY)
    off = calendar.working_days - worked
    if target is None:
        return Progress(*made, None, None, 0, off)
    return Progress(
        *made,
        target.per_day if calendar.works(uid, today) else None,
        due(target, worked, calendar) if target.per_week is not None else None,
        due(target, calendar.worked(uid, monday, today - _ONE_DAY), calendar),
        off,
    )
