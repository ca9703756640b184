"""What Today says of itself: the day, how much was logged, empty and error states."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from salesdesk.domain.contact import Method
from salesdesk.domain.errors import Refusal, Unavailable
from salesdesk.domain.queries import Count
from salesdesk.ui.kit.formats import Formats

translate = QCoreApplication.translate


def heading(
    now: datetime, needing: Count | None, formats: Formats, whose: str | None = None
) -> str:
    """'Monday, 8 June 2026 · 14 customers need you'.

    Args:
        needing: None: not known just now.
        whose: whom they need; None: the person in front, whose number is the navigation's too.
    """
    day = formats.long_date(now)
    if needing is None or not needing.number:
        return day
    if whose is None:
        one, many = (
            translate("today", "1 customer needs you"),
            translate("today", "%1 customers need you"),
        )
    else:
        one = translate("today", "1 customer needs %2").replace("%2", whose)
        many = translate("today", "%1 customers need %2").replace("%2", whose)
    said = one if needing.number == 1 else many
    return f"{day} · {said.replace('%1', formats.capped(needing.number, needing.more))}"


def logged(counts: Mapping[Method, int], formats: Formats) -> str:
    """'Logged today: 2 WhatsApp, 1 call'."""
    words = {
        Method.WHATSAPP: (translate("today", "%1 WhatsApp"), translate("today", "%1 WhatsApp")),
        Method.CALL: (translate("today", "%1 call"), translate("today", "%1 calls")),
        Method.VISIT: (translate("today", "%1 visit"), translate("today", "%1 visits")),
    }
    parts = [
        words[method][0 if counts[method] == 1 else 1].replace("%1", formats.number(counts[method]))
        for method in Method
        if counts.get(method)
    ]
    if not parts:
        return translate("today", "Nothing logged today yet")
    return f"{translate('today', 'Logged today:')} {', '.join(parts)}"


def no_customers() -> tuple[str, str]:
    """Title and text where there is no customer in the whole database."""
    return (
        translate("today", "No customers yet"),
        translate(
            "today",
            "Enter the first one, or bring them in from a file. Whoever needs you is listed here "
            "from then on.",
        ),
    )


def empty(narrowed: bool, mine: bool) -> tuple[str, str]:
    """Title and text of the empty state."""
    if narrowed:
        return (
            translate("today", "Nobody matches"),
            translate("today", "No customer of today matches the search."),
        )
    text = translate(
        "today",
        "Customers who are about to leave you, follow-ups that are due, and warm or hot "
        "customers without a next step are listed here.",
    )
    if mine:
        return translate("today", "Nothing waits for you today"), text
    return translate("today", "Nothing waits today"), text


def failed(fault: Exception) -> tuple[str, str]:
    """Title and text of the error state."""
    if isinstance(fault, Unavailable):
        said = translate("today", "The day is read as soon as it answers again.")
        return translate("today", "The server is away"), f"{said} {fault.message}"
    title = translate("today", "The day could not be read")
    if isinstance(fault, Refusal):
        return title, fault.message
    return title, translate("today", "An unexpected error occurred; it is in the log.")
