"""The command line speaks the language that is typed, chosen for the window, or the system's."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from salesdesk.app import cli
from salesdesk.app.commands import words
from salesdesk.app.local import profile
from salesdesk.app.local.paths import Paths
from salesdesk.app.local.profile import UserSettings


@pytest.fixture(autouse=True)
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody has chosen anything, and the system says nothing."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "SALESDESK_DATABASE_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SALESDESK_HOME", str(tmp_path))
    monkeypatch.setattr(words._InForce, "texts", {})


def _chosen(code: str) -> None:
    paths = Paths.of_user()
    paths.make_private()
    profile.save(paths.settings_file, UserSettings(language=code))


@pytest.mark.parametrize(
    ("typed", "chosen", "variables", "spoken"),
    [
        ([], "", {}, ""),
        ([], "", {"LANG": "id_ID.UTF-8"}, "id"),
        ([], "", {"LC_ALL": "C.UTF-8", "LANG": "id_ID"}, "c"),
        ([], "", {"LANG": "en_GB.UTF-8"}, "en"),
        ([], "en", {"LANG": "id_ID.UTF-8"}, "en"),
        ([], "id", {"LANG": "en_GB.UTF-8"}, "id"),
        (["--language", "id"], "en", {}, "id"),
        (["people", "list", "--language=en"], "id", {"LANG": "id_ID"}, "en"),
    ],
)
def test_which_language_counts(
    typed: list[str], chosen: str, variables: dict[str, str], spoken: str
) -> None:
    if chosen:
        _chosen(chosen)
    assert words.wanted(typed, variables) == spoken


def test_help_is_in_the_language(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--language", "id", "people", "--help"]) == 0
    told = capsys.readouterr().out
    assert told.startswith("pemakaian: salesdesk people")
    assert "memberi seseorang peran SalesDesk" in told
    assert "positional arguments" not in told
    assert cli.main(["people", "--help"]) == 0
    assert capsys.readouterr().out.startswith("usage: salesdesk people")


def test_answers_and_refusals_are_in_the_language_and_json_is_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    database = f"--database=sqlite:///{tmp_path / 'desk.sqlite'}"
    assert cli.main([database, "--language=id", "db", "init"]) == 0
    assert capsys.readouterr().out.startswith("Ruang kerja sudah siap; ")
    asked = [database, "people", "grant", "siti@office.example", "Team Lead"]
    assert cli.main([*asked, "--language=id"]) == 1
    assert "Tidak ada orang dengan alamat siti@office.example." in capsys.readouterr().err
    assert cli.main([*asked, "--language=id", "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["error"] == "There is nobody with the address siti@office.example."
    assert cli.main([database, "--language=id", "release"]) == 0
    assert "Tidak ada yang jatuh tempo." in capsys.readouterr().out


def test_the_doctor_tells_what_is_wrong_in_the_language(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "desk.sqlite"
    database = f"--database=sqlite:///{file}"
    assert cli.main([database, "db", "init"]) == 0
    assert cli.main([database, "demo-data", "--customers", "20", "--seed", "3"]) == 0
    with closing(sqlite3.connect(file)) as opened, opened:
        opened.create_function("salesdesk_now", -1, lambda *_: "2026-06-08 12:00:00")
        opened.execute("DELETE FROM customer_binding_history WHERE binding_end_date IS NULL")
        opened.execute("DELETE FROM salesdesk_person_roles")
        opened.execute("UPDATE customers SET last_interaction_date = '2999-01-01 00:00:00'")
    capsys.readouterr()
    assert cli.main([database, "--language=id", "doctor"]) == 1
    told = capsys.readouterr().out
    assert "Pelanggan yang dipegang, tetapi riwayat pemegangnya tidak menyebut" in told
    assert "Tindakan berikutnya pada pelanggan itu memperbaikinya" in told
    assert "sebagai tanggal interaksi terakhir. Tidak masuk hitungan hari." in told
    assert "misalnya " in told
    assert "for instance" not in told
    repair = ["doctor", "--repair", "bound_without_open_row"]
    assert cli.main([database, "--language=id", *repair]) == 1
    assert "akan diperbaiki; tidak ada yang diubah. Tambahkan --apply." in capsys.readouterr().out


def test_reasons_in_lists_are_in_the_language(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "desk.sqlite"
    acting = [f"--database=sqlite:///{file}", "--as=dewi.anggraini@kantor.example"]
    assert cli.main([acting[0], "db", "init"]) == 0
    assert cli.main([acting[0], "demo-data", "--customers", "20", "--seed", "3"]) == 0
    with closing(sqlite3.connect(file)) as opened, opened:
        free = "SELECT id FROM customers WHERE bound_to_uid IS NULL LIMIT 1"
        [(free,)] = opened.execute(free).fetchall()
        opened.create_function("salesdesk_now", -1, lambda *_: "2026-06-08 12:00:00")
        opened.execute(
            "UPDATE customers SET binding_start_date = '2020-01-01 00:00:00',"
            " last_interaction_date = NULL WHERE bound_to_uid IS NOT NULL"
        )
        opened.execute("DELETE FROM customer_contacts")
    put = ["set-aside", "put", free, "--lost", "--reason", "price"]
    assert cli.main([*acting, *put]) == 0
    capsys.readouterr()
    assert cli.main([*acting, "--language=id", "set-aside", "list"]) == 0
    told = capsys.readouterr().out
    assert "Terlalu mahal" in told
    assert "price" not in told
    assert "lost" not in told
    cli.main([acting[0], "--language=id", "release", "--dry-run"])
    told = capsys.readouterr().out
    assert "Tanpa kontak" in told
    assert "inactivity" not in told
