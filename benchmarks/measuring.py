"""One job at one seat, both ways in turns: medians, and how much of ours is the database's."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pymysql
from sqlalchemy import Engine, event

from benchmarks.jobs.job import Job, Pair, Work
from benchmarks.results import Measured, Spans
from benchmarks.seat import GIVEN_UP, PATIENCE_SECONDS, Seat
from salesdesk.domain.errors import Refusal, Unavailable
from salesdesk.storage.db.engine import reading_engine

#: A job that has taken as long is not measured again, however often it was meant to be.
_ENOUGH_SECONDS = 10
#: And one that took as long both ways is measured once.
_LONG_SECONDS = 4

_NO_ANSWER = object()


def measured(job: Job, seat: Seat, times: int, packets: Callable[[], int]) -> Measured:
    """What one job takes at a seat.

    Args:
        times: at most; a slow job is measured less often.
        packets: how many packets were sent so far on the line to the server.
    """
    try:
        with seat.unhurried():
            pair = job.at(seat)
        try:
            return _both(seat, pair, times, packets)
        finally:
            with seat.unhurried():
                pair.after()
    except Refusal as refusal:
        return Measured(fault=refusal.message)
    except Unavailable:
        return Measured(fault=f"no answer in {PATIENCE_SECONDS} s")


@dataclass(frozen=True)
class _Turn:
    """The job done once both ways: what it took and said; raw None: by hand no answer."""

    ours: Spans
    in_database: float
    raw: Spans | None


def _both(seat: Seat, pair: Pair, times: int, packets: Callable[[], int]) -> Measured:
    """Ours and by hand in turns, so that what else the machine does slows both alike."""
    began = time.monotonic()
    first = _turn(seat, pair, packets, by_hand=True)
    # A first time does not count: connections are made, and the server reads its pages. But of
    # what takes long that is little.
    turns = [first] if time.monotonic() - began > _LONG_SECONDS else []
    by_hand = first.raw is not None
    while not turns or (len(turns) < times and time.monotonic() - began < _ENOUGH_SECONDS):
        turns.append(_turn(seat, pair, packets, by_hand=by_hand))
    ours = [turn.ours.ms for turn in turns]
    raw = [turn.raw for turn in turns if turn.raw is not None]
    return Measured(
        ours=Spans(statistics.median(ours), turns[-1].ours.packets),
        raw=Spans(statistics.median(one.ms for one in raw), raw[-1].packets) if raw else None,
        database_share=sum(turn.in_database for turn in turns) / sum(ours),
        times=len(turns),
        fault="" if raw else f"by hand no answer in {PATIENCE_SECONDS} s",
    )


def _turn(seat: Seat, pair: Pair, packets: Callable[[], int], *, by_hand: bool) -> _Turn:
    with seat.unhurried():
        pair.before_ours()
    heard = _Database(seat.session.store.engine)
    already = packets()
    with heard:
        ours = Spans(_ms(pair.ours), packets() - already)
    if not by_hand:
        return _Turn(ours, heard.ms, None)
    with seat.unhurried():
        pair.before_raw()
    already = packets()
    began = time.perf_counter()
    answered = _patiently(pair.raw)() is not _NO_ANSWER
    raw = Spans((time.perf_counter() - began) * 1000, packets() - already)
    return _Turn(ours, heard.ms, raw if answered else None)


def _patiently(work: Work) -> Work:
    """The work by hand, which the server may give up."""

    def tried() -> object:
        try:
            return work()
        except pymysql.err.OperationalError as fault:
            if fault.args[0] != GIVEN_UP:
                raise
            return _NO_ANSWER

    return tried


def _ms(work: Work) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


class _Database:
    """How long a store's statements take, from their first byte to their last row, in ms."""

    def __init__(self, engine: Engine) -> None:
        self._engines = (engine, reading_engine(engine))
        self._began = 0.0
        self.ms = 0.0

    def __enter__(self) -> None:
        self.ms = 0.0
        for engine in self._engines:
            event.listen(engine, "before_cursor_execute", self._before)
            event.listen(engine, "after_cursor_execute", self._after)

    def __exit__(self, *raised: object) -> None:
        for engine in self._engines:
            event.remove(engine, "before_cursor_execute", self._before)
            event.remove(engine, "after_cursor_execute", self._after)

    def _before(self, *told: Any) -> None:
        self._began = time.perf_counter()

    def _after(self, *told: Any) -> None:
        self.ms += (time.perf_counter() - self._began) * 1000
