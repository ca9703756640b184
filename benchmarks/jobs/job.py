"""A job: one thing that a person does, through the services and by hand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from benchmarks.seat import Seat

Work: TypeAlias = Callable[[], object]


def _nothing() -> None:
    """Most jobs may be done again as they are."""


@dataclass(frozen=True)
class Pair:
    """The same job both ways.

    Attributes:
        before_ours, before_raw: what has to be so before each time, not measured.
        after: what puts back what the next jobs would find changed.
    """

    ours: Work
    raw: Work
    before_ours: Work = _nothing
    before_raw: Work = _nothing
    after: Work = _nothing


@dataclass(frozen=True)
class Job:
    """What is measured.

    Attributes:
        key: by which the command line names it; what stands before the dot is its group.
        title: in the report.
        limit: what limits it, in the report.
        at: makes it ready at a seat.
        target: ours is wanted to take at most so many times as long; None: no such wish.
        wanted_ms: what ours is wanted to take at most, by the number of customers.
        near_only: not measured over a line.
    """

    key: str
    title: str
    limit: str
    at: Callable[[Seat], Pair]
    target: float | None = None
    wanted_ms: Mapping[int, float] = field(default_factory=dict)
    near_only: bool = False

    @property
    def group(self) -> str:
        """The jobs that belong together."""
        return self.key.partition(".")[0]
