"""What was measured, on what: kept as JSON, and told by `report`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Spans:
    """One way of doing a job.

    Attributes:
        ms: the median.
        packets: what the client said: round trips.
    """

    ms: float
    packets: int


@dataclass(frozen=True, slots=True)
class Measured:
    """A job both ways, or why there are no figures.

    Attributes:
        raw: by hand; None where only ours was answered.
        database_share: how much of ours was spent in statements, from 0 to 1.
    """

    ours: Spans | None = None
    raw: Spans | None = None
    database_share: float = 0.0
    times: int = 0
    fault: str = ""

    @property
    def ratio(self) -> float | None:
        """How many times as long ours takes."""
        return self.ours.ms / self.raw.ms if self.ours and self.raw else None

    def with_packets_of(self, counted: Measured) -> Measured:
        """These times, with what another measurement heard on the line."""
        return replace(
            self,
            ours=_with_packets(self.ours, counted.ours),
            raw=_with_packets(self.raw, counted.raw),
        )


def _with_packets(spans: Spans | None, counted: Spans | None) -> Spans | None:
    return replace(spans, packets=counted.packets) if spans and counted else spans


@dataclass(frozen=True, slots=True)
class Line:
    """One job at one size.

    Attributes:
        plain: on the booking application's own indexes.
        indexed: with the recommended ones.
        distant: with them, over the delaying line; None: it was not asked for.
        target, wanted_ms: at most so many times as long as by hand, at most so long; None: no wish.
    """

    key: str
    title: str
    limit: str
    target: float | None
    plain: Measured
    indexed: Measured
    distant: Measured | None = None
    wanted_ms: float | None = None

    @property
    def missed(self) -> bool:
        """Whether it takes longer than is wanted."""
        ratio, ours = self.indexed.ratio, self.indexed.ours
        too_many = self.target is not None and ratio is not None and ratio > self.target
        too_long = self.wanted_ms is not None and ours is not None and ours.ms > self.wanted_ms
        return too_many or too_long


@dataclass(frozen=True, slots=True)
class WindowLine:
    """One thing about the window.

    Attributes:
        unit: 'ms', 'MiB' or 'packets'.
        bare: of a bare window with a table; None: there is nothing to compare with.
        wanted: at most; None: no such wish.
    """

    key: str
    title: str
    limit: str
    unit: str
    ours: float
    bare: float | None = None
    wanted: float | None = None

    @property
    def missed(self) -> bool:
        """Whether it is more than is wanted."""
        return self.wanted is not None and self.ours > self.wanted


@dataclass(frozen=True, slots=True)
class Size:
    """Everything that was measured with so many customers.

    Attributes:
        held: by the agent at the desk.
    """

    customers: int
    held: int
    lines: tuple[Line, ...]
    window: tuple[WindowLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Machine:
    """On what it was measured; nothing here names it.

    Attributes:
        load: how many processes wanted to run, a minute's mean when it began.
    """

    cores: int
    memory_gib: int
    system: str
    python: str
    database: str
    load: float


@dataclass(frozen=True, slots=True)
class Run:
    """One run of the bench.

    Attributes:
        command: that repeats it.
        latency_ms: of the delaying line; 0: there was none.
    """

    command: str
    day: str
    machine: Machine
    latency_ms: float
    sizes: Sequence[Size] = field(default=())

    def write_json(self, path: Path) -> None:
        """Keep it for other programs."""
        path.write_text(json.dumps(asdict(self), indent=2) + "\n", encoding="utf-8")
