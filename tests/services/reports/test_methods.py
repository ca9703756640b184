"""Methods: a small month by hand, with every figure written out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from salesdesk.domain.contact import Method, Outcome
from salesdesk.domain.customer import LeadSource, SalesStatus
from salesdesk.domain.errors import NotAllowed
from salesdesk.domain.people import Actor
from salesdesk.domain.pipeline import Stage
from salesdesk.domain.reports.drill_down import NONE, DrillDown, Figure, RowKind
from salesdesk.domain.reports.methods import Success, best_of
from salesdesk.domain.reports.statistics import median, wilson
from salesdesk.services.reports import methods, opened
from tests.support.factories import Office
from tests.support.report_records import (
    MONTH,
    Records,
    assert_opens_what_it_counts,
    at,
    counts,
    opened_ids,
)
from tests.support.rows import ZERO, key, put

CALL, WHATSAPP, VISIT = Method.CALL, Method.WHATSAPP, Method.VISIT
UNSUCCESSFUL = Outcome.UNSUCCESSFUL


@pytest.fixture
def month(office: Office) -> Office:
    """Three customers, six contacts within the month, and some that do not count."""
    records, andi, eko = Records(office), office.agent_uid, office.other_uid
    ana = office.customer("Ana", source="Referral", owner=andi)
    budi = office.customer("Budi", source="Canvas", status=SalesStatus.WARM)
    citra = office.customer("Citra", status=SalesStatus.HOT)
    office.contact(ana, at=at(6, 1, 2, 30), method=CALL)
    office.contact(ana, at=at(5, 31, 2, 10), method=CALL, outcome=UNSUCCESSFUL)
    office.contact(ana, at=at(5, 12, 18), method=CALL, outcome=UNSUCCESSFUL)
    office.contact(budi, at=at(5, 15, 3), method=WHATSAPP)
    office.contact(budi, at=at(5, 20, 3), method=VISIT, outcome=UNSUCCESSFUL, by=eko)
    office.contact(citra, at=at(5, 9, 17), method=WHATSAPP, outcome=UNSUCCESSFUL)
    # The last second before the first day of the office, and a date that nobody can mean.
    office.contact(citra, at=at(5, 9, 16, 59, 59), method=WHATSAPP)
    zero = {
        "id": key(1, 2), "customer_id": budi, "contacted_by_uid": andi, "contact_method": "call",
        "contact_status": "unsuccessful", "contact_date": ZERO,
    }  # fmt: skip
    put(office.database, "customer_contacts", [zero])
    records.move(ana, at(5, 14), Stage.WARM, Stage.COLD)
    records.move(budi, at(5, 29, 3), Stage.COLD, Stage.WARM)
    records.order(citra, "pending", at(5, 11))
    records.order(budi, "cancelled", at(5, 16))
    return office


def figures(successes: tuple[Success, ...], *names: str) -> dict[object, tuple[int, int]]:
    """Tries and successes, those without tries left out, by attributes of their marks."""
    return {
        tuple(getattr(one.mark, name) for name in names): (one.count, one.successes)
        for one in successes
        if one.count
    }


def test_success_by_method_hour_status_and_source(month: Office) -> None:
    report = methods.figures(month.lead, MONTH)
    assert (report.total.count, report.total.successes) == (6, 2)
    assert figures(report.by_method, "method") == {
        (CALL,): (3, 1), (WHATSAPP,): (2, 1), (VISIT,): (1, 0),
    }  # fmt: skip
    assert figures(report.by_hour, "method", "hour") == {
        (CALL, 9): (2, 1), (CALL, 1): (1, 0), (WHATSAPP, 10): (1, 1), (WHATSAPP, 0): (1, 0),
        (VISIT, 10): (1, 0),
    }  # fmt: skip
    assert figures(report.by_status, "method", "status") == {
        (CALL, SalesStatus.COLD): (3, 1), (WHATSAPP, SalesStatus.WARM): (1, 1),
        (WHATSAPP, SalesStatus.HOT): (1, 0), (VISIT, SalesStatus.WARM): (1, 0),
    }  # fmt: skip
    assert figures(report.by_source, "source", "method") == {
        (LeadSource.REFERRAL, CALL): (3, 1), (LeadSource.CANVAS, WHATSAPP): (1, 1),
        (LeadSource.CANVAS, VISIT): (1, 0), (NONE, WHATSAPP): (1, 0),
    }  # fmt: skip
    assert all(one.success is None for one in report.best)


def test_what_followed_within_fourteen_days(month: Office) -> None:
    report = methods.figures(month.lead, MONTH)
    assert report.known_from == at(5, 14)
    found = {
        one.method: (
            one.settled.count, one.young.count, one.traceable.count, one.moved_up.count,
            one.ordered.count,
        )
        for one in report.followed
    }  # fmt: skip
    assert found == {CALL: (1, 2, 0, 0, 0), WHATSAPP: (2, 0, 1, 1, 1), VISIT: (1, 0, 1, 1, 0)}
    whatsapp = next(one for one in report.followed if one.method is WHATSAPP)
    assert (whatsapp.ordering.rate, whatsapp.moving_up.rate) == (0.5, 1.0)


def test_attempts_until_the_first_success(month: Office) -> None:
    attempts = methods.figures(month.lead, MONTH).attempts
    assert (attempts.total.count, attempts.median) == (2, 2.0)
    assert counts(attempts.bars, "bucket") == {(1, 1): 1, (3, 3): 1}


def test_every_mark_opens_what_it_counts(month: Office) -> None:
    report = methods.figures(month.lead, MONTH)
    assert_opens_what_it_counts(month.lead, MONTH, report)
    mark = DrillDown(Figure.METHODS_CONTACTS, method=CALL, hour=9)
    first, second = opened.page(month.lead, MONTH, mark).rows
    assert (first.kind, first.name, first.by_name) == (RowKind.CONTACTS, "Ana", "Andi Firmansyah")
    assert (first.at, first.outcome) == (at(6, 1, 2, 30), Outcome.SUCCESSFUL)
    assert (second.at, second.outcome) == (at(5, 31, 2, 10), UNSUCCESSFUL)
    assert opened_ids(month.lead, MONTH, mark, 1) == [first.id, second.id]


def test_the_frame_narrows_every_figure(month: Office) -> None:
    for report_scope, expected in (
        (replace(MONTH, agents=frozenset({month.other_uid})), (1, 0)),
        (replace(MONTH, sources=frozenset({LeadSource.CANVAS})), (2, 1)),
        (replace(MONTH, statuses=frozenset({SalesStatus.COLD})), (3, 1)),
        (replace(MONTH, agents=frozenset()), (0, 0)),
        (MONTH.before, (1, 1)),
    ):
        report = methods.figures(month.lead, report_scope)
        assert (report.total.count, report.total.successes) == expected
        assert sum(one.count for one in report.by_source) == expected[0]
        assert_opens_what_it_counts(month.lead, report_scope, report)


def test_contacts_of_an_unknown_person_are_counted_and_shown(month: Office) -> None:
    customer = month.customer("Dewi")
    row = {
        "id": key(2, 2), "customer_id": customer, "contacted_by_uid": "uid-gone",
        "contact_method": "visit", "contact_status": "successful", "contact_date": at(6, 2),
    }  # fmt: skip
    put(month.database, "customer_contacts", [row])
    report = methods.figures(month.lead, MONTH)
    assert report.total.count == 7
    mark = DrillDown(Figure.METHODS_CONTACTS, method=VISIT, outcome=Outcome.SUCCESSFUL)
    (found,) = opened.page(month.lead, MONTH, mark).rows
    assert (found.by_uid, found.by_name) == ("uid-gone", None)


def test_an_agent_sees_the_own_figures_and_the_totals(month: Office) -> None:
    andi, own = month.agent, replace(MONTH, agents=frozenset({month.agent_uid}))
    assert methods.figures(andi, MONTH).total.count == 6
    report = methods.figures(andi, own)
    assert report.total.count == 5
    assert_opens_what_it_counts(andi, own, report)
    with pytest.raises(NotAllowed):
        methods.figures(andi, replace(MONTH, agents=frozenset({month.other_uid})))
    with pytest.raises(NotAllowed):
        opened.page(andi, MONTH, report.total.mark)
    with pytest.raises(NotAllowed):
        opened.count(andi, MONTH, replace(report.total.mark, agent=month.other_uid))
    assert opened.count(andi, MONTH, replace(report.total.mark, agent=month.agent_uid)).number == 5
    nobody = replace(month.agent, actor=Actor("uid-x", "X", None, frozenset()))
    with pytest.raises(NotAllowed):
        methods.figures(nobody, MONTH)


def test_a_mark_that_its_figure_does_not_know_is_refused(month: Office) -> None:
    with pytest.raises(ValueError, match="not told apart by stage"):
        opened.count(month.lead, MONTH, DrillDown(Figure.METHODS_CONTACTS, stage=Stage.COLD))


def test_few_tries_do_not_compete() -> None:
    mark = DrillDown(Figure.METHODS_CONTACTS)
    few, many = Success(mark, 3, 3), Success(mark, 100, 60)
    assert best_of((few, many, Success(mark, 10, 7))) is many
    assert best_of((few,)) is None


def test_wilsons_interval_and_the_median_of_a_histogram() -> None:
    interval = wilson(81, 131)
    assert interval is not None
    assert (round(interval.low, 3), round(interval.high, 3)) == (0.533, 0.697)
    assert wilson(0, 0) is None
    assert median({}) is None
    assert median({1: 2, 5: 1}) == 1
    assert median({1: 2, 4: 2}) == 2.5


def test_the_period_before_by_method(month: Office) -> None:
    before = methods.figures(month.lead, MONTH).before
    assert [(one.part, one.whole) for one in before] == [(1, 1), (0, 0), (0, 0)]
