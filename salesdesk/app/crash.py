"""What nobody foresaw: into the log always, before the person's eyes now and then.

An exception in a slot or in a model's `data()` reaches `sys.excepthook` while the event loop
goes on, perhaps sixty times a second: the dialog is rate-limited, the log is not flooded either.
"""

from __future__ import annotations

import faulthandler
import logging
import sys
import threading
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, Any

from salesdesk.app.local.paths import private_folder, private_opener
from salesdesk.app.logs import without_secrets

_log = logging.getLogger(__name__)

SAME_AGAIN_SECONDS = 300.0
NEXT_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class Fault:
    """A bug that came to light.

    Attributes:
        summary: one line for the person.
        details: the traceback, for whoever mends it; without secrets.
        log: where more stands.
    """

    summary: str
    details: str
    log: Path | None = None


class Crashes:
    """Catches what nobody caught, in every thread and in Qt.

    Args:
        show: told of a fault that a person should see, at most now and then; called on the
            thread where it happened, so it has to hand it to the UI thread itself.
        log: the log that the fault names.
    """

    def __init__(
        self,
        show: Callable[[Fault], object],
        log: Path | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._show = show
        self._file = log
        self._clock = clock
        self._lock = threading.Lock()
        self._shown_at: dict[str, float] = {}
        self._last_shown: float | None = None
        self._dump: IO[str] | None = None
        self._before: tuple[Any, Any] | None = None
        self._qt_before: Any = None
        self._qt = False

    def install(self, folder: Path | None = None) -> None:
        """Catch from now on; with a folder, a crash of the interpreter itself leaves a file."""
        self._before = (sys.excepthook, threading.excepthook)
        sys.excepthook = self._uncaught
        threading.excepthook = self._uncaught_in_thread
        if folder is not None:
            private_folder(folder)
            dump = folder / "salesdesk-crash.txt"
            self._dump = open(dump, "a", encoding="utf-8", opener=private_opener)  # noqa: SIM115
            faulthandler.enable(self._dump)

    def install_qt(self) -> None:
        """Send Qt's own messages to the log."""
        from PySide6.QtCore import qInstallMessageHandler

        self._qt_before = qInstallMessageHandler(self._from_qt)
        self._qt = True

    def remove(self) -> None:
        """Put everything back as it was."""
        if self._before is not None:
            sys.excepthook, threading.excepthook = self._before
            self._before = None
        if self._qt:
            from PySide6.QtCore import qInstallMessageHandler

            qInstallMessageHandler(self._qt_before)
            self._qt = False
        if self._dump is not None:
            faulthandler.disable()
            self._dump.close()
            self._dump = None

    def report(self, fault: BaseException) -> None:
        """Log a fault that somebody caught but cannot answer, and show it."""
        told = "".join(traceback.format_exception(fault))
        summary = without_secrets(f"{type(fault).__name__}: {fault}".strip().rstrip(":"))
        if self._may_show(_place(fault)):
            _log.error("unforeseen: %s", told)
            self._show(Fault(summary, without_secrets(told), self._file))
        else:
            _log.error("unforeseen again: %s", _place(fault))

    def _may_show(self, place: str) -> bool:
        """Whether the person should see this one: not the same again soon, not two at once."""
        now = self._clock()
        with self._lock:
            same = self._shown_at.get(place)
            if same is not None and now - same < SAME_AGAIN_SECONDS:
                return False
            if self._last_shown is not None and now - self._last_shown < NEXT_SECONDS:
                return False
            self._shown_at[place] = self._last_shown = now
            return True

    def _uncaught(
        self,
        kind: type[BaseException],
        fault: BaseException,
        trace: TracebackType | None,
    ) -> None:
        if isinstance(fault, KeyboardInterrupt):
            sys.__excepthook__(kind, fault, trace)
            return
        self.report(fault.with_traceback(trace))

    def _uncaught_in_thread(self, unhandled: threading.ExceptHookArgs) -> None:
        if unhandled.exc_value is not None and not isinstance(unhandled.exc_value, SystemExit):
            self.report(unhandled.exc_value)

    def _from_qt(self, kind: Any, context: Any, message: str) -> None:
        from PySide6.QtCore import QtMsgType

        levels = {
            QtMsgType.QtDebugMsg: logging.DEBUG,
            QtMsgType.QtInfoMsg: logging.INFO,
            QtMsgType.QtWarningMsg: logging.WARNING,
        }
        logging.getLogger("qt").log(levels.get(kind, logging.ERROR), "%s", message)


def _place(fault: BaseException) -> str:
    """Where a fault arose, so that the same one is known again."""
    frames = traceback.extract_tb(fault.__traceback__)
    last = frames[-1] if frames else None
    where = f"{last.filename}:{last.lineno}" if last else ""
    return f"{type(fault).__qualname__}@{where}"
