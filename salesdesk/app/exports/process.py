"""Exports of the window, each in a process of its own: a long one takes nothing from the window.

What travels to it goes through a pipe, the password too; its command line names the act alone.
When the pipe is closed, by Cancel or because this program ended, it stops and cleans up.
"""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, Signal

from salesdesk.app.exports.job import Errand, Job, dumped
from salesdesk.app.local.profile import Profile
from salesdesk.domain.errors import Refusal, Unavailable
from salesdesk.domain.events import new_id
from salesdesk.domain.exporting import Outlet, Stopped, Table
from salesdesk.domain.refusals import Reason, Why

_LAST_MS = 8_000

_log = logging.getLogger(__name__)


def command() -> Sequence[str]:
    """How this very program is started once more, frozen or from its source."""
    if getattr(sys, "frozen", False):
        return (sys.executable, "export-job")
    return (sys.executable, "-m", "salesdesk.app", "export-job")


class ExportFailedError(RuntimeError):
    """The process ended in a way that nobody foresaw; the text is what it said last."""


class ExportRun(QObject):
    """One export under way.

    Signals:
        advanced(object): (lines written, lines in all).
        ended(object): how many lines the file has; or why there is none: Stopped, Refusal,
            Unavailable, or a bug.
    """

    advanced = Signal(object)
    ended = Signal(object)

    def __init__(self, errand: Errand, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._errand: Errand | None = errand
        self._stopping = False
        self._kept = b""
        self._outcome: object = None
        self._process = QProcess(self)
        self._process.started.connect(self._hand_over)
        self._process.readyReadStandardOutput.connect(self._on_output)
        self._process.finished.connect(self._on_finished)
        self._process.errorOccurred.connect(self._on_error)
        program, *arguments = command()
        self._process.start(program, arguments)

    def stop(self) -> None:
        """Stop it; `ended` tells when it has cleaned up."""
        self._stopping = True
        if self._errand is None:
            self._process.closeWriteChannel()

    def close(self) -> None:
        """Stop it and wait until it is gone."""
        if self._process.state() is not QProcess.ProcessState.NotRunning:
            self.stop()
            if not self._process.waitForFinished(_LAST_MS):
                self._process.kill()
                self._process.waitForFinished(_LAST_MS)

    def _hand_over(self) -> None:
        errand, self._errand = self._errand, None
        if errand is not None:
            self._process.write(f"{dumped(errand)}\n".encode())
        if self._stopping:
            self._process.closeWriteChannel()

    def _on_output(self) -> None:
        self._kept += bytes(self._process.readAllStandardOutput().data())
        *lines, self._kept = self._kept.split(b"\n")
        for line in lines:
            told = json.loads(line)
            if "written" in told:
                self.advanced.emit((told["written"], told["total"]))
            else:
                self._outcome = _outcome(told)

    def _on_finished(self) -> None:
        self._on_output()
        if self._outcome is None:
            said = bytes(self._process.readAllStandardError().data()).decode(errors="replace")
            self._outcome = ExportFailedError(said[-4_000:] or "The export ended without a word.")
        whole = isinstance(self._outcome, int)
        _log.info(
            "The export's process ended: %s",
            f"{self._outcome} rows" if whole else type(self._outcome).__name__,
        )
        self.ended.emit(self._outcome)

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self.ended.emit(ExportFailedError(self._process.errorString()))


def _outcome(told: dict[str, object]) -> object:
    """What the last line tells, as the value or the exception that it was."""
    if "done" in told:
        return told["done"]
    if "stopped" in told:
        return Stopped()
    field, kept = told.get("field"), told.get("reason")
    refused = Reason.of(Why.WORDED, text=str(told.get("refused")))
    if isinstance(kept, dict):
        refused = Reason.from_dict(kept)
    if "away" in told:
        return Unavailable(refused, kind=str(told["kind"]))
    return Refusal(refused, field=str(field) if field else None)


class Exports(QObject):
    """Starts exports on the session's database, and ends them with the session."""

    def __init__(
        self,
        profile: Profile,
        person: str | None,
        password: str | None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._profile = profile
        self._person = person
        self._password = password

    def start(self, table: Table, outlet: Outlet, path: Path) -> ExportRun:
        """Begin to write a table into a file."""
        job = Job(new_id(), table, outlet, path.absolute())
        return ExportRun(Errand(job, self._profile, self._person, self._password), self)

    def close(self) -> None:
        """Stop what is under way and wait for it."""
        for run in self.findChildren(ExportRun):
            run.close()
