"""`salesdesk import`: tried, done, gone on with, taken back; what it answers."""

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import text

from salesdesk.storage.db.engine import Tls, make_engine
from tests.support.command_line import Line
from tests.support.database import Database
from tests.support.factories import Office

LIST = "Nama,HP,Kota\nSiti,81234567890.0,Bandung\nBudi,,Solo\n"


@pytest.fixture
def line(
    database: Database,
    capsys: pytest.CaptureFixture[str],
) -> Line:
    """The administrator's command line."""
    office = Office(database)
    made = Line(database.url, capsys)
    if database.kind == "mariadb":
        assert made("people", "map", f"{database.url.username}@127.0.0.1", "sari@example.org") == 0
    del office
    return made


@pytest.fixture
def file(tmp_path: Path) -> str:
    """A file to import."""
    path = tmp_path / "list.csv"
    path.write_text(LIST)
    return str(path)


AS = ("--as", "sari@example.org")


def test_tried_done_and_taken_back(line: Line, file: str, tmp_path: Path) -> None:
    told = line.json("import", file, "--dry-run", *AS)
    assert told["lines"] == {
        "lines": 2, "created": 1, "filled": 0, "contacts": 0, "duplicates": 0, "invalid": 1,
    }  # fmt: skip
    assert (told["new"], told["duplicates"]) == (1, 0)
    assert told["rejected"] == [
        {"line": 3, "column": "HP", "reason": "The phone number is missing.",
         "line_imported": False}
    ]  # fmt: skip
    (customer,) = told["customers"]
    assert (customer["name"], customer["phone_number"]) == ("Siti", "+6281234567890")
    assert customer["address"] == "Bandung"
    rejects = tmp_path / "rejects.csv"
    done = line.json("import", file, "--rejects", str(rejects), *AS)
    assert done["lines"] == told["lines"]
    assert "Budi,,Solo,3," in rejects.read_text("utf-8-sig")
    again = line.json("import", file, *AS)
    assert again["import"] == done["import"]
    taken = line.json("import", "--undo", done["import"], *AS)
    assert (taken["deleted"], taken["kept"]) == (1, [])


def test_a_note_of_no_contact_is_in_the_file_of_rejects(line: Line, tmp_path: Path) -> None:
    listed, rejects = tmp_path / "notes.csv", tmp_path / "rejects.csv"
    listed.write_text("Name;Phone;Notes\nSiti;081234567890;wants blue\n")
    assert line("import", str(listed), "--rejects", str(rejects), *AS) == 0
    assert f"What was left out is in {rejects}" in line.out
    assert "wants blue;2;Imported without: Column “Notes”" in rejects.read_text("utf-8-sig")
    listed.write_text("Name;Phone\nBudi;081234567891\n")
    assert line("import", str(listed), "--rejects", str(rejects), *AS) == 0
    assert f"Everything came in; {rejects} holds the titles alone." in line.out


def test_the_program_that_wrote_the_file_is_named(line: Line, tmp_path: Path) -> None:
    path = tmp_path / "contacts.csv"
    path.write_text(
        "First Name,Last Name,Phone 1 - Label,Phone 1 - Value\nSiti,R,Mobile,081234567890\n"
    )
    assert line("import", str(path), "--show-mapping") == 0
    assert json.loads(line.out)["recognised"] == "Google Contacts"
    assert line("import", str(path), "--dry-run", "--json", *AS) == 0
    assert json.loads(line.out)["recognised"] == "Google Contacts"
    assert line("import", str(path), "--dry-run", *AS) == 0
    assert line.out.startswith("Recognised: Google Contacts\n")


def test_an_import_answers_in_the_language(line: Line, tmp_path: Path) -> None:
    listed, people = tmp_path / "notes.csv", tmp_path / "people.csv"
    listed.write_text("Name;Phone;Notes\nSiti;081234567890;wants blue\nBudi;;\n")
    people.write_text("account,email,role\n,nobody@x.id,\n")
    told = ("--language", "id", *AS)
    assert line("import", str(listed), "--dry-run", *told) == 0
    assert "akan baru" in line.out
    assert "Kolom “Notes”" in line.out
    assert line("import", str(listed), *told) == 0
    for english in ("new", "Left out", "the cell", "the line", "To take it back", "missing"):
        assert english not in line.out
    assert line("people", "import", str(people), *told) == 1
    assert "Tidak ada orang dengan alamat" in line.out
    assert "refused" not in line.out
    assert line("people", "list", "--language", "id") == 0
    assert "Peran SalesDesk" in line.out


