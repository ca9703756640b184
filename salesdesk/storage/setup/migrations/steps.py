"""Steps that can be run again: on MySQL a revision that broke half-way has left tables behind."""

from __future__ import annotations

import re

import sqlalchemy as sa
from alembic import op
from sqlalchemy import Column, Index, Inspector, inspect

from salesdesk.storage.db.types import UtcDateTime, db_now

_LOWEST = "lowest_version"
_state = sa.table(
    "salesdesk_state",
    sa.column("name"),
    sa.column("value"),
    sa.column("changed_at", UtcDateTime()),
)


def create_table(name: str, *columns: Column[object], indexes: tuple[Index, ...] = ()) -> None:
    """Create one of SalesDesk's tables, unless an earlier try has made it."""
    if not name.startswith("salesdesk_"):
        raise ValueError(f"{name} is not one of SalesDesk's tables")
    if not has_table(name):
        op.create_table(
            name,
            *columns,
            mysql_engine="InnoDB",
            mysql_charset="utf8mb4",
            mysql_collate="utf8mb4_unicode_ci",
        )
    made = {index["name"] for index in inspected().get_indexes(name)}
    for index in indexes:
        if index.name not in made:
            op.create_index(index.name, name, [str(key) for key in index.expressions])


def has_table(name: str) -> bool:
    """Whether there is such a table."""
    return inspected().has_table(name)


def inspected() -> Inspector:
    """What the database has, asked by a connection that holds no table.

    To one that holds any, the revision that it read for instance, a server refuses to tell about
    a table that another upgrade is making just then (1684); whoever holds none waits for it.
    """
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":
        # No more than the next step does, whose DDL commits by itself.
        connection.commit()
    return inspect(connection)


def history_is_kept() -> None:
    """Refuse a downgrade: what SalesDesk's tables hold is kept for ever."""
    raise RuntimeError("SalesDesk's tables are never dropped: they hold history")


def raise_lowest_version(version: str) -> None:
    """Note the lowest program version that may write from now on; it is never lowered."""
    connection = op.get_bind()
    lowest = connection.execute(
        sa.select(_state.c.value).where(_state.c.name == _LOWEST)
    ).scalar_one_or_none()
    values = {
        "value": version,
        "changed_at": connection.execute(sa.select(db_now())).scalar_one(),
    }
    if lowest is None:
        connection.execute(sa.insert(_state).values(name=_LOWEST, **values))
    elif _numbers(lowest) < _numbers(version):
        connection.execute(sa.update(_state).where(_state.c.name == _LOWEST).values(values))


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", version))
