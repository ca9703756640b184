"""Made-up orders of the booking application, and the tables that they refer to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from salesdesk.app.sample import words
from salesdesk.app.sample.random_source import OFFICE, Chance
from salesdesk.app.sample.records import Booking, Life

#: Older ones have left the board (the shared setting's default for "won" is 90 days).
_WON = 90

Rows = tuple[str, tuple[str, ...], Sequence[Sequence[object]]]


def at_office(moment: datetime) -> datetime:
    """The moment as the booking application writes it: the office's time, without a zone."""
    return moment.astimezone(OFFICE).replace(tzinfo=None, microsecond=0)


def bookings(chance: Chance, life: Life, base: datetime, ordering: bool) -> list[Booking]:
    """Some orders of a customer; `ordering`: those too that show on the board."""
    found = []
    known_days = (base - life.created).days
    if chance.happens(0.24) and known_days > _WON + 20:
        for _ in range(chance.randint(1, 2)):
            delivery = base - chance.days(_WON + 5, min(known_days, 600))
            status = chance.among(("completed", "cancelled", "expired"), (80, 12, 8))
            found.append(_booking(chance, delivery, status))
    if ordering and known_days > 40 and chance.happens(0.07):
        found.append(_booking(chance, base - chance.days(3, 35), "completed"))
    if ordering and known_days > 20 and chance.happens(0.05):
        status = chance.among(("pending", "confirmed"))
        found.append(_booking(chance, base + chance.days(3, 40), status))
    return sorted(found, key=_ordered)


def _booking(chance: Chance, delivery: datetime, status: str) -> Booking:
    people = chance.randint(3, 30) * 5
    at = at_office(chance.office_hour(delivery))
    room = chance.randint(0, len(words.ROOMS) - 1)
    hours = chance.among((0, 2, 3, 4), (35, 25, 25, 15))
    _, price = chance.among(words.PACKAGES)
    where = f", {words.ROOMS[room][0]}" if hours else ""
    memo = f"{chance.among(words.OCCASIONS)} for {people}{where}"
    ordered = at - timedelta(days=chance.randint(4, 30), hours=chance.randint(0, 8))
    return Booking(ordered, at, status, people, price, memo, hours, room)


def _ordered(booking: Booking) -> datetime:
    return booking.ordered


@dataclass(frozen=True, slots=True)
class Venue:
    """The restaurants, rooms and packages that orders refer to."""

    restaurants: tuple[str, ...]
    rooms: tuple[str, ...]
    shapes: tuple[str, ...]
    packages: dict[int, str]
    facilities: tuple[str, ...]

    @classmethod
    def of(cls, seed: int) -> Venue:
        """Their ids."""
        chance = Chance(seed, "venue")
        return cls(
            tuple(chance.new_id() for _ in words.RESTAURANTS),
            tuple(chance.new_id() for _ in words.ROOMS),
            tuple(chance.new_id() for _ in words.SHAPES),
            {price: chance.new_id() for _, price in words.PACKAGES},
            tuple(chance.new_id() for _ in words.FACILITIES),
        )

    def rows(self, created: datetime) -> Iterator[Rows]:
        """The rows of all their tables."""
        stamps = ("created_at", "updated_at")
        yield (
            "restaurant",
            ("id", "restaurant_name", *stamps),
            [
                (one, name, created, created)
                for one, name in zip(self.restaurants, words.RESTAURANTS, strict=True)
            ],
        )
        yield "room_shape", ("id", "shape_name"), list(zip(self.shapes, words.SHAPES, strict=True))
        yield (
            "facility",
            ("id", "facility_name"),
            list(zip(self.facilities, words.FACILITIES, strict=True)),
        )
        yield (
            "meeting_room",
            ("id", "restaurant_id", "room_name", "capacity", "price_per_hour", *stamps),
            [
                (one, self.restaurants[0], name, seats, price, created, created)
                for one, (name, seats, price) in zip(self.rooms, words.ROOMS, strict=True)
            ],
        )
        pairs = [(room, shape) for room in self.rooms for shape in self.shapes]
        yield "room_supported_shape", ("room_id", "shape_id"), pairs
        equipped = [(room, thing) for room in self.rooms for thing in self.facilities[:3]]
        yield "room_added_facility", ("room_id", "facility_id"), equipped
        yield (
            "packages",
            ("id", "id_restaurant", "package_name", "price", *stamps),
            [
                (self.packages[price], self.restaurants[0], name, price, created, created)
                for name, price in words.PACKAGES
            ],
        )
        yield (
            "order_purposes",
            ("id", "name", "name_en", *stamps),
            [
                (number, name, english, created, created)
                for number, (name, english) in enumerate(words.PURPOSES, 1)
            ],
        )

    def order_rows(self, chance: Chance, life: Life, by: str, base: datetime) -> Iterator[Rows]:
        """The rows of a customer's orders, their items and rooms."""
        orders, items, costs = [], [], []
        for booking in life.bookings:
            order = chance.new_id()
            written = min(booking.ordered.replace(tzinfo=OFFICE), base)
            room = self.rooms[booking.room] if booking.room_hours else None
            minutes = booking.room_hours * 60 or 60
            orders.append(
                (
                    order, life.id, self.restaurants[0], chance.among(self.shapes), booking.people,
                    minutes, booking.ordered, booking.delivery, booking.status, written, written,
                    chance.randint(1, len(words.PURPOSES)), by, booking.memo, room,
                )
            )  # fmt: skip
            package = self.packages.get(booking.price) or next(iter(self.packages.values()))
            items.append(
                (chance.new_id(), order, package, booking.people, booking.price, written, written)
            )
            if room is not None:
                hour = words.ROOMS[booking.room][2]
                costs.append((order, room, minutes, hour, hour * booking.room_hours))
        if orders:
            yield "orders", _ORDER, orders
            yield "order_items", _ITEM, items
        if costs:
            yield "room_booking_costs", _COST, costs


_ORDER = (
    "id", "id_customer", "id_restaurant", "id_room_shape", "number_of_people", "duration_minutes",
    "order_date", "delivery_datetime", "status", "created_at", "updated_at", "id_order_purpose",
    "firebase_uid", "memo", "meeting_room_id",
)  # fmt: skip
_ITEM = (
    "id", "id_order", "id_package", "quantity", "price_per_item", "created_at", "updated_at",
)  # fmt: skip
_COST = ("order_id", "meeting_room_id", "duration_minutes", "price_per_hour", "total_room_cost")
