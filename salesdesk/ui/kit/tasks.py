"""Work off the UI thread: a command lane and a query lane (docs/architecture.md).

Commands run one after another, in the order in which they were given, and each is answered.
Queries run two at a time; a newer query with the same key voids the older one, which is then
cancelled if it can be and never answered.

Answers arrive on the UI thread, in bound methods of QObjects only: after a widget is gone its
bound slot is not called, where a lambda still would be, and would raise.
"""

from __future__ import annotations

import logging
import queue
import threading
import time
import weakref
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from enum import Enum
from functools import partial
from typing import Any, TypeAlias, TypeVar, cast

import shiboken6
from PySide6.QtCore import QObject, QThread, Signal, Slot

T = TypeVar("T")
_log = logging.getLogger(__name__)
QUERY_WORKERS = 2

#: Makes of a work one that can be stopped, and what stops it.
Stoppable: TypeAlias = Callable[[Callable[[], Any]], tuple[Callable[[], Any], Callable[[], None]]]


class _State(Enum):
    WAITING = "waiting"
    RUNNING = "running"
    OVER = "over"


@dataclass(eq=False, slots=True)
class _Job:
    """One piece of work on its way through a lane.

    The lock is held whenever `state` moves, and while the cancel hook runs: a cancel can then
    never hit the work of a later job.
    """

    work: Callable[[], object]
    on_done: weakref.WeakMethod[Callable[[Any], object]]
    on_error: weakref.WeakMethod[Callable[[Any], object]]
    key: Hashable | None
    cancel: Callable[[], None] | None
    state: _State = _State.WAITING
    void: bool = False
    lock: threading.Lock = field(default_factory=threading.Lock)

    def run(self) -> tuple[object, BaseException | None]:
        """Do the work; called by a worker. Nothing that is raised escapes."""
        with self.lock:
            if self.void:
                self.state = _State.OVER
                return None, None
            self.state = _State.RUNNING
        result: object = None
        error: BaseException | None = None
        try:
            result = self.work()
        except BaseException as raised:
            error = raised
        with self.lock:
            self.state = _State.OVER
        return result, error

    def stop(self) -> None:
        """Call the cancel hook if the work is under way; called by the cancel worker."""
        with self.lock:
            if self.state is not _State.RUNNING or self.cancel is None:
                return
            try:
                self.cancel()
            except Exception:
                # The answer is void anyway: a cancel that fails costs the server, not the user.
                _log.warning("a stale query could not be cancelled", exc_info=True)


@dataclass(frozen=True, slots=True)
class _Answer:
    """What a worker hands to the UI thread."""

    job: _Job
    result: object
    error: BaseException | None


class _Lane:
    """Some worker threads over one queue; they start with the first work and end at `close`."""

    def __init__(self, name: str, workers: int) -> None:
        self._name = name
        self._workers = workers
        self._queue: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._threads: list[threading.Thread] = []

    def put(self, work: Callable[[], None]) -> None:
        self._queue.put(work)
        if len(self._threads) < self._workers:
            # A daemon, so that a driver that hangs for ever cannot keep the process alive.
            name = f"salesdesk-{self._name}-{len(self._threads)}"
            thread = threading.Thread(target=self._loop, name=name, daemon=True)
            self._threads.append(thread)
            thread.start()

    def _loop(self) -> None:
        while (work := self._queue.get()) is not None:
            work()

    def close(self) -> None:
        """Let every thread end after the work that is already queued."""
        for _ in self._threads:
            self._queue.put(None)

    def join(self, deadline: float) -> bool:
        """Wait for the threads until `time.monotonic()` reaches the deadline."""
        for thread in self._threads:
            thread.join(max(deadline - time.monotonic(), 0))
        self._threads = [thread for thread in self._threads if thread.is_alive()]
        return not self._threads


