"""A section of the Activity screen: a chart, and beneath it a table with the same figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias, TypeVar

from salesdesk.domain.customer import LeadSource
from salesdesk.domain.reports.drill_down import CountedElement, DrillDown, Nothing
from salesdesk.domain.reports.methods import Success
from salesdesk.domain.reports.statistics import Interval, Share
from salesdesk.ui.i18n import fill, translate
from salesdesk.ui.kit.charts.spec import Chart, DataPoint, Rate
from salesdesk.ui.kit.formats import Formats
from salesdesk.ui.kit.painting.cells import Level, TextCell
from salesdesk.ui.texts import source_word

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in whole units of the shared currency."""

    units: int


#: A figure of a table; None: there is none.
Value: TypeAlias = int | float | str | Share | Interval | Money | None


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A line of figures.

    Attributes:
        mark: what Enter on its name opens.
        values: what the cells say, its name first; by these it is sorted and exported.
        marks: what each cell opens, its name first; none at all: each as the line.
        fixed: a line of sums, which stays last however the table is sorted.
    """

    cells: tuple[TextCell, ...]
    mark: DrillDown | None
    values: tuple[Value, ...]
    marks: tuple[DrillDown | None, ...] = ()
    fixed: bool = False

    def opens(self, column: int) -> DrillDown | None:
        """What Enter on a cell opens: what it counts, so that a 0 or an older figure opens nothing.

        A rate, an interval and the like stand for the line.
        """
        own = self.marks[column] if 0 <= column < len(self.marks) else None
        counts = 0 < column < len(self.values) and isinstance(self.values[column], int | Money)
        return own if own is not None or (counts and self.marks) else self.mark

    def named(self, mark: DrillDown) -> int:
        """The column whose figure a mark opens; 0: the line's."""
        return self.marks.index(mark, 1) if mark in self.marks[1:] else 0


@dataclass(frozen=True, slots=True)
class Pick:
    """A choice above a chart: what it shows of the figures that are there.

    Attributes:
        options: key and word of each.
        chosen: a key.
    """

    key: str
    word: str
    options: tuple[tuple[str, str], ...]
    chosen: str


@dataclass(frozen=True, slots=True)
class Section:
    """One question and its answer.

    Attributes:
        key: names its parts.
        beside: a second chart over the same rows.
        empty: title and text where there is nothing to draw.
        note: what the figures do not know.
        picks: choices above it.
        highest: the column by which the lines stand at first, the highest above; None: as they
            come.
    """

    key: str
    chart: Chart
    empty: tuple[str, str]
    heads: tuple[str, ...]
    rows: tuple[FigureRow, ...]
    beside: Chart | None = None
    note: str = ""
    picks: tuple[Pick, ...] = ()
    highest: int | None = None

    @property
    def of_now(self) -> bool:
        """Whether the figures are as things stand now, whatever days are chosen."""
        marks = (mark for row in self.rows for mark in (row.mark, *row.marks) if mark is not None)
        first = next(marks, None)
        return first is not None and first.figure.of_now


@dataclass(frozen=True, slots=True)
class TextContext:
    """How figures are written: formats, the currency, and the people by uid.

    Attributes:
        picks: what was chosen above charts, by the keys of `Pick`.
    """

    formats: Formats
    currency: str
    names: Mapping[str, str]
    picks: Mapping[str, str] = field(default_factory=dict)

    def picked(self, key: str, options: Sequence[str]) -> str:
        """What was chosen of these, the first where nothing was."""
        chosen = self.picks.get(key, options[0])
        return chosen if chosen in options else options[0]

    def person(self, uid: str | None, name: str | None = None) -> str:
        """A person's name; of a deleted one the uid.

        Args:
            name: as read elsewhere, of somebody whom the figures do not name.
        """
        if not uid:
            return translate("activity", "nobody")
        unknown = fill(translate("activity", "unknown user {uid}"), uid=uid)
        return self.names.get(uid, name or unknown)

    def number(self, value: int) -> str:
        """A whole number."""
        return self.formats.number(value)

    def rate(self, share: Share) -> str:
        """A rate in per cent; a dash where nothing was tried."""
        return self.formats.percent(share.rate) if share.rate is not None else "–"

    def interval(self, interval: Interval | None) -> str:
        """'55 to 71 %'."""
        if interval is None:
            return "–"
        return fill(
            translate("activity", "{low} to {high} %"),
            low=self.number(round(interval.low * 100)),
            high=self.number(round(interval.high * 100)),
        )

    def money(self, units: int) -> str:
        """An amount of the shared currency."""
        return self.formats.money(units, self.currency)

    def value(self, value: Value) -> str:
        """A figure of a table."""
        if isinstance(value, str):
            return value
        if isinstance(value, Share):
            return self.rate(value)
        if isinstance(value, Interval) or value is None:
            return self.interval(value)
        if isinstance(value, Money):
            return self.money(value.units)
        if isinstance(value, float) and not value.is_integer():
            return self.formats.locale.toString(value, "f", 1)
        return self.number(int(value))


