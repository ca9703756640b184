"""The few formulas of the reports."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from salesdesk.domain.reports.drill_down import Bucket

#: Of fewer tries than this a rate is greyed and tops no ranking.
FEW = 10


@dataclass(frozen=True, slots=True)
class Interval:
    """A confidence interval of a share, both ends from 0 to 1."""

    low: float
    high: float


def wilson(successes: int, tries: int, z: float = 1.96) -> Interval | None:
    """Wilson's score interval of a share, at 95 % by default; None: nothing was tried."""
    if tries <= 0:
        return None
    share, square = successes / tries, z * z
    middle = (share + square / (2 * tries)) / (1 + square / tries)
    spread = share * (1 - share) / tries + square / (4 * tries * tries)
    half = z / (1 + square / tries) * math.sqrt(spread)
    # At the ends the formula gives exactly 0 and 1, and rounding a little beside them.
    low = middle - half if successes else 0.0
    high = middle + half if successes < tries else 1.0
    return Interval(max(0.0, low), min(1.0, high))


def small(tries: int) -> bool:
    """Whether there are too few tries to trust their rate."""
    return tries < FEW


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole, as a rate that says how sure it is."""

    part: int
    whole: int

    @property
    def rate(self) -> float | None:
        """From 0 to 1; None: there is no whole."""
        return self.part / self.whole if self.whole else None

    @property
    def interval(self) -> Interval | None:
        """Wilson's interval at 95 %."""
        return wilson(self.part, self.whole)

    @property
    def small(self) -> bool:
        """Whether there are too few to trust the rate."""
        return small(self.whole)


def median(histogram: Mapping[int, int]) -> float | None:
    """The median of values of which is known how often each occurs; None: there are none."""
    total = sum(histogram.values())
    if total <= 0:
        return None
    return (_value_at(histogram, (total - 1) // 2) + _value_at(histogram, total // 2)) / 2


def _value_at(histogram: Mapping[int, int], place: int) -> int:
    seen = 0
    for value in sorted(histogram):
        seen += histogram[value]
        if seen > place:
            return value
    raise ValueError("a place beyond the histogram")


def along(found: Mapping[tuple[Any, ...], int], place: int) -> Counter[Any]:
    """How many there are by one of what tells them apart, by its place in the keys."""
    counts: Counter[Any] = Counter()
    for key, number in found.items():
        counts[key[place]] += number
    return counts


def among(histogram: Mapping[int, int], bucket: Bucket) -> int:
    """How often a value within the bucket occurs."""
    low, high = bucket
    return sum(
        number
        for value, number in histogram.items()
        if value >= low and (high is None or value <= high)
    )
