"""The list that shows a timeline."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from salesdesk.ui.kit.painting.cells import TimelineItem
from salesdesk.ui.kit.painting.roles import Role
from salesdesk.ui.kit.painting.timeline import TimelineDelegate
from salesdesk.ui.kit.tips import plain_tip
from salesdesk.ui.kit.widgets.basics import Measured, named

Index = QModelIndex | QPersistentModelIndex


class TimelineView(Measured, QListView):
    """Lines of different heights over one model with `Role.TIMELINE`; scrolls by pixels."""

    def __init__(self, *, name: str, accessible: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, name, accessible)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("quiet", "true")
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(False)
        self.setTabKeyNavigation(False)
        self.lines = TimelineDelegate(self, self)
        self.setItemDelegate(self.lines)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Notes wrap anew: heights depend on the width.
        self.scheduleDelayedItemsLayout()

    def measure(self) -> None:
        self.scheduleDelayedItemsLayout()


class TimelineItems(QAbstractListModel):
    """A few lines that are there from the start; `show_items` replaces them all."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._items: tuple[TimelineItem, ...] = ()

    def show_items(self, items: tuple[TimelineItem, ...]) -> None:
        """Show these."""
        self.beginResetModel()
        self._items = items
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        item = self._items[index.row()]
        if role == Role.TIMELINE:
            return item
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(p for p in (item.heading, item.outcome, item.date, item.note) if p)
        return plain_tip(item.exact) if role == Qt.ItemDataRole.ToolTipRole else None
