"""One job at one seat, both ways in turns: medians, and how much of ours is the database's."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from typing import Any

import pymysql
from sqlalchemy import Engine, event

from benchmarks.jobs.job import Job, Pair, Work
from benchmarks.results import Measured, Spans
from benchmarks.seat import GIVEN_UP, PATIENCE_SECONDS, Seat
from salesdesk.domain.errors import Refusal, Unavailable
from salesdesk.storage.db.engine import reading_engine

#: A job that has taken as long is not measured again, however often it was meant to be.
_ENOUGH_SECONDS = 20

_NO_ANSWER = object()


def measured(job: Job, seat: Seat, times: int, packets: Callable[[], int]) -> Measured:
    """What one job takes at a seat.

    Args:
        times: at most; a slow job is measured less often.
        packets: how many packets were sent so far on the line to the server.
    """
    try:
        pair = job.at(seat)
        return _both(pair, times, packets, _Database(seat.session.store.engine))
    except Refusal as refusal:
        return Measured(fault=refusal.message)
    except Unavailable:
        return Measured(fault=f"no answer in {PATIENCE_SECONDS} s")


def _both(pair: Pair, times: int, packets: Callable[[], int], heard: _Database) -> Measured:
    """Ours and by hand in turns, so that what else the machine does slows both alike."""
    ours: list[float] = []
    raw: list[float] = []
    began = time.monotonic()
    # A first time of each does not count: connections are made, and the server reads its pages.
    pair.before_ours()
    pair.ours()
    pair.before_raw()
    answers = _patiently(pair.raw)() is not _NO_ANSWER
    said = said_by_hand = 0
    in_database = 0.0
    while len(ours) < times and (not ours or time.monotonic() - began < _ENOUGH_SECONDS):
        pair.before_ours()
        already = packets()
        with heard:
            ours.append(_ms(pair.ours))
        said = packets() - already
        in_database += heard.ms
        if answers:
            pair.before_raw()
            already = packets()
            raw.append(_ms(pair.raw))
            said_by_hand = packets() - already
    return Measured(
        ours=Spans(statistics.median(ours), said),
        raw=Spans(statistics.median(raw), said_by_hand) if answers else None,
        database_share=in_database / sum(ours),
        times=len(ours),
        fault="" if answers else f"by hand no answer in {PATIENCE_SECONDS} s",
    )


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
