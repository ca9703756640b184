"""Where reminders are told outside the window, and the file that a session keeps of them."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QSystemTrayIcon
from pytestqt.qtbot import QtBot

from salesdesk.app.local.paths import Paths
from salesdesk.app.local.profile import WorkspaceProfile
from salesdesk.app.local.reminders import SystemTray
from salesdesk.app.session import AppSession, OpenDatabase
from salesdesk.services.lists import reminders
from salesdesk.services.session import Session
from salesdesk.ui.kit import icons
from salesdesk.ui.kit.tasks import Tasks
from salesdesk.ui.reminders.scheduler import Reminders


def icon_of(tray: SystemTray) -> QSystemTrayIcon:
    found = tray.findChild(QSystemTrayIcon)
    assert found is not None
    return found


@pytest.mark.qt_log_ignore("systemTrayWindowChanged", extend=True)
def test_a_click_on_icon_or_message_is_told_another_is_not(qtbot: QtBot) -> None:
    owner = QObject()
    tray = SystemTray(icons.program(), owner)
    icon, heard = icon_of(tray), []
    tray.clicked.connect(lambda: heard.append("clicked"))
    tray.tell("Siti Rahmawati", "due today")
    icon.messageClicked.emit()
    icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    icon.activated.emit(QSystemTrayIcon.ActivationReason.Context)
    assert heard == ["clicked", "clicked"]
    assert icon.isVisible()
    tray.close()
    assert not icon.isVisible()
    owner.deleteLater()


def test_without_a_tray_the_session_lists_and_remembers(
    office: Session, tasks: Tasks, paths: Paths, qtbot: QtBot
) -> None:
    due = reminders.upcoming(office)
    assert due
    profile = WorkspaceProfile("test", "Test", Path(office.store.engine.url.database or ""))
    told: list[int] = []
    for _ in range(2):
        session = AppSession(OpenDatabase(profile, office.store, office), tasks, paths, raising)
        assert session.tray is None
        assert session.window.reminding is not None
        listed = session.window.reminding.reminders
        listed.told.connect(lambda shown: told.append(len(shown)))
        session.show()
        qtbot.waitUntil(partial(stands, listed), timeout=20_000)
        qtbot.waitUntil(tasks.is_idle, timeout=20_000)
        session.window.close()
        session.close()
    assert len(told) == 1
    assert len(list((paths.data / "reminders").iterdir())) == 1


def stands(listed: Reminders) -> bool:
    return bool(listed.standing)


def raising(fault: BaseException) -> None:
    raise fault


@pytest.mark.qt_log_ignore("systemTrayWindowChanged", extend=True)
def test_names_in_a_notification_are_text(themed: object, monkeypatch: pytest.MonkeyPatch) -> None:
    """A desktop that reads markup in notifications would show a link or a picture."""
    shown: list[tuple[str, str]] = []
    monkeypatch.setattr(
        QSystemTrayIcon, "showMessage", lambda _, title, text, *__: shown.append((title, text))
    )
    home = QObject()
    tray = SystemTray(icons.program(), home)
    tray.tell("Budi <b>Santoso</b>", '<img src="https://elsewhere.example/x.png">')
    assert not any(sign in "".join(shown[0]) for sign in "<>")
    assert "Budi" in shown[0][0]
    tray.close()
    home.deleteLater()
