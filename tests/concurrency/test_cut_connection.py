"""A connection that is cut during COMMIT: the act is done exactly once."""

from collections.abc import Iterator

import pytest

from salesdesk.domain.duplicates import LinkChoice
from salesdesk.domain.errors import Unavailable
from salesdesk.domain.events import new_id
from salesdesk.domain.moments import DAY
from salesdesk.domain.ownership import OwnershipSeen
from salesdesk.domain.people import SYSTEM
from salesdesk.services import contacts, ownership
from salesdesk.services.duplicates import comparing, linking
from salesdesk.services.release import run
from salesdesk.services.release.report import Cause, RunOutcome
from salesdesk.services.session import Session
from salesdesk.storage.unit_of_work import Store
from tests.support.database import Database, open_database
from tests.support.factories import NOON, Office, draft
from tests.support.invariants import breaches
from tests.support.lines import Cut, CuttingLine


@pytest.fixture
def proxy(mariadb: Database) -> Iterator[CuttingLine]:
    with CuttingLine(mariadb.url.port or 3306) as line:
        yield line


@pytest.fixture
def behind(mariadb: Database, proxy: CuttingLine) -> Iterator[Office]:
    """An office whose people reach the database through the proxy."""
    office = Office(mariadb)
    through = open_database(mariadb.url.set(port=proxy.port))
    through.set_clock(NOON)
    office.store = through.store
    yield office
    through.close()


@pytest.mark.parametrize("cut", list(Cut))
def test_a_contact_is_logged_once(behind: Office, proxy: CuttingLine, cut: Cut) -> None:
    customer = behind.customer()
    agent = behind.agent
    proxy.arm(cut)
    logged = contacts.log(agent, draft(customer, claim=True))
    assert proxy.cuts == 1
    assert logged.replayed is (cut is Cut.BEFORE_THE_CLIENT_HEARS)
    assert logged.contact is not None
    assert behind.database.execute("SELECT COUNT(*) FROM customer_contacts") == [(1,)]
    assert breaches(behind.database) == []


@pytest.mark.parametrize("cut", list(Cut))
def test_a_claim_and_a_release_happen_once(behind: Office, proxy: CuttingLine, cut: Cut) -> None:
    customer = behind.customer()
    agent = behind.agent
    proxy.arm(cut)
    owned = ownership.claim(agent, new_id(), customer)
    assert (owned.owner_uid, owned.since) == (behind.agent_uid, NOON)
    proxy.arm(cut)
    ownership.release(agent, new_id(), customer, OwnershipSeen(behind.agent_uid))
    assert proxy.cuts == 2
    assert behind.database.execute("SELECT COUNT(*) FROM customer_binding_history") == [(1,)]
    assert behind.database.execute("SELECT COUNT(*) FROM salesdesk_events") == [(2,)]
    assert breaches(behind.database) == []


@pytest.mark.parametrize("cut", list(Cut))
def test_a_release_run_counts_a_batch_whose_answer_was_lost(
    behind: Office, proxy: CuttingLine, cut: Cut
) -> None:
    ids = behind.customers(10, owner=behind.agent_uid, since=NOON - 31 * DAY)
    system = Session(behind.store, SYSTEM, "test-machine")
    proxy.arm(cut)
    report = run.run(system, Cause.STARTUP)
    assert proxy.cuts == 1
    assert report.released == 10
    assert {c.id for c in report.candidates} == set(ids)
    assert breaches(behind.database) == []


