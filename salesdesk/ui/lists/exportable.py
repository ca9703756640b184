"""What a screen offers for export: the table that it shows, in words for the dialog."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from salesdesk.domain.exporting import FURTHER_COLUMNS, CustomerField, Table
from salesdesk.ui.i18n import translate


@dataclass(frozen=True, slots=True)
class Exportable:
    """A table as a screen shows it.

    Attributes:
        title: what it is, for the dialog, the sheet and the file's name: 'Customers'.
        about: how many, and by which filters and order.
        titles: of its columns, in their order.
        words: what stands for stored values.
        further: columns that the screen does not show and the file may have, with their titles.
    """

    title: str
    about: str
    table: Table
    titles: tuple[str, ...]
    words: tuple[tuple[str, str], ...] = ()
    further: tuple[tuple[CustomerField, str], ...] = ()


def further(shown: Collection[CustomerField]) -> tuple[tuple[CustomerField, str], ...]:
    """The columns that a list of customers offers beyond those that it shows."""
    titles = {
        CustomerField.OTHER_PHONES: translate("customers", "Other phones"),
        CustomerField.ADDRESS: translate("customers", "Address"),
    }
    return tuple((one, titles[one]) for one in FURTHER_COLUMNS if one not in shown)
