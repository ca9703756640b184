"""Engagement: a month of contacts by hand, with every figure written out."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from salesdesk.domain.contact import Outcome
from salesdesk.domain.customer import LeadSource, SalesStatus
from salesdesk.domain.errors import NotAllowed
from salesdesk.domain.people import Actor
from salesdesk.domain.reports.drill_down import NONE, DrillDown, Figure
from salesdesk.domain.reports.statistics import Share
from salesdesk.services.reports import engagement, opened
from tests.support.factories import Office
from tests.support.report_records import (
    MONTH,
    assert_opens_what_it_counts,
    at,
    counts,
    opened_ids,
)
from tests.support.report_sums import assert_customers_sum
from tests.support.rows import ZERO, key, put

COLD, WARM, HOT = SalesStatus.COLD, SalesStatus.WARM, SalesStatus.HOT
UNSUCCESSFUL = Outcome.UNSUCCESSFUL
GONE = "uid-gone"


@pytest.fixture
def month(office: Office) -> Office:
    """Three customers who were contacted, one long ago, and three never."""
    andi, eko = office.agent_uid, office.other_uid
    ana = office.customer("Ana", owner=andi, status=WARM, source="Referral")
    budi = office.customer("Budi", owner=eko, source="Canvas")
    citra = office.customer("Citra", status=HOT, last_interaction=at(6, 5, 12))
    office.customer("Dewi", status=None, source="Referral")
    office.customer("Fajar", owner=andi, last_interaction=at(4, 1, 12))
    gita = office.customer("Gita", owner=andi, status=HOT, last_interaction=at(6, 12))
    for day, by in ((12, eko), (19, andi), (26, andi)):
        office.contact(ana, at=at(5, day, 3), by=by, outcome=UNSUCCESSFUL)
    office.contact(ana, at=at(6, 8, 2, 10))
    # Before the month by a second, then the last second of a Sunday and the first of a Monday.
    office.contact(budi, at=at(5, 9, 16, 59, 59), by=eko)
    office.contact(budi, at=at(5, 17, 16, 59, 59), by=andi, outcome=UNSUCCESSFUL)
    office.contact(budi, at=at(5, 17, 17), by=eko, outcome=UNSUCCESSFUL)
    office.contact(budi, at=at(5, 21, 17), by=eko, outcome=UNSUCCESSFUL)
    in_vain = [(at(5, 25 + day, 3), "unsuccessful", citra) for day in range(4)]
    never_meant = (at(6, 10), "successful", gita)
    put(office.database, "customer_contacts", [
        {"id": key(number), "customer_id": customer_id, "contacted_by_uid": GONE,
         "contact_method": "visit", "contact_status": outcome, "contact_date": moment}
        for number, (moment, outcome, customer_id) in enumerate([*in_vain, never_meant])
    ])  # fmt: skip
    put(office.database, "customers", [
        {"id": key(1), "name": "Eka", "phone_number": "+62811", "address": "", "lead_source": "PoS",
         "firebase_uid": office.admin_uid, "created_at": at(1, 1), "sales_status": "cold",
         "bound_to_uid": GONE, "binding_start_date": at(6, 1), "binding_status": "bound",
         "last_interaction_date": ZERO}
    ])  # fmt: skip
    return office


def test_days_since_the_last_contact(month: Office) -> None:
    report = engagement.figures(month.lead, MONTH)
    assert (report.customers.count, report.last_total.count, report.never.count) == (7, 4, 3)
    assert counts(report.last, "bucket", "status") == {
        ((0, 2), WARM): 1, ((3, 6), HOT): 1, ((14, 22), COLD): 1, ((60, 89), COLD): 1,
    }  # fmt: skip
    assert report.last_median == 10  # of 0, 3, 17 and 68


def test_a_day_since_the_last_contact_is_24_hours(office: Office) -> None:
    contacted = office.now - 3 * timedelta(days=1)
    office.customer(last_interaction=contacted + timedelta(seconds=1))
    assert engagement.figures(office.lead, MONTH).last_median == 2
    office.pass_time(timedelta(seconds=1))
    assert engagement.figures(office.lead, MONTH).last_median == 3
    ahead = office.now + timedelta(hours=23)
    office.customer(last_interaction=ahead)
    assert engagement.figures(office.lead, MONTH).last_median == 1.5


def test_who_was_never_contacted(month: Office) -> None:
    report = engagement.figures(month.lead, MONTH)
    assert counts(report.never_by_status, "status") == {COLD: 2, HOT: 1}
    assert counts(report.never_by_source, "source", "status") == {
        (LeadSource.REFERRAL, COLD): 1, (LeadSource.POS, COLD): 1, (NONE, HOT): 1,
    }  # fmt: skip
    assert counts(report.never_by_agent, "agent", "status") == {
        (NONE, COLD): 1, (GONE, COLD): 1, (month.agent_uid, HOT): 1,
    }  # fmt: skip
    assert GONE not in report.names
    (row,) = opened.page(month.lead, MONTH, DrillDown(Figure.ENGAGEMENT_NEVER, agent=GONE)).rows
    assert (row.name, row.by_uid, row.by_name) == ("Eka", GONE, None)


def test_how_often_customers_were_contacted(month: Office) -> None:
    report = engagement.figures(month.lead, MONTH)
    assert counts(report.frequency, "bucket", "status") == {
        ((0, 0), COLD): 3, ((0, 0), HOT): 1, ((3, 3), COLD): 1, ((4, 4), WARM): 1,
        ((4, 4), HOT): 1,
    }  # fmt: skip
    assert report.frequency_median == 0
    assert report.frequency_before == (6, 1, 0, 0, 0, 0, 0)
    assert report.contacted == Share(3, 7)


def test_when_contacts_are_made_and_succeed(month: Office) -> None:
    report = engagement.figures(month.lead, MONTH)
    assert len(report.heat) == 7 * 24
    found = {
        (one.mark.weekday, one.mark.hour): (one.count, one.successes)
        for one in report.heat
        if one.count
    }
    assert found == {
        (0, 0): (1, 0), (0, 9): (1, 1), (0, 10): (1, 0), (1, 10): (4, 0), (2, 10): (1, 0),
        (3, 10): (1, 0), (4, 0): (1, 0), (6, 23): (1, 0),
    }  # fmt: skip
    assert report.heat[6 * 24 + 23].count == 1
    assert (report.contacts.count, report.contacts.successes) == (11, 1)
    assert report.before == Share(1, 1)


def test_who_is_kept_warm_without_success(month: Office) -> None:
    report = engagement.figures(month.lead, MONTH)
    assert report.kept_warm.count == 2
    assert counts(report.kept_warm_by_status, "bucket", "status") == {
        ((3, 3), COLD): 1, ((4, 4), HOT): 1,
    }  # fmt: skip
    assert counts(report.kept_warm_by_agent, "agent", "bucket") == {
        (month.other_uid, (3, 3)): 1, (NONE, (4, 4)): 1,
    }  # fmt: skip
    rows = opened.page(month.lead, MONTH, report.kept_warm.mark).rows
    assert [row.name for row in rows] == ["Budi", "Citra"]


def test_customers_are_those_the_agents_have_and_contacts_those_they_made(month: Office) -> None:
    report = engagement.figures(month.lead, replace(MONTH, agents=frozenset({month.agent_uid})))
    assert report.customers.count == 3
    assert counts(report.frequency, "bucket", "status") == {
        ((0, 0), COLD): 1, ((0, 0), HOT): 1, ((4, 4), WARM): 1,
    }  # fmt: skip
    assert (report.contacts.count, report.contacts.successes) == (4, 1)
    assert report.kept_warm.count == 0
    assert {bar.mark.agent for bar in report.never_by_agent} == {month.agent_uid}


def test_every_mark_opens_what_it_counts_in_every_frame(month: Office) -> None:
    for report_scope, expected in (
        (MONTH, 7),
        (replace(MONTH, agents=frozenset({GONE})), 1),
        (replace(MONTH, sources=frozenset({LeadSource.REFERRAL})), 2),
        (replace(MONTH, statuses=frozenset({COLD})), 4),
        (MONTH.before, 7),
    ):
        report = engagement.figures(month.lead, report_scope)
        assert report.customers.count == expected
        assert_customers_sum(report)
        assert_opens_what_it_counts(month.lead, report_scope, report)


def test_an_agent_sees_the_totals_but_no_other_agents_figures(month: Office) -> None:
    report = engagement.figures(month.agent, MONTH)
    assert (report.customers.count, report.never.count, report.kept_warm.count) == (7, 3, 2)
    assert {bar.mark.agent for bar in report.never_by_agent} == {month.agent_uid}
    assert report.kept_warm_by_agent == ()
    own = replace(MONTH, agents=frozenset({month.agent_uid}))
    mine = engagement.figures(month.agent, own)
    assert len(opened_ids(month.agent, own, mine.customers.mark)) == 3
    with pytest.raises(NotAllowed):
        opened.page(month.agent, MONTH, report.kept_warm.mark)
    with pytest.raises(NotAllowed):
        engagement.figures(month.agent, replace(MONTH, agents=frozenset({month.other_uid})))
    nobody = replace(month.agent, actor=Actor("uid-x", "X", None, frozenset()))
    with pytest.raises(NotAllowed):
        engagement.figures(nobody, MONTH)
