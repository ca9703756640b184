"""An import is taken back as far as nobody has worked on it."""

import threading

import pytest

from salesdesk.domain.errors import NotAllowed, Refusal
from salesdesk.domain.events import new_id
from salesdesk.domain.importing import Duplicates
from salesdesk.domain.moments import DAY
from salesdesk.services import contacts, follow_ups, ownership
from salesdesk.services.importing import request as batches
from salesdesk.services.importing import undo, writing
from salesdesk.services.session import Session
from tests.support.factories import draft
from tests.support.import_work import Importer, never, silent
from tests.support.orders import Orders

LIST = "name,phone\n" + "".join(f"Name {n},0813{n:08d}\n" for n in range(120))


def ids(importer: Importer) -> list[str]:
    """The customers, by name."""
    return [str(row[0]) for row in importer.rows("SELECT id FROM customers ORDER BY name")]


def test_everything_goes_and_the_events_stay(importer: Importer) -> None:
    done = importer.run(importer.file(LIST))
    there = importer.office.customer("Somebody else")
    events = importer.count("salesdesk_events")
    taken = importer.take_back(done.import_id)
    assert (taken.deleted, taken.kept) == (120, ())
    assert ids(importer) == [there]
    assert importer.count("salesdesk_phones") == 0
    assert importer.count("salesdesk_events") > events
    (record,) = writing.newest(importer.office.admin)
    assert record.outcome == "taken_back"


def test_whom_somebody_has_worked_on_is_kept_and_listed(importer: Importer) -> None:
    office = importer.office
    done = importer.run(importer.file(LIST))
    called, booked, claimed, bound, *_ = ids(importer)
    office.contact(called)
    Orders(office).add(booked, "pending", office.now)
    ownership.claim(office.agent, new_id(), claimed)
    office.database.execute(
        "UPDATE customers SET binding_status = 'bound', bound_to_uid = %s WHERE id = %s",
        office.agent_uid,
        bound,
    )
    taken = importer.take_back(done.import_id)
    assert taken.deleted == 116
    reasons = {one.customer_id: one.reason.english for one in taken.kept}
    assert reasons == {
        called: "Somebody else logged a contact.",
        booked: "It has an order.",
        claimed: "Somebody had it since.",
        bound: "Somebody is its owner.",
    }
    assert sorted(ids(importer)) == sorted(reasons)


def test_a_second_taking_back_looks_again(importer: Importer) -> None:
    office = importer.office
    done = importer.run(importer.file(LIST))
    one = ids(importer)[0]
    contact = office.contact(one)
    assert importer.take_back(done.import_id).deleted == 119
    office.database.execute("DELETE FROM customer_contacts WHERE id = %s", contact)
    assert importer.take_back(done.import_id).deleted == 1
    assert ids(importer) == []


def test_an_event_of_others_keeps_too(importer: Importer) -> None:
    office = importer.office
    done = importer.run(importer.file(LIST))
    one = ids(importer)[0]
    logged = contacts.log(office.agent, draft(one)).contact
    assert logged is not None
    contacts.delete(office.agent, new_id(), logged.id)
    (kept,) = importer.take_back(done.import_id).kept
    assert (kept.customer_id, kept.reason.english) == (one, "Somebody worked on it since.")


def test_taken_back_the_same_file_can_go_in_again(importer: Importer) -> None:
    path = importer.file(LIST)
    first = importer.run(path)
    importer.take_back(first.import_id)
    second = importer.run(path)
    assert second.import_id != first.import_id
    assert (second.replayed, second.tally.created) == (False, 120)
    assert len(ids(importer)) == 120


HISTORY = "name,phone,contact date,method,outcome,notes,next step\n"


def test_a_contact_that_somebody_changed_since_stays(importer: Importer) -> None:
    office = importer.office
    there = [office.customer(f"Old {n}", phone=f"+62813000000{n:02d}") for n in range(3)]
    lines = "".join(
        f"Old {n},+62813000000{n:02d},2026-06-0{n + 1},call,successful,Wants a menu,\n"
        for n in range(3)
    )
    done = importer.run(importer.file(HISTORY + lines), duplicates=Duplicates.FILL)
    contacts_of = {
        str(customer): str(contact)
        for contact, customer in importer.rows("SELECT id, customer_id FROM customer_contacts")
    }
    assert len(contacts_of) == 3
    seen = contacts.get(office.lead, contacts_of[there[0]])
    typed = draft(there[0], notes="Wants the long menu.")
    contacts.edit(office.lead, new_id(), seen, typed)
    office.database.execute(
        "UPDATE customer_contacts SET notes = 'By the booking application' WHERE id = %s",
        contacts_of[there[1]],
    )
    taken = importer.take_back(done.import_id)
    assert taken.contacts == 1
    assert {one.customer_id for one in taken.kept} == set(there[:2])
    stays = {str(row[0]) for row in importer.rows("SELECT id FROM customer_contacts")}
    assert stays == {contacts_of[there[0]], contacts_of[there[1]]}
    assert sorted(ids(importer)) == sorted(there)


