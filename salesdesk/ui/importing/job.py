"""Long work of the wizard on the command lane: its progress, and the wish to stop it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from salesdesk.domain.errors import Refusal, Unavailable
from salesdesk.services.importing.request import Stopped
from salesdesk.ui.i18n import fill
from salesdesk.ui.refusals import worded
from salesdesk.ui.session.context import Context
from salesdesk.ui.session.faults import route

T = TypeVar("T")


class Work(QObject):
    """One piece of work at a time; lives on the UI thread.

    Signals:
        advanced(object): how many lines are done.
        done(object): what came of it.
        stopped(object): it was stopped; what it says.
        refused(str): why it was not done.
    """

    advanced = Signal(object)
    done = Signal(object)
    stopped = Signal(object)
    refused = Signal(str)

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._stop = threading.Event()
        self.busy = False

    def start(self, work: Callable[[Callable[[int], None], Callable[[], bool]], T]) -> None:
        """Begin; `work` takes what to tell progress to, and what to ask whether to stop."""
        self.busy = True
        self._stop = stop = threading.Event()

        def run() -> T:
            return work(self.advanced.emit, stop.is_set)

        self._context.tasks.command(run, self._on_done, self._on_error)

    def stop(self) -> None:
        """Ask it to stop at its next batch."""
        self._stop.set()

    def _on_done(self, result: object) -> None:
        self.busy = False
        self.done.emit(result)

    def _on_error(self, fault: Exception) -> None:
        self.busy = False
        route(
            self._context, fault, refused=self._say_refused, away=self._say_away, bug=self._say_bug
        )

    def _say_refused(self, refusal: Refusal) -> None:
        if isinstance(refusal, Stopped):
            self.stopped.emit(refusal)
        else:
            self.refused.emit(worded(refusal))

    def _say_away(self, fault: Unavailable) -> None:
        told = self.tr(
            "The server is away: {message} Try again once it is back; nothing is doubled."
        )
        self.refused.emit(fill(told, message=worded(fault)))

    def _say_bug(self, _fault: BaseException) -> None:
        self.refused.emit(self.tr("An unexpected error occurred; it is in the log."))
