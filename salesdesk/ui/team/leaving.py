"""Who leaves next, agent by agent, if nobody contacts them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from salesdesk.domain.standing import LeavingOfAgent
from salesdesk.services.lists import standing
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.forms.cell_table import CellTable
from salesdesk.ui.kit.widgets import EmptyState, Label, Pane, StateStack
from salesdesk.ui.session.context import Context
from salesdesk.ui.team import standing_words as words

_LISTED_DAYS = 7


class LeavingPage(Pane):
    """The agents with how many leave them within so many days.

    Signals:
        failed(Exception): it could not be read.
        list_wanted(tuple, str): show these customers under this title.
    """

    failed = Signal(object)
    list_wanted = Signal(object, str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("base", name="leaving", parent=parent)
        self._context = context
        self._agents: tuple[LeavingOfAgent, ...] = ()
        self._asked = self._known = False
        self._opening: LeavingOfAgent | None = None
        self.table = CellTable(
            words.leaving_heads(context.office.formats),
            [0, 88, 88, 96, 96, 104, 104, 184],
            name="leaving_table",
            accessible=self.tr("Who leaves next"),
            figures=range(1, 7),
        )
        empty = EmptyState("hourglass", "", "", name="leaving_empty")
        empty.set_words(*words.nobody_leaves())
        self.states = StateStack(self.table, empty, name="leaving_states")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        bar = Pane("base", "bottom", name="leaving_bar")
        bar.setFixedHeight(theme.px(48))
        line = QVBoxLayout(bar)
        line.setContentsMargins(theme.px(16), 0, theme.px(16), 0)
        line.addWidget(Label(words.forecast(), name="leaving_forecast", ink="text2"))
        column.addWidget(bar)
        column.addWidget(self.states, 1)
        self.states.retried.connect(self.refresh)
        self.table.opened.connect(self._on_opened)

    def refresh(self) -> None:
        """Count again."""
        if not self._asked:
            self.states.show_loading()
        self._asked = True
        work = partial(standing.leaving, self._context.session)
        self._context.tasks.query(("leaving", id(self)), work, self._on_read, self._on_failed)

    def _on_read(self, agents: tuple[LeavingOfAgent, ...]) -> None:
        self._agents, self._known = agents, True
        formats, current = self._context.office.formats, self.table.current()
        now = self._context.session.store.reckoned_now()
        self.table.show_rows([words.leaving_line(one, now, formats) for one in agents])
        if not agents:
            self.states.show_empty()
            return
        self.states.show_list()
        uids = [one.uid for one in agents]
        if current is not None and current.id in uids:
            self.table.selectRow(uids.index(current.id))

    def _on_failed(self, fault: Exception) -> None:
        if not self._known:
            self.states.show_error(*words.failed(fault))
        self.failed.emit(fault)

    def _on_opened(self) -> None:
        line = self.table.current()
        agent = next((one for one in self._agents if line and one.uid == line.id), None)
        if agent is None:
            return
        self._opening = agent
        work = partial(standing.leaving_ids, self._context.session, agent.uid, _LISTED_DAYS)
        self._context.tasks.query(("leaving ids", id(self)), work, self._on_ids, self._on_failed)

    def _on_ids(self, ids: tuple[str, ...]) -> None:
        if self._opening is not None:
            self.list_wanted.emit(ids, words.leaving_title(self._opening.name))
