"""The running program: from the command line to the window, and back to nothing."""

import contextlib
import json
import os
import platform
import re
import signal
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from salesdesk import __version__
from salesdesk.app import run as running
from salesdesk.app.local import secrets
from salesdesk.app.local.paths import Paths
from salesdesk.app.local.profile import WorkspaceProfile
from salesdesk.app.local.secrets import MemorySecrets
from salesdesk.app.sample import workspace
from salesdesk.app.session import AppSession, OpenDatabase
from salesdesk.app.startup import flow
from salesdesk.domain.errors import Refusal
from salesdesk.services.release import run
from salesdesk.services.release.report import Cause
from salesdesk.services.session import Session
from salesdesk.ui.kit.screens import room_on_screen
from salesdesk.ui.kit.tasks import Tasks
from salesdesk.ui.shell import rights_watch
from salesdesk.ui.shell.main_window import MainWindow
from salesdesk.ui.start.blocked_dialog import BlockedDialog
from tests.app.windows.conftest import shown
from tests.support.command_line import arguments
from tests.support.processes import started


def test_the_startup_run_follows_the_first_paint(
    office: Session, tasks: Tasks, paths: Paths, qtbot: QtBot
) -> None:
    bugs: list[BaseException] = []
    place = OpenDatabase(of(office), office.store, office)
    session = AppSession(place, tasks, paths, bugs.append)
    with qtbot.waitSignal(session.releases.finished, timeout=20_000):
        session.show()
    qtbot.waitUntil(tasks.is_idle, timeout=20_000)
    last = run.last_run(office)
    assert last is not None
    assert last.cause == Cause.STARTUP
    with qtbot.waitSignal(session.closed):
        session.window.close()
    session.close()
    assert bugs == []


