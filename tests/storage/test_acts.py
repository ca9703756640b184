"""One act is one transaction: done once or not at all, whatever locks and kills happen."""

import threading
import time
from collections.abc import Callable, Iterator

import pytest
from sqlalchemy import Connection, event, insert, select, text, update
from sqlalchemy.exc import IntegrityError

from salesdesk.domain.errors import Refusal, Unavailable
from salesdesk.domain.events import Event, EventKind
from salesdesk.storage import tables
from salesdesk.storage.engine import Tls, make_engine
from salesdesk.storage.events import AlreadyDone
from salesdesk.storage.unit_of_work import LockTimeout, Store, UnitOfWork
from tests.database import Database, TestServer
from tests.rows import NOW, customer, key, put

CUSTOMERS = tables.customers
ACT = key(1, 9)
TAKEN = {"name": "database_id", "value": "x", "changed_at": NOW}


@pytest.fixture(autouse=True)
def two_customers(request: pytest.FixtureRequest) -> None:
    """Customers 1 and 2 in whatever database a test asks for."""
    asked = [name for name in ("database", "mariadb", "sqlite") if name in request.fixturenames]
    for name in asked[:1]:
        put(request.getfixturevalue(name), "customers", [customer(1), customer(2)])


@pytest.fixture
def hasty(mariadb: Database) -> Iterator[Store]:
    """A store whose sessions wait one second for a lock, not five."""
    engine = make_engine(mariadb.url, tls=Tls.OFF)

    @event.listens_for(engine, "begin")
    def hurry(connection: Connection) -> None:
        connection.exec_driver_sql("SET SESSION innodb_lock_wait_timeout = 1")

    yield Store(engine)
    engine.dispose()


def begin(unit: UnitOfWork, number: int = 1) -> None:
    """Lock a customer and write the act's event, as every act does."""
    unit.customers.lock([key(number)])
    unit.events.begin(Event(ACT, unit.clock(), EventKind.CUSTOMER_EDITED, key(number), "u", {}))


def rename(unit: UnitOfWork, name: str, number: int = 1) -> None:
    """Change a customer's name."""
    unit.connection.execute(
        update(CUSTOMERS).where(CUSTOMERS.c.id == key(number)).values(name=name)
    )


def names(database: Database) -> list[str]:
    """The customers' names."""
    return [str(row[0]) for row in database.execute("SELECT name FROM customers ORDER BY id")]


def acts(database: Database) -> int:
    """How often the act's event is stored."""
    [(count,)] = database.execute("SELECT count(*) FROM salesdesk_events WHERE id = %s", ACT)
    return int(count)


UNTOUCHED = ["Customer 00001", "Customer 00002"]


# --- all or nothing -------------------------------------------------------------------------------


@pytest.mark.parametrize("fault", [Refusal("No."), ValueError("a bug"), KeyboardInterrupt()])
def test_what_does_not_return_is_undone(database: Database, fault: BaseException) -> None:
    def work(unit: UnitOfWork) -> None:
        begin(unit)
        rename(unit, "Half done")
        raise fault

    with pytest.raises(type(fault)):
        database.store.act(work)
    assert (names(database), acts(database)) == (UNTOUCHED, 0)


def test_an_act_done_before_answers_from_what_is_stored(database: Database) -> None:
    def work(unit: UnitOfWork) -> str:
        begin(unit)
        rename(unit, "Dewi")
        return "done now"

    def done(unit: UnitOfWork) -> str:
        event_of_it = unit.events.get(ACT)
        return f"{event_of_it.kind} before" if event_of_it is not None else "never"

    assert database.store.act(work, done=done) == "done now"
    database.execute("UPDATE customers SET name = 'Changed since' WHERE id = %s", key(1))
    assert database.store.act(work, done=done) == f"{EventKind.CUSTOMER_EDITED} before"
    with pytest.raises(AlreadyDone):
        database.store.act(work)
    assert (names(database)[0], acts(database)) == ("Changed since", 1)


def test_a_row_that_two_write_first_is_found_by_the_second(database: Database) -> None:
    runs = []

    def work(unit: UnitOfWork) -> str | None:
        runs.append(1)
        if len(runs) == 1:
            unit.connection.execute(insert(tables.salesdesk_state).values(**TAKEN))
        return unit.state.get("database_id")

    assert database.store.act(work)
    assert len(runs) == 2


def test_a_lasting_duplicate_is_a_bug_soon(database: Database) -> None:
    began = time.monotonic()
    with pytest.raises(IntegrityError):
        database.store.act(
            lambda unit: unit.connection.execute(insert(tables.salesdesk_state).values(**TAKEN))
        )
    assert time.monotonic() - began < 5


# --- locks ----------------------------------------------------------------------------------------


def test_two_acts_in_a_deadlock_both_end_well(mariadb: Database) -> None:
    store = mariadb.store
    met = threading.Barrier(2, timeout=20)
    runs: list[str] = []

    def cross(name: str, first: int, second: int) -> None:
        mine = []

        def work(unit: UnitOfWork) -> None:
            runs.append(name)
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
    assert len(runs) == 3, "one of them was the victim and ran again"
    assert names(mariadb) == [runs[-1], runs[-1]], "the victim's came last, whole"
    mariadb.close()


