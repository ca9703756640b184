"""What Today says of itself: the day, how much was logged, empty and error states."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from salesdesk.domain.contact import Method
from salesdesk.domain.queries import Count
from salesdesk.ui.i18n import fill, plural, translate
from salesdesk.ui.kit.formats import Formats
from salesdesk.ui.session.faults import unread


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
    number = formats.capped(needing.number, needing.more)
    if whose is None:
        said = plural(
            "today",
            "1 customer needs you",
            "{number} customers need you",
            needing.number,
            number=number,
        )
    else:
        said = plural(
            "today",
            "1 customer needs {whose}",
            "{number} customers need {whose}",
            needing.number,
            number=number,
            whose=whose,
        )
    return f"{day} · {said}"


def logged(counts: Mapping[Method, int], formats: Formats) -> str:
    """'Logged today: 2 WhatsApp, 1 call'."""
    parts = [
        _logged_by(method, counts[method], formats.number(counts[method]))
        for method in Method
        if counts.get(method)
    ]
    if not parts:
        return translate("today", "Nothing logged today yet")
    return f"{translate('today', 'Logged today:')} {', '.join(parts)}"


def _logged_by(method: Method, count: int, number: str) -> str:
    if method is Method.CALL:
        return plural("today", "{number} call", "{number} calls", count, number=number)
    if method is Method.VISIT:
        return plural("today", "{number} visit", "{number} visits", count, number=number)
    return fill(translate("today", "{number} WhatsApp"), number=number)


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
    return unread(
        fault,
        translate("today", "The day could not be read"),
        translate("today", "The day is read as soon as it answers again."),
    )
