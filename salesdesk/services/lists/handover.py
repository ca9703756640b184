"""The hand-over: what whoever claims a customer should know."""

from __future__ import annotations

from datetime import datetime

from salesdesk.domain.errors import CustomerGone
from salesdesk.domain.moments import DAY
from salesdesk.domain.people import Permission
from salesdesk.domain.pool import HandOver, best_hours
from salesdesk.domain.settings import POOL_COOLING
from salesdesk.services import access, pool_policy
from salesdesk.services.session import Desk
from salesdesk.services.viewer import sight_of
from salesdesk.storage.reads import handing_over
from salesdesk.storage.reads.handing_over import Found
from salesdesk.storage.reads.viewer import Sight
from salesdesk.storage.unit_of_work import Reading

OWNERS = 20
NOTES = 3


def of(desk: Desk, customer_id: str) -> HandOver:
    """The hand-over of a customer, free or just claimed.

    Notes and phone of a free customer are left out where the actor's role may not see them.

    Raises:
        NotAllowed: the actor may not see customers.
        CustomerGone: the customer is not there any more.
        Unavailable: the database is out of reach.
    """
    access.require(desk.actor, Permission.CUSTOMERS_VIEW)
    found = desk.store.read(lambda reading: _read(desk, reading, customer_id))
    if found is None:
        raise CustomerGone(customer_id)
    return found


def _read(desk: Desk, reading: Reading, customer_id: str) -> HandOver | None:
    sight = sight_of(desk, reading)
    found = handing_over.of(
        reading.connection,
        customer_id,
        sight,
        pool_policy.day_of(sight.now, sight.settings),
        owners=OWNERS + 1,
        last_notes=NOTES,
    )
    if found is None:
        return None
    next_step = found.row.customer.next_step
    return HandOver(
        row=found.row,
        owners=tuple(spell for spell in found.owners if spell.end is not None)[:OWNERS],
        notes=found.notes,
        notes_withheld=found.free and not sight.pool_notes,
        phone_withheld=found.free and not sight.pool_phones,
        next_step=next_step,
        next_step_note=found.word.note if found.word and next_step else None,
        best_hours=best_hours(found.successful),
        orders=found.orders,
        orders_value=found.orders_value,
        allowance=pool_policy.allowance(sight.now, sight.settings, found.used),
        claimable_from=_cooled_off(found, sight) if found.free else None,
    )


def _cooled_off(found: Found, sight: Sight) -> datetime | None:
    """The end of the reader's own cooling-off; None: over, or there is none."""
    days = sight.settings.number(POOL_COOLING)
    if not days or found.last_ended is None:
        return None
    until = found.last_ended + days * DAY
    return until if until > sight.now else None
