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
from salesdesk.domain.summary import settings_mark
from salesdesk.services import sweep_turn
from salesdesk.services.session import Session
from salesdesk.services.sweep_turn import (
    Begun,
    Reckoning,
    TakenOver,
    Turn,
    forget_reckoning,
)
from salesdesk.storage.db.cancel import raise_if_stopped
from salesdesk.storage.db.slots import LOCKED_AT_ONCE
from salesdesk.storage.stores.summaries import Wrong
from salesdesk.storage.stores.summary_notes import (
    SUMMARIES_CHANGED,
    SUMMARIES_FILLED,
    SUMMARIES_MARK,
    SUMMARIES_RECKONED,
    SUMMARIES_SWEPT,
    SUMMARIES_SWEPT_UNDER,
)
from salesdesk.storage.unit_of_work import LockTimeout, Reading, UnitOfWork

#: Customers that are locked in one transaction, and how many seconds it waits for their locks.
BATCH = LOCKED_AT_ONCE
LOCK_WAIT_SECONDS = 1

#: Customers that are compared, and reckoned, in one stretch. Without an index by customer each
#: stretch that reckons scans the ownership history once.
COMPARED = 5_000
RECKONED = 1_000
SCANNED = 20_000

#: One desktop's sweep is enough for all of them this long.
REST = timedelta(minutes=10)

#: A reckoning of everybody that takes longer goes on with the next sweep, which compares first: or
#: what others wrote meanwhile would not be seen until its end.
PORTION = REST

#: Events do not commit in the order of their moments.
OVERLAP = timedelta(hours=1)

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
        mark: of the settings under which it began.
        reckoned: since when every customer was reckoned, not only compared; None: that is not
            through.
    """

    at: datetime
    changed: int
    left_over: int
    mark: str
    reckoned: datetime | None = None

    @property
    def whole(self) -> bool:
        """Whether it ended a reckoning of every customer."""
        return self.reckoned is not None


def sweep(session: Session, *, unless_within: timedelta = REST) -> Swept | None:
    """Bring the summaries in line with what others wrote; None: it is not this desktop's turn.

    Compares owner, status, dates and existence of all customers; reckons those whom recent events
    and contacts name; once a day all of them, which finds contacts that others back-dated, changed
    or deleted. That may take several sweeps, each of which goes on where the last one came to, on
    whichever desktop. Acts as the system.

    Args:
        unless_within: do nothing where some desktop began a sweep within this time, under the
            settings that now hold.

    Raises:
        Unavailable: the database is out of reach; what was mended before stays mended.
        Stopped: nobody waits for it any more; the same.
    """
    turn = Turn(session)
    begun = turn.take(unless_within)
    if begun is None:
        return None
    try:
        swept = _swept(session, turn, begun)
    except TakenOver:
        return None
    turn.end(partial(_note, swept=swept))
    return swept


def _swept(session: Session, turn: Turn, begun: Begun) -> Swept:
    until = time.monotonic() + PORTION.total_seconds()
    comparing = _Sweep(session, whole=False, keep=turn.keep)
    comparing.all_customers()
    if begun.swept is not None:
        comparing.named(min(begun.swept, begun.now) - OVERLAP)
    swept = comparing.swept(begun)
    reckoning = begun.due
    if reckoning is None:
        return swept

    def came_to(after: str) -> bool:
        turn.came_to(Reckoning(reckoning.at, after))
        return time.monotonic() < until

    work = _Sweep(session, whole=True, keep=turn.keep, came_to=came_to)
    through = work.all_customers(reckoning.after)
    return replace(
        swept,
        changed=swept.changed + work.changed,
        left_over=len({*comparing.held_up, *work.held_up}),
        reckoned=reckoning.at if through else None,
    )


def reckon_all(session: Session, told: Told = lambda _: None) -> Swept:
    """Reckon every customer's summary now, whoever else is at it.

    Raises:
        Unavailable: see `sweep`.
    """
    begun = session.store.read(sweep_turn.begun)
    work = _Sweep(session, whole=True, told=told)
    work.all_customers()
    swept = replace(work.swept(begun), reckoned=begun.now)
    session.store.act(partial(_note, swept=swept))
    return swept


def fill(session: Session, told: Told = lambda _: None) -> int:
    """Make the summaries that are missing, after an upgrade or a restore; how many changed.

    One that was cut off is run again: it finds what is there and goes on.

    Raises:
        Unavailable: see `sweep`.
    """
    begun = session.store.read(sweep_turn.begun)
    none_yet = session.store.read(lambda reading: not reading.summaries.any())
    work = _Sweep(session, whole=False, told=told)
    work.all_customers()
    # Where there were none, each of them was reckoned.
    swept = replace(work.swept(begun), reckoned=begun.now if none_yet else None)
    session.store.act(partial(_note, swept=swept))
    return swept.changed


def mend(session: Session, ids: Iterable[str]) -> int:
    """Reckon these customers' summaries anew, which a list saw differ from their rows."""
    work = _Sweep(session, whole=False)
    work.mend(Wrong(tuple(sorted(set(ids))), {}))
    return work.changed


def mend_doubted(session: Session) -> int:
    """Mend the summaries of those whom lists found in another place than their rows say.

    Raises:
        Unavailable: the database is out of reach; the next call sees them again.
    """
    doubted = set(session.store.doubted)
    changed = mend(session, doubted)
    if changed:
        session.store.act(lambda unit: _tell(unit, unit.clock()))
    session.store.doubted.difference_update(doubted)
    return changed


