"""Clicks and keys that were meant for a dialog do not reach the window beneath it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from salesdesk.ui.kit.forms.dialog import FormDialog
from salesdesk.ui.kit.widgets import Button

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


class Beneath(QWidget):
    """A window that is one button over a field, and counts what reaches them."""

    def __init__(self) -> None:
        super().__init__()
        self.presses = 0
        self.letters = ""
        self.button = QPushButton("Call a stranger")
        self.button.clicked.connect(self._count)
        self.button.setMinimumSize(900, 500)
        self.field = QLineEdit()
        column = QVBoxLayout(self)
        column.addWidget(self.button)
        column.addWidget(self.field)

    def _count(self) -> None:
        self.presses += 1

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.letters += event.text()


class Form(FormDialog):
    """A form that is saved by its button alone."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("Form", name="form", parent=parent)
        self.save = Button("Save", name="save")
        self.save.clicked.connect(self.accept)
        self.set_buttons(self.save)
        self.end_rows()


@pytest.fixture
def beneath(qtbot: QtBot) -> Iterator[Beneath]:
    interval = QGuiApplication.styleHints().mouseDoubleClickInterval()
    window = Beneath()
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    yield window
    QGuiApplication.styleHints().setMouseDoubleClickInterval(interval)


def double_click_on_save(window: Beneath, qtbot: QtBot) -> None:
    """Press and release over Save, and again at the same place of the screen."""
    form = Form(window)
    form.open()
    qtbot.waitExposed(form)
    place = form.save.mapTo(form, form.save.rect().center())
    on_screen = form.mapToGlobal(place)
    QTest.mouseClick(form.windowHandle(), LEFT, NONE, place)
    assert form.isHidden()
    again = window.mapFromGlobal(on_screen)
    if not window.button.geometry().contains(again):
        again = window.button.geometry().center()
    QTest.mouseClick(window.windowHandle(), LEFT, NONE, again)


def test_the_second_click_on_save_presses_nothing(beneath: Beneath, qtbot: QtBot) -> None:
    double_click_on_save(beneath, qtbot)
    assert beneath.presses == 0


def test_after_the_time_of_a_double_click_the_window_answers_again(
    beneath: Beneath, qtbot: QtBot
) -> None:
    QGuiApplication.styleHints().setMouseDoubleClickInterval(1)
    double_click_on_save(beneath, qtbot)
    qtbot.waitUntil(lambda: _clicked(beneath))


def _clicked(window: Beneath) -> bool:
    QTest.mouseClick(window.windowHandle(), LEFT, NONE, QPoint(40, 40))
    return window.presses > 0


def test_the_second_enter_presses_nothing(beneath: Beneath, qtbot: QtBot) -> None:
    beneath.button.setFocus()
    form = Form(beneath)
    form.open()
    qtbot.waitExposed(form)
    QTest.keyClick(form.windowHandle(), Qt.Key.Key_Return)
    assert form.isHidden()
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return):
        QTest.keyClick(beneath.windowHandle(), key)
    assert beneath.presses == 0


def test_the_rest_of_a_word_is_no_command(beneath: Beneath, qtbot: QtBot) -> None:
    beneath.button.setFocus()
    form = Form(beneath)
    form.open()
    qtbot.waitExposed(form)
    QTest.keyClick(form.windowHandle(), Qt.Key.Key_Return)
    for letter in "whensheisback":
        QTest.keyClick(beneath.windowHandle(), Qt.Key(ord(letter.upper())))
    assert beneath.letters == ""


def test_a_field_that_the_dialog_leads_to_takes_what_is_typed(
    beneath: Beneath, qtbot: QtBot
) -> None:
    form = Form(beneath)
    form.finished.connect(beneath.field.setFocus)
    form.open()
    qtbot.waitExposed(form)
    QTest.keyClick(form.windowHandle(), Qt.Key.Key_Return)
    beneath.activateWindow()
    qtbot.waitUntil(beneath.field.hasFocus)
    for letter in "Budi":
        QTest.keyClick(beneath.windowHandle(), Qt.Key(ord(letter.upper())))
    assert beneath.field.text().casefold() == "budi"


def test_after_escape_a_click_is_meant_for_the_window(beneath: Beneath, qtbot: QtBot) -> None:
    form = Form(beneath)
    form.open()
    qtbot.waitExposed(form)
    QTest.keyClick(form.windowHandle(), Qt.Key.Key_Escape)
    assert form.isHidden()
    QTest.mouseClick(beneath.windowHandle(), LEFT, NONE, beneath.button.geometry().center())
    assert beneath.presses == 1


def test_after_a_click_into_the_window_so_is_every_key(beneath: Beneath, qtbot: QtBot) -> None:
    """Enter saves, a row is clicked, Enter opens it: however soon, both are meant."""
    QGuiApplication.styleHints().setMouseDoubleClickInterval(60_000)
    form = Form(beneath)
    form.open()
    qtbot.waitExposed(form)
    QTest.keyClick(form.windowHandle(), Qt.Key.Key_Return)
    assert form.isHidden()
    QTest.mouseClick(beneath.windowHandle(), LEFT, NONE, beneath.button.geometry().center())
    beneath.activateWindow()
    qtbot.waitUntil(beneath.button.hasFocus)
    QTest.keyClick(beneath.windowHandle(), Qt.Key.Key_Space)
    assert beneath.presses == 2
