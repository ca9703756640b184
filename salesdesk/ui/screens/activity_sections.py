"""A section of the Activity screen: a chart, and beneath it a table with the same figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from salesdesk.domain.reports.marks import Mark
from salesdesk.domain.reports.statistics import Share
from salesdesk.ui.charts.spec import Bit, Chart, Rate
from salesdesk.ui.delegates.cells import Level, TextCell
from salesdesk.ui.formats import Formats

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A line of figures; `mark`: what Enter on it opens."""

    cells: tuple[TextCell, ...]
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """One question and its answer.

    Attributes:
        key: names its parts.
        beside: a second chart over the same rows.
        empty: title and text where there is nothing to draw.
        note: what the figures do not know.
    """

    key: str
    chart: Chart
    empty: tuple[str, str]
    heads: tuple[str, ...]
    rows: tuple[FigureRow, ...]
    beside: Chart | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Telling:
    """How figures are written: formats, the currency, and the people by uid."""

    formats: Formats
    currency: str
    names: Mapping[str, str]

    def person(self, uid: str | None) -> str:
        """A person's name; of a deleted one the uid."""
        if not uid:
            return translate("activity", "nobody")
        unknown = translate("activity", "unknown user %1").replace("%1", uid)
        return self.names.get(uid, unknown)

    def number(self, value: int) -> str:
        """A whole number."""
        return self.formats.number(value)

    def rate(self, share: Share) -> str:
        """A rate in per cent; a dash where nothing was tried."""
        return self.formats.percent(share.rate) if share.rate is not None else "–"

    def interval(self, share: Share) -> str:
        """'55 to 71 %'."""
        interval = share.interval
        if interval is None:
            return "–"
        said = translate("activity", "%1 to %2 %")
        said = said.replace("%1", self.number(round(interval.low * 100)))
        return said.replace("%2", self.number(round(interval.high * 100)))


def bit(telling: Telling, name: str, count: int, mark: Mark | None) -> Bit:
    """A value that opens what it counts."""
    opens = translate("activity", "Enter or a click opens these %1")
    told = opens.replace("%1", telling.number(count)) if count and mark is not None else ""
    return Bit(count, f"{name}: {telling.number(count)}", mark if count else None, told)


def rate(telling: Telling, name: str, share: Share, mark: Mark) -> Rate | None:
    """A rate with its interval; None: nothing was tried."""
    interval = share.interval
    if share.rate is None or interval is None:
        return None
    said = translate("activity", "%1: %2 of %3, %4").replace("%1", name)
    said = said.replace("%2", telling.number(share.part)).replace("%3", telling.number(share.whole))
    point = bit(telling, name, share.whole, mark)
    tip = said.replace("%4", telling.rate(share))
    return Rate(
        share.rate, interval.low, interval.high, Bit(share.rate, tip, mark, point.opens),
        share.small,
    )  # fmt: skip


def figures(
    name: str, values: Sequence[str], mark: Mark | None, *, small: bool = False
) -> FigureRow:
    """A line: its name, then figures at the right; too few to trust are greyed."""
    level = Level.TEXT3 if small else Level.TEXT
    cells = tuple(TextCell(value, level, right=True) for value in values)
    return FigureRow((TextCell(name, Level.TEXT3 if small else Level.NAME), *cells), mark)


def total(name: str, values: Sequence[str], mark: Mark | None = None) -> FigureRow:
    """The line of sums."""
    cells = tuple(TextCell(value, Level.TOTAL, right=True) for value in values)
    return FigureRow((TextCell(name, Level.TOTAL), *cells), mark)


def bucket_word(bucket: tuple[int, int | None] | None, unit: str) -> str:
    """'0', '1–2 days', '30 and more days'."""
    if bucket is None:
        return ""
    low, high = bucket
    if high is None:
        text = translate("activity", "%1 and more").replace("%1", str(low))
    else:
        text = str(low) if low == high else f"{low}–{high}"
    return f"{text} {unit}".strip()


def nothing() -> tuple[str, str]:
    """What stands in place of a chart without a single value."""
    return (
        translate("activity", "Nothing in these days"),
        translate("activity", "Choose another range, other people, or take off filters."),
    )
