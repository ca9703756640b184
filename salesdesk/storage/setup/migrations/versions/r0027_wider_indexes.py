"""The indexes of the summaries hold what lists ask, so that counting reads no row.

The customer stands right behind what a list is ordered by, as it did unsaid at the end of each.

Revision: 0027
"""

from __future__ import annotations

from alembic import op

from salesdesk.storage.setup.migrations.steps import history_is_kept, inspected

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None

_SUMMARIES = "salesdesk_customer_summary"
_WIDER = {
    "salesdesk_summary_leaves": ("leaves_at", "customer_id", "status", "out_of_round"),
    "salesdesk_summary_owner_leaves": (
        *("owner_uid", "leaves_at", "customer_id", "next_step_at", "status"),
    ),
    "salesdesk_summary_owner_status": (
        *("owner_uid", "status", "leaves_at", "customer_id", "out_of_round"),
    ),
    "salesdesk_summary_owner_step": (
        *("owner_uid", "next_step_at", "customer_id", "leaves_at", "out_of_round"),
    ),
    "salesdesk_summary_step": ("next_step_at", "customer_id", "leaves_at"),
    "salesdesk_summary_free": (
        *("free_since", "customer_id", "leaves_at", "owner_uid", "out_of_round"),
    ),
}


def upgrade() -> None:
    """Make the indexes anew that are as they were."""
    there = {one["name"]: tuple(one["column_names"]) for one in inspected().get_indexes(_SUMMARIES)}
    changed = {name: columns for name, columns in _WIDER.items() if there.get(name) != columns}
    if not changed:
        return
    if op.get_bind().dialect.name == "sqlite":
        for name, columns in changed.items():
            if name in there:
                op.drop_index(name, _SUMMARIES)
            op.create_index(name, _SUMMARIES, list(columns))
        return
    # In one step: statements of programs at work name these indexes, and must find them.
    steps = [f"DROP INDEX {name}" for name in changed if name in there]
    steps += [f"ADD INDEX {name} ({', '.join(columns)})" for name, columns in changed.items()]
    op.execute(f"ALTER TABLE {_SUMMARIES} {', '.join(steps)}")


downgrade = history_is_kept