def test_the_first_screen_is_asked_for_first_and_the_release_run_follows_it(
    office: Session, tasks: Tasks, paths: Paths, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Over a distant line each question is waited for."""
    asked: list[object] = []
    query = tasks.query

    def note(key: tuple[object, ...], *work: Any) -> None:
        asked.append(key[0])
        query(key, *work)

    monkeypatch.setattr(tasks, "query", note)
    session = AppSession(OpenDatabase(of(office), office.store, office), tasks, paths, reported)
    begin, today = session.releases.start, session.window.today.model
    shown_then: list[bool] = []

    def start() -> None:
        shown_then.append(today.reading is not None)
        begin()

    monkeypatch.setattr(session.releases, "start", start)
    with qtbot.waitSignal(session.releases.finished, timeout=20_000):
        session.show()
    assert asked[0] == "today"
    assert shown_then == [True]
    qtbot.waitUntil(tasks.is_idle, timeout=20_000)
    with qtbot.waitSignal(session.closed):
        session.window.close()
    session.close()


def test_the_first_window_is_no_larger_than_the_screen(
    office: Session, tasks: Tasks, paths: Paths, qtbot: QtBot
) -> None:
    """The screen here is smaller than the size that a window begins with."""
    session = AppSession(OpenDatabase(of(office), office.store, office), tasks, paths, reported)
    room = room_on_screen(session.window).size()
    assert session.window.size().height() > room.height(), "else this tries nothing"
    with qtbot.waitSignal(session.releases.finished, timeout=20_000):
        session.show()
    assert session.window.isMaximized()
    assert session.window.normalGeometry().height() <= room.height()
    qtbot.waitUntil(tasks.is_idle, timeout=20_000)
    with qtbot.waitSignal(session.closed):
        session.window.close()
    session.close()


def reported(fault: BaseException) -> None:
    """No bug is expected."""
    raise AssertionError from fault


def of(office: Session) -> WorkspaceProfile:
    """The office's file as a profile."""
    return WorkspaceProfile("test", "Test", Path(office.store.engine.url.database or ""))


class Closer(QObject):
    """Closes the main window as soon as it has settled."""

    def __init__(self) -> None:
        super().__init__()
        self.titles: list[str] = []
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(50)

    def _look(self) -> None:
        for window in shown(MainWindow):
            self.titles.append(window.windowTitle())
            self._timer.stop()
            window.close()


def test_the_whole_program_opens_and_ends(
    paths: Paths, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(running, "has_display", lambda: True)
    monkeypatch.setattr(secrets, "SystemSecrets", MemorySecrets)
    closer = Closer()
    assert running.run(arguments(demo=True)) == 0
    assert closer.titles == ["Sample workspace"]
    (log,) = paths.logs.glob("salesdesk-*.log")
    told = log.read_text(encoding="utf-8")
    for line in (
        rf"INFO .*SalesDesk starts: SalesDesk {__version__}, Python .*, Qt \S+$",
        r"INFO .*Opening a workspace$",
        r"INFO .*Signed in: person \S+, role Team Lead$",
        r"INFO .*SalesDesk ends with code 0$",
    ):
        assert re.search(line, told, re.MULTILINE), line
    # --demo is for this once: the next plain start asks what to open.
    assert not paths.settings_file.exists()


class Governor(QObject):
    """Takes the role of whoever sits at the window, gives it back, and closes the next window.

    Attributes:
        seen: what stood on the screen, in order.
    """

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.seen: list[str] = []
        self._file = file
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(50)

    def _look(self) -> None:
        windows, dialogs = shown(MainWindow), shown(BlockedDialog)
        if windows and not self.seen:
            self._note(f"{windows[0].status.person.text}")
            windows[0].go_to("customers")
            self._run("UPDATE salesdesk_person_roles SET with_booking_role = 1")
        elif dialogs and not windows and len(self.seen) == 1:
            self._note(dialogs[0].windowTitle())
            self._run("UPDATE salesdesk_person_roles SET with_booking_role = 0")
        elif windows and len(self.seen) == 2 and windows[0].shown != "today":
            # Until it has begun a window stands on its first screen, whatever it will show.
            self._note(f"{windows[0].shown}: {windows[0].toast.accessibleName()}")
            self._timer.stop()
            windows[0].close()

    def _note(self, what: str) -> None:
        self.seen.append(what)

    def _run(self, statement: str) -> None:
        with contextlib.closing(sqlite3.connect(self._file)) as other, other:
            other.execute(statement)


@pytest.mark.timeout(90)
def test_a_window_follows_its_persons_role(
    paths: Paths, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(running, "has_display", lambda: True)
    monkeypatch.setattr(secrets, "SystemSecrets", MemorySecrets)
    monkeypatch.setattr(rights_watch, "ASK_SECONDS", 0.1)
    monkeypatch.setattr(flow, "ROLE_SECONDS", 0.1)
    prepared = workspace.prepare(paths.sample_workspace)
    governor = Governor(prepared.file)
    assert running.run(arguments(demo=True)) == 0
    assert governor.seen == [
        "Rina Wulandari, Team Lead",
        "Your role sleeps",
        "customers: Your role was changed. This window shows what you may do now.",
    ]


def test_without_a_display_only_the_demo_runs(paths: Paths) -> None:
    with pytest.raises(Refusal, match="no display"):
        running.run(arguments())


@pytest.mark.parametrize(
    ("variables", "seen"),
    [
        ({"QT_QPA_PLATFORM": "offscreen"}, False),
        ({"QT_QPA_PLATFORM": "minimal:x"}, False),
        ({"QT_QPA_PLATFORM": "xcb"}, True),
        ({}, False),
        ({"DISPLAY": ":0"}, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
    ],
)
def test_whether_somebody_sees_a_window(
    variables: dict[str, str], seen: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(platform, "system", lambda: "Linux")
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert running.has_display() is seen


def test_the_keyboard_ends_the_program_in_order(qtbot: QtBot) -> None:
    before = signal.getsignal(signal.SIGINT)
    interrupts = running.Interrupts()
    try:
        with qtbot.waitSignal(interrupts.asked):
            os.kill(os.getpid(), signal.SIGINT)
    finally:
        interrupts.remove()
    assert signal.getsignal(signal.SIGINT) is before


def test_the_demo_without_a_display(tmp_path: Path) -> None:
    """As a process of its own: what is due is freed, a picture is drawn, and it ends with 0."""
    first = started("--demo", home=tmp_path)
    assert first.returncode == 0, first.stderr
    told, released, picture = first.stdout.splitlines()
    assert "no display" in told
    assert released.startswith("Released 2 customers: ")
    assert all(name in released for name in ("Putri Amelia", "Wahyu Hidayat"))
    file = Path(picture.partition(": ")[2])
    assert file.read_bytes().startswith(b"\x89PNG")
    assert "Traceback" not in first.stderr
    second = started("--demo", home=tmp_path)
    assert second.returncode == 0
    assert "Nobody was due" in second.stdout
    assert "Making sample data" in first.stderr
    assert "Making sample data" not in second.stderr


def test_the_self_test(tmp_path: Path) -> None:
    done = started("--selftest", "--json", home=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    checks = {check["name"]: check for check in json.loads(done.stdout)["checks"]}
    assert set(checks) >= {"window", "keyring", "chart", "files"}
    assert all(check["ok"] for check in checks.values())
    assert "2 customers released" in checks["window"]["text"]


def test_no_display_and_no_demo_says_what_to_do(tmp_path: Path) -> None:
    done = started(home=tmp_path)
    assert done.returncode == 1
    assert "--demo" in done.stderr
    assert "Traceback" not in done.stderr
