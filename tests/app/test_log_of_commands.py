"""Each act of the command line leaves its line in the log, written by the act itself."""

import re
from pathlib import Path

import pytest
from sqlalchemy.engine import URL

from salesdesk import __version__
from salesdesk.app import cli
from salesdesk.app.local.paths import HOME_VARIABLE, Paths
from tests.support.command_line import Line, overdue
from tests.support.database import Database, TestServer
from tests.support.factories import Office

AS = ("--as", "sari@example.org")


@pytest.fixture
def line(database: Database, capsys: pytest.CaptureFixture[str]) -> Line:
    """The administrator's command line, on each of the databases."""
    Office(database).customer("Siti Rahmawati", owner="uid-andi")
    made = Line(database.url, capsys)
    if database.kind == "mariadb":
        assert made("people", "map", f"{database.url.username}@127.0.0.1", "sari@example.org") == 0
    return made


def logged() -> str:
    """All that was logged so far."""
    files = sorted(Paths.of_user().logs.glob("salesdesk-*.log"))
    return "".join(file.read_text(encoding="utf-8") for file in files)


def has(pattern: str) -> bool:
    """Whether a line of the log is so."""
    return re.search(pattern, logged(), re.MULTILINE) is not None


def test_the_start_the_sign_in_and_the_end(line: Line, tmp_path: Path) -> None:
    assert line("export", "customers", str(tmp_path / "x.csv"), *AS) == 0
    assert has(rf"INFO .*The command export starts: SalesDesk {__version__}, Python .*PyMySQL \S+$")
    kind = "workspace" if line.url.get_backend_name() == "sqlite" else "server: 1 host"
    assert has(rf"INFO .*Opening a {kind}")
    assert has(r"INFO .*The database is .*, its revision \d{4} of \d{4}$")
    assert has(r"INFO .*Signed in: person uid-sari, role Sales Administrator$")
    assert has(r"INFO .*The command export ends$")


def test_an_export(line: Line, tmp_path: Path) -> None:
    assert line("export", "customers", str(tmp_path / "x.csv"), *AS) == 0
    assert has(r"INFO .*Export [0-9a-f-]{36} of CustomersTable begins$")
    assert has(r"INFO .*Export [0-9a-f-]{36} is done: 1 rows$")
    assert "Siti" not in logged()


def test_an_import_and_its_undo(line: Line, tmp_path: Path) -> None:
    file = tmp_path / "secret list.csv"
    file.write_text("Nama,HP,Kota\nBudi,81234567890,Bandung\nAni,,Solo\n")
    made = line.json("import", str(file), *AS)["import"]
    assert has(rf"INFO .*Import {made} begins$")
    assert has(rf"INFO .*Import {made} is done: Tally\(lines=2, created=1, .*invalid=1\)$")
    assert line("import", "--undo", made, *AS) == 0
    assert has(rf"INFO .*Import {made} is undone: 1 customers and 0 contacts deleted")
    for planted in ("Budi", "81234567890", "secret list"):
        assert planted not in logged()


def test_a_release_run(line: Line, database: Database) -> None:
    overdue(database, 40)
    assert line("release") == 0
    assert has(
        r"INFO .*Release run [0-9a-f-]{36}, cause command: done; "
        r"due 1, bound 1, released 1, held 0, left over 0$"
    )


def test_an_upgrade(
    server: TestServer, mariadb_url: URL, capsys: pytest.CaptureFixture[str]
) -> None:
    assert Line(mariadb_url, capsys)("db", "init") == 0
    assert has(r"INFO .*The command db init starts")
    assert has(r"INFO .*Upgrade to revision \d{4} begins$")
    assert has(r"INFO .*Upgrade to revision \d{4} took \d+\.\d s$")


def test_a_refusal_is_a_line_and_a_fault_of_the_program_a_traceback(
    line: Line, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert line("import", "--undo", "no such import", *AS) == 1
    assert has(r"INFO .*The command import ends with Refusal$")
    assert "Traceback" not in logged()

    def broken(*_: object) -> None:
        raise ZeroDivisionError("a fault of the program")

    monkeypatch.setattr("salesdesk.services.release.run.run", broken)
    url = line.url.set(drivername=line.url.get_backend_name())
    assert cli.main(["release", "--database", url.render_as_string(hide_password=False)]) == 4
    capsys.readouterr()
    assert has(r"ERROR .*The command release ends with ZeroDivisionError$")
    assert has(r"^ZeroDivisionError: a fault of the program$")


def test_a_folder_that_cannot_be_written_stops_no_command(
    line: Line, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    blocked = tmp_path / "a file"
    blocked.write_text("")
    monkeypatch.setenv(HOME_VARIABLE, str(blocked / "home"))
    assert line("release", "--dry-run") == 0
