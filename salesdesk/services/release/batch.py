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

from salesdesk.domain.errors import Conflict
from salesdesk.domain.events import Event, EventKind, derived_id
from salesdesk.domain.idle_clock import Departure, Limits, leaving
from salesdesk.domain.moments import DAY, EARLIEST
from salesdesk.domain.ownership import Binding, UnbindingReason
from salesdesk.domain.people import SYSTEM, same_uid
from salesdesk.domain.summary import CustomerFacts, HistoryFacts, freed, reckon
from salesdesk.services import locked_write
from salesdesk.services.session import Session
from salesdesk.storage.db.slots import LOCKED_AT_ONCE
from salesdesk.storage.stores.bindings import HistoryRows, OpenKeys
from salesdesk.storage.stores.events import AlreadyDone
from salesdesk.storage.unit_of_work import LockTimeout, Reading, UnitOfWork

LOCK_WAIT_SECONDS = 1


@dataclass(frozen=True, slots=True)
class Freed:
    """What a run freed, and how many it had to leave to the next one."""

    ids: frozenset[str]
    left_over: int


@dataclass(frozen=True, slots=True)
class _Leaving:
    """One due customer under the lock: its open row, and when and why it leaves.

    Attributes:
        at: the moment of its release.
        since: the start of the binding.
    """

    facts: CustomerFacts
    departure: Departure
    spell: Binding
    since: datetime | None
    at: datetime

    @property
    def end(self) -> datetime:
        """When its open row ends."""
        return locked_write.end_of(self.spell, self.at)


def limits_told(limits: Limits) -> Mapping[str, int | None]:
    """The limits in days, as runs and events keep them."""
    return {
        "cold": limits.cold // DAY,
        "warm": limits.warm // DAY,
        "hot": limits.hot // DAY,
        "period": limits.period // DAY if limits.period is not None else None,
    }


def release_all(session: Session, run_id: str, ids: Sequence[str]) -> Freed:
    """Release those of these customers that are still due when their batch has locked them.

    Raises:
        Unavailable: the database is out of reach; batches done before stay done.
    """
    wanted = sorted(ids)
    if not wanted:
        return Freed(frozenset(), 0)
    return _Releasing(session, run_id, session.store.read(_gathered)).release_all(wanted)


def _gathered(reading: Reading) -> OpenKeys | None:
    """The open rows' keys where the history has no index by customer: one scan for the run."""
    return None if reading.bindings.indexed() else reading.bindings.open_keys(reading.now)


class _NothingDue(Exception):  # noqa: N818 - a batch that found nothing leaves no trace
    """By what is committed now, none of the batch is due; the transaction is rolled back."""


class _Releasing:
    """One run's releasing of the customers that it counted."""

    def __init__(self, session: Session, run_id: str, open_keys: OpenKeys | None) -> None:
        self.session = session
        self.run_id = run_id
        self.open_keys = open_keys

    def release_all(self, wanted: Sequence[str]) -> Freed:
        """Release in batches; one by one where a batch meets a lock or a faulty row."""
        freed: set[str] = set()
        left_over = 0
        for begin in range(0, len(wanted), LOCKED_AT_ONCE):
            batch = wanted[begin : begin + LOCKED_AT_ONCE]
            still = self.session.store.read(partial(_still_bound, ids=batch))
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
            batch = _Batch(unit, self.session.host, self.run_id, batch_id, self.open_keys)
            return batch.release(ids)

        def done(unit: UnitOfWork) -> set[str]:
            by_event = {derived_id(batch_id, customer_id): customer_id for customer_id in ids}
            return {by_event[event_id] for event_id in unit.events.exist(by_event)}

        try:
            return self.session.store.act(work, done=done, lock_wait=LOCK_WAIT_SECONDS)
        except _NothingDue:
            return set()


def _still_bound(reading: Reading, ids: Sequence[str]) -> list[str]:
    return reading.leaving.still_bound(ids)


