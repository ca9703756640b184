"""The words for statuses, methods and outcomes, the same on every screen and form."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from salesdesk.domain.contact import Method, Outcome
from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.queries import CustomerRow
from salesdesk.ui.kit.painting.cells import Tone

translate = QCoreApplication.translate

#: The colours of a status chip.
TONES = {
    SalesStatus.COLD: Tone.COLD,
    SalesStatus.WARM: Tone.WARM,
    SalesStatus.HOT: Tone.HOT,
}

#: What stands for a method beside or instead of its word.
METHOD_ICONS = {
    Method.WHATSAPP: "message-circle",
    Method.CALL: "phone",
    Method.VISIT: "map-pin",
}


def shown_status(row: CustomerRow) -> str:
    """The word on a customer's chip: the status, or the word that another application wrote."""
    return row.foreign_status or status_word(row.status)


def status_word(status: SalesStatus) -> str:
    """The word on the chip: 'Hot'."""
    return {
        SalesStatus.COLD: translate("words", "Cold"),
        SalesStatus.WARM: translate("words", "Warm"),
        SalesStatus.HOT: translate("words", "Hot"),
    }[status]


def method_word(method: Method | None) -> str:
    """The method as a heading; 'Contact' where it is not known."""
    if method is None:
        return translate("words", "Contact")
    words = {
        Method.WHATSAPP: translate("words", "WhatsApp"),
        Method.CALL: translate("words", "Call"),
        Method.VISIT: translate("words", "Visit"),
    }
    return words.get(method, method.value)


def method_icon(method: Method | None) -> str:
    """What stands for the method; one for every word that SalesDesk does not know."""
    return METHOD_ICONS.get(method, "info") if method is not None else "info"


def outcome_word(outcome: Outcome) -> str:
    """The outcome after a heading or within a sentence."""
    words = {
        Outcome.SUCCESSFUL: translate("words", "successful"),
        Outcome.UNSUCCESSFUL: translate("words", "unsuccessful"),
    }
    return words.get(outcome, outcome.value)
