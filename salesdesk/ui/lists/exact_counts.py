"""Counts to the end, asked aside where the quick count beside a list stopped at its cap."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from salesdesk.ui.kit.tasks import Tasks

#: After a count to the end the next one waits so many times as long as it took, and at least so
#: many milliseconds: on a large database every change would else count a million rows anew.
_REST, _LEAST_REST_MS = 20, 2_000


class ExactCount(QObject):
    """One count to the end at a time; what is asked meanwhile is counted once, afterwards.

    Signals:
        counted(object, object): what was asked about, and what the work brought.
        failed(Exception): it could not be counted; the quick count stands.
    """

    counted = Signal(object, object)
    failed = Signal(object)

    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._about: Hashable = None
        self._work: Callable[[], object] | None = None
        self._running = False
        self._took = QElapsedTimer()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._start)

    def ask(self, about: Hashable, work: Callable[[], object]) -> None:
        """Count; another question begins at once, the same one waits for its turn."""
        again = about == self._about
        self._about, self._work = about, work
        if not again:
            self._rest.stop()
            self._start()
        elif not self._running and not self._rest.isActive():
            self._start()

    def drop(self) -> None:
        """Nothing needs to be counted any more."""
        self._about = self._work = None
        self._running = False
        self._rest.stop()
        self._tasks.void(("exact count", id(self)))

    def _start(self) -> None:
        work, self._work = self._work, None
        if work is None:
            return
        self._running = True
        self._took.start()
        self._tasks.query(("exact count", id(self)), work, self._on_counted, self._on_failed)

    def _on_counted(self, answer: object) -> None:
        self._over()
        self.counted.emit(self._about, answer)

    def _on_failed(self, fault: Exception) -> None:
        self._over()
        self.failed.emit(fault)

    def _over(self) -> None:
        self._running = False
        self._rest.start(max(self._took.elapsed() * _REST, _LEAST_REST_MS))
