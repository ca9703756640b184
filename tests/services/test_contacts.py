"""Logging, editing and deleting contacts, and the next step that follows from them."""

import json
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from salesdesk.domain.contact import Contact, Keep, Method, Outcome
from salesdesk.domain.errors import (
    Conflict,
    ContactGone,
    CustomerGone,
    Invalid,
    NotAllowed,
)
from salesdesk.domain.events import new_id
from salesdesk.domain.moments import DAY
from salesdesk.services import contacts, follow_ups, next_step
from salesdesk.storage.stores.plans import Plan
from tests.support.factories import NOON, Office, draft
from tests.support.invariants import breaches
from tests.support.ownership_rows import events_of, shown, state_of


def stands(office: Office, contact_id: str) -> Contact:
    """The contact as a form is opened with it."""
    return contacts.get(office.lead, contact_id)


def last_interaction(office: Office, customer_id: str) -> str | None:
    [(value,)] = office.database.execute(
        "SELECT last_interaction_date FROM customers WHERE id = %s", customer_id
    )
    return shown(value) if value is not None else None


def next_step_of(office: Office, customer_id: str) -> datetime | None:
    return office.store.read(lambda reading: next_step.of(reading, customer_id, reading.now).due_at)


def test_a_log_moves_the_last_interaction_and_leaves_one_event(office: Office) -> None:
    customer = office.customer(owner=office.other_uid)
    logged = contacts.log(office.agent, draft(customer))
    assert logged.contact is not None
    assert (logged.contact.at, logged.contact.by_uid) == (NOON, office.agent_uid)
    assert last_interaction(office, customer) == "2026-06-08 12:00:00"
    assert events_of(office, customer) == ["contact_logged"]


def test_a_back_dated_contact_never_moves_the_last_interaction_back(office: Office) -> None:
    customer = office.customer(last_interaction=NOON - DAY)
    contacts.log(office.agent, draft(customer, when=NOON - 3 * DAY))
    assert last_interaction(office, customer) == "2026-06-07 12:00:00"


def test_the_same_draft_twice_is_one_contact(office: Office) -> None:
    customer = office.customer()
    typed = draft(customer)
    first = contacts.log(office.agent, typed)
    again = contacts.log(office.agent, typed)
    assert again.replayed
    assert again.contact == first.contact
    assert office.database.execute("SELECT COUNT(*) FROM customer_contacts") == [(1,)]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"when": NOON + timedelta(hours=1)}, "when"),
        ({"when": datetime(1969, 1, 1, tzinfo=NOON.tzinfo)}, "when"),
        ({"next_step": NOON - timedelta(hours=1)}, "next_step"),
        ({"next_step": datetime(2038, 2, 1, tzinfo=NOON.tzinfo)}, "next_step"),
        ({"notes": "bell \x07"}, "notes"),
        ({"notes": "x" * 70_000}, "notes"),
    ],
)
def test_bad_input_names_its_field_and_changes_nothing(
    office: Office, change: dict[str, object], field: str
) -> None:
    customer = office.customer()
    with pytest.raises(Invalid) as refusal:
        contacts.log(office.agent, replace(draft(customer), **change))  # type: ignore[arg-type]
    assert refusal.value.faults[0].field == field
    assert events_of(office, customer) == []
    assert office.database.execute("SELECT COUNT(*) FROM customer_contacts") == [(0,)]


def test_a_desktop_clock_a_minute_fast_counts_as_now(office: Office) -> None:
    logged = contacts.log(office.agent, draft(office.customer(), when=NOON + timedelta(minutes=1)))
    assert logged.contact is not None
    assert logged.contact.at == NOON


def test_emoji_and_quotes_in_a_note_come_back_as_typed(office: Office) -> None:
    note = "Suka 🍲 & “paket B”; DROP TABLE customers; -- 100% \\ 'ok'\nBaris dua"
    logged = contacts.log(office.agent, draft(office.customer(), notes=note))
    assert logged.contact is not None
    assert contacts.get(office.agent, logged.contact.id).notes == note


