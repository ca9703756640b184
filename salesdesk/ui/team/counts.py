"""Nobody forgotten: the six states with their counts, and how they moved over 30 days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from salesdesk.domain.states import CustomerState, DailyCounts, StateCounts
from salesdesk.services.lists import states
from salesdesk.services.session import Session
from salesdesk.ui.kit import on_demand, theme
from salesdesk.ui.kit.chart_import import ChartImport
from salesdesk.ui.kit.charts.spec import HEAD, HEIGHT, Chart
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.formats import Formats
from salesdesk.ui.kit.forms.cell_table import CellTable, framed
from salesdesk.ui.kit.widgets import Label, Measured, Pane, named
from salesdesk.ui.team import texts as words

if TYPE_CHECKING:
    from salesdesk.ui.kit.charts.view import ChartView

_ROW, _HEAD = 32, 32
_COUNT = 2

#: More scroll beneath their header.
_DAYS_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Standing:
    """The counts of now and of the days before, read together."""

    counts: StateCounts
    trend: tuple[DailyCounts, ...]


def read(session: Session) -> Standing:
    """Read both; on a worker thread, which imports NumPy for the chart as well."""
    on_demand.import_without_qt()
    return Standing(states.counts(session), states.trend(session))


class TeamCounts(Measured, QScrollArea):
    """The counts, the trend and its figures, one under another.

    Signals:
        opened(CustomerState): the rows of a state shall be shown.
    """

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "team_counts_scroll", self.tr("Customers by state"))
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self._page = Pane("base", name="team_counts_page")
        self._chart: ChartView | None = None
        self._trend: tuple[Chart, Formats] | None = None
        self._place = Pane("base", name="team_trend_place")
        self.summed = Label(name="team_summed", ink="text2")
        self.table = CellTable(
            [
                self.tr("State"), self.tr("Who"), self.tr("Customers"), self.tr("Share"),
                self.tr("30 days"),
            ],
            [176, 0, 96, 80, 96],
            name="team_counts",
            accessible=self.tr("Customers by state"),
            figures=(_COUNT, 3, 4),
        )  # fmt: skip
        self.days = CellTable(
            [
                self.tr("Day"),
                *(words.state_word(state) for state in CustomerState),
                self.tr("All"),
            ],
            [0, 112, 112, 112, 112, 120, 112, 96],
            name="team_days",
            accessible=self.tr("Customers by state and day"),
            figures=range(1, 8),
        )
        self._days_title = Label(name="team_days_title", face=Face.STRONG)
        self._column = QVBoxLayout(self._page)
        for part in (
            *(self.summed, framed(self.table), self._place),
            *(self._days_title, framed(self.days)),
        ):
            self._column.addWidget(part)
        self._column.addStretch(1)
        self.setWidget(self._page)
        self.measure()
        self._charts = ChartImport(self)
        self._charts.done.connect(self._show_trend)
        self.table.opened.connect(self._on_opened)
        self.table.clicked.connect(self._on_clicked)

    def show_standing(self, standing: Standing, formats: Formats) -> None:
        """Show what was read; the current line stays."""
        at = self.table.currentIndex().row()
        self.summed.setText(words.summed(standing.counts, formats))
        self.table.show_rows(words.count_rows(standing.counts, standing.trend, formats))
        self.table.selectRow(max(at, 0))
        self._days_title.setText(words.days_title(standing.trend, formats))
        self.days.show_rows(words.day_rows(standing.trend, formats))
        today = standing.counts.at.astimezone(formats.office).date()
        self._trend = words.trend_chart(standing.trend, _days_until(today), formats), formats
        self._show_trend()
        self.measure()

    def _show_trend(self) -> None:
        """Show it in its place, which stays empty until charts are imported."""
        if self._trend is None:
            return
        if not self._charts.is_done:
            self._charts.begin()
            return
        if self._chart is None:
            self._chart = on_demand.chart_view()(name="team_trend")
            self._column.replaceWidget(self._place, self._chart)
            self._place.hide()
            # It stands between the two tables and was made last.
            QWidget.setTabOrder(self.table, self._chart.plot)
            QWidget.setTabOrder(self._chart.plot, self.days)
        self._chart.show_chart(*self._trend, words.trend_empty())

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.column() == _COUNT:
            self._on_opened()

    def _on_opened(self) -> None:
        row = self.table.current()
        if row is not None and row.id:
            self.opened.emit(CustomerState(row.id))

    def measure(self) -> None:
        side = theme.px(16)
        self._column.setContentsMargins(side, 0, side, side)
        self._column.setSpacing(theme.px(16))
        lines = len(CustomerState) + 1
        self.table.setFixedHeight(theme.px(lines * _ROW + _HEAD))
        self._place.setFixedHeight(theme.px(HEIGHT + HEAD))
        shown = min(max(self.days.cells.rowCount(), 1), _DAYS_SHOWN)
        self.days.setFixedHeight(theme.px(shown * _ROW + _HEAD))


def _days_until(today: date) -> tuple[date, ...]:
    last = states.TREND_DAYS - 1
    return tuple(today - timedelta(days=back) for back in range(last, -1, -1))
