"""Real databases for tests: a throw-away MariaDB that the run starts, and SQLite files.

`SALESDESK_TEST_MYSQL_URL` names another server instead, `SALESDESK_TEST_MYSQLD` the command of a
MySQL to start in MariaDB's place. Where no server can be started the run fails: nothing is skipped.
"""

from __future__ import annotations

import contextlib
import getpass
import os
import shlex
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import pymysql
import pytest
from sqlalchemy import Connection, Engine, event
from sqlalchemy.engine import URL, make_url

from salesdesk.storage import tables
from salesdesk.storage.db.engine import Tls, make_engine, reading_engine, sqlite_clock
from salesdesk.storage.setup import schema
from salesdesk.storage.tables.booking import user
from salesdesk.storage.tables.own_tables import own
from salesdesk.storage.unit_of_work import Store
from tests.support import certificates

_START_SECONDS = 60
_PREFIX = "salesdesk-server-"
#: Where Linux keeps files in memory, and how much of it a run of two servers may want.
_MEMORY = Path("/dev/shm")
_ROOM = 3 * 2**30
#: What a server says to an unencrypted connection where it takes none.
_PERHAPS_ENCRYPTED_ONLY = frozenset({1045, 3159})
SERVER_VARIABLE = "SALESDESK_TEST_MYSQL_URL"
MYSQLD_VARIABLE = "SALESDESK_TEST_MYSQLD"


def free_port() -> int:
    """A port of loopback that nobody listens at just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def new_folder() -> Path:
    """A folder for a server's files, in memory where there is room: tables are made in a fifth.

    What a run that was killed left there is removed first, since it takes memory.
    """
    if not _MEMORY.is_dir() or shutil.disk_usage(_MEMORY).free < _ROOM:
        return Path(tempfile.mkdtemp(prefix=_PREFIX))
    for left in _MEMORY.glob(f"{_PREFIX}*"):
        owner = left.name.removeprefix(_PREFIX).partition("-")[0]
        if owner.isdigit() and not Path("/proc", owner).exists():
            shutil.rmtree(left, ignore_errors=True)
    return Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-", dir=_MEMORY))


def _dies_with_its_parent() -> list[str]:
    """What to put before a command so that a killed test run leaves no server behind."""
    return ["setpriv", "--pdeathsig", "TERM"] if shutil.which("setpriv") else []


def _server_command() -> list[str]:
    """What starts the server: the MySQL that the variable names, else the machine's MariaDB."""
    named = os.environ.get(MYSQLD_VARIABLE)
    if named:
        return shlex.split(named)
    return [shutil.which("mariadbd") or "/usr/sbin/mariadbd", "--no-defaults"]


def _make_data(folder: Path, command: list[str]) -> None:
    """An empty server's files, whose administrator comes over TCP without a password."""
    user = f"--user={getpass.getuser()}"
    if os.environ.get(MYSQLD_VARIABLE):
        first = folder / "first.sql"
        first.write_text(
            "CREATE USER root@'127.0.0.1';\n"
            "GRANT ALL ON *.* TO root@'127.0.0.1' WITH GRANT OPTION;\n"
        )
        making = [*command, "--initialize-insecure", f"--init-file={first}"]
    else:
        installer = shutil.which("mariadb-install-db")
        if installer is None:
            pytest.fail("mariadb-install-db is missing: install the package mariadb-server")
        making = [
            *(installer, "--no-defaults", "--skip-test-db"),
            "--auth-root-authentication-method=normal",
            # A server that starts deletes what it takes for leftovers of its own in here.
            f"--tmpdir={folder}",
        ]
    with (folder / "out").open("ab") as out:
        made = subprocess.call(
            [*making, f"--datadir={folder / 'data'}", user], stdout=out, stderr=out
        )
    if made != 0:
        pytest.fail(f"The server's files could not be made; see {folder}")


