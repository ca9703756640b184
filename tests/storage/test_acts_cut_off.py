"""An act whose connection, query or server is killed is done once, or told as not done."""

import threading
import time
from collections.abc import Callable, Iterator

import pytest
from sqlalchemy import Connection, select, text

from salesdesk.domain.errors import Unavailable
from salesdesk.storage import tables
from salesdesk.storage.db.engine import Tls, make_engine, reading_engine
from salesdesk.storage.db.mysql import OVERFLOW, READ_POOL_SIZE, WRITE_POOL_SIZE
from salesdesk.storage.db.retry import LOCK_WAIT_SECONDS
from salesdesk.storage.unit_of_work import Store, UnitOfWork
from tests.support.acting import CUSTOMERS, acts, begin, names, put_two_customers, rename
from tests.support.database import Database, TestServer


@pytest.fixture(autouse=True)
def two_customers(request: pytest.FixtureRequest) -> None:
    """Customers 1 and 2 where a test asks for the database."""
    if "mariadb" in request.fixturenames:
        put_two_customers(request.getfixturevalue("mariadb"))


def own_number(connection: Connection) -> int:
    """The number under which the server knows a connection."""
    return int(connection.execute(text("SELECT CONNECTION_ID()")).scalar_one())


def test_an_act_whose_connection_is_killed_is_done_once(
    server: TestServer, mariadb: Database
) -> None:
    runs = []

    def work(unit: UnitOfWork) -> int:
        runs.append(1)
        begin(unit)
        rename(unit, f"Run {len(runs)}")
        if len(runs) == 1:
            server.run(f"KILL {own_number(unit.connection)}")
        return int(unit.connection.execute(text("SELECT 7")).scalar_one())

    assert mariadb.store.act(work) == 7
    assert (len(runs), acts(mariadb), names(mariadb)[0]) == (2, 1, "Run 2")


def test_an_act_killed_at_its_commit_is_done_once(server: TestServer, mariadb: Database) -> None:
    runs = []

    def work(unit: UnitOfWork) -> None:
        runs.append(1)
        begin(unit)
        if len(runs) == 1:
            server.run(f"KILL {own_number(unit.connection)}")

    mariadb.store.act(work)
    assert (len(runs), acts(mariadb)) == (2, 1)


def kill_while_it_waits(server: TestServer, number: int, what: str) -> None:
    """Kill a connection, or its query, as soon as it waits for a row."""
    with server.admin() as connection, connection.cursor() as cursor:
        until = time.monotonic() + 20
        while time.monotonic() < until:
            cursor.execute(
                "SELECT 1 FROM information_schema.processlist "
                f"WHERE id = {number} AND info LIKE '%FOR UPDATE'"
            )
            if cursor.fetchone():
                cursor.execute(f"KILL {what} {number}")
                return


def act_and_kill(server: TestServer, mariadb: Database, what: str) -> int:
    """Act on a row that somebody holds; the waiting statement is killed, then the row is free."""
    runs = []
    killers = []
    holder = mariadb.engine.connect()
    holder.execute(select(CUSTOMERS.c.id).with_for_update())

    def kill(number: int) -> None:
        kill_while_it_waits(server, number, what)
        holder.close()

    def work(unit: UnitOfWork) -> None:
        runs.append(1)
        if len(runs) == 1:
            number = own_number(unit.connection)
            killers.append(threading.Thread(target=kill, args=(number,)))
            killers[0].start()
        begin(unit)

    try:
        mariadb.store.act(work)
    finally:
        killers[0].join(30)
        holder.close()
    return len(runs)


def test_a_connection_killed_in_a_lock_is_made_anew(server: TestServer, mariadb: Database) -> None:
    assert act_and_kill(server, mariadb, "CONNECTION") == 2
    assert acts(mariadb) == 1


def test_a_query_that_is_killed_is_told(server: TestServer, mariadb: Database) -> None:
    with pytest.raises(Unavailable) as told:
        act_and_kill(server, mariadb, "QUERY")
    assert told.value.kind == "cancelled"
    assert acts(mariadb) == 0
    mariadb.store.act(begin)
    assert acts(mariadb) == 1


def test_a_read_whose_connection_is_killed_is_read_again(
    server: TestServer, mariadb: Database
) -> None:
    runs = []
    first = select(CUSTOMERS.c.name).order_by(CUSTOMERS.c.id).limit(1)

    def work(connection: Connection) -> object:
        runs.append(1)
        if len(runs) == 1:
            server.run(f"KILL {own_number(connection)}")
        return connection.execute(first).scalar_one()

    assert mariadb.store.read(lambda reading: work(reading.connection)) == "Customer 00001"
    assert len(runs) == 2


