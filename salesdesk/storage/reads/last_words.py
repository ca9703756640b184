"""What was said last: the note and the author of each customer's newest contact."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, and_, case, func, select

from salesdesk.domain.moments import EARLIEST
from salesdesk.storage import tables
from salesdesk.storage.idle_clock import owned
from salesdesk.storage.reads.people import shown_name
from salesdesk.storage.reads.sight import Sight


@dataclass(frozen=True, slots=True)
class LastWord:
    """The newest credible contact of a customer, by `contact_date`, then id.

    Attributes:
        note: of the plan, where a plan is the next step that counts; else of the contact. None
            where there is none, or where the reader's role may not see it.
        by_name: who made the contact; None: there is no contact.
    """

    note: str | None
    by_name: str | None


def of(connection: Connection, ids: Collection[str], sight: Sight) -> dict[str, LastWord]:
    """What was said last about each of these customers; nothing where nothing was."""
    if not ids:
        return {}
    said = _contacts(connection, ids, sight)
    planned = _plans(connection, ids, sight)
    found = {}
    for one in ids:
        at, note, by_name = said.get(one, (EARLIEST, None, None))
        written_at, about = planned.get(one, (None, None))
        counts = written_at is not None and written_at >= at
        words = LastWord((about if counts else note) or None, by_name)
        if words.note is not None or words.by_name is not None:
            found[one] = words
    return found


def _contacts(
    connection: Connection, ids: Collection[str], sight: Sight
) -> dict[str, tuple[datetime, str | None, str]]:
    contacts, customers, users = tables.customer_contacts, tables.customers, tables.users
    k = contacts.c
    newest = (
        select(k.customer_id, func.max(k.contact_date).label("at"))
        .where(
            k.customer_id.in_(sorted(set(ids))),
            k.contact_date >= EARLIEST,
            k.contact_date <= sight.clock.latest,
        )
        .group_by(k.customer_id)
        .subquery("newest")
    )
    notes = k.notes if sight.pool_notes else case((owned(customers), k.notes))
    statement = (
        select(
            k.customer_id,
            k.contact_date,
            notes.label("notes"),
            shown_name(users, k.contacted_by_uid).label("by_name"),
        )
        .select_from(newest)
        .join(contacts, and_(k.customer_id == newest.c.customer_id, k.contact_date == newest.c.at))
        .join(customers, customers.c.id == k.customer_id)
        .outerjoin(users, users.c.firebase_uid == k.contacted_by_uid)
        .order_by(k.id)
    )
    return {
        row.customer_id: (row.contact_date, row.notes, row.by_name)
        for row in connection.execute(statement)
    }


def _plans(
    connection: Connection, ids: Collection[str], sight: Sight
) -> dict[str, tuple[datetime, str | None]]:
    customers, plans = tables.customers, tables.salesdesk_plans
    p = plans.c
    notes = p.note if sight.pool_notes else case((owned(customers), p.note))
    statement = (
        select(p.customer_id, p.written_at, notes.label("note"))
        .select_from(plans.join(customers, customers.c.id == p.customer_id))
        .where(p.customer_id.in_(sorted(set(ids))))
    )
    return {row.customer_id: (row.written_at, row.note) for row in connection.execute(statement)}
