"""Which column holds what: guessed from the titles, remembered for the next file like it."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol

from salesdesk.domain.errors import Refusal
from salesdesk.domain.importing import (
    DATE_FIELDS,
    Choices,
    DateOrder,
    Duplicates,
    Field,
    Preview,
)
from salesdesk.services.importing import dates
from salesdesk.services.importing.file_errors import told

#: Titles as offices write them, in English and Indonesian, without signs and in small letters.
_NAMES: Mapping[Field, tuple[str, ...]] = {
    Field.NAME: (
        "name", "nama", "customer", "customername", "namacustomer", "namapelanggan", "pelanggan",
        "fullname", "namalengkap", "contactname", "namakontak", "konsumen", "namakonsumen",
        "client", "klien", "namaklien", "pic", "namapic",
    ),
    Field.PHONE: (
        "phone", "phonenumber", "mobile", "mobilephone", "telephone", "tel", "hp", "nohp",
        "nomorhp", "telepon", "notelepon", "nomortelepon", "telp", "notelp", "nomortelp",
        "handphone", "nohandphone", "whatsapp", "wa", "nowa", "nomorwa", "nowhatsapp", "kontak",
        "nokontak", "cell", "cellphone", "ponsel", "noponsel", "phoneno",
    ),
    Field.COMPANY: (
        "company", "companyname", "perusahaan", "namaperusahaan", "organization", "organisation",
        "instansi", "kantor", "pt", "namapt", "account",
    ),
    Field.ADDRESS: ("address", "alamat", "alamatlengkap", "street", "location", "lokasi"),
    Field.SOURCE: ("source", "leadsource", "sumber", "sumberlead", "asal", "sumberdata"),
    Field.STATUS: ("status", "salesstatus", "statussales", "temperature", "prospek", "stage"),
    Field.CONTACT_DATE: (
        "contactdate", "date", "tanggal", "tanggalkontak", "tglkontak", "tgl", "lastcontact",
        "kontakterakhir", "contactedat", "calldate", "tanggalfollowup",
    ),
    Field.CONTACT_METHOD: ("method", "contactmethod", "metode", "metodekontak", "via", "channel"),
    Field.CONTACT_OUTCOME: (
        "outcome", "result", "hasil", "contactstatus", "statuskontak", "hasilkontak",
    ),
    Field.CONTACT_NOTES: (
        "notes", "note", "catatan", "keterangan", "remark", "remarks", "comment", "comments",
    ),
    Field.CONTACT_BY: (
        "contactedby", "by", "oleh", "sales", "salesperson", "agent", "agen", "marketing",
        "petugas", "namasales",
    ),
    Field.NEXT_STEP: (
        "nextstep", "nextfollowup", "followup", "followupberikutnya", "nextfollowupdate",
        "followupdate", "tindaklanjut", "rencanafollowup",
    ),
}  # fmt: skip
_BY_NAME = {name: found for found, names in _NAMES.items() for name in names}


class Remembered(Protocol):
    """Where a person's mappings are kept: a settings file, or a test's memory."""

    def recall(self, headers: str) -> str | None:
        """The text kept for these headers."""

    def keep(self, headers: str, text: str) -> None:
        """Keep a text for these headers."""


def key_of(titles: Sequence[str]) -> str:
    """What a row of titles is remembered by; case, signs and spaces make no difference."""
    return "|".join(map(_plain, titles))


def guess(preview: Preview, remembered: Remembered | None = None) -> Choices:
    """The choices that were made for such titles last time, or else those that the titles tell."""
    if remembered is not None:
        kept = remembered.recall(key_of(preview.titles))
        if kept is not None:
            try:
                return parsed(kept, preview.titles)
            except Refusal:
                pass  # of another version, or edited by hand: guessed anew
    return Choices(columns := _columns(preview.titles), _orders(preview, columns))


def remember(remembered: Remembered, titles: Sequence[str], choices: Choices) -> None:
    """Keep the choices for the next file with these titles."""
    remembered.keep(key_of(titles), dumped(choices))


def dumped(choices: Choices) -> str:
    """The choices as JSON: what `--mapping` reads."""
    told_as = {
        "columns": {title: field.value for title, field in choices.columns.items()},
        "dates": {title: order.value for title, order in choices.dates.items()},
        "duplicates": choices.duplicates.value,
    }
    return json.dumps(told_as, ensure_ascii=False, indent=2, sort_keys=True)


def of_file(path: Path, titles: Sequence[str]) -> Choices:
    """The choices of a mapping file.

    Raises:
        Refusal: it cannot be read, or does not fit the titles; says where.
    """
    with told(path):
        text = path.read_bytes().decode("utf-8-sig", "replace")
    return parsed(text, titles)


def parsed(text: str, titles: Sequence[str]) -> Choices:
    """The choices of a JSON text.

    Raises:
        Refusal: it does not fit; says where.
    """
    try:
        found = json.loads(text)
    except ValueError as fault:
        raise Refusal(f"The mapping is no JSON: {fault}.") from fault
    if not isinstance(found, dict):
        raise Refusal("The mapping is an object with “columns”, “dates” and “duplicates”.")
    try:
        columns = {
            _title(title, titles): Field(value)
            for title, value in dict(found.get("columns", {})).items()
        }
        orders = {
            _title(title, titles): DateOrder(value)
            for title, value in dict(found.get("dates", {})).items()
        }
        duplicates = Duplicates(found.get("duplicates", Duplicates.SKIP.value))
    except (ValueError, TypeError) as fault:
        raise Refusal(
            f"The mapping does not fit: {fault}. Fields are {', '.join(Field)}; dates are "
            f"{', '.join(DateOrder)}; duplicates are {', '.join(Duplicates)}."
        ) from fault
    return Choices(columns, orders, duplicates)


def require_usable(choices: Choices) -> None:
    """Check that the choices can make customers.

    Raises:
        Refusal: a field is chosen twice, or the phone is missing, or there is neither a name nor
            a contact; says what to choose.
    """
    chosen = list(choices.columns.values())
    twice = sorted({field.value for field in chosen if chosen.count(field) > 1})
    if twice:
        raise Refusal(f"Two columns are to be the {twice[0].replace('_', ' ')}; choose one.")
    if Field.PHONE not in chosen:
        raise Refusal("Choose the column with the phone number: customers are told apart by it.")
    if Field.NAME not in chosen and not choices.has_contacts:
        raise Refusal("Choose the column with the name.")
    if choices.has_contacts and Field.CONTACT_DATE not in chosen:
        raise Refusal("Contacts need a column with their date; or leave the other columns out.")


def _title(title: str, titles: Sequence[str]) -> str:
    found = next((one for one in titles if _plain(one) == _plain(title)), None)
    if found is None:
        raise ValueError(f"there is no column “{title}”")
    return found


def _columns(titles: Sequence[str]) -> dict[str, Field]:
    found: dict[str, Field] = {}
    for title in titles:
        field = _BY_NAME.get(_plain(title))
        if field is not None and field not in found.values():
            found[title] = field
    if Field.CONTACT_DATE not in found.values():
        # Without a date there are no contacts, so their other columns mean something else.
        kept = {Field.NAME, Field.PHONE, Field.COMPANY, Field.ADDRESS, Field.SOURCE, Field.STATUS}
        found = {title: field for title, field in found.items() if field in kept}
    return found


def _orders(preview: Preview, columns: Mapping[str, Field]) -> dict[str, DateOrder]:
    orders = {}
    for place, title in enumerate(preview.titles):
        if columns.get(title) in DATE_FIELDS:
            cells = [one.cells[place] for one in preview.records if place < len(one.cells)]
            orders[title] = dates.guessed_order(cells).order
    return orders


def _plain(title: str) -> str:
    composed = unicodedata.normalize("NFKC", title).casefold()
    return re.sub(r"[\W_]+", "", composed)
