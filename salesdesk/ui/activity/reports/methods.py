"""The tab Methods: what works, when, with whom, and what followed."""

from __future__ import annotations

from dataclasses import replace

from salesdesk.domain.contact import Method, Outcome
from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.reports.drill_down import CountedElement
from salesdesk.domain.reports.methods import MethodsReport, Success
from salesdesk.domain.reports.statistics import Share
from salesdesk.ui.activity.reports import by_status
from salesdesk.ui.activity.section import (
    FigureRow,
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
    total,
)
from salesdesk.ui.i18n import fill, translate
from salesdesk.ui.kit.charts.spec import Bars, Heat, Pattern, Rate, Rates, Series
from salesdesk.ui.texts import method_word, status_word

_HOURS = 24
_COLOURS = {Method.WHATSAPP: "whatsapp", Method.CALL: "call", Method.VISIT: "visit"}


def sections(report: MethodsReport, telling: TextContext) -> tuple[Section, ...]:
    """All sections of the tab."""
    return (
        _success(report, telling),
        _hours(report, telling),
        _statuses(report, telling),
        _followed(report, telling),
        _attempts(report, telling),
        _best(report, telling),
    )


def _success(report: MethodsReport, telling: TextContext) -> Section:
    words = [method_word(one.mark.method) for one in report.by_method]
    good, bad = translate("activity", "successful"), translate("activity", "unsuccessful")
    bars = [(one.successful, _failed(one)) for one in report.by_method]
    rows = [
        figures(
            telling,
            word,
            (*success_cells(one), before.whole, before),
            one.mark,
            small=one.share.small,
            marks=success_marks(one),
        )
        for word, one, before in zip(words, report.by_method, report.before, strict=True)
    ]
    earlier = Share(sum(one.part for one in report.before), sum(one.whole for one in report.before))
    whole = report.total.share
    said = fill(translate("activity", "all, {rate}"), rate=telling.rate(whole))
    return Section(
        "success",
        Bars(
            translate("activity", "Contacts by method"), "",
            (Series(good, "successful"), Series(bad, "unsuccessful", Pattern.STRIPES)),
            tuple(words), grid(telling, words, (good, bad), bars),
            tuple(telling.number(one.count) for one in report.by_method),
        ),
        nothing(),
        (
            *success_heads(translate("activity", "Method")),
            translate("activity", "Contacts before"), translate("activity", "Rate before"),
        ),
        (
            *rows,
            total(
                telling, translate("activity", "All"),
                (*success_cells(report.total), earlier.whole, earlier), report.total.mark,
                marks=success_marks(report.total),
            ),
        ),
        beside=Rates(
            translate("activity", "Success rate"), "", tuple(words),
            tuple(
                rate(telling, word, one.share, one.bar)
                for word, one in zip(words, report.by_method, strict=True)
            ),
            whole.rate, said, shows_labels=False,
        ),
    )  # fmt: skip


def _failed(one: Success) -> CountedElement:
    mark = replace(one.mark, outcome=Outcome.UNSUCCESSFUL)
    return CountedElement(mark, one.count - one.successes)


def _hours(report: MethodsReport, telling: TextContext) -> Section:
    rows = split(report.by_hour, _HOURS)
    busy = [hour for hour in range(_HOURS) if any(row[hour].count for row in rows)] or [9]
    hours = range(busy[0], busy[-1] + 1)
    words = tuple(method_word(one.mark.method) for one in report.by_method)
    clock = [f"{hour}.00" for hour in hours]
    bits = grid(telling, words, clock, [[row[hour].bar for hour in hours] for row in rows])
    lines = tuple(
        figures(telling, f"{word}, {hour}.00", success_cells(row[hour]), row[hour].mark,
                small=row[hour].share.small, marks=success_marks(row[hour]))
        for word, row in zip(words, rows, strict=True) for hour in hours if row[hour].count
    )  # fmt: skip
    return Section(
        "hours",
        Heat(
            translate("activity", "Contacts by hour"),
            translate("activity", "of the office's clock"),
            words, tuple(str(hour) for hour in hours), bits,
        ),
        nothing(),
        success_heads(translate("activity", "Method and hour")),
        lines,
    )  # fmt: skip


