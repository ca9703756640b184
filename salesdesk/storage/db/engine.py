"""From a URL to an engine: driver, time zone, TLS, timeouts, and SQLite's pragmas.

Source: docs/rules.md, "The database is shared" (every session).
"""

from __future__ import annotations

import contextlib
import ipaddress
import logging
import ssl
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any, NoReturn, TypeAlias

import pymysql
from pymysql.constants import FIELD_TYPE
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, InvalidatePoolError, OperationalError
from sqlalchemy.pool import ConnectionPoolEntry

from salesdesk.storage.db import faults, slow, write_ahead
from salesdesk.storage.db.private_file import make_private
from salesdesk.storage.db.tls import Tls as Tls

#: All hosts of a profile together get this long to answer.
CONNECT_SECONDS = 8
READ_SECONDS = 60
#: A pooled connection that does not answer a ping within this is given up.
PING_SECONDS = 4
#: A connection that was used within this is not asked whether it is still there.
FRESH_SECONDS = 30
LOCK_WAIT_SECONDS = 5
#: For the lock of a whole table, which somebody alters; the servers' own is a day or a year.
TABLE_WAIT_SECONDS = 10

#: How many connections one desktop keeps: those that read, for two query lanes and the poll, and
#: one that writes.
READ_POOL_SIZE = 3
WRITE_POOL_SIZE = 1
#: So many more of each are made for a while where more goes on at once.
OVERFLOW = 4

_SESSION = (
    "SET @@SESSION.autocommit = {autocommit}, @@SESSION.time_zone = '+00:00', "
    "@@SESSION.sql_mode = 'STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,"
    "NO_ENGINE_SUBSTITUTION', "
    f"@@SESSION.innodb_lock_wait_timeout = {LOCK_WAIT_SECONDS}, "
    "@@SESSION.lock_wait_timeout = {table_wait}, "
    "@@SESSION.optimizer_switch = 'index_merge_intersection=off'"
    # MySQL would read the pool's index whole and sort, where another has the order; MariaDB and
    # older ones do not know the switch, and read a comment. It goes on with the text before it:
    # of two settings of one variable in a statement only the last counts.
    " /*!80013 ',skip_scan=off' */",
    "SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED",
)

#: With these at connecting, the next host of the profile is tried: the host is away, hangs, is
#: going down, is full, or is a cluster's node that is cut off.
_NEXT_HOST = frozenset({1040, 1047, 1053, 2002, 2003, 2005, 2006, 2013})


def _moment(text: str) -> datetime | str:
    """A date and time as the server writes it; a zero date stays text.

    The driver's own way takes it apart by an expression, twenty times as slow: half of what a
    page of rows with dates takes.
    """
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return text


#: How values come and go, as the driver has it but for moments.
_CONVERSIONS = {
    **pymysql.converters.conversions,
    FIELD_TYPE.DATETIME: _moment,
    FIELD_TYPE.TIMESTAMP: _moment,
}

_log = logging.getLogger(__name__)

DriverConnection: TypeAlias = "pymysql.connections.Connection[Any]"


class _Withheld:
    """Answers a server that asks for the password itself, or as good as that: not at all.

    Whoever sits between this computer and the server could ask so, where nobody has checked who
    the server is.
    """

    def __init__(self, connection: object) -> None:
        del connection

    def authenticate(self, packet: object) -> NoReturn:
        """Refuse, before anything of the password has left.

        Raises:
            OperationalError: always.
        """
        del packet
        raise pymysql.err.OperationalError(
            faults.PASSWORD_IN_THE_CLEAR, "The password was not sent: the server is not checked"
        )


