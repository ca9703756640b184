"""Refusals and outages in the words of the window."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from PySide6.QtCore import QDate, QLocale, QTime

from salesdesk.domain.errors import FieldFault, Refusal, Unavailable
from salesdesk.domain.refusals import Count, Reason, Sentence, Value, Why, Word, separator
from salesdesk.domain.texts import filled
from salesdesk.ui.i18n import translate


def worded(fault: Refusal | Unavailable | FieldFault | Reason) -> str:
    """What is said to the person whose act was refused, or could not be done just now."""
    if isinstance(fault, Refusal):
        return worded(fault.whole)
    reason = fault if isinstance(fault, Reason) else fault.reason
    values = {name: _shown(value) for name, value in reason.values}
    return filled(translate("refusal", reason.why.value), values)


def _shown(value: Value) -> str:
    if isinstance(value, tuple):
        return separator(value).join(map(_shown, value))
    if isinstance(value, Reason):
        return worded(value)
    if isinstance(value, Why):
        return translate("refusal", value.value)
    if isinstance(value, Sentence):
        return translate(value.group, str(value))
    if isinstance(value, StrEnum | Word):
        return translate("refusal", str(value))
    if isinstance(value, Count):
        return _language().toString(int(value))
    if isinstance(value, datetime):
        return f"{_day(value)}, {QTime(value.hour, value.minute).toString('HH:mm')}"
    return _day(value) if isinstance(value, date) else str(value)


def _day(day: date) -> str:
    return _language().toString(QDate(day.year, day.month, day.day), "dd MMMM yyyy")


def _language() -> QLocale:
    # A translation names its own language here, so that months and thousands are in it.
    return QLocale(translate("refusal", "en"))
