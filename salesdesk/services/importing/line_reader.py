"""A record as a line that can be stored, or every reason why it cannot, by column."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TypeVar
from zoneinfo import ZoneInfo

from salesdesk.domain.contact import Method, Outcome, checked_notes, checked_times
from salesdesk.domain.customer import CustomerDraft, LeadSource, SalesStatus, checked
from salesdesk.domain.errors import Invalid
from salesdesk.domain.importing import (
    Choices,
    ContactPart,
    DateOrder,
    Field,
    Line,
    Record,
    Rejected,
)
from salesdesk.services import phones
from salesdesk.services.importing import dates

W = TypeVar("W", bound=StrEnum)

_SOURCES = {
    **{one.value.lower(): one for one in LeadSource},
    "event": LeadSource.EVENT_MARKETING, "acara": LeadSource.EVENT_MARKETING,
    "pameran": LeadSource.EVENT_MARKETING, "kanvas": LeadSource.CANVAS,
    "canvassing": LeadSource.CANVAS, "digital": LeadSource.DIGITAL_MARKETING,
    "online": LeadSource.DIGITAL_MARKETING, "instagram": LeadSource.DIGITAL_MARKETING,
    "facebook": LeadSource.DIGITAL_MARKETING, "website": LeadSource.DIGITAL_MARKETING,
    "referensi": LeadSource.REFERRAL, "rujukan": LeadSource.REFERRAL,
    "rekomendasi": LeadSource.REFERRAL, "kasir": LeadSource.POS,
}  # fmt: skip
_STATUSES = {
    **{one.value: one for one in SalesStatus},
    "dingin": SalesStatus.COLD, "hangat": SalesStatus.WARM, "panas": SalesStatus.HOT,
}  # fmt: skip
_METHODS = {
    **{one.value: one for one in Method},
    "wa": Method.WHATSAPP, "chat": Method.WHATSAPP, "phone": Method.CALL, "telepon": Method.CALL,
    "telpon": Method.CALL, "telp": Method.CALL, "kunjungan": Method.VISIT, "visit": Method.VISIT,
    "meeting": Method.VISIT,
}  # fmt: skip
_OUTCOMES = {
    **{one.value: one for one in Outcome},
    "success": Outcome.SUCCESSFUL, "yes": Outcome.SUCCESSFUL, "ok": Outcome.SUCCESSFUL,
    "berhasil": Outcome.SUCCESSFUL, "sukses": Outcome.SUCCESSFUL, "ya": Outcome.SUCCESSFUL,
    "no": Outcome.UNSUCCESSFUL, "failed": Outcome.UNSUCCESSFUL, "gagal": Outcome.UNSUCCESSFUL,
    "tidak": Outcome.UNSUCCESSFUL, "tidak berhasil": Outcome.UNSUCCESSFUL,
    "no answer": Outcome.UNSUCCESSFUL, "tidak diangkat": Outcome.UNSUCCESSFUL,
}  # fmt: skip

#: `="0812"`, by which Excel is made to keep a number as text.
_WRAPPED = re.compile(r'="([^"]*)"')
_POINT = re.compile(r"(\d{6,})[.,]0+")
_POWER = re.compile(r"(\d)(?:[.,](\d+))?[eE]\+?(\d{1,2})")
#: With fewer digits than this a number written as a power has lost some.
_KEPT_DIGITS = 9
_FORMULA = ("=", "@")
_DRAFT_ID = "00000000-0000-0000-0000-000000000000"
_FIELDS = {
    "name": Field.NAME, "phone": Field.PHONE, "company": Field.COMPANY, "address": Field.ADDRESS,
    "when": Field.CONTACT_DATE, "next_step": Field.NEXT_STEP, "notes": Field.CONTACT_NOTES,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Office:
    """What of the shared settings and the clock the reading of a line rests on.

    Attributes:
        as_e164: phone numbers are stored as E.164; else as typed.
    """

    region: str
    zone: ZoneInfo
    now: datetime
    as_e164: bool


class LineReader:
    """Makes lines of records, by a person's choices."""

    def __init__(self, titles: Sequence[str], choices: Choices, office: Office) -> None:
        self._office = office
        self._has_contacts = choices.has_contacts
        self._places = {
            field: titles.index(title) for title, field in choices.columns.items()
        }  # fmt: skip
        self._titles = {field: title for title, field in choices.columns.items()}
        self._orders: Mapping[Field, DateOrder] = {
            field: choices.dates.get(title, DateOrder.DAY_FIRST)
            for title, field in choices.columns.items()
        }

    def read(self, record: Record) -> Line | Rejected:
        """The line, or why it cannot be imported."""
        if record.fault:
            return Rejected(record.number, record.fault)
        return _Reading(self, record).line()

    def cell(self, record: Record, field: Field) -> str:
        """The text of a field, without what a spreadsheet wraps around it."""
        place = self._places.get(field)
        text = (
            record.cells[place].strip() if place is not None and place < len(record.cells) else ""
        )
        wrapped = _WRAPPED.fullmatch(text)
        return wrapped[1].strip() if wrapped is not None else text

    def titled(self, field: Field) -> str:
        """The title of a field's column, for messages."""
        return self._titles.get(field, field.value.replace("_", " "))

    @property
    def office(self) -> Office:
        """What the reading rests on."""
        return self._office

    @property
    def has_contacts(self) -> bool:
        """Whether lines carry contacts."""
        return self._has_contacts

    def order(self, field: Field) -> DateOrder:
        """The order of a column's dates."""
        return self._orders[field]


