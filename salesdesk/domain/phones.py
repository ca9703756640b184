"""A phone number as it is kept beside its customer."""

from __future__ import annotations

from dataclasses import dataclass

#: `salesdesk_phones.number` and `customers.phone_number` hold this many characters.
NUMBER_LENGTH = 20


@dataclass(frozen=True, slots=True)
class PhoneNumber:
    """One number of a text.

    Attributes:
        number: as E.164 or, where it cannot be called, as bare digits, to be found by.
        typed: how it stands in the text.
        extension: what to dial afterwards.
        note: the words beside it.
    """

    number: str
    typed: str
    callable: bool = True
    extension: str = ""
    note: str = ""
