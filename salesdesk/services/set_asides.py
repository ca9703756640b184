"""Setting a customer aside as lost or not to be contacted, and taking it back.

Source: docs/rules.md, "Set aside". It changes neither owner nor status nor clock: the row of a
table of SalesDesk's own is all there is, and the summary follows it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from salesdesk.domain.changes import Changes, Topic
from salesdesk.domain.customer import text_faults, tidy
from salesdesk.domain.errors import Conflict, FieldFault, Invalid, Refusal
from salesdesk.domain.events import Details, Event, EventKind
from salesdesk.domain.ownership import OwnershipSeen
from salesdesk.domain.people import same_uid
from salesdesk.domain.permissions import Permission
from salesdesk.domain.refusals import Reason, Why
from salesdesk.domain.round import OutOfRound
from salesdesk.domain.set_aside import NOTE_LENGTH, REASONS, Aside, AsideReason, SetAside
from salesdesk.services import access, bulk, locked_write, ownership, submission
from salesdesk.services.bulk import Batch
from salesdesk.services.locked_write import CustomerWrite
from salesdesk.services.session import Done, Session
from salesdesk.storage.unit_of_work import UnitOfWork


def set_aside(
    session: Session, event_id: str, customer_id: str, aside: Aside, seen: OwnershipSeen
) -> Done:
    """Take a customer out of the round; one that is set aside already gets the new reason.

    Args:
        seen: who had the customer when that was decided; without an owner it is available.

    Raises:
        NotAllowed: the actor neither has the customer nor is a lead.
        Invalid: there is no reason, or the words cannot be kept.
        Conflict: somebody else has the customer.
        CustomerGone.
    """
    needed = _needed(session, seen)
    by, wanted = ownership.signed_in_uid(session), _checked(aside)
    asked = submission.content(word=wanted.word, reason=wanted.reason, note=wanted.note)

    def work(unit: UnitOfWork, event: str) -> Done:
        act = locked_write.begin_write(
            unit, session, event, EventKind.SET_ASIDE, customer_id, [needed],
            details=said(wanted), asked=asked,
        )  # fmt: skip
        _refuse_if_not_as_seen(act, seen)
        before = unit.set_asides.get(customer_id)
        _remove(unit, before)
        unit.set_asides.put(SetAside(customer_id, wanted, by, act.at, event))
        unit.events.complete(event, {**said(wanted), "before": kept(before)})
        return Done(_changes_of(customer_id))

    return submission.repeat(
        session,
        event_id,
        asked,
        work,
        replayed=lambda _, __: Done(_changes_of(customer_id), replayed=True),
    )


def take_back(session: Session, event_id: str, customer_id: str, seen: OwnershipSeen) -> Done:
    """Put a customer into the round again, with the clock as it went on meanwhile.

    Raises:
        NotAllowed: the actor neither has the customer nor is a lead.
        Conflict: it is not set aside, or somebody else has it.
        CustomerGone.
    """
    needed = _needed(session, seen)
    # The form that sets aside takes back too: one id, told apart by what was asked.
    asked = submission.content(word=None, reason=None, note=None)

    def work(unit: UnitOfWork, event: str) -> Done:
        act = locked_write.begin_write(
            unit, session, event, EventKind.TAKEN_BACK, customer_id, [needed], asked=asked,
        )  # fmt: skip
        _refuse_if_not_as_seen(act, seen)
        before = unit.set_asides.get(customer_id)
        if before is None:
            raise Conflict(Why.NOT_ASIDE)
        _remove(unit, before)
        unit.events.complete(event, {"before": kept(before)})
        return Done(_changes_of(customer_id))

    return submission.repeat(
        session,
        event_id,
        asked,
        work,
        replayed=lambda _, __: Done(_changes_of(customer_id), replayed=True),
    )


def undo(session: Session, event_id: str, customer_id: str, form_id: str) -> Done:
    """Let the customer be as it was before a form set it aside, or took it back.

    Args:
        form_id: the id of the form's act, or of an earlier undoing.

    Raises:
        NotAllowed: the actor neither has the customer nor is a lead.
        Conflict: what the form left is not what stands.
        CustomerGone.
    """
    if session.actor.uid is None or not session.actor.may(Permission.CUSTOMERS_HOLD):
        access.require(session.actor, Permission.CUSTOMERS_RELEASE_ANY)
    form = session.store.read(lambda reading: submission.stored(reading, form_id))
    if form is None or form.events[0].customer_id != customer_id:
        raise Refusal(Why.NO_ASIDE_CHANGE)
    earlier, left = _earlier(form.events[0]), form.last
    kind = EventKind.SET_ASIDE if earlier is not None else EventKind.TAKEN_BACK

    def work(unit: UnitOfWork) -> Done:
        act = locked_write.begin_write(unit, session, event_id, kind, customer_id, [])
        own = same_uid(locked_write.owner_of(act.customer), session.actor.uid)
        access.confirm(
            unit, session.actor,
            Permission.CUSTOMERS_HOLD if own else Permission.CUSTOMERS_RELEASE_ANY,
        )  # fmt: skip
        stands = unit.set_asides.get(customer_id)
        expected = left.id if left.kind == EventKind.SET_ASIDE else None
        if (stands.event_id if stands else None) != expected:
            raise Conflict(Why.ASIDE_CHANGED)
        _remove(unit, stands)
        more: dict[str, object] = {"before": kept(stands), "undone": form_id}
        if earlier is not None:
            unit.set_asides.put(replace(earlier, event_id=event_id))
            more |= said(earlier.aside)
        unit.events.complete(event_id, more)
        return Done(_changes_of(customer_id))

    return session.store.act(work, done=lambda _: Done(_changes_of(customer_id), replayed=True))


def undo_all(session: Session, batch_id: str, forms: Mapping[str, str]) -> Batch:
    """Let each customer be as it was before the form named beside it.

    Raises:
        NotAllowed: the actor may do none of it.
        Unavailable: as of `bulk.claim`.
    """
    lead = session.actor.may(Permission.CUSTOMERS_RELEASE_ANY)
    needed = Permission.CUSTOMERS_RELEASE_ANY if lead else Permission.CUSTOMERS_HOLD
    return bulk.each(
        session, batch_id, EventKind.SET_ASIDE, tuple(forms),
        lambda event, one: undo(session, event, one, forms[one]), (needed,),
    )  # fmt: skip


def _needed(session: Session, seen: OwnershipSeen) -> Permission:
    """What the act needs: whoever has the customer may, and a lead.

    Raises:
        NotAllowed: the actor is neither.
    """
    uid = session.actor.uid
    own = uid is not None and same_uid(seen.owner_uid, uid)
    needed = Permission.CUSTOMERS_HOLD if own else Permission.CUSTOMERS_RELEASE_ANY
    access.require(session.actor, needed)
    return needed


def _refuse_if_not_as_seen(act: CustomerWrite, seen: OwnershipSeen) -> None:
    if seen.owner_uid is None:
        ownership.refuse_if_owned(act)
    else:
        ownership.refuse_if_not_as_seen(act, seen)


def _checked(aside: Aside) -> Aside:
    note = tidy(aside.note)
    faults = list(text_faults("note", Why.THE_REASON, note, NOTE_LENGTH))
    reason = aside.reason if aside.reason in REASONS[aside.word] else None
    if reason is None and not note:
        faults.append(FieldFault("reason", Reason.of(Why.ASIDE_WITHOUT_REASON)))
    if faults:
        raise Invalid(tuple(faults))
    return Aside(aside.word, reason, note)


def _remove(unit: UnitOfWork, stands: SetAside | None) -> None:
    if stands is not None:
        locked_write.must_match(unit.set_asides.remove(stands), 1)


def said(aside: Aside) -> dict[str, object]:
    """Word, reason and note as an event keeps them."""
    reason = aside.reason.value if aside.reason else None
    return {"word": aside.word.value, "reason": reason, "note": aside.note}


def kept(one: SetAside | None) -> Details | None:
    """A row as an event keeps it."""
    if one is None:
        return None
    return {**said(one.aside), "by": one.by_uid, "at": one.at.isoformat(), "event": one.event_id}


def _earlier(event: Event) -> SetAside | None:
    """The row that stood before an act, from its event."""
    return read(str(event.customer_id), event.details.get("before"))


def read(customer_id: str, row: object) -> SetAside | None:
    """A row as `kept` wrote it into an event."""
    if not isinstance(row, dict):
        return None
    reason = AsideReason(row["reason"]) if row["reason"] else None
    aside = Aside(OutOfRound(row["word"]), reason, row["note"])
    return SetAside(customer_id, aside, row["by"], datetime.fromisoformat(row["at"]), row["event"])


def _changes_of(customer_id: str) -> Changes:
    return Changes.of(Topic.CUSTOMERS, Topic.OWNERSHIP, Topic.FOLLOW_UPS, ids=(customer_id,))
