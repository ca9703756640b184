"""Claim, assign, transfer, release and protect: who has a customer (docs/rules.md, "Ownership")."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from salesdesk.domain.changes import Changes, Topic
from salesdesk.domain.customer import text_faults, tidy
from salesdesk.domain.errors import Conflict, Invalid, Refusal
from salesdesk.domain.events import Details, EventKind, derived_id
from salesdesk.domain.ownership import Binding, OwnershipSeen, UnbindingReason
from salesdesk.domain.people import Agent, same_uid
from salesdesk.domain.permissions import Permission
from salesdesk.domain.refusals import Reason, Why
from salesdesk.domain.summary import HistoryFacts, freed, taken
from salesdesk.services import access, bindings, locked_write, pool_policy, submission
from salesdesk.services.locked_write import CustomerWrite
from salesdesk.services.protection_records import (
    REASON_LENGTH,
    check_protection,
    kept_protection,
    protection_kept,
)
from salesdesk.services.session import Done, Session
from salesdesk.services.submission import Stored
from salesdesk.storage.stores.plans import Protection
from salesdesk.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Owned(Done):
    """A customer was bound.

    Attributes:
        owner_uid: to whom.
        since: from when.
    """

    owner_uid: str = ""
    since: datetime | None = None


def changes_of(customer_id: str) -> Changes:
    """What an ownership act touches."""
    return Changes.of(Topic.CUSTOMERS, Topic.OWNERSHIP, ids=(customer_id,))


def agents(session: Session) -> tuple[Agent, ...]:
    """Those who may hold customers, by name.

    Raises:
        NotAllowed: the actor may not see customers.
    """
    access.require(session.actor, Permission.CUSTOMERS_VIEW)
    return session.store.read(lambda reading: reading.people.agents())


def owners(session: Session) -> tuple[Agent, ...]:
    """Those who may hold customers and those who do, whatever their role is now, by name.

    Raises:
        NotAllowed: the actor may not see customers.
    """
    access.require(session.actor, Permission.CUSTOMERS_VIEW)
    return session.store.read(lambda reading: reading.people.owners())


def claim(session: Session, event_id: str, customer_id: str) -> Owned:
    """Bind an available customer to the actor.

    Raises:
        NotAllowed: the actor may not claim, or may not hold customers.
        Conflict: somebody has the customer; it says who and since when.
        PolicyRefusal: a policy of the pool says no; it says from when it will be allowed.
        CustomerGone.
    """
    needed = (Permission.CUSTOMERS_CLAIM, Permission.CUSTOMERS_HOLD)
    access.require(session.actor, *needed)
    uid = signed_in_uid(session)

    def work(unit: UnitOfWork) -> Owned:
        act = locked_write.begin_write(
            unit, session, event_id, EventKind.CLAIMED, customer_id, needed, with_history=True,
            details=lambda act: _opened(act, uid, event_id),
        )  # fmt: skip
        sound = locked_write.unmended(act) is not None
        refuse_if_owned(act)
        pool_policy.check_claim(act, uid)
        locked_write.healed(act)
        owned = open_binding(act, uid, event_id, told=True)
        if sound:
            bindings.leave(act, lambda facts: taken(facts, uid, act.at), HistoryFacts(agrees=True))
        return owned

    return session.store.act(work, done=lambda unit: _claimed_before(unit, event_id, customer_id))


def claim_within(act: CustomerWrite, uid: str, event_id: str | None = None) -> Owned:
    """The claim itself, as an act or a part of one, under the customer's lock."""
    refuse_if_owned(act)
    pool_policy.check_claim(act, uid)
    return _bind(act, uid, event_id or act.event_id)


