"""What a new owner reads of a customer's contacts: the last notes, and when contacts went well."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, String, select, type_coerce

from salesdesk.domain.contact import Method, Outcome
from salesdesk.domain.moments import EARLIEST
from salesdesk.domain.pool import Note
from salesdesk.storage import tables
from salesdesk.storage.reads import streams
from salesdesk.storage.reads.members import member
from salesdesk.storage.reads.people import shown_name
from salesdesk.storage.reads.sight import Sight

_K = tables.customer_contacts.c

#: Contacts that are looked at for the hours at which they went well, the newest first.
_HOURS_FROM = 100


def last(connection: Connection, customer_id: str, limit: int) -> tuple[Note, ...]:
    """The last contacts about which something was written down, the newest first."""
    contacts, users = tables.customer_contacts, tables.users
    statement = (
        select(
            _K.contact_date,
            _K.notes,
            type_coerce(_K.contact_method, String()).label("method"),
            type_coerce(_K.contact_status, String()).label("outcome"),
            shown_name(users, _K.contacted_by_uid).label("by_name"),
        )
        .select_from(contacts.outerjoin(users, users.c.firebase_uid == _K.contacted_by_uid))
        .where(_K.customer_id == customer_id, _K.notes > "")
        .order_by(streams.known(_K.contact_date).desc(), _K.id.desc())
        .limit(limit)
    )
    return tuple(
        Note(
            streams.dated(row.contact_date),
            member(Method, row.method),
            member(Outcome, row.outcome),
            row.notes,
            row.by_name,
        )
        for row in connection.execute(statement)
    )


def successful(connection: Connection, customer_id: str, sight: Sight) -> tuple[datetime, ...]:
    """When contacts went well, the newest first, by the office's clock."""
    statement = (
        select(_K.contact_date)
        .where(
            _K.customer_id == customer_id,
            _K.contact_status == Outcome.SUCCESSFUL.value,
            _K.contact_date >= EARLIEST,
            _K.contact_date <= sight.clock.latest,
        )
        .order_by(_K.contact_date.desc())
        .limit(_HOURS_FROM)
    )
    zone = sight.settings.office_zone
    return tuple(at.astimezone(zone) for at in connection.execute(statement).scalars())
