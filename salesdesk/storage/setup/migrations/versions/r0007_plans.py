"""Next steps planned without a contact.

Revision: 0007
"""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy import Column, Index

from salesdesk.storage.db.types import UtcDateTime
from salesdesk.storage.setup.migrations.steps import create_table, history_is_kept

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table, unless an earlier try has made it."""
    create_table(
        "salesdesk_plans",
        Column("customer_id", sa.CHAR(36), primary_key=True),
        Column("due_at", UtcDateTime()),
        Column("written_at", UtcDateTime(), nullable=False),
        Column("planned_by_uid", sa.String(28), nullable=False),
        Column("note", sa.String(255)),
        Column("event_id", sa.CHAR(36), nullable=False),
        indexes=(Index("salesdesk_plans_due", "due_at"),),
    )


downgrade = history_is_kept
