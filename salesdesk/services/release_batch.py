"""Releasing counted customers in short batches, each its own transaction.

At most 50 customers a transaction that waits one second for a lock; a batch that cannot get its
locks goes customer by customer, and one that still waits is left to the next run (docs/rules.md,
"How every act writes", 7).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from salesdesk.domain.customer import Customer
from salesdesk.domain.errors import Conflict
from salesdesk.domain.events import Event, EventKind, derived_id
from salesdesk.domain.moments import DAY
from salesdesk.domain.ownership import Departure, IdleFacts, Limits, Spell, departure
from salesdesk.domain.people import SYSTEM, same_uid
from salesdesk.services import acts
from salesdesk.services.desk import Desk
from salesdesk.storage.bindings import HistoryRows, OpenKeys
from salesdesk.storage.unit_of_work import LockTimeout, Reading, UnitOfWork

BATCH = 50
LOCK_WAIT_SECONDS = 1


@dataclass(frozen=True, slots=True)
class Freed:
    """What a run freed, and how many it had to leave to the next one."""

    ids: frozenset[str]
    left_over: int


@dataclass(frozen=True, slots=True)
class _Leaving:
    """One due customer under the lock: its open row, and when and why it leaves."""

    customer: Customer
    spell: Spell
    since: datetime | None
    departure: Departure


def limits_told(limits: Limits) -> Mapping[str, int | None]:
    """The limits in days, as runs and events keep them."""
    return {
        "cold": limits.cold // DAY,
        "warm": limits.warm // DAY,
        "hot": limits.hot // DAY,
        "period": limits.period // DAY if limits.period is not None else None,
    }


def release_all(desk: Desk, run_id: str, ids: Sequence[str]) -> Freed:
    """Release those of these customers that are still due when their batch has locked them.

    Raises:
        Unavailable: the database is out of reach; batches done before stay done.
    """
    wanted = sorted(ids)
    if not wanted:
        return Freed(frozenset(), 0)
    return _Releasing(desk, run_id, desk.store.read(_gathered)).release_all(wanted)


def _gathered(reading: Reading) -> OpenKeys | None:
    """The open rows' keys where the history has no index by customer: one scan for the run."""
    return None if reading.bindings.indexed() else reading.bindings.open_keys(reading.now)


class _NothingDue(Exception):  # noqa: N818 - a batch that found nothing leaves no trace
    """By what is committed now, none of the batch is due; the transaction is rolled back."""


class _Releasing:
    """One run's releasing of the customers that it counted."""

    def __init__(self, desk: Desk, run_id: str, open_keys: OpenKeys | None) -> None:
        self.desk = desk
        self.run_id = run_id
        self.open_keys = open_keys

    def release_all(self, wanted: Sequence[str]) -> Freed:
        """Release in batches; one by one where a batch meets a lock or a faulty row."""
        freed: set[str] = set()
        left_over = 0
        for begin in range(0, len(wanted), BATCH):
            batch = wanted[begin : begin + BATCH]
            still = self.desk.store.read(partial(_still_bound, ids=batch))
            try:
                freed |= self._release(still)
            except (LockTimeout, Conflict):
                for customer_id in still:
                    try:
                        freed |= self._release([customer_id])
                    except (LockTimeout, Conflict):
                        left_over += 1
        return Freed(frozenset(freed), left_over)

    def _release(self, ids: Sequence[str]) -> set[str]:
        if not ids:
            return set()
        batch_id = derived_id(self.run_id, ",".join(ids))

        def work(unit: UnitOfWork) -> set[str]:
            batch = _Batch(unit, self.desk.host, self.run_id, batch_id, self.open_keys)
            return batch.release(ids)

        def done(unit: UnitOfWork) -> set[str]:
            by_event = {derived_id(batch_id, customer_id): customer_id for customer_id in ids}
            return {by_event[event_id] for event_id in unit.events.exist(by_event)}

        try:
            return self.desk.store.act(work, done=done, lock_wait=LOCK_WAIT_SECONDS)
        except _NothingDue:
            return set()


def _still_bound(reading: Reading, ids: Sequence[str]) -> list[str]:
    return reading.customers.still_bound(ids)


