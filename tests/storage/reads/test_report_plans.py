"""The reports on MariaDB at a hundred thousand customers: by which index each is read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy import Connection

from salesdesk.domain.reports.drill_down import DrillDown, Figure
from salesdesk.domain.reports.report_scope import Period, ReportScope
from salesdesk.storage.reads.reports import (
    agents,
    engagement,
    methods,
    opened,
    releases,
    standing,
    stays,
    workload,
)
from salesdesk.storage.reads.reports.scope import Scope, scope_of
from tests.support.crowds import filled
from tests.support.database import Database, TestServer, open_database
from tests.support.plans import Step, explained, steps
from tests.support.walking import EVERYTHING

CUSTOMERS = 100_000
NOW = replace(EVERYTHING, now=datetime.now(UTC).replace(microsecond=0))
TODAY: date = datetime.now(UTC).date()
QUARTER = ReportScope(Period.last_days(TODAY, 90))
MINE = ReportScope(QUARTER.period, frozenset({"agent001"}))

Read = Callable[[Connection, Scope], Any]

#: Each finds events by their moment: of any kind, of one kind, of one customer.
EVENTS = {"salesdesk_events_at", "salesdesk_events_kind", "salesdesk_events_customer"}


@pytest.fixture(scope="module")
def crowd(server: TestServer) -> Iterator[Database]:
    """A hundred thousand customers with contacts, spells, orders and events, and the indexes."""
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
        "SELECT id, id, 'p', 2, 100 FROM orders",
        "INSERT INTO salesdesk_events (id, at, kind, customer_id, actor_uid, details) "
        "SELECT UUID(), UTC_TIMESTAMP() - INTERVAL (CRC32(id) MOD 259200) MINUTE, "
        "ELT(1 + CRC32(id) MOD 3, 'status_moved', 'claimed', 'contact_logged'), id, 'agent001', "
        '\'{"from":"cold","to":"warm"}\' FROM customers',
        "ANALYZE TABLE orders, order_items, salesdesk_events",
    )
    database = open_database(url)
    yield database
    database.close()
    server.drop(url)


def plan(database: Database, report_scope: ReportScope, read: Read) -> list[Step]:
    """How the server would do each statement of a reading."""
    with database.engine.connect() as connection:
        scope = scope_of(connection, report_scope, NOW)
        return explained(connection, lambda: read(connection, scope))


TEAM_READS: dict[str, Read] = {
    "agents: contacts": agents.contacts,
    "agents: customers": agents.customers,
    "agents: reached": agents.reached,
    "agents: follow-ups": agents.planned,
    "agents: acts": agents.acts,
    "agents: lost": agents.lost,
    "agents: orders": agents.won,
    "engagement: last contact": engagement.last,
    "engagement: never contacted": engagement.never,
    "engagement: how often": engagement.tried,
    "engagement: weekday and hour": engagement.by_hour,
    "success by method": methods.by_method,
    "success by hour, status and source": methods.by_customer,
    "what followed": methods.followed,
    "attempts": methods.attempts,
    "stages": standing.customers,
    "values": standing.orders,
    "funnel": standing.funnel,
    "moves": stays.moved,
    "stays": stays.stays,
    "stuck": stays.stuck,
    "releases": releases.ended,
    "idle days": releases.idle,
    "taken again": releases.taken,
    "forecast": releases.forecast,
    "workload: customers": workload.bound,
    "workload: releasing soon": workload.soon,
    "workload: next steps": workload.steps,
    "workload: cap": workload.held,
    "workload: unowned": workload.unowned,
}

#: How often one statement may read a whole table: the contacts have no index by date alone, and
#: the history is read for what ended, for what of it a person ended, and for what came after.
MOST_SCANS = 3


def scans(found: list[Step]) -> list[Step]:
    """The steps that read a whole table of the database, or a whole index."""
    return [
        step
        for step in found
        if step["type"] in {"ALL", "index"} and not str(step["table"]).startswith("<")
    ]


@pytest.mark.parametrize("name", TEAM_READS)
def test_the_teams_figures_read_no_table_row_by_row(crowd: Database, name: str) -> None:
    found = plan(crowd, QUARTER, TEAM_READS[name])
    assert found
    for step in scans(found):
        assert "SUBQUERY" not in step["select_type"], step
    for step in found:
        if step["select_type"] == "DEPENDENT SUBQUERY":
            assert step["key"] is not None, step
    statements: list[list[Step]] = []
    for step in found:
        if step["select_type"] in {"SIMPLE", "PRIMARY"} and (
            not statements or statements[-1][-1]["select_type"] not in {"SIMPLE", "PRIMARY"}
        ):
            statements.append([])
        statements[-1].append(step)
    for statement in statements:
        assert len(scans(statement)) <= MOST_SCANS, statement


@pytest.mark.parametrize(
    "name",
    [
        "success by method", "success by hour, status and source", "attempts", "agents: contacts",
        "agents: customers", "agents: reached", "agents: follow-ups",
        "engagement: weekday and hour",
    ],
)  # fmt: skip
def test_an_agents_contacts_are_found_by_the_agent(crowd: Database, name: str) -> None:
    found = plan(crowd, MINE, TEAM_READS[name])
    driven = [s for s in found if s["key"] in {"salesdesk_contacts_agent", "contacted_by_uid"}]
    assert driven
    assert scans(found) == []


@pytest.mark.parametrize(
    "name",
    [
        "stages",
        "funnel",
        "stuck",
        "forecast",
        "engagement: last contact",
        "engagement: how often",
        "workload: customers",
        "workload: releasing soon",
        "workload: next steps",
        "workload: cap",
    ],
)
def test_an_agents_customers_are_found_by_the_owner(crowd: Database, name: str) -> None:
    found = plan(crowd, MINE, TEAM_READS[name])
    by_owner = {
        "salesdesk_customers_owner", "idx_bound_to_uid", "salesdesk_summary_owner_leaves",
        "salesdesk_summary_owner_status", "salesdesk_summary_owner_step",
    }  # fmt: skip
    of_customers = ("customers", "salesdesk_customer_summary")
    first, *again = [step for step in found if step["table"] in of_customers]
    assert first["key"] in by_owner
    assert all(step["type"] in {"ref", "eq_ref"} for step in again)
    assert [step for step in scans(found) if step["table"] == "customers"] == []


@pytest.mark.parametrize("name", ["moves", "stays", "agents: acts"])
def test_moves_of_a_week_are_found_by_their_moment(crowd: Database, name: str) -> None:
    week = ReportScope(Period.last_days(TODAY, 7))
    found = steps(plan(crowd, week, TEAM_READS[name]), "salesdesk_events")
    assert found
    for step in found:
        assert step["key"] in EVENTS, step
        assert step["type"] in {"range", "ref"}, step


def test_a_page_of_an_agents_contacts_is_found_by_the_agent(crowd: Database) -> None:
    mark = DrillDown(Figure.METHODS_CONTACTS, hour=9)
    found = plan(crowd, MINE, lambda c, scope: opened.page(c, scope, mark, None, 50))
    driven = [s for s in found if s["key"] in {"salesdesk_contacts_agent", "contacted_by_uid"}]
    assert driven
    assert scans(found) == []
