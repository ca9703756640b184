"""Customers' phone numbers in one form.

Revision: 0006
"""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy import Column, Index

from salesdesk.storage.setup.migrations.steps import create_table, history_is_kept

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table, unless an earlier try has made it."""
    create_table(
        "salesdesk_phones",
        Column("customer_id", sa.CHAR(36), primary_key=True),
        Column("number", sa.String(20), primary_key=True),
        Column("source", sa.String(20), nullable=False),
        indexes=(Index("salesdesk_phones_number", "number"),),
    )


downgrade = history_is_kept
