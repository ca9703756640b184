"""One transaction at a time: what it reads and writes, when it is repeated, when it is given up.

`Store.act` runs a unit of work in the order of rules.md, "How every act writes": deadlocks and
lock waits repeat the whole unit, a lost connection runs it again with the same ids, and an act
whose event is stored already is not done twice. No commit means rollback.
"""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import cached_property
from typing import TypeVar

from sqlalchemy import Connection, Engine, select, text
from sqlalchemy.exc import DBAPIError, IntegrityError

from salesdesk.domain.errors import Unavailable
from salesdesk.domain.moments import whole_seconds
from salesdesk.domain.settings import SharedSettings
from salesdesk.storage import faults
from salesdesk.storage.bindings import BindingStore
from salesdesk.storage.contacts import ContactStore
from salesdesk.storage.customers import CustomerStore
from salesdesk.storage.events import AlreadyDone, EventStore
from salesdesk.storage.people import PeopleStore
from salesdesk.storage.phones import PhoneStore
from salesdesk.storage.plans import PlanStore, ProtectionStore
from salesdesk.storage.release_runs import AgentStore, RunStore
from salesdesk.storage.settings import SettingStore, StateStore
from salesdesk.storage.types import db_now

T = TypeVar("T")

#: How long an act is repeated before it is given up (rules.md, "How every act writes", 5).
PATIENCE_SECONDS = 30.0

#: How long a lost connection is looked for before the person is told.
RECONNECT_SECONDS = 5.0

_FIRST_PAUSE = 0.02
_LONGEST_PAUSE = 1.5


class LockTimeout(Exception):  # noqa: N818 - a state that the release run reacts to
    """A row stayed locked by somebody else for as long as the caller wanted to wait."""


class Reading:
    """A transaction that only reads."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.customers = CustomerStore(connection)
        self.bindings = BindingStore(connection)
        self.contacts = ContactStore(connection)
        self.events = EventStore(connection)
        self.people = PeopleStore(connection)
        self.phones = PhoneStore(connection)
        self.plans = PlanStore(connection)
        self.protections = ProtectionStore(connection)
        self.runs = RunStore(connection)
        self.agents = AgentStore(connection)
        self.stored_settings = SettingStore(connection)
        self.state = StateStore(connection)

    @cached_property
    def now(self) -> datetime:
        """The database's clock at the first use, UTC, in whole seconds."""
        return self.clock()

    @cached_property
    def settings(self) -> SharedSettings:
        """The shared settings, as this transaction sees them."""
        return self.stored_settings.read()

    def clock(self) -> datetime:
        """The database's clock, read in a new statement, UTC, in whole seconds."""
        moment: datetime = self.connection.execute(select(db_now())).scalar_one()
        return whole_seconds(moment)


class UnitOfWork(Reading):
    """A transaction that writes; it is committed by `Store.act` when the work returns."""

    def __init__(self, connection: Connection, catch_up: Callable[[], None]) -> None:
        super().__init__(connection)
        self.catch_up = catch_up


