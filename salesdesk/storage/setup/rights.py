"""What a database account may do, asked before it matters, and the GRANT that an account lacks."""

from __future__ import annotations

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from salesdesk.storage import tables
from salesdesk.storage.db import faults
from salesdesk.storage.setup import grants
from salesdesk.storage.setup.grants import AccountRole

#: A table that exists; a column that does not.
_ITS_CONTENT = frozenset({1050, 1091})


def lacking(connection: Connection, role: AccountRole) -> tuple[str, ...]:
    """The rights that a day's work of this role needs and this account lacks.

    Each reads as 'UPDATE on customers' and is tried with a statement that touches no row; nothing
    is changed and no row is locked. A table that does not exist is left out. Ends the
    connection's transaction.
    """
    if connection.dialect.name == "sqlite":
        return ()
    return tuple(
        f"{right} on {table}"
        for table, each in sorted(grants.needed(role).items())
        for right, columns in each.items()
        if not _may(connection, right, table, columns or _columns(table))
    )


def _columns(table: str) -> tuple[str, ...]:
    found = tables.user.tables.get(table, tables.own.tables.get(table))
    return tuple(column.name for column in found.columns) if found is not None else ()


def may_upgrade(connection: Connection) -> bool:
    """Whether this account may create and alter SalesDesk's tables, as an upgrade does.

    Tried with statements that the server refuses for their content once it has found the rights:
    a table that is there already, a column that is not. In a workspace whoever may write the
    file may. Ends the connection's transaction.
    """
    if connection.dialect.name == "sqlite":
        return True
    table = tables.salesdesk_state.name
    return all(
        _fails_for_its_content(connection, statement)
        for statement in (
            f"CREATE TABLE {table} (name INTEGER)",
            f"ALTER TABLE {table} DROP COLUMN there_is_no_such_column",
        )
    )


def _fails_for_its_content(connection: Connection, statement: str) -> bool:
    try:
        connection.exec_driver_sql(statement)
    except DBAPIError as fault:
        reason = faults.explain(fault)
        if reason is not None and reason.kind == "rights":
            return False
        if faults.number(fault) not in _ITS_CONTENT:
            raise
        return True
    finally:
        connection.rollback()
    raise RuntimeError(f"the server carried out: {statement}")


def _may(connection: Connection, right: str, table: str, columns: tuple[str, ...]) -> bool:
    """Whether the server accepts a statement of this kind; rights are checked before rows."""
    named = ", ".join(columns) or "1"
    statement = {
        "SELECT": f"SELECT {named} FROM {table} WHERE 1 = 0",  # noqa: S608 - names of our own
        "INSERT": f"INSERT INTO {table} SELECT * FROM {table} WHERE 1 = 0",  # noqa: S608
        "UPDATE": f"UPDATE {table} SET "  # noqa: S608
        + ", ".join(f"{column} = {column}" for column in columns)
        + " WHERE 1 = 0",
        "DELETE": f"DELETE FROM {table} WHERE 1 = 0",  # noqa: S608
    }[right]
    try:
        connection.exec_driver_sql(statement)
    except DBAPIError as fault:
        reason = faults.explain(fault)
        if reason is None or reason.kind not in {"rights", "schema"}:
            raise
        return reason.kind == "schema"
    finally:
        connection.rollback()
    return True


def grant(engine: Engine, *wanted: str) -> str:
    """The statement with which an administrator gives this account rights on this database."""
    return f"GRANT {', '.join(wanted)} ON `{engine.url.database}`.* TO {_account(engine)};"


def _account(engine: Engine) -> str:
    """The account as the server knows it, or as the URL has it where the server does not say."""
    try:
        with engine.connect() as connection:
            name = str(connection.exec_driver_sql("SELECT CURRENT_USER()").scalar_one())
    except DBAPIError:
        name = f"{engine.url.username}@%"
    user, _, host = name.rpartition("@")
    return f"'{user}'@'{host}'"
