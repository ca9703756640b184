"""Writes on `customer_contacts`, and the newest contact of a customer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, select, update

from salesdesk.domain.contact import Contact, Method, Outcome
from salesdesk.domain.moments import EARLIEST, FUTURE_TOLERANCE
from salesdesk.storage import tables

_CONTACTS = tables.customer_contacts
_K = _CONTACTS.c
_COLUMNS = (
    _K.id,
    _K.customer_id,
    _K.contacted_by_uid,
    _K.contact_method,
    _K.contact_status,
    _K.contact_date,
    _K.notes,
    _K.next_follow_up_date,
)


@dataclass(frozen=True, slots=True)
class ContactStore:
    """The contacts, within one transaction."""

    connection: Connection

    def get(self, contact_id: str) -> Contact | None:
        """The contact, without a lock."""
        row = self.connection.execute(select(*_COLUMNS).where(_K.id == contact_id)).one_or_none()
        return _contact(row) if row is not None else None

    def newest(self, customer_ids: Iterable[str], now: datetime) -> dict[str, datetime]:
        """The newest credible `contact_date` of each of these customers that has one."""
        statement = (
            select(_K.customer_id, func.max(_K.contact_date).label("newest"))
            .where(
                _K.customer_id.in_(sorted(set(customer_ids))),
                _K.contact_date >= EARLIEST,
                _K.contact_date <= now + FUTURE_TOLERANCE,
            )
            .group_by(_K.customer_id)
        )
        return {row.customer_id: row.newest for row in self.connection.execute(statement)}

    def newest_one(self, customer_id: str, now: datetime) -> Contact | None:
        """The customer's newest credible contact, by `contact_date`, then id."""
        statement = (
            select(*_COLUMNS)
            .where(
                _K.customer_id == customer_id,
                _K.contact_date >= EARLIEST,
                _K.contact_date <= now + FUTURE_TOLERANCE,
            )
            .order_by(_K.contact_date.desc(), _K.id.desc())
            .limit(1)
        )
        row = self.connection.execute(statement).one_or_none()
        return _contact(row) if row is not None else None

    def add(self, contact: Contact) -> None:
        """Insert a contact."""
        self.connection.execute(insert(_CONTACTS).values(to_row(contact)))

    def change(self, seen: Contact, to: Contact) -> bool:
        """Change a contact that is still as it was seen."""
        statement = update(_CONTACTS).where(
            _K.id == seen.id,
            _K.contact_method == seen.method.value,
            _K.contact_status == seen.outcome.value,
            func.coalesce(_K.notes, "") == seen.notes,
        )
        return self.connection.execute(statement.values(_values(to))).rowcount == 1

    def remove(self, contact_id: str) -> bool:
        """Delete a contact; False where it was gone."""
        statement = delete(_CONTACTS).where(_K.id == contact_id)
        return self.connection.execute(statement).rowcount == 1


def _contact(row: Row[*tuple[Any, ...]]) -> Contact:
    return Contact(
        id=row.id,
        customer_id=row.customer_id,
        by_uid=row.contacted_by_uid,
        method=Method(row.contact_method),
        outcome=Outcome(row.contact_status),
        at=row.contact_date,
        notes=row.notes or "",
        next_step=row.next_follow_up_date,
    )


def to_row(contact: Contact) -> dict[str, object]:
    """The contact's row by column."""
    return {"id": contact.id, **_values(contact)}


def _values(contact: Contact) -> dict[str, object]:
    return {
        "customer_id": contact.customer_id,
        "contacted_by_uid": contact.by_uid,
        "contact_method": contact.method.value,
        "contact_status": contact.outcome.value,
        "contact_date": contact.at,
        "notes": contact.notes or None,
        "next_follow_up_date": contact.next_step,
    }
