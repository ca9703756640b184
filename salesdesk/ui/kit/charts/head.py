"""The line above a chart: title, unit and the legend."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from salesdesk.ui.kit import theme
from salesdesk.ui.kit.charts.shapes import colour, hatch, heat
from salesdesk.ui.kit.charts.spec import Bars, Chart, Heat, Lines, Pattern, Rates, Scale, Series
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.painting import painting
from salesdesk.ui.kit.tips import plain_tip
from salesdesk.ui.kit.widgets import named
from salesdesk.ui.kit.widgets.basics import Measured

_HIGH, _GAP = 32, 16


class ChartHead(Measured, QWidget):
    """Title, unit in the second colour, then a key for each series."""

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, name)
        self._chart: Chart | None = None
        self._framed = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_chart(self, chart: Chart, framed: str = "") -> None:
        """Write the head of this chart.

        Args:
            framed: of which days, people and customers; at the right, where there is room.
        """
        self._chart, self._framed = chart, framed
        told = ", ".join(part for part in (chart.title, chart.unit, framed) if part)
        self.setAccessibleName(told)
        self.setToolTip(plain_tip(framed))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(240), theme.px(_HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        chart = self._chart
        if chart is None:
            return
        painter = QPainter(self)
        left = self._word(painter, 0, chart.title, Face.STRONG, "text")
        if chart.unit:
            left = self._word(painter, left, chart.unit, Face.BODY, "text2")
        if isinstance(chart, Bars | Lines) and len(chart.series) > 1:
            for series in chart.series:
                left = self._series(painter, left + theme.px(4), series)
        elif isinstance(chart, Rates):
            left = self._interval(painter, left, chart)
        elif isinstance(chart, Heat):
            left = self._ramp(painter, left, chart)
        room = self.width() - painting.width(self._framed, Face.BODY)
        if self._framed and left + theme.px(12) < room:
            painting.draw_text(painter, self._framed, Face.BODY, "text3", room, 0, self.height())
        painter.end()

    def _word(self, painter: QPainter, left: int, text: str, face: Face, ink: str) -> int:
        painting.draw_text(painter, text, face, ink, left, 0, self.height())
        return left + painting.width(text, face) + theme.px(12)

    def _series(self, painter: QPainter, left: int, series: Series) -> int:
        side = theme.px(12)
        box = QRect(left, (self.height() - side) // 2, side, side)
        painter.setPen(theme.colours().colour["chartOutline"])
        painter.setBrush(colour(series.colour))
        painter.drawRect(box)
        if series.pattern is not Pattern.SOLID:
            painter.setBrush(hatch(series.pattern))
            painter.drawRect(box)
        return self._word(painter, left + side + theme.px(6), series.name, Face.BODY, "text2")

    def _interval(self, painter: QPainter, left: int, chart: Rates) -> int:
        middle, long, high = self.height() // 2, theme.px(24), theme.px(4)
        painter.setPen(QPen(theme.colours().colour["chartOutline"], 2))
        painter.drawLine(left, middle, left + long, middle)
        for end in (left, left + long):
            painter.drawLine(end, middle - high, end, middle + high)
        painter.setBrush(colour("successful"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(left + long // 2 - high, middle - high, 2 * high, 2 * high)
        said = self.tr("with 95 % confidence interval")
        left = self._word(painter, left + long + theme.px(6), said, Face.BODY, "text2")
        if chart.reference is not None:
            pen = QPen(theme.colours().colour["chartOutline"], 1, Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.drawLine(left + high, middle - 2 * high, left + high, middle + 2 * high)
            after = left + high + theme.px(8)
            left = self._word(painter, after, chart.reference_word, Face.BODY, "text2")
        return left

    def _ramp(self, painter: QPainter, left: int, chart: Heat) -> int:
        """From few to many, or from rarely to often, as the cells are coloured."""
        least, most = self.tr("few"), self.tr("many")
        if chart.scale is Scale.SHARE:
            least, most = self.tr("low"), self.tr("high")
        left = self._word(painter, left, least, Face.BODY, "text2")
        side = theme.px(12)
        painter.setPen(Qt.PenStyle.NoPen)
        for step in range(5):
            painter.setBrush(QBrush(heat((step + 1) / 5)))
            painter.drawRect(left, (self.height() - side) // 2, theme.px(16), side)
            left += theme.px(16)
        return self._word(painter, left + theme.px(8), most, Face.BODY, "text2")
