"""A warning that a customer is about to be released: whether anybody saw it, and where."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from salesdesk.domain.events import derived_id
from salesdesk.domain.moments import DAY
from salesdesk.domain.reminders import LEAVING_DAYS, Reminder

#: What the ids of all warnings derive from, so that one is kept once, however often it is sent.
_ORIGIN = "5f1d3c1e-8a57-4a0e-9f6b-6a3c7d2e9b41"


@dataclass(frozen=True, slots=True)
class Warned:
    """A warning that a desktop showed.

    Attributes:
        key: of the reminder: another one as soon as the date of leaving changes.
        days: how many days before the release.
        at: when it was shown, or read.
        read: somebody opened the list of reminders, or the customer from its message.
    """

    key: str
    customer_id: str
    days: int
    at: datetime
    read: bool

    def event_id(self, uid: str, host: str) -> str:
        """The id of its event: the same for the same warning of a person on a computer."""
        return derived_id(_ORIGIN, f"{uid} {host} {self.key} {'read' if self.read else 'shown'}")


def warned(reminder: Reminder, at: datetime, *, read: bool) -> Warned | None:
    """The warning that a reminder is; None: it is about something else."""
    days = LEAVING_DAYS.get(reminder.kind)
    if days is None:
        return None
    return Warned(reminder.key, reminder.customer_id, days, at, read)


@dataclass(frozen=True, slots=True)
class WarningSeen:
    """What is known of one of the warnings before a release.

    Attributes:
        at: when it was seen; of one that nobody saw, when it was due.
        by_name, host: who saw it on which computer; '' nobody did.
    """

    days: int
    at: datetime
    by_name: str = ""
    host: str = ""
    read: bool = False


def due_before(released_at: datetime, days: int) -> datetime:
    """When a warning was due, reckoned from the release."""
    span: timedelta = days * DAY
    return released_at - span
