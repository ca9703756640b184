"""What saving would do: who would leave, by status, by day and by agent, before it is saved."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from salesdesk.domain.leaving_forecast import Forecast
from salesdesk.services.admin import forecast as forecasts
from salesdesk.services.session import Session
from salesdesk.ui.i18n import fill
from salesdesk.ui.kit import on_demand, theme
from salesdesk.ui.kit.chart_import import ChartImport
from salesdesk.ui.kit.charts.spec import Chart
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.formats import Formats
from salesdesk.ui.kit.forms.cell_table import CellTable, framed
from salesdesk.ui.kit.forms.focus_order import follow_layout
from salesdesk.ui.kit.widgets import Button, ButtonKind, Label, Measured, Pane, Paragraph
from salesdesk.ui.session.context import Context
from salesdesk.ui.settings import texts
from salesdesk.ui.settings.touched_agents import TouchedAgents

if TYPE_CHECKING:
    from salesdesk.ui.kit.charts.view import ChartView

#: A change is counted when the person pauses.
PAUSE_MS = 300
WIDEST, NARROWEST, _ROW = 448, 400, 32


def _read(session: Session, wanted: Mapping[str, str]) -> Forecast:
    """Count; on a worker thread, which imports NumPy for the chart as well."""
    on_demand.import_without_qt()
    return forecasts.forecast(session, wanted)


class EffectPanel(Measured, QScrollArea):
    """The forecast of 30 days, as it is and as it would be.

    Attributes:
        forecast: what was counted last; None: nothing yet, or the change is newer.

    Signals:
        list_wanted(tuple, str): these customers shall be shown, under this title.
        failed(Exception): it could not be counted.
    """

    list_wanted = Signal(object, str)
    failed = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("settings_effect")
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._context = context
        self._wanted: dict[str, str] = {}
        self.forecast: Forecast | None = None
        self._chart: ChartView | None = None
        self._drawn: tuple[Chart, Formats] | None = None
        self._charts = ChartImport(self)
        self._charts.done.connect(self._show_chart)
        self._pause = QTimer(self)
        self._pause.setObjectName("settings_effect_pause")
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self._title = Label(name="effect_title", face=Face.STRONG)
        self.counted = Label(name="effect_counted", ink="text2")
        self.sentence = Paragraph(name="effect_sentence")
        heads = texts.horizon_words()
        self.table = CellTable(
            heads, [0, 36, 56, 56, 56], name="effect_table", accessible=heads[0],
            figures=range(1, 5), whole=range(1, 5),
        )  # fmt: skip
        self.agents = TouchedAgents()
        self.show_touched = Button(name="effect_show_touched", kind=ButtonKind.LINK, icon="users")
        self.show_due = Button(name="effect_show_due", kind=ButtonKind.LINK, icon="users")
        self.show_touched.clicked.connect(self._on_touched)
        self.show_due.clicked.connect(self._on_due)
        self._lay_out()

    def _lay_out(self) -> None:
        body = Pane("base", "left", name="effect_body")
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self.counted)
        self._column = QVBoxLayout(body)
        self._column.addLayout(head)
        for part in (
            self.sentence, framed(self.table), self.agents, self.show_touched, self.show_due,
        ):  # fmt: skip
            self._column.addWidget(part)
        self._column.addStretch(1)
        self.setWidget(body)
        self.measure()

    # --- asking -----------------------------------------------------------------------------------

    def ask(self, wanted: Mapping[str, str], *, at_once: bool = False) -> None:
        """Count what these changes would do, once typing pauses."""
        if dict(wanted) == self._wanted and self.forecast is not None and not at_once:
            return
        self._wanted, self.forecast = dict(wanted), None
        self._title.setText(
            self.tr("If you save this") if wanted else self.tr("As the settings are")
        )
        self.counted.setText(self.tr("counting…"))
        if at_once:
            self._pause.stop()
            self._ask()
        else:
            self._pause.start()

    def _ask(self) -> None:
        work = partial(_read, self._context.session, dict(self._wanted))
        key = ("settings effect", id(self))
        self._context.tasks.query(key, work, self._on_counted, self._on_failed)

    def _on_counted(self, counted: Forecast) -> None:
        self.forecast = counted
        formats, edited = self._context.office.formats, bool(self._wanted)
        at = fill(self.tr("counted {time}"), time=formats.time(counted.counted_at))
        self.counted.setText(at)
        strong, rest = texts.effect(counted, formats, edited=edited)
        self.sentence.set_text(rest, strong)
        self.table.show_rows(texts.effect_rows(counted, formats))
        self.agents.show_agents(*texts.agents_touched(counted, formats))
        self._offer(counted)
        self._drawn = texts.effect_chart(counted, formats, edited=edited), formats
        self._show_chart()

    def _offer(self, counted: Forecast) -> None:
        formats = self._context.office.formats
        touched, due = counted.stay + counted.leave, counted.as_would_be.by(0)
        self.show_touched.setVisible(bool(touched))
        self.show_touched.setText(
            fill(self.tr("Show those touched: {people}"), people=texts.people(touched, formats))
        )
        self.show_due.setVisible(bool(due))
        self.show_due.setText(
            fill(self.tr("Show those of the next run: {people}"), people=texts.people(due, formats))
        )

    def _show_chart(self) -> None:
        """Show it; the first one once charts are imported."""
        if self._drawn is None:
            return
        if not self._charts.is_done:
            self._charts.begin()
            return
        if self._chart is None:
            self._chart = on_demand.chart_view()(name="effect_chart")
            self._column.insertWidget(3, self._chart)
            follow_layout(self)
        self._chart.show_chart(*self._drawn, texts.chart_empty())

    def _on_failed(self, fault: Exception) -> None:
        self.counted.setText(self.tr("not counted"))
        self.failed.emit(fault)

    # --- the lists --------------------------------------------------------------------------------

    def _on_touched(self) -> None:
        work = partial(forecasts.touched, self._context.session, dict(self._wanted))
        self._context.tasks.query(
            ("settings list", id(self)), work, self._on_touched_ids, self._on_not_listed
        )

    def _on_touched_ids(self, ids: tuple[str, ...]) -> None:
        self.list_wanted.emit(ids, self.tr("touched by other limits"))

    def _on_due(self) -> None:
        work = partial(forecasts.due_now, self._context.session, dict(self._wanted))
        self._context.tasks.query(
            ("settings list", id(self)), work, self._on_due_ids, self._on_not_listed
        )

    def _on_due_ids(self, ids: tuple[str, ...]) -> None:
        self.list_wanted.emit(ids, self.tr("of the next run"))

    def _on_not_listed(self, fault: Exception) -> None:
        self.failed.emit(fault)

    def measure(self) -> None:
        side = theme.px(16)
        self._column.setContentsMargins(side, side, side, side)
        self._column.setSpacing(theme.px(12))
        self.table.setFixedHeight(theme.px(_ROW) * 5)
