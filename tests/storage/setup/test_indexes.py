"""The recommended indexes and what an account may not do."""

import pytest
from sqlalchemy.engine import URL

from salesdesk.domain.errors import Unavailable
from salesdesk.storage import tables
from salesdesk.storage.db.engine import Tls, make_engine
from salesdesk.storage.setup import indexes, rights, schema
from salesdesk.storage.setup.grants import AccountRole
from tests.storage.conftest import Hire
from tests.support.booking_files import created, load_file
from tests.support.database import Database, TestServer

NAMES = [index.name for index in indexes.RECOMMENDED]


def missing(url: URL) -> list[str]:
    """The names of the indexes that a database lacks."""
    engine = make_engine(url, tls=Tls.OFF)
    with engine.connect() as connection:
        found = [index.name for index in indexes.missing(connection)]
    engine.dispose()
    return found


def test_each_names_real_columns_and_a_gain() -> None:
    assert len(NAMES) == len(set(NAMES)) == 5
    for index in indexes.RECOMMENDED:
        assert index.name.startswith("salesdesk_")
        assert set(index.columns) <= set(tables.user.tables[index.table].c.keys())
        assert "times faster" in index.why


def test_they_are_made_once(server: TestServer, mariadb_url: URL) -> None:
    load_file(server, mariadb_url.database)
    engine = make_engine(mariadb_url, tls=Tls.OFF)
    before = created(engine, sorted(tables.user.tables))
    assert missing(mariadb_url) == NAMES
    told: list[tuple[str, int, int]] = []
    made = indexes.apply(engine, lambda index, done, of: told.append((index.name, done, of)))
    assert [index.name for index in made] == NAMES
    assert told == [(name, done, 5) for done, name in enumerate(NAMES)]
    assert missing(mariadb_url) == []
    assert indexes.apply(engine) == ()
    after = created(engine, sorted(tables.user.tables))
    added = {line for name in after for line in set(after[name]) - set(before[name])}
    assert {line.split("`")[1] for line in added} == set(NAMES), "nothing else is changed"
    engine.dispose()


def test_an_index_of_another_name_serves_as_well(server: TestServer, mariadb_url: URL) -> None:
    load_file(server, mariadb_url.database)
    name = mariadb_url.database
    server.run(
        f"CREATE INDEX by_name ON {name}.customers (name, company)",
        f"CREATE INDEX by_end ON {name}.customer_binding_history (binding_end_date, customer_id)",
    )
    assert missing(mariadb_url) == [n for n in NAMES if n != "salesdesk_customers_name"]


def test_a_table_in_use_is_not_waited_for_long(
    server: TestServer, mariadb_url: URL, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("salesdesk.storage.db.mysql.TABLE_WAIT_SECONDS", 1)
    load_file(server, mariadb_url.database)
    engine = make_engine(mariadb_url, tls=Tls.OFF)
    with engine.connect() as busy:
        busy.exec_driver_sql("SELECT count(*) FROM customers")
        with pytest.raises(Unavailable) as told:
            indexes.apply(engine)
    assert told.value.kind == "busy"
    assert missing(mariadb_url) == NAMES[1:], "what was made before stays"
    assert len(indexes.apply(engine)) == 4
    engine.dispose()


def test_a_missing_right_says_what_to_run(server: TestServer, mariadb_url: URL, hire: Hire) -> None:
    load_file(server, mariadb_url.database)
    url = hire(mariadb_url, f"SELECT ON {mariadb_url.database}.*")
    engine = make_engine(url, tls=Tls.OFF)
    with pytest.raises(Unavailable, match="salesdesk db indexes --apply") as told:
        indexes.apply(engine)
    server.run("GRANT " + told.value.message.partition("GRANT ")[2])
    engine.dispose()  # a new session has the new right
    assert len(indexes.apply(engine)) == 5
    engine.dispose()
    assert missing(mariadb_url) == []


# --- rights ---------------------------------------------------------------------------------------


def lacking(url: URL) -> set[str]:
    """What the account of a URL lacks."""
    engine = make_engine(url, tls=Tls.OFF)
    with engine.connect() as connection:
        found = rights.lacking(connection, AccountRole.AGENT)
    engine.dispose()
    return set(found)


def test_a_full_account_lacks_nothing(mariadb: Database, sqlite: Database, hire: Hire) -> None:
    url = hire(mariadb.url, f"SELECT, INSERT, UPDATE, DELETE ON {mariadb.url.database}.*")
    assert lacking(url) == set()
    with sqlite.engine.connect() as connection:
        assert rights.lacking(connection, AccountRole.AGENT) == ()


def test_what_an_account_lacks_is_named(mariadb: Database, hire: Hire) -> None:
    name = mariadb.url.database
    mariadb.execute("INSERT INTO roles (name, status) VALUES ('Clerk', 'active')")
    found = lacking(
        hire(
            mariadb.url,
            f"SELECT, INSERT ON {name}.*",
            f"UPDATE ON {name}.customers",
            *(f"UPDATE, DELETE ON {name}.{table}" for table in tables.own.tables),
        )
    )
    assert found == {
        "UPDATE on customer_contacts",
        "DELETE on customer_contacts",
        "UPDATE on customer_binding_history",
        "UPDATE on users",
    }
    assert "SELECT on customers" in lacking(hire(mariadb.url, f"SELECT ON {name}.users"))
    assert mariadb.execute("SELECT count(*) FROM roles") == [(1,)]


def test_tables_that_are_not_there_are_another_matter(
    server: TestServer, mariadb_url: URL, hire: Hire
) -> None:
    load_file(server, mariadb_url.database)
    name = mariadb_url.database
    url = hire(mariadb_url, f"SELECT, INSERT, UPDATE, DELETE ON {name}.*")
    assert lacking(url) == set()
    engine = make_engine(mariadb_url, tls=Tls.OFF)
    schema.upgrade(engine)
    engine.dispose()
    assert lacking(url) == set()
