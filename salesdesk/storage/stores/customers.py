"""Writes on `customers`: lock first, then change what is still as it was seen."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import (
    ColumnElement,
    Connection,
    RowMapping,
    and_,
    bindparam,
    func,
    insert,
    or_,
    select,
    update,
)
from sqlalchemy.exc import IntegrityError

from salesdesk.domain.customer import Customer, LeadSource, SalesStatus
from salesdesk.domain.moments import EARLIEST
from salesdesk.domain.ownership import BindingStatus
from salesdesk.storage import tables
from salesdesk.storage.stores.search_texts import SearchTextStore
from salesdesk.storage.stores.summaries import Touched

_CUSTOMERS = tables.customers
_C = _CUSTOMERS.c

_COLUMNS = (
    _C.id,
    _C.name,
    _C.phone_number,
    _C.address,
    _C.company,
    _C.lead_source,
    _C.sales_status,
    _C.bound_to_uid,
    _C.binding_start_date,
    _C.binding_status,
    _C.last_interaction_date,
    _C.created_at,
    _C.updated_at,
    _C.firebase_uid,
)

#: The columns that a form may change, by the field that the form names.
FIELDS: Mapping[str, str] = {
    "name": "name",
    "phone": "phone_number",
    "address": "address",
    "company": "company",
    "lead_source": "lead_source",
    "sales_status": "sales_status",
}


def _source(text: str | None) -> LeadSource | None:
    return LeadSource(text) if text else None


def to_customer(row: RowMapping) -> Customer:
    """The customer of a row with all of the table's columns."""
    return Customer(
        id=row["id"],
        name=row["name"],
        phone=row["phone_number"],
        address=row["address"],
        company=row["company"],
        lead_source=_source(row["lead_source"]),
        sales_status=SalesStatus.of(row["sales_status"]),
        bound_to_uid=row["bound_to_uid"],
        binding_start=row["binding_start_date"],
        binding_status=row["binding_status"] or BindingStatus.AVAILABLE,
        last_interaction=row["last_interaction_date"],
        created_at=row["created_at"],
        updated_at=row["updated_at"],
        registered_by_uid=row["firebase_uid"],
    )


#: Made once: every act begins with it.
_LOCKING = (
    select(*_COLUMNS)
    .where(_C.id.in_(bindparam("ids", expanding=True)))
    .order_by(_C.id)
    .with_for_update()
)


def _reads_as(status: str) -> ColumnElement[bool]:
    """The stored status is read as this one: null, and a word of others, as cold."""
    if status != SalesStatus.COLD.value:
        return _C.sales_status == status
    others = [one.value for one in SalesStatus if one is not SalesStatus.COLD]
    return func.coalesce(_C.sales_status, status).not_in(others)


class PhoneTaken(Exception):  # noqa: N818 - a state that the service puts into words
    """The unique key on `phone_number` refused a number: another row has this very text."""


@dataclass(frozen=True, slots=True)
class CustomerStore:
    """The customers, within one transaction."""

    connection: Connection
    touched: Touched = field(default_factory=Touched)

    def lock(self, ids: Iterable[str]) -> dict[str, Customer]:
        """Lock these rows by primary key alone, in id order, and read them as they now are.

        The first statement of every act (docs/rules.md, "How every act writes"): any other
        condition in it would take a secondary index and deadlock. Missing rows are left out.
        """
        wanted = sorted(set(ids))
        if not wanted:
            return {}
        self.touched.customers.update(wanted)
        rows = self.connection.execute(_LOCKING, {"ids": wanted}).mappings()
        return {row["id"]: to_customer(row) for row in rows}

    def get(self, customer_id: str) -> Customer | None:
        """The customer, without a lock."""
        statement = select(*_COLUMNS).where(_C.id == customer_id)
        row = self.connection.execute(statement).mappings().one_or_none()
        return to_customer(row) if row is not None else None

    def names(self, ids: Iterable[str]) -> dict[str, str]:
        """The names of those of these customers that are there."""
        statement = select(_C.id, _C.name).where(_C.id.in_(sorted(set(ids))))
        return {row.id: row.name for row in self.connection.execute(statement)}

    def with_numbers(self, texts: Collection[str]) -> frozenset[str]:
        """Those of these texts that stand as somebody's phone number."""
        statement = select(_C.phone_number).where(_C.phone_number.in_(sorted(texts)))
        return frozenset(self.connection.execute(statement).scalars())

    def add(self, values: Mapping[str, object]) -> None:
        """Insert a customer; the keys are column names.

        Raises:
            PhoneTaken: another row has this phone number.
        """
        self.touched.make([str(values["id"])])
        try:
            self.connection.execute(insert(_CUSTOMERS).values(dict(values)))
        except IntegrityError as fault:
            if is_phone(fault):
                raise PhoneTaken from fault
            raise
        SearchTextStore(self.connection).add([values])

    def bind(self, seen: Customer, uid: str, start: datetime) -> bool:
        """Bind the customer to an agent if its binding is as it was seen."""
        return self._change_binding(seen, uid, start, BindingStatus.BOUND)

    def unbind(self, seen: Customer) -> bool:
        """Make the customer available if its binding is as it was seen."""
        return self._change_binding(seen, None, None, BindingStatus.AVAILABLE)

    def _change_binding(
        self, seen: Customer, uid: str | None, start: datetime | None, status: BindingStatus
    ) -> bool:
        statement = (
            update(_CUSTOMERS)
            .where(self._as_seen(seen))
            .values(bound_to_uid=uid, binding_start_date=start, binding_status=status.value)
        )
        return self.connection.execute(statement).rowcount == 1

    def _as_seen(self, seen: Customer) -> ColumnElement[bool]:
        """Null-safe: the binding is as it was seen."""
        return and_(
            _C.id == seen.id,
            _C.bound_to_uid.is_not_distinct_from(seen.bound_to_uid),
            func.coalesce(_C.binding_status, BindingStatus.AVAILABLE.value) == seen.binding_status,
        )

    def change(
        self, customer_id: str, changed: Mapping[str, object], seen: Mapping[str, object]
    ) -> bool:
        """Change columns if each still holds what was seen; False where one does not.

        Raises:
            PhoneTaken: another row has this phone number.
        """
        as_seen = [
            _reads_as(str(value))
            if column == "sales_status"
            else _C[column].is_not_distinct_from(value)
            for column, value in seen.items()
        ]
        statement = update(_CUSTOMERS).where(_C.id == customer_id, *as_seen).values(dict(changed))
        try:
            done = self.connection.execute(statement).rowcount == 1
        except IntegrityError as fault:
            if is_phone(fault):
                raise PhoneTaken from fault
            raise
        if done and not {"name", "company"}.isdisjoint(changed):
            SearchTextStore(self.connection).renew([customer_id])
        return done

    def set_last_interaction(
        self, customer_id: str, seen: datetime | None, to: datetime | None
    ) -> bool:
        """Set `last_interaction_date` if it still holds what was seen.

        A stored zero date is read as None, so None matches both.
        """
        column = _C.last_interaction_date
        as_seen = column == seen if seen is not None else or_(column.is_(None), column < EARLIEST)
        statement = (
            update(_CUSTOMERS).where(_C.id == customer_id, as_seen).values(last_interaction_date=to)
        )
        return self.connection.execute(statement).rowcount == 1


def is_phone(fault: IntegrityError) -> bool:
    """Whether it is the unique key on the phone number that refused."""
    return "phone_number" in str(fault.orig)
