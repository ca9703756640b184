"""Room for long notes: an event keeps a note as it was and as it became, more than TEXT holds.

The server copies the table of events, so that this takes a while where there are many, and acts
wait meanwhile; `schema.long_steps` says so before.

Revision: 0015
"""

from __future__ import annotations

from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Widen the column; on SQLite a text has no end anyway."""
    if op.get_bind().dialect.name == "sqlite":
        return
    op.execute(
        "ALTER TABLE salesdesk_events MODIFY details MEDIUMTEXT "
        "CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci NOT NULL"
    )


def downgrade() -> None:
    """Refuse: what a longer note holds would be cut off."""
    raise RuntimeError("Notes that need the room would be cut off")
