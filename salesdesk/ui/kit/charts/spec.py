"""What a chart shows, before anything draws it: values with their words and their marks.

Frozen and without Qt, so that a worker thread may make it. A `mark` stands for the rows that a
value counts; opening one shows exactly these rows.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

#: The height of a chart whose labels stand below, and of what stands above each; unscaled.
HEIGHT, HEAD = 260, 32


class Pattern(Enum):
    """What tells two series apart besides their colours."""

    SOLID = "solid"
    STRIPES = "stripes"
    CROSSES = "crosses"


class Scale(Enum):
    """What the values of an axis are."""

    NUMBER = "number"
    SHARE = "share"
    MONEY = "money"


@dataclass(frozen=True, slots=True)
class Series:
    """One of several things that a chart compares.

    Attributes:
        colour: a name of `tokens.CHART`, or of a token.
    """

    name: str
    colour: str
    pattern: Pattern = Pattern.SOLID


@dataclass(frozen=True, slots=True)
class DataPoint:
    """One value.

    Attributes:
        tip: what it is and how much, such as 'Rina Wulandari, calls: 58'.
        mark: what it counts; None: nothing can be opened.
        opens: what opening it shows, such as 'these 58 contacts'.
    """

    value: float
    tip: str
    mark: object | None = None
    opens: str = ""


@dataclass(frozen=True, slots=True)
class Bars:
    """Stacked bars over labels: `bits[label][series]`, beginning at zero.

    Attributes:
        unit: what is counted, in words.
        totals: what stands at the end of each bar; none: nothing.
        horizontal: labels stand at the left, one under another.
        dim: labels whose figures are too small to trust.
        beside: the series of a label stand beside each other instead of upon each other.
    """

    title: str
    unit: str
    series: tuple[Series, ...]
    labels: tuple[str, ...]
    bits: tuple[tuple[DataPoint, ...], ...]
    totals: tuple[str, ...] = ()
    horizontal: bool = True
    dim: frozenset[int] = frozenset()
    beside: bool = False
    scale: Scale = Scale.NUMBER

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not any(bit.value for row in self.bits for bit in row)


@dataclass(frozen=True, slots=True)
class Rate:
    """A share with its confidence interval, each from 0 to 1."""

    share: float
    low: float
    high: float
    bit: DataPoint
    small: bool = False


@dataclass(frozen=True, slots=True)
class Rates:
    """Shares with their intervals, one a label; None: nothing was tried.

    Attributes:
        reference: the whole's share, as a dashed line, with its words in the legend.
    """

    title: str
    unit: str
    labels: tuple[str, ...]
    rates: tuple[Rate | None, ...]
    reference: float | None = None
    reference_word: str = ""
    shows_labels: bool = True

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not any(self.rates)


@dataclass(frozen=True, slots=True)
class Heat:
    """A grid of values, the higher the darker: `bits[row][column]`."""

    title: str
    unit: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    bits: tuple[tuple[DataPoint, ...], ...]
    scale: Scale = Scale.NUMBER

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not any(bit.value for row in self.bits for bit in row)


@dataclass(frozen=True, slots=True)
class Lines:
    """Values over time: `bits[series][label]`; None: not known, and a gap in the line.

    Attributes:
        ends: only the last value of each line has a dot.
    """

    title: str
    unit: str
    series: tuple[Series, ...]
    labels: tuple[str, ...]
    bits: tuple[tuple[DataPoint | None, ...], ...]
    scale: Scale = Scale.NUMBER
    ends: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not any(bit is not None for row in self.bits for bit in row)


Chart: TypeAlias = Bars | Rates | Heat | Lines