class _Batch:
    """One transaction of a run.

    What is read after the lock serves both the decision and the summaries.
    """

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
        unit.leaving.hold(ids)
        now = unit.clock()
        unit.catch_up()
        due = self._due(ids, now)
        if not due:
            if unit.events.exist([self.batch_id]):
                raise AlreadyDone(self.batch_id)
            raise _NothingDue
        history = self._history([facts for facts, _ in due], now)
        sound: list[_Leaving] = []
        odd: list[tuple[CustomerFacts, Departure]] = []
        for facts, leaves in due:
            spell = _sound_spell(facts, history, now)
            if spell is None:
                odd.append((facts, leaves))
            else:
                sound.append(_Leaving(facts, leaves, spell, facts.binding_start, now))
        unit.events.begin_all(self._own_event(len(ids), now), map(self._event, sound))
        mended = self._mended(odd, now)
        unit.events.add(map(self._event, mended))
        self._write([*sound, *mended])
        limits = unit.settings.limits
        unit.summaries.put(
            [reckon(freed(row.facts), HistoryFacts(True, row.end), limits, now) for row in sound]
        )
        return {facts.customer_id for facts, _ in due}

    def _due(self, ids: Sequence[str], now: datetime) -> list[tuple[CustomerFacts, Departure]]:
        """Those that are due by what is committed now, read after the lock was taken."""
        if self.unit.settings.stops_releases:
            return []
        limits = self.unit.settings.limits
        found = self.unit.leaving.facts(ids, now)
        return [
            (facts, leaves)
            for _, facts in sorted(found.items())
            if facts.owner_uid is not None
            and (leaves := leaving(facts.idle, limits, now)) is not None
            and leaves.due(now)
        ]

    def _history(self, customers: Sequence[CustomerFacts], now: datetime) -> HistoryRows:
        """The open rows, by the keys that the run gathered where that is enough.

        Where a gathered row does not tell of the present binding, the table is asked itself.
        """
        ids = [customer.customer_id for customer in customers]
        if self.open_keys is None:
            return self.unit.leaving.history(ids, now)
        found = self.unit.bindings.by_keys(self.open_keys, ids)
        for customer in customers:
            rows = found.open.get(customer.customer_id, [])
            if len(rows) != 1 or not same_uid(rows[0].agent_uid, customer.owner_uid):
                return self.unit.bindings.of(ids, now)
        return found

    def _mended(
        self,
        customers: Sequence[tuple[CustomerFacts, Departure]],
        now: datetime,
    ) -> list[_Leaving]:
        """The customers with the open rows that their release closes, mended where they must be.

        Their summaries are reckoned from all of their rows, as after any other act.
        """
        if not customers:
            return []
        found: list[_Leaving] = []
        ids = [facts.customer_id for facts, _ in customers]
        locked = self.unit.customers.lock(ids)
        history = self.unit.bindings.of(ids, now)
        for facts, leaves in customers:
            customer = locked[facts.customer_id]
            at = locked_write.moment(now, customer, history)
            event_id = derived_id(self.batch_id, customer.id)
            act = locked_write.CustomerWrite(self.unit, SYSTEM, event_id, at, customer, history)
            spell, since = locked_write.healed(act)
            if spell is None:
                raise locked_write.changed_meanwhile()
            found.append(_Leaving(facts, leaves, spell, since, at))
        return found

    def _write(self, leaving: Sequence[_Leaving]) -> None:
        """Close the rows and free the customers; all of them, or none."""
        unit = self.unit
        closing: defaultdict[tuple[datetime, UnbindingReason], list[str]] = defaultdict(list)
        for row in leaving:
            closing[row.end, row.departure.reason].append(row.spell.id)
        for (end, reason), spell_ids in closing.items():
            locked_write.must_match(unit.leaving.close(spell_ids, end, reason), len(spell_ids))
        ids = [row.facts.customer_id for row in leaving]
        locked_write.must_match(unit.leaving.free(ids), len(ids))
        protected = [row.facts.customer_id for row in leaving if row.facts.protected_until]
        if protected:
            unit.protections.remove(protected)

    def _own_event(self, customers: int, now: datetime) -> Event:
        details = {"customers": customers, "host": self.host}
        return Event(
            self.batch_id, now, EventKind.RELEASE_BATCH, None, SYSTEM.uid, details,
            run_id=self.run_id,
        )  # fmt: skip

    def _event(self, row: _Leaving) -> Event:
        leaves = row.departure
        return Event(
            derived_id(self.batch_id, row.facts.customer_id),
            row.at,
            EventKind.RELEASED,
            row.facts.customer_id,
            SYSTEM.uid,
            {
                "owner": row.spell.agent_uid,
                "since": row.since.isoformat() if row.since else None,
                "reason": leaves.reason.value,
                "idle_days": locked_write.full_days(row.at - leaves.idle_since),
                "limit_days": locked_write.full_days(leaves.limit),
                "spell": row.spell.id,
                "host": self.host,
            },
            batch_id=self.batch_id,
            run_id=self.run_id,
        )


def _sound_spell(facts: CustomerFacts, history: HistoryRows, now: datetime) -> Binding | None:
    """The one open row of a binding that nothing is at odds with, of no moment that lies ahead.

    None: the release has to mend something first, or to reckon its moment.
    """
    rows = history.open.get(facts.customer_id, [])
    start = facts.binding_start
    if facts.at_odds or len(rows) != 1 or facts.customer_id in history.later_ends:
        return None
    if start is None or not EARLIEST <= start <= now:
        return None
    (spell,) = rows
    ahead = spell.start is not None and spell.start > now
    return spell if same_uid(spell.agent_uid, facts.owner_uid) and not ahead else None
