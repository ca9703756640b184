"""The order in which every act on a customer writes (docs/rules.md, "How every act writes").

Lock by primary key; then, in a new statement, the clock; then the act's event; then read what
the decision rests on; then write what is still as it was seen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from salesdesk.domain.customer import Customer
from salesdesk.domain.errors import Conflict, CustomerGone, HiddenByLink, Refusal
from salesdesk.domain.events import ASKED, Details, Event, EventKind, derived_id
from salesdesk.domain.moments import DAY, credible
from salesdesk.domain.ownership import (
    Binding,
    BindingRows,
    BindingStatus,
    healing,
)
from salesdesk.domain.people import Actor, same_uid
from salesdesk.domain.permissions import Permission
from salesdesk.domain.refusals import Why
from salesdesk.domain.round import OutOfRound
from salesdesk.domain.summary import CustomerFacts, HistoryFacts
from salesdesk.services import access
from salesdesk.services.session import Session
from salesdesk.storage import under_lock
from salesdesk.storage.stores.bindings import HistoryRows
from salesdesk.storage.stores.events import AlreadyDone
from salesdesk.storage.stores.summaries import Known
from salesdesk.storage.under_lock import Ground
from salesdesk.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class CustomerWrite:
    """An act under way on one locked customer.

    Attributes:
        at: the act's one moment, the same in every row that it writes.
        customer: the customer's row as it is under the lock.
        history: its open history rows; empty where the act does not touch ownership.
        ground: what else was read under the lock; None where the act is a part of another one.
    """

    unit: UnitOfWork
    actor: Actor
    event_id: str
    at: datetime
    customer: Customer
    history: HistoryRows
    ground: Ground | None = None


def begin_write(
    unit: UnitOfWork,
    session: Session,
    event_id: str,
    kind: EventKind,
    customer_id: str,
    permissions: Sequence[Permission],
    *,
    details: Details | Callable[[CustomerWrite], Details] | None = None,
    asked: Details | None = None,
    with_history: bool = False,
) -> CustomerWrite:
    """Lock the customer, read the clock and what the act decides on, write the act's event.

    Args:
        details: what the event keeps; where it depends on what was read, what makes it of that,
            by reading alone.
        asked: the content of the form; see `submission`.

    Raises:
        CustomerGone: the row is not there.
        AlreadyDone: the act was committed before.
        NotAllowed: the actor's role does not allow it any more.
        Refusal: of what makes the details.
    """
    customer = unit.customers.lock([customer_id]).get(customer_id)
    if customer is None:
        if unit.events.get(event_id) is not None:
            raise AlreadyDone(event_id)
        raise CustomerGone(customer_id)
    ground = under_lock.read(unit, customer_id, session.actor.uid, with_history=with_history)
    at = moment(ground.now, customer, ground.history)
    act = CustomerWrite(unit, session.actor, event_id, at, customer, ground.history, ground)
    kept, refused = _details(act, details)
    if asked is not None:
        kept = {**kept, ASKED: dict(asked)}
    # Before any refusal: an act that was committed before is done, whatever stands now.
    unit.events.begin(Event(event_id, at, kind, customer_id, session.actor.uid, kept))
    access.confirm(unit, session.actor, *permissions)
    if ground.found.facts.out is OutOfRound.LINKED:
        raise hidden_by_link(unit, customer_id)
    if refused is not None:
        raise refused
    return act


def hidden_by_link(unit: UnitOfWork, customer_id: str) -> HiddenByLink:
    """The refusal of an act on a customer that is linked to another: it names that one."""
    winner_id = unit.links.shown(customer_id)
    winner = unit.customers.get(winner_id)
    name = (winner.name or winner.company or winner.phone) if winner is not None else ""
    return HiddenByLink(winner_id, name)


def _details(
    act: CustomerWrite, details: Details | Callable[[CustomerWrite], Details] | None
) -> tuple[Details, Refusal | None]:
    if not callable(details):
        return details or {}, None
    try:
        return details(act), None
    except Refusal as refused:
        return {}, refused


def moment(now: datetime, customer: Customer, history: HistoryRows) -> datetime:
    """The act's moment: the latest of now, the customer's start and the last known end.

    A start or an end that lies over a day ahead is a mistake and moves nothing.
    """
    later = [now]
    for date in (customer.binding_start, history.later_ends.get(customer.id)):
        believed = credible(date, now)
        if believed is not None:
            later.append(believed)
    return max(later)


def end_of(spell: Binding, at: datetime) -> datetime:
    """When a row that is closed at this moment ends: never before it starts."""
    return max(at, spell.start) if spell.start is not None else at


def owner_of(customer: Customer) -> str | None:
    """Who has the customer; None where it is available."""
    return customer.bound_to_uid if customer.binding_status == BindingStatus.BOUND else None


def unmended(act: CustomerWrite) -> tuple[Binding | None, datetime | None] | None:
    """The customer's open row and its start, where its history is sound; None: `healed` tells."""
    owner = owner_of(act.customer)
    open_rows = act.history.open.get(act.customer.id, ())
    if owner is not None and not any(same_uid(row.agent_uid, owner) for row in open_rows):
        return None
    mending = healing(_rows_of(act, None), act.at)
    return None if mending.kinds else (mending.keep, mending.start)


