"""The user's tables that are the booking application's own matter; SalesDesk only reads them."""

from __future__ import annotations

from sqlalchemy import Column, Index, Numeric, PrimaryKeyConstraint, Table, UniqueConstraint

from salesdesk.storage.db.types import OfficeDateTime
from salesdesk.storage.tables.booking_columns import (
    CASCADE,
    UNICODE,
    big_whole,
    bits,
    char36,
    choice,
    created_at,
    flag,
    long_text,
    moving,
    refers,
    text_of,
    uid,
    user,
    whole,
)

facility = Table(
    "facility",
    user,
    Column("id", char36(), primary_key=True),
    Column("facility_name", text_of(191), nullable=False),
    UniqueConstraint("facility_name", name="idx_facility_name"),
)

restaurant = Table(
    "restaurant",
    user,
    Column("id", char36(), primary_key=True),
    Column("restaurant_name", text_of(191), nullable=False),
    Column(
        "status",
        choice("active", "inactive", collation=UNICODE),
        nullable=False,
        server_default="active",
    ),
    created_at(),
    moving(),
    UniqueConstraint("restaurant_name", name="idx_restaurant_name"),
    Index("idx_status", "status"),
)

room_shape = Table(
    "room_shape",
    user,
    Column("id", char36(), primary_key=True),
    Column("shape_name", text_of(50), nullable=False),
    UniqueConstraint("shape_name", name="idx_shape_name"),
)

meeting_room = Table(
    "meeting_room",
    user,
    Column("id", char36(), primary_key=True),
    Column(
        "restaurant_id",
        char36(),
        refers("restaurant.id", "fk_meeting_room_restaurant", delete=CASCADE),
        nullable=False,
    ),
    Column("room_name", text_of(191), nullable=False),
    Column("capacity", whole(), nullable=False),
    Column("price_per_hour", big_whole(), nullable=False),
    created_at(),
    moving(),
    Index("idx_restaurant_id", "restaurant_id"),
)

order_purposes = Table(
    "order_purposes",
    user,
    Column("id", whole(), primary_key=True, autoincrement=True),
    Column("name", text_of(100, None), nullable=False),
    Column("name_en", text_of(100, None), nullable=False),
    Column("is_active", flag(), server_default="1"),
    created_at(),
    moving(),
    Index("idx_order_purposes_name", "name"),
    Index("idx_order_purposes_name_en", "name_en"),
)

room_added_facility = Table(
    "room_added_facility",
    user,
    Column(
        "room_id",
        char36(),
        refers("meeting_room.id", "fk_added_facility_room", delete=CASCADE),
        nullable=False,
    ),
    Column(
        "facility_id",
        char36(),
        refers("facility.id", "fk_added_facility_facility", delete=CASCADE),
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
        char36(),
        refers("meeting_room.id", "fk_supported_shape_room", delete=CASCADE),
        nullable=False,
    ),
    Column(
        "shape_id",
        char36(),
        refers("room_shape.id", "fk_supported_shape_shape", delete=CASCADE),
        nullable=False,
    ),
    PrimaryKeyConstraint("room_id", "shape_id"),
    Index("idx_shape_id", "shape_id"),
)

packages = Table(
    "packages",
    user,
    Column("id", char36(), primary_key=True),
    Column(
        "id_restaurant",
        char36(),
        refers("restaurant.id", "fk_packages_restaurant", delete=CASCADE, update=CASCADE),
        nullable=False,
    ),
    Column("package_name", text_of(191), nullable=False),
    Column("description", long_text()),
    Column("price", whole(), nullable=False),
    Column(
        "status",
        choice("active", "inactive", collation=UNICODE),
        nullable=False,
        server_default="active",
    ),
    created_at(),
    moving(),
    Column("price_in_cents", whole()),
    Index("idx_id_master_restaurant", "id_restaurant"),
    Index("idx_status", "status"),
    Index("idx_price", "price"),
)

orders = Table(
    "orders",
    user,
    Column("id", char36(), primary_key=True),
    Column(
        "id_customer",
        char36(),
        refers("customers.id", "fk_orders_customers", delete=CASCADE, update=CASCADE),
        nullable=False,
    ),
    Column(
        "id_restaurant",
        char36(),
        refers("restaurant.id", "fk_orders_restaurant", delete=CASCADE, update=CASCADE),
        nullable=False,
    ),
    Column(
        "id_room_shape",
        char36(),
        refers("room_shape.id", "fk_orders_room_shape"),
        nullable=False,
    ),
    Column("number_of_people", whole(), nullable=False),
    Column("duration_minutes", whole(), nullable=False, server_default="60"),
    Column("order_date", OfficeDateTime(), nullable=False),
    Column("delivery_datetime", OfficeDateTime(), nullable=False),
    Column(
        "status",
        choice("pending", "confirmed", "completed", "cancelled", "expired", collation=UNICODE),
        nullable=False,
        server_default="pending",
    ),
    created_at(),
    moving(),
    Column(
        "id_order_purpose",
        whole(),
        refers("order_purposes.id", "fk_orders_order_purposes"),
        nullable=False,
    ),
    Column("firebase_uid", uid(), refers("users.firebase_uid", "fk_orders_users"), nullable=False),
    Column("memo", long_text()),
    Column(
        "meeting_room_id",
        char36(),
        refers("meeting_room.id", "fk_orders_meeting_room", delete="SET NULL", update=CASCADE),
    ),
    Column(
        "notification_sent",
        bits(),
        nullable=False,
        server_default="0",
        comment="Bitwise flag: 1=day-before, 2=hour-before",
    ),
    Column("is_room_only", flag(), nullable=False, server_default="0"),
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
    Column("id", char36(), primary_key=True),
    Column(
        "id_order",
        char36(),
        refers("orders.id", "fk_order_items_orders", delete=CASCADE, update=CASCADE),
        nullable=False,
    ),
    Column(
        "id_package",
        char36(),
        refers("packages.id", "fk_order_items_packages", delete=CASCADE, update=CASCADE),
        nullable=False,
    ),
    Column("quantity", whole(), nullable=False),
    Column("price_per_item", whole(), nullable=False),
    created_at(),
    moving(),
    Index("idx_id_order", "id_order"),
    Index("idx_id_package", "id_package"),
)

room_booking_costs = Table(
    "room_booking_costs",
    user,
    Column("order_id", char36(None)),
    Column("meeting_room_id", char36(None)),
    Column("duration_minutes", whole()),
    Column("price_per_hour", big_whole()),
    Column("total_room_cost", Numeric(10, 2)),
)
