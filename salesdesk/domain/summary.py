"""A customer's summary: the one row that lists read, reckoned here from the customer's own rows.

It decides nothing: acts and releases read the customer's own rows under its lock. A summary that
is wrong shows a customer in the wrong place for a while; it never frees, binds or counts one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.follow_up import NO_STEPS, PlanFacts, StepFacts, Steps
from salesdesk.domain.idle_clock import IdleFacts, KeptClock, Limits, idle_since, leaving
from salesdesk.domain.moments import DAY, EARLIEST, FUTURE_TOLERANCE, credible
from salesdesk.domain.ownership import UnbindingReason
from salesdesk.domain.people import same_uid
from salesdesk.domain.round import OutOfRound

#: A method or an outcome that another application added is kept this far.
WORD_LENGTH = 64


class StepSource(StrEnum):
    """Where a next step comes from."""

    CONTACT = "contact"
    PLAN = "plan"


@dataclass(frozen=True, slots=True)
class ContactFacts:
    """The newest credible contact, by date, then id."""

    id: str
    at: datetime
    method: str
    outcome: str
    next_step: datetime | None


@dataclass(frozen=True, slots=True)
class SpellFacts:
    """A row of the ownership history; `end` is None while it is open."""

    agent_uid: str | None
    start: datetime | None
    end: datetime | None


@dataclass(frozen=True, slots=True)
class CustomerFacts:
    """What a summary is reckoned from, beside the ownership history.

    Attributes:
        owner_uid: who has the customer; None where it is available.
        at_odds: the row contradicts itself: bound to nobody, or available with an owner or start.
        contact_ahead: the earliest contact that lies too far ahead to be believed.
        kept_clock: of the present binding, where a release was taken back.
        paused_until: when its agent is back, or the office open again, whichever is later.
        out: why it is out of the round, if it is.
        linked_contact: when somebody hidden behind it was contacted last.
        linked_steps: what those hidden behind it add to the next step.
    """

    customer_id: str
    owner_uid: str | None
    at_odds: bool
    status: SalesStatus
    created_at: datetime | None
    binding_start: datetime | None
    last_interaction: datetime | None
    newest: ContactFacts | None = None
    contact_ahead: datetime | None = None
    plan: PlanFacts | None = None
    protected_until: datetime | None = None
    kept_clock: KeptClock | None = None
    paused_until: datetime | None = None
    out: OutOfRound | None = None
    linked_contact: datetime | None = None
    linked_steps: Steps = NO_STEPS

    @property
    def idle(self) -> IdleFacts:
        """What the idle clock reads of it."""
        return IdleFacts(
            self.created_at,
            self.binding_start,
            self.last_interaction,
            self.newest.at if self.newest else None,
            self.status,
            self.protected_until,
            self.kept_clock,
            self.paused_until,
            self.out,
            self.linked_contact,
        )


@dataclass(frozen=True, slots=True)
class HistoryFacts:
    """What the ownership history says of a customer.

    Attributes:
        agrees: its open rows are those of the present binding, or none where there is none.
        last_end: the latest credible end; None: nobody ever had the customer.
        end_ahead: the earliest end that lies too far ahead to be believed.
    """

    agrees: bool
    last_end: datetime | None = None
    end_ahead: datetime | None = None


@dataclass(frozen=True, slots=True)
class CustomerSummary:
    """What lists show and sort by, of one customer.

    Attributes:
        owner_uid: who has the customer; None where it is available.
        status, binding_start, last_interaction: as in `customers`; dates before 1971 are None.
        contact_id, contact_at, contact_method, contact_outcome: of the newest contact.
        next_step_at, next_step_of: the next step that counts; None: there is none.
        protected_until: of a bound customer: before when a protection, the agent's absence or the
            closed office lets nobody release it.
        idle_since: where the idle clock stands.
        leaves_at, leave_reason: when and why it leaves its agent; None where it is available, or
            out of the round.
        free_since: from when it is available; None where it is bound, or not known.
        sound: its own row and its history agree (docs/rules.md, "Ownership").
        settings_mark: of the settings that it was reckoned under.
        again_at: from when it must be reckoned anew, since a date that lay too far ahead is
            believed then; None: nothing of it changes by itself.
        out_of_round: why no list of the day has it; None: it is in the round.
    """

    customer_id: str
    owner_uid: str | None
    status: SalesStatus
    binding_start: datetime | None
    last_interaction: datetime | None
    contact_id: str | None
    contact_at: datetime | None
    contact_method: str | None
    contact_outcome: str | None
    next_step_at: datetime | None
    next_step_of: StepSource | None
    protected_until: datetime | None
    idle_since: datetime
    leaves_at: datetime | None
    leave_reason: UnbindingReason | None
    free_since: datetime | None
    sound: bool
    settings_mark: str
    again_at: datetime | None
    out_of_round: OutOfRound | None = None


def settings_mark(limits: Limits) -> str:
    """Names the shared settings that a summary depends on.

    The office's zone is not among them: a summary holds moments, and whoever reads it asks which
    calendar day they lie on.
    """
    spans = (limits.cold, limits.warm, limits.hot)
    period = limits.period // DAY if limits.period is not None else 0
    return "/".join(str(span // DAY) for span in spans) + f"/{period}"


def history_facts(
    customer: CustomerFacts, spells: Iterable[SpellFacts], now: datetime
) -> HistoryFacts:
    """What all rows of a customer's history say."""
    rows = tuple(spells)
    open_rows = [row for row in rows if row.end is None]
    ends = [row.end for row in rows if row.end is not None]
    return HistoryFacts(
        _agree(customer, open_rows),
        max((end for end in ends if credible(end, now) is not None), default=None),
        min((end for end in ends if end > now + FUTURE_TOLERANCE), default=None),
    )