@dataclass
class TestServer:
    """A database server of this test run (or one that a variable names).

    Attributes:
        url: of the server, without a database.
        options: what the server is started with besides the usual.
        command: what starts it, before its options.
    """

    __test__ = False

    url: URL
    folder: Path | None = None
    options: tuple[str, ...] = ()
    command: tuple[str, ...] = ()
    _process: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    @classmethod
    def of_this_run(cls) -> TestServer:
        """The server that the variable names, or a new one that is started."""
        named = os.environ.get(SERVER_VARIABLE)
        if named:
            return cls(make_url(named).set(drivername="mysql+pymysql"))
        return cls.new(new_folder())

    @classmethod
    def new(cls, folder: Path, *options: str) -> TestServer:
        """A server of its own, whose files are in this folder."""
        server_command = _server_command()
        _make_data(folder, server_command)
        url = URL.create("mysql+pymysql", "root", "", "127.0.0.1", free_port())
        server = cls(url, folder, options, tuple(server_command))
        server.start()
        return server

    @property
    def is_mysql(self) -> bool:
        """Whether this run starts a MySQL instead of a MariaDB."""
        return bool(os.environ.get(MYSQLD_VARIABLE))

    def start(self) -> None:
        """Start the server and wait until it answers."""
        if self.folder is None or self._process is not None:
            return
        with (self.folder / "out").open("ab") as out:
            self._process = subprocess.Popen(
                [
                    *_dies_with_its_parent(),
                    *self.command,
                    f"--user={getpass.getuser()}",
                    f"--datadir={self.folder / 'data'}",
                    f"--socket={self.folder / 's'}",
                    f"--pid-file={self.folder / 'p'}",
                    f"--port={self.url.port}",
                    "--bind-address=127.0.0.1",
                    "--innodb-flush-log-at-trx-commit=0",
                    "--innodb-buffer-pool-size=128M",
                    "--skip-name-resolve",
                    f"--log-error={self.folder / 'e'}",
                    f"--tmpdir={self.folder}",
                    *self.options,
                ],
                stdout=out,
                stderr=out,
                stdin=subprocess.DEVNULL,
            )
        self._wait()

    def _wait(self) -> None:
        until = time.monotonic() + _START_SECONDS
        while time.monotonic() < until:
            if self._process is not None and self._process.poll() is not None:
                pytest.fail(f"The server did not start; see {self.folder}")
            try:
                self.admin().close()
            except pymysql.err.OperationalError:
                with contextlib.suppress(subprocess.TimeoutExpired):
                    assert self._process is not None
                    self._process.wait(0.05)
            else:
                return
        pytest.fail("The server did not answer in time")

    def restart(self) -> None:
        """Stop the server and start it again, at the same port and with the same data."""
        self.stop()
        self.start()

    def stop(self) -> None:
        """Stop the server and wait until it is gone."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait(_START_SECONDS)
            self._process = None

    @contextlib.contextmanager
    def frozen(self) -> Iterator[None]:
        """The server accepts and keeps its connections, and says nothing meanwhile."""
        assert self._process is not None
        self._process.send_signal(signal.SIGSTOP)
        os.waitid(os.P_PID, self._process.pid, os.WSTOPPED)
        try:
            yield
        finally:
            self._process.send_signal(signal.SIGCONT)

    def remove(self) -> None:
        """Stop the server and delete its files."""
        self.stop()
        if self.folder is not None:
            shutil.rmtree(self.folder, ignore_errors=True)

    def admin(self) -> pymysql.connections.Connection[Any]:
        """A plain connection with all rights and autocommit: the booking application's, say.

        Encrypted only where the server demands it: the driver would read every certificate of
        this computer for each connection, which takes longer than most tests.
        """
        try:
            return self._connect(ssl_disabled=self.folder is not None)
        except pymysql.err.OperationalError as fault:
            if fault.args[0] not in _PERHAPS_ENCRYPTED_ONLY:
                raise
            return self._connect(ssl_disabled=False)

    def _connect(self, *, ssl_disabled: bool) -> pymysql.connections.Connection[Any]:
        return pymysql.connect(
            host=self.url.host or "127.0.0.1",
            port=self.url.port or 3306,
            user=self.url.username,
            password=self.url.password or "",
            autocommit=True,
            charset="utf8mb4",
            ssl_disabled=ssl_disabled,
        )

    def run(self, *statements: str) -> None:
        """Run statements as the administrator."""
        with contextlib.closing(self.admin()) as connection, connection.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)

    def make_clerk(self, on: str) -> None:
        """An account 'clerk', password 'right', with every right on these databases; made anew."""
        self.run(
            "DROP USER IF EXISTS clerk@'%'",
            "CREATE USER clerk@'%' IDENTIFIED BY 'right'",
            f"GRANT ALL ON {on}.* TO clerk@'%'",
        )

    def fresh_database(self, default: str = "utf8mb4 COLLATE utf8mb4_unicode_ci") -> URL:
        """A new, empty database with this default character set."""
        name = f"salesdesk_test_{uuid.uuid4().hex[:12]}"
        self.run(f"CREATE DATABASE {name} CHARACTER SET {default}")
        return self.url.set(database=name)

    def drop(self, url: URL) -> None:
        """Drop a database that a test made."""
        self.run(f"DROP DATABASE IF EXISTS {url.database}")


@dataclass
class Database:
    """A database with the whole schema, and a clock that a test can move.

    Attributes:
        url: with the database's name; for SQLite with its file.
    """

    url: URL
    engine: Engine
    _moment: datetime | None = None

    @property
    def store(self) -> Store:
        """A store on this database's engine."""
        return Store(self.engine)

    @property
    def engines(self) -> tuple[Engine, ...]:
        """What acts and what only reads: on SQLite the same."""
        return tuple({self.engine, reading_engine(self.engine)})

    @property
    def kind(self) -> str:
        """'sqlite' or 'mariadb'."""
        return "sqlite" if self.engine.dialect.name == "sqlite" else "mariadb"

    def set_clock(self, moment: datetime | None) -> None:
        """Move the database's clock for this engine's connections; None: real time again."""
        if self.kind == "sqlite":
            clock = sqlite_clock(self.engine)
            clock.read = (lambda: moment) if moment is not None else type(clock)().read
            return
        self._moment = moment

    def follow_clock(self) -> None:
        """On MariaDB, let every transaction begin with the moved clock."""

        def set_timestamp(connection: Connection) -> None:
            seconds = int(self._moment.timestamp()) if self._moment is not None else 0
            connection.exec_driver_sql(f"SET timestamp = {seconds or 'DEFAULT'}")

        for engine in self.engines:
            event.listen(engine, "begin", set_timestamp)

    def execute(self, statement: str, *parameters: object) -> list[tuple[Any, ...]]:
        """Run a statement as another application would, with %s for parameters; its rows."""
        text = statement.replace("%s", "?") if self.kind == "sqlite" else statement
        with self.engine.execution_options(salesdesk_write=True).begin() as connection:
            result = connection.exec_driver_sql(text, tuple(parameters) if parameters else ())
            return [tuple(row) for row in result] if result.returns_rows else []

    def close(self) -> None:
        """Close all connections."""
        self.engine.dispose()


