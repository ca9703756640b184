"""What of SalesDesk's own tables the idle clock reads beside a customer's row, in one place."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, FromClause

from salesdesk.storage.stores.kept_clocks import KEPT_CLOCK, with_kept_clock
from salesdesk.storage.stores.links import LINKED
from salesdesk.storage.stores.pauses import PAUSED, with_pauses
from salesdesk.storage.stores.set_asides import OUT_OF_ROUND, with_set_aside

#: What `kept_clock_of`, `paused_until` and `out_of_round` read of a row, and the last contact and
#: the next step of those who are hidden behind the customer.
BESIDE: tuple[ColumnElement[Any], ...] = (
    *KEPT_CLOCK,
    *PAUSED,
    *OUT_OF_ROUND,
    *LINKED,
)


def with_beside(customers: FromClause) -> FromClause:
    """Customers with the columns of `BESIDE`."""
    return with_set_aside(with_pauses(with_kept_clock(customers)))
