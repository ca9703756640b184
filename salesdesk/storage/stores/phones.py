"""`salesdesk_phones`: the customers' numbers in one form, beside what people typed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, delete, or_, select, tuple_

from salesdesk.domain.phones import PhoneNumber
from salesdesk.storage import tables
from salesdesk.storage.db.typed_text import comparable, fits_narrowest
from salesdesk.storage.stores.lines import insert_lines, select_listed

_PHONES = tables.salesdesk_phones
_P = _PHONES.c
_CUSTOMERS = tables.customers
_C = _CUSTOMERS.c
_COLUMNS = (
    "customer_id", "number", "source", "position", "typed", "extension", "note", "beside",
)  # fmt: skip
_TYPED_LENGTH = 255


@dataclass(frozen=True, slots=True)
class TypedNumber:
    """A customer's `phone_number` as it is stored."""

    customer_id: str
    text: str


@dataclass(frozen=True, slots=True)
class CustomerNumbers:
    """Numbers of a customer.

    Attributes:
        text: the customer's `phone_number` as it is stored.
        numbers: in their order.
        stored: those of them that stand in the text, which go when it changes; the others were
            entered beside it and stay.
        after: they come behind so many that are noted already.
    """

    customer_id: str
    text: str
    numbers: Sequence[PhoneNumber]
    stored: frozenset[str] = frozenset()
    after: int = 0


def noted(whose: Callable[[ColumnElement[str]], ColumnElement[bool]]) -> Select[Any]:
    """The reading of what is noted of some customers' numbers, for `of_rows`.

    Args:
        whose: makes a condition of the column with the customer's id.
    """
    return (
        select(
            _P.customer_id, _P.number, _P.typed, _P.extension, _P.note, _P.beside, _P.position
        )
        .select_from(_PHONES.join(_CUSTOMERS, _C.id == _P.customer_id))
        .where(
            whose(_P.customer_id),
            or_(_P.beside.is_(True), _P.source == _C.phone_number),
        )
    )  # fmt: skip


def of_rows(rows: Iterable[Any]) -> dict[str, tuple[PhoneNumber, ...]]:
    """The numbers of such rows by customer, in their order."""
    found: dict[str, tuple[PhoneNumber, ...]] = {}
    for row in sorted(rows, key=lambda one: (one.beside, one.position or 0, one.number)):
        number = PhoneNumber(
            row.number, row.typed or row.number, row.number.startswith("+"),
            row.extension or "", row.note or "",
        )  # fmt: skip
        found[row.customer_id] = (*found.get(row.customer_id, ()), number)
    return found


@dataclass(frozen=True, slots=True)
class PhoneStore:
    """The normalised numbers, within one transaction."""

    connection: Connection

    def holders(self, numbers: Iterable[str], spellings: Iterable[str]) -> list[str]:
        """Ids of customers with one of these numbers, or with one of these exact texts.

        The texts find rows that another application wrote and that no sweep has seen yet.
        """
        texts = sorted(set(spellings))
        found = dict.fromkeys(
            select_listed(self.connection, _P.customer_id, _P.number, sorted(set(numbers)))
        )
        if fits_narrowest(texts):
            by_text = select_listed(self.connection, _C.id, _C.phone_number, texts)
        else:
            widened = comparable(_C.phone_number, *texts).in_(texts)
            by_text = list(self.connection.execute(select(_C.id).where(widened)).scalars())
        found.update(dict.fromkeys(by_text))
        return list(found)

    def put(self, numbers: CustomerNumbers) -> None:
        """Replace what is known of the numbers in one customer's text, and only of those."""
        self.put_many([numbers])

    def put_many(self, numbers: Sequence[CustomerNumbers]) -> None:
        """Replace what is known of the numbers in several customers' texts.

        What was entered beside a text stays; a number that is in both is noted once.
        """
        ids = [one.customer_id for one in numbers]
        if not ids:
            return
        said = [(one.customer_id, number.number) for one in numbers for number in one.numbers]
        self.connection.execute(
            delete(_PHONES).where(
                _P.customer_id.in_(ids),
                or_(_P.beside.is_(False), tuple_(_P.customer_id, _P.number).in_(said)),
            )
        )
        self.put_new(numbers)

    def put_new(self, numbers: Iterable[CustomerNumbers]) -> None:
        """Note numbers that are not noted yet."""
        rows = [
            (
                one.customer_id, number.number, one.text, one.after + at,
                number.typed[:_TYPED_LENGTH], number.extension or None,
                number.note[:_TYPED_LENGTH] or None, number.number not in one.stored,
            )
            for one in numbers
            for at, number in enumerate(one.numbers)
        ]  # fmt: skip
        insert_lines(self.connection, _PHONES.name, _COLUMNS, rows)

    def put_beside(self, customer_id: str, text: str, numbers: Sequence[PhoneNumber]) -> None:
        """Replace what was entered beside a customer's text."""
        self.connection.execute(
            delete(_PHONES).where(_P.customer_id == customer_id, _P.beside.is_(True))
        )
        self.put_new([CustomerNumbers(customer_id, text, numbers)])

    def of(self, customer_ids: Iterable[str]) -> dict[str, tuple[PhoneNumber, ...]]:
        """The numbers of these customers that are noted, in their order.

        Those of a text that another application has changed since are left out.
        """
        wanted = sorted(set(customer_ids))
        return (
            of_rows(self.connection.execute(noted(lambda id_: id_.in_(wanted)))) if wanted else {}
        )

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
            .select_from(
                stretch.outerjoin(
                    _PHONES, and_(_P.customer_id == stretch.c.id, _P.beside.is_(False))
                )
            )
            .order_by(stretch.c.id)
        )
        rows = self.connection.execute(statement).all()
        found = [
            TypedNumber(row.id, row.phone_number) for row in rows if row.source != row.phone_number
        ]
        seen = len({row.id for row in rows})
        return found, rows[-1].id if seen == limit else None
