"""Which person a database account stands for.

Revision: 0001
"""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy import Column

from salesdesk.storage.db.types import UtcDateTime
from salesdesk.storage.setup.migrations.steps import create_table, history_is_kept

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table, unless an earlier try has made it."""
    create_table(
        "salesdesk_accounts",
        Column("account", sa.String(128), primary_key=True),
        Column("firebase_uid", sa.String(28), nullable=False),
        Column("mapped_at", UtcDateTime(), nullable=False),
    )


downgrade = history_is_kept
