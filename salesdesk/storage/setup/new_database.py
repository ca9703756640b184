"""The user's tables in a new database: from the project's own copy of their schema.

On MySQL the tables get utf8mb4_unicode_ci as their default, so that the few columns of the file
that say no collation mean the same wherever the database was made; on SQLite they are made from
`user_tables`.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from sqlalchemy import Connection, Table, inspect
from sqlalchemy.schema import CreateTable

from salesdesk.domain.errors import Refusal
from salesdesk.domain.refusals import Why
from salesdesk.storage.tables import booking

_OPTIONS = "ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci"
_MOVES = "updated_at"


def refuse_unless_empty(connection: Connection) -> None:
    """Refuse a database in which anything is.

    The user's tables and ours, without a row, are what a try that broke off has left.

    Raises:
        Refusal: there are other tables, or rows.
    """
    present = inspect(connection).get_table_names()
    strange = sorted(
        name
        for name in present
        if name not in booking.user.tables and not name.startswith("salesdesk_")
    )
    filled = sorted(
        name
        for name in present
        if name in booking.user.tables
        and connection.execute(booking.user.tables[name].select().limit(1)).first()
    )
    if strange or filled:
        raise Refusal(Why.DATABASE_NOT_EMPTY, tables=listed(strange or filled))


def make_user_tables(connection: Connection) -> tuple[str, ...]:
    """Make those of the user's tables that are not there; their names."""
    present = set(inspect(connection).get_table_names())
    if connection.dialect.name == "sqlite":
        return tuple(_make_on_sqlite(connection, present))
    return tuple(_make_on_mysql(connection, present))


def _make_on_mysql(connection: Connection, present: set[str]) -> list[str]:
    made = []
    # Foreign keys point forward in the file.
    connection.exec_driver_sql("SET FOREIGN_KEY_CHECKS = 0")
    for name, statement in statements(existing_schema()):
        if name not in present:
            connection.exec_driver_sql(f"{statement} {_OPTIONS}".replace("%", "%%"))
            made.append(name)
    connection.exec_driver_sql("SET FOREIGN_KEY_CHECKS = 1")
    return made


def existing_schema() -> str:
    """The project's own copy of the user's schema."""
    root = Path(getattr(sys, "_MEIPASS", Path(__file__).resolve().parents[3]))
    return (root / "resources" / "schema" / "existing_database.sql").read_text("utf-8")


def statements(script: str) -> Iterator[tuple[str, str]]:
    """Each table's name and CREATE TABLE; in this file a statement ends with `);` on its line."""
    for part in re.split(r"(?<=^\));\s*$", script, flags=re.MULTILINE):
        found = re.match(r"\s*(CREATE TABLE `(\w+)` .*)", part, re.DOTALL)
        if found is not None:
            yield found[2], found[1]


def _make_on_sqlite(connection: Connection, present: set[str]) -> list[str]:
    made = []
    for table in booking.user.sorted_tables:
        if table.name in present:
            continue
        connection.execute(CreateTable(table))
        for index in sorted(table.indexes, key=lambda index: str(index.name)):
            # SQLite's index names are the whole database's, MySQL's are their table's.
            columns = ", ".join(column.name for column in index.columns)
            connection.exec_driver_sql(
                f"CREATE INDEX {table.name}_{index.name} ON {table.name} ({columns})"
            )
        if _MOVES in table.c:
            connection.exec_driver_sql(_moving_trigger(table))
        made.append(table.name)
    return made


def _moving_trigger(table: Table) -> str:
    """What ON UPDATE CURRENT_TIMESTAMP is on MySQL: moved where a row changes.

    `users.last_login` has none: a trigger cannot tell `last_login = last_login`, with which
    SalesDesk keeps it, from a statement that does not name it.
    """
    changed = " OR ".join(
        f"NEW.{column.name} IS NOT OLD.{column.name}"
        for column in table.columns
        if column.name != _MOVES
    )
    return (
        f"CREATE TRIGGER {table.name}_moves AFTER UPDATE ON {table.name} FOR EACH ROW "  # noqa: S608
        f"WHEN NEW.{_MOVES} IS OLD.{_MOVES} AND ({changed}) BEGIN "
        f"UPDATE {table.name} SET {_MOVES} = salesdesk_now() WHERE rowid = NEW.rowid; END"
    )


def listed(names: Iterable[str], most: int = 4) -> str:
    """Names for a sentence, the first few of them."""
    wanted = list(names)
    rest = f" and {len(wanted) - most} more" if len(wanted) > most else ""
    return ", ".join(wanted[:most]) + rest
