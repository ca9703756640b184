"""What fades, slides and blinks: as the system wants it, or none of it.

The window itself animates nothing. What Qt brings along is meant: menus, tooltips and lists that
fade or unroll, the text cursor, and a bar of progress that runs to and fro.
"""

from __future__ import annotations

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QProgressBar

_KEY = "appearance/reduced_motion"


class _Chosen:
    """The choice in force, and what the system said before it."""

    reduced = False
    effects: bool | None = None
    flash = 0


def is_reduced() -> bool:
    """Whether nothing shall move."""
    return _Chosen.reduced


def choose(app: QApplication, reduced: bool, settings: QSettings) -> None:
    """Let nothing move from now on, or what the system lets move; the next time too."""
    settings.setValue(_KEY, reduced)
    _apply(app, reduced)


def restore(app: QApplication, settings: QSettings) -> None:
    """Take over what was chosen last; without a choice the system's wish counts."""
    _apply(app, settings.value(_KEY, False, bool) is True)


def begin_progress(bar: QProgressBar, total: int = 0) -> None:
    """Let a bar begin; while nobody knows how much there is, it runs to and fro or stands still.

    Args:
        total: 0: nobody knows yet.
    """
    bar.setRange(0, 1 if _Chosen.reduced and not total else total)
    bar.setValue(0)


def _apply(app: QApplication, reduced: bool) -> None:
    if _Chosen.effects is None:
        _Chosen.effects = app.isEffectEnabled(Qt.UIEffect.UI_General)
        _Chosen.flash = app.cursorFlashTime()
    _Chosen.reduced = reduced
    app.setEffectEnabled(Qt.UIEffect.UI_General, _Chosen.effects and not reduced)
    app.setCursorFlashTime(0 if reduced else _Chosen.flash)
