"""What every test of the window gets: the theme, and a watch over what is left behind."""

from __future__ import annotations

import gc
import os
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

if sys.platform.startswith("linux") and not (
    os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QThread, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from salesdesk.services.session import Session
from salesdesk.ui.kit import theme

# Imported at the start, not turn by turn by whichever test first wants a chart: that would still
# go on when the test ends. Another process tries it (tests/ui/kit/test_chart_import.py).
from salesdesk.ui.kit.charts import view as _charts  # noqa: F401
from salesdesk.ui.kit.theme import Scheme
from salesdesk.ui.shell.standing import AT_FIRST, Standing
from tests.support import seats, windows
from tests.support.database import Database
from tests.support.factories import Office
from tests.support.reminded import Remind, Reminded
from tests.support.today_screen import Look

#: Qt writes this for windows, dialogs and menus on the offscreen platform; it tells nothing.
OFFSCREEN_NOISE = r"This plugin does not support (propagateSizeHints|raise|grabbing)"

#: How long a thread that was told to end may take.
PATIENCE = 5.0


def pytest_configure(config: pytest.Config) -> None:
    """Take the one message for normal that the offscreen platform cannot help writing."""
    config.addinivalue_line("qt_log_ignore", OFFSCREEN_NOISE)


def delete_deferred() -> None:
    """Carry out `deleteLater`, which pytest-qt does not, until nothing more is asked for."""
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()


@pytest.fixture(scope="session")
def settled_heap(qapp: QApplication) -> None:
    """Set what the imports made aside, so that the collection after each test stays quick."""
    theme.apply(qapp, Scheme.LIGHT)
    gc.collect()
    gc.freeze()


@pytest.fixture
def themed(settled_heap: None, qapp: QApplication) -> Iterator[QApplication]:
    """The application in the light theme at 100 %, put back at the end."""
    if theme.scheme() is not Scheme.LIGHT or theme.scale() != 100 or not qapp.styleSheet():
        theme.apply(qapp, Scheme.LIGHT)
    yield qapp
    if theme.scheme() is not Scheme.LIGHT or theme.scale() != 100:
        theme.apply(qapp, Scheme.LIGHT)


@pytest.fixture(autouse=True)
def nothing_left_behind(themed: QApplication) -> Iterator[None]:
    """Fail a test that leaves a window, a thread or a running timer behind.

    Widgets that belong to nobody any more are deleted first; what still lives then is kept
    alive by something that the test forgot to close.
    """
    # Now, not at the end of the test before, pytest lets go of what that one was given. What
    # still lives was imported meanwhile and stays: the next collection need not look at it.
    gc.collect()
    gc.freeze()
    windows = set(_names(themed))
    threads = set(threading.enumerate())
    yield
    gc.collect()
    delete_deferred()
    for thread in set(threading.enumerate()) - threads:
        thread.join(PATIENCE)
    left_threads = [t.name for t in threading.enumerate() if t not in threads]
    pool = QThreadPool.globalInstance()
    pool_done = pool.waitForDone(round(PATIENCE * 1000))
    left_windows = [name for name in _names(themed) if name not in windows]
    running = _left_running()
    for widget in themed.topLevelWidgets():
        widget.deleteLater()
    delete_deferred()
    assert not left_threads, f"threads left behind: {left_threads}"
    assert pool_done, "jobs of the global thread pool left behind"
    assert not left_windows, f"windows left behind: {left_windows}"
    assert not running, f"left running: {running}"


@pytest.fixture
def office(database: Database) -> Office:
    """An office on each of the two databases."""
    return Office(database)


@pytest.fixture
def workspace(sqlite: Database) -> Office:
    """An office on SQLite alone, where the database makes no difference."""
    return Office(sqlite)


@pytest.fixture
def sit(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[..., windows.OpenWindow]]:
    """Opens windows; all are closed at the end."""
    made: list[windows.OpenWindow] = []

    def open_window(
        office: Office, session: Session, *, own: bool = False, standing: Standing = AT_FIRST
    ) -> windows.OpenWindow:
        made.append(
            windows.OpenWindow(office, session, tmp_path, qtbot, own=own, standing=standing)
        )
        return made[-1]

    yield open_window
    for each in reversed(made):
        each.close()


@pytest.fixture
def remind(qtbot: QtBot, tmp_path: Path) -> Iterator[Remind]:
    """Opens windows with reminders on one computer."""
    made: list[Reminded] = []

    def open_window(office: Office, session: Session, *, tray: bool = True) -> Reminded:
        made.append(Reminded(office, session, tmp_path, qtbot, tray))
        return made[-1]

    yield open_window
    for each in reversed(made):
        each.close()


@pytest.fixture
def seat(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[..., seats.DialogSeat]]:
    """Makes seats for single dialogs; all are closed at the end."""
    made: list[seats.DialogSeat] = []

    def take(office: Office, uid: str) -> seats.DialogSeat:
        made.append(seats.DialogSeat(office, uid, tmp_path / "kept", qtbot.waitUntil))
        return made[-1]

    yield take
    for each in made:
        each.close()


def _names(app: QApplication) -> list[str]:
    """The windows that are shown, by class and name."""
    return [
        f"{type(widget).__name__} {widget.objectName()!r}"
        for widget in app.topLevelWidgets()
        if widget.isVisible()
    ]


def _left_running() -> list[str]:
    """The timers and Qt threads that Python knows of and that still run, by what they are."""
    main = QCoreApplication.instance()
    own = None if main is None else main.thread()
    found = []
    for each in gc.get_objects():
        if not issubclass(type(each), (QTimer, QThread)) or not shiboken6.isValid(each):
            continue
        if isinstance(each, QTimer) and each.isActive():
            found.append(f"timer {each.objectName()!r}, {each.interval()} ms")
        elif isinstance(each, QThread) and each != own and each.isRunning():
            found.append(f"thread {each!r}")
    return found


@pytest.fixture
def look(qtbot: QtBot, tmp_path: Path) -> Iterator[Look]:
    """Opens a window as the program does, on its first screen."""
    made: list[windows.OpenWindow] = []

    def open_window(office: Office, session: Session) -> windows.OpenWindow:
        made.append(windows.OpenWindow(office, session, tmp_path, qtbot, "today"))
        return made[-1]

    yield open_window
    for each in reversed(made):
        each.close()
