"""Linking two customers as one, and taking that apart again (docs/rules.md, "Duplicates").

The one that is hidden is released; nothing of it is deleted or moved. The choice of fields is an
edit of the one that stays, in the same act and the same undo.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from salesdesk.domain.changes import Changes, Topic
from salesdesk.domain.duplicates import LinkChoice
from salesdesk.domain.errors import Conflict, CustomerGone, Refusal
from salesdesk.domain.events import ASKED, Details, Event, EventKind, derived_id
from salesdesk.domain.idle_clock import KeptClock, idle_since, period_start
from salesdesk.domain.ownership import UnbindingReason
from salesdesk.domain.people import same_uid
from salesdesk.domain.permissions import Permission
from salesdesk.domain.refusals import Why
from salesdesk.services import access, bindings, locked_write, ownership, submission
from salesdesk.services.duplicates import aside_of_hidden, chosen_fields
from salesdesk.services.duplicates.finding import NEEDED
from salesdesk.services.locked_write import CustomerWrite
from salesdesk.services.protection_records import protection_kept
from salesdesk.services.session import Done, Session
from salesdesk.services.submission import Stored
from salesdesk.storage.stores.events import AlreadyDone
from salesdesk.storage.stores.links import Link
from salesdesk.storage.stores.plans import Protection
from salesdesk.storage.unit_of_work import UnitOfWork

_RELEASED, _OWNER = "released", "owner_before"


@dataclass(frozen=True, slots=True)
class Linked(Done):
    """Two customers are one.

    Attributes:
        event_id: of the act, by which it is taken apart.
    """

    event_id: str = ""


@dataclass(frozen=True, slots=True)
class Unlinked(Done):
    """Two customers are two again.

    Attributes:
        left: fields that somebody changed since, which stay as they are.
        owner_stays_out: the hidden one's former owner does not have it again.
    """

    left: tuple[str, ...] = ()
    owner_stays_out: bool = False


@dataclass(frozen=True, slots=True)
class _Both:
    """The two customers under their locks, at the act's one moment."""

    winner: CustomerWrite
    loser: CustomerWrite

    @property
    def unit(self) -> UnitOfWork:
        return self.winner.unit


def changes_of(*ids: str) -> Changes:
    """What a link touches."""
    topics = (Topic.CUSTOMERS, Topic.OWNERSHIP, Topic.CONTACTS, Topic.FOLLOW_UPS, Topic.DUPLICATES)
    return Changes.of(*topics, ids=ids)


def needed_for(choice: LinkChoice) -> tuple[Permission, ...]:
    """What a link needs: who takes over the hidden one's owner transfers the customer."""
    if not choice.takes_owner:
        return NEEDED
    free = choice.stays.bound_to_uid is None
    return (*NEEDED, Permission.CUSTOMERS_ASSIGN if free else Permission.CUSTOMERS_TRANSFER)


def link(session: Session, event_id: str, choice: LinkChoice) -> Linked:
    """Hide one customer behind the other, which takes over the chosen fields.

    Raises:
        NotAllowed: the actor may not edit and release customers, or not transfer them.
        Conflict: one of the two is not as it was seen, or one is linked already.
        Refusal: the owner that it is to have may not hold customers.
        CustomerGone.
    """
    needed = needed_for(choice)
    access.require(session.actor, *needed)
    by = ownership.signed_in_uid(session)
    ids = (choice.stays.id, choice.hidden.id)
    asked = submission.content(
        stays=ids[0], hidden=ids[1], fields=",".join(sorted(choice.fields)),
        owner=choice.takes_owner,
    )  # fmt: skip

    def work(unit: UnitOfWork) -> Linked:
        both = _begin(unit, session, event_id, EventKind.LINKED, *ids, {ASKED: asked})
        access.confirm(unit, session.actor, *needed)
        _refuse_if_linked(both)
        _refuse_if_changed(both, choice)
        kept: dict[str, object] = {"hidden": ids[1], ASKED: asked}
        if choice.takes_owner:
            kept |= {"owner": choice.hidden.bound_to_uid, _OWNER: _take_owner(both)}
        kept |= {_RELEASED: _release(both.loser), **chosen_fields.take(both.winner, choice)}
        kept |= aside_of_hidden.take(both.winner, both.loser)
        unit.links.add(Link(ids[1], ids[0], by, both.winner.at, event_id))
        _tell_hidden(both, EventKind.LINKED, {"link": event_id})
        unit.events.complete(event_id, kept)
        return Linked(changes_of(*ids), event_id=event_id)

    return submission.submit(
        session, event_id, asked, work,
        replayed=lambda _, found: Linked(changes_of(*ids), True, found.last.id),
        change=lambda found: _link_otherwise(session, choice, found),
    )  # fmt: skip


