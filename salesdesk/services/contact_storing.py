"""What storing a contact writes beside it: the plan that makes way, the last interaction."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from salesdesk.domain.contact import Contact, ContactDraft, Keep
from salesdesk.domain.events import Details
from salesdesk.domain.follow_up import PlanFacts
from salesdesk.domain.moments import FUTURE_TOLERANCE, whole_seconds
from salesdesk.domain.summary import ContactFacts, contacted, kept_history
from salesdesk.services import contact_plans, locked_write, next_step
from salesdesk.services.contact_events import to_dict
from salesdesk.services.locked_write import CustomerWrite
from salesdesk.services.next_step import NextStep
from salesdesk.storage.stores.plans import Plan
from salesdesk.storage.under_lock import Ground


@dataclass(frozen=True, slots=True)
class ToStore:
    """A contact, and what becomes of the customer's plan with it.

    Attributes:
        kept: what its event keeps: its values, the follow-up that stood before it, and the plan
            that it takes away.
        takes: the plan that stood makes way.
        plans: the plan that is made with it; None: none.
    """

    contact: Contact
    kept: Details
    takes: bool
    plans: Plan | None


def to_store(contact: Contact, draft: ContactDraft, now: datetime, before: NextStep) -> ToStore:
    """What storing the contact writes, where the next step was this before it."""
    at = contact.at
    assert at is not None  # noqa: S101 - checked_times() gave it
    newest = before.newest is None or before.newest.at is None or before.newest.at <= at
    standing = before.standing(now)
    if contact.next_step is None and newest and draft.standing_follow_up is Keep.KEEP:
        contact = replace(contact, next_step=standing)
    # A back-dated contact is not the newest, whose next step counts: its own needs a plan.
    plans = draft.next_step is not None or draft.standing_follow_up is Keep.CLEAR
    plan = None
    if plans and not newest:
        plan = Plan(contact.customer_id, draft.next_step, now, contact.by_uid, "", contact.id)
    takes = before.plan is not None and (newest or plans)
    stood = standing.isoformat() if standing else None
    kept = {
        **to_dict(contact),
        "stood": stood,
        **contact_plans.taken(before.plan if takes else None),
    }
    return ToStore(contact, kept, takes, plan)


def store(act: CustomerWrite, wanted: ToStore) -> None:
    """Insert the contact and bring the next step and the last interaction in line with it.

    Raises:
        Conflict: the customer's last interaction is not as the act saw it.
    """
    unit, contact = act.unit, wanted.contact
    unit.contacts.add(contact)
    if wanted.takes:
        unit.plans.remove(contact.customer_id)
    if wanted.plans is not None:
        unit.plans.add(wanted.plans)
    last, at = act.customer.last_interaction, contact.at
    later = at is not None and (last is None or last < at)
    if later and not unit.customers.set_last_interaction(contact.customer_id, last, at):
        raise locked_write.changed_meanwhile()


def ground(act: CustomerWrite) -> Ground:
    """What was read under the lock of an act that is none's part."""
    assert act.ground is not None  # noqa: S101 - acts.begin() read it
    return act.ground


def leave(act: CustomerWrite, stored: ToStore) -> None:
    """Say what the customer's rows say with this contact."""
    found, contact = ground(act).found, stored.contact
    if contact.at is None or contact.at > act.unit.looked_at + FUTURE_TOLERANCE:
        return
    step = whole_seconds(contact.next_step) if contact.next_step is not None else None
    fresh = ContactFacts(
        contact.id.lower(), whole_seconds(contact.at), contact.method.value,
        contact.outcome.value, step,
    )  # fmt: skip
    plan = None if stored.takes else found.facts.plan
    if stored.plans is not None:
        plan = PlanFacts(stored.plans.due_at, stored.plans.written_at)
    after = contacted(found.facts, fresh, plan)
    locked_write.leaves(act, after, kept_history(after, found.stored))


def log_within(act: CustomerWrite, contact: Contact) -> Details:
    """Store a contact as part of another act, whoever made it; the act's events are its own.

    Returns:
        What the contact's own event has to keep.

    Raises:
        Conflict: the customer's last interaction is not as the act saw it.
    """
    draft = ContactDraft(
        contact.id, contact.customer_id, contact.method, contact.outcome,
        next_step=contact.next_step,
    )  # fmt: skip
    before = next_step.of(act.unit, contact.customer_id, act.at)
    wanted = to_store(contact, draft, act.at, before)
    store(act, wanted)
    return wanted.kept