def test_log_and_claim_is_one_act(office: Office) -> None:
    customer = office.customer()
    contacts.log(office.agent, draft(customer, claim=True))
    assert state_of(office, customer)[0] == office.agent_uid
    assert events_of(office, customer) == ["claimed", "contact_logged"]
    lost = draft(customer, claim=True)
    with pytest.raises(Conflict):
        contacts.log(office.other, lost)
    assert office.database.execute("SELECT COUNT(*) FROM customer_contacts") == [(1,)]
    assert breaches(office.database) == []


def test_a_deleted_customer_refuses_the_contact(office: Office) -> None:
    customer = office.customer()
    office.database.execute("DELETE FROM customers WHERE id = %s", customer)
    with pytest.raises(CustomerGone):
        contacts.log(office.agent, draft(customer))


def test_a_log_without_a_next_step_keeps_one_that_lies_ahead(office: Office) -> None:
    customer = office.customer()
    contacts.log(office.agent, draft(customer, next_step=NOON + 5 * DAY))
    office.pass_time(DAY)
    contacts.log(office.agent, draft(customer))
    assert next_step_of(office, customer) == NOON + 5 * DAY
    office.pass_time(DAY)
    contacts.log(office.agent, replace(draft(customer), standing_follow_up=Keep.CLEAR))
    assert next_step_of(office, customer) is None


def test_a_log_fulfils_a_next_step_that_was_due(office: Office) -> None:
    customer = office.customer()
    contacts.log(office.agent, draft(customer, next_step=NOON + DAY))
    office.pass_time(2 * DAY)
    assert next_step_of(office, customer) == NOON + DAY
    contacts.log(office.agent, draft(customer))
    assert next_step_of(office, customer) is None


def test_a_plan_counts_until_a_later_contact(office: Office) -> None:
    customer = office.customer()
    contacts.log(office.agent, draft(customer, next_step=NOON + 5 * DAY))
    office.pass_time(timedelta(minutes=1))
    follow_ups.plan(office.agent, new_id(), customer, NOON + 2 * DAY, "Send the menu")
    assert next_step_of(office, customer) == NOON + 2 * DAY
    follow_ups.plan(office.agent, new_id(), customer, None)
    assert next_step_of(office, customer) is None
    office.pass_time(timedelta(minutes=1))
    office.contact(customer, next_step=NOON + 9 * DAY)
    assert next_step_of(office, customer) == NOON + 9 * DAY


def test_the_next_step_of_a_back_dated_contact_is_not_lost(office: Office) -> None:
    customer = office.customer()
    contacts.log(office.agent, draft(customer))
    office.pass_time(DAY)
    contacts.log(office.agent, draft(customer, when=NOON - DAY, next_step=NOON + 6 * DAY))
    assert next_step_of(office, customer) == NOON + 6 * DAY


def test_own_contacts_may_be_edited_for_a_day(office: Office) -> None:
    customer = office.customer()
    typed = draft(customer, when=NOON - 20 * DAY)
    contacts.log(office.agent, typed)
    office.pass_time(timedelta(hours=24))
    changed = replace(typed, outcome=Outcome.UNSUCCESSFUL, notes="Number busy.")
    edited = contacts.edit(office.agent, new_id(), stands(office, typed.id), changed)
    assert edited.contact is not None
    assert (edited.contact.outcome, edited.contact.notes) == (
        Outcome.UNSUCCESSFUL,
        "Number busy.",
    )
    office.pass_time(timedelta(seconds=1))
    with pytest.raises(NotAllowed, match="24 hours"):
        contacts.edit(office.agent, new_id(), stands(office, typed.id), typed)
    with pytest.raises(NotAllowed, match="somebody else's"):
        contacts.edit(office.other, new_id(), stands(office, typed.id), typed)
    contacts.edit(office.lead, new_id(), stands(office, typed.id), typed)


def test_the_old_values_of_an_edit_stay_in_the_event(office: Office) -> None:
    customer = office.customer()
    typed = draft(customer, notes="First words.")
    contacts.log(office.agent, typed)
    event_id = new_id()
    contacts.edit(
        office.agent, event_id, stands(office, typed.id), replace(typed, notes="Other words.")
    )
    event = office.store.read(lambda reading: reading.events.get(event_id))
    assert event is not None
    assert event.details["before"]["notes"] == "First words."  # type: ignore[index]


