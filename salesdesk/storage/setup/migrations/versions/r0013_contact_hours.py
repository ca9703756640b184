"""How many contacts each person made in each hour, by method: an optional cache of the reports.

Revision: 0013
"""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy import Column

from salesdesk.storage.setup.migrations.steps import create_table, history_is_kept

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
        Column("whatsapp_all", sa.Integer(), nullable=False),
        Column("whatsapp_successful", sa.Integer(), nullable=False),
        Column("call_all", sa.Integer(), nullable=False),
        Column("call_successful", sa.Integer(), nullable=False),
        Column("visit_all", sa.Integer(), nullable=False),
        Column("visit_successful", sa.Integer(), nullable=False),
    )


downgrade = history_is_kept
