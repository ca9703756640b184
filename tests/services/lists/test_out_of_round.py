"""Whoever is out of the round stands in no list of the day, and leaves nobody."""

from __future__ import annotations

import pytest

from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.day import TodayQuery
from salesdesk.domain.moments import DAY
from salesdesk.domain.people import SYSTEM
from salesdesk.domain.pipeline import BoardQuery
from salesdesk.domain.pool import PoolQuery, PoolSort
from salesdesk.domain.queries import CustomerQuery, CustomerSort, OwnerFilter, OwnerScope
from salesdesk.domain.round import OutOfRound
from salesdesk.domain.states import CustomerState
from salesdesk.services import summaries
from salesdesk.services.lists import board, customers, pool, reminders, standing, states, today
from salesdesk.services.release import run
from salesdesk.services.release.report import Cause
from salesdesk.services.session import Session
from salesdesk.storage.stores.summary_notes import SUMMARIES_RECKONED
from tests.support.factories import NOON, Office
from tests.support.invariants import breaches
from tests.support.ownership_rows import state_of
from tests.support.set_asides import put_aside
from tests.support.sweeping import system


@pytest.fixture
def held(office: Office) -> str:
    """A customer whom every list of the agent's day would have, but for the round."""
    since = NOON - 40 * DAY
    return office.customer(owner=office.agent_uid, since=since, status=SalesStatus.HOT)


@pytest.mark.parametrize("scope", [OwnerScope.PERSON, OwnerScope.ANYONE, OwnerScope.BOUND])
def test_the_day_and_the_board_know_nobody_who_is_set_aside(
    office: Office, held: str, scope: OwnerScope
) -> None:
    owner = OwnerFilter(scope, office.agent_uid if scope is OwnerScope.PERSON else None)
    cold = office.customer(owner=office.agent_uid, since=NOON - DAY)
    put_aside(office, held)
    put_aside(office, cold, OutOfRound.NO_CONTACT)
    day = today.day(office.agent, TodayQuery(owner))
    assert {one.number for one in day.counts.by_section.values()} == {0}
    assert not any(page.rows for page in day.pages.values())
    seen = board.whole(office.agent, BoardQuery(owner))
    assert [head.count.number for head in seen.figures] == [0, 0, 0, 0, 0]
    assert not any(page.rows for page in seen.pages.values())


def test_the_list_of_customers_has_them_in_every_order(office: Office, held: str) -> None:
    free, other = office.customer(), office.customer(owner=office.agent_uid, since=NOON - DAY)
    for one in (held, free):
        put_aside(office, one)
    for sort in CustomerSort:
        rows = customers.page(office.lead, CustomerQuery(sort=sort)).rows
        assert {row.id for row in rows} == {held, free, other}
    bound = OwnerFilter(OwnerScope.BOUND)
    for sort in CustomerSort:
        rows = customers.page(office.lead, CustomerQuery(owner=bound, sort=sort)).rows
        assert {row.id: row.out for row in rows} == {held: OutOfRound.LOST, other: None}
    [row] = customers.rows(office.lead, [held])
    assert row.departure is None


def test_the_pool_does_not_offer_them(office: Office) -> None:
    free, aside = office.customer(), office.customer()
    put_aside(office, aside, OutOfRound.NO_CONTACT)
    for sort in PoolSort:
        query = PoolQuery(sort=sort)
        assert [row.customer.id for row in pool.page(office.agent, query).rows] == [free]
        assert pool.count(office.agent, query).number == 1


def test_the_states_count_them_once(office: Office, held: str) -> None:
    put_aside(office, held)
    counts = states.counts(office.lead)
    assert (counts.counts[CustomerState.SET_ASIDE], counts.total) == (1, 1)
    page = states.page(office.lead, CustomerState.SET_ASIDE)
    assert [row.id for row in page.rows] == [held]


def test_they_leave_nobody_until_they_are_back(office: Office, held: str) -> None:
    put_aside(office, held)
    release = Session(office.store, SYSTEM, "PC-RINA")
    assert run.run(release, Cause.STARTUP).released == 0
    # Nobody's summary is trusted: all who are bound are reckoned from their own rows.
    office.database.execute("DELETE FROM salesdesk_state WHERE name = %s", SUMMARIES_RECKONED)
    assert run.run(release, Cause.STARTUP).released == 0
    assert state_of(office, held)[0] == office.agent_uid
    assert reminders.upcoming(office.agent) == ()
    assert standing.leaving(office.lead) == ()
    office.database.execute("DELETE FROM salesdesk_set_asides")
    summaries.mend(system(office), [held])
    [row] = customers.rows(office.lead, [held])
    assert (row.out, row.status, row.departure is not None) == (None, SalesStatus.HOT, True)
    assert run.run(release, Cause.STARTUP).released == 1
    assert breaches(office.database) == []
