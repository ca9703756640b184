"""What an act decides on, read in one statement once it holds the customer's lock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select

from salesdesk.storage.stores.bindings import HistoryRows, that_matter
from salesdesk.storage.stores.plans import Plan, plan_of, plan_reading
from salesdesk.storage.stores.summary_facts import FACTS_BY_CLOCK, Found, found_of
from salesdesk.storage.unit_of_work import UnitOfWork

_FACTS, _PLAN, _HISTORY = "facts", "plan", "history"


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
    asked: dict[str, Select[Any]] = {_FACTS: FACTS_BY_CLOCK, _PLAN: plan_reading(customer_id)}
    if with_history:
        asked[_HISTORY] = that_matter([customer_id])
    answers = unit.look(asked, {"of_customer": customer_id}, uid)
    history = HistoryRows()
    if with_history:
        history = unit.bindings.noted(answers[_HISTORY], [customer_id])
    return Ground(unit.looked_at, found_of(answers[_FACTS][0]), plan_of(answers[_PLAN]), history)
