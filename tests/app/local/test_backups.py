"""Backups of a workspace: whole while others write, seven days, and back; nothing else is taken."""

import json
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from salesdesk.app import cli
from salesdesk.app.commands import opening
from salesdesk.app.local import backups
from salesdesk.app.sample import workspace, writing
from salesdesk.domain.errors import NotAllowed, Refusal
from salesdesk.domain.events import new_id
from salesdesk.domain.people import SYSTEM
from salesdesk.services.session import Session
from salesdesk.storage.setup import schema
from salesdesk.storage.unit_of_work import Store
from tests.support.database import Database, TestServer
from tests.support.factories import Office


@cache
def _template() -> bytes:
    """A workspace with 20 customers, made once."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "template.sqlite"
        store = workspace.open_file(file)
        try:
            schema.init(store.engine)
            writing.write_generated(store, 20, 1, datetime.now(UTC) - timedelta(hours=1))
        finally:
            store.close()
        return file.read_bytes()


def fresh(file: Path) -> Path:
    """A workspace with 20 customers; nobody has it open."""
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(_template())
    return file


def names(file: Path) -> list[str]:
    """The customers in a file, which is opened for reading alone."""
    with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as connection:
        return [row[0] for row in connection.execute("SELECT name FROM customers ORDER BY name")]


def beside(file: Path) -> set[str]:
    """What lies in a file's folder besides itself."""
    return {found.name for found in file.parent.iterdir()} - {file.name}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A workspace with 20 customers that is open."""
    made = workspace.open_file(fresh(tmp_path / "work.sqlite"))
    made.read(lambda reading: reading.now)
    yield made
    made.close()


def test_a_copy_is_whole_while_others_write(store: Store, tmp_path: Path) -> None:
    file, target = tmp_path / "work.sqlite", tmp_path / "saved.sqlite"
    stop, begun = threading.Event(), threading.Event()
    written: list[int] = []

    def write() -> None:
        with closing(sqlite3.connect(file, isolation_level=None, timeout=10)) as connection:
            connection.create_function("salesdesk_now", 0, lambda: "2026-01-01 00:00:00")
            while not stop.is_set():
                connection.execute("BEGIN IMMEDIATE")
                connection.execute("UPDATE customers SET company = ?", (str(len(written)),))
                connection.execute("COMMIT")
                written.append(1)
                begun.set()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        # Before the first act each customer has a company of its own.
        assert begun.wait(30)
        for _ in range(5):
            backups.make(Session(store, SYSTEM), new_id(), file, target)
            with closing(sqlite3.connect(target)) as copied:
                companies = copied.execute("SELECT COUNT(DISTINCT company) FROM customers")
                assert companies.fetchone() == (1,), "half of an act is in the copy"
                assert copied.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    finally:
        stop.set()
        writer.join()
    assert names(target) == names(file)
    assert not beside(target) & {"saved.sqlite-wal", "saved.sqlite-shm", "saved.sqlite-journal"}
    assert target.stat().st_mode & 0o077 == 0


def test_a_backup_leaves_an_event_with_the_number(store: Store, tmp_path: Path) -> None:
    session = Session(store, SYSTEM)
    backups.make(session, new_id(), tmp_path / "work.sqlite", tmp_path / "saved.sqlite")
    events = store.read(lambda reading: reading.events.of_kind("exported"))
    assert [event.details for event in events] == [
        {"kind": "backup", "file": "saved.sqlite", "outcome": "done", "rows": 20}
    ]


def test_whoever_may_not_export_may_not_back_up(sqlite: Database, tmp_path: Path) -> None:
    office = Office(sqlite)
    target = tmp_path / "saved.sqlite"
    workspace_file = Path(str(sqlite.url.database))
    with pytest.raises(NotAllowed):
        backups.make(office.agent, new_id(), workspace_file, target)
    assert not target.exists()
    backups.make(office.lead, new_id(), workspace_file, target)
    assert target.is_file()


def test_the_last_seven_days_are_kept(store: Store, tmp_path: Path) -> None:
    file, folder = tmp_path / "work.sqlite", tmp_path / "home" / "daily"
    folder.mkdir(parents=True)
    mine = folder / "before the move.sqlite"
    mine.write_text("somebody's own")
    days = [date(2026, 11, 20) + timedelta(days=number) for number in range(10)]
    for day in days:
        assert backups.keep_daily(file, folder, day) is not None
    assert backups.keep_daily(file, folder, days[-1]) is None, "one a day"
    assert [kept.stem for kept in backups.daily(folder)] == [str(day) for day in days[-7:]]
    assert mine.read_text() == "somebody's own"
    assert names(backups.daily(folder)[0]) == names(file)


def test_no_older_copy_goes_before_a_new_one_is_whole(tmp_path: Path) -> None:
    file, folder = fresh(tmp_path / "work.sqlite"), tmp_path / "daily"
    for number in range(7):
        backups.keep_daily(file, folder, date(2026, 11, 1 + number))
    damage(file)
    with pytest.raises(Refusal, match="damaged"):
        backups.keep_daily(file, folder, date(2026, 11, 20))
    assert len(backups.daily(folder)) == 7


def damage(file: Path) -> None:
    """Overwrite the middle of a file, as a dying disk would."""
    size = file.stat().st_size
    with file.open("r+b") as stream:
        stream.seek(size // 3 // 4096 * 4096)
        stream.write(b"\x5a" * (size // 3))


def test_a_backup_comes_back_and_the_workspace_as_it_was_is_kept(tmp_path: Path) -> None:
    file, saved = fresh(tmp_path / "work.sqlite"), tmp_path / "saved.sqlite"
    store = workspace.open_file(file)
    backups.make(Session(store, SYSTEM), new_id(), file, saved)
    with store.engine.connect() as connection:
        connection.exec_driver_sql("UPDATE customers SET name = 'Later'")
        connection.exec_driver_sql("COMMIT")
    store.close()
    before = names(saved)

    kept = backups.restore(saved, file)

    assert kept is not None
    assert set(names(kept)) == {"Later"}
    assert names(file) == before
    assert names(saved) == before, "the backup itself stays"
    opened = workspace.open_file(file)
    restored = opened.read(lambda reading: reading.events.of_kind("workspace_restored"))
    opened.close()
    assert [event.details["file"] for event in restored] == ["saved.sqlite"]


def test_an_open_workspace_is_not_replaced(store: Store, tmp_path: Path) -> None:
    file, saved = tmp_path / "work.sqlite", tmp_path / "saved.sqlite"
    backups.make(Session(store, SYSTEM), new_id(), file, saved)
    before = beside(file)
    with pytest.raises(Refusal, match="open in another window"):
        backups.restore(saved, file)
    assert beside(file) == before
    store.read(lambda reading: reading.now)


def _text(folder: Path) -> Path:
    file = folder / "bad.sqlite"
    file.write_text("Dear Rina, " * 2_000)
    return file


def _empty(folder: Path) -> Path:
    file = folder / "bad.sqlite"
    file.touch()
    return file


def _others(folder: Path) -> Path:
    file = folder / "bad.sqlite"
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")
    return file


def _damaged(folder: Path) -> Path:
    file = fresh(folder / "bad.sqlite")
    damage(file)
    return file


def _cut(folder: Path) -> Path:
    file = fresh(folder / "bad.sqlite")
    content = file.read_bytes()
    file.write_bytes(content[: len(content) // 2])
    return file


def _half_a_workspace(folder: Path) -> Path:
    file = fresh(folder / "bad.sqlite")
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("DROP TABLE customer_contacts")
    return file


def _of_a_newer_program(folder: Path) -> Path:
    file = fresh(folder / "bad.sqlite")
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(
            "INSERT OR REPLACE INTO salesdesk_state (name, value, changed_at)"
            " VALUES ('lowest_version', '99.0.0', '2026-01-01 00:00:00')"
        )
        connection.commit()
    return file


@pytest.mark.parametrize(
    "make",
    [_text, _empty, _others, _damaged, _cut, _half_a_workspace, _of_a_newer_program],
)
def test_what_is_no_backup_changes_nothing(make: object, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    bad = make(tmp_path / "elsewhere")  # type: ignore[operator]
    file = fresh(tmp_path / "home" / "work.sqlite")
    content = file.read_bytes()
    with pytest.raises(Refusal):
        backups.restore(bad, file)
    assert file.read_bytes() == content
    assert beside(file) == set()


def test_a_backup_that_is_not_there_is_named(tmp_path: Path) -> None:
    file = fresh(tmp_path / "work.sqlite")
    with pytest.raises(Refusal, match=r"none\.sqlite is not there"):
        backups.restore(tmp_path / "none.sqlite", file)
    assert beside(file) == set()


def test_a_damaged_workspace_is_replaced_and_kept(tmp_path: Path) -> None:
    file, saved = fresh(tmp_path / "work.sqlite"), tmp_path / "saved.sqlite"
    store = workspace.open_file(file)
    backups.make(Session(store, SYSTEM), new_id(), file, saved)
    store.close()
    damage(file)
    content = file.read_bytes()
    kept = backups.restore(saved, file)
    assert kept is not None
    assert kept.read_bytes() == content
    assert names(file) == names(saved)


def test_neither_way_takes_the_workspace_for_its_backup(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "work.sqlite"
    (tmp_path / "daily").mkdir()
    with pytest.raises(Refusal, match="workspace itself"):
        backups.make(Session(store, SYSTEM), new_id(), file, file)
    with pytest.raises(Refusal, match="workspace itself"):
        backups.restore(tmp_path / "daily" / ".." / "work.sqlite", file)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user's folders."""
    for name in (opening.URL_VARIABLE, opening.PASSWORD_VARIABLE):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SALESDESK_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def test_on_the_command_line(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = fresh(tmp_path / "work.sqlite")
    saved = str(tmp_path / "saved.sqlite")
    named = ("--database", f"sqlite:///{file}", "--json")
    assert cli.main(["db", "backup", saved, *named]) == 0
    assert json.loads(capsys.readouterr().out)["bytes"] > 0
    assert cli.main(["db", "restore", saved, *named]) == 0
    kept = Path(json.loads(capsys.readouterr().out)["kept"])
    assert names(kept) == names(file)
    assert cli.main(["db", "restore", saved]) == 0, "the workspace on this computer is made"
    assert names(home / "data" / "workspace.sqlite") == names(file)
    capsys.readouterr()
    assert cli.main(["db", "restore", str(tmp_path / "none.sqlite"), *named]) == 1
    assert "no" in json.loads(capsys.readouterr().out)["error"]


def test_a_companys_database_is_backed_up_on_its_server(
    home: Path, server: TestServer, mariadb: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    url = mariadb.url.set(drivername="mysql").render_as_string(hide_password=False)
    for step in ("backup", "restore"):
        assert cli.main(["db", step, "x.sqlite", "--database", url]) == 1
        assert "docs/administrators.md" in capsys.readouterr().err
