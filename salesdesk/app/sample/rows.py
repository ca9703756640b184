"""From a customer's past to the rows of the tables, with the events that SalesDesk would have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from zlib import crc32

from salesdesk.app.sample.bookings import Rows, Venue
from salesdesk.app.sample.random_source import Chance
from salesdesk.app.sample.records import Life, Talk, Time
from salesdesk.domain.events import HOST, EventKind
from salesdesk.domain.ownership import UnbindingReason

_AT_OFFICE = "kantor-01"
LIMIT_DAYS = 30

_CUSTOMER = (
    "id", "name", "phone_number", "address", "created_at", "updated_at", "firebase_uid",
    "lead_source", "company", "sales_status", "bound_to_uid", "binding_start_date",
    "last_interaction_date", "binding_status",
)  # fmt: skip
_PHONE = ("customer_id", "number", "source")
_HISTORY = (
    "id", "customer_id", "bound_to_uid", "binding_start_date", "binding_end_date",
    "unbinding_reason",
)  # fmt: skip
_CONTACT = (
    "id", "customer_id", "contacted_by_uid", "contact_method", "contact_status", "contact_date",
    "notes", "next_follow_up_date",
)  # fmt: skip
_EVENT = ("id", "at", "kind", "customer_id", "actor_uid", "batch_id", "run_id", "details")
_PLAN = ("customer_id", "due_at", "written_at", "planned_by_uid", "note", "event_id")
_RUN = (
    "id", "started_at", "finished_at", "outcome", "cause", "host", "actor_uid", "due", "bound",
    "released", "left_over", "confirmed", "limits",
)  # fmt: skip
_LIMITS = '{"cold": 30, "hot": 30, "period": null, "warm": 30}'

_Event = tuple[object, ...]


@dataclass(slots=True)
class Past:
    """Turns lives into rows, and remembers the release runs that they went through."""

    seed: int
    base: datetime
    venue: Venue
    _runs: dict[datetime, int] = field(default_factory=dict)

    def rows(self, life: Life) -> Iterator[Rows]:
        """All rows of one customer."""
        chance = Chance(self.seed, f"rows {life.id}")
        standing = life.standing
        newest = life.talks[-1].at if life.talks else None
        dates = (life.created, newest, standing.start if standing else None)
        touched = max(date for date in dates if date is not None)
        yield (
            "customers",
            _CUSTOMER,
            [
                (
                    life.id, life.name, life.phone, life.address, life.created, touched,
                    life.registered_by, life.source, life.company, life.status,
                    standing.agent if standing else None, standing.start if standing else None,
                    newest, "bound" if standing else "available",
                )
            ],
        )  # fmt: skip
        yield "salesdesk_phones", _PHONE, [(life.id, life.number, life.phone)]
        spells = [(chance.new_id(), time) for time in life.times]
        yield (
            "customer_binding_history",
            _HISTORY,
            [(one, life.id, time.agent, time.start, time.end, time.reason) for one, time in spells],
        )
        talks = [(chance.new_id(), talk) for talk in life.talks]
        yield "customer_contacts", _CONTACT, [_contact(life, one, talk) for one, talk in talks]
        events = [*self._of_spells(chance, life, spells), *self._of_talks(life, talks)]
        events += self._of_moves(chance, life)
        if life.plan is not None:
            event_id = chance.new_id()
            due, note = life.plan.due, life.plan.note
            plan = (life.id, due, life.plan.written, life.plan.by, note, event_id)
            yield "salesdesk_plans", _PLAN, [plan]
            details = {"due": due.isoformat(), "note": note}
            events.append(
                _event(event_id, life.plan.written, EventKind.PLANNED, life, life.plan.by, details)
            )
        yield "salesdesk_events", _EVENT, events
        yield from self.venue.order_rows(chance, life, life.registered_by, self.base)

    def runs(self, bound: int) -> Iterator[Rows]:
        """The log of the release runs, once all customers are told."""
        found = [
            (
                self._run_id(at), at, at, "done", "timer", _AT_OFFICE, None, freed, bound, freed, 0,
                True, _LIMITS,
            )
            for at, freed in sorted(self._runs.items())
        ]  # fmt: skip
        if found:
            yield "salesdesk_release_runs", _RUN, found

    def _run_id(self, at: datetime) -> str:
        return Chance(self.seed, f"run {at.isoformat()}").new_id()

    def _of_spells(
        self, chance: Chance, life: Life, spells: list[tuple[str, Time]]
    ) -> Iterator[_Event]:
        before: tuple[str, Time] | None = None
        for spell_id, time in spells:
            yield self._taken(chance, life, spell_id, time, before)
            transferred = (
                time.end is not None
                and (after := _after(spells, spell_id)) is not None
                and after.start == time.end
            )
            if time.end is not None and not transferred:
                yield self._left(chance, life, spell_id, time)
            before = spell_id, time

    def _taken(
        self,
        chance: Chance,
        life: Life,
        spell_id: str,
        time: Time,
        before: tuple[str, Time] | None,
    ) -> _Event:
        kind = EventKind.CLAIMED if time.by is None else EventKind.ASSIGNED
        details = {"to": time.agent, "from": None, "since": time.start.isoformat()}
        details["opened"] = spell_id
        if before is not None and before[1].end == time.start:
            kind = EventKind.TRANSFERRED
            details |= {"from": before[1].agent, "spell": before[0]}
        return _event(chance.new_id(), time.start, kind, life, time.by or time.agent, details)

    def _left(self, chance: Chance, life: Life, spell_id: str, time: Time) -> _Event:
        assert time.end is not None  # noqa: S101 - asked for by the caller
        details: dict[str, object] = {
            "owner": time.agent,
            "since": time.start.isoformat(),
            "reason": time.reason,
            "spell": spell_id,
        }
        run_id = None
        if time.reason is UnbindingReason.INACTIVITY:
            details |= {"idle_days": LIMIT_DAYS, "limit_days": LIMIT_DAYS}
            self._runs[time.end] = self._runs.get(time.end, 0) + 1
            run_id = self._run_id(time.end)
        event_id = chance.new_id()
        actor = time.ended_by
        return _event(event_id, time.end, EventKind.RELEASED, life, actor, details, run_id)

    def _of_talks(self, life: Life, talks: list[tuple[str, Talk]]) -> Iterator[_Event]:
        for contact_id, talk in talks:
            details = {
                "contact": contact_id,
                "by": talk.by,
                "method": talk.method,
                "outcome": talk.outcome,
                "at": talk.at.isoformat(),
                "notes": talk.notes,
                "next_step": talk.next_step.isoformat() if talk.next_step else None,
            }
            kind = EventKind.CONTACT_LOGGED
            yield _event(contact_id, talk.at, kind, life, talk.by, details)

    def _of_moves(self, chance: Chance, life: Life) -> Iterator[_Event]:
        for move in life.moves:
            details = {"from": move.before, "to": move.after}
            event_id = chance.new_id()
            yield _event(event_id, move.at, EventKind.STATUS_MOVED, life, move.by, details)


def _contact(life: Life, contact_id: str, talk: Talk) -> tuple[object, ...]:
    return (
        contact_id, life.id, talk.by, talk.method, talk.outcome, talk.at, talk.notes or None,
        talk.next_step,
    )  # fmt: skip


def _after(spells: list[tuple[str, Time]], spell_id: str) -> Time | None:
    ids = [one for one, _ in spells]
    place = ids.index(spell_id) + 1
    return spells[place][1] if place < len(spells) else None


def _event(
    event_id: str,
    at: datetime,
    kind: EventKind,
    life: Life,
    actor: str | None,
    details: Mapping[str, object],
    run_id: str | None = None,
) -> _Event:
    told = {HOST: _computer(actor), **details}
    return event_id, at, kind, life.id, actor, None, run_id, told


def _computer(actor: str | None) -> str:
    """Each person sits at a computer of their own, always the same."""
    return f"PC-{crc32(actor.encode()) % 90 + 10}" if actor is not None else _AT_OFFICE
