"""The sections of one tab, one under another: charts with the table of the same figures."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from salesdesk.domain.reports.drill_down import DrillDown
from salesdesk.ui.activity.section import FigureRow, Pick, Section
from salesdesk.ui.activity.sorting import Order, followed, order_of
from salesdesk.ui.activity.sums import SumLines
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.charts.plot import Target
from salesdesk.ui.kit.charts.spec import Chart, Lines
from salesdesk.ui.kit.charts.view import ChartView
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.formats import Formats
from salesdesk.ui.kit.forms.cell_table import CellRow, CellTable, framed
from salesdesk.ui.kit.painting import painting
from salesdesk.ui.kit.widgets import Label, Pane, named

_ROW, _HEAD, _MOST = 32, 32, 12
#: The least width of a column of figures, unscaled; of tables with many of them the narrow one.
_WIDE, _NARROW, _MANY = 136, 72, 7
_ARROW = 36


class _PickBox(QComboBox):
    """A choice above a chart; the wheel scrolls the page and changes nothing by the way."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class SectionView(Pane):
    """A chart, perhaps a second one over the same rows, and their table.

    Signals:
        opened(Mark, str): this mark shall be opened; with its words.
        picked(str, str): another option of a choice above the chart: its key, and the option's.
        menu_requested(SectionView, QPoint): its context menu shall open.
    """

    opened = Signal(object, str)
    picked = Signal(str, str)
    menu_requested = Signal(object, QPoint)

    def __init__(self, section: Section, parent: QWidget | None = None) -> None:
        name = f"activity_{section.key}"
        super().__init__("base", name=name, parent=parent)
        self._assigned = self._section = section
        self._formats: Formats | None = None
        self._framed = ""
        self._order = Order(section.highest, True) if section.highest is not None else None
        self._places: list[int] = []
        self._follows = False
        self.chart = ChartView(name=f"{name}_chart")
        self.beside: ChartView | None = None
        self.picks: dict[str, QComboBox] = {}
        self._side = QHBoxLayout()
        self._side.setSpacing(theme.px(24))
        self._side.addWidget(self.chart, 1)
        if section.beside is not None:
            self.beside = ChartView(name=f"{name}_beside")
            self._side.addWidget(self.beside, 1)
        self.table = self._made_table(section, name)
        self.sums = SumLines(self.table)
        self.lines_frame = framed(self.table, self.sums)
        self.note = Label(name=f"{name}_note", ink="text2", cut=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        if section.picks:
            column.addLayout(self._made_picks(section.picks, name))
        column.addLayout(self._side)
        column.addWidget(self.note)
        column.addWidget(self.lines_frame)
        self._connect()

    def _made_table(self, section: Section, name: str) -> CellTable:
        table = CellTable(
            section.heads, _widths(section), name=f"{name}_table", accessible=section.chart.title,
            figures=range(1, len(section.heads)),
        )  # fmt: skip
        table.head.setSectionsClickable(True)
        by = section.highest if section.highest is not None else -1
        table.head.setSortIndicator(by, Qt.SortOrder.DescendingOrder)
        table.head.setSortIndicatorShown(True)
        return table

    def _made_picks(self, picks: tuple[Pick, ...], name: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        for pick in picks:
            row.addWidget(Label(pick.word, name=f"{name}_{pick.key}_word", ink="text2"))
            combo = _PickBox()
            named(combo, pick.key, pick.word)
            combo.setMinimumWidth(theme.px(240))
            combo.activated.connect(partial(self._on_pick, pick.key))
            self.picks[pick.key] = combo
            row.addWidget(combo)
        row.addStretch(1)
        return row

    def _connect(self) -> None:
        for view in self.charts:
            view.opened.connect(self._on_mark)
            view.pointed.connect(partial(self._on_pointed, view))
        self.table.opened.connect(self._on_row)
        self.table.selectionModel().currentRowChanged.connect(self._on_selected)
        self.table.head.sortIndicatorChanged.connect(self._on_sorted)

    @property
    def charts(self) -> list[ChartView]:
        """Its one or two charts."""
        return [view for view in (self.chart, self.beside) if view is not None]

    @property
    def section(self) -> Section:
        """What is shown, in the order in which it is shown."""
        return self._section

    @property
    def lines(self) -> tuple[FigureRow, ...]:
        """The lines of the table, in its order."""
        return tuple(self._section.rows[at] for at in self._places)

    def show_section(self, section: Section, formats: Formats, framed: str) -> None:
        """Show the figures of a section of the same key; the order of its lines stays.

        Args:
            framed: of which days, people and customers.
        """
        self._framed = framed
        if section.heads != self._assigned.heads:
            self.table.show_heads(section.heads, _widths(section), range(1, len(section.heads)))
        self._assigned, self._formats = section, formats
        for pick in section.picks:
            self._show_pick(pick)
        self._show()

    def _show_pick(self, pick: Pick) -> None:
        combo = self.picks[pick.key]
        with QSignalBlocker(combo):
            combo.clear()
            for key, word in pick.options:
                combo.addItem(word, key)
            combo.setCurrentIndex(combo.findData(pick.chosen))

    def _show(self) -> None:
        if self._formats is None:
            return
        self._places = order_of(self._assigned.rows, self._order)
        section = self._section = followed(self._assigned, self._places)
        for view, chart in zip(self.charts, (section.chart, section.beside), strict=False):
            if chart is not None:
                view.show_chart(chart, self._formats, section.empty, self._framed)
        self.note.setText(section.note)
        self.note.setVisible(bool(section.note))
        tip = self.tr("Enter opens these rows")
        current = self.table.current()
        self.table.show_rows(
            [
                CellRow(str(row.values[0]), row.cells, tip if row.mark is not None else "")
                for row in self.lines
            ]
        )
        self._measure()
        if current is not None:
            self._select(current.id)

    def _measure(self) -> None:
        """Of many lines some are in sight, the sums always."""
        fixed = {at for at, row in enumerate(self.lines) if row.fixed}
        pinned = fixed if len(self.lines) > _MOST else set()
        self.sums.pin(pinned)
        shown = min(max(len(self.lines) - len(pinned), 1), _MOST)
        self.table.setFixedHeight(theme.px(shown * _ROW + _HEAD))

    def find_line(self, text: str) -> bool:
        """Make the first line current whose name holds the text; False where there is none."""
        wanted = text.casefold()
        names = {at: str(row.values[0]) for at, row in enumerate(self.lines) if not row.fixed}
        found = next((at for at, name in names.items() if wanted in name.casefold()), None)
        if found is None:
            self.table.selectionModel().clear()
            for view in self.charts:
                view.plot.point(-1)
            return False
        self.table.selectRow(found)
        return True

    def _select(self, name: str) -> None:
        names = [str(row.values[0]) for row in self.lines]
        if name in names:
            self.table.selectRow(names.index(name))

    def sort(self, order: Order | None) -> None:
        """Show the lines in another order; None: as they come."""
        self._order = order
        way = Qt.SortOrder.DescendingOrder
        if order is not None and not order.descending:
            way = Qt.SortOrder.AscendingOrder
        with QSignalBlocker(self.table.head):
            self.table.head.setSortIndicator(order.column if order is not None else -1, way)
        self._show()

    def _on_sorted(self, column: int, way: Qt.SortOrder) -> None:
        self.sort(Order(column, way == Qt.SortOrder.DescendingOrder) if column >= 0 else None)

    def _on_pick(self, key: str, at: int) -> None:
        self.picked.emit(key, str(self.picks[key].itemData(at)))

    # --- chart and table share the selection ------------------------------------------------------

    def _on_pointed(self, view: ChartView, _row: int) -> None:
        target = view.plot.current
        if target is None or self._follows:
            return
        self._follows = True
        row = self._line_of(view.chart, target)
        if row >= 0:
            self.table.selectRow(row)
        self._follows = False

    def _on_selected(self, now: QModelIndex) -> None:
        if self._follows or not now.isValid():
            return
        self._follows = True
        for view in self.charts:
            hits = (
                at
                for at, target in enumerate(view.plot.targets)
                if self._line_of(view.chart, target) == now.row()
            )
            view.plot.point(next(hits, -1))
        self._follows = False

    def _line_of(self, chart: Chart | None, target: Target) -> int:
        """The line of the table that stands for an element; -1: none does."""
        mark = target.bit.mark
        opening = (at for at, row in enumerate(self.lines) if mark is not None and row.mark == mark)
        found = next(opening, -1)
        if found >= 0 or chart is None or not hasattr(chart, "labels"):
            return found
        label = chart.labels[target.column if isinstance(chart, Lines) else target.row]
        names = (at for at, row in enumerate(self.lines) if row.values[0] == label)
        return next(names, -1)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_requested.emit(self, event.globalPos())

    # --- opening ----------------------------------------------------------------------------------

    def _on_mark(self, mark: DrillDown) -> None:
        targets = [view.plot.current for view in self.charts]
        name = next(
            (one.bit.tip for one in targets if one is not None and one.bit.mark == mark), ""
        )
        self.opened.emit(mark, name or self._section.chart.title)

    def _on_row(self, index: QModelIndex) -> None:
        row = self.lines[index.row()]
        mark = row.opens(index.column())
        if mark is None:
            return
        column, words = row.named(mark), [str(row.values[0])]
        if column:
            words.append(self._section.heads[column])
        self.opened.emit(mark, f"{self._section.chart.title}: {', '.join(words)}")


def _widths(section: Section) -> tuple[int, ...]:
    """Of the columns, unscaled: room for the word over it and the arrow of the order."""
    least = _WIDE if len(section.heads) <= _MANY else _NARROW
    one = theme.px(100) / 100
    words = (round(painting.width(head, Face.MEDIUM) / one) for head in section.heads[1:])
    return (0, *(max(least, word + _ARROW) for word in words))


class ActivityPage(QScrollArea):
    """All sections of a tab; made once, filled anew.

    Signals:
        opened(Mark, str): this mark shall be opened; with its words.
        picked(str, str): another option of a choice above a chart.
        menu_requested(SectionView, QPoint): the context menu of a section shall open.
    """

    opened = Signal(object, str)
    picked = Signal(str, str)
    menu_requested = Signal(object, QPoint)

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

    def show_sections(
        self, sections: tuple[Section, ...], formats: Formats, framed: str, framed_now: str
    ) -> None:
        """Show these; places and what is pointed at stay.

        Args:
            framed, framed_now: of which days, people and customers the figures are; those as
                things stand now.
        """
        for section in sections:
            view = self.views.get(section.key)
            if view is None:
                view = self.views[section.key] = SectionView(section)
                view.opened.connect(self.opened)
                view.picked.connect(self.picked)
                view.menu_requested.connect(self.menu_requested)
                self._column.addWidget(view)
            view.show_section(section, formats, framed_now if section.of_now else framed)
        shown = {section.key for section in sections}
        for key, view in self.views.items():
            view.setVisible(key in shown)

    def find_lines(self, text: str) -> SectionView | None:
        """Make lines of this name current in all tables, and show the first; None: no line."""
        found = [view for view in self._shown() if view.find_line(text)]
        if not found:
            return None
        self.ensureWidgetVisible(found[0].lines_frame)
        return found[0]

    def _shown(self) -> list[SectionView]:
        return [view for view in self.views.values() if not view.isHidden()]

    def current(self) -> SectionView | None:
        """The section with the focus, else the first that can be seen."""
        shown = self._shown()
        focused = (view for view in shown if view.isAncestorOf(self.window().focusWidget() or self))
        top = self.verticalScrollBar().value()
        seen = (view for view in shown if view.geometry().bottom() > top)
        return next(focused, None) or next(seen, None)
