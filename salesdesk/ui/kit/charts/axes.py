"""The axes of a chart: a few round values in the region's figures, or the labels themselves."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt

from salesdesk.ui.kit import fonts, theme
from salesdesk.ui.kit.charts.spec import Scale
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.formats import Formats
from salesdesk.ui.kit.painting import painting

#: A label of an axis is cut at this width.
LABEL_AT_MOST = 176

_OVER = 24


class Axis(pg.AxisItem):
    """An axis whose first and last figure may stand over its ends.

    pyqtgraph leaves them out where lines run through the chart.
    """

    def __init__(self, side: str, parent: pg.GraphicsWidget) -> None:
        super().__init__(side, parent=parent)

    def _updateLabel(self) -> None:
        # What the axis is of says the head of the chart: its label, which is never shown, need
        # not be laid out anew with every colour.
        self.picture = None
        self.update()

    def boundingRect(self) -> QRectF:
        rect: QRectF = super().boundingRect()
        return rect.adjusted(-_OVER, -_OVER, _OVER, _OVER)


def written(value: float, scale: Scale, formats: Formats) -> str:
    """A value as an axis or a cell writes it."""
    if scale is Scale.SHARE:
        return formats.percent(value)
    if scale is Scale.MONEY:
        return formats.money(round(value))
    return formats.number(round(value))


def top_of(highest: float, scale: Scale) -> float:
    """The end of an axis that begins at zero: a round value above the highest."""
    if scale is Scale.SHARE:
        return 1.0
    return max(step_of(highest) * math.ceil(highest / step_of(highest)), 1.0)


def step_of(highest: float) -> float:
    """The distance of the lines of an axis: 1, 2 or 5 times a power of ten, about four of them."""
    if highest <= 4:
        return 1.0
    rough = highest / 4
    power = 10.0 ** math.floor(math.log10(rough))
    return next(power * factor for factor in (1, 2, 5, 10) if power * factor >= rough)


def values(axis: pg.AxisItem, highest: float, scale: Scale, formats: Formats) -> None:
    """Write the values from zero to the end."""
    end = top_of(highest, scale)
    step = 0.25 if scale is Scale.SHARE else step_of(highest)
    marks = [step * at for at in range(round(end / step) + 1)]
    axis.setTicks([[(mark, written(mark, scale, formats)) for mark in marks]])


def labels(axis: pg.AxisItem, words: Sequence[str], every: int = 1) -> None:
    """Write the labels, or each so-manieth where they stand too close."""
    room = theme.px(LABEL_AT_MOST)
    # In the middle: people of one name, and one person's methods, differ at the end.
    cut = Qt.TextElideMode.ElideMiddle
    shown = [(at, painting.elided(word, Face.BODY, room, cut)) for at, word in enumerate(words)]
    axis.setTicks([[each for each in shown if each[0] % every == 0]])


def widest(words: Sequence[str]) -> int:
    """The width that labels at the left need."""
    room = theme.px(LABEL_AT_MOST)
    return min(max((painting.width(word, Face.BODY) for word in words), default=0), room)


def dress(axis: pg.AxisItem, *, lines: bool) -> None:
    """Give an axis the theme's colours and font; `lines` run through the chart."""
    colours = theme.colours()
    axis.setStyle(
        tickFont=fonts.font(Face.BODY),
        tickLength=0,
        autoExpandTextSpace=False,
        tickTextOffset=8,
        hideOverlappingLabels=False,
    )
    axis.setZValue(-1)
    axis.setTextPen(colours.colour["text2"])
    axis.setPen(colours.colour["control"] if not lines else colours.colour["border"])
    axis.setTickPen(colours.colour["border"])
    axis.setGrid(255 if lines else False)
