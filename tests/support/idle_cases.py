"""Generated cases of the idle clock, planted in a database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.idle_clock import IdleFacts, Limits
from salesdesk.domain.moments import DAY, EARLIEST
from salesdesk.domain.summary import CustomerSummary, reckon, settings_mark
from salesdesk.storage.stores.summaries import SummaryStore, Touched
from tests.support.database import Database
from tests.support.rows import ZERO, Row, bound, contact, protection, put

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


relaxed = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow,
                           HealthCheck.data_too_large, HealthCheck.large_base_example]
)  # fmt: skip
