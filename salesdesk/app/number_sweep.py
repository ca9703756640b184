"""Bringing phone numbers that the booking application wrote into the form that is searched.

After a release run, in the query lane: the sweep only reads unless somebody wrote a number, and
one desktop's sweep is enough for all of them for a while.
"""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from PySide6.QtCore import QObject, Signal

from salesdesk.domain.errors import Refusal, Unavailable
from salesdesk.services import numbers
from salesdesk.services.desk import Desk
from salesdesk.services.release_report import RunReport
from salesdesk.ui.tasks import Tasks

#: One desktop's sweep is enough for all desktops this long.
REST = timedelta(minutes=15)


class NumberSweep(QObject):
    """Sweeps when a release run has ended; an outage leaves it to the next run.

    Signals:
        swept(int): how many customers' numbers were normalised.
        failed(Exception): a bug.
    """

    swept = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks

    def on_run(self, report: RunReport) -> None:
        """Sweep, unless some desktop just did."""
        work = partial(numbers.refresh, self._desk, unless_within=REST)
        self._tasks.query("number sweep", work, self._on_swept, self._on_error)

    def _on_swept(self, changed: int) -> None:
        self.swept.emit(changed)

    def _on_error(self, fault: Exception) -> None:
        if not isinstance(fault, (Refusal, Unavailable)):
            self.failed.emit(fault)
