"""`--demo` without a display: the startup's work, a picture of the window, and the end."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from salesdesk.app.commands.answers import Code, counted
from salesdesk.app.commands.words import said, worded
from salesdesk.app.local.paths import Paths, private_folder
from salesdesk.app.session import AppSession
from salesdesk.domain.errors import Refusal, Unavailable
from salesdesk.services.release.report import RunReport
from salesdesk.ui.kit.tasks import Tasks

PICTURE = "salesdesk-demo.png"

_LOOK_EVERY_MS = 50
_LOOKS = 1_200
_QUIET_LOOKS = 4


class HeadlessDemo(QObject):
    """Waits for the startup's release run and for the first lists, then takes the picture.

    Signals:
        finished(Code): everything was told on stdout; the program may end with this code.
    """

    finished = Signal(object)

    def __init__(self, tasks: Tasks, paths: Paths) -> None:
        super().__init__()
        self._tasks = tasks
        self._picture = paths.data / PICTURE
        self._session: AppSession | None = None
        self._report: RunReport | None = None
        self._looks = self._quiet = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        _say(said("There is no display: SalesDesk draws its window into a picture instead."))

    def watch(self, session: AppSession) -> None:
        """Follow this session."""
        self._session = session
        session.releases.finished.connect(self._on_report)
        session.releases.failed.connect(self._on_failed)
        self._timer.start(_LOOK_EVERY_MS)

    def _on_report(self, report: RunReport) -> None:
        self._report = report

    def _on_failed(self, fault: Exception) -> None:
        told = worded(fault) if isinstance(fault, Refusal | Unavailable) else repr(fault)
        self._end(said("The release run did not end: {fault}", fault=told), Code.UNREACHABLE)

    def _look(self) -> None:
        """Everything has settled when no work was under way for some looks in a row."""
        self._looks += 1
        self._quiet = self._quiet + 1 if self._tasks.is_idle() else 0
        if self._report is not None and self._quiet >= _QUIET_LOOKS and self._session is not None:
            take_picture(self._session.window, self._picture)
            _say(released(self._report))
            self._end(
                said("A picture of the main window: {file}", file=str(self._picture)), Code.DONE
            )
        elif self._looks >= _LOOKS:
            self._end(said("The startup's work did not end within a minute."), Code.REFUSED)

    def _end(self, text: str, code: Code) -> None:
        self._timer.stop()
        _say(text)
        self.finished.emit(code)


def released(report: RunReport) -> str:
    """A run in words."""
    if report.warning is not None:
        return worded(report.warning)
    if report.held:
        return said(
            "The release of {customers} is held until it is confirmed.",
            customers=counted(report.held, "customer"),
        )
    if not report.released:
        return said("Nobody was due to be released.")
    names = ", ".join(
        said("{name} (was with {owner})", name=one.name, owner=one.owner_name)
        for one in report.candidates[:20]
    )
    return said(
        "Released {customers}: {names}.",
        customers=counted(report.released, "customer"),
        names=names,
    )


def take_picture(window: QWidget, file: Path) -> None:
    """Draw the window into a PNG.

    Raises:
        OSError: the file cannot be written.
    """
    private_folder(file.parent)
    if not window.grab().save(str(file), "PNG"):
        raise OSError(said("The picture cannot be written to {file}.", file=str(file)))


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()
