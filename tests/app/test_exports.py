"""Files of exports: what stands in them, and that nothing stays behind where one fails."""

import csv
import io
import json
import shutil
import subprocess
import sys
import zipfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from salesdesk.app import cli
from salesdesk.app.exports import target, xlsx_file
from salesdesk.app.exports.job import Errand, Job, dumped, parsed
from salesdesk.app.exports.target import whole
from salesdesk.app.exports.worker import carry_out
from salesdesk.app.exports.writers import CsvWriter
from salesdesk.app.exports.xlsx_file import XlsxWriter
from salesdesk.app.local.profile import WorkspaceProfile
from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.errors import Refusal
from salesdesk.domain.events import new_id
from salesdesk.domain.exporting import (
    CustomersTable,
    Figures,
    FileKind,
    FollowUps,
    Line,
    Outlet,
    PhoneText,
    PoolTable,
    Stopped,
)
from salesdesk.domain.pool import PoolQuery
from salesdesk.domain.queries import CustomerQuery
from salesdesk.services.importing import table
from tests.support.database import Database
from tests.support.factories import Office
from tests.support.import_work import Importer

JAKARTA = ZoneInfo("Asia/Jakarta")
MOMENT = datetime(2026, 6, 8, 2, 14, tzinfo=UTC)
TITLES = ("Name", "Phone", "When", "Day", "Number", "Note")
LINES: list[Line] = [
    ("Budi, “CV”", PhoneText("+62 812-1111-2222"), MOMENT, date(2026, 6, 8), -3, '=HYPERLINK("x")'),
    ("Šárka 陳", None, None, None, 1.5, "a\nb"),
    ("@cmd", "+1+1", None, None, 7, "https://example.org"),
]
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


