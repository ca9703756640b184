"""A seat at a real database, as dialogs are handed it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.database import Database
from tests.factories import Office
from tests.ui.dialogs.seats import Seat


@pytest.fixture
def office(database: Database) -> Office:
    """An office with people on each of the two databases."""
    return Office(database)


@pytest.fixture
def workspace(sqlite: Database) -> Office:
    """An office with people on SQLite alone, where the database makes no difference."""
    return Office(sqlite)


@pytest.fixture
def seat(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[..., Seat]]:
    """Makes seats of persons; all are closed at the end."""
    made: list[Seat] = []

    def sit(office: Office, uid: str) -> Seat:
        made.append(Seat(office, uid, tmp_path / "kept", qtbot.waitUntil))
        return made[-1]

    yield sit
    for each in made:
        each.close()
