"""The list that shows a timeline."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from salesdesk.ui.kit.painting.timeline import TimelineDelegate
from salesdesk.ui.kit.widgets.basics import Measured, named


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