class Tasks(QObject):
    """The two lanes. Made, called and answered on the UI thread only.

    Signals:
        settled(): the last job under way has been answered.
        unclaimed(object): result or exception of a command whose receiver is gone, so that
            neither a change nor a fault gets lost.
    """

    settled = Signal()
    unclaimed = Signal(object)
    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._commands = _Lane("command", 1)
        self._queries = _Lane("query", QUERY_WORKERS)
        self._cancels = _Lane("cancel", 1)
        self._pending: set[_Job] = set()
        self._newest: dict[Hashable, _Job] = {}
        self._stoppable: Stoppable | None = None
        self._closed = False
        self._arrived.connect(self._deliver)

    def stop_with(self, stoppable: Stoppable | None) -> None:
        """From now on a voided query is stopped this way, where it names no way of its own."""
        self._stoppable = stoppable

    def command(
        self,
        work: Callable[[], T],
        on_done: Callable[[T], object],
        on_error: Callable[[Exception], object],
    ) -> None:
        """Run a command after all earlier ones; one of the two slots gets the answer.

        Raises:
            TypeError: a slot is no bound method of a QObject.
            RuntimeError: called off the UI thread, or after shutdown.
        """
        self._submit(self._commands, self._job(work, on_done, on_error, None, None))

    def query(
        self,
        key: Hashable,
        work: Callable[[], T],
        on_done: Callable[[T], object],
        on_error: Callable[[Exception], object],
        cancel: Callable[[], None] | None = None,
    ) -> None:
        """Run a query; an older one with this key is void from now on.

        Args:
            cancel: called on a thread of its own if this query is voided while it runs. It must
                be harmless if the work ends in that moment.

        Raises:
            TypeError, RuntimeError: as `command`.
        """
        if cancel is None and self._stoppable is not None:
            work, cancel = self._stoppable(work)
        job = self._job(work, on_done, on_error, key, cancel)
        self.void(key)
        self._newest[key] = job
        self._submit(self._queries, job)

    def void(self, key: Hashable) -> None:
        """Void the query with this key, if one is under way: it will not be answered."""
        job = self._newest.pop(key, None)
        if job is None:
            return
        job.void = True
        if job.cancel is not None:
            self._cancels.put(job.stop)

    def is_idle(self) -> bool:
        """Whether every job has been answered."""
        return not self._pending

    def shutdown(self, timeout_ms: int = 5000) -> bool:
        """Void the queries, then wait until commands and workers are through.

        Commands that were given are still carried out, but nobody is answered any more.

        Returns:
            Whether all workers ended in time; those that did not die with the process.
        """
        if not self._closed:
            self._closed = True
            for key in list(self._newest):
                self.void(key)
            for lane in (self._commands, self._queries, self._cancels):
                lane.close()
        deadline = time.monotonic() + timeout_ms / 1000
        # All are joined, also when the first was late: a list, not a generator.
        lanes = [self._commands, self._queries, self._cancels]
        ended = all([lane.join(deadline) for lane in lanes])  # noqa: C419
        self._pending.clear()
        return ended

    def _job(
        self,
        work: Callable[[], object],
        on_done: Callable[[T], object],
        on_error: Callable[[Exception], object],
        key: Hashable | None,
        cancel: Callable[[], None] | None,
    ) -> _Job:
        return _Job(work, _bound(on_done), _bound(on_error), key, cancel)

    def _submit(self, lane: _Lane, job: _Job) -> None:
        if QThread.currentThread() is not self.thread():
            raise RuntimeError("tasks are given on the UI thread only")
        if self._closed:
            raise RuntimeError("tasks were shut down")
        self._pending.add(job)
        lane.put(partial(self._run, job))

    def _run(self, job: _Job) -> None:
        answer = _Answer(job, *job.run())
        if not self._closed:
            self._arrived.emit(answer)

    @Slot(object)
    def _deliver(self, answer: _Answer) -> None:
        job = answer.job
        if job not in self._pending:
            return
        self._pending.discard(job)
        if job.key is not None and self._newest.get(job.key) is job:
            del self._newest[job.key]
        try:
            if not job.void:
                self._hand_over(answer)
        finally:
            if not self._pending:
                self.settled.emit()

    def _hand_over(self, answer: _Answer) -> None:
        job, error = answer.job, answer.error
        slot = (job.on_done if error is None else job.on_error)()
        payload = answer.result if error is None else error
        if slot is not None and shiboken6.isValid(_receiver(slot)):
            slot(payload)
        elif job.key is None:
            self.unclaimed.emit(payload)


def _receiver(slot: Callable[..., object]) -> QObject:
    return cast("QObject", getattr(slot, "__self__", None))


def _bound(slot: Callable[..., object]) -> weakref.WeakMethod[Callable[[Any], object]]:
    if not isinstance(_receiver(slot), QObject):
        raise TypeError("a slot must be a bound method of a QObject")
    return weakref.WeakMethod(slot)
