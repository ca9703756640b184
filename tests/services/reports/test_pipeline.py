"""Pipeline: eight customers by hand, with every figure written out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from salesdesk.domain.customer import LeadSource, SalesStatus
from salesdesk.domain.errors import NotAllowed
from salesdesk.domain.events import EventKind
from salesdesk.domain.people import Actor
from salesdesk.domain.pipeline import BoardQuery, Stage
from salesdesk.domain.reports.drill_down import NONE, CountedElement, DrillDown, Figure
from salesdesk.domain.reports.pipeline import Valued
from salesdesk.domain.reports.report_scope import Period, ReportScope
from salesdesk.services.lists import board
from salesdesk.services.reports import opened, pipeline
from tests.support.factories import Office
from tests.support.report_records import (
    MONTH,
    Records,
    assert_opens_what_it_counts,
    at,
    counts,
    opened_ids,
)
from tests.support.rows import ZERO

COLD, WARM, HOT, ORDERED, WON = Stage
GONE = "uid-gone"


@pytest.fixture
def month(office: Office) -> Office:
    """Customers in every stage; moves are known from 1 March on."""
    records, andi, eko = Records(office), office.agent_uid, office.other_uid
    office.customer("New", owner=andi, source="Referral", created=at(5, 20))
    warm = office.customer(
        "Warm", owner=andi, source="Canvas", status=SalesStatus.WARM, created=at(5, 12)
    )
    records.event(EventKind.CUSTOMER_CREATED, warm, at(5, 12), andi)
    records.move(warm, at(5, 22), COLD, WARM)
    hot = office.customer("Hot", owner=eko, status=SalesStatus.HOT, created=at(5, 15))
    records.move(hot, at(5, 16), COLD, WARM, eko)
    records.move(hot, at(5, 19, 12), WARM, HOT, eko)
    ordered = office.customer("Ordered", owner=eko, status=SalesStatus.WARM, created=at(1, 1))
    records.order(ordered, "pending", at(6, 1), items=((2, 100),), rooms=(50, None))
    won = office.customer("Won", source="PoS", created=at(5, 11))
    records.order(won, "completed", at(5, 20), at(5, 30), items=((3, 10),))
    # Too long ago to count as won any more, but it did come that far.
    records.order(won, "completed", at(1, 20), at(1, 30), items=((1, 7),))
    orphan = office.customer(
        "Orphan", owner=GONE, source="Canvas", status=SalesStatus.HOT, created=at(2, 1)
    )
    records.move(orphan, at(3, 1), WARM, HOT, GONE)
    office.customer("Quiet", owner=andi, created=at(4, 20))
    old = office.customer("Old", owner=eko, source="Referral", created=at(2, 1))
    records.order(old, "cancelled", at(6, 1), items=((9, 9),))
    return office


def values(found: tuple[Valued, ...], *names: str) -> dict[object, tuple[int, int]]:
    """Orders and their value, by attributes of their marks."""
    return {
        tuple(getattr(one.mark, name) for name in names): (one.count, one.value)
        for one in found
        if one.count
    }


def test_who_stands_where(month: Office) -> None:
    report = pipeline.figures(month.lead, MONTH)
    assert report.total.count == 8
    assert counts(report.stages, "stage") == {COLD: 3, WARM: 1, HOT: 2, ORDERED: 1, WON: 1}
    assert counts(report.by_agent, "agent", "stage") == {
        (month.agent_uid, COLD): 2, (month.agent_uid, WARM): 1, (month.other_uid, COLD): 1,
        (month.other_uid, HOT): 1, (month.other_uid, ORDERED): 1, (GONE, HOT): 1, (NONE, WON): 1,
    }  # fmt: skip
    assert counts(report.by_source, "source", "stage") == {
        (LeadSource.REFERRAL, COLD): 2, (LeadSource.CANVAS, WARM): 1, (LeadSource.CANVAS, HOT): 1,
        (LeadSource.POS, WON): 1, (NONE, COLD): 1, (NONE, HOT): 1, (NONE, ORDERED): 1,
    }  # fmt: skip
    assert GONE not in report.names
    assert report.names[month.agent_uid] == "Andi Firmansyah"
    heads = board.figures(month.lead, BoardQuery())
    assert [head.count.number for head in heads] == [bar.count for bar in report.stages]


def test_what_orders_are_worth(month: Office) -> None:
    report = pipeline.figures(month.lead, MONTH)
    assert (report.worth.count, report.worth.value) == (2, 280)
    assert values(report.values, "stage") == {(ORDERED,): (1, 250), (WON,): (1, 30)}
    assert values(report.values_by_agent, "agent", "stage") == {
        (month.other_uid, ORDERED): (1, 250), (NONE, WON): (1, 30),
    }  # fmt: skip
    assert values(report.values_by_source, "source", "stage") == {
        (NONE, ORDERED): (1, 250), (LeadSource.POS, WON): (1, 30),
    }  # fmt: skip
    (row,) = opened.page(month.lead, MONTH, DrillDown(Figure.PIPELINE_ORDERS, stage=ORDERED)).rows
    assert (row.name, row.by_name, row.at) == ("Ordered", "Eko Saputra", at(6, 1))
    assert (row.order_status, row.value) == ("pending", 250)


def test_how_far_those_registered_in_the_period_have_come(month: Office) -> None:
    report = pipeline.figures(month.lead, MONTH)
    assert [(step.stage, step.bar.count, step.before) for step in report.funnel] == [
        (COLD, 4, 4), (WARM, 3, 4), (HOT, 2, 3), (ORDERED, 1, 2), (WON, 1, 1),
    ]  # fmt: skip
    assert report.funnel[1].conversion.rate == 0.75
    names = [row.name for row in opened.page(month.lead, MONTH, report.funnel[2].bar.mark).rows]
    assert names == ["Hot", "Won"]


def test_moves_and_the_days_between_them(month: Office) -> None:
    report = pipeline.figures(month.lead, MONTH)
    assert report.known_from == at(3, 1)
    assert [(one.stage, one.total.count, one.up.rate) for one in report.moves] == [
        (COLD, 2, 1.0), (WARM, 1, 1.0), (HOT, 0, None),
    ]  # fmt: skip
    assert counts(report.moves[0].to, "to") == {SalesStatus.WARM: 2}
    assert counts(report.moves[1].to, "to") == {SalesStatus.HOT: 1}
    cold, warm, hot = report.stays
    assert (cold.total.count, cold.unknown.count, cold.median) == (1, 1, 10)
    assert counts(cold.bars, "bucket") == {(7, 13): 1}
    assert (warm.total.count, warm.unknown.count, warm.median) == (1, 0, 3)
    assert counts(warm.bars, "bucket") == {(3, 6): 1}
    assert (hot.total.count, hot.unknown.count, hot.median) == (0, 0, None)
    (row,) = opened.page(month.lead, MONTH, report.moves[1].to[1].mark).rows
    assert (row.name, row.by_name) == ("Hot", "Eko Saputra")
    assert (row.moved_from, row.moved_to) == (SalesStatus.WARM, SalesStatus.HOT)


def test_who_is_stuck(month: Office) -> None:
    report = pipeline.figures(month.lead, MONTH)
    assert report.stuck_total.count == 3
    assert counts(report.stuck, "stage", "bucket") == {
        (COLD, (30, 59)): 1, (COLD, (90, None)): 1, (HOT, (90, None)): 1,
    }  # fmt: skip
    assert counts(report.stuck_by_agent, "agent", "bucket") == {
        (month.agent_uid, (30, 59)): 1, (month.other_uid, (90, None)): 1, (GONE, (90, None)): 1,
    }  # fmt: skip
    names = [r.name for r in opened.page(month.lead, MONTH, DrillDown(Figure.PIPELINE_STUCK)).rows]
    assert names == ["Old", "Orphan", "Quiet"]


def test_nothing_is_stuck_before_events_are_kept(office: Office) -> None:
    office.customer(owner=office.agent_uid, created=at(1, 1))
    report = pipeline.figures(office.lead, MONTH)
    assert (report.known_from, report.stuck_total.count) == (None, 0)
    assert_opens_what_it_counts(office.lead, MONTH, report)


def test_missing_dates_and_words_do_not_hide_a_customer(month: Office) -> None:
    month.database.execute(
        "UPDATE customers SET created_at = %s, sales_status = NULL WHERE name = %s", ZERO, "Old"
    )
    report = pipeline.figures(month.lead, MONTH)
    assert report.total.count == 8
    assert report.stages[0].count == 3
    assert counts(report.stuck, "stage", "bucket")[COLD, (90, None)] == 1
    assert_opens_what_it_counts(month.lead, MONTH, report)


def test_every_mark_opens_what_it_counts_in_every_frame(month: Office) -> None:
    for report_scope, expected in (
        (MONTH, 8),
        (replace(MONTH, agents=frozenset({GONE})), 1),
        (replace(MONTH, sources=frozenset({LeadSource.CANVAS})), 2),
        (replace(MONTH, statuses=frozenset({SalesStatus.WARM})), 2),
        (MONTH.before, 8),
    ):
        report = pipeline.figures(month.lead, report_scope)
        assert report.total.count == expected
        for parts in (report.stages, report.by_source, report.by_agent):
            assert total(parts) == expected
        assert total(report.stuck) == total(report.stuck_by_agent) == report.stuck_total.count
        assert sum(one.value for one in report.values_by_agent) == report.worth.value
        assert_opens_what_it_counts(month.lead, report_scope, report)


def total(bars: tuple[CountedElement, ...]) -> int:
    """What bars count together."""
    return sum(bar.count for bar in bars)


def test_an_agent_sees_the_totals_but_no_other_agents_figures(month: Office) -> None:
    report = pipeline.figures(month.agent, MONTH)
    assert report.total.count == 8
    for bars in (report.by_agent, report.stuck_by_agent):
        assert {bar.mark.agent for bar in bars} == {month.agent_uid}
    assert report.values_by_agent == ()
    assert set(report.names) == {month.agent_uid}
    mine = replace(report.total.mark, agent=month.agent_uid)
    assert len(opened_ids(month.agent, MONTH, mine)) == 3
    with pytest.raises(NotAllowed):
        opened.page(month.agent, MONTH, report.total.mark)
    nobody = replace(month.agent, actor=Actor("uid-x", "X", None, frozenset()))
    with pytest.raises(NotAllowed):
        pipeline.figures(nobody, MONTH)


def test_the_period_before(month: Office) -> None:
    report = pipeline.figures(month.lead, MONTH)
    assert [(step.part, step.whole) for step in report.funnel_before] == [
        (1, 1), (0, 1), (0, 0), (0, 0), (0, 0),
    ]  # fmt: skip
    assert report.moves_before == {}
    early = pipeline.figures(month.lead, ReportScope(Period(date(2026, 3, 2), date(2026, 3, 3))))
    assert early.moves_before == {(WARM, SalesStatus.HOT): 1}
