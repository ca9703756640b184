"""The tab Pipeline: how customers come forward, where they stay, and what it is worth."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from salesdesk.domain.pipeline import Stage
from salesdesk.domain.reports.marks import Bar
from salesdesk.domain.reports.pipeline import STAYS, STUCK, PipelineReport
from salesdesk.ui.charts.spec import Bars, Bit, Pattern, Scale, Series
from salesdesk.ui.screens.activity_sections import (
    FigureRow,
    Money,
    Section,
    Telling,
    bit,
    bucket_word,
    figures,
    nothing,
    total,
)
from salesdesk.ui.screens.pipeline_words import stage_word

translate = QCoreApplication.translate

_STAGES = tuple(Stage)
_COLOURS = ("whatsapp", "call", "visit", "further1", "further2", "unsuccessful")


def sections(report: PipelineReport, telling: Telling) -> tuple[Section, ...]:
    """All sections of the tab."""
    return (
        _funnel(report, telling),
        _stages(report, telling),
        _values(report, telling),
        _stays(report, telling),
        _stuck(report, telling),
    )


def _known(report: PipelineReport, telling: Telling) -> str:
    if report.known_from is None:
        return translate("activity", "No move has been recorded yet.")
    said = translate("activity", "Moves are known from %1 on.")
    return said.replace("%1", telling.formats.full_date(report.known_from))


def _funnel(report: PipelineReport, telling: Telling) -> Section:
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
            translate("activity", "Conversion"),
            translate("activity", "95 % interval"),
        ),
        tuple(
            figures(
                telling, word,
                (
                    step.bar.count, step.conversion,
                    step.conversion.interval,
                ),
                step.bar.mark,
                small=step.conversion.small,
            )
            for word, step in zip(words, report.funnel, strict=True)
        ),
        note=_known(report, telling),
    )  # fmt: skip


def _table(
    names: Sequence[str], bars: Sequence[Bar], size: int, telling: Telling
) -> tuple[tuple[tuple[Bar, ...], ...], tuple[FigureRow, ...], tuple[str, ...]]:
    """Bars in the order outer × inner: as rows, as lines of a table, and the sums as words."""
    rows = tuple(tuple(bars[at * size : (at + 1) * size]) for at in range(len(names)))
    sums = tuple(sum(one.count for one in row) for row in rows)
    lines = tuple(
        figures(
            telling,
            name,
            (*(one.count for one in row), number),
            None,
            marks=(*(one.mark for one in row), None),
        )
        for name, row, number in zip(names, rows, sums, strict=True)
    )
    return rows, lines, tuple(telling.number(number) for number in sums)


def _stages(report: PipelineReport, telling: Telling) -> Section:
    size = len(_STAGES)
    owners = report.by_agent[::size]
    names = tuple(telling.person(one.mark.agent) for one in owners)
    rows, lines, sums = _table(names, report.by_agent, size, telling)
    words = tuple(stage_word(stage) for stage in _STAGES)
    return Section(
        "stages",
        Bars(
            translate("activity", "Customers by owner and stage"),
            translate("activity", "as they stand now"),
            tuple(Series(stage_word(s), f"{s.value}Edge") for s in _STAGES),
            names,
            tuple(
                tuple(
                    bit(telling, f"{name}, {word}", one.count, one.mark)
                    for word, one in zip(words, row, strict=True)
                )
                for name, row in zip(names, rows, strict=True)
            ),
            sums,
        ),
        nothing(),
        (translate("activity", "Owner"), *words, translate("activity", "All")),
        (
            *lines,
            total(
                telling,
                translate("activity", "All"),
                (
                    *(one.count for one in report.stages),
                    report.total.count,
                ),
                report.total.mark,
            ),
        ),
    )


def _values(report: PipelineReport, telling: Telling) -> Section:
    owners = report.values_by_agent[::2]
    names = tuple(telling.person(one.mark.agent) for one in owners)
    ordered, won = stage_word(Stage.ORDERED), stage_word(Stage.WON)

    def money(value: int) -> str:
        return telling.formats.money(value, telling.currency)

    rows = [report.values_by_agent[at * 2 : at * 2 + 2] for at in range(len(names))]
    bits = tuple(
        tuple(
            _worth(f"{name}, {word}: {money(one.value)}", one.value, one.mark, one.count, telling)
            for word, one in zip((ordered, won), row, strict=True)
        )
        for name, row in zip(names, rows, strict=True)
    )
    lines = tuple(
        figures(
            telling,
            name,
            (Money(row[0].value), Money(row[1].value), Money(row[0].value + row[1].value)),
            None,
            marks=(row[0].mark, row[1].mark, None),
        )
        for name, row in zip(names, rows, strict=True)
    )
    return Section(
        "values",
        Bars(
            translate("activity", "Order value by owner"),
            translate("activity", "of the orders behind ordered and won, as they stand now"),
            (Series(ordered, "orderedEdge"), Series(won, "wonEdge")),
            names,
            bits,
            tuple(money(row[0].value + row[1].value) for row in rows),
            scale=Scale.MONEY,
        ),
        nothing(),
        (translate("activity", "Owner"), ordered, won, translate("activity", "All")),
        (
            *lines,
            total(
                telling,
                translate("activity", "All"),
                (*(Money(one.value) for one in report.values), Money(report.worth.value)),
                report.worth.mark,
            ),
        ),
    )


def _worth(tip: str, value: int, mark: object, count: int, telling: Telling) -> Bit:
    opens = translate("activity", "Enter or a click opens these %1 orders")
    return Bit(value, tip, mark, opens.replace("%1", telling.number(count)) if count else "")


def _stays(report: PipelineReport, telling: Telling) -> Section:
    words = tuple(stage_word(stay.stage) for stay in report.stays)
    days = translate("activity", "days")
    buckets = tuple(bucket_word(bucket, days) for bucket in STAYS)
    unknown = translate("activity", "not known")
    series = (
        *(Series(word, colour) for word, colour in zip(buckets, _COLOURS, strict=True)),
        Series(unknown, "plain", Pattern.STRIPES),
    )
    return Section(
        "stays",
        Bars(
            translate("activity", "Time in a stage"),
            translate("activity", "customers who left it in these days"),
            series,
            words,
            tuple(
                tuple(
                    bit(telling, f"{word}, {bucket}", one.count, one.mark)
                    for bucket, one in zip(
                        (*buckets, unknown), (*stay.bars, stay.unknown), strict=True
                    )
                )
                for word, stay in zip(words, report.stays, strict=True)
            ),
            tuple(telling.number(stay.total.count) for stay in report.stays),
        ),
        nothing(),
        (
            translate("activity", "Left"), *buckets, unknown,
            translate("activity", "All"), translate("activity", "Median, days"),
        ),
        tuple(
            figures(
                telling, word,
                (
                    *(one.count for one in stay.bars),
                    stay.unknown.count,
                    stay.total.count,
                    stay.median,
                ),
                stay.total.mark,
            )
            for word, stay in zip(words, report.stays, strict=True)
        ),
        note=_known(report, telling),
    )  # fmt: skip


def _stuck(report: PipelineReport, telling: Telling) -> Section:
    size = len(STUCK)
    owners = report.stuck_by_agent[::size]
    names = tuple(telling.person(one.mark.agent) for one in owners)
    rows, lines, sums = _table(names, report.stuck_by_agent, size, telling)
    days = translate("activity", "days")
    buckets = tuple(bucket_word(bucket, days) for bucket in STUCK)
    return Section(
        "stuck",
        Bars(
            translate("activity", "Stuck customers"),
            translate("activity", "in one stage for 30 days and more, as they stand now"),
            tuple(Series(w, c) for w, c in zip(buckets, ("call", "unsuccessful", "further1"),
                                               strict=True)),
            names,
            tuple(
                tuple(
                    bit(telling, f"{name}, {word}", one.count, one.mark)
                    for word, one in zip(buckets, row, strict=True)
                )
                for name, row in zip(names, rows, strict=True)
            ),
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
                (*("" for _ in buckets), report.stuck_total.count),
                report.stuck_total.mark,
            ),
        ),
        note=_known(report, telling),
    )  # fmt: skip
