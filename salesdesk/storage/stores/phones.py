"""`salesdesk_phones`: the customers' numbers in one form, beside what people typed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select

from salesdesk.storage import tables
from salesdesk.storage.db.typed_text import comparable

_PHONES = tables.salesdesk_phones
_P = _PHONES.c
_CUSTOMERS = tables.customers
_C = _CUSTOMERS.c


@dataclass(frozen=True, slots=True)
class TypedNumber:
    """A customer's `phone_number` as it is stored."""

    customer_id: str
    text: str


@dataclass(frozen=True, slots=True)
class PhoneStore:
    """The normalised numbers, within one transaction."""

    connection: Connection

    def holders(self, numbers: Iterable[str], spellings: Iterable[str]) -> list[str]:
        """Ids of customers with one of these numbers, or with one of these exact texts.

        The texts find rows that another application wrote and that no sweep has seen yet.
        """
        wanted = sorted(set(numbers))
        by_number = select(_P.customer_id).where(_P.number.in_(wanted))
        texts = sorted(set(spellings))
        by_text = select(_C.id).where(comparable(_C.phone_number, *texts).in_(texts))
        found = dict.fromkeys(self.connection.execute(by_number).scalars())
        found.update(dict.fromkeys(self.connection.execute(by_text).scalars()))
        return list(found)

    def put(self, customer_id: str, numbers: Sequence[str], source: str) -> None:
        """Replace what is known of one customer's numbers."""
        self.connection.execute(delete(_PHONES).where(_P.customer_id == customer_id))
        rows = [
            {"customer_id": customer_id, "number": number, "source": source}
            for number in dict.fromkeys(numbers)
        ]
        if rows:
            self.connection.execute(insert(_PHONES), rows)

    def put_many(self, numbers: Sequence[tuple[TypedNumber, Sequence[str]]]) -> None:
        """Replace what is known of several customers' numbers."""
        ids = [typed.customer_id for typed, _ in numbers]
        if not ids:
            return
        self.connection.execute(delete(_PHONES).where(_P.customer_id.in_(ids)))
        self.put_new(numbers)

    def put_new(self, numbers: Sequence[tuple[TypedNumber, Sequence[str]]]) -> None:
        """Note the numbers of customers of whom nothing is noted yet."""
        rows = [
            {"customer_id": typed.customer_id, "number": number, "source": typed.text}
            for typed, found in numbers
            for number in dict.fromkeys(found)
        ]
        if rows:
            self.connection.execute(insert(_PHONES), rows)

    def stale(self, after_id: str, limit: int) -> tuple[list[TypedNumber], str | None]:
        """Customers whose number another application wrote, in one stretch of the table.

        Returns them and the id at which the next stretch begins (None: the table is done).
        """
        stretch = (
            select(_C.id, _C.phone_number)
            .where(_C.id > after_id)
            .order_by(_C.id)
            .limit(limit)
            .subquery()
        )
        statement = (
            select(stretch.c.id, stretch.c.phone_number, _P.source)
            .select_from(stretch.outerjoin(_PHONES, _P.customer_id == stretch.c.id))
            .order_by(stretch.c.id)
        )
        rows = self.connection.execute(statement).all()
        found = [
            TypedNumber(row.id, row.phone_number) for row in rows if row.source != row.phone_number
        ]
        seen = len({row.id for row in rows})
        return found, rows[-1].id if seen == limit else None
