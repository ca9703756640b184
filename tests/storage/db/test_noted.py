"""What goes wrong on the way to a database is in the log: by name and number, without a value."""

import logging
import re
import threading
from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, event, select, text
from sqlalchemy.engine import URL

from salesdesk.domain.errors import Unavailable
from salesdesk.domain.events import new_id
from salesdesk.services import contacts, ownership
from salesdesk.storage.db import slow
from salesdesk.storage.db.engine import Tls, make_engine
from salesdesk.storage.unit_of_work import Store, UnitOfWork
from tests.storage.conftest import Hire
from tests.support.acting import CUSTOMERS, put_two_customers, rename
from tests.support.database import Database, TestServer, open_database
from tests.support.factories import NOON, Office, draft
from tests.support.lines import Cut, CuttingLine


@pytest.fixture(autouse=True)
def _at_info(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "salesdesk")


@pytest.fixture
def hasty(mariadb: Database) -> Iterator[Store]:
    """A store whose sessions wait one second for a lock, not five."""
    engine = make_engine(mariadb.url, tls=Tls.OFF)

    @event.listens_for(engine, "begin")
    def hurry(connection: Connection) -> None:
        connection.exec_driver_sql("SET SESSION innodb_lock_wait_timeout = 1")

    yield Store(engine)
    engine.dispose()


def test_a_deadlock_and_its_repetition(mariadb: Database, caplog: pytest.LogCaptureFixture) -> None:
    put_two_customers(mariadb)
    store = mariadb.store
    met = threading.Barrier(2, timeout=20)

    def cross(name: str, first: int, second: int) -> None:
        mine = []

        def work(unit: UnitOfWork) -> None:
            mine.append(1)
            rename(unit, name, first)
            if len(mine) == 1:
                met.wait()
            rename(unit, name, second)

        store.act(work)

    both = [threading.Thread(target=cross, args=args) for args in (("Ani", 1, 2), ("Budi", 2, 1))]
    for one in both:
        one.start()
    for one in both:
        one.join(30)
    (told,) = [one for one in caplog.records if one.name == "salesdesk.storage.db.retry"]
    assert told.levelname == "WARNING"
    assert "cross.work: deadlock (1213) in run 1 after" in told.message
    assert told.message.endswith("s, run again")
    assert "Ani" not in caplog.text
    assert "Budi" not in caplog.text


def test_a_row_that_stays_locked(
    mariadb: Database, hasty: Store, caplog: pytest.LogCaptureFixture
) -> None:
    put_two_customers(mariadb)
    hasty.retries = 1.5
    with mariadb.engine.connect() as holder:
        holder.execute(select(CUSTOMERS.c.id).with_for_update())
        with pytest.raises(Unavailable):
            hasty.act(lambda unit: rename(unit, "Never"))
    told = [one.message for one in caplog.records if one.name == "salesdesk.storage.db.retry"]
    assert all("locked by somebody else (1205) in run" in line for line in told)
    assert [line.rpartition(", ")[2] for line in told] == ["run again", "given up"]


@pytest.mark.parametrize("cut", list(Cut))
def test_a_line_that_is_cut(mariadb: Database, cut: Cut, caplog: pytest.LogCaptureFixture) -> None:
    office = Office(mariadb)
    with CuttingLine(mariadb.url.port or 3306) as line:
        through = open_database(mariadb.url.set(port=line.port))
        through.set_clock(NOON)
        office.store = through.store
        customer, agent = office.customer(), office.agent
        line.arm(cut)
        contacts.log(agent, draft(customer, claim=True))
        through.close()
    (told,) = [one.message for one in caplog.records if one.name == "salesdesk.storage.db.retry"]
    assert re.match(
        r"services\.\S+: connection lost \(2013\) in run 1 after .* s, run again$", told
    )


def test_a_reading_whose_connection_was_killed(
    server: TestServer, mariadb: Database, caplog: pytest.LogCaptureFixture
) -> None:
    number = "SELECT CONNECTION_ID()"
    found = mariadb.store.read(lambda reading: reading.connection.execute(text(number)).scalar())
    server.run(f"KILL {found}")
    mariadb.store.read(lambda reading: reading.clock())
    assert "connection lost (2013), read again" in caplog.text


