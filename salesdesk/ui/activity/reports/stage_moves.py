"""The tab Pipeline: the moves of the period, and how long customers had been where they were."""

from __future__ import annotations

from salesdesk.domain.reports.pipeline import LADDER, STAYS, Moves, PipelineReport
from salesdesk.domain.reports.statistics import Share
from salesdesk.ui.activity.reports import by_status
from salesdesk.ui.activity.section import (
    FigureRow,
    Section,
    TextContext,
    bit,
    bucket_word,
    figures,
    nothing,
    opening,
    together,
    total,
)
from salesdesk.ui.i18n import fill, translate
from salesdesk.ui.kit.charts.spec import Bars, DataPoint, Pattern, Series
from salesdesk.ui.texts import stage_word, status_word

_COLOURS = ("whatsapp", "call", "visit", "further1", "further2", "unsuccessful")


def known_word(report: PipelineReport, telling: TextContext) -> str:
    """Since when moves are known."""
    if report.known_from is None:
        return translate("activity", "No move has been recorded yet.")
    said = translate("activity", "Moves are known from {day} on.")
    return fill(said, day=telling.formats.full_date(report.known_from))


def moves(report: PipelineReport, telling: TextContext) -> Section:
    """The moves out of each stage, and where to."""
    names = tuple(stage_word(one.stage) for one in report.moves)
    return Section(
        "moves",
        Bars(
            translate("activity", "Moves out of each stage"),
            translate("activity", "in these days"),
            by_status.series([to_word(status_word(to)) for to in LADDER]),
            names,
            tuple(_bits(one, telling) for one in report.moves),
            tuple(telling.number(one.total.count) for one in report.moves),
        ),
        nothing(),
        (
            translate("activity", "Left"), *(to_word(status_word(to)) for to in LADDER),
            translate("activity", "All"), translate("activity", "Before"),
            translate("activity", "Went up"), translate("activity", "95 % interval"),
        ),
        (*(_left(one, report, telling) for one in report.moves), _all(report, telling)),
        note=known_word(report, telling),
    )  # fmt: skip


def _bits(one: Moves, telling: TextContext) -> tuple[DataPoint, ...]:
    """Where customers of a stage were moved to, by the statuses of `LADDER`."""
    left = stage_word(one.stage)
    counted = {bar.mark.to: bar for bar in one.to}
    return tuple(
        bit(telling, f"{left} → {status_word(to)}", counted[to].count, counted[to].mark)
        if to in counted
        else DataPoint(0, "")
        for to in LADDER
    )


def _left(one: Moves, report: PipelineReport, telling: TextContext) -> FigureRow:
    counted = {bar.mark.to: bar for bar in one.to}
    before = sum(n for (stage, _), n in report.moves_before.items() if stage is one.stage)
    there = tuple(counted[to].count if to in counted else "" for to in LADDER)
    return figures(
        telling, stage_word(one.stage),
        (*there, one.total.count, before, one.up, one.up.interval),
        one.total.mark, small=one.up.small,
        marks=(
            *(opening(counted[to]) if to in counted else None for to in LADDER),
            opening(one.total),
        ),
    )  # fmt: skip


def _all(report: PipelineReport, telling: TextContext) -> FigureRow:
    every = sum(one.total.count for one in report.moves)
    up = Share(sum(one.up.part for one in report.moves), every)
    bars = [bar for one in report.moves for bar in one.to]
    there = [together([bar for bar in bars if bar.mark.to is to], "stage") for to in LADDER]
    whole = together(bars, "stage", "to")
    before = sum(report.moves_before.values())
    values = (*(bar.count for bar in there), every, before, up, up.interval)
    marks = (*map(opening, there), opening(whole))
    return total(telling, translate("activity", "All"), values, opening(whole), marks=marks)


def to_word(status: str) -> str:
    """'to warm'."""
    return fill(translate("activity", "to {status}"), status=status.lower())


def stays(report: PipelineReport, telling: TextContext) -> Section:
    """How long customers were in a stage that they left in the period."""
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
            tuple(telling.number(stay.total.count + stay.unknown.count) for stay in report.stays),
        ),
        nothing(),
        (
            translate("activity", "Left"), *buckets, translate("activity", "Known"),
            translate("activity", "Not known"), translate("activity", "Median, days"),
        ),
        tuple(
            figures(
                telling, word,
                (
                    *(one.count for one in stay.bars),
                    stay.total.count,
                    stay.unknown.count,
                    stay.median,
                ),
                stay.total.mark,
                marks=(*map(opening, stay.bars), opening(stay.total), opening(stay.unknown)),
            )
            for word, stay in zip(words, report.stays, strict=True)
        ),
        note=known_word(report, telling),
    )  # fmt: skip