def assign(
    session: Session,
    event_id: str,
    customer_id: str,
    agent_uid: str,
    *,
    within_most: bool = False,
) -> Owned:
    """Bind an available customer to an agent.

    Args:
        within_most: as one of a distribution: not if the agent has as many customers as the
            pool's policy allows, nor if the customer is set aside.

    Raises:
        NotAllowed: the actor is no lead.
        Conflict: somebody has the customer; it says who and since when.
        Refusal: the person may not hold customers.
        CustomerGone.
    """
    access.require(session.actor, Permission.CUSTOMERS_ASSIGN)
    asked = submission.content(to=agent_uid)

    def work(unit: UnitOfWork) -> Owned:
        act = locked_write.begin_write(
            unit, session, event_id, EventKind.ASSIGNED, customer_id,
            [Permission.CUSTOMERS_ASSIGN], asked=asked, with_history=True,
        )  # fmt: skip
        refuse_if_owned(act)
        require_agent(unit, agent_uid)
        if within_most:
            pool_policy.check_room(act, agent_uid)
            _refuse_if_set_aside(act)
        return _bind(act, agent_uid, act.event_id)

    return submission.submit(
        session,
        event_id,
        asked,
        work,
        replayed=lambda _, found: as_it_was(found, customer_id),
        change=lambda found: _transfer_again(session, customer_id, agent_uid, found),
    )


def transfer(
    session: Session,
    event_id: str,
    customer_id: str,
    agent_uid: str,
    seen: OwnershipSeen,
    *,
    undoes: str = "",
    within_most: bool = False,
) -> Owned:
    """Bind a bound customer to another agent, without a gap.

    Args:
        within_most: as of `assign`.
        undoes: the id of the actor's own transfer that this one takes back; a protection that
            ended with it stands again.

    Raises:
        NotAllowed: the actor is no lead.
        Conflict: the owner is not the one who was seen.
        Refusal: the person may not hold customers, or has the customer already.
        CustomerGone.
    """
    access.require(session.actor, Permission.CUSTOMERS_TRANSFER)
    asked = submission.content(to=agent_uid)

    def work(unit: UnitOfWork) -> Owned:
        act = locked_write.begin_write(
            unit, session, event_id, EventKind.TRANSFERRED, customer_id,
            [Permission.CUSTOMERS_TRANSFER], asked=asked, with_history=True,
        )  # fmt: skip
        owner = refuse_if_not_as_seen(act, seen)
        if same_uid(owner, agent_uid):
            raise Refusal(Why.HAS_IT_ALREADY, name=unit.people.name_of(agent_uid))
        require_agent(unit, agent_uid)
        if within_most:
            pool_policy.check_room(act, agent_uid)
            _refuse_if_set_aside(act)
        spell, _ = locked_write.healed(act)
        bindings.close(act, spell, UnbindingReason.MANUAL_RELEASE)
        ended = unit.protections.get(customer_id)
        unit.protections.remove([customer_id])
        if undoes:
            _protect_as_before(act, undoes)
        return open_binding(act, agent_uid, act.event_id, before=spell, ended=ended)

    return submission.submit(
        session,
        event_id,
        asked,
        work,
        replayed=lambda _, found: as_it_was(found, customer_id),
        change=lambda found: _transfer_again(session, customer_id, agent_uid, found),
    )


def _transfer_again(session: Session, customer_id: str, agent_uid: str, found: Stored) -> Owned:
    """Transfer on from the agent to whom an earlier try of the same form bound the customer."""
    stands = as_it_was(found, customer_id)
    seen = OwnershipSeen(stands.owner_uid, stands.since)
    return transfer(session, found.next_id, customer_id, agent_uid, seen)


