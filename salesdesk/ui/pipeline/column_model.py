"""One column of the board as a list model: its cards follow what was read, moving as little."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Sequence
from datetime import datetime

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from salesdesk.domain.moments import EARLIEST
from salesdesk.domain.pipeline import Stage
from salesdesk.domain.queries import PageKey
from salesdesk.ui.kit.painting.roles import Role
from salesdesk.ui.kit.tips import plain_tip
from salesdesk.ui.pipeline.cards import CardLine

Index = QModelIndex | QPersistentModelIndex

_ROOT = QModelIndex()

_Urgency = tuple[bool, datetime, str]
_Order = Callable[[CardLine], _Urgency]


class ColumnModel(QAbstractListModel):
    """The cards of one stage, as far as they were read.

    Attributes:
        stage: of the column.
        after: the key with which the next page begins; None: all were read.
        waiting: whether the first page has not been read yet.
    """

    def __init__(self, stage: Stage, movable: bool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.stage = stage
        self.after: PageKey | None = None
        self.waiting = True
        self._lines: list[CardLine] = []
        self._going: frozenset[str] = frozenset()
        self._flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if movable and not stage.fixed:
            self._flags |= Qt.ItemFlag.ItemIsDragEnabled

    # --- Qt's questions ---------------------------------------------------------------------------

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return self._flags if index.isValid() else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in _ANSWERED or not 0 <= index.row() < len(self._lines):
            return None
        line = self._lines[index.row()]
        if role == Role.CELL:
            return line
        if role == Role.ID:
            return line.id
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(line.tip)
        return line.name if role == Qt.ItemDataRole.DisplayRole else line.text

    # --- what is known ----------------------------------------------------------------------------

    @property
    def lines(self) -> Sequence[CardLine]:
        """The cards, the most urgent first."""
        return self._lines

    def line(self, row: int) -> CardLine | None:
        """The card of a row."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def row_of(self, customer_id: str) -> int | None:
        """The row of a customer's card."""
        return next((at for at, line in enumerate(self._lines) if line.id == customer_id), None)

    def is_going(self, customer_id: str) -> bool:
        """Whether the card is being moved just now."""
        return customer_id in self._going

    # --- changes ----------------------------------------------------------------------------------

    def show_going(self, ids: Collection[str]) -> None:
        """Show these cards as being moved, until the database has answered."""
        self._going = frozenset(ids)
        if self._lines:
            self.dataChanged.emit(self.index(0), self.index(len(self._lines) - 1))

    def put(self, lines: Sequence[CardLine], after: PageKey | None) -> None:
        """Show these cards from now on; those that stay keep their indexes."""
        if self.waiting:
            self.beginResetModel()
            self._lines, self.after, self.waiting = list(lines), after, False
            self.endResetModel()
            return
        self.after = after
        wanted = {line.id for line in lines}
        for row in reversed(range(len(self._lines))):
            if self._lines[row].id not in wanted:
                self._remove(row)
        for row, line in enumerate(lines):
            self._put_at(row, line)

    def append(self, lines: Sequence[CardLine], after: PageKey | None) -> None:
        """Add the next page; a card that came here meanwhile goes to its own place."""
        for line in lines:
            self.take(line.id)
        self.after = after
        if lines:
            first = len(self._lines)
            self.beginInsertRows(_ROOT, first, first + len(lines) - 1)
            self._lines += lines
            self.endInsertRows()

    def take(self, customer_id: str) -> bool:
        """Take a card out; whether it was here."""
        row = self.row_of(customer_id)
        if row is not None:
            self._remove(row)
        return row is not None

    def place(self, line: CardLine, *, wanted: bool = True) -> None:
        """Put a card where it belongs by its urgency.

        Args:
            wanted: also where it belongs after all cards that were read.
        """
        urgency = self._urgency()
        others = [other for other in self._lines if other.id != line.id]
        row = bisect_left([urgency(other) for other in others], urgency(line))
        known = len(others) < len(self._lines)
        if row == len(others) and self.after is not None and not (wanted or known):
            return
        self._put_at(row, line)

    def _urgency(self) -> _Order:
        """The order in which the cards stand: a long column is read in another one."""
        order = [_by_departure(line) for line in self._lines]
        return _by_departure if order == sorted(order) else _by_interaction

    def _put_at(self, row: int, line: CardLine) -> None:
        """Let this card stand in this row; it may stand elsewhere, or nowhere yet."""
        at = self.row_of(line.id)
        if at is None:
            self.beginInsertRows(_ROOT, row, row)
            self._lines.insert(row, line)
            self.endInsertRows()
            return
        if at != row:
            self.beginMoveRows(_ROOT, at, at, _ROOT, row + 1 if row > at else row)
            self._lines.insert(row, self._lines.pop(at))
            self.endMoveRows()
        if self._lines[row] != line:
            self._lines[row] = line
            self.dataChanged.emit(self.index(row), self.index(row))

    def _remove(self, row: int) -> None:
        self.beginRemoveRows(_ROOT, row, row)
        del self._lines[row]
        self.endRemoveRows()


def _by_departure(line: CardLine) -> _Urgency:
    """Who leaves first, then who is free (services/board.py)."""
    departure = line.row.departure
    return departure is None, departure.leaves_at if departure else EARLIEST, line.id


def _by_interaction(line: CardLine) -> _Urgency:
    """Who has been without an interaction for longest."""
    last = line.row.last_contact
    return last is None, last or EARLIEST, line.id


_ANSWERED = frozenset(
    {
        int(Role.CELL),
        int(Role.ID),
        int(Qt.ItemDataRole.DisplayRole),
        int(Qt.ItemDataRole.ToolTipRole),
        int(Qt.ItemDataRole.AccessibleTextRole),
    }
)
