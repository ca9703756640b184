"""The tab Pipeline: how customers come forward, where they stay, and what it is worth."""

from __future__ import annotations

from collections.abc import Sequence

from salesdesk.domain.pipeline import Stage
from salesdesk.domain.reports.drill_down import CountedElement
from salesdesk.domain.reports.pipeline import STUCK, PipelineReport, Valued
from salesdesk.ui.activity.reports import by_status, stage_moves
from salesdesk.ui.activity.section import (
    FigureRow,
    Money,
    Section,
    TextContext,
    bit,
    bucket_word,
    figures,
    grid,
    line_of_source,
    nothing,
    opening,
    split,
    together,
    total,
)
from salesdesk.ui.i18n import plural, translate
from salesdesk.ui.kit.charts.spec import Bars, DataPoint, Scale, Series
from salesdesk.ui.texts import stage_word

_STAGES = tuple(Stage)


def sections(report: PipelineReport, telling: TextContext) -> tuple[Section, ...]:
    """All sections of the tab."""
    owner, source = translate("activity", "Owner"), translate("activity", "Source")
    size = len(_STAGES)
    owners = tuple(telling.person(one.mark.agent) for one in report.by_agent[::size])
    buyers = tuple(telling.person(one.mark.agent) for one in report.values_by_agent[::2])
    sources = tuple(line_of_source(one.mark.source) for one in report.by_source[::size])
    return (
        _funnel(report, telling),
        stage_moves.moves(report, telling),
        stage_moves.stays(report, telling),
        _stuck(report, telling),
        _stages(
            "stages", translate("activity", "Customers by owner and stage"), owner, owners,
            report.by_agent, report, telling,
        ),
        _stages(
            "stages_by_source", translate("activity", "Customers by source and stage"), source,
            sources, report.by_source, report, telling,
        ),
        _values(
            "values", translate("activity", "Order value by owner"), owner, buyers,
            report.values_by_agent, report, telling,
        ),
        _values(
            "values_by_source", translate("activity", "Order value by source"), source, sources,
            report.values_by_source, report, telling,
        ),
    )  # fmt: skip


def _funnel(report: PipelineReport, telling: TextContext) -> Section:
    words = tuple(stage_word(step.stage) for step in report.funnel)
    customers = translate("activity", "Customers")
    return Section(
        "funnel",
        Bars(
            translate("activity", "From cold to won"),
            translate("activity", "customers registered in these days, how far they came"),
            (Series(customers, "successful"),),
            words,
            tuple(
                (bit(telling, word, step.bar.count, step.bar.mark),)
                for word, step in zip(words, report.funnel, strict=True)
            ),
            tuple(
                f"{telling.number(step.bar.count)} · {telling.rate(step.conversion)}"
                for step in report.funnel
            ),
        ),
        nothing(),
        (
            translate("activity", "Came at least to"), customers,
            translate("activity", "Conversion"), translate("activity", "95 % interval"),
            translate("activity", "Before"), translate("activity", "Conversion before"),
        ),
        tuple(
            figures(
                telling, word,
                (
                    step.bar.count, step.conversion, step.conversion.interval, before.part, before,
                ),
                step.bar.mark, small=step.conversion.small, marks=(opening(step.bar),),
            )
            for word, step, before in zip(words, report.funnel, report.funnel_before, strict=True)
        ),
        note=stage_moves.known_word(report, telling),
    )  # fmt: skip


def _table(
    names: Sequence[str], bars: Sequence[CountedElement], size: int, telling: TextContext
) -> tuple[tuple[tuple[CountedElement, ...], ...], tuple[FigureRow, ...], tuple[str, ...]]:
    """Bars in the order outer × inner: as rows, as lines of a table, and the sums as words."""
    rows = split(bars, size)
    sums = tuple(sum(one.count for one in row) for row in rows)
    lines = tuple(
        figures(
            telling,
            name,
            (*(one.count for one in row), number),
            None,
            marks=(
                *map(opening, row),
                opening(together(row, "stage", "bucket")),
            ),
        )
        for name, row, number in zip(names, rows, sums, strict=True)
    )
    return rows, lines, tuple(telling.number(number) for number in sums)


