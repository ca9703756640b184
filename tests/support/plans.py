"""What the server says of how it will read."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, event

from salesdesk.domain.queries import OwnerFilter, OwnerScope

Step = dict[str, Any]


MINE = OwnerFilter(OwnerScope.PERSON, "agent001")


#: MySQL 9 would draw a tree.
EXPLAIN = "EXPLAIN FORMAT=TRADITIONAL"


def explained(connection: Connection, read: Any) -> list[Step]:
    """How the server would do each statement that names the customers or their contacts."""
    statements: list[tuple[str, Any]] = []

    def note(*arguments: Any) -> None:
        statements.append((arguments[2], arguments[3]))

    event.listen(connection, "before_cursor_execute", note)
    read()
    event.remove(connection, "before_cursor_execute", note)
    assert statements
    return [
        dict(row._mapping)
        for text, parameters in statements
        if text.startswith("SELECT")
        for row in connection.exec_driver_sql(f"{EXPLAIN} {text}", parameters)
    ]


def steps(plan: list[Step], table: str) -> list[Step]:
    """The steps on one table; there is at least one."""
    found = [step for step in plan if step["table"] == table]
    assert found
    return found
