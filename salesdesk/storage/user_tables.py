"""The user's own 19 tables, exactly as `resources/schema/existing_database.sql` has them.

SalesDesk never alters them. On SQLite, the embedded default, the same tables are made from here:
collations become NOCASE where the user's compare without regard to case, enums become checks.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    CHAR,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Numeric,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy import Enum as SqlEnum
from sqlalchemy.dialects import mysql
from sqlalchemy.types import TypeEngine

from salesdesk.storage.types import OfficeDateTime, UtcDateTime, moving_now

user = MetaData()

_UNICODE = "utf8mb4_unicode_ci"
_NOW = text("CURRENT_TIMESTAMP")
_MOVES = moving_now()


def _text(length: int, collation: str | None = _UNICODE) -> TypeEngine[str]:
    return (
        String(length, collation="NOCASE")
        .with_variant(mysql.VARCHAR(length, collation=collation), "mysql", "mariadb")
    )  # fmt: skip


def _char36(collation: str | None = _UNICODE) -> TypeEngine[str]:
    return CHAR(36).with_variant(mysql.CHAR(36, collation=collation), "mysql", "mariadb")


def _uid() -> TypeEngine[str]:
    return String(28).with_variant(mysql.VARCHAR(28, collation=_UNICODE), "mysql", "mariadb")


def _long_text() -> TypeEngine[str]:
    return Text().with_variant(mysql.TEXT(collation=_UNICODE), "mysql", "mariadb")


def _int(width: int = 11) -> TypeEngine[int]:
    return Integer().with_variant(mysql.INTEGER(display_width=width), "mysql", "mariadb")


def _bigint() -> TypeEngine[int]:
    return Integer().with_variant(mysql.BIGINT(display_width=20), "mysql", "mariadb")


def _flag() -> TypeEngine[int]:
    return Integer().with_variant(mysql.TINYINT(display_width=1), "mysql", "mariadb")


def _enum(*values: str, collation: str | None = None) -> TypeEngine[str]:
    return (
        SqlEnum(*values, native_enum=False, create_constraint=False, length=20)
        .with_variant(mysql.ENUM(*values, collation=collation), "mysql", "mariadb")
    )  # fmt: skip


def _moment(name: str, **options: Any) -> Column[Any]:
    return Column(name, UtcDateTime(timestamp=True), **options)


def _created() -> Column[Any]:
    return _moment("created_at", nullable=False, server_default=_NOW)


def _updated(name: str = "updated_at") -> Column[Any]:
    return _moment(name, nullable=False, server_default=_MOVES)


def _refers(
    to: str, name: str, *, delete: str | None = None, update: str | None = None
) -> ForeignKey:
    return ForeignKey(to, name=name, ondelete=delete, onupdate=update)


_CASCADE = "CASCADE"

customers = Table(
    "customers",
    user,
    Column("id", _char36(), primary_key=True),
    Column("name", _text(255), nullable=False),
    Column("phone_number", _text(20), nullable=False),
    Column("address", _long_text(), nullable=False),
    _created(),
    _updated(),
    Column("firebase_uid", _uid(), nullable=False),
    Column(
        "lead_source",
        _enum(
            "Event Marketing", "Canvas", "Digital Marketing", "Referral", "PoS", collation=_UNICODE
        ),
    ),
    Column("company", _text(255)),
    Column("sales_status", _enum("cold", "warm", "hot", collation=_UNICODE), server_default="cold"),
    Column("bound_to_uid", _uid()),
    _moment("binding_start_date"),
    _moment("last_interaction_date"),
    Column(
        "binding_status",
        _enum("bound", "available", collation=_UNICODE),
        server_default="available",
    ),
    UniqueConstraint("phone_number", name="idx_phone_number"),
    Index("idx_firebase_uid", "firebase_uid"),
    Index("idx_bound_to_uid", "bound_to_uid"),
    Index("idx_sales_status", "sales_status"),
    Index("idx_binding_status", "binding_status"),
    Index("idx_last_interaction", "last_interaction_date"),
)

facility = Table(
    "facility",
    user,
    Column("id", _char36(), primary_key=True),
    Column("facility_name", _text(191), nullable=False),
    UniqueConstraint("facility_name", name="idx_facility_name"),
)

restaurant = Table(
    "restaurant",
    user,
    Column("id", _char36(), primary_key=True),
    Column("restaurant_name", _text(191), nullable=False),
    Column(
        "status",
        _enum("active", "inactive", collation=_UNICODE),
        nullable=False,
        server_default="active",
    ),
    _created(),
    _updated(),
    UniqueConstraint("restaurant_name", name="idx_restaurant_name"),
    Index("idx_status", "status"),
)

room_shape = Table(
    "room_shape",
    user,
    Column("id", _char36(), primary_key=True),
    Column("shape_name", _text(50), nullable=False),
    UniqueConstraint("shape_name", name="idx_shape_name"),
)

meeting_room = Table(
    "meeting_room",
    user,
    Column("id", _char36(), primary_key=True),
    Column(
        "restaurant_id",
        _char36(),
        _refers("restaurant.id", "fk_meeting_room_restaurant", delete=_CASCADE),
        nullable=False,
    ),
    Column("room_name", _text(191), nullable=False),
    Column("capacity", _int(), nullable=False),
    Column("price_per_hour", _bigint(), nullable=False),
    _created(),
    _updated(),
    Index("idx_restaurant_id", "restaurant_id"),
)

order_purposes = Table(
    "order_purposes",
    user,
    Column("id", _int(), primary_key=True, autoincrement=True),
    Column("name", _text(100, None), nullable=False),
    Column("name_en", _text(100, None), nullable=False),
    Column("is_active", _flag(), server_default="1"),
    _created(),
    _updated(),
    Index("idx_order_purposes_name", "name"),
    Index("idx_order_purposes_name_en", "name_en"),
)

permissions = Table(
    "permissions",
    user,
    Column("id", _int(), primary_key=True, autoincrement=True),
    Column("name", _text(50), nullable=False),
    Column("description", _long_text()),
    Column("resource", _text(50), nullable=False),
    Column("action", _text(50), nullable=False),
    _created(),
    UniqueConstraint("resource", "action", name="unique_permission"),
)

roles = Table(
    "roles",
    user,
    Column("id", _int(), primary_key=True, autoincrement=True),
    Column("name", _text(50), nullable=False),
    Column("description", _long_text()),
    _created(),
    _updated(),
    Column(
        "status",
        _enum("active", "inactive", collation=_UNICODE),
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
        _int(),
        _refers("roles.id", "role_permissions_ibfk_1", delete=_CASCADE),
        nullable=False,
    ),
    Column(
        "permission_id",
        _int(),
        _refers("permissions.id", "role_permissions_ibfk_2", delete=_CASCADE),
        nullable=False,
    ),
    PrimaryKeyConstraint("role_id", "permission_id"),
    Index("permission_id", "permission_id"),
)

users = Table(
    "users",
    user,
    Column("id", _int(), primary_key=True, autoincrement=True),
    Column("firebase_uid", _uid(), nullable=False),
    Column("email", _text(255)),
    Column("display_name", _text(255)),
    _created(),
    _updated("last_login"),
    Column("fcm_token", _text(255)),
    Column("role_id", _int(), _refers("roles.id", "users_ibfk_1")),
    UniqueConstraint("firebase_uid", name="firebase_uid"),
    UniqueConstraint("firebase_uid", name="unique_firebase_uid"),
    Index("role_id", "role_id"),
)

room_added_facility = Table(
    "room_added_facility",
    user,
    Column(
        "room_id",
        _char36(),
        _refers("meeting_room.id", "fk_added_facility_room", delete=_CASCADE),
        nullable=False,
    ),
    Column(
        "facility_id",
        _char36(),
        _refers("facility.id", "fk_added_facility_facility", delete=_CASCADE),
        nullable=False,
    ),
    PrimaryKeyConstraint("room_id", "facility_id"),
    Index("idx_facility_id", "facility_id"),
)

room_supported_shape = Table(
    "room_supported_shape",
    user,
    Column(
        "room_id",
        _char36(),
        _refers("meeting_room.id", "fk_supported_shape_room", delete=_CASCADE),
        nullable=False,
    ),
    Column(
        "shape_id",
        _char36(),
        _refers("room_shape.id", "fk_supported_shape_shape", delete=_CASCADE),
        nullable=False,
    ),
    PrimaryKeyConstraint("room_id", "shape_id"),
    Index("idx_shape_id", "shape_id"),
)

packages = Table(
    "packages",
    user,
    Column("id", _char36(), primary_key=True),
    Column(
        "id_restaurant",
        _char36(),
        _refers("restaurant.id", "fk_packages_restaurant", delete=_CASCADE, update=_CASCADE),
        nullable=False,
    ),
    Column("package_name", _text(191), nullable=False),
    Column("description", _long_text()),
    Column("price", _int(), nullable=False),
    Column(
        "status",
        _enum("active", "inactive", collation=_UNICODE),
        nullable=False,
        server_default="active",
    ),
    _created(),
    _updated(),
    Column("price_in_cents", _int()),
    Index("idx_id_master_restaurant", "id_restaurant"),
    Index("idx_status", "status"),
    Index("idx_price", "price"),
)

orders = Table(
    "orders",
    user,
    Column("id", _char36(), primary_key=True),
    Column(
        "id_customer",
        _char36(),
        _refers("customers.id", "fk_orders_customers", delete=_CASCADE, update=_CASCADE),
        nullable=False,
    ),
    Column(
        "id_restaurant",
        _char36(),
        _refers("restaurant.id", "fk_orders_restaurant", delete=_CASCADE, update=_CASCADE),
        nullable=False,
    ),
    Column(
        "id_room_shape",
        _char36(),
        _refers("room_shape.id", "fk_orders_room_shape"),
        nullable=False,
    ),
    Column("number_of_people", _int(), nullable=False),
    Column("duration_minutes", _int(), nullable=False, server_default="60"),
    Column("order_date", OfficeDateTime(), nullable=False),
    Column("delivery_datetime", OfficeDateTime(), nullable=False),
    Column(
        "status",
        _enum("pending", "confirmed", "completed", "cancelled", "expired", collation=_UNICODE),
        nullable=False,
        server_default="pending",
    ),
    _created(),
    _updated(),
    Column(
        "id_order_purpose",
        _int(),
        _refers("order_purposes.id", "fk_orders_order_purposes"),
        nullable=False,
    ),
    Column(
        "firebase_uid", _uid(), _refers("users.firebase_uid", "fk_orders_users"), nullable=False
    ),
    Column("memo", _long_text()),
    Column(
        "meeting_room_id",
        _char36(),
        _refers("meeting_room.id", "fk_orders_meeting_room", delete="SET NULL", update=_CASCADE),
    ),
    Column(
        "notification_sent",
        Integer().with_variant(mysql.TINYINT(display_width=3, unsigned=True), "mysql", "mariadb"),
        nullable=False,
        server_default="0",
        comment="Bitwise flag: 1=day-before, 2=hour-before",
    ),
    Column("is_room_only", _flag(), nullable=False, server_default="0"),
    Index("idx_id_customer", "id_customer"),
    Index("idx_id_restaurant", "id_restaurant"),
    Index("idx_order_date", "order_date"),
    Index("idx_delivery_datetime", "delivery_datetime"),
    Index("idx_status", "status"),
    Index("fk_orders_order_purposes", "id_order_purpose"),
    Index("fk_orders_users", "firebase_uid"),
    Index("fk_orders_room_shape", "id_room_shape"),
    Index("idx_meeting_room_id", "meeting_room_id"),
    Index("idx_duration_hours", "duration_minutes"),
    Index("idx_orders_notification", "status", "delivery_datetime", "notification_sent"),
    Index("idx_room_only_booking", "is_room_only", "meeting_room_id"),
)

order_items = Table(
    "order_items",
    user,
    Column("id", _char36(), primary_key=True),
    Column(
        "id_order",
        _char36(),
        _refers("orders.id", "fk_order_items_orders", delete=_CASCADE, update=_CASCADE),
        nullable=False,
    ),
    Column(
        "id_package",
        _char36(),
        _refers("packages.id", "fk_order_items_packages", delete=_CASCADE, update=_CASCADE),
        nullable=False,
    ),
    Column("quantity", _int(), nullable=False),
    Column("price_per_item", _int(), nullable=False),
    _created(),
    _updated(),
    Index("idx_id_order", "id_order"),
    Index("idx_id_package", "id_package"),
)

customer_binding_history = Table(
    "customer_binding_history",
    user,
    Column("id", _char36(), primary_key=True),
    Column("customer_id", _char36(), nullable=False),
    Column("bound_to_uid", _uid(), nullable=False),
    _moment("binding_start_date", nullable=False, server_default=_NOW),
    _moment("binding_end_date"),
    Column("unbinding_reason", _enum("inactivity", "manual_release", "period_ended")),
)

customer_contacts = Table(
    "customer_contacts",
    user,
    Column("id", _char36(), primary_key=True),
    Column(
        "customer_id",
        _char36(),
        _refers("customers.id", "customer_contacts_ibfk_1", delete=_CASCADE),
        nullable=False,
    ),
    Column(
        "contacted_by_uid",
        _uid(),
        _refers("users.firebase_uid", "customer_contacts_ibfk_2"),
        nullable=False,
    ),
    Column("contact_method", _enum("whatsapp", "call", "visit"), nullable=False),
    Column("contact_status", _enum("successful", "unsuccessful"), nullable=False),
    _moment("contact_date", nullable=False, server_default=_NOW),
    Column("notes", _long_text()),
    _moment("next_follow_up_date"),
    Index("idx_customer_id", "customer_id"),
    Index("contacted_by_uid", "contacted_by_uid"),
)

global_settings = Table(
    "global_settings",
    user,
    Column("id", _int(), primary_key=True, autoincrement=True),
    Column("setting_key", _text(50), nullable=False),
    Column("setting_value", _text(255), nullable=False),
    _created(),
    _updated(),
    UniqueConstraint("setting_key", name="idx_setting_key"),
)

room_booking_costs = Table(
    "room_booking_costs",
    user,
    Column("order_id", _char36(None)),
    Column("meeting_room_id", _char36(None)),
    Column("duration_minutes", _int()),
    Column("price_per_hour", _bigint()),
    Column("total_room_cost", Numeric(10, 2)),
)
