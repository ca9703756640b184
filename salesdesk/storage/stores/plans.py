"""Writes on `salesdesk_plans` and `salesdesk_protections`: one row a customer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, Table, bindparam, delete, insert, select

from salesdesk.storage import tables


@dataclass(frozen=True, slots=True)
class Plan:
    """A next step made without a contact.

    Attributes:
        due_at: None: the next step was cleared at `written_at`.
    """

    customer_id: str
    due_at: datetime | None
    written_at: datetime
    by_uid: str
    note: str
    event_id: str


@dataclass(frozen=True, slots=True)
class Protection:
    """A lead's word that a customer is not to be released before a date."""

    customer_id: str
    until: datetime
    reason: str
    by_uid: str
    at: datetime
    event_id: str


#: What reads the plan of the customer `of_customer`, for `plan_of`.
PLAN: Select[Any] = select(tables.salesdesk_plans).where(
    tables.salesdesk_plans.c.customer_id == bindparam("of_customer")
)


def plan_of(rows: Iterable[Any]) -> Plan | None:
    """The plan of these rows, of which there is one at most."""
    for row in rows:
        return Plan(
            row.customer_id,
            row.due_at,
            row.written_at,
            row.planned_by_uid,
            row.note or "",
            row.event_id,
        )
    return None


@dataclass(frozen=True, slots=True)
class PlanStore:
    """The plans, within one transaction and under the customer's lock."""

    connection: Connection

    def get(self, customer_id: str) -> Plan | None:
        """The customer's plan."""
        return plan_of(self.connection.execute(PLAN, {"of_customer": customer_id}))

    def put(self, plan: Plan) -> None:
        """Set the customer's plan; an earlier one is replaced."""
        self.remove(plan.customer_id)
        self.add(plan)

    def add(self, plan: Plan) -> None:
        """Set the plan of a customer that has none."""
        self.connection.execute(
            insert(tables.salesdesk_plans).values(
                customer_id=plan.customer_id,
                due_at=plan.due_at,
                written_at=plan.written_at,
                planned_by_uid=plan.by_uid,
                note=plan.note or None,
                event_id=plan.event_id,
            )
        )

    def remove(self, customer_id: str) -> bool:
        """Remove the customer's plan; False where there was none."""
        return _remove(self.connection, tables.salesdesk_plans, (customer_id,)) == 1


@dataclass(frozen=True, slots=True)
class ProtectionStore:
    """The protections, within one transaction and under the customer's lock."""

    connection: Connection

    def get(self, customer_id: str) -> Protection | None:
        """The customer's protection."""
        protections = tables.salesdesk_protections
        row = self.connection.execute(
            select(protections).where(protections.c.customer_id == customer_id)
        ).one_or_none()
        if row is None:
            return None
        return Protection(
            row.customer_id, row.until, row.reason, row.set_by_uid, row.set_at, row.event_id
        )

    def put(self, protection: Protection) -> None:
        """Set the customer's protection; an earlier one is replaced."""
        self.remove((protection.customer_id,))
        self.connection.execute(
            insert(tables.salesdesk_protections).values(
                customer_id=protection.customer_id,
                until=protection.until,
                reason=protection.reason,
                set_by_uid=protection.by_uid,
                set_at=protection.at,
                event_id=protection.event_id,
            )
        )

    def remove(self, customer_ids: Iterable[str]) -> int:
        """Remove the protections of these customers; how many there were."""
        return _remove(self.connection, tables.salesdesk_protections, customer_ids)


def _remove(connection: Connection, table: Table, customer_ids: Iterable[str]) -> int:
    statement = delete(table).where(table.c.customer_id.in_(sorted(set(customer_ids))))
    return connection.execute(statement).rowcount