def test_plans_that_an_import_took_stand_again(importer: Importer) -> None:
    office = importer.office
    customer = office.customer("Old", phone="+6281300000001")
    follow_ups.plan(office.agent, new_id(), customer, office.now + 9 * DAY, "Bring the menu.")
    before = office.store.read(lambda reading: reading.plans.get(customer))
    office.pass_time(DAY)
    day = f"{office.now:%Y-%m-%d %H:%M:%S}"
    line = f"Old,+6281300000001,{day},call,successful,Came in,\n"
    done = importer.run(importer.file(HISTORY + line), duplicates=Duplicates.FILL)
    assert office.store.read(lambda reading: reading.plans.get(customer)) is None
    assert importer.take_back(done.import_id).contacts == 1
    assert office.store.read(lambda reading: reading.plans.get(customer)) == before


def test_an_import_that_is_running_stops_when_it_is_taken_back(importer: Importer) -> None:
    lines = "name,phone\n" + "".join(f"Name {n},0813{n:08d}\n" for n in range(2_000))
    taken: list[int] = []

    def after_the_first_batch(done: int) -> None:
        if not taken:
            (record,) = writing.newest(importer.office.admin)
            taken.append(importer.take_back(record.id).deleted)

    with pytest.raises(Refusal, match="taken back in the meantime"):
        importer.run(importer.file(lines), told=after_the_first_batch)
    assert taken[0] > 0
    assert ids(importer) == []
    (record,) = writing.newest(importer.office.admin)
    assert record.outcome == "taken_back"


def test_only_who_may_takes_back(importer: Importer) -> None:
    done = importer.run(importer.file(LIST))
    with pytest.raises(NotAllowed):
        undo.take_back(importer.office.lead, new_id(), done.import_id, silent, never)
    with pytest.raises(Refusal, match="no import"):
        importer.take_back(new_id())
    assert len(ids(importer)) == 120


def test_a_taken_back_import_writes_nothing_more(
    importer: Importer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batches, "BATCH", 100)
    path = importer.file(LIST)
    request = importer.request(path)

    def in_between(done: int) -> None:
        if done == 100:
            (record,) = writing.newest(importer.office.admin)
            importer.take_back(record.id)

    with pytest.raises(Refusal, match="taken back in the meantime"):
        writing.run(importer.office.admin, request, in_between, never)
    assert ids(importer) == []


def test_what_others_write_meanwhile_is_kept_or_refused_and_never_lost(importer: Importer) -> None:
    """Two agents log while an administrator takes back: who was logged stays with the contact."""
    lines = "\n".join(f"Number {at},+62813{at:08d}" for at in range(160))
    done = importer.run(importer.file(f"name,phone\n{lines}\n"))
    ids = sorted(str(row[0]) for row in importer.rows("SELECT id FROM customers"))
    logged: list[str] = []
    refused: list[str] = []
    begun = threading.Event()

    def log(session: Session, some: list[str]) -> None:
        begun.wait(10)
        for one in some:
            try:
                contacts.log(session, draft(one))
            except Refusal:
                refused.append(one)
            else:
                logged.append(one)

    office = importer.office
    threads = [
        threading.Thread(target=log, args=(office.agent, ids[::8])),
        threading.Thread(target=log, args=(office.other, ids[4::8])),
    ]
    for thread in threads:
        thread.start()
    begun.set()
    taken = importer.take_back(done.import_id)
    for thread in threads:
        thread.join(60)
    assert len(logged) + len(refused) == 40
    left = sorted(str(row[0]) for row in importer.rows("SELECT id FROM customers"))
    with_contact = importer.rows("SELECT customer_id FROM customer_contacts")
    assert sorted(str(row[0]) for row in with_contact) == left == sorted(logged)
    assert taken.deleted == 160 - len(logged)
