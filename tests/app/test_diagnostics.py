"""Diagnostics tell support what it needs, and never a password, an account or a customer."""

import json
import logging
from pathlib import Path

import pymysql
import pytest

from salesdesk import __version__
from salesdesk.app import cli, diagnostics
from salesdesk.app.commands import opening
from salesdesk.app.crash import Crashes
from salesdesk.app.local import profile as profiles
from salesdesk.app.local.paths import Paths
from salesdesk.app.local.profile import UserSettings, WorkspaceProfile
from salesdesk.app.logs import Log
from salesdesk.domain.events import new_id
from salesdesk.domain.settings import LIMIT_COLD
from salesdesk.services.admin import settings
from salesdesk.services.admin.settings import NewValue
from salesdesk.storage.setup import schema
from tests.support.command_line import plain
from tests.support.database import Database, TestServer
from tests.support.factories import Office

PASSWORD = "p@ss w/ord'\\x"


def told(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """What the command says."""
    assert cli.main(["--diagnostics", *words]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out


def test_versions_database_and_what_is_set_otherwise(
    database: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    office = Office(database)
    settings.change(office.admin, new_id(), NewValue(LIMIT_COLD.key, "45"))
    database.execute(
        "INSERT INTO global_settings (setting_key, setting_value) VALUES (%s, %s)",
        "salesdesk.currency", "Siti's",
    )  # fmt: skip
    text = told(capsys, "--database", plain(database.url))
    for name in ("SalesDesk", "Python", "System", "Qt", "SQLAlchemy", "PyMySQL"):
        assert f"\n{name}: " in text
    assert f"SalesDesk: {__version__}" in text
    kind = "SQLite 3." if database.kind == "sqlite" else "MariaDB"
    assert kind in text
    assert f"Schema revision: {schema.HEAD} (this program's: {schema.HEAD})" in text
    assert f"{LIMIT_COLD.key} = 45" in text
    assert "salesdesk.currency cannot be read" in text
    assert "salesdesk.release.limit_warm" not in text
    assert "Siti" not in text


def test_for_programs(sqlite: Database, capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(told(capsys, "--json", "--database", plain(sqlite.url)))
    assert found["versions"]["SalesDesk"] == __version__
    assert found["database"]["revision"] == schema.HEAD
    assert found["database"]["changed"] == {}
    assert found["away"] is None


def test_a_database_that_was_not_opened_yet_or_is_away(capsys: pytest.CaptureFixture[str]) -> None:
    assert "Database: none was opened yet" in told(capsys)
    away = told(capsys, "--database", "mysql://rina@127.0.0.1:1/office")
    assert "Database: out of reach (refused)" in away
    assert "(nothing was logged)" in told(capsys)
    assert "rina" not in away
    assert "office" not in away


def test_without_a_name_it_is_what_the_window_opened_last(
    sqlite: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = WorkspaceProfile("p", "My workspace", Path(str(sqlite.url.database)))
    profiles.save(Paths.of_user().settings_file, UserSettings((kept,), kept.id))
    assert f"Schema revision: {schema.HEAD}" in told(capsys)


def test_a_database_without_our_tables(
    server: TestServer, mariadb_url: object, capsys: pytest.CaptureFixture[str]
) -> None:
    text = told(capsys, "--database", plain(mariadb_url))  # type: ignore[arg-type]
    assert "Schema revision: none" in text


def test_nothing_planted_comes_out(
    server: TestServer,
    mariadb: Database,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The password in URL, environment and exceptions; account, host, customers in a traceback."""
    database = str(mariadb.url.database)
    account = "kasirtoko"
    quoted = pymysql.converters.escape_string(PASSWORD)
    server.run(
        f"CREATE USER {account}@'%' IDENTIFIED BY '{quoted}'",
        f"GRANT ALL ON {database}.* TO {account}@'%'",
    )
    url = mariadb.url.set(drivername="mysql", username=account, password=PASSWORD)
    monkeypatch.setenv(opening.URL_VARIABLE, url.render_as_string(hide_password=False))
    try:
        assert cli.main(["release"]) == 0
        capsys.readouterr()
        log = Log(Paths.of_user().logs)
        log.start()
        quoting_crash(f"Siti Rahmawati\n{PASSWORD}\n{url.render_as_string(False)} on {url.host}")
        logging.getLogger("alembic").info("Siti Rahmawati")
        logging.getLogger("qt").warning("Siti Rahmawati: %r", PASSWORD)
        log.close()
        out = told(capsys)
        found = diagnostics.collect(Paths.of_user().logs, None, lambda _: mariadb.store)
    finally:
        server.run(f"DROP USER {account}@'%'")
    files = Paths.of_user().logs.glob("*")
    kept = "".join(file.read_text(encoding="utf-8") for file in files)
    assert "The command release ends" in kept
    assert "unforeseen: Traceback" in kept
    for text in (kept, out, "\n".join(found.log)):
        assert PASSWORD not in text
        assert repr(PASSWORD)[1:-1] not in text
        assert "w%2Ford" not in text
        assert "ss w" not in text
    for planted in ("Siti", account, database, str(url.host)):
        assert planted not in out
    assert "test_diagnostics.py, line" in out, "where it happened is told"
    assert "\nValueError\n" in out, "and what it was"


def quoting_crash(words: str) -> None:
    """A fault of the program whose text quotes what nobody shall read."""
    try:
        raise ValueError(words)
    except ValueError as fault:
        Crashes(lambda _: None).report(fault)


def test_the_last_lines_of_all_logs_stand_in_the_order_of_time(tmp_path: Path) -> None:
    for number, seconds in ((1, (1, 4)), (2, (2, 3))):
        lines = [
            f"2026-11-28 06:00:0{second},000 INFO MainThread salesdesk.x: line {second}\n"
            for second in seconds
        ]
        (tmp_path / f"salesdesk-{number}.log").write_text("".join(lines))
    told = diagnostics.recent(tmp_path)
    assert [line.rpartition(" ")[2] for line in told] == ["1", "2", "3", "4"]
