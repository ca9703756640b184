"""The one release run that waits for a person.

Revision: 0005
"""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy import Column

from salesdesk.storage.db.types import UtcDateTime
from salesdesk.storage.setup.migrations.steps import create_table, history_is_kept

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table, unless an earlier try has made it."""
    create_table(
        "salesdesk_held_releases",
        Column("slot", sa.SmallInteger(), primary_key=True, autoincrement=False),
        Column("run_id", sa.CHAR(36), nullable=False),
        Column("held_at", UtcDateTime(), nullable=False),
        Column("due", sa.Integer(), nullable=False),
        Column("bound", sa.Integer(), nullable=False),
    )


downgrade = history_is_kept
