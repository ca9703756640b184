"""Which programs and libraries work here, for the log and for diagnostics.

Each is imported only when it is asked for: a window is painted before databases are read, and a
server's commands run where Qt is not installed.
"""

from __future__ import annotations

import platform
from importlib import import_module

from salesdesk import __version__


def program() -> dict[str, str]:
    """SalesDesk, Python and the system."""
    return {
        "SalesDesk": __version__,
        "Python": platform.python_version(),
        "System": platform.platform(),
    }


def database_libraries() -> dict[str, str]:
    """What databases are read with."""
    return {
        "SQLAlchemy": _version_of("sqlalchemy"),
        "PyMySQL": _version_of("pymysql"),
    }


def qt() -> dict[str, str]:
    """What windows are made with."""
    return {"Qt": _version_of("PySide6")}


def _version_of(name: str) -> str:
    try:
        return str(import_module(name).__version__)
    except ImportError:
        return "not installed"


def in_words(versions: dict[str, str]) -> str:
    """The versions as one line."""
    return ", ".join(f"{name} {version}" for name, version in versions.items())