class _Connection(pymysql.connections.Connection):  # type: ignore[misc] # PyMySQL has no types
    """A connection that says no more than is needed.

    Its ping is answered soon or not at all: the network may have gone in the pool's sleep, and
    then nothing says so. Where no statement was sent since a COMMIT there is nothing to roll back,
    and never in autocommit; but the pool rolls back whatever comes home.
    """

    #: Nothing was said since the last transaction ended.
    _settled = False
    #: Whether the server is still there was not asked; the next answer tells it.
    _doubted = False

    def doubt(self, seconds: int) -> None:
        """Give the connection up where the next statement is not answered within this."""
        _allow(self, seconds)
        self._doubted = True

    def query(self, sql: object, unbuffered: bool = False) -> object:
        """Send a statement."""
        self._settled = False
        answer = super().query(sql, unbuffered)
        if self._doubted:
            self._doubted = False
            _allow(self, READ_SECONDS)
        return answer

    def commit(self) -> None:
        """End the transaction."""
        super().commit()
        self._settled = True

    def rollback(self) -> None:
        """End the transaction, if there may be one."""
        if not self._settled and not self.get_autocommit():
            super().rollback()
            self._settled = True

    def wait_for_locks(self, seconds: int) -> None:
        """Let the session wait so long for a row's lock, which begins no transaction."""
        settled = self._settled
        with self.cursor() as cursor:
            cursor.execute(f"SET SESSION innodb_lock_wait_timeout = {int(seconds)}")
        self._settled = settled

    def ping(self, reconnect: bool = False) -> None:
        """Ask whether the server is there."""
        _allow(self, PING_SECONDS)
        super().ping(reconnect)
        _allow(self, READ_SECONDS)


#: Choices that check who the server is.
_CHECKED = frozenset({Tls.PINNED, Tls.VERIFIED})

#: Kinds of sign-in that hand over the password, or what it is found from in no time.
_IN_THE_CLEAR = (b"mysql_clear_password", b"dialog", b"mysql_old_password")


class BadUrl(ValueError):  # noqa: N818 - reads as what it is
    """The database URL cannot be used; its text holds no password."""


@dataclass(frozen=True, slots=True)
class Server:
    """Where a database is and how it is reached.

    Attributes:
        hosts: tried in this order, the same on every desktop (a cluster writes to one node).
        ca: the certificate that `Tls.PINNED` trusts.
    """

    hosts: tuple[str, ...]
    port: int
    database: str
    user: str
    tls: Tls
    ca: Path | None = None


def parse_url(text: str) -> URL:
    """The URL with the driver that SalesDesk uses.

    Raises:
        BadUrl: it cannot be read, or names another kind of database.
    """
    try:
        url = make_url(text)
    except (ArgumentError, ValueError):
        # The cause would quote the text, with whatever stands in it.
        raise BadUrl(
            "The database URL cannot be read. It looks like mysql://user@host:3306/name "
            "or sqlite:///file."
        ) from None
    kind = url.drivername.partition("+")[0]
    if kind == "sqlite":
        return url.set(drivername="sqlite")
    if kind not in {"mysql", "mariadb"}:
        raise BadUrl(f"“{kind}” is not a database that SalesDesk knows; use mysql or sqlite.")
    if not url.database:
        raise BadUrl("The database URL names no database: mysql://user@host:3306/name")
    strange = sorted(set(url.query) - {"charset"})
    if strange:
        # In a URL any text is true: ?ssl_disabled=false would turn TLS off.
        raise BadUrl(
            f"The database URL has options that SalesDesk does not take from it: "
            f"{', '.join(strange)}. How to encrypt is a choice of its own."
        )
    return url.set(drivername="mysql+pymysql", query={})


def make_engine(
    url: URL | str,
    *,
    password: str | None = None,
    tls: Tls | None = None,
    ca: Path | None = None,
    hosts: Sequence[str] = (),
) -> Engine:
    """The engine of a URL: for acts, and for what is read as of one moment.

    What only reads goes through `reading_engine` of it.

    Args:
        password: kept out of the URL, so that no message can show it.
        tls: by default off on loopback and verified everywhere else.
        ca: the certificate to trust, with `Tls.PINNED`.
        hosts: tried in this order instead of the URL's one host.

    Raises:
        BadUrl: the URL cannot be used.
    """
    parsed = parse_url(url) if isinstance(url, str) else url
    if parsed.get_backend_name() == "sqlite":
        return _sqlite(parsed)
    server = Server(
        tuple(hosts) or (parsed.host or "localhost",),
        parsed.port or 3306,
        parsed.database or "",
        parsed.username or "",
        tls if tls is not None else default_tls(tuple(hosts) or (parsed.host or "localhost",)),
        ca,
    )
    return _mysql(server, password if password is not None else parsed.password)


