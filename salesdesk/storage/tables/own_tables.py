"""SalesDesk's own tables: all begin with `salesdesk_`, none refers to the user's by foreign key.

A foreign key would block or cascade the booking application's deletes, and history is kept for
ever (docs/rules.md, "The database is shared"). They name their collation themselves, since the
database's default may be latin1. Moments are DATETIME in UTC.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    CHAR,
    Boolean,
    Column,
    Date,
    Index,
    Integer,
    MetaData,
    SmallInteger,
    String,
    Table,
    Text,
    text,
)
from sqlalchemy.dialects import mysql
from sqlalchemy.types import TypeEngine

from salesdesk.domain.search_text import SEARCH_TEXT_LENGTH
from salesdesk.storage.db.types import Id, UtcDateTime

VERSION_TABLE = "salesdesk_alembic_version"

own = MetaData()

_OPTIONS: dict[str, Any] = {
    "mysql_engine": "InnoDB",
    "mysql_charset": "utf8mb4",
    "mysql_collate": "utf8mb4_unicode_ci",
    "mariadb_engine": "InnoDB",
    "mariadb_charset": "utf8mb4",
    "mariadb_collate": "utf8mb4_unicode_ci",
}


#: An event of an edit holds a note twice: twice as much as TEXT.
_LONG_TEXT = Text().with_variant(mysql.MEDIUMTEXT(), "mysql", "mariadb")


def _id(name: str, **options: Any) -> Column[str]:
    return Column(name, Id(), **options)


def _uid(name: str, **options: Any) -> Column[str]:
    return Column(name, String(28), **options)


salesdesk_events = Table(
    "salesdesk_events",
    own,
    _id("id", primary_key=True),
    Column("at", UtcDateTime(), nullable=False),
    Column("kind", String(40), nullable=False),
    _id("customer_id"),
    _uid("actor_uid"),
    _id("batch_id"),
    _id("run_id"),
    Column("details", _LONG_TEXT, nullable=False),
    Index("salesdesk_events_at", "at", "id"),
    Index("salesdesk_events_kind", "kind", "at", "id"),
    Index("salesdesk_events_customer", "customer_id", "at"),
    Index("salesdesk_events_run", "run_id"),
    Index("salesdesk_events_actor", "actor_uid", "kind", "at"),
    **_OPTIONS,
)

salesdesk_phones = Table(
    "salesdesk_phones",
    own,
    _id("customer_id", primary_key=True),
    Column("number", String(20), primary_key=True),
    Column("source", String(20), nullable=False),
    Column("position", SmallInteger, nullable=False, server_default=text("0")),
    Column("typed", String(255)),
    Column("extension", String(20)),
    Column("note", String(255)),
    Column("beside", Boolean, nullable=False, server_default=text("0")),
    Index("salesdesk_phones_number", "number"),
    **_OPTIONS,
)

salesdesk_plans = Table(
    "salesdesk_plans",
    own,
    _id("customer_id", primary_key=True),
    Column("due_at", UtcDateTime()),
    Column("written_at", UtcDateTime(), nullable=False),
    _uid("planned_by_uid", nullable=False),
    Column("note", String(255)),
    _id("event_id", nullable=False),
    Index("salesdesk_plans_due", "due_at"),
    **_OPTIONS,
)

salesdesk_protections = Table(
    "salesdesk_protections",
    own,
    _id("customer_id", primary_key=True),
    Column("until", UtcDateTime(), nullable=False),
    Column("reason", String(255), nullable=False),
    _uid("set_by_uid", nullable=False),
    Column("set_at", UtcDateTime(), nullable=False),
    _id("event_id", nullable=False),
    **_OPTIONS,
)

#: The clock of a binding that was given back after a release; of the binding that its agent and its
#: start name, so that a row of an earlier one counts for nothing.
salesdesk_kept_clocks = Table(
    "salesdesk_kept_clocks",
    own,
    _id("customer_id", primary_key=True),
    _uid("owner_uid", nullable=False),
    Column("bound_at", UtcDateTime(), nullable=False),
    Column("idle_since", UtcDateTime(), nullable=False),
    Column("started", UtcDateTime(), nullable=False),
    _id("event_id", nullable=False),
    **_OPTIONS,
)

#: Before when nobody leaves an absent agent; the row of nobody is the closed office.
salesdesk_pauses = Table(
    "salesdesk_pauses",
    own,
    _uid("uid", primary_key=True),
    Column("until", UtcDateTime(), nullable=False),
    Column("reason", String(255), nullable=False),
    _uid("set_by_uid", nullable=False),
    Column("set_at", UtcDateTime(), nullable=False),
    _id("event_id", nullable=False),
    **_OPTIONS,
)

#: When agents were away and the office closed; kept for the targets of days that are over.
salesdesk_absences = Table(
    "salesdesk_absences",
    own,
    _id("id", primary_key=True),
    _uid("uid", nullable=False),
    Column("since", UtcDateTime(), nullable=False),
    Column("until", UtcDateTime(), nullable=False),
    **_OPTIONS,
)

#: A customer that is hidden, and the one that stays for it.
salesdesk_links = Table(
    "salesdesk_links",
    own,
    _id("customer_id", primary_key=True),
    _id("winner_id", nullable=False),
    _uid("linked_by_uid", nullable=False),
    Column("linked_at", UtcDateTime(), nullable=False),
    _id("event_id", nullable=False),
    Index("salesdesk_links_winner", "winner_id"),
    **_OPTIONS,
)

#: Two customers that somebody said are not the same; their ids in order.
salesdesk_different_customers = Table(
    "salesdesk_different_customers",
    own,
    _id("first_id", primary_key=True),
    _id("second_id", primary_key=True),
    _uid("said_by_uid", nullable=False),
    Column("said_at", UtcDateTime(), nullable=False),
    _id("event_id", nullable=False),
    **_OPTIONS,
)

#: Contacts a day and a week, of an agent (`role_id` 0) or of a role (no `uid`).
salesdesk_contact_targets = Table(
    "salesdesk_contact_targets",
    own,
    _uid("uid", primary_key=True),
    Column("role_id", Integer, primary_key=True, autoincrement=False),
    Column("per_day", Integer),
    Column("per_week", Integer),
    _uid("set_by_uid", nullable=False),
    Column("set_at", UtcDateTime(), nullable=False),
    _id("event_id", nullable=False),
    **_OPTIONS,
)

#: Customers who are lost, or not to be contacted; `reason`: the one that was chosen.
salesdesk_set_asides = Table(
    "salesdesk_set_asides",
    own,
    _id("customer_id", primary_key=True),
    Column("word", String(20), nullable=False),
    Column("reason", String(40)),
    Column("note", String(255), nullable=False),
    _uid("set_by_uid", nullable=False),
    Column("set_at", UtcDateTime(), nullable=False),
    _id("event_id", nullable=False),
    **_OPTIONS,
)

salesdesk_release_runs = Table(
    "salesdesk_release_runs",
    own,
    _id("id", primary_key=True),
    Column("started_at", UtcDateTime(), nullable=False),
    Column("finished_at", UtcDateTime()),
    Column("outcome", String(20), nullable=False),
    Column("cause", String(20), nullable=False),
    Column("host", String(255), nullable=False),
    _uid("actor_uid"),
    Column("due", Integer, nullable=False),
    Column("bound", Integer, nullable=False),
    Column("released", Integer, nullable=False),
    Column("left_over", Integer, nullable=False),
    Column("confirmed", Boolean, nullable=False),
    Column("limits", String(255), nullable=False),
    Index("salesdesk_release_runs_finished", "finished_at"),
    Index("salesdesk_release_runs_started", "started_at"),
    **_OPTIONS,
)

salesdesk_held_releases = Table(
    "salesdesk_held_releases",
    own,
    Column("slot", SmallInteger, primary_key=True, autoincrement=False),
    _id("run_id", nullable=False),
    Column("held_at", UtcDateTime(), nullable=False),
    Column("due", Integer, nullable=False),
    Column("bound", Integer, nullable=False),
    **_OPTIONS,
)

salesdesk_held_customers = Table(
    "salesdesk_held_customers",
    own,
    _id("run_id", primary_key=True),
    _id("customer_id", primary_key=True),
    **_OPTIONS,
)

salesdesk_agents = Table(
    "salesdesk_agents",
    own,
    _uid("uid", primary_key=True),
    Column("claims_day", Date),
    Column("claims_today", Integer, nullable=False),
    Column("turn", Integer, nullable=False),
    **_OPTIONS,
)


def _exact(length: int) -> TypeEngine[str]:
    """A text whose every byte counts: 'rina' is not 'RINA' and not 'rína'."""
    on_mysql = mysql.VARCHAR(length, charset="utf8mb4", collation="utf8mb4_bin")
    return String(length).with_variant(on_mysql, "mysql", "mariadb")


#: Names that are not plain letters, as a search compares them.
salesdesk_search_texts = Table(
    "salesdesk_search_texts",
    own,
    _id("customer_id", primary_key=True),
    Column("text", _exact(SEARCH_TEXT_LENGTH), nullable=False),
    **_OPTIONS,
)

#: `account` is CURRENT_USER() with its host; of an entry made before hosts were kept
#: (`with_host` is false) the name alone.
salesdesk_accounts = Table(
    "salesdesk_accounts",
    own,
    Column("account", _exact(400), primary_key=True),
    _uid("firebase_uid", nullable=False),
    Column("mapped_at", UtcDateTime(), nullable=False),
    Column("with_host", Boolean, nullable=False, server_default=text("0")),
    **_OPTIONS,
)

#: The role that SalesDesk's administrators gave a person, beside `users.role_id`.
#: `with_booking_role`: the booking application's role was active when it was given or confirmed.
salesdesk_person_roles = Table(
    "salesdesk_person_roles",
    own,
    _uid("uid", primary_key=True),
    Column("role_id", Integer, nullable=False),
    Column("with_booking_role", Boolean, nullable=False),
    Column("granted_at", UtcDateTime(), nullable=False),
    _id("event_id", nullable=False),
    **_OPTIONS,
)

#: What lets a person sign in where the database account is shared; `failures` in a row.
salesdesk_sign_ins = Table(
    "salesdesk_sign_ins",
    own,
    _uid("uid", primary_key=True),
    Column("password_hash", String(255)),
    Column("code_hash", String(255)),
    Column("code_until", UtcDateTime()),
    Column("failures", Integer, nullable=False),
    Column("next_try_at", UtcDateTime()),
    Column("firebase_at", UtcDateTime()),
    Column("changed_at", UtcDateTime(), nullable=False),
    **_OPTIONS,
)

salesdesk_state = Table(
    "salesdesk_state",
    own,
    Column("name", String(50), primary_key=True),
    Column("value", String(255), nullable=False),
    Column("changed_at", UtcDateTime(), nullable=False),
    **_OPTIONS,
)

salesdesk_daily_counts = Table(
    "salesdesk_daily_counts",
    own,
    Column("day", Date, primary_key=True),
    Column("counted_at", UtcDateTime(), nullable=False),
    Column("needs_repair", Integer, nullable=False),
    Column("in_pool", Integer, nullable=False),
    Column("releasing_soon", Integer, nullable=False),
    Column("overdue", Integer, nullable=False),
    Column("without_plan", Integer, nullable=False),
    Column("with_plan", Integer, nullable=False),
    Column("set_aside", Integer, nullable=False, server_default=text("0")),
    **_OPTIONS,
)

salesdesk_imports = Table(
    "salesdesk_imports",
    own,
    _id("id", primary_key=True),
    Column("source", CHAR(64), nullable=False),
    Column("file_name", String(255), nullable=False),
    _uid("actor_uid"),
    Column("started_at", UtcDateTime(), nullable=False),
    Column("finished_at", UtcDateTime()),
    Column("outcome", String(20), nullable=False),
    Column("total", Integer, nullable=False),
    Column("created", Integer, nullable=False),
    Column("filled", Integer, nullable=False),
    Column("contacts", Integer, nullable=False),
    Column("duplicates", Integer, nullable=False),
    Column("invalid", Integer, nullable=False),
    Index("salesdesk_imports_source", "source"),
    Index("salesdesk_imports_started", "started_at"),
    **_OPTIONS,
)

#: Shared texts for messages; one that was removed stays, not listed.
salesdesk_message_templates = Table(
    "salesdesk_message_templates",
    own,
    _id("id", primary_key=True),
    Column("title", String(80), nullable=False),
    Column("language", String(10), nullable=False),
    Column("body", Text, nullable=False),
    Column("listed", Boolean, nullable=False),
    Column("place", Integer, nullable=False, server_default=text("0")),
    Column("changed_at", UtcDateTime(), nullable=False),
    _id("event_id", nullable=False),
    **_OPTIONS,
)

salesdesk_contact_hours = Table(
    "salesdesk_contact_hours",
    own,
    Column("hour", Integer, primary_key=True, autoincrement=False),
    _uid("person_uid", primary_key=True),
    Column("whatsapp_all", Integer, nullable=False),
    Column("whatsapp_successful", Integer, nullable=False),
    Column("call_all", Integer, nullable=False),
    Column("call_successful", Integer, nullable=False),
    Column("visit_all", Integer, nullable=False),
    Column("visit_successful", Integer, nullable=False),
    **_OPTIONS,
)

#: One row a customer, reckoned from its own rows, for every list; it decides nothing.
salesdesk_customer_summary = Table(
    "salesdesk_customer_summary",
    own,
    _id("customer_id", primary_key=True),
    _uid("owner_uid"),
    Column("status", String(10), nullable=False),
    Column("binding_start", UtcDateTime()),
    Column("last_interaction", UtcDateTime()),
    _id("contact_id"),
    Column("contact_at", UtcDateTime()),
    Column("contact_method", String(64)),
    Column("contact_outcome", String(64)),
    Column("next_step_at", UtcDateTime()),
    Column("next_step_of", String(10)),
    Column("protected_until", UtcDateTime()),
    Column("idle_since", UtcDateTime(), nullable=False),
    Column("leaves_at", UtcDateTime()),
    Column("leave_reason", String(20)),
    Column("free_since", UtcDateTime()),
    Column("sound", Boolean, nullable=False),
    Column("settings_mark", String(40), nullable=False),
    Column("again_at", UtcDateTime()),
    Column("out_of_round", String(20)),
    # Behind its order, which ends with the customer, each has what lists ask as well, so that
    # counting reads no row.
    Index("salesdesk_summary_leaves", "leaves_at", "customer_id", "status", "out_of_round"),
    Index(
        "salesdesk_summary_owner_leaves",
        *("owner_uid", "leaves_at", "customer_id", "next_step_at", "status"),
    ),
    Index(
        "salesdesk_summary_owner_status",
        *("owner_uid", "status", "leaves_at", "customer_id", "out_of_round"),
    ),
    Index(
        "salesdesk_summary_owner_step",
        *("owner_uid", "next_step_at", "customer_id", "leaves_at", "out_of_round"),
    ),
    Index("salesdesk_summary_step", "next_step_at", "customer_id", "leaves_at"),
    Index(
        "salesdesk_summary_free",
        *("free_since", "customer_id", "leaves_at", "owner_uid", "out_of_round"),
    ),
    **_OPTIONS,
)

#: Alembic's own note of the revision; apart, since Alembic decides what it looks like.
version = Table(
    VERSION_TABLE,
    MetaData(),
    Column("version_num", String(32), primary_key=True),
    **_OPTIONS,
)
