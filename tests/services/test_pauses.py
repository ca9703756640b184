"""An agent away, the office closed: nobody is released before the date, and then it ends itself."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from salesdesk.domain.errors import Conflict, Invalid, NotAllowed
from salesdesk.domain.events import EventKind, new_id
from salesdesk.domain.moments import DAY
from salesdesk.domain.ownership import OwnershipSeen
from salesdesk.domain.pauses import OFFICE
from salesdesk.domain.people import SYSTEM
from salesdesk.domain.queries import TimelineKind, TimelineQuery
from salesdesk.domain.release_log import ReleaseQuery
from salesdesk.services import contacts, giving_back, ownership, pauses
from salesdesk.services.lists import customers, release_log
from salesdesk.services.release import run
from salesdesk.services.release.report import Cause
from salesdesk.services.session import Session
from tests.support.factories import NOON, Office
from tests.support.invariants import breaches
from tests.support.ownership_rows import state_of


def by_run(office: Office) -> int:
    return run.run(Session(office.store, SYSTEM, "PC-RINA"), Cause.STARTUP).released


def bound(office: Office, uid: str, idle: int) -> str:
    return office.customer(owner=uid, since=NOON - idle * DAY)


def test_nobody_leaves_who_is_away_and_then_it_ends_by_itself(office: Office) -> None:
    andis, ekos = bound(office, office.agent_uid, 30), bound(office, office.other_uid, 30)
    until = NOON + 10 * DAY
    found = pauses.preview(office.lead, office.agent_uid, until)
    assert (found.customers, found.leaving, found.until) == (1, 1, None)
    pauses.pause(office.lead, new_id(), office.agent_uid, until, "On leave")
    assert by_run(office) == 1
    assert state_of(office, andis)[0] == office.agent_uid
    assert state_of(office, ekos)[0] is None
    [row] = customers.rows(office.lead, [andis])
    assert row.departure is not None
    assert (row.departure.leaves_at, row.departure.by_rule) == (until, NOON)
    assert by_run(office) == 0
    office.move_clock(until)
    assert by_run(office) == 1
    assert breaches(office.database) == []


def test_the_closed_office_keeps_everybody(office: Office) -> None:
    for uid in (office.agent_uid, office.other_uid):
        bound(office, uid, 40)
    pauses.pause(office.lead, new_id(), OFFICE, NOON + 9 * DAY, "Lebaran")
    assert by_run(office) == 0
    [line] = pauses.standing(office.lead)
    assert (line.pause.uid, line.by_name, line.customers) == (OFFICE, "Rina Wulandari", 2)
    pauses.end(office.lead, new_id(), OFFICE)
    assert pauses.standing(office.lead) == ()
    assert by_run(office) == 2


def test_a_customer_taken_meanwhile_is_kept_too_and_one_given_away_is_not(office: Office) -> None:
    one = bound(office, office.agent_uid, 29)
    pauses.pause(office.lead, new_id(), office.agent_uid, NOON + 60 * DAY, "On leave")
    two = office.customer()
    ownership.assign(office.lead, new_id(), two, office.agent_uid)
    office.pass_time(31 * DAY)
    assert by_run(office) == 0
    seen = OwnershipSeen(office.agent_uid)
    ownership.transfer(office.lead, new_id(), one, office.other_uid, seen)
    office.pass_time(30 * DAY)
    assert by_run(office) == 2


def test_the_contact_form_and_the_release_log_reckon_with_it(office: Office) -> None:
    one = bound(office, office.agent_uid, 30)
    assert by_run(office) == 1
    until = NOON + 90 * DAY
    pauses.pause(office.lead, new_id(), office.agent_uid, until, "On leave")
    [release] = release_log.page(office.lead, ReleaseQuery()).rows
    assert release_log.facts(office.lead, release.id)[1].leaves_at == until
    giving_back.give_back(office.lead, new_id(), release.id)
    leaves = contacts.prospect(office.lead, one).departure_after(NOON)
    assert leaves is not None
    assert leaves.leaves_at == until


def test_each_customer_has_it_in_its_history(office: Office) -> None:
    one = bound(office, office.agent_uid, 3)
    event = new_id()
    until = NOON + 9 * DAY
    pauses.pause(office.lead, event, office.agent_uid, until, "On leave")
    # The answer was lost: run again it tells nobody's history twice.
    pauses.pause(office.lead, event, office.agent_uid, until, "On leave")
    query = TimelineQuery(one, frozenset({TimelineKind.PROTECTION}))
    [entry] = customers.timeline(office.lead, query).rows
    assert (entry.until, entry.description) == (until, "On leave")
    kinds = office.store.read(lambda reading: reading.events.of_customer(one, list(EventKind)))
    assert [each.kind for each in kinds] == [EventKind.PAUSED]


def test_a_lead_says_so_with_a_reason_and_a_date_ahead(office: Office) -> None:
    with pytest.raises(NotAllowed):
        pauses.pause(office.agent, new_id(), office.agent_uid, NOON + DAY, "On leave")
    for until, reason in ((NOON - DAY, "On leave"), (NOON + DAY, " ")):
        with pytest.raises(Invalid):
            pauses.pause(office.lead, new_id(), office.agent_uid, until, reason)
    with pytest.raises(Conflict):
        pauses.end(office.lead, new_id(), office.agent_uid)
    assert pauses.standing(office.lead) == ()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15)
@given(
    idle=st.lists(
        st.tuples(st.sampled_from(["agent", "other"]), st.integers(0, 60)), min_size=1, max_size=6
    ),
    away=st.none() | st.integers(1, 40),
    closed=st.none() | st.integers(1, 40),
    later=st.integers(0, 45),
)
def test_nobody_is_released_who_is_away_or_closed(
    office: Office,
    idle: list[tuple[str, int]],
    away: int | None,
    closed: int | None,
    later: int,
) -> None:
    office.move_clock(NOON)
    office.database.execute("DELETE FROM salesdesk_pauses")
    uids = {"agent": office.agent_uid, "other": office.other_uid}
    made = {bound(office, uids[who], days): (who, days) for who, days in idle}
    if away is not None:
        pauses.pause(office.lead, new_id(), office.agent_uid, NOON + away * DAY, "On leave")
    if closed is not None:
        pauses.pause(office.lead, new_id(), OFFICE, NOON + closed * DAY, "Holiday")
    office.pass_time(later * DAY + timedelta(seconds=1))
    by_run(office)
    for one, (who, days) in made.items():
        kept = max([closed or 0, (away or 0) if who == "agent" else 0])
        left = days + later >= 30 and later >= kept
        assert (state_of(office, one)[0] is None) == left
