"""Message templates stand in an order that leads choose: the first eight have keys.

Revision: 0026
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy import Column

from salesdesk.storage.setup.migrations.steps import history_is_kept, inspected

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None

_TABLE = "salesdesk_message_templates"


def upgrade() -> None:
    """Add the column, unless an earlier try has; until somebody orders them titles decide."""
    if "place" not in {column["name"] for column in inspected().get_columns(_TABLE)}:
        place = Column("place", sa.Integer(), nullable=False, server_default=sa.text("0"))
        op.add_column(_TABLE, place)


downgrade = history_is_kept