def test_a_connection_that_was_gone_when_it_was_wanted(
    server: TestServer,
    mariadb: Database,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("salesdesk.storage.db.mysql.FRESH_SECONDS", 0)
    with mariadb.engine.connect() as connection:
        number = connection.execute(text("SELECT CONNECTION_ID()")).scalar_one()
    server.run(f"KILL {number}")
    with mariadb.engine.connect():
        pass
    assert "A connection that lay idle for 0 s is gone; another is made" in caplog.text


def test_a_server_that_is_passed_over(mariadb: Database, caplog: pytest.LogCaptureFixture) -> None:
    hosts = ("no-such-host.invalid", mariadb.url.host or "")
    engine = make_engine(mariadb.url, tls=Tls.OFF, hosts=hosts)
    with engine.connect():
        pass
    engine.dispose()
    assert "Server 1 of 2 of this profile cannot be used now (2003)" in caplog.text
    assert "no-such-host" not in caplog.text


#: Whether a statement has waited for a row longer than what counts as slow here.
_WAITS_LONG_ENOUGH = (
    "SELECT 1 FROM information_schema.processlist "
    "WHERE LOCATE('FOR UPDATE', info) > 0 AND id <> CONNECTION_ID() AND time_ms > 150"
)

# --- slow statements ------------------------------------------------------------------------------


def slow_lines(caplog: pytest.LogCaptureFixture) -> list[str]:
    """What was noted of slow statements."""
    return [one.message for one in caplog.records if one.name == slow.__name__]


def test_a_slow_statement_is_noted_and_its_values_are_not(
    mariadb: Database, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(slow, "SLOW_SECONDS", 0.1)
    asked = text("SELECT SLEEP(0.15), :name").bindparams(name="Siti Rahmawati")
    mariadb.store.read(lambda reading: reading.connection.execute(asked).all())
    (told,) = slow_lines(caplog)
    assert told.startswith("Slow statement: a statement took 0.")
    assert told.endswith("s, 1 rows")
    assert "Siti" not in caplog.text
    assert "SLEEP" not in caplog.text


def test_one_that_waits_for_a_lock_is_named_by_who_asked(
    mariadb: Database, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(slow, "SLOW_SECONDS", 0.1)
    office = Office(mariadb)
    customer, agent = office.customer(), office.agent
    with mariadb.engine.connect() as holder:
        holder.execute(select(CUSTOMERS.c.id).with_for_update())
        waiting = threading.Thread(target=ownership.claim, args=(agent, new_id(), customer))
        waiting.start()
        while not mariadb.execute(_WAITS_LONG_ENOUGH):
            assert waiting.is_alive(), "it waits for the row"
        holder.rollback()
        waiting.join(20)
    (told,) = slow_lines(caplog)
    assert told.startswith("Slow statement: storage.stores.customers.CustomerStore.lock")


def test_one_that_is_stopped_is_noted_too(
    server: TestServer,
    mariadb: Database,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(slow, "SLOW_SECONDS", 0.1)
    stop = "SET STATEMENT max_statement_time = 0.2 FOR SELECT SLEEP(5)"
    with pytest.raises(Unavailable, match="stopped"):
        mariadb.store.read(lambda reading: reading.connection.exec_driver_sql(stop))
    (told,) = slow_lines(caplog)
    assert "took 0." in told
    assert told.endswith("OperationalError")


def test_a_usual_one_is_not_noted(database: Database, caplog: pytest.LogCaptureFixture) -> None:
    database.store.read(lambda reading: reading.clock())
    assert slow_lines(caplog) == []


def test_a_refused_account_leaves_neither_name_nor_password(
    mariadb_url: URL, hire: Hire, caplog: pytest.LogCaptureFixture
) -> None:
    url = hire(mariadb_url, f"SELECT ON {mariadb_url.database}.*").set(password="Kata Sandi")
    store = Store(make_engine(url, tls=Tls.OFF))
    with pytest.raises(Unavailable):
        store.act(lambda unit: unit.clock())
    store.close()
    assert "OperationalError (1045) in run 1" in caplog.text
    for planted in ("Kata Sandi", str(url.username), str(url.database)):
        assert planted not in caplog.text
