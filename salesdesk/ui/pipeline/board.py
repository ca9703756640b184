"""The board: five columns read together, paged one by one, and kept true card by card.

Reading happens on the query lane. A reading that began before a card was touched may show it as
it was, so that it is begun again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from salesdesk.domain.pipeline import BoardQuery, Card, Stage, StageFigures
from salesdesk.domain.queries import Page, PageKey
from salesdesk.services.lists import board
from salesdesk.services.lists.board import COLUMN_PAGE_SIZE
from salesdesk.services.session import Session
from salesdesk.ui.kit.tasks import Tasks
from salesdesk.ui.pipeline.cards import CardLine, TextContext, card_line
from salesdesk.ui.pipeline.column_model import ColumnModel

#: So many cards of a column are kept; who looks for more narrows the board.
MOST_CARDS = 300

#: More touched cards than this are read with the whole board.
MOST_TOUCHED = 100


@dataclass(frozen=True, slots=True)
class BoardQuestion:
    """Which board, and how its cards are worded."""

    session: Session
    query: BoardQuery
    telling: TextContext


@dataclass(frozen=True, slots=True)
class _Pile:
    """Some cards of one column, and where the next begin."""

    stage: Stage
    lines: tuple[CardLine, ...]
    after: PageKey | None


@dataclass(frozen=True, slots=True)
class _Whole:
    """The whole board, read at once."""

    question: BoardQuestion
    figures: tuple[StageFigures, ...]
    piles: tuple[_Pile, ...]


@dataclass(frozen=True, slots=True)
class _Touched:
    """Some cards as they are now (None: not on this board), and the figures after them."""

    lines: Mapping[str, CardLine | None]
    figures: tuple[StageFigures, ...]


class Board(QObject):
    """The five columns of one question.

    Attributes:
        columns: by stage.
        figures: the heads of the columns, by stage; empty until they were read.

    Signals:
        loading(): another board was asked for; the old one stays until that is there.
        loaded(): the whole board is there, or was read again.
        renewed(): it is another one than before.
        figured(): the heads were read.
        following(), followed(): cards are about to change places, and have.
        failed(Exception): it could not be read; what was read stays.
    """

    loading = Signal()
    loaded = Signal()
    renewed = Signal()
    figured = Signal()
    following = Signal()
    followed = Signal()
    failed = Signal(object)

    def __init__(self, tasks: Tasks, movable: bool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._question: BoardQuestion | None = None
        self._shown: BoardQuestion | None = None
        self._touched: frozenset[str] = frozenset()
        self._reading = False
        self._paging: set[Stage] = set()
        self.columns = {stage: ColumnModel(stage, movable, self) for stage in Stage}
        self.figures: Mapping[Stage, StageFigures] = {}

    # --- what is known ----------------------------------------------------------------------------

    @property
    def waiting(self) -> bool:
        """Whether no board has been read yet."""
        return any(column.waiting for column in self.columns.values())

    @property
    def is_behind(self) -> bool:
        """Whether the cards are another question's than the one that was asked last."""
        return self._question is not self._shown

    @property
    def is_empty(self) -> bool:
        """Whether no card was read."""
        return not any(column.rowCount() for column in self.columns.values())

    def line(self, customer_id: str) -> CardLine | None:
        """A customer's card."""
        for column in self.columns.values():
            row = column.row_of(customer_id)
            if row is not None:
                return column.line(row)
        return None

    def stage_of(self, customer_id: str) -> Stage | None:
        """The column in which a customer's card stands."""
        line = self.line(customer_id)
        return line.card.stage if line is not None else None

    # --- asking -----------------------------------------------------------------------------------

    def ask(self, question: BoardQuestion) -> None:
        """Ask for another board."""
        self._question = question
        self._read(dict.fromkeys(Stage, COLUMN_PAGE_SIZE))
        self.loading.emit()

    def refresh(self) -> None:
        """Read again what was read."""
        sizes = {}
        for stage, column in self.columns.items():
            sizes[stage] = min(max(column.rowCount(), COLUMN_PAGE_SIZE), MOST_CARDS)
        self._read(sizes)

    def touch(self, ids: frozenset[str]) -> None:
        """Read just these cards again, wherever they stand now."""
        if self._question is None:
            return
        self._touched |= ids
        if self._reading or len(self._touched) > MOST_TOUCHED:
            self.refresh()
            return
        work = partial(_read_touched, self._question, self._touched)
        self._tasks.query(self._key("touched"), work, self._on_touched, self._on_error)
        for stage in tuple(self._paging):
            self._read_page(stage)

    def fetch_more(self, stage: Stage) -> None:
        """Read the next page of a column, if there is one and it may grow."""
        column = self.columns[stage]
        full = column.rowCount() >= MOST_CARDS
        if column.after is None or full or stage in self._paging or self._reading:
            return
        self._paging.add(stage)
        self._read_page(stage)

    # --- reading ----------------------------------------------------------------------------------

    def _key(self, *what: object) -> tuple[object, ...]:
        return ("board", id(self), *what)

    def _read(self, sizes: Mapping[Stage, int]) -> None:
        if self._question is None:
            return
        for stage in self._paging:
            self._tasks.void(self._key(stage))
        self._paging.clear()
        self._tasks.void(self._key("touched"))
        self._touched = frozenset()
        self._reading = True
        work = partial(_read_whole, self._question, sizes)
        self._tasks.query(self._key("whole"), work, self._on_whole, self._on_unread)

    def _read_page(self, stage: Stage) -> None:
        if self._question is not None:
            work = partial(_read_pile, self._question, stage, self.columns[stage].after)
            self._tasks.query(self._key(stage), work, self._on_page, self._on_error)

    def _on_whole(self, whole: _Whole) -> None:
        self._reading = False
        renewed, self._shown = whole.question is not self._shown, whole.question
        self.following.emit()
        for pile in whole.piles:
            self.columns[pile.stage].put(pile.lines, pile.after)
        self._take_figures(whole.figures)
        self.followed.emit()
        if renewed:
            self.renewed.emit()
        self.loaded.emit()

    def _on_page(self, pile: _Pile) -> None:
        self._paging.discard(pile.stage)
        self.following.emit()
        self.columns[pile.stage].append(pile.lines, pile.after)
        self.followed.emit()

    def _on_touched(self, touched: _Touched) -> None:
        self._touched -= touched.lines.keys()
        self.following.emit()
        for customer_id, line in touched.lines.items():
            here = self.stage_of(customer_id)
            if here is not None and (line is None or line.card.stage is not here):
                self.columns[here].take(customer_id)
            if line is not None:
                self.columns[line.card.stage].place(line, wanted=here is not None)
        self._take_figures(touched.figures)
        self.followed.emit()
        self.loaded.emit()

    def show_figures(self, figures: tuple[StageFigures, ...]) -> None:
        """Show other figures of the same board, such as those that were counted to the end."""
        self._take_figures(figures)

    def _take_figures(self, figures: tuple[StageFigures, ...]) -> None:
        self.figures = {each.stage: each for each in figures}
        self.figured.emit()

    def _on_unread(self, fault: Exception) -> None:
        self._reading = False
        self.failed.emit(fault)

    def _on_error(self, fault: Exception) -> None:
        self._paging.clear()
        self.failed.emit(fault)


def _read_whole(question: BoardQuestion, sizes: Mapping[Stage, int]) -> _Whole:
    """On a worker thread."""
    found = board.whole(question.session, question.query, sizes)
    piles = tuple(_pile(question, stage, page) for stage, page in found.pages.items())
    return _Whole(question, found.figures, piles)


def _read_pile(question: BoardQuestion, stage: Stage, after: PageKey | None) -> _Pile:
    """On a worker thread."""
    page = board.page(question.session, question.query, stage, after, COLUMN_PAGE_SIZE)
    return _pile(question, stage, page)


def _pile(question: BoardQuestion, stage: Stage, page: Page[Card]) -> _Pile:
    return _Pile(stage, tuple(card_line(card, question.telling) for card in page.rows), page.after)


def _read_touched(question: BoardQuestion, ids: frozenset[str]) -> _Touched:
    """On a worker thread."""
    cards = board.cards(question.session, question.query, ids)
    lines = {
        one: card_line(card, question.telling) if card is not None else None
        for one, card in cards.items()
    }
    return _Touched(lines, board.figures(question.session, question.query))
