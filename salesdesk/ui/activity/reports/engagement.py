"""The tab Engagement: who is contacted how often, at which hours, never, and in vain."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QLocale

from salesdesk.domain.reports.drill_down import CountedElement, DrillDown
from salesdesk.domain.reports.engagement import FREQUENCY, IN_VAIN, LAST, VAIN, EngagementReport
from salesdesk.domain.reports.methods import Success
from salesdesk.domain.reports.pipeline import LADDER
from salesdesk.domain.reports.statistics import FEW
from salesdesk.ui.activity.reports import by_status as statuses
from salesdesk.ui.activity.section import (
    Pick,
    Section,
    TextContext,
    bit,
    bucket_word,
    figures,
    grid,
    line_of_source,
    nothing,
    opening,
    rate,
    split,
    success_cells,
    success_heads,
    success_marks,
    together,
    total,
)
from salesdesk.ui.i18n import fill, translate
from salesdesk.ui.kit.charts.spec import Bars, DataPoint, Heat, Pattern, Scale, Series

_DAYS, _HOURS = 7, 24
_STEPS = len(LADDER)

_VAIN_LOOKS = (
    ("further2", Pattern.SOLID), ("call", Pattern.STRIPES), ("unsuccessful", Pattern.SOLID),
    ("further1", Pattern.CROSSES),
)  # fmt: skip


def sections(report: EngagementReport, telling: TextContext) -> tuple[Section, ...]:
    """All sections of the tab."""
    return (
        _last(report, telling),
        _frequency(report, telling),
        _heat(report, telling),
        _kept_warm(report, telling),
        _kept_warm_owners(report, telling),
        _never(
            "engagement_never", translate("activity", "Never contacted, by source"),
            translate("activity", "Source"),
            tuple(line_of_source(one.mark.source) for one in report.never_by_source[::_STEPS]),
            report.never_by_source, report, telling,
        ),
        _never(
            "engagement_never_owners", translate("activity", "Never contacted, by owner"),
            translate("activity", "Owner"),
            tuple(telling.person(one.mark.agent) for one in report.never_by_agent[::_STEPS]),
            report.never_by_agent, report, telling,
        ),
    )  # fmt: skip


def _nobody() -> tuple[str, str]:
    return (
        translate("activity", "No such customers"),
        translate("activity", "There is none of these among the people and filters above."),
    )


def _median(median: float | None, telling: TextContext, *, days: bool) -> str:
    if median is None:
        return ""
    number = telling.value(median)
    said = (
        translate("activity", "median {number} days")
        if days
        else translate("activity", "median {number}")
    )
    return fill(said, number=number)


def _unit(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _last(report: EngagementReport, telling: TextContext) -> Section:
    days = translate("activity", "days")
    names = (
        *(bucket_word(bucket, days) for bucket in LAST),
        translate("activity", "never"),
    )
    rows = (*statuses.split(report.last), report.never_by_status)
    marks = [*(_whole(row[0]) for row in rows[:-1]), report.never.mark]
    return Section(
        "engagement_last",
        statuses.chart(
            translate("activity", "Days since the last contact"),
            _unit(
                translate("activity", "customers as they stand now"),
                _median(report.last_median, telling, days=True),
            ),
            names, rows, telling, horizontal=False,
        ),
        _nobody(),
        statuses.heads(translate("activity", "Last contact")),
        (
            *statuses.lines(names, rows, marks, telling),
            statuses.summed(report.customers, rows, telling),
        ),
        note=statuses.without_aside(),
    )  # fmt: skip


def _whole(bar: CountedElement) -> DrillDown:
    """A bucket of all statuses."""
    return replace(bar.mark, status=None)


def _frequency(report: EngagementReport, telling: TextContext) -> Section:
    names = tuple(bucket_word(bucket, "") for bucket in FREQUENCY)
    rows = statuses.split(report.frequency)
    contacted = report.contacted
    said = fill(
        translate("activity", "{number} of {all} were contacted"),
        number=telling.number(contacted.part),
        all=telling.number(contacted.whole),
    )
    heads = statuses.heads(translate("activity", "Contacts"))
    return Section(
        "engagement_frequency",
        statuses.chart(
            translate("activity", "Contacts per customer"),
            _unit(
                said,
                _median(report.frequency_median, telling, days=False),
            ),
            names, rows, telling, horizontal=False,
        ),
        _nobody(),
        (*heads, translate("activity", "Before")),
        (
            *statuses.lines(
                names, rows, [_whole(row[0]) for row in rows], telling,
                [(before,) for before in report.frequency_before],
            ),
            statuses.summed(report.customers, rows, telling, (sum(report.frequency_before),)),
        ),
    )  # fmt: skip


def _heat(report: EngagementReport, telling: TextContext) -> Section:
    days = split(report.heat, _HOURS)
    busy = [hour for hour in range(_HOURS) if any(day[hour].count for day in days)] or [9, 16]
    hours = range(busy[0], busy[-1] + 1)
    options = (
        ("contacts", translate("activity", "Contacts")),
        ("successful", translate("activity", "Successful contacts")),
        ("rate", translate("activity", "Success rate")),
    )
    chosen = telling.picked("engagement_heat_shows", [key for key, _ in options])
    short, full = _day_names(telling)
    shown = tuple(
        tuple(_cell(chosen, f"{name}, {hour}.00", day[hour], telling) for hour in hours)
        for name, day in zip(full, days, strict=True)
    )
    earlier = report.before
    return Section(
        "engagement_heat",
        Heat(
            dict(options)[chosen], translate("activity", "by weekday and hour of the office"),
            short, tuple(str(hour) for hour in hours), shown,
            Scale.SHARE if chosen == "rate" else Scale.NUMBER,
        ),
        nothing(),
        success_heads(translate("activity", "Weekday and hour")),
        (
            *(
                figures(telling, f"{name}, {hour}.00", success_cells(day[hour]), day[hour].mark,
                        small=day[hour].share.small, marks=success_marks(day[hour]))
                for name, day in zip(full, days, strict=True) for hour in hours if day[hour].count
            ),
            total(
                telling, translate("activity", "All"), success_cells(report.contacts),
                opening(report.contacts.bar), marks=success_marks(report.contacts),
            ),
            total(
                telling, translate("activity", "Before"),
                (earlier.whole, earlier.part, earlier, earlier.interval),
            ),
        ),
        note=_few_word(telling) if chosen == "rate" else "",
        picks=(Pick("engagement_heat_shows", translate("activity", "Show"), options, chosen),),
    )  # fmt: skip


def _day_names(telling: TextContext) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The weekdays from Monday on, short and in full."""
    name = telling.formats.locale.standaloneDayName
    short, full = (
        tuple(name(day + 1, kind) for day in range(_DAYS))
        for kind in (QLocale.FormatType.ShortFormat, QLocale.FormatType.LongFormat)
    )
    return short, full