def test_an_edit_recomputes_the_last_interaction_only_if_it_was_this_contact(
    office: Office,
) -> None:
    customer = office.customer()
    older = draft(customer, when=NOON - 9 * DAY)
    newer = draft(customer, when=NOON - DAY)
    contacts.log(office.agent, older)
    contacts.log(office.agent, newer)
    contacts.edit(
        office.agent, new_id(), stands(office, newer.id), replace(newer, when=NOON - 2 * DAY)
    )
    assert last_interaction(office, customer) == "2026-06-06 12:00:00"
    contacts.delete(office.agent, new_id(), newer.id)
    assert last_interaction(office, customer) == "2026-05-30 12:00:00"
    office.database.execute(
        "UPDATE customers SET last_interaction_date = '2026-06-08 11:00:00' WHERE id = %s",
        customer,
    )
    contacts.delete(office.agent, new_id(), older.id)
    assert last_interaction(office, customer) == "2026-06-08 11:00:00"


def test_a_contact_that_is_gone_says_so_and_a_repeated_delete_is_the_same_act(
    office: Office,
) -> None:
    customer = office.customer()
    typed, event_id = draft(customer), new_id()
    contacts.log(office.agent, typed)
    contacts.delete(office.agent, event_id, typed.id)
    assert contacts.delete(office.agent, event_id, typed.id).replayed
    with pytest.raises(ContactGone):
        contacts.delete(office.agent, new_id(), typed.id)
    assert last_interaction(office, customer) is None


def plan_of(office: Office, customer_id: str) -> Plan | None:
    return office.store.read(lambda reading: reading.plans.get(customer_id))


def test_undoing_a_contact_brings_back_the_plan_that_it_fulfilled(office: Office) -> None:
    customer = office.customer(owner=office.agent_uid)
    follow_ups.plan(office.agent, new_id(), customer, NOON + DAY, "Bring the menu.")
    before = plan_of(office, customer)
    office.pass_time(2 * DAY)
    typed = draft(customer, next_step=NOON + 9 * DAY)
    contacts.log(office.agent, typed)
    assert plan_of(office, customer) is None
    assert next_step_of(office, customer) == NOON + 9 * DAY
    contacts.delete(office.agent, new_id(), typed.id)
    assert plan_of(office, customer) == before
    assert next_step_of(office, customer) == NOON + DAY


def test_undoing_a_back_dated_contact_takes_its_plan_away(office: Office) -> None:
    customer = office.customer(owner=office.agent_uid)
    contacts.log(office.agent, draft(customer, next_step=NOON + 4 * DAY))
    office.pass_time(DAY)
    late = draft(customer, when=NOON - DAY, next_step=NOON + 6 * DAY)
    contacts.log(office.agent, late)
    assert next_step_of(office, customer) == NOON + 6 * DAY
    contacts.delete(office.agent, new_id(), late.id)
    assert plan_of(office, customer) is None
    assert next_step_of(office, customer) == NOON + 4 * DAY


@pytest.mark.parametrize("first", [0, 1], ids=["older first", "newer first"])
def test_two_contacts_undone_in_either_order(office: Office, first: int) -> None:
    customer = office.customer(owner=office.agent_uid)
    follow_ups.plan(office.agent, new_id(), customer, NOON + 20 * DAY, "The first plan.")
    office.pass_time(DAY)
    older = draft(customer, next_step=NOON + 5 * DAY)
    contacts.log(office.agent, older)
    office.pass_time(timedelta(hours=1))
    follow_ups.plan(office.agent, new_id(), customer, NOON + 30 * DAY, "The second plan.")
    office.pass_time(timedelta(hours=1))
    newer = draft(customer, next_step=NOON + 7 * DAY)
    contacts.log(office.agent, newer)
    both = [older, newer]
    contacts.delete(office.agent, new_id(), both[first].id)
    expected = NOON + 7 * DAY if first == 0 else NOON + 30 * DAY
    assert next_step_of(office, customer) == expected
    contacts.delete(office.agent, new_id(), both[1 - first].id)
    assert next_step_of(office, customer) == NOON + 30 * DAY
    found = plan_of(office, customer)
    assert found is not None
    assert found.note == "The second plan."


