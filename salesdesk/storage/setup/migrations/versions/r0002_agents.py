"""Each agent's own row, updated by claims that count.

Revision: 0002
"""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy import Column

from salesdesk.storage.setup.migrations.steps import create_table, history_is_kept

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table, unless an earlier try has made it."""
    create_table(
        "salesdesk_agents",
        Column("uid", sa.String(28), primary_key=True),
        Column("claims_day", sa.Date()),
        Column("claims_today", sa.Integer(), nullable=False),
        Column("turn", sa.Integer(), nullable=False),
    )


downgrade = history_is_kept
