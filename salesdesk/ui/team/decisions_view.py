"""What was said of pairs so far, each of which can be taken back."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from salesdesk.domain.duplicates import Decision, DecisionKind
from salesdesk.domain.events import new_id
from salesdesk.services.duplicates import deciding, linking
from salesdesk.services.session import Done
from salesdesk.ui.i18n import fill
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.forms.cell_table import CellTable
from salesdesk.ui.kit.widgets import Button, ButtonKind, EmptyState, Pane, StateStack
from salesdesk.ui.session.context import Context
from salesdesk.ui.team import duplicate_words as words


class DecisionsView(Pane):
    """The links and the pairs said to be different, the newest first.

    Signals:
        left(): go back to the pairs.
        told(str): something to say quietly.
        refused(Exception): what was just asked for was not done.
        failed(Exception): they could not be read.
    """

    left = Signal()
    told = Signal(str)
    refused = Signal(object)
    failed = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("base", name="decisions", parent=parent)
        self._context = context
        self._decisions: tuple[Decision, ...] = ()
        self._act_id = new_id()
        self.back = Button(
            self.tr("Back to the pairs"), name="decisions_back", kind=ButtonKind.LINK
        )
        self.undo = Button(self.tr("Take back"), name="decisions_undo", icon="undo-2")
        self.table = CellTable(
            words.decision_heads(), [112, 0, 152, 152], name="decisions_table",
            accessible=self.tr("What was said of pairs"),
        )  # fmt: skip
        empty = EmptyState("users", "", "", name="decisions_empty")
        empty.set_words(self.tr("Nothing was said of any pair yet"), "")
        self.states = StateStack(self.table, empty, name="decisions_states")
        self._lay_out()
        self.back.clicked.connect(self.left)
        self.undo.clicked.connect(self._take_back)
        self.states.retried.connect(self.refresh)
        self.table.selectionModel().currentRowChanged.connect(self._on_current)
        self._on_current()

    def _lay_out(self) -> None:
        self._bar = Pane("base", "bottom", name="decisions_bar")
        row = QHBoxLayout(self._bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.back)
        row.addStretch(1)
        row.addWidget(self.undo)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(self.states, 1)
        self.measure()

    def measure(self) -> None:
        self._bar.setFixedHeight(theme.px(48))
        self._bar.setContentsMargins(theme.px(16), 0, theme.px(16), 0)

    def refresh(self) -> None:
        """Read them."""
        if not self._decisions:
            self.states.show_loading()
        work = partial(deciding.decisions, self._context.session)
        self._context.tasks.query(("decisions", id(self)), work, self._on_read, self._on_failed)

    def _on_read(self, found: tuple[Decision, ...]) -> None:
        self._decisions = found
        formats = self._context.office.formats
        self.table.show_rows([words.decision_line(one, formats) for one in found])
        if found:
            self.states.show_list()
            self.table.select_first()
        else:
            self.states.show_empty()
        self._on_current()

    def _on_failed(self, fault: Exception) -> None:
        self.states.show_error(*words.failed(fault))
        self.failed.emit(fault)

    def _current(self) -> Decision | None:
        line = self.table.current()
        found = (one for one in self._decisions if line and one.event_id == line.id)
        return next(found, None)

    def _on_current(self) -> None:
        self.undo.setEnabled(self._current() is not None)

    def _take_back(self) -> None:
        one = self._current()
        if one is None:
            return
        self.undo.setEnabled(False)
        session = self._context.session
        if one.kind is DecisionKind.LINKED:
            work = partial(linking.unlink, session, self._act_id, one.event_id)
            self._context.tasks.command(work, self._on_done, self._on_refused)
        else:
            back = partial(deciding.take_back, session, self._act_id, one.left.id, one.right.id)
            self._context.tasks.command(back, self._on_done, self._on_refused)

    def _on_done(self, done: Done) -> None:
        self._act_id = new_id()
        one = self._current()
        if one is not None:
            said = self.tr("What was said of {one} and {other} is taken back.")
            names = {"one": words.name_of(one.left), "other": words.name_of(one.right)}
            rest = words.left(done) if isinstance(done, linking.Unlinked) else ""
            self.told.emit(f"{fill(said, **names)} {rest}".strip())
        self._context.feed.publish(done.changes)
        self.refresh()

    def _on_refused(self, fault: Exception) -> None:
        self.refused.emit(fault)
        self.refresh()
