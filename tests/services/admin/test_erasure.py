"""Erasure on request: nothing typed of the customer is left in any table of SalesDesk's own."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from salesdesk.app.local import drafts, outbox
from salesdesk.domain import erasure as rules
from salesdesk.domain.audit import AuditQuery
from salesdesk.domain.contact import ContactDraft, Method, Outcome
from salesdesk.domain.customer import CustomerDraft, SalesStatus
from salesdesk.domain.errors import CustomerGone, NotAllowed
from salesdesk.domain.events import Event, EventKind, new_id
from salesdesk.domain.exporting import CustomersTable
from salesdesk.domain.queries import CustomerQuery
from salesdesk.services import (
    contacts,
    customers,
    exporting,
    follow_ups,
    ownership,
    phone_sweep,
    stage_moves,
    summaries,
)
from salesdesk.services.admin import audit, erasure
from salesdesk.storage.tables.own_tables import own
from tests.support.factories import Office

#: Everything by which somebody would know who it was, as it was typed over time.
PERSONAL = (
    "Siti Rahmawati-Kusuma", "Siti Rahmawati", "+6281299887766", "0812-9988-7766", "81299887766",
    "siti.pribadi@example.org", "PT Melati Putih", "Jalan Kenanga 17", "allergic to peanuts",
    "her sister called", "wants hall B", "old friend of the house", "ring after prayers",
)  # fmt: skip


def lived(office: Office) -> str:
    """A customer with a history in which everything personal was typed somewhere."""
    draft = CustomerDraft(
        new_id(), "Siti Rahmawati", "0812-9988-7766", "PT Melati Putih", "Jalan Kenanga 17"
    )
    one = customers.create(office.agent, draft, claim=True).customer_id
    office.pass_time(timedelta(minutes=1))
    stored = customers.get(office.agent, one)
    changed = replace(draft, id=one, name="Siti Rahmawati-Kusuma", phone=stored.phone)
    customers.edit(office.agent, new_id(), changed, stored)
    note = "allergic to peanuts, siti.pribadi@example.org"
    said = ContactDraft(new_id(), one, Method.CALL, Outcome.SUCCESSFUL, notes=note)
    contacts.log(office.agent, said)
    office.pass_time(timedelta(minutes=1))
    later = ContactDraft(new_id(), one, Method.VISIT, Outcome.SUCCESSFUL, notes="her sister called")
    contacts.log(office.agent, later)
    contacts.delete(office.agent, new_id(), later.id)
    follow_ups.plan(
        office.agent, new_id(), one, office.now + timedelta(days=2), "ring after prayers"
    )
    until = office.now + timedelta(days=9)
    ownership.protect(office.lead, new_id(), one, until, "old friend of the house")
    stage_moves.move(office.agent, new_id(), one, SalesStatus.COLD, SalesStatus.HOT)
    table = CustomersTable(CustomerQuery(search="Siti Rahmawati"))
    exporting.run(office.admin, new_id(), table, lambda _: None)
    return one


def own_tables(office: Office) -> str:
    """All that stands in SalesDesk's own tables, as one text."""
    return "\n".join(
        f"{table.name}: {row}"
        for table in own.sorted_tables
        for row in office.database.execute(f"SELECT * FROM {table.name}")
    )


def found(office: Office) -> list[str]:
    said = own_tables(office).casefold()
    return [one for one in PERSONAL if one.casefold() in said]


def test_nothing_typed_is_left_in_any_table_of_ours(office: Office) -> None:
    one = lived(office)
    other = office.customer("Siti Aminah", owner=office.agent_uid)
    contacts.log(
        office.agent, ContactDraft(new_id(), other, Method.CALL, Outcome.SUCCESSFUL, "hers")
    )
    assert len(found(office)) > 6, "else this proves nothing"
    traces = erasure.preview(office.admin, one)
    assert traces.is_listed
    assert traces.name == "Siti Rahmawati-Kusuma"
    assert set(traces.rows) == {"salesdesk_phones", "salesdesk_plans", "salesdesk_protections"}
    event_id = new_id()
    done = erasure.erase(office.admin, event_id, one)
    assert (done.events, done.mentions, done.rows) == (traces.events, traces.mentions, traces.rows)
    assert found(office) == []
    assert "hers" in own_tables(office), "somebody else's notes stay"
    again = erasure.erase(office.admin, event_id, one)
    assert again.replayed
    assert (again.events, again.rows) == (done.events, done.rows)
    assert erasure.preview(office.admin, one).is_empty


