"""The cards of one column: a list that can be worked by keyboard, and dragged from."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QCursor,
    QDrag,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from salesdesk.ui.kit import theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.painting import painting
from salesdesk.ui.kit.widgets import named
from salesdesk.ui.pipeline.board import MOST_CARDS
from salesdesk.ui.pipeline.cards import CardLine
from salesdesk.ui.pipeline.column_model import ColumnModel
from salesdesk.ui.pipeline.painting import (
    GAP,
    CardDelegate,
    card_height,
    draw_lines,
    draw_placeholder,
)

Index = QModelIndex | QPersistentModelIndex

#: What is dragged: customers' ids, one a line. The drop is a command, so that ids are enough.
CARDS_MIME = "application/x-salesdesk-cards"

_SELECT = QItemSelectionModel.SelectionFlag
_ITEMS = QAbstractItemView


class CardList(QListView):
    """The cards of a stage, painted by a `CardDelegate`.

    Attributes:
        hover: the card under the pointer.

    Signals:
        picked(): the selection, or the current card, is another one.
        opened(): Enter or a double click on a card.
        left(int): the arrow keys lead to the column before (-1) or after (1).
        near_end(): the last cards that were read come into sight.
        scrolled(): other cards are in sight.
        menu_requested(QPoint): a context menu shall open here, on the screen.
        drag_ended(bool, QPoint): a drag was dropped somewhere (or not), the pointer being here.
    """

    picked = Signal()
    opened = Signal()
    left = Signal(object)
    near_end = Signal()
    scrolled = Signal()
    menu_requested = Signal(QPoint)
    drag_ended = Signal(bool, QPoint)

    def __init__(self, model: ColumnModel, accessible: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, f"pipeline_{model.stage.value}", accessible)
        self._model = model
        self.hover = QPersistentModelIndex()
        #: The card at the upper end, as it was before the column became narrower or lower.
        self._first = 0
        self._resizing = False
        self.setProperty("quiet", "true")
        self.setProperty("cards", "true")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(_ITEMS.EditTrigger.NoEditTriggers)
        self.setSelectionMode(_ITEMS.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(_ITEMS.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        # All cards that a column may have in one batch: a later one would lose the place.
        self.setBatchSize(MOST_CARDS + 1)
        self.setUniformItemSizes(True)
        self.setDragEnabled(True)
        self.setAcceptDrops(False)
        self.setDragDropMode(_ITEMS.DragDropMode.DragOnly)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setItemDelegate(CardDelegate(self, self))
        self.setModel(model)
        self.doubleClicked.connect(self._on_double_click)
        self.customContextMenuRequested.connect(self._on_menu)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self._measure()

    # --- what the delegate asks -------------------------------------------------------------------

    def is_selected(self, index: Index) -> bool:
        """Whether a card is selected."""
        return self.selectionModel().isSelected(self._model.index(index.row()))

    def many_selected(self) -> bool:
        """Whether more than one card is."""
        return len(self.selectionModel().selectedRows()) > 1

    def is_going(self, index: Index) -> bool:
        """Whether a card is being moved."""
        line = self._model.line(index.row())
        return line is not None and self._model.is_going(line.id)

    def card_width(self) -> int:
        """How wide a card is; the scroll bar has its place beside it."""
        return self.width() - theme.px(GAP)

    def pitch(self) -> int:
        """From the top of a card to the top of the next one, in pixels."""
        return card_height(self.card_width()) + theme.px(GAP)

    # --- the selection ----------------------------------------------------------------------------

    @property
    def column(self) -> ColumnModel:
        """The model."""
        return self._model

    def selected_lines(self) -> list[CardLine]:
        """The selected cards, from the top."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [line for row in rows if (line := self._model.line(row)) is not None]

    def current_line(self) -> CardLine | None:
        """The card with the ring, be it selected or not."""
        return self._model.line(self.currentIndex().row())

    def chosen_line(self) -> CardLine | None:
        """Of the selected cards the current one, else the first; None: none is selected."""
        current = self.currentIndex()
        if current.isValid() and self.selectionModel().isSelected(current):
            return self.current_line()
        return next(iter(self.selected_lines()), None)

    def choose_current(self) -> CardLine | None:
        """Select the card with the ring too, where it is not: it is about to be opened."""
        current = self.currentIndex()
        if current.isValid() and not self.is_selected(current):
            self.go_to(current.row())
        return self.current_line()

    def go_to(self, row: int) -> None:
        """Select one card and bring it into sight."""
        index = self._model.index(row)
        self.selectionModel().setCurrentIndex(index, _SELECT.ClearAndSelect)
        self.scrollTo(index)

    def select_ids(self, ids: frozenset[str], current: str) -> None:
        """Select these cards; one of them is the current one."""
        chosen = QItemSelection()
        for row, line in enumerate(self._model.lines):
            if line.id in ids:
                chosen.select(self._model.index(row), self._model.index(row))
        place = self._model.row_of(current)
        if place is not None:
            self.selectionModel().setCurrentIndex(self._model.index(place), _SELECT.NoUpdate)
        self.selectionModel().select(chosen, _SELECT.ClearAndSelect)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.viewport().update()
        self.picked.emit()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        if current.isValid() and self.is_selected(current):
            self.picked.emit()

    # --- the place --------------------------------------------------------------------------------

    def top(self) -> tuple[str, int]:
        """The card at the upper end, and how far it is scrolled out."""
        row, away = divmod(self.verticalScrollBar().value(), self.pitch())
        line = self._model.line(row)
        return (line.id, away) if line is not None else ("", 0)

    def bring_to_top(self, customer_id: str, away: int) -> None:
        """Show a card where it was before others came or went above it."""
        row = self._model.row_of(customer_id)
        self.doItemsLayout()
        if row is not None:
            self.verticalScrollBar().setValue(row * self.pitch() + away)

    def rows_in_sight(self) -> range:
        """The rows of the cards that can be seen, at least in part."""
        pitch = self.pitch()
        above = self.verticalScrollBar().value()
        last = (above + self.viewport().height() - 1) // pitch + 1
        return range(above // pitch, min(last, self._model.rowCount()))

    def page_down(self) -> None:
        """Scroll on by what is in sight."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + bar.pageStep())

    def _on_scrolled(self) -> None:
        if not self._resizing:
            self._first = self.verticalScrollBar().value() // self.pitch()
        if self._model.rowCount() - self.rows_in_sight().stop < 10:
            self.near_end.emit()
        self.scrolled.emit()

    def _measure(self) -> None:
        bar, pitch = self.verticalScrollBar(), self.pitch()
        bar.setSingleStep(pitch // 3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        current = self.currentIndex()
        place = self.visualRect(current)
        seen = current.isValid() and 0 <= place.top() < event.oldSize().height()
        self._resizing = True
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            # Narrow cards are higher.
            self.scheduleDelayedItemsLayout()
        if seen:
            self.executeDelayedItemsLayout()
            self._keep_in_sight(current.row())
        self._measure()
        self._on_scrolled()
        self._resizing = False

    def _keep_in_sight(self, row: int) -> None:
        """Show whole cards, this one among them, as near as can be to where it was scrolled."""
        pitch = self.pitch()
        fitting = max(self.viewport().height() // pitch, 1)
        first = max(min(self._first, row), row - fitting + 1)
        self.verticalScrollBar().setValue(first * pitch)

    # --- keys and pointer -------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier,
        )  # fmt: skip
        key = event.key()
        if plain and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.left.emit(-1 if key == Qt.Key.Key_Left else 1)
        elif plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.currentIndex().isValid():
                self.opened.emit()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are no search here: the board has its own field."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._model.rowCount():
            self.go_to(0)
        elif self.currentIndex().isValid() and not self.selectionModel().hasSelection():
            self.selectionModel().select(self.currentIndex(), _SELECT.ClearAndSelect)
        self.viewport().update()
        self.picked.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._set_hover(self.indexAt(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._set_hover(QModelIndex())

    def _set_hover(self, index: QModelIndex) -> None:
        if QPersistentModelIndex(index) != self.hover:
            self.hover = QPersistentModelIndex(index)
            self.viewport().update()

    def _on_double_click(self) -> None:
        self.opened.emit()

    def _on_menu(self, at: QPoint) -> None:
        self.menu_requested.emit(self.viewport().mapToGlobal(at))

    # --- dragging ---------------------------------------------------------------------------------

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Drag the selected cards; what the drop means is decided where they are dropped."""
        lines = self.selected_lines()
        if not lines:
            return
        mime = QMimeData()
        mime.setData(CARDS_MIME, "\n".join(line.id for line in lines).encode())
        drag = QDrag(self)
        drag.setMimeData(mime)
        drag.setPixmap(self._dragged(lines))
        drag.setHotSpot(QPoint(theme.px(24), theme.px(24)))
        done = drag.exec(Qt.DropAction.MoveAction)
        self.drag_ended.emit(done == Qt.DropAction.MoveAction, QCursor.pos())

    def _dragged(self, lines: list[CardLine]) -> QPixmap:
        """The card under the pointer; of many the first, with their number."""
        size = QSize(self.card_width(), card_height(self.card_width()))
        ratio = self.devicePixelRatioF()
        picture = QPixmap(size * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        rect = QRect(QPoint(0, 0), size)
        painting.draw_box(painter, rect, theme.px(8), "base", "accent")
        draw_lines(painter, lines[0], rect)
        if len(lines) > 1:
            number = str(len(lines))
            wide = painting.width(number, Face.STRONG) + theme.px(16)
            badge = QRect(rect.width() - wide, 0, wide, theme.px(24))
            painting.draw_box(painter, badge, theme.px(8), "accent", None)
            left = badge.x() + theme.px(8)
            painting.draw_text(painter, number, Face.STRONG, "onAccent", left, 0, badge.height())
        painter.end()
        return picture

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._model.waiting:
            super().paintEvent(event)
            return
        painter = QPainter(self.viewport())
        pitch = self.pitch()
        for row in range(self.viewport().height() // pitch + 1):
            rect = QRect(0, row * pitch, self.card_width(), pitch - theme.px(GAP))
            draw_placeholder(painter, rect, row + len(self._model.stage))
        painter.end()
