"""Alembic's environment: the connection is handed in, only salesdesk_ tables are looked at."""

from __future__ import annotations

from alembic import context
from sqlalchemy import Connection

from salesdesk.storage.tables.own_tables import VERSION_TABLE, own, version


def is_ours(name: str | None, kind: str, parents: object) -> bool:
    """Whether a table is SalesDesk's own; a column or an index follows its table."""
    return kind != "table" or (name or "").startswith("salesdesk_")


def run(connection: Connection) -> None:
    """Run the revisions on a connection whose transaction the caller ends."""
    context.configure(
        connection=connection,
        target_metadata=own,
        version_table=VERSION_TABLE,
        include_name=is_ours,
        transactional_ddl=False,
    )
    # Alembic's would take the database's default collation.
    version.create(connection, checkfirst=True)
    context.run_migrations()


run(context.config.attributes["connection"])
