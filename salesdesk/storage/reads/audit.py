"""The events with the names of people and customers, by page, the newest first."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, or_, select

from salesdesk.domain.audit import SUBJECTS, AuditPage, AuditQuery, AuditRow
from salesdesk.domain.events import Event
from salesdesk.storage import tables
from salesdesk.storage.reads import sorting
from salesdesk.storage.reads.people import shown_name
from salesdesk.storage.reads.reports import names

_EVENTS, _USERS, _CUSTOMERS = tables.salesdesk_events, tables.users, tables.customers
_E = _EVENTS.c

#: What details name people by.
_PEOPLE_KEYS = ("person", "agent", "owner", "from", "to", "by", "from_uid", "to_uid", "before")


def page(
    connection: Connection,
    query: AuditQuery,
    now: datetime,
    after: tuple[datetime, str] | None,
    limit: int,
) -> AuditPage:
    """One page of the events that fit."""
    name = shown_name(_USERS, _E.actor_uid)
    statement = (
        select(
            _EVENTS,
            name.label("actor"),
            _CUSTOMERS.c.name.label("customer"),
        )
        .select_from(
            _EVENTS.outerjoin(_USERS, _USERS.c.firebase_uid == _E.actor_uid).outerjoin(
                _CUSTOMERS, _CUSTOMERS.c.id == _E.customer_id
            )
        )
        .where(*_conditions(query, now, name))
    )
    page = sorting.page(statement, _E.at, _E.id, after, limit, descending=True)
    found = connection.execute(page).all()
    rows = found[:limit]
    events = [_event(row) for row in rows]
    known = {
        uid.lower(): told
        for uid, told in names.of(connection, {u for e in events for u in _named(e)}).items()
    }
    more = len(found) > limit
    return AuditPage(
        tuple(
            AuditRow(event, row.actor if row.actor_uid else None, row.customer, known)
            for event, row in zip(events, rows, strict=True)
        ),
        (events[-1].at, events[-1].id) if more else None,
    )


def _conditions(
    query: AuditQuery, now: datetime, actor: ColumnElement[Any]
) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if query.days is not None:
        found.append(_E.at >= now - timedelta(days=query.days))
    if query.subject:
        found.append(_E.kind.in_(sorted(SUBJECTS[query.subject])))
    if query.actor_uid:
        found.append(_E.actor_uid == query.actor_uid)
    if query.customer_id:
        found.append(_E.customer_id == query.customer_id)
    found += [
        or_(
            _CUSTOMERS.c.name.contains(word, autoescape=True),
            actor.contains(word, autoescape=True),
        )
        for word in query.words.split()
    ]
    return found


def _event(row: Any) -> Event:
    return Event(
        row.id, row.at, row.kind, row.customer_id, row.actor_uid, json.loads(row.details),
        row.batch_id, row.run_id,
    )  # fmt: skip


def _named(event: Event) -> list[str]:
    values = (event.details.get(key) for key in _PEOPLE_KEYS)
    return [value for value in values if isinstance(value, str) and 0 < len(value) <= 28]
