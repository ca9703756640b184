"""The least that a window with a table needs: what SalesDesk's start and memory are beside."""

from __future__ import annotations

import sys

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView

from benchmarks.window.telling import memory, tell

_COLUMNS = 8
_STEP_ROWS = 1_000

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


class Numbers(QAbstractTableModel):
    """Rows that are made up as they are asked for."""

    def __init__(self, rows: int) -> None:
        super().__init__()
        self._rows = rows

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else self._rows

    def columnCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else _COLUMNS

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return f"{index.row():,} · {index.column()}"


class Table(QTableView):
    """Says when it was painted first, then scrolls to its end."""

    def __init__(self, rows: int) -> None:
        super().__init__()
        self._painted = False
        self.setModel(Numbers(rows))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            tell(painted=True, memory=memory())
            QTimer.singleShot(0, self._scroll)

    def _scroll(self) -> None:
        bar = self.verticalScrollBar()
        if bar.value() < bar.maximum():
            bar.setValue(bar.value() + _STEP_ROWS)
            self.viewport().repaint()
            QTimer.singleShot(0, self._scroll)
        else:
            tell(scrolled=True, memory=memory())
            QApplication.quit()


def main(rows: int) -> int:
    """Show the window until its table is scrolled."""
    app = QApplication([])
    window = QMainWindow()
    window.setCentralWidget(Table(rows))
    window.resize(1440, 900)
    window.show()
    return app.exec()


if __name__ == "__main__":
    raise SystemExit(main(int(sys.argv[1])))
