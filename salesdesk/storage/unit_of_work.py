"""One transaction at a time: what it reads and writes, when it is repeated, when it is given up.

`Store.act` runs a unit of work in the order of docs/rules.md, "How every act writes": deadlocks and
lock waits repeat the whole unit, a lost connection runs it again with the same ids, and an act
whose event is stored already is not done twice. No commit means rollback.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import UTC, datetime, timedelta
from functools import cached_property, partial
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, Select, select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from salesdesk.domain.errors import Unavailable
from salesdesk.domain.moments import whole_seconds
from salesdesk.domain.permissions import Permission
from salesdesk.domain.refusals import Reason, Why
from salesdesk.domain.settings import SharedSettings
from salesdesk.storage.db import faults
from salesdesk.storage.db.at_clock import CLOCK
from salesdesk.storage.db.cancel import Stopper, stoppable
from salesdesk.storage.db.engine import reading_engine, require_transaction, waiting_for_locks
from salesdesk.storage.db.retry import (
    PATIENCE_SECONDS,
    RECONNECT_SECONDS,
    CommitFailed,
    NotConnected,
    RetryPolicy,
    translated,
)
from salesdesk.storage.db.together import Together
from salesdesk.storage.db.types import db_now
from salesdesk.storage.stores.absences import AbsenceStore
from salesdesk.storage.stores.bindings import BindingStore
from salesdesk.storage.stores.contact_hours import ContactHourStore
from salesdesk.storage.stores.contacts import ContactStore
from salesdesk.storage.stores.customers import CustomerStore
from salesdesk.storage.stores.daily_counts import DailyCountStore
from salesdesk.storage.stores.events import AlreadyDone, EventStore
from salesdesk.storage.stores.imports import ImportStore
from salesdesk.storage.stores.kept_clocks import KeptClockStore
from salesdesk.storage.stores.leaving import LeavingStore
from salesdesk.storage.stores.links import LinkStore
from salesdesk.storage.stores.message_templates import MessageTemplateStore
from salesdesk.storage.stores.pauses import PauseStore
from salesdesk.storage.stores.people import PeopleStore, known_permissions, rights
from salesdesk.storage.stores.phones import PhoneStore
from salesdesk.storage.stores.plans import PlanStore, ProtectionStore
from salesdesk.storage.stores.program_version import lowest_version, too_old
from salesdesk.storage.stores.release_runs import AgentStore, RunStore
from salesdesk.storage.stores.search_texts import SearchTextStore
from salesdesk.storage.stores.set_asides import SetAsideStore
from salesdesk.storage.stores.settings import (
    SettingStore,
    StateStore,
    settings_beside,
    settings_of,
    settings_reading,
)
from salesdesk.storage.stores.sign_ins import SignInStore
from salesdesk.storage.stores.summaries import SummaryStore, Touched
from salesdesk.storage.stores.targets import TargetStore

T = TypeVar("T")

#: For how long what is only shown goes by the settings that were read last.
KEPT_SECONDS = 60

_SETTINGS, _RIGHTS = "settings", "rights"

#: Made once: every act reads the clock.
_NOW = settings_beside(db_now().label("now"))
_NOW_AND_VERSION = settings_beside(db_now().label("now"), lowest_version().label("lowest"))

#: What the driver, the pool and the encoding of texts raise.
_FAULTS = (DBAPIError, PoolTimeout, UnicodeEncodeError)


_log = logging.getLogger(__name__)


class LockTimeout(Exception):  # noqa: N818 - a state that the release run reacts to
    """A row stayed locked by somebody else for as long as the caller wanted to wait."""


class Kept:
    """The shared settings as they were read last, for what is shown within the next minute."""

    def __init__(self) -> None:
        self._settings: SharedSettings | None = None
        self._read_at = 0.0

    def keep(self, settings: SharedSettings) -> None:
        """Note settings that were just read."""
        self._settings, self._read_at = settings, time.time()

    def forget(self) -> None:
        """Have them read again: somebody changed one."""
        self._settings = None

    def get(self) -> SharedSettings | None:
        """The settings; None: there are none, or they are older than a minute."""
        fresh = 0 <= time.time() - self._read_at < KEPT_SECONDS
        return self._settings if fresh else None


class Reading:
    """What only reads: on a server each statement by itself, on SQLite a transaction.

    What has to agree is one statement, or read in a `Store.snapshot`.
    """

    def __init__(
        self, connection: Connection, noticed: Callable[[datetime], None], kept: Kept
    ) -> None:
        self.connection = connection
        self._noticed = noticed
        self._kept = kept
        self.touched = Touched()
        self.customers = CustomerStore(connection, self.touched)
        self.bindings = BindingStore(connection, self.touched)
        self.contacts = ContactStore(connection)
        self.events = EventStore(connection)
        self.people = PeopleStore(connection)
        self.phones = PhoneStore(connection)
        self.plans = PlanStore(connection)
        self.protections = ProtectionStore(connection)
        self.kept_clocks = KeptClockStore(connection)
        self.set_asides = SetAsideStore(connection)
        self.pauses = PauseStore(connection)
        self.absences = AbsenceStore(connection)
        self.targets = TargetStore(connection)
        self.links = LinkStore(connection)
        self.runs = RunStore(connection)
        self.agents = AgentStore(connection)
        self.stored_settings = SettingStore(connection)
        self.state = StateStore(connection)
        self.daily_counts = DailyCountStore(connection)
        self.contact_hours = ContactHourStore(connection)
        self.message_templates = MessageTemplateStore(connection)
        self.imports = ImportStore(connection, self.touched)
        self.summaries = SummaryStore(connection)
        self.search_texts = SearchTextStore(connection)
        self.leaving = LeavingStore(connection)
        self.sign_ins = SignInStore(connection)

    @cached_property
    def now(self) -> datetime:
        """The database's clock at the first use, UTC, in whole seconds."""
        return self.clock()

    @cached_property
    def settings(self) -> SharedSettings:
        """The shared settings as they now stand, for what is decided; the clock comes with them."""
        found, settings = self.stored_settings.beside(_NOW)
        self.__dict__.setdefault("now", self._told(found.now))
        self._kept.keep(settings)
        return settings

    @cached_property
    def recent_settings(self) -> SharedSettings:
        """The shared settings as they were within the last minute, for what is only shown."""
        return self._kept.get() or self.settings

    def permissions(self, uid: str) -> frozenset[Permission]:
        """What a person's roles allow now."""
        return self.people.permissions(uid)

    def clock(self) -> datetime:
        """The database's clock, read in a new statement, UTC, in whole seconds."""
        moment: datetime = self.connection.execute(select(db_now())).scalar_one()
        return self._told(moment)

    def at_clock(self, asked: Together[str], values: Mapping[str, object]) -> dict[str, list[Any]]:
        """The rows of readings that bring the clock with them (`beside_clock`): it is `now`."""
        found = asked.rows(self.connection, values)
        (clock,) = found.pop(CLOCK)
        self.now = self._told(clock.now)
        return found

    def clock_beside(self, note: str) -> tuple[datetime, str | None]:
        """The database's clock, and a note of ours, in one statement."""
        statement = select(db_now().label("now"), self.state.stored(note).label("noted"))
        found = self.connection.execute(statement).one()
        return self._told(found.now), found.noted

    def _told(self, moment: datetime) -> datetime:
        now = whole_seconds(moment)
        self._noticed(now)
        return now


