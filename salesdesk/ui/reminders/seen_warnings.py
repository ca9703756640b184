"""Which warnings of a release this window showed, until they are kept in the database.

They are written many at once: after the next act of anybody, once a day, and when the window
closes; never one by one, since a line to the server is slow.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, QTimer

from salesdesk.domain.changes import Changes
from salesdesk.domain.reminders import Reminder
from salesdesk.domain.warnings import Warned, warned
from salesdesk.services import warnings
from salesdesk.ui.session.context import Context

_log = logging.getLogger(__name__)

_DAY_MS = 24 * 60 * 60 * 1000


class SeenWarnings(QObject):
    """Gathers the warnings that were shown or read, and has them kept."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        #: Not kept yet, and those of this window that are.
        self._waiting: dict[tuple[str, bool], Warned] = {}
        self._kept: set[tuple[str, bool]] = set()
        self._daily = QTimer(self)
        self._daily.setObjectName("seen_warnings_timer")
        self._daily.setSingleShot(True)
        self._daily.timeout.connect(self.write)
        context.feed.changed.connect(self._on_changes)

    def see(self, reminders: Iterable[Reminder], now: datetime, *, read: bool = False) -> None:
        """Note those of the reminders that warn of a release."""
        for one in reminders:
            seen = warned(one, now, read=read)
            if seen is not None and (one.key, read) not in self._kept:
                self._waiting.setdefault((one.key, read), seen)
        if self._waiting and not self._daily.isActive():
            self._daily.start(_DAY_MS)

    def write(self) -> None:
        """Have all that wait kept; they wait on where the server is away."""
        if not self._waiting or self._context.connection.away is not None:
            return
        self._daily.stop()
        going, self._waiting = self._waiting, {}
        work = partial(_keep, self._context, going)
        self._context.tasks.command(work, self._on_kept, self._on_error)

    def _on_kept(self, kept: dict[tuple[str, bool], Warned] | None) -> None:
        if kept is not None:
            self._kept.update(kept)

    def _on_error(self, fault: Exception) -> None:
        # It is told nobody: nothing that anybody did is lost.
        _log.warning("warnings that were seen are not kept: %s", type(fault).__name__)

    def _on_changes(self, _changes: Changes) -> None:
        self.write()


def _keep(
    context: Context, going: dict[tuple[str, bool], Warned]
) -> dict[tuple[str, bool], Warned]:
    """On a worker thread."""
    warnings.keep(context.session, tuple(going.values()))
    return going
