"""The lines of sums under a table that scrolls, so that they stay in sight."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from salesdesk.ui.i18n import fill
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.forms.cell_table import CellTable
from salesdesk.ui.kit.widgets import RowTable
from salesdesk.ui.kit.widgets.tables import ROW


class SumLines(RowTable):
    """A second view of some lines of a table, which are left out of the table meanwhile.

    Both share lines, selection and the widths of the columns.
    """

    def __init__(self, table: CellTable, parent: QWidget | None = None) -> None:
        title = fill(self.tr("Sums: {table}"), table=table.accessibleName())
        super().__init__(
            name=f"{table.objectName()}_sums", accessible=title, first_margin=8, parent=parent
        )
        self._table = table
        self.setModel(table.cells)
        self.setSelectionModel(table.selectionModel())
        self.setSelectionMode(RowTable.SelectionMode.SingleSelection)
        self.head.hide()
        self.head.setStretchLastSection(False)
        for place in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            place(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.opened.connect(table.opened)
        table.head.sectionResized.connect(self._on_resized)
        self.hide()

    def pin(self, rows: Collection[int]) -> None:
        """Show these lines here; with none, all are in the table."""
        for row in range(self.model().rowCount()):
            self.setRowHidden(row, row not in rows)
            self._table.setRowHidden(row, row in rows)
        for column in range(self.model().columnCount()):
            self.setColumnWidth(column, self._table.columnWidth(column))
        self.setFixedHeight(theme.px(len(rows) * ROW))
        self.setVisible(bool(rows))

    def _on_resized(self, column: int, _before: int, width: int) -> None:
        self.setColumnWidth(column, width)
