"""Boxes of a chart, painted in whole pixels: sharp edges, and patterns that keep their size."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF, QTransform
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from salesdesk.ui.kit import fonts, theme
from salesdesk.ui.kit.charts.spec import Pattern
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.tokens import CHART

_STYLES = {
    Pattern.STRIPES: Qt.BrushStyle.BDiagPattern,
    Pattern.CROSSES: Qt.BrushStyle.DiagCrossPattern,
}


def colour(name: str) -> QColor:
    """A colour of one's own, by its name in `tokens.CHART` or by a token's."""
    return QColor(CHART[name] if name in CHART else theme.colours().colour[name])


def hatch(pattern: Pattern) -> QBrush:
    """The brush of a pattern, to be laid over a colour."""
    return QBrush(theme.colours().colour["chartOutline"], _STYLES[pattern])


def heat(share: float) -> QColor:
    """The colour of a cell by its share of the highest: the higher, the further from the ground."""
    place = share if theme.colours().dark else 1 - share
    found: QColor = pg.colormap.get("cividis").map(place, mode="qcolor")
    return found


def readable_on(ground: QColor) -> str:
    """The dark or the light ink, whichever stands out more (WCAG relative luminance)."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(p) for p in (ground.redF(), ground.greenF(), ground.blueF()))
    return "#1A2226" if 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 else "#FFFFFF"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in the chart's own values.

    Attributes:
        word: stands after its right end or above it; in the middle where it is `inside`.
    """

    rect: QRectF
    fill: QColor
    pattern: Pattern = Pattern.SOLID
    edged: bool = True
    word: str = ""
    inside: bool = False
    word_ink: str = "text"


class _InPixels(pg.GraphicsObject):
    """Something that is placed in the chart's values and drawn in pixels."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        placed = painter.transform()
        painter.save()
        painter.resetTransform()
        self.draw(painter, placed)
        painter.restore()

    def draw(self, painter: QPainter, placed: QTransform) -> None:
        """Draw in pixels; `placed` tells where the chart's values lie."""
        raise NotImplementedError


class Boxes(_InPixels):
    """Rectangles; all are replaced at once."""

    def __init__(self) -> None:
        super().__init__()
        self._boxes: tuple[Box, ...] = ()

    def show_boxes(self, boxes: Sequence[Box]) -> None:
        """Show these."""
        self.prepareGeometryChange()
        self._boxes = tuple(boxes)
        self.update()

    def boundingRect(self) -> QRectF:
        whole = QRectF()
        for box in self._boxes:
            whole = whole.united(box.rect)
        return whole

    def viewRangeChanged(self) -> None:
        self.update()

    def draw(self, painter: QPainter, placed: QTransform) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        edge = theme.colours().colour["chartOutline"]
        for box in self._boxes:
            there = placed.mapRect(box.rect).toRect()
            painter.setPen(edge if box.edged else Qt.PenStyle.NoPen)
            painter.setBrush(box.fill)
            painter.drawRect(there)
            if box.pattern is not Pattern.SOLID:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(hatch(box.pattern))
                painter.drawRect(there)


class Symbol(Enum):
    """What tells the points of two lines apart besides their colours."""

    CIRCLE = "circle"
    SQUARE = "square"
    TRIANGLE = "triangle"
    DIAMOND = "diamond"


@dataclass(frozen=True, slots=True)
class Dot:
    """A point, with a whisker along the horizontal where its ends are given."""

    place: QPointF
    fill: QColor
    symbol: Symbol = Symbol.CIRCLE
    ends: tuple[float, float] | None = None


class _Everywhere(_InPixels):
    """Something that may be painted anywhere in the chart."""

    def boundingRect(self) -> QRectF:
        view = self.getViewBox()
        return QRectF(view.viewRect()) if view is not None else QRectF()

    def viewRangeChanged(self) -> None:
        self.prepareGeometryChange()
        self.update()


class Dots(_Everywhere):
    """Points of one size in pixels, whatever the scale; all are replaced at once."""

    def __init__(self) -> None:
        super().__init__()
        self._dots: tuple[Dot, ...] = ()
        self.setZValue(8)

    def show_dots(self, dots: Sequence[Dot]) -> None:
        """Show these."""
        self.prepareGeometryChange()
        self._dots = tuple(dots)
        self.update()

    def draw(self, painter: QPainter, placed: QTransform) -> None:
        edge = theme.colours().colour["chartOutline"]
        for dot in self._dots:
            at = placed.map(dot.place)
            if dot.ends is not None:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
                painter.setPen(QPen(edge, 2))
                _draw_whisker(painter, placed, dot)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
            painter.setPen(QPen(edge, 1))
            painter.setBrush(dot.fill)
            _draw_symbol(painter, at, dot.symbol)


def _draw_whisker(painter: QPainter, placed: QTransform, dot: Dot) -> None:
    low, high = (placed.map(QPointF(end, dot.place.y())) for end in dot.ends or ())
    beam = theme.px(5)
    painter.drawLine(low, high)
    for end in (low, high):
        painter.drawLine(QPointF(end.x(), end.y() - beam), QPointF(end.x(), end.y() + beam))


def _draw_symbol(painter: QPainter, at: QPointF, symbol: Symbol) -> None:
    size = theme.px(4) + 0.5
    if symbol is Symbol.CIRCLE:
        painter.drawEllipse(at, size, size)
        return
    corners = {
        Symbol.SQUARE: ((-1, -1), (1, -1), (1, 1), (-1, 1)),
        Symbol.TRIANGLE: ((0, -1.2), (1.2, 1), (-1.2, 1)),
        Symbol.DIAMOND: ((0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)),
    }[symbol]
    painter.drawPolygon(QPolygonF([at + QPointF(x * size, y * size) for x, y in corners]))


class Words(_Everywhere):
    """The words of boxes, above everything else of the chart."""

    def __init__(self, *, above: bool) -> None:
        super().__init__()
        self._above = above
        self._boxes: tuple[Box, ...] = ()
        self.setZValue(10)

    def show_boxes(self, boxes: Sequence[Box]) -> None:
        """Show the words of these."""
        self.prepareGeometryChange()
        self._boxes = tuple(box for box in boxes if box.word)
        self.update()

    def draw(self, painter: QPainter, placed: QTransform) -> None:
        painter.setFont(fonts.font(Face.MEDIUM))
        high = theme.px(20)
        for box in self._boxes:
            there = placed.mapRect(box.rect)
            painter.setPen(theme.colours().colour.get(box.word_ink, QColor(box.word_ink)))
            if box.inside:
                painter.drawText(there, Qt.AlignmentFlag.AlignCenter, box.word)
            elif self._above:
                room = QRectF(there.center().x() - 60, there.top() - high, 120, high)
                painter.drawText(room, Qt.AlignmentFlag.AlignCenter, box.word)
            else:
                room = QRectF(there.right() + theme.px(8), there.center().y() - 10, 200, high)
                painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, box.word)
