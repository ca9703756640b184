"""Keeping the side table of normalised numbers true for rows that others wrote.

The booking application writes phone numbers as people type them; a sweep brings them into the
form in which a duplicate is found (docs/rules.md, "The database is shared").
"""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from salesdesk.domain.moments import is_recent
from salesdesk.domain.settings import PHONE_REGION
from salesdesk.services import phones
from salesdesk.services.session import Session
from salesdesk.storage.stores.phones import TypedNumber
from salesdesk.storage.unit_of_work import Reading, UnitOfWork

#: Customers looked at in one statement, and changed in one transaction.
STRETCH = 1_000
BATCH = 50

_SWEPT = "phones_swept_at"
_FIRST = ""


def refresh(session: Session, *, unless_within: timedelta = timedelta()) -> int:
    """Normalise the numbers that another application wrote; how many customers that were.

    Acts as the system. Walks the table once by primary key, in short statements.

    Args:
        unless_within: do nothing where some desktop has finished a sweep within this time.

    Raises:
        Unavailable: the database is out of reach; what was done before stays done.
    """
    if unless_within and session.store.read(lambda reading: _recent(reading, unless_within)):
        return 0
    changed = 0
    after: str | None = _FIRST
    while after is not None:
        stale, after = session.store.read(partial(_stretch, after=after))
        for start in range(0, len(stale), BATCH):
            changed += _normalise(
                session, [typed.customer_id for typed in stale[start : start + BATCH]]
            )
    session.store.act(_note)
    return changed


def _stretch(reading: Reading, after: str) -> tuple[list[TypedNumber], str | None]:
    return reading.phones.stale(after, STRETCH)


def _recent(reading: Reading, span: timedelta) -> bool:
    return is_recent(reading.state.moment(_SWEPT), span, reading.now)


def _normalise(session: Session, ids: list[str]) -> int:
    """Write these customers' numbers as they are under their locks."""

    def work(unit: UnitOfWork) -> int:
        region = unit.settings.word(PHONE_REGION)
        locked = unit.customers.lock(ids)
        unit.phones.put_many([phones.noted(one.id, one.phone, region) for one in locked.values()])
        return len(locked)

    return session.store.act(work)


def _note(unit: UnitOfWork) -> None:
    now = unit.clock()
    unit.state.put(_SWEPT, now.isoformat(), now)
