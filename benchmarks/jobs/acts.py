"""What writes: log, claim, release, move; and what is read again after a log.

By hand the same rows are read under the lock, and the same are written: an act without its rights,
without what it decides on or without the row that lists read would be another one.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from benchmarks.jobs.job import Job, Pair
from benchmarks.seat import AGENT, Seat
from salesdesk.domain.contact import ContactDraft, Method, Outcome
from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.events import new_id
from salesdesk.domain.ownership import OwnershipSeen
from salesdesk.services import contacts, ownership, stage_moves
from salesdesk.services.lists import customers, today

_MINE = f"bound_to_uid = '{AGENT}' AND sales_status = 'cold'"
_FREE = "binding_status = 'available'"
_LIMIT = "round trips: the lock, what is read under it, the event, each row that changes, COMMIT"

_LOCK = "SELECT * FROM customers WHERE id = %s FOR UPDATE"
#: What an act decides on: the settings, the person's rights, and the customer's newest rows.
_READ_UNDER_LOCK = (
    "SELECT UTC_TIMESTAMP(), setting_key, setting_value FROM global_settings "
    "WHERE setting_key LIKE 'salesdesk.%'",
    "SELECT p.resource, p.action FROM salesdesk_person_roles r "
    "JOIN role_permissions rp ON rp.role_id = r.role_id "
    f"JOIN permissions p ON p.id = rp.permission_id WHERE r.uid = '{AGENT}'",
)
_READ_OF_CUSTOMER = (
    "SELECT p.due_at, p.written_at, g.until, s.*, k.* FROM customers c "
    "LEFT JOIN salesdesk_plans p ON p.customer_id = c.id "
    "LEFT JOIN salesdesk_protections g ON g.customer_id = c.id "
    "LEFT JOIN salesdesk_customer_summary s ON s.customer_id = c.id "
    "LEFT JOIN customer_contacts k ON k.customer_id = c.id "
    "WHERE c.id = %s ORDER BY k.contact_date DESC, k.id DESC LIMIT 1"
)
_EVENT = (
    "INSERT INTO salesdesk_events (id, at, kind, customer_id, actor_uid, details) "
    "VALUES (%s, UTC_TIMESTAMP(), %s, %s, %s, JSON_OBJECT('owner', %s, 'host', 'bench'))"
)
#: Last in each act: the row that lists read.
_SUMMARY = (
    "UPDATE salesdesk_customer_summary s JOIN customers c ON c.id = s.customer_id SET "
    "s.owner_uid = c.bound_to_uid, s.status = c.sales_status, "
    "s.binding_start = c.binding_start_date, s.last_interaction = c.last_interaction_date, "
    "s.idle_since = c.last_interaction_date, s.leaves_at = IF(c.bound_to_uid IS NULL, NULL, "
    "c.last_interaction_date + INTERVAL 30 DAY), "
    "s.free_since = IF(c.bound_to_uid IS NULL, UTC_TIMESTAMP(), NULL) WHERE s.customer_id = %s"
)
_CONTACT = (
    "INSERT INTO customer_contacts (id, customer_id, contacted_by_uid, contact_method, "
    "contact_status, contact_date, notes) "
    "VALUES (%s, %s, %s, 'call', 'successful', UTC_TIMESTAMP(), 'Asked for a quotation')"
)
_TOUCH = "UPDATE customers SET last_interaction_date = UTC_TIMESTAMP() WHERE id = %s"
_BIND = (
    "UPDATE customers SET bound_to_uid = %s, binding_start_date = UTC_TIMESTAMP(), "
    "binding_status = 'bound' WHERE id = %s AND binding_status = 'available'"
)
_OPEN = (
    "INSERT INTO customer_binding_history (id, customer_id, bound_to_uid, binding_start_date) "
    "VALUES (%s, %s, %s, UTC_TIMESTAMP())"
)
_FREED = (
    "UPDATE customers SET bound_to_uid = NULL, binding_start_date = NULL, "
    "binding_status = 'available' WHERE id = %s AND bound_to_uid = %s"
)
_CLOSE = (
    "UPDATE customer_binding_history SET binding_end_date = UTC_TIMESTAMP(), "
    "unbinding_reason = 'manual_release' WHERE customer_id = %s AND binding_end_date IS NULL"
)
_MOVE = "UPDATE customers SET sales_status = %s WHERE id = %s"


def _act(seat: Seat, kind: str, customer_id: str, *changes: tuple[str, Any]) -> None:
    """One transaction by hand: the lock, what is read under it, the event, changes, summary."""
    seat.transaction(
        (_LOCK, (customer_id,)),
        *((statement, None) for statement in _READ_UNDER_LOCK),
        (_READ_OF_CUSTOMER, (customer_id,)),
        (_EVENT, (new_id(), kind, customer_id, AGENT, AGENT)),
        *changes,
        (_SUMMARY, (customer_id,)),
    )


def _draft(customer_id: str) -> ContactDraft:
    note = "Asked for a quotation"
    return ContactDraft(new_id(), customer_id, Method.CALL, Outcome.SUCCESSFUL, note)


def _log_by_hand(seat: Seat, customer_id: str) -> None:
    _act(
        seat,
        "contact_logged",
        customer_id,
        (_CONTACT, (new_id(), customer_id, AGENT)),
        (_TOUCH, (customer_id,)),
    )


def _claim_by_hand(seat: Seat, customer_id: str) -> None:
    _act(
        seat,
        "claimed",
        customer_id,
        (_BIND, (AGENT, customer_id)),
        (_OPEN, (new_id(), customer_id, AGENT)),
    )


def _release_by_hand(seat: Seat, customer_id: str) -> None:
    _act(
        seat,
        "released",
        customer_id,
        (_FREED, (customer_id, AGENT)),
        (_CLOSE, (customer_id,)),
    )


def _log(seat: Seat) -> Pair:
    one, other = seat.ids(_MINE, 2)
    return Pair(lambda: contacts.log(seat.session, _draft(one)), lambda: _log_by_hand(seat, other))


def _log_and_read(seat: Seat) -> Pair:
    """What an open window reads again: the row, and the person's day."""
    one, other = seat.ids(_MINE, 2)
    session, query = seat.session, today.mine(seat.session)

    def ours() -> None:
        contacts.log(session, _draft(one))
        customers.rows(session, [one])
        today.day(session, query)

    def raw() -> None:
        _log_by_hand(seat, other)
        seat.all("SELECT * FROM customers WHERE id = %s", (other,))
        seat.all(
            "SELECT contact_method, COUNT(*) FROM customer_contacts WHERE contacted_by_uid = %s "
            "AND contact_date >= UTC_DATE() GROUP BY contact_method",
            (AGENT,),
        )

    return Pair(ours, raw)


