"""The rows behind a mark."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from salesdesk.domain.contact import Method, Outcome
from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.ownership import UnbindingReason
from salesdesk.domain.reports.drill_down import RowKind


@dataclass(frozen=True, slots=True)
class OpenedRow:
    """One row behind a mark, with what its kind knows.

    Attributes:
        id: of the contact, event, history row or order; of a customer, the customer's.
        name, company: of the customer; None where it was deleted since.
        at: of the contact, move, ending or order; of a customer the last interaction.
        by_uid, by_name: who contacted, moved, lost, owns; the name is None where nobody of that
            uid is known.
        status: of the customer now.
        moved_from, moved_to: of a move.
        order_status, value: of an order, in whole units of the shared currency.
    """

    kind: RowKind
    id: str
    customer_id: str
    name: str | None
    company: str | None
    at: datetime | None
    by_uid: str | None = None
    by_name: str | None = None
    status: SalesStatus | None = None
    method: Method | None = None
    outcome: Outcome | None = None
    moved_from: SalesStatus | None = None
    moved_to: SalesStatus | None = None
    reason: UnbindingReason | None = None
    order_status: str | None = None
    value: int | None = None
