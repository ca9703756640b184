"""Steps that can be run again: on MySQL a revision that broke half-way has left tables behind."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column, Index, inspect


def create_table(name: str, *columns: Column[object], indexes: tuple[Index, ...] = ()) -> None:
    """Create one of SalesDesk's tables, unless an earlier try has made it."""
    if not name.startswith("salesdesk_"):
        raise ValueError(f"{name} is not one of SalesDesk's tables")
    found = inspect(op.get_bind())
    if not found.has_table(name):
        op.create_table(
            name,
            *columns,
            mysql_engine="InnoDB",
            mysql_charset="utf8mb4",
            mysql_collate="utf8mb4_unicode_ci",
        )
    made = {index["name"] for index in inspect(op.get_bind()).get_indexes(name)}
    for index in indexes:
        if index.name not in made:
            op.create_index(index.name, name, [str(key) for key in index.expressions])


def history_is_kept() -> None:
    """Refuse a downgrade: what SalesDesk's tables hold is kept for ever."""
    raise RuntimeError("SalesDesk's tables are never dropped: they hold history")
