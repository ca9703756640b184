"""The templates to choose from: a title, how the text begins, and the key that chooses it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractListModel, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from salesdesk.domain.templates import MessageTemplate
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.forms.row_list import RowList
from salesdesk.ui.kit.painting import painting
from salesdesk.ui.kit.painting.roles import Role
from salesdesk.ui.kit.tips import plain_tip
from salesdesk.ui.kit.widgets.timeline_view import Index

#: So many can be chosen by Alt and a figure.
KEYS = 8
_ROW, _APART, _KEY = 48, 4, 20
#: More of a text than a line has room for.
_BEGINNING = 120


class _Templates(QAbstractListModel):
    """The templates that are offered."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.offered: tuple[MessageTemplate, ...] = ()
        self.beginnings: tuple[str, ...] = ()

    def show(self, offered: Sequence[MessageTemplate], beginnings: Sequence[str]) -> None:
        self.beginResetModel()
        self.offered, self.beginnings = tuple(offered), tuple(beginnings)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.offered)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        one = self.offered[index.row()]
        if role == Role.ID:
            return one.id
        if role == Qt.ItemDataRole.DisplayRole:
            return one.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            key = f", Alt+{index.row() + 1}" if index.row() < KEYS else ""
            return f"{one.title}{key}"
        return plain_tip(one.body) if role == Qt.ItemDataRole.ToolTipRole else None


class _Rows(QStyledItemDelegate):
    """Paints a title, the beginning of the text beneath it, and the key at the right."""

    def __init__(self, view: TemplateList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme.px(160), theme.px(_ROW + _APART))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        at = index.row()
        one, beginning = self._view.templates.offered[at], self._view.templates.beginnings[at]
        box: QRect = option.rect.adjusted(0, 0, 0, -theme.px(_APART))
        state: QStyle.StateFlag = option.state
        chosen = index == self._view.currentIndex()
        over = bool(state & QStyle.StateFlag.State_MouseOver)
        if chosen or over:
            painting.draw_box(painter, box, theme.px(6), "select" if chosen else "hover", None)
        pad, line = theme.px(8), theme.px(20)
        room = box.width() - 2 * pad - theme.px(_KEY + 4)
        left, top = box.left() + pad, box.top() + theme.px(4)
        face, ink = (Face.STRONG, "accent") if chosen else (Face.MEDIUM, "text")
        title = painting.elided(one.title, face, room)
        painting.draw_text(painter, title, face, ink, left, top, line)
        begins = painting.elided(beginning, Face.BODY, box.width() - 2 * pad)
        painting.draw_text(painter, begins, Face.BODY, "text2", left, top + line, line)
        if at < KEYS:
            self._paint_key(painter, str(at + 1), QRect(left + room + theme.px(4), top,
                            theme.px(_KEY), line))  # fmt: skip
        if chosen and self._view.hasFocus():
            painting.draw_ring(painter, box, theme.px(6))

    def _paint_key(self, painter: QPainter, key: str, box: QRect) -> None:
        painting.draw_box(painter, box, theme.px(4), "plain", "border")
        left = box.left() + (box.width() - painting.width(key, Face.BODY)) // 2
        painting.draw_text(painter, key, Face.BODY, "text2", left, box.top(), box.height())


class TemplateList(RowList):
    """One of the templates is current, unless there is none.

    Signals:
        chosen(): another one is current, by the person.
    """

    chosen = Signal()

    def __init__(self, *, name: str, accessible: str, parent: QWidget | None = None) -> None:
        super().__init__(name=name, accessible=accessible, parent=parent)
        self.templates = _Templates(self)
        self.setModel(self.templates)
        self.setItemDelegate(_Rows(self))

    def show_templates(
        self,
        offered: Sequence[MessageTemplate],
        current_id: str,
        text_of: Callable[[MessageTemplate], str],
    ) -> None:
        """Offer these; the current one stays, where it is among them, else the first is.

        Args:
            text_of: the text of one as it would be sent.
        """
        begins = [" ".join(text_of(one)[:_BEGINNING].split()) for one in offered]
        self.templates.show(offered, begins)
        at = next((at for at, one in enumerate(offered) if one.id == current_id), 0)
        if offered:
            self.setCurrentIndex(self.templates.index(at))

    @property
    def current(self) -> MessageTemplate | None:
        """The current one; None: nothing is offered."""
        at = self.currentIndex().row()
        return self.templates.offered[at] if at >= 0 else None

    def choose(self, at: int) -> bool:
        """Make the one with this number current; False where there is none."""
        if not 0 <= at < self.templates.rowCount():
            return False
        self.setCurrentIndex(self.templates.index(at))
        self.scrollTo(self.currentIndex())
        return True

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        if current.isValid():
            self.chosen.emit()

    def measure(self) -> None:
        self.scheduleDelayedItemsLayout()
