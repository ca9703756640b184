"""Customers by something and their status: the chart and the table that several tabs share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from salesdesk.domain.pipeline import Stage
from salesdesk.domain.reports.drill_down import CountedElement, DrillDown
from salesdesk.domain.reports.pipeline import LADDER
from salesdesk.ui.activity import section
from salesdesk.ui.activity.section import (
    FigureRow,
    TextContext,
    Value,
    figures,
    grid,
    opening,
    total,
)
from salesdesk.ui.i18n import translate
from salesdesk.ui.kit.charts.spec import Bars, Pattern, Series
from salesdesk.ui.texts import stage_word, status_word

#: The stages have the colours of the statuses, and two more.
_LOOKS = (
    ("whatsapp", Pattern.SOLID), ("call", Pattern.STRIPES), ("further1", Pattern.CROSSES),
    ("further2", Pattern.SOLID), ("visit", Pattern.STRIPES),
)  # fmt: skip


def words() -> tuple[str, ...]:
    """Cold, warm and hot."""
    return tuple(status_word(status) for status in LADDER)


def series(names: Sequence[str] | None = None) -> tuple[Series, ...]:
    """Cold, warm and hot, told apart by colour and pattern; `names` may stand for their words."""
    return _looking(names or words(), _LOOKS)


def stage_series(*stages: Stage) -> tuple[Series, ...]:
    """Stages of the pipeline, each with its own colour and pattern."""
    looks = [_LOOKS[tuple(Stage).index(stage)] for stage in stages]
    return _looking([stage_word(stage) for stage in stages], looks)


def _looking(names: Sequence[str], looks: Sequence[tuple[str, Pattern]]) -> tuple[Series, ...]:
    return tuple(
        Series(name, colour, pattern) for name, (colour, pattern) in zip(names, looks, strict=False)
    )


def split(bars: Sequence[CountedElement]) -> tuple[tuple[CountedElement, ...], ...]:
    """Bars in the order outer × status, as rows."""
    return section.split(bars, len(LADDER))


def chart(
    title: str,
    unit: str,
    names: tuple[str, ...],
    rows: Sequence[Sequence[CountedElement]],
    telling: TextContext,
    *,
    horizontal: bool,
) -> Bars:
    """Cold, warm and hot customers, upon each other; their sum at the end."""
    sums = tuple(telling.number(_sum(row)) for row in rows)
    bits = grid(telling, names, words(), rows)
    return Bars(title, unit, series(), names, bits, sums, horizontal=horizontal)


def heads(first: str) -> tuple[str, ...]:
    """The columns of `lines`."""
    return (first, translate("activity", "Customers"), *words())


def lines(
    names: Sequence[str],
    rows: Sequence[Sequence[CountedElement]],
    marks: Sequence[DrillDown | None],
    telling: TextContext,
    also: Sequence[tuple[Value, ...]] = (),
) -> tuple[FigureRow, ...]:
    """A line for each name: all of them, then cold, warm and hot, then what is known besides.

    Args:
        marks: what the sum of each line opens.
    """
    more = also or [()] * len(names)
    return tuple(
        figures(
            telling, name, (_sum(row), *(bar.count for bar in row), *extra),
            mark if _sum(row) else None,
            marks=(mark if _sum(row) else None, *map(opening, row)),
        )
        for name, row, mark, extra in zip(names, rows, marks, more, strict=True)
    )  # fmt: skip


def summed(
    every: CountedElement,
    rows: Sequence[Sequence[CountedElement]],
    telling: TextContext,
    also: tuple[Value, ...] = (),
) -> FigureRow:
    """The line of sums."""
    parts = [
        CountedElement(replace(every.mark, status=status), sum(row[at].count for row in rows))
        for at, status in enumerate(LADDER)
    ]
    return whole(every, parts, telling, also)


def whole(
    sum_of_all: CountedElement,
    parts: Sequence[CountedElement],
    telling: TextContext,
    also: tuple[Value, ...] = (),
) -> FigureRow:
    """The line of sums whose parts are counted too, each opening its own rows."""
    return total(
        telling, translate("activity", "All"),
        (sum_of_all.count, *(bar.count for bar in parts), *also),
        opening(sum_of_all),
        marks=(opening(sum_of_all), *map(opening, parts)),
    )  # fmt: skip


def _sum(row: Sequence[CountedElement]) -> int:
    return sum(bar.count for bar in row)


def without_aside() -> str:
    """Whom the figures of what is to be done now leave out."""
    return translate("activity", "Without customers who are set aside.")
