"""Agents away and the office closed: before when nobody leaves.

Revision: 0022
"""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy import Column

from salesdesk.storage.db.types import Id, UtcDateTime
from salesdesk.storage.setup.migrations.steps import create_table, history_is_kept

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table, unless an earlier try has made it."""
    create_table(
        "salesdesk_pauses",
        Column("uid", sa.String(28), primary_key=True),
        Column("until", UtcDateTime(), nullable=False),
        Column("reason", sa.String(255), nullable=False),
        Column("set_by_uid", sa.String(28), nullable=False),
        Column("set_at", UtcDateTime(), nullable=False),
        Column("event_id", Id(), nullable=False),
    )


downgrade = history_is_kept
