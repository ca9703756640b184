"""`salesdesk_kept_clocks`: the clock of a binding that was given back after its release."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, and_, delete, insert, select

from salesdesk.domain.idle_clock import KeptClock
from salesdesk.storage import tables

_CLOCKS = tables.salesdesk_kept_clocks
_K = _CLOCKS.c
_C = tables.customers.c

#: What `kept_clock_of` reads, beside other columns of a customer's row.
KEPT_CLOCK: tuple[ColumnElement[Any], ...] = (
    _K.idle_since.label("clock_idle_since"),
    _K.started.label("clock_started"),
)


def with_kept_clock(customers: FromClause) -> FromClause:
    """Customers with the kept clock of the binding that now stands."""
    present = and_(
        _K.customer_id == _C.id,
        _K.owner_uid == _C.bound_to_uid,
        _K.bound_at == _C.binding_start_date,
    )
    return customers.outerjoin(_CLOCKS, present)


def kept_clock_of(row: Any) -> KeptClock | None:
    """The kept clock of a row with the columns of `KEPT_CLOCK`."""
    if row.clock_idle_since is None:
        return None
    return KeptClock(row.clock_idle_since, row.clock_started)


@dataclass(frozen=True, slots=True)
class KeptClockStore:
    """The kept clocks, within one transaction and under the customer's lock."""

    connection: Connection

    def of_spell(self, customer_id: str, owner_uid: str, bound_at: datetime) -> KeptClock | None:
        """The clock that was kept for a binding, which may have ended since."""
        statement = select(*KEPT_CLOCK).where(
            _K.customer_id == customer_id, _K.owner_uid == owner_uid, _K.bound_at == bound_at
        )
        row = self.connection.execute(statement).one_or_none()
        return kept_clock_of(row) if row is not None else None

    def put(
        self, customer_id: str, owner_uid: str, bound_at: datetime, clock: KeptClock, event_id: str
    ) -> None:
        """Keep a clock for a binding; that of an earlier one is forgotten."""
        self.connection.execute(delete(_CLOCKS).where(_K.customer_id == customer_id))
        self.connection.execute(
            insert(_CLOCKS).values(
                customer_id=customer_id,
                owner_uid=owner_uid,
                bound_at=bound_at,
                idle_since=clock.idle_since,
                started=clock.started,
                event_id=event_id,
            )
        )
