"""The whole program in a process of its own, which tells what stood on its screen.

`python -m tests.support.first_paint_program KIND` closes the first window of this kind that
stands alone, and writes what was seen as one line of JSON.
"""

from __future__ import annotations

import json
import sys

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from salesdesk.app import run as running
from salesdesk.app.local import secrets
from salesdesk.app.local.secrets import MemorySecrets
from tests.support.command_line import arguments

_KINDS = ("WindowFrame", "MainWindow", "BlockedDialog", "FirstStartDialog")


class Onlooker(QObject):
    """Notes what is on the screen, each time that it is something else."""

    def __init__(self, closes: str) -> None:
        super().__init__()
        self.seen: list[str] = []
        self.places: dict[str, tuple[int, int]] = {}
        self._closes = closes
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(5)

    def _look(self) -> None:
        open_now = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
        windows = {type(each).__name__: each for each in open_now}
        names = [name for name in _KINDS if name in windows]
        told = " and ".join(names)
        if not told or self.seen[-1:] == [told]:
            return
        self.seen.append(told)
        for name in names:
            self.places.setdefault(name, (windows[name].x(), windows[name].y()))
        if names == [self._closes]:
            windows[self._closes].close()


def main(closes: str) -> int:
    """As on a desktop, with no keyring."""
    running.has_display = lambda: True
    secrets.SystemSecrets = MemorySecrets  # type: ignore[misc, assignment]
    running.application()
    onlooker = Onlooker(closes)
    code = running.run(arguments())
    print(json.dumps({"code": code, "seen": onlooker.seen, "places": onlooker.places}))  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
