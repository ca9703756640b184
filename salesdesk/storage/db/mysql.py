"""MySQL and MariaDB by PyMySQL: the session, its hosts, its two pools, and how long it may take.

Imported where a server is opened: with the driver comes cryptography, 8 MiB that a workspace on
this computer has no use for.

Source: docs/rules.md, "The database is shared" (every session).
"""

from __future__ import annotations

import logging
import ssl
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any, NoReturn, TypeAlias

import pymysql
from pymysql.constants import FIELD_TYPE
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.mysql.pymysql import MySQLDialect_pymysql
from sqlalchemy.engine import URL
from sqlalchemy.exc import InvalidatePoolError, OperationalError
from sqlalchemy.pool import ConnectionPoolEntry

from salesdesk.storage.db import faults, slow
from salesdesk.storage.db.driver_rows import Result
from salesdesk.storage.db.retry import LOCK_WAIT_SECONDS
from salesdesk.storage.db.tls import Tls

#: All hosts of a profile together get this long to answer.
CONNECT_SECONDS = 8
READ_SECONDS = 60
#: A pooled connection that does not answer a ping within this is given up.
PING_SECONDS = 4
#: A connection that was used within this is not asked whether it is still there.
FRESH_SECONDS = 30
#: For the lock of a whole table, which somebody alters; the servers' own is a day or a year.
TABLE_WAIT_SECONDS = 10

#: How many connections one desktop keeps: those that read, for two query lanes and the poll, and
#: one that writes.
READ_POOL_SIZE = 3
WRITE_POOL_SIZE = 1
#: So many more of each are made for a while where more goes on at once.
OVERFLOW = 4

_MODE = "STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION"
_ISOLATION = "READ COMMITTED"
_SESSION = (
    "SET @@SESSION.autocommit = {autocommit}, @@SESSION.time_zone = '+00:00', "
    f"@@SESSION.sql_mode = '{_MODE}', "
    f"@@SESSION.innodb_lock_wait_timeout = {LOCK_WAIT_SECONDS}, "
    f"@@SESSION.lock_wait_timeout = {TABLE_WAIT_SECONDS}, "
    # Of more ids than these it goes by the statistics of their index, in place of looking each one
    # up there before it is read.
    "@@SESSION.eq_range_index_dive_limit = 10, "
    "@@SESSION.optimizer_switch = 'index_merge_intersection=off'"
    # MySQL would read the pool's index whole and sort, where another has the order; MariaDB and
    # older ones do not know the switch, and read a comment. It goes on with the text before it:
    # of two settings of one variable in a statement only the last counts.
    " /*!80013 ',skip_scan=off' */",
    f"SET SESSION TRANSACTION ISOLATION LEVEL {_ISOLATION}",
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

    def character_set_name(self) -> None:
        """Nothing to SQLAlchemy, which would set it anew, with a collation of the server's."""

    def doubt(self, seconds: int) -> None:
        """Give the connection up where the next statement is not answered within this."""
        self.allow(seconds)
        self._doubted = True

    def query(self, sql: object, unbuffered: bool = False) -> object:
        """Send a statement."""
        self._settled = False
        answer = super().query(sql, unbuffered)
        if self._doubted:
            self._doubted = False
            self.allow(READ_SECONDS)
        return answer

    def _read_query_result(self, unbuffered: bool = False) -> object:
        self._result = None
        result = Result(self)
        if unbuffered:
            result.init_unbuffered_query()
        else:
            result.read()
        self._result = result
        if result.server_status is not None:
            self.server_status = result.server_status
        return result.affected_rows

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
        self.allow(PING_SECONDS)
        super().ping(reconnect)
        self.allow(READ_SECONDS)

    def allow(self, seconds: int | None) -> None:
        """Let reads and writes take this long; the driver has no public way."""
        self._doubted = False
        self._read_timeout = seconds
        self._write_timeout = seconds


class Dialect(MySQLDialect_pymysql):
    """Does not ask a session for what it was just told: each question is a round trip more."""

    supports_statement_cache = True

    def _get_default_schema_name(self, connection: Connection) -> str:
        return connection.engine.url.database or super()._get_default_schema_name(connection)

    def get_default_isolation_level(self, dbapi_conn: Any) -> Any:
        """As each session is told."""
        return _ISOLATION

    def _detect_sql_mode(self, connection: Connection) -> None:
        self._sql_mode = _MODE


registry.register("mysql.salesdesk", __name__, Dialect.__name__)


#: Choices that check who the server is.
_CHECKED = frozenset({Tls.PINNED, Tls.VERIFIED})

#: Kinds of sign-in that hand over the password, or what it is found from in no time.
_IN_THE_CLEAR = (b"mysql_clear_password", b"dialog", b"mysql_old_password")


@dataclass(frozen=True, slots=True)
class Server:
    """Where a database is and how it is reached.

    Attributes:
        hosts: tried in this order, the same on every desktop (a cluster writes to one node).
    """

    hosts: tuple[str, ...]
    port: int
    database: str
    user: str
    tls: Tls


def engine_of(server: Server, password: str | None, context: ssl.SSLContext | None) -> Engine:
    """The engine of a server's database, and behind it that of what only reads.

    Args:
        context: by which it is encrypted; None: it is not.
    """

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
        "mysql+salesdesk",
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
    raise first if first is not None else ValueError("no host")


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
        collation="utf8mb4_unicode_ci",
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
    connection.allow(READ_SECONDS)
    return connection


def _prepare_session(connection: DriverConnection, *, autocommit: bool) -> None:
    with connection.cursor() as cursor:
        for statement in _SESSION:
            cursor.execute(statement.format(autocommit=int(autocommit)))
        if _status(cursor, "VARIABLES", "wsrep_on") == "ON":
            cursor.execute("SET SESSION wsrep_sync_wait = 7")
            if _status(cursor, "STATUS", "wsrep_ready") == "OFF":
                raise pymysql.err.OperationalError(1047, "This node of the cluster is not ready")


def _status(cursor: Any, kind: str, name: str) -> str | None:
    cursor.execute(f"SHOW {kind} LIKE '{name}'")
    row = cursor.fetchone()
    return str(row[1]).upper() if row is not None else None


@contextmanager
def unhurried(connection: Connection) -> Iterator[None]:
    """Let statements take as long as they need meanwhile: building an index, say."""
    driver = connection.connection.dbapi_connection
    if not isinstance(driver, _Connection):
        yield
        return
    driver.allow(None)
    try:
        yield
    finally:
        driver.allow(READ_SECONDS)


def is_in_autocommit(connection: Connection) -> bool:
    """Whether each statement on it is committed by itself."""
    driver = connection.connection.dbapi_connection
    return isinstance(driver, _Connection) and bool(driver.get_autocommit())


def wait_for_locks(connection: Connection, seconds: int) -> None:
    """By the driver, since a statement on the connection would begin the transaction.

    Raises:
        OperationalError: it cannot be asked any more, and is thrown away.
    """
    driver: Any = connection.connection.dbapi_connection
    try:
        driver.wait_for_locks(seconds)
    except (pymysql.err.Error, OSError) as fault:
        connection.invalidate(fault)
        raise OperationalError(
            "SET SESSION innodb_lock_wait_timeout", None, fault, connection_invalidated=True
        ) from fault
