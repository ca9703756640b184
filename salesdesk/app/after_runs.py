"""What desktops tidy up after a release run: in the query lane, one desktop for all of them.

Customers' summaries are brought in line with what the booking application wrote, its phone numbers
are brought into the form that is searched, and the reports' cache of contacts is brought up to
date, where it is used. A workspace gets its copy of the day. Each only reads unless there is
something to write, and does nothing where another desktop just did it.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import timedelta
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from salesdesk.app.local.backups import WorkspaceBackups
from salesdesk.domain.changes import Changes, Topic
from salesdesk.domain.errors import Refusal, Unavailable
from salesdesk.services import contact_hours, phone_sweep, summaries
from salesdesk.services.release.report import RunReport
from salesdesk.services.session import Session
from salesdesk.ui.kit.tasks import Tasks

#: One desktop's work is enough for all desktops this long.
NUMBERS_REST = timedelta(minutes=15)
HOURS_REST = timedelta(minutes=10)


#: After a changed setting desktops begin within this time, so that not all elect one at once.
JITTER_MS = 3_000


class AfterRun(QObject):
    """Does one thing when a release run has ended; an outage leaves it to the next run.

    What is still under way when the next run has ended goes on; a window that closes stops it.

    Args:
        name: of this work, among the queries.

    Signals:
        done(object): how many rows were changed; None: it was not due.
        refused(Refusal): it cannot be done, and will be tried after the next run.
        failed(Exception): a bug.
    """

    done = Signal(object)
    refused = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        name: str,
        work: Callable[[], int | None],
        tasks: Tasks,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._work = work
        self._tasks = tasks
        self._under_way = False
        self._changed = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._do)

    def on_run(self, report: RunReport) -> None:
        """Do it, unless some desktop just did, or it is still being done."""
        self._do()

    def on_changes(self, changes: Changes) -> None:
        """Do it soon where shared settings changed, at another moment than other desktops do.

        What is under way rests on the old ones, so it is done once more when it has ended.
        """
        if Topic.SETTINGS not in changes.topics:
            return
        self._changed = True
        if not self._under_way:
            self._soon.start(_some_time())

    def _do(self) -> None:
        if self._under_way:
            # A newer query of this name would void it, and it would begin anew for ever.
            return
        self._soon.stop()
        self._changed = False
        self._under_way = True
        self._tasks.query(self._name, self._work, self._on_done, self._on_error)

    def _on_done(self, changed: int | None) -> None:
        self._ended()
        self.done.emit(changed)

    def _ended(self) -> None:
        self._under_way = False
        if self._changed:
            self._soon.start(_some_time())

    def _on_error(self, fault: Exception) -> None:
        self._ended()
        if isinstance(fault, Refusal):
            self.refused.emit(fault)
        elif not isinstance(fault, Unavailable):
            self.failed.emit(fault)


def _some_time() -> int:
    return random.randrange(JITTER_MS)  # noqa: S311 - no secret


def summary_sweep(session: Session, tasks: Tasks, parent: QObject | None = None) -> AfterRun:
    """Brings the summaries, by which lists are read, in line with what others wrote."""

    def work() -> int | None:
        mended = summaries.mend_doubted(session)
        swept = summaries.sweep(session)
        return mended + swept.changed if swept is not None else mended or None

    return AfterRun("summary sweep", work, tasks, parent)


def number_sweep(session: Session, tasks: Tasks, parent: QObject | None = None) -> AfterRun:
    """Brings phone numbers that others wrote into the form that is searched."""
    work = partial(phone_sweep.refresh, session, unless_within=NUMBERS_REST)
    return AfterRun("number sweep", work, tasks, parent)


def contact_hours_refresh(
    session: Session, tasks: Tasks, parent: QObject | None = None
) -> AfterRun:
    """Brings the reports' cache of contacts up to date, where it is turned on."""
    work = partial(contact_hours.refresh, session, unless_within=HOURS_REST)
    return AfterRun("contact hours", work, tasks, parent)


def daily_copy(backups: WorkspaceBackups, tasks: Tasks, parent: QObject | None = None) -> AfterRun:
    """Keeps a copy of the workspace of each day."""
    return AfterRun("daily copy", backups.keep_daily, tasks, parent)
