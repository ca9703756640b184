"""What a new owner reads of a customer's contacts: the last notes, and when contacts went well."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Select, String, bindparam, select, type_coerce

from salesdesk.domain.contact import Method, Outcome
from salesdesk.domain.moments import EARLIEST
from salesdesk.domain.pool import Note
from salesdesk.storage import tables
from salesdesk.storage.db.types import db_latest
from salesdesk.storage.reads import timeline_streams
from salesdesk.storage.reads.enums import member
from salesdesk.storage.reads.people import shown_name
from salesdesk.storage.reads.timeline_streams import Place
from salesdesk.storage.reads.viewer import Viewer

_K = tables.customer_contacts.c
_OF_CUSTOMER = _K.customer_id == bindparam("of_customer")

#: Contacts that are looked at for the hours at which they went well, the newest first.
_HOURS_FROM = 100


def last(limit: int) -> Select[Any]:
    """What reads the last contacts of the customer `of_customer` with notes, for `made`."""
    contacts, users = tables.customer_contacts, tables.users
    found: Select[Any] = select(
        _K.id,
        _K.contact_date,
        _K.notes,
        type_coerce(_K.contact_method, String()).label("method"),
        type_coerce(_K.contact_status, String()).label("outcome"),
        shown_name(users, _K.contacted_by_uid).label("by_name"),
    )
    return (
        found.select_from(contacts.outerjoin(users, users.c.firebase_uid == _K.contacted_by_uid))
        .where(_OF_CUSTOMER, _K.notes > "")
        .order_by(timeline_streams.known(_K.contact_date).desc(), _K.id.desc())
        .limit(limit)
    )


def made(found: Sequence[Any]) -> tuple[Note, ...]:
    """The notes, newest first, from the rows of `last`."""
    by_id = sorted(found, key=lambda row: row.id, reverse=True)

    def place(row: Any) -> tuple[bool, float, int]:
        return timeline_streams.order(Place(timeline_streams.dated(row.contact_date), 0, row.id))

    return tuple(
        Note(
            timeline_streams.dated(row.contact_date),
            member(Method, row.method),
            member(Outcome, row.outcome),
            row.notes,
            row.by_name,
        )
        for row in sorted(by_id, key=place)
    )


#: What reads when the newest contacts that went well with the customer `of_customer` were, for
#: `moments`.
SUCCESSFUL = (
    select(_K.contact_date)
    .where(
        _OF_CUSTOMER,
        _K.contact_status == Outcome.SUCCESSFUL.value,
        _K.contact_date >= EARLIEST,
        _K.contact_date <= db_latest(),
    )
    .order_by(_K.contact_date.desc())
    .limit(_HOURS_FROM)
)


def moments(found: Sequence[Any], viewer: Viewer) -> tuple[datetime, ...]:
    """When they were, the newest first, by the office's clock, from the rows of `SUCCESSFUL`."""
    zone = viewer.settings.office_zone
    return tuple(sorted((row.contact_date.astimezone(zone) for row in found), reverse=True))
