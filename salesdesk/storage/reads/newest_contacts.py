"""The newest contact of each of some customers, and what was said in it where that is asked for.

It is read with every page of every list, so the statements are made once. It comes as one text
that begins with its moment, so that one pass over a customer's contacts finds and tells it: to look
its row up by its moment would be to read all of them again.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BindParameter,
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
from salesdesk.storage.db.typed_text import widened
from salesdesk.storage.db.types import db_latest, in_utc
from salesdesk.storage.reads.conditions import owned
from salesdesk.storage.reads.enums import member
from salesdesk.storage.reads.people import shown_name
from salesdesk.storage.reads.viewer import Viewer

#: Under which name it is read.
NEWEST = "newest contacts"

_CONTACTS = tables.customer_contacts
_K = _CONTACTS.c

#: Where the id stands in the text: behind a moment as the servers write it, 2026-06-08 12:00:00.
_ID_AT, _ID_LENGTH = 21, 36
_BETWEEN = "|"

#: By the database's clock, or as of a moment that is given.
_LATEST: BindParameter[Any] = bindparam("latest")


@dataclass(frozen=True, slots=True)
class NewestContact:
    """The newest credible contact of a customer, by `contact_date`, then id."""

    at: datetime
    method: Method | None
    outcome: Outcome | None
    next_step: datetime | None


def told(latest: ColumnElement[Any] = _LATEST) -> ColumnElement[str]:
    """Of a customer's contacts the newest credible one, as one text; null: there is none."""
    text: ColumnElement[str] = type_coerce(_K.contact_date, String()) + _BETWEEN + _K.id
    for column in (_K.contact_method, _K.contact_status, _K.next_follow_up_date):
        text = text + _BETWEEN + func.coalesce(type_coerce(column, String()), "")
    credible = and_(_K.contact_date >= EARLIEST, _K.contact_date <= latest)
    return func.max(case((credible, widened(text))), type_=String()).label("told")


def _plain(of_whom: ColumnElement[bool], latest: ColumnElement[Any]) -> Select[Any]:
    """The newest credible contact of each of these customers."""
    return select(_K.customer_id, told(latest)).where(of_whom).group_by(_K.customer_id)


def _with_words(plain: Select[Any], *, all_notes: bool) -> Select[Any]:
    """The same, with the note and the author's name."""
    customers, users, newest = tables.customers, tables.users, plain.subquery("newest")
    named = shown_name(users, _K.contacted_by_uid).label("by_name")
    found = newest.outerjoin(
        _CONTACTS, _K.id == func.substr(newest.c.told, _ID_AT, _ID_LENGTH, type_=String())
    ).outerjoin(users, users.c.firebase_uid == _K.contacted_by_uid)
    if all_notes:
        return select(*newest.c, _K.notes.label("note"), named).select_from(found)
    note = case((owned(customers), _K.notes)).label("note")
    return select(*newest.c, note, named).select_from(
        found.outerjoin(customers, customers.c.id == newest.c.customer_id)
    )


_PLAIN = _plain(_K.customer_id.in_(bindparam("ids", expanding=True)), _LATEST)
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
    """The row of each customer that has a newest contact."""
    return {row.customer_id: row for row in found if row.told is not None}


def of(row: Any) -> NewestContact:
    """A row's contact."""
    at, _, method, outcome, step = row.told.split(_BETWEEN)
    return NewestContact(
        in_utc(at) or EARLIEST, member(Method, method), member(Outcome, outcome), in_utc(step)
    )
