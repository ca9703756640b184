"""Five columns side by side: one selection, one current card, moved through by arrow keys."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from salesdesk.domain.pipeline import Stage
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.formats import Formats
from salesdesk.ui.kit.widgets import Measured, Pane, named
from salesdesk.ui.pipeline.board import Board
from salesdesk.ui.pipeline.card_list import CardList
from salesdesk.ui.pipeline.cards import CardLine
from salesdesk.ui.pipeline.column import BoardColumn
from salesdesk.ui.pipeline.painting import GAP

_STAGES = tuple(Stage)


class BoardView(Measured, QScrollArea):
    """The columns of a `Board`; cards that change places keep selection, focus and scroll.

    Attributes:
        columns: by stage.

    Signals:
        picked(): the selection, or the current card, is another one.
        opened(): Enter or a double click on a card.
        dropped(Stage, object): cards, by their customers' ids, were dropped on a stage.
        refused(Stage): cards were dropped on a stage that takes none.
        menu_requested(QPoint): a context menu shall open here, on the screen.
    """

    picked = Signal()
    opened = Signal()
    dropped = Signal(object, object)
    refused = Signal(object)
    menu_requested = Signal(QPoint)

    def __init__(self, board: Board, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "pipeline_board", self.tr("Board"))
        self._board = board
        self._pane = Pane("window", name="pipeline_columns")
        self._active = Stage.COLD
        self._busy = False
        self._kept: tuple[frozenset[str], str, bool] = (frozenset(), "", False)
        self._tops: dict[Stage, tuple[str, int]] = {}
        self.setProperty("quiet", "true")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setWidget(self._pane)
        self.columns = {stage: BoardColumn(board.columns[stage], self._pane) for stage in Stage}
        self._row = QHBoxLayout(self._pane)
        self._row.setSpacing(0)
        for column in self.columns.values():
            self._row.addWidget(column, 1)
            self._connect(column)
        self.measure()
        board.following.connect(self._remember)
        board.followed.connect(self._follow)
        board.renewed.connect(self._begin)

    def _connect(self, column: BoardColumn) -> None:
        column.dropped.connect(self.dropped)
        column.more_requested.connect(self._board.fetch_more)
        column.list.picked.connect(self._on_picked)
        column.list.opened.connect(self.opened)
        column.list.left.connect(self._on_left)
        column.list.menu_requested.connect(self.menu_requested)
        column.list.drag_ended.connect(self._on_drag_ended)

    def measure(self) -> None:
        px = theme.px
        # The scroll bar of the last column stands in the margin, as the others' in the gaps.
        self._row.setContentsMargins(px(24), 0, px(24 - GAP), 0)

    # --- what it says -----------------------------------------------------------------------------

    def show_figures(self, formats: Formats, currency: str) -> None:
        """Show the counts and sums of the columns."""
        for stage, column in self.columns.items():
            column.show_figures(self._board.figures.get(stage), formats, currency)

    def refit(self) -> None:
        """Lay every column out again, after something was shown that no model tells of."""
        for column in self.columns.values():
            column.fit()

    # --- the selection ----------------------------------------------------------------------------

    @property
    def active(self) -> CardList:
        """The list that has the selection."""
        return self.columns[self._active].list

    @property
    def stage(self) -> Stage:
        """The stage whose cards are selected."""
        return self._active

    def selected_lines(self) -> list[CardLine]:
        """The selected cards; all of one column."""
        return self.active.selected_lines()

    def go_to_id(self, customer_id: str) -> bool:
        """Make a customer's card the current one, if it was read."""
        for stage, column in self.columns.items():
            row = column.list.column.row_of(customer_id)
            if row is not None:
                self._active = stage
                column.list.go_to(row)
                self.ensureWidgetVisible(column, 0, 0)
                return True
        return False

    def choose_nobody(self) -> None:
        """Take the highlight off the cards."""
        self.active.clearSelection()

    def go_to_first(self) -> None:
        """Make the first card of the board the current one, if there is none."""
        if self.selected_lines():
            return
        for column in self.columns.values():
            if column.list.column.rowCount():
                self._active = column.list.column.stage
                column.list.go_to(0)
                return

    def step(self, by: int) -> None:
        """Go to the next (1) or the previous (-1) card of the column."""
        row = self.active.currentIndex().row() + by
        if 0 <= row < self.active.column.rowCount():
            self.active.go_to(row)

    def in_sight(self) -> list[CardLine]:
        """The cards that can be seen just now."""
        found = []
        for column in self.columns.values():
            lines = column.list.column.lines
            found += [lines[row] for row in column.list.rows_in_sight()]
        return found

    def _on_picked(self) -> None:
        sender = self.sender()
        if self._busy or not isinstance(sender, CardList):
            return
        if sender.selectionModel().hasSelection():
            self._active = sender.column.stage
            self._busy = True
            self._clear_others(sender)
            self._busy = False
        self.picked.emit()

    def _clear_others(self, chosen: CardList) -> None:
        for column in self.columns.values():
            if column.list is not chosen:
                column.list.clearSelection()

    def _on_left(self, by: int) -> None:
        """Go to the card beside the current one, over columns without cards."""
        at = _STAGES.index(self._active)
        beside = reversed(_STAGES[:at]) if by < 0 else iter(_STAGES[at + 1 :])
        for stage in beside:
            target = self.columns[stage]
            rows = target.list.column.rowCount()
            if rows:
                high = self.active.visualRect(self.active.currentIndex()).center()
                row = target.list.indexAt(high).row()
                target.list.setFocus()
                target.list.go_to(row if row >= 0 else target.list.rows_in_sight().stop - 1)
                self.ensureWidgetVisible(target, 0, 0)
                return

    def _on_drag_ended(self, moved: bool, at: QPoint) -> None:
        for stage, column in self.columns.items():
            column.explain(False)
            if not moved and stage.fixed and stage is not self._active and column.holds(at):
                self.refused.emit(stage)

    # --- cards that change places -----------------------------------------------------------------

    def _remember(self) -> None:
        current = self.active.current_line()
        chosen = frozenset(line.id for line in self.selected_lines())
        self._kept = (chosen, current.id if current else "", self.active.hasFocus())
        self._tops = {stage: column.list.top() for stage, column in self.columns.items()}
        self._busy = True

    def _follow(self) -> None:
        """Keep the places; the selection goes with the current card where that has gone."""
        chosen, current, focused = self._kept
        before = self._active
        for column, (customer_id, away) in self._tops.items():
            self.columns[column].list.bring_to_top(customer_id, away)
        stage = self._board.stage_of(current) if current else None
        if stage is not None:
            self._active = stage
            self._clear_others(self.active)
            self.active.select_ids(chosen, current)
            if stage is not before:
                self.active.scrollTo(self.active.currentIndex())
                self.ensureWidgetVisible(self.columns[stage], 0, 0)
                if focused:
                    self.active.setFocus()
        elif chosen:
            self._after_gone()
        self._busy = False
        self.picked.emit()

    def _begin(self) -> None:
        """Another board begins at its top."""
        for column in self.columns.values():
            column.list.verticalScrollBar().setValue(0)

    def _after_gone(self) -> None:
        """The current card left the board: the one in its place is the current one."""
        row = min(max(self.active.currentIndex().row(), 0), self.active.column.rowCount() - 1)
        if row >= 0:
            self.active.select_ids(
                frozenset({self.active.column.lines[row].id}), self.active.column.lines[row].id
            )
