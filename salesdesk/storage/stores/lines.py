"""Many rows or values in one statement, by the driver's own parameters.

SQLAlchemy's way is to work on every value of every row, which costs more than the server does.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from enum import Enum

from sqlalchemy import Column, Connection

#: What one statement holds at the most: SQLite takes no more values, a server no longer text.
_MOST_VALUES = 20_000
_MOST_CHARACTERS = 500_000
#: MariaDB makes a list of a thousand a table, and then looks through all of the other one.
_MOST_LISTED = 900


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
    plain = [
        [one if one is None or type(one) is str else _plain(one) for one in line] for line in lines
    ]
    for part in _parts(plain):
        _insert(connection, table, names, part, replacing=replacing)


def _insert(
    connection: Connection,
    table: str,
    names: Sequence[str],
    plain: Sequence[Sequence[object]],
    *,
    replacing: bool,
) -> None:
    on_sqlite = connection.dialect.name == "sqlite"
    mark = _mark(connection)
    verb = "INSERT OR REPLACE" if replacing and on_sqlite else "INSERT"
    # What is empty stands in the statement itself: half of a summary is.
    marks = ("(" + ", ".join(["NULL" if v is None else mark for v in row]) + ")" for row in plain)
    statement = f"{verb} INTO {table} ({', '.join(names)}) VALUES {', '.join(marks)}"
    if replacing and not on_sqlite:
        news = ", ".join(f"{name} = VALUES({name})" for name in names[1:])
        statement += f" ON DUPLICATE KEY UPDATE {news}"
    values = tuple(value for row in plain for value in row if value is not None)
    connection.exec_driver_sql(statement, values)


def _parts(lines: Sequence[Sequence[object]]) -> Iterable[Sequence[Sequence[object]]]:
    """The lines in pieces that fit into a statement each."""
    begin = values = characters = 0
    for at, line in enumerate(lines):
        length = sum([len(value) for value in line if type(value) is str])
        if at > begin and (
            values + len(line) > _MOST_VALUES or characters + length > _MOST_CHARACTERS
        ):
            yield lines[begin:at]
            begin, values, characters = at, 0, 0
        values += len(line)
        characters += length
    if lines:
        yield lines[begin:]


def select_listed(
    connection: Connection, wanted: Column[str], listed: Column[str], values: Sequence[str]
) -> list[str]:
    """A column of the rows of its table whose other column is one of these values."""
    found: list[str] = []
    for begin in range(0, len(values), _MOST_LISTED):
        part = tuple(values[begin : begin + _MOST_LISTED])
        marks = ", ".join([_mark(connection)] * len(part))
        statement = (
            f"SELECT {wanted.name} FROM {listed.table.name} "  # noqa: S608 - known names
            f"WHERE {listed.name} IN ({marks})"
        )
        found += connection.exec_driver_sql(statement, part).scalars()
    return found


def _mark(connection: Connection) -> str:
    return "?" if connection.dialect.name == "sqlite" else "%s"


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
