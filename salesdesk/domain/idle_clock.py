"""The idle clock: since when nobody has contacted a customer, and when it leaves its owner."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import datetime, timedelta

from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.moments import DAY, EARLIEST, credible
from salesdesk.domain.ownership import UnbindingReason
from salesdesk.domain.round import OutOfRound


@dataclass(frozen=True, slots=True)
class Limits:
    """When customers leave, from the shared settings.

    Attributes:
        cold, warm, hot: how long a customer of that status may stay without a contact.
        period: the longest time with one agent whatever happens; None: no such limit.
    """

    cold: timedelta = 30 * DAY
    warm: timedelta = 30 * DAY
    hot: timedelta = 30 * DAY
    period: timedelta | None = None

    def of(self, status: SalesStatus) -> timedelta:
        """The inactivity limit of a sales status."""
        return {
            SalesStatus.COLD: self.cold,
            SalesStatus.WARM: self.warm,
            SalesStatus.HOT: self.hot,
        }[status]


@dataclass(frozen=True, slots=True)
class KeptClock:
    """The clock of a binding that was released and given back (docs/rules.md, "The idle clock").

    It counts in place of the new binding's start until the next contact.

    Attributes:
        idle_since: where the idle clock stood.
        started: from when the longest period counts.
    """

    idle_since: datetime
    started: datetime


@dataclass(frozen=True, slots=True)
class IdleFacts:
    """What the idle clock reads of one customer.

    Attributes:
        kept: of the present binding, where it is one that was given back.
        paused_until: when the agent is back, or the office open again, whichever is later.
        newest_contact: the newest credible `contact_date` of its contacts.
        protected_until: the end of a lead's protection, if there is one.
        out: why it is out of the round, if it is.
        linked_contact: when somebody hidden behind it was contacted last.
    """

    created_at: datetime | None
    binding_start: datetime | None
    last_interaction: datetime | None
    newest_contact: datetime | None
    status: SalesStatus = SalesStatus.COLD
    protected_until: datetime | None = None
    kept: KeptClock | None = None
    paused_until: datetime | None = None
    out: OutOfRound | None = None
    linked_contact: datetime | None = None

    @property
    def contacts(self) -> tuple[datetime | None, ...]:
        """What is known of when it was contacted last, and those hidden behind it."""
        return self.last_interaction, self.newest_contact, self.linked_contact

    @property
    def stays_until(self) -> datetime | None:
        """Before when a protection or a pause lets nobody release it."""
        ends = [end for end in (self.protected_until, self.paused_until) if end is not None]
        return max(ends, default=None)


@dataclass(frozen=True, slots=True)
class Departure:
    """When a bound customer leaves its agent if nothing happens, and why.

    Attributes:
        idle_since: where the idle clock stands.
        leaves_at: due when this moment has come.
        reason: that of the earlier limit; a tie is inactivity.
        limit: the limit that decides.
        unprotected_at: when it would leave without its protection, or the pause of its agent or
            of the office; None: as `leaves_at`.
    """

    idle_since: datetime
    leaves_at: datetime
    reason: UnbindingReason
    limit: timedelta
    unprotected_at: datetime | None = None

    @property
    def by_rule(self) -> datetime:
        """When the rules alone let the customer leave, whatever protects it."""
        return self.unprotected_at or self.leaves_at

    def due(self, now: datetime) -> bool:
        """Whether the customer is to be released at this moment."""
        return self.leaves_at <= now

    def days_left(self, now: datetime) -> int:
        """Days until the customer leaves: seconds / 86,400 rounded up; 0 and less: overdue."""
        return days_until(self.leaves_at, now)


def days_until(leaves_at: datetime, now: datetime) -> int:
    """Days left until a moment of leaving: seconds / 86,400 rounded up (docs/rules.md)."""
    return math.ceil((leaves_at - now).total_seconds() / DAY.total_seconds())


def idle_since(facts: IdleFacts, now: datetime) -> datetime:
    """The latest credible date of start, last interaction and newest contact.

    Where all three are missing, `created_at`; where that is not credible either, 1971, so that
    no customer stays for ever.
    """
    kept = _counting(facts, now)
    start = kept.idle_since if kept is not None else facts.binding_start
    dates = (credible(date, now) for date in (start, *facts.contacts))
    known = [date for date in dates if date is not None]
    return max(known) if known else credible(facts.created_at, now) or EARLIEST


def period_start(facts: IdleFacts, now: datetime) -> datetime:
    """From when the longest period counts."""
    kept = _counting(facts, now)
    start = kept.started if kept is not None else facts.binding_start
    return credible(start, now) or credible(facts.created_at, now) or EARLIEST


def _counting(facts: IdleFacts, now: datetime) -> KeptClock | None:
    """The kept clock, as long as nobody contacted the customer since it was given back."""
    start = credible(facts.binding_start, now)
    if facts.kept is None or start is None:
        return None
    dates = (credible(date, now) for date in facts.contacts)
    contacted = any(date is not None and date > start for date in dates)
    return None if contacted else facts.kept


def departure(facts: IdleFacts, limits: Limits, now: datetime) -> Departure:
    """When and why a bound customer leaves (docs/rules.md, "The idle clock")."""
    since = idle_since(facts, now)
    limit = limits.of(facts.status)
    leaves_at, reason = since + limit, UnbindingReason.INACTIVITY
    if limits.period is not None:
        start = period_start(facts, now)
        if start + limits.period < leaves_at:
            leaves_at, reason = start + limits.period, UnbindingReason.PERIOD_ENDED
            limit = limits.period
    stays = facts.stays_until
    if stays is not None and stays > leaves_at:
        return Departure(since, stays, reason, limit, leaves_at)
    return Departure(since, leaves_at, reason, limit)


def leaving(facts: IdleFacts, limits: Limits, now: datetime) -> Departure | None:
    """The same; None: it is out of the round, and leaves nobody as long as it is."""
    return departure(facts, limits, now) if facts.out is None else None


def whole_days(span: timedelta) -> int:
    """The span in whole days of 24 hours, rounded down."""
    return span // DAY
