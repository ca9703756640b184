"""The idle clock of rows in both databases is that of the rules, over generated customers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.moments import DAY, EARLIEST
from salesdesk.domain.ownership import IdleFacts, Limits, departure
from salesdesk.domain.summary import CustomerSummary, reckon, settings_mark
from salesdesk.storage.reads import due
from salesdesk.storage.stores.summaries import SummaryStore, Touched
from tests.support.database import Database
from tests.support.rows import ZERO, Row, bound, contact, key, person, protection, put, uid

SECOND = timedelta(seconds=1)

_EXACT = [
    None, "zero", EARLIEST, EARLIEST - SECOND, EARLIEST + SECOND, datetime(1970, 1, 2, tzinfo=UTC),
]  # fmt: skip
_LENGTHS = [1 * DAY, 7 * DAY, 30 * DAY, 45 * DAY, 90 * DAY]
_AROUND = [
    base + step
    for base in [timedelta(0), -DAY, DAY, *(-length for length in _LENGTHS)]
    for step in (-SECOND, timedelta(0), SECOND, timedelta(hours=7))
]

dates = st.one_of(
    st.sampled_from(_EXACT),
    st.sampled_from(_AROUND),
    st.timedeltas(-400 * DAY, 3 * DAY),
)


@dataclass(frozen=True)
class Case:
    """One customer's dates; time spans are relative to now."""

    start: object
    last: object
    created: object
    contacts: tuple[object, ...]
    status: str | None
    protected: timedelta | None


cases = st.builds(
    Case,
    start=dates,
    last=dates,
    created=dates.filter(lambda date: date is not None),
    contacts=st.lists(dates.filter(lambda date: date is not None), max_size=3).map(tuple),
    status=st.sampled_from(["cold", "warm", "hot", None]),
    protected=st.one_of(st.none(), st.sampled_from(_AROUND), st.timedeltas(-9 * DAY, 99 * DAY)),
)
spans = st.sampled_from(_LENGTHS)
limits = st.one_of(
    st.builds(lambda span: Limits(span, span, span), spans),
    st.builds(Limits, cold=spans, warm=spans, hot=spans, period=st.one_of(st.none(), spans)),
)
zones = st.sampled_from([timezone(timedelta(hours=hours)) for hours in (-8, 0, 7, 14)])
nows = st.builds(
    datetime.fromtimestamp,
    st.integers(1_704_067_200, 1_924_991_999),  # the years 2024 to 2030
    zones,
)


def moment(date: object, now: datetime) -> datetime | None:
    """What Python reads of a date: a zero date is None."""
    if isinstance(date, timedelta):
        return (now + date).replace(microsecond=0)
    return date if isinstance(date, datetime) else None


def stored(date: object, now: datetime) -> datetime | str | None:
    """The same as a row holds it."""
    return ZERO if date == "zero" else moment(date, now)


def facts(case: Case, now: datetime) -> IdleFacts:
    """What the Python form reads of the case."""
    believed = (moment(date, now) for date in case.contacts)
    newest = [d for d in believed if d is not None and EARLIEST <= d <= now + DAY]
    return IdleFacts(
        created_at=moment(case.created, now),
        binding_start=moment(case.start, now),
        last_interaction=moment(case.last, now),
        newest_contact=max(newest, default=None),
        status=SalesStatus.of(case.status),
        protected_until=moment(case.protected, now),
    )


def plant(database: Database, found: list[Case], now: datetime) -> None:
    """Make these the database's only customers."""
    for table in ("salesdesk_protections", "customer_contacts", "customers"):
        database.execute(f"DELETE FROM {table}")
    rows: list[Row] = []
    contacts: list[Row] = []
    protections: list[Row] = []
    for number, case in enumerate(found):
        start, last, created = (stored(d, now) for d in (case.start, case.last, case.created))
        rows.append(
            {
                **bound(number, 1, ZERO, sales_status=case.status),
                "binding_start_date": start,
                "last_interaction_date": last,
                "created_at": created,
            }
        )
        for date in case.contacts:
            at = stored(date, now)
            assert at is not None
            contacts.append(contact(len(contacts), number, at))
        until = moment(case.protected, now)
        if until is not None:
            protections.append(protection(number, until))
    put(database, "customers", rows)
    put(database, "customer_contacts", contacts)
    put(database, "salesdesk_protections", protections)


