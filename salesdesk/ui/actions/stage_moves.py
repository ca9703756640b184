"""Moving customers on the pipeline: one command for drag, keys, menus and the panel."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.pipeline import Stage
from salesdesk.domain.queries import CustomerRow
from salesdesk.ui.actions.undo import History, Taken
from salesdesk.ui.actions.undoable import Going, MoveStep
from salesdesk.ui.session.context import Context
from salesdesk.ui.session.shell_port import DialogShell
from salesdesk.ui.texts import name_of


class Moves(QObject):
    """Gives moves to the command lane and tells what came of them.

    Signals:
        began(object): the customers of these ids, a frozenset, are being moved.
        ended(bool): the database answered; False: it could not.
    """

    began = Signal(object)
    ended = Signal(bool)

    def __init__(
        self, context: Context, shell: DialogShell, history: History, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._shell = shell
        self._history = history

    def move(self, rows: Sequence[CustomerRow], to: SalesStatus) -> None:
        """Move customers, each if it still has the status that its row shows."""
        going = tuple(
            Going(row.id, name_of(row), Stage(row.status.value))
            for row in rows
            if row.status is not to
        )
        if going:
            step = MoveStep(self._context.session, going, Stage(to.value))
            self.began.emit(frozenset(one.id for one in going))
            self._context.tasks.command(step.again, self._on_moved, self._on_fault)

    def _on_moved(self, taken: Taken) -> None:
        self._context.feed.publish(taken.changes)
        self.ended.emit(True)
        if taken.step is not None:
            self._history.did(taken.step, taken.said)
        else:
            self._shell.refuse(taken.said)

    def _on_fault(self, fault: Exception) -> None:
        self.ended.emit(False)
        self._shell.not_done(fault)
