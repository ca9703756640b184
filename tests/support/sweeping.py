"""Sweeps in tests: whatever was written before, and stores in which something comes between."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from salesdesk.domain.events import new_id
from salesdesk.domain.people import SYSTEM
from salesdesk.domain.summary import CustomerSummary
from salesdesk.services import summaries
from salesdesk.services.session import Session
from salesdesk.services.summaries import Swept
from salesdesk.storage.unit_of_work import Store
from tests.support.factories import Office
from tests.support.summaries_at_work import both


class Interrupted(Store):
    """A store in which something happens between the look of a sweep and its lock."""

    meanwhile: Callable[[], object] | None = None

    @property
    def pending(self) -> bool:
        """Whether it did not happen yet."""
        return self.meanwhile is not None

    def act(self, work: Any, *, done: Any = None, lock_wait: int | None = None) -> Any:
        if lock_wait is not None and self.meanwhile is not None:
            meanwhile, self.meanwhile = self.meanwhile, None
            meanwhile()
        return super().act(work, done=done, lock_wait=lock_wait)


class Killed(BaseException):
    """The process ended here."""


def system(office: Office, store: Store | None = None) -> Session:
    return Session(store or office.store, SYSTEM, "test-machine")


def summary(office: Office, customer_id: str) -> CustomerSummary | None:
    return office.store.read(lambda reading: reading.summaries.of([customer_id]).get(customer_id))


def known(office: Office, customer_id: str) -> CustomerSummary:
    found = summary(office, customer_id)
    assert found is not None
    return found


def in_line(office: Office) -> bool:
    """Whether every summary is what the rows say."""
    stored, right = office.store.read(both)
    return stored == right


def swept(office: Office) -> Swept:
    """Another sweep, whenever the last one was."""
    found = summaries.sweep(system(office), unless_within=timedelta())
    assert found is not None
    return found


def bind(office: Office, customer: str, owner: str) -> None:
    """As the booking application binds: the customer's own row and a row of the history."""
    at = office.now.strftime("%Y-%m-%d %H:%M:%S")
    office.database.execute(
        "UPDATE customers SET bound_to_uid = %s, binding_status = 'bound', "
        "binding_start_date = %s WHERE id = %s",
        owner, at, customer,
    )  # fmt: skip
    office.database.execute(
        "INSERT INTO customer_binding_history VALUES (%s, %s, %s, %s, NULL, NULL)",
        new_id(), customer, owner, at,
    )  # fmt: skip
