"""What a made-up customer went through, before it becomes rows."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from salesdesk.domain.contact import Method, Outcome
from salesdesk.domain.customer import LeadSource, SalesStatus
from salesdesk.domain.ownership import UnbindingReason


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody of the made-up team."""

    uid: str
    name: str
    email: str
    role: str


@dataclass(slots=True)
class Time:
    """A spell of ownership.

    Attributes:
        by: uid of a lead who gave the customer to the agent; None: the agent claimed.
        ended_by: uid of who released or transferred; None: the system (or not ended).
    """

    agent: str
    start: datetime
    end: datetime | None = None
    reason: UnbindingReason | None = None
    by: str | None = None
    ended_by: str | None = None


@dataclass(slots=True)
class Talk:
    """A contact."""

    at: datetime
    by: str
    method: Method
    outcome: Outcome
    notes: str
    next_step: datetime | None = None


@dataclass(slots=True)
class Move:
    """A move on the pipeline."""

    at: datetime
    by: str
    before: SalesStatus
    after: SalesStatus


@dataclass(slots=True)
class Booking:
    """An order of the booking application.

    Attributes:
        ordered, delivery: at the office, without a zone, as the booking application writes.
        price: of one guest.
        room_hours: 0: no room.
    """

    ordered: datetime
    delivery: datetime
    status: str
    people: int
    price: int
    memo: str
    room_hours: int = 0
    room: int = 0


@dataclass(slots=True)
class NextStep:
    """A plan made without a contact."""

    due: datetime
    written: datetime
    by: str
    note: str


@dataclass(slots=True)
class Life:
    """A customer and its past, oldest first in every list.

    Attributes:
        phone: as it is stored, in whatever format somebody typed.
        number: the same in E.164.
        times: spells; the last one without an end: bound.
    """

    id: str
    name: str
    company: str | None
    phone: str
    number: str
    address: str
    source: LeadSource | None
    status: SalesStatus
    created: datetime
    registered_by: str
    times: list[Time] = field(default_factory=list)
    talks: list[Talk] = field(default_factory=list)
    moves: list[Move] = field(default_factory=list)
    bookings: list[Booking] = field(default_factory=list)
    plan: NextStep | None = None

    @property
    def standing(self) -> Time | None:
        """The spell that goes on; None: available."""
        last = self.times[-1] if self.times else None
        return last if last is not None and last.end is None else None
