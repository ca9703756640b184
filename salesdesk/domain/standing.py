"""How a team's customers stand: who is protected, and who leaves next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from salesdesk.domain.queries import CustomerRow

#: In how many days customers leave, as the columns of the table say it; 0: they are due.
WITHIN = (0, 3, 7, 14, 30)


@dataclass(frozen=True, slots=True)
class ProtectedRow:
    """A customer that a lead protects; `row` says until when, why and by whom."""

    row: CustomerRow
    set_at: datetime


@dataclass(frozen=True, slots=True)
class ProtectedPage:
    """Some of the protected, whose protection ends first at the top.

    Attributes:
        number: of all; only of the first page.
        after: where the next page begins; None: this was the last one.
    """

    rows: tuple[ProtectedRow, ...]
    number: int | None
    after: tuple[datetime, str] | None


@dataclass(frozen=True, slots=True)
class LeavingOfAgent:
    """Who leaves an agent next if nobody contacts them.

    Attributes:
        held: how many customers the agent has.
        within: how many of them leave within the days of `WITHIN`, those before included.
        next_at: when the first one leaves; None: nobody does.
    """

    uid: str
    name: str
    held: int
    within: tuple[int, ...]
    next_at: datetime | None
