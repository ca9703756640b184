"""The rows behind a mark: exactly those that its element counts."""

from __future__ import annotations

from salesdesk.domain.queries import PAGE_SIZE, Count, Page, PageKey
from salesdesk.domain.reports.drill_down import DrillDown
from salesdesk.domain.reports.opened import OpenedRow
from salesdesk.domain.reports.report_scope import ReportScope
from salesdesk.services.reports import permitted
from salesdesk.services.reports.scoping import scope
from salesdesk.services.session import Session
from salesdesk.storage.reads.reports import opened as reads


def page(
    session: Session,
    report_scope: ReportScope,
    mark: DrillDown,
    after: PageKey | None = None,
    limit: int = PAGE_SIZE,
) -> Page[OpenedRow]:
    """One page of the rows: customers by name, all others newest first.

    Raises:
        NotAllowed: the actor may not see customers, or not these rows.
        ValueError: the mark is none of its figure's.
    """
    permitted.require_rows(session, report_scope, mark)
    return session.store.read(
        lambda reading: reads.page(
            reading.connection, scope(session, reading, report_scope), mark, after, limit
        )
    )


def count(
    session: Session, report_scope: ReportScope, mark: DrillDown, cap: int | None = None
) -> Count:
    """How many rows there are, counted no further than the cap.

    Raises:
        NotAllowed, ValueError: as for `page`.
    """
    permitted.require_rows(session, report_scope, mark)
    return session.store.read(
        lambda reading: reads.count(
            reading.connection, scope(session, reading, report_scope), mark, cap
        )
    )
