"""What an act decides on, read in one statement once it holds the customer's lock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from salesdesk.storage.stores.bindings import THAT_MATTER, HistoryRows
from salesdesk.storage.stores.plans import PLAN, Plan, plan_of
from salesdesk.storage.stores.summary_facts import FACTS_BY_CLOCK, Found, found_of
from salesdesk.storage.unit_of_work import Look, UnitOfWork

_FACTS, _PLAN, _HISTORY = "facts", "plan", "history"

_LOOK = Look({_FACTS: FACTS_BY_CLOCK, _PLAN: PLAN})
_LOOK_WITH_HISTORY = Look({_FACTS: FACTS_BY_CLOCK, _PLAN: PLAN, _HISTORY: THAT_MATTER})


@dataclass(frozen=True, slots=True)
class Ground:
    """What stands under the customer's lock.

    Attributes:
        now: the database's clock, which decides.
        found: the customer's facts and its stored summary.
        history: the open history rows and the ends ahead; empty where they were not asked for.
    """

    now: datetime
    found: Found
    plan: Plan | None
    history: HistoryRows


def read(unit: UnitOfWork, customer_id: str, uid: str | None, *, with_history: bool) -> Ground:
    """Read all of it, and what the person may now.

    Raises:
        Unavailable: this program may not write any more.
    """
    look = _LOOK_WITH_HISTORY if with_history else _LOOK
    answers = unit.look(look, {"of_customer": customer_id}, uid)
    history = HistoryRows()
    if with_history:
        history = unit.bindings.noted(answers[_HISTORY], [customer_id])
    return Ground(unit.looked_at, found_of(answers[_FACTS][0]), plan_of(answers[_PLAN]), history)
