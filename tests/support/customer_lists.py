"""Long lists of customers, and how much of them a model holds."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import insert

from salesdesk.storage import tables
from salesdesk.ui.lists.customer_rows import Column, CustomersModel
from tests.support.factories import NOON, Office


def many(office: Office, number: int) -> list[str]:
    """So many available customers, 'Customer 00000' and on; their ids in that order."""
    values = [
        {
            "id": f"{at:08d}-0000-4000-8000-000000000000",
            "name": f"Customer {at:05d}",
            "phone_number": f"+6281{at:09d}",
            "address": "Jl. Sudirman 1",
            "sales_status": "cold",
            "firebase_uid": office.admin_uid,
            "created_at": NOON - timedelta(days=3),
            "binding_status": "available",
        }
        for at in range(number)
    ]
    office.store.act(lambda unit: unit.connection.execute(insert(tables.customers), values))
    return [str(value["id"]) for value in values]


def in_memory(model: CustomersModel) -> int:
    """How many rows are held; the others show nothing until they are read again."""
    rows = range(model.rowCount())
    return sum(bool(model.index(row, Column.NAME).data()) for row in rows)


def crowd(office: Office, number: int) -> list[str]:
    """So many customers of the agent, and a few of somebody else."""
    for at in range(3):
        office.customer(f"Other {at}", owner=office.other_uid)
    return office.customers(number, owner=office.agent_uid, since=office.now)
