"""Backups in the window: a copy a day, one on request, and the way back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog
from pytestqt.qtbot import QtBot

from salesdesk.app.local import backups
from salesdesk.app.local.paths import Paths
from salesdesk.app.local.profile import UserSettings, WorkspaceProfile
from salesdesk.app.local.secrets import MemorySecrets
from salesdesk.app.session import AppSession, OpenDatabase
from salesdesk.app.startup.flow import StartupFlow
from salesdesk.services.session import Session
from salesdesk.ui.commands import SHORTCUTS, Cmd
from salesdesk.ui.kit.tasks import Tasks
from salesdesk.ui.kit.widgets import Label
from salesdesk.ui.start.blocked_dialog import BlockedDialog
from salesdesk.ui.start.choose_person_dialog import WhoAmIDialog
from salesdesk.ui.start.welcome_dialog import FirstStartDialog
from tests.app.windows.conftest import shown


class Seat:
    """A window on the office's workspace."""

    def __init__(self, office: Session, tasks: Tasks, paths: Paths, qtbot: QtBot) -> None:
        self.file = Path(office.store.engine.url.database or "")
        profile = WorkspaceProfile("mine", "Mine", self.file)
        self.bugs: list[BaseException] = []
        place = OpenDatabase(profile, office.store, office, "the-id")
        self.session = AppSession(place, tasks, paths, self.bugs.append)
        self.window = self.session.window
        self.folder = backups.folder_of(paths.data, "the-id")
        with qtbot.waitSignal(self.session.releases.finished, timeout=20_000):
            self.session.show()
        qtbot.waitUntil(tasks.is_idle, timeout=20_000)

    def told(self) -> str:
        """What the toasts say."""
        label = self.window.findChild(Label, "toast_text")
        assert label is not None
        return label.text()

    def close(self) -> None:
        """Close the window; nothing went wrong meanwhile."""
        self.session.close()
        assert self.bugs == []


def chosen_file(qtbot: QtBot, path: Path) -> None:
    """Choose a file in the system's dialog."""
    qtbot.waitUntil(lambda: bool(shown(QFileDialog)), timeout=5_000)
    asked = shown(QFileDialog)[0]
    asked.setDirectory(str(path.parent))
    asked.selectFile(str(path))
    buttons = asked.findChild(QDialogButtonBox)
    assert isinstance(buttons, QDialogButtonBox)
    accept = next(
        each
        for each in buttons.buttons()
        if buttons.buttonRole(each) is QDialogButtonBox.ButtonRole.AcceptRole
    )
    qtbot.waitUntil(accept.isEnabled, timeout=5_000)
    QTest.mouseClick(accept, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not shown(QFileDialog), timeout=5_000)


def test_a_window_keeps_a_copy_of_the_day(
    office: Session, tasks: Tasks, paths: Paths, qtbot: QtBot
) -> None:
    at = Seat(office, tasks, paths, qtbot)
    assert len(backups.daily(at.folder)) == 1
    at.close()


def test_that_there_is_no_copy_is_said_once(
    office: Session, tasks: Tasks, paths: Paths, qtbot: QtBot
) -> None:
    (paths.data / "backups").mkdir(parents=True)
    (paths.data / "backups" / "the-id").write_text("a file where the folder should be")
    at = Seat(office, tasks, paths, qtbot)
    assert "Today's copy of the workspace was not made." in at.told()
    at.close()


def test_a_workspace_is_backed_up_by_the_keyboard(
    office: Session, tasks: Tasks, paths: Paths, tmp_path: Path, qtbot: QtBot
) -> None:
    at = Seat(office, tasks, paths, qtbot)
    QTest.keySequence(at.window, QKeySequence(SHORTCUTS[Cmd.BACKUP]))
    target = tmp_path / "saved.sqlite"
    chosen_file(qtbot, target)
    qtbot.waitUntil(lambda: "saved.sqlite" in at.told(), timeout=20_000)
    assert "the copy was checked" in at.told()
    at.close()
    back = tmp_path / "back.sqlite"
    assert backups.restore(target, back) is None
    assert back.stat().st_size > 100_000


@pytest.fixture
def saved(office: Session, tmp_path: Path) -> Path:
    """A backup of the office."""
    target = tmp_path / "saved.sqlite"
    file = Path(office.store.engine.url.database or "")
    backups.make(office, "4be7d9ea-0b08-4b0b-a2d4-0e2f3b3f2b11", file, target)
    return target


def test_a_first_start_restores_a_backup(
    saved: Path, tasks: Tasks, paths: Paths, tmp_path: Path, qtbot: QtBot
) -> None:
    letter = tmp_path / "letter.sqlite"
    letter.write_text("Dear Rina, " * 500)
    flow = StartupFlow(tasks, paths, UserSettings(), MemorySecrets())
    flow.begin()
    qtbot.waitUntil(lambda: bool(shown(FirstStartDialog)))
    first = shown(FirstStartDialog)[0]
    QTest.mouseClick(first.backup, Qt.MouseButton.LeftButton)
    chosen_file(qtbot, letter)
    qtbot.waitUntil(first.notice.isVisible, timeout=10_000)
    assert not paths.workspace.exists()
    QTest.mouseClick(first.backup, Qt.MouseButton.LeftButton)
    chosen_file(qtbot, saved)
    qtbot.waitUntil(lambda: bool(shown(WhoAmIDialog)), timeout=20_000)
    assert paths.workspace.is_file()
    who = shown(WhoAmIDialog)[0]
    with qtbot.waitSignal(flow.left):
        who.reject()
    flow.deleteLater()


def test_a_damaged_workspace_is_replaced_where_it_is_found(
    saved: Path, tasks: Tasks, paths: Paths, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "mine.sqlite"
    file.write_text("Dear Rina, " * 500)
    flow = StartupFlow(tasks, paths, UserSettings(), MemorySecrets())
    flow.open(WorkspaceProfile("mine", "Mine", file))
    qtbot.waitUntil(lambda: bool(shown(BlockedDialog)), timeout=20_000)
    still = shown(BlockedDialog)[0]
    assert still.restore is not None
    QTest.mouseClick(still.restore, Qt.MouseButton.LeftButton)
    chosen_file(qtbot, saved)
    qtbot.waitUntil(lambda: bool(shown(WhoAmIDialog)), timeout=20_000)
    kept = [found for found in tmp_path.glob("mine before *") if found.is_file()]
    assert [found.read_text()[:9] for found in kept] == ["Dear Rina"]
    with qtbot.waitSignal(flow.left):
        shown(WhoAmIDialog)[0].reject()
    flow.deleteLater()
