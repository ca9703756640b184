"""Cells: dates in three orders, words, numbers; what does not fit and loses nobody."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from salesdesk.domain.importing import (
    Choices,
    DateOrder,
    Doubt,
    Field,
    Line,
    Notice,
    Record,
    Rejected,
)
from salesdesk.services.importing import dates, mapping
from salesdesk.services.importing.line_reader import LineReader, Office
from salesdesk.services.importing.people import Credited

JAKARTA = ZoneInfo("Asia/Jakarta")
NOW = datetime(2026, 6, 8, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "order", "day"),
    [
        ("05/03/2026", DateOrder.DAY_FIRST, "2026-03-05T05:00"),
        ("05/03/2026", DateOrder.MONTH_FIRST, "2026-05-03T05:00"),
        ("26-03-05", DateOrder.YEAR_FIRST, "2026-03-05T05:00"),
        ("2026-03-05", DateOrder.DAY_FIRST, "2026-03-05T05:00"),
        ("2026/3/5 14:30", DateOrder.MONTH_FIRST, "2026-03-05T07:30"),
        ("5.3.26 2:30 pm", DateOrder.DAY_FIRST, "2026-03-05T07:30"),
        ("5 Maret 2026", DateOrder.MONTH_FIRST, "2026-03-05T05:00"),
        ("2026-03-05T14:30:10", DateOrder.DAY_FIRST, "2026-03-05T07:30"),
        ("17-Agu-2025", DateOrder.DAY_FIRST, "2025-08-17T05:00"),
        ("2026-03-05T14:30:00Z", DateOrder.DAY_FIRST, "2026-03-05T14:30"),
        ("2026-03-05 14:30:00 +0800", DateOrder.DAY_FIRST, "2026-03-05T06:30"),
        ("Senin, 5 Maret 2026 pukul 14.30 WIB", DateOrder.MONTH_FIRST, "2026-03-05T07:30"),
        ("5 Mar 2026 14.30 WITA", DateOrder.DAY_FIRST, "2026-03-05T06:30"),
        ("Jum'at, 6 Maret 2026", DateOrder.DAY_FIRST, "2026-03-06T05:00"),
        ("Mar 5, 2026", DateOrder.DAY_FIRST, "2026-03-05T05:00"),
        ("Minggu, 8 Mei 2026", DateOrder.DAY_FIRST, "2026-05-08T05:00"),
        ("46090", DateOrder.DAY_FIRST, "2026-03-09T05:00"),
        ("46090.25", DateOrder.DAY_FIRST, "2026-03-08T23:00"),
        ("20260305", DateOrder.MONTH_FIRST, "2026-03-05T05:00"),
        ("12/31/26, 11:59 PM", DateOrder.MONTH_FIRST, "2026-12-31T16:59"),
    ],
)
def test_dates_in_three_orders(text: str, order: DateOrder, day: str) -> None:
    assert dates.moment(text, order, JAKARTA).isoformat()[:16] == day


@pytest.mark.parametrize(
    "text", ["", "31/02/2026", "13/13/2026", "soon", "081234", "5/3", "Mar 2026", "0/0/00"]
)
def test_no_dates(text: str) -> None:
    with pytest.raises(dates.NoDate):
        dates.moment(text, DateOrder.DAY_FIRST, JAKARTA)


@pytest.mark.parametrize(
    ("cells", "order", "certain"),
    [
        (["05/03/2026", "25/03/2026"], DateOrder.DAY_FIRST, True),
        (["05/03/2026", "03/25/2026"], DateOrder.MONTH_FIRST, True),
        (["2026-03-05", "2026-03-06"], DateOrder.YEAR_FIRST, True),
        (["05/03/2026", "06/03/2026"], DateOrder.DAY_FIRST, False),
        (["25/03/2026", "03/25/2026", "05/03/2026"], DateOrder.DAY_FIRST, False),
        (["05/05/2026", "", "later"], DateOrder.DAY_FIRST, True),
    ],
)
def test_the_order_is_guessed_and_doubt_is_told(
    cells: list[str], order: DateOrder, certain: bool
) -> None:
    found = dates.guessed_order(cells)
    assert (found.order, found.certain) == (order, certain)
    assert bool(found.examples) or certain


def read(**cells: str) -> Line | Rejected:
    """A line with these cells, by field."""
    fields = {Field(name): text for name, text in cells.items()}
    titles = [f"T {field}" for field in fields]
    columns = dict(zip(titles, fields, strict=True))
    office = Office("ID", JAKARTA, NOW, True)
    reader = LineReader(titles, Choices(columns), office, Credited("uid-sari", {}))
    return reader.read(Record(7, tuple(fields.values())))


def test_a_line_without_a_number_is_refused_with_every_reason() -> None:
    found = read(name="", phone="8.12E+10", status="boiling", company="-")
    assert isinstance(found, Rejected)
    assert found.number == 7
    assert [one.column for one in found.faults] == ["T phone", "T name"]
    assert "A spreadsheet has cut digits off this number (8.12E+10)" in found.message


def test_a_cell_that_does_not_fit_loses_nobody() -> None:
    found = read(
        name="Siti", phone="0812 9000 0001", status="boiling", company="x" * 300,
        contact_date="31/02/2026", next_step="soon",
    )  # fmt: skip
    assert isinstance(found, Line)
    assert (found.status, found.contact, found.plan) == (None, None, None)
    assert len(found.company) == 255
    assert {one.column for one in found.misfits} == {
        "T company", "T contact_date", "T next_step", "T status",
    }  # fmt: skip
    assert found.notices == (Notice(Doubt.WORD, "T status", "boiling"),)


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("0812 9000 0001 / 0813 9000 0001", ["+6281290000001", "+6281390000001"]),
        ("0812-9000-0002 / 33", ["+6281290000002"]),
        ("08129000000O5 / 0812-9000-0006", ["+6281290000006"]),
    ],
)
def test_every_number_of_a_cell_is_kept(typed: str, numbers: list[str]) -> None:
    found = read(name="Siti", phone=typed)
    assert isinstance(found, Line)
    assert [one.number for one in found.numbers] == numbers
    assert found.phone == numbers[0]


def test_a_fax_is_behind_the_phone_and_a_country_decides() -> None:
    titles = ["Nama", "Fax", "Telepon", "Negara"]
    columns = {
        "Nama": Field.NAME, "Fax": Field.PHONE, "Telepon": Field.PHONE, "Negara": Field.COUNTRY,
    }  # fmt: skip
    office = Office("ID", JAKARTA, NOW, True)
    reader = LineReader(titles, Choices(columns), office, Credited("uid-sari", {}))
    found = reader.read(Record(2, ("Tan", "6123 4567", "9123 4567", "Singapura")))
    assert isinstance(found, Line)
    assert [(one.number, one.note) for one in found.numbers] == [
        ("+6591234567", ""), ("+6561234567", "fax"),
    ]  # fmt: skip


def test_a_contact_needs_evidence_and_what_it_lacks_is_asked() -> None:
    bare = read(name="Siti", phone="0812 9000 0001", contact_date="05/03/2026")
    assert isinstance(bare, Line)
    assert (bare.contact, bare.notices) == (
        None, (Notice(Doubt.NO_EVIDENCE, "T contact_date"),),
    )  # fmt: skip
    half = read(name="Siti", phone="0812 9000 0001", contact_date="05/03/2026", contact_method="WA")
    assert isinstance(half, Line)
    assert (half.contact, half.notices) == (None, (Notice(Doubt.NO_OUTCOME),))


@pytest.mark.parametrize(
    ("cells", "column", "told"),
    [
        ({"contact_notes": "wants blue"}, "T contact_notes", "no date, so its note"),
        ({"contact_method": "WA"}, "T contact_method", "“WA” belongs to a contact without a date"),
        ({"contact_outcome": "tidak diangkat"}, "T contact_outcome", "without a date"),
        ({"status": "Deal?"}, "T status", "“Deal?” is none of our words"),
        ({"country": "Narnia"}, "T country", "“Narnia” is none of our words"),
        ({"owner": "Pak Entah"}, "T owner", "“Pak Entah” is nobody who can hold"),
        ({"contact_date": "05/03/2026"}, "T contact_date", "makes no contact"),
        ({"contact_date": "05/03/2026", "contact_notes": "x", "contact_outcome": "successful"},
         "T contact_date", "names no method"),
        ({"contact_date": "05/03/2026", "contact_method": "WA"}, "T contact_date",
         "names no outcome"),
        ({"next_step": "05/03/2027", "contact_notes": "n" * 300}, "T contact_notes", "cut to 255"),
    ],
)  # fmt: skip
def test_a_cell_that_brings_nothing_in_is_kept_with_its_column(
    cells: dict[str, str], column: str, told: str
) -> None:
    found = read(name="Siti", phone="0812 9000 0001", **cells)
    assert isinstance(found, Line)
    (fault,) = [one for one in found.misfits if told in one.reason.english]
    assert fault.column == column


def test_what_excel_wraps_is_unwrapped() -> None:
    found = read(name='="Siti"', phone='="081234567890"')
    assert isinstance(found, Line)
    assert (found.name, found.phone) == ("Siti", "+6281234567890")


def test_a_line_of_history_may_lack_the_name() -> None:
    found = read(name="", phone="081234567890", contact_date="05/03/2026")
    assert isinstance(found, Line)
    assert found.name == ""
    assert isinstance(read(name="", phone="081234567890"), Rejected)


def test_choices_are_kept_as_text_and_remembered() -> None:
    titles = ("Nama", "No. HP", "Tgl")
    choices = Choices(
        {"Nama": Field.NAME, "No. HP": Field.PHONE, "Tgl": Field.CONTACT_DATE},
        {"Tgl": DateOrder.MONTH_FIRST},
    )
    assert mapping.parsed(mapping.dumped(choices), titles) == choices
    assert mapping.key_of(titles) == mapping.key_of(("NAMA", "no hp", "tgl"))
