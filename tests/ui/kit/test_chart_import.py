"""Charts are imported a little at a turn of the event loop; in a process that has none yet."""

from __future__ import annotations

import subprocess
import sys

_PROGRAM = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from salesdesk.ui.kit.chart_import import ChartImport

app = QApplication([])
importing, turns = ChartImport(app), []
assert not importing.is_done
assert "pyqtgraph" not in sys.modules
importing.done.connect(app.quit)
importing.begin()
beat = QTimer()
beat.timeout.connect(lambda: turns.append("pyqtgraph" in sys.modules))
beat.start(0)
app.exec()
assert importing.is_done
assert "pyqtgraph" in sys.modules
print(turns.count(False))
"""


def test_the_event_loop_turns_while_charts_are_imported() -> None:
    answer = subprocess.run(
        [sys.executable, "-c", _PROGRAM], capture_output=True, text=True, check=False
    )
    assert answer.returncode == 0, answer.stderr
    # Qt's classes alone take several turns.
    assert int(answer.stdout) >= 3


_LEFT_OVER = """
import sys
from importlib import import_module
from PySide6 import QtCore, QtGui, QtWidgets
from salesdesk.ui.kit import on_demand

on_demand.import_without_qt()
before = set(sys.modules)
import_module("pyqtgraph")
new = set(sys.modules) - before - set(sys.builtin_module_names)
there = {name for name in new if name.partition(".")[0] not in {"pyqtgraph", "PySide6", "colorama"}}
print(*sorted(name for name in there if not name.startswith("_")))
"""


def test_the_worker_has_imported_what_charts_need_besides_qt() -> None:
    """The window's own thread is left with Qt and pyqtgraph, and answers nobody for as long."""
    answer = subprocess.run(
        [sys.executable, "-c", _LEFT_OVER], capture_output=True, text=True, check=False
    )
    assert answer.returncode == 0, answer.stderr
    assert answer.stdout.split() == []
