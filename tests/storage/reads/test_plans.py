"""With the recommended indexes, the server walks an index for a page and sorts nothing."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import partial

import pytest

from salesdesk.domain.audit import AuditQuery
from salesdesk.domain.idle_clock import Limits
from salesdesk.domain.queries import (
    CustomerQuery,
    CustomerSort,
    DaysLeftFilter,
    OwnerFilter,
    PageKey,
    TimelineQuery,
)
from salesdesk.services import phones
from salesdesk.storage.reads import audit, customers, due, handing_over
from salesdesk.storage.reads.search import Search
from salesdesk.storage.reads.timeline_streams import Place
from salesdesk.storage.reads.viewer import Viewer
from salesdesk.storage.stores.settings import StateStore
from salesdesk.storage.stores.summary_notes import SUMMARIES_RECKONED
from tests.support.crowds import AGENTS
from tests.support.database import Database
from tests.support.plans import MINE, Step, explained, steps
from tests.support.rows import key
from tests.support.walking import EVERYTHING, NARROW, timeline

FAST = [
    CustomerSort.NAME, CustomerSort.PHONE, CustomerSort.LAST_CONTACT, CustomerSort.STATUS,
    CustomerSort.OWNER,
]  # fmt: skip
#: An id in the middle of those that `crowds` scatters.
MIDDLE = "80000000-0001-4000-8000-000000000000"
SUMMARY = "salesdesk_customer_summary"
OWNER_INDEXES = {
    "salesdesk_customers_owner", "idx_bound_to_uid", "salesdesk_summary_owner_leaves",
    "salesdesk_summary_owner_status", "salesdesk_summary_owner_step",
}  # fmt: skip
SUMMARY_INDEXES = {
    CustomerSort.DAYS_LEFT: {"salesdesk_summary_leaves", "salesdesk_summary_owner_leaves"},
    CustomerSort.NEXT_STEP: {"salesdesk_summary_step", "salesdesk_summary_owner_step"},
}


def page_plan(
    database: Database,
    query: CustomerQuery,
    *,
    search: Search | None = None,
    after: PageKey | None = None,
    viewer: Viewer = EVERYTHING,
) -> list[Step]:
    """The plan of one page."""
    with database.engine.connect() as connection:
        return explained(
            connection,
            lambda: customers.page(connection, query, search or Search(), viewer, after, 50),
        )


def ids_of(plan: list[Step]) -> list[Step]:
    """The steps that find the customers of a page; their rows come by their ids."""
    of_customers = steps(plan, "customers")
    rows = [step for step in of_customers if step["type"] == "eq_ref"]
    assert all(step["key"] == "PRIMARY" for step in rows)
    found = [step for step in of_customers if step["type"] != "eq_ref"]
    assert found
    return found


def assert_walks(plan: list[Step], usable: set[str]) -> None:
    """The customers come by one of these indexes, and nothing is sorted; the rows by their ids."""
    for step in ids_of(plan):
        assert step["key"] in usable, step
        assert "filesort" not in (step["Extra"] or "")
        assert "temporary" not in (step["Extra"] or "")


#: Within one status, or of one agent, the order is that of the ids, which may be walked as well.
INDEXES = {
    CustomerSort.NAME: {"salesdesk_customers_name"},
    CustomerSort.PHONE: {"idx_phone_number"},
    CustomerSort.LAST_CONTACT: {"idx_last_interaction"},
    CustomerSort.STATUS: {"idx_sales_status", "PRIMARY"},
    CustomerSort.OWNER: {"idx_bound_to_uid", "salesdesk_customers_owner", "PRIMARY"},
}
SEEN = {
    CustomerSort.NAME: "0:Maya",
    CustomerSort.PHONE: "0:+628000002000",
    CustomerSort.LAST_CONTACT: f"0:{(datetime.now(UTC) - timedelta(days=9)).isoformat()}",
    CustomerSort.STATUS: "0:",
    CustomerSort.OWNER: ":agent007",
}


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("sort", FAST)
def test_fast_orders_walk_their_index(
    large: Database, sort: CustomerSort, descending: bool
) -> None:
    plan = page_plan(large, CustomerQuery(sort=sort, descending=descending))
    assert_walks(plan, INDEXES[sort])


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("sort", FAST)
def test_a_deep_page_begins_where_the_page_before_ended(
    large: Database, sort: CustomerSort, descending: bool
) -> None:
    after = PageKey(SEEN[sort], MIDDLE)
    plan = page_plan(large, CustomerQuery(sort=sort, descending=descending), after=after)
    assert_walks(plan, INDEXES[sort])
    # Parts of the order that come after this one are read from their beginning.
    found = sorted(ids_of(plan), key=lambda step: int(step["id"]))
    assert found[0]["type"] in {"range", "ref"}, found
    assert all(step["type"] != "ALL" for step in found)


@pytest.mark.parametrize("descending", [False, True])
def test_numbers_that_are_withheld_in_the_pool_are_walked_too(
    large: Database, descending: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(customers, "SLOW_SORT_LIMIT", 1_000)
    query = CustomerQuery(sort=CustomerSort.PHONE, descending=descending)
    plan = page_plan(large, query, viewer=NARROW)
    # The index by agent alone tells how many are anybody's.
    (counted,) = (step for step in ids_of(plan) if "bound_to_uid" in step["key"])
    assert "Using index" in counted["Extra"]
    plan.remove(counted)
    assert_walks(plan, INDEXES[CustomerSort.PHONE])


def test_who_has_a_few_days_left_is_found_agent_by_agent(large: Database) -> None:
    query = CustomerQuery(sort=CustomerSort.OWNER, days_left=DaysLeftFilter(at_most=3))
    for step in steps(page_plan(large, query), SUMMARY):
        assert step["key"] in OWNER_INDEXES, step
        assert int(step["rows"]) < 5_000 * 3 // AGENTS


def test_who_begins_with_the_text_is_found_by_indexes(large: Database) -> None:
    begins = Search("Maya", ("+6280000001",), ("0800000001",), ("0800000001",))
    plan = page_plan(large, CustomerQuery(), search=begins)
    for step in ids_of(plan):
        assert step["key"] in {"salesdesk_customers_name", "idx_phone_number", "PRIMARY"}, step
        assert step["type"] in {"range", "eq_ref"}, step
    (number,) = steps(plan, "salesdesk_phones")
    assert (number["key"], number["type"]) == ("salesdesk_phones_number", "range")


@pytest.mark.parametrize("sort", FAST)
def test_an_agents_list_reads_the_agents_customers_or_walks_the_order(
    large: Database, sort: CustomerSort
) -> None:
    plan = page_plan(large, CustomerQuery(owner=MINE, sort=sort))
    usable = {"salesdesk_customers_owner", "idx_bound_to_uid", *INDEXES[sort]}
    if sort is CustomerSort.LAST_CONTACT:
        # Among a hundred thousand it walks the same order among those that are somebody's.
        usable.add("salesdesk_customers_pool")
    for step in ids_of(plan):
        # MariaDB may narrow what an index gives by the ids of another one: 'one|other'.
        assert set((step["key"] or "").split("|")) <= usable
        assert step["type"] != "ALL"


def test_what_is_rare_is_looked_for_among_the_agents_customers(large: Database) -> None:
    query = CustomerQuery(owner=MINE, days_left=DaysLeftFilter(at_most=3))
    plan = page_plan(large, query)
    of_customers = [step for step in plan if step["table"] in ("customers", SUMMARY)]
    by_agent = [step for step in of_customers if step["key"] != "PRIMARY"]
    assert by_agent
    for step in by_agent:
        assert step["key"] in OWNER_INDEXES, step
        assert int(step["rows"]) < 5_000 * 3 // AGENTS


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("owner", [OwnerFilter(), MINE], ids=["everybody", "mine"])
@pytest.mark.parametrize("sort", [CustomerSort.DAYS_LEFT, CustomerSort.NEXT_STEP])
def test_orders_of_the_summaries_walk_their_index(
    large: Database, sort: CustomerSort, owner: OwnerFilter, descending: bool
) -> None:
    plan = page_plan(large, CustomerQuery(sort=sort, owner=owner, descending=descending))
    for step in steps(plan, SUMMARY):
        assert step["key"] in SUMMARY_INDEXES[sort], step
        assert "filesort" not in (step["Extra"] or "")
    for step in steps(plan, "customers"):
        assert (step["key"], step["type"]) == ("PRIMARY", "eq_ref"), step


def test_a_beginning_of_a_number_uses_the_numbers_index(large: Database) -> None:
    found = phones.search_key("0800 0000 12", "ID")
    assert found is not None
    search = Search("", found.prefixes, found.typed_prefixes, found.fragments)
    plan = page_plan(large, CustomerQuery(), search=search)
    (number,) = steps(plan, "salesdesk_phones")
    assert (number["key"], number["type"]) == ("salesdesk_phones_number", "range")
    assert {step["key"] for step in steps(plan, "customers")} <= {"idx_phone_number", "PRIMARY"}
    assert all(step["type"] in {"range", "eq_ref"} for step in steps(plan, "customers"))


def test_newest_contacts_and_people_come_by_their_keys(large: Database) -> None:
    plan = page_plan(large, CustomerQuery())
    assert all(step["key"] == "idx_customer_id" for step in steps(plan, "customer_contacts"))
    for table in ("users", "salesdesk_plans", "salesdesk_protections"):
        assert all(step["type"] == "eq_ref" for step in steps(plan, table))


def test_the_due_come_by_an_index(large: Database) -> None:
    now = EVERYTHING.now
    with large.engine.connect() as connection:
        # The summaries were made by the server's own clock, which is ahead of that of the rows.
        StateStore(connection).put(SUMMARIES_RECKONED, now.isoformat(), now)
        plan = explained(connection, lambda: due.candidates(connection, now, Limits()))
        connection.rollback()
    by_moment = [step for step in plan if step["key"] == "salesdesk_summary_leaves"]
    assert [step["type"] for step in by_moment] == ["range"]


def test_each_candidate_is_reckoned_from_its_own_rows_by_their_keys(large: Database) -> None:
    with large.engine.connect() as connection:
        ids = connection.exec_driver_sql("SELECT id FROM customers LIMIT 50").scalars().all()
        plan = explained(
            connection, lambda: due.candidates(connection, EVERYTHING.now, Limits(), ids)
        )
    assert {step["key"] for step in steps(plan, "customers")} == {"PRIMARY"}
    assert {step["key"] for step in steps(plan, "newest")} == {"idx_customer_id"}
    for table in ("users", "salesdesk_protections"):
        assert {step["type"] for step in steps(plan, table)} == {"eq_ref"}


def test_a_timeline_reads_only_its_customer(large: Database) -> None:
    with large.engine.connect() as connection:
        row = connection.exec_driver_sql("SELECT id FROM customers LIMIT 1").one()
        after = Place(EVERYTHING.now, 0, key(1)).key
        plan = explained(
            connection,
            lambda: timeline(connection, TimelineQuery(row.id), after, 50),
        )
    # By a key: of the customer, and of those linked to it, of whom there are none here, so that the
    # few orders are as well read whole behind them.
    behind_links = {step["id"] for step in steps(plan, "salesdesk_links")}
    for table in ("customers", "customer_contacts", "customer_binding_history", "orders"):
        for step in steps(plan, table):
            few = table == "orders" and step["id"] in behind_links
            assert few or step["type"] in {"ref", "const", "range", "eq_ref"}, dict(step)


def test_a_hand_over_reads_only_its_customer(large: Database) -> None:
    asked = handing_over.asked(3, pool_phones=True, pool_notes=False)
    with large.engine.connect() as connection:
        row = connection.exec_driver_sql("SELECT id FROM customers LIMIT 1").one()
        of_whom = {"of_customer": row.id, "reader": MINE.uid}
        plan = explained(connection, lambda: asked.rows(connection, of_whom))
    by_key = {"ref", "const", "eq_ref", "range"}
    for table in ("customers", "customer_contacts", "customer_binding_history", "orders"):
        assert {step["type"] for step in steps(plan, table)} <= by_key


def test_the_newest_events_are_walked_by_their_moment(large: Database) -> None:
    """Unfiltered, page after page, however many there are; people and customers by their keys."""
    large.execute(
        "INSERT INTO salesdesk_events (id, at, kind, customer_id, actor_uid, details) "
        "SELECT UUID(), created_at + INTERVAL n SECOND, 'claimed', id, bound_to_uid, '{}' "
        f"FROM customers, (SELECT {' AS n UNION ALL SELECT '.join(map(str, range(20)))}) AS often"
    )
    large.execute("ANALYZE TABLE salesdesk_events")
    now = datetime.now(UTC)
    for after in (None, (now - timedelta(days=1), MIDDLE)):
        with large.engine.connect() as connection:
            query = AuditQuery(days=None)
            plan = explained(connection, partial(audit.page, connection, query, now, after, 200))
        (walked,) = steps(plan, "salesdesk_events")
        assert walked["key"] == "salesdesk_events_at", walked
        assert "filesort" not in str(walked["Extra"])
        assert all(step["type"] == "eq_ref" for step in steps(plan, "customers"))


def test_a_panel_reads_only_its_customers_numbers(large: Database) -> None:
    """Its own, and those of customers linked to it."""
    asked = customers.opened(pool_phones=True)
    with large.engine.connect() as connection:
        row = connection.exec_driver_sql("SELECT id FROM customers LIMIT 1").one()
        plan = explained(connection, lambda: asked.rows(connection, {"of_customer": row.id}))
    for table in ("salesdesk_phones", "salesdesk_links"):
        for step in steps(plan, table):
            assert step["type"] in {"ref", "const", "eq_ref", "range"}, (step, plan)
