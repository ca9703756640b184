"""One line of Today as the list shows it: texts are made once per row, off the UI thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from salesdesk.domain.contact import Method, Outcome
from salesdesk.domain.day import Freed, Section, TodayRow
from salesdesk.domain.idle_clock import whole_days
from salesdesk.domain.ownership import UnbindingReason
from salesdesk.domain.people import Actor
from salesdesk.domain.queries import CustomerRow
from salesdesk.ui.actions.actions import CustomerAct, applies
from salesdesk.ui.i18n import fill, translate
from salesdesk.ui.kit.formats import DaysLeft, Formats
from salesdesk.ui.kit.painting.cells import ChipCell, Level
from salesdesk.ui.texts import days_left, leaving, name_of, shown_status, status_tone


class RowAct(StrEnum):
    """What a row of Today offers, in this order; a claim stands where Log does."""

    LOG = "log"
    CLAIM = "claim"
    WHATSAPP = "whatsapp"
    CALL = "call"
    PLAN = "plan"
    OPEN = "open"

    @property
    def leads(self) -> bool:
        """Whether it stands first and is a word."""
        return self in {RowAct.LOG, RowAct.CLAIM}


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a customer is listed.

    Attributes:
        lead: so many characters at the beginning stand out.
        level: how they do.
        note: so many characters at the end are what somebody wrote.
    """

    text: str
    lead: int = 0
    level: Level = Level.TEXT
    note: int = 0


@dataclass(frozen=True, slots=True)
class DayLine:
    """A customer on Today."""

    row: TodayRow
    name: str
    company: str
    chip: ChipCell
    reason: Reason
    reason_tip: str
    days: DaysLeft
    days_tip: str
    acts: tuple[RowAct, ...]

    @property
    def id(self) -> str:
        """The customer's id."""
        return self.row.customer.id

    @property
    def spoken(self) -> str:
        """The whole line in words, for screen readers."""
        parts = (self.name, self.company, self.chip.text, self.reason.text, self.days.text)
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class SectionHead:
    """The line above the customers of a section."""

    section: Section
    icon: str
    title: str
    count: str
    hint: str


@dataclass(frozen=True, slots=True)
class MoreLine:
    """The last line of a section that has not been read to its end."""

    text: str


@dataclass(frozen=True, slots=True)
class TextContext:
    """For whom and how the lines are worded.

    Attributes:
        whole: whether everybody's customers are shown, so that owners have to be named.
    """

    formats: Formats
    actor: Actor
    whole: bool


ICONS = {
    Section.RELEASING: "hourglass",
    Section.OVERDUE: "calendar-x",
    Section.TODAY: "calendar-check",
    Section.WITHOUT_STEP: "circle-alert",
    Section.NEW_IN_POOL: "archive-restore",
}


def section_words(section: Section, *, whole: bool) -> tuple[str, str]:
    """A section's title, and what it holds or how it is sorted."""
    leave = translate("today", "Leave you within 7 days if nobody contacts them")
    if whole:
        leave = translate("today", "Leave their owner within 7 days if nobody contacts them")
    return {
        Section.RELEASING: (translate("today", "Releasing soon"), leave),
        Section.OVERDUE: (
            translate("today", "Overdue follow-ups"), translate("today", "Longest overdue first"),
        ),
        Section.TODAY: (translate("today", "Due today"), translate("today", "By time")),
        Section.WITHOUT_STEP: (
            translate("today", "Warm and hot without a next step"),
            translate("today", "Plan something, or they go quiet"),
        ),
        Section.NEW_IN_POOL: (
            translate("today", "New in the pool"), translate("today", "Freed or new today"),
        ),
    }[section]  # fmt: skip


def line_of(row: TodayRow, telling: TextContext) -> DayLine:
    """The line of a customer."""
    customer, formats = row.customer, telling.formats
    departure, reason = customer.departure, reason_of(row, telling)
    return DayLine(
        row,
        name_of(customer),
        customer.company or "",
        ChipCell(shown_status(customer), status_tone(customer)),
        reason,
        _reason_tip(row, reason, formats),
        days_left(customer, formats),
        leaving(departure, customer, formats) if departure is not None else "",
        _acts(row, telling.actor),
    )


def _reason_tip(row: TodayRow, reason: Reason, formats: Formats) -> str:
    """The whole reason, and of a next step the desktop's time where it is not the office's."""
    due, now = row.customer.next_step, row.customer.now
    if row.section not in (Section.OVERDUE, Section.TODAY) or due is None:
        return reason.text
    if formats.tip(due, now) == formats.exact(due, now):
        return reason.text
    return f"{reason.text}\n{formats.tip(due, now)}"


def _acts(row: TodayRow, actor: Actor) -> tuple[RowAct, ...]:
    if row.section is Section.NEW_IN_POOL:
        offered: Sequence[tuple[RowAct, CustomerAct]] = ((RowAct.CLAIM, CustomerAct.CLAIM),)
    else:
        offered = (
            (RowAct.LOG, CustomerAct.LOG),
            (RowAct.WHATSAPP, CustomerAct.WHATSAPP),
            (RowAct.CALL, CustomerAct.CALL),
            (RowAct.PLAN, CustomerAct.PLAN),
        )
    found = [shown for shown, act in offered if applies(act, row.customer, actor)]
    return (*found, RowAct.OPEN)