def open_database(url: URL) -> Database:
    """A database that has its schema, on an engine of its own."""
    engine = (
        make_engine(url, tls=Tls.OFF) if url.get_backend_name() != "sqlite" else make_engine(url)
    )
    database = Database(url, engine)
    if database.kind == "mariadb":
        database.follow_clock()
    return database


@pytest.fixture(scope="session")
def server() -> Iterator[TestServer]:
    """The test run's MariaDB."""
    running = TestServer.of_this_run()
    yield running
    running.remove()


@pytest.fixture(scope="session")
def spare_server() -> Iterator[TestServer]:
    """A MariaDB of its own, for tests that stop it or change its settings and mend it after.

    It offers TLS with the certificates in its folder (see tests/support/certificates.py).
    """
    folder = new_folder()
    certificates.write(folder)
    running = TestServer.new(
        folder,
        f"--ssl-ca={folder / certificates.AUTHORITY}",
        f"--ssl-cert={folder / certificates.SERVER}",
        f"--ssl-key={folder / certificates.SERVER_KEY}",
    )
    yield running
    running.remove()


@pytest.fixture(scope="session")
def _shared_mariadb(server: TestServer) -> Iterator[URL]:
    """One database with the whole schema; tests that change rows empty it first."""
    url = server.fresh_database()
    engine = make_engine(url, tls=Tls.OFF)
    schema.init(engine)
    engine.dispose()
    yield url
    server.drop(url)


