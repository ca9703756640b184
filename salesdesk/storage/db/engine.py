"""From a URL to an engine: which driver, how it is encrypted, and SQLite's pragmas.

Source: docs/rules.md, "The database is shared" (every session).
"""

from __future__ import annotations

import contextlib
import ipaddress
import ssl
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, OperationalError

from salesdesk.domain.refusals import Reason, Value, Why
from salesdesk.storage.db import slow, write_ahead
from salesdesk.storage.db.private_file import make_private
from salesdesk.storage.db.retry import LOCK_WAIT_SECONDS
from salesdesk.storage.db.tls import Tls as Tls


class BadUrl(ValueError):  # noqa: N818 - reads as what it is
    """The database URL cannot be used; its text holds no password.

    Attributes:
        reason: why not.
    """

    def __init__(self, why: Why, /, **values: Value) -> None:
        self.reason = Reason.of(why, **values)
        super().__init__(self.reason.english)


def parse_url(text: str) -> URL:
    """The URL with the driver that SalesDesk uses.

    Raises:
        BadUrl: it cannot be read, or names another kind of database.
    """
    try:
        url = make_url(text)
    except (ArgumentError, ValueError):
        # The cause would quote the text, with whatever stands in it.
        raise BadUrl(Why.URL_UNREADABLE) from None
    kind = url.drivername.partition("+")[0]
    if kind == "sqlite":
        return url.set(drivername="sqlite")
    if kind not in {"mysql", "mariadb"}:
        raise BadUrl(Why.URL_OF_ANOTHER_KIND, kind=kind)
    if not url.database:
        raise BadUrl(Why.URL_WITHOUT_DATABASE)
    strange = sorted(set(url.query) - {"charset"})
    if strange:
        # In a URL any text is true: ?ssl_disabled=false would turn TLS off.
        raise BadUrl(Why.URL_OPTIONS, options=", ".join(strange))
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
    from salesdesk.storage.db import mysql

    choice = tls if tls is not None else default_tls(tuple(hosts) or (parsed.host or "localhost",))
    server = mysql.Server(
        tuple(hosts) or (parsed.host or "localhost",),
        parsed.port or 3306,
        parsed.database or "",
        parsed.username or "",
        choice,
    )
    known = password if password is not None else parsed.password
    return mysql.engine_of(server, known, tls_context(choice, ca))


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
        raise BadUrl(Why.NO_CERTIFICATE)
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
        raise BadUrl(Why.CERTIFICATE_UNREADABLE, name=ca.name) from fault
    return context


def reading_engine(engine: Engine) -> Engine:
    """What reads on the same database, each statement by itself; on SQLite the engine itself.

    Its connections are in autocommit, in a pool of their own, so that no reading is followed by a
    ROLLBACK. They are closed with those of the engine.
    """
    found: Engine = getattr(engine.dialect, "salesdesk_readings", engine)
    return found


def require_transaction(connection: Connection) -> None:
    """Check that what is written here is committed together.

    Raises:
        RuntimeError: each statement would be committed by itself.
    """
    if connection.dialect.name == "sqlite":
        return
    from salesdesk.storage.db import mysql

    if mysql.is_in_autocommit(connection):
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
    if connection.dialect.name == "sqlite":
        cursor = connection.connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout = {int(seconds) * 1000}")
        cursor.close()
        return
    from salesdesk.storage.db import mysql

    mysql.wait_for_locks(connection, seconds)


def unhurried(connection: Connection) -> AbstractContextManager[None]:
    """Let statements take as long as they need meanwhile: building an index, say."""
    if connection.dialect.name == "sqlite":
        return contextlib.nullcontext()
    from salesdesk.storage.db import mysql

    return mysql.unhurried(connection)


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
