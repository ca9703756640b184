"""Rows for tests: an office with people, and customers in whatever state a test needs."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, TypeAlias

from sqlalchemy import Table, insert, select

from salesdesk.domain.contact import Contact, ContactDraft, Method, Outcome
from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.events import new_id
from salesdesk.domain.ownership import Binding, UnbindingReason
from salesdesk.domain.permissions import OFFERED_ROLES
from salesdesk.services.session import Session
from salesdesk.storage import tables
from salesdesk.storage.stores.contacts import ContactStore
from salesdesk.storage.unit_of_work import Store, UnitOfWork
from tests.support.database import Database
from tests.support.rows import summarise

#: A Monday noon in UTC; tests that move the clock start here.
NOON = datetime(2026, 6, 8, 12, tzinfo=UTC)

_numbers = itertools.count(1)

#: What people stand in, in the order of their references.
_STAFFED = (
    tables.permissions,
    tables.roles,
    tables.role_permissions,
    tables.users,
    tables.salesdesk_person_roles,
)
_Staff: TypeAlias = "list[tuple[Table, list[dict[str, Any]]]]"

#: The rows of an office's people, by its moment: hiring them is half of what a small test takes.
_staff: dict[datetime, _Staff] = {}


def _sweep(unit: UnitOfWork, ids: list[str]) -> None:
    """What the next sweep would do for these customers, in this very transaction."""
    unit.touched.customers.update(ids)
    unit.touched.anew.update(dict.fromkeys(ids))
    unit.search_texts.renew(ids)


def fresh_phone() -> str:
    """An Indonesian mobile number that no other row of this run has."""
    return f"+62812{next(_numbers):08d}"


@dataclass
class Office:
    """A database with three roles, a lead, two agents and an administrator.

    Attributes:
        now: the moment that the database's clock shows, unless a test moved it.
    """

    database: Database
    now: datetime = NOON
    lead_uid: str = "uid-rina"
    agent_uid: str = "uid-andi"
    other_uid: str = "uid-eko"
    admin_uid: str = "uid-sari"
    store: Store = field(init=False)

    def __post_init__(self) -> None:
        self.store = self.database.store
        self.move_clock(self.now)
        self._hire()

    def move_clock(self, moment: datetime) -> None:
        """Let the database's clock show this moment."""
        self.now = moment
        self.database.set_clock(moment)

    def pass_time(self, span: timedelta) -> None:
        """Move the database's clock on."""
        self.move_clock(self.now + span)

    def _hire(self) -> None:
        """Give the database its people, by the rows of the first time where there was one."""
        empty = not self.database.execute("SELECT id FROM roles UNION SELECT id FROM permissions")
        if not empty or self.now not in _staff:
            self._make_people()
            if empty:
                _staff[self.now] = self._rows_of_people()
            return
        with self.database.engine.execution_options(salesdesk_write=True).begin() as connection:
            for table, rows in _staff[self.now]:
                connection.execute(insert(table), rows)

    def _rows_of_people(self) -> _Staff:
        with self.database.engine.connect() as connection:
            return [
                (table, [dict(row) for row in connection.execute(select(table)).mappings()])
                for table in _STAFFED
            ]

    def _make_people(self) -> None:
        agent, lead, administrator = OFFERED_ROLES
        people = (
            (self.lead_uid, "Rina Wulandari", "rina@example.org", lead),
            (self.agent_uid, "Andi Firmansyah", "andi@example.org", agent),
            (self.other_uid, "Eko Saputra", "eko@example.org", agent),
            (self.admin_uid, "Sari Dewi", "sari@example.org", administrator),
        )

        def work(unit: UnitOfWork) -> None:
            for uid, name, email, role in people:
                unit.people.add_person(uid, name, email)
                unit.people.give_role(uid, unit.people.offer_role(role), unit.now, new_id())

        self.store.act(work)

    def session(self, uid: str) -> Session:
        """The seat of a person."""
        actor = self.store.read(lambda reading: reading.people.actor(uid))
        assert actor is not None
        return Session(self.store, actor, "test-machine")

    @property
    def lead(self) -> Session:
        """The lead's seat."""
        return self.session(self.lead_uid)

    @property
    def agent(self) -> Session:
        """An agent's seat."""
        return self.session(self.agent_uid)

    @property
    def other(self) -> Session:
        """Another agent's seat."""
        return self.session(self.other_uid)

    @property
    def admin(self) -> Session:
        """The administrator's seat."""
        return self.session(self.admin_uid)

    def customer(
        self,
        name: str = "Siti Rahmawati",
        *,
        owner: str | None = None,
        since: datetime | None = None,
        last_interaction: datetime | None = None,
        status: SalesStatus | None = SalesStatus.COLD,
        phone: str | None = None,
        company: str | None = None,
        created: datetime | None = None,
        source: str | None = None,
        swept: bool = True,
    ) -> str:
        """A customer whose rows obey the rules; its id.

        Args:
            swept: a sweep has seen it since, so that it stands in every list.
        """
        customer_id = new_id()
        start = since or (self.now if owner else None)
        values = {
            "id": customer_id,
            "name": name,
            "phone_number": phone or fresh_phone(),
            "address": "Jl. Sudirman 1, Jakarta",
            "company": company,
            "lead_source": source,
            "sales_status": status.value if status else None,
            "firebase_uid": self.admin_uid,
            "created_at": created or (start or self.now) - timedelta(days=1),
            "bound_to_uid": owner,
            "binding_start_date": start,
            "binding_status": "bound" if owner else "available",
            "last_interaction_date": last_interaction,
        }

        def work(unit: UnitOfWork) -> None:
            unit.connection.execute(insert(tables.customers).values(values))
            if owner is not None:
                unit.bindings.add([Binding(new_id(), customer_id, owner, start, None, None)])
            if swept:
                _sweep(unit, [customer_id])

        self.store.act(work)
        return customer_id

    def customers(self, number: int, *, owner: str, since: datetime) -> list[str]:
        """Many bound customers at once; their ids."""
        ids = [new_id() for _ in range(number)]
        rows = [
            {
                "id": customer_id,
                "name": f"Customer {count}",
                "phone_number": fresh_phone(),
                "address": "",
                "firebase_uid": self.admin_uid,
                "created_at": since,
                "bound_to_uid": owner,
                "binding_start_date": since,
                "binding_status": "bound",
            }
            for count, customer_id in enumerate(ids)
        ]
        spells = [Binding(new_id(), one, owner, since, None, None) for one in ids]

        def work(unit: UnitOfWork) -> None:
            unit.connection.execute(insert(tables.customers), rows)
            unit.bindings.add(spells)
            _sweep(unit, ids)

        self.store.act(work)
        return ids

    def contact(
        self,
        customer_id: str,
        *,
        by: str | None = None,
        at: datetime | None = None,
        outcome: Outcome = Outcome.SUCCESSFUL,
        method: Method = Method.CALL,
        notes: str = "",
        next_step: datetime | None = None,
        swept: bool = True,
    ) -> str:
        """A contact as the booking application would write it: no event, no other change.

        Args:
            swept: a sweep has seen it since.
        """
        contact = Contact(
            new_id(), customer_id, by or self.agent_uid, method, outcome, at or self.now, notes,
            next_step,
        )  # fmt: skip

        def work(unit: UnitOfWork) -> None:
            ContactStore(unit.connection).add(contact)
            if swept:
                _sweep(unit, [customer_id])

        self.store.act(work)
        return contact.id

    def closed_spell(
        self,
        customer_id: str,
        agent: str,
        start: datetime,
        end: datetime,
        reason: UnbindingReason = UnbindingReason.MANUAL_RELEASE,
    ) -> str:
        """A closed row of the ownership history."""
        spell = Binding(new_id(), customer_id, agent, start, end, reason)

        def work(unit: UnitOfWork) -> None:
            unit.bindings.add([spell])
            _sweep(unit, [customer_id])

        self.store.act(work)
        return spell.id

    def sweep(self) -> None:
        """Bring every summary in line with what a test wrote by itself."""
        summarise(self.database)


def draft(
    customer_id: str,
    *,
    method: Method = Method.CALL,
    outcome: Outcome = Outcome.SUCCESSFUL,
    notes: str = "Wants a quotation.",
    when: datetime | None = None,
    next_step: datetime | None = None,
    claim: bool = False,
) -> ContactDraft:
    """A contact as a person types it."""
    return ContactDraft(new_id(), customer_id, method, outcome, notes, when, next_step, claim=claim)
