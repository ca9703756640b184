"""The pipeline board: cold, warm, hot, ordered, won; the most urgent card first in each."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSettings, Signal
from PySide6.QtWidgets import QWidget

from salesdesk.domain.changes import Changes
from salesdesk.domain.customer import LeadSource, SalesStatus
from salesdesk.domain.errors import NotAllowed, Refusal
from salesdesk.domain.permissions import Permission
from salesdesk.domain.pipeline import BoardQuery, Stage, StageFigures, refusal
from salesdesk.domain.queries import CustomerQuery, CustomerRow, OwnerFilter, OwnerScope
from salesdesk.domain.refusals import Why
from salesdesk.services.lists import board
from salesdesk.ui.actions.actions import CustomerAct
from salesdesk.ui.commands import Cmd
from salesdesk.ui.kit.widgets import Button, EmptyState, StateStack
from salesdesk.ui.lists import filters
from salesdesk.ui.lists.as_of import AsOfLine
from salesdesk.ui.lists.exact_counts import ExactCount
from salesdesk.ui.lists.filter_bar import FilterBar
from salesdesk.ui.lists.filters import Facet
from salesdesk.ui.lists.reading_screen import ReadingScreen
from salesdesk.ui.pipeline import texts as words
from salesdesk.ui.pipeline.board import Board, BoardQuestion
from salesdesk.ui.pipeline.board_view import BoardView
from salesdesk.ui.pipeline.cards import TextContext
from salesdesk.ui.pipeline.header import PipelineHeader
from salesdesk.ui.session.context import Context

_STAGES = tuple(Stage)


class PipelineScreen(ReadingScreen):
    """The board.

    Signals:
        moved(object, SalesStatus): these customers' cards, a tuple of rows, shall go there.
    """

    header: PipelineHeader

    moved = Signal(object, object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("pipeline_screen", context, parent, ground="window")
        actor = context.session.actor
        self._movable = actor.may(Permission.CUSTOMERS_EDIT)
        self._query = self._own()
        self._going: frozenset[str] = frozenset()
        self.board = Board(context.tasks, self._movable, self)
        self._exactly: tuple[BoardQuery, tuple[StageFigures, ...]] | None = None
        self.exact = ExactCount(context.tasks, self)
        self.exact.counted.connect(self._on_exact)
        self.exact.failed.connect(self._on_failed)
        self.header = PipelineHeader(actor, self)
        self.filters = FilterBar(
            context.office, actor.uid, self, screen="pipeline", facets=(Facet.OWNER, Facet.SOURCE),
            ground="window", side=24,
        )  # fmt: skip
        as_of = AsOfLine(context, "pipeline", ground="window", side=24, parent=self)
        self.columns = BoardView(self.board, self)
        self.states = StateStack(
            self.columns, self._empty_state(), name="pipeline_states", ground="window", parent=self
        )
        self.setLayout(self.stack(self.header, self.filters, as_of, self.states))
        self._connect()

    def _empty_state(self) -> EmptyState:
        empty = EmptyState("square-kanban", "", "", name="pipeline_empty", ground="window")
        self._to_all = Button(self.tr("Clear all filters"), name="pipeline_empty_clear")
        self._to_all.clicked.connect(self.clear_filters)
        empty.add_action(self._to_all)
        return empty

    def _connect(self) -> None:
        self.header.searched.connect(self._on_search)
        self.header.move_requested.connect(self.open_move_menu)
        self.header.move_chosen.connect(self.move_to)
        self.header.log_requested.connect(self._on_log)
        self.filters.changed.connect(self._on_filtered)
        self.columns.picked.connect(self.picked)
        self.columns.opened.connect(self._on_opened)
        self.columns.dropped.connect(self._on_dropped)
        self.columns.refused.connect(self.move_to)
        self.columns.menu_requested.connect(self.menu_requested)
        self.board.loading.connect(self._on_loading)
        self.board.loaded.connect(self._on_loaded)
        self.board.figured.connect(self._show_figures)
        self.board.failed.connect(self._on_failed)
        self.listen()

    # --- asking -----------------------------------------------------------------------------------

    @property
    def query(self) -> BoardQuery:
        """What the board asks for."""
        return self._query

    def _own(self) -> BoardQuery:
        """The signed-in person's own board; the whole one of who holds no customers."""
        actor = self._context.session.actor
        if actor.uid is None or not actor.may(Permission.CUSTOMERS_HOLD):
            return BoardQuery()
        return BoardQuery(OwnerFilter(OwnerScope.PERSON, actor.uid))

    def ask(self, query: BoardQuery) -> None:
        """Show what a query asks for; chips and the text in the search field follow."""
        if query.search != self._query.search:
            self.header.search.set_search(query.search)
        self._query = query
        self.ask_again()

    def first_shown(self) -> None:
        self.ask_again()

    def ask_again(self) -> None:
        self.note_wording()
        self.show_filters()
        office, query = self._context.office, self._query
        whose = query.owner.scope is not OwnerScope.PERSON
        telling = TextContext(office.formats, office.currency, whose)
        self.board.ask(BoardQuestion(self._context.session, query, telling))

    def read_again(self) -> None:
        self.board.refresh()

    def show_loading(self) -> None:
        """The board shows by itself that its columns are on their way."""
        self.states.show_list()

    def clear_filters(self) -> None:
        self.header.search.set_search("")
        self.ask(BoardQuery())

    def show_filters(self) -> None:
        self.filters.show_query(_as_list(self._query))

    def _on_filtered(self, wanted: CustomerQuery) -> None:
        self.ask(BoardQuery(wanted.owner, wanted.sources, wanted.search))

    def _on_search(self, text: str) -> None:
        self.ask(replace(self._query, search=text))

    # --- answers ----------------------------------------------------------------------------------

    def _on_loading(self) -> None:
        if self.board.waiting:
            self.states.show_list()
        self._show_figures()

    def _on_loaded(self) -> None:
        self._ask_exactly()
        if self._going:
            self.show_going(frozenset())
        self.show_said()
        if self.board.is_empty:
            self.show_empty()
        else:
            self.states.show_list()
            if self._first_wanted and self.isVisible():
                self.focus_list()
        self.picked.emit()

    def show_empty(self) -> None:
        """Say that no card is there, and offer what to do."""
        narrowed = filters.is_narrowed(_as_list(self._query))
        self._to_all.setVisible(narrowed)
        self.states.empty.set_words(*words.empty(narrowed))
        self.states.show_empty()

    def _ask_exactly(self) -> None:
        """Where a column's count stopped at its cap, count it to the end."""
        query = self._query
        if any(each.count.more for each in self.board.figures.values()):
            if self._exactly is not None and self._exactly[0] == query:
                self.board.show_figures(
                    tuple(
                        replace(now, count=now.count.kept(then.count))
                        for now, then in zip(
                            self.board.figures.values(), self._exactly[1], strict=True
                        )
                    )
                )
            self.exact.ask(query, partial(board.figures, self._context.session, query, None))
        else:
            self.exact.drop()

    def _on_exact(self, query: BoardQuery, figures: tuple[StageFigures, ...]) -> None:
        if query == self._query:
            self._exactly = query, figures
            self.board.show_figures(figures)

    def _show_figures(self) -> None:
        formats = self._context.office.formats
        self.columns.show_figures(formats, self._context.office.currency)
        self.header.count.setText(words.heading(self.board.figures.values(), formats))

    def show_said(self) -> None:
        move = self.tr("Move a card: drag, or Alt+arrow keys") if self._movable else ""
        read = self.as_read()
        self.filters.set_count(move if read is None else read)

    def _on_failed(self, fault: Exception) -> None:
        if self.board.waiting:
            self.states.show_error(*words.failed(fault))
        self.failed.emit(fault)

    # --- changes ----------------------------------------------------------------------------------

    def take_changes(self, changes: Changes) -> None:
        if changes.customer_ids:
            self.board.touch(changes.customer_ids)
        else:
            self.refresh()

    # --- moving -----------------------------------------------------------------------------------

    def commands(self) -> Mapping[Cmd, Callable[[], object]]:
        """Moving the selected cards."""
        return {
            Cmd.MOVE_TO: self.open_move_menu,
            Cmd.STAGE_BACK: self._move_back,
            Cmd.STAGE_ON: self._move_on,
        }

    def open_move_menu(self) -> None:
        """Open the menu of stages for the selected cards."""
        if self._somebody_chosen():
            self.header.open_menu(self.columns.stage, self.refusal)

    def refusal(self, to: Stage) -> Refusal | None:
        """What refuses to move the selected cards to a stage; None: they can go there."""
        return refusal(self.columns.stage, to)

    def why_not_moved(self, to: SalesStatus) -> Refusal | None:
        return self.refusal(Stage(to.value))

    def move_to(self, to: Stage) -> None:
        """Move the selected cards, or say why they stay."""
        if self._somebody_chosen():
            self._move(self.selected(), to)

    def _move(self, rows: Sequence[CustomerRow], to: Stage) -> None:
        refused, status = self.refusal(to), to.status
        if not self._movable:
            self.failed.emit(NotAllowed(Permission.CUSTOMERS_EDIT))
        elif refused is not None:
            self.failed.emit(refused)
        elif (
            status is not None
            and to is not self.columns.stage
            and not self._going & {row.id for row in rows}
        ):
            self.moved.emit(tuple(rows), status)

    def _move_back(self) -> None:
        self._move_by(-1)

    def _move_on(self) -> None:
        self._move_by(1)

    def _move_by(self, step: int) -> None:
        at = _STAGES.index(self.columns.stage) + step
        if at < 0:
            self.failed.emit(Refusal(Why.WORDED, text=words.no_further(self.columns.stage)))
        else:
            self.move_to(_STAGES[min(at, len(_STAGES) - 1)])

    def _on_dropped(self, stage: Stage, ids: tuple[str, ...]) -> None:
        lines = [self.board.line(one) for one in ids]
        self._move([line.row for line in lines if line is not None], stage)

    def _somebody_chosen(self) -> bool:
        if self.selected():
            return True
        self.focus_list()
        self.failed.emit(Refusal(Why.WORDED, text=self.tr("Choose the card that you move.")))
        return False

    def show_going(self, ids: frozenset[str]) -> None:
        """Show these cards as being moved, and move none of them until they are there."""
        self._going = ids
        for column in self.board.columns.values():
            column.show_going(ids)

    def on_moved(self, answered: bool) -> None:
        """A move was answered; the cards go when they were read again."""
        if not (answered and self.isVisible()):
            self.show_going(frozenset())

    # --- the customers on it ----------------------------------------------------------------------

    def selected(self) -> list[CustomerRow]:
        return [line.row for line in self.columns.selected_lines()]

    def current(self) -> CustomerRow | None:
        line = self.columns.active.chosen_line()
        return line.row if line is not None else None

    def choose_nobody(self) -> None:
        self.columns.choose_nobody()

    @property
    def view(self) -> QWidget:
        """The column that has the selection."""
        return self.columns.active

    def known(self, customer_id: str) -> CustomerRow | None:
        """A customer whose card was read."""
        line = self.board.line(customer_id)
        return line.row if line is not None else None

    def go_to_id(self, customer_id: str) -> bool:
        """Make a customer's card the current one, if it was read."""
        return self.columns.go_to_id(customer_id)

    def step(self, by: int) -> None:
        self.columns.step(by)

    def in_sight(self) -> list[CustomerRow]:
        """The customers whose cards can be seen just now."""
        return [line.row for line in self.columns.in_sight()]

    def focus_list(self) -> None:
        """Go to the cards; the first becomes the current one if there is none."""
        self._first_wanted = self.board.waiting
        self.columns.go_to_first()
        self.columns.active.setFocus()

    def open_filters(self) -> None:
        self.filters.open_menu()

    def _on_opened(self) -> None:
        line = self.columns.active.choose_current()
        if line is not None:
            self.opened.emit(line.row)

    def _on_log(self) -> None:
        if self._somebody_chosen():
            self.act_chosen.emit(CustomerAct.LOG)

    # --- what is kept -----------------------------------------------------------------------------

    def _settings_key(self) -> str:
        return f"pipeline/{self._context.session.actor.uid or 'nobody'}/filters"

    def restore(self, settings: QSettings) -> None:
        """Take over the filters that this person set last."""
        try:
            kept = json.loads(str(settings.value(self._settings_key(), "")))
            owner = OwnerFilter(OwnerScope(kept["scope"]), kept["uid"])
            self._query = BoardQuery(owner, frozenset(map(LeadSource, kept["sources"])))
        except (ValueError, KeyError, TypeError):
            self._query = self._own()

    def keep(self, settings: QSettings) -> None:
        """Write this person's filters."""
        query = self._query
        kept = {
            "scope": query.owner.scope.value,
            "uid": query.owner.uid,
            "sources": sorted(source.value for source in query.sources),
        }
        settings.setValue(self._settings_key(), json.dumps(kept))


def _as_list(query: BoardQuery) -> CustomerQuery:
    """The same filters as those of a list."""
    return CustomerQuery(search=query.search, owner=query.owner, sources=query.sources)
