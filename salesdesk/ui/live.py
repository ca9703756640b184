"""What is in sight stays true while other desktops work (rules.md, "What changed elsewhere")."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from salesdesk.ui.connection import Connection, Pulse

#: What is in sight is read again after this time, whatever else happens: days pass too.
OLDEST_SECONDS = 300


class Ageing(QObject):
    """Has everything in sight read again before it is older than `OLDEST_SECONDS`."""

    def __init__(self, connection: Connection, refresh: Callable[[], None], parent: QObject):
        super().__init__(parent)
        self._refresh = refresh
        self._read_at = 0.0
        connection.measured.connect(self._on_pulse)

    def _on_pulse(self, pulse: Pulse) -> None:
        at = pulse.now.timestamp()
        if not self._read_at or at - self._read_at >= OLDEST_SECONDS:
            if self._read_at:
                self._refresh()
            self._read_at = at