class Look:
    """What an act reads under its lock beside its clock and the settings; made once.

    Attributes:
        alone: without anybody's rights.
        with_rights: and what the person `uid` may.
    """

    def __init__(self, readings: Mapping[str, Select[Any]]) -> None:
        clock = select(db_now().label("now"), lowest_version().label("lowest"))
        asked = {**readings, CLOCK: clock, _SETTINGS: settings_reading()}
        self.alone = Together(asked)
        self.with_rights = Together({**asked, _RIGHTS: rights()})


class UnitOfWork(Reading):
    """A transaction that writes; it is committed by `Store.act` when the work returns."""

    def __init__(
        self,
        connection: Connection,
        noticed: Callable[[datetime], None],
        kept: Kept,
        catch_up: Callable[[], None],
        host: str,
    ) -> None:
        super().__init__(connection, noticed, kept)
        self.events = EventStore(connection, host)
        self.catch_up = catch_up
        self._read_at: datetime | None = None
        self._held: dict[str, frozenset[Permission]] = {}

    @cached_property
    def settings(self) -> SharedSettings:
        """The shared settings, as this transaction sees them."""
        return self.stored_settings.read()

    @property
    def recent_settings(self) -> SharedSettings:
        """The same: an act decides, and on what stands now."""
        return self.settings

    def clock(self) -> datetime:
        """The database's clock, read in a new statement; and whether this program may still write.

        Every act reads the clock, so the noted lowest version and the shared settings come with it.

        Raises:
            Unavailable: the lowest version was raised above this program's meanwhile.
        """
        found, settings = self.stored_settings.beside(_NOW_AND_VERSION)
        return self._stands(found, settings)

    def look(
        self, look: Look, values: Mapping[str, object], uid: str | None = None
    ) -> dict[str, list[Any]]:
        """The clock as `clock` reads it, and beside it what an act decides on: one new statement.

        Args:
            values: of the parameters that the readings name.
            uid: whose permissions are read as well, for `permissions`.

        Raises:
            Unavailable: the lowest version was raised above this program's meanwhile.
        """
        if uid is None:
            found = look.alone.rows(self.connection, values)
        else:
            found = look.with_rights.rows(self.connection, {**values, "uid": uid})
            self._held[uid] = known_permissions(found.pop(_RIGHTS))
        self._stands(found.pop(CLOCK)[0], settings_of(found.pop(_SETTINGS)))
        return found

    def _stands(self, found: Any, settings: SharedSettings) -> datetime:
        told = too_old(found.lowest)
        if told is not None:
            raise Unavailable(told, kind="version")
        self.settings = settings
        self._read_at = self._told(found.now)
        return self._read_at

    @property
    def looked_at(self) -> datetime:
        """The clock as it was read last in this transaction.

        Raises:
            Unavailable: as of `clock`, where it was not read yet.
        """
        return self._read_at or self.clock()

    def permissions(self, uid: str) -> frozenset[Permission]:
        """What a person's roles allow, as this transaction has read it."""
        found = self._held.get(uid)
        return found if found is not None else self.people.permissions(uid)

    def settle(self) -> int:
        """Bring the summaries of the customers that this unit touched in line; how many were not.

        The last statements of a transaction that writes, each after the lock: an act that does
        not lock its customers has nothing to settle.
        """
        if not self.touched.customers:
            return 0
        now = self.looked_at
        changed = self.summaries.bring_in_line(self.touched, self.settings.limits, now)
        self.touched.customers.clear()
        self.touched.known.clear()
        return changed

    def require_version(self) -> None:
        """Check that this program may still write, where the work has not asked for the clock.

        Raises:
            Unavailable: the lowest version was raised above this program's meanwhile.
        """
        if self._read_at is None:
            self.clock()


