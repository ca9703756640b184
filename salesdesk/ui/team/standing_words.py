"""Protections, and who leaves next, in words."""

from __future__ import annotations

from datetime import datetime

from salesdesk.domain.pauses import OFFICE, PauseLine
from salesdesk.domain.standing import WITHIN, LeavingOfAgent, ProtectedRow
from salesdesk.ui.i18n import fill, plural, translate
from salesdesk.ui.kit.formats import Formats
from salesdesk.ui.kit.forms.cell_table import CellRow
from salesdesk.ui.kit.painting.cells import Level, TextCell
from salesdesk.ui.session.faults import unread
from salesdesk.ui.texts import name_of


def protection_heads() -> list[str]:
    """The heads of the table of protections."""
    return [
        translate("standing", "Customer"),
        translate("standing", "Owner"),
        translate("standing", "Until"),
        translate("standing", "Why"),
        translate("standing", "By"),
        translate("standing", "Since"),
        translate("standing", "Would leave"),
    ]


def protection_line(one: ProtectedRow, formats: Formats) -> CellRow:
    """A protected customer's line."""
    row = one.row
    until = formats.exact(row.protected_until, row.now) if row.protected_until is not None else ""
    by_rule = row.departure.by_rule if row.departure is not None else None
    leaves = formats.full_date(by_rule) if by_rule is not None else ""
    late = by_rule is not None and by_rule <= row.now
    return CellRow(
        row.id,
        (
            TextCell(name_of(row), Level.NAME),
            TextCell(row.owner_name or "", Level.TEXT2),
            TextCell(until),
            TextCell(row.protected_why or ""),
            TextCell(row.protected_by or "", Level.TEXT2),
            TextCell(formats.full_date(one.set_at), Level.TEXT2),
            TextCell(leaves, Level.URGENT if late else Level.TEXT2),
        ),
        row.protected_why or "",
    )


def pause_heads() -> list[str]:
    """The heads of the table of absences."""
    return [
        translate("standing", "Away or closed"),
        translate("standing", "Customers"),
        translate("standing", "Until"),
        translate("standing", "Why"),
        translate("standing", "By"),
    ]


def pause_line(one: PauseLine, now: datetime, formats: Formats) -> CellRow:
    """An absent agent's line, or the closed office's."""
    closed = one.pause.uid == OFFICE
    who = translate("standing", "The office is closed") if closed else one.name
    return CellRow(
        one.pause.uid or "office",
        (
            TextCell(who, Level.NAME, "lock" if closed else "user"),
            TextCell(formats.number(one.customers), right=True),
            TextCell(formats.exact(one.pause.until, now)),
            TextCell(one.pause.reason),
            TextCell(one.by_name, Level.TEXT2),
        ),
    )


def protections(number: int, formats: Formats) -> str:
    """'8 customers are protected'."""
    return plural(
        "standing",
        "1 customer is protected",
        "{number} customers are protected",
        number,
        number=formats.number(number),
    )


def no_protection() -> tuple[str, str]:
    """What stands in place of the table of protections."""
    return (
        translate("standing", "Nobody is protected"),
        translate("standing", "A protection keeps a customer from being released until a date."),
    )


def leaving_heads(formats: Formats) -> list[str]:
    """The heads of the table of who leaves next."""
    within = fill(translate("standing", "in {number} days"), number="{number}")
    return [
        translate("standing", "Agent"),
        translate("standing", "Holds"),
        translate("standing", "due now"),
        *(fill(within, number=formats.number(days)) for days in WITHIN[1:]),
        translate("standing", "The next one leaves"),
    ]


def leaving_line(one: LeavingOfAgent, now: datetime, formats: Formats) -> CellRow:
    """An agent's line: how many leave within so many days, those before included."""
    due = one.within[0]
    return CellRow(
        one.uid,
        (
            TextCell(one.name, Level.NAME),
            TextCell(formats.number(one.held), Level.TEXT2, right=True),
            TextCell(formats.number(due), Level.URGENT if due else Level.TEXT2, right=True),
            *(TextCell(formats.number(number), right=True) for number in one.within[1:]),
            TextCell(formats.exact(one.next_at, now) if one.next_at is not None else "–"),
        ),
        translate("standing", "Enter lists who leaves this agent within 7 days"),
    )


def leaving_title(name: str) -> str:
    """The title of the list that is opened."""
    return fill(translate("standing", "leaving {name} within 7 days"), name=name)


def forecast() -> str:
    """What the figures mean."""
    return translate("standing", "If nobody contacts them; protections are counted in.")


def nobody_leaves() -> tuple[str, str]:
    """What stands in place of the table of who leaves next."""
    return (
        translate("standing", "No agent has a customer"),
        translate("standing", "Whoever has customers stands here with those who leave next."),
    )


def failed(fault: Exception) -> tuple[str, str]:
    """Title and text of the error state."""
    return unread(
        fault,
        translate("standing", "The table could not be read"),
        translate("standing", "The table is read as soon as it answers again."),
    )
