"""The sections of one tab, one under another: charts with the table of the same figures."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from salesdesk.domain.reports.marks import Mark
from salesdesk.ui import theme
from salesdesk.ui.charts.view import ChartView
from salesdesk.ui.dialogs.cell_table import CellRow, CellTable, framed
from salesdesk.ui.formats import Formats
from salesdesk.ui.screens.activity_sections import Section
from salesdesk.ui.widgets import Label, Pane

_ROW, _HEAD, _MOST = 32, 32, 12
_FIGURE = 136


class SectionView(Pane):
    """A chart, perhaps a second one over the same rows, and their table.

    Signals:
        opened(Mark, str): this mark shall be opened; with its words.
    """

    opened = Signal(object, str)

    def __init__(self, section: Section, parent: QWidget | None = None) -> None:
        name = f"activity_{section.key}"
        super().__init__("base", name=name, parent=parent)
        self._section = section
        self.chart = ChartView(name=f"{name}_chart")
        self.beside: ChartView | None = None
        charts = QHBoxLayout()
        charts.setSpacing(theme.px(24))
        charts.addWidget(self.chart, 1)
        if section.beside is not None:
            self.beside = ChartView(name=f"{name}_beside")
            charts.addWidget(self.beside, 1)
        columns = len(section.heads)
        self.table = CellTable(
            section.heads, (0, *(_FIGURE for _ in range(columns - 1))),
            name=f"{name}_table", accessible=section.chart.title, figures=range(1, columns),
        )  # fmt: skip
        self.note = Label(name=f"{name}_note", ink="text2", cut=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addLayout(charts)
        column.addWidget(self.note)
        column.addWidget(framed(self.table))
        for view in (self.chart, self.beside):
            if view is not None:
                view.opened.connect(self._on_mark)
                view.pointed.connect(self._on_pointed)
        self.table.opened.connect(self._on_row)

    def show_section(self, section: Section, formats: Formats) -> None:
        """Show the figures of a section of the same key."""
        self._section = section
        self.chart.show_chart(section.chart, formats, section.empty)
        if self.beside is not None and section.beside is not None:
            self.beside.show_chart(section.beside, formats, section.empty)
        self.note.setText(section.note)
        self.note.setVisible(bool(section.note))
        tip = self.tr("Enter opens these rows")
        self.table.show_rows(
            [
                CellRow(str(at), row.cells, tip if row.mark is not None else "")
                for at, row in enumerate(section.rows)
            ]
        )
        shown = min(max(len(section.rows), 1), _MOST)
        self.table.setFixedHeight(theme.px(shown * _ROW + _HEAD))

    def _on_mark(self, mark: Mark) -> None:
        views = (self.chart, self.beside)
        targets = [view.plot.current for view in views if view is not None]
        name = next(
            (one.bit.tip for one in targets if one is not None and one.bit.mark == mark), ""
        )
        self.opened.emit(mark, name or self._section.chart.title)

    def _on_pointed(self, row: int) -> None:
        if 0 <= row < self.table.cells.rowCount():
            self.table.selectRow(row)

    def _on_row(self, index: QModelIndex) -> None:
        row = self._section.rows[index.row()]
        if row.mark is not None:
            self.opened.emit(row.mark, f"{self._section.chart.title}: {row.cells[0].text}")


class ActivityPage(QScrollArea):
    """All sections of a tab; made once, filled anew.

    Signals:
        opened(Mark, str): this mark shall be opened; with its words.
    """

    opened = Signal(object, str)

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"activity_{key}_scroll")
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self._page = Pane("base", name=f"activity_{key}_page")
        self._column = QVBoxLayout(self._page)
        side = theme.px(24)
        self._column.setContentsMargins(side, theme.px(16), side, side)
        self._column.setSpacing(theme.px(32))
        self.views: dict[str, SectionView] = {}
        self.setWidget(self._page)

    def show_sections(self, sections: tuple[Section, ...], formats: Formats) -> None:
        """Show these; places and what is pointed at stay."""
        for section in sections:
            view = self.views.get(section.key)
            if view is None:
                view = self.views[section.key] = SectionView(section)
                view.opened.connect(self.opened)
                self._column.addWidget(view)
            view.show_section(section, formats)
