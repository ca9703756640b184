"""What is kept on this computer is this user's alone, whichever file or folder is made first."""

from __future__ import annotations

import itertools
import logging
import os
import stat
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from salesdesk.app.crash import Crashes
from salesdesk.app.local.drafts import DraftFolder
from salesdesk.app.local.outbox import Outbox
from salesdesk.app.local.paths import Paths, write_whole
from salesdesk.app.local.reminders import ReminderFile
from salesdesk.app.logs import Log
from salesdesk.domain.reminders import Memory
from salesdesk.storage.db.engine import make_engine
from salesdesk.storage.setup import schema
from tests.support.factories import draft

Make = Callable[[Paths], None]


@pytest.fixture(params=[0o022, 0o000], ids=["usual", "open"], autouse=True)
def umask(request: pytest.FixtureRequest) -> Iterator[None]:
    """What the system takes from others by itself: something, and nothing."""
    before = os.umask(request.param)
    yield
    os.umask(before)


def assert_private(paths: Paths) -> None:
    """Nobody else may do anything with what lies in the folders, nor with the folders."""
    places = {paths.config, paths.data, paths.logs}
    found = {one for place in places if place.exists() for one in (place, *place.rglob("*"))}
    assert found
    modes = {str(one): stat.S_IMODE(one.stat().st_mode) for one in found}
    assert {name: oct(mode) for name, mode in modes.items() if mode & 0o077} == {}


def workspace(paths: Paths) -> None:
    """A workspace, in the folder that the program makes at its start."""
    paths.make_private()
    engine = make_engine(f"sqlite:///{paths.workspace}")
    schema.init(engine)
    with engine.connect() as connection:
        connection.exec_driver_sql("SELECT 1 FROM customers")
        names = {found.name for found in paths.data.iterdir()}
        assert {"workspace.sqlite", "workspace.sqlite-wal", "workspace.sqlite-shm"} <= names
        assert_private(paths)
    engine.dispose()


def log(paths: Paths) -> None:
    kept = Log(paths.logs)
    kept.start()
    logging.getLogger("salesdesk").warning("something")
    kept.close()


def crashes(paths: Paths) -> None:
    catching = Crashes(lambda _: None)
    catching.install(paths.logs)
    catching.remove()


def outbox(paths: Paths) -> None:
    Outbox(paths.outbox, "db", "uid").add(draft("customer"), "Siti", datetime.now(UTC))


def drafts(paths: Paths) -> None:
    DraftFolder(paths.data / "drafts", "db", "uid").save("customer", {"notes": "Wants a menu."})


def reminders(paths: Paths) -> None:
    ReminderFile(paths.data / "reminders", "db", "uid").change(lambda _: Memory(frozenset({"x"})))


def settings(paths: Paths) -> None:
    write_whole(paths.settings_file, b"x")


KINDS: dict[str, Make] = {
    "workspace": workspace,
    "log": log,
    "outbox": outbox,
    "reminders": reminders,
    "settings": settings,
    "crashes": crashes,
    "drafts": drafts,
}


@pytest.mark.parametrize(("first", "second"), list(itertools.permutations(KINDS, 2)), ids=str)
def test_each_is_private_whichever_is_made_first(tmp_path: Path, first: str, second: str) -> None:
    paths = Paths.within(tmp_path / "above" / "home")
    for name in (first, second):
        KINDS[name](paths)
        assert_private(paths)
    assert not (tmp_path / "above").stat().st_mode & 0o077


def test_what_an_older_program_left_open_is_closed_at_the_start(tmp_path: Path) -> None:
    paths = Paths.within(tmp_path / "home")
    paths.data.mkdir(parents=True)
    paths.logs.mkdir()
    for file in (paths.workspace, paths.settings_file, paths.logs / "salesdesk-1.log"):
        file.write_text("x")
        file.chmod(0o664)
    paths.data.chmod(0o775)
    paths.make_private()
    assert_private(paths)


def test_a_workspace_elsewhere_is_closed_when_it_is_opened(tmp_path: Path) -> None:
    folder = tmp_path / "documents"
    folder.mkdir()
    folder.chmod(0o755)
    file = folder / "desk.sqlite"
    file.touch()
    file.chmod(0o666)
    engine = make_engine(f"sqlite:///{file}")
    schema.init(engine)
    engine.dispose()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o755, "the folder is not ours to close"
