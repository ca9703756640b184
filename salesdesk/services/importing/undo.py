"""Taking back an import (docs/rules.md, "Taking back an import").

Lock the rows; then, in later statements, look for orders, contacts and events of others; only
then delete. Whoever has any is kept, and listed. Contacts and fields that the import added to
customers who were there before are taken out where they are still as it left them.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from salesdesk.domain.changes import Changes, Topic
from salesdesk.domain.customer import Customer
from salesdesk.domain.errors import Refusal
from salesdesk.domain.events import Event, EventKind, derived_id
from salesdesk.domain.importing import ImportOutcome, Kept
from salesdesk.domain.ownership import UnbindingReason
from salesdesk.domain.permissions import Permission
from salesdesk.domain.refusals import Reason, Why
from salesdesk.services import access, contact_plans, ownership
from salesdesk.services.importing.request import Stopped, Told
from salesdesk.services.session import Done, Session
from salesdesk.storage.unit_of_work import UnitOfWork

_log = logging.getLogger(__name__)

#: Customers of one transaction: as few as a release locks at once.
BATCH = 50


@dataclass(frozen=True, slots=True)
class TakenBack(Done):
    """What the taking back of an import came to.

    Attributes:
        deleted: customers.
        contacts: removed, those of deleted customers included.
        emptied: customers whose filled fields are empty again.
        kept: customers who stay with what the import brought, each with the reason.
    """

    deleted: int = 0
    contacts: int = 0
    emptied: int = 0
    kept: tuple[Kept, ...] = ()


def take_back(
    session: Session, act_id: str, import_id: str, told: Told, stopped: Callable[[], bool]
) -> TakenBack:
    """Take back what an import made, as far as nobody has worked on it since.

    An import that is still running stops. It may be run again: what is gone is gone, and who was
    kept is looked at once more.

    Args:
        act_id: made by the client; its events derive from it.
        told: called with the number of customers done.

    Raises:
        NotAllowed: the actor may not import.
        Refusal: there is no such import.
        Stopped: it was stopped; what is gone stays gone.
        Unavailable: the database is out of reach; it can be run again.
    """
    access.require(session.actor, Permission.DATA_IMPORT)
    ownership.signed_in_uid(session)
    _mark(session, act_id, import_id)
    ids = session.store.read(lambda reading: reading.imports.touched(import_id))
    total = TakenBack(Changes.of(Topic.CUSTOMERS, Topic.CONTACTS, Topic.FOLLOW_UPS))
    for begin in range(0, len(ids), BATCH):
        if stopped():
            raise Stopped(begin)
        part = ids[begin : begin + BATCH]
        batch_id = derived_id(act_id, f"batch {begin}")
        done = session.store.act(partial(_work, session, import_id, batch_id, part), done=_nothing)
        total = _sum(total, done)
        told(min(begin + BATCH, len(ids)))
    _log.info(
        "Import %s is undone: %d customers and %d contacts deleted, %d emptied, %d kept",
        import_id, total.deleted, total.contacts, total.emptied, len(total.kept),
    )  # fmt: skip
    return total


def _mark(session: Session, act_id: str, import_id: str) -> None:
    """Note that the import is taken back, before anything of it is looked for.

    One that is still running on another desktop counts each of its batches under this row, and
    writes none after the mark; what it wrote before is in the list that is read afterwards.
    """

    def work(unit: UnitOfWork) -> None:
        if unit.imports.get(import_id) is None:
            raise Refusal(Why.NO_SUCH_IMPORT)
        at = unit.clock()
        details = {"import": import_id}
        unit.events.begin(
            Event(act_id, at, EventKind.IMPORT_TAKEN_BACK, None, session.actor.uid, details)
        )
        access.confirm(unit, session.actor, Permission.DATA_IMPORT)
        unit.imports.set_outcome(import_id, ImportOutcome.TAKEN_BACK, at)

    session.store.act(work, done=lambda _: None)


def _nothing(unit: UnitOfWork) -> TakenBack:
    """The batch was committed, and the answer lost with the connection."""
    del unit
    return TakenBack(Changes(), True)


def _sum(total: TakenBack, part: TakenBack) -> TakenBack:
    return TakenBack(
        total.changes,
        total.replayed,
        total.deleted + part.deleted,
        total.contacts + part.contacts,
        total.emptied + part.emptied,
        total.kept + part.kept,
    )


def _work(
    session: Session, import_id: str, batch_id: str, ids: Sequence[str], unit: UnitOfWork
) -> TakenBack:
    locked = unit.customers.lock(ids)
    at = unit.clock()
    uid = session.actor.uid
    unit.events.begin(
        Event(batch_id, at, EventKind.IMPORT_TAKEN_BACK, None, uid, {"import": import_id})
    )
    access.confirm(unit, session.actor, Permission.DATA_IMPORT)
    made = unit.imports.made(import_id, ids) & locked.keys()
    ties = unit.imports.foreign_ties(import_id, sorted(made)) if made else {}
    kept = [
        Kept(one, locked[one].name, Reason.of(ties[one])) for one in sorted(made) if one in ties
    ]
    gone = sorted(made - ties.keys())
    contacts_of = unit.imports.contacts_of(import_id, ids)
    edited = unit.imports.contacts_changed(import_id, ids)
    others = {one: row for one, row in locked.items() if one not in made}
    kept += [
        Kept(one, row.name, Reason.of(Why.IMPORTED_CONTACT_CHANGED))
        for one, row in others.items()
        if any(contacts_of[contact] == one for contact in edited)
    ]
    leaving = [one for one, of in contacts_of.items() if of not in ties and one not in edited]
    moments = unit.imports.moments_of(leaving)
    removed = unit.imports.remove_contacts(leaving)
    for one in others:
        contact_plans.undo(unit, one, [each for each in leaving if contacts_of[each] == one])
    for one, row in others.items():
        if (one, row.last_interaction) in moments:
            newest = unit.contacts.newest([one], at).get(one)
            unit.customers.set_last_interaction(one, row.last_interaction, newest)
    emptied = _empty_again(unit, import_id, others)
    # The binding that the import made is no tie; its row stays, closed.
    unit.bindings.close(unit.imports.own_bindings(gone), at, UnbindingReason.MANUAL_RELEASE)
    deleted = unit.imports.remove_customers(gone)
    touched = [*gone, *sorted(others)]
    unit.events.add(
        Event(derived_id(batch_id, one), at, EventKind.IMPORT_TAKEN_BACK, one, uid,
              {"import": import_id, "deleted": one in made}, batch_id=batch_id)
        for one in touched
    )  # fmt: skip
    return TakenBack(Changes(), False, deleted, removed, emptied, tuple(kept))


def _empty_again(unit: UnitOfWork, import_id: str, locked: Mapping[str, Customer]) -> int:
    """Undo what was filled, where it is still as it was filled."""
    emptied = 0
    for customer_id, before, after in unit.imports.fillings(import_id, sorted(locked)):
        emptied += unit.customers.change(customer_id, before, after)
    return emptied
