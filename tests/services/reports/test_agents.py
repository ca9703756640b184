"""Agents: a month of deeds by hand, with every figure written out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from salesdesk.domain.contact import Method, Outcome
from salesdesk.domain.customer import LeadSource, SalesStatus
from salesdesk.domain.errors import NotAllowed
from salesdesk.domain.events import EventKind, new_id
from salesdesk.domain.ownership import UnbindingReason
from salesdesk.domain.people import Actor
from salesdesk.domain.pipeline import Stage
from salesdesk.domain.reports.agents import AgentsReport, Deeds, Earlier
from salesdesk.domain.reports.drill_down import NONE, RowKind
from salesdesk.domain.reports.report_scope import Period
from salesdesk.domain.reports.statistics import Share
from salesdesk.domain.targets import Target, TargetOf
from salesdesk.services import ownership, targets
from salesdesk.services.reports import agents, opened, pipeline
from tests.support.factories import Office
from tests.support.report_records import (
    MONTH,
    Records,
    assert_opens_what_it_counts,
    at,
    opened_ids,
)
from tests.support.rows import put

CALL, WHATSAPP, VISIT = Method.CALL, Method.WHATSAPP, Method.VISIT
UNSUCCESSFUL = Outcome.UNSUCCESSFUL
GONE = "uid-gone"


@pytest.fixture
def month(office: Office) -> Office:
    """Contacts of two agents and a deleted one; claims, moves, losses and orders."""
    andi, eko = office.agent_uid, office.other_uid
    ana = office.customer("Ana", owner=andi, status=SalesStatus.WARM, source="Referral")
    budi = office.customer("Budi")
    citra = office.customer("Citra")
    # Replaced by the next one before its day; then missed.
    office.contact(ana, at=at(5, 31, 2, 10), outcome=UNSUCCESSFUL, next_step=at(6, 3, 3))
    office.contact(ana, at=at(6, 1, 2, 30), next_step=at(6, 4, 4))
    # Kept on its day, by somebody else.
    office.contact(budi, at=at(5, 15, 3), method=WHATSAPP, next_step=at(5, 20, 3))
    # Due at one in the night of the 22nd in the office; replaced in the evening before.
    office.contact(
        budi, at=at(5, 20, 5), by=eko, method=VISIT, outcome=UNSUCCESSFUL,
        next_step=at(5, 21, 18),
    )  # fmt: skip
    # Called a day late; then due today, which is not over.
    office.contact(budi, at=at(5, 21, 16), by=eko, outcome=UNSUCCESSFUL, next_step=at(5, 25, 3))
    office.contact(budi, at=at(5, 26, 3), by=eko, next_step=at(6, 8, 10))
    # Of the month before, but due in this one; kept by somebody who was deleted since.
    office.contact(
        citra, at=at(5, 9, 16, 59, 59), method=WHATSAPP, outcome=UNSUCCESSFUL,
        next_step=at(5, 10, 5),
    )  # fmt: skip
    of_nobody = {
        "id": "gone", "customer_id": citra, "contacted_by_uid": GONE, "contact_method": "visit",
        "contact_status": "successful", "contact_date": at(5, 10, 3),
    }  # fmt: skip
    put(office.database, "customer_contacts", [of_nobody])
    acts(office, ana, budi)
    endings(office, ana, budi, citra)
    orders(office, ana, budi)
    return office


def acts(office: Office, ana: str, budi: str) -> None:
    records, andi, eko = Records(office), office.agent_uid, office.other_uid
    records.event(EventKind.CLAIMED, ana, at(5, 12), andi)
    records.event(EventKind.CLAIMED, budi, at(6, 2), eko)
    records.event(EventKind.CLAIMED, budi, at(5, 9, 16), eko)
    records.event(EventKind.TRANSFERRED, budi, at(6, 2), eko)
    records.move(ana, at(5, 14), Stage.COLD, Stage.WARM)
    records.move(budi, at(5, 14), Stage.HOT, Stage.COLD, eko)
    records.move(budi, at(5, 15), Stage.COLD, Stage.HOT, eko)
    records.move(budi, at(5, 16), Stage.HOT, Stage.WARM, eko)


def endings(office: Office, ana: str, budi: str, citra: str) -> None:
    andi, eko = office.agent_uid, office.other_uid
    inactive, ended = UnbindingReason.INACTIVITY, UnbindingReason.PERIOD_ENDED
    office.closed_spell(budi, eko, at(4, 1), at(5, 12), inactive)
    office.closed_spell(citra, GONE, at(4, 1), at(5, 13), inactive)
    office.closed_spell(ana, andi, at(4, 1), at(5, 13), ended)
    office.closed_spell(citra, andi, at(3, 1), at(5, 9, 16, 59, 59), inactive)


def orders(office: Office, ana: str, budi: str) -> None:
    records = Records(office)
    records.order(
        ana, "completed", at(5, 1), at(5, 20), items=((2, 150_000), (1, 20_000)), rooms=(50_000,)
    )
    records.order(ana, "pending", at(5, 1), at(5, 21), items=((1, 9),))
    # The office's eighth of June ends between these two.
    records.order(budi, "completed", at(5, 1), at(6, 8, 16, 30), items=((1, 70_000),))
    records.order(ana, "completed", at(5, 1), at(6, 8, 17), items=((1, 7),))
    records.order(ana, "completed", at(5, 1), at(5, 9, 16, 59, 59), items=((3, 1_000),))


def of(report: AgentsReport, uid: str) -> Deeds:
    (found,) = (one for one in report.agents if one.agent == uid)
    return found


def plain(deeds: Deeds) -> tuple[int, ...]:
    """Customers, kept, missed, claims, lost, up, down, orders, value."""
    bars = (
        deeds.customers, deeds.kept, deeds.missed, deeds.claims, deeds.lost, deeds.moved_up,
        deeds.moved_down,
    )  # fmt: skip
    return (*(bar.count for bar in bars), deeds.won.count, deeds.won.value)


def test_what_each_agent_did(month: Office) -> None:
    report = agents.figures(month.lead, MONTH)
    andi, eko, gone = (of(report, uid) for uid in (month.agent_uid, month.other_uid, GONE))
    assert [one.agent for one in report.agents] == [
        month.agent_uid, month.other_uid, GONE, month.lead_uid, month.admin_uid, NONE,
    ]  # fmt: skip
    assert [(one.contacts.count, one.contacts.successes) for one in report.agents] == [
        (3, 2), (3, 1), (1, 1), (0, 0), (0, 0), (0, 0),
    ]  # fmt: skip
    assert (report.team.contacts.count, report.team.contacts.successes) == (7, 4)
    assert {
        one.mark.method: (one.count, one.successes) for one in report.team.methods
    } == {WHATSAPP: (1, 1), CALL: (4, 2), VISIT: (2, 1)}  # fmt: skip
    assert {one.mark.method: one.count for one in eko.methods} == {WHATSAPP: 0, CALL: 2, VISIT: 1}
    assert plain(andi) == (2, 2, 1, 1, 0, 1, 0, 1, 370_000)
    assert plain(eko) == (1, 0, 1, 1, 1, 1, 2, 0, 0)
    assert plain(gone) == (1, 0, 0, 0, 1, 0, 0, 0, 0)
    assert plain(of(report, NONE)) == (0, 0, 0, 0, 0, 0, 0, 1, 70_000)
    assert plain(report.team) == (3, 2, 2, 2, 2, 2, 2, 2, 440_000)
    assert (andi.keeping.part, andi.keeping.whole) == (2, 3)
    assert report.known_from == at(5, 9, 16)


def test_the_trend_of_each_agent(month: Office) -> None:
    report = agents.figures(month.lead, MONTH)
    assert report.weeks == tuple(date(2026, 5, 4) + timedelta(weeks=n) for n in range(6))
    assert [one.count for one in of(report, month.agent_uid).weeks] == [0, 1, 0, 1, 1, 0]
    assert [one.count for one in of(report, GONE).weeks] == [1, 0, 0, 0, 0, 0]
    assert [one.count for one in report.team.weeks] == [1, 1, 2, 2, 1, 0]
    assert [one.successes for one in report.team.weeks] == [1, 1, 0, 1, 1, 0]


def test_the_period_before(month: Office) -> None:
    before = agents.figures(month.lead, MONTH).before
    none = Share(0, 0)
    whatsapp = (Share(0, 1), none, none)
    assert before[month.agent_uid] == Earlier(
        Share(0, 1), whatsapp, 1, none, claims=0, lost=1, moved_up=0, moved_down=0, won=1,
        value=3_000,
    )  # fmt: skip
    assert before[month.other_uid] == Earlier(none, (none,) * 3, 0, none, 1, 0, 0, 0, 0, 0)
    assert before[None] == Earlier(
        Share(0, 1), whatsapp, 1, none, claims=1, lost=1, moved_up=0, moved_down=0, won=1,
        value=3_000,
    )  # fmt: skip


def test_people_are_shown_whoever_they_are(month: Office) -> None:
    report = agents.figures(month.lead, MONTH)
    assert GONE not in report.names
    assert report.names[month.lead_uid] == "Rina Wulandari"
    chosen = replace(MONTH, agents=frozenset({month.lead_uid, GONE}))
    report = agents.figures(month.lead, chosen)
    assert [one.agent for one in report.agents] == [GONE, month.lead_uid]
    assert plain(report.team) == (1, 0, 0, 0, 1, 0, 0, 0, 0)


def test_few_tries_have_a_wide_interval(month: Office) -> None:
    report = agents.figures(month.lead, MONTH)
    once = of(report, GONE).contacts.share
    assert once.rate == 1.0
    assert once.small
    assert once.interval is not None
    assert once.interval.low == pytest.approx(0.2065, abs=0.0001)


def test_every_mark_opens_what_it_counts_in_every_frame(month: Office) -> None:
    for report_scope, expected in (
        (MONTH, 7),
        (replace(MONTH, agents=frozenset({month.agent_uid, GONE})), 4),
        (replace(MONTH, sources=frozenset({LeadSource.REFERRAL})), 2),
        (replace(MONTH, statuses=frozenset({SalesStatus.COLD})), 5),
        (MONTH.before, 1),
    ):
        report = agents.figures(month.lead, report_scope)
        assert report.team.contacts.count == expected
        assert_opens_what_it_counts(month.lead, report_scope, report)


def test_the_rows_behind_each_kind_of_figure(month: Office) -> None:
    andi = of(agents.figures(month.lead, MONTH), month.agent_uid)
    (claimed,) = opened.page(month.lead, MONTH, andi.claims.mark).rows
    assert (claimed.kind, claimed.name, claimed.by_uid) == (
        RowKind.CLAIMS, "Ana", month.agent_uid,
    )  # fmt: skip
    assert claimed.moved_to is None
    (moved,) = opened.page(month.lead, MONTH, andi.moved_up.mark).rows
    assert (moved.moved_from, moved.moved_to) == (SalesStatus.COLD, SalesStatus.WARM)
    (sold,) = opened.page(month.lead, MONTH, andi.won.mark).rows
    assert (sold.kind, sold.name, sold.value) == (RowKind.DELIVERIES, "Ana", 370_000)
    assert sold.at == at(5, 20)
    assert len(opened_ids(month.lead, MONTH, andi.customers.mark)) == 2
    missed = opened.page(month.lead, MONTH, andi.missed.mark).rows
    assert [(row.name, row.at) for row in missed] == [("Ana", at(6, 1, 2, 30))]


def test_a_discount_lowers_what_orders_are_worth(office: Office) -> None:
    ana = office.customer("Ana", owner=office.agent_uid)
    Records(office).order(
        ana, "completed", at(5, 1), at(5, 20), items=((1, -30_000),), rooms=(50_000,)
    )
    report = agents.figures(office.lead, MONTH)
    assert of(report, office.agent_uid).won.value == report.team.won.value == 20_000
    (sold,) = opened.page(office.lead, MONTH, report.team.won.mark).rows
    assert sold.value == 20_000
    assert pipeline.figures(office.lead, MONTH).worth.value == 20_000


def test_an_order_is_won_when_its_delivery_has_come(office: Office) -> None:
    ana = office.customer("Ana", owner=office.agent_uid)
    Records(office).order(ana, "completed", at(5, 1), at(6, 12), items=((1, 70_000),))
    report_scope = replace(MONTH, period=replace(MONTH.period, last=date(2026, 6, 30)))
    assert agents.figures(office.lead, report_scope).team.won.count == 0
    office.pass_time(timedelta(days=5))
    report = agents.figures(office.lead, report_scope)
    assert (report.team.won.count, report.team.won.value) == (1, 70_000)


def test_two_of_one_name_are_told_apart(office: Office) -> None:
    office.database.execute(
        "UPDATE users SET display_name = %s WHERE firebase_uid IN (%s, %s)",
        "Dewi Lestari", office.agent_uid, office.other_uid,
    )  # fmt: skip
    emails = dict(office.database.execute("SELECT firebase_uid, email FROM users"))
    names = agents.figures(office.lead, MONTH).names
    for uid in (office.agent_uid, office.other_uid):
        assert names[uid] == f"Dewi Lestari ({emails[uid]})"
    assert names[office.lead_uid] == "Rina Wulandari"
    offered = {one.uid: one.name for one in ownership.agents(office.lead)}
    assert offered[office.agent_uid] == names[office.agent_uid]


def test_an_agent_sees_the_own_line_and_the_teams(month: Office) -> None:
    report = agents.figures(month.agent, MONTH)
    assert [one.agent for one in report.agents] == [month.agent_uid]
    assert set(report.before) == {None, month.agent_uid}
    assert plain(report.team) == (3, 2, 2, 2, 2, 2, 2, 2, 440_000)
    mine = of(report, month.agent_uid).contacts
    assert opened.count(month.agent, MONTH, mine.mark).number == 3
    with pytest.raises(NotAllowed):
        opened.page(month.agent, MONTH, report.team.contacts.mark)
    with pytest.raises(NotAllowed):
        agents.figures(month.agent, replace(MONTH, agents=frozenset({month.other_uid})))
    nobody = replace(month.agent, actor=Actor("uid-x", "X", None, frozenset()))
    with pytest.raises(NotAllowed):
        agents.figures(nobody, MONTH)


def test_the_target_is_that_of_the_working_days_up_to_today(month: Office) -> None:
    role = next(one for one in targets.standing(month.lead).roles if one.name == "Sales Agent")
    targets.put(month.lead, new_id(), role.of, Target(4, None), None)
    targets.put(month.lead, new_id(), TargetOf(uid=month.other_uid), Target(None, 12), None)
    found = agents.figures(month.lead, MONTH).targets
    working = sum(day.weekday() < 5 for day in days_of(MONTH.period))
    assert found == {month.agent_uid: 4 * working, month.other_uid: (24 * working + 5) // 10}
    own = agents.figures(month.agent, replace(MONTH, agents=frozenset({month.agent_uid})))
    assert own.targets == {month.agent_uid: 4 * working}
    # What is still to come is not due, and a target is of all customers.
    longer = replace(MONTH, period=Period(MONTH.period.first, MONTH.period.last + timedelta(40)))
    assert agents.figures(month.lead, longer).targets == found
    ahead = Period(MONTH.period.last + timedelta(1), MONTH.period.last + timedelta(9))
    assert agents.figures(month.lead, replace(MONTH, period=ahead)).targets == {}
    narrowed = replace(MONTH, sources=frozenset({LeadSource.REFERRAL}))
    assert agents.figures(month.lead, narrowed).targets == {}


def days_of(period: Period) -> list[date]:
    return [period.first + timedelta(n) for n in range(period.days)]
