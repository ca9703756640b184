"""Reminders: what is due, what was shown, what is put off, and when it is quiet.

Pure decisions: the clock is handed in, what was shown is kept by whoever asks. Source: the
follow-ups and the idle clock of docs/rules.md; a customer is announced 7, 3 and 1 days before it
leaves, and told of when it has left.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta, tzinfo
from enum import StrEnum
from typing import Protocol
from zoneinfo import ZoneInfo

from salesdesk.domain.follow_up import office_day
from salesdesk.domain.moments import DAY
from salesdesk.domain.ownership import UnbindingReason
from salesdesk.domain.queries import CustomerRow


class ReminderKind(StrEnum):
    """What a reminder is about; each kind can be turned off."""

    DUE = "due"
    OVERDUE = "overdue"
    LEAVING_7 = "leaving_7"
    LEAVING_3 = "leaving_3"
    LEAVING_1 = "leaving_1"
    LEFT = "left"
    GIVEN = "given"


#: So long somebody who left, or was given, is told of, unless it was taken out of the list.
LEFT_FOR = timedelta(days=3)

#: How many days before a customer leaves it is announced, the earliest first.
LEAVING_DAYS: Mapping[ReminderKind, int] = {
    ReminderKind.LEAVING_7: 7,
    ReminderKind.LEAVING_3: 3,
    ReminderKind.LEAVING_1: 1,
}


@dataclass(frozen=True, slots=True)
class Reminder:
    """One thing to be reminded of.

    Attributes:
        key: the same for the same follow-up or departure, however often it is read; another
            one as soon as its date changes.
        at: from when on it is to be shown.
        note: what the next step is about.
        reason: why a customer who left was released; None: it was transferred.
        by_name: who released, transferred or gave it; None: the system.
        owner_name: who has it now; None: nobody.
    """

    key: str
    kind: ReminderKind
    customer_id: str
    name: str
    company: str | None
    at: datetime
    next_step: datetime | None = None
    leaves_at: datetime | None = None
    note: str | None = None
    reason: UnbindingReason | None = None
    by_name: str | None = None
    owner_name: str | None = None

    @property
    def matter(self) -> tuple[str, str]:
        """What it is about: of two on the same matter the later one says it all."""
        if self.kind is ReminderKind.LEFT:
            return self.customer_id, "left"
        if self.kind is ReminderKind.GIVEN:
            return self.customer_id, "given"
        return self.customer_id, "leaving" if self.kind in LEAVING_DAYS else "follow-up"


def of_follow_up(
    row: CustomerRow, note: str | None, now: datetime, office: ZoneInfo
) -> tuple[Reminder, ...]:
    """The reminder of a customer's next step: due at its time, overdue when its day is over."""
    due = row.next_step
    if due is None:
        return ()
    its_day = office_day(due, office)
    if its_day.end <= now:
        return (_reminder(ReminderKind.OVERDUE, row, its_day.end, due, note=note),)
    return (_reminder(ReminderKind.DUE, row, due, due, note=note),)


def of_departure(row: CustomerRow, until: datetime) -> tuple[Reminder, ...]:
    """The announcements of a customer's departure ahead that are due until a moment."""
    if row.departure is None or row.departure.leaves_at <= row.now:
        # Who should have left already waits for a release run; the days before are over.
        return ()
    leaves_at = row.departure.leaves_at
    each = ((kind, leaves_at - days * DAY) for kind, days in LEAVING_DAYS.items())
    return tuple(_reminder(kind, row, at, leaves_at) for kind, at in each if at <= until)


def of_loss(
    row: CustomerRow,
    event_id: str,
    at: datetime,
    reason: UnbindingReason | None,
    by_name: str | None,
) -> Reminder:
    """What is told of a customer who left: by which act, why, and who has it now."""
    return Reminder(
        key=f"{ReminderKind.LEFT.value}:{event_id}",
        kind=ReminderKind.LEFT,
        customer_id=row.id,
        name=row.name,
        company=row.company,
        at=at,
        reason=reason,
        by_name=by_name,
        owner_name=row.owner_name,
    )


def of_gift(row: CustomerRow, event_id: str, at: datetime, by_name: str | None) -> Reminder:
    """What is told of a customer whom somebody else assigned, transferred or gave back."""
    return Reminder(
        key=f"{ReminderKind.GIVEN.value}:{event_id}",
        kind=ReminderKind.GIVEN,
        customer_id=row.id,
        name=row.name,
        company=row.company,
        at=at,
        by_name=by_name,
        owner_name=row.owner_name,
    )


def _reminder(
    kind: ReminderKind, row: CustomerRow, at: datetime, date: datetime, note: str | None = None
) -> Reminder:
    leaving = kind in LEAVING_DAYS
    return Reminder(
        key=f"{kind.value}:{row.id}:{date:%Y%m%dT%H%M%S}",
        kind=kind,
        customer_id=row.id,
        name=row.name,
        company=row.company,
        at=at,
        next_step=None if leaving else date,
        leaves_at=date if leaving else None,
        note=note,
    )


@dataclass(frozen=True, slots=True)
class Preferences:
    """What a person wants to be reminded of, and when not.

    Attributes:
        kinds: those that are turned on.
        quiet_from, quiet_until: times of the desktop's clock; both None: never quiet. The later
            one may be the earlier by the clock: then the quiet lasts over midnight.
    """

    kinds: frozenset[ReminderKind] = frozenset(ReminderKind)
    quiet_from: time | None = None
    quiet_until: time | None = None


