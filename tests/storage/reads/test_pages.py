"""Pages of the customers table: every row exactly once, in order, for every sort and filter."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import product
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection

from salesdesk.domain.customer import LeadSource, SalesStatus
from salesdesk.domain.follow_up import FollowUpState, follow_up_state, office_day
from salesdesk.domain.idle_clock import IdleFacts, Limits, departure
from salesdesk.domain.moments import EARLIEST
from salesdesk.domain.queries import (
    CustomerQuery,
    CustomerRow,
    CustomerSort,
    DaysLeftFilter,
    OwnerFilter,
    OwnerScope,
)
from salesdesk.domain.search_text import folded, search_text
from salesdesk.domain.settings import DEFAULTS
from salesdesk.storage.reads import customers
from salesdesk.storage.reads.search import Search
from tests.support.database import Database
from tests.support.rows import (
    DAY,
    NOW,
    ZERO,
    Row,
    bound,
    contact,
    customer,
    key,
    person,
    plan,
    protection,
    put,
    summarise,
    uid,
)
from tests.support.walking import EVERYTHING, NARROW, walk

TABLES = (
    "salesdesk_plans",
    "salesdesk_protections",
    "salesdesk_phones",
    "salesdesk_customer_summary",
    "customer_contacts",
    "customers",
    "users",
)
NAMES = [
    "anna", "ANNA", "Ánna", "anná", "Zoë", "zoe", "😀 toko", "😺 toko", "", " anna", "b_%/", "李明",
    "PT Maju", "pt maju",
]  # fmt: skip
#: Where the office's day begins and ends, the second before and after, and far away.
MIDNIGHT = office_day(NOW, DEFAULTS.office_zone)
SECOND = timedelta(seconds=1)
STEPS = [
    None, ZERO, MIDNIGHT.start - SECOND, MIDNIGHT.start, NOW, MIDNIGHT.end - SECOND, MIDNIGHT.end,
    NOW + 9 * DAY, NOW - 3 * DAY,
]  # fmt: skip
DATES = [None, ZERO, EARLIEST, NOW - 29 * DAY, NOW - 26 * DAY - SECOND, NOW - 26 * DAY, NOW,
         NOW + 5 * DAY, NOW - 31 * DAY]  # fmt: skip


@dataclass(frozen=True)
class Made:
    """One generated customer."""

    name: str
    company: str | None
    owner: int | None
    status: str | None
    source: str | None
    start: datetime | str | None
    last: datetime | str | None
    created: datetime | str
    contacts: tuple[tuple[datetime | str, datetime | str | None], ...]
    plan: tuple[datetime | None, datetime] | None
    protected: datetime | None


made = st.builds(
    Made,
    name=st.sampled_from(NAMES),
    company=st.sampled_from([None, "", *NAMES]),
    owner=st.sampled_from([None, None, 1, 2, 3, 9]),
    status=st.sampled_from([None, "cold", "warm", "hot"]),
    source=st.sampled_from([None, *[one.value for one in LeadSource]]),
    start=st.sampled_from(DATES),
    last=st.sampled_from(DATES),
    created=st.sampled_from([ZERO, NOW - 40 * DAY, NOW - 90 * DAY]),
    contacts=st.lists(
        st.tuples(st.sampled_from(DATES[1:]), st.sampled_from(STEPS)), max_size=3
    ).map(tuple),
    plan=st.one_of(
        st.none(),
        st.tuples(
            st.sampled_from([s for s in STEPS if s != ZERO]),
            st.sampled_from([NOW - 27 * DAY, NOW - 26 * DAY, NOW]),
        ),
    ),
    protected=st.sampled_from([None, NOW + 3 * DAY, NOW - DAY]),
)
queries = st.builds(
    CustomerQuery,
    statuses=st.frozensets(st.sampled_from(SalesStatus), max_size=2),
    owner=st.sampled_from(
        [
            OwnerFilter(),
            OwnerFilter(),
            OwnerFilter(OwnerScope.AVAILABLE),
            OwnerFilter(OwnerScope.BOUND),
            OwnerFilter(OwnerScope.PERSON, uid(1)),
        ]
    ),
    sources=st.one_of(st.just(frozenset()), st.frozensets(st.sampled_from(LeadSource), max_size=3)),
    days_left=st.sampled_from(
        [None, None, DaysLeftFilter(None, 4), DaysLeftFilter(0, 3), DaysLeftFilter(4, None)]
    ),
    follow_up=st.sampled_from([None, None, *FollowUpState]),
)


def moment(date: object) -> datetime | None:
    """What is read of a stored date."""
    return date if isinstance(date, datetime) else None


def newest(one: Made) -> tuple[datetime, datetime | None] | None:
    """The newest credible contact and its next step; among equals the last one made."""
    found = [
        (at, index, step)
        for index, (at, step) in enumerate(one.contacts)
        if isinstance(at, datetime) and EARLIEST <= at <= NOW + DAY
    ]
    if not found:
        return None
    at, _, step = max(found, key=lambda contact: contact[:2])
    return at, moment(step)


def next_step(one: Made) -> datetime | None:
    """The next step that counts, by docs/rules.md."""
    last = newest(one)
    if one.plan is not None and not (last is not None and last[0] > one.plan[1]):
        return one.plan[0]
    return last[1] if last is not None else None


def days_left(one: Made) -> int | None:
    """Days left of a bound customer, by the Python form of the clock."""
    if one.owner is None:
        return None
    last = newest(one)
    facts = IdleFacts(
        moment(one.created), moment(one.start), moment(one.last), last[0] if last else None,
        SalesStatus.of(one.status), one.protected,
    )  # fmt: skip
    return departure(facts, Limits(), NOW).days_left(NOW)


def asked_for(one: Made, query: CustomerQuery) -> bool:
    """Whether the query asks for this customer, decided without SQL."""
    days, wanted = days_left(one), query.days_left
    in_days = wanted is None or (
        days is not None
        and (wanted.at_least is None or wanted.at_least <= days)
        and (wanted.at_most is None or days <= wanted.at_most)
    )
    owners = {
        OwnerScope.ANYONE: True,
        OwnerScope.AVAILABLE: one.owner is None,
        OwnerScope.BOUND: one.owner is not None,
        OwnerScope.PERSON: one.owner == 1,
    }
    state = follow_up_state(next_step(one), MIDNIGHT)
    return (
        in_days
        and owners[query.owner.scope]
        and (not query.statuses or SalesStatus.of(one.status) in query.statuses)
        and (not query.sources or one.source in {source.value for source in query.sources})
        and (query.follow_up is None or state is query.follow_up)
    )


def plant(database: Database, crowd: list[Made]) -> None:
    """Make these the database's only customers."""
    for table in TABLES:
        database.execute(f"DELETE FROM {table}")
    put(database, "users", [person(1, "Ayu"), person(2, "ayu"), person(3, None, "budi@x.test")])
    rows: list[Row] = []
    contacts: list[Row] = []
    for number, one in enumerate(crowd):
        same = {
            "name": one.name, "company": one.company, "sales_status": one.status,
            "lead_source": one.source, "last_interaction_date": one.last,
            "created_at": one.created,
        }  # fmt: skip
        if one.owner is None:
            rows.append(customer(number, **same))
        else:
            rows.append(bound(number, one.owner, ZERO, **same) | {"binding_start_date": one.start})
        for at, step in one.contacts:
            contacts.append(contact(len(contacts), number, at, next_follow_up_date=step))
    put(database, "customers", rows)
    put(database, "customer_contacts", contacts)
    put(database, "salesdesk_plans", [plan(n, *o.plan) for n, o in enumerate(crowd) if o.plan])
    put(
        database,
        "salesdesk_protections",
        [protection(n, o.protected) for n, o in enumerate(crowd) if o.protected],
    )
    summarise(database, NOW)


