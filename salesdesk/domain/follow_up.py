"""Follow-ups: the next step of a customer and how it stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from salesdesk.domain.moments import EARLIEST

#: What a date without a time stands for, at the office (docs/rules.md, "Follow-ups").
NOON = time(12)


class FollowUpState(StrEnum):
    """How a customer's next step stands, by calendar days of the office."""

    NONE = "none"
    OVERDUE = "overdue"
    TODAY = "today"
    PLANNED = "planned"


@dataclass(frozen=True, slots=True)
class StepFacts:
    """The newest contact of a customer: when it was, and the next step that it named."""

    at: datetime | None
    next_step: datetime | None


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """A next step made without a contact; `due_at` is None where the step was cleared."""

    due_at: datetime | None
    written_at: datetime


@dataclass(frozen=True, slots=True)
class Steps:
    """What a customer's next step follows from: its newest contact and its plan."""

    newest: StepFacts | None = None
    plan: PlanFacts | None = None

    def with_linked(self, linked: Steps) -> Steps:
        """The same with those who are hidden behind the customer: what was written last."""
        contacts = [one for one in (linked.newest, self.newest) if one and one.at is not None]
        plans = [one for one in (linked.plan, self.plan) if one is not None]
        return Steps(
            max(contacts, key=lambda one: one.at or EARLIEST, default=self.newest),
            max(plans, key=lambda one: one.written_at, default=None),
        )

    @property
    def counting(self) -> CountingStep:
        """The next step that counts."""
        return counting_step(self.newest, self.plan)


#: Of a customer of whom nothing was written.
NO_STEPS = Steps()


@dataclass(frozen=True, slots=True)
class CountingStep:
    """The next step that counts.

    Attributes:
        due_at: None: there is none.
        planned: the plan decides, not the newest contact.
    """

    due_at: datetime | None
    planned: bool


def plan_counts(written_at: datetime, contacted: datetime | None) -> bool:
    """Whether a plan of that moment counts beside the newest contact; None: there is no contact."""
    return contacted is None or contacted <= written_at


def counting_step(newest: StepFacts | None, plan: PlanFacts | None) -> CountingStep:
    """Which next step of a customer counts: the one written last (docs/rules.md, "Follow-ups").

    A plan counts until a contact with a later date is there. A date before 1971 is none.
    """
    contacted = newest.at if newest is not None else None
    if plan is not None and plan_counts(plan.written_at, contacted):
        return CountingStep(_meant(plan.due_at), planned=True)
    return CountingStep(_meant(newest.next_step) if newest else None, planned=False)


def _meant(due: datetime | None) -> datetime | None:
    return due if due is not None and due >= EARLIEST else None


@dataclass(frozen=True, slots=True)
class OfficeDay:
    """The office's present calendar day, as two moments.

    Attributes:
        start: its first moment; a next step before it is overdue.
        end: the first moment of the next day.
    """

    start: datetime
    end: datetime


def office_day(now: datetime, zone: ZoneInfo) -> OfficeDay:
    """The calendar day of the office in which `now` lies (docs/rules.md, "Time")."""
    today = now.astimezone(zone).date()
    return OfficeDay(
        datetime.combine(today, time(), zone).astimezone(now.tzinfo),
        datetime.combine(today + timedelta(days=1), time(), zone).astimezone(now.tzinfo),
    )


def follow_up_state(due: datetime | None, day: OfficeDay) -> FollowUpState:
    """The state of a next step; overdue when its calendar day is over."""
    if due is None:
        return FollowUpState.NONE
    if due < day.start:
        return FollowUpState.OVERDUE
    return FollowUpState.TODAY if due < day.end else FollowUpState.PLANNED


def noon(day: datetime, zone: ZoneInfo) -> datetime:
    """Noon at the office on the calendar day of `day`: a date without a time (docs/rules.md)."""
    local = day.astimezone(zone)
    return datetime.combine(local.date(), NOON, zone).astimezone(day.tzinfo)