def date_key(key: str) -> str:
    """What is put off: the follow-up of one date, whether it is due or overdue by now.

    Being overdue is told once more, but what was put off or taken out stays so over midnight.
    """
    kind, _, rest = key.partition(":")
    return f"follow_up:{rest}" if kind in _OF_FOLLOW_UPS else key


_OF_FOLLOW_UPS = frozenset({ReminderKind.DUE.value, ReminderKind.OVERDUE.value})


@dataclass(frozen=True, slots=True)
class Memory:
    """What a person has been shown and has put off.

    Attributes:
        shown: the keys of the reminders that were told.
        snoozed: until when, by `date_key`.
    """

    shown: frozenset[str] = frozenset()
    snoozed: Mapping[str, datetime] = field(default_factory=dict)

    def with_shown(self, keys: Iterable[str]) -> Memory:
        """The same after these were shown; one that was put off has had its time."""
        new = frozenset(keys)
        over = {date_key(key) for key in new}
        left = {key: until for key, until in self.snoozed.items() if key not in over}
        return Memory(self.shown | new, left)

    def snooze(self, key: str, until: datetime) -> Memory:
        """The same with this one put off."""
        return replace(self, snoozed={**self.snoozed, date_key(key): until})

    def kept_for(self, reminders: Collection[Reminder]) -> Memory:
        """The same without what no reminder asks for any more, so that it does not grow."""
        dates = {date_key(reminder.key) for reminder in reminders}
        snoozed = {key: until for key, until in self.snoozed.items() if key in dates}
        # One that is overdue by now was due before: a clock set back tells that no second time.
        return Memory(frozenset(key for key in self.shown if date_key(key) in dates), snoozed)

    def until(self, reminder: Reminder) -> datetime | None:
        """Until when it is put off; None: it is not."""
        return self.snoozed.get(date_key(reminder.key))


class MemoryStore(Protocol):
    """Where a person's memory is kept between two starts."""

    def load(self) -> Memory:
        """What was kept; an empty memory where nothing was or it cannot be read."""

    def change(self, step: Callable[[Memory], Memory]) -> Memory:
        """Change what is kept, as it stands now, and keep that; the new one.

        Another program of the same person may have changed it since it was loaded.
        """


@dataclass(frozen=True, slots=True)
class Decision:
    """What to do about reminders at one moment.

    Attributes:
        show: now, the oldest first; tell the memory of them.
        look_again: when something else may be to be shown; None: nothing is known to come.
    """

    show: tuple[Reminder, ...]
    look_again: datetime | None


def decide(
    reminders: Collection[Reminder],
    now: datetime,
    zone: tzinfo,
    preferences: Preferences,
    memory: Memory,
) -> Decision:
    """Which of these reminders to show now.

    None is shown twice unless it was put off. What fell into a sleep, a night off or the quiet
    hours is shown afterwards, of several announcements of one departure only the last.

    Args:
        now: by the database's clock.
        zone: the desktop's, in which the quiet hours are meant.
    """
    wanted = [one for one in reminders if one.kind in preferences.kinds]
    begun = _begun(wanted, now)
    waiting = [one for one in begun if _may_be_shown(one, now, memory)]
    coming = [one.at for one in wanted if one.at > now]
    coming += [
        until for one in begun
        if (until := memory.until(one)) is not None and until > now
    ]  # fmt: skip
    quiet_end = quiet_until(now, zone, preferences)
    if quiet_end is not None:
        if waiting:
            coming.append(quiet_end)
        waiting = []
    show = tuple(sorted(waiting, key=lambda one: (one.at, one.key)))
    return Decision(show, min(coming, default=None))


def _begun(wanted: Collection[Reminder], now: datetime) -> tuple[Reminder, ...]:
    """Those whose time has come, of several on one matter the latest.

    A departure that is over is announced no more: what was read before, while the server was away
    or the computer slept, may tell of one.
    """
    latest: dict[tuple[str, str], Reminder] = {}
    for one in sorted(wanted, key=lambda one: one.at):
        is_over = one.leaves_at is not None and one.leaves_at <= now
        if one.at <= now and not is_over:
            latest[one.matter] = one
    return tuple(latest.values())


def _may_be_shown(reminder: Reminder, now: datetime, memory: Memory) -> bool:
    until = memory.until(reminder)
    return until <= now if until is not None else reminder.key not in memory.shown


def quiet_until(now: datetime, zone: tzinfo, preferences: Preferences) -> datetime | None:
    """When the present quiet hours end; None: it is not quiet."""
    begin, end = preferences.quiet_from, preferences.quiet_until
    if begin is None or end is None or begin == end:
        return None
    local = now.astimezone(zone)
    clock = local.time()
    over_midnight = begin > end
    inside = clock >= begin or clock < end if over_midnight else begin <= clock < end
    if not inside:
        return None
    day = local.date()
    if over_midnight and clock >= begin:
        day += timedelta(days=1)
    return datetime.combine(day, end, zone).astimezone(now.tzinfo)


def standing(
    reminders: Collection[Reminder], now: datetime, preferences: Preferences, memory: Memory
) -> tuple[Reminder, ...]:
    """What the list of reminders holds, the oldest first: all that began and is not put off.

    Being shown takes nothing out of it, quiet hours neither; what is done leaves by itself.
    """
    wanted = [one for one in reminders if one.kind in preferences.kinds]
    return tuple(
        one for one in _begun(wanted, now) if (until := memory.until(one)) is None or until <= now
    )
