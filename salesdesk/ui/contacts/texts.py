"""What the contact form says: whose customer it is, what lies after the release date.

Pure functions over values; the present moment is an argument.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from salesdesk.domain.contact import Contact, Method
from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.follow_up import NOON, noon
from salesdesk.domain.ownership import Departure, UnbindingReason
from salesdesk.domain.queries import CustomerRow
from salesdesk.domain.typed_dates import TypedMoment
from salesdesk.ui.kit.formats import Formats
from salesdesk.ui.texts import method_word, outcome_word

translate = QCoreApplication.translate


Said = tuple[str, str]


def whose_line(row: CustomerRow, reader_uid: str | None, formats: Formats) -> str:
    """'Yours since 20 April · last call 11 May, successful'."""
    return f"{_owner(row, reader_uid, formats)} · {_last(row, formats)}"


def field_text(contact: Contact, field: str, formats: Formats, now: dt.datetime) -> str:
    """A field of a stored contact in words; '' where it is empty."""
    if field == "method":
        return method_word(contact.method)
    if field == "outcome":
        return outcome_word(contact.outcome)
    if field == "notes":
        return contact.notes
    if field == "next_step":
        return formats.step(contact.next_step, now) if contact.next_step is not None else ""
    return day_and_time(contact.at, now, formats) if contact.at is not None else ""


def _owner(row: CustomerRow, reader_uid: str | None, formats: Formats) -> str:
    if row.owner_uid is None:
        return translate("contact", "In the pool, nobody's customer")
    mine = row.owner_uid == reader_uid
    name = row.owner_name or row.owner_uid
    if row.owned_since is None:
        if mine:
            return translate("contact", "Yours")
        return translate("contact", "With %1").replace("%1", name)
    since = formats.date(row.owned_since, row.now)
    if mine:
        return translate("contact", "Yours since %1").replace("%1", since)
    told = translate("contact", "With %1 since %2")
    return told.replace("%2", since).replace("%1", name)


def _last(row: CustomerRow, formats: Formats) -> str:
    if row.last_contact is None:
        return translate("contact", "never contacted")
    day = formats.date(row.last_contact, row.now)
    known = {
        Method.WHATSAPP: translate("contact", "last WhatsApp %1"),
        Method.CALL: translate("contact", "last call %1"),
        Method.VISIT: translate("contact", "last visit %1"),
    }
    by = known.get(row.last_method) if row.last_method is not None else None
    how = by or translate("contact", "last contact %1")
    told = how.replace("%1", day)
    if row.last_outcome is None:
        return told
    return f"{told}, {outcome_word(row.last_outcome)}"


def day_and_time(moment: dt.datetime, now: dt.datetime, formats: Formats) -> str:
    """An exact moment within a sentence, in the desktop's zone: '8 July, 09.14'."""
    local = Formats(formats.locale, formats.zone, formats.zone)
    return f"{local.date(moment, now)}, {formats.time(moment)}"


def late_warning(
    next_step: dt.datetime | None,
    departure: Departure | None,
    owner: str | None,
    now: dt.datetime,
    formats: Formats,
) -> Said | None:
    """The warning about a next step that lies after the release date, as (strong, text).

    Args:
        owner: whom the customer leaves; None: the reader.
    """
    if next_step is None or departure is None or next_step <= departure.leaves_at:
        return None
    strong = translate("contact", "%1 lies after the release date.")
    if departure.reason is UnbindingReason.PERIOD_ENDED:
        mine = translate(
            "contact", "The longest time with one agent ends on %1: then it leaves you."
        )
        other = translate(
            "contact", "The longest time with one agent ends on %1: then it leaves %2."
        )
    else:
        mine = translate("contact", "Without another contact the customer leaves you on %1.")
        other = translate("contact", "Without another contact the customer leaves %2 on %1.")
    when = day_and_time(departure.leaves_at, now, formats)
    text = mine if owner is None else other.replace("%2", owner)
    return strong.replace("%1", formats.step(next_step, now)), text.replace("%1", when)


def none_warning(status: SalesStatus) -> Said | None:
    """The warning about a warm or hot customer who would be without a next step."""
    if status is SalesStatus.COLD:
        return None
    strong = translate("contact", "No next step.")
    if status is SalesStatus.HOT:
        return strong, translate("contact", "A hot customer would be left without one.")
    return strong, translate("contact", "A warm customer would be left without one.")


def keys_line(how: str, went: str, step: str) -> str:
    """The keys of the form, each kind by its first one as this system writes it."""
    said = translate("contact", "%1, C, V: how · %2, U: how it went · %3, 3, 7, 4: next step")
    return said.replace("%1", how).replace("%2", went).replace("%3", step)


def standing_line(
    standing: dt.datetime, chosen: bool, cleared: bool, now: dt.datetime, formats: Formats
) -> tuple[str, str]:
    """What happens to the follow-up that stands, and the act that changes that ('': none)."""
    day = formats.step(standing, now, weekday=True)
    if chosen:
        return translate("contact", "Takes the place of %1.").replace("%1", day), ""
    if cleared:
        told = translate("contact", "%1 will be cleared.").replace("%1", day)
        return told, translate("contact", "Keep it")
    return translate("contact", "%1 stays planned.").replace("%1", day), translate(
        "contact", "Clear it"
    )


def office_today(now: dt.datetime, office: dt.tzinfo) -> dt.date:
    """The office's calendar day."""
    return now.astimezone(office).date()


def release_day(rows: Sequence[CustomerRow], office: dt.tzinfo) -> dt.date | None:
    """The office's day on which the first of these customers leaves; None: none does."""
    leaving = [row.departure.leaves_at for row in rows if row.departure is not None]
    return office_today(min(leaving), office) if leaving else None


def step_at(day: dt.date, time: dt.time | None, office: ZoneInfo) -> dt.datetime:
    """A next step in UTC; a date without a time is noon at the office."""
    if time is None:
        return noon(dt.datetime.combine(day, dt.time(), office), office).astimezone(dt.UTC)
    return dt.datetime.combine(day, time, office).astimezone(dt.UTC)


def step_typed(due: dt.datetime, office: dt.tzinfo) -> TypedMoment:
    """A next step as a form shows it: without a time where it is noon at the office."""
    local = due.astimezone(office)
    time = dt.time(local.hour, local.minute)
    return TypedMoment(local.date(), None if time == NOON else time)
