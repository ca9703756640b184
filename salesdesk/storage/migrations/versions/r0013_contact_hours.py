"""How many contacts of each kind each person made in each hour: an optional cache of the reports.

Revision: 0013
"""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy import Column

from salesdesk.storage.migrations.steps import create_table, history_is_kept

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table, unless an earlier try has made it."""
    create_table(
        "salesdesk_contact_hours",
        Column("hour", sa.Integer(), primary_key=True, autoincrement=False),
        Column("person_uid", sa.String(28), primary_key=True),
        Column("method", sa.String(10), primary_key=True),
        Column("outcome", sa.String(15), primary_key=True),
        Column("number", sa.Integer(), nullable=False),
    )


downgrade = history_is_kept
