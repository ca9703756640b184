"""Workload: customers of three owners by hand, with every figure written out."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from salesdesk.domain.customer import LeadSource, SalesStatus
from salesdesk.domain.errors import NotAllowed
from salesdesk.domain.people import Actor
from salesdesk.domain.reports.workload import Load, Spread, WorkloadReport, spread_of
from salesdesk.services.reports import opened, workload
from tests.support.factories import Office
from tests.support.report_records import MONTH, assert_opens_what_it_counts, at
from tests.support.report_sums import assert_loads_sum, assert_same_as_the_lists
from tests.support.rows import key, put

COLD, WARM, HOT = SalesStatus.COLD, SalesStatus.WARM, SalesStatus.HOT
GONE = "uid-gone"


@pytest.fixture
def office_now(office: Office) -> Office:
    """Four customers of one agent, one of another, one of a deleted one, two of nobody."""
    andi, eko = office.agent_uid, office.other_uid

    def held(name: str, since: datetime, status: SalesStatus, owner: str = andi) -> str:
        return office.customer(name, owner=owner, since=since, status=status, source="Referral")

    overdue = held("Overdue", at(6, 1), WARM)
    # The office's present day begins and ends at 17:00 UTC.
    office.contact(overdue, at=at(6, 5), next_step=at(6, 7, 16, 59, 59))
    today = held("Today", at(6, 1), COLD)
    office.contact(today, at=at(6, 6), next_step=at(6, 8, 16, 59, 59))
    planned = held("Planned", at(6, 1), COLD)
    office.contact(planned, at=at(6, 1), next_step=at(6, 3))
    office.contact(planned, at=at(6, 5), next_step=at(6, 8, 17))
    held("Leaving", at(5, 16, 12), HOT)
    later = held("Later", at(5, 16, 12, 0, 1), COLD, eko)
    put(office.database, "salesdesk_plans", [
        {"customer_id": later, "due_at": at(6, 7), "written_at": at(6, 2), "planned_by_uid": eko,
         "note": None, "event_id": key(1, 5)}
    ])  # fmt: skip
    put(office.database, "customers", [
        {"id": key(1), "name": "Of somebody gone", "phone_number": "+62811", "address": "",
         "firebase_uid": office.admin_uid, "created_at": at(1, 1), "sales_status": None,
         "bound_to_uid": GONE, "binding_start_date": at(5, 1), "binding_status": "bound"}
    ])  # fmt: skip
    office.customer("Free")
    office.customer("Free too", status=HOT, source="Canvas")
    office.sweep()
    return office


def cap(office: Office, number: int) -> None:
    office.database.execute(
        "INSERT INTO global_settings (setting_key, setting_value) VALUES (%s, %s)",
        "salesdesk.pool.most_customers", str(number),
    )  # fmt: skip


def of(report: WorkloadReport, uid: str) -> Load:
    (found,) = (one for one in report.agents if one.agent == uid)
    return found


def plain(load: Load) -> tuple[int, ...]:
    """Customers; cold, warm, hot; overdue, today, planned, none; soon; held."""
    steps = (load.overdue, load.today, load.planned, load.unplanned)
    bars = (load.customers, *load.statuses, *steps, load.soon, load.held)
    return tuple(bar.count for bar in bars)


def test_what_each_agent_has(office_now: Office) -> None:
    report = workload.figures(office_now.lead, MONTH)
    assert [one.agent for one in report.agents] == [
        office_now.agent_uid, office_now.other_uid, GONE, office_now.lead_uid, office_now.admin_uid,
    ]  # fmt: skip
    assert plain(of(report, office_now.agent_uid)) == (4, 2, 1, 1, 1, 1, 1, 1, 1, 4)
    assert plain(of(report, office_now.other_uid)) == (1, 1, 0, 0, 1, 0, 0, 0, 0, 1)
    assert plain(of(report, GONE)) == (1, 1, 0, 0, 0, 0, 0, 1, 1, 1)
    assert plain(of(report, office_now.lead_uid)) == (0,) * 10
    assert plain(report.team) == (6, 4, 1, 1, 2, 1, 1, 2, 2, 6)
    assert [bar.count for bar in report.team.soon_by_status] == [1, 0, 1]
    assert report.unowned is not None
    assert report.unowned.count == 2
    assert GONE not in report.names
    assert report.names[office_now.lead_uid] == "Rina Wulandari"


def test_the_period_does_not_matter(office_now: Office) -> None:
    now = workload.figures(office_now.lead, MONTH)
    assert workload.figures(office_now.lead, MONTH.before) == now


def test_the_spread_is_over_those_who_may_hold_customers(office_now: Office) -> None:
    report = workload.figures(office_now.lead, MONTH)
    assert report.spread == Spread(agents=4, lowest=0, median=0.5, highest=4)
    distances = [report.spread.distance(one.customers.count) for one in report.agents]
    assert distances == [3.5, 0.5, 0.5, -0.5, -0.5]
    assert not of(report, GONE).may_hold
    chosen = replace(MONTH, agents=frozenset({GONE}))
    assert workload.figures(office_now.lead, chosen).spread is None
    assert spread_of([7, 7, 9]) == Spread(3, 7, 7.0, 9)


def test_the_room_under_the_cap(office_now: Office) -> None:
    report = workload.figures(office_now.lead, MONTH)
    assert (report.cap, report.room(of(report, office_now.agent_uid))) == (None, None)
    cap(office_now, 3)
    # The cap counts all customers, whichever were asked for.
    cold = replace(MONTH, statuses=frozenset({COLD}))
    report = workload.figures(office_now.lead, cold)
    assert report.cap == 3
    andi, eko = of(report, office_now.agent_uid), of(report, office_now.other_uid)
    assert (andi.customers.count, andi.held.count, report.room(andi)) == (2, 4, -1)
    assert (eko.held.count, report.room(eko)) == (1, 2)
    assert report.room(of(report, GONE)) is None
    assert report.room(report.team) is None
    assert report.room(of(report, office_now.lead_uid)) == 3


def test_a_setting_that_stops_releases_is_told(office_now: Office) -> None:
    assert not workload.figures(office_now.lead, MONTH).soon_stopped
    office_now.database.execute(
        "INSERT INTO global_settings (setting_key, setting_value) VALUES (%s, %s)",
        "salesdesk.release.limit_cold", "soon",
    )  # fmt: skip
    assert workload.figures(office_now.lead, MONTH).soon_stopped


def test_every_mark_opens_what_it_counts_in_every_frame(office_now: Office) -> None:
    for report_scope, expected in (
        (MONTH, 6),
        (replace(MONTH, agents=frozenset({GONE})), 1),
        (replace(MONTH, sources=frozenset({LeadSource.REFERRAL})), 5),
        (replace(MONTH, statuses=frozenset({COLD})), 4),
    ):
        report = workload.figures(office_now.lead, report_scope)
        assert report.team.customers.count == expected
        assert_loads_sum(report)
        assert_opens_what_it_counts(office_now.lead, report_scope, report)
        if report_scope.agents is None:
            assert_same_as_the_lists(office_now.lead, report_scope, report)
        else:
            assert report.unowned is None


def test_an_agent_sees_the_totals_but_no_other_agents_figures(office_now: Office) -> None:
    report = workload.figures(office_now.agent, MONTH)
    assert [one.agent for one in report.agents] == [office_now.agent_uid]
    assert plain(report.team) == (6, 4, 1, 1, 2, 1, 1, 2, 2, 6)
    assert report.spread == Spread(4, 0, 0.5, 4)
    mine = of(report, office_now.agent_uid).customers
    assert opened.count(office_now.agent, MONTH, mine.mark).number == 4
    with pytest.raises(NotAllowed):
        opened.page(office_now.agent, MONTH, report.team.customers.mark)
    with pytest.raises(NotAllowed):
        workload.figures(office_now.agent, replace(MONTH, agents=frozenset({GONE})))
    nobody = replace(office_now.agent, actor=Actor("uid-x", "X", None, frozenset()))
    with pytest.raises(NotAllowed):
        workload.figures(nobody, MONTH)
