"""Taking back a release: the customer is its agent's again, with the clock as it was.

Source: docs/rules.md, "The idle clock": a release by oneself and a new claim would start the clock
anew for ever, so what is taken back keeps the old one until the next contact.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from salesdesk.domain.customer import tidy
from salesdesk.domain.errors import Conflict, Refusal
from salesdesk.domain.events import Event, EventKind
from salesdesk.domain.idle_clock import IdleFacts, KeptClock, idle_since, period_start
from salesdesk.domain.people import same_uid
from salesdesk.domain.permissions import Permission
from salesdesk.domain.refusals import Why
from salesdesk.domain.summary import CustomerFacts
from salesdesk.services import access, bulk, locked_write, ownership, submission
from salesdesk.services.bulk import Batch
from salesdesk.services.locked_write import CustomerWrite
from salesdesk.services.ownership import Owned
from salesdesk.services.protection_records import check_protection
from salesdesk.services.session import Session
from salesdesk.services.submission import Stored
from salesdesk.storage.reads.release_log import TAKING
from salesdesk.storage.reads.spell_events import moment
from salesdesk.storage.stores.plans import Protection
from salesdesk.storage.unit_of_work import Reading, UnitOfWork


@dataclass(frozen=True, slots=True)
class Protecting:
    """Until when the customer is protected in the same act, and why."""

    until: datetime
    reason: str


def give_back(
    session: Session, event_id: str, release_id: str, protecting: Protecting | None = None
) -> Owned:
    """Bind a released customer to its former agent again, as long as nobody had it since.

    Whoever released their own customer may take that back; else a lead may.

    Args:
        release_id: the event of the release.

    Raises:
        NotAllowed: the actor may neither claim this customer back nor assign, or not protect.
        Invalid: of the protection.
        Conflict: somebody has the customer, or had it since.
        Refusal: it is no release, or the former agent may not hold customers any more.
        CustomerGone.
    """
    release = session.store.read(lambda reading: reading.events.get(release_id))
    needed = _needed(session, release, protecting)
    access.require(session.actor, *needed)
    if release is None or release.kind != EventKind.RELEASED or release.customer_id is None:
        raise Refusal(Why.NO_RELEASE)
    customer_id, owner = release.customer_id, str(release.details.get("owner") or "")
    asked = submission.content(
        release=release_id,
        until=protecting.until if protecting else None,
        reason=tidy(protecting.reason) if protecting else None,
    )

    def work(unit: UnitOfWork) -> Owned:
        act = locked_write.begin_write(
            unit, session, event_id, EventKind.GIVEN_BACK, customer_id, needed,
            asked=asked, with_history=True,
        )  # fmt: skip
        ownership.refuse_if_owned(act)
        _refuse_if_taken_since(act, release)
        ownership.require_agent(unit, owner)
        locked_write.healed(act)
        clock = _clock(act, release, owner)
        more = {"release": release_id, "idle_since": clock.idle_since.isoformat()}
        owned = ownership.open_binding(act, owner, event_id, more=more)
        unit.kept_clocks.put(customer_id, owner, act.at, clock, event_id)
        if protecting is not None:
            _protect(act, protecting)
        return owned

    return submission.submit(
        session,
        event_id,
        asked,
        work,
        replayed=lambda _, found: ownership.as_it_was(found, customer_id),
        change=lambda found: _protect_too(session, customer_id, protecting, found),
    )


def give_all_back(session: Session, batch_id: str, releases: Mapping[str, str]) -> Batch:
    """Give these customers back, each by the release named beside it.

    Raises:
        NotAllowed: the actor may do none of it.
        Unavailable: as of `bulk.claim`.
    """
    actor = session.actor
    lead = actor.may(Permission.CUSTOMERS_ASSIGN)
    needed = Permission.CUSTOMERS_ASSIGN if lead else Permission.CUSTOMERS_CLAIM
    return bulk.each(
        session, batch_id, EventKind.GIVEN_BACK, tuple(releases),
        lambda event, one: give_back(session, event, releases[one]), (needed,),
    )  # fmt: skip


def old_clock(reading: Reading, release: Event, facts: CustomerFacts, now: datetime) -> IdleFacts:
    """What the idle clock would read of the customer with the clock as it was."""
    owner = str(release.details.get("owner") or "")
    since = moment(release.details.get("since"))
    kept = None
    if since is not None:
        kept = reading.kept_clocks.of_spell(facts.customer_id, owner, since)
    return IdleFacts(
        facts.created_at,
        since,
        facts.last_interaction,
        facts.newest.at if facts.newest else None,
        facts.status,
        None,
        kept,
        linked_contact=facts.linked_contact,
    )


def _needed(
    session: Session, release: Event | None, protecting: Protecting | None
) -> tuple[Permission, ...]:
    uid = session.actor.uid
    own = (
        release is not None
        and uid is not None
        and same_uid(release.actor_uid, uid)
        and same_uid(str(release.details.get("owner") or ""), uid)
    )
    taking = (
        (Permission.CUSTOMERS_CLAIM, Permission.CUSTOMERS_HOLD)
        if own
        else (Permission.CUSTOMERS_ASSIGN,)
    )
    return (*taking, Permission.CUSTOMERS_PROTECT) if protecting is not None else taking


def _refuse_if_taken_since(act: CustomerWrite, release: Event) -> None:
    """Check that nobody had the customer since, whoever gave it to them.

    Another application leaves no event, but the end of what it gave stands in the history.

    Raises:
        Conflict: somebody had.
    """
    events = act.unit.events.of_customer(act.customer.id, TAKING)
    later = (
        event
        for event in events
        if event.id != act.event_id
        and event.at >= release.at
        and event.details.get("opened") != release.details.get("spell")
    )
    stored = act.ground.found.stored if act.ground is not None else None
    free_since = stored.free_since if stored is not None else None
    if any(later) or (free_since is not None and free_since > release.at):
        raise Conflict(Why.TAKEN_SINCE_RELEASE)


def _clock(act: CustomerWrite, release: Event, owner: str) -> KeptClock:
    assert act.ground is not None  # noqa: S101 - `begin_write` has read it
    facts = old_clock(act.unit, release, act.ground.found.facts, act.at)
    return KeptClock(idle_since(facts, act.at), period_start(facts, act.at))


def _protect(act: CustomerWrite, protecting: Protecting) -> None:
    text = tidy(protecting.reason)
    check_protection(protecting.until, text, act.at)
    details = {"until": protecting.until.isoformat(), "reason": text, "before": None}
    event = locked_write.part(act, "protected", EventKind.PROTECTED, details)
    act.unit.events.add([event])
    by = act.actor.uid or ""
    act.unit.protections.put(
        Protection(act.customer.id, protecting.until, text, by, act.at, event.id)
    )


def _protect_too(
    session: Session, customer_id: str, protecting: Protecting | None, found: Stored
) -> Owned:
    """A try that was thought lost gave the customer back; only the protection may differ."""
    if protecting is not None:
        ownership.protect(session, found.next_id, customer_id, protecting.until, protecting.reason)
    return ownership.as_it_was(found, customer_id)
