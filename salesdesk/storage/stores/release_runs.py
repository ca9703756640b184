"""The release runs' log, the one held run of a database, and each agent's own row."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from salesdesk.storage import tables
from salesdesk.storage.stores.links import hidden

_RUNS = tables.salesdesk_release_runs
_HELD = tables.salesdesk_held_releases
_WAITING = tables.salesdesk_held_customers
_AGENTS = tables.salesdesk_agents
_SLOT = 1


@dataclass(frozen=True, slots=True)
class RunRow:
    """One release run.

    Attributes:
        outcome: running, done, held or stopped.
        due, bound: how many were due, and how many bound, when it began.
        left_over: due customers that a stuck transaction of another application held up.
        limits: in days, by name, as they stood.
    """

    id: str
    started_at: datetime
    finished_at: datetime | None
    outcome: str
    cause: str
    host: str
    actor_uid: str | None
    due: int
    bound: int
    released: int
    left_over: int
    confirmed: bool
    limits: Mapping[str, int | None]


@dataclass(frozen=True, slots=True)
class HeldRow:
    """The held run of this database."""

    run_id: str
    held_at: datetime
    due: int
    bound: int


@dataclass(frozen=True, slots=True)
class RunStore:
    """The runs, within one transaction."""

    connection: Connection

    def start(self, run: RunRow) -> None:
        """Record a run; a run that is recorded already is left as it is."""
        if self.connection.execute(select(_RUNS.c.id).where(_RUNS.c.id == run.id)).first() is None:
            self.connection.execute(
                insert(_RUNS).values(
                    id=run.id,
                    started_at=run.started_at,
                    finished_at=run.finished_at,
                    outcome=run.outcome,
                    cause=run.cause,
                    host=run.host[:255],
                    actor_uid=run.actor_uid,
                    due=run.due,
                    bound=run.bound,
                    released=run.released,
                    left_over=run.left_over,
                    confirmed=run.confirmed,
                    limits=json.dumps(dict(run.limits), sort_keys=True),
                )
            )

    def finish(
        self, run_id: str, at: datetime, outcome: str, *, released: int, left_over: int
    ) -> None:
        """Record how a run ended."""
        statement = (
            update(_RUNS)
            .where(_RUNS.c.id == run_id)
            .values(finished_at=at, outcome=outcome, released=released, left_over=left_over)
        )
        self.connection.execute(statement)

    def last_finished(self) -> RunRow | None:
        """The run that finished last, whatever came of it."""
        statement = (
            select(_RUNS)
            .where(_RUNS.c.finished_at.is_not(None))
            .order_by(_RUNS.c.finished_at.desc(), _RUNS.c.id)
            .limit(1)
        )
        return _run_of(self.connection.execute(statement).one_or_none())

    def get(self, run_id: str) -> RunRow | None:
        """A run."""
        statement = select(_RUNS).where(_RUNS.c.id == run_id)
        return _run_of(self.connection.execute(statement).one_or_none())

    def held(self) -> HeldRow | None:
        """The held run, if there is one."""
        row = self.connection.execute(select(_HELD).where(_HELD.c.slot == _SLOT)).one_or_none()
        return HeldRow(row.run_id, row.held_at, row.due, row.bound) if row is not None else None

    def lock_held(self) -> HeldRow | None:
        """The held run under a lock, so that two confirmations are one after the other."""
        statement = select(_HELD).where(_HELD.c.slot == _SLOT).with_for_update()
        row = self.connection.execute(statement).one_or_none()
        return HeldRow(row.run_id, row.held_at, row.due, row.bound) if row is not None else None

    def hold(self, held: HeldRow, customer_ids: Iterable[str]) -> None:
        """Make this the database's held run, with its customers; it replaces an earlier one."""
        self.drop_held()
        self.connection.execute(
            insert(_HELD).values(
                slot=_SLOT, run_id=held.run_id, held_at=held.held_at, due=held.due, bound=held.bound
            )
        )
        rows = [{"run_id": held.run_id, "customer_id": wanted} for wanted in customer_ids]
        for begin in range(0, len(rows), 1_000):
            self.connection.execute(insert(_WAITING), rows[begin : begin + 1_000])

    def held_ids(self, run_id: str) -> list[str]:
        """The customers that a held run counted."""
        statement = (
            select(_WAITING.c.customer_id)
            .where(_WAITING.c.run_id == run_id)
            .order_by(_WAITING.c.customer_id)
        )
        return list(self.connection.execute(statement).scalars())

    def drop_held(self) -> None:
        """Forget the held run."""
        self.connection.execute(delete(_HELD).where(_HELD.c.slot == _SLOT))
        self.connection.execute(delete(_WAITING))

    def bound(self) -> int:
        """How many customers are bound."""
        column = tables.customers.c.bound_to_uid
        return int(self.connection.execute(select(func.count(column))).scalar_one())


def _run_of(row: Any) -> RunRow | None:
    if row is None:
        return None
    return RunRow(
        row.id,
        row.started_at,
        row.finished_at,
        row.outcome,
        row.cause,
        row.host,
        row.actor_uid,
        row.due,
        row.bound,
        row.released,
        row.left_over,
        bool(row.confirmed),
        json.loads(row.limits),
    )


@dataclass(frozen=True, slots=True)
class AgentTurn:
    """An agent's claims of the present day, counted under the agent's own row's lock."""

    claims_today: int


@dataclass(frozen=True, slots=True)
class AgentStore:
    """The agents' own rows: a policy that counts updates one first.

    Source: docs/rules.md, "How every act writes", 6.
    """

    connection: Connection

    def take_turn(self, uid: str, today: date) -> AgentTurn:
        """Update the agent's row, so that two claims cannot both count the same number."""
        row = _AGENTS.c.uid == uid
        bumped = self.connection.execute(
            update(_AGENTS).where(row).values(turn=_AGENTS.c.turn + 1)
        ).rowcount
        if not bumped:
            self.connection.execute(insert(_AGENTS).values(uid=uid, claims_today=0, turn=1))
        found = self.connection.execute(select(_AGENTS).where(row)).one()
        return AgentTurn(found.claims_today if found.claims_day == today else 0)

    def count_claim(self, uid: str, today: date, claims: int) -> None:
        """Record the number of claims of this day."""
        statement = (
            update(_AGENTS)
            .where(_AGENTS.c.uid == uid)
            .values(claims_day=today, claims_today=claims)
        )
        self.connection.execute(statement)

    def holds(self, uid: str) -> int:
        """How many customers the agent has; who is hidden counts for nobody."""
        customers = tables.customers
        mine = (customers.c.bound_to_uid == uid, ~hidden(customers))
        statement = select(func.count()).where(*mine)
        return int(self.connection.execute(statement).scalar_one())
