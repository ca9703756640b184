"""A table of rows whose columns are as wide as what they hold, by importance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from salesdesk.ui.kit import theme
from salesdesk.ui.kit.paging.model import PagedModel
from salesdesk.ui.kit.painting.column_fit import MARGIN, MEASURED, Wish, fitted, needed
from salesdesk.ui.kit.widgets import RowTable


class FittedTable(RowTable):
    """A RowTable over a paged model that shares its width out by content and importance.

    Until somebody draws a column wider or narrower: then the widths are theirs.

    Args:
        least: what the columns keep where there is little room, unscaled.
        ranks: which columns give first (0 before 1), by their place.
    """

    def __init__(
        self,
        model: PagedModel[Any],
        *,
        name: str,
        accessible: str,
        least: Sequence[int],
        ranks: Mapping[int, int],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name=name, accessible=accessible, parent=parent)
        self._paged = model
        self._least, self._ranks = tuple(least), ranks
        self._own_widths = False
        self.setModel(model)
        self.head.sectionResized.connect(self._on_resized)
        model.modelReset.connect(self.fit)
        model.loaded.connect(self.fit)

    def fit(self) -> None:
        """Give the columns the widths that suit what is in sight."""
        if self._own_widths or not self._paged.rowCount():
            return
        wishes = [self._wish(column) for column in range(self.head.count())]
        for column, width in enumerate(fitted(self.viewport().width(), wishes)):
            self.setColumnWidth(column, width)

    def _wish(self, column: int) -> Wish:
        title = str(self._paged.headerData(column, Qt.Orientation.Horizontal) or "")
        first = max(self.rowAt(0), 0)
        rows = range(first, min(first + MEASURED, self._paged.rowCount()))
        lines = (self._paged.line(row) for row in rows)
        beside = theme.px(self.rows.first_margin if column == 0 else MARGIN)
        wanted = needed(title, (line.cells[column] for line in lines if line is not None), beside)
        least = min(wanted, theme.px(self._least[column]))
        return Wish(wanted, least, self._ranks[column])

    def _on_resized(self) -> None:
        self._own_widths = self._own_widths or self.head.drawing

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()
