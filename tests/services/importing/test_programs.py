"""Which program a file comes from, by its titles: the corpus of real exports, and others."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from salesdesk.domain.importing import Field
from salesdesk.services.importing import mapping, programs, table

CASES = Path(__file__).parent / "cases"
RECOGNISED: Mapping[str, str] = {
    "google_contacts.csv": "Google Contacts",
    "google_contacts_old.csv": "Google Contacts",
    "google_indonesian.csv": "Google Contacts",
    "google_old_labels.csv": "Google Contacts",
    "google_old_parts.csv": "Google Contacts",
    "google_prefix.csv": "Google Contacts",
    "outlook_all.csv": "Outlook",
    "outlook_indonesian.csv": "Outlook",
    "hubspot.csv": "HubSpot",
    "hubspot_owner.csv": "HubSpot",
    "pipedrive_people.xlsx": "Pipedrive",
    "pipedrive_leads.csv": "Pipedrive",
    "odoo_contacts.xlsx": "Odoo",
    "odoo_booleans.xlsx": "Odoo",
    "facebook_leads.csv": "Facebook leads",
    "facebook_form.csv": "Facebook leads",
    "whatsapp_groups.csv": "WhatsApp Business",
    "whatsapp_chats.csv": "WhatsApp Business",
    "chat_tags.csv": "WhatsApp Business",
    "google_file_as.csv": "Google Contacts",
    "outlook_account.csv": "Outlook",
    "hubspot_ids.csv": "HubSpot",
    "zoho_leads.csv": "Zoho CRM",
}


@pytest.mark.parametrize("file", sorted(path.name for path in CASES.iterdir()))
def test_a_file_is_of_its_program_and_a_grown_one_of_none(file: str) -> None:
    preview = table.preview(CASES / file)
    assert programs.recognised(preview.titles) == RECOGNISED.get(file, "")


@pytest.mark.parametrize(
    ("titles", "program"),
    [
        ("Name,Company,Phone,Status,Owner,Last contact,Days left,Next step,Source", "SalesDesk"),
        ("Nama,Perusahaan,Telepon,Status,Pemegang,Kontak terakhir,Sisa hari", "SalesDesk"),
        ("Name,Company,Phone,Status,Owner", ""),
        ("Nama,No HP,Alamat", ""),
        ("First Name,Last Name,Mobile Phone", ""),
        ("", ""),
    ],
)
def test_titles_of_programs(titles: str, program: str) -> None:
    assert programs.recognised(titles.split(",")) == program


def test_the_skeleton_names_the_program_and_is_read_again() -> None:
    preview = table.preview(CASES / "hubspot.csv")
    choices = mapping.guess(preview)
    skeleton = mapping.skeleton(choices, preview.titles)
    assert json.loads(skeleton)["recognised"] == "HubSpot"
    assert mapping.parsed(skeleton, preview.titles) == choices
    plain = mapping.skeleton(choices, ["Nama", "No HP"])
    assert "recognised" not in json.loads(plain)


@pytest.mark.parametrize(
    "titles",
    [
        "Name,Company,Phone,Other phones,Status,Owner,Last contact,Days left,Next step,Source,"
        "Address,Created,Registered by,Contacts,Orders,Newest note",
        "Nama,Perusahaan,Telepon,Telepon lain,Status,Pemegang,Kontak terakhir,Sisa hari,"
        "Tindak lanjut,Sumber,Alamat,Dibuat,Didaftarkan oleh,Kontak,Pesanan,Catatan terbaru",
    ],
    ids=["English", "Indonesian"],
)
def test_our_own_exports_are_read_alike_in_both_languages(titles: str, tmp_path: Path) -> None:
    path = tmp_path / "export.csv"
    line = (
        "Siti,PT A,+6281234567890,+6281234567891,hot,Eko Saputra,2026-03-05 14:30,12,"
        "2026-06-10 09:00,Referral,Jl. 1,2026-01-01 10:00,Andi,3,1,A note\n"
    )
    path.write_text(f"{titles}\n{line}")
    preview = table.preview(path)
    assert programs.recognised(preview.titles) == "SalesDesk"
    by_place = [mapping.guess(preview).columns.get(title) for title in preview.titles]
    assert by_place == [
        Field.NAME, Field.COMPANY, Field.PHONE, Field.PHONE, Field.STATUS, Field.OWNER,
        Field.CONTACT_DATE, None, Field.NEXT_STEP, Field.SOURCE, Field.ADDRESS, None, None, None,
        None, Field.CONTACT_NOTES,
    ]  # fmt: skip
