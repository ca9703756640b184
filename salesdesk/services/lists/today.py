"""Today: whom to contact and why; read-only, each call one transaction."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from salesdesk.domain.contact import Method
from salesdesk.domain.day import Day, Section, TodayCounts, TodayQuery, TodayRow
from salesdesk.domain.permissions import Permission
from salesdesk.domain.queries import COUNT_CAP, OwnerFilter, OwnerScope, Page, PageKey
from salesdesk.services import access
from salesdesk.services.session import Session
from salesdesk.services.viewer import search_of, viewer_of
from salesdesk.storage.reads import today as reads
from salesdesk.storage.unit_of_work import Reading

SECTION_PAGE_SIZE = 50


def mine(session: Session) -> TodayQuery:
    """The signed-in person's own day; the whole office's where nobody is signed in."""
    if session.actor.uid is None:
        return TodayQuery(OwnerFilter(OwnerScope.BOUND))
    return TodayQuery(OwnerFilter(OwnerScope.PERSON, session.actor.uid))


def day(session: Session, query: TodayQuery, sizes: Mapping[Section, int] | None = None) -> Day:
    """Everything that Today shows, all of it of one moment.

    Args:
        sizes: how many rows of a section, where more than a page of it is shown.

    Raises:
        NotAllowed: the actor may not see customers.
    """
    access.require(session.actor, Permission.CUSTOMERS_VIEW)
    limits = {one: max((sizes or {}).get(one, 0), SECTION_PAGE_SIZE) for one in Section}

    def work(reading: Reading) -> Day:
        search, viewer = search_of(reading, query.search), viewer_of(session, reading)
        return reads.whole(reading.connection, query, search, viewer, COUNT_CAP, limits)

    return session.store.read(work)


def page(
    session: Session,
    query: TodayQuery,
    section: Section,
    after: PageKey | None = None,
    limit: int = SECTION_PAGE_SIZE,
) -> Page[TodayRow]:
    """One page of a section, what is most pressing first.

    Raises:
        NotAllowed: the actor may not see customers.
    """
    access.require(session.actor, Permission.CUSTOMERS_VIEW)

    def work(reading: Reading) -> Page[TodayRow]:
        search, viewer = search_of(reading, query.search), viewer_of(session, reading)
        return reads.page(reading.connection, query, section, search, viewer, after, limit)

    return session.store.read(work)


def counts(session: Session, query: TodayQuery, cap: int | None = COUNT_CAP) -> TodayCounts:
    """How many stand in each section, each counted no further than the cap; None: to the end.

    Raises:
        NotAllowed: the actor may not see customers.
    """
    access.require(session.actor, Permission.CUSTOMERS_VIEW)

    def work(reading: Reading) -> TodayCounts:
        search, viewer = search_of(reading, query.search), viewer_of(session, reading)
        return TodayCounts(reads.counts(reading.connection, query, search, viewer, cap))

    return session.store.read(work)


def rows(
    session: Session, query: TodayQuery, ids: Collection[str]
) -> Mapping[str, TodayRow | None]:
    """Where these customers stand now; None: in no section of this day any more.

    Raises:
        NotAllowed: the actor may not see customers.
    """
    access.require(session.actor, Permission.CUSTOMERS_VIEW)

    def work(reading: Reading) -> dict[str, TodayRow]:
        search, viewer = search_of(reading, query.search), viewer_of(session, reading)
        return reads.rows(reading.connection, query, search, viewer, ids)

    found = session.store.read(work)
    return {one: found.get(one) for one in ids}


def logged(session: Session, uid: str | None = None) -> Mapping[Method, int]:
    """How many contacts a person made on the office's present day, by method.

    Args:
        uid: None: the actor.

    Raises:
        NotAllowed: the actor may not see customers.
    """
    access.require(session.actor, Permission.CUSTOMERS_VIEW)
    whose = uid or session.actor.uid
    if whose is None:
        return {}
    return session.store.read(
        lambda reading: reads.logged(reading.connection, whose, viewer_of(session, reading))
    )
