"""A chart as screens use it: head, plot, and what stands there when there is nothing to draw."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from salesdesk.ui.kit import theme
from salesdesk.ui.kit.charts.drawing import PITCH, Drawing
from salesdesk.ui.kit.charts.head import ChartHead
from salesdesk.ui.kit.charts.plot import Plot
from salesdesk.ui.kit.charts.spec import HEAD, HEIGHT, Bars, Chart, Heat, Rates
from salesdesk.ui.kit.formats import Formats
from salesdesk.ui.kit.widgets import EmptyState, Pane

_AXIS = 32


class ChartView(Pane):
    """One chart.

    Attributes:
        chart: what is shown; None before the first.

    Signals:
        opened(object): a mark shall be opened.
        pointed(int): the row that is pointed at; -1: none.
    """

    opened = Signal(object)
    pointed = Signal(object)

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__("base", name=name, parent=parent)
        self.chart: Chart | None = None
        self._formats: Formats | None = None
        self.head = ChartHead(name=f"{name}_head")
        self.plot = Plot(name=f"{name}_plot", accessible=self.tr("Chart"))
        self._drawing = Drawing(self.plot)
        self._empty = EmptyState("chart-column", "", "", name=f"{name}_empty")
        self._stack = QStackedWidget()
        self._stack.setObjectName(f"{name}_stack")
        self._stack.addWidget(self.plot)
        self._stack.addWidget(self._empty)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._stack, 1)
        self.plot.opened.connect(self.opened)
        self.plot.pointed.connect(self.pointed)
        theme.notifier().changed.connect(self._redraw)

    def show_chart(
        self, chart: Chart, formats: Formats, empty: tuple[str, str], framed: str = ""
    ) -> None:
        """Show a chart.

        Args:
            empty: title and text where there is nothing to draw.
            framed: of which days, people and customers, for its head.
        """
        self.chart, self._formats = chart, formats
        self.head.show_chart(chart, framed)
        self.plot.setAccessibleName(f"{chart.title}, {chart.unit}")
        self._empty.set_words(*empty)
        self._stack.setCurrentWidget(self._empty if chart.is_empty else self.plot)
        self._redraw()

    def _redraw(self) -> None:
        if self.chart is None or self._formats is None:
            return
        self.setFixedHeight(theme.px(_high(self.chart) + HEAD))
        self._drawing.draw(self.chart, self._formats)

    def measure(self) -> None:
        self.head.updateGeometry()


def _high(chart: Chart) -> int:
    """The height of a plot, unscaled: rows have the pitch of a table's."""
    if chart.is_empty:
        return HEIGHT
    if isinstance(chart, Rates) or (isinstance(chart, Bars) and chart.horizontal):
        return max(len(chart.labels), 3) * PITCH + _AXIS
    if isinstance(chart, Heat):
        return len(chart.rows) * PITCH + _AXIS
    return HEIGHT