def _stages(
    key: str, title: str, head: str, names: tuple[str, ...], bars: tuple[CountedElement, ...],
    report: PipelineReport, telling: TextContext,
) -> Section:  # fmt: skip
    """Customers by something and the stage where they stand."""
    rows, lines, sums = _table(names, bars, len(_STAGES), telling)
    words = tuple(stage_word(stage) for stage in _STAGES)
    return Section(
        key,
        Bars(
            title, translate("activity", "as they stand now"),
            by_status.stage_series(*_STAGES),
            names, grid(telling, names, words, rows), sums,
        ),
        nothing(),
        (head, *words, translate("activity", "All")),
        (
            *lines,
            total(
                telling, translate("activity", "All"),
                (*(one.count for one in report.stages), report.total.count), report.total.mark,
                marks=(*map(opening, report.stages), opening(report.total)),
            ),
        ),
        highest=len(_STAGES) + 1,
    )  # fmt: skip


def _values(
    key: str, title: str, head: str, names: tuple[str, ...], orders: tuple[Valued, ...],
    report: PipelineReport, telling: TextContext,
) -> Section:  # fmt: skip
    """What the orders behind the stages are worth, by something."""
    words = stage_word(Stage.ORDERED), stage_word(Stage.WON)
    rows = split(orders, 2)
    bits = tuple(
        tuple(
            _worth(f"{name}, {word}: {telling.money(one.value)}", one, telling)
            for word, one in zip(words, row, strict=True)
        )
        for name, row in zip(names, rows, strict=True)
    )
    sums = [row[0].value + row[1].value for row in rows]
    return Section(
        key,
        Bars(
            title,
            translate("activity", "of the orders behind ordered and won, as they stand now"),
            by_status.stage_series(Stage.ORDERED, Stage.WON),
            names, bits, tuple(telling.money(value) for value in sums), scale=Scale.MONEY,
        ),
        nothing(),
        (head, *words, translate("activity", "All")),
        (
            *(
                figures(
                    telling, name, (*(Money(one.value) for one in row), Money(value)), None,
                    marks=(
                        *(opening(one.bar) for one in row),
                        opening(together([one.bar for one in row], "stage")),
                    ),
                )
                for name, row, value in zip(names, rows, sums, strict=True)
            ),
            total(
                telling, translate("activity", "All"),
                (*(Money(one.value) for one in report.values), Money(report.worth.value)),
                report.worth.mark,
                marks=(*(opening(one.bar) for one in report.values), opening(report.worth.bar)),
            ),
        ),
        highest=3,
    )  # fmt: skip


def _worth(tip: str, one: Valued, telling: TextContext) -> DataPoint:
    opens = plural(
        "activity",
        "Enter or a click opens this order",
        "Enter or a click opens these {number} orders",
        one.count,
        number=telling.number(one.count),
    )
    return DataPoint(one.value, tip, opening(one.bar), opens if one.count else "")


def _stuck(report: PipelineReport, telling: TextContext) -> Section:
    size = len(STUCK)
    owners = report.stuck_by_agent[::size]
    names = tuple(telling.person(one.mark.agent) for one in owners)
    rows, lines, sums = _table(names, report.stuck_by_agent, size, telling)
    days = translate("activity", "days")
    buckets = tuple(bucket_word(bucket, days) for bucket in STUCK)
    stuck = [
        together([one for one in report.stuck if one.mark.bucket == bucket], "stage")
        for bucket in STUCK
    ]
    return Section(
        "stuck",
        Bars(
            translate("activity", "Stuck customers"),
            translate("activity", "in one stage for 30 days and more, as they stand now"),
            tuple(Series(w, c) for w, c in zip(buckets, ("call", "unsuccessful", "further1"),
                                               strict=True)),
            names,
            grid(telling, names, buckets, rows),
            sums,
        ),
        (
            translate("activity", "Nobody is stuck"),
            translate("activity", "No customer has been in one stage for 30 days."),
        ),
        (translate("activity", "Owner"), *buckets, translate("activity", "All")),
        (
            *lines,
            total(
                telling, translate("activity", "All"),
                (*(one.count for one in stuck), report.stuck_total.count),
                report.stuck_total.mark,
                marks=(*map(opening, stuck), opening(report.stuck_total)),
            ),
        ),
        note=stage_moves.known_word(report, telling),
        highest=len(STUCK) + 1,
    )  # fmt: skip
