"""A new permission for the roles that SalesDesk made: the only roles that change by themselves."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy import Connection

#: Names and descriptions with which SalesDesk made the roles of leads and administrators; one of
#: the booking application's that happens to be called so has another description.
_LEADING = {
    "Team Lead": "Assigns, transfers and protects customers, sees the team's figures.",
    "Sales Administrator": "Everything a lead may, and people, policy, import and the audit.",
}

_permissions = sa.table(
    "permissions", *(sa.column(name) for name in ("id", "name", "resource", "action"))
)
_grants = sa.table("role_permissions", sa.column("role_id"), sa.column("permission_id"))
_roles = sa.table("roles", *(sa.column(name) for name in ("id", "name", "description")))


def grant_to_ours(connection: Connection, resource: str, action: str) -> None:
    """Let leads and administrators do something, unless they may already."""
    found = connection.execute(sa.select(_roles).where(_roles.c.name.in_(_LEADING)))
    made = {row.id for row in found if row.description == _LEADING.get(row.name)}
    if not made:
        return
    permission = _permission_id(connection, resource, action)
    if permission is None:
        values = {"name": f"{resource}:{action}", "resource": resource, "action": action}
        connection.execute(sa.insert(_permissions).values(values))
        permission = _permission_id(connection, resource, action)
    held = sa.select(_grants.c.role_id).where(_grants.c.permission_id == permission)
    for role_id in sorted(made - set(connection.execute(held).scalars())):
        connection.execute(sa.insert(_grants).values(role_id=role_id, permission_id=permission))


def _permission_id(connection: Connection, resource: str, action: str) -> int | None:
    found: int | None = connection.execute(
        sa.select(_permissions.c.id).where(
            _permissions.c.resource == resource, _permissions.c.action == action
        )
    ).scalar_one_or_none()
    return found
