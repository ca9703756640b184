"""How many customers were in each state, day by day.

Revision: 0011
"""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy import Column

from salesdesk.storage.db.types import UtcDateTime
from salesdesk.storage.setup.migrations.steps import create_table, history_is_kept

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table, unless an earlier try has made it."""
    create_table(
        "salesdesk_daily_counts",
        Column("day", sa.Date(), primary_key=True),
        Column("counted_at", UtcDateTime(), nullable=False),
        Column("needs_repair", sa.Integer(), nullable=False),
        Column("in_pool", sa.Integer(), nullable=False),
        Column("releasing_soon", sa.Integer(), nullable=False),
        Column("overdue", sa.Integer(), nullable=False),
        Column("without_plan", sa.Integer(), nullable=False),
        Column("with_plan", sa.Integer(), nullable=False),
    )


downgrade = history_is_kept