def bit(telling: TextContext, name: str, count: int, mark: DrillDown | None) -> DataPoint:
    """A value that opens what it counts."""
    opens = translate("activity", "Enter or a click opens these {number}")
    told = fill(opens, number=telling.number(count)) if count and mark is not None else ""
    return DataPoint(count, f"{name}: {telling.number(count)}", mark if count else None, told)


def split(items: Sequence[T], size: int) -> tuple[tuple[T, ...], ...]:
    """What lies in the order outer × inner, as rows of `size`."""
    return tuple(tuple(items[at : at + size]) for at in range(0, len(items), size))


def grid(
    telling: TextContext,
    names: Sequence[str],
    words: Sequence[str],
    rows: Sequence[Sequence[CountedElement]],
) -> tuple[tuple[DataPoint, ...], ...]:
    """What each label has of each series: `rows[label][series]`."""
    return tuple(
        tuple(
            bit(telling, f"{name}, {word}", bar.count, bar.mark)
            for word, bar in zip(words, row, strict=True)
        )
        for name, row in zip(names, rows, strict=True)
    )


def rate(telling: TextContext, name: str, share: Share, opened: CountedElement) -> Rate | None:
    """A rate with its interval, and the rows that a click on it opens; None: nothing was tried."""
    interval = share.interval
    if share.rate is None or interval is None:
        return None
    point = bit(telling, name, opened.count, opened.mark)
    tip = fill(
        translate("activity", "{name}: {number} of {all}, {rate}"),
        name=name,
        number=telling.number(share.part),
        all=telling.number(share.whole),
        rate=telling.rate(share),
    )
    return Rate(
        share.rate,
        interval.low,
        interval.high,
        DataPoint(share.rate, tip, point.mark, point.opens),
        share.small,
    )


def figures(
    telling: TextContext,
    name: str,
    values: Sequence[Value],
    mark: DrillDown | None,
    *,
    small: bool = False,
    marks: Sequence[DrillDown | None] = (),
) -> FigureRow:
    """A line: its name, then figures at the right; too few to trust are greyed.

    Args:
        marks: what each of the values opens, the first ones; none: all open `mark`.
    """
    level = Level.TEXT3 if small else Level.TEXT
    name_level = Level.TEXT3 if small else Level.NAME
    return _line(telling, name, values, mark, marks, name_level, level)


def total(
    telling: TextContext,
    name: str,
    values: Sequence[Value],
    mark: DrillDown | None = None,
    *,
    marks: Sequence[DrillDown | None] = (),
) -> FigureRow:
    """The line of sums."""
    return _line(telling, name, values, mark, marks, Level.TOTAL, Level.TOTAL)


def success_heads(first: str) -> tuple[str, ...]:
    """The columns of contacts and how many of them were successful."""
    return (
        first, translate("activity", "Contacts"), translate("activity", "Successful"),
        translate("activity", "Success rate"), translate("activity", "95 % interval"),
    )  # fmt: skip


def success_cells(one: Success) -> tuple[Value, ...]:
    """What stands in these columns."""
    return one.count, one.successes, one.share, one.share.interval


def success_marks(one: Success) -> tuple[DrillDown | None, ...]:
    """What these columns open."""
    return opening(one.bar), opening(one.successful)


def opening(bar: CountedElement) -> DrillDown | None:
    """What a figure opens: its rows, where there are some."""
    return bar.mark if bar.count else None


def together(bars: Sequence[CountedElement], *parts: str) -> CountedElement:
    """Bars as one, which these parts of their marks tell apart no more."""
    free: dict[str, Any] = dict.fromkeys(parts)
    return CountedElement(replace(bars[0].mark, **free), sum(bar.count for bar in bars))


def _line(
    telling: TextContext,
    name: str,
    values: Sequence[Value],
    mark: DrillDown | None,
    marks: Sequence[DrillDown | None],
    name_level: Level,
    level: Level,
) -> FigureRow:
    cells = tuple(TextCell(telling.value(value), level, right=True) for value in values)
    return FigureRow(
        (TextCell(name, name_level), *cells),
        mark,
        (name, *values),
        (mark, *marks) if marks else (),
        fixed=level is Level.TOTAL,
    )


def bucket_word(bucket: tuple[int, int | None] | None, unit: str) -> str:
    """'0', '1–2 days', '30+ days': short, since it stands under a bar."""
    if bucket is None:
        return ""
    low, high = bucket
    ends = "+" if high is None else "" if low == high else f"–{high}"
    return f"{low}{ends} {unit}".strip()


def line_of_source(source: LeadSource | Nothing | None) -> str:
    """A lead source; the customers without one have a line too."""
    if isinstance(source, LeadSource):
        return source_word(source)
    return translate("activity", "no source")


def nothing() -> tuple[str, str]:
    """What stands in place of a chart without a single value."""
    return (
        translate("activity", "Nothing in these days"),
        translate("activity", "Choose another range, other people, or take off filters."),
    )
