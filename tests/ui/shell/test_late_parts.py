"""Screens that are made when they are first opened, and what is off until then."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from salesdesk.ui.lists.screen import OF_ONE_SCREEN
from tests.support.factories import Office
from tests.support.windows import Sit


class Opened(QObject):
    """Notes every window that appears."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.names.append(watched.objectName())
        return False


@pytest.mark.parametrize("key", ["activity", "team"])
def test_a_screen_that_is_made_late_stands_in_the_window_alone(
    workspace: Office, sit: Sit, key: str
) -> None:
    """A part shown before it is put into the window would be a window itself for a moment."""
    at = sit(workspace, workspace.lead)
    app, opened = QApplication.instance(), Opened()
    assert app is not None
    app.installEventFilter(opened)
    at.window.go_to(key)
    at.settle()
    app.removeEventFilter(opened)
    assert at.window.shown == key
    assert opened.names == []
    assert at.window.isActiveWindow()


def test_what_belongs_to_one_screen_is_named(workspace: Office, sit: Sit) -> None:
    at = sit(workspace, workspace.lead)
    keys = ("today", "customers", "pipeline", "pool", "activity", "team")
    own = {command for key in keys for command in at.window.place(key).commands()}
    assert own == OF_ONE_SCREEN
