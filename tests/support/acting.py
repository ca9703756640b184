"""What the tests of acts share: two customers, an act on one of them, and what came of it."""

from sqlalchemy import update

from salesdesk.domain.events import Event, EventKind
from salesdesk.storage import tables
from salesdesk.storage.unit_of_work import UnitOfWork
from tests.support.database import Database
from tests.support.rows import customer, key, put

CUSTOMERS = tables.customers
ACT = key(1, 9)
UNTOUCHED = ["Customer 00001", "Customer 00002"]


def put_two_customers(database: Database) -> None:
    """Customers 1 and 2, available."""
    put(database, "customers", [customer(1), customer(2)])


def begin(unit: UnitOfWork, number: int = 1) -> None:
    """Lock a customer and write the act's event, as every act does."""
    unit.customers.lock([key(number)])
    unit.events.begin(Event(ACT, unit.clock(), EventKind.CUSTOMER_EDITED, key(number), "u", {}))


def rename(unit: UnitOfWork, name: str, number: int = 1) -> None:
    """Change a customer's name."""
    unit.connection.execute(
        update(CUSTOMERS).where(CUSTOMERS.c.id == key(number)).values(name=name)
    )


def names(database: Database) -> list[str]:
    """The customers' names."""
    return [str(row[0]) for row in database.execute("SELECT name FROM customers ORDER BY id")]


def acts(database: Database) -> int:
    """How often the act's event is stored."""
    [(count,)] = database.execute("SELECT count(*) FROM salesdesk_events WHERE id = %s", ACT)
    return int(count)
