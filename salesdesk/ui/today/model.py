"""The model of Today: sections, and in each the customers that were read so far.

A reading is compared with what is shown, so that a view keeps its place: rows leave, come and
move one by one, and the others stay where they are.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from salesdesk.domain.contact import Method
from salesdesk.domain.day import Section, TodayCounts, TodayQuery, TodayRow
from salesdesk.domain.queries import Page, PageKey
from salesdesk.domain.targets import Progress
from salesdesk.services.lists import today
from salesdesk.services.session import Session
from salesdesk.ui.i18n import translate
from salesdesk.ui.kit.painting.roles import Role
from salesdesk.ui.kit.tasks import Tasks
from salesdesk.ui.today.rows import (
    ICONS,
    DayLine,
    MoreLine,
    SectionHead,
    TextContext,
    line_of,
    section_words,
)

Index = QModelIndex | QPersistentModelIndex

SECTIONS = tuple(Section)


@dataclass(frozen=True, slots=True)
class DayQuestion:
    """Whose day is shown, and how it is worded."""

    session: Session
    query: TodayQuery
    telling: TextContext


@dataclass(frozen=True, slots=True)
class DayReading:
    """What one reading of the whole day brought."""

    question: DayQuestion
    now: datetime
    counts: TodayCounts
    pages: Mapping[Section, Page[DayLine]]
    logged: Mapping[Method, int]
    progress: Progress | None = None


@dataclass(frozen=True, slots=True)
class MoreReading:
    """One further page of a section."""

    question: DayQuestion
    section: Section
    page: Page[DayLine]


def read_day(question: DayQuestion, sizes: Mapping[Section, int]) -> DayReading:
    """Every section as far as it is shown; on a worker thread."""
    found = today.day(question.session, question.query, sizes)
    pages = {section: _worded(question, page) for section, page in found.pages.items()}
    return DayReading(question, found.now, found.counts, pages, found.logged, found.progress)


def read_more(question: DayQuestion, section: Section, after: PageKey) -> MoreReading:
    """The page of a section that follows; on a worker thread."""
    page = today.page(question.session, question.query, section, after)
    return MoreReading(question, section, _worded(question, page))


def _worded(question: DayQuestion, page: Page[TodayRow]) -> Page[DayLine]:
    return Page(tuple(line_of(row, question.telling) for row in page.rows), page.after)


@dataclass(slots=True)
class _Shown:
    """A section as it is shown."""

    lines: list[DayLine] = field(default_factory=list)
    after: PageKey | None = None

    @property
    def height(self) -> int:
        return len(self.lines) + (self.after is not None)


class TodayModel(QAbstractItemModel):
    """Sections and their customers, as a tree of two levels with one column.

    Signals:
        loading(): a new question was asked.
        about_to_follow(), loaded(): rows are about to change place; they did.
        failed(Exception): the day could not be read; it stays as last read.
    """

    loading = Signal()
    about_to_follow = Signal()
    loaded = Signal()
    failed = Signal(object)

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._question: DayQuestion | None = None
        self._shown = [_Shown() for _ in SECTIONS]
        self._heads: list[SectionHead | None] = [None for _ in SECTIONS]
        self.reading: DayReading | None = None

    # --- the question -----------------------------------------------------------------------------

    def ask(self, question: DayQuestion) -> None:
        """Ask for another day; what is shown stays until it is read."""
        self._question = question
        self._tasks.void(self._key("more"))
        self._read(dict.fromkeys(SECTIONS, 0))
        self.loading.emit()

    def refresh(self) -> None:
        """Read the day again, as far as it is shown."""
        sizes = {
            section: len(shown.lines) for section, shown in zip(SECTIONS, self._shown, strict=True)
        }
        self._tasks.void(self._key("more"))
        self._read(sizes)

    def fetch_more(self, section: Section) -> None:
        """Read the next page of a section."""
        after = self._shown[SECTIONS.index(section)].after
        if self._question is not None and after is not None:
            work = partial(read_more, self._question, section, after)
            self._tasks.query(self._key("more"), work, self._on_more, self._on_error)

    def _read(self, sizes: Mapping[Section, int]) -> None:
        if self._question is not None:
            work = partial(read_day, self._question, sizes)
            self._tasks.query(self._key("day"), work, self._on_read, self._on_error)

    def _key(self, what: str) -> tuple[object, ...]:
        return ("today", id(self), what)

    # --- what is known ----------------------------------------------------------------------------

    def line(self, index: Index) -> DayLine | None:
        """The customer of an index; None for a section and for 'more'."""
        found = self._at(index)
        return found if isinstance(found, DayLine) else None

    def section(self, index: Index) -> Section | None:
        """The section that an index names or belongs to."""
        if not index.isValid():
            return None
        at = index.row() if index.internalId() == 0 else int(index.internalId()) - 1
        return SECTIONS[at]

    def index_of(self, customer_id: str) -> QModelIndex:
        """Where a customer is; an invalid index where it is not shown."""
        for at, shown in enumerate(self._shown):
            for row, line in enumerate(shown.lines):
                if line.id == customer_id:
                    return self.createIndex(row, 0, at + 1)
        return QModelIndex()

    def rows_in(self, section: Section) -> list[DayLine]:
        """The customers of a section, as far as they are read."""
        return list(self._shown[SECTIONS.index(section)].lines)

    @property
    def is_empty(self) -> bool:
        """Whether no section has anybody."""
        return not any(shown.lines for shown in self._shown)

    # --- Qt's questions ---------------------------------------------------------------------------

    def index(self, row: int, column: int, parent: Index | None = None) -> QModelIndex:
        if column != 0 or row < 0:
            return QModelIndex()
        if parent is None or not parent.isValid():
            return self.createIndex(row, 0, 0) if row < len(SECTIONS) else QModelIndex()
        if parent.internalId() != 0 or row >= self._shown[parent.row()].height:
            return QModelIndex()
        return self.createIndex(row, 0, parent.row() + 1)

    def parent(self, index: Index | None = None) -> QModelIndex:  # type: ignore[override]
        if index is None or not index.isValid() or index.internalId() == 0:
            return QModelIndex()
        return self.createIndex(int(index.internalId()) - 1, 0, 0)

    def rowCount(self, parent: Index | None = None) -> int:
        if parent is None or not parent.isValid():
            return len(SECTIONS)
        return self._shown[parent.row()].height if parent.internalId() == 0 else 0

    def columnCount(self, parent: Index | None = None) -> int:
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in _ANSWERED or not index.isValid():
            return None
        found = self._at(index)
        if role == Role.CELL:
            return found
        if isinstance(found, DayLine):
            if role == Role.ID:
                return found.id
            return found.name if role == Qt.ItemDataRole.DisplayRole else found.spoken
        if isinstance(found, SectionHead) and role != Role.ID:
            return f"{found.title} {found.count}".strip()
        return found.text if isinstance(found, MoreLine) and role != Role.ID else None

    def _at(self, index: Index) -> DayLine | SectionHead | MoreLine | None:
        if not index.isValid():
            return None
        if index.internalId() == 0:
            return self._heads[index.row()]
        shown = self._shown[int(index.internalId()) - 1]
        if index.row() < len(shown.lines):
            return shown.lines[index.row()]
        return MoreLine(translate("today", "Show more"))

    # --- answers ----------------------------------------------------------------------------------

    def _on_read(self, reading: DayReading) -> None:
        if reading.question != self._question:
            return
        self.reading = reading
        self.about_to_follow.emit()
        for at, section in enumerate(SECTIONS):
            self._put_head(at, reading)
            self._follow(at, reading.pages[section])
        self.loaded.emit()

    def show_counts(self, counts: TodayCounts) -> None:
        """Show other counts of the same day, such as those that were counted to the end."""
        if self.reading is not None:
            self.reading = replace(self.reading, counts=counts)
            for at in range(len(SECTIONS)):
                self._put_head(at, self.reading)

    def _put_head(self, at: int, reading: DayReading) -> None:
        section, telling = SECTIONS[at], reading.question.telling
        title, hint = section_words(section, whole=telling.whole)
        count = reading.counts.of(section)
        shown = telling.formats.capped(count.number, count.more)
        head = SectionHead(section, ICONS[section], title, shown, hint)
        if head != self._heads[at]:
            self._heads[at] = head
            here = self.index(at, 0)
            self.dataChanged.emit(here, here)

    def _on_more(self, more: MoreReading) -> None:
        if more.question != self._question:
            return
        at = SECTIONS.index(more.section)
        known = {line.id for line in self._shown[at].lines}
        fresh = tuple(line for line in more.page.rows if line.id not in known)
        self._follow(at, Page((*self._shown[at].lines, *fresh), more.page.after))
        self.loaded.emit()

    def _follow(self, at: int, page: Page[DayLine]) -> None:
        """Let a section show a page instead of what it shows, row by row."""
        parent, shown = self.index(at, 0), self._shown[at]
        self._show_more_line(parent, shown, None)
        wanted = {line.id for line in page.rows}
        for row in range(len(shown.lines) - 1, -1, -1):
            if shown.lines[row].id not in wanted:
                self.beginRemoveRows(parent, row, row)
                del shown.lines[row]
                self.endRemoveRows()
        for row, line in enumerate(page.rows):
            self._place(parent, shown, row, line)
        if shown.lines:
            last = self.index(len(shown.lines) - 1, 0, parent)
            self.dataChanged.emit(self.index(0, 0, parent), last)
        self._show_more_line(parent, shown, page.after)

    def _place(self, parent: QModelIndex, shown: _Shown, row: int, line: DayLine) -> None:
        """Let this line stand in this row; all before it stand already."""
        ids = [each.id for each in shown.lines[row:]]
        if line.id not in ids:
            self.beginInsertRows(parent, row, row)
            shown.lines.insert(row, line)
            self.endInsertRows()
            return
        old = row + ids.index(line.id)
        if old != row:
            self.beginMoveRows(parent, old, old, parent, row)
            shown.lines.insert(row, shown.lines.pop(old))
            self.endMoveRows()
        shown.lines[row] = line

    def _show_more_line(self, parent: QModelIndex, shown: _Shown, after: PageKey | None) -> None:
        last = len(shown.lines)
        if after is not None and shown.after is None:
            self.beginInsertRows(parent, last, last)
            shown.after = after
            self.endInsertRows()
        elif after is None and shown.after is not None:
            self.beginRemoveRows(parent, last, last)
            shown.after = None
            self.endRemoveRows()

    def _on_error(self, fault: Exception) -> None:
        self.failed.emit(fault)


_ANSWERED = frozenset(
    {
        int(Role.CELL),
        int(Role.ID),
        int(Qt.ItemDataRole.DisplayRole),
        int(Qt.ItemDataRole.AccessibleTextRole),
    }
)
