"""What reminders say."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from salesdesk.domain.idle_clock import days_until
from salesdesk.domain.reminders import LEAVING_DAYS, Reminder, ReminderKind
from salesdesk.ui.i18n import fill, translate
from salesdesk.ui.kit.formats import Formats, StepLevel
from salesdesk.ui.kit.painting.cells import Cell, DaysCell, Level, TextCell
from salesdesk.ui.texts import reason_word

ICONS = {
    ReminderKind.DUE: "calendar-check",
    ReminderKind.OVERDUE: "calendar-x",
    ReminderKind.LEAVING_7: "hourglass",
    ReminderKind.LEAVING_3: "hourglass",
    ReminderKind.LEAVING_1: "hourglass",
    ReminderKind.LEFT: "archive-restore",
    ReminderKind.GIVEN: "user-check",
}

#: So many names are told at once.
_NAMES = 3


def kind_word(kind: ReminderKind) -> str:
    """A kind in words, as the settings name it."""
    return {
        ReminderKind.DUE: translate("reminders", "A follow-up is due"),
        ReminderKind.OVERDUE: translate("reminders", "A follow-up is overdue"),
        ReminderKind.LEAVING_7: translate("reminders", "A customer leaves in 7 days"),
        ReminderKind.LEAVING_3: translate("reminders", "A customer leaves in 3 days"),
        ReminderKind.LEAVING_1: translate("reminders", "A customer leaves within a day"),
        ReminderKind.LEFT: translate("reminders", "A customer has left"),
        ReminderKind.GIVEN: translate("reminders", "A customer was given to you"),
    }[kind]


def person_of(reminder: Reminder) -> str:
    """The customer's name."""
    return reminder.name or translate("customers", "(no name)")


def name_of(reminder: Reminder) -> str:
    """The customer, with the company where there is one."""
    name = person_of(reminder)
    return f"{name}, {reminder.company}" if reminder.company else name


def since(reminder: Reminder, now: datetime, formats: Formats) -> Cell:
    """How much time is left, or how late it is, at a glance."""
    if reminder.leaves_at is not None:
        return DaysCell(formats.days_left(days_until(reminder.leaves_at, now)))
    if reminder.kind in {ReminderKind.LEFT, ReminderKind.GIVEN}:
        return TextCell(formats.ago(reminder.at, now), Level.TEXT2)
    step = formats.next_step(reminder.next_step, now, short=False)
    return TextCell(step.text, Level.URGENT if step.level is StepLevel.LATE else Level.TEXT)


def why(reminder: Reminder, now: datetime, formats: Formats) -> str:
    """Why the person is reminded."""
    if reminder.kind in LEAVING_DAYS and reminder.leaves_at is not None:
        said = translate("reminders", "leaves you {when}")
        return fill(said, when=formats.exact(reminder.leaves_at, now))
    if reminder.kind is ReminderKind.LEFT:
        return _why_left(reminder)
    if reminder.kind is ReminderKind.GIVEN:
        said = translate("reminders", "{name} gave you this customer")
        return fill(said, name=reminder.by_name or "")
    if reminder.next_step is None:
        return ""

    said = translate("reminders", "due {when}")
    if reminder.kind is ReminderKind.OVERDUE:
        said = translate("reminders", "was due {when}")
    said = fill(said, when=formats.step(reminder.next_step, now, weekday=True))
    return f"{said}: {' '.join(reminder.note.split())}" if reminder.note else said


def _why_left(reminder: Reminder) -> str:
    """'left you: inactivity; now with Eko Saputra', 'transferred by Rina Wulandari; …'."""
    if reminder.reason is None:
        said = translate("reminders", "was transferred")
        if reminder.by_name:
            said = fill(translate("reminders", "transferred by {name}"), name=reminder.by_name)
    elif reminder.by_name:
        said = fill(translate("reminders", "released by {name}"), name=reminder.by_name)
    else:
        reason = reason_word(reminder.reason).lower()
        said = fill(translate("reminders", "left you: {reason}"), reason=reason)
    if reminder.owner_name:
        now_with = translate("reminders", "{left}; now with {owner}")
        return fill(now_with, left=said, owner=reminder.owner_name)
    return said


def left_line(left: Sequence[Reminder], formats: Formats) -> str:
    """One line on customers who left: how many, and the first names."""
    if len(left) == 1:
        return fill(translate("reminders", "{name} has left you."), name=name_of(left[0]))
    said = translate("reminders", "{number} customers have left you: {names}")
    return fill(said, number=formats.number(len(left)), names=_first(left, formats))


def _first(told: Sequence[Reminder], formats: Formats) -> str:
    names = list(dict.fromkeys(person_of(one) for one in told))
    text = ", ".join(names[:_NAMES])
    if len(names) > _NAMES:
        more = formats.number(len(names) - _NAMES)
        text = fill(translate("reminders", "{names} and {number} more"), names=text, number=more)
    return text


def message(told: Sequence[Reminder], now: datetime, formats: Formats) -> tuple[str, str]:
    """Title and text of a desktop notification; several become one."""
    if len(told) == 1:
        return name_of(told[0]), why(told[0], now, formats)
    number = formats.number(len({one.customer_id for one in told}))
    # Not 'need you': that is Today's number, and reminders are told of some of them only.
    title = fill(translate("reminders", "Reminders of {number} customers"), number=number)
    if number == formats.number(1):
        title = translate("reminders", "Reminders of 1 customer")
    return title, _first(told, formats)
