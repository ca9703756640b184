"""An act's id belongs to one content, also where the answer to it was lost.

A form keeps the id of its act until it has an answer. Is the form changed and sent again with
that id, then the act's event tells whether the first content is stored: if so, what differs is a
change of it, an act of its own with an id of its own that follows from the first (docs/rules.md,
"How every act writes", 3).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import TypeVar

from salesdesk.domain.errors import Refusal, Unavailable
from salesdesk.domain.events import ASKED, Details, Event, derived_id
from salesdesk.services.session import Done, Session
from salesdesk.storage.unit_of_work import Reading, UnitOfWork

D = TypeVar("D", bound=Done)

#: A longer text is kept as its digest: it is compared, never shown.
_LONGEST_TEXT = 64


@dataclass(frozen=True, slots=True)
class Stored:
    """What one form has stored so far.

    Attributes:
        events: of the act, then of each change of it, in order; never empty.
        next_id: the id of the next change.
    """

    events: tuple[Event, ...]
    next_id: str

    @property
    def last(self) -> Event:
        """The event of what stands now, as far as this form goes."""
        return self.events[-1]

    def asked(self, name: str) -> object:
        """A value of what was asked last; None where it was not kept."""
        kept = self.last.details.get(ASKED)
        return kept.get(name) if isinstance(kept, dict) else None


def content(**values: object) -> Details:
    """What a form asks for, in the way in which events keep it and two of it are compared."""
    return {name: _plain(value) for name, value in values.items()}


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, str) and len(value) > _LONGEST_TEXT:
        return "sha256:" + hashlib.sha256(value.encode("utf-8", "surrogatepass")).hexdigest()
    return value


def stored(reading: Reading, event_id: str) -> Stored | None:
    """What the form with this id has stored; None: nothing."""
    first = reading.events.get(event_id)
    if first is None:
        return None
    events = [first]
    while True:
        next_id = derived_id(event_id, f"change {len(events)}")
        following = reading.events.get(next_id)
        if following is None:
            return Stored(tuple(events), next_id)
        events.append(following)


def is_stored(session: Session, event_id: str) -> bool:
    """Whether the form with this id has stored anything: asked where it now changes nothing."""
    return session.store.read(lambda reading: reading.events.get(event_id)) is not None


def submit(
    session: Session,
    event_id: str,
    asked: Details,
    work: Callable[[UnitOfWork], D],
    *,
    replayed: Callable[[UnitOfWork, Stored], D],
    change: Callable[[Stored], D],
) -> D:
    """Run an act; where the form stored other content before, change that instead.

    Args:
        asked: the content; `work` writes it into its event.
        replayed: the answer where this very content is stored.
        change: makes what is stored into what is asked, as an act with the id `next_id` whose
            event keeps `asked`.

    Raises:
        Refusal: of the work, or of the change; then with `earlier_stored`.
    """

    def done(unit: UnitOfWork) -> D | Stored:
        found = stored(unit, event_id)
        if found is None:
            raise RuntimeError("an event was there and is gone; events are never deleted")
        kept = found.last.details.get(ASKED)
        # An event without it is of an older program: its id was enough.
        return replayed(unit, found) if kept is None or kept == dict(asked) else found

    answer: D | Stored = session.store.act(work, done=done)
    if not isinstance(answer, Stored):
        return answer
    try:
        return change(answer)
    except (Refusal, Unavailable) as fault:
        fault.earlier_stored = True
        raise


def repeat(
    session: Session,
    event_id: str,
    asked: Details,
    work: Callable[[UnitOfWork, str], D],
    *,
    replayed: Callable[[UnitOfWork, Stored], D],
) -> D:
    """Run an act whose change is the same act again, with an event of its own.

    Args:
        work: takes the id of its event.

    Raises:
        Refusal: as of `submit`.
    """

    def change(found: Stored) -> D:
        return submit(
            session,
            found.next_id,
            asked,
            lambda unit: work(unit, found.next_id),
            replayed=replayed,
            change=change,
        )

    return submit(
        session,
        event_id,
        asked,
        lambda unit: work(unit, event_id),
        replayed=replayed,
        change=change,
    )
