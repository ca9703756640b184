"""The window's frame: painted before a database is asked, and gone when something else is there."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from salesdesk.app.local import profile as profiles
from salesdesk.app.local.paths import Paths
from salesdesk.app.local.profile import Profile, ServerProfile, UserSettings, WorkspaceProfile
from salesdesk.app.sample import workspace
from salesdesk.storage.db.tls import Tls
from salesdesk.ui.kit.widgets.navigation import NavigationList
from salesdesk.ui.shell.window_frame import WindowFrame
from tests.support.database import free_port


def _followed(closes: str, **variables: str) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.support.first_paint_program", closes],
        env={**os.environ, **variables}, capture_output=True, text=True, check=True, timeout=120,
    )  # fmt: skip
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    assert told["code"] == 0
    return told


def _opened_before(paths: Paths, profile: Profile) -> None:
    paths.make_private()
    profiles.save(paths.settings_file, UserSettings().opened(profile))


def _workspace(paths: Paths) -> WorkspaceProfile:
    paths.make_private()
    prepared = workspace.prepare(paths.sample_workspace)
    return WorkspaceProfile("mine", "Mine", prepared.file, prepared.person)


def test_the_frame_stands_where_the_window_will_be(paths: Paths) -> None:
    _opened_before(paths, _workspace(paths))
    told = _followed("MainWindow")
    assert told["seen"][0] == "WindowFrame"
    assert told["seen"][-1] == "MainWindow"
    assert told["places"]["WindowFrame"] == told["places"]["MainWindow"]


def test_whoever_closes_the_frame_ends_the_program(paths: Paths) -> None:
    _opened_before(paths, _workspace(paths))
    assert _followed("WindowFrame")["seen"] == ["WindowFrame"]


def test_what_stands_in_the_way_stands_alone(paths: Paths) -> None:
    nobody = ServerProfile(
        "away", "Away", ("127.0.0.1",), "sales", "rina", free_port(), tls=Tls.OFF
    )
    _opened_before(paths, nobody)
    told = _followed("BlockedDialog", SALESDESK_PASSWORD="of nobody")
    assert told["seen"] == ["WindowFrame", "BlockedDialog"]


def test_a_first_start_shows_no_frame(paths: Paths) -> None:
    """Nobody has a window yet: what to open is asked."""
    assert _followed("FirstStartDialog")["seen"] == ["FirstStartDialog"]


def test_the_frame_names_the_screens_of_last_time(tmp_path: Path, qtbot: QtBot) -> None:
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    first = WindowFrame("Mine", settings)
    qtbot.addWidget(first)
    assert first.navigation.current() == "today"
    assert _keys(first) == ["today", "customers", "pipeline", "pool", "settings"]
    settings.setValue("window/screens", "today,customers,team")
    second = WindowFrame("Mine", settings)
    qtbot.addWidget(second)
    assert _keys(second) == ["today", "customers", "team"]


def _keys(frame: WindowFrame) -> list[str]:
    return [each.key for part in frame.findChildren(NavigationList) for each in part.entries]
