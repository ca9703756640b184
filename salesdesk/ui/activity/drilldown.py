"""The rows behind a mark, beneath a chip that names it and leads back to the charts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from salesdesk.domain.changes import Changes, Topic
from salesdesk.domain.queries import Count, Page, PageKey
from salesdesk.domain.reports.drill_down import DrillDown, RowKind
from salesdesk.domain.reports.report_scope import ReportScope
from salesdesk.services.reports import opened
from salesdesk.services.session import Session
from salesdesk.ui.actions.actions import ICONS, CustomerAct, applicable, word
from salesdesk.ui.activity import texts as words
from salesdesk.ui.activity.drilldown_assign import Moving
from salesdesk.ui.activity.section import TextContext
from salesdesk.ui.activity.texts import OpenedLine, line_of
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.paging.model import PagedModel
from salesdesk.ui.kit.widgets import (
    Button,
    ButtonKind,
    EmptyState,
    FilterChip,
    Label,
    Pane,
    StateStack,
)
from salesdesk.ui.lists.fitted_table import FittedTable
from salesdesk.ui.session.context import Context

_TOPICS = frozenset({Topic.CUSTOMERS, Topic.CONTACTS, Topic.OWNERSHIP, Topic.FOLLOW_UPS})

#: Customer, company, when, by whom and what: what they keep, and which of them give first.
_LEAST = (160, 96, 112, 96, 72)
_RANKS = {0: 4, 1: 0, 2: 2, 3: 1, 4: 3}


@dataclass(frozen=True, slots=True)
class OpenedSource:
    """The rows of a mark."""

    session: Session
    report_scope: ReportScope
    mark: DrillDown
    telling: TextContext
    now: datetime

    def page(self, after: PageKey | None, limit: int) -> Page[OpenedLine]:
        """One page; raises what `opened.page` does."""
        found = opened.page(self.session, self.report_scope, self.mark, after, limit)
        return Page(tuple(line_of(r, self.telling, self.now) for r in found.rows), found.after)

    def lines(self, ids: Sequence[str]) -> tuple[OpenedLine, ...]:
        """None by itself: a mark's rows are read again page by page."""
        return ()


