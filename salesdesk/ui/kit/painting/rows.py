"""The delegate of tables: ground, row line and one ready cell of any kind."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from salesdesk.ui.kit import theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.painting import painting
from salesdesk.ui.kit.painting.cells import ChipCell, DaysCell, PlaceholderCell, TextCell
from salesdesk.ui.kit.painting.roles import Role

Index = QModelIndex | QPersistentModelIndex

#: A word may reach into the right room of its cell before it is cut.
_SPARE = 2

_SELECTED = QStyle.StateFlag.State_Selected


class HoverRow(Protocol):
    """A view that knows the row under the pointer; -1: none."""

    hover_row: int


class RowDelegate(QStyledItemDelegate):
    """Paints `Role.CELL` itself, without style, palette or formatting.

    Attributes:
        first_margin: left room of the first column, 16 or 24, to match the screen's margin.
        first_column: the column that stands first, wherever people moved it.
        lines: whether a line stands beneath each row; a list of places needs none.
    """

    def __init__(
        self, view: HoverRow, parent: QObject | None = None, first_margin: int = 16
    ) -> None:
        super().__init__(parent)
        self._view = view
        self.first_margin = first_margin
        self.first_column = 0
        self.lines = True

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        colours = theme.colours()
        if option.state & _SELECTED:
            painter.fillRect(rect, colours.brush["select"])
        elif index.row() == self._view.hover_row:
            painter.fillRect(rect, colours.brush["hover"])
        if self.lines:
            painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, colours.brush["border"])
        cell = index.data(Role.CELL)
        if cell is not None:
            self.paint_cell(painter, cell, rect, self._margin(index))

    def paint_cell(self, painter: QPainter, cell: object, rect: QRect, margin: int) -> None:
        """Paint the content of a cell; a subclass may know further kinds."""
        left = rect.x() + margin
        room = rect.width() - margin - _SPARE
        top = rect.y() + (rect.height() - theme.px(20)) // 2
        if room <= 0:
            return
        if isinstance(cell, TextCell):
            if cell.right:
                room -= theme.px(8) - _SPARE
            _paint_text(painter, cell, QRect(left, rect.y(), room, rect.height() - 1))
        elif isinstance(cell, ChipCell):
            painting.draw_chip(painter, cell.text, cell.tone, left, top, room)
        elif isinstance(cell, DaysCell):
            painting.draw_days(painter, cell.days, left, top, room)
        elif isinstance(cell, PlaceholderCell):
            bar = QRect(left, top + theme.px(4), round(room * cell.share), theme.px(12))
            painting.draw_box(painter, bar, theme.px(4), "plain", None)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The width that the content needs, for fitting a column on request."""
        wide = cell_width(index.data(Role.CELL))
        return QSize(wide + self._margin(index) + theme.px(8), theme.px(32))

    def _margin(self, index: Index) -> int:
        return theme.px(self.first_margin if index.column() == self.first_column else 8)


def cell_width(cell: object) -> int:
    """The width of a cell's content without its margins."""
    if isinstance(cell, TextCell):
        icon = theme.px(14 + 8) if cell.icon else 0
        return painting.width(cell.text, cell.level.face) + icon
    if isinstance(cell, ChipCell):
        return painting.chip_width(cell.text)
    if isinstance(cell, DaysCell):
        return painting.days_width(cell.days)
    return theme.px(64)


def _paint_text(painter: QPainter, cell: TextCell, rect: QRect) -> None:
    left, room = rect.x(), rect.width()
    level = cell.level
    if cell.icon:
        size = theme.px(14)
        top = rect.y() + (rect.height() - size + 1) // 2
        painting.draw_icon(painter, cell.icon, cell.icon_ink, left, top, 14)
        left += size + theme.px(8)
        room -= size + theme.px(8)
    face: Face = level.face
    text = painting.elided(cell.text, face, room)
    if cell.right:
        left += room - painting.width(text, face)
    painting.draw_text(painter, text, face, level.ink, left, rect.y(), rect.height())
