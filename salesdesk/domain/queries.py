"""What lists ask for and what they get: queries, pages and row types.

Rows are frozen and hold values, not texts: the window formats them once per row.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Generic, TypeVar

from salesdesk.domain.contact import Method, Outcome
from salesdesk.domain.customer import LeadSource, SalesStatus
from salesdesk.domain.follow_up import FollowUpState
from salesdesk.domain.idle_clock import Departure
from salesdesk.domain.ownership import UnbindingReason
from salesdesk.domain.phones import PhoneNumber
from salesdesk.domain.round import OutOfRound
from salesdesk.domain.set_aside import Aside

T = TypeVar("T")

PAGE_SIZE = 100

#: Counts are capped here: '1,000+' (docs/architecture.md, "SQL that wins").
COUNT_CAP = 1_000

#: Slow sort orders are offered while the filtered set is smaller than this.
SLOW_SORT_LIMIT = 5_000


class CustomerSort(StrEnum):
    """The sort orders of the customers table; the id breaks ties, nulls come last."""

    NAME = "name"
    PHONE = "phone"
    LAST_CONTACT = "last_contact"
    STATUS = "status"
    DAYS_LEFT = "days_left"
    COMPANY = "company"
    OWNER = "owner"
    NEXT_STEP = "next_step"
    SOURCE = "source"
    CREATED = "created"

    @property
    def fast(self) -> bool:
        """Whether an index carries it at any size."""
        by_column = {self.NAME, self.PHONE, self.LAST_CONTACT, self.STATUS, self.OWNER}
        return self in by_column or self.summarised

    @property
    def summarised(self) -> bool:
        """Whether the customers' summaries carry it."""
        return self in {self.DAYS_LEFT, self.NEXT_STEP}


class OwnerScope(StrEnum):
    """Whose customers are asked for."""

    ANYONE = "anyone"
    PERSON = "person"
    AVAILABLE = "available"
    BOUND = "bound"


@dataclass(frozen=True, slots=True)
class OwnerFilter:
    """Whose customers are asked for; `uid` goes with `PERSON`."""

    scope: OwnerScope = OwnerScope.ANYONE
    uid: str | None = None


@dataclass(frozen=True, slots=True)
class DaysLeftFilter:
    """Bound customers whose days left lie in this range (both included, None: open)."""

    at_least: int | None = None
    at_most: int | None = None


class RoundFilter(StrEnum):
    """Whether customers in the round are asked for, or those who are set aside, or some of them."""

    IN = "in"
    OUT = "out"
    LOST = "lost"
    NO_CONTACT = "no_contact"


@dataclass(frozen=True, slots=True)
class CustomerQuery:
    """What the customers table asks for; hashable, so that a model can tell a new question."""

    search: str = ""
    statuses: frozenset[SalesStatus] = frozenset()
    owner: OwnerFilter = OwnerFilter()
    sources: frozenset[LeadSource] = frozenset()
    days_left: DaysLeftFilter | None = None
    follow_up: FollowUpState | None = None
    sort: CustomerSort = CustomerSort.NAME
    descending: bool = False
    round: RoundFilter | None = None

    @property
    def by_summaries(self) -> bool:
        """Whether the customers' summaries decide who is listed, or in which order."""
        return self.sort.summarised or self.days_left is not None or self.follow_up is not None


@dataclass(frozen=True, slots=True)
class PageKey:
    """A place in a sorted list: the sort value and id of a row; opaque to its holder."""

    value: str | int | None
    id: str


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """Some rows of a list.

    Attributes:
        after: the key with which the next page begins; None: there is no next page.
    """

    rows: tuple[T, ...]
    after: PageKey | None


def pages(read: Callable[[PageKey | None], Page[T]]) -> Iterator[tuple[T, ...]]:
    """All pages of a list, each read when it is asked for.

    Args:
        read: reads the page after a key; the first one after None.
    """
    after: PageKey | None = None
    while True:
        found = read(after)
        yield found.rows
        after = found.after
        if after is None:
            return


@dataclass(frozen=True, slots=True)
class Count:
    """How many rows there are; `more` where the count stopped at its cap."""

    number: int
    more: bool = False

    def kept(self, before: Count | None) -> Count:
        """This one; where it stopped at its cap, what was counted to the end before."""
        return before if before is not None and self.more and not before.more else self

    @classmethod
    def upto(cls, number: int, cap: int | None) -> Count:
        """What was counted no further than one beyond the cap; None: to the end."""
        return cls(number) if cap is None else cls(min(number, cap), number > cap)


