"""Several readings in one statement give what each of them gives alone, whatever their types."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select, String, func, select, type_coerce

from salesdesk.storage import tables
from salesdesk.storage.db.together import together
from salesdesk.storage.db.types import db_now
from tests.support.database import Database
from tests.support.rows import DAY, NOW, ZERO, bound, contact, customer, key, put

C = tables.customers.c
K = tables.customer_contacts.c


def readings() -> dict[str, Select[Any]]:
    """Readings of every kind of column that lists read."""
    return {
        "customers": select(
            C.id,
            C.name,
            C.company,
            C.created_at,
            C.last_interaction_date,
            type_coerce(C.sales_status, String()).label("status"),
            (C.bound_to_uid.is_not(None)).label("owned"),
        ),
        "contacts": select(K.id, K.contact_date, K.notes).where(K.notes.is_not(None)),
        "figures": select(func.count().label("number"), func.sum(C.id.is_not(None)).label("sum")),
        "clock": select(db_now().label("now")),
        "nobody": select(C.id).where(C.name == "Nobody"),
    }


def test_together_they_give_what_each_gives_alone(database: Database) -> None:
    database.set_clock(NOW)
    awkward = 'Zoë "O\'Brien" 😀 \\ %s 100% \n\t/ null'
    put(database, "customers", [
        customer(1, name=awkward, company=None, last_interaction_date=NOW),
        bound(2, 1, NOW - DAY, last_interaction_date=ZERO, sales_status=None),
    ])  # fmt: skip
    put(database, "customer_contacts", [contact(1, 1, NOW, notes=awkward), contact(2, 2, ZERO)])
    with database.engine.connect() as connection:
        found = together(connection, readings())
        for name, one in readings().items():
            alone = [tuple(row) for row in connection.execute(one)]
            assert sorted(map(repr, map(tuple, found[name]))) == sorted(map(repr, alone)), name
    first = min(found["customers"], key=lambda row: row.id)
    assert (first.id, first.name, first.last_interaction_date) == (key(1), awkward, NOW)


def test_one_reading_goes_as_it_is_and_none_asks_nothing(database: Database) -> None:
    put(database, "customers", [customer(1)])
    with database.engine.connect() as connection:
        assert together(connection, {}) == {}
        one = together(connection, {"names": select(C.name)})
    assert [row.name for row in one["names"]] == ["Customer 00001"]
