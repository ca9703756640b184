"""The tab Workload: who has how much to do now, and how evenly it is spread."""

from __future__ import annotations

from collections.abc import Sequence

from salesdesk.domain.reports.drill_down import CountedElement, DrillDown
from salesdesk.domain.reports.workload import Load, WorkloadReport
from salesdesk.ui.activity.reports import by_status as statuses
from salesdesk.ui.activity.section import (
    FigureRow,
    Section,
    TextContext,
    bit,
    figures,
    grid,
    opening,
    total,
)
from salesdesk.ui.i18n import fill, plural, translate
from salesdesk.ui.kit.charts.spec import Bars, DataPoint, Pattern, Series

_STEP_LOOKS = (
    ("unsuccessful", Pattern.CROSSES), ("call", Pattern.SOLID), ("visit", Pattern.SOLID),
    ("whatsapp", Pattern.STRIPES),
)  # fmt: skip


def sections(report: WorkloadReport, telling: TextContext) -> tuple[Section, ...]:
    """All sections of the tab."""
    names = tuple(telling.person(load.agent) for load in report.agents)
    return (
        _customers(report, names, telling),
        _steps(report, names, telling),
        _soon(report, names, telling),
        _cap(report, names, telling),
    )


def _agent() -> str:
    return translate("activity", "Agent")


def _all() -> str:
    return translate("activity", "All")


def _nobody() -> tuple[str, str]:
    return (
        translate("activity", "Nobody has such customers"),
        translate("activity", "Choose other people, or take off filters."),
    )


def _customers(report: WorkloadReport, names: tuple[str, ...], telling: TextContext) -> Section:
    rows = [load.statuses for load in report.agents]
    heads = (*statuses.heads(_agent()), translate("activity", "From the median"))
    spread = report.spread
    apart = [
        (spread.distance(load.customers.count) if spread is not None else None,)
        for load in report.agents
    ]
    lines = [
        *statuses.lines(names, rows, [load.customers.mark for load in report.agents],
                        telling, apart),
        statuses.whole(report.team.customers, report.team.statuses, telling, (None,)),
    ]  # fmt: skip
    if report.unowned is not None:
        free = report.unowned
        word = translate("activity", "In the pool")
        values = (free.count, *(None for _ in heads[2:]))
        lines.append(total(telling, word, values, opening(free)))
    return Section(
        "workload_customers",
        statuses.chart(
            translate("activity", "Customers"),
            translate("activity", "now"),
            names, rows, telling, horizontal=True,
        ),
        _nobody(),
        heads,
        tuple(lines),
        beside=_spread(report, names, telling),
        note=" ".join(
            (translate("activity", "As of now, whatever days are chosen."),
             statuses.without_aside(), _spread_word(report, telling))
        ),
        highest=1,
    )  # fmt: skip


def _spread(report: WorkloadReport, names: tuple[str, ...], telling: TextContext) -> Bars | None:
    """How far each agent is from the median; fewer and more as two series, both from zero."""
    spread = report.spread
    if spread is None:
        return None
    more, fewer = translate("activity", "more"), translate("activity", "fewer")

    def bits(name: str, load: Load) -> tuple[DataPoint, DataPoint]:
        apart = spread.distance(load.customers.count)
        opens = bit(telling, name, load.customers.count, load.customers.mark)
        number = telling.value(abs(apart))
        high, low = max(apart, 0.0), max(-apart, 0.0)
        return (
            DataPoint(high, f"{name}: {number} {more}", opens.mark, opens.opens),
            DataPoint(low, f"{name}: {number} {fewer}", opens.mark, opens.opens),
        )

    return Bars(
        translate("activity", "Distance from the median"),
        translate("activity", "customers"),
        (Series(more, "unsuccessful"), Series(fewer, "visit", Pattern.STRIPES)),
        names,
        tuple(bits(name, load) for name, load in zip(names, report.agents, strict=True)),
        tuple(
            _signed(spread.distance(load.customers.count), telling) for load in report.agents
        ),
    )  # fmt: skip


def _signed(apart: float, telling: TextContext) -> str:
    """'+9', '−3', '0'."""
    sign = "+" if apart > 0 else "−" if apart < 0 else ""
    return sign + telling.value(abs(apart))


