"""Customers who are lost or not to be contacted, and what the summary says of it.

Revision: 0025
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy import Column

from salesdesk.storage.db.types import Id, UtcDateTime
from salesdesk.storage.setup.migrations.steps import create_table, history_is_kept, inspected

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table and the columns, those that an earlier try has not."""
    create_table(
        "salesdesk_set_asides",
        Column("customer_id", Id(), primary_key=True),
        Column("word", sa.String(20), nullable=False),
        Column("reason", sa.String(40)),
        Column("note", sa.String(255), nullable=False),
        Column("set_by_uid", sa.String(28), nullable=False),
        Column("set_at", UtcDateTime(), nullable=False),
        Column("event_id", Id(), nullable=False),
    )
    _add("salesdesk_customer_summary", Column("out_of_round", sa.String(20)))
    _add(
        "salesdesk_daily_counts",
        Column("set_aside", sa.Integer(), nullable=False, server_default=sa.text("0")),
    )


def _add(table: str, column: Column[object]) -> None:
    if column.name not in {one["name"] for one in inspected().get_columns(table)}:
        op.add_column(table, column)


downgrade = history_is_kept
