"""Sockets of programs that crashed or froze; only there where a socket is a file."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from salesdesk.app.startup import first_window
from salesdesk.app.startup.first_window import FirstWindow, ring
from tests.app.windows.conftest import is_answered


def test_what_a_crash_left_is_no_window(first: FirstWindow, qtbot: QtBot, tmp_path: Path) -> None:
    address = str(tmp_path / "left")
    with socket.socket(socket.AF_UNIX) as crashed:
        crashed.bind(address)
    assert not first.is_elsewhere(address)
    assert is_answered(address, qtbot)


def test_who_does_not_answer_is_taken_for_frozen(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(first_window, "PATIENCE", 100)
    address = str(tmp_path / "frozen")
    with socket.socket(socket.AF_UNIX) as frozen:
        frozen.bind(address)
        frozen.listen()
        assert not ring(address)
