"""Marks: what an element of a chart counts, so that a click opens exactly these rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal, TypeAlias

from salesdesk.domain.contact import Method, Outcome
from salesdesk.domain.customer import LeadSource, SalesStatus
from salesdesk.domain.ownership import UnbindingReason
from salesdesk.domain.pipeline import Stage

#: Stands in a mark for a value that is not there: no owner, no source, no reason.
NONE: Literal[""] = ""
Nothing: TypeAlias = Literal[""]

#: The sources as reports tell them apart; the last: none that is known.
SOURCES: tuple[LeadSource | Nothing, ...] = (*LeadSource, NONE)

#: A range of whole numbers, both included; no end: open.
Bucket: TypeAlias = tuple[int, int | None]


class RowKind(StrEnum):
    """What a figure counts."""

    CUSTOMERS = "customers"
    CONTACTS = "contacts"
    EVENTS = "events"
    CLAIMS = "claims"
    ENDINGS = "endings"
    ORDERS = "orders"
    DELIVERIES = "deliveries"


class Figure(StrEnum):
    """Every figure that can be opened; docs/reports.md has the formula of each."""

    AGENTS_CONTACTS = "agents.contacts"
    AGENTS_CUSTOMERS = "agents.customers"
    AGENTS_REACHED = "agents.reached"
    AGENTS_KEPT = "agents.kept"
    AGENTS_MISSED = "agents.missed"
    AGENTS_CLAIMS = "agents.claims"
    AGENTS_LOST = "agents.lost"
    AGENTS_MOVED_UP = "agents.moved_up"
    AGENTS_MOVED_DOWN = "agents.moved_down"
    AGENTS_WON = "agents.won"
    ENGAGEMENT_CUSTOMERS = "engagement.customers"
    ENGAGEMENT_LAST = "engagement.last"
    ENGAGEMENT_NEVER = "engagement.never"
    ENGAGEMENT_CONTACTS = "engagement.contacts"
    ENGAGEMENT_KEPT_WARM = "engagement.kept_warm"
    WORKLOAD_CUSTOMERS = "workload.customers"
    WORKLOAD_UNOWNED = "workload.unowned"
    WORKLOAD_HELD = "workload.held"
    WORKLOAD_OVERDUE = "workload.overdue"
    WORKLOAD_TODAY = "workload.today"
    WORKLOAD_PLANNED = "workload.planned"
    WORKLOAD_UNPLANNED = "workload.unplanned"
    WORKLOAD_SOON = "workload.soon"
    METHODS_CONTACTS = "methods.contacts"
    METHODS_SETTLED = "methods.settled"
    METHODS_YOUNG = "methods.young"
    METHODS_TRACEABLE = "methods.traceable"
    METHODS_MOVED_UP = "methods.moved_up"
    METHODS_ORDERED = "methods.ordered"
    METHODS_ATTEMPTS = "methods.attempts"
    PIPELINE_STAGES = "pipeline.stages"
    PIPELINE_ORDERS = "pipeline.orders"
    PIPELINE_FUNNEL = "pipeline.funnel"
    PIPELINE_MOVES = "pipeline.moves"
    PIPELINE_STAYS = "pipeline.stays"
    PIPELINE_STAYS_UNKNOWN = "pipeline.stays_unknown"
    PIPELINE_STUCK = "pipeline.stuck"
    RELEASES_ENDED = "releases.ended"
    RELEASES_IDLE = "releases.idle"
    RELEASES_TAKEN = "releases.taken"
    RELEASES_RETURNED = "releases.returned"
    RELEASES_FREE = "releases.free"
    RELEASES_FORECAST = "releases.forecast"

    @property
    def rows(self) -> RowKind:
        """What its rows are."""
        return _ROWS[self]

    @property
    def of_now(self) -> bool:
        """Whether it counts what stands now, whatever days are asked about."""
        return self in _OF_NOW


_ROWS = {
    Figure.AGENTS_CONTACTS: RowKind.CONTACTS,
    Figure.AGENTS_CUSTOMERS: RowKind.CUSTOMERS,
    Figure.AGENTS_REACHED: RowKind.CUSTOMERS,
    Figure.AGENTS_KEPT: RowKind.CONTACTS,
    Figure.AGENTS_MISSED: RowKind.CONTACTS,
    Figure.AGENTS_CLAIMS: RowKind.CLAIMS,
    Figure.AGENTS_LOST: RowKind.ENDINGS,
    Figure.AGENTS_MOVED_UP: RowKind.EVENTS,
    Figure.AGENTS_MOVED_DOWN: RowKind.EVENTS,
    Figure.AGENTS_WON: RowKind.DELIVERIES,
    Figure.ENGAGEMENT_CUSTOMERS: RowKind.CUSTOMERS,
    Figure.ENGAGEMENT_LAST: RowKind.CUSTOMERS,
    Figure.ENGAGEMENT_NEVER: RowKind.CUSTOMERS,
    Figure.ENGAGEMENT_CONTACTS: RowKind.CONTACTS,
    Figure.ENGAGEMENT_KEPT_WARM: RowKind.CUSTOMERS,
    Figure.WORKLOAD_CUSTOMERS: RowKind.CUSTOMERS,
    Figure.WORKLOAD_UNOWNED: RowKind.CUSTOMERS,
    Figure.WORKLOAD_HELD: RowKind.CUSTOMERS,
    Figure.WORKLOAD_OVERDUE: RowKind.CUSTOMERS,
    Figure.WORKLOAD_TODAY: RowKind.CUSTOMERS,
    Figure.WORKLOAD_PLANNED: RowKind.CUSTOMERS,
    Figure.WORKLOAD_UNPLANNED: RowKind.CUSTOMERS,
    Figure.WORKLOAD_SOON: RowKind.CUSTOMERS,
    Figure.METHODS_CONTACTS: RowKind.CONTACTS,
    Figure.METHODS_SETTLED: RowKind.CONTACTS,
    Figure.METHODS_YOUNG: RowKind.CONTACTS,
    Figure.METHODS_TRACEABLE: RowKind.CONTACTS,
    Figure.METHODS_MOVED_UP: RowKind.CONTACTS,
    Figure.METHODS_ORDERED: RowKind.CONTACTS,
    Figure.METHODS_ATTEMPTS: RowKind.CUSTOMERS,
    Figure.PIPELINE_STAGES: RowKind.CUSTOMERS,
    Figure.PIPELINE_ORDERS: RowKind.ORDERS,
    Figure.PIPELINE_FUNNEL: RowKind.CUSTOMERS,
    Figure.PIPELINE_MOVES: RowKind.EVENTS,
    Figure.PIPELINE_STAYS: RowKind.EVENTS,
    Figure.PIPELINE_STAYS_UNKNOWN: RowKind.EVENTS,
    Figure.PIPELINE_STUCK: RowKind.CUSTOMERS,
    Figure.RELEASES_ENDED: RowKind.ENDINGS,
    Figure.RELEASES_IDLE: RowKind.ENDINGS,
    Figure.RELEASES_TAKEN: RowKind.ENDINGS,
    Figure.RELEASES_RETURNED: RowKind.ENDINGS,
    Figure.RELEASES_FREE: RowKind.ENDINGS,
    Figure.RELEASES_FORECAST: RowKind.CUSTOMERS,
}


_OF_NOW = frozenset(
    {
        Figure.ENGAGEMENT_LAST, Figure.ENGAGEMENT_NEVER, Figure.PIPELINE_STAGES,
        Figure.PIPELINE_ORDERS, Figure.PIPELINE_STUCK, Figure.RELEASES_FORECAST,
        *(figure for figure in Figure if figure.value.startswith("workload.")),
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class DrillDown:
    """Which rows of a figure an element counts; None: not narrowed by this.

    Attributes:
        agent: a uid, also that of a deleted user; `NONE`: nobody.
        source, reason: `NONE`: none that is known.
        stage: of a move, the one that was left; of the funnel, the one reached at least.
        to: of a move, the status after it.
        hour, weekday: of the office's clock; 0 is Monday.
        bucket: of attempts, or of whole days of 24 hours.
        week: its Monday; `day`: the calendar day; both of the office's zone.
        by: who took a released customer, as a uid.
    """

    figure: Figure
    agent: str | None = None
    method: Method | None = None
    outcome: Outcome | None = None
    status: SalesStatus | None = None
    source: LeadSource | Nothing | None = None
    stage: Stage | None = None
    to: SalesStatus | None = None
    hour: int | None = None
    weekday: int | None = None
    bucket: Bucket | None = None
    week: date | None = None
    day: date | None = None
    reason: UnbindingReason | Nothing | None = None
    by: str | None = None


@dataclass(frozen=True, slots=True)
class CountedElement:
    """One element of a chart: what it counts and how many of these there are."""

    mark: DrillDown
    count: int
