"""What the wizard calls things."""

from __future__ import annotations

from salesdesk.domain.importing import DateOrder, Field, Rejected, Tally
from salesdesk.ui.i18n import translate
from salesdesk.ui.kit.formats import Formats
from salesdesk.ui.refusals import worded


def field_words() -> dict[Field, str]:
    """The fields that a column can hold, in the order of the choice."""
    return {
        Field.NAME: translate("import", "Name"),
        Field.FIRST_NAME: translate("import", "First name"),
        Field.LAST_NAME: translate("import", "Last name"),
        Field.PHONE: translate("import", "Phone number"),
        Field.COUNTRY: translate("import", "Country of the number"),
        Field.COMPANY: translate("import", "Company"),
        Field.ADDRESS: translate("import", "Address"),
        Field.SOURCE: translate("import", "Source"),
        Field.STATUS: translate("import", "Status"),
        Field.OWNER: translate("import", "Owner"),
        Field.CONTACT_DATE: translate("import", "Contact: date"),
        Field.CONTACT_TIME: translate("import", "Contact: time"),
        Field.CONTACT_METHOD: translate("import", "Contact: method"),
        Field.CONTACT_OUTCOME: translate("import", "Contact: outcome"),
        Field.CONTACT_NOTES: translate("import", "Contact: notes"),
        Field.CONTACT_BY: translate("import", "Contact: by whom"),
        Field.NEXT_STEP: translate("import", "Contact: next step"),
    }


def order_words() -> dict[DateOrder, str]:
    """The orders of dates that are text."""
    return {
        DateOrder.DAY_FIRST: translate("import", "Day first, 31/12/2026"),
        DateOrder.MONTH_FIRST: translate("import", "Month first, 12/31/2026"),
        DateOrder.YEAR_FIRST: translate("import", "Year first, 2026-12-31"),
    }


def separator_words() -> dict[str, str]:
    """What parts the cells of a line."""
    return {
        ",": translate("import", "Comma"),
        ";": translate("import", "Semicolon"),
        "\t": translate("import", "Tab"),
        "|": translate("import", "Bar |"),
    }


def reasons(line: Rejected) -> str:
    """Why a line is left out, or cells of it."""
    return " ".join(map(worded, line.reasons))


def tally_words(tally: Tally, formats: Formats) -> list[tuple[str, str]]:
    """Each count with its figure; what did not occur is left out but for the new ones."""
    counts = (
        (translate("import", "New customers"), tally.created, True),
        (translate("import", "Customers with fields filled"), tally.filled, False),
        (translate("import", "Contacts"), tally.contacts, False),
        (translate("import", "Left out, known already"), tally.duplicates, False),
        (translate("import", "Left out, not valid"), tally.invalid, False),
        (translate("import", "Lines in the file"), tally.lines, True),
    )
    return [(word, formats.number(count)) for word, count, always in counts if count or always]
