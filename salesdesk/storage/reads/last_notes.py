"""What was said last: the note and the author of each customer's newest contact."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, and_, case, func, select

from salesdesk.domain.follow_up import plan_counts
from salesdesk.domain.moments import EARLIEST
from salesdesk.storage import tables
from salesdesk.storage.db.together import together
from salesdesk.storage.reads.conditions import owned
from salesdesk.storage.reads.people import shown_name
from salesdesk.storage.reads.viewer import Viewer

_SAID, _PLANNED = "said last", "planned"


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


def of(connection: Connection, ids: Collection[str], viewer: Viewer) -> dict[str, LastWord]:
    """What was said last about each of these customers; nothing where nothing was."""
    return made(together(connection, readings(ids, viewer))) if ids else {}


def readings(ids: Collection[str], viewer: Viewer) -> dict[str, Select[Any]]:
    """What reads it, for `made`; there is at least one customer."""
    return {_SAID: _contacts(ids, viewer), _PLANNED: _plans(ids, viewer)}


def made(found: Mapping[str, Sequence[Any]]) -> dict[str, LastWord]:
    """What was said last, from the rows of `readings`."""
    # Of several contacts of one moment that with the last id counts.
    said = {row.customer_id: row for row in sorted(found[_SAID], key=lambda row: row.id)}
    planned = {row.customer_id: row for row in found[_PLANNED]}
    words = {}
    for one in said.keys() | planned.keys():
        contact, plan = said.get(one), planned.get(one)
        contacted = contact.contact_date if contact is not None else None
        counts = plan is not None and plan_counts(plan.written_at, contacted)
        noted = plan if counts else contact
        word = LastWord(
            (noted.note if noted is not None else None) or None,
            contact.by_name if contact is not None else None,
        )
        if word.note is not None or word.by_name is not None:
            words[one] = word
    return words


def _contacts(ids: Collection[str], viewer: Viewer) -> Select[Any]:
    contacts, customers, users = tables.customer_contacts, tables.customers, tables.users
    k = contacts.c
    newest = (
        select(k.customer_id, func.max(k.contact_date).label("at"))
        .where(
            k.customer_id.in_(sorted(set(ids))),
            k.contact_date >= EARLIEST,
            k.contact_date <= viewer.clock.latest,
        )
        .group_by(k.customer_id)
        .subquery("newest")
    )
    notes = k.notes if viewer.pool_notes else case((owned(customers), k.notes))
    found: Select[Any] = select(
        k.id,
        k.customer_id,
        k.contact_date,
        notes.label("note"),
        shown_name(users, k.contacted_by_uid).label("by_name"),
    )
    return (
        found.select_from(newest)
        .join(contacts, and_(k.customer_id == newest.c.customer_id, k.contact_date == newest.c.at))
        .join(customers, customers.c.id == k.customer_id)
        .outerjoin(users, users.c.firebase_uid == k.contacted_by_uid)
    )


def _plans(ids: Collection[str], viewer: Viewer) -> Select[Any]:
    customers, plans = tables.customers, tables.salesdesk_plans
    p = plans.c
    notes = p.note if viewer.pool_notes else case((owned(customers), p.note))
    return (
        select(p.customer_id, p.written_at, notes.label("note"))
        .select_from(plans.join(customers, customers.c.id == p.customer_id))
        .where(p.customer_id.in_(sorted(set(ids))))
    )
