"""What a driver reports becomes one kind and one sentence: tried with real errors."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from salesdesk.domain.errors import Unavailable
from salesdesk.storage.db import faults
from salesdesk.storage.db.engine import Tls, make_engine
from salesdesk.storage.setup import schema
from tests.storage.conftest import Hire
from tests.support.database import Database, TestServer
from tests.support.rows import customer, put

CHANGE = "UPDATE customers SET name = name WHERE id = id"


def fault_of(engine: Engine, statement: str, **values: object) -> DBAPIError:
    """What the database answers to a statement."""
    with (
        pytest.raises(DBAPIError) as told,
        engine.execution_options(salesdesk_write=True).connect() as connection,
    ):
        connection.execute(text(statement), values)
    return told.value


@pytest.mark.parametrize(
    ("statement", "kind"),
    [
        ("UPDATE customers SET phone_number = '123456789012345678901'", "length"),
        ("UPDATE customers SET firebase_uid = '12345678901234567890123456789'", "length"),
        ("UPDATE customers SET last_interaction_date = '2039-01-19 00:00:00'", "date"),
        ("UPDATE customers SET last_interaction_date = 'tomorrow'", "date"),
        ("UPDATE customers SET sales_status = 'boiling'", "value"),
        ("INSERT INTO role_permissions VALUES (99999999999, 1)", "number"),
        ("SELECT * FROM salesdesk_nothing", "schema"),
        ("SELECT nothing FROM customers", "schema"),
    ],
)
def test_a_servers_answer_in_words(mariadb: Database, statement: str, kind: str) -> None:
    put(mariadb, "customers", [customer(1)])
    found = faults.explain(fault_of(mariadb.engine, statement))
    assert found is not None
    assert found.kind == kind
    assert (kind in faults.INPUT_KINDS) is (kind != "schema")


def test_an_emoji_in_a_latin1_table_is_refused_in_words(server: TestServer) -> None:
    url = server.fresh_database("latin1")
    server.run(f"CREATE TABLE {url.database}.order_purposes (name varchar(100) NOT NULL)")
    engine = make_engine(url, tls=Tls.OFF)
    fault = fault_of(engine, "INSERT INTO order_purposes VALUES (:name)", name="Ulang tahun 🎂")
    found = faults.explain(fault)
    assert found is not None
    assert found.kind == "characters"
    assert "🎂" not in found.text
    engine.dispose()
    server.drop(url)


def test_a_bug_is_not_explained_away(database: Database) -> None:
    assert faults.explain(fault_of(database.engine, "SELEKT 1")) is None
    assert faults.explain(ValueError("a bug")) is None
    null = fault_of(database.engine, "INSERT INTO salesdesk_state (name) VALUES (NULL)")
    assert faults.explain(null) is None
    assert not faults.is_duplicate(null)


def test_a_duplicate_is_one(database: Database) -> None:
    put(database, "customers", [customer(1), customer(2)])
    fault = fault_of(database.engine, "UPDATE customers SET phone_number = '+62811'")
    assert faults.is_duplicate(fault)
    assert not faults.is_lock_timeout(fault)
    assert not faults.is_connection_lost(fault)


def test_missing_rights_are_told(mariadb: Database, hire: Hire) -> None:
    name = mariadb.url.database
    engine = make_engine(hire(mariadb.url, f"SELECT ON {name}.customers"), tls=Tls.OFF)
    for statement in (
        CHANGE,
        "SELECT * FROM users",
        "CREATE TABLE salesdesk_more (id int)",
        "SET GLOBAL time_zone = '+01:00'",
    ):
        found = faults.explain(fault_of(engine, statement))
        assert found is not None
        assert found.kind == "rights", statement
    engine.dispose()


def test_a_server_that_only_reads_is_told(spare_server: TestServer, hire: Hire) -> None:
    url = spare_server.fresh_database()
    spare_server.run(
        f"CREATE TABLE {url.database}.customers (id int, name int)",
        f"INSERT INTO {url.database}.customers VALUES (1, 1)",
        "CREATE USER clerk@'%' IDENTIFIED BY 'x'",
        f"GRANT SELECT, UPDATE ON {url.database}.* TO clerk@'%'",
        "SET GLOBAL read_only = 1",
    )
    engine = make_engine(url.set(username="clerk", password="x"), tls=Tls.OFF)
    try:
        found = faults.explain(fault_of(engine, CHANGE))
    finally:
        spare_server.run("SET GLOBAL read_only = 0", "DROP USER clerk@'%'")
        engine.dispose()
    assert found is not None
    assert found.kind == "readonly"


def test_a_row_that_stays_locked(mariadb: Database) -> None:
    put(mariadb, "customers", [customer(1)])
    with mariadb.engine.begin() as holder, mariadb.engine.connect() as second:
        holder.execute(text(CHANGE))
        second.execute(text("SET SESSION innodb_lock_wait_timeout = 1"))
        with pytest.raises(DBAPIError) as told:
            second.execute(text("SELECT id FROM customers FOR UPDATE"))
        second.execute(text("SET SESSION innodb_lock_wait_timeout = 5"))
    assert faults.is_lock_timeout(told.value)
    assert not faults.is_deadlock(told.value)


def test_a_file_that_stays_locked(sqlite: Database) -> None:
    second = make_engine(sqlite.url)
    with second.connect() as waiting:
        waiting.exec_driver_sql("PRAGMA busy_timeout = 50")
        waiting.commit()
        with (
            sqlite.engine.execution_options(salesdesk_write=True).begin(),
            pytest.raises(DBAPIError) as told,
        ):
            waiting.exec_driver_sql(CHANGE)
    assert faults.is_lock_timeout(told.value)
    found = faults.explain(told.value)
    assert found is not None
    assert found.kind == "busy"
    second.dispose()


def test_a_deadlock_is_one(mariadb: Database) -> None:
    put(mariadb, "customers", [customer(1), customer(2)])
    lock = text("SELECT id FROM customers WHERE phone_number = :phone FOR UPDATE")
    phones = [customer(n)["phone_number"] for n in (1, 2)]
    met = threading.Barrier(2, timeout=20)
    told: list[DBAPIError] = []

    def cross(order: list[object]) -> None:
        with mariadb.engine.connect() as connection:
            connection.execute(lock, {"phone": order[0]})
            met.wait()
            try:
                connection.execute(lock, {"phone": order[1]})
            except DBAPIError as fault:
                told.append(fault)

    workers = [threading.Thread(target=cross, args=(order,)) for order in (phones, phones[::-1])]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(30)
    assert [faults.is_deadlock(fault) for fault in told] == [True]


def kill_connection(engine: Engine) -> DBAPIError:
    """The server ends the connection between two statements."""
    with engine.connect() as connection:
        number = connection.execute(text("SELECT CONNECTION_ID()")).scalar_one()
        with engine.connect() as killer:
            killer.exec_driver_sql(f"KILL {number}")
        with pytest.raises(DBAPIError) as told:
            connection.execute(text("SELECT 1"))
        return told.value


def kill_query(engine: Engine) -> DBAPIError:
    """The server stops a statement; the connection stays good."""
    with engine.connect() as connection:
        number = connection.execute(text("SELECT CONNECTION_ID()")).scalar_one()
        with engine.connect() as killer:
            started = threading.Thread(
                target=_kill_when_it_runs, args=(killer.connection.driver_connection, number)
            )
            started.start()
            with pytest.raises(DBAPIError) as told:
                connection.execute(text("SELECT count(*) FROM customers WHERE SLEEP(20) = 7"))
            started.join()
        assert connection.execute(text("SELECT 1")).scalar_one() == 1
        return told.value


def _kill_when_it_runs(driver: object, number: int) -> None:
    with driver.cursor() as cursor:  # type: ignore[attr-defined]
        for _ in range(100_000):
            cursor.execute(f"SELECT info FROM information_schema.processlist WHERE id = {number}")
            row = cursor.fetchone()
            if row is not None and row[0] is not None:
                cursor.execute(f"KILL QUERY {number}")
                return


@pytest.mark.parametrize(
    ("act", "kind", "lost"), [(kill_connection, "away", True), (kill_query, "cancelled", False)]
)
def test_what_was_killed(
    mariadb: Database, act: Callable[[Engine], DBAPIError], kind: str, lost: bool
) -> None:
    put(mariadb, "customers", [customer(1)])
    fault = act(mariadb.engine)
    found = faults.explain(fault)
    assert found is not None
    assert (found.kind, faults.is_connection_lost(fault)) == (kind, lost)


def test_a_server_that_went_away_and_came_back(spare_server: TestServer) -> None:
    engine = make_engine(spare_server.fresh_database(), tls=Tls.OFF)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT 1")).scalar_one() == 1
        spare_server.stop()
        try:
            with pytest.raises(DBAPIError) as in_use:
                connection.execute(text("SELECT 1"))
            with pytest.raises(DBAPIError) as afterwards, engine.connect():
                pass
        finally:
            spare_server.start()
    assert faults.is_connection_lost(in_use.value)
    found = faults.explain(afterwards.value)
    assert found is not None
    assert found.kind == "refused"
    with engine.connect() as connection:
        assert connection.execute(text("SELECT 1")).scalar_one() == 1
    engine.dispose()


def test_a_full_pool_is_busy() -> None:
    found = faults.explain(PoolTimeout())
    assert found is not None
    assert found.kind == "busy"


def test_a_hosts_name_is_no_reason(mariadb_url: URL) -> None:
    url = mariadb_url.set(host="tls-refused-timeout.invalid")
    fault = fault_of(make_engine(url, tls=Tls.OFF), "SELECT 1")
    found = faults.explain(fault)
    assert found is not None
    assert found.kind == "host"


def test_a_binary_log_by_statement_is_told_in_our_words(tmp_path: Path) -> None:
    """At the start of a session, in the connection test and at the making of a database."""
    logs = ("--log-bin", "--binlog-format=STATEMENT", "--server-id=1")
    server = TestServer.new(tmp_path, *logs)
    try:
        engine = make_engine(server.fresh_database(), tls=Tls.OFF)
        with engine.connect() as connection:
            [need, *_] = schema.status(connection, "1.0").needs
        assert "binlog_format to ROW or MIXED" in need.english
        with pytest.raises(Unavailable, match="binlog_format to ROW or MIXED") as told:
            schema.init(engine)
        assert told.value.kind == "binlog"
        engine.dispose()
    finally:
        server.remove()
