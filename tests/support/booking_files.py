"""The booking application's own schema, loaded from its file."""

from __future__ import annotations

import contextlib
import re
from pathlib import Path

from sqlalchemy import Engine

from tests.support.database import TestServer

UNICODE = "utf8mb4 COLLATE utf8mb4_unicode_ci"


DEFAULTS = [UNICODE, "latin1 COLLATE latin1_swedish_ci", "utf8mb4 COLLATE utf8mb4_general_ci"]


FILE = Path(__file__).parents[2] / "resources" / "schema" / "existing_database.sql"


def created(engine: Engine, names: list[str]) -> dict[str, list[str]]:
    """What SHOW CREATE TABLE says of each table; the order of its keys has no meaning.

    MySQL remembers which columns were given a character set by name; the collation names it too.
    """
    found = {}
    with engine.connect() as connection:
        for name in names:
            text = connection.exec_driver_sql(f"SHOW CREATE TABLE {name}").one()[1]
            text = re.sub(r" CHARACTER SET (\w+)(?= COLLATE \1_)", "", text)
            found[name] = sorted(line.strip().rstrip(",") for line in text.splitlines())
    return found


def load_file(server: TestServer, database: str | None) -> None:
    """Load the user's file as it stands, as the mysql client would."""
    with contextlib.closing(server.admin()) as connection, connection.cursor() as cursor:
        cursor.execute(f"USE {database}")
        cursor.execute("SET FOREIGN_KEY_CHECKS = 0")
        for statement in FILE.read_text("utf-8").split(";\n"):
            if statement.strip():
                cursor.execute(statement)
