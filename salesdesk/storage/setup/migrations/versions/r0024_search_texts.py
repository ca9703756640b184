"""Names that are not plain letters, as a search compares them.

Revision: 0024
"""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy import Column
from sqlalchemy.dialects import mysql

from salesdesk.storage.db.types import Id
from salesdesk.storage.setup.migrations.steps import create_table, history_is_kept

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

_LENGTH = 2001


def upgrade() -> None:
    """Make the table, unless an earlier try has made it; whoever fills the summaries fills it."""
    exactly = mysql.VARCHAR(_LENGTH, charset="utf8mb4", collation="utf8mb4_bin")
    create_table(
        "salesdesk_search_texts",
        Column("customer_id", Id(), primary_key=True),
        Column(
            "text", sa.String(_LENGTH).with_variant(exactly, "mysql", "mariadb"), nullable=False
        ),
    )


downgrade = history_is_kept
