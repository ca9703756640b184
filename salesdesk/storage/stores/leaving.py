"""What a release run reads and writes of the customers of one batch, each in one statement.

The statements have fixed places and are compiled once: a run goes through them by the thousand.
Every one but the look before a batch comes after the lock, in the batch's transaction.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, null, or_, select, type_coerce, update

from salesdesk.domain.moments import FUTURE_TOLERANCE
from salesdesk.domain.ownership import Binding, BindingStatus, UnbindingReason
from salesdesk.domain.summary import CustomerFacts
from salesdesk.storage import tables
from salesdesk.storage.db.slots import BY_KEY, Slots
from salesdesk.storage.db.types import UtcDateTime
from salesdesk.storage.stores.bindings import HistoryRows
from salesdesk.storage.stores.summaries import SummaryStore
from salesdesk.storage.stores.summary_facts import facts_of, facts_statement, newest_contact

_CUSTOMERS = tables.customers
_C = _CUSTOMERS.c
_H = tables.customer_binding_history.c
_SLOTS = Slots("id")

_LOOK = (
    select(_C.id)
    .where(_SLOTS.hold(_C.id), _C.binding_status == BindingStatus.BOUND.value)
    .order_by(_C.id)
    .with_hint(_CUSTOMERS, BY_KEY, "mysql")
)
_HOLD = (
    select(_C.id)
    .where(_SLOTS.hold(_C.id))
    .order_by(_C.id)
    .with_for_update()
    .with_hint(_CUSTOMERS, BY_KEY, "mysql")
)
#: The newest of all contacts: one that lies too far ahead is rare, and is seen in Python.
_FACTS = facts_statement(
    _SLOTS.hold(_C.id), _SLOTS.places, newest_contact(), type_coerce(null(), UtcDateTime())
)
_SPELL = (_H.id, _H.customer_id, _H.bound_to_uid, _H.binding_start_date, _H.binding_end_date)
_HISTORY = select(*_SPELL).where(
    _SLOTS.hold(_H.customer_id),
    or_(_H.binding_end_date.is_(None), _H.binding_end_date > bindparam("now", type_=UtcDateTime())),
)
_CLOSE = (
    update(tables.customer_binding_history)
    .where(_SLOTS.hold(_H.id), _H.binding_end_date.is_(None))
    .values(
        binding_end_date=bindparam("end", type_=_H.binding_end_date.type),
        unbinding_reason=bindparam("reason", type_=_H.unbinding_reason.type),
    )
)
_FREE = (
    update(_CUSTOMERS)
    .with_hint(BY_KEY, dialect_name="mysql")
    .where(
        _SLOTS.hold(_C.id),
        _C.binding_status == BindingStatus.BOUND.value,
        _C.bound_to_uid.is_not(None),
    )
    .values(
        bound_to_uid=None,
        binding_start_date=None,
        binding_status=BindingStatus.AVAILABLE.value,
    )
)


@dataclass(frozen=True, slots=True)
class LeavingStore:
    """The customers of a release batch, within one transaction; at most `LOCKED_AT_ONCE`."""

    connection: Connection

    def still_bound(self, ids: Sequence[str]) -> list[str]:
        """Which of these are bound just now: the unlocked look before a batch."""
        return list(self.connection.execute(_LOOK, _SLOTS.filled(ids)).scalars())

    def hold(self, ids: Sequence[str]) -> None:
        """Lock these rows by primary key alone, in id order.

        The first statement of a batch (docs/rules.md, "How every act writes"). What they hold is
        read in a statement of its own.
        """
        self.connection.execute(_HOLD, _SLOTS.filled(ids)).all()

    def facts(self, ids: Sequence[str], now: datetime) -> dict[str, CustomerFacts]:
        """What both the decision and the summary of these customers are reckoned from."""
        found: dict[str, CustomerFacts] = {}
        ahead: list[str] = []
        latest = now + FUTURE_TOLERANCE
        for row in self.connection.execute(_FACTS, _SLOTS.filled(ids)):
            facts = facts_of(row)
            found[facts.customer_id] = facts
            if facts.newest is not None and facts.newest.at > latest:
                ahead.append(facts.customer_id)
        if ahead:
            # Too far ahead to be believed: which one is the newest then is asked at length.
            asked = SummaryStore(self.connection).facts(ahead, now)
            found.update({one: each.facts for one, each in asked.items()})
        return found

    def history(self, ids: Sequence[str], now: datetime) -> HistoryRows:
        """Their open rows, and ends that lie after `now`, read without a lock.

        For a table with an index by customer: without one it is scanned each time.
        """
        found = HistoryRows()
        rows = self.connection.execute(_HISTORY, {**_SLOTS.filled(ids), "now": now})
        for spell_id, customer_id, uid, start, end in rows:
            if end is None:
                spell = Binding(spell_id, customer_id, uid, start, None, None)
                found.open.setdefault(customer_id, []).append(spell)
            else:
                latest = found.later_ends.get(customer_id, end)
                found.later_ends[customer_id] = max(latest, end)
        return found

    def close(self, spell_ids: Sequence[str], end: datetime, reason: UnbindingReason) -> int:
        """Close open rows by primary key; the number of rows closed."""
        values = {**_SLOTS.filled(spell_ids), "end": end, "reason": reason.value}
        return self.connection.execute(_CLOSE, values).rowcount

    def free(self, ids: Sequence[str]) -> int:
        """Make those of these customers available who are bound; the number of rows changed."""
        return self.connection.execute(_FREE, _SLOTS.filled(ids)).rowcount
