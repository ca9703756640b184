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
