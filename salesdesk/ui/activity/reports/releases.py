"""The tab Releases: what is lost, what comes back, and what will be lost if nothing happens."""

from __future__ import annotations

from salesdesk.domain.ownership import UnbindingReason
from salesdesk.domain.reports.drill_down import CountedElement, Nothing
from salesdesk.domain.reports.releases import IDLE, POOL, REASONS, ReleasesReport
from salesdesk.ui.activity.section import (
    FigureRow,
    Section,
    TextContext,
    bit,
    bucket_word,
    figures,
    grid,
    nothing,
    opening,
    split,
    together,
    total,
)
from salesdesk.ui.i18n import fill, translate
from salesdesk.ui.kit.charts.spec import Bars, Pattern, Series
from salesdesk.ui.texts import day_word, reason_word

_SIZE = len(REASONS)
_SERIES = (
    ("unsuccessful", Pattern.SOLID), ("call", Pattern.STRIPES),
    ("whatsapp", Pattern.SOLID), ("further1", Pattern.CROSSES),
)  # fmt: skip


def sections(report: ReleasesReport, telling: TextContext) -> tuple[Section, ...]:
    """All sections of the tab."""
    weeks = tuple(day_word(week, telling.formats) for week in report.weeks)
    agents = tuple(telling.person(one.mark.agent) for one in report.by_agent[::_SIZE])
    days = translate("activity", "days")
    idle = tuple(bucket_word(bucket, days) for bucket in IDLE)
    said = _median(report.idle_median, telling)
    return (
        _by_reason(
            "weeks", translate("activity", "Released by week"),
            translate("activity", "weeks from their Monday"), translate("activity", "Week"),
            weeks, report.by_week, report, telling,
        ),
        _by_reason(
            "agents", translate("activity", "Released by agent"), "",
            translate("activity", "Agent"), agents, report.by_agent, report, telling,
            tuple(report.before_by_agent[one.mark.agent or ""] for one in report.by_agent[::_SIZE]),
        ),
        _by_reason(
            "idle", translate("activity", "Released by idle days"), said,
            translate("activity", "Idle"), idle, report.by_idle, report, telling,
        ),
        _returns(report, telling),
        _takers(report, telling),
        _forecast(report, telling),
    )  # fmt: skip


def _reason(reason: UnbindingReason | Nothing) -> str:
    return reason_word(reason if isinstance(reason, UnbindingReason) else None)


def _by_reason(
    key: str,
    title: str,
    unit: str,
    head: str,
    names: tuple[str, ...],
    bars: tuple[CountedElement, ...],
    report: ReleasesReport,
    telling: TextContext,
    before: tuple[int, ...] | None = None,
) -> Section:
    """Releases by something and their reason; `before`: of each line in the period before."""
    rows = split(bars, _SIZE)
    words = tuple(_reason(reason) for reason in REASONS)
    sums = [sum(one.count for one in row) for row in rows]
    return Section(
        key,
        Bars(
            title,
            unit,
            tuple(Series(w, c, p) for w, (c, p) in zip(words, _SERIES, strict=True)),
            names,
            grid(telling, names, words, rows),
            tuple(telling.number(number) for number in sums),
            horizontal=key == "agents",
        ),
        nothing(),
        (
            head,
            *words,
            translate("activity", "All"),
            *(() if before is None else (translate("activity", "Before"),)),
        ),
        _reason_lines(names, rows, report, telling, before),
        highest=_SIZE + 1 if key == "agents" else None,
    )


def _reason_lines(
    names: tuple[str, ...],
    rows: tuple[tuple[CountedElement, ...], ...],
    report: ReleasesReport,
    telling: TextContext,
    before: tuple[int, ...] | None,
) -> tuple[FigureRow, ...]:
    sums = [sum(one.count for one in row) for row in rows]
    then = _each(before, len(names))
    lines = [
        figures(
            telling, name, (*(one.count for one in row), number, *earlier), None,
            marks=[*map(opening, row), opening(together(row, "reason"))],
        )
        for name, row, number, earlier in zip(names, rows, sums, then, strict=True)
    ]  # fmt: skip
    # Of the weeks, which have everybody; an agent sees no lines of others.
    weeks = split(report.by_week, _SIZE)
    parts = [together([week[at] for week in weeks], "week") for at in range(_SIZE)]
    return (
        *lines,
        total(
            telling,
            translate("activity", "All"),
            (
                *(part.count for part in parts),
                report.total.count,
                *(() if before is None else (report.before.total(),)),
            ),
            report.total.mark,
            marks=(*map(opening, parts), opening(report.total)),
        ),
    )


