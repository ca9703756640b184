"""From a URL to an engine: driver, time zone, TLS, timeouts, and SQLite's pragmas.

Source: docs/rules.md, "The database is shared" (every session).
"""

from __future__ import annotations

import ipaddress
import ssl
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, NoReturn, TypeAlias

import pymysql
from pymysql.constants import FIELD_TYPE
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from salesdesk.storage import faults
from salesdesk.storage.private_file import make_private

#: All hosts of a profile together get this long to answer.
CONNECT_SECONDS = 8
READ_SECONDS = 60
#: A pooled connection that does not answer a ping within this is given up.
PING_SECONDS = 4
LOCK_WAIT_SECONDS = 5

#: How many connections one desktop may hold at once: two query lanes, a command, a poll.
POOL_SIZE = 4

_SESSION = (
    "SET @@SESSION.time_zone = '+00:00', "
    "@@SESSION.sql_mode = 'STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,"
    "NO_ENGINE_SUBSTITUTION', "
    f"@@SESSION.innodb_lock_wait_timeout = {LOCK_WAIT_SECONDS}, "
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
    """A connection whose ping is answered soon or not at all.

    The network may have gone in the pool's sleep, and then nothing says so.
    """

    def ping(self, reconnect: bool = False) -> None:
        """Ask whether the server is there."""
        _allow(self, PING_SECONDS)
        super().ping(reconnect)
        _allow(self, READ_SECONDS)


class Tls(StrEnum):
    """How a connection is encrypted and whom it trusts."""

    OFF = "off"
    REQUIRED = "required"
    PINNED = "pinned"
    VERIFIED = "verified"


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
    """The engine of a URL.

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


def _mysql(server: Server, password: str | None) -> Engine:
    context = tls_context(server.tls, server.ca)

    def connect() -> DriverConnection:
        """Try the hosts in order; the first one's failure is told where all are away."""
        first: pymysql.err.OperationalError | None = None
        for host in server.hosts:
            try:
                return _connected(server, host, password, context)
            except pymysql.err.OperationalError as fault:
                if fault.args[0] not in _NEXT_HOST:
                    raise
                first = first or fault
        raise first if first is not None else BadUrl("The profile names no host.")

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
        pool_size=POOL_SIZE,
        max_overflow=4,
        pool_pre_ping=True,
        pool_recycle=240,
        pool_timeout=CONNECT_SECONDS,
        hide_parameters=True,
    )
    # After SQLAlchemy's own SET NAMES, which leaves the collation to the server's version.
    event.listen(engine, "connect", _set_collation)
    return engine


def _set_collation(connection: DriverConnection, record: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET NAMES utf8mb4 COLLATE utf8mb4_unicode_ci")


def _connected(
    server: Server, host: str, password: str | None, context: ssl.SSLContext | None
) -> DriverConnection:
    """A connection to one host, its session prepared."""
    patience = max(CONNECT_SECONDS // len(server.hosts), 2)
    connection = _Connection(
        host=host,
        port=server.port,
        user=server.user,
        password=password or "",
        database=server.database,
        charset="utf8mb4",
        conv=_CONVERSIONS,
        client_flag=pymysql.constants.CLIENT.FOUND_ROWS,
        connect_timeout=patience,
        # A server that accepts and then says nothing is as far away as one that does not accept.
        read_timeout=patience,
        write_timeout=patience,
        ssl=context,
        ssl_disabled=context is None,
        autocommit=False,
        auth_plugin_map={} if server.tls in _CHECKED else dict.fromkeys(_IN_THE_CLEAR, _Withheld),
    )
    try:
        _prepare_session(connection)
    except BaseException:
        connection.close()
        raise
    _allow(connection, READ_SECONDS)
    return connection


def _prepare_session(connection: DriverConnection) -> None:
    with connection.cursor() as cursor:
        for statement in _SESSION:
            cursor.execute(statement)
        if _status(cursor, "VARIABLES", "wsrep_on") == "ON":
            cursor.execute("SET SESSION wsrep_sync_wait = 7")
            if _status(cursor, "STATUS", "wsrep_ready") == "OFF":
                raise pymysql.err.OperationalError(1047, "This node of the cluster is not ready")
    connection.commit()


def _status(cursor: Any, kind: str, name: str) -> str | None:
    cursor.execute(f"SHOW {kind} LIKE '{name}'")
    row = cursor.fetchone()
    return str(row[1]).upper() if row is not None else None


def _allow(connection: DriverConnection, seconds: int | None) -> None:
    """Let reads and writes of a connection take this long; the driver has no public way."""
    connection._read_timeout = seconds
    connection._write_timeout = seconds


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
        # Defaults and triggers call salesdesk_now(): where that counts as untrusted, allow it.
        for pragma in (
            "journal_mode=WAL",
            "synchronous=NORMAL",
            "foreign_keys=ON",
            "trusted_schema=ON",
        ):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # A reader that turns writer would deadlock with another one: writers lock at once.
        writes = connection.get_execution_options().get("salesdesk_write", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

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
