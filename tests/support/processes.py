"""SalesDesk in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def started(
    *words: str, home: Path, script: str | None = None, **extra: str
) -> subprocess.CompletedProcess[str]:
    """A command in a process without a display and without what this one was told."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("SALESDESK_", "QT_", "DISPLAY", "WAYLAND"))
    }
    program = ["-c", script] if script is not None else [str(ROOT / "main.py")]
    return subprocess.run(
        [sys.executable, "-W", "error", *program, *words],
        cwd=home,
        env={**kept, "SALESDESK_HOME": str(home), "PYTHONPATH": str(ROOT), **extra},
        capture_output=True,
        text=True,
        timeout=120,
        stdin=subprocess.DEVNULL,
        check=False,
    )
