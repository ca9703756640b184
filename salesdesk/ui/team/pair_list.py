"""The pairs that may be one customer, the surest first: two lines each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from salesdesk.domain.duplicates import Pair
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.formats import Formats
from salesdesk.ui.kit.forms.row_list import RowList
from salesdesk.ui.kit.painting import painting
from salesdesk.ui.kit.tips import plain_tip
from salesdesk.ui.team import duplicate_words as words

Index = QModelIndex | QPersistentModelIndex

_HEIGHT, _LINE = 64, 22
_ICON = 14


class PairModel(QAbstractListModel):
    """Pairs that are there from the start; `show_pairs` replaces them all."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._pairs: tuple[Pair, ...] = ()
        self._formats: Formats | None = None

    def show_pairs(self, pairs: Sequence[Pair], formats: Formats) -> None:
        """Show these."""
        self.beginResetModel()
        self._pairs, self._formats = tuple(pairs), formats
        self.endResetModel()

    def pair(self, row: int) -> Pair | None:
        """The pair at a row."""
        return self._pairs[row] if 0 <= row < len(self._pairs) else None

    def row_of(self, ids: tuple[str, str]) -> int | None:
        """Where a pair stands."""
        return next((at for at, one in enumerate(self._pairs) if one.ids == ids), None)

    def beside(self, row: int) -> str:
        """What stands at the right of a pair's second line: its number or its share."""
        pair = self._pairs[row]
        return words.beside(pair, self._formats) if self._formats is not None else ""

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._pairs)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        pair = self._pairs[index.row()]
        said = words.spoken(pair, self.beside(index.row()))
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return said
        return plain_tip(said) if role == Qt.ItemDataRole.ToolTipRole else None


class _Delegate(QStyledItemDelegate):
    """Paints a pair: who and who, why, and how sure."""

    def __init__(self, view: QListView, model: PairModel) -> None:
        super().__init__(view)
        self._view, self._model = view, model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._view.viewport().width(), theme.px(_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        pair = self._model.pair(index.row())
        if pair is None:
            return
        rect: QRect = option.rect
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        hover = bool(state & QStyle.StateFlag.State_MouseOver)
        ground = "select" if chosen else "hover" if hover else "base"
        colours = theme.colours()
        painter.fillRect(rect, colours.brush[ground])
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, colours.brush["border"])
        left, room = rect.x() + theme.px(16), rect.width() - theme.px(32)
        top, line = rect.y() + theme.px(10), theme.px(_LINE)
        self._paint_names(painter, pair, left, top, room)
        self._paint_why(painter, index.row(), left, top + line, room)
        if state & QStyle.StateFlag.State_HasFocus:
            painting.draw_row_ring(painter, rect)

    def _paint_names(self, painter: QPainter, pair: Pair, left: int, top: int, room: int) -> None:
        line, gap = theme.px(_LINE), theme.px(6)
        between = words.joined()
        taken = painting.width(between, Face.BODY) + 2 * gap
        first, second = words.name_of(pair.left), words.name_of(pair.right)
        widths = [painting.width(each, Face.MEDIUM) for each in (first, second)]
        share = room - taken
        if sum(widths) > share:
            half = share // 2
            widths = [min(widths[0], max(half, share - widths[1])), 0]
            widths[1] = share - widths[0]
        for text, across, face, ink in (
            (first, widths[0], Face.MEDIUM, "text"),
            (between, taken - 2 * gap, Face.BODY, "text2"),
            (second, widths[1], Face.MEDIUM, "text"),
        ):
            shown = painting.elided(text, face, across)
            painting.draw_text(painter, shown, face, ink, left, top, line)
            left += painting.width(shown, face) + gap

    def _paint_why(self, painter: QPainter, row: int, left: int, top: int, room: int) -> None:
        pair, line = self._model.pair(row), theme.px(_LINE)
        if pair is None:
            return
        beside = self._model.beside(row)
        face = Face.MEDIUM if pair.share is not None else Face.BODY
        ink = "text" if pair.share is not None else "text2"
        across = painting.width(beside, face)
        painting.draw_text(painter, beside, face, ink, left + room - across, top, line)
        inset = (line - theme.px(_ICON)) // 2
        painting.draw_icon(painter, words.icon_of(pair.kind), "text2", left, top + inset, _ICON)
        taken = theme.px(_ICON + 8)
        why = painting.elided(words.why(pair.kind), Face.BODY, room - taken - across - theme.px(8))
        painting.draw_text(painter, why, Face.BODY, "text2", left + taken, top, line)


class PairList(RowList):
    """The list of the pairs.

    Signals:
        picked(): another pair is current.
    """

    picked = Signal()

    def __init__(self, *, name: str, accessible: str, parent: QWidget | None = None) -> None:
        super().__init__(name=name, accessible=accessible, parent=parent)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.pairs = PairModel(self)
        self.setModel(self.pairs)
        self.setItemDelegate(_Delegate(self, self.pairs))
        self.selectionModel().currentRowChanged.connect(self._on_current)

    def measure(self) -> None:
        self.scheduleDelayedItemsLayout()

    def _on_current(self) -> None:
        self.picked.emit()

    def current(self) -> Pair | None:
        """The pair that is current."""
        return self.pairs.pair(self.currentIndex().row())

    def show_pairs(self, pairs: Sequence[Pair], formats: Formats, at: int = 0) -> None:
        """Show these, and make one current."""
        self.pairs.show_pairs(pairs, formats)
        self.choose(at)

    def choose(self, row: int) -> None:
        """Make a pair current: the last one where there are fewer."""
        row = min(max(row, 0), self.pairs.rowCount() - 1)
        if row >= 0:
            self.setCurrentIndex(self.pairs.index(row))
        else:
            self.picked.emit()

    def step(self, by: int) -> None:
        """Go to a pair before or behind."""
        self.choose(self.currentIndex().row() + by)
