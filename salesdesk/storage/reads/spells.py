"""The ownership history of a customer."""

from __future__ import annotations

from sqlalchemy import Connection, String, select, type_coerce

from salesdesk.domain.ownership import UnbindingReason
from salesdesk.domain.queries import Page, PageKey, SpellRow
from salesdesk.storage import tables
from salesdesk.storage.reads import streams, told
from salesdesk.storage.reads.members import member
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
    statement = (
        select(
            _H.id,
            _H.bound_to_uid,
            _H.binding_start_date,
            _H.binding_end_date,
            type_coerce(_H.unbinding_reason, String()).label("reason"),
            shown_name(_USERS, _H.bound_to_uid).label("agent_name"),
        )
        .select_from(_HISTORY.outerjoin(_USERS, _USERS.c.firebase_uid == _H.bound_to_uid))
        .where(_H.customer_id == customer_id)
    )
    place = streams.Place.of(after)
    start = streams.known(_H.binding_start_date)
    found = connection.execute(streams.following(statement, start, _H.id, 0, place, limit)).all()
    shown = found[:limit]
    events = told.spell_events(connection, customer_id, (row.binding_end_date for row in shown))
    rows = []
    for row in shown:
        ended = events.ended.get(row.id)
        rows.append(
            SpellRow(
                id=row.id,
                agent_uid=row.bound_to_uid,
                agent_name=row.agent_name,
                start=streams.dated(row.binding_start_date),
                end=streams.dated(row.binding_end_date),
                reason=member(UnbindingReason, row.reason),
                by_name=ended.actor_name if ended else None,
                idle_days=ended.idle_days if ended else None,
                limit_days=ended.limit_days if ended else None,
                why=ended.why if ended and shows_words else None,
            )
        )
    last = rows[-1] if len(found) > limit else None
    return Page(tuple(rows), streams.Place(last.start, 0, last.id).key if last else None)
