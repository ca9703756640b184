"""A form that is sent again with other content after a lost answer: nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from salesdesk.domain.contact import Contact, ContactDraft, Keep, Outcome
from salesdesk.domain.customer import CustomerDraft, LeadSource, SalesStatus
from salesdesk.domain.errors import Conflict, NotAllowed, Refusal
from salesdesk.domain.events import new_id
from salesdesk.domain.moments import DAY
from salesdesk.domain.ownership import OwnershipSeen
from salesdesk.services import (
    contacts,
    customers,
    follow_ups,
    next_step,
    ownership,
    stage_moves,
    submission,
)
from salesdesk.services.admin import settings
from salesdesk.services.admin.settings import NewValue
from tests.support.factories import NOON, Office, draft, fresh_phone
from tests.support.invariants import breaches
from tests.support.ownership_rows import events_of, state_of


def typed_customer() -> CustomerDraft:
    return CustomerDraft(
        new_id(), "Maya", fresh_phone(), "PT Maju", "Jl. Merdeka 1", LeadSource.CANVAS
    )


def stored_contact(office: Office, contact_id: str) -> Contact:
    return contacts.get(office.lead, contact_id)


def due(office: Office, customer_id: str) -> object:
    return office.store.read(lambda reading: next_step.of(reading, customer_id, reading.now).due_at)


# --- contacts ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "other",
    [
        lambda typed: replace(typed, notes="Other words."),
        lambda typed: replace(typed, outcome=Outcome.UNSUCCESSFUL),
        lambda typed: replace(typed, when=NOON - DAY),
        lambda typed: replace(typed, next_step=NOON + 9 * DAY),
        lambda typed: replace(typed, next_step=None),
        lambda typed: replace(typed, notes="", next_step=NOON + DAY, outcome=Outcome.UNSUCCESSFUL),
    ],
    ids=["note", "outcome", "moment", "step", "no step", "several"],
)
def test_a_contact_becomes_what_was_typed_last(
    office: Office, other: Callable[[ContactDraft], ContactDraft]
) -> None:
    customer = office.customer(owner=office.agent_uid)
    first = draft(customer, next_step=NOON + 5 * DAY)
    second = other(first)
    contacts.log(office.agent, first)
    office.pass_time(timedelta(seconds=20))
    logged = contacts.log(office.agent, second)
    stands = stored_contact(office, first.id)
    assert logged.contact == stands
    assert (stands.notes, stands.outcome, stands.next_step) == (
        second.notes,
        second.outcome,
        second.next_step,
    )
    assert stands.at == (second.when or NOON)
    assert sorted(events_of(office, customer), reverse=True) == ["contact_logged", "contact_edited"]
    assert contacts.log(office.agent, second).replayed
    assert sorted(events_of(office, customer), reverse=True) == ["contact_logged", "contact_edited"]
    assert breaches(office.database) == []


def test_back_to_the_first_content_is_a_change_too(office: Office) -> None:
    customer = office.customer(owner=office.agent_uid)
    first = draft(customer, notes="First words.")
    second = replace(first, notes="Other words.")
    for typed in (first, second, first):
        contacts.log(office.agent, typed)
        assert stored_contact(office, first.id).notes == typed.notes
    assert sorted(events_of(office, customer), reverse=True) == [
        "contact_logged",
        "contact_edited",
        "contact_edited",
    ]
    assert contacts.log(office.agent, first).replayed


def test_log_and_claim_after_a_log_whose_answer_was_lost(office: Office) -> None:
    customer = office.customer()
    typed = draft(customer)
    contacts.log(office.agent, typed)
    contacts.log(office.agent, replace(typed, claim=True, notes="And mine."))
    assert state_of(office, customer)[0] == office.agent_uid
    assert stored_contact(office, typed.id).notes == "And mine."
    assert breaches(office.database) == []


def test_a_log_after_a_log_and_claim_whose_answer_was_lost(office: Office) -> None:
    customer = office.customer()
    typed = draft(customer, claim=True)
    contacts.log(office.agent, typed)
    plain = replace(typed, claim=False, notes="Not mine.")
    assert contacts.log(office.agent, plain).claimed is None
    assert state_of(office, customer)[0] is None
    assert stored_contact(office, typed.id).notes == "Not mine."
    assert contacts.log(office.agent, plain).replayed
    assert breaches(office.database) == []


def test_a_claim_that_is_refused_then_says_that_the_contact_is_stored(office: Office) -> None:
    customer = office.customer()
    typed = draft(customer)
    contacts.log(office.agent, typed)
    ownership.claim(office.other, new_id(), customer)
    with pytest.raises(Conflict, match="Eko") as told:
        contacts.log(office.agent, replace(typed, claim=True, notes="And mine."))
    assert told.value.earlier_stored
    assert stored_contact(office, typed.id).notes == typed.notes


def test_a_standing_follow_up_stays_where_the_step_was_taken_out_again(office: Office) -> None:
    customer = office.customer(owner=office.agent_uid)
    follow_ups.plan(office.agent, new_id(), customer, NOON + 3 * DAY)
    typed = draft(customer, next_step=NOON + 8 * DAY)
    contacts.log(office.agent, typed)
    contacts.log(office.agent, replace(typed, next_step=None))
    assert due(office, customer) == NOON + 3 * DAY
    contacts.log(office.agent, replace(typed, next_step=None, standing_follow_up=Keep.CLEAR))
    assert due(office, customer) is None


def test_somebody_elses_change_between_the_two_is_not_overwritten(office: Office) -> None:
    customer = office.customer(owner=office.agent_uid)
    first = draft(customer, notes="First words.")
    contacts.log(office.agent, first)
    stands = stored_contact(office, first.id)
    contacts.edit(office.lead, new_id(), stands, replace(first, notes="The lead's words."))
    with pytest.raises(contacts.EditConflict) as told:
        contacts.log(office.agent, replace(first, notes="Other words."))
    assert (told.value.fields, told.value.earlier_stored) == (("notes",), True)
    assert stored_contact(office, first.id).notes == "The lead's words."
    # What they did not touch is changed beside it.
    contacts.log(office.agent, replace(first, outcome=Outcome.UNSUCCESSFUL))
    stands = stored_contact(office, first.id)
    assert (stands.notes, stands.outcome) == ("The lead's words.", Outcome.UNSUCCESSFUL)


def test_an_edit_becomes_what_was_typed_last(office: Office) -> None:
    customer = office.customer(owner=office.agent_uid)
    first = draft(customer, notes="First words.")
    contacts.log(office.agent, first)
    seen, form = stored_contact(office, first.id), new_id()
    for notes in ("Second words.", "Third words.", "First words."):
        contacts.edit(office.agent, form, seen, replace(first, notes=notes))
        assert stored_contact(office, first.id).notes == notes
    assert sorted(events_of(office, customer), reverse=True) == [
        "contact_logged",
        *["contact_edited"] * 3,
    ]


def test_an_edit_puts_back_nothing_that_somebody_else_changed(office: Office) -> None:
    customer = office.customer(owner=office.agent_uid)
    first = draft(customer, notes="First words.")
    contacts.log(office.agent, first)
    opened = stored_contact(office, first.id)
    contacts.edit(office.agent, new_id(), opened, replace(first, notes="The agent's words."))
    contacts.edit(office.lead, new_id(), opened, replace(first, outcome=Outcome.UNSUCCESSFUL))
    stands = stored_contact(office, first.id)
    assert (stands.notes, stands.outcome) == ("The agent's words.", Outcome.UNSUCCESSFUL)
    with pytest.raises(contacts.EditConflict, match="the note") as told:
        contacts.edit(office.lead, new_id(), opened, replace(first, notes="The lead's words."))
    assert told.value.current == stands
    assert stored_contact(office, first.id) == stands


# --- customers -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "changed",
    [
        {"name": "Maya Sari"},
        {"company": "", "address": "Jl. Sudirman 2"},
        {"lead_source": None, "sales_status": SalesStatus.HOT},
        {"phone": "0812 7777 6666"},
    ],
    ids=["name", "company and address", "source and status", "phone"],
)
def test_a_new_customer_becomes_what_was_typed_last(
    office: Office, changed: dict[str, object]
) -> None:
    first = typed_customer()
    second = replace(first, **changed)  # type: ignore[arg-type]
    customers.create(office.agent, first)
    assert customers.create(office.agent, second).customer_id == first.id
    stands = customers.get(office.agent, first.id)
    for field in ("name", "company", "address", "lead_source", "sales_status"):
        assert (getattr(stands, field) or None) == (getattr(second, field) or None)
    if "phone" in changed:
        assert stands.phone == "+6281277776666"
        assert customers.duplicate_of(office.other, "0812-77776666") is not None
    assert customers.create(office.agent, second).replayed
    customers.create(office.agent, first)
    assert customers.get(office.agent, first.id).name == first.name
    assert office.database.execute("SELECT COUNT(*) FROM customers") == [(1,)]


@pytest.mark.parametrize("claim", [True, False])
def test_becomes_my_customer_is_followed_both_ways(office: Office, claim: bool) -> None:
    typed = typed_customer()
    customers.create(office.agent, typed, claim=not claim)
    customers.create(office.agent, typed, claim=claim)
    assert state_of(office, typed.id)[0] == (office.agent_uid if claim else None)
    assert breaches(office.database) == []


def test_an_edited_customer_becomes_what_was_typed_last(office: Office) -> None:
    made = typed_customer()
    customers.create(office.agent, made)
    seen, form = customers.get(office.agent, made.id), new_id()
    for name, company in (("A", "PT Maju"), ("B", "PT Jaya"), ("Maya", "PT Maju")):
        customers.edit(office.agent, form, replace(made, name=name, company=company), seen)
        stands = customers.get(office.agent, made.id)
        assert (stands.name, stands.company) == (name, company)


def test_a_change_of_a_customer_meets_somebody_elses(office: Office) -> None:
    made = typed_customer()
    customers.create(office.agent, made)
    seen, form = customers.get(office.agent, made.id), new_id()
    customers.edit(office.agent, form, replace(made, name="A"), seen)
    now = customers.get(office.lead, made.id)
    customers.edit(office.lead, new_id(), replace(made, name="The lead's"), now)
    with pytest.raises(customers.EditConflict) as told:
        customers.edit(office.agent, form, replace(made, name="B"), seen)
    assert told.value.earlier_stored
    assert customers.get(office.agent, made.id).name == "The lead's"


# --- everything else that a form sends -----------------------------------------------------------


def test_a_customer_goes_to_the_agent_chosen_last(office: Office) -> None:
    customer, form = office.customer(), new_id()
    for uid in (office.agent_uid, office.other_uid, office.agent_uid):
        owned = ownership.assign(office.lead, form, customer, uid)
        assert (owned.owner_uid, state_of(office, customer)[0]) == (uid, uid)
    assert sorted(events_of(office, customer)) == ["assigned", "transferred", "transferred"]
    assert breaches(office.database) == []


def test_a_transfer_goes_to_the_agent_chosen_last(office: Office) -> None:
    customer, form = office.customer(owner=office.lead_uid), new_id()
    seen = OwnershipSeen(office.lead_uid)
    for uid in (office.agent_uid, office.other_uid):
        ownership.transfer(office.lead, form, customer, uid, seen)
        assert state_of(office, customer)[0] == uid
    assert breaches(office.database) == []


def test_a_customer_claimed_between_is_not_taken_away(office: Office) -> None:
    customer, form = office.customer(), new_id()
    ownership.assign(office.lead, form, customer, office.agent_uid)
    ownership.release(office.agent, new_id(), customer, OwnershipSeen(office.agent_uid))
    ownership.claim(office.lead, new_id(), customer)
    with pytest.raises(Conflict) as told:
        ownership.assign(office.lead, form, customer, office.other_uid)
    assert told.value.earlier_stored
    assert state_of(office, customer)[0] == office.lead_uid


def test_a_protection_and_a_plan_are_as_typed_last(office: Office) -> None:
    customer = office.customer(owner=office.agent_uid)
    protecting, planning = new_id(), new_id()
    for days, reason in ((3, "Ill"), (9, "Away"), (3, "Ill")):
        until = NOON + days * DAY
        ownership.protect(office.lead, protecting, customer, until, reason)
        assert office.database.execute("SELECT reason FROM salesdesk_protections") == [(reason,)]
        follow_ups.plan(office.agent, planning, customer, until, reason)
        assert due(office, customer) == until
    assert follow_ups.plan(office.agent, planning, customer, NOON + 3 * DAY, "Ill").replayed


def test_protecting_and_ending_it_are_told_apart_under_one_id(office: Office) -> None:
    customer, form = office.customer(owner=office.agent_uid), new_id()
    for _ in range(2):
        ownership.protect(office.lead, form, customer, NOON + DAY, "Ill")
        assert office.database.execute("SELECT reason FROM salesdesk_protections") == [("Ill",)]
        ownership.unprotect(office.lead, form, customer)
        assert office.database.execute("SELECT reason FROM salesdesk_protections") == []
    assert ownership.unprotect(office.lead, form, customer).replayed


def test_a_move_goes_to_where_it_was_dropped_last(office: Office) -> None:
    customer, form = office.customer(), new_id()
    for to in (SalesStatus.WARM, SalesStatus.HOT, SalesStatus.COLD):
        stage_moves.move(office.agent, form, customer, SalesStatus.COLD, to)
        assert customers.get(office.agent, customer).sales_status is to


def test_a_setting_is_as_typed_last(office: Office) -> None:
    form = new_id()
    for text in ("40", "50", "40"):
        settings.change(office.admin, form, NewValue("salesdesk.release.limit_cold", text))
        assert settings.read(office.admin).limits.cold == int(text) * DAY


def test_nothing_is_asked_for_where_nothing_differs(office: Office) -> None:
    made = typed_customer()
    customers.create(office.agent, made)
    seen, form = customers.get(office.agent, made.id), new_id()
    customers.edit(office.agent, form, made, seen)
    assert not submission.is_stored(office.agent, form)


def test_a_right_that_was_taken_away_is_not_gone_around(office: Office) -> None:
    customer = office.customer(owner=office.agent_uid)
    first = draft(customer, notes="First words.")
    contacts.log(office.agent, first)
    office.pass_time(timedelta(hours=30))
    with pytest.raises(NotAllowed, match="24 hours") as told:
        contacts.log(office.agent, replace(first, notes="Other words."))
    assert isinstance(told.value, Refusal)
    assert told.value.earlier_stored