def _agree(customer: CustomerFacts, open_rows: list[SpellFacts]) -> bool:
    if customer.owner_uid is None:
        return not open_rows
    if len(open_rows) != 1:
        return False
    (row,) = open_rows
    return same_uid(row.agent_uid, customer.owner_uid) and row.start == customer.binding_start


def kept_history(customer: CustomerFacts, summary: CustomerSummary | None) -> HistoryFacts | None:
    """What a summary still knows of the history; None: the history itself must be read.

    An act that does not touch who has a customer need not read its history, which has no index
    by customer of its own.
    """
    if summary is None or not summary.sound or summary.again_at is not None:
        return None
    same = same_uid(summary.owner_uid, customer.owner_uid)
    if not same or summary.binding_start != _meant(customer.binding_start):
        return None
    return HistoryFacts(True, summary.free_since)


def freed(customer: CustomerFacts) -> CustomerFacts:
    """What a customer's rows say once it is available; its history has a closed row more."""
    return replace(
        customer,
        owner_uid=None,
        at_odds=False,
        binding_start=None,
        protected_until=None,
        kept_clock=None,
        paused_until=None,
    )


def taken(customer: CustomerFacts, uid: str, start: datetime) -> CustomerFacts:
    """What an available customer's rows say once an agent has it."""
    return replace(customer, owner_uid=uid, at_odds=False, binding_start=start)


def contacted(
    customer: CustomerFacts, contact: ContactFacts, plan: PlanFacts | None
) -> CustomerFacts:
    """What a customer's rows say with a contact more; the plan is the one that then stands."""
    newest, last = customer.newest, customer.last_interaction
    later = newest is None or (newest.at, newest.id) < (contact.at, contact.id)
    return replace(
        customer,
        newest=contact if later else newest,
        plan=plan,
        last_interaction=contact.at if last is None or last < contact.at else last,
    )


def reckon(
    customer: CustomerFacts, history: HistoryFacts, limits: Limits, now: datetime
) -> CustomerSummary:
    """The summary of a customer (docs/rules.md, "The idle clock" and "Follow-ups")."""
    newest = customer.newest
    bound = customer.owner_uid is not None
    leaves = leaving(customer.idle, limits, now) if bound else None
    step, source = _next_step(customer)
    start = credible(customer.binding_start, now)
    return CustomerSummary(
        customer_id=customer.customer_id,
        owner_uid=customer.owner_uid,
        status=customer.status,
        binding_start=_meant(customer.binding_start),
        last_interaction=_meant(customer.last_interaction),
        contact_id=newest.id if newest else None,
        contact_at=newest.at if newest else None,
        contact_method=newest.method[:WORD_LENGTH] if newest else None,
        contact_outcome=newest.outcome[:WORD_LENGTH] if newest else None,
        next_step_at=step,
        next_step_of=source,
        protected_until=customer.idle.stays_until if bound else None,
        idle_since=idle_since(customer.idle, now),
        leaves_at=leaves.leaves_at if leaves else None,
        leave_reason=leaves.reason if leaves else None,
        free_since=None if bound else history.last_end or credible(customer.created_at, now),
        sound=history.agrees and not customer.at_odds and (start is not None or not bound),
        settings_mark=settings_mark(limits),
        again_at=_again_at(customer, history, now),
        out_of_round=customer.out,
    )


def _next_step(customer: CustomerFacts) -> tuple[datetime | None, StepSource | None]:
    newest = customer.newest
    own = Steps(StepFacts(newest.at, newest.next_step) if newest else None, customer.plan)
    step = own.with_linked(customer.linked_steps).counting
    if step.due_at is None:
        return None, None
    return step.due_at, StepSource.PLAN if step.planned else StepSource.CONTACT


def _meant(date: datetime | None) -> datetime | None:
    """The date as it stands, unless it is too early to be meant."""
    return date if date is not None and date >= EARLIEST else None


def _again_at(customer: CustomerFacts, history: HistoryFacts, now: datetime) -> datetime | None:
    dates = (
        customer.created_at,
        customer.binding_start,
        customer.last_interaction,
        customer.contact_ahead,
        history.end_ahead,
    )
    ahead = [date for date in dates if date is not None and date > now + FUTURE_TOLERANCE]
    return min(ahead) - FUTURE_TOLERANCE if ahead else None
