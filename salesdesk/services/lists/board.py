"""The pipeline board: its columns, its cards, and moving many of them at once."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from salesdesk.domain.events import EventKind
from salesdesk.domain.permissions import Permission
from salesdesk.domain.pipeline import Board, BoardQuery, Card, Move, Stage, StageFigures, refusal
from salesdesk.domain.queries import COUNT_CAP, Page, PageKey
from salesdesk.services import access, bulk, stage_moves
from salesdesk.services.bulk import Batch
from salesdesk.services.session import Done, Session
from salesdesk.services.viewer import search_of, viewer_of
from salesdesk.storage.reads import board as reads
from salesdesk.storage.unit_of_work import Reading

COLUMN_PAGE_SIZE = 50


def whole(
    session: Session,
    query: BoardQuery,
    sizes: Mapping[Stage, int] | None = None,
    cap: int | None = COUNT_CAP,
) -> Board:
    """The heads of the columns and the first page of each, all of it of one moment.

    Args:
        sizes: how many cards of a column, where more than a page of it is shown.
        cap: cards are counted no further, None: to the end; values are of all of them.

    Raises:
        NotAllowed: the actor may not see customers.
    """
    access.require(session.actor, Permission.CUSTOMERS_VIEW)
    limits = {stage: max((sizes or {}).get(stage, 0), COLUMN_PAGE_SIZE) for stage in Stage}

    def work(reading: Reading) -> Board:
        search, viewer = search_of(reading, query.search), viewer_of(session, reading)
        return reads.whole(reading.connection, query, search, viewer, cap, limits)

    return session.store.read(work)


def figures(
    session: Session, query: BoardQuery, cap: int | None = COUNT_CAP
) -> tuple[StageFigures, ...]:
    """The heads of the five columns, in their order.

    Args:
        cap: cards are counted no further, None: to the end; values are of all of them.

    Raises:
        NotAllowed: the actor may not see customers.
    """
    access.require(session.actor, Permission.CUSTOMERS_VIEW)

    def work(reading: Reading) -> tuple[StageFigures, ...]:
        search, viewer = search_of(reading, query.search), viewer_of(session, reading)
        return reads.figures(reading.connection, query, search, viewer, cap)

    return session.store.read(work)


def page(
    session: Session,
    query: BoardQuery,
    stage: Stage,
    after: PageKey | None = None,
    limit: int = COLUMN_PAGE_SIZE,
) -> Page[Card]:
    """One page of a column, the most urgent first.

    That is who leaves first, then who is free.

    Raises:
        NotAllowed: the actor may not see customers.
    """
    access.require(session.actor, Permission.CUSTOMERS_VIEW)

    def work(reading: Reading) -> Page[Card]:
        search, viewer = search_of(reading, query.search), viewer_of(session, reading)
        return reads.page(reading.connection, query, stage, search, viewer, after, limit)

    return session.store.read(work)


def cards(session: Session, query: BoardQuery, ids: Collection[str]) -> Mapping[str, Card | None]:
    """These cards as they are now; None: gone, or not on the board that is asked for.

    Raises:
        NotAllowed: the actor may not see customers.
    """
    access.require(session.actor, Permission.CUSTOMERS_VIEW)

    def work(reading: Reading) -> dict[str, Card]:
        search, viewer = search_of(reading, query.search), viewer_of(session, reading)
        return reads.among(reading.connection, query, search, viewer, ids)

    found = session.store.read(work)
    return {one: found.get(one) for one in ids}


def move(session: Session, batch_id: str, moves: Sequence[Move], to: Stage) -> Batch:
    """Move cards to another stage, each if it still is where it was seen.

    An undo is the same act the other way round: it has its own id and checks for conflicts too.

    Raises:
        NotAllowed: the actor may not edit customers.
        Refusal: the stage follows from orders; it says so, and nothing was moved.
        Unavailable: the database is out of reach; what was moved before stays moved, and the
            same batch may be run again.
    """
    access.require(session.actor, Permission.CUSTOMERS_EDIT)
    status = to.status
    if status is None:
        raise refusal(Stage.COLD, to) or ValueError(f"{to} has no status")
    seen = {one.customer_id: one.seen for one in moves}

    def act(event_id: str, customer_id: str) -> Done:
        before = seen[customer_id].status
        if before is None:
            raise refusal(seen[customer_id], to) or ValueError(f"{customer_id} has no status")
        return stage_moves.move(session, event_id, customer_id, before, status)

    needed = (Permission.CUSTOMERS_EDIT,)
    return bulk.each(session, batch_id, EventKind.STATUS_MOVED, tuple(seen), act, needed)
