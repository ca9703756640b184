"""What works: success by method, hour, status and source, and what followed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from salesdesk.domain.contact import Method, Outcome
from salesdesk.domain.customer import LeadSource, SalesStatus
from salesdesk.domain.reports.frame import Frame
from salesdesk.domain.reports.marks import SOURCES, Bar, Figure, Mark, Nothing
from salesdesk.domain.reports.methods import (
    ATTEMPTS,
    Attempts,
    BestMethod,
    Followed,
    MethodsReport,
    Success,
    best_of,
)
from salesdesk.domain.reports.statistics import among, median
from salesdesk.services.desk import Desk
from salesdesk.services.reports import permitted
from salesdesk.services.reports.scoping import scope
from salesdesk.storage.reads.reports import methods as reads
from salesdesk.storage.reads.reports.methods import FollowedRow, Tries
from salesdesk.storage.unit_of_work import Reading

_HOURS = range(24)

ByCustomer = Mapping[tuple[Method, SalesStatus, LeadSource | Nothing], Tries]


def figures(desk: Desk, frame: Frame) -> MethodsReport:
    """The report on methods.

    Raises:
        NotAllowed: the actor sees no reports, or asks for somebody else's figures.
        Unavailable: the database is out of reach.
    """
    permitted.require_figures(desk, frame)
    return desk.store.read(lambda reading: _figures(desk, reading, frame))


def _figures(desk: Desk, reading: Reading, frame: Frame) -> MethodsReport:
    asked, connection = scope(desk, reading, frame), reading.connection
    hours = reads.by_hour(connection, asked)
    customers = reads.by_customer(connection, asked)
    followed = reads.followed(connection, asked)
    earlier = reads.by_hour(connection, asked.before)
    by_source = _by_source(customers)
    total = sum(hours.values(), Tries())
    return MethodsReport(
        total=_success(_mark(), total),
        by_method=tuple(_success(_mark(method), _of_method(hours, method)) for method in Method),
        by_hour=tuple(
            _success(_mark(method, hour=hour), hours.get((method, hour), Tries()))
            for method in Method
            for hour in _HOURS
        ),
        by_status=_by_status(customers),
        by_source=by_source,
        best=tuple(
            BestMethod(source, best_of(tuple(o for o in by_source if o.mark.source == source)))
            for source in SOURCES
        ),
        followed=tuple(_followed(one, followed.get(one, FollowedRow())) for one in Method),
        attempts=_attempts(reads.attempts(connection, asked)),
        before=tuple(_of_method(earlier, method).share for method in Method),
        known_from=asked.known_from,
        contacts_as_of=asked.contacts_as_of,
    )


def _mark(
    method: Method | None = None,
    *,
    hour: int | None = None,
    status: SalesStatus | None = None,
    source: LeadSource | Nothing | None = None,
    outcome: Outcome | None = None,
) -> Mark:
    return Mark(
        Figure.METHODS_CONTACTS,
        method=method,
        hour=hour,
        status=status,
        source=source,
        outcome=outcome,
    )


def _of_method(hours: Mapping[tuple[Method, int], Tries], method: Method) -> Tries:
    return sum((hours.get((method, hour), Tries()) for hour in _HOURS), Tries())


def _success(mark: Mark, tries: Tries) -> Success:
    return Success(mark, tries.number, tries.successes)


def _by_status(found: ByCustomer) -> tuple[Success, ...]:
    return tuple(
        _success(
            _mark(method, status=status),
            sum((found.get((method, status, one), Tries()) for one in SOURCES), Tries()),
        )
        for method in Method
        for status in SalesStatus
    )


def _by_source(found: ByCustomer) -> tuple[Success, ...]:
    return tuple(
        _success(
            _mark(method, source=source),
            sum((found.get((method, one, source), Tries()) for one in SalesStatus), Tries()),
        )
        for source in SOURCES
        for method in Method
    )


def _followed(method: Method, row: FollowedRow) -> Followed:
    def bar(figure: Figure, number: int) -> Bar:
        return Bar(Mark(figure, method=method), number)

    return Followed(
        method,
        bar(Figure.METHODS_SETTLED, row.settled),
        bar(Figure.METHODS_YOUNG, row.young),
        bar(Figure.METHODS_TRACEABLE, row.traceable),
        bar(Figure.METHODS_MOVED_UP, row.moved_up),
        bar(Figure.METHODS_ORDERED, row.ordered),
    )


def _attempts(found: Counter[int]) -> Attempts:
    def bar(number: int, bucket: tuple[int, int | None] | None = None) -> Bar:
        return Bar(Mark(Figure.METHODS_ATTEMPTS, bucket=bucket), number)

    return Attempts(
        bar(found.total()),
        tuple(bar(among(found, bucket), bucket) for bucket in ATTEMPTS),
        median(found),
    )
