"""Log, edit and delete contacts (docs/rules.md, "Interactions" and "Follow-ups")."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from salesdesk.domain.changes import Changes, Topic
from salesdesk.domain.contact import (
    Contact,
    ContactDraft,
    Keep,
    checked_notes,
    checked_times,
)
from salesdesk.domain.customer import same_text
from salesdesk.domain.errors import (
    Conflict,
    ContactGone,
    CustomerGone,
    HiddenByLink,
    NotAllowed,
    Refusal,
)
from salesdesk.domain.events import Details, EventKind, derived_id
from salesdesk.domain.idle_clock import Departure, IdleFacts, Limits, departure
from salesdesk.domain.ownership import OwnershipSeen
from salesdesk.domain.people import same_uid
from salesdesk.domain.permissions import Permission
from salesdesk.domain.queries import CustomerRow
from salesdesk.domain.refusals import Why
from salesdesk.domain.settings import EDIT_HOURS
from salesdesk.services import (
    access,
    contact_plans,
    contact_storing,
    locked_write,
    next_step,
    ownership,
    submission,
)
from salesdesk.services.contact_events import (
    contact_of,
    gone,
    moment,
    refuse_if_others_changed,
    to_dict,
)
from salesdesk.services.locked_write import CustomerWrite
from salesdesk.services.session import Done, Session
from salesdesk.services.submission import Stored
from salesdesk.services.viewer import viewer_of
from salesdesk.storage.reads import customers
from salesdesk.storage.stores.events import AlreadyDone
from salesdesk.storage.unit_of_work import Reading, UnitOfWork

#: The fields of the form that a contact is edited by.
FIELDS = ("method", "outcome", "at", "notes", "next_step")

_LABELS = {
    "method": Why.FIELD_METHOD,
    "outcome": Why.FIELD_OUTCOME,
    "at": Why.FIELD_WHEN,
    "notes": Why.FIELD_NOTE,
    "next_step": Why.FIELD_NEXT_STEP,
}


class EditConflict(Conflict):
    """Somebody else changed a field of the form meanwhile.

    Attributes:
        current: the contact as it now is.
        fields: the fields at odds, of `FIELDS`.
    """

    def __init__(self, current: Contact, fields: tuple[str, ...]) -> None:
        super().__init__(Why.FIELDS_CHANGED, fields=tuple(_LABELS[field] for field in fields))
        self.field = fields[0]
        self.current = current
        self.fields = fields


@dataclass(frozen=True, slots=True)
class Logged(Done):
    """A contact was logged or edited.

    Attributes:
        claimed: the binding that 'Log and claim' made; None: it claimed nothing.
    """

    contact: Contact | None = None
    claimed: OwnershipSeen | None = None


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
        if self.row.owner_uid is None or self.row.out is not None:
            return None
        return departure(
            IdleFacts(
                created_at=self.row.created_at,
                binding_start=self.row.owned_since,
                last_interaction=max(at, self.row.last_contact or at),
                newest_contact=None,
                status=self.row.status,
                # What keeps it beyond the rules: a protection, an absence or the closed office.
                protected_until=(
                    stands.leaves_at
                    if (stands := self.row.departure) and stands.unprotected_at is not None
                    else self.row.protected_until
                ),
            ),
            self.limits,
            self.now,
        )


def prospect(session: Session, customer_id: str) -> Prospect:
    """What the contact form shows and warns with.

    Raises:
        NotAllowed, CustomerGone.
    """
    access.require(session.actor, Permission.CONTACTS_LOG, Permission.CUSTOMERS_VIEW)

    pool_phones = session.actor.may(Permission.CUSTOMERS_VIEW_PHONE_IN_POOL)

    def work(reading: Reading) -> Prospect | None:
        asked = customers.single(pool_phones=pool_phones)
        found = reading.at_clock(asked, {"of_customer": customer_id})
        viewer = viewer_of(session, reading)
        row = customers.single_row(found, viewer)
        if row is None:
            return None
        ahead = row.next_step is not None and row.next_step > viewer.now
        standing = row.next_step if ahead else None
        return Prospect(
            row, standing, viewer.settings.limits, viewer.settings.office_zone, viewer.now
        )

    found = session.store.read(work)
    if found is None:
        raise CustomerGone(customer_id)
    return found


def get(session: Session, contact_id: str) -> Contact:
    """The contact, with its notes.

    Raises:
        ContactGone: it is not there.
        NotAllowed.
    """
    access.require(session.actor, Permission.CUSTOMERS_VIEW, Permission.CUSTOMERS_VIEW_NOTES)
    found = session.store.read(lambda reading: reading.contacts.get(contact_id))
    if found is None:
        raise ContactGone(Why.CONTACT_GONE)
    return found


def log(session: Session, draft: ContactDraft) -> Logged:
    """Log a contact on any customer, whoever has it; with `draft.claim` claim it as well.

    A next step that still lies in the future is kept where the draft gives none; one that was
    due is fulfilled. Of a customer that is linked to another it is logged on the one that stays.

    Raises:
        NotAllowed: the actor may not log (or claim).
        Invalid: a date or the note cannot be stored; names the field.
        Conflict, PolicyRefusal: of the claim; then nothing was logged either.
        EditConflict: an earlier try went through with other content, and somebody changed that.
        CustomerGone.
    """
    try:
        return _log(session, draft)
    except HiddenByLink as hidden:
        return _log(session, replace(draft, customer_id=hidden.winner_id))


def _log(session: Session, draft: ContactDraft) -> Logged:
    needed = [Permission.CONTACTS_LOG]
    if draft.claim:
        needed += [Permission.CUSTOMERS_CLAIM, Permission.CUSTOMERS_HOLD]
    access.require(session.actor, *needed)
    uid = ownership.signed_in_uid(session)
    notes = checked_notes(draft.notes)
    asked = _content(draft, notes)
    changes = _changes_on(draft.customer_id)
    if draft.claim:
        changes |= ownership.changes_of(draft.customer_id)

    def work(unit: UnitOfWork) -> Logged:
        logged: list[contact_storing.ToStore] = []

        def details(act: CustomerWrite) -> Details:
            contact = _contact(act, draft, uid, notes)
            before = next_step.on(contact_storing.ground(act))
            logged.append(contact_storing.to_store(contact, draft, act.at, before))
            return logged[0].kept

        act = locked_write.begin_write(
            unit, session, draft.id, EventKind.CONTACT_LOGGED, draft.customer_id, needed,
            details=details, asked=asked, with_history=draft.claim,
        )  # fmt: skip
        standing = None
        if draft.claim:
            claimed = locked_write.part(act, "claimed", EventKind.CLAIMED, {})
            unit.events.add([claimed])
            owned = ownership.claim_within(act, uid, claimed.id)
            standing = OwnershipSeen(owned.owner_uid, owned.since)
        contact_storing.store(act, logged[0])
        if not draft.claim:
            contact_storing.leave(act, logged[0])
        return Logged(changes, contact=logged[0].contact, claimed=standing)

    def replayed(unit: UnitOfWork, _: Stored) -> Logged:
        claimed = unit.events.get(derived_id(draft.id, "claimed")) if draft.claim else None
        standing = OwnershipSeen(uid, moment(claimed.details.get("since"))) if claimed else None
        return Logged(changes, True, unit.contacts.get(draft.id), standing)

    return submission.submit(
        session,
        draft.id,
        asked,
        work,
        replayed=replayed,
        change=lambda found: _log_otherwise(session, draft, asked, found),
    )


def _content(draft: ContactDraft, notes: str) -> Details:
    return submission.content(
        method=draft.method,
        outcome=draft.outcome,
        notes=notes,
        when=draft.when if draft.when_typed else None,
        next_step=draft.next_step,
        standing=draft.standing_follow_up,
        claim=draft.claim,
    )


def _log_otherwise(session: Session, draft: ContactDraft, asked: Details, found: Stored) -> Logged:
    """Make the contact that an earlier try of this form logged into what is typed now."""
    standing = None
    if draft.claim and not found.asked("claim"):
        owned = ownership.claim(session, derived_id(found.next_id, "claimed"), draft.customer_id)
        standing = OwnershipSeen(owned.owner_uid, owned.since)
    elif found.asked("claim") and not draft.claim:
        owning = derived_id(found.next_id, "released")
        ownership.release(session, owning, draft.customer_id, OwnershipSeen(session.actor.uid))
    before = contact_of(found.last.details)
    step = draft.next_step
    if (step, draft.standing_follow_up) == (
        moment(found.asked("next_step")),
        found.asked("standing"),
    ):
        step = before.next_step
    elif step is None and draft.standing_follow_up is Keep.KEEP:
        step = moment(found.events[0].details.get("stood"))
    typed = draft.when if draft.when_typed else None
    when = typed if typed is not None else contact_of(found.events[0].details).at
    changed = replace(draft, when=when, next_step=step)
    return replace(_edit(session, found.next_id, before, changed, asked), claimed=standing)


def _contact(act: CustomerWrite, draft: ContactDraft, uid: str, notes: str) -> Contact:
    at, due = checked_times(draft.when, draft.next_step, act.at, draft.typed_at)
    return Contact(draft.id, draft.customer_id, uid, draft.method, draft.outcome, at, notes, due)


def edit(session: Session, event_id: str, seen: Contact, draft: ContactDraft) -> Logged:
    """Change what differs from the contact as it was seen; the old values stay in the event.

    Args:
        seen: the contact as the form was opened with it.

    Raises:
        NotAllowed: it is not one's own, or the time to edit it is over.
        Invalid: a date or the note cannot be stored; names the field.
        EditConflict: somebody changed one of the same fields meanwhile.
        ContactGone, CustomerGone.
    """
    return _edit(session, event_id, seen, draft, None)


def _edit(
    session: Session, event_id: str, seen: Contact, draft: ContactDraft, asked: Details | None
) -> Logged:
    """The edit, as an act of its own or (with `asked`) as the change of what a form stored."""
    notes = seen.notes if same_text(draft.notes, seen.notes) else checked_notes(draft.notes)
    wanted = asked or _content(draft, notes)

    def work(unit: UnitOfWork) -> Logged:
        act, stands = _begin_on_contact(
            unit, session, event_id, EventKind.CONTACT_EDITED, seen.id, wanted
        )
        typed = _typed(seen, draft, notes, act.at)
        fields = tuple(f for f in FIELDS if getattr(typed, f) != getattr(seen, f))
        _refuse_if_at_odds(stands, seen, typed, fields)
        changed = replace(stands, **{field: getattr(typed, field) for field in fields})
        due = next_step.of(unit, act.customer.id, act.at).due_at
        if not unit.contacts.change(stands, changed):
            raise locked_write.changed_meanwhile()
        taken = contact_plans.carry(act, stands, changed, due)
        _recompute_last_interaction(act, stands.at, changed.at)
        kept = {"before": to_dict(stands), "after": to_dict(changed), **contact_plans.taken(taken)}
        unit.events.complete(event_id, {"contact": seen.id, **kept})
        return Logged(_changes_of(stands), contact=changed)

    def replayed(unit: UnitOfWork, _: Stored) -> Logged:
        return Logged(_changes_of(seen), True, unit.contacts.get(seen.id))

    def change(found: Stored) -> Logged:
        return _edit(session, found.next_id, contact_of(found.last.details), draft, wanted)

    return submission.submit(session, event_id, wanted, work, replayed=replayed, change=change)


def _typed(seen: Contact, draft: ContactDraft, notes: str, now: datetime) -> Contact:
    """The contact as the form has it; what is as it was seen is not judged anew."""
    same_step = draft.next_step == seen.next_step
    same_moment = draft.when is None or draft.when == seen.at
    at, due = checked_times(
        now if same_moment else draft.when,
        None if same_step else draft.next_step,
        now,
        draft.typed_at,
    )
    return replace(
        seen,
        method=draft.method,
        outcome=draft.outcome,
        at=seen.at if same_moment else at,
        notes=notes,
        next_step=seen.next_step if same_step else due,
    )


def _refuse_if_at_odds(
    stands: Contact, seen: Contact, typed: Contact, fields: tuple[str, ...]
) -> None:
    """Check that nobody changed to something else what the form changes.

    Raises:
        EditConflict: names the fields.
    """
    at_odds = tuple(
        field
        for field in fields
        if getattr(stands, field) not in (getattr(seen, field), getattr(typed, field))
    )
    if at_odds:
        raise EditConflict(stands, at_odds)


def delete(
    session: Session,
    event_id: str,
    contact_id: str,
    *,
    claimed: OwnershipSeen | None = None,
    undoes: bool = False,
) -> Done:
    """Delete a contact; its values stay in the event.

    The plan that it fulfilled or replaced stands again, the one that it made goes.

    Args:
        claimed: the binding that was made with the contact, which ends with it.
        undoes: the actor takes back the contact that they logged, or brought back, which stays
            where it is not as they left it.

    Raises:
        NotAllowed: it is not one's own, or the time to edit it is over.
        Conflict: the binding is not the one that was made, or somebody else changed the contact
            that is taken back; nothing is deleted either.
        ContactGone, CustomerGone.
    """
    if claimed is not None:
        access.require(session.actor, Permission.CUSTOMERS_HOLD)

    def work(unit: UnitOfWork) -> Done:
        act, seen = _begin_on_contact(
            unit, session, event_id, EventKind.CONTACT_DELETED, contact_id,
            with_history=claimed is not None,
        )  # fmt: skip
        if undoes:
            refuse_if_others_changed(act, seen)
        if not unit.contacts.remove(contact_id):
            raise ContactGone(Why.CONTACT_GONE)
        plans = contact_plans.undo(unit, seen.customer_id, {contact_id})
        _recompute_last_interaction(act, seen.at, None)
        unit.events.complete(event_id, {"before": to_dict(seen), "plans": plans})
        if claimed is None:
            return Done(_changes_of(seen))
        released = locked_write.part(act, "released", EventKind.RELEASED, {})
        unit.events.add([released])
        ownership.release_within(act, claimed, released.id)
        return Done(_changes_of(seen) | ownership.changes_of(seen.customer_id))

    return session.store.act(
        work, done=lambda _: Done(Changes.of(Topic.CUSTOMERS, Topic.CONTACTS), replayed=True)
    )


def restore(session: Session, event_id: str, deletion_id: str) -> Logged:
    """Bring a deleted contact back with its id, its values and the plan that stood beside it.

    Args:
        deletion_id: the event of the deletion.

    Raises:
        NotAllowed: somebody else deleted it, or the time to edit is over.
        Conflict: it is there already.
        CustomerGone.
    """
    access.require(session.actor, Permission.CONTACTS_LOG)
    deletion = session.store.read(lambda reading: reading.events.get(deletion_id))
    if deletion is None or deletion.kind != EventKind.CONTACT_DELETED:
        raise Refusal(Why.NO_DELETED_CONTACT)
    contact = contact_of({"after": deletion.details["before"]})

    def work(unit: UnitOfWork) -> Logged:
        act = locked_write.begin_write(
            unit, session, event_id, EventKind.CONTACT_RESTORED, contact.customer_id,
            [Permission.CONTACTS_LOG], details={**to_dict(contact), "deletion": deletion_id},
        )  # fmt: skip
        hours = act.unit.settings.number(EDIT_HOURS)
        _require_own(act, deletion.actor_uid, deletion.at + timedelta(hours=hours), hours)
        if unit.contacts.get(contact.id) is not None:
            raise Conflict(Why.CONTACT_IS_BACK)
        unit.contacts.add(contact)
        contact_plans.restore(unit, contact.customer_id, deletion.details.get("plans"))
        _recompute_last_interaction(act, None, contact.at)
        return Logged(_changes_of(contact), contact=contact)

    return session.store.act(
        work, done=lambda _: Logged(_changes_of(contact), replayed=True, contact=contact)
    )


def editable_until(unit: Reading, contact: Contact, hours: int) -> datetime | None:
    """Until when the contact's own author may edit it.

    Counted from the event that logged it; for rows of others from `contact_date`.
    """
    event = unit.events.get(contact.id)
    logged = event.at if event is not None else contact.at
    return logged + timedelta(hours=hours) if logged is not None else None


def _begin_on_contact(
    unit: UnitOfWork,
    session: Session,
    event_id: str,
    kind: EventKind,
    contact_id: str,
    asked: Details | None = None,
    *,
    with_history: bool = False,
) -> tuple[CustomerWrite, Contact]:
    access.require(session.actor, Permission.CONTACTS_LOG)
    found = unit.contacts.get(contact_id)
    if found is None:
        if unit.events.get(event_id) is not None:
            raise AlreadyDone(event_id)
        raise gone(unit, session, contact_id)
    act = locked_write.begin_write(
        unit, session, event_id, kind, found.customer_id, [Permission.CONTACTS_LOG],
        details={"contact": contact_id}, asked=asked, with_history=with_history,
    )  # fmt: skip
    seen = unit.contacts.get(contact_id)
    if seen is None:
        raise gone(unit, session, contact_id)
    hours = act.unit.settings.number(EDIT_HOURS)
    _require_own(act, seen.by_uid, editable_until(unit, seen, hours), hours)
    return act, seen


def _require_own(
    act: CustomerWrite, by_uid: str | None, until: datetime | None, hours: int
) -> None:
    """Check that the actor may change, or bring back, what this person wrote or deleted.

    Raises:
        NotAllowed: it is another's, or the time is over, and the actor is no lead.
    """
    actor = act.actor
    if actor.may(Permission.CONTACTS_EDIT_ANY):
        access.confirm(act.unit, actor, Permission.CONTACTS_EDIT_ANY)
        return
    if not same_uid(by_uid, actor.uid):
        raise NotAllowed(
            Permission.CONTACTS_EDIT_ANY,
            Why.CONTACT_OF_ANOTHER,
        )
    if until is None or act.at > until:
        raise NotAllowed(Permission.CONTACTS_EDIT_ANY, Why.CONTACT_TOO_OLD, hours=hours)


def _recompute_last_interaction(
    act: CustomerWrite, old: datetime | None, new: datetime | None
) -> None:
    """Recompute the customer's last interaction if it is this contact's old date.

    Otherwise another application may have set it without a row: then the later date stands.
    """
    unit, customer = act.unit, act.customer
    last = customer.last_interaction
    if old is not None and last == old:
        wanted = unit.contacts.newest([customer.id], act.at).get(customer.id)
    elif new is not None and (last is None or last < new):
        wanted = new
    else:
        return
    if wanted != last and not unit.customers.set_last_interaction(customer.id, last, wanted):
        raise locked_write.changed_meanwhile()


def _changes_of(contact: Contact | None) -> Changes:
    return _changes_on(*((contact.customer_id,) if contact else ()))


def _changes_on(*customer_ids: str) -> Changes:
    return Changes.of(Topic.CUSTOMERS, Topic.CONTACTS, Topic.FOLLOW_UPS, ids=customer_ids)
