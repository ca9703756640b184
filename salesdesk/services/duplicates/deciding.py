"""Saying that two customers are not the same, taking that back, and what was said so far."""

from __future__ import annotations

from salesdesk.domain.changes import Changes, Topic
from salesdesk.domain.duplicates import Decision, ordered
from salesdesk.domain.errors import Conflict, CustomerGone, Refusal
from salesdesk.domain.events import Event, EventKind
from salesdesk.domain.refusals import Why
from salesdesk.services import access, ownership
from salesdesk.services.duplicates.finding import NEEDED
from salesdesk.services.session import Done, Session
from salesdesk.storage.reads import duplicates as reads
from salesdesk.storage.unit_of_work import UnitOfWork

#: So many are listed.
MOST = 200


def say_different(session: Session, event_id: str, one: str, other: str) -> Done:
    """Remember that two customers are not the same, so that no look names them again.

    Raises:
        NotAllowed: the actor may not say what two customers are.
        Conflict: they are linked as one.
        CustomerGone.
    """
    return _say(session, event_id, ordered(one, other), EventKind.SAID_DIFFERENT)


def take_back(session: Session, event_id: str, one: str, other: str) -> Done:
    """Forget that two customers are not the same.

    Raises:
        NotAllowed: as of `say_different`.
        Conflict: nobody says so any more.
    """
    return _say(session, event_id, ordered(one, other), EventKind.SAID_ALIKE)


def _say(session: Session, event_id: str, pair: tuple[str, str], kind: EventKind) -> Done:
    access.require(session.actor, *NEEDED)
    by = ownership.signed_in_uid(session)
    changes = Changes.of(Topic.DUPLICATES)
    if pair[0] == pair[1]:
        raise Refusal(Why.SAME_CUSTOMER)

    def work(unit: UnitOfWork) -> Done:
        locked = unit.customers.lock(pair)
        at = unit.clock()
        unit.events.begin(Event(event_id, at, kind, pair[0], by, {"other": pair[1]}))
        access.confirm(unit, session.actor, *NEEDED)
        if kind is EventKind.SAID_ALIKE:
            if not unit.links.forget_different(*pair):
                raise Conflict(Why.NOT_DIFFERENT)
            return Done(changes)
        gone = next((one for one in pair if one not in locked), None)
        if gone is not None:
            raise CustomerGone(gone)
        if any(
            {link.customer_id, link.winner_id} == set(pair) for link in unit.links.touching(pair)
        ):
            raise Conflict(Why.LINKED_AS_ONE)
        if not unit.links.different([pair]):
            unit.links.say_different(*pair, by, at, event_id)
        return Done(changes)

    return session.store.act(work, done=lambda _: Done(changes, replayed=True))


def decisions(session: Session) -> tuple[Decision, ...]:
    """What was said of pairs and stands, the newest first, at most `MOST`.

    Raises:
        NotAllowed: the actor may not say what two customers are.
    """
    access.require(session.actor, *NEEDED)
    return session.store.read(lambda reading: reads.decisions(reading.connection, MOST))
