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


def guide(name: str, language: str = "") -> Path:
    """A guide in Markdown, in another language than English where one is named; it may be absent.

    The guides lie in `docs/`, beside `resources/` in a checkout and in a bundle alike.
    """
    return root().parent / "docs" / language / f"{name}.md"


def path(*parts: str) -> Path:
    """The path of a bundled file, such as `path("icons", "sun.svg")`; it need not exist."""
    return root().joinpath(*parts)
