"""Bringing the reports' cache of contacts up to date after a release run, in the query lane."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from PySide6.QtCore import QObject, Signal

from salesdesk.domain.errors import Refusal, Unavailable
from salesdesk.services import contact_hours
from salesdesk.services.desk import Desk
from salesdesk.services.release_report import RunReport
from salesdesk.ui.tasks import Tasks

#: One desktop's refresh is enough for all desktops this long.
REST = timedelta(minutes=10)


class ContactHoursRefresh(QObject):
    """Refreshes when a release run has ended; an outage leaves it to the next run.

    Signals:
        refreshed(object): how many rows changed; None: it is turned off, or was done recently.
        failed(Exception): a bug.
    """

    refreshed = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks

    def on_run(self, report: RunReport) -> None:
        """Refresh, unless some desktop just did."""
        work = partial(contact_hours.refresh, self._desk, unless_within=REST)
        self._tasks.query("contact hours", work, self._on_refreshed, self._on_error)

    def _on_refreshed(self, changed: int | None) -> None:
        self.refreshed.emit(changed)

    def _on_error(self, fault: Exception) -> None:
        if not isinstance(fault, (Refusal, Unavailable)):
            self.failed.emit(fault)
