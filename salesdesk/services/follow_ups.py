"""A next step without a contact (rules.md, "Follow-ups")."""

from __future__ import annotations

from datetime import datetime

from salesdesk.domain.changes import Changes, Topic
from salesdesk.domain.contact import checked_times
from salesdesk.domain.customer import text_faults, tidy
from salesdesk.domain.errors import Invalid
from salesdesk.domain.events import EventKind
from salesdesk.domain.people import Permission
from salesdesk.services import access, acts, ownership, submission
from salesdesk.services.desk import Desk, Done
from salesdesk.storage.plans import Plan
from salesdesk.storage.unit_of_work import UnitOfWork

NOTE_LENGTH = 255


def plan(
    desk: Desk, event_id: str, customer_id: str, due_at: datetime | None, note: str = ""
) -> Done:
    """Set the customer's next step, or clear it with None.

    Raises:
        NotAllowed: the actor may not log contacts.
        Invalid: the date lies in the past or cannot be stored, or the note cannot.
        CustomerGone, Unavailable.
    """
    access.require(desk.actor, Permission.CONTACTS_LOG)
    uid = ownership.signed_in_uid(desk)
    text = tidy(note)
    if faults := text_faults("note", "The note", text, NOTE_LENGTH):
        raise Invalid(tuple(faults))
    asked = submission.content(due=due_at, note=text)
    changes = Changes.of(Topic.CUSTOMERS, Topic.FOLLOW_UPS, ids=(customer_id,))

    def work(unit: UnitOfWork, event: str) -> Done:
        act = acts.begin(
            unit, desk, event, EventKind.PLANNED, customer_id, [Permission.CONTACTS_LOG],
            details={"due": due_at.isoformat() if due_at else None, "note": text}, asked=asked,
        )  # fmt: skip
        _, due = checked_times(None, due_at, act.at)
        unit.plans.put(Plan(customer_id, due, act.at, uid, text, event))
        return Done(changes)

    return submission.repeat(
        desk, event_id, asked, work, replayed=lambda _, __: Done(changes, replayed=True)
    )