def test_what_was_done_and_by_whom_stays(office: Office) -> None:
    one = lived(office)
    before = {
        (row[0], row[1], row[2])
        for row in office.database.execute(
            "SELECT id, kind, actor_uid FROM salesdesk_events WHERE customer_id = %s", one
        )
    }
    notes = office.database.execute(
        "SELECT notes FROM customer_contacts WHERE customer_id = %s", one
    )
    erasure.erase(office.admin, new_id(), one)
    rows = audit.page(office.admin, AuditQuery(days=None, customer_id=one)).rows
    kept = {(row.event.id, str(row.event.kind), row.event.actor_uid) for row in rows}
    assert before <= kept
    moved = next(row.event for row in rows if row.event.kind == EventKind.STATUS_MOVED)
    assert moved.details["to"] == "hot"
    logged = next(row.event for row in rows if row.event.kind == EventKind.CONTACT_LOGGED)
    assert rules.ERASED in str(logged.details)
    assert logged.details["method"] == "visit"
    assert notes == office.database.execute(
        "SELECT notes FROM customer_contacts WHERE customer_id = %s", one
    ), "the booking application's rows are its own matter"
    erased = next(row.event for row in rows if row.event.kind == EventKind.CUSTOMER_ERASED)
    assert erased.actor_uid == office.admin_uid


def test_a_customer_whom_the_booking_application_deleted_is_erased_too(office: Office) -> None:
    one = lived(office)
    for table in ("customer_contacts", "customer_binding_history"):
        office.database.execute(f"DELETE FROM {table} WHERE customer_id = %s", one)
    office.database.execute("DELETE FROM customers WHERE id = %s", one)
    erasure.erase(office.admin, new_id(), one)
    phone_sweep.refresh(office.admin)
    summaries.fill(office.admin)
    assert found(office) == []
    with pytest.raises(CustomerGone):
        erasure.erase(office.admin, new_id(), new_id())


def test_an_event_about_many_loses_the_name_alone(office: Office) -> None:
    one = lived(office)
    reason = {"code": "NUMBER_OF_OWNED", "values": {"customer": "SITI RAHMAWATI", "owner": "Eko"}}
    details = {"left_out": [[3, reason], [4, {"values": {"customer": "Sitirahmawatidewi"}}]]}
    event = Event(new_id(), office.now, EventKind.BATCH, None, office.admin_uid, details)
    office.store.act(lambda unit: unit.events.begin(event))
    assert erasure.preview(office.admin, one).mentions >= 1
    erasure.erase(office.admin, new_id(), one)
    kept = office.store.read(lambda reading: reading.events.get(event.id))
    assert kept is not None
    assert "RAHMAWATI" not in str(kept.details)
    assert "Eko" in str(kept.details)
    assert "Sitirahmawatidewi" in str(kept.details), "another word that begins alike"


def test_only_administrators_erase(office: Office) -> None:
    one = lived(office)
    with pytest.raises(NotAllowed):
        erasure.erase(office.lead, new_id(), one)
    with pytest.raises(NotAllowed):
        erasure.preview(office.lead, one)
    assert found(office)


def test_every_computer_forgets_what_it_keeps(office: Office, tmp_path: Path) -> None:
    one, other = lived(office), office.customer("Budi")
    boxes, folder = tmp_path / "outbox", tmp_path / "drafts"
    for uid in (office.agent_uid, office.lead_uid):
        for customer in (one, other):
            draft = ContactDraft(
                new_id(), customer, Method.CALL, Outcome.SUCCESSFUL, "wants hall B"
            )
            outbox.Outbox(boxes, "db", uid).add(draft, "Siti Rahmawati", office.now)
            drafts.DraftFolder(folder, "db", uid).save(customer, {"notes": "wants hall B"})
    erasure.erase(office.admin, new_id(), one)
    gone = erasure.erased(office.agent)
    assert gone == {one}
    outbox.forget_customers(boxes, "db", gone)
    drafts.forget_customers(folder, "db", gone)
    for uid in (office.agent_uid, office.lead_uid):
        kept = [each.draft.customer_id for each in outbox.Outbox(boxes, "db", uid).waiting()]
        assert kept == [other]
        assert drafts.DraftFolder(folder, "db", uid).load(one) is None
        assert drafts.DraftFolder(folder, "db", uid).load(other) is not None


def test_an_event_keeps_words_ids_and_moments_of_the_programs_own() -> None:
    uid, one = "uid-andi", new_id()
    kept = {"from": uid, "spell": one, "at": "2026-06-08T09:14:00+00:00", "to": "hot", "days": 31,
            "flag": True, "none": None}  # fmt: skip
    typed = {"notes": "hot, and more", "asked": {"name": "x"}, "list": ["08121111"], "empty": ""}
    left = rules.without_person({**kept, **typed}, frozenset({uid}))
    assert {key: left[key] for key in kept} == kept
    assert left["notes"] == rules.ERASED
    assert left["asked"] == {"name": rules.ERASED}
    assert left["list"] == [rules.ERASED]
    assert left["empty"] == ""
