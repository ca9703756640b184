"""Taking back what was just done, each by its own condition (docs/rules.md, "Interactions")."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from salesdesk.domain.contact import Contact, Outcome
from salesdesk.domain.customer import Customer, CustomerDraft, SalesStatus
from salesdesk.domain.errors import Conflict, ContactGone, Duplicate, NotAllowed
from salesdesk.domain.events import EventKind, new_id
from salesdesk.domain.moments import DAY
from salesdesk.domain.ownership import OwnershipSeen
from salesdesk.services import bulk, contacts, customers, follow_ups, ownership
from salesdesk.services.customers import EditConflict
from salesdesk.services.lists import customers as lists
from salesdesk.storage.stores.plans import Plan, Protection
from tests.support.factories import Office, draft
from tests.support.invariants import breaches

SECOND = timedelta(seconds=1)


def contact_of(office: Office, contact_id: str) -> Contact | None:
    return office.store.read(lambda reading: reading.contacts.get(contact_id))


def seen_of(office: Office, customer_id: str) -> Customer:
    return customers.get(office.lead, customer_id)


def protection_of(office: Office, customer_id: str) -> Protection | None:
    return office.store.act(lambda unit: unit.protections.get(customer_id))


def typed(seen: Customer) -> CustomerDraft:
    return CustomerDraft(
        seen.id, seen.name, seen.phone, seen.company or "", seen.address, seen.lead_source,
        seen.sales_status,
    )  # fmt: skip


def kinds(office: Office, customer_id: str) -> list[str]:
    found = office.store.read(
        lambda reading: reading.events.of_customer(customer_id, list(EventKind))
    )
    return [event.kind for event in found]


# --- contacts -------------------------------------------------------------------------------------


def test_a_deleted_contact_comes_back_with_its_id_and_what_stood_beside_it(office: Office) -> None:
    siti = office.customer(owner=office.agent_uid)
    follow_ups.plan(office.agent, new_id(), siti, office.now + 2 * DAY)
    office.pass_time(SECOND)
    note = draft(siti, notes="Wants a room for 40.", next_step=office.now + 5 * DAY)
    logged = contacts.log(office.agent, note).contact
    before = lists.rows(office.agent, [siti])[0]
    assert before.next_step is not None
    office.pass_time(SECOND)
    deletion = new_id()
    contacts.delete(office.agent, deletion, note.id)
    assert lists.rows(office.agent, [siti])[0].next_step == before.next_step - 3 * DAY - SECOND
    office.pass_time(SECOND)
    contacts.restore(office.agent, new_id(), deletion)
    assert contact_of(office, note.id) == logged
    after = lists.rows(office.agent, [siti])[0]
    assert (after.next_step, after.last_contact) == (before.next_step, before.last_contact)
    assert kinds(office, siti)[-1] == EventKind.CONTACT_RESTORED
    # What came back is a contact like others: deleted again it gives its plan back again.
    office.pass_time(SECOND)
    contacts.delete(office.agent, new_id(), note.id)
    assert lists.rows(office.agent, [siti])[0].next_step == before.next_step - 3 * DAY - SECOND


def test_a_plan_that_was_made_since_the_deletion_stays(office: Office) -> None:
    siti = office.customer(owner=office.agent_uid)
    follow_ups.plan(office.agent, new_id(), siti, office.now + 2 * DAY)
    office.pass_time(SECOND)
    note = draft(siti)
    contacts.log(office.agent, note)
    office.pass_time(SECOND)
    deletion = new_id()
    contacts.delete(office.agent, deletion, note.id)
    office.pass_time(SECOND)
    follow_ups.plan(office.other, new_id(), siti, office.now + 9 * DAY)
    office.pass_time(SECOND)
    contacts.restore(office.agent, new_id(), deletion)
    assert lists.rows(office.agent, [siti])[0].next_step == office.now - SECOND + 9 * DAY


def test_a_contact_comes_back_once_and_a_lost_answer_brings_it_back_once(office: Office) -> None:
    siti = office.customer(owner=office.agent_uid)
    note = draft(siti)
    contacts.log(office.agent, note)
    deletion, act = new_id(), new_id()
    contacts.delete(office.agent, deletion, note.id)
    contacts.restore(office.agent, act, deletion)
    assert contacts.restore(office.agent, act, deletion).replayed
    with pytest.raises(Conflict, match="there again already"):
        contacts.restore(office.agent, new_id(), deletion)
    assert kinds(office, siti).count(EventKind.CONTACT_RESTORED) == 1


def test_only_who_deleted_it_or_a_lead_brings_a_contact_back_and_not_for_ever(
    office: Office,
) -> None:
    siti = office.customer(owner=office.agent_uid)
    note = draft(siti)
    contacts.log(office.agent, note)
    deletion = new_id()
    contacts.delete(office.agent, deletion, note.id)
    with pytest.raises(NotAllowed, match="somebody else's"):
        contacts.restore(office.other, new_id(), deletion)
    office.pass_time(25 * timedelta(hours=1))
    with pytest.raises(NotAllowed, match="24 hours"):
        contacts.restore(office.agent, new_id(), deletion)
    assert contact_of(office, note.id) is None
    contacts.restore(office.lead, new_id(), deletion)
    assert contact_of(office, note.id) is not None


def test_who_deleted_a_contact_is_named_and_not_told_of_somebody(office: Office) -> None:
    note = draft(office.customer(owner=office.agent_uid))
    contacts.log(office.agent, note)
    contacts.delete(office.agent, new_id(), note.id)
    with pytest.raises(ContactGone, match="you deleted it yourself"):
        contacts.delete(office.agent, new_id(), note.id)
    with pytest.raises(ContactGone, match="Andi Firmansyah deleted it"):
        contacts.delete(office.lead, new_id(), note.id)
    theirs = office.contact(office.customer())
    office.database.execute("DELETE FROM customer_contacts WHERE id = %s", theirs)
    with pytest.raises(ContactGone, match="somebody deleted it"):
        contacts.delete(office.lead, new_id(), theirs)


@pytest.mark.parametrize("claim", [False, True])
def test_a_contact_that_others_changed_is_not_taken_back(office: Office, claim: bool) -> None:
    siti = office.customer(owner=None if claim else office.agent_uid)
    note = draft(siti, claim=claim)
    logged = contacts.log(office.agent, note)
    office.pass_time(SECOND)
    mine = replace(note, outcome=Outcome.UNSUCCESSFUL)
    contacts.edit(office.agent, new_id(), contacts.get(office.lead, note.id), mine)
    seen = contacts.get(office.lead, note.id)
    contacts.edit(office.lead, new_id(), seen, replace(mine, notes="The lead's words."))
    stands = contacts.get(office.lead, note.id)
    with pytest.raises(Conflict, match="Rina Wulandari changed this contact") as told:
        contacts.delete(office.agent, new_id(), note.id, claimed=logged.claimed, undoes=True)
    assert told.value.by_name == "Rina Wulandari"
    assert contact_of(office, note.id) == stands
    assert lists.rows(office.lead, [siti])[0].owner_uid == office.agent_uid
    office.database.execute(
        "UPDATE customer_contacts SET notes = 'By the booking application.' WHERE id = %s", note.id
    )
    with pytest.raises(Conflict, match="changed this contact"):
        contacts.delete(office.agent, new_id(), note.id, claimed=logged.claimed, undoes=True)
    # Whoever means to delete it still may.
    contacts.delete(office.agent, new_id(), note.id)
    assert contact_of(office, note.id) is None


def test_a_deletion_is_not_done_again_where_others_changed_the_contact(office: Office) -> None:
    siti = office.customer(owner=office.agent_uid)
    note = draft(siti)
    contacts.log(office.agent, note)
    deletion = new_id()
    contacts.delete(office.lead, deletion, note.id)
    contacts.restore(office.lead, new_id(), deletion)
    again = new_id()
    contacts.delete(office.lead, again, note.id, undoes=True)
    contacts.restore(office.lead, new_id(), again)
    seen = contacts.get(office.lead, note.id)
    contacts.edit(office.agent, new_id(), seen, replace(note, notes="The agent's words."))
    with pytest.raises(Conflict, match="Andi Firmansyah changed this contact"):
        contacts.delete(office.lead, new_id(), note.id, undoes=True)
    assert contact_of(office, note.id) is not None


def test_an_own_change_keeps_no_contact_from_being_taken_back(office: Office) -> None:
    siti = office.customer(owner=office.agent_uid)
    note = draft(siti, next_step=office.now + DAY)
    contacts.log(office.agent, note)
    seen = contacts.get(office.lead, note.id)
    contacts.edit(office.agent, new_id(), seen, replace(note, notes="Corrected."))
    contacts.delete(office.agent, new_id(), note.id, undoes=True)
    assert contact_of(office, note.id) is None


def test_log_and_claim_is_taken_back_as_one_act(office: Office) -> None:
    siti = office.customer()
    note = draft(siti, claim=True)
    logged = contacts.log(office.agent, note)
    assert logged.claimed == OwnershipSeen(office.agent_uid, office.now)
    assert contacts.log(office.agent, note).claimed == logged.claimed
    office.pass_time(SECOND)
    act = new_id()
    contacts.delete(office.agent, act, note.id, claimed=logged.claimed)
    assert contacts.delete(office.agent, act, note.id, claimed=logged.claimed).replayed
    row = lists.rows(office.lead, [siti])[0]
    assert (row.owner_uid, row.last_contact) == (None, None)
    assert breaches(office.database) == []


def test_log_and_claim_stays_whole_where_the_customer_has_gone_on(office: Office) -> None:
    siti = office.customer()
    note = draft(siti, claim=True)
    logged = contacts.log(office.agent, note)
    office.pass_time(SECOND)
    ownership.transfer(
        office.lead,
        new_id(),
        siti,
        office.other_uid,
        OwnershipSeen(office.agent_uid, office.now - SECOND),
    )
    with pytest.raises(Conflict, match="Eko Saputra has this customer"):
        contacts.delete(office.agent, new_id(), note.id, claimed=logged.claimed)
    assert contact_of(office, note.id) is not None
    assert lists.rows(office.lead, [siti])[0].owner_uid == office.other_uid


# --- a customer's fields --------------------------------------------------------------------------


def test_an_edit_is_taken_back_and_done_again_field_by_field(office: Office) -> None:
    siti = office.customer(phone="0812 3456-7001", company="Maju")
    seen = seen_of(office, siti)
    form = new_id()
    wanted = replace(
        typed(seen),
        name="Siti R.",
        phone="+6281234567002",
        company="",
        sales_status=SalesStatus.HOT,
    )
    customers.edit(office.agent, form, wanted, seen)
    office.pass_time(SECOND)
    back = new_id()
    customers.take_back_edit(office.agent, back, form)
    stands = seen_of(office, siti)
    # The number is the text that somebody typed once, not another spelling of it.
    assert replace(stands, updated_at=None) == replace(seen, updated_at=None)
    assert customers.duplicate_of(office.lead, "081234567001") is not None
    assert customers.duplicate_of(office.lead, "+6281234567002") is None
    office.pass_time(SECOND)
    customers.take_back_edit(office.agent, new_id(), back)
    again = seen_of(office, siti)
    assert (again.name, again.phone, again.company) == ("Siti R.", "+6281234567002", None)
    assert again.sales_status is SalesStatus.HOT
    assert kinds(office, siti).count(EventKind.STATUS_MOVED) == 3


def test_an_edit_of_others_since_then_is_not_overwritten(office: Office) -> None:
    siti = office.customer(company="Maju")
    seen, form = seen_of(office, siti), new_id()
    customers.edit(office.agent, form, replace(typed(seen), name="Siti R.", company="Jaya"), seen)
    now = seen_of(office, siti)
    customers.edit(office.other, new_id(), replace(typed(now), company="Sentosa"), now)
    with pytest.raises(EditConflict, match="the company"):
        customers.take_back_edit(office.agent, new_id(), form)
    stands = seen_of(office, siti)
    assert (stands.name, stands.company) == ("Siti R.", "Sentosa")
    # Another field of it is nobody's matter.
    form = new_id()
    customers.edit(office.agent, form, replace(typed(stands), address="Jl. Baru 2"), stands)
    now = seen_of(office, siti)
    customers.edit(office.other, new_id(), replace(typed(now), name="Siti Rahma"), now)
    customers.take_back_edit(office.agent, new_id(), form)
    assert seen_of(office, siti).name == "Siti Rahma"
    assert seen_of(office, siti).address == seen.address


def test_a_former_number_that_another_customer_has_by_now_is_refused(office: Office) -> None:
    siti = office.customer(phone="081234567001")
    seen, form = seen_of(office, siti), new_id()
    customers.edit(office.agent, form, replace(typed(seen), phone="+6281234567002"), seen)
    office.customer("Budi", phone="+6281234567001")
    with pytest.raises(Duplicate, match="Budi"):
        customers.take_back_edit(office.agent, new_id(), form)
    assert seen_of(office, siti).phone == "+6281234567002"


def test_a_form_that_was_sent_twice_is_taken_back_whole(office: Office) -> None:
    siti = office.customer(company="Maju")
    seen, form = seen_of(office, siti), new_id()
    customers.edit(office.agent, form, replace(typed(seen), company="Jaya"), seen)
    # The answer was lost, and the form was changed before it was sent again.
    customers.edit(
        office.agent, form, replace(typed(seen), company="Sentosa", name="Siti R."), seen
    )
    customers.take_back_edit(office.agent, new_id(), form)
    stands = seen_of(office, siti)
    assert (stands.name, stands.company) == (seen.name, "Maju")


# --- protections ----------------------------------------------------------------------------------


def test_a_protection_is_taken_back_to_the_one_before_it(office: Office) -> None:
    siti = office.customer(owner=office.agent_uid)
    first, second, third = new_id(), new_id(), new_id()
    ownership.protect(office.lead, first, siti, office.now + 7 * DAY, "Ill")
    stood = protection_of(office, siti)
    office.pass_time(SECOND)
    ownership.protect(office.lead, second, siti, office.now + 30 * DAY, "Away")
    ownership.take_back_protection(office.lead, third, siti, second)
    assert stood is not None
    assert protection_of(office, siti) == replace(stood, event_id=third)
    ownership.take_back_protection(office.lead, new_id(), siti, third)
    again = protection_of(office, siti)
    assert again is not None
    assert again.reason == "Away"
    ended = new_id()
    ownership.unprotect(office.lead, ended, siti)
    ownership.take_back_protection(office.lead, new_id(), siti, ended)
    again = protection_of(office, siti)
    assert again is not None
    assert again.reason == "Away"


def test_a_protection_that_was_changed_or_ended_since_is_left_alone(office: Office) -> None:
    siti = office.customer(owner=office.agent_uid)
    form, back = new_id(), new_id()
    ownership.protect(office.lead, form, siti, office.now + 7 * DAY, "Ill")
    ownership.protect(office.admin, new_id(), siti, office.now + 9 * DAY, "Away")
    with pytest.raises(Conflict, match="changed or ended"):
        ownership.take_back_protection(office.lead, new_id(), siti, form)
    stands = protection_of(office, siti)
    assert stands is not None
    assert stands.reason == "Away"
    ownership.take_back_protection(office.lead, back, siti, stands.event_id)
    assert ownership.take_back_protection(office.lead, back, siti, stands.event_id).replayed
    standing = OwnershipSeen(office.agent_uid, lists.rows(office.lead, [siti])[0].owned_since)
    ownership.release(office.lead, new_id(), siti, standing)
    with pytest.raises(Conflict, match="changed or ended"):
        ownership.take_back_protection(office.lead, new_id(), siti, back)
    assert protection_of(office, siti) is None


# --- next steps -----------------------------------------------------------------------------------


def plan_of(office: Office, customer_id: str) -> Plan | None:
    return office.store.act(lambda unit: unit.plans.get(customer_id))


def test_a_plan_is_taken_back_to_the_one_before_it(office: Office) -> None:
    siti = office.customer(owner=office.agent_uid)
    first, second, cleared, back = new_id(), new_id(), new_id(), new_id()
    follow_ups.plan(office.agent, first, siti, office.now + DAY, "Send the menu")
    stood = plan_of(office, siti)
    assert stood is not None
    office.pass_time(SECOND)
    follow_ups.plan(office.agent, second, siti, office.now + 9 * DAY)
    follow_ups.take_back_plan(office.agent, back, siti, second)
    assert plan_of(office, siti) == stood
    assert follow_ups.take_back_plan(office.agent, back, siti, second).replayed
    follow_ups.plan(office.agent, cleared, siti, None)
    follow_ups.take_back_plan(office.agent, new_id(), siti, cleared)
    assert plan_of(office, siti) == stood
    follow_ups.take_back_plan(office.agent, new_id(), siti, first)
    assert plan_of(office, siti) is None


def test_a_plan_that_was_changed_or_fulfilled_since_is_left_alone(office: Office) -> None:
    siti = office.customer(owner=office.agent_uid)
    form = new_id()
    follow_ups.plan(office.agent, form, siti, office.now + DAY)
    follow_ups.plan(office.lead, new_id(), siti, office.now + 3 * DAY, "Of the lead")
    with pytest.raises(Conflict, match="changed meanwhile"):
        follow_ups.take_back_plan(office.agent, new_id(), siti, form)
    stands = plan_of(office, siti)
    assert stands is not None
    assert stands.note == "Of the lead"
    office.pass_time(SECOND)
    contacts.log(office.agent, draft(siti, next_step=office.now + 5 * DAY))
    with pytest.raises(Conflict, match="changed meanwhile"):
        follow_ups.take_back_plan(office.lead, new_id(), siti, stands.event_id)
    assert lists.rows(office.agent, [siti])[0].next_step == office.now + 5 * DAY


def test_a_plan_that_was_sent_twice_is_taken_back_whole(office: Office) -> None:
    siti, form = office.customer(owner=office.agent_uid), new_id()
    follow_ups.plan(office.agent, form, siti, office.now + DAY)
    # The answer was lost, and the form was changed before it was sent again.
    follow_ups.plan(office.agent, form, siti, office.now + 2 * DAY)
    follow_ups.take_back_plan(office.agent, new_id(), siti, form)
    assert plan_of(office, siti) is None


# --- handing over ---------------------------------------------------------------------------------


def test_a_transfer_of_many_is_taken_back_each_by_its_own_condition(office: Office) -> None:
    ids = [office.customer(f"Customer {at}", owner=office.agent_uid) for at in range(3)]
    protected, gone_on = ids[0], ids[2]
    ownership.protect(office.lead, new_id(), protected, office.now + 20 * DAY, "Ill")
    stood = protection_of(office, protected)
    office.pass_time(SECOND)
    forms = {one: new_id() for one in ids}
    for one in ids:
        start = OwnershipSeen(office.agent_uid, office.now - SECOND)
        ownership.transfer(office.lead, forms[one], one, office.other_uid, start)
    stand = {one: OwnershipSeen(office.other_uid, office.now) for one in ids}
    assert protection_of(office, protected) is None
    office.pass_time(SECOND)
    ownership.release(office.other, new_id(), gone_on, stand[gone_on])
    former = dict.fromkeys(ids, office.agent_uid)
    act = new_id()
    undone = bulk.transfer(office.lead, act, stand, former, undoes=forms)
    assert undone.done == tuple(ids[:2])
    assert [(one.name, one.message) for one in undone.lost] == [
        ("Customer 2", "This customer is available by now.")
    ]
    assert protection_of(office, protected) == stood
    owners = [row.owner_uid for row in lists.rows(office.lead, ids)]
    assert sorted(str(one) for one in owners) == ["None", office.agent_uid, office.agent_uid]
    again = bulk.transfer(office.lead, act, stand, former, undoes=forms)
    assert again.done == tuple(ids[:2])
    assert breaches(office.database) == []


def test_another_leads_transfer_brings_no_protection_back(office: Office) -> None:
    siti = office.customer(owner=office.agent_uid)
    ownership.protect(office.lead, new_id(), siti, office.now + 20 * DAY, "Ill")
    office.pass_time(SECOND)
    form = new_id()
    ownership.transfer(office.lead, form, siti, office.other_uid, OwnershipSeen(office.agent_uid))
    office.pass_time(SECOND)
    ownership.transfer(
        office.admin, new_id(), siti, office.agent_uid, OwnershipSeen(office.other_uid), undoes=form
    )
    assert protection_of(office, siti) is None
