"""The palette's search: the beginnings of names by their index, then anything anywhere."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Select, case, select

from salesdesk.domain.palette import PaletteHit, rank
from salesdesk.storage import tables
from salesdesk.storage.reads import customers
from salesdesk.storage.reads.search import Search, anywhere, beginning, hits, like
from salesdesk.storage.reads.sight import Sight

_C = tables.customers.c


def find(
    connection: Connection, typed: str, search: Search, sight: Sight, limit: int
) -> tuple[PaletteHit, ...]:
    """At most this many customers, the better fit first, then by name."""
    ids = _beginning(connection, search, limit)
    if len(ids) < limit:
        ids |= _anywhere(connection, search, sight, limit)
    rows = customers.rows(connection, sorted(ids), sight)
    ranked = sorted(
        rows, key=lambda row: (rank(typed, row.name, row.company), row.name.casefold(), row.id)
    )
    return tuple(PaletteHit.of(row) for row in ranked[:limit])


def _beginning(connection: Connection, search: Search, limit: int) -> set[str]:
    if not search.text:
        return set()
    statement = select(_C.id).where(like(_C.name, beginning(search.text)))
    return set(connection.execute(statement.order_by(_C.name, _C.id).limit(limit)).scalars())


def _anywhere(connection: Connection, search: Search, sight: Sight, limit: int) -> set[str]:
    """The best fits of each way in which a customer can be found."""
    fit = case(
        (like(_C.name, f"% {beginning(search.text)}"), 1),
        (like(_C.company, beginning(search.text)), 2),
        (like(_C.company, f"% {beginning(search.text)}"), 3),
        (like(_C.name, anywhere(search.text)), 4),
        else_=5,
    )

    def branch(found: Select[Any]) -> Select[Any]:
        ordered = found.order_by(fit, _C.name, _C.id) if search.text else found.order_by(_C.id)
        return ordered.limit(limit)

    found = hits(search, sight, branch, scan=True)
    return set(connection.execute(select(found.c.id)).scalars())
