"""Who did what and when, kept for ever.

Revision: 0003
"""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy import Column, Index

from salesdesk.storage.db.types import UtcDateTime
from salesdesk.storage.setup.migrations.steps import create_table, history_is_kept

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table, unless an earlier try has made it."""
    create_table(
        "salesdesk_events",
        Column("id", sa.CHAR(36), primary_key=True),
        Column("at", UtcDateTime(), nullable=False),
        Column("kind", sa.String(40), nullable=False),
        Column("customer_id", sa.CHAR(36)),
        Column("actor_uid", sa.String(28)),
        Column("batch_id", sa.CHAR(36)),
        Column("run_id", sa.CHAR(36)),
        Column("details", sa.Text(), nullable=False),
        indexes=(
            Index("salesdesk_events_actor", "actor_uid", "kind", "at"),
            Index("salesdesk_events_at", "at", "id"),
            Index("salesdesk_events_customer", "customer_id", "at"),
            Index("salesdesk_events_run", "run_id"),
        ),
    )


downgrade = history_is_kept
