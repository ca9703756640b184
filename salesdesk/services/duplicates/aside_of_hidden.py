"""Whoever is not to be contacted stays so as one customer with another, until taken apart."""

from __future__ import annotations

from dataclasses import replace

from salesdesk.domain.events import Details, Event, EventKind
from salesdesk.domain.round import OutOfRound
from salesdesk.domain.set_aside import SetAside
from salesdesk.services import locked_write, set_asides
from salesdesk.services.locked_write import CustomerWrite

_ASIDE = "aside"


def take(winner: CustomerWrite, loser: CustomerWrite) -> Details:
    """Set the one that stays aside where the hidden one asked for no contact; what is kept of it.

    One who is only lost is no reason: as one customer with another they are in the round.
    """
    theirs = winner.unit.set_asides.get(loser.customer.id)
    if theirs is None or theirs.aside.word is not OutOfRound.NO_CONTACT:
        return {}
    stands = winner.unit.set_asides.get(winner.customer.id)
    if stands is not None and stands.aside.word is OutOfRound.NO_CONTACT:
        return {}
    event = _told(winner, EventKind.SET_ASIDE, theirs, stands)
    _change(winner, stands, replace(theirs, customer_id=winner.customer.id, event_id=event.id))
    return {_ASIDE: {"event": event.id, "before": set_asides.kept(stands)}}


def put_back(winner: CustomerWrite, made: Event) -> None:
    """Let the one that stayed be in the round, or out of it, as before; not if changed since."""
    kept = made.details.get(_ASIDE)
    stands = winner.unit.set_asides.get(winner.customer.id) if isinstance(kept, dict) else None
    if not isinstance(kept, dict) or stands is None or stands.event_id != kept["event"]:
        return
    before = set_asides.read(winner.customer.id, kept["before"])
    kind = EventKind.TAKEN_BACK if before is None else EventKind.SET_ASIDE
    event = _told(winner, kind, before, stands)
    _change(winner, stands, replace(before, event_id=event.id) if before is not None else None)


def _told(
    act: CustomerWrite, kind: EventKind, after: SetAside | None, before: SetAside | None
) -> Event:
    """The event of the change, as of one that a person makes."""
    said = set_asides.said(after.aside) if after is not None else {}
    event = locked_write.part(act, "aside", kind, {**said, "before": set_asides.kept(before)})
    act.unit.events.add([event])
    return event


def _change(act: CustomerWrite, before: SetAside | None, after: SetAside | None) -> None:
    if before is not None:
        locked_write.must_match(act.unit.set_asides.remove(before), 1)
    if after is not None:
        act.unit.set_asides.put(after)
