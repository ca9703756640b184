"""The table model over keyset pages: it grows while one scrolls and keeps few rows.

Reading happens on the query lane. Each question has a generation number, and so has each
re-reading; an answer of an older one is dropped. `data()` looks up and nothing else: which rows
are in sight is told by the view through `see`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from salesdesk.domain.queries import PAGE_SIZE, Page, PageKey
from salesdesk.ui.kit.paging.source import (
    Line,
    PageAnswer,
    Source,
    TouchedAnswer,
    read_lines,
    read_page,
)
from salesdesk.ui.kit.paging.window import PageWindow
from salesdesk.ui.kit.painting.cells import PlaceholderCell
from salesdesk.ui.kit.painting.roles import Role
from salesdesk.ui.kit.tasks import Tasks
from salesdesk.ui.kit.tips import plain_tip

Index = QModelIndex | QPersistentModelIndex


L = TypeVar("L", bound=Line)


class PagedModel(QAbstractTableModel, Generic[L]):
    """A table of `Line`s from a `Source`.

    Signals:
        loading(): a new question was asked; the old rows stay until it is answered.
        loaded(): the first page of a question, or of its re-reading, is there.
        failed(Exception): a page could not be read; the rows stay as last read.
        gone(object): a frozenset of ids that a re-reading did not find any more.
    """

    loading = Signal()
    loaded = Signal()
    failed = Signal(object)
    gone = Signal(object)

    def __init__(self, tasks: Tasks, titles: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._titles = tuple(titles)
        self._source: Source[L] | None = None
        self._window: PageWindow[L] = PageWindow()
        self._row_of: dict[str, int] = {}
        self._generation = 0
        self._reading = 0
        self._asked: set[int] = set()
        self._stale: set[int] = set()
        self._sight: tuple[int, int] = (0, 0)
        self._first_pending = False
        self._header_tips: dict[int, str] = {}

    # --- the question -----------------------------------------------------------------------------

    def ask(self, source: Source[L]) -> None:
        """Ask a new question; its first page replaces the rows when it arrives."""
        self._void()
        self._source = source
        self._generation += 1
        self._first_pending = True
        self._read(0, None)
        self.loading.emit()

    def clear(self) -> None:
        """Drop the question and its rows, so that they do not stand under the next one."""
        self._void()
        self._source = None
        self._generation += 1
        self._first_pending = False
        self.beginResetModel()
        self._empty()
        self.endResetModel()

    def refresh(self) -> None:
        """Read what is in sight again; the rest is read again when it comes into sight."""
        if self._source is None:
            return
        if self._first_pending or not self._window.pages:
            self.ask(self._source)
            return
        self._void()
        self._reading += 1
        self._stale = set(range(self._window.pages))
        wanted = sorted({*self._pages_in_sight(), *self._window.held})
        self._window.forget(wanted)
        self._map_rows()
        for page in wanted:
            self._read(page, self._window.anchors[page])

    def touch(self, ids: frozenset[str]) -> None:
        """Read just these rows again, where they are kept."""
        known = tuple(sorted(identity for identity in ids if identity in self._row_of))
        if known and self._source is not None:
            self._tasks.query(
                self._key("touch", known),
                partial(read_lines, self._source, self._generation, known),
                self._on_touched,
                self._on_error,
            )

    def see(self, first: int, last: int) -> None:
        """Tell which rows are in sight, so that their pages are read and kept."""
        self._sight = (first, last)
        pages = self._pages_in_sight()
        self._window.use(pages)
        for page in pages:
            if page in self._asked:
                continue
            if self._window.rows(page) is None or page in self._stale:
                self._read(page, self._window.anchors[page])

    def hold(self, ranges: Sequence[tuple[int, int]]) -> None:
        """Keep the pages of these rows (first and last of each range)."""
        pages: set[int] = set()
        for first, last in ranges:
            pages.update(range(self._window.page_of(first), self._window.page_of(last) + 1))
        self._window.hold(pages)

    # --- what is known ----------------------------------------------------------------------------

    def line(self, row: int) -> L | None:
        """The line of a row; None while it is not kept."""
        return self._window.row(row) if 0 <= row < len(self._window) else None

    def row_of(self, identity: str) -> int | None:
        """The row with this id, among those that are kept."""
        return self._row_of.get(identity)

    @property
    def complete(self) -> bool:
        """Whether all rows of the question have been read at some time."""
        return self._window.next is None and not self._first_pending

    @property
    def waiting(self) -> bool:
        """Whether a new question has not been answered yet."""
        return self._first_pending

    def set_titles(self, titles: Sequence[str]) -> None:
        """Name the columns anew; as many as before."""
        self._titles = tuple(titles)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._titles) - 1)

    def set_header_tips(self, tips: dict[int, str]) -> None:
        """Say over a column's header what a click does, or why it does nothing."""
        self._header_tips = tips

    # --- Qt's questions ---------------------------------------------------------------------------

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._window)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._titles)

    def canFetchMore(self, parent: Index) -> bool:
        if parent.isValid() or self._first_pending:
            return False
        return self._window.next is not None and self._window.pages not in self._asked

    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            self._read(self._window.pages, self._window.next)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in _ANSWERED or not index.isValid():
            return None
        line = self._window.row(index.row())
        column = index.column()
        if role == Role.CELL:
            return line.cells[column] if line is not None else _PLACEHOLDER
        if line is None:
            return "" if role == Qt.ItemDataRole.DisplayRole else None
        if role == Role.ID:
            return line.id
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(line.tips[column]) or None
        return line.texts[column]

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._titles):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._titles[section]
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._header_tips.get(section)
        return None

    # --- reading ----------------------------------------------------------------------------------

    def _key(self, *what: object) -> tuple[object, ...]:
        return ("paged", id(self), *what)

    def _read(self, page: int, after: PageKey | None) -> None:
        assert self._source is not None  # noqa: S101 - only a question leads here
        self._asked.add(page)
        work = partial(
            read_page, self._source, self._generation, self._reading, page, after, PAGE_SIZE
        )
        self._tasks.query(self._key(page), work, self._on_page, self._on_error)

    def _void(self) -> None:
        for page in self._asked:
            self._tasks.void(self._key(page))
        self._asked.clear()

    def _pages_in_sight(self) -> range:
        if not self._window.pages:
            return range(0)
        first, last = (self._window.page_of(row) for row in self._sight)
        return range(first, last + 1)

    def _on_page(self, answer: PageAnswer[L]) -> None:
        if answer.generation != self._generation or answer.reading != self._reading:
            return
        self._asked.discard(answer.page)
        self._stale.discard(answer.page)
        if self._first_pending:
            self._begin(answer.rows)
        elif answer.page >= self._window.pages:
            self._append(answer.rows)
        else:
            self._replace(answer.page, answer.rows)
        self._follow(answer)
        if answer.page == 0 or not self._asked:
            self.loaded.emit()

    def _follow(self, answer: PageAnswer[L]) -> None:
        """Read on where a page is not full: what takes longer to find joins beneath by itself."""
        if answer.page == self._window.pages - 1 and len(answer.rows.rows) < PAGE_SIZE:
            self.fetchMore(QModelIndex())

    def _begin(self, page: Page[L]) -> None:
        self.beginResetModel()
        self._first_pending = False
        self._empty()
        self._window.append(page)
        self._map_rows()
        self.endResetModel()

    def _empty(self) -> None:
        self._window = PageWindow()
        self._stale.clear()
        self._sight = (0, 0)
        self._row_of = {}

    def _append(self, page: Page[L]) -> None:
        first = len(self._window)
        if not page.rows:
            self._window.next = None
            return
        self.beginInsertRows(QModelIndex(), first, first + len(page.rows) - 1)
        self._window.append(page)
        self._map_rows()
        self.endInsertRows()

    def _replace(self, number: int, page: Page[L]) -> None:
        """Put the rows of a page in place; indexes that views hold follow the rows' ids."""
        before, after = self._window.size(number), len(page.rows)
        start = self._window.starts[number]
        if after > before:
            self.beginInsertRows(QModelIndex(), start + before, start + after - 1)
            self._window.resize(number, after)
            self.endInsertRows()
        self.layoutAboutToBeChanged.emit()
        held = [(index, self._id_at(index.row())) for index in self.persistentIndexList()]
        self._window.put(number, page.rows)
        moved = self._window.end_with(number, page.after)
        self._map_rows()
        first, last = start, start + max(before, after)
        for index, identity in held:
            if first <= index.row() < last and identity is not None:
                self._move_index(index, identity)
        self.layoutChanged.emit()
        if after < before:
            self.beginRemoveRows(QModelIndex(), start + after, start + before - 1)
            self._window.resize(number, after)
            self.endRemoveRows()
        if page.after is None and number + 1 < self._window.pages:
            self._cut(number)
        self._map_rows()
        if moved:
            self._read_moved(number)

    def _read_moved(self, number: int) -> None:
        """The pages after this one begin elsewhere now: read those in sight from there."""
        for later in [asked for asked in self._asked if asked > number]:
            self._tasks.void(self._key(later))
            self._asked.discard(later)
        self.see(*self._sight)

    def _cut(self, number: int) -> None:
        first, last = self._window.starts[number + 1], len(self._window) - 1
        if last >= first:
            self.beginRemoveRows(QModelIndex(), first, last)
            self._window.cut(number)
            self.endRemoveRows()
        else:
            self._window.cut(number)

    def _move_index(self, index: QModelIndex, identity: str) -> None:
        row = self._row_of.get(identity)
        moved = self.index(row, index.column()) if row is not None else QModelIndex()
        self.changePersistentIndex(index, moved)

    def _id_at(self, row: int) -> str | None:
        line = self._window.row(row)
        return line.id if line is not None else None

    def _map_rows(self) -> None:
        self._row_of = {
            line.id: self._window.starts[page] + at
            for page in self._window.loaded
            for at, line in enumerate(self._window.rows(page) or ())
        }

    def _on_touched(self, answer: TouchedAnswer[L]) -> None:
        if answer.generation != self._generation:
            return
        for line in answer.lines:
            row = self._row_of.get(line.id)
            if row is not None:
                self._put_line(row, line)
        gone = answer.asked - {line.id for line in answer.lines}
        if gone:
            self.gone.emit(gone)

    def _put_line(self, row: int, line: L) -> None:
        page = self._window.page_of(row)
        rows = list(self._window.rows(page) or ())
        rows[row - self._window.starts[page]] = line
        self._window.put(page, tuple(rows))
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(self._titles) - 1))

    def _on_error(self, fault: Exception) -> None:
        self._asked.clear()
        self.failed.emit(fault)


_PLACEHOLDER = PlaceholderCell()
_ANSWERED = frozenset(
    {
        int(Role.CELL),
        int(Role.ID),
        int(Qt.ItemDataRole.DisplayRole),
        int(Qt.ItemDataRole.ToolTipRole),
        int(Qt.ItemDataRole.AccessibleTextRole),
    }
)
