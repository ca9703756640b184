"""Distributing customers among agents: a proposal, then one batch of conditional acts.

Source: docs/rules.md, "The pool".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta

from salesdesk.domain.distribution import Ground, Receiver
from salesdesk.domain.events import EventKind
from salesdesk.domain.ownership import OwnershipSeen
from salesdesk.domain.people import Actor
from salesdesk.domain.permissions import Permission
from salesdesk.domain.settings import POOL_MOST
from salesdesk.services import access, bulk, ownership
from salesdesk.services.bulk import Batch
from salesdesk.services.session import Done, Session
from salesdesk.storage.reads import distribution as reads
from salesdesk.storage.unit_of_work import Reading

#: So far back who lost whom is known.
LONGEST_BACK = timedelta(days=365)


def ground(session: Session, ids: Sequence[str]) -> Ground:
    """The agents with how many customers they have, and who lost these customers when.

    Raises:
        NotAllowed: the actor may neither assign nor transfer.
    """
    _require(session.actor)

    def work(reading: Reading) -> Ground:
        held = reads.held(reading.connection)
        agents = tuple(
            Receiver(one.uid, one.name, held.get(one.uid.lower(), 0))
            for one in reading.people.agents()
        )
        most = reading.settings.number(POOL_MOST) or None
        lost = reads.lost(reading.connection, ids, reading.now - LONGEST_BACK)
        return Ground(agents, most, lost, reading.now)

    return session.store.read(work)


def distribute(
    session: Session,
    batch_id: str,
    seen: Mapping[str, OwnershipSeen],
    agents: Mapping[str, str],
) -> Batch:
    """Give each of these customers to the agent named for it.

    Each is an act of its own: whoever was claimed or given away meanwhile stays where they are and
    is named, and nobody gets more than the most. The same batch may be run again.

    Args:
        seen: who has each customer, as the proposal was made; without an owner it is in the pool.

    Raises:
        NotAllowed: the actor may not assign, or not transfer those that are bound.
        Unavailable: as of `bulk.claim`.
    """
    bound = [seen[one].owner_uid is not None for one in agents]
    needed = [Permission.CUSTOMERS_TRANSFER] if any(bound) else []
    if not all(bound) or not bound:
        needed.append(Permission.CUSTOMERS_ASSIGN)

    def give(event: str, one: str) -> Done:
        if seen[one].owner_uid is None:
            return ownership.assign(session, event, one, agents[one], within_most=True)
        return ownership.transfer(session, event, one, agents[one], seen[one], within_most=True)

    return bulk.each(session, batch_id, EventKind.ASSIGNED, tuple(agents), give, needed)


def _require(actor: Actor) -> None:
    if not actor.may(Permission.CUSTOMERS_TRANSFER):
        access.require(actor, Permission.CUSTOMERS_ASSIGN)
