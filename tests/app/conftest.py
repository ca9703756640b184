"""What tests of the program share: a home of their own, and command lines."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from salesdesk.app.commands import opening
from salesdesk.app.local.paths import HOME_VARIABLE
from tests.support.command_line import Line
from tests.support.database import Database


@pytest.fixture(autouse=True)
def _nothing_from_outside(tmp_path: Path) -> Iterator[None]:
    """Nothing that this process was told, and nothing in this user's folders."""
    # Of its own, so that it outlives what a test sets by its monkeypatch.
    with pytest.MonkeyPatch.context() as patched:
        for name in (opening.URL_VARIABLE, opening.PASSWORD_VARIABLE):
            patched.delenv(name, raising=False)
        patched.setenv(HOME_VARIABLE, str(tmp_path / "home"))
        yield


@pytest.fixture
def line(database: Database, capsys: pytest.CaptureFixture[str]) -> Line:
    """On each of the databases."""
    return Line(database.url, capsys)


@pytest.fixture
def small(sqlite: Database, capsys: pytest.CaptureFixture[str]) -> Line:
    """On a workspace."""
    return Line(sqlite.url, capsys)
