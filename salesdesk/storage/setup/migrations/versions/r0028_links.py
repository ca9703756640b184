"""Customers that are linked as one, and pairs that were said to be different.

Revision: 0028
"""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy import Column, Index

from salesdesk.storage.db.types import Id, UtcDateTime
from salesdesk.storage.setup.migrations.steps import create_table, history_is_kept

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables, those that an earlier try has not."""
    winner: Column[object] = Column("winner_id", Id(), nullable=False)
    create_table(
        "salesdesk_links",
        Column("customer_id", Id(), primary_key=True),
        winner,
        Column("linked_by_uid", sa.String(28), nullable=False),
        Column("linked_at", UtcDateTime(), nullable=False),
        Column("event_id", Id(), nullable=False),
        indexes=(Index("salesdesk_links_winner", winner),),
    )
    create_table(
        "salesdesk_different_customers",
        Column("first_id", Id(), primary_key=True),
        Column("second_id", Id(), primary_key=True),
        Column("said_by_uid", sa.String(28), nullable=False),
        Column("said_at", UtcDateTime(), nullable=False),
        Column("event_id", Id(), nullable=False),
    )


downgrade = history_is_kept