def default_tls(hosts: Sequence[str]) -> Tls:
    """Off where every host is this very machine, verified everywhere else."""
    return Tls.OFF if hosts and all(map(_is_this_machine, hosts)) else Tls.VERIFIED


def _is_this_machine(host: str) -> bool:
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def tls_context(tls: Tls, ca: Path | None) -> ssl.SSLContext | None:
    """The context for a choice of TLS; None: no encryption.

    Raises:
        BadUrl: `Tls.PINNED` without a certificate, or one that cannot be read.
    """
    if tls is Tls.OFF:
        return None
    context = ssl.create_default_context()
    if tls is Tls.VERIFIED:
        return _trusting(context, ca) if ca is not None else context
    if tls is Tls.REQUIRED:
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
        return context
    if ca is None:
        raise BadUrl("A pinned certificate needs the file of that certificate.")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    # A server's own generated certificate carries no host name and lacks what STRICT asks for;
    # and what is pinned may be the server's certificate itself.
    context.verify_flags &= ~ssl.VERIFY_X509_STRICT
    context.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN
    return _trusting(context, ca)


def _trusting(context: ssl.SSLContext, ca: Path) -> ssl.SSLContext:
    try:
        context.load_verify_locations(cafile=str(ca))
    except (OSError, ssl.SSLError) as fault:
        raise BadUrl(f"The certificate {ca.name} cannot be read.") from fault
    return context


def reading_engine(engine: Engine) -> Engine:
    """What reads on the same database, each statement by itself; on SQLite the engine itself.

    Its connections are in autocommit, in a pool of their own, so that no reading is followed by a
    ROLLBACK. They are closed with those of the engine.
    """
    found: Engine = getattr(engine.dialect, "salesdesk_readings", engine)
    return found


def _mysql(server: Server, password: str | None) -> Engine:
    context = tls_context(server.tls, server.ca)

    def made(pool_size: int, waits: int, *, autocommit: bool) -> Engine:
        def connect() -> DriverConnection:
            return _of_first_host(server, password, context, autocommit=autocommit)

        return _pooled(server, connect, pool_size, waits)

    engine = made(WRITE_POOL_SIZE, LOCK_WAIT_SECONDS, autocommit=False)
    readings = made(READ_POOL_SIZE, 0, autocommit=True)
    engine.dialect.salesdesk_readings = readings  # type: ignore[attr-defined]
    event.listen(engine, "engine_disposed", lambda _: readings.dispose())
    return engine


def _pooled(
    server: Server, connect: Callable[[], DriverConnection], size: int, waits: int
) -> Engine:
    """An engine on a pool of its own.

    Args:
        waits: for so many seconds a first statement may wait for a lock.
    """
    shown = URL.create(
        "mysql+pymysql",
        username=server.user,
        host=server.hosts[0],
        port=server.port,
        database=server.database,
    )
    engine = create_engine(
        shown,
        creator=connect,
        pool_size=size,
        max_overflow=OVERFLOW,
        pool_recycle=240,
        pool_timeout=CONNECT_SECONDS,
        hide_parameters=True,
    )
    # After SQLAlchemy's own SET NAMES, which leaves the collation to the server's version.
    event.listen(engine, "connect", _set_collation)
    event.listen(engine, "checkin", _note_use)
    event.listen(engine, "checkout", partial(_ask_if_idle, waits=waits))
    slow.watch(engine)
    return engine


