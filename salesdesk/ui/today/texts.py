"""What Today says of itself: the day, how much was logged, empty and error states."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from salesdesk.domain.contact import Method
from salesdesk.domain.queries import Count
from salesdesk.domain.targets import Progress
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


def progress(far: Progress | None, counts: Mapping[Method, int], formats: Formats) -> str:
    """'7 of 12 contacts today · 31 of 50 this week'; without a target what was logged."""
    if far is None or not far.aims:
        return logged(counts, formats)
    made, number = formats.number(far.today), formats.number
    if far.day_due is not None:
        today = translate("today", "{made} of {due} contacts today")
        parts = [fill(today, made=made, due=number(far.day_due))]
    else:
        parts = [plural("today", "{number} contact today", "{number} contacts today", far.today,
                        number=made)]  # fmt: skip
    if far.week_due is not None:
        week = translate("today", "{made} of {due} this week")
        parts.append(fill(week, made=number(far.week), due=number(far.week_due)))
    return " · ".join(parts)


def progress_tip(far: Progress | None, counts: Mapping[Method, int], formats: Formats) -> str:
    """What the progress counts, and how many days off it leaves out."""
    if far is None or not far.aims:
        return ""
    counting = translate(
        "today", "Every contact of yours counts, successful or not, on the day it was made."
    )
    parts = [f"{logged(counts, formats)}.", counting]
    if far.days_off:
        days = formats.days(far.days_off)
        said = translate("today", "Off this week, and taken from its target: {days}.")
        parts.append(fill(said, days=days))
    return " ".join(parts)


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
