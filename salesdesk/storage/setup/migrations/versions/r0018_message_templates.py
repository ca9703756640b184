"""Message templates, and the permission to edit them for the roles that SalesDesk made.

Revision: 0018
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy import Column

from salesdesk.storage.db.types import Id, UtcDateTime
from salesdesk.storage.setup.migrations.granting import grant_to_ours
from salesdesk.storage.setup.migrations.steps import create_table, has_table, history_is_kept

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


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
        grant_to_ours(op.get_bind(), "salesdesk.templates", "edit")


downgrade = history_is_kept
