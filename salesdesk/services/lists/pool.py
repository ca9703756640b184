"""The pool's list: who is free to claim (docs/rules.md, "The pool"); read-only."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial

from salesdesk.domain.permissions import Permission
from salesdesk.domain.pool import Allowance, PoolQuery, PoolRow
from salesdesk.domain.queries import (
    COUNT_CAP,
    PAGE_SIZE,
    Count,
    Page,
    PageKey,
)
from salesdesk.services import access, pool_policy
from salesdesk.services.lists import orders
from salesdesk.services.ownership import signed_in_uid
from salesdesk.services.session import Session
from salesdesk.services.viewer import search_of, viewer_of
from salesdesk.storage.reads import pool as reads
from salesdesk.storage.unit_of_work import Reading


def page(
    session: Session, query: PoolQuery, after: PageKey | None = None, limit: int = PAGE_SIZE
) -> Page[PoolRow]:
    """One page of the pool.

    Raises:
        NotAllowed: the actor may not see customers.
        Refusal: the order is a slow one and the pool is too large for it.
    """
    access.require(session.actor, Permission.CUSTOMERS_VIEW)

    def work(reading: Reading) -> Page[PoolRow]:
        search, viewer = search_of(reading, query.search), viewer_of(session, reading)
        if after is None:
            count = partial(reads.count, reading.connection, query, search, viewer)
            orders.require(query.sort, count)
        return reads.page(reading.connection, query, search, viewer, after, limit)

    return session.store.read(work)


def count(session: Session, query: PoolQuery, cap: int | None = COUNT_CAP) -> Count:
    """How many of the pool the query asks for, counted no further than the cap; None: to the end.

    Raises:
        NotAllowed: the actor may not see customers.
    """
    access.require(session.actor, Permission.CUSTOMERS_VIEW)

    def work(reading: Reading) -> Count:
        viewer = viewer_of(session, reading, timeless=True)
        search = search_of(reading, query.search)
        return reads.count(reading.connection, query, search, viewer, cap)

    return session.store.read(work)


def rows(session: Session, ids: Collection[str]) -> tuple[PoolRow, ...]:
    """Those of these customers that are still free, in the order asked for.

    Raises:
        NotAllowed: the actor may not see customers.
    """
    access.require(session.actor, Permission.CUSTOMERS_VIEW)
    return session.store.read(
        lambda reading: reads.rows(reading.connection, ids, viewer_of(session, reading))
    )


def allowance(session: Session) -> Allowance:
    """What the pool's policies still allow the actor.

    Raises:
        NotAllowed: the actor may not claim customers.
        Refusal: nobody is signed in.
    """
    access.require(session.actor, Permission.CUSTOMERS_CLAIM)
    uid = signed_in_uid(session)
    return session.store.read(lambda reading: pool_policy.allowance_of(reading, uid))
