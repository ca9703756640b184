"""Turning SQLite's write-ahead log on while another program holds the file."""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from pathlib import Path

import pytest

from salesdesk.storage.db import write_ahead


def held(file: Path) -> sqlite3.Connection:
    """Another program's connection that has the file locked, on which the log is not on yet."""
    other = sqlite3.connect(file, isolation_level=None, check_same_thread=False)
    other.execute("CREATE TABLE t (x)")
    other.execute("BEGIN EXCLUSIVE")
    return other


def test_a_file_that_another_program_holds_is_waited_for(tmp_path: Path) -> None:
    with contextlib.closing(held(tmp_path / "desk.sqlite")) as other:
        mine = sqlite3.connect(tmp_path / "desk.sqlite", timeout=0)
        letting_go = threading.Timer(0.3, other.execute, ("COMMIT",))
        letting_go.start()
        write_ahead.turn_on(mine, 30)
        letting_go.join()
        assert mine.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        mine.close()


def test_a_file_that_stays_locked_is_given_up(tmp_path: Path) -> None:
    with contextlib.closing(held(tmp_path / "desk.sqlite")):
        mine = sqlite3.connect(tmp_path / "desk.sqlite", timeout=0)
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            write_ahead.turn_on(mine, 0.1)
        mine.close()