#: Each order as one statement of plain SQL, its direction left open.
PLAIN_ORDERS = {
    CustomerSort.NAME: "name {d}, id {d}",
    CustomerSort.PHONE: "phone_number {d}, id {d}",
    CustomerSort.COMPANY: "(company IS NULL OR company = ''),"
    " CASE WHEN company > '' THEN company END {collation} {d}, id {d}",
    CustomerSort.LAST_CONTACT: "last_interaction_date IS NULL"
    " OR last_interaction_date < '1971-01-01',"
    " last_interaction_date IS NOT NULL AND last_interaction_date < '1971-01-01',"
    " CASE WHEN last_interaction_date >= '1971-01-01' THEN last_interaction_date END {d}, id {d}",
    CustomerSort.CREATED: "created_at < '1971-01-01',"
    " CASE WHEN created_at >= '1971-01-01' THEN created_at END {d}, id {d}",
    CustomerSort.SOURCE: "lead_source IS NULL, CASE lead_source WHEN 'Canvas' THEN 1 WHEN"
    " 'Digital Marketing' THEN 2 WHEN 'Event Marketing' THEN 3 WHEN 'PoS' THEN 4 ELSE 5 END {d},"
    " id {d}",
    CustomerSort.STATUS: "CASE sales_status WHEN 'hot' THEN 3 WHEN 'warm' THEN 2 ELSE 1 END {d},"
    " sales_status IS NULL, id {d}",
}

