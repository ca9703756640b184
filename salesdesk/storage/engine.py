"""From a URL to an engine: driver, time zone, TLS, timeouts, and SQLite's pragmas.

Source: rules.md, "The database is shared" (every session) and libraries.md, "MySQL".
"""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

import pymysql
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

CONNECT_SECONDS = 8
READ_SECONDS = 60
LOCK_WAIT_SECONDS = 5
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})

#: How many connections one desktop may hold at once: two query lanes, a command, a poll.
POOL_SIZE = 4

_SESSION = (
    "SET SESSION time_zone = '+00:00'",
    "SET SESSION sql_mode = 'STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,"
    "NO_ENGINE_SUBSTITUTION'",
    f"SET SESSION innodb_lock_wait_timeout = {LOCK_WAIT_SECONDS}",
    "SET SESSION optimizer_switch = 'index_merge_intersection=off'",
    "SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED",
)


class Tls(StrEnum):
    """How a connection is encrypted and whom it trusts (libraries.md, "MySQL")."""

    OFF = "off"
    REQUIRED = "required"
    PINNED = "pinned"
    VERIFIED = "verified"


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
    except (ArgumentError, ValueError) as fault:
        raise BadUrl(
            "The database URL cannot be read. It looks like mysql://user@host:3306/name "
            "or sqlite:///file."
        ) from fault
    kind = url.drivername.partition("+")[0]
    if kind == "sqlite":
        return url.set(drivername="sqlite")
    if kind not in {"mysql", "mariadb"}:
        raise BadUrl(f"“{kind}” is not a database that SalesDesk knows; use mysql or sqlite.")
    if not url.database:
        raise BadUrl("The database URL names no database: mysql://user@host:3306/name")
    return url.set(drivername="mysql+pymysql")


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
        tls if tls is not None else default_tls(parsed.host or "localhost"),
        ca,
    )
    return _mysql(server, password if password is not None else parsed.password)


def default_tls(host: str) -> Tls:
    """Off on this very machine, verified everywhere else."""
    return Tls.OFF if host in LOOPBACK else Tls.VERIFIED


def tls_context(tls: Tls, ca: Path | None) -> ssl.SSLContext | None:
    """The context for a choice of TLS; None: no encryption.

    Raises:
        BadUrl: `Tls.PINNED` without a certificate, or with one that cannot be read.
    """
    if tls is Tls.OFF:
        return None
    context = ssl.create_default_context()
    if tls is Tls.VERIFIED:
        if ca is not None:
            context.load_verify_locations(cafile=str(ca))
        return context
    context.check_hostname = False
    if tls is Tls.REQUIRED:
        context.verify_mode = ssl.CERT_NONE
        return context
    if ca is None:
        raise BadUrl("A pinned certificate needs the file of that certificate.")
    # A server's own generated certificate carries no host name and lacks what STRICT asks for.
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_flags &= ~ssl.VERIFY_X509_STRICT
    try:
        context.load_verify_locations(cafile=str(ca))
    except (OSError, ssl.SSLError) as fault:
        raise BadUrl(f"The certificate {ca.name} cannot be read.") from fault
    return context


def _mysql(server: Server, password: str | None) -> Engine:
    context = tls_context(server.tls, server.ca)

    def connect() -> pymysql.connections.Connection[Any]:
        """Try the hosts in order; the first one's failure is told where all fail."""
        first: Exception | None = None
        for host in server.hosts:
            try:
                return pymysql.connect(
                    host=host,
                    port=server.port,
                    user=server.user,
                    password=password or "",
                    database=server.database,
                    charset="utf8mb4",
                    client_flag=pymysql.constants.CLIENT.FOUND_ROWS,
                    connect_timeout=CONNECT_SECONDS,
                    read_timeout=READ_SECONDS,
                    write_timeout=READ_SECONDS,
                    ssl=context,
                    ssl_disabled=context is None,
                    autocommit=False,
                )
            except pymysql.err.OperationalError as fault:
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
    event.listen(engine, "connect", _prepare_session)
    return engine


def _prepare_session(connection: pymysql.connections.Connection[Any], record: object) -> None:
    with connection.cursor() as cursor:
        for statement in _SESSION:
            cursor.execute(statement)
        cursor.execute("SHOW VARIABLES LIKE 'wsrep_on'")
        row = cursor.fetchone()
        if row is not None and str(row[1]).upper() == "ON":
            cursor.execute("SET SESSION wsrep_sync_wait = 7")
    connection.commit()


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

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, record: object) -> None:
        connection.isolation_level = None  # the begin event below says which kind of BEGIN
        connection.create_function("salesdesk_now", 0, clock.text)
        for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON"):
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