def release(
    session: Session, event_id: str, customer_id: str, seen: OwnershipSeen, why: str = ""
) -> Done:
    """Make a bound customer available.

    Args:
        why: in the person's own words, kept in the event; '' where nothing was said.

    Raises:
        NotAllowed: the actor is neither the owner nor a lead.
        Invalid: the words are too long to be kept.
        Conflict: the owner is not the one who was seen.
        CustomerGone.
    """
    own = session.actor.uid is not None and same_uid(seen.owner_uid, session.actor.uid)
    needed = Permission.CUSTOMERS_HOLD if own else Permission.CUSTOMERS_RELEASE_ANY
    access.require(session.actor, needed)
    text = _checked_why(why)
    asked = submission.content(why=text)

    def work(unit: UnitOfWork) -> Done:
        ending: list[bindings.Ending] = []

        def details(act: CustomerWrite) -> Details:
            owner = refuse_if_not_as_seen(act, seen)
            sound = locked_write.unmended(act)
            if sound is None:
                return {}
            ending.append(bindings.Ending(owner, *sound))
            return ending[0].kept(text)

        act = locked_write.begin_write(
            unit, session, event_id, EventKind.RELEASED, customer_id, [needed],
            details=details, asked=asked, with_history=True,
        )  # fmt: skip
        if not ending:
            release_within(act, seen, event_id, text)
            return Done(changes_of(customer_id))
        bindings.end(act, ending[0].spell, protected=bindings.is_protected(act))
        if ending[0].spell is not None:
            end = locked_write.end_of(ending[0].spell, act.at)
            bindings.leave(act, freed, HistoryFacts(agrees=True, last_end=end))
        return Done(changes_of(customer_id))

    return submission.submit(
        session,
        event_id,
        asked,
        work,
        replayed=lambda _, __: Done(changes_of(customer_id), replayed=True),
        change=lambda found: _explain_release(session, customer_id, needed, text, found),
    )


def _checked_why(why: str) -> str:
    text = tidy(why)
    if faults := text_faults("why", Why.THE_REASON, text, REASON_LENGTH):
        raise Invalid(tuple(faults))
    return text


def _explain_release(
    session: Session, customer_id: str, needed: Permission, why: str, found: Stored
) -> Done:
    """Keep other words for a release that an earlier try of the same form has done."""
    asked = submission.content(why=why)
    details = {"why": why, "spell": found.events[0].details.get("spell")}

    def work(unit: UnitOfWork, event: str) -> Done:
        locked_write.begin_write(
            unit, session, event, EventKind.RELEASE_EXPLAINED, customer_id, [needed],
            details=details, asked=asked,
        )  # fmt: skip
        return Done(changes_of(customer_id))

    return submission.repeat(
        session,
        found.next_id,
        asked,
        work,
        replayed=lambda _, __: Done(changes_of(customer_id), replayed=True),
    )


def release_within(act: CustomerWrite, seen: OwnershipSeen, event_id: str, why: str = "") -> None:
    """The release itself, as an act or a part of one, under the customer's lock.

    Raises:
        Conflict: the owner is not the one who was seen.
    """
    ending = bindings.Ending(refuse_if_not_as_seen(act, seen), *locked_write.healed(act))
    bindings.end(act, ending.spell, protected=True)
    act.unit.events.complete(event_id, ending.kept(why))


def protect(
    session: Session, event_id: str, customer_id: str, until: datetime, reason: str
) -> Done:
    """Keep a bound customer from being released before a date; ends with the binding.

    Raises:
        NotAllowed: the actor is no lead.
        Invalid: the date is not in the future or too far, or the reason is missing.
        Conflict: the customer is available, so that there is nothing to protect.
        CustomerGone.
    """
    access.require(session.actor, Permission.CUSTOMERS_PROTECT)
    uid = signed_in_uid(session)
    text = tidy(reason)
    asked = submission.content(until=until, reason=text)

    def work(unit: UnitOfWork, event: str) -> Done:
        act = locked_write.begin_write(
            unit, session, event, EventKind.PROTECTED, customer_id,
            [Permission.CUSTOMERS_PROTECT],
            details={"until": until.isoformat(), "reason": text}, asked=asked,
        )  # fmt: skip
        check_protection(until, text, act.at)
        if locked_write.owner_of(act.customer) is None:
            raise Conflict(Why.NOTHING_TO_PROTECT)
        before = unit.protections.get(customer_id)
        unit.protections.put(Protection(customer_id, until, text, uid, act.at, event))
        unit.events.complete(
            event,
            {"until": until.isoformat(), "reason": text, "before": protection_kept(before)},
        )
        return Done(changes_of(customer_id))

    return submission.repeat(
        session,
        event_id,
        asked,
        work,
        replayed=lambda _, __: Done(changes_of(customer_id), replayed=True),
    )


