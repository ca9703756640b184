"""A customer: what is known of it, and which values can be stored."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from salesdesk.domain.errors import FieldFault, Invalid
from salesdesk.domain.open_enum import OpenEnum
from salesdesk.domain.refusals import Reason, Why

#: What a field of several lines gives back in the place of other blanks and line ends.
_SHOWN_AS = str.maketrans({"\N{NO-BREAK SPACE}": " ", "\N{LINE SEPARATOR}": "\n",
                           "\N{PARAGRAPH SEPARATOR}": "\n"})  # fmt: skip

NAME_LENGTH = 255
COMPANY_LENGTH = 255
PHONE_LENGTH = 20
ADDRESS_BYTES = 65_535


class SalesStatus(StrEnum):
    """Where people have put a customer on the pipeline (`customers.sales_status`)."""

    COLD = "cold"
    WARM = "warm"
    HOT = "hot"

    @classmethod
    def of(cls, value: str | None) -> SalesStatus:
        """The status of a stored value; null, and anything unknown, means cold."""
        try:
            return cls(value) if value is not None else cls.COLD
        except ValueError:
            return cls.COLD

    @classmethod
    def foreign(cls, value: str | None) -> str | None:
        """The stored word where it is none of these: shown and kept, counted as cold."""
        return value if value and value not in cls._value2member_map_ else None


class LeadSource(OpenEnum):
    """Where a customer came from (`customers.lead_source`)."""

    EVENT_MARKETING = "Event Marketing"
    CANVAS = "Canvas"
    DIGITAL_MARKETING = "Digital Marketing"
    REFERRAL = "Referral"
    POS = "PoS"


@dataclass(frozen=True, slots=True)
class CustomerDraft:
    """What a person typed for a new or an edited customer.

    Attributes:
        id: made by the client before the write, so that a retry is the same act.
        phone: as typed; the service turns it into E.164 (a setting) before it is stored.
        others: further numbers with what stands beside them, one a line; None: not touched.
    """

    id: str
    name: str
    phone: str
    company: str = ""
    address: str = ""
    lead_source: LeadSource | None = None
    sales_status: SalesStatus = SalesStatus.COLD
    others: str | None = None


@dataclass(frozen=True, slots=True)
class Customer:
    """A customer's row, with null dates where the row holds a zero date.

    Attributes:
        others: the numbers beside the phone, one a line, where a form asked for them.
    """

    id: str
    name: str
    phone: str
    address: str
    company: str | None
    lead_source: LeadSource | None
    sales_status: SalesStatus
    bound_to_uid: str | None
    binding_start: datetime | None
    binding_status: str
    last_interaction: datetime | None
    created_at: datetime | None
    updated_at: datetime | None
    registered_by_uid: str
    others: str = ""


def tidy(text: str) -> str:
    """The text without surrounding white space, in the composed form of Unicode."""
    return unicodedata.normalize("NFC", text).strip()


def tidy_lines(text: str) -> str:
    """The same for a text of several lines, each of which ends with a line feed."""
    return tidy(text.replace("\r\n", "\n").replace("\r", "\n"))


def same_text(typed: str, stored: str) -> bool:
    """Whether a field was left as it was stored: a form gives some characters back as others."""
    return typed == stored or _as_shown(typed) == _as_shown(stored)


def _as_shown(text: str) -> str:
    return tidy(tidy_lines(text).translate(_SHOWN_AS))


def control_characters(text: str, *, lines: bool = False) -> bool:
    """Whether the text holds a control character (line breaks count unless `lines`)."""
    allowed = {"\n", "\t"} if lines else set()
    return any(unicodedata.category(c) in {"Cc", "Cs"} and c not in allowed for c in text)


def length_in_bytes(text: str) -> int:
    """How long the text is as it is stored; half a character, which cannot be, counts too."""
    return len(text.encode("utf-8", "surrogatepass"))


def text_faults(
    field: str, label: Why, text: str, most: int, *, lines: bool = False
) -> list[FieldFault]:
    """What keeps a text from being stored: its length in characters, or what cannot be printed."""
    faults = []
    if len(text) > most:
        faults.append(
            FieldFault(field, Reason.of(Why.TOO_LONG, what=label, length=len(text), most=most))
        )
    if control_characters(text, lines=lines):
        faults.append(FieldFault(field, Reason.of(Why.UNPRINTABLE, what=label)))
    return faults


def checked(draft: CustomerDraft, untouched: Collection[str] = ()) -> CustomerDraft:
    """The draft with its texts tidied.

    Args:
        untouched: fields that are as they were stored, whoever wrote them: nobody is kept from
            changing another field by them.

    Raises:
        Invalid: a field cannot be stored; every field at fault is named. The phone's own form
            is checked where it is turned into E.164, not here.
    """
    tidied = CustomerDraft(
        id=draft.id,
        name=tidy(draft.name),
        phone=tidy(draft.phone),
        company=tidy(draft.company),
        address=tidy_lines(draft.address),
        lead_source=draft.lead_source,
        sales_status=draft.sales_status,
        others=draft.others,
    )
    faults: list[FieldFault] = []
    if not tidied.name:
        faults.append(FieldFault("name", Reason.of(Why.NO_NAME)))
    faults += text_faults("name", Why.THE_NAME, tidied.name, NAME_LENGTH)
    faults += text_faults("company", Why.THE_COMPANY, tidied.company, COMPANY_LENGTH)
    faults += text_faults("address", Why.THE_ADDRESS, tidied.address, 16_000, lines=True)
    if length_in_bytes(tidied.address) > ADDRESS_BYTES:
        faults.append(FieldFault("address", Reason.of(Why.ADDRESS_TOO_LONG)))
    if not tidied.phone:
        faults.append(FieldFault("phone", Reason.of(Why.NO_PHONE)))
    told = tuple(fault for fault in faults if fault.field not in untouched)
    if told:
        raise Invalid(told)
    return tidied
