"""Over generated data and frames, on both databases: every mark opens what it counts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from salesdesk.domain.contact import Method, Outcome
from salesdesk.domain.customer import LeadSource, SalesStatus
from salesdesk.domain.ownership import UnbindingReason
from salesdesk.domain.pipeline import OrderStatus
from salesdesk.domain.reports.agents import AgentsReport
from salesdesk.domain.reports.report_scope import Period, ReportScope
from salesdesk.services.reports import agents, engagement, methods, pipeline, releases, workload
from salesdesk.services.reports.scoping import scope
from salesdesk.services.session import Session
from salesdesk.storage.reads.reports import opened as reads
from salesdesk.storage.unit_of_work import Reading
from tests.services.reports.test_engagement import assert_sums as assert_customers_sum
from tests.services.reports.test_workload import assert_same_as_the_lists
from tests.services.reports.test_workload import assert_sums as assert_loads_sum
from tests.support.factories import NOON, Office
from tests.support.report_records import elements
from tests.support.rows import ZERO, key, put

CUSTOMERS = 5
PEOPLE = ("uid-andi", "uid-eko", "uid-gone")
TODAY = date(2026, 6, 8)

REPORTS: dict[str, Callable[[Session, ReportScope], Any]] = {
    "agents": agents.figures,
    "engagement": engagement.figures,
    "methods": methods.figures,
    "pipeline": pipeline.figures,
    "releases": releases.figures,
    "workload": workload.figures,
}

people = st.sampled_from(PEOPLE)
numbers = st.integers(1, CUSTOMERS)
#: Within four months, whole hours so that some fall together.
meant = st.integers(-2_400, 48).map(lambda hours: NOON + timedelta(hours=hours))
#: Now and then a date of nobody's.
moments = st.one_of(meant, st.just(ZERO))
maybe_moments = st.one_of(st.none(), moments)
frames = st.builds(
    ReportScope,
    st.integers(1, 120).map(lambda days: Period.last_days(TODAY, days)),
    st.one_of(st.none(), st.frozensets(people)),
    st.frozensets(st.sampled_from(LeadSource), max_size=2),
    st.frozensets(st.sampled_from(SalesStatus), max_size=2),
)


def customer(number: int) -> st.SearchStrategy[dict[str, object]]:
    """A customer's row; bound or free, its dates whatever they are."""
    owners = st.one_of(st.none(), people)
    return st.builds(
        lambda owner, start, **row: {
            **row,
            "id": key(number),
            "name": "Same name",
            "phone_number": f"+62812{number}",
            "address": "",
            "firebase_uid": "uid-sari",
            "bound_to_uid": owner,
            "binding_start_date": start if owner else None,
            "binding_status": "bound" if owner else "available",
        },
        owners,
        moments,
        created_at=moments,
        lead_source=st.one_of(st.none(), st.sampled_from([s.value for s in LeadSource])),
        sales_status=st.one_of(st.none(), st.sampled_from([s.value for s in SalesStatus])),
        last_interaction_date=maybe_moments,
    )


contacts = st.fixed_dictionaries(
    {
        "customer_id": numbers.map(key),
        "contacted_by_uid": people,
        "contact_method": st.sampled_from([one.value for one in Method]),
        "contact_status": st.sampled_from([one.value for one in Outcome]),
        "contact_date": moments,
        "next_follow_up_date": maybe_moments,
    }
)
spells = st.fixed_dictionaries(
    {
        # One customer more than there are: a row whose customer is gone.
        "customer_id": st.integers(1, CUSTOMERS + 1).map(key),
        "bound_to_uid": people,
        "binding_start_date": moments,
        "binding_end_date": maybe_moments,
        "unbinding_reason": st.one_of(
            st.none(), st.sampled_from([one.value for one in UnbindingReason])
        ),
    }
)
orders = st.fixed_dictionaries(
    {
        "id_customer": numbers.map(key),
        "order_date": moments,
        "delivery_datetime": moments,
        "status": st.sampled_from([one.value for one in OrderStatus]),
        "id_restaurant": st.just("r"),
        "id_room_shape": st.just("s"),
        "number_of_people": st.just(1),
        "id_order_purpose": st.just(1),
        "firebase_uid": st.just("uid-sari"),
    }
)
statuses = st.sampled_from([one.value for one in SalesStatus])
moves = st.fixed_dictionaries(
    {
        "at": meant,
        "kind": st.sampled_from(["status_moved", "status_moved", "customer_created", "claimed"]),
        "customer_id": st.one_of(st.none(), numbers.map(key)),
        "actor_uid": st.one_of(st.none(), people),
        "details": st.builds('{{"from":"{}","to":"{}"}}'.format, statuses, statuses),
    }
)
TABLES: dict[str, st.SearchStrategy[Any]] = {
    "customers": st.tuples(*(customer(number + 1) for number in range(CUSTOMERS))),
    "customer_contacts": st.lists(contacts, max_size=12),
    "customer_binding_history": st.lists(spells, max_size=10),
    "orders": st.lists(orders, max_size=6),
    "salesdesk_events": st.lists(moves, max_size=10),
}


def fill(office: Office, rows: dict[str, Sequence[dict[str, object]]]) -> None:
    """Replace what the tables hold."""
    for kind, table in enumerate(TABLES, 7):
        office.database.execute(f"DELETE FROM {table}")
        numbered = ({"id": key(number, kind), **row} for number, row in enumerate(rows[table]))
        put(office.database, table, list(numbered))


def assert_opens(reading: Reading, session: Session, frame: ReportScope, report: object) -> None:
    """Every mark opens exactly as many rows as it counts, each once."""
    asked = scope(session, reading, frame)
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
    def holds(rows: dict[str, Sequence[dict[str, object]]], frame: ReportScope) -> None:
        fill(office, rows)
        report = REPORTS[name](session, frame)
        session.store.read(lambda reading: assert_opens(reading, session, frame, report))

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
    def holds(rows: dict[str, Sequence[dict[str, object]]], frame: ReportScope) -> None:
        fill(office, rows)
        who = agents.figures(office.lead, frame)
        assert_deeds_sum(who)
        assert_customers_sum(engagement.figures(office.lead, frame))
        load = workload.figures(office.lead, frame)
        assert_loads_sum(load)
        if frame.agents is None:
            assert_same_as_the_lists(office.lead, frame, load)
        one = methods.figures(office.lead, frame)
        for tries in (one.by_method, one.by_hour, one.by_status, one.by_source):
            assert sum(part.count for part in tries) == one.total.count
            assert sum(part.successes for part in tries) == one.total.successes
        assert sum(part.settled.count + part.young.count for part in one.followed) == (
            one.total.count
        )
        two = pipeline.figures(office.lead, frame)
        for bars in (two.stages, two.by_source, two.by_agent):
            assert sum(bar.count for bar in bars) == two.total.count
        for known, moved in zip(two.stays, two.moves, strict=True):
            assert known.total.count + known.unknown.count == moved.total.count
        three = releases.figures(office.lead, frame)
        for parts in (three.by_week, three.by_agent, three.by_idle, (three.taken, three.free)):
            assert sum(bar.count for bar in parts) == three.total.count

    holds()


def test_a_day_is_the_offices(office: Office) -> None:
    before = datetime(2026, 6, 7, 16, 59, 59, tzinfo=UTC)
    customer_id = office.customer()
    for moment in (before, before + timedelta(seconds=1)):
        office.contact(customer_id, at=moment)
    frame = ReportScope(Period(TODAY, TODAY))
    assert methods.figures(office.lead, frame).total.count == 1
