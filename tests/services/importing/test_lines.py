"""Cells: numbers that a spreadsheet spoilt, dates in three orders, formulas, words."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from salesdesk.domain.importing import Choices, DateOrder, Field, Line, Record, Rejected
from salesdesk.services.importing import dates, mapping
from salesdesk.services.importing.line_reader import LineReader, Office, mended_phone

JAKARTA = ZoneInfo("Asia/Jakarta")
NOW = datetime(2026, 6, 8, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("81234567890.0", "81234567890"),
        ("81234567890,00", "81234567890"),
        ("8.1234567890E+10", "81234567890"),
        ("6.281234567890e+12", "6281234567890"),
        ("8.123456789E10", "81234567890"),
        ("8,12E+10", None),
        ("8.12E+10", None),
        ("8.12346E+10", None),
        ("'081234567890", "081234567890"),
        ("0812-345-678", "0812-345-678"),
        ("021 555.0123", "021 555.0123"),
    ],
)
def test_numbers_are_mended_or_known_to_be_lost(typed: str, meant: str | None) -> None:
    assert mended_phone(typed) == meant


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
    ],
)
def test_dates_in_three_orders(text: str, order: DateOrder, day: str) -> None:
    assert dates.moment(text, order, JAKARTA).isoformat()[:16] == day


@pytest.mark.parametrize("text", ["", "31/02/2026", "13/13/2026", "soon", "45000", "5/3"])
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
    reader = LineReader(titles, Choices(columns), Office("ID", JAKARTA, NOW, True))
    return reader.read(Record(7, tuple(fields.values())))


def test_every_fault_is_named_by_column() -> None:
    found = read(name="=1+2", phone="8.12E+10", status="boiling", company="x" * 300)
    assert isinstance(found, Rejected)
    assert found.number == 7
    for told in (
        "“T phone”: A spreadsheet has cut digits off this number (8.12E+10)",
        "“T status”: “boiling” is none of: cold, warm, hot.",
        "“T name”: This is a formula",
        "“T company”: The company is too long",
    ):
        assert told in found.reason


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("0812 9000 0001 / 0813 9000 0001", "and here are 2: +62 812-9000-0001, +62 813"),
        ("0812-9000-0002 / 33", "stands more: “0812-9000-0002 / 33”"),
        ("08129000000O5", "stands more"),
    ],
)
def test_numbers_that_would_be_lost_are_told(typed: str, told: str) -> None:
    found = read(name="Siti", phone=typed)
    assert isinstance(found, Rejected)
    assert told in found.reason


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
