"""Whole trips through the program with a real mouse and keyboard, on a screen of its own."""

from __future__ import annotations

import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from salesdesk.app.sample.workspace import prepare
from tests.hand.hands import Desk, Program

#: The virtual screen is an X server's, which only Linux has.
collect_ignore_glob = [] if sys.platform.startswith("linux") else ["test_*.py"]

Start = Callable[..., Program]


@pytest.fixture(scope="session")
def session() -> Iterator[Desk]:
    """The screen of all trips, one after another."""
    with Desk() as made:
        yield made


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample workspace, made once; each trip gets a copy."""
    folder = tmp_path_factory.mktemp("sample")
    return prepare(folder / "sample.sqlite", fresh=True).file


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory, sample: Path) -> Path:
    """A person's own folder, with the sample workspace in it; one for each trip."""
    data = tmp_path_factory.mktemp("home") / "data"
    data.mkdir()
    for each in sample.parent.iterdir():
        if each.is_file():
            shutil.copy(each, data / each.name)
    return data.parent


@pytest.fixture(scope="module")
def start(session: Desk) -> Iterator[Start]:
    """Starts programs; all are ended after the trip."""
    made: list[Program] = []

    def begin(home: Path, *arguments: str, **variables: str) -> Program:
        made.append(Program(session, home, *arguments, **variables))
        return made[-1]

    yield begin
    for each in reversed(made):
        each.end()


class Book:
    """The workspace's file, looked into beside the program.

    Attributes:
        file: it.
    """

    def __init__(self, file: Path) -> None:
        self.file = file

    def ask(self, question: str, *values: str) -> list[tuple[str, ...]]:
        """Rows as texts; null is ''."""
        with closing(sqlite3.connect(self.file)) as database:
            found = database.execute(question, values).fetchall()
        return [tuple("" if each is None else str(each) for each in row) for row in found]

    def pairs(self, question: str) -> dict[str, str]:
        """Rows of two columns, the second by the first."""
        return {row[0]: row[1] for row in self.ask(question)}

    def contacts(self) -> list[tuple[str, ...]]:
        """Customer, method, outcome and note of every contact, the newest written last."""
        return self.ask(
            "SELECT c.name, k.contact_method, k.contact_status, k.notes FROM customer_contacts k"
            " JOIN customers c ON c.id = k.customer_id ORDER BY k.rowid"
        )

    def owner(self, name: str) -> str:
        """Who has a customer; '' for nobody."""
        return self.ask("SELECT bound_to_uid FROM customers WHERE name = ?", name)[0][0]

    def changed(self) -> str:
        """Everything that moves when somebody acts: the statuses, the owners, the contacts."""
        return str(
            self.ask("SELECT id, sales_status, bound_to_uid FROM customers ORDER BY id")
            + self.ask("SELECT id, notes FROM customer_contacts ORDER BY id")
        )


@pytest.fixture(scope="module")
def book(home: Path) -> Book:
    """What stands in the sample workspace."""
    return Book(home / "data" / "sample.sqlite")