@pytest.fixture
def office(database: Database) -> Office:
    """An office with people on each of the two databases."""
    return Office(database)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where files are exported to; nothing else is in it."""
    made = tmp_path / "out"
    made.mkdir()
    return made


def outlet(kind: FileKind, **chosen: Any) -> Outlet:
    """An outlet for `LINES`."""
    return Outlet(kind, TITLES, **chosen)


def never() -> bool:
    """Nobody stops it."""
    return False


def quiet(written: int, total: int) -> None:
    """Nobody listens."""


def customers(folder: Path, name: str = "c.csv", kind: FileKind = FileKind.CSV) -> Job:
    """A job for all customers."""
    told = Outlet(kind, tuple(column.value for column in CustomersTable(CustomerQuery()).columns))
    return Job(new_id(), CustomersTable(CustomerQuery()), told, folder / name)


# --- CSV ------------------------------------------------------------------------------------------


def test_csv_is_what_excel_and_others_read(folder: Path) -> None:
    file = folder / "f.csv"
    writer = CsvWriter(file, outlet(FileKind.CSV, separator=";"), JAKARTA)
    writer.write(LINES)
    writer.finish()
    content = file.read_bytes()
    assert content.startswith(b"\xef\xbb\xbfName;Phone;")
    assert content.count(b"\r\n") == 4
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert rows[1] == [
        "Budi, “CV”", "+62 812-1111-2222", "2026-06-08 09:14", "2026-06-08", "-3",
        "'=HYPERLINK(\"x\")",
    ]  # fmt: skip
    assert rows[2] == ["Šárka 陳", "", "", "", "1.5", "a\nb"]
    assert rows[3][:2] == ["'@cmd", "'+1+1"]


def test_csv_without_the_mark_for_excel(folder: Path) -> None:
    writer = CsvWriter(folder / "f.csv", outlet(FileKind.CSV, bom=False), JAKARTA)
    writer.finish()
    assert (folder / "f.csv").read_bytes() == b"Name,Phone,When,Day,Number,Note\r\n"


# --- XLSX -----------------------------------------------------------------------------------------


def part(file: Path, name: str) -> ElementTree.Element:
    """One part of a workbook."""
    with zipfile.ZipFile(file) as book:
        return ElementTree.fromstring(book.read(name))


def cells(file: Path, sheet: int = 1) -> list[list[str]]:
    """The cells of a sheet as type and text."""
    rows = part(file, f"xl/worksheets/sheet{sheet}.xml").iter(f"{SHEET}row")
    return [[f"{c.get('t', 'n')} {''.join(c.itertext())}" for c in row] for row in rows]


def test_xlsx_holds_typed_cells_and_neither_formula_nor_link(folder: Path) -> None:
    file = folder / "f.xlsx"
    writer = XlsxWriter(file, outlet(FileKind.XLSX, title="Pool: 8/6"), JAKARTA)
    writer.write(LINES)
    writer.finish()
    sheet = part(file, "xl/worksheets/sheet1.xml")
    assert not list(sheet.iter(f"{SHEET}f"))
    assert not list(sheet.iter(f"{SHEET}hyperlinks"))
    head, first, second, third = cells(file)
    assert head[0] == "inlineStr Name"
    assert first[1] == "inlineStr +62 812-1111-2222"
    # 8 June 2026, 09:14 of the office, as Excel counts days.
    assert first[2].startswith("n 46181.384722")
    assert first[3] == "n 46181"
    assert first[4] == "n -3"
    assert first[5] == 'inlineStr =HYPERLINK("x")'
    assert second[0] == "inlineStr Šárka 陳"
    assert third[3] == "inlineStr https://example.org"
    names = [one.get("name") for one in part(file, "xl/workbook.xml").iter(f"{SHEET}sheet")]
    assert names == ["Pool  8 6"]
    quoted = [one.get("quotePrefix") for one in part(file, "xl/styles.xml").iter(f"{SHEET}xf")]
    assert "1" in quoted


def test_a_table_longer_than_a_sheet_goes_on_in_the_next(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(xlsx_file, "MOST_ROWS", 4)
    writer = XlsxWriter(folder / "f.xlsx", Outlet(FileKind.XLSX, ("N",)), JAKARTA)
    writer.write([(number,) for number in range(5)])
    writer.finish()
    assert [row[0] for row in cells(folder / "f.xlsx", 1)] == ["inlineStr N", "n 0", "n 1", "n 2"]
    assert [row[0] for row in cells(folder / "f.xlsx", 2)] == ["inlineStr N", "n 3", "n 4"]


# --- calendars ------------------------------------------------------------------------------------


def test_follow_ups_become_events_that_the_next_export_moves(office: Office, folder: Path) -> None:
    one = office.customer("Siti; Rahmawati", owner=office.agent_uid, company="PT Sinar")
    due = office.now + timedelta(days=2)
    office.contact(one, next_step=due)
    job = Job(new_id(), FollowUps(office.agent_uid), Outlet(FileKind.ICS, ()), folder / "steps.ics")
    assert carry_out(office.lead, job, quiet, never) == 1
    (first,) = events(job.path)
    assert first["summary"] == "Siti; Rahmawati (PT Sinar)"
    assert first.decoded("dtstart") == due
    assert first["dtstart"].params["TZID"] == "Asia/Jakarta"
    office.pass_time(timedelta(hours=1))
    office.contact(one, next_step=due + timedelta(days=1))
    carry_out(office.lead, Job(new_id(), job.table, job.outlet, job.path), quiet, never)
    (second,) = events(job.path)
    assert second["uid"] == first["uid"]
    assert second["sequence"] > first["sequence"]
    assert second.decoded("dtstart") == due + timedelta(days=1)


def events(file: Path) -> list[Any]:
    """The events of a calendar, which says its own time zone."""
    calendar = Calendar.from_ical(file.read_bytes())
    assert isinstance(calendar, Calendar)
    assert [str(zone["tzid"]) for zone in calendar.timezones] == ["Asia/Jakarta"]
    return list(calendar.events)


# --- nothing stays behind -------------------------------------------------------------------------


def test_a_file_that_is_replaced_stands_until_the_new_one_is_whole(
    office: Office, folder: Path
) -> None:
    office.customers(3, owner=office.agent_uid, since=office.now)
    job = customers(folder)
    job.path.write_text("yesterday's")
    seen: list[str] = []

    def told(written: int, total: int) -> None:
        seen.append(job.path.read_text())

    assert carry_out(office.lead, job, told, never) == 3
    assert set(seen) == {"yesterday's"}
    assert len(job.path.read_text(encoding="utf-8-sig").splitlines()) == 4
    assert [each.name for each in folder.iterdir()] == ["c.csv"]


@pytest.mark.parametrize("kind", [FileKind.CSV, FileKind.XLSX])
def test_a_stopped_export_leaves_nothing(office: Office, folder: Path, kind: FileKind) -> None:
    office.customers(3, owner=office.agent_uid, since=office.now)
    answers = iter([False, True])
    with pytest.raises(Stopped):
        carry_out(office.lead, customers(folder, f"c.{kind.value}", kind), quiet, answers.__next__)
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("kind", [FileKind.CSV, FileKind.XLSX])
def test_a_fault_while_writing_leaves_nothing(
    office: Office, folder: Path, kind: FileKind, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The target is locked when the file is to take its place."""

    def locked(self: Path, target: Path) -> Path:
        raise PermissionError(13, "used by another process", str(target))

    job = customers(folder, f"c.{kind.value}", kind)
    job.path.write_text("yesterday's")
    monkeypatch.setattr(Path, "replace", locked)
    with pytest.raises(Refusal, match="open in another program"):
        carry_out(office.lead, job, quiet, never)
    monkeypatch.undo()
    assert [each.name for each in folder.iterdir()] == [job.path.name]
    assert job.path.read_text() == "yesterday's"


