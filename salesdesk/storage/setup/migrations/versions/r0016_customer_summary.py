"""One row a customer for every list, written last by every act.

Programs of before would not write it, so this raises the lowest version that may write. The rows
themselves are filled afterwards, customer by customer (`salesdesk/services/summaries.py`).

Revision: 0016
"""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy import Column, Index

from salesdesk.storage.db.types import UtcDateTime
from salesdesk.storage.setup.migrations.steps import (
    create_table,
    history_is_kept,
    raise_lowest_version,
)

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

_LOWEST_VERSION = "0.3.0"


def upgrade() -> None:
    """Make the table, unless an earlier try has made it."""
    create_table(
        "salesdesk_customer_summary",
        Column("customer_id", sa.CHAR(36), primary_key=True),
        Column("owner_uid", sa.String(28)),
        Column("status", sa.String(10), nullable=False),
        Column("binding_start", UtcDateTime()),
        Column("last_interaction", UtcDateTime()),
        Column("contact_id", sa.CHAR(36)),
        Column("contact_at", UtcDateTime()),
        Column("contact_method", sa.String(64)),
        Column("contact_outcome", sa.String(64)),
        Column("next_step_at", UtcDateTime()),
        Column("next_step_of", sa.String(10)),
        Column("protected_until", UtcDateTime()),
        Column("idle_since", UtcDateTime(), nullable=False),
        Column("leaves_at", UtcDateTime()),
        Column("leave_reason", sa.String(20)),
        Column("free_since", UtcDateTime()),
        Column("sound", sa.Boolean(), nullable=False),
        Column("settings_mark", sa.String(40), nullable=False),
        Column("again_at", UtcDateTime()),
        indexes=(
            Index("salesdesk_summary_leaves", "leaves_at"),
            Index("salesdesk_summary_owner_leaves", "owner_uid", "leaves_at"),
            Index("salesdesk_summary_owner_status", "owner_uid", "status", "leaves_at"),
            Index("salesdesk_summary_owner_step", "owner_uid", "next_step_at"),
            Index("salesdesk_summary_step", "next_step_at"),
            Index("salesdesk_summary_free", "free_since"),
        ),
    )
    raise_lowest_version(_LOWEST_VERSION)


downgrade = history_is_kept
