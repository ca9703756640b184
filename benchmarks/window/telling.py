"""How a window's process tells the bench what it sees: lines of JSON on standard output."""

from __future__ import annotations

import json
import sys
from pathlib import Path


def tell(**told: object) -> None:
    """One line, at once."""
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()


def memory() -> float:
    """What this process holds in memory, in MiB (Linux)."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.split("VmRSS:")[1].split()[0]) / 1024
