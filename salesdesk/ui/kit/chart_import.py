"""Charts are imported when the first one is wanted, and the window answers meanwhile.

pyqtgraph names every class of Qt, and Qt makes each when it is first named; on the window's own
thread, for they are not made for two threads at once. All together that takes longer than a
window may answer nobody. So they are named a few at a turn of the event loop before that.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib import import_module
from time import perf_counter

from PySide6 import QtCore, QtGui, QtWidgets
from PySide6.QtCore import QObject, QTimer, Signal

_LAST = "salesdesk.ui.kit.charts.view"

#: Each a step of its own.
_MODULES = (
    "pyqtgraph",
    "salesdesk.ui.kit.charts.spec",
    "salesdesk.ui.kit.charts.head",
    "salesdesk.ui.kit.charts.drawing",
    "salesdesk.ui.kit.charts.plot",
    _LAST,
)

#: For how long a turn may take: whatever a person does meanwhile waits for two or three of them.
_TURN_SECONDS = 0.004


class ChartImport(QObject):
    """Imports what charts need, part by part, for one who waits for it and goes with them.

    Signals:
        done(): a chart can be made without a wait.
    """

    done = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = _parts()
        self._turns = QTimer(self)
        self._turns.timeout.connect(self._turn)

    @property
    def is_done(self) -> bool:
        """Whether a chart can be made without a wait."""
        return _LAST in sys.modules

    def begin(self) -> None:
        """Go on at every turn of the event loop until it is done."""
        if not self.is_done:
            self._turns.start(0)

    def _turn(self) -> None:
        until = perf_counter() + _TURN_SECONDS
        while perf_counter() < until:
            if next(self._parts, None) is None:
                self._turns.stop()
                self.done.emit()
                return


def _parts() -> Iterator[bool]:
    for module in (QtCore, QtGui, QtWidgets):
        for name in dir(module):
            yield hasattr(module, name)
    for module_name in _MODULES:
        yield bool(import_module(module_name))
