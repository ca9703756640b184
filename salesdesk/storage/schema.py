"""Making and upgrading a database: the user's tables for a new one, ours for any.

An upgrade adds only tables whose names begin with `salesdesk_` (rules.md, "The database is
shared"). DDL is not transactional on MySQL, so every step can be run again.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, inspect, select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.schema import CreateTable

from salesdesk.domain.errors import Refusal, Unavailable
from salesdesk.domain.events import new_id
from salesdesk.storage import faults, own_tables, user_tables
from salesdesk.storage.settings import StateStore
from salesdesk.storage.types import db_now

LOWEST_MYSQL = (5, 7)
LOWEST_MARIADB = (10, 6)

#: Columns that MySQL moves at every update; on SQLite a trigger does it.
_MOVING = {"users": "last_login"}


@dataclass(frozen=True, slots=True)
class SchemaStatus:
    """What a database has and lacks.

    Attributes:
        server_version: as the server names it.
        missing: tables of the user's that are not there.
        revision, head: of SalesDesk's own tables; None: not made yet.
        needs: sentences for an administrator; empty: ready.
        warnings: what works, but not as it should.
    """

    server_version: str
    missing: tuple[str, ...]
    revision: str | None
    head: str
    needs: tuple[str, ...]
    warnings: tuple[str, ...]


def status(connection: Connection, program_version: str) -> SchemaStatus:
    """Whether the database is ready for this version of the program."""
    present = set(inspect(connection).get_table_names())
    missing = tuple(sorted(set(user_tables.user.tables) - present))
    head = _scripts().get_current_head() or ""
    revision = _revision(connection) if own_tables.VERSION_TABLE in present else None
    version = server_version(connection)
    needs = []
    if missing:
        needs.append(
            "This database lacks tables of the booking application: "
            f"{_listed(missing)}. For an empty database an administrator runs: salesdesk db init"
        )
    elif revision != head:
        needs.append(
            "SalesDesk's own tables are missing or older than this program. An administrator "
            "must run: salesdesk db upgrade"
        )
    else:
        needs += _too_old_program(connection, program_version)
    return SchemaStatus(
        version, missing, revision, head, tuple(needs), _version_warnings(connection, version)
    )


def server_version(connection: Connection) -> str:
    """The version as the server names it."""
    if connection.dialect.name == "sqlite":
        return f"SQLite {connection.exec_driver_sql('SELECT sqlite_version()').scalar_one()}"
    return str(connection.execute(text("SELECT VERSION()")).scalar_one())


def _version_warnings(connection: Connection, version: str) -> tuple[str, ...]:
    if connection.dialect.name == "sqlite":
        return ()
    lowest = LOWEST_MARIADB if "mariadb" in version.lower() else LOWEST_MYSQL
    found = re.match(r"(?:5\.5\.5-)?(\d+)\.(\d+)", version)
    if found and (int(found[1]), int(found[2])) < lowest:
        wanted = ".".join(str(part) for part in lowest)
        return (f"This server ({version}) is older than {wanted}, the oldest one supported.",)
    return ()


def _too_old_program(connection: Connection, program_version: str) -> list[str]:
    lowest = StateStore(connection).get("lowest_version")
    if lowest is None or _numbers(program_version) >= _numbers(lowest):
        return []
    return [f"This database needs SalesDesk {lowest} or newer; this is {program_version}."]


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", version))


def init(engine: Engine) -> None:
    """Make the user's schema and ours in an empty database, which counts as confirmed.

    On MySQL the tables of a new database are made with utf8mb4_unicode_ci as their default, so
    that the four that say no collation do not inherit one.

    Raises:
        Refusal: the database is not empty.
        Unavailable: it is out of reach, or the account may not create tables.
    """
    with engine.connect() as connection:
        present = inspect(connection).get_table_names()
    if present:
        raise Refusal(
            f"This database is not empty: it has {_listed(sorted(present))}. For the booking "
            "application's own database run: salesdesk db upgrade"
        )
    try:
        with engine.execution_options(salesdesk_write=True).begin() as connection:
            if connection.dialect.name == "sqlite":
                _make_on_sqlite(connection)
            else:
                _make_on_mysql(connection)
    except DBAPIError as fault:
        raise _lacking_rights(engine, fault) from fault
    upgrade(engine)
    with engine.execution_options(salesdesk_write=True).begin() as connection:
        now = connection.execute(select(db_now())).scalar_one()
        StateStore(connection).put("releases_confirmed_at", now.isoformat(), now)


def _make_on_mysql(connection: Connection) -> None:
    connection.execute(text("SET FOREIGN_KEY_CHECKS = 0"))
    try:
        for statement in _statements(_existing_schema()):
            table = re.sub(
                r"\)\s*$", ") DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci", statement
            )
            connection.exec_driver_sql(table.replace("%", "%%"))
    finally:
        connection.execute(text("SET FOREIGN_KEY_CHECKS = 1"))


def _existing_schema() -> str:
    root = Path(getattr(sys, "_MEIPASS", Path(__file__).resolve().parents[2]))
    return (root / "resources" / "schema" / "existing_database.sql").read_text("utf-8")


def _statements(script: str) -> Iterable[str]:
    """The statements of the user's file, whose statements end with a semicolon on a line."""
    return (part.strip() for part in re.split(r";\s*(?:\n|$)", script) if part.strip())


