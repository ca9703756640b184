"""Every release run, what it found and what it did.

Revision: 0009
"""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy import Column, Index

from salesdesk.storage.db.types import UtcDateTime
from salesdesk.storage.setup.migrations.steps import create_table, history_is_kept

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table, unless an earlier try has made it."""
    create_table(
        "salesdesk_release_runs",
        Column("id", sa.CHAR(36), primary_key=True),
        Column("started_at", UtcDateTime(), nullable=False),
        Column("finished_at", UtcDateTime()),
        Column("outcome", sa.String(20), nullable=False),
        Column("cause", sa.String(20), nullable=False),
        Column("host", sa.String(255), nullable=False),
        Column("actor_uid", sa.String(28)),
        Column("due", sa.Integer(), nullable=False),
        Column("bound", sa.Integer(), nullable=False),
        Column("released", sa.Integer(), nullable=False),
        Column("left_over", sa.Integer(), nullable=False),
        Column("confirmed", sa.Boolean(), nullable=False),
        Column("limits", sa.String(255), nullable=False),
        indexes=(
            Index("salesdesk_release_runs_finished", "finished_at"),
            Index("salesdesk_release_runs_started", "started_at"),
        ),
    )


downgrade = history_is_kept
