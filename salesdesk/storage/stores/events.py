"""The events: first write of every act, and the proof that it was done."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection, Select, func, select, update
from sqlalchemy.exc import IntegrityError

from salesdesk.domain.events import ASKED, HOST, Details, Event, EventKind
from salesdesk.storage import tables
from salesdesk.storage.db import faults
from salesdesk.storage.stores.lines import insert_lines

_EVENTS = tables.salesdesk_events
_E = _EVENTS.c
_NAMES = ("id", "at", "kind", "customer_id", "actor_uid", "batch_id", "run_id", "details")

#: As many acts on one customer are looked at as may share a second.
_OF_ONE_SECOND = 10


_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


class AlreadyDone(Exception):  # noqa: N818 - the act is done; this is how a retry learns it
    """The event of this act is stored: the act was committed before, so do nothing."""

    def __init__(self, event_id: str) -> None:
        super().__init__(event_id)
        self.event_id = event_id


def dumped(details: Details) -> str:
    """The details as the JSON that is stored."""
    return _ENCODER.encode(dict(details))


@dataclass(frozen=True, slots=True)
class EventStore:
    """The events, within one transaction.

    Attributes:
        host: the name of this computer, which every event keeps; '' none.
    """

    connection: Connection
    host: str = ""
    _asked: dict[str, object] = field(default_factory=dict)

    def begin(self, event: Event) -> None:
        """Insert the act's event: its first write.

        Raises:
            AlreadyDone: the act was committed before (docs/rules.md, "How every act writes", 3).
        """
        if ASKED in event.details:
            self._asked[event.id] = event.details[ASKED]
        self.begin_all(event, ())

    def begin_all(self, event: Event, parts: Iterable[Event]) -> None:
        """Insert the act's event and those of its parts: its first write, in one statement.

        Raises:
            AlreadyDone: see `begin`; the ids of the parts derive from the act's.
        """
        try:
            self.add((event, *parts))
        except IntegrityError as fault:
            if faults.is_duplicate(fault):
                raise AlreadyDone(event.id) from fault
            raise

    def add(self, events: Iterable[Event]) -> None:
        """Insert the events of an act's parts."""
        insert_lines(self.connection, _EVENTS.name, _NAMES, [self._line(event) for event in events])

    def complete(self, event_id: str, details: Details) -> None:
        """Replace the details of an event of this transaction by what the act found.

        What was asked of the act stays beside them.
        """
        if event_id in self._asked:
            details = {**details, ASKED: self._asked[event_id]}
        statement = update(_EVENTS).where(_E.id == event_id).values(details=self._told(details))
        self.connection.execute(statement)

    def get(self, event_id: str) -> Event | None:
        """The event."""
        found = self._events(select(_EVENTS).where(_E.id == event_id))
        return found[0] if found else None

    def newest_of(self, customer_id: str, kind: str, *, but: str) -> tuple[Event, ...]:
        """The newest events of this kind on a customer: all of one second, this one left out."""
        on_it = select(_EVENTS).where(_E.customer_id == customer_id, _E.kind == kind, _E.id != but)
        found = self._events(on_it.order_by(_E.at.desc(), _E.id).limit(_OF_ONE_SECOND))
        return tuple(event for event in found if event.at == found[0].at)

    def of_customer(self, customer_id: str, kinds: Iterable[str]) -> tuple[Event, ...]:
        """The events of these kinds on a customer, oldest first."""
        on_it = select(_EVENTS).where(_E.customer_id == customer_id, _E.kind.in_(sorted(kinds)))
        return self._events(on_it.order_by(_E.at, _E.id))

    def exist(self, event_ids: Iterable[str]) -> set[str]:
        """Which of these events are stored."""
        statement = select(_E.id).where(_E.id.in_(sorted(set(event_ids))))
        return set(self.connection.execute(statement).scalars())

    def newest_of_kind(self, kind: str, limit: int) -> tuple[Event, ...]:
        """The newest events of a kind, the newest first."""
        of_it = select(_EVENTS).where(_E.kind == kind).order_by(_E.at.desc(), _E.id.desc())
        return self._events(of_it.limit(limit))

    def of_kind(self, kind: str) -> tuple[Event, ...]:
        """All events of a kind, oldest first."""
        return self._events(select(_EVENTS).where(_E.kind == kind).order_by(_E.at, _E.id))

    def recoveries(self, since: datetime) -> tuple[Event, ...]:
        """The acts of `people recover` from a moment on, oldest first; nobody is signed in then."""
        statement = select(_EVENTS).where(
            _E.actor_uid.is_(None), _E.kind == EventKind.PEOPLE_RECOVERED, _E.at >= since
        )
        return self._events(statement.order_by(_E.at, _E.id))

    def count_of_run(self, run_id: str, kind: str) -> int:
        """How many events of this kind a release run has left."""
        statement = select(func.count()).where(_E.run_id == run_id, _E.kind == kind)
        return int(self.connection.execute(statement).scalar_one())

    def _events(self, statement: Select[tuple[object, ...]]) -> tuple[Event, ...]:
        return tuple(
            Event(
                id=row.id,
                at=row.at,
                kind=row.kind,
                customer_id=row.customer_id,
                actor_uid=row.actor_uid,
                details=json.loads(row.details),
                batch_id=row.batch_id,
                run_id=row.run_id,
            )
            for row in self.connection.execute(statement)
        )

    def _told(self, details: Details) -> str:
        """The details as they are stored, with the computer beside them."""
        return dumped({HOST: self.host, **details} if self.host else details)

    def _line(self, event: Event) -> tuple[object, ...]:
        return (
            event.id,
            event.at,
            event.kind,
            event.customer_id,
            event.actor_uid,
            event.batch_id,
            event.run_id,
            self._told(event.details),
        )
