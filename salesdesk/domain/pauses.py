"""An agent away, or the office closed: before when their customers do not leave."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

#: Stands for the office where an agent's uid would stand.
OFFICE = ""


@dataclass(frozen=True, slots=True)
class Pause:
    """A lead's word that nobody leaves before a date.

    Attributes:
        uid: the agent who is away; `OFFICE`: the office is closed.
    """

    uid: str
    until: datetime
    reason: str
    by_uid: str
    at: datetime
    event_id: str


@dataclass(frozen=True, slots=True)
class PauseLine:
    """A pause that stands, with names; `customers`: how many it keeps."""

    pause: Pause
    name: str
    by_name: str
    customers: int


@dataclass(frozen=True, slots=True)
class PausePreview:
    """What a pause would do.

    Attributes:
        customers: how many it would keep.
        leaving: how many of them would leave before its end.
        until: how long a pause that stands already keeps them; None: there is none.
    """

    customers: int
    leaving: int
    until: datetime | None
