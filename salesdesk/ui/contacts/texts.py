"""What the contact form says: whose customer it is, what lies after the release date.

Pure functions over values; the present moment is an argument.
"""

from __future__ import annotations

import datetime as dt

from salesdesk.domain.contact import Contact
from salesdesk.domain.customer import SalesStatus
from salesdesk.ui.i18n import fill, translate
from salesdesk.ui.kit.formats import Formats
from salesdesk.ui.texts import Said, day_and_time, method_word, outcome_word


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
    said = translate(
        "contact", "{how}, C, V: how · {went}, U: how it went · {step}, 3, 7, 4: next step"
    )
    return fill(said, how=how, went=went, step=step)


def standing_line(
    standing: dt.datetime, chosen: bool, cleared: bool, now: dt.datetime, formats: Formats
) -> tuple[str, str]:
    """What happens to the follow-up that stands, and the act that changes that ('': none)."""
    day = formats.step(standing, now, weekday=True)
    if chosen:
        return fill(translate("contact", "Takes the place of {day}."), day=day), ""
    if cleared:
        told = fill(translate("contact", "{day} will be cleared."), day=day)
        return told, translate("contact", "Keep it")
    return fill(translate("contact", "{day} stays planned."), day=day), translate(
        "contact", "Clear it"
    )