def _link_otherwise(session: Session, choice: LinkChoice, found: Stored) -> Linked:
    """Take apart what an earlier try of the same form linked, and link as it is asked now."""
    unlink(session, derived_id(found.next_id, "apart"), found.last.id)
    stays, hidden = (
        session.store.read(lambda reading: reading.customers.get(one.id))  # noqa: B023 - at once
        for one in (choice.stays, choice.hidden)
    )
    if stays is None or hidden is None:
        raise CustomerGone(choice.stays.id if stays is None else choice.hidden.id)
    return link(session, found.next_id, replace(choice, stays=stays, hidden=hidden))


def unlink(session: Session, event_id: str, link_id: str) -> Unlinked:
    """Make two customers of one again, with fields, owners and clocks as they were.

    A field that somebody changed since stays as it is, and so does an owner.

    Args:
        link_id: the event of the act that linked them.

    Raises:
        NotAllowed: as of `link`.
        Conflict: they are not linked by that act any more.
        CustomerGone: the one that stayed is gone; nothing is hidden then.
    """
    access.require(session.actor, *NEEDED)
    made = session.store.read(lambda reading: reading.events.get(link_id))
    hidden = str(made.details.get("hidden") or "") if made is not None else ""
    if made is None or made.kind != EventKind.LINKED or not made.customer_id or not hidden:
        raise Refusal(Why.NOT_LINKED)
    ids = (made.customer_id, hidden)

    def work(unit: UnitOfWork) -> Unlinked:
        both = _begin(unit, session, event_id, EventKind.UNLINKED, *ids, {"link": link_id})
        access.confirm(unit, session.actor, *NEEDED)
        stands = unit.links.get(hidden)
        if stands is None or stands.event_id != link_id:
            raise Conflict(Why.NOT_LINKED)
        unit.links.remove(hidden)
        left = chosen_fields.put_back(both.winner, made)
        aside_of_hidden.put_back(both.winner, made)
        _give_owner_back(both.winner, made)
        back = _bind_again(both.loser, made)
        _tell_hidden(both, EventKind.UNLINKED, {"link": link_id})
        unit.events.complete(event_id, {"hidden": hidden, "link": link_id, "left": list(left)})
        return Unlinked(changes_of(*ids), left=left, owner_stays_out=not back)

    return session.store.act(work, done=lambda _: Unlinked(changes_of(*ids), replayed=True))


def _begin(
    unit: UnitOfWork,
    session: Session,
    event_id: str,
    kind: EventKind,
    winner_id: str,
    loser_id: str,
    details: Details,
) -> _Both:
    """Lock both rows in the order of their ids, read the clock, write the act's event."""
    ids = (winner_id, loser_id)
    locked = unit.customers.lock(ids)
    gone = next((one for one in ids if one not in locked), None)
    if gone is not None:
        if unit.events.get(event_id) is not None:
            raise AlreadyDone(event_id)
        raise CustomerGone(gone)
    now = unit.clock()
    history = unit.bindings.of(ids, now)
    at = max(locked_write.moment(now, one, history) for one in locked.values())
    unit.events.begin(Event(event_id, at, kind, winner_id, session.actor.uid, details))
    # Parts of the two never have one id, whatever both of them need.
    acts = (event_id, derived_id(event_id, loser_id))
    winner, loser = (
        CustomerWrite(unit, session.actor, act, at, locked[one], history)
        for act, one in zip(acts, ids, strict=True)
    )
    return _Both(winner, loser)


def _tell_hidden(both: _Both, kind: EventKind, details: Details) -> None:
    """The act's event in the history of the one that is, or was, hidden."""
    loser, act = both.loser, both.winner.event_id
    told = {"stays": both.winner.customer.id, **details}
    own = Event(
        loser.event_id, loser.at, kind, loser.customer.id, loser.actor.uid, told, batch_id=act
    )
    both.unit.events.add([own])


def _refuse_if_linked(both: _Both) -> None:
    """Check that neither is hidden, and that nobody is hidden behind the one that shall be.

    What is left of a link whose other customer was deleted is no obstacle, and makes room.

    Raises:
        Refusal: it is one customer twice.
        Conflict: it names who is linked already.
    """
    winner, loser = both.winner.customer, both.loser.customer
    if winner.id == loser.id:
        raise Refusal(Why.SAME_CUSTOMER)
    for standing in both.unit.links.touching((winner.id, loser.id)):
        if not standing.stands:
            if standing.customer_id == loser.id:
                both.unit.links.remove(loser.id)
            continue
        for one in (winner, loser):
            if standing.customer_id == one.id:
                raise Conflict(Why.LINKED_ALREADY, name=one.name or one.company or one.phone)
        if standing.winner_id == loser.id:
            raise Conflict(Why.STANDS_FOR_OTHERS, name=loser.name or loser.company or loser.phone)


def _refuse_if_changed(both: _Both, choice: LinkChoice) -> None:
    """Check that owners and chosen fields are still as they were seen.

    Raises:
        Conflict: they are not.
    """
    for act, seen in ((both.winner, choice.stays), (both.loser, choice.hidden)):
        owner = locked_write.owner_of(act.customer)
        wanted = locked_write.owner_of(seen)
        if not _same_owner(owner, wanted) or act.customer.binding_start != seen.binding_start:
            raise locked_write.changed_meanwhile()
        if chosen_fields.differing(act.customer, seen, choice.fields):
            raise locked_write.changed_meanwhile()


