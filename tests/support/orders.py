"""Orders as the booking application writes them; SalesDesk never writes one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from salesdesk.domain.events import new_id
from tests.support.factories import Office
from tests.support.rows import put

OFFICE_ZONE = ZoneInfo("Asia/Jakarta")


class Orders:
    """Makes orders in an office's database."""

    def __init__(self, office: Office) -> None:
        self.office = office

    def add(
        self,
        customer_id: str,
        status: str,
        delivery: datetime | str,
        *,
        items: Sequence[tuple[int, int]] = (),
        rooms: Sequence[object] = (),
    ) -> str:
        """An order; its id.

        Args:
            delivery: a moment, or the text or naive time that the office's clock shows.
            items: quantity and price of each.
            rooms: what each room of the booking costs; None: not known.
        """
        order_id = new_id()
        local = delivery
        if isinstance(delivery, datetime) and delivery.tzinfo is not None:
            local = delivery.astimezone(OFFICE_ZONE).replace(tzinfo=None)
        order = {
            "id": order_id,
            "id_customer": customer_id,
            "id_restaurant": "restaurant",
            "id_room_shape": "shape",
            "number_of_people": 20,
            "duration_minutes": 60,
            "order_date": "2026-01-01 09:00:00",
            "delivery_datetime": local,
            "status": status,
            "id_order_purpose": 1,
            "firebase_uid": self.office.admin_uid,
        }
        database = self.office.database
        put(database, "orders", [order])
        put(
            database,
            "order_items",
            [
                {
                    "id": new_id(),
                    "id_order": order_id,
                    "id_package": "package",
                    "quantity": quantity,
                    "price_per_item": price,
                }
                for quantity, price in items
            ],
        )
        put(
            database,
            "room_booking_costs",
            [{"order_id": order_id, "total_room_cost": cost} for cost in rooms],
        )
        return order_id