def test_a_mapping_decides(line: Line, file: str, tmp_path: Path) -> None:
    assert line("import", file, "--show-mapping") == 0
    mapping = json.loads(line.out)
    assert mapping["columns"] == {"Nama": "name", "HP": "phone", "Kota": "address"}
    mapping["columns"]["Kota"] = ""
    chosen = tmp_path / "mapping.json"
    chosen.write_text(json.dumps(mapping))
    assert line("import", file, "--mapping", str(chosen), *AS) == 0
    assert "1 customer new" in line.out
    assert "To take it back: salesdesk import --undo" in line.out
    for wrong, told in (
        ("[]", "is an object"),
        ("{", "no JSON"),
        ('{"columns": {"HP": "shoe"}}', "does not fit"),
        ('{"columns": {"Shoe": "phone"}}', "no column “Shoe”"),
        ('{"columns": {"Nama": "name"}}', "Choose the column with the phone"),
    ):
        chosen.write_text(wrong)
        assert line("import", file, "--mapping", str(chosen), *AS) == 1
        assert told in line.err


def test_what_cannot_be_understood(line: Line, file: str) -> None:
    assert line("import") == 2
    assert line("import", file, "--undo", "x") == 2
    assert line("import", file + ".none", *AS) == 1
    assert "is not there" in line.err


def test_who_may_not_is_told(line: Line, file: str, database: Database) -> None:
    database.execute("DELETE FROM role_permissions")
    assert line("import", file, *AS) == 1
    assert "data:import" in line.err


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_an_export_comes_back_in_unchanged(line: Line, kind: str, tmp_path: Path) -> None:
    names = ("Name", "Company", "Phone", "Status", "Source", "Address", "Owner")
    rows = [
        ("Siti, S.E. “Ani”", "PT Maju", "+6281200000001", "hot", "Referral", "Jl. A\nBandung",
         "Eko Saputra"),
        ("@anibakery", "=toko", "+6281200000002", "cold", "PoS", "", ""),
        ("=1+2", "", "+6591234567", "warm", "", "-", ""),
        ("José Ç", "+plus", "+62215550123", "cold", "", "’Jl. B’", "Andi Firmansyah"),
    ]  # fmt: skip
    first = tmp_path / "first.csv"
    with first.open("w", newline="") as stream:
        csv.writer(stream).writerows([names, *rows])
    assert line("import", str(first), *AS) == 0
    columns = "name,company,phone,status,source,address,owner"
    out = tmp_path / f"out.{kind}"
    stored = customers_of(line)
    assert len(stored) == 4
    assert line("export", "customers", str(out), "--columns", columns, *AS) == 0
    taken = line.json("import", str(first), *AS)
    line.json("import", "--undo", taken["import"], *AS)
    assert customers_of(line) == []
    told = line.json("import", str(out), *AS)
    assert (told["new"], told["rejected"]) == (4, [])
    assert customers_of(line) == stored


def test_an_export_of_all_customers_loses_nothing_that_an_import_reads(
    line: Line, tmp_path: Path
) -> None:
    first, out = tmp_path / "first.csv", tmp_path / "out.csv"
    first.write_text(
        "Name,Phone,Mobile,Address,Contact date,Method,Outcome,Notes,Next step,Owner\n"
        "Siti,+6281200000001,+6281300000001,Jl. A,2026-03-05 09:30,WhatsApp,successful,blue,"
        "2027-03-05 10:00,Eko Saputra\n"
    )
    assert line("import", str(first), *AS) == 0
    stored, kept = customers_of(line), beside_of(line)
    assert len(stored) == 1
    assert len(kept) == 3
    assert line("export", "customers", str(out), *AS) == 0
    taken = line.json("import", str(first), *AS)
    line.json("import", "--undo", taken["import"], *AS)
    assert customers_of(line) == []
    told = line.json("import", str(out), *AS)
    assert (told["new"], told["rejected"]) == (1, [])
    assert (customers_of(line), beside_of(line)) == (stored, kept)


def customers_of(line: Line) -> list[tuple[object, ...]]:
    """The customers as they are stored, but for what is made anew with each."""
    return rows_of(
        line,
        "SELECT name, company, phone_number, sales_status, lead_source, address, "
        "bound_to_uid FROM customers ORDER BY name, phone_number",
    )


def beside_of(line: Line) -> list[tuple[object, ...]]:
    """Contacts and numbers of the customers."""
    contacts = rows_of(
        line,
        "SELECT contact_date, contact_method, contact_status, notes, next_follow_up_date "
        "FROM customer_contacts ORDER BY contact_date",
    )
    return [*contacts, *rows_of(line, "SELECT number FROM salesdesk_phones ORDER BY number")]


def rows_of(line: Line, statement: str) -> list[tuple[object, ...]]:
    """What a statement finds."""
    engine = make_engine(line.url, tls=Tls.OFF) if "mysql" in line.url.drivername else make_engine(
        line.url
    )  # fmt: skip
    with engine.connect() as connection:
        rows = [tuple(row) for row in connection.execute(text(statement))]
    engine.dispose()
    return rows


def test_no_qt_is_loaded() -> None:
    code = (
        "import sys, salesdesk.app.commands.importing; "
        "sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
