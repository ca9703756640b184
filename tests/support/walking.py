"""Reads a list page by page, as the window does."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Connection

from salesdesk.domain.queries import (
    CustomerQuery,
    CustomerRow,
    Page,
    PageKey,
    TimelineEntry,
    TimelineQuery,
)
from salesdesk.domain.settings import DEFAULTS
from salesdesk.storage.reads import customers, timelines
from salesdesk.storage.reads.search import Search
from salesdesk.storage.reads.viewer import Viewer
from tests.support.rows import NOW, uid

EVERYTHING = Viewer(NOW, DEFAULTS, uid(1), pool_phones=True, pool_notes=True)
NARROW = replace(EVERYTHING, pool_phones=False, pool_notes=False)


def walk(
    connection: Connection,
    query: CustomerQuery,
    *,
    search: Search | None = None,
    viewer: Viewer = EVERYTHING,
    limit: int = 7,
) -> list[CustomerRow]:
    """All rows of a query, page by page; every page but the last is full.

    Of a search the last page of those that begin with the text may be short too.
    """
    found: list[CustomerRow] = []
    after: PageKey | None = None
    while True:
        page = customers.page(connection, query, search or Search(), viewer, after, limit)
        found += page.rows
        after = page.after
        if after is None:
            return found
        assert page.rows
        assert len(page.rows) == limit or (search and after.value == "+")


def timeline(
    connection: Connection, query: TimelineQuery, after: PageKey | None, limit: int
) -> Page[TimelineEntry] | None:
    """One page of a timeline, as somebody reads it who may see everything."""
    zone = EVERYTHING.settings.office_zone
    asked = timelines.asked(query, after, limit, zone, all_notes=EVERYTHING.pool_notes)
    answers = asked.reading.rows(connection, {"of_customer": query.customer_id})
    return timelines.page(connection, asked, answers, EVERYTHING)
