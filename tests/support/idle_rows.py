"""What the idle clock reads, of rows as a test selects them by itself."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.idle_clock import IdleFacts, KeptClock

#: The clock that counts for the present binding, if it is one that was given back.
_OF_PRESENT = (
    "FROM salesdesk_kept_clocks q WHERE q.customer_id = c.id AND q.owner_uid = c.bound_to_uid "
    "AND q.bound_at = c.binding_start_date"
)
KEPT_CLOCK = f"(SELECT q.idle_since {_OF_PRESENT}), (SELECT q.started {_OF_PRESENT})"


def facts_of(row: tuple[Any, ...]) -> IdleFacts:
    """What the idle clock reads, of a row as `due` selects it; the kept clock stands last."""
    return IdleFacts(
        created_at=moment(row[1]),
        binding_start=moment(row[2]),
        last_interaction=moment(row[3]),
        status=SalesStatus.of(row[4]),
        newest_contact=moment(row[5]),
        protected_until=moment(row[6]),
        kept=kept_clock_of(row[-2], row[-1]),
    )


def kept_clock_of(idle_since: Any, started: Any) -> KeptClock | None:
    """A kept clock as it is stored."""
    idle, began = moment(idle_since), moment(started)
    return KeptClock(idle, began) if idle is not None and began is not None else None


def moment(value: Any) -> datetime | None:
    """A stored date as the rules read it."""
    if value is None:
        return None
    found = value if isinstance(value, datetime) else datetime.fromisoformat(value)
    return found.replace(tzinfo=UTC)
