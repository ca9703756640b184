"""What the events tell of ownership: who took, gave and released, and after how many idle days.

An act writes its event and its history rows with one moment, and the event names the rows, so a
spell's events are found by customer and moment. A spell that another application wrote has none.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, bindparam, or_, select

from salesdesk.domain.events import EventKind
from salesdesk.storage import tables
from salesdesk.storage.reads.people import shown_name

TOLD = "told"

_KINDS = (
    EventKind.CLAIMED,
    EventKind.ASSIGNED,
    EventKind.TRANSFERRED,
    EventKind.GIVEN_BACK,
    EventKind.RELEASED,
)


@dataclass(frozen=True, slots=True)
class Told:
    """What an event tells of the beginning or the end of a spell.

    Attributes:
        actor_uid, actor_name: who did it; None: the system.
        idle_days, limit_days: of a release by the system.
        why: of a release by hand, in that person's words.
    """

    actor_uid: str | None
    actor_name: str | None
    idle_days: int | None
    limit_days: int | None
    why: str | None = None

    def by_other_than(self, uid: str) -> str | None:
        """The name of who did it, where that is somebody else than this person."""
        return self.actor_name if self.actor_uid not in {None, uid} else None


@dataclass(frozen=True, slots=True)
class SpellEvents:
    """What is told of spells, by the ids of their history rows."""

    began: Mapping[str, Told]
    ended: Mapping[str, Told]


def _told(of_whom: ColumnElement[bool], *at: ColumnElement[bool]) -> Select[Any]:
    e, users = tables.salesdesk_events.c, tables.users
    found: Select[Any] = select(
        e.id,
        e.at,
        e.kind,
        e.actor_uid,
        shown_name(users, e.actor_uid).label("actor_name"),
        e.details,
    )
    return found.select_from(
        tables.salesdesk_events.outerjoin(users, users.c.firebase_uid == e.actor_uid)
    ).where(
        of_whom,
        # Words for a release may have come later than the release.
        or_(and_(e.kind.in_(_KINDS), *at), e.kind == EventKind.RELEASE_EXPLAINED),
    )


#: What reads all of them of the customer `of_customer`, for `spell_events`.
OF_CUSTOMER = {TOLD: _told(tables.salesdesk_events.c.customer_id == bindparam("of_customer"))}


def reading(customer_id: str, moments: Iterable[datetime | None]) -> dict[str, Select[Any]]:
    """What reads the events of these moments of one customer's spells, for `spell_events`."""
    at = sorted({moment for moment in moments if moment is not None})
    e = tables.salesdesk_events.c
    return {TOLD: _told(e.customer_id == customer_id, e.at.in_(at))} if at else {}


def spell_events(found: Mapping[str, Sequence[Any]]) -> SpellEvents:
    """What the events tell of spells, from the rows of `reading`."""
    began: dict[str, Told] = {}
    ended: dict[str, Told] = {}
    explained: dict[str, str | None] = {}
    for row in sorted(found.get(TOLD, ()), key=lambda row: (row.at, row.id)):
        details = parsed(row.details)
        spell, why = str(details.get("spell")), details.get("why")
        words = why if isinstance(why, str) and why else None
        if row.kind == EventKind.RELEASE_EXPLAINED:
            # Of the same second as the release, it may stand before it.
            explained[spell] = words
            continue
        told = Told(
            row.actor_uid,
            row.actor_name,
            number(details.get("idle_days")),
            number(details.get("limit_days")),
            words,
        )
        began[str(details.get("opened"))] = told
        ended[spell] = told
    for spell in explained.keys() & ended.keys():
        ended[spell] = replace(ended[spell], why=explained[spell])
    return SpellEvents(began, ended)


def parsed(details: str) -> Mapping[str, Any]:
    """An event's details; nothing where they cannot be read."""
    try:
        found = json.loads(details)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def moment(value: object) -> datetime | None:
    """A moment as an event keeps it; None where it cannot be read."""
    try:
        return datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def number(value: object) -> int | None:
    return value if isinstance(value, int) else None