class _Batch:
    """One transaction of a run."""

    def __init__(
        self,
        unit: UnitOfWork,
        host: str,
        run_id: str,
        batch_id: str,
        open_keys: OpenKeys | None,
    ) -> None:
        self.unit = unit
        self.host = host
        self.run_id = run_id
        self.batch_id = batch_id
        self.open_keys = open_keys

    def release(self, ids: Sequence[str]) -> set[str]:
        """Release those that are due; the ids that were released."""
        unit = self.unit
        locked = unit.customers.lock(ids)
        now = unit.clock()
        unit.events.begin(
            Event(
                self.batch_id, now, EventKind.RELEASE_BATCH, None, SYSTEM.uid,
                {"customers": len(ids), "host": self.host}, run_id=self.run_id,
            )
        )  # fmt: skip
        unit.catch_up()
        bound = [c for c in locked.values() if acts.owner_of(c) is not None]
        leaving = self._due(bound, now)
        if not leaving:
            raise _NothingDue
        history = self._history([customer for customer, _ in leaving], now)
        ready = [self._mended(customer, going, history, now) for customer, going in leaving]
        self._write(ready, history, now)
        return {row.customer.id for row in ready}

    def _due(
        self, customers: Sequence[Customer], now: datetime
    ) -> list[tuple[Customer, Departure]]:
        """Those that are due by what is committed now, read after the lock was taken."""
        ids = [customer.id for customer in customers]
        newest = self.unit.contacts.newest(ids, now) if ids else {}
        protected = self.unit.protections.until(ids) if ids else {}
        limits = self.unit.settings.limits
        if self.unit.settings.stops_releases:
            return []
        going = (
            (
                customer,
                departure(
                    IdleFacts(
                        customer.created_at,
                        customer.binding_start,
                        customer.last_interaction,
                        newest.get(customer.id),
                        customer.sales_status,
                        protected.get(customer.id),
                    ),
                    limits,
                    now,
                ),
            )
            for customer in customers
        )
        return [(customer, leaves) for customer, leaves in going if leaves.due(now)]

    def _history(self, customers: Sequence[Customer], now: datetime) -> HistoryRows:
        """The open rows, by the keys that the run gathered where that is enough.

        Where a gathered row does not tell of the present binding, the table is asked itself.
        """
        ids = [customer.id for customer in customers]
        if self.open_keys is None:
            return self.unit.bindings.of(ids, now)
        found = self.unit.bindings.by_keys(self.open_keys, ids)
        for customer in customers:
            rows = found.open.get(customer.id, [])
            if len(rows) != 1 or not same_uid(rows[0].agent_uid, customer.bound_to_uid):
                return self.unit.bindings.of(ids, now)
        return found

    def _mended(
        self, customer: Customer, leaves: Departure, history: HistoryRows, now: datetime
    ) -> _Leaving:
        """The customer with the open row that its release closes, mended where it must be."""
        at = acts.moment(now, customer, history)
        event_id = derived_id(self.batch_id, customer.id)
        act = acts.Act(self.unit, SYSTEM, event_id, at, customer, history)
        spell, since = acts.healed(act)
        if spell is None:
            raise acts.changed_meanwhile()
        return _Leaving(customer, spell, since, leaves)

    def _write(self, leaving: Sequence[_Leaving], history: HistoryRows, now: datetime) -> None:
        unit = self.unit
        closing: defaultdict[tuple[datetime, str], list[_Leaving]] = defaultdict(list)
        for row in leaving:
            end = acts.end_of(row.spell, acts.moment(now, row.customer, history))
            closing[end, row.departure.reason].append(row)
        events = [
            self._event(row, acts.moment(now, row.customer, history))
            for rows in closing.values()
            for row in rows
        ]
        unit.events.add(events)
        for (end, _), rows in closing.items():
            closed = unit.bindings.close(
                [row.spell.id for row in rows], end, rows[0].departure.reason
            )
            acts.must_match(closed, len(rows))
        ids = [row.customer.id for row in leaving]
        acts.must_match(unit.customers.unbind_many(ids), len(ids))
        unit.protections.remove(ids)

    def _event(self, row: _Leaving, at: datetime) -> Event:
        leaves = row.departure
        return Event(
            derived_id(self.batch_id, row.customer.id),
            at,
            EventKind.RELEASED,
            row.customer.id,
            SYSTEM.uid,
            {
                "owner": row.spell.agent_uid,
                "since": row.since.isoformat() if row.since else None,
                "reason": leaves.reason.value,
                "idle_days": acts.full_days(at - leaves.idle_since),
                "limit_days": acts.full_days(leaves.limit),
                "spell": row.spell.id,
                "host": self.host,
            },
            batch_id=self.batch_id,
            run_id=self.run_id,
        )
