"""The plan beside a contact: what an event keeps of it, so that it can be brought back.

Logging a contact takes a plan away or makes one; deleting the contact turns that round, and
bringing the contact back turns it round once more (docs/rules.md, "Interactions").
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from salesdesk.domain.contact import Contact
from salesdesk.domain.events import Details, Event, EventKind
from salesdesk.services import next_step
from salesdesk.services.locked_write import CustomerWrite
from salesdesk.storage.stores.plans import Plan
from salesdesk.storage.unit_of_work import UnitOfWork


def taken(plan: Plan | None) -> Details:
    """What an event keeps of the plan that its act took away."""
    return {"plan": kept(plan)} if plan is not None else {}


def kept(plan: Plan | None) -> Details | None:
    """The plan as an event keeps it; None: there was none."""
    if plan is None:
        return None
    return {
        "due": plan.due_at.isoformat() if plan.due_at else None,
        "written": plan.written_at.isoformat(),
        "by": plan.by_uid,
        "note": plan.note,
        "event": plan.event_id,
    }


def carry(
    act: CustomerWrite, before: Contact, contact: Contact, due: datetime | None
) -> Plan | None:
    """Let the next step count that an edit of a contact typed, or that stood before its date moved.

    By its new date another contact may be the newest, whose next step would count; one that the
    contact now follows is fulfilled by it.

    Args:
        before: the contact before the edit.
        due: the customer's next step before it.

    Returns:
        The plan that made way for it.
    """
    unit, customer_id = act.unit, contact.customer_id
    plan = unit.plans.get(customer_id)
    by = act.actor.uid or contact.by_uid
    if contact.next_step != before.next_step:
        newest = unit.contacts.newest_one(customer_id, act.at)
        if newest is not None and newest.id == contact.id:
            unit.plans.remove(customer_id)
        else:
            unit.plans.put(Plan(customer_id, contact.next_step, act.at, by, "", act.event_id))
        return plan
    fulfilled = due is None or (contact.at is not None and contact.at > due)
    if fulfilled or next_step.of(unit, customer_id, act.at).due_at == due:
        return None
    note = plan.note if plan is not None and plan.due_at == due else ""
    unit.plans.put(Plan(customer_id, due, act.at, by, note, act.event_id))
    return plan


def undo(unit: UnitOfWork, customer_id: str, contact_ids: Collection[str]) -> Details:
    """Take away the plan that these contacts, now gone, made, and bring back what they took.

    A plan that is brought back keeps its age: where a contact that stays is younger, that
    contact's next step goes on counting. One that was made by a contact which is gone as well
    does not come back; what it took away does.

    Returns:
        The plan before and after, for `restore`.
    """
    events = unit.events.of_customer(
        customer_id, (EventKind.CONTACT_LOGGED, EventKind.CONTACT_EDITED)
    )
    contact_of = {event.id.lower(): _contact(event) for event in events}
    gone = {one.lower() for one in contact_ids}
    found: list[Plan] = []
    looked_at: set[str] = set()
    while left := gone - looked_at:
        looked_at |= left
        taken_away = [_taken(customer_id, e.details) for e in events if _contact(e) in left]
        found += [plan for plan in taken_away if plan is not None]
        makers = {contact_of.get(plan.event_id.lower()) for plan in found} - looked_at
        gone |= {one for one in makers if one is not None and unit.contacts.get(one) is None}
    stands = unit.plans.get(customer_id)
    others = [
        plan
        for plan in (*found, *([stands] if stands is not None else []))
        if not {plan.event_id.lower(), contact_of.get(plan.event_id.lower())} & gone
    ]
    latest = max(others, key=lambda plan: plan.written_at, default=None)
    if latest is None:
        unit.plans.remove(customer_id)
    elif latest != stands:
        unit.plans.put(latest)
    return {"before": kept(stands), "after": kept(latest)}


def _contact(event: Event) -> str:
    """The contact that an event logged or edited."""
    return str(event.details.get("contact")).lower()


def _taken(customer_id: str, details: Details) -> Plan | None:
    return from_kept(customer_id, details.get("plan"))


def from_kept(customer_id: str, plan: object) -> Plan | None:
    """The plan that an event keeps; the other way round."""
    if not isinstance(plan, dict):
        return None
    due = plan["due"]
    return Plan(
        customer_id,
        datetime.fromisoformat(due) if due else None,
        datetime.fromisoformat(plan["written"]),
        str(plan["by"]),
        str(plan["note"]),
        str(plan["event"]),
    )


def restore(unit: UnitOfWork, customer_id: str, plans: object) -> None:
    """Let the plan stand that a deletion took away, where what it left still stands."""
    if not isinstance(plans, dict):
        return
    before, after = (_taken(customer_id, {"plan": plans[side]}) for side in ("before", "after"))
    if before == after or unit.plans.get(customer_id) != after:
        return
    if before is None:
        unit.plans.remove(customer_id)
    else:
        unit.plans.put(before)
