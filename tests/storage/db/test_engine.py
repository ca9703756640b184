"""Every session is as docs/rules.md says; what cannot connect says why, soon, without a secret."""

import sqlite3
import time
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, select, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError

from salesdesk.storage import tables
from salesdesk.storage.db import faults
from salesdesk.storage.db.engine import (
    BadUrl,
    Tls,
    default_tls,
    latency,
    make_engine,
    parse_url,
    reading_engine,
    tls_context,
    unhurried,
)
from salesdesk.storage.db.mysql import CONNECT_SECONDS
from salesdesk.storage.db.types import db_now
from salesdesk.storage.unit_of_work import Reading, Store
from tests.storage.conftest import PASSWORD, Hire, mute
from tests.support import certificates
from tests.support.database import Database, TestServer
from tests.support.rows import NOW, customer, put


def refusal(engine: Engine) -> faults.Fault:
    """Why it does not connect."""
    with pytest.raises(DBAPIError) as told, engine.connect():
        pass
    engine.dispose()
    found = faults.explain(told.value)
    assert found is not None
    for words in (found.text, str(told.value), repr(engine)):
        assert PASSWORD not in words
    return found


# --- sessions -------------------------------------------------------------------------------------

SESSION = {
    "time_zone": "+00:00",
    "tx_isolation": "READ-COMMITTED",
    "innodb_lock_wait_timeout": "5",
    "eq_range_index_dive_limit": "10",
    "lock_wait_timeout": "10",
    "character_set_connection": "utf8mb4",
    "collation_connection": "utf8mb4_unicode_ci",
}


def variables(engine: Engine) -> dict[str, str]:
    """The session's variables by name."""
    with engine.connect() as connection:
        rows = connection.execute(text("SHOW SESSION VARIABLES")).all()
    found = {row[0]: row[1] for row in rows}
    found.setdefault("tx_isolation", found.get("transaction_isolation", ""))
    return found


def check_session(engine: Engine) -> None:
    """Compare the session with docs/rules.md."""
    found = variables(engine)
    assert {name: found[name] for name in SESSION} == SESSION
    modes = found["sql_mode"].split(",")
    assert "STRICT_TRANS_TABLES" in modes
    assert not {"NO_ZERO_DATE", "NO_ZERO_IN_DATE", "ANSI_QUOTES"} & set(modes)
    assert "index_merge_intersection=off" in found["optimizer_switch"]
    assert "index_merge=on" in found["optimizer_switch"], "only the one switch is turned"
    assert "skip_scan=on" not in found["optimizer_switch"]


def test_every_session_is_as_the_rules_demand(mariadb: Database) -> None:
    for engine in mariadb.engines:
        check_session(engine)
    with mariadb.engine.connect() as connection:
        autocommit = connection.execution_options(isolation_level="AUTOCOMMIT")
        autocommit.execute(text("SELECT 1"))
    check_session(mariadb.engine)


def test_a_server_in_another_zone_changes_nothing(spare_server: TestServer) -> None:
    url = spare_server.fresh_database()
    spare_server.run("SET GLOBAL time_zone = '+07:00'", "SET GLOBAL sql_mode = 'NO_ZERO_DATE'")
    engine = make_engine(url, tls=Tls.OFF)
    try:
        check_session(engine)
        with engine.connect() as connection:
            ours = connection.execute(select(db_now())).scalar_one()
            seconds = connection.execute(text("SELECT UNIX_TIMESTAMP()")).scalar_one()
        assert abs(ours.timestamp() - int(seconds)) <= 1
    finally:
        spare_server.run("SET GLOBAL time_zone = 'SYSTEM'", "SET GLOBAL sql_mode = DEFAULT")
        engine.dispose()


def test_row_counts_are_rows_matched(database: Database) -> None:
    put(database, "customers", [customer(1), customer(2)])
    with database.engine.execution_options(salesdesk_write=True).begin() as connection:
        same = tables.customers.update().values(sales_status="cold")
        assert connection.execute(same).rowcount == 2


def test_the_second_reader_sees_what_was_committed(mariadb: Database) -> None:
    put(mariadb, "customers", [customer(1)])
    name = select(tables.customers.c.name)
    with mariadb.engine.connect() as reader:
        assert reader.execute(name).scalar_one() == "Customer 00001"
        mariadb.execute("UPDATE customers SET name = 'Dewi'")
        assert reader.execute(name).scalar_one() == "Dewi"