@dataclass(frozen=True, slots=True)
class CustomerRow:
    """One line of the customers table.

    Attributes:
        phone: as it is stored; None where the reader's role may not see it.
        owner_name: None where available; the uid where the person is unknown.
        departure: when it leaves its agent; None where available, or out of the round.
        last_contact: the later of the last interaction and the newest contact; None: never.
        next_step: the follow-up that counts, by docs/rules.md, "Follow-ups".
        now: the database's moment at which the row was read.
        foreign_status: a status word that the booking application added; it counts as cold.
        protected_by, protected_why: the name of who set the protection, and the reason.
        out: why it is out of the round; None: it is in the round.
        aside: with what reason it was set aside, if it was.
    """

    id: str
    name: str
    company: str | None
    phone: str | None
    status: SalesStatus
    owner_uid: str | None
    owner_name: str | None
    source: LeadSource | None
    owned_since: datetime | None
    last_contact: datetime | None
    last_method: Method | None
    last_outcome: Outcome | None
    departure: Departure | None
    protected_until: datetime | None
    next_step: datetime | None
    follow_up: FollowUpState
    created_at: datetime | None
    updated_at: datetime | None
    now: datetime
    foreign_status: str | None = None
    protected_by: str | None = None
    protected_why: str | None = None
    out: OutOfRound | None = None
    aside: Aside | None = None

    @property
    def protected(self) -> bool:
        """Whether a protection stands."""
        return self.protected_until is not None and self.protected_until > self.now


@dataclass(frozen=True, slots=True)
class CustomerMore:
    """What the table shows of a customer only where somebody chose those columns.

    Attributes:
        registered_by: name of who registered the customer, or the uid.
        contacts, orders: how many there are.
        note: the newest note; None where there is none or the reader's role may not see it.
    """

    address: str
    registered_by: str
    contacts: int
    orders: int
    note: str | None


@dataclass(frozen=True, slots=True)
class CustomerDetails:
    """What the customer panel shows above its tabs.

    Attributes:
        contacts, spells, orders: how many there are, for the tabs.
        address: the address as stored.
        registered_by: name of who registered the customer, or the uid.
        others: the numbers beside the row's own; none where the reader's role may not see them.
        linked: those of customers hidden behind this one, under the same condition.
    """

    row: CustomerRow
    address: str
    registered_by: str | None
    contacts: int
    spells: int
    orders: int
    others: tuple[PhoneNumber, ...] = ()
    linked: tuple[PhoneNumber, ...] = ()


class TimelineKind(StrEnum):
    """What a line of the timeline tells."""

    CONTACT = "contact"
    OWNERSHIP_TAKEN = "ownership_taken"
    OWNERSHIP_ENDED = "ownership_ended"
    STATUS = "status"
    PROTECTION = "protection"
    SET_ASIDE = "set_aside"
    LINK = "link"
    ORDER = "order"


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One line of a customer's timeline, newest first.

    Attributes:
        id: of the contact, history row, event or order.
        at: when; None where the row's own date is missing or zero.
        person_uid, person_name: who contacted, took, lost or moved.
        by_name: who did it to them (a lead who assigned or released); None: the person, or
            the system.
        notes: None where there is none or the reader's role may not see it.
        idle_days, limit_days: of a release for inactivity, where its event tells.
        value: of an order, in the currency of the settings.
        until: of a protection; None: it was ended.
        aside: of a customer that was set aside; None: it was taken back.
        of_hidden: of a customer that is linked to this one.
        apart: of a link; the two were made two again.
    """

    id: str
    kind: TimelineKind
    at: datetime | None
    person_uid: str | None = None
    person_name: str | None = None
    by_name: str | None = None
    method: Method | None = None
    outcome: Outcome | None = None
    notes: str | None = None
    next_step: datetime | None = None
    reason: UnbindingReason | None = None
    idle_days: int | None = None
    limit_days: int | None = None
    status_from: SalesStatus | None = None
    status_to: SalesStatus | None = None
    order_status: str | None = None
    value: int | None = None
    description: str | None = None
    editable: bool = False
    until: datetime | None = None
    aside: Aside | None = None
    of_hidden: bool = False
    apart: bool = False


@dataclass(frozen=True, slots=True)
class TimelineQuery:
    """Which of a customer's timeline is asked for; no kinds means all of them."""

    customer_id: str
    kinds: frozenset[TimelineKind] = field(default=frozenset())


@dataclass(frozen=True, slots=True)
class SpellRow:
    """One line of a customer's ownership history, newest first.

    Attributes:
        by_name: who took it away; None: the system, or not known.
        idle_days, limit_days: at the moment of a release, where its event tells.
        why: what was said of a release by hand; None: nothing, or the reader may not see it.
    """

    id: str
    agent_uid: str
    agent_name: str
    start: datetime | None
    end: datetime | None
    reason: UnbindingReason | None
    by_name: str | None
    idle_days: int | None
    limit_days: int | None
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A customer that a release run would free.

    Attributes:
        idle_days: whole days since the idle clock stood still.
        reason: inactivity or period_ended.
    """

    id: str
    name: str
    owner_uid: str
    owner_name: str
    idle_days: int
    reason: UnbindingReason