# --- the reason in words -------------------------------------------------------------------------


def reason_of(row: TodayRow, telling: TextContext) -> Reason:
    """Why the customer is listed: 'Last call 12 May, 27 days; leaves you in 3 days'."""
    customer, formats = row.customer, telling.formats
    if row.section is Section.NEW_IN_POOL:
        return Reason(_freed(row.freed, customer, formats))
    if row.section is Section.OVERDUE:
        return _late(row, formats)
    if row.section is Section.TODAY:
        return _due(row, formats)
    if row.section is Section.WITHOUT_STEP:
        nothing = translate("today", "nothing planned since")
        return Reason(f"{_last(customer, formats, days=False)}; {nothing}")
    return Reason(f"{_last(customer, formats, days=True)}; {_leaves(customer, telling)}")


def _last(row: CustomerRow, formats: Formats, *, days: bool) -> str:
    """'Last WhatsApp 14 May, no answer, 25 days', 'Claimed 15 May, never contacted, 24 days'."""
    at, never = row.last_contact, row.last_contact is None
    if at is None:
        at = row.owned_since
    if at is None:
        return translate("today", "Never contacted")
    date = formats.date(at, row.now)
    parts = [fill(_contact_word(row.last_method), date=date)]
    if never:
        parts = [fill(translate("today", "Claimed {date}"), date=date)]
        parts.append(translate("today", "never contacted"))
    elif row.last_outcome is Outcome.UNSUCCESSFUL:
        parts.append(translate("today", "no answer"))
    elif row.last_outcome is Outcome.SUCCESSFUL and not days:
        parts.append(translate("today", "successful"))
    if days:
        parts.append(formats.days(max(whole_days(row.now - at), 0)))
    return ", ".join(parts)


def _contact_word(method: Method | None) -> str:
    if method is None:
        return translate("today", "Last contact {date}")
    told = {
        Method.WHATSAPP: translate("today", "Last WhatsApp {date}"),
        Method.CALL: translate("today", "Last call {date}"),
        Method.VISIT: translate("today", "Last visit {date}"),
    }
    return told.get(method) or translate("today", "Last contact {date}")


def _leaves(row: CustomerRow, telling: TextContext) -> str:
    """'leaves you in 3 days'; somebody else's customer leaves its owner by name."""
    departure, formats = row.departure, telling.formats
    if departure is None:
        return ""
    mine = row.owner_uid == telling.actor.uid
    owner = translate("today", "you") if mine else row.owner_name or row.owner_uid or ""
    days = departure.days_left(row.now)
    if days <= 0:
        said = translate("today", "leaves {owner} with the next release run")
        return fill(said, owner=owner)
    if days == 1:
        said = translate("today", "leaves {owner} on {when}")
        return fill(said, owner=owner, when=formats.exact(departure.leaves_at, row.now))
    if departure.reason is UnbindingReason.PERIOD_ENDED:
        said = translate("today", "its period with {owner} ends in {days}")
    else:
        said = translate("today", "leaves {owner} in {days}")
    return fill(said, owner=owner, days=formats.days(days))


def _late(row: TodayRow, formats: Formats) -> Reason:
    """'4 days late, due Thu 4 June: call back about the menu tasting'."""
    customer = row.customer
    due = customer.next_step
    if due is None:
        return Reason(translate("today", "Late"))
    late = f"{formats.next_step(due, customer.now, short=False).text},"
    when = fill(
        translate("today", "due {when}"), when=formats.step(due, customer.now, weekday=True)
    )
    note = _in_one_line(row.note)
    said = f"{late} {when}: {note}" if note else f"{late} {when}"
    return Reason(said, len(late), Level.URGENT, len(note))


def _due(row: TodayRow, formats: Formats) -> Reason:
    """'10.00 Call: confirm room for 40 people'; without a time where none was set."""
    due = row.customer.next_step
    if due is None:
        return Reason(translate("today", "Due today"))
    time = formats.step_time(due)
    note = _in_one_line(row.note)
    said = note or translate("today", "Follow up")
    return Reason(f"{time} {said}".strip(), len(time), Level.TOTAL, len(note))


def _in_one_line(note: str | None) -> str:
    return " ".join((note or "").split())


def _freed(freed: Freed | None, row: CustomerRow, formats: Formats) -> str:
    """'Free since today 09.00, idle 30 days; was with Eko Saputra'."""
    if freed is None:
        return translate("today", "Free")
    since = formats.since(freed.at, row.now)
    if freed.never_held:
        return fill(translate("today", "New since {since}; never had anybody"), since=since)
    said = fill(translate("today", "Free since {since}"), since=since)
    if freed.idle_days is not None:
        idle = fill(translate("today", "idle {days}"), days=formats.days(freed.idle_days))
        said = f"{said}, {idle}"
    elif freed.reason is UnbindingReason.MANUAL_RELEASE:
        said = f"{said}, {translate('today', 'given back')}"
    if freed.from_name is None:
        return said
    was = fill(translate("today", "was with {name}"), name=freed.from_name)
    return f"{said}; {was}"
