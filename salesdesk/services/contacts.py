"""Log, edit and delete contacts (rules.md, "Interactions" and "Follow-ups")."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from salesdesk.domain.changes import Changes, Topic
from salesdesk.domain.contact import Contact, ContactDraft, Keep, checked_notes, checked_times
from salesdesk.domain.errors import ContactGone, NotAllowed
from salesdesk.domain.events import Details, EventKind
from salesdesk.domain.ownership import Departure, IdleFacts, Limits, departure
from salesdesk.domain.people import Permission
from salesdesk.domain.queries import CustomerRow
from salesdesk.domain.settings import EDIT_HOURS
from salesdesk.services import access, acts, lists, next_step, ownership
from salesdesk.services.acts import Act
from salesdesk.services.desk import Desk, Done
from salesdesk.storage.events import AlreadyDone
from salesdesk.storage.plans import Plan
from salesdesk.storage.unit_of_work import Reading, UnitOfWork


@dataclass(frozen=True, slots=True)
class Logged(Done):
    """A contact was logged or edited."""

    contact: Contact | None = None


@dataclass(frozen=True, slots=True)
class Prospect:
    """What the contact form needs to warn before it is saved.

    Attributes:
        standing_follow_up: a next step that still lies in the future.
        limits, office_zone: of the shared settings.
        now: the database's clock.
    """

    row: CustomerRow
    standing_follow_up: datetime | None
    limits: Limits
    office_zone: ZoneInfo
    now: datetime

    def departure_after(self, at: datetime) -> Departure | None:
        """When the customer leaves its owner if a contact of this moment is the last one."""
        if self.row.owner_uid is None:
            return None
        return departure(
            IdleFacts(
                created_at=self.row.created_at,
                binding_start=self.row.owned_since,
                last_interaction=max(at, self.row.last_contact or at),
                newest_contact=None,
                status=self.row.status,
                protected_until=self.row.protected_until,
            ),
            self.limits,
            self.now,
        )


def prospect(desk: Desk, customer_id: str) -> Prospect:
    """What the contact form shows and warns with.

    Raises:
        NotAllowed, CustomerGone, Unavailable.
    """
    access.require(desk.actor, Permission.CONTACTS_LOG)
    details = lists.details(desk, customer_id)

    def work(reading: Reading) -> Prospect:
        now = reading.now
        settings = reading.settings
        standing = next_step.of(reading, customer_id, now).standing(now)
        return Prospect(details.row, standing, settings.limits, settings.office_zone, now)

    return desk.store.read(work)


def get(desk: Desk, contact_id: str) -> Contact:
    """The contact, with its notes.

    Raises:
        ContactGone: it is not there.
        NotAllowed, Unavailable.
    """
    access.require(desk.actor, Permission.CUSTOMERS_VIEW, Permission.CUSTOMERS_VIEW_NOTES)
    found = desk.store.read(lambda reading: reading.contacts.get(contact_id))
    if found is None:
        raise ContactGone
    return found


def log(desk: Desk, draft: ContactDraft) -> Logged:
    """Log a contact on any customer, whoever has it; with `draft.claim` claim it as well.

    A next step that still lies in the future is kept where the draft gives none; one that was
    due is fulfilled.

    Raises:
        NotAllowed: the actor may not log (or claim).
        Invalid: a date or the note cannot be stored; names the field.
        Conflict, PolicyRefusal: of the claim; then nothing was logged either.
        CustomerGone, Unavailable.
    """
    needed = [Permission.CONTACTS_LOG]
    if draft.claim:
        needed += [Permission.CUSTOMERS_CLAIM, Permission.CUSTOMERS_HOLD]
    access.require(desk.actor, *needed)
    uid = ownership.signed_in_uid(desk)
    notes = checked_notes(draft.notes)
    changes = Changes.of(
        Topic.CUSTOMERS, Topic.CONTACTS, Topic.FOLLOW_UPS, ids=(draft.customer_id,)
    )

    def work(unit: UnitOfWork) -> Logged:
        act = acts.begin(
            unit, desk, draft.id, EventKind.CONTACT_LOGGED, draft.customer_id, needed,
            with_history=draft.claim,
        )  # fmt: skip
        contact = _contact(act, draft, uid, notes)
        if draft.claim:
            claimed = acts.part(act, "claimed", EventKind.CLAIMED, {})
            unit.events.add([claimed])
            ownership.claim_within(act, uid, claimed.id)
        _store(act, contact, draft)
        unit.events.complete(draft.id, told(contact))
        return Logged(changes, contact=contact)

    return desk.store.act(
        work, done=lambda unit: Logged(changes, True, unit.contacts.get(draft.id))
    )


def _contact(act: Act, draft: ContactDraft, uid: str, notes: str) -> Contact:
    at, due = checked_times(draft.when, draft.next_step, act.at)
    return Contact(draft.id, draft.customer_id, uid, draft.method, draft.outcome, at, notes, due)


def _store(act: Act, contact: Contact, draft: ContactDraft) -> None:
    """Insert the contact and bring the next step and the last interaction in line with it."""
    unit, at = act.unit, contact.at
    assert at is not None  # noqa: S101 - checked_times() gave it
    before = next_step.of(unit, contact.customer_id, act.at)
    newest = before.newest is None or before.newest.at is None or before.newest.at <= at
    standing = before.standing(act.at)
    if contact.next_step is None and newest and draft.standing_follow_up is Keep.KEEP:
        contact = replace(contact, next_step=standing)
    unit.contacts.add(contact)
    if newest and before.plan is not None:
        unit.plans.remove(contact.customer_id)
    if not newest and (draft.next_step is not None or draft.standing_follow_up is Keep.CLEAR):
        # A back-dated contact is not the newest, whose next step counts: its own needs a plan.
        unit.plans.put(
            Plan(contact.customer_id, draft.next_step, act.at, contact.by_uid, "", act.event_id)
        )
    last = act.customer.last_interaction
    if (last is None or last < at) and not unit.customers.set_last_interaction(
        contact.customer_id, last, at
    ):
        raise acts.changed_meanwhile()


def log_within(act: Act, contact: Contact) -> None:
    """Store a contact as part of another act, whoever made it; the act's events are its own.

    Raises:
        Conflict: the customer's last interaction is not as the act saw it.
    """
    draft = ContactDraft(
        contact.id, contact.customer_id, contact.method, contact.outcome,
        next_step=contact.next_step,
    )  # fmt: skip
    _store(act, contact, draft)


def edit(desk: Desk, event_id: str, contact_id: str, draft: ContactDraft) -> Logged:
    """Change a contact; the old values stay in the event.

    Raises:
        NotAllowed: it is not one's own, or the time to edit it is over.
        Invalid: a date or the note cannot be stored; names the field.
        ContactGone, CustomerGone, Unavailable.
    """
    notes = checked_notes(draft.notes)

    def work(unit: UnitOfWork) -> Logged:
        act, seen = _begin_on_contact(unit, desk, event_id, EventKind.CONTACT_EDITED, contact_id)
        unchanged_step = draft.next_step == seen.next_step
        at, due = checked_times(
            draft.when or seen.at, None if unchanged_step else draft.next_step, act.at
        )
        changed = replace(
            seen,
            method=draft.method,
            outcome=draft.outcome,
            at=at,
            notes=notes,
            next_step=seen.next_step if unchanged_step else due,
        )
        if not unit.contacts.change(seen, changed):
            raise acts.changed_meanwhile()
        if not unchanged_step:
            _carry_next_step(act, changed)
        _recompute_last_interaction(act, seen.at, at)
        unit.events.complete(event_id, {"before": told(seen), "after": told(changed)})
        return Logged(_changes_of(seen), contact=changed)

    def done(unit: UnitOfWork) -> Logged:
        contact = unit.contacts.get(contact_id)
        return Logged(_changes_of(contact), True, contact)

    return desk.store.act(work, done=done)


def _carry_next_step(act: Act, contact: Contact) -> None:
    """Make an edited next step the one that counts."""
    newest = act.unit.contacts.newest_one(contact.customer_id, act.at)
    if newest is not None and newest.id == contact.id:
        act.unit.plans.remove(contact.customer_id)
        return
    by = act.actor.uid or contact.by_uid
    act.unit.plans.put(Plan(contact.customer_id, contact.next_step, act.at, by, "", act.event_id))


def delete(desk: Desk, event_id: str, contact_id: str) -> Done:
    """Delete a contact; its values stay in the event.

    Raises:
        NotAllowed: it is not one's own, or the time to edit it is over.
        ContactGone, CustomerGone, Unavailable.
    """

    def work(unit: UnitOfWork) -> Done:
        act, seen = _begin_on_contact(unit, desk, event_id, EventKind.CONTACT_DELETED, contact_id)
        if not unit.contacts.remove(contact_id):
            raise ContactGone
        _recompute_last_interaction(act, seen.at, None)
        unit.events.complete(event_id, {"before": told(seen)})
        return Done(_changes_of(seen))

    return desk.store.act(
        work, done=lambda _: Done(Changes.of(Topic.CUSTOMERS, Topic.CONTACTS), replayed=True)
    )


def editable_until(unit: Reading, contact: Contact, hours: int) -> datetime | None:
    """Until when the contact's own author may edit it.

    Counted from the event that logged it; for rows of others from `contact_date`.
    """
    event = unit.events.get(contact.id)
    logged = event.at if event is not None else contact.at
    return logged + timedelta(hours=hours) if logged is not None else None


def _begin_on_contact(
    unit: UnitOfWork, desk: Desk, event_id: str, kind: EventKind, contact_id: str
) -> tuple[Act, Contact]:
    access.require(desk.actor, Permission.CONTACTS_LOG)
    found = unit.contacts.get(contact_id)
    if found is None:
        if unit.events.get(event_id) is not None:
            raise AlreadyDone(event_id)
        raise ContactGone
    act = acts.begin(
        unit, desk, event_id, kind, found.customer_id, [Permission.CONTACTS_LOG],
        details={"contact": contact_id},
    )  # fmt: skip
    seen = unit.contacts.get(contact_id)
    if seen is None:
        raise ContactGone
    _require_editable(act, seen)
    return act, seen


def _require_editable(act: Act, contact: Contact) -> None:
    """Check that the actor may change this contact now.

    Raises:
        NotAllowed: another's contact, or the time is over, and the actor is no lead.
    """
    actor = act.actor
    if actor.may(Permission.CONTACTS_EDIT_ANY):
        access.confirm(act.unit, actor, Permission.CONTACTS_EDIT_ANY)
        return
    if contact.by_uid != actor.uid:
        raise NotAllowed(
            Permission.CONTACTS_EDIT_ANY,
            "This contact is somebody else's: only a lead may change it.",
        )
    hours = act.unit.settings.number(EDIT_HOURS)
    until = editable_until(act.unit, contact, hours)
    if until is None or act.at > until:
        raise NotAllowed(
            Permission.CONTACTS_EDIT_ANY,
            f"Your own contacts may be changed for {hours} hours; after that only a lead may.",
        )


def _recompute_last_interaction(act: Act, old: datetime | None, new: datetime | None) -> None:
    """Recompute the customer's last interaction if it is this contact's old date.

    Otherwise another application may have set it without a row: then the later date stands.
    """
    unit, customer = act.unit, act.customer
    last = customer.last_interaction
    if old is not None and last == old:
        newest = unit.contacts.newest([customer.id], act.at).get(customer.id)
        wanted = newest
    elif new is not None and (last is None or last < new):
        wanted = new
    else:
        return
    if wanted != last and not unit.customers.set_last_interaction(customer.id, last, wanted):
        raise acts.changed_meanwhile()


def _changes_of(contact: Contact | None) -> Changes:
    ids = (contact.customer_id,) if contact else ()
    return Changes.of(Topic.CUSTOMERS, Topic.CONTACTS, Topic.FOLLOW_UPS, ids=ids)


def told(contact: Contact) -> Details:
    """The contact's values as an event keeps them."""
    return {
        "contact": contact.id,
        "by": contact.by_uid,
        "method": contact.method.value,
        "outcome": contact.outcome.value,
        "at": contact.at.isoformat() if contact.at else None,
        "notes": contact.notes,
        "next_step": contact.next_step.isoformat() if contact.next_step else None,
    }
