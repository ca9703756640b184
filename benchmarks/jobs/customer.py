"""One customer: the panel, the hand-over, and what the contact form asks."""

from __future__ import annotations

from typing import Any

from benchmarks.jobs import by_hand
from benchmarks.jobs.job import Job, Pair
from benchmarks.seat import Seat
from salesdesk.domain.queries import TimelineQuery
from salesdesk.services import contacts
from salesdesk.services.lists import customers, handover

_ROW = by_hand.customers("WHERE c.id = %s")
_COUNTS = (
    "SELECT (SELECT COUNT(*) FROM customer_contacts WHERE customer_id = %(id)s), "
    "(SELECT COUNT(*) FROM customer_binding_history WHERE customer_id = %(id)s), "
    "(SELECT COUNT(*) FROM orders WHERE id_customer = %(id)s)"
)
_NAMED = "u.display_name, u.email FROM"
_PERSON = "LEFT JOIN users u ON u.firebase_uid ="
_CONTACTS = (
    f"SELECT k.*, e.at logged_at, {_NAMED} customer_contacts k {_PERSON} k.contacted_by_uid "
    "LEFT JOIN salesdesk_events e ON e.id = k.id WHERE k.customer_id = %(id)s "
    "ORDER BY k.contact_date DESC, k.id DESC LIMIT 51"
)
_HISTORY = (
    f"SELECT h.*, {_NAMED} customer_binding_history h {_PERSON} h.bound_to_uid "
    "WHERE h.customer_id = %(id)s"
)
#: Moves and protections are lines of their own; the others tell of the lines of ownership.
_EVENTS = tuple(
    f"SELECT e.*, {_NAMED} salesdesk_events e {_PERSON} e.actor_uid WHERE e.customer_id = %(id)s "
    f"AND e.kind IN ({kinds}) ORDER BY e.at DESC, e.id DESC{limit}"
    for kinds, limit in (
        ("'status_moved', 'protected', 'protection_ended'", " LIMIT 51"),
        ("'claimed', 'assigned', 'transferred', 'released', 'release_explained'", ""),
    )
)
_TIMELINE = (
    _CONTACTS,
    _HISTORY,
    *_EVENTS,
    f"SELECT o.*, p.name_en, r.restaurant_name, {_NAMED} orders o {_PERSON} o.firebase_uid "
    "LEFT JOIN order_purposes p ON p.id = o.id_order_purpose "
    "LEFT JOIN restaurant r ON r.id = o.id_restaurant WHERE o.id_customer = %(id)s "
    "ORDER BY o.order_date DESC, o.id DESC LIMIT 51",
)
_VALUE = (
    "SELECT COUNT(*), SUM(i.quantity * i.price_per_item) FROM orders o JOIN order_items i "
    "ON i.id_order = o.id WHERE o.id_customer = %(id)s AND o.status = 'completed'"
)


def _by_hand(seat: Seat, customer_id: str, statements: tuple[str, ...]) -> Any:
    seat.all(_ROW, (customer_id,))
    for statement in statements:
        seat.all(statement, {"id": customer_id})


def _opened(seat: Seat) -> Pair:
    (one,) = seat.ids("binding_status = 'bound'", 1)

    def ours() -> None:
        customers.details(seat.session, one)
        customers.timeline(seat.session, TimelineQuery(one))

    return Pair(ours, lambda: _by_hand(seat, one, (_COUNTS, *_TIMELINE)))


def _handed_over(seat: Seat) -> Pair:
    (one,) = seat.ids("binding_status = 'available'", 1)
    return Pair(
        lambda: handover.of(seat.session, one),
        lambda: _by_hand(seat, one, (_HISTORY, _CONTACTS, _VALUE)),
    )


def _asked(seat: Seat) -> Pair:
    (one,) = seat.ids("binding_status = 'bound'", 1)
    return Pair(
        lambda: contacts.prospect(seat.session, one),
        lambda: _by_hand(seat, one, (_COUNTS,)),
    )


_BY_ID = "round trips: each statement reads a few rows by the customer's id"

JOBS = (
    Job("customer.open", "open a customer, with the timeline", _BY_ID, _opened, 2),
    Job("customer.hand-over", "the hand-over of a free customer", _BY_ID, _handed_over, 2),
    Job("customer.form", "what the contact form asks", _BY_ID, _asked, 2),
)
