"""All that stands in a database, to compare before and after."""

from __future__ import annotations

from typing import Any

from salesdesk.storage.tables.booking import user
from salesdesk.storage.tables.own_tables import own
from tests.support.database import Database


def everything(database: Database) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of all tables."""
    return {
        table.name: sorted(database.execute(f"SELECT * FROM {table.name}"), key=str)
        for table in (*user.sorted_tables, *own.sorted_tables)
    }
