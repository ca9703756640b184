"""What fields and languages of templates are called, and what fills them in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QDate, QLocale

from salesdesk.domain.templates import OrderFacts, TemplateField
from salesdesk.ui.i18n import translate
from salesdesk.ui.kit.formats import Formats

#: The fields that an order fills in.
OF_ORDERS = frozenset(
    {
        TemplateField.ROOM,
        TemplateField.GUESTS,
        TemplateField.PACKAGE,
        TemplateField.PRICE,
        TemplateField.DATE,
    }
)


def field_words() -> Mapping[TemplateField, str]:
    """What each field is called."""
    return {
        TemplateField.NAME: translate("templates", "Name"),
        TemplateField.COMPANY: translate("templates", "Company"),
        TemplateField.ROOM: translate("templates", "Room"),
        TemplateField.GUESTS: translate("templates", "Guests"),
        TemplateField.PACKAGE: translate("templates", "Package"),
        TemplateField.PRICE: translate("templates", "Price"),
        TemplateField.DATE: translate("templates", "Date"),
        TemplateField.AGENT: translate("templates", "Agent"),
    }


def language_words() -> Mapping[str, str]:
    """The languages of templates, each by its own name."""
    return {"id": "Indonesia", "en": "English"}


def values_of(order: OrderFacts | None, formats: Formats) -> Mapping[TemplateField, str]:
    """What an order fills in, by the formats of the message's language, not the desktop's."""
    if order is None:
        return {}
    return {
        TemplateField.ROOM: order.room,
        TemplateField.GUESTS: formats.number(order.guests) if order.guests else "",
        TemplateField.PACKAGE: order.packages,
        TemplateField.PRICE: formats.money(order.value) if order.value else "",
        TemplateField.DATE: day_words(order.day, formats.locale) if order.day else "",
    }


#: Made up for the preview of a template.
_EXAMPLE = OrderFacts("", "Aula A", 120, "Paket B", date(2026, 6, 27), 21_600_000)


def examples(agent: str, formats: Formats) -> Mapping[TemplateField, str]:
    """What a preview fills a template in with, by the formats of its language."""
    return {
        TemplateField.NAME: "Siti Rahmawati",
        TemplateField.COMPANY: "PT Sinar Jaya",
        TemplateField.AGENT: agent,
        **values_of(_EXAMPLE, formats),
    }


def day_words(day: date, locale: QLocale) -> str:
    """A day in a message: 'Sabtu, 27 Juni 2026'."""
    return locale.toString(QDate(day.year, day.month, day.day), "dddd, d MMMM yyyy")


def short_day(day: date, locale: QLocale, *, year: bool = True) -> str:
    """A day beside a field, in the desktop's language: '27 Jun 2026', '27 Jun'."""
    pattern = "d MMM yyyy" if year else "d MMM"
    return locale.toString(QDate(day.year, day.month, day.day), pattern)
