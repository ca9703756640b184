"""Releases: a month of endings by hand, with every figure written out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from salesdesk.domain.errors import NotAllowed
from salesdesk.domain.moments import DAY
from salesdesk.domain.ownership import UnbindingReason
from salesdesk.domain.people import SYSTEM, Actor
from salesdesk.domain.reports.drill_down import NONE, DrillDown, Figure
from salesdesk.services.release import run
from salesdesk.services.release.report import Cause
from salesdesk.services.reports import opened, releases
from salesdesk.services.session import Session
from tests.support.factories import Office
from tests.support.report_records import (
    MONTH,
    assert_opens_what_it_counts,
    at,
    counts,
)
from tests.support.rows import put

IDLE, PERIOD, MANUAL = (
    UnbindingReason.INACTIVITY, UnbindingReason.PERIOD_ENDED, UnbindingReason.MANUAL_RELEASE,
)  # fmt: skip
GONE = "uid-gone"


@pytest.fixture
def month(office: Office) -> Office:
    """Four releases in the month, a hand-over, and one a second too early."""
    andi, eko = office.agent_uid, office.other_uid
    first = office.customer("First", owner=eko, since=at(5, 15))
    office.contact(first, at=at(4, 11))
    office.closed_spell(first, andi, at(4, 1), at(5, 12), IDLE)
    handed = office.customer("Handed over", owner=andi, since=at(5, 20))
    office.closed_spell(handed, eko, at(5, 1), at(5, 20), MANUAL)
    back = office.customer("Back again", owner=eko, since=at(5, 21, 11))
    office.closed_spell(back, eko, at(5, 1), at(5, 20, 12), MANUAL)
    free = office.customer("Free", created=at(1, 1))
    office.closed_spell(free, GONE, at(1, 1), at(6, 7, 17), PERIOD)
    early = office.customer("Early")
    office.closed_spell(early, andi, at(4, 1), at(5, 9, 16, 59, 59), IDLE)
    office.customer("Overdue", owner=andi, since=at(5, 1))
    odd = {
        "id": "odd", "customer_id": "deleted", "bound_to_uid": andi,
        "binding_start_date": at(5, 10), "binding_end_date": at(5, 18), "unbinding_reason": None,
    }  # fmt: skip
    put(office.database, "customer_binding_history", [odd])
    return office


def test_releases_by_week_agent_and_idle_days(month: Office) -> None:
    report = releases.figures(month.lead, MONTH)
    assert report.total.count == 4
    assert report.weeks == tuple(date(2026, 5, 4) + timedelta(weeks=n) for n in range(6))
    assert counts(report.by_week, "week", "reason") == {
        (date(2026, 5, 11), IDLE): 1, (date(2026, 5, 18), MANUAL): 1,
        (date(2026, 5, 18), NONE): 1, (date(2026, 6, 8), PERIOD): 1,
    }  # fmt: skip
    assert counts(report.by_agent, "agent", "reason") == {
        (month.agent_uid, IDLE): 1, (month.agent_uid, NONE): 1, (month.other_uid, MANUAL): 1,
        (GONE, PERIOD): 1,
    }  # fmt: skip
    assert counts(report.by_idle, "bucket", "reason") == {
        ((30, 44), IDLE): 1, ((14, 29), MANUAL): 1, ((60, None), PERIOD): 1, ((7, 13), NONE): 1,
    }  # fmt: skip
    assert report.idle_median == 25
    assert GONE not in report.names


def test_who_took_them_again_and_how_long_they_were_free(month: Office) -> None:
    report = releases.figures(month.lead, MONTH)
    assert (report.taken.count, report.returned.count, report.free.count) == (2, 1, 2)
    assert counts(report.by_taker, "by") == {month.other_uid: 2}
    assert counts(report.pool, "bucket") == {(0, 0): 1, (3, 6): 1}
    assert report.pool_median == 1.5
    (row,) = opened.page(month.lead, MONTH, report.returned.mark).rows
    assert (row.name, row.by_name, row.reason) == ("Back again", "Eko Saputra", MANUAL)
    free = opened.page(month.lead, MONTH, report.free.mark).rows
    assert [(row.name, row.by_uid, row.by_name, row.reason) for row in free] == [
        ("Free", GONE, None, PERIOD), (None, month.agent_uid, "Andi Firmansyah", None),
    ]  # fmt: skip


def test_the_forecast_of_the_next_thirty_days(month: Office) -> None:
    report = releases.figures(month.lead, MONTH)
    assert len(report.forecast) == 30
    assert counts(report.forecast, "day") == {
        date(2026, 6, 8): 1, date(2026, 6, 14): 1, date(2026, 6, 19): 1, date(2026, 6, 20): 1,
    }  # fmt: skip
    assert report.forecast_total.count == 4
    assert counts(report.forecast_by_agent, "agent") == {month.agent_uid: 2, month.other_uid: 2}
    assert not report.forecast_stopped


def test_the_forecast_is_what_the_run_then_frees(month: Office) -> None:
    first, *later = releases.figures(month.lead, MONTH).forecast
    ahead = first.count + sum(bar.count for bar in later[:12])
    month.move_clock(at(6, 20, 16, 59, 59))
    run.confirm(month.lead)
    run.run(Session(month.store, SYSTEM), Cause.STARTUP)
    (bound,) = month.database.execute("SELECT COUNT(*) FROM customers WHERE binding_status='bound'")
    assert (ahead, bound[0]) == (4, 0)


def test_a_setting_that_stops_releases_is_told(month: Office) -> None:
    month.database.execute(
        "INSERT INTO global_settings (setting_key, setting_value) VALUES (%s, %s)",
        "salesdesk.release.limit_cold", "soon",
    )  # fmt: skip
    assert releases.figures(month.lead, MONTH).forecast_stopped


def test_every_mark_opens_what_it_counts_in_every_frame(month: Office) -> None:
    for report_scope, expected in (
        (MONTH, 4),
        (replace(MONTH, agents=frozenset({GONE})), 1),
        (replace(MONTH, agents=frozenset({month.agent_uid})), 2),
        (replace(MONTH, statuses=frozenset()), 4),
        (MONTH.before, 1),
    ):
        report = releases.figures(month.lead, report_scope)
        assert report.total.count == expected
        for bars in (report.by_week, report.by_agent, report.by_idle, (report.taken, report.free)):
            assert sum(bar.count for bar in bars) == expected
        for taken in (report.by_taker, report.pool):
            assert sum(bar.count for bar in taken) == report.taken.count
        for ahead in (report.forecast, report.forecast_by_agent):
            assert sum(bar.count for bar in ahead) == report.forecast_total.count
        assert_opens_what_it_counts(month.lead, report_scope, report)


def test_events_of_a_run_end_in_the_figures(office: Office) -> None:
    office.customer("Idle", owner=office.agent_uid, since=office.now - 31 * DAY)
    run.confirm(office.lead)
    run.run(Session(office.store, SYSTEM), Cause.STARTUP)
    report = releases.figures(office.lead, MONTH)
    assert counts(report.by_idle, "bucket", "reason") == {((30, 44), IDLE): 1}
    assert (report.taken.count, report.free.count) == (0, 1)


def test_an_agent_sees_the_totals_but_no_other_agents_figures(month: Office) -> None:
    report = releases.figures(month.agent, MONTH)
    assert (report.total.count, report.taken.count) == (4, 2)
    assert {bar.mark.agent for bar in report.by_agent} == {month.agent_uid}
    assert {bar.mark.agent for bar in report.forecast_by_agent} == {month.agent_uid}
    assert report.by_taker == ()
    taken = releases.figures(month.other, MONTH).by_taker
    assert counts(taken, "by") == {month.other_uid: 2}
    assert len(opened.page(month.other, MONTH, taken[0].mark).rows) == 2
    with pytest.raises(NotAllowed):
        opened.page(month.agent, MONTH, taken[0].mark)
    mine = DrillDown(Figure.RELEASES_ENDED, agent=month.agent_uid)
    assert opened.count(month.agent, MONTH, mine).number == 2
    with pytest.raises(NotAllowed):
        opened.page(month.agent, MONTH, report.total.mark)
    with pytest.raises(NotAllowed):
        releases.figures(month.agent, replace(MONTH, agents=frozenset({month.other_uid})))
    nobody = replace(month.agent, actor=Actor("uid-x", "X", None, frozenset()))
    with pytest.raises(NotAllowed):
        releases.figures(nobody, MONTH)


def test_the_releases_of_the_period_before(month: Office) -> None:
    report = releases.figures(month.lead, MONTH)
    assert report.before == {IDLE: 1}
    assert report.before_by_agent == {month.agent_uid: 1, month.other_uid: 0, GONE: 0}
    mine = releases.figures(month.agent, MONTH)
    assert set(mine.before_by_agent) == {month.agent_uid}
