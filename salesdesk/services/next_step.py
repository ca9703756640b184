"""Which next step of a customer counts (docs/rules.md, "Follow-ups")."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from salesdesk.domain.contact import Contact
from salesdesk.domain.follow_up import PlanFacts, StepFacts, counting_step
from salesdesk.domain.summary import ContactFacts
from salesdesk.storage.stores.plans import Plan
from salesdesk.storage.under_lock import Ground
from salesdesk.storage.unit_of_work import Reading


@dataclass(frozen=True, slots=True)
class NextStep:
    """A customer's next step and where it comes from.

    Attributes:
        due_at: None: there is none.
        newest: the newest contact; None: never contacted.
        plan: the plan, if there is one, whether it counts or not.
    """

    due_at: datetime | None
    newest: Contact | ContactFacts | None
    plan: Plan | None

    def standing(self, now: datetime) -> datetime | None:
        """The next step if it still lies in the future."""
        return self.due_at if self.due_at is not None and self.due_at > now else None


def of(reading: Reading, customer_id: str, now: datetime) -> NextStep:
    """The customer's next step: of a plan or of the newest contact, the one written last.

    A plan counts until a contact with a later date is there.
    """
    return _of(reading.contacts.newest_one(customer_id, now), reading.plans.get(customer_id))


def on(ground: Ground) -> NextStep:
    """The same, of what was read under the customer's lock."""
    return _of(ground.found.facts.newest, ground.plan)


def _of(newest: Contact | ContactFacts | None, plan: Plan | None) -> NextStep:
    step = counting_step(
        StepFacts(newest.at, newest.next_step) if newest else None,
        PlanFacts(plan.due_at, plan.written_at) if plan else None,
    )
    return NextStep(step.due_at, newest, plan)
