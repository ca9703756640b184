"""Draws each kind of chart on a `Plot`; items are made once and filled anew."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPen

from salesdesk.ui.kit import theme
from salesdesk.ui.kit.charts import axes
from salesdesk.ui.kit.charts.plot import Plot, Target
from salesdesk.ui.kit.charts.shapes import Box, Dot, Dots, Symbol, colour, heat, readable_on
from salesdesk.ui.kit.charts.spec import (
    Bars,
    Chart,
    DataPoint,
    Heat,
    Lines,
    Pattern,
    Rates,
    Scale,
)
from salesdesk.ui.kit.formats import Formats

#: Rows of a chart that lies beside or above a table have the table's pitch.
PITCH = 32
#: Of a row's height a bar takes this share.
BAR = 0.6

#: An axis begins this share of its length before zero, or pyqtgraph leaves out the 0.
_HAIR = 0.001

#: How a line is drawn whose series has a pattern.
_STROKES = {
    Pattern.SOLID: Qt.PenStyle.SolidLine,
    Pattern.STRIPES: Qt.PenStyle.DashLine,
    Pattern.CROSSES: Qt.PenStyle.DotLine,
}
_SYMBOLS = tuple(Symbol)


class Drawing:
    """What is drawn on one plot."""

    def __init__(self, plot: Plot) -> None:
        self.plot = plot
        self._dots = Dots()
        self._reference = pg.InfiniteLine(angle=90, movable=False)
        self._curves: list[pg.PlotDataItem] = []
        for item in (self._reference, self._dots):
            plot.add(item)

    def draw(self, chart: Chart, formats: Formats) -> None:
        """Draw a chart in place of what was there."""
        for item in (self._reference, *self._curves):
            item.hide()
        self._dots.show_dots(())
        self.plot.dress()
        if isinstance(chart, Bars):
            self._bars(chart, formats)
        elif isinstance(chart, Rates):
            self._rates(chart, formats)
        elif isinstance(chart, Heat):
            self._heat(chart, formats)
        else:
            self._lines(chart, formats)

    # --- bars -------------------------------------------------------------------------------------

    def _bars(self, chart: Bars, formats: Formats) -> None:
        boxes, targets = [], []
        highest = max((_extent(row, chart.beside) for row in chart.bits), default=0.0)
        for row, bits in enumerate(chart.bits):
            rects = _rects(row, bits, chart)
            for column, (bit, rect) in enumerate(zip(bits, rects, strict=True)):
                if not bit.value:
                    continue
                series = chart.series[column]
                fill = colour(series.colour)
                if row in chart.dim:
                    fill.setAlpha(90)
                boxes.append(Box(rect, fill, series.pattern))
                targets.append(Target(rect, bit, row, column))
            if chart.totals and chart.totals[row]:
                rect = rects[-1]
                for each in rects:
                    rect = rect.united(each)
                ink = "text3" if row in chart.dim else "text"
                boxes.append(_word(rect, chart.totals[row], ink))
        self._place(chart.labels, highest, chart.scale, formats, horizontal=chart.horizontal)
        self._show(boxes, targets, above=not chart.horizontal)

    def _place(
        self,
        labels: tuple[str, ...],
        highest: float,
        scale: Scale,
        formats: Formats,
        *,
        horizontal: bool,
    ) -> None:
        plot = self.plot
        names, figures = ("left", "bottom") if horizontal else ("bottom", "left")
        axes.dress(plot.axis(figures), lines=True)
        axes.values(plot.axis(figures), highest, scale, formats)
        top = axes.top_of(highest, scale)
        plot.view.invertY(horizontal)
        if horizontal:
            axes.labels(plot.axis(names), labels)
            plot.axis("left").setWidth(axes.widest(labels) + theme.px(16))
            plot.view.setXRange(-top * _HAIR, top * 1.12, padding=0)
            plot.view.setYRange(-0.5, max(len(labels), 1) - 0.5, padding=0)
        else:
            every = max(len(labels) * theme.px(56) // max(plot.width() - theme.px(80), 1), 0) + 1
            axes.labels(plot.axis(names), labels, every)
            ends = [axes.written(top, scale, formats)]
            plot.axis("left").setWidth(axes.widest(ends) + theme.px(16))
            plot.view.setYRange(-top * _HAIR, top * 1.12, padding=0)
            plot.view.setXRange(-0.5, max(len(labels), 1) - 0.5, padding=0)

    # --- rates ------------------------------------------------------------------------------------

    def _rates(self, chart: Rates, formats: Formats) -> None:
        known = [(row, rate) for row, rate in enumerate(chart.rates) if rate is not None]
        self._place(chart.labels, 1.0, Scale.SHARE, formats, horizontal=True)
        self.plot.view.setXRange(-_HAIR, 1.04, padding=0)
        if not chart.shows_labels:
            self.plot.axis("left").setWidth(theme.px(16))
            axes.labels(self.plot.axis("left"), ())
        outline = theme.colours().colour["chartOutline"]
        faint, full = colour("textOff"), colour("successful")
        self._dots.show_dots(
            [
                Dot(
                    QPointF(rate.share, row),
                    faint if rate.small else full,
                    ends=(rate.low, rate.high),
                )
                for row, rate in known
            ]
        )
        if chart.reference is not None:
            self._reference.setPen(QPen(outline, 0, Qt.PenStyle.DashLine))
            self._reference.setValue(chart.reference)
            self._reference.show()
        targets = [
            Target(
                QRectF(rate.low, row - 0.3, max(rate.high - rate.low, 0.02), 0.6), rate.bit, row, 0
            )
            for row, rate in known
        ]
        self._show([], targets, above=False)

    # --- heat -------------------------------------------------------------------------------------

    def _heat(self, chart: Heat, formats: Formats) -> None:
        highest = max((bit.value for row in chart.bits for bit in row), default=0.0) or 1.0
        boxes, targets = [], []
        for row, bits in enumerate(chart.bits):
            for column, bit in enumerate(bits):
                rect = QRectF(column - 0.48, row - 0.46, 0.96, 0.92)
                share = bit.value / highest
                fill = heat(share) if bit.value else colour("plain")
                ink = readable_on(fill)
                word = axes.written(bit.value, chart.scale, formats) if bit.value else ""
                boxes.append(Box(rect, fill, edged=False, word=word, inside=True, word_ink=ink))
                targets.append(Target(rect, bit, row, column))
        plot = self.plot
        plot.view.invertY(True)
        axes.labels(plot.axis("left"), chart.rows)
        axes.labels(plot.axis("bottom"), chart.columns)
        plot.axis("left").setWidth(axes.widest(chart.rows) + theme.px(16))
        plot.view.setXRange(-0.5, len(chart.columns) - 0.5, padding=0)
        plot.view.setYRange(-0.5, len(chart.rows) - 0.5, padding=0)
        self._show(boxes, targets, above=False)

    # --- lines ------------------------------------------------------------------------------------

    def _lines(self, chart: Lines, formats: Formats) -> None:
        values = [bit.value for row in chart.bits for bit in row if bit is not None]
        highest = max(values, default=0.0)
        self._place(chart.labels, highest, chart.scale, formats, horizontal=False)
        while len(self._curves) < len(chart.series):
            self._curves.append(pg.PlotDataItem([], []))
            self.plot.add(self._curves[-1])
        reach = axes.top_of(highest, chart.scale) * 0.04
        targets: list[Target] = []
        dots: list[Dot] = []
        for at, (series, bits) in enumerate(zip(chart.series, chart.bits, strict=True)):
            ink = colour(series.colour)
            self._curves[at].setData(
                list(range(len(bits))),
                [float("nan") if bit is None else bit.value for bit in bits],
                connect="finite",
            )
            self._curves[at].setPen(pg.mkPen(ink, width=2, style=_STROKES[series.pattern]))
            dots += [
                Dot(QPointF(x, bit.value), ink, _SYMBOLS[at % len(_SYMBOLS)])
                for x, bit in enumerate(bits)
                if bit is not None and (not chart.ends or x == len(bits) - 1)
            ]
            self._curves[at].show()
            targets += [
                Target(QRectF(x - 0.4, bit.value - reach, 0.8, 2 * reach), bit, at, x)
                for x, bit in enumerate(bits)
                if bit is not None
            ]
        self._dots.show_dots(dots)
        if chart.ends:
            # Room for the last label, which stands under the dot at the end.
            self.plot.view.setXRange(-0.5, len(chart.labels) + 0.5, padding=0)
        self._show([], targets, above=True)

    def _show(self, boxes: list[Box], targets: list[Target], *, above: bool) -> None:
        plot = self.plot
        plot.boxes.show_boxes([box for box in boxes if box.rect.isValid() and box.fill.alpha()])
        plot.words.show_boxes([] if above else boxes)
        plot.words_above.show_boxes(boxes if above else [])
        plot.set_targets(targets)


def _extent(bits: tuple[DataPoint, ...], beside: bool) -> float:
    return max((b.value for b in bits), default=0.0) if beside else sum(b.value for b in bits)


def _rects(row: int, bits: tuple[DataPoint, ...], chart: Bars) -> list[QRectF]:
    """Where the values of a label stand: upon each other, or beside each other."""
    rects, begin = [], 0.0
    share = BAR / len(bits) if chart.beside and bits else BAR
    for at, bit in enumerate(bits):
        across = row - BAR / 2 + (share * at if chart.beside else 0.0)
        if chart.horizontal:
            rects.append(QRectF(begin, across, bit.value, share))
        else:
            rects.append(QRectF(across, begin, share, bit.value))
        begin += 0.0 if chart.beside else bit.value
    return rects


def _word(rect: QRectF, text: str, ink: str) -> Box:
    clear = colour("base")
    clear.setAlpha(0)
    return Box(rect, clear, edged=False, word=text, word_ink=ink)
