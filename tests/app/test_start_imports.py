"""What the program imports before its first window is painted; the rest comes when it is wanted."""

from __future__ import annotations

import subprocess
import sys

#: Slow to import, and nothing that a first screen needs.
LATER = (
    "alembic",
    "keyring",
    "mako",
    "numpy",
    "openpyxl",
    "pyqtgraph",
    "reportlab",
    "xlsxwriter",
    "salesdesk.storage.revisions",
    "salesdesk.storage.migrations",
)


def test_the_start_imports_nothing_that_waits_to_be_wanted() -> None:
    told = subprocess.run(
        [sys.executable, "-c", "import sys, salesdesk.app.run; print('\\n'.join(sys.modules))"],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    ).stdout.split()
    assert "salesdesk.ui.main_window" in told
    early = {name for name in told for each in LATER if name == each or name.startswith(each + ".")}
    assert early == set()
