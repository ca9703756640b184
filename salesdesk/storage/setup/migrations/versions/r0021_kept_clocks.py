"""The clock that a release which was taken back leaves to the new binding.

Revision: 0021
"""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy import Column

from salesdesk.storage.db.types import Id, UtcDateTime
from salesdesk.storage.setup.migrations.steps import create_table, history_is_kept

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table, unless an earlier try has made it."""
    create_table(
        "salesdesk_kept_clocks",
        Column("customer_id", Id(), primary_key=True),
        Column("owner_uid", sa.String(28), nullable=False),
        Column("bound_at", UtcDateTime(), nullable=False),
        Column("idle_since", UtcDateTime(), nullable=False),
        Column("started", UtcDateTime(), nullable=False),
        Column("event_id", Id(), nullable=False),
    )


downgrade = history_is_kept