@pytest.mark.parametrize("edited", [False, True], ids=["logged", "edited"])
def test_the_plan_of_a_contact_that_is_gone_does_not_come_back(
    office: Office, edited: bool
) -> None:
    customer = office.customer(owner=office.agent_uid)
    contacts.log(office.agent, draft(customer))
    office.pass_time(timedelta(hours=1))
    follow_ups.plan(office.agent, new_id(), customer, NOON + 20 * DAY)
    before = plan_of(office, customer)
    office.pass_time(timedelta(hours=1))
    step = NOON + 5 * DAY
    late = draft(customer, when=NOON - 2 * DAY, next_step=None if edited else step)
    contacts.log(office.agent, late)
    if edited:
        seen = stands(office, late.id)
        contacts.edit(office.agent, new_id(), seen, replace(late, next_step=step))
    office.pass_time(timedelta(hours=1))
    newer = draft(customer)
    contacts.log(office.agent, newer)
    assert next_step_of(office, customer) == step
    contacts.delete(office.agent, new_id(), late.id)
    contacts.delete(office.agent, new_id(), newer.id)
    assert plan_of(office, customer) == before


@pytest.mark.parametrize(
    "notes",
    ["Bell\a.", "One.\r\nTwo.", "Page\v1", "  indented ", "a\u00a0b\u2028c"],
    ids=["bell", "line ends", "tab", "blanks", "shown as others"],
)
def test_an_edit_that_does_not_touch_the_note_never_rewrites_it(office: Office, notes: str) -> None:
    customer = office.customer(owner=office.agent_uid)
    contact = office.contact(customer, notes=notes)
    seen = stands(office, contact)
    given_back = notes.replace("\r\n", "\n").replace("\u00a0", " ").replace("\u2028", "\n")
    typed = replace(draft(customer, notes=given_back, when=seen.at), method=Method.VISIT)
    contacts.edit(office.lead, new_id(), seen, typed)
    assert stands(office, contact) == replace(seen, method=Method.VISIT)


def test_a_plan_made_since_stays_when_the_contact_is_undone(office: Office) -> None:
    customer = office.customer(owner=office.agent_uid)
    follow_ups.plan(office.agent, new_id(), customer, NOON + DAY)
    typed = draft(customer)
    contacts.log(office.agent, typed)
    office.pass_time(timedelta(hours=1))
    follow_ups.plan(office.lead, new_id(), customer, NOON + 3 * DAY, "Since.")
    contacts.delete(office.agent, new_id(), typed.id)
    assert next_step_of(office, customer) == NOON + 3 * DAY


def test_an_edited_step_gives_its_place_back_too(office: Office) -> None:
    customer = office.customer(owner=office.agent_uid)
    typed = draft(customer)
    contacts.log(office.agent, typed)
    office.pass_time(timedelta(hours=1))
    follow_ups.plan(office.agent, new_id(), customer, NOON + 3 * DAY)
    seen = stands(office, typed.id)
    contacts.edit(office.agent, new_id(), seen, replace(typed, next_step=NOON + 8 * DAY))
    assert next_step_of(office, customer) == NOON + 8 * DAY
    contacts.delete(office.agent, new_id(), typed.id)
    assert next_step_of(office, customer) == NOON + 3 * DAY


@pytest.mark.parametrize("days", [-5, -1], ids=["back", "forward"])
def test_a_corrected_date_loses_no_follow_up(office: Office, days: int) -> None:
    customer = office.customer(owner=office.agent_uid)
    step = NOON + 9 * DAY
    other = draft(customer, when=NOON - 3 * DAY, next_step=step if days == -1 else None)
    corrected = draft(
        customer,
        when=NOON - 2 * DAY if days == -5 else NOON - 6 * DAY,
        next_step=step if days == -5 else None,
    )
    for typed in sorted((other, corrected), key=lambda one: one.when or NOON):
        contacts.log(office.agent, typed)
    assert next_step_of(office, customer) == step
    office.pass_time(timedelta(hours=1))
    seen = stands(office, corrected.id)
    moved = replace(corrected, when=NOON + days * DAY, next_step=seen.next_step)
    contacts.edit(office.agent, new_id(), seen, moved)
    assert next_step_of(office, customer) == step
    if days == -1:
        contacts.delete(office.agent, new_id(), corrected.id)
        assert plan_of(office, customer) is None
        assert next_step_of(office, customer) == step