def _make_on_sqlite(connection: Connection) -> None:
    for table in user_tables.user.sorted_tables:
        connection.execute(CreateTable(table))
        for index in sorted(table.indexes, key=lambda index: str(index.name)):
            # SQLite's index names are the whole database's, MySQL's are their table's.
            columns = ", ".join(column.name for column in index.columns)
            connection.exec_driver_sql(
                f"CREATE INDEX {table.name}_{index.name} ON {table.name} ({columns})"
            )
        moving = _MOVING.get(table.name, "updated_at")
        if moving in table.c:
            connection.exec_driver_sql(
                f"CREATE TRIGGER {table.name}_moves AFTER UPDATE ON {table.name} "  # noqa: S608
                f"FOR EACH ROW WHEN NEW.{moving} IS OLD.{moving} BEGIN "
                f"UPDATE {table.name} SET {moving} = salesdesk_now() "
                "WHERE rowid = NEW.rowid; END"
            )


def upgrade(engine: Engine) -> None:
    """Bring SalesDesk's own tables to this program's version; nothing else is touched.

    Raises:
        Unavailable: the database is out of reach, or the account may not create tables; the
            text says what an administrator must run.
    """
    config = _config()
    try:
        with engine.execution_options(salesdesk_write=True).connect() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
            connection.commit()
        with engine.execution_options(salesdesk_write=True).begin() as connection:
            state = StateStore(connection)
            if state.get("database_id") is None:
                state.put(
                    "database_id", new_id(), connection.execute(select(db_now())).scalar_one()
                )
    except DBAPIError as fault:
        raise _lacking_rights(engine, fault) from fault


def _lacking_rights(engine: Engine, fault: DBAPIError) -> Exception:
    found = faults.explain(fault)
    if found is None:
        return fault
    if found.kind != "rights":
        return Unavailable(found.text, kind=found.kind)
    name = engine.url.database
    return Unavailable(
        "This database account may not create tables. An administrator must either run "
        f"“salesdesk db upgrade” with an account that may, or grant it first: GRANT CREATE, ALTER, "
        f"INDEX, REFERENCES ON `{name}`.* TO '{engine.url.username}'@'%'",
        kind="rights",
    )


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    return config


def _scripts() -> ScriptDirectory:
    return ScriptDirectory.from_config(_config())


def _revision(connection: Connection) -> str | None:
    options = {"version_table": own_tables.VERSION_TABLE}
    return MigrationContext.configure(connection, opts=options).get_current_revision()


def _listed(names: Iterable[str], most: int = 4) -> str:
    wanted = list(names)
    rest = f" and {len(wanted) - most} more" if len(wanted) > most else ""
    return ", ".join(wanted[:most]) + rest
