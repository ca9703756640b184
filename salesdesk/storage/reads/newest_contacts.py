"""The newest contact of each of some customers, and what was said in it where that is asked for.

It is read with every page of every list, so both statements are made once.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    String,
    and_,
    bindparam,
    case,
    func,
    select,
    type_coerce,
)

from salesdesk.domain.contact import Method, Outcome
from salesdesk.domain.moments import EARLIEST
from salesdesk.storage import tables
from salesdesk.storage.db.types import db_latest
from salesdesk.storage.reads.conditions import owned
from salesdesk.storage.reads.enums import member
from salesdesk.storage.reads.people import shown_name
from salesdesk.storage.reads.viewer import Viewer

#: Under which name it is read.
NEWEST = "newest contacts"

_CONTACTS = tables.customer_contacts
_K = _CONTACTS.c


@dataclass(frozen=True, slots=True)
class NewestContact:
    """The newest credible contact of a customer, by `contact_date`, then id."""

    at: datetime
    method: Method | None
    outcome: Outcome | None
    next_step: datetime | None


def _plain(of_whom: ColumnElement[bool], latest: ColumnElement[Any]) -> Select[Any]:
    """The newest credible contact of these customers; of several of one moment all."""
    newest = (
        select(_K.customer_id, func.max(_K.contact_date).label("at"))
        .where(of_whom, _K.contact_date >= EARLIEST, _K.contact_date <= latest)
        .group_by(_K.customer_id)
        .subquery("newest")
    )
    found: Select[Any] = select(
        _K.id,
        _K.customer_id,
        _K.contact_date,
        type_coerce(_K.contact_method, String()).label("method"),
        type_coerce(_K.contact_status, String()).label("outcome"),
        _K.next_follow_up_date,
    )
    return found.select_from(
        newest.join(
            _CONTACTS,
            and_(_K.customer_id == newest.c.customer_id, _K.contact_date == newest.c.at),
        )
    )


def _with_words(plain: Select[Any], *, all_notes: bool) -> Select[Any]:
    """The same, with the note and the author's name."""
    customers, users = tables.customers, tables.users
    named = shown_name(users, _K.contacted_by_uid).label("by_name")
    said = plain.outerjoin_from(_CONTACTS, users, users.c.firebase_uid == _K.contacted_by_uid)
    if all_notes:
        return said.add_columns(_K.notes.label("note"), named)
    note = case((owned(customers), _K.notes)).label("note")
    return said.add_columns(note, named).join_from(
        _CONTACTS, customers, customers.c.id == _K.customer_id
    )


_PLAIN = _plain(_K.customer_id.in_(bindparam("ids", expanding=True)), bindparam("latest"))
_WITH_WORDS = {one: _with_words(_PLAIN, all_notes=one) for one in (True, False)}


#: That of the one customer `of_customer`, by the database's clock.
OF_CUSTOMER = _plain(_K.customer_id == bindparam("of_customer"), db_latest())

#: The same with words; by whether notes on available customers are shown.
WORDS_OF_CUSTOMER = {one: _with_words(OF_CUSTOMER, all_notes=one) for one in (True, False)}


def reading(viewer: Viewer, *, words: bool = False) -> Select[Any]:
    """What reads it of the customers that `values` names.

    Args:
        words: with the note and the author's name; a note that the role withholds does not leave
            the database.
    """
    return _WITH_WORDS[viewer.pool_notes] if words else _PLAIN


def values(ids: Collection[str], viewer: Viewer) -> dict[str, object]:
    """The parameters of `reading`; there is at least one customer."""
    return {"ids": sorted(set(ids)), "latest": viewer.clock.latest}


def rows(found: Sequence[Any]) -> dict[str, Any]:
    """The row of each customer; of several of one moment that with the last id."""
    return {row.customer_id: row for row in sorted(found, key=lambda row: row.id)}


def of(row: Any) -> NewestContact:
    """A row's contact."""
    return NewestContact(
        row.contact_date,
        member(Method, row.method),
        member(Outcome, row.outcome),
        row.next_follow_up_date,
    )