def _same_owner(one: str | None, other: str | None) -> bool:
    return (one is None and other is None) or (one is not None and same_uid(one, other))


# --- owners and clocks --------------------------------------------------------------------------


def _standing(act: CustomerWrite, owner: str, since: datetime | None) -> Details:
    """A binding that ends, with its clock and its protection, as the event keeps it."""
    found = act.unit.summaries.facts([act.customer.id], act.at)[act.customer.id]
    idle = found.facts.idle
    return {
        "owner": owner,
        "since": since.isoformat() if since else None,
        "idle_since": idle_since(idle, act.at).isoformat(),
        "started": period_start(idle, act.at).isoformat(),
        "protected": protection_kept(act.unit.protections.get(act.customer.id)),
    }


def _release(loser: CustomerWrite) -> Details | None:
    """Release the one that is hidden; what the link's event keeps of it."""
    owner = locked_write.owner_of(loser.customer)
    if owner is None:
        return None
    ending = bindings.Ending(owner, *locked_write.healed(loser))
    kept = _standing(loser, owner, ending.since)
    event = locked_write.part(loser, "released", EventKind.RELEASED, ending.kept(""))
    bindings.end(loser, ending.spell, protected=True)
    loser.unit.events.add([event])
    return {**kept, "release": event.id}


def _take_owner(both: _Both) -> Details | None:
    """Bind the one that stays to the other's owner; what stood before."""
    winner, uid = both.winner, locked_write.owner_of(both.loser.customer)
    if uid is None:
        raise locked_write.changed_meanwhile()
    ownership.require_agent(winner.unit, uid)
    return _bind_to(winner, uid, "owner")


def _bind_to(act: CustomerWrite, uid: str, name: str) -> Details | None:
    """Bind a customer to an agent, from whoever has it; what stood before."""
    owner = locked_write.owner_of(act.customer)
    spell, since = locked_write.healed(act)
    before = _standing(act, owner, since) if owner is not None else None
    kind = EventKind.TRANSFERRED if owner is not None else EventKind.ASSIGNED
    event = locked_write.part(act, name, kind, {})
    act.unit.events.add([event])
    if owner is not None:
        bindings.close(act, spell, UnbindingReason.MANUAL_RELEASE)
        act.unit.protections.remove([act.customer.id])
    ownership.open_binding(act, uid, event.id, before=spell)
    return before


def _give_owner_back(winner: CustomerWrite, made: Event) -> None:
    """Let the one that stayed go back to its owner, or to nobody, where the link moved it."""
    if _OWNER not in made.details:
        return
    before, owner = made.details[_OWNER], locked_write.owner_of(winner.customer)
    moved = same_uid(owner, str(made.details.get("owner") or ""))
    if not moved or winner.customer.binding_start != made.at:
        return  # somebody else decided since
    if not isinstance(before, dict):
        ending = bindings.Ending(str(owner), *locked_write.healed(winner))
        event = locked_write.part(winner, "back", EventKind.RELEASED, ending.kept(""))
        bindings.end(winner, ending.spell, protected=True)
        winner.unit.events.add([event])
        return
    if not _may_hold(winner.unit, str(before["owner"])):
        return
    _bind_to(winner, str(before["owner"]), "back")
    _keep_clock(winner, before)


def _bind_again(loser: CustomerWrite, made: Event) -> bool:
    """Let the one that was hidden be its owner's again, with its clock; False: it stays free."""
    before = made.details.get(_RELEASED)
    if not isinstance(before, dict):
        return True
    if locked_write.owner_of(loser.customer) is not None:
        return True  # another application gave it to somebody
    owner = str(before["owner"])
    if not _may_hold(loser.unit, owner):
        return False
    locked_write.healed(loser)
    event = locked_write.part(loser, "back", EventKind.GIVEN_BACK, {})
    loser.unit.events.add([event])
    more = {"release": before["release"], "idle_since": before["idle_since"]}
    ownership.open_binding(loser, owner, event.id, more=more)
    _keep_clock(loser, before)
    return True


def _may_hold(unit: UnitOfWork, uid: str) -> bool:
    return Permission.CUSTOMERS_HOLD in unit.people.permissions(uid)


def _keep_clock(act: CustomerWrite, before: Mapping[str, object]) -> None:
    """Let the clock count on from where it stood, and the protection that stands still."""
    unit, customer_id = act.unit, act.customer.id
    idle, started = (
        datetime.fromisoformat(str(before[name])) for name in ("idle_since", "started")
    )
    clock = KeptClock(idle, started)
    unit.kept_clocks.put(customer_id, str(before["owner"]), act.at, clock, act.event_id)
    kept = before.get("protected")
    if isinstance(kept, dict) and (until := datetime.fromisoformat(kept["until"])) > act.at:
        at = datetime.fromisoformat(kept["at"])
        unit.protections.put(
            Protection(customer_id, until, kept["reason"], kept["by"], at, kept["event"])
        )
