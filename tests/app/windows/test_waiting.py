"""What is on the screen while the start takes its time."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QProgressDialog, QPushButton
from pytestqt.qtbot import QtBot

from salesdesk.app.startup.progress_dialog import Waiting
from tests.app.windows.conftest import shown


@pytest.fixture
def waiting(themed: QApplication) -> Iterator[Waiting]:
    """Ended at the end."""
    made = Waiting()
    yield made
    made.end()
    made.deleteLater()


def test_quick_work_shows_nothing(waiting: Waiting) -> None:
    waiting.begin("Opening db.example…")
    assert shown(QProgressDialog) == []
    waiting.end()
    assert shown(QProgressDialog) == []


def test_slow_work_says_what_is_being_done(waiting: Waiting, qtbot: QtBot) -> None:
    waiting.begin("Opening db.example…")
    qtbot.waitUntil(lambda: bool(shown(QProgressDialog)))
    (dialog,) = shown(QProgressDialog)
    assert dialog.labelText() == "Opening db.example…"
    waiting.end()
    assert shown(QProgressDialog) == []


def test_how_far_it_is(waiting: Waiting, qtbot: QtBot) -> None:
    waiting.begin("Making sample data…", 300, at_once=True)
    waiting.advanced.emit(100)
    qtbot.waitUntil(lambda: bool(shown(QProgressDialog)))
    (dialog,) = shown(QProgressDialog)
    assert (dialog.value(), dialog.maximum()) == (100, 300)
    waiting.advanced.emit(100)
    assert dialog.value() == 200


def test_whoever_does_not_want_to_wait_leaves(waiting: Waiting, qtbot: QtBot) -> None:
    waiting.begin("Opening db.example…", at_once=True)
    qtbot.waitUntil(lambda: bool(shown(QProgressDialog)))
    with qtbot.waitSignal(waiting.left):
        shown(QProgressDialog)[0].findChildren(QPushButton)[0].click()
    assert shown(QProgressDialog) == []
