"""Who listens for a second start, and who is taken for gone."""

from __future__ import annotations

import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from salesdesk.app import first_window
from salesdesk.app.first_window import FirstWindow, address_of, ring
from salesdesk.app.profile import ServerProfile, WorkspaceProfile

WORKSPACE = WorkspaceProfile("w", "W", Path("/office/w.sqlite"))
SERVER = ServerProfile("s", "S", ("db.office.example",), "bookings", "rina")


@pytest.fixture
def first(qtbot: QtBot) -> Iterator[FirstWindow]:
    """A program that may listen."""
    made = FirstWindow()
    yield made
    made.close()


def is_answered(address: str, qtbot: QtBot) -> bool:
    """Whether another program that rings is answered."""
    code = "import sys; from salesdesk.app.first_window import ring; sys.exit(ring(sys.argv[1]))"
    other = subprocess.Popen([sys.executable, "-c", code, address])
    qtbot.waitUntil(lambda: other.poll() is not None, timeout=30_000)
    return other.returncode == 1


def test_each_profile_of_each_user_has_its_own_address(tmp_path: Path) -> None:
    others = (None, WORKSPACE, SERVER, ServerProfile("x", "X", ("db",), "bookings", "andi"))
    found = {address_of(folder, one) for folder in (tmp_path, tmp_path / "b") for one in others}
    assert len(found) == 8
    again = WorkspaceProfile("other id", "Renamed", WORKSPACE.file, "uid-rina")
    assert address_of(tmp_path, again) == address_of(tmp_path, WORKSPACE)


def test_the_first_comes_forward_and_the_second_is_told_so(
    first: FirstWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.showMinimized()
    address = address_of(tmp_path, WORKSPACE)
    assert not first.is_elsewhere(address)
    assert not first.is_elsewhere(address), "its own address is nobody else's"
    assert is_answered(address, qtbot)
    assert not window.windowState() & Qt.WindowState.WindowMinimized
    first.is_elsewhere(address_of(tmp_path, SERVER))
    assert not ring(address), "after another profile was opened the former is free"


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe of Windows ends with its program")
def test_what_a_crash_left_is_no_window(first: FirstWindow, qtbot: QtBot, tmp_path: Path) -> None:
    address = str(tmp_path / "left")
    with socket.socket(socket.AF_UNIX) as crashed:
        crashed.bind(address)
    assert not first.is_elsewhere(address)
    assert is_answered(address, qtbot)


@pytest.mark.skipif(sys.platform == "win32", reason="the frozen one listens on a Unix socket")
def test_who_does_not_answer_is_taken_for_frozen(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(first_window, "PATIENCE", 100)
    address = str(tmp_path / "frozen")
    with socket.socket(socket.AF_UNIX) as frozen:
        frozen.bind(address)
        frozen.listen()
        assert not ring(address)
