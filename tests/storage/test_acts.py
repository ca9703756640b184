"""One act is one transaction: done once or not at all, whatever locks and kills happen."""

import threading
import time
from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, event, insert, select, update
from sqlalchemy.exc import IntegrityError

from salesdesk.domain.errors import Refusal, Unavailable
from salesdesk.domain.events import EventKind
from salesdesk.domain.refusals import Why
from salesdesk.storage import tables
from salesdesk.storage.db.engine import Tls, make_engine
from salesdesk.storage.stores.events import AlreadyDone
from salesdesk.storage.unit_of_work import LockTimeout, Store, UnitOfWork
from tests.support.acting import (
    ACT,
    CUSTOMERS,
    UNTOUCHED,
    acts,
    begin,
    names,
    put_two_customers,
    rename,
)
from tests.support.database import Database
from tests.support.rows import NOW, key

TAKEN = {"name": "database_id", "value": "x", "changed_at": NOW}


@pytest.fixture(autouse=True)
def two_customers(request: pytest.FixtureRequest) -> None:
    """Customers 1 and 2 in whatever database a test asks for."""
    asked = [name for name in ("database", "mariadb", "sqlite") if name in request.fixturenames]
    for name in asked[:1]:
        put_two_customers(request.getfixturevalue(name))


@pytest.fixture
def hasty(mariadb: Database) -> Iterator[Store]:
    """A store whose sessions wait one second for a lock, not five."""
    engine = make_engine(mariadb.url, tls=Tls.OFF)

    @event.listens_for(engine, "begin")
    def hurry(connection: Connection) -> None:
        connection.exec_driver_sql("SET SESSION innodb_lock_wait_timeout = 1")

    yield Store(engine)
    engine.dispose()


# --- all or nothing -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "fault", [Refusal(Why.WORDED, text="No."), ValueError("a bug"), KeyboardInterrupt()]
)
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
    hasty.retries = 1.5
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
