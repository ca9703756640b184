"""What the customers screen says of itself: counts, empty and error states, refused orders."""

from __future__ import annotations

from typing import TypeAlias

from salesdesk.domain.queries import (
    COUNT_CAP,
    SLOW_SORT_LIMIT,
    Count,
    CustomerQuery,
    CustomerSort,
)
from salesdesk.services.lists import customers
from salesdesk.services.lists.orders import quick
from salesdesk.services.session import Session
from salesdesk.ui.i18n import fill, plural, translate
from salesdesk.ui.kit.formats import Formats
from salesdesk.ui.lists import filters
from salesdesk.ui.lists.list_counts import Counts
from salesdesk.ui.session.faults import unread

#: The whole number of customers is counted up to here at first: '10.000+'.
WHOLE_CAP = 10_000


CustomerCounts: TypeAlias = Counts[CustomerQuery, CustomerSort]


def count(session: Session, query: CustomerQuery, *, exact: bool = False) -> CustomerCounts:
    """Count; on a worker thread.

    Args:
        exact: to the end, however many there are.
    """
    whole = customers.count(session, CustomerQuery(), None if exact else WHOLE_CAP)
    if not filters.is_narrowed(query):
        return Counts(query, whole, whole, quick(CustomerSort, whole))
    # Further than is told, which tells as well what can be sorted.
    found = customers.count(session, query, None if exact else SLOW_SORT_LIMIT)
    told = found if exact else Count.upto(found.number, COUNT_CAP)
    return Counts(query, told, whole, quick(CustomerSort, found))


def counted(counts: CustomerCounts, listed: int | None, formats: Formats) -> str:
    """'186 of 1.284 customers'; `listed` is the length of a fixed list."""
    whole = formats.capped(counts.whole.number, counts.whole.more)
    found = formats.capped(counts.found.number, counts.found.more)
    count = counts.whole.number
    if listed is not None:
        found = formats.number(listed)
    elif not filters.is_narrowed(counts.query):
        return plural("customers", "1 customer", "{number} customers", count, number=whole)
    return plural(
        "customers",
        "{number} of 1 customer",
        "{number} of {all} customers",
        count,
        number=found,
        all=whole,
    )


def empty(narrowed: bool) -> tuple[str, str]:
    """Title and text of the empty state."""
    if narrowed:
        return (
            translate("customers", "Nobody matches"),
            translate("customers", "No customer matches the search and the filters that are set."),
        )
    return (
        translate("customers", "No customers yet"),
        translate(
            "customers",
            "Customers of the booking application and those that you enter are listed here, with "
            "their owner and the days until they leave.",
        ),
    )


def failed(fault: Exception) -> tuple[str, str]:
    """Title and text of the error state."""
    return unread(
        fault,
        translate("customers", "The customers could not be read"),
        translate("customers", "The list is read as soon as it answers again."),
    )


def unsorted(title: str, formats: Formats) -> str:
    """Why the list cannot be sorted by this column just now."""
    said = translate(
        "customers",
        "Sorting by {column} is offered for fewer than {number} customers: narrow the list with "
        "a filter first.",
    )
    return fill(said, column=title.lower(), number=formats.number(SLOW_SORT_LIMIT))