class ActivityRows(Pane):
    """What a mark counts.

    Signals:
        left(): back to the charts.
        opened(str): this customer shall be shown.
        move_wanted(): those who are chosen shall be handed over.
        failed(Exception): something could not be read.
        menu_requested(QPoint): the context menu of who is chosen shall open.

    Attributes:
        moving: who is chosen, of a mark whose customers can be handed over.
        outdated: something changed since the mark was opened.
    """

    left = Signal()
    opened = Signal(str)
    move_wanted = Signal()
    failed = Signal(object)
    menu_requested = Signal(QPoint)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("base", name="activity_rows", parent=parent)
        self._context = context
        self._asked: tuple[ReportScope, DrillDown] | None = None
        self._entered = False
        self.outdated = False
        self.model: PagedModel[OpenedLine] = PagedModel(
            context.tasks, words.row_heads(RowKind.CUSTOMERS), self
        )
        self.table = FittedTable(
            self.model,
            name="activity_table",
            accessible=self.tr("The rows behind a mark of the chart"),
            least=_LEAST,
            ranks=_RANKS,
        )
        self.table.head.setSectionsClickable(False)
        self.moving = Moving(context, self.table, self.model, self)
        self.hand_over = Button("", name="activity_hand_over", icon=ICONS[CustomerAct.ASSIGN])
        self.hand_over.hide()
        self._back = Button(
            self.tr("All charts"), name="activity_back", kind=ButtonKind.QUIET, icon="undo-2"
        )
        self._back.setToolTip(self.tr("Back to the charts (Esc)"))
        self.chip = FilterChip("", "", name="activity_chip", parent=self)
        self.framed = Label(name="activity_framed", ink="text2", cut=True)
        self.count = Label(name="activity_row_count", ink="text2")
        self._empty = EmptyState("chart-column", "", "", name="activity_rows_empty")
        self._empty.set_words(
            self.tr("No rows any more"),
            self.tr("What this mark counted was changed in the meantime."),
        )
        self.states = StateStack(self.table, self._empty, name="activity_rows_states")
        row = QHBoxLayout()
        row.setContentsMargins(theme.px(8), theme.px(8), theme.px(24), theme.px(8))
        row.setSpacing(theme.px(8))
        row.addWidget(self._back)
        row.addWidget(self.chip)
        row.addWidget(self.framed, 1)
        row.addWidget(self.count)
        row.addWidget(self.hand_over)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.states, 1)
        self._connect()

    def _connect(self) -> None:
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.left)
        self._back.clicked.connect(self.left)
        self.chip.removed.connect(self.left)
        self.states.retried.connect(self.read_again)
        self.table.opened.connect(self._on_opened)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._on_menu)
        self.table.verticalScrollBar().valueChanged.connect(self._tell_sight)
        self.model.loading.connect(self._on_loading)
        self.model.loaded.connect(self._on_loaded)
        self.model.failed.connect(self._on_failed)
        self.hand_over.clicked.connect(self.move_wanted)
        self.moving.ready.connect(self.move_wanted)
        self.moving.chosen.connect(self._show_hand_over)
        self.moving.failed.connect(self._on_failed)
        self._context.feed.changed.connect(self._on_changes)
        self._context.connection.regained.connect(self.read_again)

    def open(
        self, report_scope: ReportScope, mark: DrillDown, name: str, told: str, telling: TextContext
    ) -> None:
        """Show the rows of a mark.

        Args:
            name: the mark in words, for the chip.
            told: the frame in words.
        """
        pulse = self._context.connection.pulse
        now = pulse.now if pulse is not None else datetime.now(telling.formats.zone)
        self.leave()
        self._asked, self._entered, self.outdated = (report_scope, mark), True, False
        self.chip.set_words(self.tr("Only"), name)
        self.framed.setText(told)
        self.count.setText("")
        self.model.set_titles(words.row_heads(mark.figure.rows))
        self.model.ask(OpenedSource(self._context.session, report_scope, mark, telling, now))
        self.moving.ask(report_scope, mark)
        self._recount()

    def leave(self) -> None:
        """Another page is shown in place of the rows, or those of another mark."""
        self._asked = None
        self.model.clear()
        self.moving.leave()

    def read_again(self) -> None:
        """Read the rows, who is behind the mark, and how many."""
        if self._asked is not None:
            self.model.refresh()
            self.moving.again()
            self._recount()

    def chosen_id(self) -> str:
        """The customer of the one row that is highlighted; '' for none, or several."""
        chosen = self.table.selectionModel().selectedRows()
        line = self.model.line(chosen[0].row()) if len(chosen) == 1 else None
        return line.row.customer_id if line is not None and line.row.name is not None else ""

    def go_to_id(self, customer_id: str) -> bool:
        """Highlight a customer's row alone; False where none was read."""
        for at in range(self.model.rowCount()):
            line = self.model.line(at)
            if line is not None and line.row.customer_id == customer_id:
                self.table.selectRow(at)
                return True
        return False

    def outdate(self) -> None:
        """Something changed since the mark was opened."""
        if self._asked is not None:
            self.outdated = True
            self.read_again()

    def _recount(self) -> None:
        if self._asked is not None:
            work = partial(opened.count, self._context.session, *self._asked)
            key = ("activity rows", id(self))
            self._context.tasks.query(key, work, self._on_count, self._on_failed)

    def _on_count(self, count: Count) -> None:
        if self._asked is not None:
            formats = self._context.office.formats
            self.count.setText(words.kind_word(self._asked[1].figure.rows, count.number, formats))

    def _on_changes(self, changes: Changes) -> None:
        if changes.topics & _TOPICS:
            self.outdate()

    def _show_hand_over(self) -> None:
        """Name the act and how many it would be done to."""
        able = applicable(CustomerAct.ASSIGN, self.moving.rows, self._context.session.actor)
        number = self._context.office.formats.number(len(able))
        self.hand_over.setText(f"{word(CustomerAct.ASSIGN, able)} {number}…")
        self.hand_over.setVisible(bool(able))

    def _tell_sight(self) -> None:
        if self.model.rowCount():
            first = max(self.table.rowAt(0), 0)
            last = self.table.rowAt(self.table.viewport().height() - 1)
            self.model.see(first, last if last >= 0 else self.model.rowCount() - 1)

    def _on_opened(self, index: QModelIndex) -> None:
        line = self.model.line(index.row())
        if line is not None and line.row.name is not None:
            self.opened.emit(line.row.customer_id)

    def _on_menu(self, at: QPoint) -> None:
        if self.chosen_id() or self.moving.rows:
            self.menu_requested.emit(self.table.viewport().mapToGlobal(at))

    def _on_loading(self) -> None:
        if self.model.rowCount() == 0:
            self.states.show_loading()

    def _on_loaded(self) -> None:
        if self.model.rowCount() == 0:
            self.states.show_empty()
            return
        self.states.show_list()
        self._tell_sight()
        if self._entered and self.isVisible():
            self._entered = False
            self._begin_at_first()

    def _begin_at_first(self) -> None:
        """Let the arrow keys begin at the first row; whoever is chosen stays chosen.

        Not while somebody writes elsewhere, such as in the panel, until a server is back.
        """
        focus = QApplication.focusWidget()
        if focus is None or self.isAncestorOf(focus):
            self.table.setFocus()
        if self.moving.everybody:
            keep = QItemSelectionModel.SelectionFlag.NoUpdate
            self.table.selectionModel().setCurrentIndex(self.model.index(0, 0), keep)
        else:
            self.table.selectRow(0)

    def _on_failed(self, fault: Exception) -> None:
        if self.model.rowCount() == 0:
            self.states.show_error(*words.failed(fault))
        self.failed.emit(fault)
