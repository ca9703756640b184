"""The pool's query as text, to be kept for a person; and as the filters show it."""

from __future__ import annotations

import json
from dataclasses import replace

from salesdesk.domain.pool import PoolQuery
from salesdesk.domain.queries import CustomerQuery
from salesdesk.domain.query_facts import pool_facts_of, pool_query_of


def as_text(query: PoolQuery) -> str:
    """Filters and order, without the search."""
    return json.dumps(pool_facts_of(replace(query, search="")))


def of_text(text: str) -> PoolQuery:
    """What `as_text` wrote; the first query where it is nothing or spoilt."""
    try:
        return pool_query_of(json.loads(text))
    except (ValueError, KeyError, TypeError):
        return PoolQuery()


def as_filters(query: PoolQuery) -> CustomerQuery:
    """What the row of filters shows."""
    return CustomerQuery(search=query.search, statuses=query.statuses, sources=query.sources)
