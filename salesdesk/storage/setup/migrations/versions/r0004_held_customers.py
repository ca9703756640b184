"""The customers of a release run that waits for a person.

Revision: 0004
"""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy import Column

from salesdesk.storage.setup.migrations.steps import create_table, history_is_kept

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table, unless an earlier try has made it."""
    create_table(
        "salesdesk_held_customers",
        Column("run_id", sa.CHAR(36), primary_key=True),
        Column("customer_id", sa.CHAR(36), primary_key=True),
    )


downgrade = history_is_kept
