"""Of which moment the lists are that the summaries carry.

SalesDesk's own acts are in a summary at once; what the booking application wrote is brought in by
the sweep. Where the last one is old, lists say of which moment they are.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from salesdesk.services.session import Session
from salesdesk.storage.stores.summary_notes import SUMMARIES_SWEPT

#: A sweep begins every ten minutes where a desktop is open; this late, none of them got through.
STALE_AFTER = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Freshness:
    """What the database's clock shows, and when the summaries were swept.

    Attributes:
        swept: when the last sweep began; None: there was none yet.
    """

    now: datetime
    swept: datetime | None

    @property
    def as_of(self) -> datetime | None:
        """The moment of which lists by the summaries are; None: they are as good as of now."""
        if self.swept is None or self.now - self.swept <= STALE_AFTER:
            return None
        return self.swept


def now(session: Session) -> Freshness:
    """The database's clock with the moment of the last sweep: one statement."""
    at, swept = session.store.read(lambda reading: reading.clock_beside(SUMMARIES_SWEPT))
    return Freshness(at, datetime.fromisoformat(swept) if swept is not None else None)
