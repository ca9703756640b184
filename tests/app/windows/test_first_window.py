"""Who listens for a second start, and who is taken for gone."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from salesdesk.app.local.profile import ServerProfile, WorkspaceProfile
from salesdesk.app.startup.first_window import FirstWindow, address_of, ring
from tests.app.windows.conftest import is_answered

WORKSPACE = WorkspaceProfile("w", "W", Path("/office/w.sqlite"))
SERVER = ServerProfile("s", "S", ("db.office.example",), "bookings", "rina")


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
