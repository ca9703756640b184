"""What the contact form says: whose customer it is, what lies after the release date.

Pure functions over values; the present moment is an argument.
"""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QCoreApplication

from salesdesk.domain.contact import Contact
from salesdesk.domain.customer import SalesStatus
from salesdesk.ui.kit.formats import Formats
from salesdesk.ui.texts import Said, day_and_time, method_word, outcome_word

translate = QCoreApplication.translate


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
