"""What the database cannot store is a refusal that names the field; nothing is changed."""

import logging

import pytest
from sqlalchemy import insert, update
from sqlalchemy.exc import DBAPIError

from salesdesk.domain.errors import Invalid, Refusal, Unavailable
from salesdesk.domain.events import Event, EventKind
from salesdesk.storage import tables
from salesdesk.storage.db import faults
from salesdesk.storage.unit_of_work import Store, UnitOfWork
from tests.support.database import Database, TestServer
from tests.support.rows import NOW, ZERO, contact, customer, key, put

SECRET = "a secret of the customer"


@pytest.fixture(autouse=True)
def a_customer(request: pytest.FixtureRequest) -> None:
    """A customer with a contact, where a test has a database."""
    for name in {"mariadb", "database"} & set(request.fixturenames):
        put(request.getfixturevalue(name), "customers", [customer(1)])
        put(request.getfixturevalue(name), "customer_contacts", [contact(1, 1, NOW)])
        return


def write(store: Store, table: str, **values: object) -> None:
    """An act that writes its event and then these values."""

    def work(unit: UnitOfWork) -> None:
        unit.events.begin(
            Event(key(1, 9), unit.clock(), EventKind.CUSTOMER_EDITED, key(1), "u", {})
        )
        found = tables.user.tables.get(table)
        unit.connection.execute(
            update(found if found is not None else tables.own.tables[table]).values(values)
        )

    store.act(work)


def events(database: Database) -> int:
    """How many events are stored."""
    return int(database.execute("SELECT count(*) FROM salesdesk_events")[0][0])


@pytest.mark.parametrize(
    ("table", "column", "value", "field"),
    [
        ("customers", "name", "x" * 256, "name"),
        ("customers", "phone_number", "0" * 21, "phone"),
        ("customers", "company", "x" * 256, "company"),
        ("customers", "address", "x" * 65_536, "address"),
        ("customers", "lead_source", "Telepathy", "lead_source"),
        ("customer_contacts", "notes", "x" * 65_536, "notes"),
        ("customer_contacts", "contact_date", NOW.replace(year=2039), "when"),
        ("customer_contacts", "next_follow_up_date", NOW.replace(year=2039), "next_step"),
    ],
)
def test_the_field_is_named(
    mariadb: Database, table: str, column: str, value: object, field: str
) -> None:
    with pytest.raises(Invalid) as told:
        write(mariadb.store, table, **{column: value})
    assert told.value.field == field
    assert str(value) not in told.value.message
    assert events(mariadb) == 0


def test_a_column_that_no_form_has_is_refused_without_a_field(mariadb: Database) -> None:
    with pytest.raises(Refusal) as told:
        write(mariadb.store, "customers", firebase_uid="u" * 29)
    assert not isinstance(told.value, Invalid)
    assert told.value.field is None


def test_half_a_character_is_refused(database: Database) -> None:
    with pytest.raises(Refusal, match="cannot be stored"):
        write(database.store, "customers", name="half a 🎂: \ud83c")
    assert events(database) == 0


def test_a_narrow_column_refuses_an_emoji(server: TestServer, mariadb: Database) -> None:
    name = mariadb.url.database
    # MySQL copies the table and looks at its foreign keys anew; the row stands alone here.
    unlinked = "SET FOREIGN_KEY_CHECKS = 0"
    server.run(
        unlinked, f"ALTER TABLE {name}.customer_contacts MODIFY notes text CHARACTER SET latin1"
    )
    try:
        with pytest.raises(Invalid, match="characters") as told:
            write(mariadb.store, "customer_contacts", notes="🎂")
        write(mariadb.store, "customer_contacts", notes="Zoë")
    finally:
        server.run(
            unlinked,
            f"ALTER TABLE {name}.customer_contacts MODIFY notes text "
            "CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci",
        )
    assert told.value.field == "notes"
    assert mariadb.execute("SELECT notes FROM customer_contacts") == [("Zoë",)]


def test_the_log_holds_no_value(mariadb: Database, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG), pytest.raises(Invalid) as told:
        write(mariadb.store, "customers", name=SECRET * 20)
    assert "column name" in caplog.text
    cause = told.value.__cause__
    assert isinstance(cause, DBAPIError)
    for text in (caplog.text, str(told.value), str(cause), repr(cause)):
        assert SECRET not in text


def test_an_outage_is_none(mariadb: Database) -> None:
    with pytest.raises(Unavailable) as told:
        mariadb.store.act(lambda unit: unit.connection.exec_driver_sql("SELECT * FROM nowhere"))
    assert told.value.kind == "schema"


def test_a_missing_value_is_a_bug(database: Database) -> None:
    with pytest.raises(DBAPIError):
        database.store.act(
            lambda unit: unit.connection.execute(insert(tables.salesdesk_state).values(name="x"))
        )


@pytest.mark.parametrize(
    ("told", "column"),
    [
        ("Data too long for column 'name' at row 1", "name"),
        ("Incorrect string value: 'x' for column `desk`.`customers`.`name` at row 1", "name"),
        ("Incorrect datetime value: 'x' for column 'contact_date' at row 3", "contact_date"),
        ("Incorrect datetime value: 'x' for column desk.customers.until at row 3", "until"),
        ("Out of range value for column 'id' at row 1", "id"),
        ("Duplicate entry 'x' for key 'PRIMARY'", None),
        ("", None),
    ],
)  # fmt: skip
def test_the_column_of_a_servers_words(told: str, column: str | None) -> None:
    fault = DBAPIError("", None, Exception(1366, told))
    assert faults.column(fault) == column


def test_zero_dates_stay_as_they_are(mariadb: Database) -> None:
    mariadb.execute("UPDATE customers SET last_interaction_date = %s", ZERO)
    write(mariadb.store, "customers", name="Dewi")
    stored = mariadb.execute("SELECT CAST(last_interaction_date AS CHAR(30)), name FROM customers")
    assert stored == [(ZERO, "Dewi")]
