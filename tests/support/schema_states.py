"""What a database has of the two schemas."""

from __future__ import annotations

from sqlalchemy import Engine, inspect

from salesdesk.storage import tables
from salesdesk.storage.setup import schema

OWN = {*tables.own.tables, tables.VERSION_TABLE}


USERS = set(tables.user.tables)


NOTES = {"database_id", "lowest_version", "releases_confirmed_at", "summaries_filled_at"}


def present(engine: Engine) -> set[str]:
    """The tables that there are."""
    return set(inspect(engine).get_table_names())


def status(engine: Engine, version: str = "1.0") -> schema.SchemaStatus:
    """What the program finds at its start."""
    with engine.connect() as connection:
        return schema.status(connection, version)


def state(engine: Engine) -> dict[str, str]:
    """What SalesDesk notes about the database."""
    with engine.connect() as connection:
        rows = connection.execute(
            tables.salesdesk_state.select().order_by(tables.salesdesk_state.c.name)
        )
        return {row.name: row.value for row in rows}
