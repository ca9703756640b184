"""The user's own 19 tables, exactly as `resources/schema/existing_database.sql` has them.

Here are those that SalesDesk writes; the others come from `booking_tables`. SalesDesk never alters
any of them. On SQLite, the embedded default, the same tables are made from these.
"""

from __future__ import annotations

from sqlalchemy import Column, Index, PrimaryKeyConstraint, Table, UniqueConstraint

from salesdesk.storage.tables.booking_columns import (
    CASCADE,
    NOW,
    UNICODE,
    char36,
    choice,
    created_at,
    long_text,
    moment,
    moving,
    refers,
    text_of,
    uid,
    whole,
)
from salesdesk.storage.tables.booking_columns import user as user
from salesdesk.storage.tables.booking_read_only import facility as facility
from salesdesk.storage.tables.booking_read_only import meeting_room as meeting_room
from salesdesk.storage.tables.booking_read_only import order_items as order_items
from salesdesk.storage.tables.booking_read_only import order_purposes as order_purposes
from salesdesk.storage.tables.booking_read_only import orders as orders
from salesdesk.storage.tables.booking_read_only import packages as packages
from salesdesk.storage.tables.booking_read_only import restaurant as restaurant
from salesdesk.storage.tables.booking_read_only import room_added_facility as room_added_facility
from salesdesk.storage.tables.booking_read_only import room_booking_costs as room_booking_costs
from salesdesk.storage.tables.booking_read_only import room_shape as room_shape
from salesdesk.storage.tables.booking_read_only import room_supported_shape as room_supported_shape

customers = Table(
    "customers",
    user,
    Column("id", char36(), primary_key=True),
    Column("name", text_of(255), nullable=False),
    Column("phone_number", text_of(20), nullable=False),
    Column("address", long_text(), nullable=False),
    created_at(),
    moving(),
    Column("firebase_uid", uid(), nullable=False),
    Column(
        "lead_source",
        choice(
            "Event Marketing", "Canvas", "Digital Marketing", "Referral", "PoS", collation=UNICODE
        ),
    ),
    Column("company", text_of(255)),
    Column("sales_status", choice("cold", "warm", "hot", collation=UNICODE), server_default="cold"),
    Column("bound_to_uid", uid()),
    moment("binding_start_date"),
    moment("last_interaction_date"),
    Column(
        "binding_status",
        choice("bound", "available", collation=UNICODE),
        server_default="available",
    ),
    UniqueConstraint("phone_number", name="idx_phone_number"),
    Index("idx_firebase_uid", "firebase_uid"),
    Index("idx_bound_to_uid", "bound_to_uid"),
    Index("idx_sales_status", "sales_status"),
    Index("idx_binding_status", "binding_status"),
    Index("idx_last_interaction", "last_interaction_date"),
)

permissions = Table(
    "permissions",
    user,
    Column("id", whole(), primary_key=True, autoincrement=True),
    Column("name", text_of(50), nullable=False),
    Column("description", long_text()),
    Column("resource", text_of(50), nullable=False),
    Column("action", text_of(50), nullable=False),
    created_at(),
    UniqueConstraint("resource", "action", name="unique_permission"),
)

roles = Table(
    "roles",
    user,
    Column("id", whole(), primary_key=True, autoincrement=True),
    Column("name", text_of(50), nullable=False),
    Column("description", long_text()),
    created_at(),
    moving(),
    Column(
        "status",
        choice("active", "inactive", collation=UNICODE),
        nullable=False,
        server_default="active",
    ),
    UniqueConstraint("name", name="unique_role_name"),
)

role_permissions = Table(
    "role_permissions",
    user,
    Column(
        "role_id",
        whole(),
        refers("roles.id", "role_permissions_ibfk_1", delete=CASCADE),
        nullable=False,
    ),
    Column(
        "permission_id",
        whole(),
        refers("permissions.id", "role_permissions_ibfk_2", delete=CASCADE),
        nullable=False,
    ),
    PrimaryKeyConstraint("role_id", "permission_id"),
    Index("permission_id", "permission_id"),
)

users = Table(
    "users",
    user,
    Column("id", whole(), primary_key=True, autoincrement=True),
    Column("firebase_uid", uid(), nullable=False),
    Column("email", text_of(255)),
    Column("display_name", text_of(255)),
    created_at(),
    moving("last_login"),
    Column("fcm_token", text_of(255)),
    Column("role_id", whole(), refers("roles.id", "users_ibfk_1")),
    UniqueConstraint("firebase_uid", name="firebase_uid"),
    UniqueConstraint("firebase_uid", name="unique_firebase_uid"),
    Index("role_id", "role_id"),
)

customer_binding_history = Table(
    "customer_binding_history",
    user,
    Column("id", char36(), primary_key=True),
    Column("customer_id", char36(), nullable=False),
    Column("bound_to_uid", uid(), nullable=False),
    moment("binding_start_date", nullable=False, server_default=NOW),
    moment("binding_end_date"),
    Column("unbinding_reason", choice("inactivity", "manual_release", "period_ended")),
)

customer_contacts = Table(
    "customer_contacts",
    user,
    Column("id", char36(), primary_key=True),
    Column(
        "customer_id",
        char36(),
        refers("customers.id", "customer_contacts_ibfk_1", delete=CASCADE),
        nullable=False,
    ),
    Column(
        "contacted_by_uid",
        uid(),
        refers("users.firebase_uid", "customer_contacts_ibfk_2"),
        nullable=False,
    ),
    Column("contact_method", choice("whatsapp", "call", "visit"), nullable=False),
    Column("contact_status", choice("successful", "unsuccessful"), nullable=False),
    moment("contact_date", nullable=False, server_default=NOW),
    Column("notes", long_text()),
    moment("next_follow_up_date"),
    Index("idx_customer_id", "customer_id"),
    Index("contacted_by_uid", "contacted_by_uid"),
)

global_settings = Table(
    "global_settings",
    user,
    Column("id", whole(), primary_key=True, autoincrement=True),
    Column("setting_key", text_of(50), nullable=False),
    Column("setting_value", text_of(255), nullable=False),
    created_at(),
    moving(),
    UniqueConstraint("setting_key", name="idx_setting_key"),
)
