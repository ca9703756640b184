"""What changes elsewhere is heard once, in whatever order it commits, by one indexed query."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import event

from salesdesk.domain.change_feed import Cursor, HeardEvent, Seen, changes_of
from salesdesk.domain.changes import Changes, Topic
from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.day import Section
from salesdesk.domain.errors import NotAllowed
from salesdesk.domain.events import Event, EventKind, new_id
from salesdesk.domain.moments import DAY
from salesdesk.domain.ownership import OwnershipSeen
from salesdesk.domain.people import Actor
from salesdesk.domain.settings import LIMIT_COLD, WON_DAYS
from salesdesk.services import contacts, follow_ups, ownership, stage_moves
from salesdesk.services.lists import changes, customers, today
from salesdesk.services.session import Session
from tests.support.factories import NOON, Office, draft
from tests.support.settings import set_to

SECOND = timedelta(seconds=1)
MINUTE = timedelta(seconds=60)


def stored(office: Office, at: datetime, customer_id: str | None = None, kind: str = "") -> str:
    """An event as another desktop commits it."""
    made = Event(new_id(), at, kind or EventKind.CLAIMED, customer_id, "uid-x", {})
    office.store.act(lambda unit: unit.events.add([made]))
    return made.id


def heard(session: Session, cursor: Cursor) -> tuple[frozenset[str], Cursor]:
    """The customers that a poll tells of."""
    found = changes.changes_since(session, cursor)
    return frozenset().union(*(one.customer_ids for one in found.changes)), found.cursor


def altered(session: Session, seen: list[Seen]) -> Changes:
    """What a poll tells of the rows in sight."""
    return changes.changes_since(session, Cursor(NOON), seen).altered


@pytest.fixture
def statements(office: Office) -> Iterator[list[str]]:
    """Every statement that is sent meanwhile."""
    sent: list[str] = []

    def note(*arguments: object) -> None:
        sent.append(str(arguments[2]))

    for engine in office.database.engines:
        event.listen(engine, "before_cursor_execute", note)
    yield sent
    for engine in office.database.engines:
        event.remove(engine, "before_cursor_execute", note)


def test_what_others_do_is_heard_once(office: Office) -> None:
    customer = office.customer("One")
    cursor = changes.start(office.agent)
    office.pass_time(SECOND)
    ownership.claim(office.other, new_id(), customer)
    first, cursor = heard(office.agent, cursor)
    again, cursor = heard(office.agent, cursor)
    assert (set(first), set(again)) == ({customer}, set())
    office.pass_time(MINUTE)
    assert heard(office.agent, cursor) == (frozenset(), cursor)


def test_what_commits_late_is_heard_within_the_minute(office: Office) -> None:
    cursor = changes.start(office.agent)
    office.pass_time(10 * MINUTE)
    early, late = office.now - 50 * SECOND, office.now
    stored(office, late, "first")
    found, cursor = heard(office.agent, cursor)
    assert found == {"first"}
    stored(office, early, "second")
    stored(office, late, "third")
    found, cursor = heard(office.agent, cursor)
    assert found == {"second", "third"}
    assert heard(office.agent, cursor)[0] == frozenset()


def test_an_event_ahead_of_the_clock_hides_nothing(office: Office) -> None:
    cursor = changes.start(office.agent)
    stored(office, office.now + timedelta(hours=5), "ahead")
    found, cursor = heard(office.agent, cursor)
    assert found == {"ahead"}
    assert cursor.at == office.now
    office.pass_time(MINUTE * 3)
    stored(office, office.now, "now")
    found, cursor = heard(office.agent, cursor)
    assert found == {"now"}
    assert heard(office.agent, cursor)[0] == frozenset()


def test_ones_own_acts_need_not_be_heard(office: Office) -> None:
    customer, other = office.customer("One"), office.customer("Two")
    act = new_id()
    cursor = changes.start(office.agent).knowing([act])
    ownership.claim(office.agent, act, customer)
    stored(office, office.now, other)
    found, cursor = heard(office.agent, cursor)
    assert found == {other}
    assert (act in cursor.known, cursor.own) == (True, frozenset())
    office.pass_time(3 * MINUTE)
    stored(office, office.now, customer)
    _, cursor = heard(office.agent, cursor)
    assert len(cursor.known) == 1


def test_each_act_tells_its_topics(office: Office) -> None:
    customer = office.customer("One")
    cursor = changes.start(office.agent)

    def topics() -> set[Topic]:
        nonlocal cursor
        found = changes.changes_since(office.agent, cursor)
        cursor = found.cursor
        return {topic for one in found.changes for topic in one.topics}

    ownership.claim(office.other, new_id(), customer)
    assert topics() == {Topic.CUSTOMERS, Topic.OWNERSHIP}
    contacts.log(office.other, draft(customer))
    assert topics() == {Topic.CUSTOMERS, Topic.CONTACTS, Topic.FOLLOW_UPS}
    follow_ups.plan(office.other, new_id(), customer, office.now + MINUTE)
    assert topics() == {Topic.CUSTOMERS, Topic.FOLLOW_UPS}
    stage_moves.move(office.other, new_id(), customer, SalesStatus.COLD, SalesStatus.HOT)
    assert topics() == {Topic.CUSTOMERS}
    ownership.release(office.other, new_id(), customer, OwnershipSeen(office.other_uid))
    assert topics() == {Topic.CUSTOMERS, Topic.OWNERSHIP}
    set_to(office.admin, WON_DAYS.key, "9")
    assert topics() == {Topic.SETTINGS}
    assert topics() == set()


def test_changes_of_known_customers_stand_apart_from_those_of_any() -> None:
    found = changes_of(
        [
            HeardEvent("1", NOON, EventKind.CLAIMED, "c"),
            HeardEvent("2", NOON, EventKind.SETTING_CHANGED, None),
            HeardEvent("3", NOON, EventKind.BATCH, None),
        ]
    )
    assert found == (
        Changes.of(Topic.CUSTOMERS, Topic.OWNERSHIP, ids=("c",)),
        Changes.of(Topic.SETTINGS, Topic.EVENTS),
    )
    newer = changes_of([HeardEvent("4", NOON, "of_a_newer_program", None)])
    assert newer == (Changes(frozenset(Topic)),)
    kinds = [HeardEvent(kind, NOON, kind, "c") for kind in EventKind if kind is not EventKind.BATCH]
    assert all(changes_of([one]) != (Changes(frozenset(Topic), frozenset("c")),) for one in kinds)


def test_too_many_events_are_told_as_any_change(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(changes, "EVENTS", 3)
    cursor = changes.start(office.agent)
    for number in range(4):
        stored(office, office.now + SECOND * number, f"customer {number}")
    office.pass_time(5 * SECOND)
    found = changes.changes_since(office.agent, cursor)
    assert found.changes == (Changes(frozenset(Topic)),)
    assert found.cursor.at == office.now


def test_a_poll_is_one_query(office: Office, statements: list[str]) -> None:
    session = office.agent
    cursor = changes.start(session)
    customer = office.customer("One")
    office.pass_time(SECOND)
    seen = [Seen.of(row) for row in customers.rows(session, [customer])]
    stored(office, office.now, "one")
    statements.clear()
    changes.changes_since(session, cursor, seen)
    assert len([one for one in statements if one.startswith("SELECT")]) == 1


def test_a_setting_that_was_changed_elsewhere_counts_once_it_is_heard(office: Office) -> None:
    session, elsewhere = office.agent, office.session(office.admin_uid)
    elsewhere = replace(elsewhere, store=office.database.store)
    customer = office.customer("Mine", owner=office.agent_uid)
    cursor = changes.start(session)
    (before,) = customers.rows(session, [customer])
    set_to(elsewhere, LIMIT_COLD.key, "10")
    changes.changes_since(session, cursor)
    (after,) = customers.rows(session, [customer])
    assert before.departure is not None
    assert after.departure is not None
    assert before.departure.leaves_at - after.departure.leaves_at == 20 * DAY


def test_a_setting_that_nobody_heard_of_counts_within_a_minute(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    customer = office.customer("Mine", owner=office.agent_uid)

    def leaves_at() -> datetime:
        (row,) = customers.rows(office.agent, [customer])
        assert row.departure is not None
        return row.departure.leaves_at

    before = leaves_at()
    elsewhere = replace(office.admin, store=office.database.store)
    set_to(elsewhere, LIMIT_COLD.key, "10")
    assert leaves_at() == before, "what is shown goes by the settings of a moment ago"
    monkeypatch.setattr("salesdesk.storage.unit_of_work.KEPT_SECONDS", 0)
    assert before - leaves_at() == 20 * DAY


def test_what_the_booking_application_changes_is_noticed(office: Office) -> None:
    ids = [office.customer(f"Customer {number}") for number in range(3)]
    office.pass_time(MINUTE)
    seen = [Seen.of(row) for row in customers.rows(office.agent, ids)]
    assert altered(office.agent, seen) == Changes()
    office.pass_time(MINUTE)
    office.database.execute("UPDATE customers SET company = 'New' WHERE id = %s", ids[1])
    office.database.execute("DELETE FROM customers WHERE id = %s", ids[2])
    found = altered(office.agent, seen)
    assert found.customer_ids == {ids[1], ids[2]}
    assert Topic.CUSTOMERS in found.topics
    seen = [Seen.of(row) for row in customers.rows(office.agent, ids)]
    office.pass_time(SECOND)
    assert altered(office.agent, []) == Changes()


def test_who_was_taken_elsewhere_is_in_the_right_list_at_once(office: Office) -> None:
    customer = office.customer("Mine", owner=office.agent_uid, since=office.now - 25 * DAY)
    day = today.mine(office.agent)
    (row,) = today.page(office.agent, day, Section.RELEASING).rows
    office.pass_time(MINUTE)
    office.database.execute(
        "UPDATE customers SET bound_to_uid = %s WHERE id = %s", office.other_uid, customer
    )
    found = altered(office.agent, [Seen.of(row.customer)])
    assert found.customer_ids == {customer}
    assert today.rows(office.agent, day, [customer]) == {customer: None}
    (taken,) = today.page(office.other, today.mine(office.other), Section.RELEASING).rows
    assert taken.customer.id == customer


def test_a_row_changed_in_the_second_of_its_reading_is_read_again(office: Office) -> None:
    customer = office.customer("One")
    office.database.execute("UPDATE customers SET company = 'First' WHERE id = %s", customer)
    (row,) = customers.rows(office.agent, [customer])
    assert row.updated_at == row.now
    assert altered(office.agent, [Seen.of(row)]).customer_ids == {customer}
    office.pass_time(SECOND)
    (row,) = customers.rows(office.agent, [customer])
    assert altered(office.agent, [Seen.of(row)]) == Changes()


def test_nobody_without_the_permission_listens(office: Office) -> None:
    nobody = replace(office.agent, actor=Actor("uid-x", "X", None, frozenset()))
    for call in (
        lambda: changes.start(nobody),
        lambda: changes.changes_since(nobody, Cursor(NOON)),
    ):
        with pytest.raises(NotAllowed):
            call()