class Store:
    """The database, as units of work.

    Whatever is read or done may raise `Unavailable`: the database is out of reach, or lacks
    something an administrator owes.

    Attributes:
        engine: for the storage layer and the parts that put the program together.
        host: the name of this computer, which every event keeps; '' none.
        patience: seconds for which an act is repeated against deadlocks and locked rows.
        reconnect: seconds for which a connection lost in mid-act is made anew.
        doubted: customers whom a list found in another place than their own rows say; a reading
            does not mend their summaries, whoever sweeps next does.
    """

    def __init__(
        self,
        engine: Engine,
        *,
        host: str = "",
        retries: float = PATIENCE_SECONDS,
        reconnect: float = RECONNECT_SECONDS,
    ) -> None:
        self.engine = engine
        self.host = host
        self._readings = reading_engine(engine)
        self._kept = Kept()
        self.retries = retries
        self.reconnect = reconnect
        self._writing = engine.execution_options(salesdesk_write=True)
        self.doubted: set[str] = set()
        self._closing = threading.Event()
        self._ahead = timedelta()

    def _notice(self, now: datetime) -> None:
        """Note how far the database's clock is ahead of this computer's."""
        self._ahead = now - datetime.now(UTC)

    def reckoned_now(self) -> datetime:
        """The moment by this computer's clock, corrected by what is known of the database's.

        It decides nothing: it is for what is typed while the database cannot be asked.
        """
        return whole_seconds(datetime.now(UTC) + self._ahead)

    def forget_settings(self) -> None:
        """Have what is shown next go by the settings as they then stand."""
        self._kept.forget()

    @property
    def dialect(self) -> str:
        """'sqlite' or 'mysql' (MariaDB included)."""
        return "sqlite" if self.engine.dialect.name == "sqlite" else "mysql"

    def read(self, work: Callable[[Reading], T]) -> T:
        """Run work that only reads.

        A connection that turns out to be lost is made anew once, and the work run again.
        """
        try:
            try:
                return self._read_once(work)
            except DBAPIError as fault:
                if not faults.is_connection_lost(fault):
                    raise
                _log.warning("%s: %s, read again", _name_of(work), faults.short(fault))
            return self._read_once(work)
        except NotConnected as fault:
            raise translated(fault.reason) from fault.reason
        except _FAULTS as fault:
            raise translated(fault) from fault

    def _read_once(self, work: Callable[[Reading], T]) -> T:
        with _connected(self._readings) as connection, stoppable(connection):
            return work(Reading(connection, self._notice, self._kept))

    def snapshot(self, work: Callable[[Reading], T]) -> T:
        """Run long work that only reads, all of it as of one moment; it is never run twice.

        On a server this is the one transaction that is not READ COMMITTED: a list that is read
        page by page would otherwise hold a customer twice who moved to its end meanwhile.
        """
        try:
            with _connected(self.engine) as connection:
                if self.dialect == "mysql":
                    connection = connection.execution_options(isolation_level="REPEATABLE READ")
                return work(Reading(connection, self._notice, self._kept))
        except NotConnected as fault:
            raise translated(fault.reason) from fault.reason
        except _FAULTS as fault:
            raise translated(fault) from fault

    def stopper(self) -> Stopper:
        """What stops one job's reading; see `Stopper.watching`."""
        return Stopper(self.engine)

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
            Refusal: the database cannot store what was typed; nothing was changed.
            Unavailable: as everywhere, or a lock did not come free in time; its
                `maybe_done` says whether the act may be stored all the same.
            LockTimeout: only with `lock_wait`.
        """
        retries = RetryPolicy(self.retries, self.reconnect, _name_of(work))
        unknown = False
        while not self._closing.is_set():
            try:
                return self._act_once(work, lock_wait)
            except AlreadyDone:
                if done is None:
                    raise
                work, done, unknown = done, None, True
                continue
            except NotConnected as fault:
                if not retries.goes_on_unconnected(fault):
                    raise translated(fault.reason, maybe_done=unknown) from fault.reason
            except CommitFailed as fault:
                unknown = unknown or faults.is_connection_lost(fault.reason)
                if not retries.goes_on(fault.reason):
                    raise translated(fault.reason, maybe_done=unknown) from fault.reason
            except _FAULTS as fault:
                if lock_wait is not None and _waited_too_long(fault):
                    raise LockTimeout from fault
                if not retries.goes_on(fault):
                    raise translated(fault, maybe_done=unknown) from fault
            self._closing.wait(retries.pause())
        raise Unavailable(Reason.of(Why.CLOSING), kind="closing", maybe_done=unknown)

    def _act_once(self, work: Callable[[UnitOfWork], T], lock_wait: int | None) -> T:
        with (
            _connected(self._writing) as connection,
            _waiting(connection, lock_wait),
            connection.begin() as transaction,
        ):
            require_transaction(connection)
            unit = UnitOfWork(connection, self._notice, self._kept, self.catch_up, self.host)
            answer = work(unit)
            unit.settle()
            unit.require_version()
            try:
                transaction.commit()
            except DBAPIError as fault:
                raise CommitFailed(fault) from fault
            if unit.stored_settings.changed:
                self._kept.forget()
            return answer

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
        only (docs/rules.md, "How every act writes", 8). Nothing elsewhere.
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


def _waiting(connection: Connection, seconds: int | None) -> AbstractContextManager[None]:
    return nullcontext() if seconds is None else waiting_for_locks(connection, seconds)


@contextmanager
def _connected(engine: Engine) -> Iterator[Connection]:
    """A connection; a fault in making one is told from a fault in using one.

    Raises:
        NotConnected: none could be made, so nothing was sent to the server.
    """
    try:
        connection = engine.connect()
    except (DBAPIError, PoolTimeout) as fault:
        raise NotConnected(fault) from fault
    with connection:
        yield connection


def _name_of(work: Callable[..., object]) -> str:
    """What is run, by the function that made it."""
    made = work.func if isinstance(work, partial) else work
    name = getattr(made, "__qualname__", type(made).__qualname__)
    return f"{made.__module__}.{name}".removeprefix("salesdesk.").replace(".<locals>", "")


def _waited_too_long(fault: Exception) -> bool:
    return isinstance(fault, DBAPIError) and faults.is_lock_timeout(fault)
