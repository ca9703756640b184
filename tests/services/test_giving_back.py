"""A release that is taken back: the old clock counts until the next contact (docs/rules.md)."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.errors import Conflict, Invalid, NotAllowed, Refusal
from salesdesk.domain.events import EventKind, new_id
from salesdesk.domain.idle_clock import IdleFacts, Limits, departure
from salesdesk.domain.moments import DAY
from salesdesk.domain.ownership import OwnershipSeen, UnbindingReason
from salesdesk.domain.people import SYSTEM
from salesdesk.domain.release_log import ReleaseQuery, Since
from salesdesk.services import contacts, giving_back, ownership
from salesdesk.services.giving_back import Protecting
from salesdesk.services.lists import customers, release_log
from salesdesk.services.release import run
from salesdesk.services.release.report import Cause
from salesdesk.services.session import Session
from tests.support.factories import NOON, Office, draft
from tests.support.invariants import breaches
from tests.support.ownership_rows import state_of
from tests.support.settings import set_to

HOUR = timedelta(hours=1)


def leaves_at(office: Office, customer: str) -> datetime:
    found = customers.rows(office.lead, [customer])[0].departure
    assert found is not None
    return found.leaves_at


def releases(office: Office, query: ReleaseQuery | None = None) -> list[str]:
    return [row.id for row in release_log.page(office.lead, query or ReleaseQuery()).rows]


def by_run(office: Office) -> int:
    return run.run(Session(office.store, SYSTEM, "PC-RINA"), Cause.STARTUP).released


def released(office: Office, customer: str, by: Session | None = None) -> str:
    event = new_id()
    ownership.release(by or office.lead, event, customer, OwnershipSeen(office.agent_uid))
    return event


def test_a_release_by_a_mistake_is_taken_back_with_its_clock(office: Office) -> None:
    since = NOON - 20 * DAY
    customer = office.customer(owner=office.agent_uid, since=since)
    before = leaves_at(office, customer)
    event = released(office, customer)
    office.pass_time(3 * DAY)
    owned = giving_back.give_back(office.lead, new_id(), event)
    assert (owned.owner_uid, owned.since) == (office.agent_uid, NOON + 3 * DAY)
    assert leaves_at(office, customer) == before
    assert breaches(office.database) == []
    # Ten days later it is due, although the binding is a week old.
    office.move_clock(before)
    assert by_run(office) == 1


def test_the_next_contact_ends_the_old_clock(office: Office) -> None:
    set_to(office.admin, "salesdesk.release.period", "40")
    customer = office.customer(owner=office.agent_uid, since=NOON - 20 * DAY)
    event = released(office, customer)
    office.pass_time(HOUR)
    giving_back.give_back(office.lead, new_id(), event)
    assert leaves_at(office, customer) == NOON + 10 * DAY
    office.pass_time(HOUR)
    contacts.log(office.agent, draft(customer))
    # From here on inactivity counts from the contact, and the period from the new binding.
    assert leaves_at(office, customer) == office.now + 30 * DAY
    contacts.log(office.agent, draft(customer, when=office.now))
    office.pass_time(20 * DAY)
    contacts.log(office.agent, draft(customer))
    assert leaves_at(office, customer) == NOON + HOUR + 40 * DAY


def test_given_back_twice_the_first_clock_still_counts(office: Office) -> None:
    customer = office.customer(owner=office.agent_uid, since=NOON - 20 * DAY)
    first = released(office, customer)
    office.pass_time(HOUR)
    giving_back.give_back(office.lead, new_id(), first)
    office.pass_time(HOUR)
    second = released(office, customer)
    office.pass_time(HOUR)
    giving_back.give_back(office.lead, new_id(), second)
    assert leaves_at(office, customer) == NOON + 10 * DAY
    with pytest.raises(Conflict):
        giving_back.give_back(office.lead, new_id(), first)


def test_a_new_owner_has_a_clock_of_their_own(office: Office) -> None:
    customer = office.customer(owner=office.agent_uid, since=NOON - 20 * DAY)
    event = released(office, customer)
    giving_back.give_back(office.lead, new_id(), event)
    ownership.transfer(
        office.lead, new_id(), customer, office.other_uid, OwnershipSeen(office.agent_uid)
    )
    assert leaves_at(office, customer) == office.now + 30 * DAY


def test_after_inactivity_it_is_protected_in_the_same_act(office: Office) -> None:
    customer = office.customer(owner=office.agent_uid, since=NOON - 30 * DAY)
    assert by_run(office) == 1
    (event,) = releases(office)
    until = NOON + 7 * DAY
    with pytest.raises(Invalid):
        giving_back.give_back(office.lead, new_id(), event, Protecting(until, ""))
    form = new_id()
    giving_back.give_back(office.lead, form, event, Protecting(until, "A quotation is out."))
    assert leaves_at(office, customer) == until
    assert by_run(office) == 0
    # The answer was lost: the same form again does nothing.
    again = giving_back.give_back(
        office.lead, form, event, Protecting(until, "A quotation is out.")
    )
    assert again.replayed
    office.move_clock(until)
    assert by_run(office) == 1


def test_unprotected_it_leaves_with_the_next_run(office: Office) -> None:
    office.customer(owner=office.agent_uid, since=NOON - 30 * DAY)
    assert by_run(office) == 1
    (event,) = releases(office)
    giving_back.give_back(office.lead, new_id(), event)
    assert by_run(office) == 1


def test_whoever_was_claimed_since_is_not_given_back(office: Office) -> None:
    customer = office.customer(owner=office.agent_uid)
    event = released(office, customer)
    office.pass_time(HOUR)
    ownership.claim(office.other, new_id(), customer)
    with pytest.raises(Conflict, match="Eko Saputra has this customer"):
        giving_back.give_back(office.lead, new_id(), event)
    office.pass_time(HOUR)
    ownership.release(office.lead, new_id(), customer, OwnershipSeen(office.other_uid))
    with pytest.raises(Conflict, match="Somebody had this customer since"):
        giving_back.give_back(office.lead, new_id(), event)


def test_what_another_application_gave_since_counts_too(office: Office) -> None:
    customer = office.customer(owner=office.agent_uid)
    event = released(office, customer)
    office.pass_time(HOUR)
    office.closed_spell(customer, office.other_uid, office.now - HOUR / 2, office.now)
    with pytest.raises(Conflict, match="Somebody had this customer since"):
        giving_back.give_back(office.lead, new_id(), event)


def test_an_agent_takes_back_only_an_own_release_of_an_own_customer(office: Office) -> None:
    customer = office.customer(owner=office.agent_uid, since=NOON - 20 * DAY)
    own = released(office, customer, by=office.agent)
    giving_back.give_back(office.agent, new_id(), own)
    assert state_of(office, customer)[0] == office.agent_uid
    assert leaves_at(office, customer) == NOON + 10 * DAY
    office.pass_time(HOUR)
    by_lead = released(office, customer)
    with pytest.raises(NotAllowed):
        giving_back.give_back(office.agent, new_id(), by_lead)
    with pytest.raises(Refusal, match="no release"):
        giving_back.give_back(office.lead, new_id(), new_id())


def test_many_are_given_back_as_one_act(office: Office) -> None:
    ids = [office.customer(owner=office.agent_uid) for _ in range(3)]
    events = {one: released(office, one) for one in ids}
    office.pass_time(HOUR)
    ownership.claim(office.other, new_id(), ids[0])
    batch = giving_back.give_all_back(office.lead, new_id(), events)
    assert (batch.done, [one.customer_id for one in batch.lost]) == (tuple(ids[1:]), ids[:1])


# --- the log --------------------------------------------------------------------------------------


def test_the_log_says_who_left_whom_why_and_what_came_then(office: Office) -> None:
    idle = office.customer("Wahyu", owner=office.agent_uid, since=NOON - 30 * DAY, company="PT A")
    assert by_run(office) == 1
    office.pass_time(HOUR)
    moved = office.customer("Melati", owner=office.other_uid)
    event = new_id()
    ownership.release(office.lead, event, moved, OwnershipSeen(office.other_uid), "moved away")
    office.pass_time(2 * HOUR)
    ownership.claim(office.agent, new_id(), moved)
    by_hand, by_rule = release_log.page(office.lead, ReleaseQuery()).rows
    assert (by_hand.customer, by_hand.owner, by_hand.why) == ("Melati", "Eko Saputra", "moved away")
    assert by_hand.by_name == "Rina Wulandari"
    assert (by_hand.since.what, by_hand.since.name) == (Since.TAKEN, "Andi Firmansyah")
    assert by_hand.since.after == 2 * HOUR
    assert (by_rule.reason, by_rule.idle_days, by_rule.limit_days) == ("inactivity", 30, 30)
    assert (by_rule.host, by_rule.since.what) == ("PC-RINA", Since.IN_POOL)
    giving_back.give_back(office.lead, new_id(), by_rule.id)
    again = release_log.page(office.lead, ReleaseQuery(words="wah pt")).rows
    assert [row.since.what for row in again] == [Since.GIVEN_BACK]
    assert again[0].customer_id == idle


def test_the_filters_narrow_the_log_and_its_counts(office: Office) -> None:
    office.customer(owner=office.agent_uid, since=NOON - 30 * DAY)
    assert by_run(office) == 1
    other = office.customer(owner=office.other_uid)
    event = new_id()
    # What somebody typed is no field of the event.
    typed = 'they said "reason":"inactivity" and "owner":"uid-andi"'
    ownership.release(office.lead, event, other, OwnershipSeen(office.other_uid), typed)
    counts = release_log.page(office.lead, ReleaseQuery()).counts
    assert counts is not None
    assert (counts.all, counts.inactive, counts.by_hand) == (2, 1, 1)
    assert releases(office, ReleaseQuery(reason=UnbindingReason.MANUAL_RELEASE)) == [event]
    assert releases(office, ReleaseQuery(agent_uid=office.other_uid)) == [event]
    assert len(releases(office, ReleaseQuery(agent_uid=office.agent_uid))) == 1
    office.pass_time(31 * DAY)
    assert releases(office) == []
    assert len(releases(office, ReleaseQuery(days=None))) == 2


def test_the_log_is_paged_by_key(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(release_log, "PAGE", 2)
    events = [released(office, office.customer(owner=office.agent_uid)) for _ in range(5)]
    found: list[str] = []
    after = None
    while True:
        page = release_log.page(office.lead, ReleaseQuery(), after)
        found += [row.id for row in page.rows]
        assert (page.counts is None) == (after is not None)
        after = page.after
        if after is None:
            break
    assert found == sorted(events, reverse=True)


def test_why_names_what_decided_and_what_giving_back_would_mean(office: Office) -> None:
    customer = office.customer(
        owner=office.agent_uid, since=NOON - 40 * DAY, status=SalesStatus.WARM
    )
    office.contact(customer, at=NOON - 30 * DAY, notes="Wants a date in August.")
    assert by_run(office) == 1
    (event,) = releases(office)
    row, facts = release_log.facts(office.lead, event)
    assert facts.contact is not None
    assert (facts.contact.notes, facts.contact.by_name) == (
        "Wants a date in August.", "Andi Firmansyah",
    )  # fmt: skip
    assert facts.run is not None
    assert (facts.run.host, facts.run.due, facts.run.released) == ("PC-RINA", 1, 1)
    assert facts.leaves_at == NOON
    ownership.claim(office.other, new_id(), customer)
    assert release_log.facts(office.lead, event)[1].leaves_at is None
    assert row.can_return


# --- any order of things --------------------------------------------------------------------------


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(
    idle=st.integers(0, 29),
    waits=st.lists(st.integers(0, 5), min_size=1, max_size=3),
    contact=st.none() | st.integers(0, 4),
)
def test_without_a_contact_no_undo_moves_the_clock(
    office: Office, idle: int, waits: list[int], contact: int | None
) -> None:
    office.move_clock(NOON)
    customer = office.customer(owner=office.agent_uid, since=NOON - idle * DAY)
    last = NOON - idle * DAY
    for days in waits:
        event = released(office, customer)
        office.pass_time(days * DAY + HOUR)
        if contact == days:
            contacts.log(office.other, draft(customer))
            last = office.now
            office.pass_time(HOUR)
        giving_back.give_back(office.lead, new_id(), event)
        office.pass_time(HOUR)
        facts = IdleFacts(None, last, None, None)
        assert leaves_at(office, customer) == departure(facts, Limits(), office.now).leaves_at
    kinds = [
        event.kind
        for event in office.store.read(
            lambda reading: reading.events.of_customer(customer, [EventKind.GIVEN_BACK])
        )
    ]
    assert len(kinds) == len(waits)
    assert breaches(office.database) == []
