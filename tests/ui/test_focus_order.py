"""Tab reaches every control of every dialog and screen, in the order of reading, and comes back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget

from salesdesk.ui.shell.navigation import DESTINATIONS
from tests.pictures import dialog_gallery_parts as gallery
from tests.pictures.screenshots import Studio
from tests.support.tabbing import backwards, out_of_order, settle, unreachable, walked


@pytest.mark.timeout(180)
def test_tab_goes_through_every_dialog_as_it_is_read(themed: QApplication) -> None:
    sample = gallery.Sample()
    wrong = {}
    for name, make in gallery.DIALOGS.items():
        dialog = make(sample)
        dialog.show()
        settle()
        start = dialog.focusWidget()
        assert start is not None, name
        assert start.isVisible(), name
        assert start.isEnabled(), name
        parts = walked(dialog)
        there = [*out_of_order(dialog, parts), *unreachable(dialog, parts)]
        if set(backwards(dialog)) != set(parts):
            there.append("Shift+Tab stops elsewhere")
        wrong[name] = there
        dialog.close()
    assert len(wrong) > 25
    assert {name: found for name, found in wrong.items() if found} == {}
    sample.close()


@pytest.fixture
def studio(themed: QApplication, tmp_path: Path) -> Iterator[Studio]:
    """A window on the sample workspace."""
    made = Studio(tmp_path, tmp_path)
    made.window.resize(1440, 900)
    made.window.show()
    made.window.start("today")
    made.settle()
    yield made
    made.close()
    made.window.deleteLater()


@pytest.mark.timeout(240)
def test_tab_goes_through_every_screen_as_it_is_read(studio: Studio) -> None:
    window, wrong = studio.window, {}
    for each in DESTINATIONS:
        if not each.offered_to(studio.session.context.session.actor):
            continue
        window.go_to(each.key)
        studio.settle()
        window.place(each.key).view.setFocus()
        parts = walked(window)
        assert window.shown == each.key, "Tab alone goes to another screen"
        wrong[each.key] = [*out_of_order(window, parts), *unreachable(window, parts)]
    assert len(wrong) > 5
    assert {name: found for name, found in wrong.items() if found} == {}


def _window(*parts: QWidget) -> QWidget:
    window = QWidget()
    column = QVBoxLayout(window)
    for each in parts:
        column.addWidget(each)
    window.show()
    window.activateWindow()
    settle()
    return window


def _called(part: QWidget, name: str) -> QWidget:
    part.setObjectName(name)
    return part


def test_a_wrong_order_is_found(themed: QApplication) -> None:
    parts = [_called(QLineEdit(), name) for name in ("a", "b", "c")]
    window = _window(*parts)
    parts[0].setFocus()
    assert out_of_order(window, walked(window)) == []
    QWidget.setTabOrder(parts[0], parts[2])
    QWidget.setTabOrder(parts[2], parts[1])
    assert out_of_order(window, walked(window)) == ["c → b", "b → a"]
    window.close()


def test_what_tab_leaves_out_is_found(themed: QApplication) -> None:
    first, second = _called(QLineEdit(), "first"), _called(QPushButton(), "second")
    window = _window(first, second)
    first.setFocus()
    assert unreachable(window, walked(window)) == []
    assert unreachable(window, [first]) == ["second"]
    window.close()
