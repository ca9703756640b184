"""What a screen offers for export: the table that it shows, in words for the dialog."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from salesdesk.domain.exporting import CustomerField, Table
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


def further(
    shown: Collection[CustomerField], *, pool: bool = False
) -> tuple[tuple[CustomerField, str], ...]:
    """The columns that a list of customers offers beyond those that it shows.

    Args:
        pool: nobody in it is set aside.
    """
    titles = {
        CustomerField.OTHER_PHONES: translate("customers", "Other phones"),
        CustomerField.ADDRESS: translate("customers", "Address"),
    }
    if not pool:
        titles[CustomerField.SET_ASIDE] = translate("customers", "Set aside")
    return tuple((one, title) for one, title in titles.items() if one not in shown)
