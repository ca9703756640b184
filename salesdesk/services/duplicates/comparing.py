"""Two customers side by side: fields, what both keep, who has them, and both as one customer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from salesdesk.domain.customer import Customer
from salesdesk.domain.duplicates import Held, Side, TwoSides
from salesdesk.domain.errors import CustomerGone, Refusal
from salesdesk.domain.idle_clock import IdleFacts, Limits, departure, idle_since
from salesdesk.domain.moments import credible
from salesdesk.domain.permissions import Permission
from salesdesk.domain.refusals import Why
from salesdesk.domain.summary import CustomerFacts
from salesdesk.services import access, locked_write
from salesdesk.services.duplicates.finding import NEEDED
from salesdesk.services.session import Session
from salesdesk.storage.reads import duplicates as reads
from salesdesk.storage.reads import order_values
from salesdesk.storage.unit_of_work import Reading


@dataclass(frozen=True, slots=True)
class _Kept:
    """What is read of both customers at once, by customer."""

    contacts: Mapping[str, int]
    orders: Mapping[str, reads.OrdersOf]
    owners: Mapping[str, tuple[str, ...]]
    hides: Mapping[str, int]


def side_by_side(session: Session, left_id: str, right_id: str) -> TwoSides:
    """The two customers of a pair.

    Raises:
        NotAllowed: the actor may not say what two customers are, or not see phones in the pool.
        Refusal: it is one customer twice.
        CustomerGone: one of them is gone.
    """
    access.require(session.actor, *NEEDED, Permission.CUSTOMERS_VIEW_PHONE_IN_POOL)
    if left_id == right_id:
        raise Refusal(Why.SAME_CUSTOMER)
    return session.store.read(lambda reading: _read(reading, left_id, right_id))


def _read(reading: Reading, left_id: str, right_id: str) -> TwoSides:
    now, limits, ids = reading.now, reading.settings.limits, (left_id, right_id)
    found = {one: reading.customers.get(one) for one in ids}
    facts = reading.summaries.facts(ids, now)
    gone = next((one for one in ids if found[one] is None or one not in facts), None)
    if gone is not None:
        raise CustomerGone(gone)
    both = {one: each.facts for one, each in facts.items()}
    links = reading.links.touching(ids)
    kept = _Kept(
        reads.contacts_of(reading.connection, ids),
        reads.orders_of(reading.connection, ids),
        reads.owners_of(reading.connection, ids),
        {one: sum(link.stands and link.winner_id == one for link in links) for one in ids},
    )
    sides = [
        _side(reading, customer, both[customer.id], kept, limits)
        for customer in found.values()
        if customer is not None
    ]
    left, right = sides
    return TwoSides(left, right, now, _as_one(both, left_id, right_id, limits, now))


def _side(
    reading: Reading, customer: Customer, facts: CustomerFacts, kept: _Kept, limits: Limits
) -> Side:
    now, owner = reading.now, locked_write.owner_of(customer)
    orders = kept.orders.get(customer.id, reads.OrdersOf(0, None, ()))
    worth = order_values.of_orders(reading.connection, orders.ids)
    left = departure(facts.idle, limits, now).days_left(now) if owner is not None else None
    newest = facts.newest
    return Side(
        customer,
        reading.people.name_of(customer.registered_by_uid),
        kept.contacts.get(customer.id, 0),
        newest.at if newest else None,
        newest.method if newest else None,
        orders.number,
        orders.status,
        sum(worth.values()),
        kept.owners.get(customer.id, ()),
        Held(owner, reading.people.name_of(owner) if owner else "", customer.binding_start, left),
        idle_since(facts.idle, now),
        kept.hides[customer.id],
    )


def _as_one(
    facts: Mapping[str, CustomerFacts], left: str, right: str, limits: Limits, now: datetime
) -> dict[tuple[str, bool], int | None]:
    """Days left of both as one customer, by who stays and whether it takes the owner."""
    found: dict[tuple[str, bool], int | None] = {}
    for stays, hidden in ((left, right), (right, left)):
        for takes in (False, True):
            owner = facts[hidden if takes else stays].owner_uid
            idle = joined(facts[stays], facts[hidden], now)
            if takes:
                idle = replace(idle, binding_start=now, kept=None, protected_until=None)
            found[stays, takes] = (
                departure(idle, limits, now).days_left(now) if owner is not None else None
            )
    return found


def joined(stays: CustomerFacts, hidden: CustomerFacts, now: datetime) -> IdleFacts:
    """What the idle clock reads of two customers as one: the contacts of both."""
    others = (hidden.last_interaction, hidden.newest.at if hidden.newest else None)
    dates = [stays.newest.at if stays.newest else None]
    dates += [credible(one, now) for one in others]
    known = [one for one in dates if one is not None]
    return replace(stays.idle, newest_contact=max(known, default=None))
