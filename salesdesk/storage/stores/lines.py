"""Many rows of one table in one statement, by the driver's own parameters.

SQLAlchemy's way is to work on every value of every row, which costs more than the server does.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from enum import Enum

from sqlalchemy import Connection


def insert_lines(
    connection: Connection,
    table: str,
    names: Sequence[str],
    lines: Sequence[Iterable[object]],
    *,
    replacing: bool = False,
) -> None:
    """Insert rows, each with its values in the order of the names.

    Args:
        replacing: a row whose key is there already takes the place of the stored one; the first
            name is that of the key.
    """
    on_sqlite = connection.dialect.name == "sqlite"
    mark = "?" if on_sqlite else "%s"
    verb = "INSERT OR REPLACE" if replacing and on_sqlite else "INSERT"
    plain = [[_plain(value) for value in line] for line in lines]
    # What is empty stands in the statement itself: half of a summary is.
    marks = ("(" + ", ".join(["NULL" if v is None else mark for v in row]) + ")" for row in plain)
    statement = f"{verb} INTO {table} ({', '.join(names)}) VALUES {', '.join(marks)}"
    if replacing and not on_sqlite:
        news = ", ".join(f"{name} = VALUES({name})" for name in names[1:])
        statement += f" ON DUPLICATE KEY UPDATE {news}"
    values = tuple(value for row in plain for value in row if value is not None)
    connection.exec_driver_sql(statement, values)


def _plain(value: object) -> object:
    """The value as both drivers take it: moments as text, in UTC and whole seconds."""
    if type(value) is str or value is None:
        return value
    if isinstance(value, datetime):
        if value.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        moment = value if value.tzinfo is UTC else value.astimezone(UTC)
        return moment.replace(tzinfo=None, microsecond=0).isoformat(" ")
    if isinstance(value, Enum):
        return value.value
    return int(value) if isinstance(value, bool) else value
