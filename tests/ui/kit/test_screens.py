"""The room on a screen, and that no widget takes its screen with it when it goes."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from salesdesk.ui.kit.screens import room_on_screen

ROOT = Path(__file__).resolve().parents[3]


def test_a_widget_that_is_shown_or_not_has_the_room_of_its_screen(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    room = QGuiApplication.primaryScreen().availableGeometry()
    assert room_on_screen(widget) == room
    widget.show()
    assert room_on_screen(widget) == room


@pytest.mark.parametrize("folder", ["salesdesk", "tests"])
def test_nobody_asks_a_widget_for_its_screen(folder: str) -> None:
    """The bindings would delete the screen with the widget: see salesdesk/ui/kit/screens.py."""
    asked = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in (ROOT / folder).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "screen"
        and not node.args
    ]
    assert asked == []