@pytest.fixture(scope="session")
def _sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with the whole schema, to be copied."""
    path = tmp_path_factory.mktemp("template") / "template.sqlite"
    engine = make_engine(f"sqlite:///{path}")
    schema.init(engine)
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    engine.dispose()
    return path


@pytest.fixture(scope="session")
def _kept_mariadb(_shared_mariadb: URL) -> Database:
    """The engine of all tests, which remembers how each statement is compiled."""
    return open_database(_shared_mariadb)


@pytest.fixture(scope="session")
def _kept_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Database:
    """The engine of all tests, on a file in a folder of its own that each test finds new."""
    return open_database(make_url(f"sqlite:///{tmp_path_factory.mktemp('desk') / 'desk.sqlite'}"))


@pytest.fixture
def mariadb(server: TestServer, _kept_mariadb: Database) -> Iterator[Database]:
    """A MariaDB database with the whole schema and no rows."""
    _kept_mariadb.set_clock(None)
    empty(server, _kept_mariadb)
    yield _kept_mariadb
    _kept_mariadb.close()


@pytest.fixture
def sqlite(_sqlite_template: Path, _kept_sqlite: Database) -> Iterator[Database]:
    """A SQLite file with the whole schema and no rows."""
    file = Path(str(_kept_sqlite.url.database))
    shutil.rmtree(file.parent)
    file.parent.mkdir()
    shutil.copy(_sqlite_template, file)
    _kept_sqlite.set_clock(None)
    yield _kept_sqlite
    _kept_sqlite.close()


@pytest.fixture(params=["sqlite", "mariadb"])
def database(request: pytest.FixtureRequest) -> Database:
    """Each test runs on both databases."""
    found: Database = request.getfixturevalue(request.param)
    return found


@pytest.fixture
def mariadb_url(server: TestServer) -> Iterator[URL]:
    """An empty MariaDB database, without any table."""
    url = server.fresh_database()
    yield url
    server.drop(url)


#: The names of the tables that have rows, in one answer.
_FILLED = " UNION ALL ".join(
    f"SELECT '{table.name}' FROM DUAL WHERE EXISTS (SELECT 1 FROM {table.name})"
    for table in (*user.sorted_tables, *own.sorted_tables)
    if table.name != tables.salesdesk_state.name
)


def empty(server: TestServer, database: Database) -> None:
    """Empty every table that has rows, but for the notes that `db init` made."""
    with contextlib.closing(server.admin()) as connection, connection.cursor() as cursor:
        cursor.execute(f"USE {database.url.database}")
        cursor.execute(_FILLED)
        filled = [name for (name,) in cursor.fetchall()]
        cursor.execute("SET FOREIGN_KEY_CHECKS = 0")
        for name in filled:
            cursor.execute(f"DELETE FROM {name}")
        cursor.execute(
            "DELETE FROM salesdesk_state WHERE name NOT IN "
            "('database_id', 'releases_confirmed_at', 'summaries_filled_at')"
        )
        cursor.execute(
            "INSERT IGNORE INTO salesdesk_state VALUES "
            "('releases_confirmed_at', '2020-01-01', '2020-01-01')"
        )
