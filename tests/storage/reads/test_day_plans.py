"""Today, board, pool, reminders and the poll on MariaDB: by which index each is read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Connection

from salesdesk.domain.change_feed import Cursor
from salesdesk.domain.day import NEEDING, Section, TodayQuery
from salesdesk.domain.pipeline import BoardQuery, Stage
from salesdesk.domain.pool import PoolQuery, PoolSort
from salesdesk.domain.queries import OwnerFilter, OwnerScope, TimelineKind, TimelineQuery
from salesdesk.storage.reads import board, changes, palette, pool, reminders, targets, today
from salesdesk.storage.reads.search import Hits, Search
from salesdesk.storage.reads.viewer import Viewer
from tests.support.crowds import AGENTS, filled, summarised
from tests.support.database import Database, TestServer, open_database
from tests.support.plans import MINE, Step, explained, steps
from tests.support.walking import EVERYTHING, timeline

CUSTOMERS = 5_000
SUMMARY = "salesdesk_customer_summary"
OWNER_INDEXES = {
    "salesdesk_summary_owner_leaves",
    "salesdesk_summary_owner_status",
    "salesdesk_summary_owner_step",
}
MY_DAY = TodayQuery(MINE)
MAYA = Search("maya", asked=Hits.BEGINNING)


@pytest.fixture(scope="module")
def busy(server: TestServer) -> Iterator[Database]:
    """A few thousand customers with orders and a month of events, and the indexes."""
    url = filled(server, CUSTOMERS)
    server.run(
        f"USE {url.database}",
        "SET FOREIGN_KEY_CHECKS = 0",
        "INSERT INTO orders (id, id_customer, id_restaurant, id_room_shape, number_of_people, "
        "order_date, delivery_datetime, status, id_order_purpose, firebase_uid) "
        "SELECT id, id, 'r', 's', 10, UTC_TIMESTAMP(), UTC_TIMESTAMP(), ELT(1 + CRC32(id) MOD 5, "
        "'pending', 'confirmed', 'completed', 'cancelled', 'expired'), 1, 'agent001' "
        "FROM customers WHERE CRC32(id) MOD 4 = 0",
        "INSERT INTO order_items (id, id_order, id_package, quantity, price_per_item) "
        "SELECT id, id, 'package', number_of_people, 150000 FROM orders",
        "INSERT INTO salesdesk_events (id, at, kind, customer_id, actor_uid, details) "
        "SELECT UUID(), UTC_TIMESTAMP() - INTERVAL (CRC32(id) MOD 43200) MINUTE, "
        "ELT(1 + CRC32(id) MOD 3, 'released', 'claimed', 'contact_logged'), id, 'agent001', '{}' "
        "FROM customers",
        "INSERT INTO salesdesk_plans SELECT id, UTC_TIMESTAMP() + INTERVAL 3 DAY, "
        "UTC_TIMESTAMP() - INTERVAL CRC32(id) MOD 30 DAY, 'agent001', NULL, id FROM customers "
        "WHERE CRC32(id) MOD 3 = 0",
        "INSERT INTO salesdesk_protections SELECT id, UTC_TIMESTAMP() + INTERVAL 3 DAY, 'Ill', "
        "'agent001', UTC_TIMESTAMP(), id FROM customers WHERE CRC32(id) MOD 9 = 0",
        "ANALYZE TABLE orders, order_items, salesdesk_events",
        "ANALYZE TABLE salesdesk_plans, salesdesk_protections",
    )
    summarised(url)
    database = open_database(url)
    yield database
    database.close()
    server.drop(url)


def plan(database: Database, read: Callable[[Connection], object]) -> list[Step]:
    """How the server would do each statement of a reading."""
    with database.engine.connect() as connection:
        return explained(connection, lambda: read(connection))


def assert_driven_by_owner(found: list[Step]) -> None:
    """The agent's own customers are found by the agent, the rest by their keys; none is scanned."""
    for step in steps(found, SUMMARY):
        assert step["key"] in OWNER_INDEXES | {"PRIMARY"}, step
        assert int(step["rows"]) < CUSTOMERS * 3 // AGENTS, step
    for step in found:
        if step["table"] == "customers":
            assert (step["key"], step["type"]) == ("PRIMARY", "eq_ref"), step
    by_owner = [step for step in found if step["key"] in OWNER_INDEXES]
    assert by_owner
    scanned = [s for s in found if s["type"] == "ALL" and not str(s["table"]).startswith("<")]
    assert scanned == []


@pytest.mark.parametrize("section", NEEDING)
def test_a_section_of_today_is_driven_by_the_owner(busy: Database, section: Section) -> None:
    found = plan(busy, lambda c: today.page(c, MY_DAY, section, Search(), EVERYTHING, None, 50))
    assert_driven_by_owner(found)


def test_the_counts_of_today_are_driven_by_the_owner(busy: Database) -> None:
    found = plan(busy, lambda c: today.counts(c, MY_DAY, Search(), EVERYTHING, 1_000))
    # What is new in the pool is nobody's.
    mine = [step for step in steps(found, SUMMARY) if step["key"] != "salesdesk_summary_free"]
    assert len(mine) == len(NEEDING)
    assert_driven_by_owner(mine)
    # No row of theirs is read: the indexes hold what is asked.
    assert {step["Extra"] for step in steps(found, SUMMARY)} == {"Using where; Using index"}