def settle(database: Database, limits: Limits, now: datetime) -> dict[str, CustomerSummary]:
    """Reckon everybody and write it; what is stored then."""
    writing = database.engine.execution_options(salesdesk_write=True)
    with writing.begin() as connection:
        store = SummaryStore(connection)
        ids = store.stretch("", 1_000)
        touched = Touched(customers=set(ids), anew=dict.fromkeys(ids))
        store.bring_in_line(touched, limits, now)
    with database.engine.connect() as connection:
        store = SummaryStore(connection)
        found = store.of(ids)
        # What is read back is what was reckoned, to the last field.
        facts = store.facts(ids, now)
        histories = store.histories(facts, now)
        assert found == {
            one: reckon(each.facts, histories[one], limits, now) for one, each in facts.items()
        }
        assert store.differing(ids[0], ids[-1], settings_mark(limits), now) == []
        for indexed in (True, False):
            assert store.wrong(ids, limits, now, indexed=indexed).ids == ()
        return found


def check_agreement(database: Database, found: list[Case], limits: Limits, now: datetime) -> None:
    """Compare what the database's rows come to with what was planted, for each customer."""
    plant(database, found, now)
    database.execute("DELETE FROM salesdesk_customer_summary")
    expected = {key(n): departure(facts(case, now), limits, now) for n, case in enumerate(found)}
    summaries = settle(database, limits, now)
    assert {
        one: (each.idle_since, each.leaves_at, each.leave_reason) for one, each in summaries.items()
    } == {one: (each.idle_since, each.leaves_at, each.reason) for one, each in expected.items()}
    with database.engine.connect() as connection:
        candidates = due.candidates(connection, now, limits)
    assert {(one.id, one.reason, one.idle_days) for one in candidates} == {
        (id_, going.reason, (now - going.idle_since) // DAY)
        for id_, going in expected.items()
        if going.due(now)
    }


crowd = st.lists(cases, min_size=1, max_size=40)
relaxed = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow,
                           HealthCheck.data_too_large, HealthCheck.large_base_example]
)  # fmt: skip


@relaxed
@given(found=crowd, limits=limits, now=nows)
def test_rows_come_to_what_the_rules_say(
    database: Database, found: list[Case], limits: Limits, now: datetime
) -> None:
    check_agreement(database, found, limits, now)


@pytest.mark.parametrize("step", [-SECOND, timedelta(0), SECOND])
def test_the_exact_second(database: Database, step: timedelta) -> None:
    now = datetime(2026, 3, 10, 14, 0, 0, tzinfo=UTC)
    quiet = Case(-40 * DAY, -30 * DAY + step, -99 * DAY, (), "cold", None)
    check_agreement(database, [quiet], Limits(), now)
    with database.engine.connect() as connection:
        assert len(due.candidates(connection, now, Limits())) == (step <= timedelta(0))


def test_the_longest_known_date_wins_and_a_tie_is_inactivity(database: Database) -> None:
    now = datetime(2026, 3, 10, 14, 0, 0, tzinfo=UTC)
    tie = Case(-60 * DAY, -31 * DAY, -99 * DAY, (), None, None)
    check_agreement(database, [tie, replace(tie, start=-61 * DAY)], Limits(period=59 * DAY), now)
    same = Limits(period=30 * DAY)
    check_agreement(database, [replace(tie, start=-31 * DAY)], same, now)


def test_a_candidate_is_named_with_its_owner(database: Database) -> None:
    now = datetime(2026, 3, 10, 14, 0, 0, tzinfo=UTC)
    put(database, "users", [person(1, "Ayu Lestari")])
    put(
        database,
        "customers",
        [
            bound(1, 1, now - 50 * DAY, name="Budi"),
            bound(2, 2, now - 40 * DAY, name="Citra"),
            bound(3, 1, now - 29 * DAY, name="Dewi"),
        ],
    )
    with database.engine.connect() as connection:
        found = due.candidates(connection, now, Limits())
    assert [(one.name, one.owner_name, one.idle_days) for one in found] == [
        ("Budi", "Ayu Lestari", 50),
        ("Citra", uid(2), 40),
    ]
