"""How customers are looked after: the last contact, how often, at which hours, and in vain."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from salesdesk.domain.customer import LeadSource, SalesStatus
from salesdesk.domain.reports.drill_down import (
    SOURCES,
    Bucket,
    CountedElement,
    DrillDown,
    Figure,
    Nothing,
)
from salesdesk.domain.reports.engagement import FREQUENCY, LAST, VAIN, EngagementReport
from salesdesk.domain.reports.methods import Success
from salesdesk.domain.reports.pipeline import LADDER
from salesdesk.domain.reports.report_scope import ReportScope
from salesdesk.domain.reports.statistics import along, among, median
from salesdesk.services.reports import permitted
from salesdesk.services.reports.scoping import scope
from salesdesk.services.session import Session
from salesdesk.storage.reads.reports import engagement as reads
from salesdesk.storage.reads.reports import hours, names
from salesdesk.storage.reads.reports.engagement import Kind, Tried, Vain
from salesdesk.storage.reads.reports.methods import Tries
from salesdesk.storage.unit_of_work import Reading

_WEEK, _DAY = range(7), range(24)


def figures(session: Session, report_scope: ReportScope) -> EngagementReport:
    """The report on engagement.

    Raises:
        NotAllowed: the actor sees no reports, or asks for somebody else's figures.
    """
    permitted.require_figures(session, report_scope)
    return session.store.read(lambda reading: _figures(session, reading, report_scope))


def _figures(session: Session, reading: Reading, report_scope: ReportScope) -> EngagementReport:
    asked, connection = scope(session, reading, report_scope), reading.connection
    earlier = asked.before
    last = reads.last(connection, asked)
    never = reads.never(connection, asked)
    frequency, warm = reads.tried(connection, asked)
    before = along(reads.tried(connection, earlier)[0], 0)
    tries = reads.by_hour(connection, asked)
    tries_before = sum(reads.by_hour(connection, earlier).values(), Tries())
    owners = permitted.shown(session, (agent for _, _, agent in never))
    tired = permitted.shown(session, (agent for _, _, agent in warm))
    return EngagementReport(
        customers=CountedElement(DrillDown(Figure.ENGAGEMENT_CUSTOMERS), frequency.total()),
        last_total=CountedElement(DrillDown(Figure.ENGAGEMENT_LAST), last.total()),
        last=_by_status(Figure.ENGAGEMENT_LAST, last, LAST),
        last_median=median(along(last, 0)),
        never=CountedElement(DrillDown(Figure.ENGAGEMENT_NEVER), never.total()),
        never_by_status=tuple(_never(never, status) for status in LADDER),
        never_by_source=tuple(
            _never(never, status, source=one) for one in SOURCES for status in LADDER
        ),
        never_by_agent=tuple(
            _never(never, status, agent=one) for one in owners for status in LADDER
        ),
        frequency=_by_status(Figure.ENGAGEMENT_CUSTOMERS, frequency, FREQUENCY),
        frequency_before=tuple(among(before, bucket) for bucket in FREQUENCY),
        frequency_median=median(along(frequency, 0)),
        contacts=_success(sum(tries.values(), Tries())),
        heat=_heat(tries),
        before=tries_before.share,
        kept_warm=CountedElement(DrillDown(Figure.ENGAGEMENT_KEPT_WARM), warm.total()),
        kept_warm_by_status=tuple(_warm(warm, b, status=s) for b in VAIN for s in LADDER),
        kept_warm_by_agent=tuple(_warm(warm, b, agent=one) for one in tired for b in VAIN),
        contacts_as_of=hours.as_of(asked),
        names=names.of(connection, {*owners, *tired}),
    )


def _by_status(
    figure: Figure, found: Tried, buckets: Sequence[Bucket]
) -> tuple[CountedElement, ...]:
    of = {
        status: {value: n for (value, one), n in found.items() if one is status}
        for status in LADDER
    }
    return tuple(
        CountedElement(DrillDown(figure, bucket=bucket, status=status), among(of[status], bucket))
        for bucket in buckets
        for status in LADDER
    )


def _never(
    found: Counter[Kind],
    status: SalesStatus,
    *,
    source: LeadSource | Nothing | None = None,
    agent: str | None = None,
) -> CountedElement:
    number = sum(
        number
        for (one, come_from, owner), number in found.items()
        if one is status and source in (None, come_from) and agent in (None, owner)
    )
    mark = DrillDown(Figure.ENGAGEMENT_NEVER, status=status, source=source, agent=agent)
    return CountedElement(mark, number)


def _warm(
    found: Vain,
    bucket: Bucket,
    *,
    status: SalesStatus | None = None,
    agent: str | None = None,
) -> CountedElement:
    tries: Counter[int] = Counter()
    for (number, one, owner), customers in found.items():
        if status in (None, one) and agent in (None, owner):
            tries[number] += customers
    mark = DrillDown(Figure.ENGAGEMENT_KEPT_WARM, bucket=bucket, status=status, agent=agent)
    return CountedElement(mark, among(tries, bucket))


def _success(tries: Tries, weekday: int | None = None, hour: int | None = None) -> Success:
    mark = DrillDown(Figure.ENGAGEMENT_CONTACTS, weekday=weekday, hour=hour)
    return Success(mark, tries.number, tries.successes)


def _heat(found: Mapping[tuple[int, int], Tries]) -> tuple[Success, ...]:
    return tuple(
        _success(found.get((day, hour), Tries()), day, hour) for day in _WEEK for hour in _DAY
    )
