"""Icons: tinted, cached, sharp on dense screens, complete."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from salesdesk.ui.kit import icons, resources, theme
from salesdesk.ui.kit.theme import Scheme
from salesdesk.ui.kit.tokens import DARK, LIGHT

#: The icons that the design names.
NAMED = [
    "sun",
    "users",
    "square-kanban",
    "archive-restore",
    "chart-column",
    "network",
    "settings",
    "search",
    "filter",
    "columns-3",
    "upload",
    "download",
    "plus",
    "ellipsis",
    "chevron-down",
    "chevron-up",
    "hourglass",
    "calendar-check",
    "circle-alert",
    "circle-check",
    "check",
    "user-check",
    "receipt",
    "server",
    "user",
    "refresh-cw",
    "square-pen",
    "message-circle",
    "phone",
    "map-pin",
    "calendar-plus",
    "panel-right-open",
    "hand",
    "user-plus",
    "arrow-right-left",
    "shield",
    "shuffle",
    "undo-2",
    "x",
    "arrow-up",
    "arrow-down",
    "calendar-x",
    "calendar",
    "triangle-alert",
    "circle-x",
    "trending-up",
    "lock",
    "cloud-off",
    "send",
    "keyboard",
]


def colours_in(pixmap: QPixmap) -> set[str]:
    """The opaque colours of a picture."""
    image = pixmap.toImage()
    return {
        image.pixelColor(x, y).name().upper()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }


@pytest.mark.parametrize("name", NAMED)
def test_every_icon_of_the_design_is_bundled_and_draws(themed: QApplication, name: str) -> None:
    # Two strokes that overlap at half coverage round to a neighbour of the colour.
    wanted = QColor(LIGHT.text2)
    for found in map(QColor, colours_in(icons.pixmap(name, "text2", 48))):
        assert abs(found.lightness() - wanted.lightness()) <= 6
    assert not icons.pixmap(name, "text2", 16).toImage().isNull()


def test_the_licence_lies_beside_the_icons() -> None:
    assert "ISC License" in resources.path("icons", "LICENSE").read_text(encoding="utf-8")
    assert "SIL Open Font License" in resources.path("fonts", "OFL.txt").read_text(encoding="utf-8")


def test_no_bundled_icon_has_a_colour_of_its_own() -> None:
    for path in resources.path("icons").glob("*.svg"):
        text = path.read_text(encoding="utf-8")
        assert "currentColor" in text, path.name
        assert not re.search(r"#[0-9a-fA-F]{3}", text), path.name


def test_a_pixmap_is_made_once_for_each_look(themed: QApplication) -> None:
    one = icons.pixmap("phone", "text2", 16, 1.0)
    assert icons.pixmap("phone", "text2", 16, 1.0).cacheKey() == one.cacheKey()
    assert icons.pixmap("phone", "accent", 16, 1.0).cacheKey() != one.cacheKey()
    assert icons.pixmap("phone", "text2", 14, 1.0).cacheKey() != one.cacheKey()


def test_a_dense_screen_gets_more_pixels(themed: QApplication) -> None:
    dense = icons.pixmap("phone", "text2", 16, 2.0)
    assert dense.size() == QSize(32, 32)
    assert dense.devicePixelRatio() == 2.0
    assert dense.deviceIndependentSize().toSize() == QSize(16, 16)


def test_an_icon_of_an_action_follows_the_theme(themed: QApplication) -> None:
    made = icons.icon("circle-alert", "accent")
    assert LIGHT.accent.upper() in colours_in(made.pixmap(QSize(48, 48)))
    theme.apply(themed, Scheme.DARK)
    assert DARK.accent.upper() in colours_in(made.pixmap(QSize(48, 48)))


def test_a_disabled_icon_is_paler(themed: QApplication) -> None:
    made = icons.icon("circle-alert", "text")
    off = made.pixmap(QSize(48, 48), QIcon.Mode.Disabled)
    assert LIGHT.textOff.upper() in colours_in(off)


def test_an_unknown_icon_is_an_error(themed: QApplication) -> None:
    with pytest.raises(FileNotFoundError):
        icons.icon("no-such-icon")


def test_files_are_found_in_a_bundle(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("sys._MEIPASS", str(tmp_path), raising=False)
    resources.root.cache_clear()
    try:
        assert resources.path("icons", "sun.svg") == tmp_path / "resources" / "icons" / "sun.svg"
    finally:
        monkeypatch.undo()
        resources.root.cache_clear()
    assert resources.path("icons", "sun.svg").is_file()


def test_an_icon_paints_at_its_size(themed: QApplication) -> None:
    canvas = QImage(24, 24, QImage.Format.Format_ARGB32)
    canvas.fill(0)
    painter = QPainter(canvas)
    icons.icon("plus", "text").paint(painter, 4, 4, 16, 16)
    painter.end()
    drawn = [(x, y) for x in range(24) for y in range(24) if canvas.pixelColor(x, y).alpha() > 128]
    assert drawn
    assert all(4 <= x < 20 and 4 <= y < 20 for x, y in drawn)