def number(session: Session) -> int:
    """How many customers there are, for progress."""
    return session.store.read(lambda reading: reading.summaries.customers())


def _note(unit: UnitOfWork, swept: Swept) -> None:
    now = unit.clock()
    unit.state.put(SUMMARIES_SWEPT, swept.at.isoformat(), now)
    unit.state.put(SUMMARIES_SWEPT_UNDER, swept.mark, now)
    if swept.changed:
        _tell(unit, now)
    if swept.reckoned is not None:
        unit.state.put(SUMMARIES_RECKONED, swept.reckoned.isoformat(), now)
        forget_reckoning(unit)
    unit.state.put(SUMMARIES_FILLED, swept.at.isoformat(), now)
    if not swept.left_over:
        unit.state.put(SUMMARIES_MARK, swept.mark, now)


def _tell(unit: UnitOfWork, now: datetime) -> None:
    """Have every open window read again what it shows: no event tells of what was mended."""
    unit.state.put(SUMMARIES_CHANGED, f"{now.isoformat()} {new_id()}", now)


@dataclass
class _Sweep:
    """One walk over all customers, and the mending of those that differ.

    Attributes:
        whole: everybody is reckoned, not only compared.
        keep: called often; it says that this desktop is still at it.
        came_to: takes the last customer of each stretch; whether to go on.
        changed: summaries that were not what the rows said.
        held_up: customers that somebody else held locked to the end.
    """

    session: Session
    whole: bool
    told: Told = lambda _: None
    keep: Callable[[], None] = lambda: None
    came_to: Callable[[str], bool] = lambda _: True
    changed: int = 0
    held_up: list[str] = field(default_factory=list)

    def swept(self, begun: Begun) -> Swept:
        """What came of it."""
        return Swept(begun.now, self.changed, len(self.held_up), begun.mark)

    def all_customers(self, after: str = _FIRST) -> bool:
        """Compare or reckon everybody by primary key, and forget who is gone.

        Args:
            after: where an earlier walk has come to.

        Returns:
            Whether it is through; not where it was not to go on.
        """
        indexed = self.session.store.read(lambda reading: reading.bindings.indexed())
        through = goes_on = True
        while goes_on:
            ids, wrong = self.session.store.read(partial(self._look, after=after, indexed=indexed))
            if not ids:
                break
            self.mend(wrong)
            self.told(len(ids))
            after = ids[-1]
            through = goes_on = self.came_to(after)
            self._breathe()
        self._forget()
        held_up, self.held_up = self.held_up, []
        self.mend(Wrong(tuple(held_up), {}))
        return through

    def _breathe(self) -> None:
        """Between two parts: end here where nobody waits, else say that the work goes on."""
        raise_if_stopped()
        self.keep()

    def named(self, since: datetime) -> None:
        """Reckon the customers of events and contacts from a moment on."""

        def work(reading: Reading) -> Wrong:
            ids = {*reading.summaries.named_by_events(since), *reading.summaries.contacted(since)}
            # What is written to a hidden one counts for the one that stays.
            ids |= {*reading.links.winners(ids).values(), *reading.links.broken()}
            indexed = reading.bindings.indexed()
            return reading.summaries.wrong(
                ids, reading.settings.limits, reading.now, indexed=indexed
            )

        self.mend(self.session.store.read(work))

    def mend(self, wrong: Wrong) -> None:
        """Reckon these anew in short transactions; one by one where somebody holds one of them."""
        for begin in range(0, len(wrong.ids), BATCH):
            self._breathe()
            batch = wrong.ids[begin : begin + BATCH]
            try:
                self.changed += self._mend(batch, wrong)
            except LockTimeout:
                for one in batch:
                    self._breathe()
                    try:
                        self.changed += self._mend([one], wrong)
                    except LockTimeout:
                        self.held_up.append(one)

    def _mend(self, ids: Sequence[str], wrong: Wrong) -> int:
        def work(unit: UnitOfWork) -> int:
            unit.customers.lock(ids)
            unit.clock()
            unit.touched.anew.update((one, wrong.gathered.get(one)) for one in ids)
            return unit.search_texts.renew(ids) + unit.settle()

        return self.session.store.act(work, lock_wait=LOCK_WAIT_SECONDS)

    def _look(self, reading: Reading, after: str, *, indexed: bool) -> tuple[list[str], Wrong]:
        """One stretch of the customers, and which of them are to be reckoned anew."""
        length = SCANNED if not indexed else RECKONED if self.whole else COMPARED
        ids = reading.summaries.stretch(after, length)
        if not ids:
            return [], Wrong((), {})
        limits, now = reading.settings.limits, reading.now
        renamed = reading.search_texts.differing(ids[0], ids[-1])
        if self.whole:
            wrong = reading.summaries.wrong(ids, limits, now, indexed=indexed)
            return ids, wrong.with_also(renamed)
        mark = settings_mark(limits)
        differing = reading.summaries.differing(ids[0], ids[-1], mark, now)
        if indexed or not differing:
            return ids, Wrong(tuple(differing), {}).with_also(renamed)
        wrong = reading.summaries.wrong(differing, limits, now, indexed=False)
        return ids, wrong.with_also(renamed)

    def _forget(self) -> None:
        while True:
            gone = self.session.store.read(lambda reading: reading.summaries.orphans(BATCH))
            removed = self._mend(gone, Wrong(tuple(gone), {})) if gone else 0
            self.changed += removed
            if not removed:
                return
