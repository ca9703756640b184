"""The ownership history of a customer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, String, select, type_coerce

from salesdesk.domain.ownership import UnbindingReason
from salesdesk.domain.queries import Page, PageKey, SpellRow
from salesdesk.storage import tables
from salesdesk.storage.db.together import together
from salesdesk.storage.reads import spell_events, timeline_streams
from salesdesk.storage.reads.enums import member
from salesdesk.storage.reads.people import shown_name

_HISTORY = tables.customer_binding_history
_H = _HISTORY.c
_USERS = tables.users


def page(
    connection: Connection,
    customer_id: str,
    after: PageKey | None,
    limit: int,
    *,
    shows_words: bool = True,
) -> Page[SpellRow]:
    """One page of a customer's spells, newest first.

    Args:
        shows_words: whether the reader may see what people wrote, as of notes.
    """
    found = in_order(connection.execute(reading(customer_id, after, limit)))
    shown = found[:limit]
    told_of = together(connection, spell_events.reading(customer_id, ends(shown)))
    rows = made(shown, told_of, shows_words=shows_words)
    last = rows[-1] if len(found) > limit else None
    return Page(rows, timeline_streams.Place(last.start, 0, last.id).key if last else None)


def reading(customer_id: str, after: PageKey | None, limit: int) -> Select[Any]:
    """What reads a page of spells, and one more."""
    statement: Select[Any] = select(
        _H.id,
        _H.bound_to_uid,
        _H.binding_start_date,
        _H.binding_end_date,
        type_coerce(_H.unbinding_reason, String()).label("reason"),
        shown_name(_USERS, _H.bound_to_uid).label("agent_name"),
    )
    of_customer = statement.select_from(
        _HISTORY.outerjoin(_USERS, _USERS.c.firebase_uid == _H.bound_to_uid)
    ).where(_H.customer_id == customer_id)
    start = timeline_streams.known(_H.binding_start_date)
    return timeline_streams.following(
        of_customer, start, _H.id, 0, timeline_streams.Place.of(after), limit
    )


def in_order(found: Iterable[Any]) -> list[Any]:
    """The rows of `reading`, newest first, whatever order they came in."""
    by_id = sorted(found, key=lambda row: row.id, reverse=True)
    return sorted(
        by_id,
        key=lambda row: timeline_streams.order(
            timeline_streams.Place(timeline_streams.dated(row.binding_start_date), 0, "")
        ),
    )


def ends(shown: Iterable[Any]) -> list[datetime | None]:
    """When these spells ended: the moments of the events that tell of it."""
    return [row.binding_end_date for row in shown]


def made(
    shown: Iterable[Any], told_of: Mapping[str, Sequence[Any]], *, shows_words: bool
) -> tuple[SpellRow, ...]:
    """The spells, from the rows of `reading` and of their events."""
    events = spell_events.spell_events(told_of)
    rows = []
    for row in shown:
        ended = events.ended.get(row.id)
        rows.append(
            SpellRow(
                id=row.id,
                agent_uid=row.bound_to_uid,
                agent_name=row.agent_name,
                start=timeline_streams.dated(row.binding_start_date),
                end=timeline_streams.dated(row.binding_end_date),
                reason=member(UnbindingReason, row.reason),
                by_name=ended.actor_name if ended else None,
                idle_days=ended.idle_days if ended else None,
                limit_days=ended.limit_days if ended else None,
                why=ended.why if ended and shows_words else None,
            )
        )
    return tuple(rows)
