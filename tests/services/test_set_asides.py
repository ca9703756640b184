"""Lost, or not to be contacted: set aside, taken back and undone, by whom and on which ground."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from salesdesk.domain.errors import Conflict, Invalid, NotAllowed, Refusal
from salesdesk.domain.events import EventKind, new_id
from salesdesk.domain.moments import DAY
from salesdesk.domain.ownership import OwnershipSeen
from salesdesk.domain.people import SYSTEM
from salesdesk.domain.pool import PoolQuery
from salesdesk.domain.queries import (
    CustomerQuery,
    CustomerSort,
    OwnerFilter,
    OwnerScope,
    RoundFilter,
    TimelineKind,
    TimelineQuery,
)
from salesdesk.domain.refusals import Why
from salesdesk.domain.round import OutOfRound
from salesdesk.domain.set_aside import Aside, AsideReason
from salesdesk.services import distributing, ownership, set_asides
from salesdesk.services.lists import customers, pool
from salesdesk.services.release import run
from salesdesk.services.release.report import Cause
from salesdesk.services.session import Session
from tests.support.factories import NOON, Office
from tests.support.invariants import breaches
from tests.support.ownership_rows import state_of
from tests.support.sweeping import in_line

LOST = Aside(OutOfRound.LOST, AsideReason.ELSEWHERE, "")
QUIET = Aside(OutOfRound.NO_CONTACT, None, "Asked us on the phone")
NOBODYS = OwnershipSeen(None)


def mine(office: Office, idle: int = 0) -> tuple[str, OwnershipSeen]:
    since = NOON - idle * DAY
    one = office.customer(owner=office.agent_uid, since=since)
    return one, OwnershipSeen(office.agent_uid, since)


def told(office: Office, customer: str) -> Aside | None:
    [row] = customers.rows(office.lead, [customer])
    return row.aside


def by_run(office: Office) -> int:
    return run.run(Session(office.store, SYSTEM, "PC-RINA"), Cause.STARTUP).released


def test_whoever_has_the_customer_sets_it_aside_and_takes_it_back(office: Office) -> None:
    one, seen = mine(office)
    act = new_id()
    set_asides.set_aside(office.agent, act, one, LOST, seen)
    assert told(office, one) == LOST
    # Nothing else changed, and the answer was lost: run again it is one act.
    assert set_asides.set_aside(office.agent, act, one, LOST, seen).replayed
    assert state_of(office, one)[0] == office.agent_uid
    office.pass_time(DAY)
    set_asides.take_back(office.agent, new_id(), one, seen)
    assert told(office, one) is None
    query = TimelineQuery(one, frozenset({TimelineKind.SET_ASIDE}))
    lines = customers.timeline(office.lead, query).rows
    assert [line.aside for line in lines] == [None, LOST]
    kinds = office.store.read(lambda reading: reading.events.of_customer(one, list(EventKind)))
    assert sorted(each.kind for each in kinds) == [EventKind.SET_ASIDE, EventKind.TAKEN_BACK]
    assert in_line(office)
    assert breaches(office.database) == []


def test_nobody_else_may_but_a_lead(office: Office) -> None:
    one, seen = mine(office)
    with pytest.raises(NotAllowed):
        set_asides.set_aside(office.other, new_id(), one, LOST, seen)
    # Who says that they have it is not believed.
    lie = OwnershipSeen(office.other_uid)
    with pytest.raises(Conflict):
        set_asides.set_aside(office.other, new_id(), one, LOST, lie)
    with pytest.raises(NotAllowed):
        set_asides.set_aside(office.other, new_id(), office.customer(), LOST, NOBODYS)
    assert told(office, one) is None
    act = new_id()
    set_asides.set_aside(office.lead, act, one, QUIET, seen)
    with pytest.raises(NotAllowed):
        set_asides.undo(office.other, new_id(), one, act)
    batch = set_asides.undo_all(office.other, new_id(), {one: act})
    assert batch.done == ()
    assert [lost.customer_id for lost in batch.lost] == [one]
    assert told(office, one) == QUIET
    free = office.customer()
    set_asides.set_aside(office.lead, new_id(), free, QUIET, NOBODYS)
    assert told(office, free) == QUIET


def test_a_form_that_is_changed_and_sent_again_changes_what_it_stored(office: Office) -> None:
    one, seen = mine(office)
    act = new_id()
    set_asides.set_aside(office.agent, act, one, LOST, seen)
    set_asides.set_aside(office.agent, act, one, QUIET, seen)
    assert told(office, one) == QUIET
    set_asides.undo(office.agent, new_id(), one, act)
    assert told(office, one) is None


def test_undo_and_undo_again_say_what_stood(office: Office) -> None:
    one, seen = mine(office)
    set_asides.set_aside(office.agent, new_id(), one, LOST, seen)
    act, undone = new_id(), new_id()
    set_asides.set_aside(office.agent, act, one, QUIET, seen)
    set_asides.undo(office.agent, undone, one, act)
    assert told(office, one) == LOST
    set_asides.undo(office.agent, new_id(), one, undone)
    assert told(office, one) == QUIET
    with pytest.raises(Conflict):
        set_asides.undo(office.agent, new_id(), one, act)
    with pytest.raises(Refusal):
        set_asides.undo(office.agent, new_id(), one, new_id())


def test_what_is_asked_must_have_a_reason(office: Office) -> None:
    one, seen = mine(office)
    for aside in (
        Aside(OutOfRound.LOST, None, "  "),
        Aside(OutOfRound.NO_CONTACT, AsideReason.PRICE, ""),
        Aside(OutOfRound.LOST, None, "x" * 256),
    ):
        with pytest.raises(Invalid):
            set_asides.set_aside(office.agent, new_id(), one, aside, seen)
    with pytest.raises(Conflict):
        set_asides.take_back(office.agent, new_id(), one, seen)


def test_the_filter_finds_them_in_every_order(office: Office) -> None:
    one, seen = mine(office)
    two, _ = mine(office)
    free = office.customer()
    set_asides.set_aside(office.agent, new_id(), one, LOST, seen)
    set_asides.set_aside(office.lead, new_id(), free, QUIET, NOBODYS)
    wanted = {
        None: {one, two, free}, RoundFilter.IN: {two}, RoundFilter.OUT: {one, free},
        RoundFilter.LOST: {one}, RoundFilter.NO_CONTACT: {free},
    }  # fmt: skip
    for sort in CustomerSort:
        for asked, ids in wanted.items():
            query = CustomerQuery(sort=sort, round=asked)
            assert {row.id for row in customers.page(office.lead, query).rows} == ids
            assert customers.count(office.lead, query).number == len(ids)
    own = OwnerFilter(OwnerScope.PERSON, office.agent_uid)
    query = CustomerQuery(owner=own, round=RoundFilter.OUT, sort=CustomerSort.DAYS_LEFT)
    assert [row.id for row in customers.page(office.agent, query).rows] == [one]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=12)
@given(
    idle=st.lists(st.integers(20, 45), min_size=1, max_size=4),
    acts=st.lists(st.tuples(st.integers(0, 3), st.sampled_from(["aside", "back"])), max_size=6),
    later=st.integers(0, 30),
)
def test_nobody_is_released_or_offered_who_is_set_aside(
    office: Office, idle: list[int], acts: list[tuple[int, str]], later: int
) -> None:
    """The clock of whoever is taken back is the one that it always was."""
    office.move_clock(NOON)
    made = [mine(office, days) for days in idle]
    free = [office.customer() for _ in idle]
    aside: set[str] = set()
    for place, what in acts:
        if place >= len(made):
            continue
        for one, seen, session in (
            (*made[place], office.agent), (free[place], NOBODYS, office.lead),
        ):  # fmt: skip
            if what == "aside":
                set_asides.set_aside(session, new_id(), one, LOST, seen)
                aside.add(one)
            elif one in aside:
                set_asides.take_back(session, new_id(), one, seen)
                aside.remove(one)
    offered = {row.customer.id for row in pool.page(office.agent, PoolQuery()).rows}
    assert offered & set(free) == set(free) - aside
    office.pass_time(later * DAY + timedelta(seconds=1))
    by_run(office)
    for (one, _), days in zip(made, idle, strict=True):
        left = one not in aside and days + later >= 30
        assert (state_of(office, one)[0] is None) == left
    assert not aside & {row.customer.id for row in pool.page(office.agent, PoolQuery()).rows}


def test_the_one_who_had_it_no_longer_may(office: Office) -> None:
    one, seen = mine(office)
    act = new_id()
    set_asides.set_aside(office.agent, act, one, LOST, seen)
    ownership.transfer(office.lead, new_id(), one, office.other_uid, seen)
    with pytest.raises(NotAllowed):
        set_asides.undo(office.agent, new_id(), one, act)
    with pytest.raises(Conflict):
        set_asides.take_back(office.agent, new_id(), one, seen)
    set_asides.take_back(office.lead, new_id(), one, OwnershipSeen(office.other_uid))
    assert told(office, one) is None


def test_a_distribution_leaves_them_where_they_are(office: Office) -> None:
    one, seen = mine(office)
    free = office.customer()
    set_asides.set_aside(office.agent, new_id(), one, LOST, seen)
    set_asides.set_aside(office.lead, new_id(), free, QUIET, NOBODYS)
    agents = dict.fromkeys((one, free), office.other_uid)
    batch = distributing.distribute(office.lead, new_id(), {one: seen, free: NOBODYS}, agents)
    assert batch.done == ()
    assert {each.reason.why for each in batch.lost} == {Why.IS_SET_ASIDE}
    assert state_of(office, one)[0] == office.agent_uid
