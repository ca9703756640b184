"""Imports without PySide6's look into the source of every module.

Since PySide6 can switch names to snake_case by `from __feature__ import …`, it reads the source of
each module that is imported, to see whether "PySide6" stands in it, and `linecache` keeps all of
it: 22 MiB and a tenth of the start. SalesDesk switches nothing.
"""

from __future__ import annotations

import linecache
from importlib import import_module


def begin() -> None:
    """From now on no source is read, and what was read before is forgotten."""
    try:
        feature = import_module("shibokensupport.feature")
    except ImportError:
        # Another version of PySide6: the imports are only slower.
        return
    if hasattr(feature, "_mod_uses_pyside"):
        feature._mod_uses_pyside = _uses_no_feature  # type: ignore[attr-defined]
    linecache.clearcache()


def _uses_no_feature(module: object) -> bool:
    return False
