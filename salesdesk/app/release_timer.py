"""When the release run starts by itself: at startup, on the interval, and after sleep.

The run itself is the same command as any user's act (docs/rules.md, "The release run"); here is
only its clock. Runs never overlap on one desktop.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from salesdesk.domain.errors import Unavailable
from salesdesk.services.admin import settings
from salesdesk.services.release import run as release
from salesdesk.services.release.report import Cause, RunOutcome, RunReport
from salesdesk.services.session import Session
from salesdesk.ui.kit.tasks import Tasks

HEARTBEAT = timedelta(seconds=20)

#: A heartbeat this late means that the machine slept (or that somebody set its clock).
LATE = timedelta(seconds=90)

#: Forty desktops that were started together must not ask the server together. Never earlier than
#: the interval: a run within the interval of the last one is skipped.
MOST_JITTER = 0.15

#: How soon to try again when the server was away.
AGAIN_AFTER_OUTAGE = timedelta(minutes=1)


#: Where another desktop's run made this one superfluous, the next is tried no sooner than this.
SOONEST = timedelta(seconds=30)


@dataclass(frozen=True, slots=True)
class _Answer:
    """A run's report, and when the next one is due."""

    report: RunReport
    interval: timedelta
    wait: timedelta


def _run(session: Session, cause: Cause) -> _Answer:
    report = release.run(session, cause)
    interval = wait = settings.read(session).release_interval
    if report.outcome is RunOutcome.SKIPPED and report.at is not None:
        wait = max(report.at + interval - session.now(), SOONEST)
    return _Answer(report, interval, wait)


class ReleaseTimer(QObject):
    """Hands release runs to the command lane, one at a time.

    Signals:
        finished(RunReport): a run ended, was held, stopped or skipped.
        failed(Exception): a run did not end; `Unavailable`, or a bug.
    """

    finished = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        session: Session,
        tasks: Tasks,
        interval: timedelta,
        parent: QObject | None = None,
        *,
        wall: Callable[[], float] = time.time,
        steady: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._desk = session
        self._tasks = tasks
        self._interval = interval
        self._wall, self._steady = wall, steady
        self._seen = (wall(), steady())
        self._running = False
        self._next: Cause | None = None
        self._stopped = True
        self._due = QTimer(self)
        self._due.setSingleShot(True)
        self._due.timeout.connect(self._on_due)
        self._heart = QTimer(self)
        self._heart.timeout.connect(self.beat)

    def start(self) -> None:
        """Begin with the run of the startup; call this after the first paint."""
        self._stopped = False
        self._seen = (self._wall(), self._steady())
        self._heart.start(int(HEARTBEAT.total_seconds() * 1000))
        self.run(Cause.STARTUP)

    def stop(self) -> None:
        """Start no further run; one that is under way ends by itself."""
        self._stopped = True
        self._next = None
        self._due.stop()
        self._heart.stop()

    @property
    def running(self) -> bool:
        """Whether a run is under way."""
        return self._running

    def run(self, cause: Cause) -> None:
        """Start a run; while one is under way, remember one more for when it has ended."""
        if self._stopped:
            return
        if self._running:
            self._next = cause
            return
        self._running = True
        self._due.stop()
        self._tasks.command(partial(_run, self._desk, cause), self._on_report, self._on_error)

    def beat(self) -> None:
        """Notice that the machine slept.

        Depending on the system the steady clock stands still in sleep or goes on, so that sleep
        shows in one of the two.
        """
        wall, steady = self._wall(), self._steady()
        passed = max(wall - self._seen[0], steady - self._seen[1])
        self._seen = (wall, steady)
        if passed > (HEARTBEAT + LATE).total_seconds():
            self.run(Cause.WAKE)

    def _on_due(self) -> None:
        self.run(Cause.TIMER)

    def _on_report(self, answer: _Answer) -> None:
        self._interval = answer.interval
        self._over(answer.wait)
        self.finished.emit(answer.report)

    def _on_error(self, fault: Exception) -> None:
        away = isinstance(fault, Unavailable)
        self._over(min(AGAIN_AFTER_OUTAGE, self._interval) if away else self._interval)
        self.failed.emit(fault)

    def _over(self, wait: timedelta) -> None:
        self._running = False
        waiting, self._next = self._next, None
        if waiting is not None:
            self.run(waiting)
        elif not self._stopped:
            jitter = 1 + random.uniform(0, MOST_JITTER)  # noqa: S311 - no secret
            self._due.start(int(wait.total_seconds() * jitter * 1000))
