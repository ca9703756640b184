"""SQLite's write-ahead log, in which readers and a writer do not wait for each other."""

from __future__ import annotations

import sqlite3
import time

_PAUSE = 0.02


def turn_on(connection: sqlite3.Connection, seconds: float) -> None:
    """Turn it on, which a file keeps; wait so long for other programs that do so at once.

    SQLite itself waits for a lock, but not for this one.

    Raises:
        sqlite3.OperationalError: the file stayed locked, or cannot be used.
    """
    until = time.monotonic() + seconds
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as fault:
            if fault.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() >= until:
                raise
            time.sleep(_PAUSE)
        else:
            return
