"""Nobody is forgotten: every customer has one state, and their counts sum to all of them.

Source: docs/rules.md, "Follow-ups". For leads: what shows how a whole team stands.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, timedelta

from salesdesk.domain.permissions import Permission
from salesdesk.domain.queries import PAGE_SIZE, CustomerRow, Page, PageKey
from salesdesk.domain.states import CustomerState, DailyCounts, StateCounts
from salesdesk.services import access
from salesdesk.services.session import Session
from salesdesk.services.viewer import viewer_of
from salesdesk.storage.reads import states as reads
from salesdesk.storage.unit_of_work import Reading, UnitOfWork

TREND_DAYS = 30

_NEEDED = (Permission.CUSTOMERS_VIEW, Permission.REPORTS_VIEW_TEAM)


def counts(session: Session) -> StateCounts:
    """How many customers are in each state, all counted at one moment.

    Raises:
        NotAllowed: the actor is no lead.
    """
    access.require(session.actor, *_NEEDED)
    return session.store.read(lambda reading: _counts(session, reading))


def page(
    session: Session, state: CustomerState, after: PageKey | None = None, limit: int = PAGE_SIZE
) -> Page[CustomerRow]:
    """One page of the customers in a state, by name.

    Raises:
        NotAllowed: the actor is no lead.
    """
    access.require(session.actor, *_NEEDED)
    return session.store.read(
        lambda reading: reads.page(
            reading.connection, state, viewer_of(session, reading), after, limit
        )
    )


def of(session: Session, ids: Collection[str]) -> Mapping[str, CustomerState]:
    """The state of each of these customers that is there.

    Raises:
        NotAllowed: the actor is no lead.
    """
    access.require(session.actor, *_NEEDED)
    return session.store.read(
        lambda reading: reads.of(reading.connection, ids, viewer_of(session, reading))
    )


def trend(session: Session, days: int = TREND_DAYS) -> tuple[DailyCounts, ...]:
    """The counts of the last days, the oldest first; a day without a release run has none.

    Args:
        days: of the office, today included.

    Raises:
        NotAllowed: the actor is no lead.
    """
    access.require(session.actor, *_NEEDED)

    def work(reading: Reading) -> tuple[DailyCounts, ...]:
        first = _today(reading) - timedelta(days=days - 1)
        return reading.daily_counts.since(first)

    return session.store.read(work)


def keep_day(session: Session) -> bool:
    """Keep the counts of the office's present day, once, whoever comes first.

    Acts as the system, with every release run, on whichever desktop: the others find the row.

    Returns:
        Whether this call kept them.
    """
    if session.store.read(lambda reading: reading.daily_counts.has(_today(reading))):
        return False
    found = session.store.read(lambda reading: _counts(session, reading))

    def work(unit: UnitOfWork) -> bool:
        day = found.at.astimezone(unit.settings.office_zone).date()
        return unit.daily_counts.add(day, found.at, found.counts)

    return session.store.act(work)


def _counts(session: Session, reading: Reading) -> StateCounts:
    viewer = viewer_of(session, reading)
    return StateCounts(viewer.now, reads.counts(reading.connection, viewer))


def _today(reading: Reading) -> date:
    return reading.now.astimezone(reading.settings.office_zone).date()
