"""What is lost and comes back: releases, who took them again, and who leaves next."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

from salesdesk.domain.ownership import UnbindingReason
from salesdesk.domain.reports.drill_down import Bucket, CountedElement, DrillDown, Figure, Nothing
from salesdesk.domain.reports.releases import FORECAST_DAYS, IDLE, POOL, REASONS, ReleasesReport
from salesdesk.domain.reports.report_scope import ReportScope
from salesdesk.domain.reports.statistics import along, among, median
from salesdesk.services.reports import permitted
from salesdesk.services.reports.scoping import scope
from salesdesk.services.session import Session
from salesdesk.storage.reads.reports import names
from salesdesk.storage.reads.reports import releases as reads
from salesdesk.storage.reads.reports.scope import Scope
from salesdesk.storage.unit_of_work import Reading

Ended = Counter[tuple[date, UnbindingReason | Nothing, str]]


def figures(session: Session, report_scope: ReportScope) -> ReleasesReport:
    """The report on releases.

    Raises:
        NotAllowed: the actor sees no reports, or asks for somebody else's figures.
    """
    permitted.require_figures(session, report_scope)
    return session.store.read(lambda reading: _figures(session, reading, report_scope))


def _figures(session: Session, reading: Reading, report_scope: ReportScope) -> ReleasesReport:
    asked, connection = scope(session, reading, report_scope), reading.connection
    ended = reads.ended(connection, asked)
    idle = reads.idle(connection, asked)
    taken = reads.taken(connection, asked)
    ahead = reads.forecast(connection, asked)
    earlier = reads.ended(connection, asked.before)
    weeks = report_scope.period.weeks
    agents = permitted.shown(session, (agent for _, _, agent in ended))
    takers, pool = along(taken, 0), along(taken, 2)
    taking = permitted.shown(session, takers)
    leaving = permitted.shown(session, (agent for _, agent in ahead))
    return ReleasesReport(
        total=CountedElement(DrillDown(Figure.RELEASES_ENDED), ended.total()),
        weeks=weeks,
        by_week=tuple(_ended(ended, week=week, reason=one) for week in weeks for one in REASONS),
        by_agent=tuple(_ended(ended, agent=one, reason=r) for one in agents for r in REASONS),
        by_idle=_by_idle(idle),
        idle_median=median(along(idle, 0)),
        taken=CountedElement(DrillDown(Figure.RELEASES_TAKEN), taken.total()),
        returned=CountedElement(DrillDown(Figure.RELEASES_RETURNED), along(taken, 1)[True]),
        free=CountedElement(DrillDown(Figure.RELEASES_FREE), ended.total() - taken.total()),
        by_taker=tuple(
            CountedElement(DrillDown(Figure.RELEASES_TAKEN, by=one), takers[one]) for one in taking
        ),
        pool=tuple(
            CountedElement(DrillDown(Figure.RELEASES_TAKEN, bucket=bucket), among(pool, bucket))
            for bucket in POOL
        ),
        pool_median=median(pool),
        forecast_total=CountedElement(DrillDown(Figure.RELEASES_FORECAST), ahead.total()),
        forecast=_forecast(ahead, asked),
        forecast_by_agent=tuple(
            CountedElement(DrillDown(Figure.RELEASES_FORECAST, agent=one),
                sum(n for (_, agent), n in ahead.items() if agent == one))
            for one in leaving
        ),
        forecast_stopped=bool(reading.settings.stops_releases),
        before=along(earlier, 1),
        before_by_agent={one: _of_agent(earlier, one) for one in agents},
        names=names.of(connection, {*agents, *taking, *leaving}),
    )  # fmt: skip


def _of_agent(found: Ended, agent: str) -> int:
    return sum(number for (_, _, who), number in found.items() if who == agent)


def _ended(
    found: Ended,
    *,
    week: date | None = None,
    agent: str | None = None,
    reason: UnbindingReason | Nothing,
) -> CountedElement:
    number = sum(
        number
        for (monday, why, who), number in found.items()
        if why == reason and week in (None, monday) and agent in (None, who)
    )
    return CountedElement(
        DrillDown(Figure.RELEASES_ENDED, week=week, agent=agent, reason=reason), number
    )


def _by_idle(found: Counter[tuple[int, UnbindingReason | Nothing]]) -> tuple[CountedElement, ...]:
    def bar(bucket: Bucket, reason: UnbindingReason | Nothing) -> CountedElement:
        days = {day: number for (day, why), number in found.items() if why == reason}
        mark = DrillDown(Figure.RELEASES_IDLE, bucket=bucket, reason=reason)
        return CountedElement(mark, among(days, bucket))

    return tuple(bar(bucket, reason) for bucket in IDLE for reason in REASONS)


def _forecast(ahead: Counter[tuple[date, str]], asked: Scope) -> tuple[CountedElement, ...]:
    first = reads.today(asked)
    bars = []
    for number in range(FORECAST_DAYS):
        day = first + timedelta(days=number)
        leaving = sum(n for (when, _), n in ahead.items() if when == day)
        bars.append(CountedElement(DrillDown(Figure.RELEASES_FORECAST, day=day), leaving))
    return tuple(bars)