def test_a_date_corrected_to_after_a_follow_up_fulfils_it(office: Office) -> None:
    customer = office.customer(owner=office.agent_uid)
    corrected = draft(customer, when=NOON - 5 * DAY)
    contacts.log(office.agent, corrected)
    contacts.log(office.agent, draft(customer, when=NOON - 3 * DAY, next_step=NOON + DAY))
    office.pass_time(2 * DAY)
    seen = stands(office, corrected.id)
    moved = replace(corrected, when=NOON + 2 * DAY, next_step=None)
    contacts.edit(office.lead, new_id(), seen, moved)
    assert next_step_of(office, customer) is None


def test_the_event_tells_the_step_that_was_stored(office: Office) -> None:
    customer = office.customer(owner=office.agent_uid)
    contacts.log(office.agent, draft(customer, next_step=NOON + 4 * DAY))
    office.pass_time(DAY)
    kept = draft(customer)
    contacts.log(office.agent, kept)
    event = office.store.read(lambda reading: reading.events.get(kept.id))
    assert event is not None
    assert stands(office, kept.id).next_step == NOON + 4 * DAY
    assert event.details["next_step"] == (NOON + 4 * DAY).isoformat()


def test_the_form_is_told_when_the_customer_would_leave(office: Office) -> None:
    customer = office.customer(owner=office.agent_uid, since=NOON - 20 * DAY)
    contacts.log(office.agent, draft(customer, next_step=NOON + 3 * DAY))
    prospect = contacts.prospect(office.agent, customer)
    assert prospect.standing_follow_up == NOON + 3 * DAY
    departure = prospect.departure_after(NOON)
    assert departure is not None
    assert departure.leaves_at == NOON + 30 * DAY


LONGEST = "é" * 20_000 + '\n"quoted\\"' + "x" * 25_000  # more than 65,000 bytes


def test_the_longest_note_is_corrected_and_undone(office: Office) -> None:
    customer = office.customer(owner=office.agent_uid)
    typed = draft(customer, notes="n" * 40_000)
    contacts.log(office.agent, typed)
    longer = replace(typed, notes="m" * 65_000)
    contacts.edit(office.agent, new_id(), stands(office, typed.id), longer)
    assert stands(office, typed.id).notes == longer.notes
    contacts.delete(office.agent, new_id(), typed.id)
    with pytest.raises(ContactGone):
        stands(office, typed.id)


def test_the_booking_applications_longest_note_is_edited_and_undone(office: Office) -> None:
    customer = office.customer(owner=office.agent_uid)
    contact = office.contact(customer)
    office.database.execute("UPDATE customer_contacts SET notes = %s", LONGEST)
    seen = stands(office, contact)
    assert len(seen.notes.encode()) > 65_000
    typed = replace(draft(customer), method=seen.method, notes=LONGEST[::-1])
    contacts.edit(office.lead, new_id(), seen, typed)
    contacts.delete(office.lead, new_id(), contact)
    [(details,)] = office.database.execute(
        "SELECT details FROM salesdesk_events WHERE kind = 'contact_deleted'"
    )
    assert json.loads(details)["before"]["notes"] == LONGEST[::-1].strip()


def test_half_a_character_in_a_note_is_refused_in_words(office: Office) -> None:
    customer = office.customer(owner=office.agent_uid)
    with pytest.raises(Invalid, match="cannot be printed"):
        contacts.log(office.agent, draft(customer, notes="Tasting \ud800"))
    made = draft(customer, notes="Tasting")
    contacts.log(office.agent, made)
    seen = contacts.get(office.agent, made.id)
    with pytest.raises(Invalid, match="cannot be printed"):
        contacts.edit(office.agent, new_id(), seen, draft(customer, notes="Tasting \udfff"))
    assert contacts.get(office.agent, made.id).notes == "Tasting"
