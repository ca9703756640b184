"""Message templates, and the permission to edit them for the roles that SalesDesk made.

Revision: 0018
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy import Column, Connection

from salesdesk.storage.db.types import Id, UtcDateTime
from salesdesk.storage.setup.migrations.steps import create_table, has_table, history_is_kept

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

_RESOURCE, _ACTION = "salesdesk.templates", "edit"

#: Names and descriptions with which SalesDesk made the roles that may; one of the booking
#: application's that happens to be called so has another description.
_MAY = {
    "Team Lead": "Assigns, transfers and protects customers, sees the team's figures.",
    "Sales Administrator": "Everything a lead may, and people, policy, import and the audit.",
}

_permissions = sa.table(
    "permissions", *(sa.column(name) for name in ("id", "name", "resource", "action"))
)
_grants = sa.table("role_permissions", sa.column("role_id"), sa.column("permission_id"))
_roles = sa.table("roles", *(sa.column(name) for name in ("id", "name", "description")))


def upgrade() -> None:
    """Make the table and grant the permission; each unless it is done."""
    create_table(
        "salesdesk_message_templates",
        Column("id", Id(), primary_key=True),
        Column("title", sa.String(80), nullable=False),
        Column("language", sa.String(10), nullable=False),
        Column("body", sa.Text(), nullable=False),
        Column("listed", sa.Boolean(), nullable=False),
        Column("changed_at", UtcDateTime(), nullable=False),
        Column("event_id", Id(), nullable=False),
    )
    if has_table("role_permissions"):
        _grant(op.get_bind())


def _grant(connection: Connection) -> None:
    found = connection.execute(sa.select(_roles).where(_roles.c.name.in_(_MAY)))
    made = {row.id for row in found if row.description == _MAY.get(row.name)}
    if not made:
        return
    permission = _permission_id(connection)
    if permission is None:
        name = f"{_RESOURCE}:{_ACTION}"
        values = {"name": name, "resource": _RESOURCE, "action": _ACTION}
        connection.execute(sa.insert(_permissions).values(values))
        permission = _permission_id(connection)
    held = sa.select(_grants.c.role_id).where(_grants.c.permission_id == permission)
    for role_id in sorted(made - set(connection.execute(held).scalars())):
        connection.execute(sa.insert(_grants).values(role_id=role_id, permission_id=permission))


def _permission_id(connection: Connection) -> int | None:
    found: int | None = connection.execute(
        sa.select(_permissions.c.id).where(
            _permissions.c.resource == _RESOURCE, _permissions.c.action == _ACTION
        )
    ).scalar_one_or_none()
    return found


downgrade = history_is_kept