class Store:
    """The database, as units of work.

    Attributes:
        engine: for the storage layer and the parts that put the program together.
    """

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._writing = engine.execution_options(salesdesk_write=True)
        self._closing = threading.Event()

    @property
    def dialect(self) -> str:
        """'sqlite' or 'mysql' (MariaDB included)."""
        return "sqlite" if self.engine.dialect.name == "sqlite" else "mysql"

    def read(self, work: Callable[[Reading], T]) -> T:
        """Run work that only reads.

        Raises:
            Unavailable: the database is out of reach, or lacks something an administrator owes.
        """
        try:
            return self._read_once(work)
        except DBAPIError as fault:
            if not faults.is_connection_lost(fault):
                raise _translated(fault) from fault
        try:
            return self._read_once(work)
        except DBAPIError as fault:
            raise _translated(fault) from fault

    def _read_once(self, work: Callable[[Reading], T]) -> T:
        with self.engine.connect() as connection:
            return work(Reading(connection))

    def act(
        self,
        work: Callable[[UnitOfWork], T],
        *,
        done: Callable[[UnitOfWork], T] | None = None,
        lock_wait: int | None = None,
    ) -> T:
        """Run work that writes, and commit it.

        Args:
            done: what to answer when the act's event shows that it was committed before.
            lock_wait: seconds to wait for a row lock; then `LockTimeout` instead of a repeat.

        Raises:
            Unavailable: the database is out of reach, or a lock did not come free in time.
            LockTimeout: only with `lock_wait`.
        """
        began = time.monotonic()
        pauses = _pauses()
        lost_at: float | None = None
        while True:
            try:
                return self._act_once(work, lock_wait)
            except AlreadyDone:
                if done is None:
                    raise
                work, done = done, None
                continue
            except DBAPIError as fault:
                if lock_wait is not None and faults.is_lock_timeout(fault):
                    raise LockTimeout from fault
                if faults.is_connection_lost(fault):
                    lost_at = lost_at if lost_at is not None else time.monotonic()
                    given_up = time.monotonic() - lost_at > RECONNECT_SECONDS
                else:
                    given_up = not _repeatable(fault) or (
                        time.monotonic() - began > PATIENCE_SECONDS
                    )
                if given_up:
                    raise _translated(fault) from fault
            if self._closing.wait(next(pauses)):
                raise Unavailable("SalesDesk is closing; nothing was changed.", kind="closing")

    def _act_once(self, work: Callable[[UnitOfWork], T], lock_wait: int | None) -> T:
        with (
            self._writing.connect() as connection,
            self._lock_wait(connection, lock_wait),
            connection.begin(),
        ):
            return work(UnitOfWork(connection, self.catch_up))

    @contextmanager
    def _lock_wait(self, connection: Connection, seconds: int | None) -> Iterator[None]:
        """Set the session's lock wait for one transaction; a pooled connection gets it back."""
        if seconds is None or self.dialect == "sqlite":
            yield
            return
        with connection.begin():
            before = connection.execute(text("SELECT @@SESSION.innodb_lock_wait_timeout")).scalar()
            connection.execute(text(f"SET SESSION innodb_lock_wait_timeout = {int(seconds)}"))
        try:
            yield
        finally:
            if not connection.invalidated:
                with connection.begin():
                    connection.execute(
                        text(f"SET SESSION innodb_lock_wait_timeout = {int(before or 5)}")
                    )

    @cached_property
    def clustered(self) -> bool:
        """Whether the server is a node of a Galera cluster."""
        if self.dialect == "sqlite":
            return False
        with self.engine.connect() as connection:
            row = connection.execute(text("SHOW GLOBAL VARIABLES LIKE 'wsrep_on'")).first()
        return row is not None and str(row[1]).upper() == "ON"

    def catch_up(self) -> None:
        """On a cluster, wait until this node has applied what the others have committed.

        One causal SELECT on a second connection, since inside a transaction it acts at BEGIN
        only (rules.md, "How every act writes", 8). Nothing elsewhere.
        """
        if self.clustered:
            with self.engine.connect() as connection:
                autocommit = connection.execution_options(isolation_level="AUTOCOMMIT")
                autocommit.execute(text("SET SESSION wsrep_sync_wait = 7"))
                autocommit.execute(text("SELECT 1"))

    def close(self) -> None:
        """End waiting acts and close all connections."""
        self._closing.set()
        self.engine.dispose()


def _repeatable(fault: DBAPIError) -> bool:
    """Whether the same unit can succeed when it is simply run again.

    A duplicate key that reaches this far is two first writers of one of SalesDesk's own rows:
    the second finds the row when it is run again.
    """
    return (
        faults.is_deadlock(fault)
        or faults.is_lock_timeout(fault)
        or (isinstance(fault, IntegrityError) and faults.is_duplicate(fault))
    )


def _pauses() -> Iterator[float]:
    """Growing pauses with jitter, in seconds."""
    pause = _FIRST_PAUSE
    while True:
        yield random.uniform(pause / 2, pause)  # noqa: S311 - jitter, not a secret
        pause = min(pause * 2, _LONGEST_PAUSE)


def _translated(fault: DBAPIError) -> Exception:
    """The fault as what it is to a person: an outage, or the bug that it stays."""
    found = faults.explain(fault)
    if found is None:
        return fault
    return Unavailable(found.text, kind=found.kind)
