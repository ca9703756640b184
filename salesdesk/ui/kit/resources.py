"""Where the bundled files lie: beside the source, or unpacked by the frozen program."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path


@cache
def root() -> Path:
    """The folder `resources/`, in a checkout and in a PyInstaller bundle alike."""
    bundle = getattr(sys, "_MEIPASS", None)
    base = Path(bundle) if bundle else Path(__file__).resolve().parents[3]
    return base / "resources"


def path(*parts: str) -> Path:
    """The path of a bundled file, such as `path("icons", "sun.svg")`; it need not exist."""
    return root().joinpath(*parts)
