"""Whose turn it is to sweep, and how far a reckoning of everybody has come."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from salesdesk.domain.events import new_id
from salesdesk.domain.moments import DAY, is_recent
from salesdesk.domain.summary import settings_mark
from salesdesk.services.session import Session
from salesdesk.storage.stores.summary_notes import (
    SUMMARIES_RECKONED,
    SUMMARIES_SWEPT,
    SUMMARIES_SWEPT_UNDER,
)
from salesdesk.storage.unit_of_work import Reading, UnitOfWork

#: Every customer is reckoned once a day.
WHOLE_AFTER = DAY

#: Whoever sweeps says so again at least this often; another desktop may take over afterwards.
LEASE = timedelta(minutes=2)
SAID_EVERY = timedelta(seconds=30)

_SWEEPER = "summaries_sweeper"
_RECKONING = "summaries_reckoning"


@dataclass(frozen=True, slots=True)
class Reckoning:
    """A reckoning of every customer that is under way, on whichever desktop goes on with it.

    Attributes:
        at: when it began: whoever was reckoned in it was so after that.
        after: the last customer that was reckoned; empty: nobody yet.
    """

    at: datetime
    after: str = ""

    @property
    def text(self) -> str:
        """As it is noted."""
        return f"{self.at.isoformat()} {self.after}"

    @classmethod
    def of(cls, text: str) -> Reckoning:
        """What was noted."""
        at, _, after = text.partition(" ")
        return cls(datetime.fromisoformat(at), after)


@dataclass(frozen=True, slots=True)
class Begun:
    """What a sweep finds when it begins.

    Attributes:
        swept, reckoned: when a sweep, and a reckoning of everybody, began last and was finished.
        reckoning: one that is under way.
        mark: of the settings.
    """

    now: datetime
    swept: datetime | None
    reckoned: datetime | None
    reckoning: Reckoning | None
    mark: str

    @property
    def due(self) -> Reckoning | None:
        """The reckoning of everybody to go on with, or to begin; None: it is not time yet."""
        if self.reckoning is not None and self.reckoning.at <= self.now:
            return self.reckoning
        fresh = is_recent(self.reckoned, WHOLE_AFTER, self.now)
        return None if fresh else Reckoning(self.now)


def begun(reading: Reading) -> Begun:
    """What stands noted of sweeps."""
    under_way = reading.state.get(_RECKONING)
    return Begun(
        reading.now,
        reading.state.moment(SUMMARIES_SWEPT),
        reading.state.moment(SUMMARIES_RECKONED),
        Reckoning.of(under_way) if under_way is not None else None,
        settings_mark(reading.settings.limits),
    )


class TakenOver(Exception):  # noqa: N818 - another desktop sweeps on
    """This desktop was silent for so long that another one took the sweep over."""


class Turn:
    """Whose turn it is to sweep: a note that is changed conditionally and expires.

    No lock of the server's does it: on a cluster each node would have its own.
    """

    def __init__(self, session: Session) -> None:
        self._desk = session
        self._token = new_id()
        self._value: str | None = None
        self._said = 0.0
        self._reckoning: Reckoning | None = None

    def take(self, unless_within: timedelta) -> Begun | None:
        """Take the turn; None: it was somebody's just now."""

        def work(unit: UnitOfWork) -> tuple[Begun, str] | None:
            now = unit.clock()
            if _rested(unit, unless_within):
                return None
            seen = unit.state.get(_SWEEPER)
            if seen is not None and _is_kept(seen, now):
                return None
            value = self._until(now + LEASE)
            if not unit.state.replace(_SWEEPER, seen, value, now):
                return None
            return begun(unit), value

        if self._desk.store.read(partial(_rested, span=unless_within)):
            return None
        taken = self._desk.store.act(work)
        if taken is None:
            return None
        found, self._value = taken
        self._said = time.monotonic()
        return found

    def came_to(self, reckoning: Reckoning) -> None:
        """Note how far the reckoning of everybody has come; told to others now and then."""
        self._reckoning = reckoning
        self.keep()

    def keep(self) -> None:
        """Say now and then that this desktop is still at it, and how far it has come.

        Raises:
            TakenOver: another one has taken over.
        """
        if time.monotonic() - self._said < SAID_EVERY.total_seconds():
            return

        def work(unit: UnitOfWork) -> str | None:
            now = unit.clock()
            value = self._until(now + LEASE)
            if not unit.state.replace(_SWEEPER, self._value, value, now):
                return None
            self._put(unit, now)
            return value

        kept = self._desk.store.act(work)
        if kept is None:
            raise TakenOver
        self._value, self._said = kept, time.monotonic()

    def end(self, note: Callable[[UnitOfWork], None]) -> None:
        """Give the turn back and note what was done; nothing where another has taken over."""

        def work(unit: UnitOfWork) -> None:
            now = unit.clock()
            if unit.state.replace(_SWEEPER, self._value, self._until(now), now):
                self._put(unit, now)
                note(unit)

        self._desk.store.act(work)

    def _put(self, unit: UnitOfWork, now: datetime) -> None:
        if self._reckoning is not None:
            unit.state.put(_RECKONING, self._reckoning.text, now)

    def _until(self, moment: datetime) -> str:
        return f"{self._token} {moment.isoformat()}"


def forget_reckoning(unit: UnitOfWork) -> None:
    """Note that everybody was reckoned: none is under way any more."""
    unit.state.forget(_RECKONING, unit.now)


def _rested(reading: Reading, span: timedelta) -> bool:
    """Whether a sweep began within this time, and the settings are still those it went by."""
    if not is_recent(reading.state.moment(SUMMARIES_SWEPT), span, reading.now):
        return False
    return reading.state.get(SUMMARIES_SWEPT_UNDER) == settings_mark(reading.settings.limits)


def _is_kept(turn: str, now: datetime) -> bool:
    until = datetime.fromisoformat(turn.partition(" ")[2])
    return now < until <= now + LEASE