def test_what_is_new_in_the_pool_is_found_without_the_days_events(busy: Database) -> None:
    """A run may have freed tens of thousands today: their events are not walked for a page."""
    found = plan(
        busy,
        lambda c: today.page(c, MY_DAY, Section.NEW_IN_POOL, Search(), _midnight(), None, 50),
    )
    found += plan(busy, lambda c: today.counts(c, MY_DAY, Search(), _midnight(), 1_000))
    for step in steps(found, "salesdesk_events"):
        assert step["key"] == "salesdesk_events_customer", step
    pool = [
        step for step in steps(found, SUMMARY) if step["key"] not in {*OWNER_INDEXES, "PRIMARY"}
    ]
    assert pool
    for step in pool:
        assert (step["key"], step["type"]) == ("salesdesk_summary_free", "range"), step
        assert "filesort" not in (step["Extra"] or "")


def _midnight() -> Viewer:
    """A sight whose office day began a month ago, so that many are new in the pool on it."""
    return replace(EVERYTHING, now=EVERYTHING.now - timedelta(days=30))


@pytest.mark.parametrize("stage", Stage)
def test_an_agents_column_is_driven_by_the_owner(busy: Database, stage: Stage) -> None:
    query = BoardQuery(OwnerFilter(OwnerScope.PERSON, "agent001"))
    found = plan(busy, lambda c: board.page(c, query, stage, Search(), EVERYTHING, None, 50))
    for step in steps(found, SUMMARY):
        assert step["key"] in OWNER_INDEXES | {"PRIMARY"}, step
    orders = [step for step in found if "order" in str(step["table"])]
    assert orders
    for step in orders:
        by_key = step["type"] == "eq_ref" and step["key"] == "PRIMARY"
        by_customer = str(step["key"]).split("|")[0] in {"idx_id_customer", "idx_id_order"}
        assert by_customer or by_key, step


@pytest.mark.parametrize("sort", [sort for sort in PoolSort if sort.fast])
def test_the_pools_fast_orders_walk_an_index(busy: Database, sort: PoolSort) -> None:
    query = PoolQuery(sort=sort)
    found = plan(busy, lambda c: pool.page(c, query, Search(), EVERYTHING, None, 50))
    for step in steps(found, "customers"):
        assert step["key"] is not None, step
        assert step["type"] != "ALL", step
    history = steps(found, "customer_binding_history")
    assert {step["key"] for step in history} == {"salesdesk_history_customer"}


def test_reminders_are_driven_by_the_owner(busy: Database) -> None:
    until = EVERYTHING.now + timedelta(hours=1)
    assert_driven_by_owner(
        plan(busy, lambda c: reminders.of_person(c, "agent001", EVERYTHING, until, 100))
    )


def test_a_poll_reads_the_last_minutes_of_the_events_index(busy: Database) -> None:
    cursor = Cursor(datetime.now(UTC))
    found = plan(busy, lambda c: changes.since(c, cursor.since, 1_000))
    (step,) = steps(found, "salesdesk_events")
    assert step["key"] == "salesdesk_events_at"
    assert step["type"] == "range"
    assert int(step["rows"]) < 50
    assert "filesort" not in (step["Extra"] or "")


def test_rows_in_sight_are_compared_by_primary_key(busy: Database) -> None:
    ids = [f"{number:08d}-0001-4000-8000-000000000000" for number in range(40)]
    found = plan(busy, lambda c: changes.since(c, datetime.now(UTC), 1_000, ids))
    assert [step["key"] for step in steps(found, "customers")] == ["PRIMARY"]
    assert [step["key"] for step in steps(found, "salesdesk_events")] == ["salesdesk_events_at"]


def test_the_palette_finds_the_beginning_of_a_name_by_its_index(busy: Database) -> None:
    found = plan(busy, lambda c: palette.find(c, "maya", MAYA, EVERYTHING, 20))
    first = steps(found, "customers")[0]
    assert (first["key"], first["type"]) == ("salesdesk_customers_name", "range")


def test_contacts_of_the_week_are_found_by_an_index(busy: Database) -> None:
    found = plan(busy, lambda c: today.logged(c, "agent001", EVERYTHING))
    for step in steps(found, "customer_contacts"):
        assert step["key"] in {"contacted_by_uid", "salesdesk_contacts_agent"}, step
    found = plan(busy, lambda c: targets.made_this_week(c, EVERYTHING))
    (step,) = steps(found, "customer_contacts")
    assert step["key"] is not None, step
    assert step["type"] != "ALL", step


def test_orders_of_linked_customers_are_read_by_their_key(busy: Database) -> None:
    """Of many orders, behind a link: by the customer's key, never whole."""
    with busy.engine.connect() as connection:
        ids = connection.exec_driver_sql("SELECT id FROM customers LIMIT 2").scalars().all()
    link = (
        "INSERT INTO salesdesk_links (customer_id, winner_id, linked_by_uid, linked_at, event_id) "
        "VALUES (%s, %s, 'agent001', UTC_TIMESTAMP(), %s)"
    )
    busy.execute(link, *ids, ids[0])
    busy.execute("ANALYZE TABLE salesdesk_links")
    query = TimelineQuery(ids[1], frozenset({TimelineKind.ORDER}))
    found = plan(busy, lambda c: timeline(c, query, None, 50))
    busy.execute("DELETE FROM salesdesk_links")
    behind_links = {step["id"] for step in steps(found, "salesdesk_links")}
    types = {step["type"] for step in steps(found, "orders") if step["id"] in behind_links}
    assert types == {"ref"}, found
