"""What the lists and the customer panel show; read-only, each call one short transaction.

Who may see what is part of the SQL (`storage/reads`): a phone or a note that the role withholds
never leaves the database.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from salesdesk.domain.errors import CustomerGone
from salesdesk.domain.permissions import Permission
from salesdesk.domain.queries import (
    COUNT_CAP,
    PAGE_SIZE,
    Count,
    CustomerDetails,
    CustomerMore,
    CustomerQuery,
    CustomerRow,
    Page,
    PageKey,
    SpellRow,
    TimelineEntry,
    TimelineQuery,
)
from salesdesk.domain.settings import PHONE_REGION
from salesdesk.services import access, phones
from salesdesk.services.lists import orders
from salesdesk.services.session import Session
from salesdesk.services.viewer import search_of, viewer_of
from salesdesk.storage.reads import customers, customers_more, ownership_history, timelines
from salesdesk.storage.unit_of_work import Reading

#: Lines of a timeline or an ownership history a page.
HISTORY_PAGE_SIZE = 50


def page(
    session: Session, query: CustomerQuery, after: PageKey | None = None, limit: int = PAGE_SIZE
) -> Page[CustomerRow]:
    """One page of the customers table.

    Args:
        after: what the page before gave as `after`.

    Raises:
        NotAllowed: the actor may not see customers.
        Refusal: the sort order is a slow one and too many customers are asked for.
    """
    access.require(session.actor, Permission.CUSTOMERS_VIEW)

    def work(reading: Reading) -> Page[CustomerRow]:
        viewer, search = viewer_of(session, reading), search_of(reading, query.search)
        if after is None:
            count = partial(customers.count, reading.connection, query, search, viewer)
            orders.require(query.sort, count)
        return customers.page(reading.connection, query, search, viewer, after, limit)

    return session.store.read(work)


def count(session: Session, query: CustomerQuery, cap: int | None = COUNT_CAP) -> Count:
    """How many customers the query asks for, counted no further than the cap; None: to the end.

    Raises:
        NotAllowed: the actor may not see customers.
    """
    access.require(session.actor, Permission.CUSTOMERS_VIEW)
    timeless = query.days_left is None and query.follow_up is None
    return session.store.read(
        lambda reading: customers.count(
            reading.connection,
            query,
            search_of(reading, query.search),
            viewer_of(session, reading, timeless=timeless),
            cap,
        )
    )


def rows(session: Session, ids: Sequence[str]) -> tuple[CustomerRow, ...]:
    """These customers as they are now, in the order asked for; those gone are left out.

    Raises:
        NotAllowed: the actor may not see customers.
    """
    access.require(session.actor, Permission.CUSTOMERS_VIEW)
    return session.store.read(
        lambda reading: customers.rows(reading.connection, ids, viewer_of(session, reading))
    )


def details(session: Session, customer_id: str) -> CustomerDetails:
    """What the customer panel shows above its tabs.

    Raises:
        NotAllowed: the actor may not see customers.
        CustomerGone: the customer is not there any more.
    """
    access.require(session.actor, Permission.CUSTOMERS_VIEW)
    pool_phones = session.actor.may(Permission.CUSTOMERS_VIEW_PHONE_IN_POOL)

    def work(reading: Reading) -> CustomerDetails | None:
        asked = customers.opened(pool_phones=pool_phones)
        rows = reading.at_clock(asked, {"of_customer": customer_id})
        found = customers.details(rows, viewer_of(session, reading))
        return _without_own(found, reading) if found is not None else None

    found = session.store.read(work)
    if found is None:
        raise CustomerGone(customer_id)
    return found


def _without_own(found: CustomerDetails, reading: Reading) -> CustomerDetails:
    """The details with the numbers beside the row's own alone."""
    region = reading.recent_settings.word(PHONE_REGION)
    own = found.row.phone or ""
    others = {one.number for one in found.others}
    linked = {one.number: one for one in phones.beside(own, found.linked, region)}
    return replace(
        found,
        others=phones.beside(own, found.others, region),
        linked=tuple(one for number, one in linked.items() if number not in others),
    )


def timeline(
    session: Session,
    query: TimelineQuery,
    after: PageKey | None = None,
    limit: int = HISTORY_PAGE_SIZE,
) -> Page[TimelineEntry]:
    """One page of a customer's timeline, newest first; lines without a date come last.

    Raises:
        NotAllowed: the actor may not see customers.
        CustomerGone: the customer is not there any more.
    """
    access.require(session.actor, Permission.CUSTOMERS_VIEW)
    all_notes = session.actor.may(Permission.CUSTOMERS_VIEW_NOTES)

    def work(reading: Reading) -> Page[TimelineEntry] | None:
        zone = reading.recent_settings.office_zone
        asked = timelines.asked(query, after, limit, zone, all_notes=all_notes)
        rows = reading.at_clock(asked.reading, {"of_customer": query.customer_id})
        return timelines.page(reading.connection, asked, rows, viewer_of(session, reading))

    found = session.store.read(work)
    if found is None:
        raise CustomerGone(query.customer_id)
    return found


def ownership(
    session: Session,
    customer_id: str,
    after: PageKey | None = None,
    limit: int = HISTORY_PAGE_SIZE,
) -> Page[SpellRow]:
    """One page of who had a customer, newest first.

    A customer that is gone still has its history, which is kept for ever.

    Raises:
        NotAllowed: the actor may not see customers.
    """
    access.require(session.actor, Permission.CUSTOMERS_VIEW)

    words = session.actor.may(Permission.CUSTOMERS_VIEW_NOTES)
    return session.store.read(
        lambda reading: ownership_history.page(
            reading.connection, customer_id, after, limit, shows_words=words
        )
    )


def more(session: Session, ids: Sequence[str]) -> Mapping[str, CustomerMore]:
    """What there is more of these customers than their rows tell, by id.

    Raises:
        NotAllowed: the actor may not see customers.
    """
    access.require(session.actor, Permission.CUSTOMERS_VIEW)
    return session.store.read(
        lambda reading: customers_more.of(reading.connection, ids, viewer_of(session, reading))
    )
