"""Alembic at work on SalesDesk's own tables; only an upgrade needs it."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import Connection

from salesdesk.storage.db import faults


def run(connection: Connection) -> None:
    """Bring the tables to the newest revision, on a connection whose transaction the caller ends.

    Raises:
        Overtaken: another upgrade of this database was a step ahead.
        DBAPIError: the server refused a step.
    """
    config = configured()
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except CommandError as fault:
        raise faults.Overtaken from fault


def configured() -> Config:
    """Where the revisions lie."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    return config
