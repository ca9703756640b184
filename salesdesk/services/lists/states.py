"""Nobody is forgotten: every customer has one state, and their counts sum to all of them.

Source: docs/rules.md, "Follow-ups". For leads: what shows how a whole team stands.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, timedelta

from salesdesk.domain.people import Permission
from salesdesk.domain.queries import PAGE_SIZE, CustomerRow, Page, PageKey
from salesdesk.domain.states import CustomerState, DailyCounts, StateCounts
from salesdesk.services import access
from salesdesk.services.session import Desk
from salesdesk.services.viewer import sight_of
from salesdesk.storage.reads import states as reads
from salesdesk.storage.unit_of_work import Reading, UnitOfWork

TREND_DAYS = 30

_NEEDED = (Permission.CUSTOMERS_VIEW, Permission.REPORTS_VIEW_TEAM)


def counts(desk: Desk) -> StateCounts:
    """How many customers are in each state, all counted at one moment.

    Raises:
        NotAllowed: the actor is no lead.
        Unavailable: the database is out of reach.
    """
    access.require(desk.actor, *_NEEDED)
    return desk.store.read(lambda reading: _counts(desk, reading))


def page(
    desk: Desk, state: CustomerState, after: PageKey | None = None, limit: int = PAGE_SIZE
) -> Page[CustomerRow]:
    """One page of the customers in a state, by name.

    Raises:
        NotAllowed: the actor is no lead.
        Unavailable: the database is out of reach.
    """
    access.require(desk.actor, *_NEEDED)
    return desk.store.read(
        lambda reading: reads.page(reading.connection, state, sight_of(desk, reading), after, limit)
    )


def of(desk: Desk, ids: Collection[str]) -> Mapping[str, CustomerState]:
    """The state of each of these customers that is there.

    Raises:
        NotAllowed: the actor is no lead.
        Unavailable: the database is out of reach.
    """
    access.require(desk.actor, *_NEEDED)
    return desk.store.read(
        lambda reading: reads.of(reading.connection, ids, sight_of(desk, reading))
    )


def trend(desk: Desk, days: int = TREND_DAYS) -> tuple[DailyCounts, ...]:
    """The counts of the last days, the oldest first; a day without a release run has none.

    Args:
        days: of the office, today included.

    Raises:
        NotAllowed: the actor is no lead.
        Unavailable: the database is out of reach.
    """
    access.require(desk.actor, *_NEEDED)

    def work(reading: Reading) -> tuple[DailyCounts, ...]:
        first = _today(reading) - timedelta(days=days - 1)
        return reading.daily_counts.since(first)

    return desk.store.read(work)


def keep_day(desk: Desk) -> bool:
    """Keep the counts of the office's present day, once, whoever comes first.

    Acts as the system, with every release run, on whichever desktop: the others find the row.

    Returns:
        Whether this call kept them.

    Raises:
        Unavailable: the database is out of reach.
    """
    if desk.store.read(lambda reading: reading.daily_counts.has(_today(reading))):
        return False
    found = desk.store.read(lambda reading: _counts(desk, reading))

    def work(unit: UnitOfWork) -> bool:
        day = found.at.astimezone(unit.settings.office_zone).date()
        return unit.daily_counts.add(day, found.at, found.counts)

    return desk.store.act(work)


def _counts(desk: Desk, reading: Reading) -> StateCounts:
    sight = sight_of(desk, reading)
    return StateCounts(sight.now, reads.counts(reading.connection, sight))


def _today(reading: Reading) -> date:
    return reading.now.astimezone(reading.settings.office_zone).date()
