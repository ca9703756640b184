"""A next step without a contact (docs/rules.md, "Follow-ups")."""

from __future__ import annotations

from datetime import datetime

from salesdesk.domain.changes import Changes, Topic
from salesdesk.domain.contact import checked_times
from salesdesk.domain.customer import text_faults, tidy
from salesdesk.domain.errors import Conflict, Invalid, Refusal
from salesdesk.domain.events import EventKind
from salesdesk.domain.permissions import Permission
from salesdesk.domain.refusals import Why
from salesdesk.services import access, contact_plans, locked_write, ownership, submission
from salesdesk.services.session import Done, Session
from salesdesk.storage.stores.plans import Plan
from salesdesk.storage.unit_of_work import UnitOfWork

NOTE_LENGTH = 255


def plan(
    session: Session, event_id: str, customer_id: str, due_at: datetime | None, note: str = ""
) -> Done:
    """Set the customer's next step, or clear it with None.

    Raises:
        NotAllowed: the actor may not log contacts.
        Invalid: the date lies in the past or cannot be stored, or the note cannot.
        CustomerGone.
    """
    access.require(session.actor, Permission.CONTACTS_LOG)
    uid = ownership.signed_in_uid(session)
    text = tidy(note)
    if faults := text_faults("note", Why.THE_NOTE, text, NOTE_LENGTH):
        raise Invalid(tuple(faults))
    asked = submission.content(due=due_at, note=text)
    changes = _changes_of(customer_id)

    def work(unit: UnitOfWork, event: str) -> Done:
        said = {"due": due_at.isoformat() if due_at else None, "note": text}
        act = locked_write.begin_write(
            unit, session, event, EventKind.PLANNED, customer_id, [Permission.CONTACTS_LOG],
            details=said, asked=asked,
        )  # fmt: skip
        _, due = checked_times(None, due_at, act.at)
        before = contact_plans.kept(unit.plans.get(customer_id))
        unit.events.complete(event, {**said, "before": before})
        unit.plans.put(Plan(customer_id, due, act.at, uid, text, event))
        return Done(changes)

    return submission.repeat(
        session, event_id, asked, work, replayed=lambda _, __: Done(changes, replayed=True)
    )


def take_back_plan(session: Session, event_id: str, customer_id: str, form_id: str) -> Done:
    """Let the plan stand that stood before a form planned the next step, or cleared it.

    Args:
        form_id: the id of the form's act.

    Raises:
        NotAllowed: the actor may not log contacts.
        Conflict: what the form left is not what stands: it was planned anew, or a contact made it
            its own.
        CustomerGone.
    """
    access.require(session.actor, Permission.CONTACTS_LOG)
    form = session.store.read(lambda reading: submission.stored(reading, form_id))
    if form is None or form.events[0].customer_id != customer_id:
        raise Refusal(Why.NO_STEP_CHANGE)
    earlier = contact_plans.from_kept(customer_id, form.events[0].details.get("before"))
    left = form.last.id

    def work(unit: UnitOfWork) -> Done:
        locked_write.begin_write(
            unit, session, event_id, EventKind.PLANNED, customer_id, [Permission.CONTACTS_LOG],
        )  # fmt: skip
        stands = unit.plans.get(customer_id)
        if stands is None or stands.event_id != left:
            raise Conflict(Why.STEP_CHANGED)
        unit.plans.remove(customer_id)
        if earlier is not None:
            # With the event that made it: deleting the contact that planned it takes it away.
            unit.plans.put(earlier)
        unit.events.complete(event_id, {"before": contact_plans.kept(stands), "undone": form_id})
        return Done(_changes_of(customer_id))

    return session.store.act(work, done=lambda _: Done(_changes_of(customer_id), replayed=True))


def _changes_of(customer_id: str) -> Changes:
    return Changes.of(Topic.CUSTOMERS, Topic.FOLLOW_UPS, ids=(customer_id,))