def _each(values: tuple[int, ...] | None, number: int) -> tuple[tuple[int, ...], ...]:
    """Each value as a column of its own; none where there are no values."""
    return tuple(() for _ in range(number)) if values is None else tuple((one,) for one in values)


def _median(median: float | None, telling: TextContext) -> str:
    days = telling.formats.days(round(median)) if median is not None else "–"
    return fill(translate("activity", "median {days}"), days=days)


def _returns(report: ReleasesReport, telling: TextContext) -> Section:
    days = translate("activity", "days")
    words = tuple(bucket_word(bucket, days) for bucket in POOL)
    said = _median(report.pool_median, telling)
    taken = translate("activity", "Taken again")
    facts = (
        (taken, report.taken), (translate("activity", "by the same agent"), report.returned),
        (translate("activity", "Still free"), report.free),
    )  # fmt: skip
    return Section(
        "returns",
        Bars(
            translate("activity", "Time in the pool"),
            f"{translate('activity', 'of those who were taken again')}, {said}",
            (Series(translate("activity", "Customers"), "visit"),),
            words,
            tuple(
                (bit(telling, word, one.count, one.mark),)
                for word, one in zip(words, report.pool, strict=True)
            ),
            tuple(telling.number(one.count) for one in report.pool),
            horizontal=False,
        ),
        nothing(),
        (translate("activity", "Free for"), translate("activity", "Customers")),
        (
            *(
                figures(telling, word, (one.count,), one.mark)
                for word, one in zip(words, report.pool, strict=True)
            ),
            *(total(telling, word, (one.count,), one.mark) for word, one in facts),
        ),
    )


def _takers(report: ReleasesReport, telling: TextContext) -> Section:
    names = tuple(telling.person(one.mark.by) for one in report.by_taker)
    return Section(
        "takers",
        Bars(
            translate("activity", "Taken again by"),
            translate("activity", "customers released in these days"),
            (Series(translate("activity", "Customers"), "visit"),),
            names,
            tuple(
                (bit(telling, name, one.count, one.mark),)
                for name, one in zip(names, report.by_taker, strict=True)
            ),
            tuple(telling.number(one.count) for one in report.by_taker),
        ),
        nothing(),
        (translate("activity", "Agent"), translate("activity", "Customers")),
        tuple(
            figures(telling, name, (one.count,), one.mark)
            for name, one in zip(names, report.by_taker, strict=True)
        ),
        highest=1,
    )


def _forecast(report: ReleasesReport, telling: TextContext) -> Section:
    days = tuple(
        day_word(one.mark.day, telling.formats) if one.mark.day is not None else ""
        for one in report.forecast
    )
    note = ""
    if report.forecast_stopped:
        note = translate("activity", "Releases are stopped: a shared setting cannot be read.")
    return Section(
        "forecast",
        Bars(
            translate("activity", "Who leaves in the next 30 days"),
            translate("activity", "customers, if nobody contacts them"),
            (Series(translate("activity", "Customers"), "unsuccessful"),),
            days,
            tuple(
                (bit(telling, day, one.count, one.mark),)
                for day, one in zip(days, report.forecast, strict=True)
            ),
            horizontal=False,
        ),
        (
            translate("activity", "Nobody leaves"),
            translate("activity", "Nobody would be released in the next 30 days."),
        ),
        (translate("activity", "Day"), translate("activity", "Customers")),
        (
            *(
                figures(telling, day, (one.count,), one.mark)
                for day, one in zip(days, report.forecast, strict=True)
                if one.count
            ),
            total(
                telling,
                translate("activity", "All"),
                (report.forecast_total.count,),
                report.forecast_total.mark,
            ),
        ),
        note=note,
    )
