"""A seat at a window on a real database."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from salesdesk.services.desk import Desk
from tests.database import Database
from tests.factories import Office
from tests.ui.windows import Seat

#: The virtual screen is an X server's, which only Linux has.
collect_ignore = [] if sys.platform.startswith("linux") else ["test_pipeline_drag.py"]

Sit = Callable[..., Seat]


@pytest.fixture
def office(database: Database) -> Office:
    """An office on each of the two databases."""
    return Office(database)


@pytest.fixture
def workspace(sqlite: Database) -> Office:
    """An office on SQLite alone, where the database makes no difference."""
    return Office(sqlite)


@pytest.fixture
def sit(qtbot: QtBot, tmp_path: Path) -> Iterator[Sit]:
    """Opens windows; all are closed at the end."""
    made: list[Seat] = []

    def open_window(office: Office, desk: Desk, *, own: bool = False) -> Seat:
        made.append(Seat(office, desk, tmp_path, qtbot, own=own))
        return made[-1]

    yield open_window
    for each in reversed(made):
        each.close()
