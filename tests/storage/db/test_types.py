"""Moments, choices and defaults mean the same on both databases."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import Connection, func, literal, select
from sqlalchemy.engine import URL

from salesdesk.domain.customer import SalesStatus
from salesdesk.storage import tables
from salesdesk.storage.db.types import OfficeDateTime, UtcDateTime, db_now, greatest, least
from tests.support.booking_files import load_file
from tests.support.database import Database, TestServer, open_database
from tests.support.rows import NOW, ZERO, customer, key, person, put

CUSTOMERS = tables.customers
JAKARTA = timezone(timedelta(hours=7))


def write(database: Database) -> Connection:
    """A connection for a transaction that writes."""
    return database.engine.execution_options(salesdesk_write=True).connect()


def moments(database: Database) -> list[datetime | None]:
    """The customers' last interactions, in the order of their ids."""
    with database.engine.connect() as connection:
        column = CUSTOMERS.c.last_interaction_date
        return list(connection.execute(select(column).order_by(CUSTOMERS.c.id)).scalars())


def test_a_moment_comes_back_in_whole_seconds_of_utc(database: Database) -> None:
    put(database, "customers", [customer(1)])
    given = datetime(2026, 3, 10, 6, 30, 15, 999_999, tzinfo=JAKARTA)
    with write(database) as connection:
        connection.execute(CUSTOMERS.update().values(last_interaction_date=given))
        connection.commit()
        found = connection.execute(
            select(CUSTOMERS.c.id).where(CUSTOMERS.c.last_interaction_date == given)
        ).scalars()
        assert list(found) == [key(1)]
    assert moments(database) == [datetime(2026, 3, 9, 23, 30, 15, tzinfo=UTC)]
    stored = database.execute("SELECT CAST(last_interaction_date AS CHAR(30)) FROM customers")
    assert stored == [("2026-03-09 23:30:15",)]


def test_zero_dates_and_nulls_are_none(database: Database) -> None:
    rows = [customer(n, last_interaction_date=date) for n, date in enumerate((None, ZERO, NOW))]
    put(database, "customers", rows)
    assert moments(database) == [None, None, NOW]


def test_what_a_careless_hand_wrote_is_none(sqlite: Database) -> None:
    rows = [customer(n, last_interaction_date=d) for n, d in enumerate(("", "soon", "2026-02-30"))]
    put(sqlite, "customers", rows)
    assert moments(sqlite) == [None, None, None]


def test_a_moment_needs_its_time_zone(database: Database) -> None:
    with database.engine.connect() as connection:
        for kind, value in (
            (UtcDateTime(), datetime(2026, 1, 1)),  # noqa: DTZ001 - what is refused
            (OfficeDateTime(), datetime(2026, 1, 1, tzinfo=UTC)),
        ):
            with pytest.raises(Exception, match="time zone"):
                connection.execute(select(literal(value, kind)))


def test_an_offices_moment_stays_as_it_is(database: Database) -> None:
    noon = datetime(2026, 3, 10, 12, 0)  # noqa: DTZ001 - the office's own, without a zone
    with database.engine.connect() as connection:
        found = connection.execute(select(literal(noon, OfficeDateTime()))).scalar_one()
    assert found == noon
    assert found.tzinfo is None


def test_the_latest_and_the_earliest(database: Database) -> None:
    dates = [literal(NOW + timedelta(hours=hours), UtcDateTime()) for hours in (3, -9, 5, 0)]
    with database.engine.connect() as connection:
        latest, earliest = connection.execute(
            select(
                func.greatest(*dates, type_=UtcDateTime()), func.least(*dates, type_=UtcDateTime())
            )
        ).one()
        numbers = connection.execute(select(greatest(1, 7, 3), least(4, 2))).one()
    assert (latest, earliest) == (NOW + timedelta(hours=5), NOW - timedelta(hours=9))
    assert tuple(numbers) == (7, 2)


def test_defaults_follow_the_databases_clock(database: Database) -> None:
    database.set_clock(NOW)
    put(database, "users", [person(1)])
    with write(database) as connection:
        row = {k: v for k, v in customer(1).items() if k not in {"created_at", "updated_at"}}
        connection.execute(CUSTOMERS.insert().values(row))
        connection.commit()
        made = connection.execute(select(CUSTOMERS.c.created_at, CUSTOMERS.c.updated_at)).one()
    assert tuple(made) == (NOW, NOW)


def test_updated_at_moves_where_a_row_changes(database: Database) -> None:
    before = NOW - timedelta(days=100)
    put(database, "customers", [customer(1), customer(2), customer(3)])
    database.set_clock(NOW)
    with write(database) as connection:
        one, two = (CUSTOMERS.update().where(CUSTOMERS.c.id == key(n)) for n in (1, 2))
        connection.execute(one.values(sales_status="hot"))
        connection.execute(two.values(sales_status="cold"))  # as it was
        connection.commit()
        found = connection.execute(
            select(CUSTOMERS.c.updated_at).order_by(CUSTOMERS.c.id)
        ).scalars()
        assert list(found) == [NOW, before, before]


def test_a_last_login_that_is_kept_stays(database: Database) -> None:
    put(database, "users", [person(1)])
    database.set_clock(NOW)
    users = tables.users
    with write(database) as connection:
        kept = users.update().values(display_name="Dewi", last_login=users.c.last_login)
        connection.execute(kept)
        connection.commit()
        assert connection.execute(select(users.c.last_login)).scalar_one() == NOW - timedelta(1)


def test_a_choice_is_a_plain_word(database: Database) -> None:
    put(database, "customers", [customer(1)])
    with write(database) as connection:
        connection.execute(CUSTOMERS.update().values(sales_status=SalesStatus.HOT))
        connection.commit()
        found = connection.execute(select(CUSTOMERS.c.sales_status)).scalar_one()
        assert (found, type(found)) == ("hot", str)


def test_a_word_that_a_newer_booking_application_writes_is_read(
    server: TestServer, mariadb_url: URL
) -> None:
    load_file(server, mariadb_url.database)
    server.run(
        f"ALTER TABLE {mariadb_url.database}.customers MODIFY sales_status "
        "ENUM('cold','warm','hot','lukewarm') COLLATE utf8mb4_unicode_ci DEFAULT 'cold'"
    )
    database = open_database(mariadb_url)
    put(database, "customers", [customer(1, sales_status="lukewarm"), customer(2)])
    with database.engine.connect() as connection:
        status = select(CUSTOMERS.c.sales_status).where(CUSTOMERS.c.sales_status != "cold")
        assert list(connection.execute(status).scalars()) == ["lukewarm"]
    database.close()


def test_names_are_compared_as_the_users_server_does(database: Database) -> None:
    put(database, "customers", [customer(1, name="Budi", company="PT Maju")])
    with database.engine.connect() as connection:
        for condition in (CUSTOMERS.c.name == "bUDI", CUSTOMERS.c.company == "pt maju"):
            assert connection.execute(select(CUSTOMERS.c.id).where(condition)).scalar_one()


def test_the_clock_is_in_whole_seconds(database: Database) -> None:
    with database.engine.connect() as connection:
        now = connection.execute(select(db_now())).scalar_one()
    assert now.microsecond == 0
    assert now.tzinfo is UTC
