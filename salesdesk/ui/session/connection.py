"""Whether the database answers: one place that knows, asks again, and tells everybody.

Whoever meets `Unavailable` reports it here. While the server is away the clock is asked again
after a growing wait, and the banner counts it down.
"""

from __future__ import annotations

import datetime as dt
import logging
import time
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from salesdesk.domain.errors import Unavailable
from salesdesk.services.lists import freshness
from salesdesk.services.session import Session
from salesdesk.ui.kit.tasks import Tasks

_log = logging.getLogger(__name__)

#: How often the latency is measured while everything is well.
PULSE_SECONDS = 30

#: Waits between two tries while the server is away; the last one repeats.
WAITS = (5, 10, 20, 30, 60)


@dataclass(frozen=True, slots=True)
class Pulse:
    """One answer of the database.

    Attributes:
        now: the database's clock.
        milliseconds: how long the answer took.
        as_of: of which moment lists by the summaries are; None: as good as of now.
    """

    now: dt.datetime
    milliseconds: int
    as_of: dt.datetime | None = None


def _ask(session: Session) -> Pulse:
    began = time.perf_counter()
    found = freshness.now(session)
    return Pulse(found.now, round((time.perf_counter() - began) * 1000), found.as_of)


class Connection(QObject):
    """The connection as the window shows it.

    Attributes:
        away: the fault while the database is out of reach, else None.
        pulse: the last answer, None before the first.
        seconds: until the next try, while away.

    Signals:
        lost(Unavailable): the database went out of reach.
        ticked(): a second less until the next try.
        regained(): it answers again; who waited may go on.
        measured(Pulse): an answer and how long it took.
        failed(Exception): a bug came to light while asking.
    """

    lost = Signal(object)
    ticked = Signal()
    regained = Signal()
    measured = Signal(object)
    failed = Signal(object)

    def __init__(self, session: Session, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = session
        self._tasks = tasks
        self.away: Unavailable | None = None
        self.pulse: Pulse | None = None
        self.seconds = 0
        self._tries = 0
        self._lost_at = 0.0
        self._timer = QTimer(self)
        self._timer.setObjectName("connection_timer")
        self._timer.timeout.connect(self._on_timer)

    def start(self) -> None:
        """Ask now, and again every half minute."""
        self._timer.start(PULSE_SECONDS * 1000)
        self.try_now()

    def stop(self) -> None:
        """Ask no more."""
        self._timer.stop()
        self._tasks.void(("connection", id(self)))

    def report(self, fault: Unavailable) -> None:
        """Somebody met the fault; the first to do so starts the countdown."""
        if self.away is None:
            self.away = fault
            self._lost_at = time.monotonic()
            _log.warning("The database is out of reach: %s", fault.kind)
            self._tries = 0
            self._wait()
            self.lost.emit(fault)

    def try_now(self) -> None:
        """Ask the database without waiting for the next turn."""
        self._tasks.query(
            ("connection", id(self)), partial(_ask, self._desk), self._on_pulse, self._on_error
        )

    def _wait(self) -> None:
        self.seconds = WAITS[min(self._tries, len(WAITS) - 1)]
        self._tries += 1
        self._timer.start(1000)

    def _on_timer(self) -> None:
        if self.away is None:
            self.try_now()
            return
        self.seconds = max(self.seconds - 1, 0)
        self.ticked.emit()
        if self.seconds == 0:
            self._timer.stop()
            self.try_now()

    def _on_pulse(self, pulse: Pulse) -> None:
        self.pulse = pulse
        was_away, self.away = self.away is not None, None
        if was_away:
            _log.info("The database answers again, after %.0f s", time.monotonic() - self._lost_at)
            self._tries = 0
            self._timer.start(PULSE_SECONDS * 1000)
            self.regained.emit()
        self.measured.emit(pulse)

    def _on_error(self, fault: Exception) -> None:
        if not isinstance(fault, Unavailable):
            self._timer.start(PULSE_SECONDS * 1000)
            self.failed.emit(fault)
        elif self.away is None:
            self.report(fault)
        else:
            self.away = fault
            self._wait()
            self.ticked.emit()
