"""The pool: who is free, how it came to that, and what a new owner should know.

Source: docs/rules.md, "The pool".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from salesdesk.domain.contact import Method, Outcome
from salesdesk.domain.customer import LeadSource, SalesStatus
from salesdesk.domain.ownership import UnbindingReason
from salesdesk.domain.queries import CustomerRow, SpellRow
from salesdesk.domain.reports.statistics import wilson

#: From this many successful contacts on, their hours say something.
_ENOUGH_FOR_HOURS = 3
_WINDOW_HOURS = 2
_WEEKDAYS = 5


class PoolSort(StrEnum):
    """The sort orders of the pool; the id breaks ties, what has no value comes last."""

    FREE_SINCE = "free_since"
    CAME_BACK = "came_back"
    NAME = "name"
    LAST_CONTACT = "last_contact"

    @property
    def fast(self) -> bool:
        """Whether an index carries it at any size."""
        return self is not self.CAME_BACK


@dataclass(frozen=True, slots=True)
class PoolQuery:
    """What the pool's table asks for.

    Attributes:
        outcomes: of the newest contact; empty: any, and none.
    """

    search: str = ""
    statuses: frozenset[SalesStatus] = frozenset()
    sources: frozenset[LeadSource] = frozenset()
    outcomes: frozenset[Outcome] = frozenset()
    sort: PoolSort = PoolSort.FREE_SINCE
    descending: bool = True


@dataclass(frozen=True, slots=True)
class MethodFigure:
    """How often a method was tried with a customer, and how often it went well."""

    method: Method
    successful: int
    tried: int

    @property
    def lower_bound(self) -> float:
        """The lower end of the 95 % interval (Wilson) of the share that went well.

        By it, five of seven calls are better than one of one visit.
        """
        interval = wilson(self.successful, self.tried)
        return interval.low if interval is not None else 0.0


def best_method(figures: Iterable[MethodFigure]) -> MethodFigure | None:
    """The method that works best with a customer; None where none has ever worked."""
    worked = [one for one in figures if one.successful]
    return max(worked, key=lambda one: (one.lower_bound, one.tried), default=None)


@dataclass(frozen=True, slots=True)
class PoolRow:
    """One line of the pool.

    Attributes:
        free_since: the end of its last spell with an agent, else when it was made.
        came_back: how often a spell ended with nobody to follow; a transfer does not count.
        reasons: the same by reason; faulty rows without one are only in `came_back`.
        last_owner_uid, last_owner_name, last_reason: of the spell that ended last.
        methods: figures of the methods that were tried.
    """

    customer: CustomerRow
    free_since: datetime | None
    came_back: int
    reasons: Mapping[UnbindingReason, int]
    last_owner_uid: str | None
    last_owner_name: str | None
    last_reason: UnbindingReason | None
    methods: tuple[MethodFigure, ...]

    @property
    def best(self) -> MethodFigure | None:
        """The method that works best; None: not known."""
        return best_method(self.methods)


@dataclass(frozen=True, slots=True)
class BestHours:
    """When successful contacts were, by the office's clock.

    Attributes:
        from_hour, to_hour: a span of two hours, its end excluded.
        weekdays: all of those in it were from Monday to Friday.
    """

    from_hour: int
    to_hour: int
    weekdays: bool


def best_hours(moments: Sequence[datetime]) -> BestHours | None:
    """The two hours with most of these successful contacts; None where they are too few.

    Args:
        moments: in the office's time zone.
    """
    if len(moments) < _ENOUGH_FOR_HOURS:
        return None
    by_hour = Counter(moment.hour for moment in moments)
    begin = max(range(24 - _WINDOW_HOURS + 1), key=lambda h: (by_hour[h] + by_hour[h + 1], -h))
    inside = [m for m in moments if begin <= m.hour < begin + _WINDOW_HOURS]
    if len(inside) * 2 < len(moments):
        return None
    weekdays = all(moment.weekday() < _WEEKDAYS for moment in inside)
    return BestHours(begin, begin + _WINDOW_HOURS, weekdays)


@dataclass(frozen=True, slots=True)
class Note:
    """A contact with what was written down about it."""

    at: datetime | None
    method: Method | None
    outcome: Outcome | None
    text: str
    by_name: str | None


@dataclass(frozen=True, slots=True)
class Allowance:
    """What the pool's policies still allow a person.

    Attributes:
        held: customers held now.
        most: how many are allowed; None: no such policy.
        claimed_today: on the office's calendar day.
        claims_a_day: how many are allowed; None: no such policy.
        allowed_from: when the next claim is allowed; None: now, or as soon as fewer are held.
    """

    held: int
    most: int | None
    claimed_today: int
    claims_a_day: int | None
    allowed_from: datetime | None

    @property
    def counts(self) -> bool:
        """Whether a policy counts at all, so that the window should say so."""
        return self.most is not None or self.claims_a_day is not None

    @property
    def remaining(self) -> int | None:
        """How many may be claimed now; None: any number."""
        left = [
            limit - used
            for limit, used in ((self.most, self.held), (self.claims_a_day, self.claimed_today))
            if limit is not None
        ]
        return max(0, min(left)) if left else None


@dataclass(frozen=True, slots=True)
class HandOver:
    """What a new owner should know of a customer.

    Attributes:
        owners: who had it before, the newest first, twenty at most.
        notes: the last three.
        notes_withheld, phone_withheld: the reader's role may not see them while it is free.
        next_step: the follow-up that is open, due or not.
        next_step_note: what it is about.
        best_hours: None: not known.
        orders, orders_value: completed orders, and what they were worth.
        claimable_from: the end of the reader's own cooling-off; None: there is none.
    """

    row: PoolRow
    owners: tuple[SpellRow, ...]
    notes: tuple[Note, ...]
    notes_withheld: bool
    phone_withheld: bool
    next_step: datetime | None
    next_step_note: str | None
    best_hours: BestHours | None
    orders: int
    orders_value: int
    allowance: Allowance
    claimable_from: datetime | None
