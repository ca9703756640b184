"""Fixtures of the use cases' tests."""

from collections.abc import Iterator

import pytest

from salesdesk.storage.db.engine import Tls, make_engine
from salesdesk.storage.setup import schema
from tests.support.database import Database, TestServer, empty, open_database
from tests.support.factories import Office

_WIDER = (
    "customers MODIFY lead_source enum('Event Marketing','Canvas','Digital Marketing','Referral',"
    "'PoS','TikTok')",
    "customers MODIFY sales_status enum('cold','warm','hot','vip') DEFAULT 'cold'",
    "customer_contacts MODIFY contact_method enum('whatsapp','call','visit','email') NOT NULL",
    "customer_contacts MODIFY contact_status enum('successful','unsuccessful','voicemail') "
    "NOT NULL",
    "customer_binding_history MODIFY unbinding_reason enum('inactivity','manual_release',"
    "'period_ended','left_company')",
)


@pytest.fixture
def office(database: Database) -> Office:
    """An office with people on each of the two databases, its clock at a known moment."""
    return Office(database)


@pytest.fixture(scope="session")
def _widened_mariadb(server: TestServer) -> Iterator[Database]:
    """A database whose booking application knows more words; tests empty it first."""
    url = server.fresh_database()
    engine = make_engine(url, tls=Tls.OFF)
    schema.init(engine)
    engine.dispose()
    server.run(*(f"ALTER TABLE {url.database}.{change}" for change in _WIDER))
    yield open_database(url)
    server.drop(url)


@pytest.fixture(params=["sqlite", "mariadb"])
def widened(request: pytest.FixtureRequest, server: TestServer) -> Iterator[Office]:
    """An office whose booking application knows more words than SalesDesk."""
    if request.param == "sqlite":
        yield Office(request.getfixturevalue("sqlite"))
        return
    database: Database = request.getfixturevalue("_widened_mariadb")
    database.set_clock(None)
    empty(server, database)
    yield Office(database)
    database.close()
