"""Every import: which file, by whom, how far it is, what it made.

Revision: 0012
"""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy import Column, Index

from salesdesk.storage.db.types import UtcDateTime
from salesdesk.storage.setup.migrations.steps import create_table, history_is_kept

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table, unless an earlier try has made it."""
    create_table(
        "salesdesk_imports",
        Column("id", sa.CHAR(36), primary_key=True),
        Column("source", sa.CHAR(64), nullable=False),
        Column("file_name", sa.String(255), nullable=False),
        Column("actor_uid", sa.String(28)),
        Column("started_at", UtcDateTime(), nullable=False),
        Column("finished_at", UtcDateTime()),
        Column("outcome", sa.String(20), nullable=False),
        Column("total", sa.Integer(), nullable=False),
        Column("created", sa.Integer(), nullable=False),
        Column("filled", sa.Integer(), nullable=False),
        Column("contacts", sa.Integer(), nullable=False),
        Column("duplicates", sa.Integer(), nullable=False),
        Column("invalid", sa.Integer(), nullable=False),
        indexes=(
            Index("salesdesk_imports_source", "source"),
            Index("salesdesk_imports_started", "started_at"),
        ),
    )


downgrade = history_is_kept
