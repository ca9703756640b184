"""Which program a file comes from, by its titles: the corpus of real exports, and others."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

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
}


@pytest.mark.parametrize("file", sorted(path.name for path in CASES.iterdir()))
def test_a_file_is_of_its_program_and_a_grown_one_of_none(file: str) -> None:
    preview = table.preview(CASES / file)
    assert programs.recognised(preview.titles) == RECOGNISED.get(file, "")


@pytest.mark.parametrize(
    ("titles", "program"),
    [
        ("Name,Company,Phone,Status,Owner,Last contact,Days left,Next step,Source", "SalesDesk"),
        ("Nama,Perusahaan,Telepon,Status,Pemilik,Kontak terakhir,Sisa hari", "SalesDesk"),
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