def _spread_word(report: WorkloadReport, telling: TextContext) -> str:
    spread = report.spread
    if spread is None:
        return translate("activity", "Nobody of these may hold customers.")
    return fill(
        translate(
            "activity",
            "From {lowest} to {highest} customers, median {median}, among {agents} who may hold "
            "some.",
        ),
        lowest=telling.value(spread.lowest),
        highest=telling.value(spread.highest),
        median=telling.value(spread.median),
        agents=telling.value(spread.agents),
    )


def _steps(report: WorkloadReport, names: tuple[str, ...], telling: TextContext) -> Section:
    words = (
        translate("activity", "Overdue"), translate("activity", "Due today"),
        translate("activity", "Planned"), translate("activity", "No next step"),
    )  # fmt: skip
    rows = [_by_step(load) for load in report.agents]
    return Section(
        "workload_steps",
        Bars(
            translate("activity", "Next steps"), translate("activity", "customers, now"),
            tuple(Series(w, c, p) for w, (c, p) in zip(words, _STEP_LOOKS, strict=True)),
            names, grid(telling, names, words, rows),
            tuple(telling.number(load.customers.count) for load in report.agents),
        ),
        _nobody(),
        (_agent(), *words, translate("activity", "Customers")),
        (
            *(
                _line(telling, name, (*row, load.customers))
                for name, row, load in zip(names, rows, report.agents, strict=True)
            ),
            _line(telling, _all(), (*_by_step(report.team), report.team.customers), whole=True),
        ),
        highest=1,
    )  # fmt: skip


def _by_step(load: Load) -> tuple[CountedElement, ...]:
    return load.overdue, load.today, load.planned, load.unplanned


def _line(
    telling: TextContext, name: str, bars: Sequence[CountedElement], *, whole: bool = False
) -> FigureRow:
    """A line of figures that each open their own rows."""
    made = total if whole else figures
    marks: list[DrillDown | None] = [opening(bar) for bar in bars]
    return made(telling, name, [bar.count for bar in bars], marks[-1], marks=marks)


def _soon(report: WorkloadReport, names: tuple[str, ...], telling: TextContext) -> Section:
    rows = [load.soon_by_status for load in report.agents]
    note = ""
    if report.soon_stopped:
        note = translate("activity", "Releases are stopped: a shared setting cannot be read.")
    return Section(
        "workload_soon",
        statuses.chart(
            translate("activity", "Releasing soon"),
            translate("activity", "customers who leave within 7 days if nobody contacts them"),
            names, rows, telling, horizontal=True,
        ),
        (
            translate("activity", "Nobody leaves"),
            translate("activity", "Nobody would be released in the next 7 days."),
        ),
        statuses.heads(_agent()),
        (
            *statuses.lines(names, rows, [load.soon.mark for load in report.agents], telling),
            statuses.whole(report.team.soon, report.team.soon_by_status, telling),
        ),
        note=note,
        highest=1,
    )  # fmt: skip


def _cap(report: WorkloadReport, names: tuple[str, ...], telling: TextContext) -> Section:
    held, room = translate("activity", "Customers"), translate("activity", "Room")
    said, limited = "", report.cap is not None
    if report.cap is not None:
        said = plural(
            "activity",
            "at most 1 customer per agent, of all sources and statuses",
            "at most {number} customers per agent, of all sources and statuses",
            report.cap,
            number=telling.number(report.cap),
        )

    def bits(name: str, load: Load) -> tuple[DataPoint, DataPoint]:
        free = max(report.room(load) or 0, 0)
        return (
            bit(telling, name, load.held.count, load.held.mark),
            bit(telling, f"{name}, {room}", free, None),
        )

    return Section(
        "workload_cap",
        Bars(
            translate("activity", "Capacity"), said,
            (Series(held, "successful"), Series(room, "plain", Pattern.STRIPES)),
            names if limited else (),
            tuple(bits(n, load) for n, load in zip(names, report.agents, strict=True) if limited),
            tuple(telling.number(load.held.count) for load in report.agents if limited),
        ),
        _nobody() if limited else _uncapped(),
        (_agent(), held, room),
        (
            *(
                figures(
                    telling, name, (load.held.count, report.room(load)), opening(load.held),
                    marks=(opening(load.held),),
                )
                for name, load in zip(names, report.agents, strict=True)
            ),
            total(telling, _all(), (report.team.held.count, None), opening(report.team.held)),
        ),
        highest=1,
    )  # fmt: skip


def _uncapped() -> tuple[str, str]:
    return (
        translate("activity", "No cap is set"),
        translate("activity", "Agents may claim as many customers as they like."),
    )
