"""Files that went wrong in offices (people are made up): each comes in with its right value.

The folder is walked, so that no file lies there without one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from salesdesk.domain.contact import Method, Outcome
from salesdesk.domain.importing import Choices, Field
from salesdesk.services.importing import checking, mapping, table, writing
from salesdesk.services.importing.request import Request
from tests.support.factories import Office
from tests.support.import_work import Importer, never, silent

CASES = Path(__file__).parent / "cases"
#: When the files were written: dates in them lie before it or after it.
WRITTEN = datetime(2026, 11, 28, 5, tzinfo=UTC)


@dataclass(frozen=True)
class Right:
    """What is right for a file.

    Attributes:
        new: how many customers come in.
        people: some of them: the columns that are told and their values, by name.
        refused: lines that make no customer, with a part of the reason.
        cells: lines that come in without a cell, with its column.
        contacts: how many.
        told: parts of warnings.
        numbers: every number of some customers, by name.
        columns: what is guessed, as far as it is told.
    """

    new: int
    people: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    refused: Mapping[int, str] = field(default_factory=dict)
    cells: Mapping[int, str] = field(default_factory=dict)
    contacts: int = 0
    told: tuple[str, ...] = ()
    numbers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    columns: Mapping[str, Field] = field(default_factory=dict)


def phone(number: str) -> dict[str, object]:
    """A customer of whom the number is told."""
    return {"phone_number": number}


#: Exports of more programs, and tables as offices grow them.
GROWN: Mapping[str, Right] = {
    "google_file_as.csv": Right(
        4,
        {
            "Ny. Tuti": {"phone_number": "+6281230000104"},
            "Mas Joko": {"phone_number": "+6281230000106"},
        },
        numbers={
            "Rudi Hartono (Toko Besi)": (
                "+6281230000101",
                "+6281230000102",
                "+6281230000103",
                "+62215550101",
            )
        },
    ),
    "outlook_account.csv": Right(
        3, {"Ika": {"phone_number": "+6281230000203"}}, cells={2: "Notes"}
    ),
    "hubspot_ids.csv": Right(
        2,
        {
            "Mita Sari": {
                "phone_number": "+6281230000301",
                "bound_to_uid": "uid-eko",
                "lead_source": "Digital Marketing",
            }
        },
        refused={4: "missing"},
        cells={2: "Last Activity Date", 3: "Last Activity Date"},
    ),
    "odoo_opportunity.csv": Right(
        2, {"Tanpa orang": {"phone_number": "+6281230000602"}}, cells={2: "Stage", 3: "Stage"}
    ),
    "whatsapp_public_name.csv": Right(
        2,
        {"~Tan": {"phone_number": "+6591234702"}},
        refused={4: "The name is missing."},
        cells={2: "Last Msg Date"},
    ),
    "purchase_dates.csv": Right(2, {"André": {"phone_number": "+6281230001001"}}, cells={2: "Ket"}),
    "titles_two_lines.csv": Right(2, {"Ani": {"phone_number": "+6281230001201"}}, contacts=2),
    "powers_and_thousands.csv": Right(
        5,
        {
            "E": {"phone_number": "+6281230001605"},
            "G": {"phone_number": "+6281230001607"},
            "H": {"phone_number": "+6281230001608"},
        },
        refused={
            2: "A spreadsheet has cut digits off this nu",
            3: "A spreadsheet has cut digits off this nu",
            5: "A spreadsheet has cut digits off this nu",
        },
    ),
    "spellings_grown.csv": Right(
        18,
        {"F": {"phone_number": "+6281230001706"}, "P": {"phone_number": "+6281230001716"}},
        refused={16: "A letter stands among the digits of “O81"},
    ),
    "several_in_words.csv": Right(
        13,
        refused={16: "“0812-3000-1825-0813-3000-1825” is not a"},
        numbers={
            "L": ("+6281230001822", "+6281230001823"),
            "J": ("+6281230001818", "+6281230001819"),
        },
    ),
    "php_export.xls": Right(2, {"Cici D": {"phone_number": "+6281230002402"}}, cells={3: "Ket"}),
    "cover_sheet.xlsx": Right(
        2,
        {"Ani": {"phone_number": "+6281230003401"}},
        contacts=2,
        told=("1 hidden row", "may have been meant as"),
    ),
    "days_of_1904.xlsx": Right(1, {"Ani": {"phone_number": "+6281230003501"}}, contacts=1),
    "formulas_and_errors.xlsx": Right(
        4,
        {"Ani L": {"phone_number": "+6281230003601", "sales_status": "hot"}},
        refused={3: "The phone number is missing."},
        contacts=3,
    ),
    "merged_owners.xlsx": Right(
        5,
        {
            "Eni": {"phone_number": "+6281230003705", "bound_to_uid": "uid-eko"},
            "Beni": {"phone_number": "+6281230003702", "bound_to_uid": "uid-andi"},
        },
        refused={7: "The name is missing."},
    ),
    "shifted_table.xlsx": Right(
        4,
        {"Cici": {"phone_number": "+6281230003903"}},
        refused={10: "“4” has too few digits for a phone numbe"},
        cells={4: "Keterangan"},
    ),
    "country_codes.csv": Right(
        3,
        {"Tan": {"phone_number": "+6591234102"}, "Bob": {"phone_number": "+16502530000"}},
        refused={4: "“123456789” is a placeholder and no numb"},
    ),
    "zoho_leads.csv": Right(
        1,
        {
            "Ani Zed": {
                "phone_number": "+62215554401",
                "company": "PT Z",
                "bound_to_uid": "uid-andi",
                "sales_status": "hot",
                "lead_source": "Event Marketing",
            }
        },
        cells={2: "Last Activity Time"},
    ),
    "kinds_of_numbers.csv": Right(
        3,
        {
            "Beni": {"phone_number": "+6281230004602", "company": "PT B"},
            "Cici": {"phone_number": "+62271554603"},
        },
    ),
    "recipients.csv": Right(
        1,
        {"Ani": {"phone_number": "+6281230004801"}},
        refused={
            3: "“62812” has too few digits for a phone n",
            4: "Line 2 has the same phone number.",
        },
        numbers={"Ani": ("+6281230004801",)},
    ),
    "names_of_accounts.csv": Right(2, {"@anibakery": {"phone_number": "+6281230006001"}}),
    "cards_4_uri.vcf": Right(
        1,
        {"Dr. Ani, Sp.A": {"phone_number": "+6281230003201", "company": 'PT "A"'}},
        refused={12: "The phone number is missing."},
        cells={1: "Notes"},
        numbers={"Dr. Ani, Sp.A": ("+6281230003201", "+62215553201")},
    ),
    "cards_folded.vcf": Right(
        2,
        {"Nama Yang Panjang Sekali": {"phone_number": "+6281230003302"}},
        numbers={"Nama Yang Panjang Sekali": ("+6281230003302", "+6281230003301")},
    ),
}

RIGHT: Mapping[str, Right] = {
    "crlf_cell.xlsx": Right(2, {
        "Ani Contoh": {"address": "Jl. Contoh 1\nBandung"},
        "Beni Contoh": {"address": "Jl. Contoh 2\nBandung"},
    }),
    "crm_export.xls": Right(2, {"Beni Contoh": phone("+6281200004102")}),
    "date_and_time_columns.csv": Right(1, contacts=3),
    "date_is_registration.csv": Right(2, told=("2 dates have neither a method",),
        cells={2: "Tanggal", 3: "Tanggal"}),
    "duplicate_columns.xlsx": Right(2, {
        "Ani Contoh": phone("+6281200003601"), "Beni Contoh": phone("+6281200003602"),
    }),
    "empty_first_sheet.xlsx": Right(1, {"Ani Contoh": phone("+6281200006101")}),
    "ext_collision.csv": Right(4, {
        "Ani Contoh": phone("+62215550111"), "Beni Contoh": phone("+62274555222"),
    }, numbers={"Cici Contoh": ("+6281200001001",), "Ani Contoh": ("+62215550111",)}),
    "fax_before_phone.csv": Right(
        3, {"Ani Contoh": phone("+6281200009101"), "Beni Contoh": phone("+62215550902")},
        told=("“Active” (2), “Inactive” (1)",),
        numbers={"Beni Contoh": ("+62215550902", "+6281200009102")},
        cells={2: "Date", 3: "Date", 4: "Status"},
    ),
    "former_staff.csv": Right(4, contacts=4, told=("“Pak Andi” (1), “Lukman (resign)” (1)",)),
    "google_contacts.csv": Right(
        28,
        {"Budi Santoso": {"company": "CV Uji Coba"}, "Toko Bunga Misal": phone("+6281200010008"),
         "Rudi Hartono": {"address": "Jl. Contoh No. 5\nBandung 40111\nIndonesia"},
         "Hendra Gunawan": phone("+6281200010007")},
        {16: "missing", 17: "too few digits"},
        numbers={"Agus Prasetyo": ("+6281200010003", "+62215550003")},
        cells={11: "Notes"},
    ),
    "google_contacts_old.csv": Right(30, {"Siti Rahmawati": {"company": "PT Contoh Makmur"}}),
    "hidden_rows.xlsx": Right(5, told=("1 hidden row of the workbook is left out",)),
    "history_same_day.csv": Right(1, contacts=3),
    "hubspot.csv": Right(
        30,
        {"Siti Rahmawati": {"phone_number": "+6281200010000", "bound_to_uid": "uid-andi",
                            "lead_source": "Digital Marketing", "company": "PT Contoh Makmur"},
         "Dewi Anggraini": {"binding_status": "available"},
         "Agus Prasetyo": {"lead_source": None}},
        told=("“Offline Sources” (7)",),
        cells=dict.fromkeys(range(2, 32), "Last Activity Date"),
    ),
    "instagram_handle.csv": Right(2, {"@anibakery.contoh": {"company": "@anibakery"}}),
    "kontak.vcf": Right(2, {"Ani Contoh": {"company": "PT Misal"}},
                        numbers={"Beni Contoh": ("+6281200004202", "+62215550402")}),
    "kontak_is_a_person.csv": Right(2, {"Ani Contoh": {"company": "PT Misal Satu"}}),
    "letters_in_phone.csv": Right(
        2, {"Cici Contoh": phone("+6281200001003"), "Dodi Contoh": phone("+6281200001004")},
        {2: "A letter", 3: "A letter", 6: "placeholder", 7: "placeholder"},
    ),
    "next_step_alone.csv": Right(2, told=("“Kontak terakhir”: 1 date has neither a method",),
        cells={3: "Kontak terakhir"}),
    "odd_cells.xlsx": Right(8, {"Hadi Contoh": {"company": "PT H"}}, {5: "missing"},
        cells=dict.fromkeys((2, 3, 4, 6, 7, 8, 9, 10), "Tanggal")),
    # Eight lines have neither a phone nor a mobile.
    "odoo_contacts.xlsx": Right(
        22, {"Dewi Anggraini": phone("+6281200010002"),
             "Budi Santoso": {"bound_to_uid": "uid-eko"}},
        dict.fromkeys(range(2, 32, 4), "missing"),
        numbers={"Budi Santoso": ("+62215550001", "+6281200010001")},
        cells=dict.fromkeys(range(4, 29, 4), "Notes"),
    ),
    "one_bad_byte.csv": Right(
        3, {"André Contoh": {"address": "Jl. Mawar – Blok A"}, "Beni Contoh": {"address": ""},
            "Şebnem Contoh": {"address": "Jl. Melati “2”"}}, cells={4: "Alamat"},
    ),
    "only_company.csv": Right(2, {"PT Misal Jaya": phone("+62215550930")}),
    "outlook_dates.csv": Right(4,
        cells={5: "Tanggal"}),
    "own_export_guarded.csv": Right(1, {"@anibakery": {"company": "@toko"}}),
    "past_next_step.csv": Right(2, contacts=4),
    "pipedrive_people.xlsx": Right(
        30, {"Siti Rahmawati": {"sales_status": "hot"}, "Budi Santoso": {"sales_status": "warm"},
             "Dewi Anggraini": phone("+6281200010002"), "Agus Prasetyo": {"sales_status": "cold"}},
        cells=dict.fromkeys(range(2, 32), "Person - Last activity date"),
    ),
    "placeholders.csv": Right(5, {
        name: {"company": None, "address": "", "lead_source": None, "sales_status": "cold"}
        for name in ("Ani Contoh", "Beni Contoh", "Cici Contoh", "Dodi Contoh", "Eka Contoh")
    }),
    "power_nine_digits.csv": Right(0, refused=dict.fromkeys(range(2, 6), "has cut digits off")),
    "status_moves.csv": Right(1, {"Ani Contoh": {"sales_status": "hot"}}, contacts=2),
    "titles_indonesia.csv": Right(
        2, {"Ani Contoh": {"lead_source": "Digital Marketing"},
            "Beni Contoh": {"lead_source": "Referral"}},
        told=("2 contacts name no outcome",),
        columns={
            "Nama Pelanggan / PIC": Field.NAME, "No. HP / WA": Field.PHONE,
            "Nama Instansi": Field.COMPANY, "Alamat Rumah": Field.ADDRESS,
            "Sumber Info": Field.SOURCE, "Tgl. Kontak Terakhir": Field.CONTACT_DATE,
            "Cara Kontak": Field.CONTACT_METHOD, "Ket.": Field.CONTACT_NOTES,
            "Tgl. Follow Up": Field.NEXT_STEP,
        },
        cells={2: "Tgl. Kontak Terakhir", 3: "Tgl. Kontak Terakhir"},
    ),
    "two_sheets.xlsx": Right(
        5, told=("Other sheets hold customers too and are not read: Feb.",)
    ),
    "two_numbers.csv": Right(4, {"Ani Contoh": phone("+6281200001001")}, numbers={
        f"{name} Contoh": (f"+6281200001{at:03}", f"+6281300001{at:03}")
        for at, name in enumerate(("Ani", "Beni", "Cici", "Dodi"), 1)
    }),
    "us_excel_swapped.xlsx": Right(
        6, told=("2026-05-03 may have been meant as 2026-03-05",),
        cells=dict.fromkeys(range(2, 8), "Tanggal"),
    ),
    "whole_row_quoted.csv": Right(2, {"Ani Contoh": {"company": "PT Misal, Tbk"}}),
    "chat_tags.csv": Right(1, {"Ani": {"sales_status": "hot", "bound_to_uid": "uid-andi"}},
        cells={2: "last_message_at"}),
    "google_indonesian.csv": Right(1, {"Ani L": phone("+6281200200001")},
        cells={2: "Catatan"}),
    "names_as_typed.csv": Right(
        16, {"AniLestari": phone("+6281200200910"), "=1+1": phone("+6281200200904"),
             "-Ani": phone("+6281200200907")},
        {7: "missing", 18: "missing"}, {15: "Nama"},
    ),
    "numbers_with_words.csv": Right(
        49, {"S": phone("+6281200200819"), "AQ": phone("+6281200200843")},
        {28: "no phone number", 33: "not a phone number", 45: "no phone number",
         46: "no phone number"},
        numbers={"S": ("+6281200200819", "+6281300200819"), "AP": ("+62215550842",),
                 "T": ("+6281200200820", "+62271555820", "+62271555821")},
    ),
    "outlook_indonesian.csv": Right(1, {"Ani Lestari": {"address": "Jl. A, Solo"}},
        cells={2: "Catatan"}),
    "own_labels.vcf": Right(2, numbers={
        "陈大文 Pak Budi": ("+6281200202101", "+6281300202101"),
    },
        cells={1: "Notes"}),
    "facebook_form.csv": Right(1, {"Tari Wulan": {"lead_source": "Digital Marketing"}}),
    "facebook_leads.csv": Right(3, {"Rini Astuti": phone("+6281200060001")}, {4: "no phone number"},
                                numbers={"ð Sinta": ("+6281200060004",)},
        cells=dict.fromkeys((2, 3, 5), "lead_status")),
    "follow_up_columns.csv": Right(2, cells={3: "FU 1"}),
    "form_questions.csv": Right(2, {"Ani": {"lead_source": "Digital Marketing"},
                                    "Beni": {"lead_source": "Referral"}}),
    "fraction.xlsx": Right(2, refused={4: "missing", 5: "fraction", 6: "missing", 7: "missing"},
                           contacts=2),
    "google_old_labels.csv": Right(
        4, {"PT Sepi": phone("+6281200020003"), "Siti Rahmawati": {"company": "PT Contoh, CV Dua"}},
        numbers={"Fax saja": ("+6281200020004", "+62215550299")},
        cells={2: "Notes"},
    ),
    "google_old_parts.csv": Right(3, {"Rio Putra": phone("+6281200021001")}),
    "google_prefix.csv": Right(
        7, {"Bpk. Budi Agung Santoso S.E.": phone("+6281200011001"),
            "Bang Jek": phone("+6281200011008"),
            "Toko Melati": {"address": "Jl. Mawar 1\nBandung 40111\nID"},
            "Mei Ling 陳": phone("+6591234567")},
        {10: "too few", 12: "missing", 14: "too few"},
        {2: "Notes", 7: "Phone 2 - Value"},
    ),
    "grown_activities.csv": Right(2, {"Ani": {"sales_status": "hot"}}, contacts=3,
        cells={4: "Status"}),
    "grown_cover.csv": Right(3, refused={10: "missing"}, cells={6: "PIC", 7: "Tgl. Follow Up"},
                             columns={"PIC": Field.OWNER, "Tgl. Follow Up": Field.NEXT_STEP}),
    "grown_months.csv": Right(10, contacts=6, told=("“DM IG” (1)", "“tidak minat” (1)"),
        cells={7: "VIA", 8: "HASIL", 9: "HASIL", 10: "VIA"}),
    "grown_workbook.xlsx": Right(
        3, {"Ani": {"company": "PT A"}}, {9: "missing"}, {8: "Tgl. Kontak"}, contacts=2,
        told=("1 hidden row of the workbook is left out",),
    ),
    "grown_numbers.csv": Right(
        41, {"A5": phone("+6281200080305"), "A18": phone("+6281200080318"),
             "A22": phone("+6281200080322"), "A36": phone("+6281200080336")},
        {2: "cut digits", 3: "cut digits", 11: "A letter", 14: "missing", 15: "missing",
         16: "missing", 26: "placeholder", 29: "not a phone number", 34: "missing",
         39: "cut digits", 42: "no phone number", 43: "too few", 55: "too few"},
        numbers={
            "A29": ("+6281200080329", "+6281300080329"), "A51": ("+62215550351",),
            "A46": ("+6281200080346", "+6281300080346", "+6281400080346"),
            "A50": ("+6281200080350", "+6281300080350"),
        },
    ),
    "hubspot_owner.csv": Right(
        4, {"Dian Permata": {"bound_to_uid": "uid-andi"}, "Lee": phone("+6581234567")},
        told=("“OPEN_DEAL” (1)",),
        cells={2: "Last Activity Date", 3: "Lead Status", 4: "Lead Status"},
    ),
    "odoo_booleans.xlsx": Right(2, {"PT B": {"company": None, "address": ""}}, {4: "missing"},
        cells={2: "Notes"}),
    "outlook_all.csv": Right(
        5, {"Anne Müller": phone("+6281200030003")},
        numbers={"Bambang Wijaya": ("+62215550301", "+6281200030001", "+62215550399")},
        cells={2: "Notes"},
    ),
    "page_utf16.xls": Right(1, {"Añi": phone("+6281200084201")}),
    "page_xml.xls": Right(1, {"Ani": phone("+6281200084301")}),
    "pipedrive_leads.csv": Right(1, {"Pak Kayu": {"sales_status": "hot"}}),
    "preferred.vcf": Right(2, {"Ani Lestari": phone("+6281200092001")}, {10: "missing"},
        cells={1: "Notes"}),
    "relative_dates.csv": Right(7, cells=dict.fromkeys(range(2, 9), "Tgl Kontak Terakhir")),
    "rowspan.xls": Right(2, refused={4: "too few"}),
    "titles_again.csv": Right(3, refused={
        3: "repeats the titles", 6: "repeats the titles", 8: "too few", 9: "missing", 10: "missing",
    }),
    "titles_shortened.csv": Right(1, {"Ani": {"company": "PT A", "address": "Jl. 1"}},
        cells={2: "Last F/U"}),
    "unended.vcf": Right(3, {"Dua": phone("+6281200095002")}),
    "whatsapp_chats.csv": Right(1, {"Ibu Ayu": {"bound_to_uid": "uid-andi"}},
        cells={2: "Waktu Chat Terakhir"}),
    "whatsapp_groups.csv": Right(2, {"Lim": {"company": None}}),
    **GROWN,
}  # fmt: skip


def test_every_file_has_its_right_value() -> None:
    assert {path.name for path in CASES.iterdir()} == RIGHT.keys()


@pytest.fixture
def later(office: Office, importer: Importer) -> Importer:
    """Somebody who imports when the files were written."""
    office.move_clock(WRITTEN)
    return importer


def request_of(name: str, **answers: object) -> Request:
    """The file as it is guessed, with answers to what is asked."""
    preview = table.preview(CASES / name)
    guessed = mapping.guess(preview)
    choices = Choices(guessed.columns, **answers)  # type: ignore[arg-type]
    return Request(CASES / name, preview.layout, choices)


@pytest.mark.parametrize("name", sorted(RIGHT))
def test_a_file_comes_in_with_its_right_value(later: Importer, name: str) -> None:
    right, request = RIGHT[name], request_of(name)
    tried = checking.check(later.office.admin, request, silent, never)
    done = writing.run(later.office.admin, request, silent, never)
    assert (tried.tally, tried.rejected, tried.warnings) == (
        done.tally, done.rejected, done.warnings,
    )  # fmt: skip
    assert (done.tally.created, done.tally.contacts) == (right.new, right.contacts)
    assert later.count("customers") == len(tried.customers) == right.new
    assert later.count("customer_contacts") == right.contacts
    lines = [one for one in done.rejected if not one.kept]
    assert {one.number for one in lines} == right.refused.keys()
    assert all(right.refused[one.number] in one.message for one in lines)
    kept = {one.number: one.faults[0].column for one in done.rejected if one.kept}
    assert kept == right.cells
    for told in right.told:
        assert any(told in one.english for one in done.warnings), done.warnings
    assert request.choices.columns.items() >= right.columns.items()


@pytest.mark.parametrize("name", sorted(RIGHT))
def test_what_is_stored_is_what_was_shown(later: Importer, name: str) -> None:
    right, request = RIGHT[name], request_of(name)
    tried = checking.check(later.office.admin, request, silent, never)
    writing.run(later.office.admin, request, silent, never)
    stored = {
        str(row[0]): row[1:]
        for row in later.rows(
            "SELECT name, phone_number, company, address, lead_source, sales_status, bound_to_uid "
            "FROM customers"
        )
    }
    shown = {
        one.name: (one.phone, one.company or None, one.address, one.source, one.status,
                   one.owner_uid)
        for one in tried.customers
    }  # fmt: skip
    assert shown == stored
    for person, values in right.people.items():
        columns = ", ".join(values)
        (row,) = later.rows(f"SELECT {columns} FROM customers WHERE name = %s", person)
        assert row == tuple(values.values())
    for person, numbers in right.numbers.items():
        found = later.rows(
            "SELECT number FROM salesdesk_phones JOIN customers ON id = customer_id "
            "WHERE name = %s", person,
        )  # fmt: skip
        assert {row[0] for row in found} == set(numbers)
        told = next(one for one in tried.customers if one.name == person)
        assert tuple(one.number for one in told.numbers) == numbers


def moments(importer: Importer, statement: str) -> list[tuple[str, ...]]:
    """What is in the database, moments to the minute."""
    return [tuple(str(cell)[:16] for cell in row) for row in importer.rows(statement)]


def test_a_time_of_its_own_column_belongs_to_the_date(later: Importer) -> None:
    request = request_of("date_and_time_columns.csv")
    writing.run(later.office.admin, request, silent, never)
    found = moments(later, "SELECT contact_date FROM customer_contacts ORDER BY 1")
    assert found == [("2026-11-05 01:15",), ("2026-11-05 09:40",), ("2026-11-05 10:05",)]


def test_a_next_step_without_a_contact_is_a_plan(later: Importer) -> None:
    writing.run(later.office.admin, request_of("next_step_alone.csv"), silent, never)
    found = moments(later, "SELECT due_at FROM salesdesk_plans")
    assert found == [("2027-01-10 05:00",)] * 2


def test_past_next_steps_are_history_and_the_newest_is_overdue(later: Importer) -> None:
    writing.run(later.office.admin, request_of("past_next_step.csv"), silent, never)
    found = moments(
        later,
        "SELECT name, next_step_at FROM salesdesk_customer_summary JOIN customers "
        "ON id = customer_id ORDER BY name",
    )
    assert found == [("Ani Contoh", "2027-01-10 05:00"), ("Beni Contoh", "2026-11-20 05:00")]


def test_contacts_of_who_has_left_are_the_importers_with_the_name_noted(later: Importer) -> None:
    writing.run(later.office.admin, request_of("former_staff.csv"), silent, never)
    found = later.rows("SELECT contacted_by_uid, notes FROM customer_contacts ORDER BY notes")
    admin, andi = later.office.admin_uid, later.office.agent_uid
    assert set(found) == {
        (andi, "Minta harga"), (admin, "Pak Andi: Minta harga"), (admin, "andi: Minta harga"),
        (admin, "Lukman (resign): Minta harga"),
    }  # fmt: skip


def test_a_persons_word_makes_contacts_of_dates(later: Importer) -> None:
    answers = {
        "date_is_contact": True, "method": Method.CALL, "outcome": Outcome.SUCCESSFUL,
    }  # fmt: skip
    done = writing.run(
        later.office.admin, request_of("date_is_registration.csv", **answers), silent, never
    )
    assert done.tally.contacts == 2


def test_words_are_matched_as_a_person_says(later: Importer) -> None:
    words = {
        Field.CONTACT_BY: {"pak andi": later.office.agent_uid},
        Field.STATUS: {"active": "warm"},
    }
    done = writing.run(
        later.office.admin, request_of("former_staff.csv", words=words), silent, never
    )
    found = later.rows("SELECT contacted_by_uid FROM customer_contacts WHERE notes = 'Minta harga'")
    assert found == [(later.office.agent_uid,)] * 2
    later.take_back(done.import_id)
    writing.run(later.office.admin, request_of("fax_before_phone.csv", words=words), silent, never)
    found = later.rows("SELECT sales_status FROM customers ORDER BY name")
    assert found == [("warm",), ("cold",), ("warm",)]


def test_hidden_rows_come_in_where_they_are_asked_for(later: Importer) -> None:
    request = request_of("hidden_rows.xlsx")
    shown = replace(request, layout=replace(request.layout, hidden_rows=True))
    done = writing.run(later.office.admin, shown, silent, never)
    assert (done.tally.created, done.warnings) == (6, ())


def test_a_binding_that_the_import_made_is_no_tie(later: Importer) -> None:
    done = writing.run(later.office.admin, request_of("hubspot.csv"), silent, never)
    open_rows = "SELECT COUNT(*) FROM customer_binding_history WHERE binding_end_date IS NULL"
    assert later.rows(open_rows) == [(20,)]
    taken = later.take_back(done.import_id)
    assert (taken.deleted, taken.kept) == (30, ())
    assert later.rows(open_rows) == [(0,)]
    assert later.count("customers") == later.count("salesdesk_phones") == 0
