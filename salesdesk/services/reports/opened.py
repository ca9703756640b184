"""The rows behind a mark: exactly those that its element counts."""

from __future__ import annotations

from salesdesk.domain.queries import PAGE_SIZE, Count, Page, PageKey
from salesdesk.domain.reports.frame import Frame
from salesdesk.domain.reports.marks import Mark
from salesdesk.domain.reports.opened import OpenedRow
from salesdesk.services.reports import permitted
from salesdesk.services.reports.scoping import scope
from salesdesk.services.session import Desk
from salesdesk.storage.reads.reports import opened as reads


def page(
    desk: Desk, frame: Frame, mark: Mark, after: PageKey | None = None, limit: int = PAGE_SIZE
) -> Page[OpenedRow]:
    """One page of the rows: customers by name, all others newest first.

    Raises:
        NotAllowed: the actor may not see customers, or not these rows.
        ValueError: the mark is none of its figure's.
        Unavailable: the database is out of reach.
    """
    permitted.require_rows(desk, frame, mark)
    return desk.store.read(
        lambda reading: reads.page(
            reading.connection, scope(desk, reading, frame), mark, after, limit
        )
    )


def count(desk: Desk, frame: Frame, mark: Mark, cap: int | None = None) -> Count:
    """How many rows there are, counted no further than the cap.

    Raises:
        NotAllowed, ValueError, Unavailable: as for `page`.
    """
    permitted.require_rows(desk, frame, mark)
    return desk.store.read(
        lambda reading: reads.count(reading.connection, scope(desk, reading, frame), mark, cap)
    )
