"""The dialogs of the gallery, each filled as in its target picture."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QDialog

from salesdesk.domain.contact import Method, Outcome
from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.follow_up import FollowUpState
from salesdesk.domain.ownership import IdleFacts, Limits, departure
from salesdesk.domain.queries import CustomerRow
from salesdesk.ui.dialogs import contact_words as words
from salesdesk.ui.dialogs.contact_form import ContactForm, Typed
from salesdesk.ui.formats import Formats

JAKARTA = ZoneInfo("Asia/Jakarta")
NOW = dt.datetime(2026, 6, 8, 2, 14, tzinfo=dt.UTC)
FORMATS = Formats.of(JAKARTA, JAKARTA)
RINA = "uid-rina"


def siti() -> CustomerRow:
    """The customer of the target picture."""
    since = dt.datetime(2026, 4, 20, 3, tzinfo=dt.UTC)
    last = dt.datetime(2026, 5, 11, 9, 40, tzinfo=dt.UTC)
    facts = IdleFacts(since, since, last, last, SalesStatus.HOT)
    return CustomerRow(
        "siti", "Siti Rahmawati", "PT Sinar Jaya", "+6281290347718", SalesStatus.HOT, RINA,
        "Rina Wulandari", None, since, last, Method.CALL, Outcome.SUCCESSFUL,
        departure(facts, Limits(), NOW), None, None, FollowUpState.NONE, since, since, NOW,
    )  # fmt: skip


class _Form(ContactForm):
    def now(self) -> dt.datetime:
        return NOW


def contact() -> QDialog:
    """Screen 5."""
    form = _Form("Log contact", FORMATS)
    form.show_customer(siti(), RINA)
    note = (
        "Likes the quotation, but the event moves to August. The director is back on 13 July "
        "and then gives the number of guests."
    )
    day = dt.date(2026, 7, 14)
    form.fill(Typed(Method.CALL, Outcome.SUCCESSFUL, note, day))
    after = departure(IdleFacts(NOW, NOW, NOW, NOW), Limits(), NOW)
    said = words.late_warning(words.noon_of(day, JAKARTA), after, None, NOW, FORMATS)
    assert said is not None
    form.warning.show_notice(*said)
    form.start()
    form.next_day.setFocus()
    return form


DIALOGS: dict[str, Callable[[], QDialog]] = {"contact": contact}
