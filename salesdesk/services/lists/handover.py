"""The hand-over: what whoever claims a customer should know."""

from __future__ import annotations

from datetime import datetime

from salesdesk.domain.errors import CustomerGone
from salesdesk.domain.moments import DAY
from salesdesk.domain.permissions import Permission
from salesdesk.domain.pool import HandOver, best_hours
from salesdesk.domain.settings import POOL_COOLING
from salesdesk.services import access, pool_policy
from salesdesk.services.session import Session
from salesdesk.services.viewer import viewer_of
from salesdesk.storage.reads import handing_over
from salesdesk.storage.reads.handing_over import Found
from salesdesk.storage.reads.viewer import Viewer
from salesdesk.storage.unit_of_work import Reading

OWNERS = 20
NOTES = 3


def of(session: Session, customer_id: str) -> HandOver:
    """The hand-over of a customer, free or just claimed.

    Notes and phone of a free customer are left out where the actor's role may not see them.

    Raises:
        NotAllowed: the actor may not see customers.
        CustomerGone: the customer is not there any more.
    """
    access.require(session.actor, Permission.CUSTOMERS_VIEW)
    found = session.store.read(lambda reading: _read(session, reading, customer_id))
    if found is None:
        raise CustomerGone(customer_id)
    return found


def _read(session: Session, reading: Reading, customer_id: str) -> HandOver | None:
    asked = handing_over.asked(
        NOTES,
        pool_phones=session.actor.may(Permission.CUSTOMERS_VIEW_PHONE_IN_POOL),
        pool_notes=session.actor.may(Permission.CUSTOMERS_VIEW_NOTES),
    )
    of_whom = {"of_customer": customer_id, "reader": session.actor.uid}
    answers = reading.at_clock(asked, of_whom)
    viewer = viewer_of(session, reading)
    day = pool_policy.day_of(viewer.now, viewer.settings)
    found = handing_over.found(reading.connection, answers, viewer, day, owners=OWNERS)
    if found is None:
        return None
    next_step = found.row.customer.next_step
    return HandOver(
        row=found.row,
        owners=found.owners,
        notes=found.notes,
        notes_withheld=found.free and not viewer.pool_notes,
        phone_withheld=found.free and not viewer.pool_phones,
        next_step=next_step,
        next_step_note=found.word.note if found.word and next_step else None,
        best_hours=best_hours(found.successful),
        orders=found.orders,
        orders_value=found.orders_value,
        allowance=pool_policy.allowance(viewer.now, viewer.settings, found.used),
        claimable_from=_cooled_off(found, viewer) if found.free else None,
    )


def _cooled_off(found: Found, viewer: Viewer) -> datetime | None:
    """The end of the reader's own cooling-off; None: over, or there is none."""
    days = viewer.settings.number(POOL_COOLING)
    if not days or found.last_ended is None:
        return None
    until = found.last_ended + days * DAY
    return until if until > viewer.now else None
