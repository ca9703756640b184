"""Queries as plain facts and back: for another process, and for what an event keeps."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from salesdesk.domain.contact import Outcome
from salesdesk.domain.customer import LeadSource, SalesStatus
from salesdesk.domain.follow_up import FollowUpState
from salesdesk.domain.pool import PoolQuery, PoolSort
from salesdesk.domain.queries import (
    CustomerQuery,
    CustomerSort,
    DaysLeftFilter,
    OwnerFilter,
    OwnerScope,
    RoundFilter,
)

Facts = Mapping[str, Any]


def facts_of(query: CustomerQuery) -> dict[str, object]:
    """The query as JSON can hold it."""
    facts: dict[str, object] = {
        "search": query.search,
        "statuses": sorted(query.statuses),
        "owner": query.owner.scope.value,
        "owner_uid": query.owner.uid,
        "sources": sorted(query.sources),
        "sort": query.sort.value,
        "descending": query.descending,
        "follow_up": query.follow_up.value if query.follow_up else None,
        "round": query.round.value if query.round else None,
    }
    if query.days_left is not None:
        facts["days_left"] = [query.days_left.at_least, query.days_left.at_most]
    return facts


def query_of(facts: Facts) -> CustomerQuery:
    """The query of these facts.

    Raises:
        ValueError, KeyError: they are none of `facts_of`.
    """
    days, follow_up = facts.get("days_left"), facts["follow_up"]
    return CustomerQuery(
        search=str(facts["search"]),
        statuses=frozenset(map(SalesStatus, facts["statuses"])),
        owner=OwnerFilter(OwnerScope(facts["owner"]), facts["owner_uid"]),
        sources=frozenset(map(LeadSource, facts["sources"])),
        days_left=DaysLeftFilter(*days) if days is not None else None,
        follow_up=FollowUpState(follow_up) if follow_up else None,
        # Facts that were kept before the filter was there have none.
        round=RoundFilter(facts["round"]) if facts.get("round") else None,
        sort=CustomerSort(facts["sort"]),
        descending=bool(facts["descending"]),
    )


def pool_facts_of(query: PoolQuery) -> dict[str, object]:
    """The query as JSON can hold it."""
    return {
        "search": query.search,
        "statuses": sorted(query.statuses),
        "sources": sorted(query.sources),
        "outcomes": sorted(query.outcomes),
        "sort": query.sort.value,
        "descending": query.descending,
    }


def pool_query_of(facts: Facts) -> PoolQuery:
    """The query of these facts.

    Raises:
        ValueError, KeyError: they are none of `pool_facts_of`.
    """
    return PoolQuery(
        search=str(facts["search"]),
        statuses=frozenset(map(SalesStatus, facts["statuses"])),
        sources=frozenset(map(LeadSource, facts["sources"])),
        outcomes=frozenset(map(Outcome, facts["outcomes"])),
        sort=PoolSort(facts["sort"]),
        descending=bool(facts["descending"]),
    )