def _few_word(telling: TextContext) -> str:
    said = translate(
        "activity", "Rates are drawn from {number} contacts on; the table has them all."
    )
    return fill(said, number=telling.number(FEW))


def _cell(chosen: str, name: str, one: Success, telling: TextContext) -> DataPoint:
    """A weekday's hour: how many, how many successful, or how often where it is sure enough."""
    if chosen == "contacts":
        return bit(telling, name, one.count, one.mark)
    if chosen == "successful":
        return bit(telling, name, one.successes, one.successful.mark)
    found = rate(telling, name, one.share, one.bar)
    if found is None:
        return bit(telling, name, 0, None)
    return replace(found.bit, value=0.0) if found.small else found.bit


def _kept_warm(report: EngagementReport, telling: TextContext) -> Section:
    names = tuple(bucket_word(bucket, "") for bucket in VAIN)
    rows = statuses.split(report.kept_warm_by_status)
    said = translate(
        "activity", "customers with {number} contacts and more, none of them successful"
    )
    return Section(
        "engagement_kept_warm",
        statuses.chart(
            translate("activity", "Unresponsive customers"),
            fill(said, number=telling.number(IN_VAIN)),
            names, rows, telling, horizontal=False,
        ),
        _nobody(),
        statuses.heads(translate("activity", "Unsuccessful contacts")),
        (
            *statuses.lines(names, rows, [_whole(row[0]) for row in rows], telling),
            statuses.summed(report.kept_warm, rows, telling),
        ),
        note=statuses.without_aside(),
    )  # fmt: skip


def _kept_warm_owners(report: EngagementReport, telling: TextContext) -> Section:
    rows = split(report.kept_warm_by_agent, len(VAIN))
    names = tuple(telling.person(row[0].mark.agent) for row in rows)
    words = tuple(bucket_word(bucket, translate("activity", "contacts")) for bucket in VAIN)
    sums = [together(row, "bucket") for row in rows]
    vain = [
        together([bar for bar in report.kept_warm_by_status if bar.mark.bucket == b], "status")
        for b in VAIN
    ]
    return Section(
        "engagement_kept_warm_owners",
        Bars(
            translate("activity", "Unresponsive customers, by owner"),
            translate("activity", "customers"),
            tuple(Series(w, c, p) for w, (c, p) in zip(words, _VAIN_LOOKS, strict=True)),
            names, grid(telling, names, words, rows),
            tuple(telling.number(one.count) for one in sums),
        ),
        _nobody(),
        (translate("activity", "Owner"), translate("activity", "Customers"), *words),
        (
            *(
                figures(
                    telling, name, (every.count, *(bar.count for bar in row)), every.mark,
                    marks=(opening(every), *map(opening, row)),
                )
                for name, row, every in zip(names, rows, sums, strict=True)
            ),
            total(
                telling, translate("activity", "All"),
                (report.kept_warm.count, *(one.count for one in vain)),
                opening(report.kept_warm),
                marks=(opening(report.kept_warm), *map(opening, vain)),
            ),
        ),
        highest=1,
    )  # fmt: skip


def _never(
    key: str,
    title: str,
    head: str,
    names: tuple[str, ...],
    bars: tuple[CountedElement, ...],
    report: EngagementReport,
    telling: TextContext,
) -> Section:
    """Customers never contacted, by something and their status."""
    rows = statuses.split(bars)
    return Section(
        key,
        statuses.chart(
            title, translate("activity", "customers"), names, rows, telling, horizontal=True
        ),
        _nobody(),
        statuses.heads(head),
        (
            *statuses.lines(names, rows, [_whole(row[0]) for row in rows], telling),
            statuses.whole(report.never, report.never_by_status, telling),
        ),
        highest=1,
    )  # fmt: skip