relaxed = settings(
    # A fifth of what the domain's properties are tried with, and no shrinking: each example
    # fills a database and walks it in every order.
    max_examples=max(settings().max_examples // 5, 12),
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow,
                           HealthCheck.data_too_large, HealthCheck.large_base_example],
)  # fmt: skip
crowds = st.lists(made, min_size=1, max_size=30)


@relaxed
@given(crowd=crowds, query=queries, limit=st.integers(1, 9))
def test_every_row_once_and_in_order(
    database: Database, crowd: list[Made], query: CustomerQuery, limit: int
) -> None:
    plant(database, crowd)
    expected = {key(number): one for number, one in enumerate(crowd) if asked_for(one, query)}
    with database.engine.connect() as connection:
        for sort in CustomerSort:
            for descending in (False, True):
                asked = CustomerQuery(
                    "", query.statuses, query.owner, query.sources, query.days_left,
                    query.follow_up, sort, descending,
                )  # fmt: skip
                found = [row.id for row in walk(connection, asked, limit=limit)]
                assert sorted(found) == sorted(expected), (sort, descending)
                plain = PLAIN_ORDERS.get(sort)
                if plain is not None:
                    text = plain.format(
                        d="DESC" if descending else "ASC",
                        collation="COLLATE NOCASE" if database.kind == "sqlite" else "",
                    )
                    reference = connection.exec_driver_sql(
                        f"SELECT id FROM customers ORDER BY {text}"
                    ).scalars()
                    assert found == [one for one in reference if one in expected], (sort, text)


@relaxed
@given(crowd=crowds, limit=st.integers(1, 9), descending=st.booleans())
def test_what_is_computed_is_in_order_too(
    database: Database, crowd: list[Made], limit: int, descending: bool
) -> None:
    plant(database, crowd)
    sign = -1 if descending else 1
    with database.engine.connect() as connection:
        rows = walk(
            connection,
            CustomerQuery(sort=CustomerSort.DAYS_LEFT, descending=descending),
            limit=limit,
        )
        leaving = [row.departure.leaves_at if row.departure else None for row in rows]
        assert_sorted([one.timestamp() * sign if one else None for one in leaving])
        rows = walk(
            connection,
            CustomerQuery(sort=CustomerSort.NEXT_STEP, descending=descending),
            limit=limit,
        )
        assert_sorted([one.next_step.timestamp() * sign if one.next_step else None for one in rows])
        owners = [
            row.owner_name.lower() if row.owner_name else None
            for row in walk(
                connection,
                CustomerQuery(sort=CustomerSort.OWNER, descending=descending),
                limit=limit,
            )
        ]
        named = [name for name in owners if name is not None]
        assert named == sorted(named, reverse=descending)
        assert owners == named + [None] * (len(owners) - len(named))


def shown_owner(row: CustomerRow) -> tuple[str, str]:
    """What the order by owner goes by, where nobody's name has a letter beyond ASCII."""
    return (row.owner_name or "").lower(), row.owner_uid or ""


@relaxed
@given(crowd=crowds, query=queries, limit=st.integers(1, 9), descending=st.booleans())
def test_owners_are_sorted_by_the_names_that_are_shown_and_nobody_comes_last(
    database: Database, crowd: list[Made], query: CustomerQuery, limit: int, descending: bool
) -> None:
    plant(database, crowd)
    asked = replace(query, sort=CustomerSort.OWNER, descending=descending)
    with database.engine.connect() as connection:
        rows = walk(connection, asked, limit=limit)
    held = [row for row in rows if row.owner_uid is not None]
    free = [row for row in rows if row.owner_uid is None]
    assert rows == held + free
    assert held == sorted(held, key=lambda row: (*shown_owner(row), row.id), reverse=descending)
    assert [row.id for row in free] == sorted((row.id for row in free), reverse=descending)


#: By words, by how a stored number begins, by a fragment of one; what follows is what each finds
#: at the beginning, and anywhere.
#: Each with whose number begins so, and whose number contains it.
SEARCHES = [
    (Search("an"), "1 = 0", "1 = 0"),
    (Search("Mâju"), "1 = 0", "1 = 0"),
    (
        Search("", (), ("+62812",), ("3",)),
        "phone_number LIKE '+62812%%'",
        "phone_number LIKE '+62812%%' OR phone_number LIKE '%%3%%'",
    ),
    (Search("zo", (), (), ("2",)), "1 = 0", "phone_number LIKE '%%2%%'"),
]


