"""What can be taken back: the window's stack of acts that were done, undone and done again.

An act runs on the command lane, so that its answer comes later: the stack turns at once, and
turns back where the database was out of reach. An act whose ground is gone leaves the stack.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from salesdesk.domain.changes import Changes
from salesdesk.domain.errors import Refusal
from salesdesk.ui.kit.widgets import Action
from salesdesk.ui.session.context import Context
from salesdesk.ui.session.shell_port import DialogShell

#: So many acts can be taken back.
MOST_STEPS = 100


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of undoing an act, or of doing it again.

    Attributes:
        changes: what it touched; also what it found to be old.
        said: for the person.
        step: the act as it can be turned round now; None: it leaves the stack.
        refused: whether something of it was not done.
    """

    changes: Changes
    said: str
    step: Repeatable | None
    refused: bool = False


class Step(Protocol):
    """An act that was done; both ways are acts of their own, each with its own condition."""

    @property
    def text(self) -> str:
        """Which act, after the word 'Undo': 'move of Siti Rahmawati to hot'."""

    def back(self) -> Taken:
        """Undo it; on a worker thread. A `Refusal` says that its ground is gone."""


class Repeatable(Step, Protocol):
    """An act that can be done again after it was undone."""

    def again(self) -> Taken:
        """Do it again after it was undone; on a worker thread."""


class _Entry(QUndoCommand):
    """A step on the stack."""

    def __init__(self, history: History, step: Step) -> None:
        super().__init__(step.text)
        self._history = history
        self.back: Callable[[], Taken] = step.back
        self.again: Callable[[], Taken] | None = None
        # The stack does what is put on it at once; this was done before.
        self.silent = True

    def undo(self) -> None:
        if not self.silent:
            self._history.run(self, self.back)

    def redo(self) -> None:
        if not self.silent and self.again is not None:
            self._history.run(self, self.again)


class History(QObject):
    """The stack of one window.

    Signals:
        changed(): other acts can be undone or done again.
    """

    changed = Signal()

    def __init__(self, context: Context, shell: DialogShell, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._shell = shell
        self._running: _Entry | None = None
        self._undoing = False
        self._later: list[Step] = []
        self._stack = QUndoStack(self)
        self._stack.setUndoLimit(MOST_STEPS)

    def did(self, step: Step, said: str, *, offered: bool = True) -> None:
        """Put an act that was just done on the stack, and say so; `offered`: undoing it, too."""
        if self._running is not None:
            self._later.append(step)
        else:
            self._push(step)
        undo = Action(self.tr("Undo"), self.undo, "undo", hint="Ctrl+Z")
        self._shell.toast(said, undo if offered else None)

    def _push(self, step: Step) -> None:
        entry = _Entry(self, step)
        self._stack.push(entry)
        entry.silent = False
        self.changed.emit()

    @property
    def undo_text(self) -> str:
        """What Ctrl+Z would undo; '' for nothing just now."""
        free = self._running is None and self._stack.canUndo()
        return self._stack.undoText() if free else ""

    @property
    def redo_text(self) -> str:
        """What would be done again; '' for nothing just now."""
        free = self._running is None and self._stack.canRedo()
        return self._stack.redoText() if free else ""

    def undo(self) -> None:
        """Take back what was done last."""
        if self.undo_text:
            self._undoing = True
            self._stack.undo()

    def redo(self) -> None:
        """Do again what was taken back last."""
        if self.redo_text:
            self._undoing = False
            self._stack.redo()

    def run(self, entry: _Entry, work: Callable[[], Taken]) -> None:
        """Give a step's work to the command lane."""
        self._running = entry
        self.changed.emit()
        self._context.tasks.command(work, self._on_taken, self._on_fault)

    def _on_taken(self, taken: Taken) -> None:
        entry = self._running
        if entry is not None and taken.step is not None:
            entry.back, entry.again = taken.step.back, taken.step.again
            entry.setText(taken.step.text)
        self._end(dropped=taken.step is None)
        self._context.feed.publish(taken.changes)
        if taken.refused:
            self._shell.refuse(taken.said)
        else:
            self._shell.toast(taken.said)

    def _on_fault(self, fault: Exception) -> None:
        refused = isinstance(fault, Refusal)
        if not refused:
            self._turn(silently=True)
        self._end(dropped=refused)
        self._shell.not_done(fault)

    def _turn(self, *, silently: bool) -> None:
        """Turn the stack the other way; nothing is done by it."""
        entry = self._running
        if entry is None:
            return
        entry.silent = silently
        if self._undoing:
            self._stack.redo()
        else:
            self._stack.undo()
        if silently:
            entry.silent = False

    def _end(self, *, dropped: bool) -> None:
        entry = self._running
        if entry is not None and dropped:
            # The stack drops what is obsolete when it comes to it.
            entry.setObsolete(True)
            self._turn(silently=False)
        self._running = None
        later, self._later = self._later, []
        for step in later:
            self._push(step)
        self.changed.emit()
