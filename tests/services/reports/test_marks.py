"""Over generated data and frames, on both databases: every mark opens what it counts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from salesdesk.domain.reports.agents import AgentsReport
from salesdesk.domain.reports.report_scope import Period, ReportScope
from salesdesk.services.reports import agents, engagement, methods, pipeline, releases, workload
from salesdesk.services.reports.scoping import scope
from salesdesk.services.session import Session
from salesdesk.storage.reads.reports import opened as reads
from salesdesk.storage.unit_of_work import Reading
from tests.support.factories import Office
from tests.support.report_cases import TABLES, TODAY, fill, frames
from tests.support.report_records import elements
from tests.support.report_sums import (
    assert_customers_sum,
    assert_loads_sum,
    assert_same_as_the_lists,
)

REPORTS: dict[str, Callable[[Session, ReportScope], Any]] = {
    "agents": agents.figures,
    "engagement": engagement.figures,
    "methods": methods.figures,
    "pipeline": pipeline.figures,
    "releases": releases.figures,
    "workload": workload.figures,
}


def assert_opens(
    reading: Reading, session: Session, report_scope: ReportScope, report: object
) -> None:
    """Every mark opens exactly as many rows as it counts, each once."""
    asked = scope(session, reading, report_scope)
    for mark, number in elements(report):
        assert reads.count(reading.connection, asked, mark, None).number == number, mark
        if number:
            page = reads.page(reading.connection, asked, mark, None, 100)
            assert len({row.id for row in page.rows}) == len(page.rows) == number, mark


@pytest.mark.parametrize("name", REPORTS)
def test_every_mark_opens_what_it_counts(office: Office, name: str) -> None:
    session = office.lead

    @settings(
        max_examples=7,
        deadline=None,
        derandomize=True,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    @given(st.fixed_dictionaries(TABLES), frames)
    def holds(rows: dict[str, Sequence[dict[str, object]]], report_scope: ReportScope) -> None:
        fill(office, rows)
        report = REPORTS[name](session, report_scope)
        session.store.read(lambda reading: assert_opens(reading, session, report_scope, report))

    holds()


def assert_deeds_sum(report: AgentsReport) -> None:
    """The agents' figures sum to the team's; of different customers there are no more."""
    team, each = report.team, report.agents
    for name in ("kept", "missed", "claims", "lost", "moved_up", "moved_down", "won", "contacts"):
        assert sum(getattr(one, name).count for one in each) == getattr(team, name).count, name
    assert sum(one.won.value for one in each) == team.won.value
    for parts in (team.methods, team.weeks):
        assert sum(part.count for part in parts) == team.contacts.count
        assert sum(part.successes for part in parts) == team.contacts.successes
    most = max((one.customers.count for one in each), default=0)
    assert most <= team.customers.count <= sum(one.customers.count for one in each)


def test_totals_are_the_sums_of_their_parts(office: Office) -> None:
    @settings(
        max_examples=6,
        deadline=None,
        derandomize=True,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    @given(st.fixed_dictionaries(TABLES), frames)
    def holds(rows: dict[str, Sequence[dict[str, object]]], report_scope: ReportScope) -> None:
        fill(office, rows)
        who = agents.figures(office.lead, report_scope)
        assert_deeds_sum(who)
        assert_customers_sum(engagement.figures(office.lead, report_scope))
        load = workload.figures(office.lead, report_scope)
        assert_loads_sum(load)
        if report_scope.agents is None:
            assert_same_as_the_lists(office.lead, report_scope, load)
        one = methods.figures(office.lead, report_scope)
        for tries in (one.by_method, one.by_hour, one.by_status, one.by_source):
            assert sum(part.count for part in tries) == one.total.count
            assert sum(part.successes for part in tries) == one.total.successes
        assert sum(part.settled.count + part.young.count for part in one.followed) == (
            one.total.count
        )
        two = pipeline.figures(office.lead, report_scope)
        for bars in (two.stages, two.by_source, two.by_agent):
            assert sum(bar.count for bar in bars) == two.total.count
        for known, moved in zip(two.stays, two.moves, strict=True):
            assert known.total.count + known.unknown.count == moved.total.count
        three = releases.figures(office.lead, report_scope)
        for parts in (three.by_week, three.by_agent, three.by_idle, (three.taken, three.free)):
            assert sum(bar.count for bar in parts) == three.total.count

    holds()


def test_a_day_is_the_offices(office: Office) -> None:
    before = datetime(2026, 6, 7, 16, 59, 59, tzinfo=UTC)
    customer_id = office.customer()
    for moment in (before, before + timedelta(seconds=1)):
        office.contact(customer_id, at=moment)
    report_scope = ReportScope(Period(TODAY, TODAY))
    assert methods.figures(office.lead, report_scope).total.count == 1