def test_a_locked_row_is_waited_for_again(mariadb: Database, hasty: Store) -> None:
    runs = []
    with mariadb.engine.connect() as holder:
        holder.execute(select(CUSTOMERS.c.id).with_for_update())

        def work(unit: UnitOfWork) -> None:
            runs.append(1)
            if len(runs) == 2:
                holder.rollback()
            rename(unit, "At last")

        hasty.act(work)
    assert len(runs) == 2
    assert names(mariadb)[0] == "At last"


def test_patience_with_a_locked_row_ends(mariadb: Database, hasty: Store) -> None:
    hasty.patience = 1.5
    began = time.monotonic()
    with mariadb.engine.connect() as holder:
        holder.execute(select(CUSTOMERS.c.id).with_for_update())
        with pytest.raises(Unavailable, match="nothing was changed") as told:
            hasty.act(lambda unit: rename(unit, "Never"))
    assert told.value.kind == "busy"
    assert 1.5 < time.monotonic() - began < 6
    assert names(mariadb) == UNTOUCHED


def test_who_wants_to_wait_shortly_is_told(database: Database) -> None:
    second = make_engine(database.url, tls=Tls.OFF)
    store = Store(second)
    began = time.monotonic()
    with database.engine.execution_options(salesdesk_write=True).begin() as holder:
        holder.execute(update(CUSTOMERS).values(company="held"))
        with pytest.raises(LockTimeout):
            store.act(lambda unit: rename(unit, "Never"), lock_wait=1)
    assert 0.5 < time.monotonic() - began < 4
    store.act(lambda unit: rename(unit, "Now"), lock_wait=1)
    assert names(database)[0] == "Now"
    wait = {
        "sqlite": ("PRAGMA busy_timeout", 5000),
        "mariadb": ("SELECT @@SESSION.innodb_lock_wait_timeout", 5),
    }[database.kind]
    with second.connect() as connection:
        assert connection.exec_driver_sql(wait[0]).scalar_one() == wait[1], "as it was before"
    second.dispose()


def test_a_held_file_is_waited_for_again(sqlite: Database) -> None:
    second = make_engine(sqlite.url)
    event.listen(second, "connect", lambda raw, _: raw.execute("PRAGMA busy_timeout = 100"))
    holder = sqlite.engine.execution_options(salesdesk_write=True).connect()
    holder.execute(select(1))
    attempts = []

    @event.listens_for(second, "handle_error")
    def let_go(_: object) -> None:
        attempts.append(1)
        holder.close()

    Store(second).act(lambda unit: rename(unit, "At last"))
    assert attempts == [1]
    assert names(sqlite)[0] == "At last"
    second.dispose()


def test_closing_ends_what_waits(mariadb: Database, hasty: Store) -> None:
    begun = threading.Event()
    told: list[Exception] = []

    def work(unit: UnitOfWork) -> None:
        begun.set()
        rename(unit, "Never")

    def act() -> None:
        try:
            hasty.act(work)
        except Unavailable as fault:
            told.append(fault)

    with mariadb.engine.connect() as holder:
        holder.execute(select(CUSTOMERS.c.id).with_for_update())
        waiting = threading.Thread(target=act)
        waiting.start()
        assert begun.wait(20)
        began = time.monotonic()
        hasty.close()
        waiting.join(20)
    assert time.monotonic() - began < 4
    assert [getattr(fault, "kind", "") for fault in told] == ["closing"]
    assert names(mariadb) == UNTOUCHED


# --- kills and cuts -------------------------------------------------------------------------------


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


def test_a_server_that_freezes_is_told_soon(
    spare_server: TestServer, spare: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    spare.store.act(note)
    monkeypatch.setattr("salesdesk.storage.engine.CONNECT_SECONDS", 2)
    monkeypatch.setattr("salesdesk.storage.engine.PING_SECONDS", 1)
    began = time.monotonic()
    with spare_server.frozen():
        with pytest.raises(Unavailable) as told:
            spare.store.act(note)
        with pytest.raises(Unavailable) as told_of_reading:
            spare.store.read(lambda reading: reading.clock())
        assert time.monotonic() - began < 10
    assert (told.value.kind, told_of_reading.value.kind) == ("timeout", "timeout")
    assert spare.execute("SELECT count(*) FROM notes") == [(1,)]


def test_a_full_pool_is_told(mariadb: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("salesdesk.storage.engine.CONNECT_SECONDS", 1)
    engine = make_engine(mariadb.url, tls=Tls.OFF)
    held = [engine.connect() for _ in range(8)]
    store = Store(engine)
    with pytest.raises(Unavailable) as told:
        store.act(begin)
    with pytest.raises(Unavailable) as told_of_reading:
        store.read(lambda reading: reading.now)
    assert (told.value.kind, told_of_reading.value.kind) == ("busy", "busy")
    for connection in held:
        connection.close()
    engine.dispose()