def _note_use(connection: DriverConnection | None, record: ConnectionPoolEntry) -> None:
    # By the clock on the wall: the others stand still while the computer sleeps.
    record.info["used_at"] = time.time()


def _ask_if_idle(
    connection: DriverConnection, record: ConnectionPoolEntry, proxy: object, *, waits: int
) -> None:
    """Ask whether a connection that lay idle is still there; the pool makes another if not.

    One that was used just now is not asked, which would cost a round trip: its first answer tells.

    Raises:
        InvalidatePoolError: it is not there, so that the others are not trusted either.
    """
    used_at = record.info.get("used_at")
    if used_at is None:
        return
    idle = time.time() - used_at
    if 0 <= idle < FRESH_SECONDS:
        connection.doubt(PING_SECONDS + waits)
        return
    try:
        connection.ping()
    except (pymysql.err.Error, OSError) as fault:
        _log.warning("A connection that lay idle for %.0f s is gone; another is made", idle)
        raise InvalidatePoolError(str(fault)) from fault


def _of_first_host(
    server: Server, password: str | None, context: ssl.SSLContext | None, *, autocommit: bool
) -> DriverConnection:
    """Try the hosts in order; the first one's failure is told where all are away."""
    first: pymysql.err.OperationalError | None = None
    for at, host in enumerate(server.hosts, 1):
        try:
            return _connected(server, host, password, context, autocommit=autocommit)
        except pymysql.err.OperationalError as fault:
            if fault.args[0] not in _NEXT_HOST:
                raise
            told = "Server %d of %d of this profile cannot be used now (%s)"
            _log.warning(told, at, len(server.hosts), fault.args[0])
            first = first or fault
    raise first if first is not None else BadUrl("The profile names no host.")


