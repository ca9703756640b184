"""Targets of contacts, who may set them, and the times in which agents were away.

Revision: 0023
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy import Column

from salesdesk.storage.db.types import Id, UtcDateTime
from salesdesk.storage.setup.migrations.granting import grant_to_ours
from salesdesk.storage.setup.migrations.steps import create_table, has_table, history_is_kept

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

_pauses = sa.table(
    "salesdesk_pauses", *(sa.column(name) for name in ("event_id", "uid", "set_at", "until"))
)
_absences = sa.table(
    "salesdesk_absences", *(sa.column(name) for name in ("id", "uid", "since", "until"))
)


def upgrade() -> None:
    """Make the tables, note the absences that stand, grant the permission; each unless done."""
    create_table(
        "salesdesk_contact_targets",
        Column("uid", sa.String(28), primary_key=True),
        Column("role_id", sa.Integer(), primary_key=True, autoincrement=False),
        Column("per_day", sa.Integer()),
        Column("per_week", sa.Integer()),
        Column("set_by_uid", sa.String(28), nullable=False),
        Column("set_at", UtcDateTime(), nullable=False),
        Column("event_id", Id(), nullable=False),
    )
    create_table(
        "salesdesk_absences",
        Column("id", Id(), primary_key=True),
        Column("uid", sa.String(28), nullable=False),
        Column("since", UtcDateTime(), nullable=False),
        Column("until", UtcDateTime(), nullable=False),
    )
    connection = op.get_bind()
    noted = sa.select(_absences.c.id)
    standing = sa.select(
        _pauses.c.event_id, _pauses.c.uid, _pauses.c.set_at, _pauses.c.until
    ).where(_pauses.c.event_id.not_in(noted))
    connection.execute(sa.insert(_absences).from_select(["id", "uid", "since", "until"], standing))
    if has_table("role_permissions"):
        grant_to_ours(connection, "salesdesk.targets", "edit")


downgrade = history_is_kept