@pytest.fixture
def spare(spare_server: TestServer) -> Iterator[Database]:
    """A small database on the server that tests may stop."""
    url = spare_server.fresh_database()
    engine = make_engine(url, tls=Tls.OFF)
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE notes (text varchar(20))")
        # Every act asks which programs may write, and for the settings.
        for table in (tables.salesdesk_state, tables.global_settings):
            table.create(connection)
    yield Database(url, engine)
    engine.dispose()
    spare_server.drop(url)


def note(unit: UnitOfWork) -> None:
    """Write one row."""
    unit.connection.execute(text("INSERT INTO notes VALUES ('written')"))


class Stopping:
    """Work whose server stops in the middle of its first run."""

    def __init__(self, server: TestServer, then: Callable[[], object]) -> None:
        self.server = server
        self.then = then
        self.runs = 0

    def __call__(self, unit: UnitOfWork) -> None:
        """Write a row, and stop the server the first time."""
        self.runs += 1
        note(unit)
        if self.runs == 1:
            self.server.stop()
            self.then()


def test_a_server_that_comes_back_soon_gets_the_act(
    spare_server: TestServer, spare: Database
) -> None:
    stopped = threading.Event()
    work = Stopping(spare_server, stopped.set)
    acting = threading.Thread(target=spare.store.act, args=(work,))
    acting.start()
    assert stopped.wait(30)
    spare_server.start()
    acting.join(30)
    assert work.runs == 2
    assert spare.execute("SELECT count(*) FROM notes") == [(1,)]


def test_a_server_that_stays_away_is_told_soon(spare_server: TestServer, spare: Database) -> None:
    store = Store(spare.engine, reconnect=0.5)
    began = time.monotonic()
    try:
        with pytest.raises(Unavailable) as told:
            store.act(Stopping(spare_server, lambda: None))
        assert told.value.kind == "refused"
        with pytest.raises(Unavailable):
            store.act(note)
        with pytest.raises(Unavailable):
            store.read(lambda reading: reading.clock())
        assert time.monotonic() - began < 8
    finally:
        spare_server.start()
    assert spare.execute("SELECT count(*) FROM notes") == [(0,)]


@pytest.mark.parametrize("fresh", [0, 30])
def test_a_server_that_freezes_is_told_soon(
    spare_server: TestServer, spare: Database, monkeypatch: pytest.MonkeyPatch, fresh: int
) -> None:
    """A connection that was used just now is not pinged: its first statement finds it out."""
    store = Store(spare.engine, reconnect=0.5)
    monkeypatch.setattr("salesdesk.storage.db.mysql.CONNECT_SECONDS", 2)
    monkeypatch.setattr("salesdesk.storage.db.mysql.PING_SECONDS", 1)
    monkeypatch.setattr("salesdesk.storage.db.mysql.FRESH_SECONDS", fresh)
    store.act(note)
    store.read(lambda reading: reading.clock())
    began = time.monotonic()
    with spare_server.frozen():
        with pytest.raises(Unavailable) as told:
            store.act(note)
        with pytest.raises(Unavailable) as told_of_reading:
            store.read(lambda reading: reading.clock())
        assert time.monotonic() - began < 10 + (LOCK_WAIT_SECONDS if fresh else 0)
    assert (told.value.kind, told_of_reading.value.kind) == ("timeout", "timeout")
    assert spare.execute("SELECT count(*) FROM notes") == [(1,)]


def test_a_full_pool_is_told(mariadb: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("salesdesk.storage.db.mysql.CONNECT_SECONDS", 1)
    engine = make_engine(mariadb.url, tls=Tls.OFF)
    held = [engine.connect() for _ in range(WRITE_POOL_SIZE + OVERFLOW)]
    held += [reading_engine(engine).connect() for _ in range(READ_POOL_SIZE + OVERFLOW)]
    store = Store(engine)
    with pytest.raises(Unavailable) as told:
        store.act(begin)
    with pytest.raises(Unavailable) as told_of_reading:
        store.read(lambda reading: reading.now)
    assert (told.value.kind, told_of_reading.value.kind) == ("busy", "busy")
    for connection in held:
        connection.close()
    engine.dispose()
