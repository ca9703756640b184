"""The pool's query as text, to be kept for a person; and as the filters show it."""

from __future__ import annotations

import json

from salesdesk.domain.customer import LeadSource, SalesStatus
from salesdesk.domain.pool import PoolQuery, PoolSort
from salesdesk.domain.queries import CustomerQuery


def as_text(query: PoolQuery) -> str:
    """Filters and order, without the search."""
    return json.dumps(
        {
            "statuses": sorted(one.value for one in query.statuses),
            "sources": sorted(one.value for one in query.sources),
            "sort": query.sort.value,
            "descending": query.descending,
        }
    )


def of_text(text: str) -> PoolQuery:
    """What `as_text` wrote; the first query where it is nothing or spoilt."""
    try:
        kept = json.loads(text)
        return PoolQuery(
            statuses=frozenset(map(SalesStatus, kept["statuses"])),
            sources=frozenset(map(LeadSource, kept["sources"])),
            sort=PoolSort(kept["sort"]),
            descending=bool(kept["descending"]),
        )
    except (ValueError, KeyError, TypeError):
        return PoolQuery()


def as_filters(query: PoolQuery) -> CustomerQuery:
    """What the row of filters shows."""
    return CustomerQuery(search=query.search, statuses=query.statuses, sources=query.sources)
