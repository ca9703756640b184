"""What the figures of a report add up to."""

from __future__ import annotations

from dataclasses import replace

from salesdesk.domain.follow_up import FollowUpState
from salesdesk.domain.queries import CustomerQuery, DaysLeftFilter, OwnerFilter, OwnerScope
from salesdesk.domain.reports.engagement import EngagementReport
from salesdesk.domain.reports.report_scope import ReportScope
from salesdesk.domain.reports.workload import WorkloadReport
from salesdesk.services.lists import customers
from salesdesk.services.session import Session


def assert_same_as_the_lists(session: Session, frame: ReportScope, report: WorkloadReport) -> None:
    """The customers table, asked for the same, counts the same."""
    bound = CustomerQuery(
        statuses=frame.statuses, sources=frame.sources, owner=OwnerFilter(OwnerScope.BOUND)
    )
    team = report.team
    for state, bar in (
        (FollowUpState.OVERDUE, team.overdue),
        (FollowUpState.TODAY, team.today),
        (FollowUpState.PLANNED, team.planned),
        (FollowUpState.NONE, team.unplanned),
    ):
        assert customers.count(session, replace(bound, follow_up=state)).number == bar.count, state
    soon = replace(bound, days_left=DaysLeftFilter(at_most=7))
    assert customers.count(session, soon).number == team.soon.count
    assert report.unowned is not None
    free = replace(bound, owner=OwnerFilter(OwnerScope.AVAILABLE))
    assert customers.count(session, free).number == report.unowned.count
    everybody = customers.count(session, replace(bound, owner=OwnerFilter(OwnerScope.ANYONE)))
    assert team.customers.count + report.unowned.count == everybody.number


def assert_customers_sum(report: EngagementReport) -> None:
    """The parts are the whole."""
    whole = report.customers.count
    assert report.last_total.count + report.never.count == whole
    assert sum(bar.count for bar in report.frequency) == sum(report.frequency_before) == whole
    assert sum(bar.count for bar in report.last) == report.last_total.count
    for never in (report.never_by_status, report.never_by_source, report.never_by_agent):
        assert sum(bar.count for bar in never) == report.never.count
    for warm in (report.kept_warm_by_status, report.kept_warm_by_agent):
        assert sum(bar.count for bar in warm) == report.kept_warm.count
    assert sum(one.count for one in report.heat) == report.contacts.count
    assert sum(one.successes for one in report.heat) == report.contacts.successes


def assert_loads_sum(report: WorkloadReport) -> None:
    """The agents' figures sum to the team's, and the parts of each to its customers."""
    team = report.team
    for name in ("customers", "overdue", "today", "planned", "unplanned", "soon", "held"):
        each = sum(getattr(one, name).count for one in report.agents)
        assert each == getattr(team, name).count, name
    for one in (team, *report.agents):
        whole = one.customers.count
        assert sum(bar.count for bar in one.statuses) == whole
        assert (
            one.overdue.count + one.today.count + one.planned.count + (one.unplanned.count) == whole
        )
        assert sum(bar.count for bar in one.soon_by_status) == one.soon.count
