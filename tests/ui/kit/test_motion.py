"""Reduced motion: nothing of Qt's fades, slides or blinks, and the window animates nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QProgressBar

from salesdesk import ui
from salesdesk.ui.kit import motion

ALL = Qt.UIEffect.UI_General
EFFECTS = (
    Qt.UIEffect.UI_AnimateMenu, Qt.UIEffect.UI_FadeMenu, Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip, Qt.UIEffect.UI_FadeTooltip, Qt.UIEffect.UI_AnimateToolBox,
)  # fmt: skip


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    """What one computer keeps."""
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def moving(themed: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[QApplication]:
    """A system on which all of it moves."""
    before, flash = themed.isEffectEnabled(ALL), themed.cursorFlashTime()
    for each in (ALL, *EFFECTS):
        themed.setEffectEnabled(each, True)
    themed.setCursorFlashTime(1000)
    monkeypatch.setattr(motion._Chosen, "effects", None)
    monkeypatch.setattr(motion._Chosen, "reduced", False)
    yield themed
    themed.setEffectEnabled(ALL, before)
    themed.setCursorFlashTime(flash)


def _moves(app: QApplication) -> list[bool]:
    return [app.isEffectEnabled(each) for each in EFFECTS]


def test_nothing_moves_where_that_was_chosen(moving: QApplication, settings: QSettings) -> None:
    motion.restore(moving, settings)
    assert (_moves(moving), moving.cursorFlashTime()) == ([True] * 6, 1000)
    motion.choose(moving, True, settings)
    assert (_moves(moving), moving.cursorFlashTime()) == ([False] * 6, 0)
    motion.restore(moving, settings)
    assert motion.is_reduced()
    assert (_moves(moving), moving.cursorFlashTime()) == ([False] * 6, 0)
    motion.choose(moving, False, settings)
    assert (_moves(moving), moving.cursorFlashTime()) == ([True] * 6, 1000)


def test_what_the_system_turned_off_stays_off(moving: QApplication, settings: QSettings) -> None:
    moving.setEffectEnabled(Qt.UIEffect.UI_FadeTooltip, False)
    motion.restore(moving, settings)
    motion.choose(moving, True, settings)
    motion.choose(moving, False, settings)
    assert not moving.isEffectEnabled(Qt.UIEffect.UI_FadeTooltip)
    assert moving.isEffectEnabled(Qt.UIEffect.UI_AnimateMenu)


@pytest.mark.parametrize(("reduced", "most"), [(False, 0), (True, 1)])
def test_a_bar_without_an_end_stands_still(
    moving: QApplication, settings: QSettings, reduced: bool, most: int
) -> None:
    motion.choose(moving, reduced, settings)
    bar = QProgressBar()
    motion.begin_progress(bar)
    assert bar.maximum() == most
    motion.begin_progress(bar, 12)
    assert (bar.maximum(), bar.value()) == (12, 0)


def test_the_window_animates_nothing() -> None:
    """A new animation belongs where the choice is asked."""
    moves = re.compile(
        r"\b(QPropertyAnimation|QVariantAnimation|QTimeLine|QGraphicsOpacityEffect|QMovie|"
        r"QScroller|setAnimated|[bB]ar\.setRange\(0, 0\))"
    )
    kept = Path(motion.__file__)
    found = [
        file.name
        for file in Path(ui.__file__).parent.rglob("*.py")
        if file != kept and moves.search(file.read_text(encoding="utf-8"))
    ]
    assert found == []
