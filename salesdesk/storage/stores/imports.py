"""`salesdesk_imports`, and the many rows at once that an import writes and takes back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, delete, insert, or_, select, update
from sqlalchemy.exc import IntegrityError

from salesdesk.domain.contact import Contact
from salesdesk.domain.customer import Customer
from salesdesk.domain.events import EventKind, derived_id
from salesdesk.domain.importing import ImportOutcome, ImportRecord, Tally
from salesdesk.domain.ownership import BindingStatus
from salesdesk.domain.refusals import Why
from salesdesk.storage import tables
from salesdesk.storage.stores.contacts import to_row
from salesdesk.storage.stores.customers import PhoneTaken, is_phone, to_customer
from salesdesk.storage.stores.lines import insert_lines
from salesdesk.storage.stores.people import PeopleStore
from salesdesk.storage.stores.search_texts import SearchTextStore
from salesdesk.storage.stores.summaries import Touched

#: What the id of a binding that an import makes derives from its customer's by.
BINDING = "binding"

_H = tables.customer_binding_history.c
_I = tables.salesdesk_imports.c
_C = tables.customers.c
_E = tables.salesdesk_events.c
_K = tables.customer_contacts.c


@dataclass(frozen=True, slots=True)
class Named:
    """What a customer is compared by."""

    id: str
    name: str
    company: str


@dataclass(frozen=True, slots=True)
class ImportStore:
    """The imports, within one transaction."""

    connection: Connection
    noted: Touched = field(default_factory=Touched)

    def get(self, import_id: str) -> ImportRecord | None:
        """The import."""
        statement = select(tables.salesdesk_imports).where(_I.id == import_id)
        row = self.connection.execute(statement).one_or_none()
        return _record(row) if row is not None else None

    def newest(self, limit: int) -> tuple[ImportRecord, ...]:
        """The imports begun last."""
        statement = select(tables.salesdesk_imports).order_by(_I.started_at.desc(), _I.id)
        return tuple(map(_record, self.connection.execute(statement.limit(limit))))

    def add(self, record: ImportRecord) -> None:
        """Record an import that begins."""
        self.connection.execute(
            insert(tables.salesdesk_imports).values(
                id=record.id, source=record.source, file_name=record.file_name,
                actor_uid=record.actor_uid, started_at=record.started_at,
                outcome=record.outcome.value, **_counts(record.tally),
            )
        )  # fmt: skip

    def count(self, import_id: str, tally: Tally) -> bool:
        """Add what a batch came to; False where the import was taken back meanwhile."""
        values = {name: _I[name] + number for name, number in _counts(tally).items()}
        return self.connection.execute(
            update(tables.salesdesk_imports).where(*_standing(import_id)).values(values)
        ).rowcount == 1  # fmt: skip

    def set_outcome(self, import_id: str, outcome: ImportOutcome, at: datetime | None) -> None:
        """Note how far the import is; one that was taken back stays so."""
        self.connection.execute(
            update(tables.salesdesk_imports)
            .where(*_standing(import_id))
            .values(outcome=outcome.value, finished_at=at)
        )

    def accounts(self) -> dict[str, str]:
        """Whom each database account stands for, by its name without the host.

        A name that stands for different people at different hosts names nobody.
        """
        found: dict[str, set[str]] = {}
        for account in PeopleStore(self.connection).accounts():
            name = account.account.rpartition("@")[0] if account.with_host else account.account
            found.setdefault(name, set()).add(account.uid)
        return {name: uids.pop() for name, uids in found.items() if len(uids) == 1}

    def customers(self, ids: Iterable[str]) -> dict[str, Customer]:
        """These customers, without a lock."""
        wanted = sorted(set(ids))
        if not wanted:
            return {}
        rows = self.connection.execute(select(tables.customers).where(_C.id.in_(wanted))).mappings()
        return {row["id"]: to_customer(row) for row in rows}

    def names_after(self, after_id: str, limit: int) -> list[Named]:
        """Names and companies of one stretch of the customers, by id."""
        statement = (
            select(_C.id, _C.name, _C.company).where(_C.id > after_id).order_by(_C.id).limit(limit)
        )
        return [
            Named(row.id, row.name, row.company or "") for row in self.connection.execute(statement)
        ]

    def add_customers(self, rows: Sequence[Mapping[str, object]]) -> None:
        """Insert customers; the keys are column names, the same and in one order in each.

        Raises:
            PhoneTaken: another row has one of these phone numbers.
        """
        self.noted.make(str(row["id"]) for row in rows)
        try:
            insert_lines(
                self.connection,
                tables.customers.name,
                list(rows[0]),
                [row.values() for row in rows],
            )
        except IntegrityError as fault:
            if is_phone(fault):
                raise PhoneTaken from fault
            raise
        SearchTextStore(self.connection).add(rows)

    def add_contacts(self, contacts: Sequence[Contact]) -> None:
        """Insert contacts of customers whom nobody else can know yet."""
        self.connection.execute(insert(tables.customer_contacts), list(map(to_row, contacts)))

    def contact_keys(self, customer_ids: Iterable[str]) -> dict[str, set[tuple[str, ...]]]:
        """What tells the contacts of each of these customers apart, as `ContactPart.key` does."""
        wanted = sorted(set(customer_ids))
        found: dict[str, set[tuple[str, ...]]] = {}
        if not wanted:
            return found
        statement = select(
            _K.customer_id, _K.contact_date, _K.contact_method, _K.contact_status,
            _K.contacted_by_uid, _K.notes,
        ).where(_K.customer_id.in_(wanted))  # fmt: skip
        for row in self.connection.execute(statement):
            if row.contact_date is not None:
                key = (
                    row.contact_date.isoformat(), str(row.contact_method),
                    str(row.contact_status), row.contacted_by_uid, row.notes or "",
                )  # fmt: skip
                found.setdefault(row.customer_id, set()).add(key)
        return found

    # --- taking back ------------------------------------------------------------------------------

    def touched(self, import_id: str) -> list[str]:
        """The ids of all customers that the import made, filled or added a contact to."""
        statement = (
            select(_E.customer_id)
            .where(_E.run_id == import_id, _E.customer_id.is_not(None))
            .distinct()
        )
        found = self.connection.execute(statement).scalars()
        return sorted(one for one in found if one is not None)

    def made(self, import_id: str, customer_ids: Sequence[str]) -> set[str]:
        """Which of these customers the import made."""
        statement = select(_E.customer_id).where(
            _E.customer_id.in_(customer_ids),
            _E.run_id == import_id,
            _E.kind == EventKind.CUSTOMER_CREATED.value,
        )
        return {one for one in self.connection.execute(statement).scalars() if one is not None}

    def contacts_of(self, import_id: str, customer_ids: Sequence[str]) -> dict[str, str]:
        """The contacts that the import added to these customers: customer by contact id."""
        statement = select(_E.id, _E.customer_id).where(
            _E.customer_id.in_(customer_ids),
            _E.run_id == import_id,
            _E.kind == EventKind.CONTACT_LOGGED.value,
        )
        return {row.id: row.customer_id for row in self.connection.execute(statement)}

    def contacts_changed(self, import_id: str, customer_ids: Sequence[str]) -> set[str]:
        """Which contacts that the import added are not as it stored them, whoever changed them."""
        logged = select(_E.id, _E.details).where(
            _E.customer_id.in_(customer_ids),
            _E.run_id == import_id,
            _E.kind == EventKind.CONTACT_LOGGED.value,
        )
        stored = {row.id: json.loads(row.details) for row in self.connection.execute(logged)}
        edits = select(_E.details).where(
            _E.customer_id.in_(customer_ids), _E.kind == EventKind.CONTACT_EDITED.value
        )
        edited = {
            json.loads(details).get("contact")
            for details in self.connection.execute(edits).scalars()
        }
        rows = self.connection.execute(
            select(tables.customer_contacts).where(_K.id.in_(sorted(stored)))
        )
        differ = {row.id for row in rows if not _as_logged(row, stored[row.id])}
        return (edited & stored.keys()) | differ

    def moments_of(self, contact_ids: Sequence[str]) -> set[tuple[str, datetime | None]]:
        """Customer and moment of each of these contacts."""
        statement = select(_K.customer_id, _K.contact_date).where(_K.id.in_(sorted(contact_ids)))
        return {(row.customer_id, row.contact_date) for row in self.connection.execute(statement)}

    def fillings(
        self, import_id: str, customer_ids: Sequence[str]
    ) -> list[tuple[str, dict[str, object], dict[str, object]]]:
        """What the import filled of these customers: the columns before and after."""
        statement = select(_E.customer_id, _E.details).where(
            _E.customer_id.in_(customer_ids),
            _E.run_id == import_id,
            _E.kind == EventKind.CUSTOMER_EDITED.value,
        )
        found = []
        for row in self.connection.execute(statement):
            details = json.loads(row.details)
            found.append((str(row.customer_id), details["before"], details["after"]))
        return found

    def foreign_ties(self, import_id: str, customer_ids: Sequence[str]) -> dict[str, Why]:
        """What of others hangs on these customers, for those that have anything.

        Asked under the customers' locks: an order or a contact that is under way waits for them
        by its foreign key.
        """
        own = self.contacts_of(import_id, customer_ids)
        bindings = self.own_bindings(customer_ids)
        kept = select(_H.customer_id).where(_H.id.in_(bindings), _H.binding_end_date.is_(None))
        orders, spells = tables.orders.c, tables.customer_binding_history.c
        ties = (
            (Why.HAS_AN_ORDER, select(orders.id_customer).where(
                orders.id_customer.in_(customer_ids))),
            (Why.IMPORTED_CONTACT_CHANGED, select(_K.customer_id).where(
                _K.id.in_(sorted(self.contacts_changed(import_id, customer_ids))))),
            (Why.OTHERS_LOGGED, select(_K.customer_id).where(
                _K.customer_id.in_(customer_ids), _K.id.not_in(sorted(own)))),
            (Why.OTHERS_HAD_IT, select(spells.customer_id).where(
                spells.customer_id.in_(customer_ids), spells.id.not_in(bindings))),
            (Why.OTHERS_OWN_IT, select(_C.id).where(
                _C.id.in_(customer_ids), _C.binding_status == BindingStatus.BOUND.value,
                _C.id.not_in(kept))),
            (Why.OTHERS_WORKED_ON_IT, select(_E.customer_id).where(
                _E.customer_id.in_(customer_ids),
                # Having been warned of its release is no work on a customer.
                _E.kind != EventKind.WARNED.value,
                or_(_E.run_id.is_(None), _E.run_id != import_id))),
        )  # fmt: skip
        found: dict[str, Why] = {}
        for why, statement in ties:
            for customer_id in self.connection.execute(statement).scalars():
                found.setdefault(str(customer_id), why)
        return found

    @staticmethod
    def own_bindings(customer_ids: Iterable[str]) -> list[str]:
        """The ids of the bindings that an import makes with these customers."""
        return [derived_id(one, BINDING) for one in sorted(set(customer_ids))]

    def remove_contacts(self, contact_ids: Sequence[str]) -> int:
        """Delete these contacts; how many there were."""
        statement = delete(tables.customer_contacts).where(_K.id.in_(sorted(contact_ids)))
        return self.connection.execute(statement).rowcount

    def remove_customers(self, customer_ids: Sequence[str]) -> int:
        """Delete customers that the import made; how many there were.

        The one deletion of customers that there is (docs/rules.md, "Taking back an import").
        """
        ids = sorted(customer_ids)
        self.noted.customers.update(ids)
        for table in (
            tables.salesdesk_phones, tables.salesdesk_plans, tables.salesdesk_protections,
            tables.salesdesk_search_texts,
            tables.salesdesk_set_asides,
        ):  # fmt: skip
            self.connection.execute(delete(table).where(table.c.customer_id.in_(ids)))
        return self.connection.execute(delete(tables.customers).where(_C.id.in_(ids))).rowcount


def _as_logged(row: Row[*tuple[Any, ...]], details: Mapping[str, Any]) -> bool:
    """Whether a contact's row holds what the event of its log says."""
    moments = (row.contact_date, row.next_follow_up_date)
    return (
        str(row.contact_method) == details["method"]
        and str(row.contact_status) == details["outcome"]
        and (row.notes or "") == details["notes"]
        and [at.isoformat() if at else None for at in moments]
        == [details["at"], details["next_step"]]
    )


def _standing(import_id: str) -> tuple[ColumnElement[bool], ...]:
    return _I.id == import_id, _I.outcome != ImportOutcome.TAKEN_BACK.value


def _counts(tally: Tally) -> dict[str, int]:
    return {
        "total": tally.lines, "created": tally.created, "filled": tally.filled,
        "contacts": tally.contacts, "duplicates": tally.duplicates, "invalid": tally.invalid,
    }  # fmt: skip


def _record(row: Row[*tuple[Any, ...]]) -> ImportRecord:
    return ImportRecord(
        id=row.id,
        source=row.source,
        file_name=row.file_name,
        actor_uid=row.actor_uid,
        started_at=row.started_at,
        finished_at=row.finished_at,
        outcome=ImportOutcome(row.outcome),
        tally=Tally(
            row.total, row.created, row.filled, row.contacts, row.duplicates, row.invalid
        ),
    )  # fmt: skip