def healed(act: CustomerWrite) -> tuple[Binding | None, datetime | None]:
    """Mend the customer's history, with an event; the open row and the start that now stand."""
    sound = unmended(act)
    if sound is not None:
        return sound
    customer, unit = act.customer, act.unit
    owner = owner_of(customer)
    open_rows = act.history.open.get(customer.id, ())
    standing = any(same_uid(row.agent_uid, owner) for row in open_rows)
    last_end = None if owner is None or standing else unit.bindings.last_end(customer.id)
    mending = healing(_rows_of(act, last_end), act.at)
    for spell in mending.close:
        must_match(unit.bindings.close([spell.spell_id], spell.end, spell.reason), 1)
    keep = mending.keep
    if owner is not None and mending.start is not None and keep is None:
        opened = derived_id(act.event_id, "healed spell")
        keep = Binding(opened, customer.id, owner, mending.start, None, None)
        unit.bindings.add([keep])
    if owner is not None and mending.start not in (None, customer.binding_start):
        must_match(int(unit.customers.bind(customer, owner, mending.start)), 1)
    details = {"kinds": list(mending.kinds), "closed": [row.spell_id for row in mending.close]}
    unit.events.add([part(act, "healed", EventKind.HEALED, details)])
    return keep, mending.start


def _rows_of(act: CustomerWrite, last_end: datetime | None) -> BindingRows:
    customer = act.customer
    return BindingRows(
        owner_of(customer),
        credible(customer.binding_start, act.at),
        credible(customer.created_at, act.at),
        tuple(act.history.open.get(customer.id, ())),
        last_end,
    )


def leaves(act: CustomerWrite, facts: CustomerFacts, history: HistoryFacts | None) -> None:
    """Say what the customer's rows say after all of the act, for its summary.

    Only for what the act itself wrote to rows that it read under the lock.

    Args:
        history: None: the act does not know it, so that all rows are read once more.
    """
    if act.ground is not None and history is not None:
        stored = act.ground.found.stored
        act.unit.touched.known[facts.customer_id] = Known(facts, history, stored)


def part(act: CustomerWrite, name: str, kind: EventKind, details: Details) -> Event:
    """An event of a part of the act, whose id derives from the act's."""
    return Event(
        derived_id(act.event_id, name),
        act.at,
        kind,
        act.customer.id,
        act.actor.uid,
        details,
        batch_id=act.event_id,
    )


def must_match(rows: int, wanted: int) -> None:
    """Check that a conditional write hit the rows that it was decided on.

    Raises:
        Conflict: it did not; the transaction is rolled back.
    """
    if rows != wanted:
        raise changed_meanwhile()


def changed_meanwhile() -> Conflict:
    """The refusal of an act whose ground is gone for a reason that has no owner to name."""
    return Conflict(Why.CUSTOMER_CHANGED)


def full_days(span: timedelta) -> int:
    """Whole days of 24 hours in a span."""
    return span // DAY


def named(unit: UnitOfWork, uids: Iterable[str | None]) -> dict[str, str]:
    """Names by uid, for messages."""
    return {uid: unit.people.name_of(uid) for uid in uids if uid is not None}