def test_a_confirmation_whose_answer_was_lost_goes_on_where_it_stopped(
    behind: Office, proxy: CuttingLine
) -> None:
    ids = behind.customers(30, owner=behind.agent_uid, since=NOON - 31 * DAY)
    held = run.run(Session(behind.store, SYSTEM, "test-machine"), Cause.STARTUP)
    assert (held.outcome, held.released) == (RunOutcome.HELD, 0)
    lead = behind.lead
    soon = Session(Store(behind.store.engine, reconnect=0.2), lead.actor, lead.host)
    proxy.arm(Cut.BEFORE_THE_CLIENT_HEARS, away=True)
    with pytest.raises(Unavailable) as told:
        run.confirm(soon, held.run_id)
    assert told.value.maybe_done
    proxy.come_back()
    report = run.confirm(soon, held.run_id)
    assert (report.outcome, report.released) == (RunOutcome.DONE, 30)
    assert {one.id for one in report.candidates} == set(ids)
    assert run.held(lead) is None
    confirmed = "SELECT COUNT(*) FROM salesdesk_events WHERE kind = 'release_confirmed'"
    assert behind.database.execute(confirmed) == [(1,)]
    assert breaches(behind.database) == []


def test_a_desktop_that_dies_after_confirming_leaves_the_rest_to_the_next(
    behind: Office, proxy: CuttingLine
) -> None:
    behind.customers(120, owner=behind.agent_uid, since=NOON - 31 * DAY)
    held = run.run(Session(behind.store, SYSTEM, "test-machine"), Cause.STARTUP)
    lead = behind.lead
    soon = Session(Store(behind.store.engine, reconnect=0.2), lead.actor, lead.host)

    # Through by then: the confirmation, the record of the run and a batch.
    proxy.arm(Cut.BEFORE_THE_SERVER_HEARS, away=True, after=3)
    with pytest.raises(Unavailable):
        run.confirm(soon, held.run_id)
    proxy.come_back()
    assert run.held(lead) is not None
    freed = behind.database.execute("SELECT COUNT(*) FROM customers WHERE bound_to_uid IS NULL")
    assert 0 < freed[0][0] < 120
    report = run.confirm(behind.admin, held.run_id)
    assert report.released == 120
    assert run.held(lead) is None
    assert breaches(behind.database) == []


@pytest.mark.parametrize("after", range(4))
@pytest.mark.parametrize("cut", list(Cut))
def test_a_confirmation_goes_on_from_each_of_its_commits(
    behind: Office, proxy: CuttingLine, cut: Cut, after: int
) -> None:
    """The event's, the record's, a batch's, the end's."""
    behind.customers(21, owner=behind.agent_uid, since=NOON - 31 * DAY)
    system = Session(behind.store, SYSTEM, "test-machine")
    held = run.run(system, Cause.STARTUP)
    lead = behind.lead
    soon = Session(Store(behind.store.engine, reconnect=0.2), lead.actor, lead.host)
    proxy.arm(cut, away=True, after=after)
    with pytest.raises(Unavailable):
        run.confirm(soon, held.run_id)
    assert proxy.cuts == 1
    proxy.come_back()
    assert run.confirm(soon, held.run_id).released == 21
    acts = "SELECT COUNT(*) FROM salesdesk_events WHERE kind IN ('release_confirmed', 'released')"
    assert behind.database.execute(acts) == [(22,)]
    assert run.run(system, Cause.STARTUP).held == 0
    assert breaches(behind.database) == []


@pytest.mark.parametrize("cut", list(Cut))
def test_a_link_whose_answer_was_cut_off_is_one_act(
    behind: Office,
    proxy: CuttingLine,
    cut: Cut,
) -> None:
    stays = behind.customer("Siti R.", owner=behind.agent_uid)
    hidden = behind.customer("Siti", owner=behind.other_uid)
    lead = behind.lead
    sides = comparing.side_by_side(lead, stays, hidden)
    choice = LinkChoice(sides.left.customer, sides.right.customer, frozenset({"name"}))
    proxy.arm(cut)
    linked = linking.link(lead, new_id(), choice)
    assert proxy.cuts == 1
    told = behind.database.execute("SELECT COUNT(*) FROM salesdesk_events WHERE kind = 'linked'")
    assert told == [(2,)]
    proxy.arm(cut)
    linking.unlink(lead, new_id(), linked.event_id)
    assert proxy.cuts == 2
    assert behind.database.execute("SELECT COUNT(*) FROM salesdesk_links") == [(0,)]
    assert behind.database.execute("SELECT COUNT(*) FROM customer_binding_history") == [(3,)]
    assert breaches(behind.database) == []