class _Reading:
    """The reading of one record; gathers every fault before it gives up."""

    def __init__(self, reader: LineReader, record: Record) -> None:
        self._reader = reader
        self._record = record
        self._faults: list[str] = []

    def line(self) -> Line | Rejected:
        name = self._cell(Field.NAME)
        phone, numbers = self._phone()
        contact = self._contact() if self._reader.has_contacts else None
        may_lack_name = not name and contact is not None
        draft = CustomerDraft(
            _DRAFT_ID,
            "?" if may_lack_name else name,
            phone or "?",
            self._cell(Field.COMPANY),
            self._cell(Field.ADDRESS),
            self._word(Field.SOURCE, _SOURCES),
        )
        status = self._word(Field.STATUS, _STATUSES)
        for field in (Field.NAME, Field.COMPANY):
            if self._cell(field).startswith(_FORMULA):
                self._fault(field, "This is a formula and not a value.")
        try:
            tidy = checked(draft)
        except Invalid as fault:
            self._add(fault)
            tidy = draft
        if self._faults:
            return Rejected(self._record.number, " ".join(self._faults))
        return Line(
            self._record.number, "" if may_lack_name else tidy.name, phone, numbers,
            tidy.company, tidy.address, tidy.lead_source, status, contact,
        )  # fmt: skip

    def _cell(self, field: Field) -> str:
        return self._reader.cell(self._record, field)

    def _fault(self, field: Field, told: str) -> None:
        self._faults.append(f"Column “{self._reader.titled(field)}”: {told}")

    def _add(self, fault: Invalid) -> None:
        for one in fault.faults:
            self._fault(_FIELDS[one.field], one.message)

    def _phone(self) -> tuple[str, tuple[str, ...]]:
        office = self._reader.office
        typed = self._cell(Field.PHONE)
        if not typed:
            self._fault(Field.PHONE, "The phone number is missing.")
            return "", ()
        text = mended_phone(typed)
        if text is None:
            self._fault(
                Field.PHONE,
                f"A spreadsheet has cut digits off this number ({typed}); type it again as text.",
            )
            return "", ()
        found = phones.normalise(text, office.region)
        if found.e164 is None:
            self._fault(Field.PHONE, f"“{typed[:40]}” is not a phone number that can be called.")
            return "", ()
        lost = phones.more_than_one(text, office.region)
        if lost is not None:
            self._fault(Field.PHONE, lost)
        stored = found.e164 if office.as_e164 else text
        if len(stored) > phones.NUMBER_LENGTH:
            self._fault(Field.PHONE, "The number is too long.")
        return stored, found.numbers

    def _contact(self) -> ContactPart | None:
        if not self._cell(Field.CONTACT_DATE):
            said = [one for one in (Field.CONTACT_METHOD, Field.CONTACT_OUTCOME,
                                    Field.CONTACT_NOTES) if self._cell(one)]  # fmt: skip
            if said:
                self._fault(Field.CONTACT_DATE, "The date of the contact is missing.")
            return None
        at = self._moment(Field.CONTACT_DATE)
        next_step = self._moment(Field.NEXT_STEP) if self._cell(Field.NEXT_STEP) else None
        method = self._word(Field.CONTACT_METHOD, _METHODS) or Method.CALL
        outcome = self._word(Field.CONTACT_OUTCOME, _OUTCOMES) or Outcome.SUCCESSFUL
        notes = self._cell(Field.CONTACT_NOTES)
        try:
            notes = checked_notes(notes)
            if at is not None:
                at, next_step = checked_times(at, next_step, self._reader.office.now)
        except Invalid as fault:
            self._add(fault)
        if at is None:
            return None
        by = self._cell(Field.CONTACT_BY)
        return ContactPart(at, method, outcome, notes, by, next_step)

    def _moment(self, field: Field) -> datetime | None:
        text = self._cell(field)
        order = self._reader.order(field)
        try:
            return dates.moment(text, order, self._reader.office.zone)
        except dates.NoDate:
            self._fault(field, f"“{text[:40]}” is no date in the order {_ORDERS[order]}.")
            return None

    def _word(self, field: Field, words: Mapping[str, W]) -> W | None:
        text = self._cell(field)
        if not text:
            return None
        found = words.get(text.lower())
        if found is None:
            known = ", ".join(dict.fromkeys(one.value for one in words.values()))
            self._fault(field, f"“{text[:40]}” is none of: {known}.")
        return found


_ORDERS = {
    DateOrder.DAY_FIRST: "day, month, year",
    DateOrder.MONTH_FIRST: "month, day, year",
    DateOrder.YEAR_FIRST: "year, month, day",
}


def mended_phone(typed: str) -> str | None:
    """The number before a spreadsheet took it for one to count with.

    None: it was written as a power with so few digits that the rest is lost.
    """
    text = typed.strip().removeprefix("'")
    point = _POINT.fullmatch(text)
    if point is not None:
        return point[1]
    power = _POWER.fullmatch(text)
    if power is None:
        return text
    digits = power[1] + (power[2] or "")
    length = int(power[3]) + 1
    if len(digits) < min(_KEPT_DIGITS, length) or len(digits) > length:
        return None
    return digits.ljust(length, "0")
