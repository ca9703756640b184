"""Customers as vCards (3.0): what phones and mail programs take into their address books."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import vobject

from salesdesk.domain.exporting import Cell, CustomerField, Line

#: What stands on a card; its lines hold these columns in this order.
CARD_COLUMNS = (
    CustomerField.NAME,
    CustomerField.COMPANY,
    CustomerField.PHONE,
    CustomerField.OTHER_PHONES,
    CustomerField.ADDRESS,
)
#: How several numbers stand in one cell.
_BETWEEN = " / "


class CardWriter:
    """One card a customer, one after the other in one file."""

    def __init__(self, file: Path) -> None:
        self._stream = file.open("w", encoding="utf-8", newline="")

    def write(self, lines: Iterable[Line]) -> None:
        """Add a card for each of these lines."""
        for line in lines:
            self._stream.write(_card(*map(_text, line)))

    def finish(self) -> None:
        """End the file."""
        self._stream.close()

    def abandon(self) -> None:
        """Let go of the file."""
        try:
            self._stream.close()
        except OSError:
            # A full disk says so once more when the last buffer is flushed.
            return


def _text(cell: Cell) -> str:
    return "" if cell is None else str(cell)


def _card(name: str, company: str, phone: str, others: str, address: str) -> str:
    card = vobject.vCard()
    named = name or company or phone
    card.add("fn").value = named
    card.add("n").value = vobject.vcard.Name(given=named)
    if company:
        card.add("org").value = [company]
    for text in (phone, others):
        for number in filter(None, text.split(_BETWEEN)):
            card.add("tel").value = number
    if address:
        card.add("adr").value = vobject.vcard.Address(street=address)
    serialized: str = card.serialize()
    return serialized
