"""Locks a window on a shared account when nobody has touched it for a while."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal

#: Whoever does one of these is there.
_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)
_LOOK_MS = 5_000


class IdleLock(QObject):
    """Says when the window has been left alone for the office's minutes.

    By the clock on the wall, since the others stand still while the computer sleeps.

    Args:
        minutes: after how many; 0: never. Asked each time, for a setting may change.
        busy: whether something is under way that has to end first.

    Signals:
        expired(): nobody is there.
    """

    expired = Signal()

    def __init__(
        self,
        minutes: Callable[[], int],
        busy: Callable[[], bool],
        parent: QObject | None = None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        super().__init__(parent)
        self._minutes = minutes
        self._busy = busy
        self._clock = clock
        self._touched_at = clock()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Begin to watch; every event of the program passes here, so only where it is wanted."""
        app = QCoreApplication.instance()
        if app is not None:
            app.installEventFilter(self)
        self._touched_at = self._clock()
        self._timer.start()

    def stop(self) -> None:
        """Watch no longer."""
        self._timer.stop()
        app = QCoreApplication.instance()
        if app is not None:
            app.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Notice whoever is there; a touch after the time is up comes too late."""
        if event.type() in _TOUCHES:
            self.look()
            self._touched_at = self._clock()
        return False

    def look(self) -> None:
        """Say it if the time is up."""
        minutes = self._minutes()
        idle = self._clock() - self._touched_at
        if minutes and idle >= minutes * 60 and self._timer.isActive() and not self._busy():
            self.stop()
            self.expired.emit()
