"""Keeping the summaries true for what others wrote: the first filling, the sweep, the mending.

The booking application writes no summaries. So one desktop at a time compares all customers with
their summaries without a lock, and reckons those that differ anew, at most 50 at once under their
locks, all of it read after the lock: what an act wrote meanwhile is never put back. A summary
decides nothing, so what is found late shows a customer in the wrong place and no more.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial

from salesdesk.domain.events import new_id
from salesdesk.domain.moments import DAY
from salesdesk.domain.summary import settings_mark
from salesdesk.services.desk import Desk
from salesdesk.storage.summaries import (
    SUMMARIES_FILLED,
    SUMMARIES_MARK,
    SUMMARIES_RECKONED,
    SUMMARIES_SWEPT,
    Wrong,
)
from salesdesk.storage.unit_of_work import LockTimeout, Reading, UnitOfWork

#: Customers that are locked in one transaction, and how many seconds it waits for their locks.
BATCH = 50
LOCK_WAIT_SECONDS = 1

#: Customers that are compared, and reckoned, in one stretch. Without an index by customer each
#: stretch that reckons scans the ownership history once.
COMPARED = 5_000
RECKONED = 1_000
SCANNED = 20_000

#: One desktop's sweep is enough for all of them this long; every customer is reckoned once a day.
REST = timedelta(minutes=10)
WHOLE_AFTER = DAY

#: Events do not commit in the order of their moments.
OVERLAP = timedelta(hours=1)

#: Whoever sweeps says so again at least this often; another desktop may take over afterwards.
LEASE = timedelta(minutes=2)
SAID_EVERY = timedelta(seconds=30)

_SWEEPER = "summaries_sweeper"
_FIRST = ""

#: Takes the number of customers that were looked at since the last call.
Told = Callable[[int], object]


@dataclass(frozen=True, slots=True)
class Swept:
    """What came of a sweep.

    Attributes:
        at: when it began.
        changed: summaries that were not what the rows said.
        left_over: customers that somebody else held locked; the next sweep sees them again.
        whole: every customer was reckoned, not only compared.
        mark: of the settings under which it began.
    """

    at: datetime
    changed: int
    left_over: int
    whole: bool
    mark: str


class _TakenOver(Exception):  # noqa: N818 - another desktop sweeps on
    """This desktop was silent for so long that another one took the sweep over."""


def sweep(desk: Desk, *, unless_within: timedelta = REST) -> Swept | None:
    """Bring the summaries in line with what others wrote; None: it is not this desktop's turn.

    Compares owner, status, dates and existence of all customers; reckons those whom recent events
    and contacts name; once a day all of them, which finds contacts that others back-dated, changed
    or deleted. Acts as the system.

    Args:
        unless_within: do nothing where some desktop began a sweep within this time.

    Raises:
        Unavailable: the database is out of reach; what was mended before stays mended.
    """
    turn = _Turn(desk)
    begun = turn.take(unless_within)
    if begun is None:
        return None
    whole = begun.reckoned is None or begun.now - begun.reckoned >= WHOLE_AFTER
    work = _Sweep(desk, whole, keep=turn.keep)
    try:
        work.all_customers()
        if not whole and begun.swept is not None:
            work.named(begun.swept - OVERLAP)
    except _TakenOver:
        return None
    swept = work.swept(begun)
    turn.end(partial(_note, swept=swept))
    return swept


def reckon_all(desk: Desk, told: Told = lambda _: None) -> Swept:
    """Reckon every customer's summary now, whoever else is at it.

    Raises:
        Unavailable: see `sweep`.
    """
    begun = desk.store.read(_begun)
    work = _Sweep(desk, whole=True, told=told)
    work.all_customers()
    swept = work.swept(begun)
    desk.store.act(partial(_note, swept=swept))
    return swept


def fill(desk: Desk, told: Told = lambda _: None) -> int:
    """Make the summaries that are missing, after an upgrade or a restore; how many changed.

    One that was cut off is run again: it finds what is there and goes on.

    Raises:
        Unavailable: see `sweep`.
    """
    begun = desk.store.read(_begun)
    work = _Sweep(desk, whole=False, told=told)
    work.all_customers()
    # Where there were none, each of them was reckoned.
    swept = replace(work.swept(begun), whole=begun.reckoned is None)
    desk.store.act(partial(_note, swept=swept))
    return swept.changed


def mend(desk: Desk, ids: Iterable[str]) -> int:
    """Reckon these customers' summaries anew: what a list does that saw them differ from the rows.

    Raises:
        Unavailable: the database is out of reach.
    """
    work = _Sweep(desk, whole=False)
    work.mend(Wrong(tuple(sorted(set(ids))), {}))
    return work.changed


def mend_doubted(desk: Desk) -> int:
    """Mend the summaries of those whom lists found in another place than their rows say.

    Raises:
        Unavailable: the database is out of reach; the next call sees them again.
    """
    doubted = set(desk.store.doubted)
    changed = mend(desk, doubted)
    desk.store.doubted.difference_update(doubted)
    return changed


def number(desk: Desk) -> int:
    """How many customers there are, for progress.

    Raises:
        Unavailable: the database is out of reach.
    """
    return desk.store.read(lambda reading: reading.summaries.customers())


def _note(unit: UnitOfWork, swept: Swept) -> None:
    now = unit.clock()
    unit.state.put(SUMMARIES_SWEPT, swept.at.isoformat(), now)
    if swept.whole:
        unit.state.put(SUMMARIES_RECKONED, swept.at.isoformat(), now)
    unit.state.put(SUMMARIES_FILLED, swept.at.isoformat(), now)
    if not swept.left_over:
        unit.state.put(SUMMARIES_MARK, swept.mark, now)


@dataclass
class _Sweep:
    """One walk over all customers, and the mending of those that differ."""

    desk: Desk
    whole: bool
    told: Told = lambda _: None
    keep: Callable[[], None] = lambda: None
    changed: int = 0
    _held_up: list[str] = field(default_factory=list)
    _left_over: int = 0

    def swept(self, begun: _Begun) -> Swept:
        """What came of it."""
        return Swept(begun.now, self.changed, self._left_over, self.whole, begun.mark)

    def all_customers(self) -> None:
        """Compare or reckon everybody by primary key, and forget who is gone."""
        indexed = self.desk.store.read(lambda reading: reading.bindings.indexed())
        after = _FIRST
        while True:
            ids, wrong = self.desk.store.read(partial(self._look, after=after, indexed=indexed))
            if not ids:
                break
            self.mend(wrong)
            self.told(len(ids))
            after = ids[-1]
        self._forget()
        held_up, self._held_up = self._held_up, []
        self.mend(Wrong(tuple(held_up), {}))
        self._left_over = len(self._held_up)

    def named(self, since: datetime) -> None:
        """Reckon the customers of events and contacts from a moment on."""

        def work(reading: Reading) -> Wrong:
            ids = {*reading.summaries.named_by_events(since), *reading.summaries.contacted(since)}
            indexed = reading.bindings.indexed()
            return reading.summaries.wrong(
                ids, reading.settings.limits, reading.now, indexed=indexed
            )

        self.mend(self.desk.store.read(work))

    def mend(self, wrong: Wrong) -> None:
        """Reckon these anew in short transactions; one by one where somebody holds one of them."""
        for begin in range(0, len(wrong.ids), BATCH):
            self.keep()
            batch = wrong.ids[begin : begin + BATCH]
            try:
                self.changed += self._mend(batch, wrong)
            except LockTimeout:
                for one in batch:
                    try:
                        self.changed += self._mend([one], wrong)
                    except LockTimeout:
                        self._held_up.append(one)

    def _mend(self, ids: Sequence[str], wrong: Wrong) -> int:
        def work(unit: UnitOfWork) -> int:
            unit.customers.lock(ids)
            unit.clock()
            unit.touched.anew.update((one, wrong.gathered.get(one)) for one in ids)
            return unit.settle()

        return self.desk.store.act(work, lock_wait=LOCK_WAIT_SECONDS)

    def _look(self, reading: Reading, after: str, *, indexed: bool) -> tuple[list[str], Wrong]:
        """One stretch of the customers, and which of them are to be reckoned anew."""
        length = SCANNED if not indexed else RECKONED if self.whole else COMPARED
        ids = reading.summaries.stretch(after, length)
        if not ids:
            return [], Wrong((), {})
        limits, now = reading.settings.limits, reading.now
        if self.whole:
            return ids, reading.summaries.wrong(ids, limits, now, indexed=indexed)
        mark = settings_mark(limits)
        differing = reading.summaries.differing(ids[0], ids[-1], mark, now)
        if indexed or not differing:
            return ids, Wrong(tuple(differing), {})
        return ids, reading.summaries.wrong(differing, limits, now, indexed=False)

    def _forget(self) -> None:
        while True:
            gone = self.desk.store.read(lambda reading: reading.summaries.orphans(BATCH))
            removed = self._mend(gone, Wrong(tuple(gone), {})) if gone else 0
            self.changed += removed
            if not removed:
                return


@dataclass(frozen=True, slots=True)
class _Begun:
    now: datetime
    swept: datetime | None
    reckoned: datetime | None
    mark: str


def _begun(reading: Reading) -> _Begun:
    return _Begun(
        reading.now,
        reading.state.moment(SUMMARIES_SWEPT),
        reading.state.moment(SUMMARIES_RECKONED),
        settings_mark(reading.settings.limits),
    )


class _Turn:
    """Whose turn it is to sweep: a note that is changed conditionally and expires.

    No lock of the server's does it: on a cluster each node would have its own.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._token = new_id()
        self._value: str | None = None
        self._said = 0.0

    def take(self, unless_within: timedelta) -> _Begun | None:
        """Take the turn; None: it was somebody's just now."""

        def work(unit: UnitOfWork) -> tuple[_Begun, str] | None:
            now = unit.clock()
            if _rested(unit, unless_within):
                return None
            seen = unit.state.get(_SWEEPER)
            if seen is not None and _is_kept(seen, now):
                return None
            value = self._until(now + LEASE)
            if not unit.state.replace(_SWEEPER, seen, value, now):
                return None
            return _begun(unit), value

        if self._desk.store.read(partial(_rested, span=unless_within)):
            return None
        taken = self._desk.store.act(work)
        if taken is None:
            return None
        begun, self._value = taken
        self._said = time.monotonic()
        return begun

    def keep(self) -> None:
        """Say now and then that this desktop is still at it.

        Raises:
            _TakenOver: another one has taken over.
        """
        if time.monotonic() - self._said < SAID_EVERY.total_seconds():
            return

        def work(unit: UnitOfWork) -> str | None:
            now = unit.clock()
            value = self._until(now + LEASE)
            return value if unit.state.replace(_SWEEPER, self._value, value, now) else None

        kept = self._desk.store.act(work)
        if kept is None:
            raise _TakenOver
        self._value, self._said = kept, time.monotonic()

    def end(self, note: Callable[[UnitOfWork], None]) -> None:
        """Give the turn back and note what was done; nothing where another has taken over."""

        def work(unit: UnitOfWork) -> None:
            now = unit.clock()
            if unit.state.replace(_SWEEPER, self._value, self._until(now), now):
                note(unit)

        self._desk.store.act(work)

    def _until(self, moment: datetime) -> str:
        return f"{self._token} {moment.isoformat()}"


def _rested(reading: Reading, span: timedelta) -> bool:
    """Whether a sweep began within this time; one that lies ahead is of a clock that was wrong."""
    swept = reading.state.moment(SUMMARIES_SWEPT)
    return swept is not None and timedelta() <= reading.now - swept < span


def _is_kept(turn: str, now: datetime) -> bool:
    until = datetime.fromisoformat(turn.partition(" ")[2])
    return now < until <= now + LEASE
