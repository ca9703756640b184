"""The small parts of the hand-over: headings, a previous owner, the last notes."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from salesdesk.ui.kit import theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.painting.cells import TimelineItem
from salesdesk.ui.kit.painting.roles import Role
from salesdesk.ui.kit.tips import plain_tip
from salesdesk.ui.kit.widgets import Label, Pane

Index = QModelIndex | QPersistentModelIndex


class NotesModel(QAbstractListModel):
    """The last notes."""

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


class Heading(Pane):
    """The line over a group, 32 px high."""

    def __init__(self, text: str, name: str) -> None:
        super().__init__("raised", "top bottom", name=name)
        self.number = Label(name=f"{name}_number", ink="text2")
        self._row = QHBoxLayout(self)
        self._row.addWidget(Label(text, name=f"{name}_text", face=Face.STRONG))
        self._row.addWidget(self.number)
        self._row.addStretch(1)
        self.measure()

    def measure(self) -> None:
        """Take the lengths of the present scale."""
        self._row.setContentsMargins(theme.px(16), 0, theme.px(16), 0)
        self.setFixedHeight(theme.px(32))


class OwnerLine(QWidget):
    """A previous owner: name and dates, beneath them why it ended."""

    def __init__(self, name: str, dates: str, why: str, key: str) -> None:
        super().__init__()
        self.setObjectName(key)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(Label(name, name=f"{key}_name", face=Face.MEDIUM, cut=True), 0, 0)
        grid.addWidget(Label(dates, name=f"{key}_dates", ink="text2"), 0, 1)
        reason = Label(why, name=f"{key}_why", ink="text2", cut=True)
        reason.setToolTip(plain_tip(why))
        grid.addWidget(reason, 1, 0, 1, 2)
        grid.setColumnStretch(0, 1)
