"""Events by kind: the audit asks for some kinds of all that ever happened.

Revision: 0017
"""

from __future__ import annotations

from alembic import op

from salesdesk.storage.setup.migrations.steps import history_is_kept, inspected

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

_EVENTS, _INDEX = "salesdesk_events", "salesdesk_events_kind"


def upgrade() -> None:
    """Make the index, unless an earlier try has made it."""
    if _INDEX not in {index["name"] for index in inspected().get_indexes(_EVENTS)}:
        op.create_index(_INDEX, _EVENTS, ["kind", "at", "id"])


downgrade = history_is_kept
