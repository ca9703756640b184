"""The table of all list screens: whole rows, one ring around the current one, a pinned name."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QCursor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from salesdesk.ui.kit import theme
from salesdesk.ui.kit.painting import painting
from salesdesk.ui.kit.painting.rows import RowDelegate
from salesdesk.ui.kit.widgets.basics import Measured, named
from salesdesk.ui.kit.widgets.headers import TableHeader

Index = QModelIndex | QPersistentModelIndex

ROW, COMPACT_ROW = 32, 26


def prepare(view: QTableView) -> None:
    """What a table and its pinned column have in common."""
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.setCornerButtonEnabled(False)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setTabKeyNavigation(False)
    view.setMouseTracking(True)
    view.verticalHeader().hide()
    view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)


class RowTable(Measured, QTableView):
    """A table of rows, painted by a RowDelegate from `Role.CELL`.

    Sorting is the screen's: it connects the header's `sortIndicatorChanged`.

    Attributes:
        hover_row: the row under the pointer; -1: none.
        rows: its delegate.

    Signals:
        opened(QModelIndex): Enter or a double click on a row.
        all_requested(): Ctrl+A; selecting a million rows one by one would hang.
    """

    opened = Signal(QModelIndex)
    all_requested = Signal()

    def __init__(
        self,
        *,
        name: str,
        accessible: str,
        first_margin: int = 16,
        header_lines: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        named(self, name, accessible)
        prepare(self)
        self.hover_row = -1
        self._compact = False
        self._pinned: PinnedColumn | None = None
        self.head = TableHeader(self, lines=header_lines)
        self.head.first_margin = first_margin
        self.setHorizontalHeader(self.head)
        self.rows = RowDelegate(self, self, first_margin)
        self.setItemDelegate(self.rows)
        self.doubleClicked.connect(self.opened)
        self.head.sectionMoved.connect(self._column_moved)
        self._set_rows()

    def set_compact(self, compact: bool) -> None:
        """Show rows of 26 px instead of 32."""
        self._compact = compact
        self._set_rows()

    def pin_first_column(self) -> None:
        """Let the first column stay while the others scroll under it."""
        if self._pinned is None:
            self._pinned = PinnedColumn(self)
            self._pinned.adopt()

    def _column_moved(self) -> None:
        self.rows.first_column = self.head.logicalIndex(0)
        self.viewport().update()

    @property
    def pinned(self) -> PinnedColumn | None:
        """The view of the column that stays, if there is one."""
        return self._pinned

    def measure(self) -> None:
        self._set_rows()

    def _set_rows(self) -> None:
        height = theme.px(COMPACT_ROW if self._compact else ROW)
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)
        if self._pinned is not None:
            self._pinned.measure(height)

    def rings(self) -> bool:
        """Whether the current row shows the focus ring.

        It stays while the window is behind another: `focusWidget` remembers.
        """
        return self.hasFocus() or self.window().focusWidget() is self

    def row_rect(self, row: int) -> QRect:
        """Where a row is, over the whole width of the viewport."""
        top = self.rowViewportPosition(row)
        return QRect(0, top, self.viewport().width(), self.rowHeight(row))

    def set_hover(self, row: int) -> None:
        """Mark the row under the pointer."""
        if row == self.hover_row:
            return
        old, self.hover_row = self.hover_row, row
        for each in (old, row):
            self.refresh_row(each)

    def refresh_row(self, row: int) -> None:
        """Paint a row again, in the pinned column too."""
        if row < 0:
            return
        self.viewport().update(self.row_rect(row))
        if self._pinned is not None:
            self._pinned.viewport().update()

    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        if self._pinned is not None:
            self._pinned.adopt()

    def selectAll(self) -> None:
        self.all_requested.emit()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.refresh_row(previous.row())
        self.refresh_row(current.row())

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        if dx:
            # The ring's ends stand still while the cells move.
            self.viewport().update()
        if dy and self.hover_row >= 0:
            at = self.viewport().mapFromGlobal(QCursor.pos())
            self.set_hover(self.rowAt(at.y()) if self.viewport().rect().contains(at) else -1)
        if self._pinned is not None:
            self._pinned.follow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex())
            return
        super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self.set_hover(self.rowAt(round(event.position().y())))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.set_hover(-1)

    def focusInEvent(self, event: QFocusEvent) -> None:
        ringed = self.currentIndex().isValid()
        super().focusInEvent(event)
        if not ringed and event.reason() == Qt.FocusReason.ActiveWindowFocusReason:
            # Qt puts the ring on the first row, though whoever comes back from a form or another
            # program has not gone there, and the panel may show somebody else.
            no_row = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(QModelIndex(), no_row)
        self.refresh_row(self.currentIndex().row())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.refresh_row(self.currentIndex().row())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._pinned is not None:
            self._pinned.follow()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        row = self.currentIndex().row()
        if row >= 0 and self.rings():
            painter = QPainter(self.viewport())
            painting.draw_row_ring(painter, self.row_rect(row))
            painter.end()


class PinnedColumn(QTableView):
    """The first column, laid over the table while that is scrolled sideways.

    It shares model and selection; it takes no focus of its own.
    """

    def __init__(self, table: RowTable) -> None:
        super().__init__(table)
        self._table = table
        self.setObjectName(f"{table.objectName()}_pinned")
        prepare(self)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = TableHeader(self)
        head.first_margin = table.head.first_margin
        head.setSectionsMovable(False)
        head.setSectionsClickable(False)
        self.setHorizontalHeader(head)
        self.setItemDelegate(table.rows)
        self.doubleClicked.connect(table.opened)
        self.verticalScrollBar().valueChanged.connect(table.verticalScrollBar().setValue)
        table.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        table.head.sectionResized.connect(self._resized)
        table.head.sectionMoved.connect(self._moved)
        self.hide()

    def adopt(self) -> None:
        """Take over the model, the selection and the measures of the table."""
        self.setModel(self._table.model())
        if self._table.selectionModel() is not None:
            self.setSelectionModel(self._table.selectionModel())
        self.measure(self._table.verticalHeader().defaultSectionSize())
        self._moved()

    def measure(self, height: int) -> None:
        """Show rows of this height."""
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)

    def _first(self) -> int:
        return self._table.head.logicalIndex(0)

    def _moved(self) -> None:
        first = self._first()
        for at in range(self._table.head.count()):
            self.setColumnHidden(at, at != first)
        self.follow()

    def _resized(self) -> None:
        self.follow()

    def follow(self) -> None:
        """Stand where the table's first column would be, while it is scrolled away."""
        scrolled = self._table.horizontalScrollBar().value() > 0
        if not scrolled or self._table.head.count() == 0:
            self.hide()
            return
        width = self._table.columnWidth(self._first())
        self.setColumnWidth(self._first(), width)
        head = self._table.head.height()
        self.setGeometry(0, 0, width + 1, head + self._table.viewport().height())
        self.verticalScrollBar().setValue(self._table.verticalScrollBar().value())
        self.show()
        self.raise_()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._table.set_hover(self.rowAt(round(event.position().y())))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._table.set_hover(-1)

    def contextMenuEvent(self, event: QEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        row = self.currentIndex().row()
        if row >= 0 and self._table.rings():
            top = self.rowViewportPosition(row)
            # Wider than the column, so that the right end lies outside.
            wide = self.viewport().width() + 4
            painting.draw_row_ring(painter, QRect(0, top, wide, self.rowHeight(row)))
        edge = self.viewport().width() - 1
        painter.fillRect(edge, 0, 1, self.viewport().height(), theme.colours().brush["border"])
        painter.end()
