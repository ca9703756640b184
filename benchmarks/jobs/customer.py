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
_CONTACTS = (
    "SELECT * FROM customer_contacts WHERE customer_id = %(id)s ORDER BY contact_date DESC LIMIT 51"
)
_HISTORY = "SELECT * FROM customer_binding_history WHERE customer_id = %(id)s"
_TIMELINE = (
    _CONTACTS,
    _HISTORY,
    "SELECT * FROM salesdesk_events WHERE customer_id = %(id)s ORDER BY at DESC LIMIT 51",
    "SELECT * FROM orders WHERE id_customer = %(id)s ORDER BY order_date DESC LIMIT 51",
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
