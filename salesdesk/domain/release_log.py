"""What was released: what is asked of the log of releases, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from salesdesk.domain.contact import Method, Outcome
from salesdesk.domain.ownership import UnbindingReason
from salesdesk.domain.warnings import WarningSeen


@dataclass(frozen=True, slots=True)
class ReleaseQuery:
    """Which releases.

    Attributes:
        days: of so many days back; None: of all time.
        reason: None: for whatever reason.
        agent_uid: of this agent's customers; '' of anybody's.
        words: each stands in the name or company of the customer.
    """

    days: int | None = 30
    reason: UnbindingReason | None = None
    agent_uid: str = ""
    words: str = ""


class Since(StrEnum):
    """What became of a customer after a release."""

    IN_POOL = "in_pool"
    TAKEN = "taken"
    GIVEN_BACK = "given_back"
    LINKED = "linked"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Aftermath:
    """What came next.

    Attributes:
        name: who took the customer, or has it again.
        after: how long after the release.
    """

    what: Since
    name: str = ""
    after: timedelta | None = None


@dataclass(frozen=True, slots=True)
class ReleaseRow:
    """One release.

    Attributes:
        id: of its event.
        customer: None: the customer is gone.
        owner: who had the customer, and since when.
        by_name: who released it by hand; None: a run did.
        why: said of a release by hand; None: nothing, or the reader may not see it.
        idle_days, limit_days: of a release by a run.
        host: the computer of the run.
    """

    id: str
    at: datetime
    customer_id: str
    customer: str | None
    company: str | None
    owner_uid: str
    owner: str
    owned_since: datetime | None
    reason: UnbindingReason
    by_name: str | None
    why: str | None
    idle_days: int | None
    limit_days: int | None
    host: str | None
    run_id: str | None
    since: Aftermath

    @property
    def can_return(self) -> bool:
        """Whether nobody had the customer since."""
        return self.since.what is Since.IN_POOL


@dataclass(frozen=True, slots=True)
class ReleaseCounts:
    """How many releases fit, and how many of them were for inactivity and by hand."""

    all: int
    inactive: int
    by_hand: int


@dataclass(frozen=True, slots=True)
class ReleasePage:
    """Some releases, the newest first.

    Attributes:
        counts: of all that fit; only of the first page.
        after: where the next page begins; None: this was the last one.
    """

    rows: tuple[ReleaseRow, ...]
    counts: ReleaseCounts | None
    after: tuple[datetime, str] | None


@dataclass(frozen=True, slots=True)
class LastContact:
    """The newest contact before a release; `notes` None where the reader may not see them."""

    at: datetime
    method: Method | None
    outcome: Outcome | None
    notes: str | None
    by_name: str


@dataclass(frozen=True, slots=True)
class ReleaseRun:
    """The run that freed the customer, and how many of those who were due."""

    started_at: datetime
    host: str
    due: int
    released: int


@dataclass(frozen=True, slots=True)
class ReleaseFacts:
    """What decided a release, and what taking it back would mean.

    Attributes:
        contact: None: nobody had contacted the customer.
        run: of a release by a run, where it is recorded.
        leaves_at: when the customer would leave with the clock as it was; None: it cannot be given
            back.
        now: the database's clock.
        next_run: when the next run may come at the earliest; None: not known.
        warnings: of a release by a run, the earliest first; those of before they were kept are
            left out.
    """

    contact: LastContact | None
    run: ReleaseRun | None
    leaves_at: datetime | None
    now: datetime
    next_run: datetime | None
    warnings: tuple[WarningSeen, ...] = ()
