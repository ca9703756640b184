"""What cannot be had quickly names the index that would mend it."""

from __future__ import annotations

from dataclasses import replace

from salesdesk.domain.people import SYSTEM
from salesdesk.services.reports import speed
from salesdesk.services.reports.speed import MANY_ROWS, MissingIndex
from salesdesk.services.session import Session
from salesdesk.storage.setup import indexes
from tests.support.crowds import CONTACTS_EACH, filled
from tests.support.database import Database, TestServer, open_database
from tests.support.report_records import MONTH

CONTACTS = MissingIndex("salesdesk_contacts_agent", "customer_contacts", MANY_ROWS)
OWNERS = MissingIndex("salesdesk_customers_owner", "customers", MANY_ROWS)
MINE = replace(MONTH, agents=frozenset({"uid-andi"}))


def test_only_the_large_tables_indexes_are_missed(server: TestServer) -> None:
    url = filled(server, MANY_ROWS * 5 // 4 // CONTACTS_EACH, with_indexes=False)
    database = open_database(url)
    session = Session(database.store, SYSTEM)
    found = {one.name: one for one in speed.missing(session)}
    assert set(found) == {"salesdesk_contacts_agent"}
    assert found["salesdesk_contacts_agent"].rows >= MANY_ROWS
    indexes.apply(database.engine)
    assert speed.missing(session) == ()
    database.close()
    server.drop(url)


def test_a_workspace_misses_none(sqlite: Database) -> None:
    assert speed.missing(Session(sqlite.store, SYSTEM)) == ()


def test_each_report_names_its_own_index() -> None:
    lacking = (CONTACTS, OWNERS)
    assert speed.slowing(lacking, "agents", MINE) == (CONTACTS,)
    assert speed.slowing(lacking, "agents", MONTH) == ()
    assert speed.slowing(lacking, "pipeline", MINE) == (OWNERS,)
    assert speed.slowing(lacking, "pipeline", MONTH) == ()
    assert speed.slowing(lacking, "workload", MONTH) == (OWNERS,)
    assert speed.slowing((), "workload", MONTH) == ()
