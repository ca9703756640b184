"""A small table of ready cells, for the lists within dialogs (at most a few thousand rows)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QHeaderView, QVBoxLayout, QWidget

from salesdesk.ui.kit import theme
from salesdesk.ui.kit.painting.cells import Cell, ChipCell, DaysCell, TextCell
from salesdesk.ui.kit.painting.roles import Role
from salesdesk.ui.kit.painting.rows import cell_width
from salesdesk.ui.kit.tips import plain_tip
from salesdesk.ui.kit.widgets import Pane, RowTable

Index = QModelIndex | QPersistentModelIndex

#: Left and right of a cell's content together.
_SIDES = 16


@dataclass(frozen=True, slots=True)
class CellRow:
    """One line: an id and its ready cells; `tip` is shown for all of it."""

    id: str
    cells: tuple[Cell, ...]
    tip: str = ""


def words_of(cell: Cell) -> str:
    """What a cell says."""
    if isinstance(cell, TextCell | ChipCell):
        return cell.text
    return cell.days.text if isinstance(cell, DaysCell) else ""


class CellModel(QAbstractTableModel):
    """Rows that are there from the start; `show_rows` replaces them all."""

    def __init__(
        self,
        headers: Sequence[str],
        figures: Iterable[int] = (),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._headers = tuple(headers)
        self._figures = frozenset(figures)
        self._rows: tuple[CellRow, ...] = ()

    def show_rows(self, rows: Sequence[CellRow]) -> None:
        """Show these."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def show_heads(self, headers: Sequence[str], figures: Iterable[int]) -> None:
        """Show other columns, without any line."""
        self.beginResetModel()
        self._headers = tuple(headers)
        self._figures = frozenset(figures)
        self._rows = ()
        self.endResetModel()

    def row_at(self, row: int) -> CellRow | None:
        """The line at a row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def rowCount(self, parent: Index | None = None) -> int:
        """How many lines."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """How many columns."""
        return 0 if parent is not None and parent.isValid() else len(self._headers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell, its words, or the id of its line."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Role.CELL:
            return row.cells[index.column()]
        if role == Role.ID:
            return row.id
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return words_of(row.cells[index.column()])
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(row.tip or words_of(row.cells[index.column()]))
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """The word over a column."""
        along = orientation == Qt.Orientation.Horizontal
        if along and role == Qt.ItemDataRole.DisplayRole and section < len(self._headers):
            return self._headers[section]
        if along and role == Qt.ItemDataRole.TextAlignmentRole and section in self._figures:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None


class CellTable(RowTable):
    """A RowTable over a CellModel, whose columns share the width.

    Args:
        widths: of the columns, unscaled; 0 takes what is left.
        figures: the columns of figures, whose words stand at the right like these.
        whole: the columns that are never cut: they are as wide as their longest cell and head
            where that is more than their width.
    """

    #: For which the columns are as wide as they are; 0: there are none yet.
    _scale = 0

    def __init__(
        self,
        headers: Sequence[str],
        widths: Sequence[int],
        *,
        name: str,
        accessible: str,
        figures: Iterable[int] = (),
        whole: Iterable[int] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name=name, accessible=accessible, first_margin=8, parent=parent)
        self.cells = CellModel(headers, figures, self)
        self.setModel(self.cells)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(RowTable.SelectionMode.SingleSelection)
        head = self.horizontalHeader()
        head.setSectionsClickable(False)
        head.setSectionsMovable(False)
        head.setHighlightSections(False)
        self._scale = theme.scale()
        self._least = {column: widths[column] for column in whole}
        self._set_widths(widths)

    def measure(self) -> None:
        super().measure()
        before, self._scale = self._scale, theme.scale()
        if before in (0, self._scale):
            return
        head = self.horizontalHeader()
        for column in range(self.cells.columnCount()):
            if head.sectionResizeMode(column) is not QHeaderView.ResizeMode.Stretch:
                self.setColumnWidth(column, round(self.columnWidth(column) * self._scale / before))

    def _set_widths(self, widths: Sequence[int]) -> None:
        head = self.horizontalHeader()
        head.setStretchLastSection(0 not in widths)
        for column, width in enumerate(widths):
            if width:
                self.setColumnWidth(column, theme.px(width))
            else:
                head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def show_heads(
        self, headers: Sequence[str], widths: Sequence[int], figures: Iterable[int]
    ) -> None:
        """Show other columns, without any line; the arguments are those of the constructor."""
        self.cells.show_heads(headers, figures)
        self._set_widths(widths)

    def show_rows(self, rows: Sequence[CellRow]) -> None:
        """Show these; none is current before a person chose, or `select_first`."""
        self.cells.show_rows(rows)
        for column, least in self._least.items():
            cells = (cell_width(row.cells[column]) + theme.px(_SIDES) for row in rows)
            head = self.horizontalHeader().sectionSizeHint(column)
            self.setColumnWidth(column, max(theme.px(least), head, *cells))

    def select_first(self) -> None:
        """Make the first line current where none is."""
        if self.current() is None and self.cells.rowCount():
            self.selectRow(0)

    def current(self) -> CellRow | None:
        """The line that is current."""
        return self.cells.row_at(self.currentIndex().row())


def framed(table: QWidget, *beneath: QWidget) -> Pane:
    """The table within a 1 px line, as a field is, and what belongs beneath it."""
    pane = Pane("base", "top bottom left right", name=f"{table.objectName()}_frame")
    column = QVBoxLayout(pane)
    column.setContentsMargins(1, 1, 1, 1)
    column.setSpacing(0)
    for each in (table, *beneath):
        column.addWidget(each)
    return pane
