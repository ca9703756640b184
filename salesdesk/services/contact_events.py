"""What events keep of a contact: its values, and who changed or deleted it."""

from __future__ import annotations

from datetime import datetime

from salesdesk.domain.contact import Contact, Method, Outcome
from salesdesk.domain.errors import Conflict, ContactGone
from salesdesk.domain.events import Details, Event, EventKind
from salesdesk.domain.people import same_uid
from salesdesk.domain.refusals import Why
from salesdesk.services.locked_write import CustomerWrite
from salesdesk.services.session import Session
from salesdesk.storage.unit_of_work import Reading


def to_dict(contact: Contact) -> Details:
    """The contact's values as an event keeps them."""
    return {
        "contact": contact.id,
        "customer": contact.customer_id,
        "by": contact.by_uid,
        "method": contact.method.value,
        "outcome": contact.outcome.value,
        "at": contact.at.isoformat() if contact.at else None,
        "notes": contact.notes,
        "next_step": contact.next_step.isoformat() if contact.next_step else None,
    }


def contact_of(details: Details) -> Contact:
    """The contact that an event of a log or an edit left behind; the reverse of `to_dict`."""
    kept = details.get("after", details)
    values = kept if isinstance(kept, dict) else details
    return Contact(
        id=str(values["contact"]),
        customer_id=str(values["customer"]),
        by_uid=str(values["by"]),
        method=Method(str(values["method"])),
        outcome=Outcome(str(values["outcome"])),
        at=moment(values["at"]),
        notes=str(values["notes"]),
        next_step=moment(values["next_step"]),
    )


def moment(text: object) -> datetime | None:
    """A moment as an event keeps it; None where it keeps none."""
    return datetime.fromisoformat(text) if isinstance(text, str) else None


def gone(unit: Reading, session: Session, contact_id: str) -> ContactGone:
    """The refusal that names who deleted the contact, where SalesDesk's events tell it."""
    logged = unit.events.get(contact_id)
    if logged is None or logged.customer_id is None:
        return ContactGone(Why.CONTACT_GONE)
    deletions = unit.events.of_customer(logged.customer_id, [EventKind.CONTACT_DELETED])
    last = next((e for e in reversed(deletions) if _deleted(e) == contact_id), None)
    if last is None or last.actor_uid is None:
        return ContactGone(Why.CONTACT_GONE)
    if same_uid(last.actor_uid, session.actor.uid):
        return ContactGone(Why.CONTACT_DELETED_YOURSELF)
    return ContactGone(Why.CONTACT_DELETED_BY, name=unit.people.name_of(last.actor_uid))


def _deleted(deletion: Event) -> object:
    """The id of the contact that this event deleted."""
    before = deletion.details.get("before")
    return before.get("contact") if isinstance(before, dict) else None


def refuse_if_others_changed(act: CustomerWrite, stands: Contact) -> None:
    """Check that a contact is as one of the actor's own acts left it.

    Raises:
        Conflict: it names who changed it, where SalesDesk's events tell it.
    """
    kinds = (EventKind.CONTACT_LOGGED, EventKind.CONTACT_EDITED, EventKind.CONTACT_RESTORED)
    on_it = [
        event
        for event in act.unit.events.of_customer(stands.customer_id, kinds)
        if str(event.details.get("contact")).lower() == stands.id.lower()
    ]
    own = [event for event in on_it if same_uid(event.actor_uid, act.actor.uid)]
    if any(contact_of(event.details) == stands for event in own):
        return
    others = [event.actor_uid for event in on_it if event not in own and event.actor_uid]
    by = act.unit.people.name_of(others[-1]) if others else None
    raise Conflict(Why.CONTACT_CHANGED_BY if by else Why.CONTACT_CHANGED, by_name=by, by=by or "")
