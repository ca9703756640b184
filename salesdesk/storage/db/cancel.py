"""Stopping on the server what nobody waits for any more.

A newer search makes an older one's answer void; without this the server would still work it out.
MySQL has `KILL QUERY` from a second connection, SQLite an interrupt.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

from sqlalchemy import Connection, Engine

T = TypeVar("T")

_current: ContextVar[Stopper | None] = ContextVar("salesdesk_stopper", default=None)


class Stopped(Exception):  # noqa: N818 - a state that nobody waits for
    """The job was stopped before it began its next reading, or its next part."""


class Stopper:
    """Stops one job, from any thread, as often as one likes.

    While a connection is the job's, stopping holds the lock under which it is given back, so
    that it cannot hit another job's statement on the same connection.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._lock = threading.Lock()
        self._reading: Connection | None = None
        self._stopped = False

    @property
    def stopped(self) -> bool:
        """Whether nobody waits for the job any more."""
        return self._stopped

    def watching(self, work: Callable[[], T]) -> Callable[[], T]:
        """The work, with whatever it reads stoppable by `stop`."""

        def run() -> T:
            token = _current.set(self)
            try:
                return work()
            finally:
                _current.reset(token)

        return run

    def stop(self) -> None:
        """Stop the statement that is under way, and let no further one begin.

        Raises:
            DBAPIError: the server could not be asked; the statement goes on.
        """
        with self._lock:
            self._stopped = True
            if self._reading is None:
                return
            driver = self._reading.connection.dbapi_connection
            if driver is None:
                return
            if self._engine.dialect.name == "sqlite":
                driver.interrupt()
                return
            with self._engine.connect() as second:
                second.exec_driver_sql(f"KILL QUERY {int(driver.thread_id())}")

    @contextmanager
    def reading(self, connection: Connection) -> Iterator[None]:
        """While this lasts, the connection is the job's.

        Raises:
            Stopped: the job was stopped already.
        """
        with self._lock:
            if self._stopped:
                raise Stopped
            self._reading = connection
        try:
            yield
        finally:
            with self._lock:
                self._reading = None


def raise_if_stopped() -> None:
    """Let a job of many parts, if it was stopped, end between two of them.

    Raises:
        Stopped: it was stopped.
    """
    stopper = _current.get()
    if stopper is not None and stopper.stopped:
        raise Stopped


@contextmanager
def stoppable(connection: Connection) -> Iterator[None]:
    """Let the job that runs on this thread, if it has a stopper, be stopped meanwhile."""
    stopper = _current.get()
    if stopper is None:
        yield
        return
    with stopper.reading(connection):
        yield
