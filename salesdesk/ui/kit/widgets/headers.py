"""The header of a table with its sort arrow, and the line over a group of a panel."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QStyle, QWidget

from salesdesk.ui.kit import theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.painting import painting
from salesdesk.ui.kit.widgets.basics import Label, Measured, Pane

_ARROW = 14
_ARROW_GAP = 5


class TableHeader(Measured, QHeaderView):
    """Paints its sections itself.

    Attributes:
        first_margin: left room of the first column, as in the rows below.
        last_margin: right room of the last column.
        drawing: whether somebody holds the edge of a section to make it wider or narrower.
    """

    def __init__(self, parent: QWidget | None = None, *, lines: bool = True) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.first_margin = 16
        self.last_margin = 8
        self.drawing = False
        self._lines = lines
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setHighlightSections(False)
        self.setStretchLastSection(True)
        self.setMinimumSectionSize(theme.px(48))
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setSortIndicatorShown(False)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.drawing = self._at_edge(round(event.position().x()))
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self.drawing = False

    def _at_edge(self, x: int) -> bool:
        grip = self.style().pixelMetric(QStyle.PixelMetric.PM_HeaderGripMargin, None, self)
        shown = (at for at in range(self.count()) if not self.isSectionHidden(at))
        edges = (self.sectionViewportPosition(at) + self.sectionSize(at) for at in shown)
        return any(abs(x - edge) <= grip for edge in edges)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), theme.px(32))

    def minimumSizeHint(self) -> QSize:
        # A scroll area's own is higher than a header, which counts where none stands over a table.
        return QSize(0, theme.px(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        colours = theme.colours()
        painter.fillRect(self.viewport().rect(), colours.brush["raised"])
        bottom = self.viewport().height() - 1
        painter.fillRect(0, bottom, self.viewport().width(), 1, colours.brush["border"])
        for visual in range(self.count()):
            at = self.logicalIndex(visual)
            if self.isSectionHidden(at):
                continue
            left = self.sectionViewportPosition(at)
            width = self.sectionSize(at)
            if left + width < 0 or left > self.viewport().width():
                continue
            self._paint_word(painter, at, visual, QRect(left, 0, width, bottom))
        painter.end()

    def _paint_word(self, painter: QPainter, at: int, visual: int, rect: QRect) -> None:
        colours = theme.colours()
        if self._lines and visual > 0:
            painter.fillRect(rect.x(), 0, 1, rect.height(), colours.brush["border"])
        text = str(
            self.model().headerData(at, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole)
            or ""
        )
        align = self.model().headerData(
            at, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole
        )
        sorted_by = self.isSortIndicatorShown() and self.sortIndicatorSection() == at
        left = rect.x() + theme.px(self.first_margin if visual == 0 else 8)
        last = visual == self.count() - 1
        right = rect.right() + 1 - theme.px(self.last_margin if last else 8)
        arrow = theme.px(_ARROW + _ARROW_GAP) if sorted_by else 0
        # A word may reach into the right room of its section before it is cut.
        room = rect.right() - left - arrow
        word = painting.elided(text, Face.MEDIUM, max(room, 0))
        wide = painting.width(word, Face.MEDIUM)
        to_right = align is not None and bool(int(align) & int(Qt.AlignmentFlag.AlignRight))
        if to_right:
            left = right - wide
        painting.draw_text(painter, word, Face.MEDIUM, "text2", left, 0, rect.height())
        if sorted_by:
            rising = self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
            name = "arrow-up" if rising else "arrow-down"
            x = left - arrow if to_right else left + wide + theme.px(_ARROW_GAP)
            top = (rect.height() - theme.px(_ARROW)) // 2
            painting.draw_icon(painter, name, "text2", x, top, _ARROW)


class GroupHead(Pane):
    """The line over a group, 32 px high."""

    def __init__(self, text: str, name: str) -> None:
        super().__init__("raised", "top bottom", name=name)
        self.number = Label(name=f"{name}_number", ink="text2")
        self._row = QHBoxLayout(self)
        self._text = Label(text, name=f"{name}_text", face=Face.STRONG)
        self._row.addWidget(self._text)
        self._row.addWidget(self.number)
        self._row.addStretch(1)
        self.measure()

    def rename(self, text: str) -> None:
        """Call the group otherwise."""
        self._text.setText(text)

    def add(self, part: QWidget) -> None:
        """Show something at the right end, such as an act on the group."""
        self._row.addWidget(part)

    def measure(self) -> None:
        """Take the lengths of the present scale."""
        self._row.setContentsMargins(theme.px(16), 0, theme.px(16), 0)
        self.setFixedHeight(theme.px(32))
