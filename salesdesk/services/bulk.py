"""One act on many customers: each its own act by its own condition, the lost ones named.

A batch has its own event; its customers' events derive from it, so that the same batch run again
after a lost connection does nothing twice (docs/rules.md, "How every act writes", 3).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from salesdesk.domain.changes import Changes
from salesdesk.domain.errors import Conflict, PolicyRefusal, Refusal
from salesdesk.domain.events import Event, EventKind, derived_id
from salesdesk.domain.ownership import OwnershipSeen
from salesdesk.domain.people import same_uid
from salesdesk.domain.permissions import Permission
from salesdesk.domain.refusals import Reason
from salesdesk.domain.settings import POOL_CLAIMS, POOL_MOST
from salesdesk.services import access, follow_ups, ownership
from salesdesk.services.session import Done, Session
from salesdesk.storage.unit_of_work import Reading, UnitOfWork

#: A policy that counts refuses every further claim as well.
_COUNTING = frozenset({POOL_MOST.key, POOL_CLAIMS.key})


@dataclass(frozen=True, slots=True)
class Lost:
    """A customer on which the act was not done.

    Attributes:
        name: empty where the customer is gone.
        reason: why, for the person who asked.
        owner_uid, owner_name, since: who has it now, where that is why.
        by_name: who changed it meanwhile, where that is known.
        allowed_from: when a policy will allow the act.
    """

    customer_id: str
    name: str
    reason: Reason
    owner_uid: str | None = None
    owner_name: str | None = None
    since: datetime | None = None
    by_name: str | None = None
    allowed_from: datetime | None = None

    @property
    def message(self) -> str:
        """The reason in English, for the command line and the log."""
        return self.reason.english


@dataclass(frozen=True, slots=True)
class Batch(Done):
    """What came of a batch.

    Attributes:
        done: the customers on which the act was done, in the order asked for.
        lost: the others.
    """

    done: tuple[str, ...] = ()
    lost: tuple[Lost, ...] = ()


def claim(session: Session, batch_id: str, customer_ids: Sequence[str]) -> Batch:
    """Claim these customers for the actor.

    Once a policy that counts says no, the rest is not tried.

    Raises:
        NotAllowed: the actor may not claim, or may not hold customers.
        Unavailable: the database is out of reach; what was claimed before stays claimed, and
            the same batch may be run again.
    """
    ids = tuple(dict.fromkeys(customer_ids))
    return each(
        session, batch_id, EventKind.CLAIMED, ids,
        lambda event, one: ownership.claim(session, event, one),
        (Permission.CUSTOMERS_CLAIM, Permission.CUSTOMERS_HOLD),
    )  # fmt: skip


def release(session: Session, batch_id: str, seen: Mapping[str, OwnershipSeen]) -> Batch:
    """Release these customers, each if its owner is the one who was seen.

    Raises:
        NotAllowed: the actor may release neither own customers nor others'.
        Unavailable: as of `claim`.
    """
    own = all(same_uid(one.owner_uid, session.actor.uid) for one in seen.values())
    needed = Permission.CUSTOMERS_HOLD if own else Permission.CUSTOMERS_RELEASE_ANY
    return each(
        session, batch_id, EventKind.RELEASED, tuple(seen),
        lambda event, one: ownership.release(session, event, one, seen[one]), (needed,),
    )  # fmt: skip


def assign(session: Session, batch_id: str, agents: Mapping[str, str]) -> Batch:
    """Bind these available customers, each to the agent named beside it.

    Raises:
        NotAllowed: the actor is no lead.
        Unavailable: as of `claim`.
    """
    return each(
        session, batch_id, EventKind.ASSIGNED, tuple(agents),
        lambda event, one: ownership.assign(session, event, one, agents[one]),
        (Permission.CUSTOMERS_ASSIGN,),
    )  # fmt: skip


def transfer(
    session: Session,
    batch_id: str,
    seen: Mapping[str, OwnershipSeen],
    agents: Mapping[str, str],
    undoes: Mapping[str, str] | None = None,
) -> Batch:
    """Bind these bound customers, each to the agent named for it, if the owner is as seen.

    Args:
        undoes: the transfers that are taken back, by customer; see `ownership.transfer`.

    Raises:
        NotAllowed: the actor is no lead.
        Unavailable: as of `claim`.
    """
    earlier = undoes or {}
    return each(
        session, batch_id, EventKind.TRANSFERRED, tuple(seen),
        lambda event, one: ownership.transfer(
            session, event, one, agents[one], seen[one], undoes=earlier.get(one, "")
        ),
        (Permission.CUSTOMERS_TRANSFER,),
    )  # fmt: skip


def take_back_protections(session: Session, batch_id: str, forms: Mapping[str, str]) -> Batch:
    """Let each customer's protection be as it was before the form named beside it.

    Raises:
        NotAllowed: the actor is no lead.
        Unavailable: as of `claim`.
    """
    return each(
        session, batch_id, EventKind.PROTECTED, tuple(forms),
        lambda event, one: ownership.take_back_protection(session, event, one, forms[one]),
        (Permission.CUSTOMERS_PROTECT,),
    )  # fmt: skip


def take_back_plans(session: Session, batch_id: str, forms: Mapping[str, str]) -> Batch:
    """Let each customer's plan be as it was before the form named beside it.

    Raises:
        NotAllowed: the actor may not log contacts.
        Unavailable: as of `claim`.
    """
    return each(
        session, batch_id, EventKind.PLANNED, tuple(forms),
        lambda event, one: follow_ups.take_back_plan(session, event, one, forms[one]),
        (Permission.CONTACTS_LOG,),
    )  # fmt: skip


def each(
    session: Session,
    batch_id: str,
    kind: EventKind,
    customer_ids: Sequence[str],
    act: Callable[[str, str], Done],
    needed: Sequence[Permission],
) -> Batch:
    """Do an act on each customer, after the batch's own event.

    Args:
        kind: of the act; the batch's event says it.
        act: takes the event's id and the customer's.
        needed: what the actor must be allowed; asked again within the batch's transaction, so
            that a batch of somebody whose role has ended leaves no event.

    Raises:
        NotAllowed: the actor lacks one of the permissions.
        Unavailable: as of `claim`.
    """
    access.require(session.actor, *needed)
    replayed = _begin(session, batch_id, kind, len(customer_ids), needed)
    done: list[str] = []
    lost: list[tuple[str, Refusal]] = []
    changes = Changes()
    refused: Refusal | None = None
    for customer_id in customer_ids:
        if refused is not None:
            lost.append((customer_id, refused))
            continue
        try:
            changes |= act(derived_id(batch_id, customer_id), customer_id).changes
            done.append(customer_id)
        except Refusal as refusal:
            lost.append((customer_id, refusal))
            if isinstance(refusal, PolicyRefusal) and refusal.rule in _COUNTING:
                refused = refusal
    return Batch(changes, replayed, tuple(done), _told(session, lost))


def _begin(
    session: Session, batch_id: str, kind: EventKind, customers: int, needed: Sequence[Permission]
) -> bool:
    """Write the batch's own event; whether it was there already."""

    def work(unit: UnitOfWork) -> bool:
        details = {"act": kind.value, "customers": customers}
        unit.events.begin(
            Event(batch_id, unit.clock(), EventKind.BATCH, None, session.actor.uid, details)
        )
        access.confirm(unit, session.actor, *needed)
        return False

    return session.store.act(work, done=lambda _: True)


def _told(session: Session, lost: Sequence[tuple[str, Refusal]]) -> tuple[Lost, ...]:
    if not lost:
        return ()

    def named(reading: Reading) -> dict[str, str]:
        return reading.customers.names([customer_id for customer_id, _ in lost])

    names = session.store.read(named)
    return tuple(_lost(one, names.get(one, ""), refusal) for one, refusal in lost)


def _lost(customer_id: str, name: str, refusal: Refusal) -> Lost:
    if isinstance(refusal, Conflict):
        return Lost(
            customer_id, name, refusal.reason, refusal.owner_uid, refusal.owner_name,
            refusal.since, refusal.by_name,
        )  # fmt: skip
    allowed = refusal.allowed_from if isinstance(refusal, PolicyRefusal) else None
    return Lost(customer_id, name, refusal.reason, allowed_from=allowed)
