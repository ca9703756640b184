"""In which order the lines of a table of figures stand, and the chart above it with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from salesdesk.domain.reports.statistics import Interval, Share
from salesdesk.ui.activity.section import FigureRow, Money, Section, Value
from salesdesk.ui.i18n import fill, translate
from salesdesk.ui.kit.charts.spec import Bars, Chart, Rates

#: Of more labels than this a chart shows the first ones.
MOST_LABELS = 15


@dataclass(frozen=True, slots=True)
class Order:
    """By which column; the highest first, or the lowest."""

    column: int
    descending: bool


def order_of(rows: Sequence[FigureRow], order: Order | None) -> list[int]:
    """The places of the lines in this order: sums last, what is not known before them.

    Rates from too few tries come after the others, so that none of them tops a ranking.
    """
    free = [at for at, row in enumerate(rows) if not row.fixed]
    fixed = [at for at, row in enumerate(rows) if row.fixed]
    if order is None:
        return [*free, *fixed]
    column = order.column
    known = [at for at in free if _rank(_value(rows[at], column)) is not None]
    sure = [at for at in known if not _unsure(_value(rows[at], column))]
    unsure = [at for at in known if _unsure(_value(rows[at], column))]
    for part in (sure, unsure):
        part.sort(key=lambda at: _rank(_value(rows[at], column)) or (0, ""))
        if order.descending:
            part.reverse()
    unknown = [at for at in free if at not in known]
    return [*sure, *unsure, *unknown, *fixed]


def followed(section: Section, places: Sequence[int]) -> Section:
    """The section with its charts in the order of its lines, where these are the charts' labels.

    Of many lines the chart shows the first ones, and the note says so.
    """
    names = tuple(str(row.values[0]) for row in section.rows if not row.fixed)
    every = [at for at in places if not section.rows[at].fixed]
    order = every[:MOST_LABELS]

    def along(chart: Chart) -> Chart:
        if not isinstance(chart, Bars | Rates) or chart.labels != names:
            return chart
        if isinstance(chart, Rates):
            return replace(
                chart,
                labels=tuple(chart.labels[at] for at in order),
                rates=tuple(chart.rates[at] for at in order),
            )
        if not chart.horizontal:
            return chart
        return replace(
            chart,
            labels=tuple(chart.labels[at] for at in order),
            bits=tuple(chart.bits[at] for at in order),
            totals=tuple(chart.totals[at] for at in order) if chart.totals else (),
            dim=frozenset(order.index(at) for at in chart.dim if at in order),
        )

    beside = along(section.beside) if section.beside is not None else None
    chart = along(section.chart)
    note = section.note
    if len(order) < len(every) and chart is not section.chart:
        cut = fill(
            translate(
                "activity", "The chart shows the first {number} of {all} lines of the table."
            ),
            number=str(len(order)),
            all=str(len(every)),
        )
        note = f"{note} {cut}".strip()
    return replace(section, chart=chart, beside=beside, note=note)


def _value(row: FigureRow, column: int) -> Value:
    return row.values[column] if column < len(row.values) else None


def _unsure(value: Value) -> bool:
    return isinstance(value, Share) and value.small


def _rank(value: Value) -> tuple[float, str] | None:
    if isinstance(value, Share):
        return (value.rate, "") if value.rate is not None else None
    if isinstance(value, Interval):
        return value.low, ""
    if isinstance(value, Money):
        return float(value.units), ""
    if isinstance(value, str):
        return 0.0, value.casefold()
    return (float(value), "") if value is not None else None
