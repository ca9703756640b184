"""The server goes away in mid-use: an outage is told as one, and nothing is done twice or lost."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from salesdesk.domain.customer import CustomerDraft
from salesdesk.domain.errors import Unavailable
from salesdesk.domain.events import new_id
from salesdesk.services import contacts, customers, ownership
from salesdesk.services.release import run
from salesdesk.services.release.report import Cause
from salesdesk.storage.db.engine import Tls, make_engine
from salesdesk.storage.setup import schema
from tests.support.database import TestServer, open_database
from tests.support.factories import Office, draft
from tests.support.invariants import breaches


@dataclass
class Mortal:
    """An office on a server that a test may stop."""

    server: TestServer
    office: Office


@pytest.fixture
def mortal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mortal]:
    """A server of this test's own, with the whole schema and people."""
    server = TestServer.new(tmp_path_factory.mktemp("mortal"))
    url = server.fresh_database()
    engine = make_engine(url, tls=Tls.OFF)
    schema.init(engine)
    engine.dispose()
    database = open_database(url)
    yield Mortal(server, Office(database))
    database.close()
    server.remove()


def test_what_was_typed_is_sent_once_after_an_outage(mortal: Mortal) -> None:
    office = mortal.office
    customer = office.customer()
    agent, typed = office.agent, draft(customer, claim=True)
    mortal.server.stop()
    for attempt in (
        lambda: contacts.log(agent, typed),
        lambda: ownership.claim(agent, new_id(), customer),
        lambda: customers.create(agent, CustomerDraft(new_id(), "New", "0812 1111 2222")),
        lambda: contacts.prospect(agent, customer),
        lambda: run.run(agent, Cause.TIMER),
    ):
        with pytest.raises(Unavailable) as outage:
            attempt()
        assert outage.value.kind in {"refused", "away", "port"}
    mortal.server.start()
    assert not contacts.log(agent, typed).replayed
    assert contacts.log(agent, typed).replayed
    assert office.database.execute("SELECT COUNT(*) FROM customer_contacts") == [(1,)]
    assert breaches(office.database) == []


def test_an_act_that_is_under_way_when_the_server_restarts_is_done_once(mortal: Mortal) -> None:
    office = mortal.office
    customer = office.customer()
    agent = office.agent
    stop = threading.Event()
    told: list[str] = []
    failed: list[BaseException] = []

    def keep_logging() -> None:
        while not stop.is_set():
            typed = draft(customer)
            for _ in range(50):
                try:
                    contacts.log(agent, typed)
                except Unavailable:
                    if stop.wait(0.1):
                        break
                    continue
                except BaseException as fault:
                    failed.append(fault)
                    return
                told.append(typed.id)
                break

    logging = threading.Thread(target=keep_logging)
    logging.start()
    for _ in range(3):
        mortal.server.restart()
        before = len(told)
        while len(told) < before + 3 and not failed:
            logging.join(0.02)
    stop.set()
    logging.join(60)
    assert failed == []
    stored = [row[0] for row in office.database.execute("SELECT id FROM customer_contacts")]
    assert sorted(stored) == sorted(told)
