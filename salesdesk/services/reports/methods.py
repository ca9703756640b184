"""What works: success by method, hour, status and source, and what followed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import Any

from salesdesk.domain.contact import Method, Outcome
from salesdesk.domain.customer import LeadSource, SalesStatus
from salesdesk.domain.reports.drill_down import SOURCES, CountedElement, DrillDown, Figure, Nothing
from salesdesk.domain.reports.methods import (
    ATTEMPTS,
    Attempts,
    BestMethod,
    Followed,
    MethodsReport,
    Success,
    best_of,
)
from salesdesk.domain.reports.report_scope import ReportScope
from salesdesk.domain.reports.statistics import among, median
from salesdesk.services.reports import permitted
from salesdesk.services.reports.scoping import scope
from salesdesk.services.session import Session
from salesdesk.storage.reads.reports import methods as reads
from salesdesk.storage.reads.reports.methods import FollowedRow, Kind, Tries
from salesdesk.storage.unit_of_work import Reading

_HOURS = range(24)

# The places in a `Kind`.
_METHOD, _HOUR, _STATUS, _SOURCE = range(4)


def figures(session: Session, report_scope: ReportScope) -> MethodsReport:
    """The report on methods.

    Raises:
        NotAllowed: the actor sees no reports, or asks for somebody else's figures.
    """
    permitted.require_figures(session, report_scope)
    return session.store.read(lambda reading: _figures(session, reading, report_scope))


def _figures(session: Session, reading: Reading, report_scope: ReportScope) -> MethodsReport:
    asked, connection = scope(session, reading, report_scope), reading.connection
    found = reads.by_customer(connection, asked)
    followed = reads.followed(connection, asked)
    earlier = reads.by_method(connection, asked.before)
    by_method, by_hour = _by(found, _METHOD), _by(found, _METHOD, _HOUR)
    by_status, by_source = _by(found, _METHOD, _STATUS), _by(found, _METHOD, _SOURCE)
    of_sources = tuple(
        _success(_mark(method, source=source), by_source[method, source])
        for source in SOURCES
        for method in Method
    )
    return MethodsReport(
        total=_success(_mark(), sum(found.values(), Tries())),
        by_method=tuple(_success(_mark(one), by_method[one,]) for one in Method),
        by_hour=tuple(
            _success(_mark(method, hour=hour), by_hour[method, hour])
            for method in Method
            for hour in _HOURS
        ),
        by_status=tuple(
            _success(_mark(method, status=status), by_status[method, status])
            for method in Method
            for status in SalesStatus
        ),
        by_source=of_sources,
        best=tuple(
            BestMethod(source, best_of(tuple(o for o in of_sources if o.mark.source == source)))
            for source in SOURCES
        ),
        followed=tuple(_followed(one, followed.get(one, FollowedRow())) for one in Method),
        attempts=_attempts(reads.attempts(connection, asked)),
        before=tuple(earlier.get(method, Tries()).share for method in Method),
        known_from=asked.known_from,
    )


def _by(found: Mapping[Kind, Tries], *places: int) -> Mapping[tuple[Any, ...], Tries]:
    """The contacts by some of what tells them apart; none where there are none."""
    sums: defaultdict[tuple[Any, ...], Tries] = defaultdict(Tries)
    for kind, tries in found.items():
        sums[tuple(kind[place] for place in places)] += tries
    return sums


def _mark(
    method: Method | None = None,
    *,
    hour: int | None = None,
    status: SalesStatus | None = None,
    source: LeadSource | Nothing | None = None,
    outcome: Outcome | None = None,
) -> DrillDown:
    return DrillDown(
        Figure.METHODS_CONTACTS,
        method=method,
        hour=hour,
        status=status,
        source=source,
        outcome=outcome,
    )


def _success(mark: DrillDown, tries: Tries) -> Success:
    return Success(mark, tries.number, tries.successes)


def _followed(method: Method, row: FollowedRow) -> Followed:
    def bar(figure: Figure, number: int) -> CountedElement:
        return CountedElement(DrillDown(figure, method=method), number)

    return Followed(
        method,
        bar(Figure.METHODS_SETTLED, row.settled),
        bar(Figure.METHODS_YOUNG, row.young),
        bar(Figure.METHODS_TRACEABLE, row.traceable),
        bar(Figure.METHODS_MOVED_UP, row.moved_up),
        bar(Figure.METHODS_ORDERED, row.ordered),
    )


def _attempts(found: Counter[int]) -> Attempts:
    def bar(number: int, bucket: tuple[int, int | None] | None = None) -> CountedElement:
        return CountedElement(DrillDown(Figure.METHODS_ATTEMPTS, bucket=bucket), number)

    return Attempts(
        bar(found.total()),
        tuple(bar(among(found, bucket), bucket) for bucket in ATTEMPTS),
        median(found),
    )
