"""Who reads, when, and what the role withholds."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from salesdesk.domain.follow_up import OfficeDay, office_day
from salesdesk.domain.settings import SharedSettings
from salesdesk.storage.reads.conditions import CredibleDates


@dataclass(frozen=True, slots=True)
class Viewer:
    """What decides which rows and columns a reader gets: part of the SQL, never of the window.

    Attributes:
        now: the database's clock.
        uid: the reader; None: the system, or a bare database account.
        pool_phones: phones of available customers are shown.
        pool_notes: notes on available customers are shown.
        edits_own, edits_any: which contacts the reader may change at all.
        doubted: customers whose summary said otherwise than their rows; found while reading.
    """

    now: datetime
    settings: SharedSettings
    uid: str | None
    pool_phones: bool
    pool_notes: bool
    edits_own: bool = False
    edits_any: bool = False
    doubted: set[str] = field(default_factory=set, compare=False)

    @property
    def clock(self) -> CredibleDates:
        """Which dates can be meant at this moment."""
        return CredibleDates(self.now)

    @property
    def today(self) -> OfficeDay:
        """The office's calendar day."""
        return office_day(self.now, self.settings.office_zone)