@pytest.mark.parametrize("few", [5_000, 3], ids=["few", "many"])
@relaxed
@given(
    crowd=crowds,
    limit=st.integers(1, 9),
    descending=st.booleans(),
    narrow=st.booleans(),
    sorts=st.sets(st.sampled_from(CustomerSort), min_size=2, max_size=2),
)
def test_a_search_lists_whoever_begins_with_it_first_and_everybody_once(
    database: Database,
    crowd: list[Made],
    limit: int,
    descending: bool,
    narrow: bool,
    sorts: set[CustomerSort],
    few: int,
) -> None:
    plant(database, crowd)
    # Whose numbers are withheld in the pool finds nobody there by them: only names are searched.
    searches = SEARCHES[:2] if narrow else SEARCHES
    viewer = NARROW if narrow else EVERYTHING
    with database.engine.connect() as connection, patched(customers, "SLOW_SORT_LIMIT", few):
        for sort, (search, begins, contains) in product({*sorts, CustomerSort.OWNER}, searches):
            query = CustomerQuery(sort=sort, descending=descending)
            whole = [row.id for row in walk(connection, query, viewer=viewer, limit=100)]
            first, every = (
                _named(connection, search, fits)
                | set(
                    connection.exec_driver_sql(
                        f"SELECT id FROM customers WHERE {by_number}"
                    ).scalars()
                )
                for fits, by_number in ((str.startswith, begins), (str.__contains__, contains))
            )
            found = walk(connection, query, search=search, viewer=viewer, limit=limit)
            expected = [one for one in whole if one in first]
            expected += [one for one in whole if one in every - first]
            assert [row.id for row in found] == expected, (sort, search)
            number = customers.count(connection, query, search, viewer, None).number
            assert number == len(expected)


def _named(connection: Connection, search: Search, fits: Callable[[str, str], bool]) -> set[str]:
    """Whose name begins with the text, or whose name or company contains it."""
    if not search.text:
        return set()
    found = connection.exec_driver_sql("SELECT id, name, company FROM customers")
    wanted = folded(search.text)
    return {row.id for row in found if any(fits(text, wanted) for text in _texts(row, fits))}


def _texts(row: Any, fits: Callable[[str, str], bool]) -> list[str]:
    """What of a customer is looked at; a name of plain letters as it stands."""
    kept = search_text(row.name, row.company) or f"{row.name}\n{row.company or ''}".lower()
    return kept.split("\n")[: 1 if fits is str.startswith else 2]


@contextmanager
def patched(module: object, name: str, value: object) -> Iterator[None]:
    """Another value of a constant meanwhile: a fixture would outlast the generated cases."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, name, value)
        yield


def assert_sorted(values: list[float | None]) -> None:
    """Ascending, with what is missing at the end."""
    there = [value for value in values if value is not None]
    assert there == sorted(there)
    assert values == there + [None] * (len(values) - len(there))


@relaxed
@given(crowd=crowds)
def test_rows_tell_what_the_rules_say(database: Database, crowd: list[Made]) -> None:
    plant(database, crowd)
    with database.engine.connect() as connection:
        rows = {row.id: row for row in walk(connection, CustomerQuery(), limit=100)}
    for number, one in enumerate(crowd):
        row, last = rows[key(number)], newest(one)
        assert row.departure is None or row.departure.days_left(NOW) == days_left(one)
        assert (row.departure is None) == (one.owner is None)
        assert row.next_step == next_step(one)
        assert row.follow_up is follow_up_state(next_step(one), MIDNIGHT)
        assert row.status is SalesStatus.of(one.status)
        known = [
            date
            for date in (moment(one.last), last[0] if last else None)
            if date is not None and EARLIEST <= date <= NOW + DAY
        ]
        assert row.last_contact == max(known, default=None)


@relaxed
@given(crowd=crowds, limit=st.integers(1, 9), descending=st.booleans())
def test_a_withheld_phone_shows_neither_in_row_nor_order_nor_key(
    database: Database, crowd: list[Made], limit: int, descending: bool
) -> None:
    plant(database, crowd)
    query = CustomerQuery(sort=CustomerSort.PHONE, descending=descending)
    with database.engine.connect() as connection:
        narrow = walk(connection, query, viewer=NARROW, limit=limit)
        wide = walk(connection, query, viewer=EVERYTHING, limit=limit)
    assert [row.phone for row in wide] == sorted(
        (row.phone or "" for row in wide), reverse=descending
    )
    owned = [row.id for row in wide if row.owner_uid is not None]
    assert [row.id for row in narrow if row.phone is not None] == owned
    pool = [row.id for row in narrow if row.owner_uid is None]
    assert [row.id for row in narrow] == owned + pool
    assert pool == sorted(pool, reverse=descending)