class _Held:
    """A customer that is claimed and released in turns through the services."""

    def __init__(self, seat: Seat, customer_id: str) -> None:
        self._desk, self._id = seat.session, customer_id
        self._standing: OwnershipSeen | None = None

    def claim(self) -> None:
        """Take it, where it is free."""
        if self._standing is None:
            owned = ownership.claim(self._desk, new_id(), self._id)
            self._standing = OwnershipSeen(owned.owner_uid, owned.since)

    def release(self) -> None:
        """Let it go, where it is held."""
        if self._standing is not None:
            ownership.release(self._desk, new_id(), self._id, self._standing)
            self._standing = None


def _claim(seat: Seat) -> Pair:
    one, other = seat.ids(_FREE, 2)
    held = _Held(seat, one)
    return Pair(
        held.claim,
        partial(_claim_by_hand, seat, other),
        before_ours=held.release,
        before_raw=partial(_release_by_hand, seat, other),
    )


def _release(seat: Seat) -> Pair:
    one, other = seat.ids(_FREE, 2)
    held = _Held(seat, one)
    return Pair(
        held.release,
        partial(_release_by_hand, seat, other),
        before_ours=held.claim,
        before_raw=partial(_claim_by_hand, seat, other),
    )


def _move(seat: Seat) -> Pair:
    one, other = seat.ids(_MINE, 2)
    cold, warm = SalesStatus.COLD, SalesStatus.WARM
    move = partial(stage_moves.move, seat.session)

    def raw(status: SalesStatus) -> None:
        _act(seat, "status_moved", other, (_MOVE, (status.value, other)))

    def back() -> None:
        if customers.details(seat.session, one).row.status is warm:
            move(new_id(), one, warm, cold)

    return Pair(
        lambda: move(new_id(), one, cold, warm),
        lambda: raw(warm),
        before_ours=back,
        before_raw=lambda: raw(cold),
    )


JOBS = (
    Job("act.log", "log a contact", _LIMIT, _log, 3),
    Job(
        "act.log-read",
        "log a contact, and what is read again",
        _LIMIT,
        _log_and_read,
    ),
    Job("act.claim", "claim a customer", _LIMIT, _claim, 3),
    Job("act.release", "release a customer", _LIMIT, _release, 3),
    Job("act.move", "move a card", _LIMIT, _move, 3),
)
