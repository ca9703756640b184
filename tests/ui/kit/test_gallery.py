"""The gallery draws every part in both themes, with the measures of the target pictures."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from salesdesk.ui.kit import theme
from salesdesk.ui.kit.theme import Scheme
from salesdesk.ui.kit.tokens import DARK, LIGHT, Tokens
from tests.pictures import gallery, gallery_forms, gallery_parts


@pytest.mark.parametrize(("scheme", "of"), [(Scheme.LIGHT, LIGHT), (Scheme.DARK, DARK)])
def test_the_customers_screen_has_the_measures_of_the_target(
    themed: QApplication, qtbot: QtBot, tmp_path: Path, scheme: Scheme, of: Tokens
) -> None:
    window = gallery_parts.customers_window()
    qtbot.addWidget(window)
    theme.apply(themed, scheme)
    gallery.shoot(window, tmp_path / "customers.png")
    shown = QImage(str(tmp_path / "customers.png"))
    assert shown.size().toTuple() == gallery.SIZE
    expected = {
        (700, 15): of.window,
        (700, 31): of.border,
        (183, 500): of.border,
        (90, 500): of.window,
        (700, 143): of.border,
        (700, 175): of.border,
        (320, 150): of.border,
        (184, 224): of.focus,
        (300, 208): of.focus,
        (320, 224): of.select,
        (760, 404): of.hover,
        (1064, 600): of.border,
        (1093, 400): of.plainEdge,
        (700, 868): of.border,
        (700, 890): of.window,
        (1090, 323): of.accent,
    }
    found = {at: shown.pixelColor(*at) for at in expected}
    assert found == {at: QColor(colour) for at, colour in expected.items()}


@pytest.mark.parametrize(
    "build",
    [gallery_forms.log_contact_window, gallery_parts.empty_window, gallery_forms.parts_window],
)
def test_the_other_windows_draw_too(
    themed: QApplication, qtbot: QtBot, tmp_path: Path, build: Callable[[], QWidget]
) -> None:
    window = build()
    qtbot.addWidget(window)
    gallery.shoot(window, tmp_path / "window.png")
    shown = QImage(str(tmp_path / "window.png"))
    colours = {
        shown.pixel(x, y) for x in range(0, shown.width(), 3) for y in range(0, shown.height(), 3)
    }
    assert len(colours) > 20
