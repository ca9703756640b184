"""The targets of contacts, and who is behind; set from here."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from salesdesk.domain.permissions import Permission
from salesdesk.services import targets
from salesdesk.services.targets import TargetLine, TargetsOfTeam
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.forms.cell_table import CellTable
from salesdesk.ui.kit.widgets import Button, EmptyState, Label, Pane, StateStack
from salesdesk.ui.session.context import Context
from salesdesk.ui.team import standing_words
from salesdesk.ui.team import target_words as words
from salesdesk.ui.team.target_dialog import TargetDialog, TargetStep


class TargetsPage(Pane):
    """The roles, then the agents, whoever is furthest behind first.

    Signals:
        failed(Exception): they could not be read.
        counted(str): how many are behind; '' for nobody.
        dialog_wanted(QDialog): open this over the window.
        did(Step, str): an act was done that can be taken back, and what is told of it.
    """

    failed = Signal(object)
    counted = Signal(str)
    dialog_wanted = Signal(object)
    did = Signal(object, str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("base", name="targets", parent=parent)
        self._context = context
        self._lines: dict[str, TargetLine] = {}
        self._asked = self._known = False
        self.change = Button(self.tr("Set target…"), name="targets_set", icon="pencil")
        self.behind = Label(name="targets_behind", ink="text2")
        self.table = CellTable(
            words.heads(), [0, 72, 72, 104, 96, 104, 96, 88, 80], name="targets_table",
            accessible=self.tr("Targets"), figures=(1, 2, 4, 5, 6, 7, 8), whole=range(1, 9),
        )  # fmt: skip
        empty = EmptyState("users", "", "", name="targets_empty")
        empty.set_words(*words.no_agents())
        self.states = StateStack(self.table, empty, name="targets_states")
        self._lay_out()
        self.change.clicked.connect(self._open)
        self.states.retried.connect(self.refresh)
        if self._may:
            self.table.opened.connect(self._open)
        self.table.selectionModel().currentRowChanged.connect(self._on_current)
        self._on_current()

    def _lay_out(self) -> None:
        bar = Pane("base", "bottom", name="targets_bar")
        bar.setFixedHeight(theme.px(48))
        row = QHBoxLayout(bar)
        row.setContentsMargins(theme.px(16), 0, theme.px(16), 0)
        row.setSpacing(theme.px(16))
        row.addWidget(self.change)
        row.addWidget(Label(words.counting(), name="targets_counting", ink="text2", cut=True), 1)
        row.addWidget(self.behind)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self.states, 1)

    @property
    def _may(self) -> bool:
        return self._context.session.actor.may(Permission.TARGETS_EDIT)

    def refresh(self) -> None:
        """Read them again."""
        if not self._asked:
            self.states.show_loading()
        self._asked = True
        work = partial(targets.standing, self._context.session)
        self._context.tasks.query(("targets", id(self)), work, self._on_read, self._on_failed)

    def _on_read(self, found: TargetsOfTeam) -> None:
        self._known = True
        formats, current = self._context.office.formats, self.table.current()
        lines = (*found.roles, *found.agents)
        self._lines = {words.key_of(one): one for one in lines}
        self.table.show_rows(
            [words.role_line(one, formats) for one in found.roles]
            + [words.agent_line(one, formats) for one in found.agents]
        )
        self.behind.setText(words.behind(found, formats))
        self.behind.set_ink("soon" if found.behind else "text2")
        self.counted.emit(formats.number(found.behind) if found.behind else "")
        if not found.agents:
            self.states.show_empty()
            return
        self.states.show_list()
        keys = list(self._lines)
        if current is not None and current.id in keys:
            self.table.selectRow(keys.index(current.id))
        self._on_current()

    def _on_failed(self, fault: Exception) -> None:
        if not self._known:
            self.states.show_error(*standing_words.failed(fault))
        self.failed.emit(fault)

    def _on_current(self) -> None:
        self.change.setVisible(self._may)
        self.change.setEnabled(self.table.current() is not None)

    def _open(self) -> None:
        row = self.table.current()
        line = self._lines.get(row.id) if row is not None else None
        if line is not None:
            dialog = TargetDialog(self._context, line, self.window())
            dialog.put.connect(self._on_put)
            self.dialog_wanted.emit(dialog)

    def _on_put(self, step: TargetStep, said: str) -> None:
        self.did.emit(step, said)
        self.refresh()
