"""Today: whom to contact and why, in five sections, each customer in one only.

Source: docs/rules.md, "Follow-ups".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from salesdesk.domain.contact import Method
from salesdesk.domain.ownership import UnbindingReason
from salesdesk.domain.queries import Count, CustomerRow, OwnerFilter, Page
from salesdesk.domain.targets import Progress

#: A customer who leaves within this many days is 'releasing soon' (docs/rules.md, "Follow-ups").
SOON_DAYS = 7


class Section(StrEnum):
    """The sections of Today, in the order of what is lost first.

    A customer stands in the first one that fits, and in no other.
    """

    RELEASING = "releasing"
    OVERDUE = "overdue"
    TODAY = "today"
    WITHOUT_STEP = "without_step"
    NEW_IN_POOL = "new_in_pool"


#: The sections whose customers need the person; the pool's are an offer.
NEEDING = (Section.RELEASING, Section.OVERDUE, Section.TODAY, Section.WITHOUT_STEP)


@dataclass(frozen=True, slots=True)
class TodayQuery:
    """Whose day is asked for; what is new in the pool is the same for everybody.

    Attributes:
        owner: a person's own, or anyone's; `AVAILABLE` asks for the pool alone.
        search: over name, company and phone, in every section.
    """

    owner: OwnerFilter
    search: str = ""


@dataclass(frozen=True, slots=True)
class Freed:
    """How a customer came into the pool today.

    Attributes:
        at: free since.
        from_name: with whom it was; None: with nobody, or another application freed it.
        idle_days: at a release for inactivity.
        reason: None where it never had anybody, or another application freed it.
        never_held: it was made today and never had anybody.
    """

    at: datetime
    from_name: str | None
    idle_days: int | None
    reason: UnbindingReason | None
    never_held: bool


@dataclass(frozen=True, slots=True)
class TodayRow:
    """One line of Today: the facts from which the window words the reason.

    Attributes:
        note: what the next step is about: the plan's note, else that of the newest contact;
            None where there is none or the reader's role may not see it.
        by_name: who made the newest contact.
        freed: in the section of the pool alone.
    """

    section: Section
    customer: CustomerRow
    note: str | None
    by_name: str | None
    freed: Freed | None = None


@dataclass(frozen=True, slots=True)
class TodayCounts:
    """How many stand in each section, each counted no further than its cap."""

    by_section: Mapping[Section, Count]

    def of(self, section: Section) -> Count:
        """How many stand in this section."""
        return self.by_section[section]

    @property
    def rough(self) -> bool:
        """Whether one of them stopped at its cap."""
        return any(one.more for one in self.by_section.values())

    def kept(self, before: TodayCounts | None) -> TodayCounts:
        """These; in place of those that stopped at their cap what was counted to the end before."""
        if before is None or not self.rough:
            return self
        there = before.by_section
        return TodayCounts({s: one.kept(there.get(s)) for s, one in self.by_section.items()})

    @property
    def needing(self) -> Count:
        """How many need the person: the number in the navigation, the pool left out."""
        counts = [self.by_section[section] for section in NEEDING]
        return Count(sum(one.number for one in counts), any(one.more for one in counts))


@dataclass(frozen=True, slots=True)
class Day:
    """A whole day as it opens, all of it of one moment.

    Attributes:
        now: the database's moment of it.
        pages: the first page of each section.
        logged: how many contacts the reader has made today.
        progress: how far the reader is with the targets; None: nobody is signed in.
    """

    now: datetime
    counts: TodayCounts
    pages: Mapping[Section, Page[TodayRow]]
    logged: Mapping[Method, int]
    progress: Progress | None = None
