"""The language of the running program: changed at once, and kept for the next start."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from devtools.compiled_translations import compile_stale
from salesdesk.app import run as running
from salesdesk.app.local import profile as profiles
from salesdesk.app.local import secrets
from salesdesk.app.local.paths import Paths
from salesdesk.app.local.secrets import MemorySecrets
from salesdesk.app.sample import workspace
from salesdesk.ui.commands import Cmd
from salesdesk.ui.kit import language
from salesdesk.ui.shell.main_window import MainWindow
from salesdesk.ui.start.welcome_dialog import FirstStartDialog
from tests.app.windows.conftest import shown
from tests.support.command_line import arguments
from tests.support.languages import put_back
from tests.support.stage import Script, scripted


@pytest.fixture
def visible(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that believes that somebody sees it."""
    compile_stale()
    monkeypatch.setattr(running, "has_display", lambda: True)
    monkeypatch.setattr(secrets, "SystemSecrets", MemorySecrets)


@pytest.mark.timeout(60)
@pytest.mark.usefixtures("visible")
def test_another_language_makes_another_window_that_stands_where_the_first_stood(
    paths: Paths, qtbot: QtBot
) -> None:
    workspace.prepare(paths.sample_workspace)
    seen: dict[str, str] = {}

    def go() -> bool:
        window = next(iter(shown(MainWindow)), None)
        if window is None or window.shown != "today":
            return False
        window.go_to("customers")
        return True

    def choose_somebody() -> bool:
        window = shown(MainWindow)[0]
        if window.customers.model.rowCount() == 0:
            return False
        window.customers.table.go_to(0)
        return not window.panel.isHidden() and bool(window.panel.customer_id)

    def change() -> bool:
        window = shown(MainWindow)[0]
        seen["customer"] = window.panel.customer_id
        seen["before"] = window.bar.action(Cmd.GO_POOL).text()
        window.place("settings")
        window.settings.language_wanted.emit("id")
        return True

    def look() -> bool:
        window = next(iter(shown(MainWindow)), None)
        if window is None or window.shown != "customers" or not window.panel.customer_id:
            return False
        seen["again"] = window.panel.customer_id
        seen["after"] = window.bar.action(Cmd.GO_POOL).text()
        window.close()
        return True

    with put_back(), scripted(Script(go, choose_somebody, change, look), qtbot):
        assert running.run(arguments(demo=True)) == 0
    assert seen["again"] == seen["customer"]
    assert (seen["before"], seen["after"]) == ("P&ool", "&Bursa")
    assert profiles.load(paths.settings_file).settings.language == "id"


@pytest.mark.timeout(60)
@pytest.mark.usefixtures("visible")
def test_the_first_start_asks_in_the_language_that_is_chosen(paths: Paths, qtbot: QtBot) -> None:
    seen: list[str] = []

    def choose() -> bool:
        dialog = next(iter(shown(FirstStartDialog)), None)
        if dialog is None:
            return False
        seen.append(dialog.workspace.accessibleName())
        button = dialog.findChild(QAbstractButton, "start_language_id")
        assert button is not None
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        return True

    def leave() -> bool:
        dialog = next(iter(shown(FirstStartDialog)), None)
        if dialog is None or language.chosen() != "id":
            return False
        seen.append(dialog.workspace.accessibleName())
        assert dialog.languages.value() == "id"
        dialog.reject()
        return True

    with put_back(), scripted(Script(choose, leave), qtbot):
        assert running.run(arguments()) == 0
    assert ["workspace" in seen[0], "Ruang kerja baru" in seen[1]] == [True, True]
    assert profiles.load(paths.settings_file).settings.language == "id"