def unprotect(session: Session, event_id: str, customer_id: str) -> Done:
    """End a customer's protection.

    Raises:
        NotAllowed: the actor is no lead.
        Conflict: there is no protection.
        CustomerGone.
    """
    access.require(session.actor, Permission.CUSTOMERS_PROTECT)
    # The form that protects ends a protection too: one id, told apart by what was asked.
    asked = submission.content(until=None, reason=None)

    def work(unit: UnitOfWork, event: str) -> Done:
        locked_write.begin_write(
            unit, session, event, EventKind.PROTECTION_ENDED, customer_id,
            [Permission.CUSTOMERS_PROTECT], asked=asked,
        )  # fmt: skip
        before = unit.protections.get(customer_id)
        if not unit.protections.remove([customer_id]):
            raise Conflict(Why.NOT_PROTECTED)
        unit.events.complete(event, {"before": protection_kept(before)})
        return Done(changes_of(customer_id))

    return submission.repeat(
        session,
        event_id,
        asked,
        work,
        replayed=lambda _, __: Done(changes_of(customer_id), replayed=True),
    )


def take_back_protection(session: Session, event_id: str, customer_id: str, form_id: str) -> Done:
    """Let the protection stand that stood before a form protected the customer, or ended it.

    The act that this leaves behind can be taken back in the same way.

    Args:
        form_id: the id of the form's act, or of an earlier taking back.

    Raises:
        NotAllowed: the actor is no lead.
        Conflict: what the form left is not what stands: it was changed, or the binding ended.
        CustomerGone.
    """
    access.require(session.actor, Permission.CUSTOMERS_PROTECT)
    form = session.store.read(lambda reading: submission.stored(reading, form_id))
    if form is None or form.events[0].customer_id != customer_id:
        raise Refusal(Why.NO_PROTECTION_CHANGE)
    earlier, left = kept_protection(form.events[0]), form.last
    kind = EventKind.PROTECTED if earlier is not None else EventKind.PROTECTION_ENDED

    def work(unit: UnitOfWork) -> Done:
        act = locked_write.begin_write(
            unit, session, event_id, kind, customer_id, [Permission.CUSTOMERS_PROTECT],
        )  # fmt: skip
        stands = unit.protections.get(customer_id)
        expected = left.id if left.kind == EventKind.PROTECTED else None
        if (stands.event_id if stands else None) != expected:
            raise Conflict(Why.PROTECTION_CHANGED)
        if locked_write.owner_of(act.customer) is None:
            raise Conflict(Why.NOTHING_TO_PROTECT)
        unit.protections.remove([customer_id])
        kept: dict[str, object] = {"before": protection_kept(stands), "undone": form_id}
        if earlier is not None:
            unit.protections.put(replace(earlier, event_id=event_id))
            kept |= {"until": earlier.until.isoformat(), "reason": earlier.reason}
        unit.events.complete(event_id, kept)
        return Done(changes_of(customer_id))

    return session.store.act(work, done=lambda _: Done(changes_of(customer_id), replayed=True))


def _protect_as_before(act: CustomerWrite, transfer_id: str) -> None:
    """Let a protection stand again that ended with the actor's own transfer."""
    undone = act.unit.events.get(transfer_id)
    if undone is None or undone.customer_id != act.customer.id:
        return
    own = undone.kind == EventKind.TRANSFERRED and same_uid(undone.actor_uid, act.actor.uid)
    earlier = kept_protection(undone)
    if own and earlier is not None and earlier.until > act.at:
        act.unit.protections.put(earlier)


def signed_in_uid(session: Session) -> str:
    """The signed-in person's uid.

    Raises:
        Refusal: the system or a bare database account acts; this needs a person.
    """
    if session.actor.uid is None:
        raise Refusal(Why.NEEDS_A_PERSON)
    return session.actor.uid


def refuse_if_owned(act: CustomerWrite) -> None:
    """Check that the customer is available.

    Raises:
        Conflict: it names who has the customer, and since when.
    """
    owner = locked_write.owner_of(act.customer)
    if owner is not None:
        raise owned_by(act, owner)


