"""The faces of SalesDesk: Inter, bundled; two sizes, three weights, tabular figures."""

from __future__ import annotations

from enum import Enum

from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics

from salesdesk.ui.kit import resources

#: Inter under a name of its own; resources/fonts/NOTICE.md says why.
FAMILY = "SalesDesk Inter"
FILES = ("Inter-Regular.ttf", "Inter-Medium.ttf", "Inter-SemiBold.ttf")
FALLBACKS = ("Inter", "Noto Sans", "Noto Sans CJK SC", "sans-serif")


class Face(Enum):
    """What a text is, as (pixel size at 100 %, weight)."""

    BODY = (13, QFont.Weight.Normal)
    MEDIUM = (13, QFont.Weight.Medium)
    STRONG = (13, QFont.Weight.DemiBold)
    TITLE = (18, QFont.Weight.DemiBold)


LINE = {Face.BODY: 20, Face.MEDIUM: 20, Face.STRONG: 20, Face.TITLE: 24}

_fonts: dict[Face, QFont] = {}
_metrics: dict[Face, QFontMetrics] = {}
_loaded: list[int] = []


def load() -> bool:
    """Make the bundled faces known to Qt, once; False where a file could not be read.

    Without them the fallbacks serve, so a failure is no reason to stop.
    """
    if not _loaded:
        _loaded.extend(
            QFontDatabase.addApplicationFont(str(resources.path("fonts", name))) for name in FILES
        )
    return -1 not in _loaded


def make(scale: int) -> None:
    """Make the faces anew for a scale in per cent; the theme calls it."""
    _metrics.clear()
    for face in Face:
        size, weight = face.value
        made = QFont([FAMILY, *FALLBACKS])
        made.setPixelSize(round(size * scale / 100))
        made.setWeight(weight)
        made.setFeature(QFont.Tag("tnum"), 1)
        made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        _fonts[face] = made


def font(face: Face = Face.BODY) -> QFont:
    """The ready font of a face at the present scale."""
    if not _fonts:
        make(100)
    return _fonts[face]


def metrics(face: Face = Face.BODY) -> QFontMetrics:
    """The ready metrics of a face at the present scale."""
    found = _metrics.get(face)
    if found is None:
        found = _metrics[face] = QFontMetrics(font(face))
    return found
