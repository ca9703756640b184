"""SalesDesk's own tables, as the first version needs them.

Revision: 0001
"""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy import Column, Index

from salesdesk.storage.migrations.steps import create_table
from salesdesk.storage.types import UtcDateTime

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def _accounts() -> None:
    create_table(
        "salesdesk_accounts",
        Column("account", sa.String(128), primary_key=True),
        Column("firebase_uid", sa.String(28), nullable=False),
        Column("mapped_at", UtcDateTime(), nullable=False),
    )


def _agents() -> None:
    create_table(
        "salesdesk_agents",
        Column("uid", sa.String(28), primary_key=True),
        Column("claims_day", sa.Date()),
        Column("claims_today", sa.Integer(), nullable=False),
        Column("turn", sa.Integer(), nullable=False),
    )


def _events() -> None:
    create_table(
        "salesdesk_events",
        Column("id", sa.CHAR(36), primary_key=True),
        Column("at", UtcDateTime(), nullable=False),
        Column("kind", sa.String(40), nullable=False),
        Column("customer_id", sa.CHAR(36)),
        Column("actor_uid", sa.String(28)),
        Column("batch_id", sa.CHAR(36)),
        Column("run_id", sa.CHAR(36)),
        Column("details", sa.Text(), nullable=False),
        indexes=(
            Index("salesdesk_events_actor", "actor_uid", "kind", "at"),
            Index("salesdesk_events_at", "at", "id"),
            Index("salesdesk_events_customer", "customer_id", "at"),
            Index("salesdesk_events_run", "run_id"),
        ),
    )


def _held_customers() -> None:
    create_table(
        "salesdesk_held_customers",
        Column("run_id", sa.CHAR(36), primary_key=True),
        Column("customer_id", sa.CHAR(36), primary_key=True),
    )


def _held_releases() -> None:
    create_table(
        "salesdesk_held_releases",
        Column("slot", sa.SmallInteger(), primary_key=True, autoincrement=False),
        Column("run_id", sa.CHAR(36), nullable=False),
        Column("held_at", UtcDateTime(), nullable=False),
        Column("due", sa.Integer(), nullable=False),
        Column("bound", sa.Integer(), nullable=False),
    )


def _phones() -> None:
    create_table(
        "salesdesk_phones",
        Column("customer_id", sa.CHAR(36), primary_key=True),
        Column("number", sa.String(20), primary_key=True),
        Column("source", sa.String(20), nullable=False),
        indexes=(Index("salesdesk_phones_number", "number"),),
    )


def _plans() -> None:
    create_table(
        "salesdesk_plans",
        Column("customer_id", sa.CHAR(36), primary_key=True),
        Column("due_at", UtcDateTime()),
        Column("written_at", UtcDateTime(), nullable=False),
        Column("planned_by_uid", sa.String(28), nullable=False),
        Column("note", sa.String(255)),
        Column("event_id", sa.CHAR(36), nullable=False),
        indexes=(Index("salesdesk_plans_due", "due_at"),),
    )


def _protections() -> None:
    create_table(
        "salesdesk_protections",
        Column("customer_id", sa.CHAR(36), primary_key=True),
        Column("until", UtcDateTime(), nullable=False),
        Column("reason", sa.String(255), nullable=False),
        Column("set_by_uid", sa.String(28), nullable=False),
        Column("set_at", UtcDateTime(), nullable=False),
        Column("event_id", sa.CHAR(36), nullable=False),
    )


def _release_runs() -> None:
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


def _state() -> None:
    create_table(
        "salesdesk_state",
        Column("name", sa.String(50), primary_key=True),
        Column("value", sa.String(255), nullable=False),
        Column("changed_at", UtcDateTime(), nullable=False),
    )


def upgrade() -> None:
    """Make the tables that are not there yet."""
    _accounts()
    _agents()
    _events()
    _held_customers()
    _held_releases()
    _phones()
    _plans()
    _protections()
    _release_runs()
    _state()


def downgrade() -> None:
    """Refuse: history is kept for ever."""
    raise RuntimeError("SalesDesk's tables are never dropped: they hold history")
