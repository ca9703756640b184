"""Permissions and roles of SalesDesk's own, and database accounts with their hosts.

Programs of before would decide rights by other rows, so this raises the lowest version that may
write. In the booking application's tables rows are only added: the permissions under resources of
SalesDesk's own, granted to the roles that SalesDesk made as they had them until now. A role that
SalesDesk wrote into `users.role_id` stays there; it is noted as the person's SalesDesk role too,
so that the booking application may put its own back.

Revision: 0014
"""

from __future__ import annotations

import json

import sqlalchemy as sa
from alembic import op
from sqlalchemy import Column, Connection
from sqlalchemy.dialects import mysql

from salesdesk.storage.db.types import UtcDateTime
from salesdesk.storage.setup.migrations.steps import (
    create_table,
    has_table,
    history_is_kept,
    inspected,
    raise_lowest_version,
)

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

_LOWEST_VERSION = "0.2.0"

_PERMISSIONS = {
    "customers": (
        "view", "view_notes", "view_phone_in_pool", "create", "edit", "hold", "claim", "assign",
        "transfer", "release_any", "protect",
    ),
    "contacts": ("log", "edit_any"),
    "reports": ("view_own", "view_team"),
    "data": ("import", "export"),
    "policy": ("edit",),
    "people": ("manage",),
    "release": ("confirm",),
    "audit": ("view",),
}  # fmt: skip

#: Names and descriptions with which SalesDesk made its roles; one of the booking application's
#: that happens to be called so has another description.
_MADE = {
    "Sales Agent": "Holds customers and logs contacts.",
    "Team Lead": "Assigns, transfers and protects customers, sees the team's figures.",
    "Sales Administrator": "Everything a lead may, and people, policy, import and the audit.",
}

_permissions = sa.table(
    "permissions", *(sa.column(name) for name in ("id", "name", "resource", "action"))
)
_grants = sa.table("role_permissions", sa.column("role_id"), sa.column("permission_id"))
_roles = sa.table("roles", *(sa.column(name) for name in ("id", "name", "description")))
_users = sa.table("users", sa.column("firebase_uid"), sa.column("role_id"))
_events = sa.table(
    "salesdesk_events",
    *(sa.column(name) for name in ("id", "kind", "details")),
    sa.column("at", UtcDateTime()),
)
_person_roles = sa.table(
    "salesdesk_person_roles",
    *(sa.column(name) for name in ("uid", "role_id", "with_booking_role", "event_id")),
    sa.column("granted_at", UtcDateTime()),
)


def upgrade() -> None:
    """Make the table, widen the accounts, copy grants and roles; each unless it is done."""
    create_table(
        "salesdesk_person_roles",
        Column("uid", sa.String(28), primary_key=True),
        Column("role_id", sa.Integer(), nullable=False),
        Column("with_booking_role", sa.Boolean(), nullable=False),
        Column("granted_at", UtcDateTime(), nullable=False),
        Column("event_id", sa.CHAR(36), nullable=False),
    )
    _widen_accounts()
    connection = op.get_bind()
    if has_table("role_permissions"):
        made = _made_roles(connection)
        for resource, actions in _PERMISSIONS.items():
            for action in actions:
                _copy_grants(connection, resource, action, made)
        _note_roles(connection, made)
    raise_lowest_version(_LOWEST_VERSION)


def _widen_accounts() -> None:
    there = {column["name"] for column in inspected().get_columns("salesdesk_accounts")}
    if "with_host" in there:
        return
    exact = sa.String(400).with_variant(
        mysql.VARCHAR(400, charset="utf8mb4", collation="utf8mb4_bin"), "mysql", "mariadb"
    )
    with op.batch_alter_table("salesdesk_accounts") as table:
        table.alter_column(
            "account", type_=exact, existing_type=sa.String(128), existing_nullable=False
        )
        table.add_column(
            Column("with_host", sa.Boolean(), nullable=False, server_default=sa.text("0"))
        )


def _made_roles(connection: Connection) -> dict[int, str]:
    """The roles that SalesDesk itself made, by id."""
    rows = connection.execute(sa.select(_roles).where(_roles.c.name.in_(_MADE)))
    return {row.id: row.name for row in rows if row.description == _MADE.get(row.name)}


def _copy_grants(connection: Connection, resource: str, action: str, made: dict[int, str]) -> None:
    old = _permission_id(connection, resource, action)
    granted = _granted(connection, old, made)
    if not granted:
        return
    ours = f"salesdesk.{resource}"
    new = _permission_id(connection, ours, action)
    if new is None:
        values = {"name": f"{ours}:{action}", "resource": ours, "action": action}
        connection.execute(sa.insert(_permissions).values(values))
        new = _permission_id(connection, ours, action)
    for role_id in sorted(granted - _granted(connection, new, made)):
        connection.execute(sa.insert(_grants).values(role_id=role_id, permission_id=new))


def _permission_id(connection: Connection, resource: str, action: str) -> int | None:
    found: int | None = connection.execute(
        sa.select(_permissions.c.id).where(
            _permissions.c.resource == resource, _permissions.c.action == action
        )
    ).scalar_one_or_none()
    return found


def _granted(connection: Connection, permission_id: int | None, made: dict[int, str]) -> set[int]:
    if permission_id is None:
        return set()
    statement = sa.select(_grants.c.role_id).where(
        _grants.c.permission_id == permission_id, _grants.c.role_id.in_(made)
    )
    return set(connection.execute(statement).scalars())


def _note_roles(connection: Connection, made: dict[int, str]) -> None:
    """Note the role of each person in whose `users.role_id` SalesDesk's newest grant stands."""
    newest = {}
    grants = connection.execute(
        sa.select(_events.c.id, _events.c.at, _events.c.details)
        .where(_events.c.kind == "role_granted")
        .order_by(_events.c.at, _events.c.id)
    )
    for row in grants:
        person = json.loads(row.details).get("person")
        if person is not None:
            newest[str(person).lower()] = row
    noted = {
        str(uid).lower() for uid in connection.execute(sa.select(_person_roles.c.uid)).scalars()
    }
    holders = sa.select(_users).where(_users.c.role_id.in_(made))
    for uid, role_id in connection.execute(holders).all():
        grant = newest.get(uid.lower())
        if grant is None or uid.lower() in noted:
            continue
        if str(json.loads(grant.details).get("role")).lower() == made[role_id].lower():
            values = {
                "uid": uid,
                "role_id": role_id,
                "with_booking_role": True,
                "granted_at": grant.at,
                "event_id": grant.id,
            }
            connection.execute(sa.insert(_person_roles).values(values))


downgrade = history_is_kept
