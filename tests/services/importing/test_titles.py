"""Tables as programs and people make them: what their columns are guessed to hold."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from salesdesk.domain.importing import Field, Kind
from salesdesk.services.importing import mapping, table, titles
from salesdesk.services.importing.file_errors import BadFile

F = Field


@pytest.mark.parametrize(
    ("title", "field"),
    [
        ("No. HP / WA", F.PHONE), ("Nama Pelanggan / PIC", F.NAME), ("Tgl. Follow Up", F.NEXT_STEP),
        ("Hasil Follow Up", F.CONTACT_OUTCOME), ("Catatan FU", F.CONTACT_NOTES),
        ("Status Prospek", F.STATUS), ("Status Kontak", F.CONTACT_OUTCOME),
        ("Tgl Lahir", None), ("Tanggal Daftar", None), ("Kode Pos", F.ADDRESS),
        ("Business Postal Code", F.ADDRESS), ("Nomor WhatsApp", F.PHONE), ("No.", None),
        ("Phone 1 - Label", None), ("Phone 1 - Value", F.PHONE), ("E-mail 1 - Value", None),
        ("full_name", F.NAME), ("ad_name", None), ("Person - Phone - Work", F.PHONE),
        ("Next Call Date", F.NEXT_STEP), ("Last Called On", F.CONTACT_DATE),
        ("Ditangani oleh", F.CONTACT_BY), ("PIC Sales", F.OWNER), ("Nama Toko", F.COMPANY),
        ("Telp Kantor", F.PHONE), ("Alamat Kantor", F.ADDRESS), ("Jabatan", None),
        ("Pemegang", F.OWNER), ("Pemegang terakhir", None), ("Cara terbaik", None),
        ("Didaftarkan oleh", None), ("Telepon lain", F.PHONE), ("Last method", F.CONTACT_METHOD),
        ("LastName", F.LAST_NAME), ("Negara", F.COUNTRY), ("Sumber Info", F.SOURCE),
    ],
)  # fmt: skip
def test_a_title_is_understood(title: str, field: Field | None) -> None:
    assert titles.field_of(title) is field


TABLES: Mapping[str, tuple[str, dict[str, Field]]] = {
    "outlook": (
        "Title,First Name,Last Name,Company,Job Title,Business Street,Business City,Business Fax,"
        "Business Phone,Mobile Phone,Birthday,E-mail Address\n"
        "Mr.,Budi,Santoso,PT Uji,Manager,Jl. Uji 1,Jakarta,021-5550111,021-5550112,"
        "0812-0000-0001,0/0/00,b@example.org\n",
        {"First Name": F.FIRST_NAME, "Last Name": F.LAST_NAME, "Company": F.COMPANY,
         "Business Street": F.ADDRESS, "Business City": F.ADDRESS, "Business Fax": F.PHONE,
         "Business Phone": F.PHONE, "Mobile Phone": F.PHONE},
    ),
    "facebook leads": (
        "id,created_time,ad_name,campaign_name,is_organic,platform,full_name,phone_number,city\n"
        "l:1,2026-11-01T10:00:00+07:00,Ad,Promo,false,ig,Ani,p:+6281200000001,Bandung\n",
        {"platform": F.SOURCE, "full_name": F.NAME, "phone_number": F.PHONE, "city": F.ADDRESS},
    ),
    "whatsapp business": (
        "Name,Phone Number,Labels,Last Message\nAni,6281200000001@c.us,Paid,Halo\n",
        {"Name": F.NAME, "Phone Number": F.PHONE, "Last Message": F.CONTACT_NOTES},
    ),
    "below a cover": (
        "DAFTAR PELANGGAN,,,\nPer 28 November 2026,,,\n,,,\nNo,Nama Customer,Telp/HP,PIC Sales\n"
        "1,Ani,0812 0000 0001,Andi\n",
        {"Nama Customer": F.NAME, "Telp/HP": F.PHONE, "PIC Sales": F.OWNER},
    ),
    "no titles at all": (
        "Ani Contoh;0812-0000-0001\nBeni Contoh;0812-0000-0002\n",
        {"Column 1": F.NAME, "Column 2": F.PHONE},
    ),
    "a person in Kontak, a number in Contact": (
        "Kontak,Contact\nAni Contoh,0812-0000-0001\nBeni Contoh,0812-0000-0002\n",
        {"Kontak": F.NAME, "Contact": F.PHONE},
    ),
    "a grown list": (
        "NO;NAMA;NO HP 1;NO HP 2;TGL FU TERAKHIR;HASIL FU;KETERANGAN;STATUS PROSPEK;NEXT FU;SALES\n"
        "1;Bu Ani;081200000001;;05-Nov-26;tidak diangkat;;Hot Prospek;30/11/2026;Andi\n",
        {"NAMA": F.NAME, "NO HP 1": F.PHONE, "NO HP 2": F.PHONE,
         "TGL FU TERAKHIR": F.CONTACT_DATE, "HASIL FU": F.CONTACT_OUTCOME,
         "KETERANGAN": F.CONTACT_NOTES, "STATUS PROSPEK": F.STATUS, "NEXT FU": F.NEXT_STEP,
         "SALES": F.CONTACT_BY},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_understood(name: str, tmp_path: Path) -> None:
    text, columns = TABLES[name]
    path = tmp_path / "list.csv"
    path.write_text(text)
    assert mapping.guess(table.preview(path)).columns == columns


CARDS = (
    "BEGIN:VCARD\r\nVERSION:2.1\r\n"
    "N;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:;=4D=61=20=C3=A9;;;\r\n"
    "TEL;CELL;PREF:0812-0000-0001\r\nTEL;HOME;FAX:021-5550123\r\nEND:VCARD\r\n"
    "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Tes Empat\r\n"
    'TEL;VALUE=uri;TYPE="cell,voice":tel:+62-812-0000-0002\r\nORG:PT X;Dept\r\n'
    "ADR:;;Jl. Z;Bandung;;40111;Indonesia\r\nEND:VCARD\r\n"
    "BEGIN:VCARD\r\nthis is no line of a card\r\nEND:VCARD\r\n"
    "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Tiga\r\nitem1.TEL:0812-0000-0003\r\nEND:VCARD\r\n"
)


def test_cards_of_every_version_are_read(tmp_path: Path) -> None:
    path = tmp_path / "cards.vcf"
    path.write_text(CARDS, newline="")
    found = table.preview(path)
    assert found.layout.kind is Kind.VCARD
    assert [(one.number, one.cells[:4]) for one in found.records if not one.fault] == [
        (1, ("Ma é", "", "0812-0000-0001\n021-5550123 (fax)", "")),
        (7, ("Tes Empat", "PT X", "tel:+62-812-0000-0002", "Jl. Z, Bandung, 40111")),
        (17, ("Tiga", "", "0812-0000-0003", "")),
    ]


@pytest.mark.parametrize(
    ("head", "told"),
    [
        (b"%PDF-1.7\n", "is a PDF"),
        (b"\x89PNG\r\n", "is a picture"),
        (b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
         "workbook of the year 2003"),
        (b"<html><body><p>Please sign in</p></body></html>", "web page without a table"),
    ],
)  # fmt: skip
def test_what_is_no_table_is_told_what_it_is(tmp_path: Path, head: bytes, told: str) -> None:
    path = tmp_path / "list.xls"
    path.write_bytes(head)
    with pytest.raises(BadFile, match=told):
        table.preview(path)
