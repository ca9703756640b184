"""Which next step of a customer counts (docs/rules.md, "Follow-ups")."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from salesdesk.domain.contact import Contact
from salesdesk.domain.follow_up import PlanFacts, StepFacts, Steps
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

    A plan counts until a contact with a later date is there. What was written of somebody hidden
    behind the customer counts too (docs/rules.md, "Duplicates").
    """
    newest, plan = reading.contacts.newest_one(customer_id, now), reading.plans.get(customer_id)
    return _of(newest, plan, reading.links.steps(customer_id))


def on(ground: Ground) -> NextStep:
    """The same, of what was read under the customer's lock."""
    facts = ground.found.facts
    return _of(facts.newest, ground.plan, facts.linked_steps)


def _of(newest: Contact | ContactFacts | None, plan: Plan | None, linked: Steps) -> NextStep:
    own = Steps(
        StepFacts(newest.at, newest.next_step) if newest else None,
        PlanFacts(plan.due_at, plan.written_at) if plan else None,
    )
    return NextStep(own.with_linked(linked).counting.due_at, newest, plan)