def _set_collation(connection: DriverConnection, record: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET NAMES utf8mb4 COLLATE utf8mb4_unicode_ci")


def _connected(
    server: Server,
    host: str,
    password: str | None,
    context: ssl.SSLContext | None,
    *,
    autocommit: bool,
) -> DriverConnection:
    """A connection to one host, its session prepared."""
    retries = max(CONNECT_SECONDS // len(server.hosts), 2)
    connection = _Connection(
        host=host,
        port=server.port,
        user=server.user,
        password=password or "",
        database=server.database,
        charset="utf8mb4",
        conv=_CONVERSIONS,
        client_flag=pymysql.constants.CLIENT.FOUND_ROWS,
        connect_timeout=retries,
        # A server that accepts and then says nothing is as far away as one that does not accept.
        read_timeout=retries,
        write_timeout=retries,
        ssl=context,
        ssl_disabled=context is None,
        # Set with the rest of the session, in one statement.
        autocommit=None,
        auth_plugin_map={} if server.tls in _CHECKED else dict.fromkeys(_IN_THE_CLEAR, _Withheld),
    )
    try:
        _prepare_session(connection, autocommit=autocommit)
    except BaseException:
        connection.close()
        raise
    _allow(connection, READ_SECONDS)
    return connection


def _prepare_session(connection: DriverConnection, *, autocommit: bool) -> None:
    with connection.cursor() as cursor:
        for statement in _SESSION:
            said = statement.format(autocommit=int(autocommit), table_wait=TABLE_WAIT_SECONDS)
            cursor.execute(said)
        if _status(cursor, "VARIABLES", "wsrep_on") == "ON":
            cursor.execute("SET SESSION wsrep_sync_wait = 7")
            if _status(cursor, "STATUS", "wsrep_ready") == "OFF":
                raise pymysql.err.OperationalError(1047, "This node of the cluster is not ready")


def _status(cursor: Any, kind: str, name: str) -> str | None:
    cursor.execute(f"SHOW {kind} LIKE '{name}'")
    row = cursor.fetchone()
    return str(row[1]).upper() if row is not None else None


def _allow(connection: DriverConnection, seconds: int | None) -> None:
    """Let reads and writes of a connection take this long; the driver has no public way."""
    connection._doubted = False
    connection._read_timeout = seconds
    connection._write_timeout = seconds


def require_transaction(connection: Connection) -> None:
    """Check that what is written here is committed together.

    Raises:
        RuntimeError: each statement would be committed by itself.
    """
    driver = connection.connection.dbapi_connection
    if isinstance(driver, _Connection) and driver.get_autocommit():
        raise RuntimeError("an act needs a transaction, and this connection is in autocommit")


@contextmanager
def waiting_for_locks(connection: Connection, seconds: int) -> Iterator[None]:
    """Let a session wait so long for a row's lock meanwhile, and as usual afterwards.

    A connection that cannot be asked any more is thrown away: what it committed stays done.

    Raises:
        OperationalError: it could not be asked to begin with.
    """
    _wait_for_locks(connection, seconds)
    try:
        yield
    finally:
        if not connection.invalidated:
            with contextlib.suppress(OperationalError):
                _wait_for_locks(connection, LOCK_WAIT_SECONDS)


def _wait_for_locks(connection: Connection, seconds: int) -> None:
    """By the driver, since a statement on the connection would begin the transaction."""
    driver = connection.connection.dbapi_connection
    if not isinstance(driver, _Connection):
        cursor = connection.connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout = {int(seconds) * 1000}")
        cursor.close()
        return
    try:
        driver.wait_for_locks(seconds)
    except (pymysql.err.Error, OSError) as fault:
        connection.invalidate(fault)
        raise OperationalError(
            "SET SESSION innodb_lock_wait_timeout", None, fault, connection_invalidated=True
        ) from fault


@contextmanager
def unhurried(connection: Connection) -> Iterator[None]:
    """Let statements take as long as they need meanwhile: building an index, say."""
    driver = connection.connection.dbapi_connection
    if driver is None or connection.dialect.name == "sqlite":
        yield
        return
    _allow(driver, None)
    try:
        yield
    finally:
        _allow(driver, READ_SECONDS)


def _utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass(slots=True)
class SqliteClock:
    """The clock behind `salesdesk_now()`; a test may move it.

    Attributes:
        read: gives the moment, aware.
    """

    read: Callable[[], datetime] = _utc_now

    def text(self) -> str:
        """The moment as SQLite stores it: UTC, whole seconds."""
        return self.read().astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S")


def _sqlite(url: URL) -> Engine:
    """An embedded database: WAL, and BEGIN IMMEDIATE for transactions that write."""
    engine = create_engine(url, connect_args={"timeout": LOCK_WAIT_SECONDS}, hide_parameters=True)
    clock = SqliteClock()
    engine.dialect.salesdesk_clock = clock  # type: ignore[attr-defined]

    if url.database and url.database != ":memory:":
        file = Path(url.database).absolute()
        event.listen(engine, "do_connect", lambda *_: make_private(file))

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, record: object) -> None:
        connection.isolation_level = None  # the begin event below says which kind of BEGIN
        connection.create_function("salesdesk_now", 0, clock.text)
        write_ahead.turn_on(connection, LOCK_WAIT_SECONDS)
        # Defaults and triggers call salesdesk_now(): where that counts as untrusted, allow it.
        for pragma in ("synchronous=NORMAL", "foreign_keys=ON", "trusted_schema=ON"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # A reader that turns writer would deadlock with another one: writers lock at once.
        writes = connection.get_execution_options().get("salesdesk_write", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    slow.watch(engine)
    return engine


def sqlite_clock(engine: Engine) -> SqliteClock:
    """The clock of a SQLite engine, for tests that move it."""
    clock: SqliteClock = engine.dialect.salesdesk_clock  # type: ignore[attr-defined]
    return clock


def latency(engine: Engine) -> float:
    """Milliseconds of one round trip to the server."""
    began = time.perf_counter()
    with engine.connect() as connection:
        connection.exec_driver_sql("SELECT 1")
    return (time.perf_counter() - began) * 1000
