"""What a screen offers for export: the table that it shows, in words for the dialog."""

from __future__ import annotations

from dataclasses import dataclass

from salesdesk.domain.exporting import Table


@dataclass(frozen=True, slots=True)
class Exportable:
    """A table as a screen shows it.

    Attributes:
        title: what it is, for the dialog, the sheet and the file's name: 'Customers'.
        about: how many, and by which filters and order.
        titles: of its columns, in their order.
        words: what stands for stored values.
    """

    title: str
    about: str
    table: Table
    titles: tuple[str, ...]
    words: tuple[tuple[str, str], ...] = ()
