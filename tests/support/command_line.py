"""The command line in this process, on a test's database."""

from __future__ import annotations

import json
from argparse import Namespace
from typing import Any

import pytest
from sqlalchemy.engine import URL

from salesdesk.app import cli
from tests.support.database import Database


class Line:
    """A command line on one database.

    Attributes:
        out, err: what the last command wrote.
    """

    def __init__(self, url: URL, capsys: pytest.CaptureFixture[str]) -> None:
        self.url = url
        self._capsys = capsys
        self.out = ""
        self.err = ""

    def __call__(self, *words: str) -> int:
        """Run a command; its exit code."""
        code = cli.main([*words, "--database", plain(self.url)])
        self.out, self.err = self._capsys.readouterr()
        assert "Traceback" not in self.out + self.err
        return code

    def json(self, *words: str, code: int = 0) -> Any:
        """Run a command with --json and read all that it wrote to stdout."""
        assert self(*words, "--json") == code, self.out + self.err
        return json.loads(self.out)


def plain(url: URL) -> str:
    """The URL as somebody types it: without the driver and without a password."""
    return url.set(drivername=url.get_backend_name()).render_as_string(hide_password=False)


def overdue(database: Database, days: int) -> None:
    """Let everybody's clocks have stood still for so many more days."""
    for table, column in (
        ("customers", "binding_start_date"),
        ("customers", "last_interaction_date"),
        ("customers", "created_at"),
        ("customer_contacts", "contact_date"),
        ("customer_binding_history", "binding_start_date"),
        ("customer_binding_history", "binding_end_date"),
    ):
        earlier = (
            f"datetime({column}, '-{days} days')"
            if database.kind == "sqlite"
            else f"{column} - INTERVAL {days} DAY"
        )
        database.execute(f"UPDATE {table} SET {column} = {earlier} WHERE {column} IS NOT NULL")


def arguments(**changes: object) -> Namespace:
    """A command line without a command."""
    values = {"demo": False, "fresh": False, "database": None, "tls": None, "ca": None}
    return Namespace(**{**values, **changes})
