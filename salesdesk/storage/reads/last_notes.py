"""What was said last: the note and the author of each customer's newest contact."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, case, select

from salesdesk.domain.follow_up import plan_counts
from salesdesk.storage import tables
from salesdesk.storage.reads import newest_contacts
from salesdesk.storage.reads.conditions import owned
from salesdesk.storage.reads.newest_contacts import NEWEST
from salesdesk.storage.reads.viewer import Viewer

_PLANNED = "planned"


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


def readings(found: Sequence[Any], viewer: Viewer) -> dict[str, Select[Any]]:
    """What reads it of the customers `ids`, beside their newest contacts with words, for `made`.

    Args:
        found: as `customers.made` takes them.
    """
    if not any(row.written_at is not None for row in found):
        return {}
    return {_PLANNED: _PLANS[viewer.pool_notes]}


def made(found: Mapping[str, Sequence[Any]]) -> dict[str, LastWord]:
    """What was said last, from the newest contacts with words and the rows of `readings`."""
    said = newest_contacts.rows(found.get(NEWEST, ()))
    planned = {row.customer_id: row for row in found.get(_PLANNED, ())}
    words = {}
    for one in said.keys() | planned.keys():
        contact, plan = said.get(one), planned.get(one)
        contacted = newest_contacts.of(contact).at if plan and contact else None
        counts = plan is not None and plan_counts(plan.written_at, contacted)
        noted = plan if counts else contact
        word = LastWord(
            (noted.note if noted is not None else None) or None,
            contact.by_name if contact is not None else None,
        )
        if word.note is not None or word.by_name is not None:
            words[one] = word
    return words


def of_customer(*, all_notes: bool) -> dict[str, Select[Any]]:
    """What reads it of the one customer `of_customer`, its newest contact among it, for `made`.

    Args:
        all_notes: notes on available customers are shown.
    """
    one = tables.salesdesk_plans.c.customer_id == bindparam("of_customer")
    return {
        NEWEST: newest_contacts.WORDS_OF_CUSTOMER[all_notes],
        _PLANNED: _plans(one, all_notes=all_notes),
    }


def _plans(of_whom: ColumnElement[bool], *, all_notes: bool) -> Select[Any]:
    customers, plans = tables.customers, tables.salesdesk_plans
    p = plans.c
    notes = p.note if all_notes else case((owned(customers), p.note))
    return (
        select(p.customer_id, p.written_at, notes.label("note"))
        .select_from(plans.join(customers, customers.c.id == p.customer_id))
        .where(of_whom)
    )


_OF_THEM = tables.salesdesk_plans.c.customer_id.in_(bindparam("ids", expanding=True))
_PLANS = {one: _plans(_OF_THEM, all_notes=one) for one in (True, False)}
