"""What lets a person sign in where the database account is shared.

Revision: 0020
"""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy import Column

from salesdesk.storage.db.types import UtcDateTime
from salesdesk.storage.setup.migrations.steps import create_table, history_is_kept

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table, unless an earlier try has made it."""
    create_table(
        "salesdesk_sign_ins",
        Column("uid", sa.String(28), primary_key=True),
        Column("password_hash", sa.String(255)),
        Column("code_hash", sa.String(255)),
        Column("code_until", UtcDateTime()),
        Column("failures", sa.Integer(), nullable=False),
        Column("next_try_at", UtcDateTime()),
        Column("firebase_at", UtcDateTime()),
        Column("changed_at", UtcDateTime(), nullable=False),
    )


downgrade = history_is_kept
