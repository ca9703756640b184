"""What the wizard calls things."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from salesdesk.domain.importing import DateOrder, Field, Tally
from salesdesk.ui.kit.formats import Formats

_CONTEXT = "import"


def field_words() -> dict[Field, str]:
    """The fields that a column can hold, in the order of the choice."""
    say = QCoreApplication.translate
    return {
        Field.NAME: say(_CONTEXT, "Name"),
        Field.PHONE: say(_CONTEXT, "Phone number"),
        Field.COMPANY: say(_CONTEXT, "Company"),
        Field.ADDRESS: say(_CONTEXT, "Address"),
        Field.SOURCE: say(_CONTEXT, "Source"),
        Field.STATUS: say(_CONTEXT, "Status"),
        Field.CONTACT_DATE: say(_CONTEXT, "Contact: date"),
        Field.CONTACT_METHOD: say(_CONTEXT, "Contact: method"),
        Field.CONTACT_OUTCOME: say(_CONTEXT, "Contact: outcome"),
        Field.CONTACT_NOTES: say(_CONTEXT, "Contact: notes"),
        Field.CONTACT_BY: say(_CONTEXT, "Contact: by whom"),
        Field.NEXT_STEP: say(_CONTEXT, "Contact: next step"),
    }


def order_words() -> dict[DateOrder, str]:
    """The orders of dates that are text."""
    say = QCoreApplication.translate
    return {
        DateOrder.DAY_FIRST: say(_CONTEXT, "Day first, 31/12/2026"),
        DateOrder.MONTH_FIRST: say(_CONTEXT, "Month first, 12/31/2026"),
        DateOrder.YEAR_FIRST: say(_CONTEXT, "Year first, 2026-12-31"),
    }


def separator_words() -> dict[str, str]:
    """What parts the cells of a line."""
    say = QCoreApplication.translate
    return {
        ",": say(_CONTEXT, "Comma"),
        ";": say(_CONTEXT, "Semicolon"),
        "\t": say(_CONTEXT, "Tab"),
        "|": say(_CONTEXT, "Bar |"),
    }


def tally_words(tally: Tally, formats: Formats) -> list[tuple[str, str]]:
    """Each count with its figure; what did not occur is left out but for the new ones."""
    say = QCoreApplication.translate
    counts = (
        (say(_CONTEXT, "New customers"), tally.created, True),
        (say(_CONTEXT, "Customers with fields filled"), tally.filled, False),
        (say(_CONTEXT, "Contacts"), tally.contacts, False),
        (say(_CONTEXT, "Left out, known already"), tally.duplicates, False),
        (say(_CONTEXT, "Left out, not valid"), tally.invalid, False),
        (say(_CONTEXT, "Lines in the file"), tally.lines, True),
    )
    return [(word, formats.number(count)) for word, count, always in counts if count or always]
