"""The user's tables in Python are the user's file, to the last key."""

import re
from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, UniqueConstraint, create_engine, inspect
from sqlalchemy.dialects import mysql

from salesdesk.storage import tables
from salesdesk.storage.db.engine import Tls, make_engine
from salesdesk.storage.db.types import Choice
from salesdesk.storage.setup import new_database, schema
from tests.support.booking_files import DEFAULTS, FILE, UNICODE, created, load_file
from tests.support.database import Database, TestServer


@pytest.fixture(params=DEFAULTS, ids=["unicode", "latin1", "general"])
def both(request: pytest.FixtureRequest, server: TestServer) -> Iterator[tuple[Engine, Engine]]:
    """A database with the user's file, and one made from the tables in Python."""
    urls = [server.fresh_database(request.param) for _ in range(2)]
    of_file, of_python = (make_engine(url, tls=Tls.OFF) for url in urls)
    load_file(server, urls[0].database)
    tables.user.create_all(of_python)
    yield of_file, of_python
    for engine, url in ((of_file, urls[0]), (of_python, urls[1])):
        engine.dispose()
        server.drop(url)


def test_the_tables_are_those_of_the_file(both: tuple[Engine, Engine]) -> None:
    names = re.findall(r"CREATE TABLE `(\w+)`", FILE.read_text("utf-8"))
    assert len(names) == 19
    assert sorted(tables.user.tables) == sorted(names)
    of_file, of_python = (created(engine, names) for engine in both)
    for name in names:
        assert of_python[name] == of_file[name], name


def test_reflection_finds_what_python_says(both: tuple[Engine, Engine]) -> None:
    inspector = inspect(both[0])
    assert sorted(inspector.get_table_names()) == sorted(tables.user.tables)
    for name, table in tables.user.tables.items():
        columns = {column["name"]: column for column in inspector.get_columns(name)}
        assert list(columns) == [column.name for column in table.columns]
        nullable = {column: found["nullable"] for column, found in columns.items()}
        assert nullable == {column.name: column.nullable for column in table.columns}
        kinds = {key: column["type"] for key, column in columns.items()}
        enums = {key: tuple(k.enums) for key, k in kinds.items() if isinstance(k, mysql.ENUM)}
        choices = {c.name: c.type.values for c in table.columns if isinstance(c.type, Choice)}
        assert enums == choices
        primary = inspector.get_pk_constraint(name)["constrained_columns"]
        assert primary == [column.name for column in table.primary_key.columns]
        keys = {(i["name"], tuple(i["column_names"])) for i in inspector.get_indexes(name)}
        assert keys == {
            (key.name, tuple(column.name for column in key.columns))
            for key in (*table.indexes, *table.constraints)
            if key in table.indexes or isinstance(key, UniqueConstraint)
        }


def test_the_own_copy_makes_the_same_tables(server: TestServer) -> None:
    urls = [server.fresh_database(UNICODE), server.fresh_database(DEFAULTS[1])]
    load_file(server, urls[0].database)
    engines = [make_engine(url, tls=Tls.OFF) for url in urls]
    schema.init(engines[1])
    assert created(engines[1], list(tables.user.tables)) == created(
        engines[0], list(tables.user.tables)
    )
    for engine, url in zip(engines, urls, strict=True):
        engine.dispose()
        server.drop(url)


def test_each_statement_of_the_copy_is_one_table() -> None:
    found = dict(new_database.statements(new_database.existing_schema()))
    assert sorted(found) == sorted(tables.user.tables)
    assert all(text.count("CREATE TABLE") == 1 for text in found.values())
    assert all(text.endswith(")") for text in found.values())


def test_own_tables_keep_apart(mariadb: Database) -> None:
    own = inspect(mariadb.engine)
    with mariadb.engine.connect() as connection:
        foreign = connection.exec_driver_sql(
            "SELECT table_name, column_name, collation_name FROM information_schema.columns "
            "WHERE table_schema = DATABASE() AND table_name LIKE 'salesdesk\\_%%' "
            "AND collation_name IS NOT NULL AND collation_name <> 'utf8mb4_unicode_ci' "
            "ORDER BY table_name"
        ).all()
    # An account is compared exactly; a search's text has been made alike before it is kept.
    assert foreign == [
        ("salesdesk_accounts", "account", "utf8mb4_bin"),
        ("salesdesk_search_texts", "text", "utf8mb4_bin"),
    ]
    for name in (*tables.own.tables, tables.VERSION_TABLE):
        assert name.startswith("salesdesk_")
        assert own.get_foreign_keys(name) == []


def test_the_revisions_make_the_tables_that_the_program_reads(
    mariadb: Database, server: TestServer
) -> None:
    url = server.fresh_database()
    engine = create_engine(url)
    tables.own.create_all(engine)
    names = sorted(tables.own.tables)
    assert created(mariadb.engine, names) == created(engine, names)
    engine.dispose()
    server.drop(url)
