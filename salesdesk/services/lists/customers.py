"""What the lists and the customer panel show; read-only, each call one short transaction.

Who may see what is part of the SQL (`storage/reads`): a phone or a note that the role withholds
never leaves the database.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from salesdesk.domain.errors import CustomerGone, Refusal
from salesdesk.domain.people import Permission
from salesdesk.domain.queries import (
    COUNT_CAP,
    PAGE_SIZE,
    SLOW_SORT_LIMIT,
    Count,
    CustomerDetails,
    CustomerMore,
    CustomerQuery,
    CustomerRow,
    CustomerSort,
    Page,
    PageKey,
    SpellRow,
    TimelineEntry,
    TimelineQuery,
)
from salesdesk.services import access
from salesdesk.services.session import Desk
from salesdesk.services.viewer import search_of, sight_of
from salesdesk.storage.reads import customers, customers_more, ownership_history, timelines
from salesdesk.storage.reads.search import Search
from salesdesk.storage.reads.viewer import Sight
from salesdesk.storage.unit_of_work import Reading

#: Lines of a timeline or an ownership history a page.
HISTORY_PAGE_SIZE = 50


def page(
    desk: Desk, query: CustomerQuery, after: PageKey | None = None, limit: int = PAGE_SIZE
) -> Page[CustomerRow]:
    """One page of the customers table.

    Args:
        after: what the page before gave as `after`.

    Raises:
        NotAllowed: the actor may not see customers.
        Refusal: the sort order is a slow one and too many customers are asked for.
        Unavailable: the database is out of reach.
    """
    access.require(desk.actor, Permission.CUSTOMERS_VIEW)

    def work(reading: Reading) -> Page[CustomerRow]:
        sight, search = sight_of(desk, reading), search_of(reading, query.search)
        if after is None:
            require_order(reading, query, search, sight)
        return customers.page(reading.connection, query, search, sight, after, limit)

    return desk.store.read(work)


def count(desk: Desk, query: CustomerQuery, cap: int | None = COUNT_CAP) -> Count:
    """How many customers the query asks for, counted no further than the cap; None: to the end.

    Raises:
        NotAllowed: the actor may not see customers.
        Unavailable: the database is out of reach.
    """
    access.require(desk.actor, Permission.CUSTOMERS_VIEW)
    return desk.store.read(
        lambda reading: customers.count(
            reading.connection,
            query,
            search_of(reading, query.search),
            sight_of(desk, reading),
            cap,
        )
    )


def rows(desk: Desk, ids: Sequence[str]) -> tuple[CustomerRow, ...]:
    """These customers as they are now, in the order asked for; those gone are left out.

    Raises:
        NotAllowed: the actor may not see customers.
        Unavailable: the database is out of reach.
    """
    access.require(desk.actor, Permission.CUSTOMERS_VIEW)
    return desk.store.read(
        lambda reading: customers.rows(reading.connection, ids, sight_of(desk, reading))
    )


def details(desk: Desk, customer_id: str) -> CustomerDetails:
    """What the customer panel shows above its tabs.

    Raises:
        NotAllowed: the actor may not see customers.
        CustomerGone: the customer is not there any more.
        Unavailable: the database is out of reach.
    """
    access.require(desk.actor, Permission.CUSTOMERS_VIEW)
    found = desk.store.read(
        lambda reading: customers.details(reading.connection, customer_id, sight_of(desk, reading))
    )
    if found is None:
        raise CustomerGone(customer_id)
    return found


def timeline(
    desk: Desk,
    query: TimelineQuery,
    after: PageKey | None = None,
    limit: int = HISTORY_PAGE_SIZE,
) -> Page[TimelineEntry]:
    """One page of a customer's timeline, newest first; lines without a date come last.

    Raises:
        NotAllowed: the actor may not see customers.
        CustomerGone: the customer is not there any more.
        Unavailable: the database is out of reach.
    """
    access.require(desk.actor, Permission.CUSTOMERS_VIEW)
    found = desk.store.read(
        lambda reading: timelines.page(
            reading.connection, query, sight_of(desk, reading), after, limit
        )
    )
    if found is None:
        raise CustomerGone(query.customer_id)
    return found


def ownership(
    desk: Desk,
    customer_id: str,
    after: PageKey | None = None,
    limit: int = HISTORY_PAGE_SIZE,
) -> Page[SpellRow]:
    """One page of who had a customer, newest first.

    A customer that is gone still has its history, which is kept for ever.

    Raises:
        NotAllowed: the actor may not see customers.
        Unavailable: the database is out of reach.
    """
    access.require(desk.actor, Permission.CUSTOMERS_VIEW)

    words = desk.actor.may(Permission.CUSTOMERS_VIEW_NOTES)
    return desk.store.read(
        lambda reading: ownership_history.page(
            reading.connection, customer_id, after, limit, shows_words=words
        )
    )


def more(desk: Desk, ids: Sequence[str]) -> Mapping[str, CustomerMore]:
    """What there is more of these customers than their rows tell, by id.

    Raises:
        NotAllowed: the actor may not see customers.
        Unavailable: the database is out of reach.
    """
    access.require(desk.actor, Permission.CUSTOMERS_VIEW)
    return desk.store.read(
        lambda reading: customers_more.of(reading.connection, ids, sight_of(desk, reading))
    )


def sortable(desk: Desk, query: CustomerQuery) -> frozenset[CustomerSort]:
    """The sort orders that stay quick for what the query asks for.

    Slow ones are among them while fewer than 5,000 customers are asked for.

    Raises:
        NotAllowed: the actor may not see customers.
        Unavailable: the database is out of reach.
    """
    access.require(desk.actor, Permission.CUSTOMERS_VIEW)

    def work(reading: Reading) -> frozenset[CustomerSort]:
        return _few_or_fast(
            reading, query, search_of(reading, query.search), sight_of(desk, reading)
        )

    return desk.store.read(work)


def require_order(reading: Reading, query: CustomerQuery, search: Search, sight: Sight) -> None:
    """Check that the query's order stays quick for what it asks for.

    Raises:
        Refusal: the sort order is a slow one and too many customers are asked for.
    """
    if query.sort.fast or query.sort in _few_or_fast(reading, query, search, sight):
        return
    raise Refusal(
        f"This order is offered for fewer than {SLOW_SORT_LIMIT:,} customers: "
        "narrow the list with a filter first."
    )


def _few_or_fast(
    reading: Reading, query: CustomerQuery, search: Search, sight: Sight
) -> frozenset[CustomerSort]:
    number = customers.count(reading.connection, query, search, sight, SLOW_SORT_LIMIT).number
    return frozenset(CustomerSort) if number < SLOW_SORT_LIMIT else _FAST


#: The orders that an index carries at any size.
_FAST = frozenset(sort for sort in CustomerSort if sort.fast)
