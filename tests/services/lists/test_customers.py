"""What lists show and withhold: search in any format, permissions, few statements a page."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import event

from salesdesk.domain.contact import Method, Outcome
from salesdesk.domain.customer import LeadSource, SalesStatus
from salesdesk.domain.errors import CustomerGone, NotAllowed, Refusal
from salesdesk.domain.events import new_id
from salesdesk.domain.ownership import OwnershipSeen, UnbindingReason
from salesdesk.domain.people import Actor
from salesdesk.domain.permissions import Permission
from salesdesk.domain.queries import (
    SLOW_SORT_LIMIT,
    Count,
    CustomerQuery,
    CustomerSort,
    OwnerFilter,
    OwnerScope,
    TimelineKind,
    TimelineQuery,
    pages,
)
from salesdesk.services import contacts, ownership, phone_sweep, stage_moves
from salesdesk.services.lists import customers, orders
from salesdesk.services.release import run
from salesdesk.services.release.report import Cause
from salesdesk.services.session import Session
from tests.support.factories import Office, draft
from tests.support.rows import customer, put

DAY = timedelta(days=1)


def names(session: Session, **asked: object) -> list[str]:
    """The names that a query finds, in order."""
    query = replace(CustomerQuery(), **asked)  # type: ignore[arg-type]
    found = pages(lambda after: customers.page(session, query, after))
    return [row.name for rows in found for row in rows]


def without(session: Session, *permissions: Permission) -> Session:
    """The same seat with a role that allows less."""
    actor = session.actor
    return replace(session, actor=replace(actor, permissions=actor.permissions - set(permissions)))


@contextmanager
def counted_statements(office: Office) -> Iterator[list[str]]:
    """The statements that reach the database meanwhile."""
    seen: list[str] = []

    def note(*arguments: object) -> None:
        seen.append(str(arguments[2]))

    for engine in office.database.engines:
        event.listen(engine, "before_cursor_execute", note)
    yield seen
    for engine in office.database.engines:
        event.remove(engine, "before_cursor_execute", note)


def own_statements(seen: list[str]) -> list[str]:
    """Without what begins a transaction or moves the clock of a test."""
    return [one for one in seen if one.lstrip().upper().startswith("SELECT")]


@pytest.fixture
def crowd(office: Office) -> Office:
    """Customers whose names, companies and phones are awkward to look for."""
    office.customer("Siti Rahmawati", phone="0813-8840-2217", company="PT Maju Jaya")
    office.customer("100% Budi", phone="+62 812 5555 0001", owner=office.agent_uid)
    office.customer("under_score", phone="08129999/0215551234", company="CV 100 Persen")
    office.customer("back\\slash", phone="(021) 555-9876")
    office.customer("O'Brien; DROP TABLE customers", phone="123")
    office.customer("Zoë 😀", phone="+1 650 253 0000")
    return office


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("rahma", ["Siti Rahmawati"]),
        ("  RAHMA ", ["Siti Rahmawati"]),
        ("maju j", ["Siti Rahmawati"]),
        ("%", ["100% Budi"]),
        ("100", ["100% Budi", "under_score"]),
        ("_", ["under_score"]),
        ("\\", ["back\\slash"]),
        ("'", ["O'Brien; DROP TABLE customers"]),
        ("; drop", ["O'Brien; DROP TABLE customers"]),
        ("081388402217", ["Siti Rahmawati"]),
        ("+62 813-8840-2217", ["Siti Rahmawati"]),
        ("6281388402217", ["Siti Rahmawati"]),
        ("0062 81388402217", ["Siti Rahmawati"]),
        ("0813-8840", ["Siti Rahmawati"]),
        ("+62 813", ["Siti Rahmawati"]),
        ("2217", ["Siti Rahmawati"]),
        ("8840-2217", ["Siti Rahmawati"]),
        ("0215551234", ["under_score"]),
        ("021-555", ["back\\slash", "under_score"]),
        ("0812 5555 0001", ["100% Budi"]),
        ("+1650253", ["Zoë 😀"]),
        ("123", ["O'Brien; DROP TABLE customers", "under_score"]),
        ("nobody at all", []),
        ("\ud800", ["100% Budi", "back\\slash", "O'Brien; DROP TABLE customers",
                    "Siti Rahmawati", "under_score", "Zoë 😀"]),
        ("x" * 3000, []),
        ("siti\x00", ["Siti Rahmawati"]),
    ],
)  # fmt: skip
def test_search_finds_by_name_company_and_phone_in_any_format(
    crowd: Office, text: str, found: list[str]
) -> None:
    sweep(crowd)
    assert sorted(names(crowd.agent, search=text)) == sorted(found)
    number = customers.count(crowd.agent, CustomerQuery(search=text)).number
    assert number == len(found)


@pytest.mark.parametrize(
    ("name", "company", "text"),
    [
        ("Siti Rahmawati", "PT Maju", "rahmawati siti"),
        ("Siti  Rahmawati", "PT Maju", "siti rahmawati"),
        ("Siti Rahmawati", "PT Maju", "siti   rahmawati"),
        ("Siti Rahmawati", "PT Maju", "maju siti"),
        ("Kate O’Brien", "", "o'brien"),
        ("Ma'ruf", "", "ma’ruf"),
        ("Jum`at", "Toko 100%", "100% jum'at"),
        ("André Peña", "PT ŞEBNEM", "pena andre şebnem"),
        ("Andre Pena", "PT Sebnem", "peña andré"),
    ],
)
def test_each_word_is_found_in_any_order(
    office: Office, name: str, company: str, text: str
) -> None:
    office.customer(name, company=company)
    office.customer("Siti Aminah", company="CV Mundur")
    assert names(office.agent, search=text) == [name]
    assert customers.count(office.agent, CustomerQuery(search=text)).number == 1


@pytest.mark.parametrize(
    "text",
    [
        "+62 (0)813-8840-2217", "tel:+6281388402217", "wa.me/6281388402217",
        "https://wa.me/6281388402217?text=hai", "6281388402217@c.us", "WA 0813-8840-2217",
        "+62 62 813 8840 2217",
    ],
)  # fmt: skip
def test_a_number_is_found_in_every_form(crowd: Office, text: str) -> None:
    sweep(crowd)
    assert names(crowd.agent, search=text) == ["Siti Rahmawati"]


def sweep(office: Office) -> None:
    """Fill the side table of normalised numbers as a running desktop does."""
    phone_sweep.refresh(office.agent)


def test_numbers_that_no_sweep_has_seen_are_found_as_they_are_stored(crowd: Office) -> None:
    assert names(crowd.agent, search="0813 8840") == []
    assert names(crowd.agent, search="0813-8840") == ["Siti Rahmawati"]
    assert names(crowd.agent, search="8840-2217") == ["Siti Rahmawati"]
    crowd.customer("Fresh", phone="081377771234")
    assert names(crowd.agent, search="+62 813 7777 1234") == ["Fresh"]


def test_a_search_keeps_to_the_other_filters(crowd: Office) -> None:
    mine = OwnerFilter(OwnerScope.PERSON, crowd.agent_uid)
    assert names(crowd.agent, search="100", owner=mine) == ["100% Budi"]
    assert names(crowd.agent, search="siti", owner=mine) == []


def test_pages_follow_each_other_and_count_is_capped(office: Office) -> None:
    office.customers(25, owner=office.agent_uid, since=office.now - DAY)
    session, query = office.agent, CustomerQuery()
    first = customers.page(session, query, limit=10)
    second = customers.page(session, query, first.after, 10)
    third = customers.page(session, query, second.after, 10)
    ids = [row.id for page in (first, second, third) for row in page.rows]
    assert len(set(ids)) == 25
    assert third.after is None
    assert customers.count(session, query, cap=20).more
    assert customers.count(session, query, cap=20).number == 20
    assert customers.count(session, query, cap=None) == customers.count(session, query)
    assert customers.count(session, query) == Count(25)


def test_few_statements_a_page(office: Office) -> None:
    for customer_id in office.customers(30, owner=office.agent_uid, since=office.now - DAY):
        office.contact(customer_id)
    session = office.agent
    for query in (
        CustomerQuery(),
        CustomerQuery(search="Customer 1"),
        CustomerQuery(sort=CustomerSort.STATUS, owner=OwnerFilter(OwnerScope.BOUND)),
    ):
        with counted_statements(office) as seen:
            page = customers.page(session, query, limit=10)
        assert len(page.rows) == 10
        assert len(own_statements(seen)) <= 4
    with counted_statements(office) as seen:
        customers.details(session, page.rows[0].id)
    assert len(own_statements(seen)) <= 4
    with counted_statements(office) as seen:
        customers.timeline(session, TimelineQuery(page.rows[0].id))
    assert len(own_statements(seen)) <= 9


def test_rows_come_in_the_order_asked_for_and_without_the_gone(office: Office) -> None:
    ids = [office.customer(f"Customer {number}") for number in range(3)]
    found = customers.rows(office.agent, [ids[2], new_id(), ids[0], ids[2]])
    assert [row.id for row in found] == [ids[2], ids[0]]
    assert customers.rows(office.agent, []) == ()


def test_a_row_and_its_details(office: Office) -> None:
    owned_since, called = office.now - 9 * DAY, office.now - 2 * DAY
    customer_id = office.customer(
        "Siti", owner=office.agent_uid, since=owned_since, status=None, company="",
        source="Canvas",
    )  # fmt: skip
    office.contact(customer_id, at=called, method=Method.VISIT, outcome=Outcome.UNSUCCESSFUL,
                   next_step=office.now + DAY)  # fmt: skip
    found = customers.details(office.agent, customer_id)
    row = found.row
    assert (row.status, row.company, row.source) == (SalesStatus.COLD, None, LeadSource.CANVAS)
    assert (row.owner_name, row.owned_since) == ("Andi Firmansyah", owned_since)
    assert (row.last_contact, row.last_method) == (called, Method.VISIT)
    assert row.last_outcome is Outcome.UNSUCCESSFUL
    assert row.departure is not None
    assert row.departure.leaves_at == called + 30 * DAY
    assert row.next_step == office.now + DAY
    assert (found.registered_by, found.contacts, found.spells, found.orders) == (
        "Sari Dewi", 1, 1, 0,
    )  # fmt: skip
    with pytest.raises(CustomerGone):
        customers.details(office.agent, new_id())


def test_an_orphan_owner_is_named_by_the_uid(office: Office) -> None:
    put(
        office.database,
        "customers",
        [
            customer(1, bound_to_uid="gone-long-ago", binding_start_date=office.now - DAY,
                     binding_status="bound", firebase_uid="gone-too"),
            customer(2, bound_to_uid="half", binding_status="available"),
            customer(3, binding_status="bound"),
            customer(4, binding_status=None, sales_status=None),
        ],
    )  # fmt: skip
    rows = customers.page(office.agent, CustomerQuery()).rows
    assert [row.owner_name for row in rows] == ["gone-long-ago", None, None, None]
    assert customers.details(office.agent, rows[0].id).registered_by == "gone-too"
    pool = OwnerFilter(OwnerScope.AVAILABLE)
    assert len(names(office.agent, owner=pool)) == 3
    assert len(names(office.agent, owner=OwnerFilter(OwnerScope.BOUND))) == 1


def test_without_the_permission_nothing_is_read(office: Office) -> None:
    customer_id = office.customer()
    nobody = replace(office.agent, actor=Actor("uid-new", "New", None, frozenset()))
    calls = (
        lambda: customers.page(nobody, CustomerQuery()),
        lambda: customers.count(nobody, CustomerQuery()),
        lambda: customers.rows(nobody, [customer_id]),
        lambda: customers.details(nobody, customer_id),
        lambda: customers.timeline(nobody, TimelineQuery(customer_id)),
        lambda: customers.ownership(nobody, customer_id),
    )
    with counted_statements(office) as seen:
        for call in calls:
            with pytest.raises(NotAllowed):
                call()
    assert seen == []


def test_phones_of_the_pool_can_be_withheld(office: Office) -> None:
    owned = office.customer("Owned", owner=office.other_uid, phone="+6281311110001")
    free = office.customer("Free", phone="+6281311110002")
    session = without(office.agent, Permission.CUSTOMERS_VIEW_PHONE_IN_POOL)
    rows = {row.id: row for row in customers.page(session, CustomerQuery()).rows}
    assert rows[owned].phone == "+6281311110001"
    assert rows[free].phone is None
    assert customers.rows(session, [free])[0].phone is None
    assert customers.details(session, free).row.phone is None
    assert names(session, search="0813 1111 0002") == []
    assert names(session, search="10002") == []
    assert names(session, search="0813 1111 0001") == ["Owned"]
    assert names(office.agent, search="0813 1111 0002") == ["Free"]


def test_notes_of_the_pool_can_be_withheld(office: Office) -> None:
    owned = office.customer("Owned", owner=office.other_uid)
    free = office.customer("Free")
    for customer_id in (owned, free):
        office.contact(customer_id, notes="Pays late.")
    session = without(office.agent, Permission.CUSTOMERS_VIEW_NOTES)
    kinds = frozenset({TimelineKind.CONTACT})
    for reader, customer_id, seen in (
        (session, owned, "Pays late."), (session, free, None), (office.agent, free, "Pays late."),
    ):  # fmt: skip
        (entry,) = customers.timeline(reader, TimelineQuery(customer_id, kinds)).rows
        assert entry.notes == seen


def test_slow_orders_are_offered_for_small_lists(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.customers(5, owner=office.agent_uid, since=office.now)
    session = office.agent
    everybody = customers.count(session, CustomerQuery(), SLOW_SORT_LIMIT)
    assert orders.quick(CustomerSort, everybody) == frozenset(CustomerSort)
    with pytest.raises(ValueError, match="only counted to 4"):
        orders.quick(CustomerSort, customers.count(session, CustomerQuery(), 4))
    monkeypatch.setattr(orders, "SLOW_SORT_LIMIT", 5)
    fast = {sort for sort in CustomerSort if sort.fast}
    assert orders.quick(CustomerSort, everybody) == fast
    with pytest.raises(Refusal, match="narrow the list"):
        customers.page(session, CustomerQuery(sort=CustomerSort.COMPANY))
    assert names(session, sort=CustomerSort.LAST_CONTACT) != []
    narrow = without(session, Permission.CUSTOMERS_VIEW_PHONE_IN_POOL)
    assert names(narrow, sort=CustomerSort.PHONE) != []


def test_own_contacts_may_be_edited_for_a_day_and_a_lead_may_edit_any(office: Office) -> None:
    customer_id = office.customer("Siti", owner=office.agent_uid)
    logged = contacts.log(office.agent, draft(customer_id, when=office.now - 3 * DAY))
    foreign = office.contact(customer_id, at=office.now - 2 * DAY)
    fresh = office.contact(customer_id)
    others = office.contact(customer_id, by=office.other_uid)
    assert logged.contact is not None

    def editable(session: Session) -> set[str]:
        page = customers.timeline(
            session, TimelineQuery(customer_id, frozenset({TimelineKind.CONTACT}))
        )
        assert len(page.rows) == 4
        return {entry.id for entry in page.rows if entry.editable}

    assert editable(office.agent) == {logged.contact.id, fresh}
    assert editable(office.lead) == {logged.contact.id, fresh, foreign, others}
    assert editable(without(office.agent, Permission.CONTACTS_LOG)) == set()
    office.pass_time(DAY)
    assert editable(office.agent) == {logged.contact.id, fresh}
    office.pass_time(timedelta(seconds=1))
    assert editable(office.agent) == set()


def test_the_timeline_of_acts_reads_as_they_were_done(office: Office) -> None:
    customer_id = office.customer("Siti")
    contacts.log(office.agent, draft(customer_id, claim=True, notes="Hello."))
    office.pass_time(DAY)
    stage_moves.move(office.agent, new_id(), customer_id, SalesStatus.COLD, SalesStatus.HOT)
    office.pass_time(40 * DAY)
    run.run(office.lead, Cause.COMMAND)
    ended, status, called, taken = customers.timeline(office.agent, TimelineQuery(customer_id)).rows
    assert (ended.kind, ended.reason) == (
        TimelineKind.OWNERSHIP_ENDED, UnbindingReason.INACTIVITY,
    )  # fmt: skip
    assert (ended.idle_days, ended.limit_days, ended.by_name) == (41, 30, None)
    assert (status.status_from, status.status_to) == (SalesStatus.COLD, SalesStatus.HOT)
    assert (called.kind, called.notes) == (TimelineKind.CONTACT, "Hello.")
    assert (taken.kind, taken.person_name) == (TimelineKind.OWNERSHIP_TAKEN, "Andi Firmansyah")
    with pytest.raises(CustomerGone):
        customers.timeline(office.agent, TimelineQuery(new_id()))


def test_ownership_tells_who_and_why(office: Office) -> None:
    customer_id = office.customer("Siti")
    ownership.assign(office.lead, new_id(), customer_id, office.agent_uid)
    office.pass_time(DAY)
    seen = OwnershipSeen(office.agent_uid)
    ownership.transfer(office.lead, new_id(), customer_id, office.other_uid, seen)
    office.pass_time(DAY)
    ownership.release(office.other, new_id(), customer_id, OwnershipSeen(office.other_uid))
    page = customers.ownership(office.agent, customer_id, limit=1)
    following = customers.ownership(office.agent, customer_id, page.after)
    second, first = page.rows[0], following.rows[0]
    assert following.after is None
    assert (second.agent_name, second.by_name) == ("Eko Saputra", "Eko Saputra")
    assert second.reason is UnbindingReason.MANUAL_RELEASE
    assert (first.agent_name, first.by_name) == ("Andi Firmansyah", "Rina Wulandari")
    assert (first.end, second.start) == (office.now - DAY, office.now - DAY)