def _statuses(report: MethodsReport, telling: TextContext) -> Section:
    statuses = tuple(SalesStatus)
    rows = split(report.by_status, len(statuses))
    words = tuple(method_word(one.mark.method) for one in report.by_method)
    bars = [[one.bar for one in row] for row in rows]
    bits = grid(telling, words, by_status.words(), bars)
    lines: list[FigureRow] = [
        figures(telling, f"{word}, {status_word(status)}", success_cells(one), one.mark,
                small=one.share.small, marks=success_marks(one))
        for word, row in zip(words, rows, strict=True)
        for status, one in zip(statuses, row, strict=True)
    ]  # fmt: skip
    return Section(
        "statuses",
        Bars(
            translate("activity", "Contacts by status"),
            translate("activity", "of the customers as they are now"),
            by_status.series(), words, bits,
            tuple(telling.number(one.count) for one in report.by_method),
        ),
        nothing(),
        success_heads(translate("activity", "Method and status")),
        tuple(lines),
    )  # fmt: skip


def _followed(report: MethodsReport, telling: TextContext) -> Section:
    words: list[str] = []
    rates: list[Rate | None] = []
    lines: list[FigureRow] = []
    for one in report.followed:
        method = method_word(one.method)
        for told, share, tried, counted in (
            (translate("activity", "moved up"), one.moving_up, one.traceable, one.moved_up),
            (translate("activity", "ordered"), one.ordering, one.settled, one.ordered),
        ):
            word = f"{method}, {told}"
            words.append(word)
            rates.append(rate(telling, word, share, counted))
            lines.append(
                figures(
                    telling,
                    word,
                    (
                        share.whole,
                        share.part,
                        share,
                        share.interval,
                    ),
                    opening(counted),
                    small=share.small,
                    marks=(opening(tried), opening(counted)),
                )
            )
    note = translate("activity", "Contacts of the last 14 days are left out: it is too early.")
    if report.known_from is not None:
        since = translate("activity", "Moves are known from {day} on.")
        date = telling.formats.full_date(report.known_from)
        note = f"{note} {fill(since, day=date)}"
    return Section(
        "followed",
        Rates(
            translate("activity", "What followed within 14 days"),
            translate("activity", "of the contacts"), tuple(words), tuple(rates),
        ),
        nothing(),
        (
            translate("activity", "Method and what followed"), translate("activity", "Contacts"),
            translate("activity", "Followed"), translate("activity", "Share"),
            translate("activity", "95 % interval"),
        ),
        tuple(lines),
        note=note,
    )  # fmt: skip


def _attempts(report: MethodsReport, telling: TextContext) -> Section:
    bars = report.attempts.bars
    words = tuple(bucket_word(one.mark.bucket, "") for one in bars)
    median = report.attempts.median
    said = fill(translate("activity", "median {number}"), number=str(median)) if median else ""
    return Section(
        "attempts",
        Bars(
            translate("activity", "Attempts until the first success"),
            ", ".join(p for p in (translate("activity", "customers"), said) if p),
            (Series(translate("activity", "Customers"), "successful"),), words,
            tuple((bit(telling, word, one.count, one.mark),) for word, one in zip(
                words, bars, strict=True)),
            tuple(telling.number(one.count) for one in bars), horizontal=False,
        ),
        nothing(),
        (translate("activity", "Attempts"), translate("activity", "Customers")),
        (
            *(figures(telling, word, (one.count,), one.mark)
              for word, one in zip(words, bars, strict=True)),
            total(telling, translate("activity", "All"), (report.attempts.total.count,),
                  report.attempts.total.mark),
        ),
    )  # fmt: skip


def _best(report: MethodsReport, telling: TextContext) -> Section:
    words: list[str] = []
    rates: list[Rate | None] = []
    lines: list[FigureRow] = []
    for one in report.best:
        source = line_of_source(one.source)
        found = one.success
        if found is None:
            words.append(source)
            rates.append(None)
            few = translate("activity", "too few")
            lines.append(figures(telling, source, (few, None, None, None), None, small=True))
            continue
        word = f"{source}: {method_word(found.mark.method)}"
        words.append(word)
        rates.append(rate(telling, word, found.share, found.bar))
        lines.append(
            figures(telling, word, success_cells(found), found.mark, marks=success_marks(found))
        )
    return Section(
        "best",
        Rates(
            translate("activity", "Best method by source"),
            translate("activity", "surest to be high, from 10 contacts on"),
            tuple(words), tuple(rates),
        ),
        nothing(),
        success_heads(translate("activity", "Source and method")),
        tuple(lines),
    )  # fmt: skip
