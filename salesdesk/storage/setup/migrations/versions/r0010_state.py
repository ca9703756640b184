"""What SalesDesk notes about this database.

Revision: 0010
"""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy import Column

from salesdesk.storage.db.types import UtcDateTime
from salesdesk.storage.setup.migrations.steps import create_table, history_is_kept

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table, unless an earlier try has made it."""
    create_table(
        "salesdesk_state",
        Column("name", sa.String(50), primary_key=True),
        Column("value", sa.String(255), nullable=False),
        Column("changed_at", UtcDateTime(), nullable=False),
    )


downgrade = history_is_kept
