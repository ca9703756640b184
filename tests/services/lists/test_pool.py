"""The pool's list, the hand-over and claiming many."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesdesk.domain.contact import Method, Outcome
from salesdesk.domain.customer import LeadSource, SalesStatus
from salesdesk.domain.errors import CustomerGone, NotAllowed
from salesdesk.domain.events import derived_id, new_id
from salesdesk.domain.moments import DAY
from salesdesk.domain.ownership import OwnershipSeen, UnbindingReason
from salesdesk.domain.people import Actor
from salesdesk.domain.permissions import Permission
from salesdesk.domain.pool import (
    Allowance,
    BestHours,
    MethodFigure,
    PoolQuery,
    PoolRow,
    PoolSort,
    best_hours,
    best_method,
)
from salesdesk.domain.queries import Count, PageKey
from salesdesk.domain.settings import POOL_CLAIMS, POOL_COOLING, POOL_MOST
from salesdesk.services import bulk, customers, follow_ups, ownership
from salesdesk.services.lists import handover
from salesdesk.services.lists import pool as pool_list
from salesdesk.services.session import Session
from tests.support.factories import NOON, Office
from tests.support.orders import Orders
from tests.support.settings import set_to

HOUR = timedelta(hours=1)


def listed(session: Session, query: PoolQuery | None = None, limit: int = 3) -> list[PoolRow]:
    """The whole pool, page by page."""
    found: list[PoolRow] = []
    after: PageKey | None = None
    while True:
        page = pool_list.page(session, query or PoolQuery(), after, limit)
        found += page.rows
        after = page.after
        if after is None:
            return found


def names(session: Session, query: PoolQuery | None = None) -> list[str]:
    return [row.customer.name for row in listed(session, query)]


@pytest.fixture
def pool(office: Office) -> Office:
    """Four free customers with a past, and one that is bound."""
    now = office.now
    twice = office.customer("Twice", created=now - 300 * DAY, status=SalesStatus.HOT)
    office.closed_spell(
        twice, office.other_uid, now - 200 * DAY, now - 150 * DAY, UnbindingReason.INACTIVITY
    )
    office.closed_spell(twice, office.agent_uid, now - 90 * DAY, now - 2 * DAY)
    handed = office.customer("Handed on", created=now - 300 * DAY, last_interaction=now - 8 * DAY)
    office.closed_spell(handed, office.agent_uid, now - 200 * DAY, now - 100 * DAY)
    office.closed_spell(
        handed, office.other_uid, now - 100 * DAY, now - DAY, UnbindingReason.PERIOD_ENDED
    )
    office.customer("Never had anybody", created=now - 5 * DAY, source=LeadSource.CANVAS.value)
    once = office.customer("Once", created=now - 300 * DAY, last_interaction=now - 9 * DAY)
    office.closed_spell(
        once, "uid-of-nobody", now - 60 * DAY, now - 20 * DAY, UnbindingReason.INACTIVITY
    )
    office.contact(once, at=now - 9 * DAY, outcome=Outcome.UNSUCCESSFUL)
    office.contact(handed, at=now - 8 * DAY, outcome=Outcome.SUCCESSFUL)
    office.customer("Bound", owner=office.agent_uid)
    return office


def test_who_is_free_since_when_and_how_often_it_came_back(pool: Office) -> None:
    rows = {row.customer.name: row for row in listed(pool.agent)}
    now = pool.now
    assert {name: row.free_since for name, row in rows.items()} == {
        "Twice": now - 2 * DAY,
        "Handed on": now - DAY,
        "Never had anybody": now - 5 * DAY,
        "Once": now - 20 * DAY,
    }
    assert {name: row.came_back for name, row in rows.items()} == {
        "Twice": 2, "Handed on": 1, "Never had anybody": 0, "Once": 1,
    }  # fmt: skip
    assert rows["Twice"].reasons == {
        UnbindingReason.INACTIVITY: 1, UnbindingReason.MANUAL_RELEASE: 1,
    }  # fmt: skip
    assert rows["Handed on"].reasons == {UnbindingReason.PERIOD_ENDED: 1}
    assert rows["Handed on"].last_owner_name == "Eko Saputra"
    assert rows["Once"].last_owner_name == "uid-of-nobody"
    assert rows["Never had anybody"].last_owner_name is None


def test_orders_filters_and_counts(pool: Office) -> None:
    newest_first = ["Handed on", "Twice", "Never had anybody", "Once"]
    assert names(pool.agent) == newest_first
    assert names(pool.agent, PoolQuery(descending=False)) == newest_first[::-1]
    came_back = names(pool.agent, PoolQuery(sort=PoolSort.CAME_BACK))
    assert (came_back[0], came_back[-1]) == ("Twice", "Never had anybody")
    by_name = PoolQuery(sort=PoolSort.NAME, descending=False)
    assert names(pool.agent, by_name) == ["Handed on", "Never had anybody", "Once", "Twice"]
    talked = names(pool.agent, PoolQuery(sort=PoolSort.LAST_CONTACT))
    assert talked[:2] == ["Handed on", "Once"]
    assert names(pool.agent, PoolQuery(statuses=frozenset({SalesStatus.HOT}))) == ["Twice"]
    canvas = PoolQuery(sources=frozenset({LeadSource.CANVAS}))
    assert names(pool.agent, canvas) == ["Never had anybody"]
    lost = PoolQuery(outcomes=frozenset({Outcome.UNSUCCESSFUL}))
    assert names(pool.agent, lost) == ["Once"]
    for sort in PoolSort:
        assert sorted(names(pool.agent, PoolQuery("on", sort=sort))) == ["Handed on", "Once"]
    assert pool_list.count(pool.agent, PoolQuery()) == Count(4)
    assert pool_list.count(pool.agent, PoolQuery("on")) == Count(2)


def test_a_claimed_row_leaves(pool: Office) -> None:
    ids = [row.customer.id for row in listed(pool.agent)]
    ownership.claim(pool.agent, new_id(), ids[1])
    assert [row.customer.id for row in pool_list.rows(pool.agent, ids)] == [ids[0], *ids[2:]]


@given(
    st.lists(
        st.builds(
            lambda method, tried, share: MethodFigure(method, int(tried * share), tried),
            st.sampled_from(Method), st.integers(1, 40), st.floats(0, 1),
        )
    )
)  # fmt: skip
def test_the_best_method_is_one_that_has_worked(figures: list[MethodFigure]) -> None:
    best = best_method(figures)
    worked = [one for one in figures if one.successful]
    assert (best in worked) if worked else (best is None)
    for figure in figures:
        assert 0 <= figure.lower_bound <= figure.successful / figure.tried


def test_five_of_seven_calls_are_better_than_the_one_visit() -> None:
    calls, visit = MethodFigure(Method.CALL, 5, 7), MethodFigure(Method.VISIT, 1, 1)
    assert best_method([visit, calls]) is calls
    assert MethodFigure(Method.CALL, 0, 0).lower_bound == 0.0


def test_hours_are_known_from_three_contacts_on() -> None:
    monday = datetime(2026, 6, 8, 10, 30, tzinfo=NOON.tzinfo)
    assert best_hours([monday, monday + HOUR]) is None
    evening, saturday = monday + 10 * HOUR, monday + 5 * DAY
    assert best_hours([monday, monday + HOUR, evening]) == BestHours(10, 12, True)
    assert best_hours([monday, saturday, evening]) == BestHours(9, 11, False)
    scattered = [monday + hours * HOUR for hours in (-8, -4, 0, 4, 8)]
    assert best_hours(scattered) is None


def test_the_hand_over_tells_whom_to_ask_and_how_to_start(office: Office) -> None:
    now = office.now
    customer = office.customer("Wahyu", created=now - 300 * DAY)
    office.closed_spell(
        customer, office.other_uid, now - 60 * DAY, now - DAY, UnbindingReason.INACTIVITY
    )
    office.closed_spell(customer, office.lead_uid, now - 200 * DAY, now - 100 * DAY)
    for days, text in ((50, "Oldest"), (40, "Third"), (30, ""), (20, "Second"), (10, "First")):
        office.contact(customer, at=now - days * DAY, notes=text, by=office.other_uid)
    step = now + 3 * DAY
    follow_ups.plan(office.other, new_id(), customer, step, "Bring the menu")
    found = handover.of(office.agent, customer)
    assert [spell.agent_name for spell in found.owners] == ["Eko Saputra", "Rina Wulandari"]
    assert found.owners[0].reason is UnbindingReason.INACTIVITY
    assert [note.text for note in found.notes] == ["First", "Second", "Third"]
    assert found.notes[0].by_name == "Eko Saputra"
    assert (found.next_step, found.next_step_note) == (step, "Bring the menu")
    assert found.row.methods == (MethodFigure(Method.CALL, 5, 5),)
    assert found.row.best == found.row.methods[0]
    assert found.best_hours == BestHours(18, 20, False)
    assert not found.allowance.counts
    assert (found.notes_withheld, found.phone_withheld) == (False, False)


def test_what_the_role_may_not_see_is_missing_until_the_customer_is_its_own(
    office: Office,
) -> None:
    customer = office.customer("Wahyu")
    office.contact(customer, notes="Private", next_step=office.now + DAY)
    needed = frozenset({Permission.CUSTOMERS_VIEW, Permission.CUSTOMERS_CLAIM})
    narrow = replace(office.agent, actor=Actor(office.agent_uid, "Andi", "Clerk", needed))
    found = handover.of(narrow, customer)
    assert (found.notes, found.notes_withheld, found.phone_withheld) == ((), True, True)
    assert (found.row.customer.phone, found.next_step_note) == (None, None)
    ownership.claim(office.agent, new_id(), customer)
    found = handover.of(narrow, customer)
    assert [note.text for note in found.notes] == ["Private"]
    assert (found.notes_withheld, found.phone_withheld) == (False, False)
    assert found.row.customer.phone is not None


def test_the_hand_over_says_what_one_still_may(office: Office) -> None:
    for key, text in ((POOL_MOST.key, "2"), (POOL_CLAIMS.key, "2"), (POOL_COOLING.key, "5")):
        set_to(office.admin, key, text)
    first, second = office.customer("First"), office.customer("Second")
    assert pool_list.allowance(office.agent) == Allowance(0, 2, 0, 2, None)
    ownership.claim(office.agent, new_id(), first)
    office.pass_time(HOUR)
    ownership.release(office.agent, new_id(), first, OwnershipSeen(office.agent_uid))
    found = handover.of(office.agent, first)
    assert found.allowance == Allowance(0, 2, 1, 2, None)
    assert found.allowance.remaining == 1
    assert found.claimable_from == office.now + 5 * DAY
    assert handover.of(office.other, first).claimable_from is None
    ownership.claim(office.agent, new_id(), second)
    spent = pool_list.allowance(office.agent)
    tomorrow = NOON.replace(hour=17)
    assert (spent.held, spent.claimed_today, spent.allowed_from) == (1, 2, tomorrow)
    assert spent.remaining == 0
    office.pass_time(DAY)
    assert pool_list.allowance(office.agent) == Allowance(1, 2, 0, 2, None)
    office.pass_time(5 * DAY)
    assert handover.of(office.agent, first).claimable_from is None


def test_the_hand_over_tells_what_completed_orders_were_worth(office: Office) -> None:
    customer, orders = office.customer("Wahyu"), Orders(office)
    assert handover.of(office.agent, customer).orders_value == 0
    for status, rooms in (("completed", (250_000,)), ("completed", ()), ("pending", (900_000,))):
        orders.add(customer, status, NOON - DAY, items=((2, 100_000),), rooms=rooms)
    found = handover.of(office.agent, customer)
    assert (found.orders, found.orders_value) == (2, 650_000)


def test_a_hand_over_of_nobody_is_refused(office: Office) -> None:
    with pytest.raises(CustomerGone):
        handover.of(office.agent, new_id())


def test_claiming_many_says_which_were_lost_to_whom(office: Office) -> None:
    ids = [office.customer(f"Customer {number}") for number in range(4)]
    ownership.claim(office.other, new_id(), ids[1])
    batch_id = new_id()
    result = bulk.claim(office.agent, batch_id, [*ids, "nobody", ids[0]])
    assert result.done == (ids[0], ids[2], ids[3])
    assert result.changes.customer_ids == set(result.done)
    taken, gone = result.lost
    assert (taken.customer_id, taken.name, taken.owner_name, taken.since) == (
        ids[1], "Customer 1", "Eko Saputra", office.now,
    )  # fmt: skip
    assert "Eko Saputra has this customer" in taken.message
    assert (gone.customer_id, gone.name) == ("nobody", "")
    events = office.database.execute("SELECT id FROM salesdesk_events WHERE kind = 'claimed'")
    wanted = {derived_id(batch_id, one) for one in result.done}
    assert wanted <= {row[0] for row in events}


def test_a_batch_run_again_does_nothing_twice(office: Office) -> None:
    ids = [office.customer(f"Customer {number}") for number in range(3)]
    batch_id = new_id()
    first = bulk.claim(office.agent, batch_id, ids)
    before = office.database.execute("SELECT COUNT(*) FROM salesdesk_events")
    again = bulk.claim(office.agent, batch_id, ids)
    assert (again.done, again.lost, again.replayed) == (first.done, (), True)
    assert office.database.execute("SELECT COUNT(*) FROM salesdesk_events") == before


def test_a_policy_that_counts_ends_a_batch_and_says_from_when(office: Office) -> None:
    set_to(office.admin, POOL_CLAIMS.key, "2")
    ids = [office.customer(f"Customer {number}") for number in range(5)]
    result = bulk.claim(office.agent, new_id(), ids)
    assert result.done == tuple(ids[:2])
    assert [lost.customer_id for lost in result.lost] == ids[2:]
    assert {lost.allowed_from for lost in result.lost} == {NOON.replace(hour=17)}
    assert {lost.name for lost in result.lost} == {"Customer 2", "Customer 3", "Customer 4"}


def test_one_customers_cooling_off_does_not_end_a_batch(office: Office) -> None:
    set_to(office.admin, POOL_COOLING.key, "5")
    ids = [office.customer(f"Customer {number}") for number in range(3)]
    office.closed_spell(ids[0], office.agent_uid, office.now - 9 * DAY, office.now - DAY)
    result = bulk.claim(office.agent, new_id(), ids)
    assert result.done == tuple(ids[1:])
    (lost,) = result.lost
    assert lost.allowed_from == office.now + 4 * DAY


def test_leads_assign_transfer_and_release_many(office: Office) -> None:
    ids = [office.customer(f"Customer {number}") for number in range(3)]
    given = bulk.assign(office.lead, new_id(), dict.fromkeys(ids, office.agent_uid))
    assert given.done == tuple(ids)
    seen = dict.fromkeys(ids, OwnershipSeen(office.agent_uid))
    ownership.release(office.agent, new_id(), ids[0], seen[ids[0]])
    agents = dict.fromkeys(ids, office.other_uid)
    moved = bulk.transfer(office.lead, new_id(), seen, agents)
    assert (moved.done, [lost.customer_id for lost in moved.lost]) == (tuple(ids[1:]), [ids[0]])
    freed = bulk.release(
        office.lead, new_id(), dict.fromkeys(ids[1:], OwnershipSeen(office.other_uid))
    )
    assert freed.done == tuple(ids[1:])
    assert {customers.get(office.lead, one).bound_to_uid for one in ids} == {None}


def test_each_act_asks_for_its_permission_first(office: Office) -> None:
    nobody = replace(office.agent, actor=Actor("uid-x", "X", None, frozenset()))
    for act in (
        lambda: pool_list.page(nobody, PoolQuery()),
        lambda: pool_list.count(nobody, PoolQuery()),
        lambda: pool_list.rows(nobody, []),
        lambda: pool_list.allowance(nobody),
        lambda: handover.of(nobody, "any"),
        lambda: bulk.claim(nobody, new_id(), []),
        lambda: bulk.release(nobody, new_id(), {"one": OwnershipSeen("uid-y")}),
        lambda: bulk.assign(office.agent, new_id(), {}),
        lambda: bulk.transfer(office.agent, new_id(), {}, {}),
    ):
        with pytest.raises(NotAllowed):
            act()