def test_the_clock_is_the_databases(database: Database) -> None:
    for moment in (NOW, NOW + timedelta(days=400), NOW - timedelta(days=9)):
        database.set_clock(moment)
        with database.engine.connect() as connection:
            assert connection.execute(select(db_now())).scalar_one() == moment


def test_a_round_trip_is_measured(database: Database) -> None:
    latency(database.engine)
    assert 0 < latency(database.engine) < 5_000


def test_a_long_statement_outlives_the_usual_patience(
    mariadb: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("salesdesk.storage.db.mysql.READ_SECONDS", 1)
    engine = make_engine(mariadb.url, tls=Tls.OFF)
    with engine.connect() as connection:
        with unhurried(connection):
            assert connection.execute(text("SELECT SLEEP(1.5)")).scalar_one() == 0
        began = time.monotonic()
        with pytest.raises(DBAPIError) as told:
            connection.execute(text("SELECT SLEEP(9)"))
        assert time.monotonic() - began < 5
    assert faults.is_connection_lost(told.value)
    assert faults.explain(told.value) == faults.Fault("timeout", "The server does not answer.")
    engine.dispose()


# --- what cannot connect --------------------------------------------------------------------------


def at_port(port: int, host: str = "127.0.0.1") -> URL:
    """A URL with the test's password."""
    return URL.create("mysql+pymysql", "root", PASSWORD, host, port, "desk")


def test_a_closed_port_is_refused_at_once(closed_port: int) -> None:
    began = time.monotonic()
    assert refusal(make_engine(at_port(closed_port), tls=Tls.OFF)).kind == "refused"
    assert time.monotonic() - began < 5


def test_a_server_that_hangs_is_given_up(mute_port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    assert CONNECT_SECONDS <= 8
    monkeypatch.setattr("salesdesk.storage.db.mysql.CONNECT_SECONDS", 2)
    began = time.monotonic()
    assert refusal(make_engine(at_port(mute_port), tls=Tls.OFF)).kind == "timeout"
    assert time.monotonic() - began < 4


def test_a_host_that_hangs_is_passed_over(
    mariadb: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("salesdesk.storage.db.mysql.CONNECT_SECONDS", 4)
    with mute("127.0.0.2", mariadb.url.port or 3306):
        hosts = ("127.0.0.2", mariadb.url.host or "")
        engine = make_engine(mariadb.url, tls=Tls.OFF, hosts=hosts)
        began = time.monotonic()
        with engine.connect() as connection:
            assert connection.execute(text("SELECT 1")).scalar_one() == 1
        assert time.monotonic() - began < 4
    engine.dispose()


def test_an_unknown_host_is_named_as_such(closed_port: int) -> None:
    engine = make_engine(at_port(closed_port, "no-such-host.invalid"), tls=Tls.OFF)
    assert refusal(engine).kind == "host"


def test_a_wrong_password_is_told(server: TestServer, mariadb_url: URL, hire: Hire) -> None:
    url = hire(mariadb_url, f"SELECT ON {mariadb_url.database}.*")
    found = refusal(make_engine(url.set(password="wrong"), tls=Tls.OFF))
    assert found.kind == "password"
    with make_engine(url.set(password=None), password=PASSWORD, tls=Tls.OFF).connect() as good:
        assert good.execute(text("SELECT 1")).scalar_one() == 1
        good.engine.dispose()


def test_a_wrong_database_is_told(mariadb_url: URL, hire: Hire) -> None:
    url = hire(mariadb_url, f"SELECT ON {mariadb_url.database}.*")
    assert refusal(make_engine(mariadb_url.set(database="nowhere"), tls=Tls.OFF)).kind == "database"
    assert refusal(make_engine(url.set(database="mysql"), tls=Tls.OFF)).kind == "rights"


def test_hosts_are_tried_in_order(mariadb: Database) -> None:
    hosts = ("no-such-host.invalid", mariadb.url.host or "")
    engine = make_engine(mariadb.url, tls=Tls.OFF, hosts=hosts)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT DATABASE()")).scalar_one() == mariadb.url.database
    engine.dispose()


def test_a_wrong_password_is_not_tried_everywhere(mariadb_url: URL, hire: Hire) -> None:
    url = hire(mariadb_url, f"SELECT ON {mariadb_url.database}.*").set(password="wrong")
    hosts = (url.host or "", "no-such-host.invalid")
    assert refusal(make_engine(url, tls=Tls.OFF, hosts=hosts)).kind == "password"


def test_a_connection_that_died_in_the_pool_is_replaced(
    server: TestServer, mariadb: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("salesdesk.storage.db.mysql.FRESH_SECONDS", 0)
    for engine in mariadb.engines:
        with engine.connect() as connection:
            number = connection.execute(text("SELECT CONNECTION_ID()")).scalar_one()
        server.run(f"KILL {number}")
        with engine.connect() as connection:
            assert connection.execute(text("SELECT CONNECTION_ID()")).scalar_one() != number


def test_a_reading_on_a_connection_that_died_just_now_is_repeated(
    server: TestServer, mariadb: Database
) -> None:
    def number(reading: Reading) -> int:
        return int(reading.connection.execute(text("SELECT CONNECTION_ID()")).scalar_one())

    first = mariadb.store.read(number)
    assert mariadb.store.read(number) == first
    server.run(f"KILL {first}")
    assert mariadb.store.read(number) != first


def test_readings_are_in_autocommit_and_no_act_is(mariadb: Database) -> None:
    store = Store(mariadb.engine)
    mode = text("SELECT @@SESSION.autocommit")
    assert store.read(lambda reading: reading.connection.execute(mode).scalar_one()) == 1
    assert store.act(lambda unit: unit.connection.execute(mode).scalar_one()) == 0
    with pytest.raises(RuntimeError, match="autocommit"):
        Store(reading_engine(mariadb.engine)).act(lambda unit: unit.clock())


# --- URLs -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "given", ["mysql://u:p@h/db", "mariadb://u:p@h/db?charset=utf8mb4", "mysql+mysqldb://u:p@h/db"]
)
def test_every_spelling_means_the_one_driver(given: str) -> None:
    assert parse_url(given) == URL.create("mysql+pymysql", "u", "p", "h", None, "db")


@pytest.mark.parametrize(
    "given",
    [
        "postgresql://u:hidden@h/db",
        "mysql://u:hidden@h",
        "mysql://u:hidden@h:notaport/db",
        "not a url hidden",
        "mysql://u:hidden@h/db?ssl_disabled=false",
        "",
    ],
)
def test_a_bad_url_is_told_without_its_password(given: str) -> None:
    with pytest.raises(BadUrl) as told:
        make_engine(given)
    assert "hidden" not in str(told.value)
    assert told.value.__cause__ is None


def test_no_password_in_what_an_engine_shows() -> None:
    engine = make_engine("mysql://root:hidden@127.0.0.1:3306/desk", tls=Tls.OFF)
    assert "hidden" not in f"{engine!r} {engine.url.render_as_string(hide_password=False)}"


# --- TLS ------------------------------------------------------------------------------------------


def cipher(url: URL, tls: Tls, ca: Path | None = None) -> str:
    """The cipher of a connection; empty: not encrypted."""
    engine = make_engine(url, tls=tls, ca=ca)
    with engine.connect() as connection:
        found = str(connection.execute(text("SHOW STATUS LIKE 'Ssl_cipher'")).one()[1])
    engine.dispose()
    return found


@pytest.fixture
def guarded(spare_server: TestServer) -> URL:
    """A database on a server that offers TLS, made out to `localhost`."""
    return spare_server.fresh_database()


def test_the_four_choices_of_tls(spare_server: TestServer, guarded: URL) -> None:
    assert spare_server.folder is not None
    authority = spare_server.folder / certificates.AUTHORITY
    assert cipher(guarded, Tls.OFF) == ""
    assert cipher(guarded, Tls.REQUIRED) != ""
    assert cipher(guarded, Tls.PINNED, authority) != ""
    assert cipher(guarded, Tls.PINNED, spare_server.folder / certificates.SERVER) != ""
    assert cipher(guarded.set(host="localhost"), Tls.VERIFIED, authority) != ""


def test_an_untrusted_certificate_is_refused(spare_server: TestServer, guarded: URL) -> None:
    assert spare_server.folder is not None
    stranger = spare_server.folder / certificates.STRANGER
    for engine in (
        make_engine(guarded, tls=Tls.PINNED, ca=stranger),
        make_engine(guarded.set(host="localhost"), tls=Tls.VERIFIED),
    ):
        found = refusal(engine)
        assert (found.kind, "not trusted" in found.text) == ("tls", True)


def test_another_hosts_certificate_is_refused(spare_server: TestServer, guarded: URL) -> None:
    assert spare_server.folder is not None
    authority = spare_server.folder / certificates.AUTHORITY
    found = refusal(make_engine(guarded, tls=Tls.VERIFIED, ca=authority))
    assert (found.kind, "another host" in found.text) == ("tls", True)


def test_required_means_required(spare_server: TestServer, guarded: URL) -> None:
    with_tls = spare_server.options
    spare_server.options = ("--tls-version=",) if spare_server.is_mysql else ("--skip-ssl",)
    spare_server.restart()
    try:
        found = refusal(make_engine(guarded, tls=Tls.REQUIRED))
        assert (found.kind, "offers no" in found.text) == ("tls", True)
        assert cipher(guarded, Tls.OFF) == ""
    finally:
        spare_server.options = with_tls
        spare_server.restart()


def test_a_server_that_demands_encryption(spare_server: TestServer, guarded: URL) -> None:
    spare_server.run(
        "CREATE USER guest@'%' IDENTIFIED BY 'x' REQUIRE SSL",
        f"GRANT SELECT ON {guarded.database}.* TO guest@'%'",
    )
    url = guarded.set(username="guest", password="x")
    try:
        # MySQL has a number for it (3159); MariaDB speaks as of a wrong password.
        assert refusal(make_engine(url, tls=Tls.OFF)).kind in {"tls", "password"}
        assert cipher(url, Tls.REQUIRED) != ""
    finally:
        spare_server.run("DROP USER guest@'%'")


def test_encryption_is_the_default_but_on_this_machine() -> None:
    here = ("localhost", "LOCALHOST", "127.0.0.1", "127.0.0.2", "::1")
    assert [default_tls([host]) for host in here] == [Tls.OFF] * 5
    assert default_tls(here) is Tls.OFF
    for elsewhere in ("db.company.com", "127.0.0.1.company.com", "10.0.0.1", ""):
        assert default_tls([elsewhere]) is Tls.VERIFIED
        # One host in the clear is all that somebody on the line needs.
        assert default_tls(["localhost", elsewhere]) is Tls.VERIFIED
    assert default_tls([]) is Tls.VERIFIED


def test_a_pin_needs_a_certificate(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("no certificate")
    for ca in (None, tmp_path / "notes.txt", tmp_path / "gone.pem"):
        with pytest.raises(BadUrl, match="certificate"):
            tls_context(Tls.PINNED, ca)


# --- SQLite ---------------------------------------------------------------------------------------


def test_a_workspace_is_as_the_rules_demand(sqlite: Database) -> None:
    with sqlite.engine.connect() as connection:
        found = [
            connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("journal_mode", "busy_timeout", "foreign_keys", "synchronous")
        ]
    assert found == ["wal", 5000, 1, 1]


def test_a_writer_locks_at_its_beginning(sqlite: Database) -> None:
    with sqlite.engine.execution_options(salesdesk_write=True).begin():
        second = make_engine(sqlite.url)
        with closing(second.raw_connection()) as raw:
            cursor = raw.cursor()
            cursor.execute("PRAGMA busy_timeout = 50")
            with pytest.raises(sqlite3.OperationalError, match="locked"):
                cursor.execute("BEGIN IMMEDIATE")
            cursor.execute("SELECT count(*) FROM customers")
            assert cursor.fetchone() == (0,), "readers do not wait"
        second.dispose()


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert refusal(make_engine(f"sqlite:///{tmp_path / 'no' / 'desk.sqlite'}")).kind == "database"
    (tmp_path / "letter.sqlite").write_text("Dear Sir or Madam, this is a letter. " * 50)
    assert refusal(make_engine(f"sqlite:///{tmp_path / 'letter.sqlite'}")).kind == "database"