def refuse_if_not_as_seen(act: CustomerWrite, seen: OwnershipSeen) -> str:
    """Check that the owner is the one on whom the decision was based; the owner's uid.

    Raises:
        Conflict: it names who has the customer now, if anybody.
    """
    owner = locked_write.owner_of(act.customer)
    if owner is None:
        raise Conflict(Why.AVAILABLE_BY_NOW)
    other_spell = seen.since is not None and act.customer.binding_start != seen.since
    if not same_uid(owner, seen.owner_uid) or other_spell:
        raise owned_by(act, owner)
    return owner


def owned_by(act: CustomerWrite, owner: str) -> Conflict:
    """The refusal that names who has the customer, and since when."""
    name = act.unit.people.name_of(owner)
    since = act.customer.binding_start
    if same_uid(owner, act.actor.uid):
        why = Why.YOURS_SINCE if since else Why.YOURS_ALREADY
    else:
        why = Why.OWNED_SINCE if since else Why.OWNED_BY
    day = since.astimezone(act.unit.settings.office_zone).date() if since else ""
    reason = Reason.of(why, name=name, day=day)
    return Conflict(reason, owner_uid=owner, owner_name=name, since=since)


def _refuse_if_set_aside(act: CustomerWrite) -> None:
    """Check that the customer is one to be distributed.

    Raises:
        Conflict: it was set aside meanwhile.
    """
    assert act.ground is not None  # noqa: S101 - `begin_write` has read it
    if act.ground.found.facts.out is not None:
        raise Conflict(Why.IS_SET_ASIDE)


def require_agent(unit: UnitOfWork, uid: str) -> None:
    """Check that a person may hold customers.

    Raises:
        Refusal: they may not.
    """
    if Permission.CUSTOMERS_HOLD not in unit.people.permissions(uid):
        raise Refusal(
            Why.MAY_NOT_HOLD,
            field="agent",
            name=unit.people.name_of(uid),
            permission=Permission.CUSTOMERS_HOLD,
        )


def _bind(act: CustomerWrite, uid: str, event_id: str) -> Owned:
    locked_write.healed(act)
    return open_binding(act, uid, event_id)


def open_binding(
    act: CustomerWrite,
    uid: str,
    event_id: str,
    before: Binding | None = None,
    ended: Protection | None = None,
    more: Details | None = None,
    *,
    told: bool = False,
) -> Owned:
    """Bind to the agent from the act's moment, with an open history row.

    Args:
        before: the row of the binding that ends with it.
        ended: the protection that ends with it.
        more: what else the event keeps.
        told: the event keeps it already.
    """
    if not act.unit.customers.bind(act.customer, uid, act.at):
        raise locked_write.changed_meanwhile()
    spell = Binding(_spell_id(event_id), act.customer.id, uid, act.at, None, None)
    act.unit.bindings.add([spell])
    if not told:
        kept = _opened(act, uid, event_id, before, ended)
        act.unit.events.complete(event_id, {**kept, **(more or {})})
    return Owned(changes_of(act.customer.id), owner_uid=uid, since=act.at)


def _opened(
    act: CustomerWrite,
    uid: str,
    event_id: str,
    before: Binding | None = None,
    ended: Protection | None = None,
) -> Details:
    """What an event keeps of the binding that begins with it."""
    return {
        "to": uid,
        "from": before.agent_uid if before else None,
        "since": act.at.isoformat(),
        "opened": _spell_id(event_id),
        **({"spell": before.id} if before else {}),
        **({"before": protection_kept(ended)} if ended else {}),
    }


def _spell_id(event_id: str) -> str:
    """The id of the history row of the binding that begins with this event."""
    return derived_id(event_id, "spell")


def _claimed_before(unit: UnitOfWork, event_id: str, customer_id: str) -> Owned:
    """The answer to a claim that was committed before, from its event."""
    found = submission.stored(unit, event_id)
    if found is None:
        return Owned(changes_of(customer_id), replayed=True)
    return as_it_was(found, customer_id)


def as_it_was(found: Stored, customer_id: str) -> Owned:
    """The answer to an act that was committed before, from its event."""
    details = found.last.details
    since = details.get("since")
    return Owned(
        changes_of(customer_id),
        replayed=True,
        owner_uid=str(details.get("to") or ""),
        since=datetime.fromisoformat(str(since)) if since else None,
    )