def test_a_folder_that_is_not_there_and_a_name_that_is_a_folder(
    office: Office, folder: Path
) -> None:
    with pytest.raises(Refusal, match="no folder"):
        carry_out(office.lead, customers(folder / "missing"), quiet, never)
    (folder / "c.csv").mkdir()
    with pytest.raises(Refusal, match="is a folder"):
        carry_out(office.lead, customers(folder), quiet, never)


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_full_disk_leaves_nothing(
    mariadb: Database, folder: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A limit of the system on the size of a file fails as a full disk does: while writing."""
    office = Office(mariadb)
    office.customers(2_000, owner=office.agent_uid, since=office.now)
    monkeypatch.setenv("SALESDESK_DATABASE_URL", plain(mariadb))
    assert cli.main(["people", "map", "root@127.0.0.1", "rina@example.org"]) == 0
    limiter = shutil.which("prlimit")
    assert limiter is not None
    program = [sys.executable, "-m", "salesdesk.app", "export", "customers"]
    done = subprocess.run(
        [limiter, "--fsize=20000", *program, str(folder / f"c.{kind}")],
        capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == 1, done.stdout + done.stderr
    assert "disk is full" in done.stderr
    assert list(folder.iterdir()) == []


def test_a_process_that_must_end_at_once_cleans_up_first(folder: Path) -> None:
    """A server that hangs must not keep a stopped export, nor its half file."""
    with whole(folder / "c.csv") as part:
        part.write_text("half")
        target.discard()
        assert list(folder.iterdir()) == []
        part.parent.mkdir()
        part.write_text("whole")
    assert (folder / "c.csv").read_text() == "whole"


def plain(database: Database) -> str:
    """The address as somebody types it."""
    return database.url.set(drivername="mysql").render_as_string(hide_password=False)


# --- cards ----------------------------------------------------------------------------------------

NUMBERED = (
    "Nama,HP,Kantor,Perusahaan,Alamat\n"
    'Ani; Lestari,0812-0000-0001 / 0813-0000-0001,021-5550111 ext. 12,PT A,"Jl. 1; RT 2\nSolo"\n'
    "@beni,+65 9123 4567,,,\n"
)


def test_cards_come_back_in_as_the_same_customers(office: Office, tmp_path: Path) -> None:
    importer = Importer(office, tmp_path)
    importer.run(importer.file(NUMBERED.replace("Kantor", "Telp Kantor")))
    path = tmp_path / "cards.vcf"
    query = CustomersTable(CustomerQuery())
    job = Job(new_id(), query, outlet(FileKind.VCF), path)
    assert carry_out(office.admin, job, quiet, never) == 2
    (details,) = importer.rows("SELECT details FROM salesdesk_events WHERE kind = 'exported'")
    kept = json.loads(str(details[0]))
    assert (kept["kind"], kept["rows"]) == ("vcf", 2)
    found = table.preview(path).records
    assert sorted(one.cells[:4] for one in found) == [
        ("@beni", "", "+65 9123 4567", ""),
        ("Ani; Lestari", "PT A",
         "+62 812-0000-0001\n+62 813-0000-0001\n+62 21 5550111 ext. 12", "Jl. 1; RT 2\nSolo"),
    ]  # fmt: skip


# --- jobs and the command line --------------------------------------------------------------------


@pytest.mark.parametrize(
    "table",
    [
        CustomersTable(CustomerQuery("siti", frozenset({SalesStatus.HOT})), ids=("a", "b")),
        PoolTable(PoolQuery("pt")),
        FollowUps("uid"),
        Figures((("Call", 3, 0.5, MOMENT, date(2026, 6, 8), None),)),
    ],
)
def test_an_errand_survives_the_pipe(table: Any, tmp_path: Path) -> None:
    profile = WorkspaceProfile("w", "Mine", tmp_path / "w.sqlite", "uid-rina")
    words = (("hot", "Hot"),)
    job = Job(new_id(), table, outlet(FileKind.XLSX, words=words, separator=";"), tmp_path / "x")
    errand = Errand(job, profile, "uid-rina", "geheim")
    assert parsed(dumped(errand)) == errand
    assert "\n" not in dumped(errand)
    assert "geheim" not in repr(errand)


def command(sqlite: Database, *words: str) -> int:
    """A command line of the lead."""
    url = f"sqlite:///{sqlite.url.database}"
    return cli.main([*words, "--database", url, "--as", "rina@example.org"])


def test_the_command_line_exports(
    sqlite: Database, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office = Office(sqlite)
    office.customer("Budi", owner=office.agent_uid, status=SalesStatus.HOT)
    office.customer("Citra", owner=office.other_uid)
    file = str(folder / "c.csv")
    chosen = ["--status", "HOT", "--columns", "name,owner,status", "--owner", "andi@example.org"]
    assert command(sqlite, "export", "customers", file, "--json", *chosen) == 0
    assert json.loads(capsys.readouterr().out) == {"file": file, "lines": 1, "format": "csv"}
    assert (folder / "c.csv").read_text(encoding="utf-8-sig").splitlines() == [
        "Name,Owner,Status",
        "Budi,Andi Firmansyah,Hot",
    ]
    assert command(sqlite, "export", "pool", str(folder / "p.xlsx")) == 0
    assert command(sqlite, "export", "follow-ups", str(folder / "f.ics"), "--owner", "me") == 0
    assert sorted(each.name for each in folder.iterdir()) == ["c.csv", "f.ics", "p.xlsx"]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("customers", "c.ics"), 2),
        (("follow-ups", "c.csv"), 2),
        (("customers", "c.doc"), 2),
        (("customers", "c.csv", "--status", "lukewarm"), 2),
        (("customers", "c.csv", "--columns", "name,came_back"), 2),
        (("customers", "c.csv", "--owner", "nobody@example.org"), 1),
        (("customers", "missing/c.csv"), 1),
    ],
)
def test_what_cannot_be_exported_is_told(
    sqlite: Database, folder: Path, words: tuple[str, ...], code: int,
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    Office(sqlite)
    monkeypatch.chdir(folder)
    assert command(sqlite, "export", *words) == code
    assert capsys.readouterr().err
    assert list(folder.iterdir()) == []


def test_somebody_without_the_permission(sqlite: Database, folder: Path) -> None:
    Office(sqlite)
    url = f"sqlite:///{sqlite.url.database}"
    words = ["export", "customers", str(folder / "c.csv"), "--database", url]
    assert cli.main(words) == 1
    assert cli.main([*words, "--as", "andi@example.org"]) == 1
    assert list(folder.iterdir()) == []
