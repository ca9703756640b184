"""Several numbers of a customer: their order, how they were typed, and what stands beside them.

Rows of before are the numbers that stand in `phone_number`; their order is told anew when the text
changes. Those that were entered beside it stay, whatever another application writes there.

Revision: 0019
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy import Column

from salesdesk.storage.setup.migrations.steps import history_is_kept, inspected

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns, those that an earlier try has not."""
    there = {column["name"] for column in inspected().get_columns("salesdesk_phones")}
    wanted: tuple[Column[object], ...] = (
        Column("position", sa.SmallInteger(), nullable=False, server_default=sa.text("0")),
        Column("typed", sa.String(255)),
        Column("extension", sa.String(20)),
        Column("note", sa.String(255)),
        Column("beside", sa.Boolean(), nullable=False, server_default=sa.text("0")),
    )
    for column in wanted:
        if column.name not in there:
            op.add_column("salesdesk_phones", column)


downgrade = history_is_kept
