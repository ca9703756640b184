"""The hand-over: what whoever claims a customer should know."""

from __future__ import annotations

from datetime import datetime

from salesdesk.domain.errors import CustomerGone
from salesdesk.domain.moments import DAY
from salesdesk.domain.people import Permission
from salesdesk.domain.pool import HandOver, best_hours
from salesdesk.domain.settings import POOL_COOLING
from salesdesk.services import access, pool
from salesdesk.services.desk import Desk
from salesdesk.services.seeing import sight_of
from salesdesk.storage.reads import customers, last_words, notes, order_values, spells
from salesdesk.storage.reads import pool as reads
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
    connection, sight = reading.connection, sight_of(desk, reading)
    rows = customers.rows(connection, [customer_id], sight)
    if not rows:
        return None
    (row,) = reads.described(connection, rows, sight)
    free = row.customer.owner_uid is None
    shows_notes = sight.pool_notes or not free
    history = spells.page(connection, customer_id, None, OWNERS + 1, shows_words=shows_notes).rows
    word = last_words.of(connection, [customer_id], sight).get(customer_id)
    orders, value = order_values.completed(connection, customer_id)
    return HandOver(
        row=row,
        owners=tuple(spell for spell in history if spell.end is not None)[:OWNERS],
        notes=notes.last(connection, customer_id, NOTES) if shows_notes else (),
        notes_withheld=not shows_notes,
        phone_withheld=free and not sight.pool_phones,
        next_step=row.customer.next_step,
        next_step_note=word.note if word and row.customer.next_step else None,
        best_hours=best_hours(notes.successful(connection, customer_id, sight)),
        orders=orders,
        orders_value=value,
        allowance=pool.allowance_of(reading, desk.actor.uid),
        claimable_from=_cooled_off(desk, reading, customer_id) if free else None,
    )


def _cooled_off(desk: Desk, reading: Reading, customer_id: str) -> datetime | None:
    """The end of the reader's own cooling-off; None: over, or there is none."""
    days = reading.settings.number(POOL_COOLING)
    if not days or desk.actor.uid is None:
        return None
    ended = reading.bindings.last_ended(customer_id, desk.actor.uid)
    until = ended + days * DAY if ended is not None else None
    return until if until is not None and until > reading.now else None
