"""`salesdesk_pauses`: agents who are away, and the office that is closed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, delete, insert, select

from salesdesk.domain.pauses import OFFICE, Pause
from salesdesk.storage import tables

_PAUSES = tables.salesdesk_pauses
_AGENT, _CLOSED = _PAUSES.alias("agent_pause"), _PAUSES.alias("office_pause")
_C = tables.customers.c

#: What `paused_until` reads, beside other columns of a customer's row.
PAUSED: tuple[ColumnElement[Any], ...] = (
    _AGENT.c.until.label("agent_paused_until"),
    select(_CLOSED.c.until)
    .where(_CLOSED.c.uid == OFFICE)
    .scalar_subquery()
    .label("office_paused_until"),
)


def with_pauses(customers: FromClause) -> FromClause:
    """Customers with the pause of their agent; that of the office is the same for all."""
    return customers.outerjoin(_AGENT, _AGENT.c.uid == _C.bound_to_uid)


def paused_until(row: Any) -> datetime | None:
    """The later end of a row with the columns of `PAUSED`."""
    ends = (row.agent_paused_until, row.office_paused_until)
    return max((end for end in ends if end is not None), default=None)


@dataclass(frozen=True, slots=True)
class PauseStore:
    """The pauses, within one transaction."""

    connection: Connection

    def get(self, uid: str) -> Pause | None:
        """The pause of an agent or of the office."""
        found = self.connection.execute(select(_PAUSES).where(_PAUSES.c.uid == uid)).one_or_none()
        return _pause_of(found) if found is not None else None

    def standing(self, now: datetime) -> tuple[Pause, ...]:
        """Those that are not over, whose end comes first at the top."""
        statement = select(_PAUSES).where(_PAUSES.c.until > now)
        found = self.connection.execute(statement.order_by(_PAUSES.c.until, _PAUSES.c.uid))
        return tuple(_pause_of(row) for row in found)

    def put(self, pause: Pause) -> None:
        """Set a pause; an earlier one of the same agent, or of the office, is replaced."""
        self.remove(pause.uid)
        self.connection.execute(
            insert(_PAUSES).values(
                uid=pause.uid,
                until=pause.until,
                reason=pause.reason,
                set_by_uid=pause.by_uid,
                set_at=pause.at,
                event_id=pause.event_id,
            )
        )

    def remove(self, uid: str) -> bool:
        """End a pause; False where there was none."""
        return self.connection.execute(delete(_PAUSES).where(_PAUSES.c.uid == uid)).rowcount == 1

    def customers(self, uid: str, after_id: str, limit: int) -> list[str]:
        """The next of the customers whom a pause keeps, in the order of their ids."""
        statement = select(_C.id).where(_C.id > after_id, _C.bound_to_uid.is_not(None))
        if uid != OFFICE:
            statement = statement.where(_C.bound_to_uid == uid)
        return list(self.connection.execute(statement.order_by(_C.id).limit(limit)).scalars())


def _pause_of(row: Any) -> Pause:
    return Pause(row.uid, row.until, row.reason, row.set_by_uid, row.set_at, row.event_id)
