"""A new database, an upgrade of the user's own, and what is said where something is missing."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, event
from sqlalchemy.engine import URL

from salesdesk.domain.errors import Refusal, Unavailable
from salesdesk.storage import tables
from salesdesk.storage.db.engine import Tls, make_engine
from salesdesk.storage.setup import grants, indexes, revisions, schema
from salesdesk.storage.setup.grants import Account, AccountRole
from tests.storage.conftest import Hire
from tests.support.booking_files import DEFAULTS, created, load_file
from tests.support.database import Database, TestServer
from tests.support.schema_states import NOTES, OWN, USERS, present, state, status


@pytest.fixture(params=DEFAULTS, ids=["unicode", "latin1", "general"])
def empty_on_server(request: pytest.FixtureRequest, server: TestServer) -> Iterator[Engine]:
    """An empty database on the server, with each default."""
    url = server.fresh_database(request.param)
    engine = make_engine(url, tls=Tls.OFF)
    yield engine
    engine.dispose()
    server.drop(url)


@pytest.fixture
def empty_workspace(tmp_path: Path) -> Iterator[Engine]:
    """A workspace whose file does not exist yet."""
    engine = make_engine(f"sqlite:///{tmp_path / 'new.sqlite'}")
    yield engine
    engine.dispose()


@pytest.fixture(params=["workspace", "server"])
def empty(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """An empty database of each kind."""
    if request.param == "workspace":
        yield request.getfixturevalue("empty_workspace")
        return
    engine = make_engine(request.getfixturevalue("mariadb_url"), tls=Tls.OFF)
    yield engine
    engine.dispose()


@pytest.fixture(params=DEFAULTS, ids=["unicode", "latin1", "general"])
def booking(request: pytest.FixtureRequest, server: TestServer) -> Iterator[Engine]:
    """The booking application's database, which SalesDesk has never seen."""
    url = server.fresh_database(request.param)
    load_file(server, url.database)
    engine = make_engine(url, tls=Tls.OFF)
    yield engine
    engine.dispose()
    server.drop(url)


def test_the_newest_revision_is_known_without_alembic() -> None:
    """A start asks for it, and Alembic is slow to import."""
    scripts = ScriptDirectory.from_config(revisions.configured())
    assert scripts.get_current_head() == schema.HEAD
    chain = [script.revision for script in scripts.walk_revisions()]
    assert chain == sorted(chain, reverse=True)


# --- a new database -------------------------------------------------------------------------------


def test_init_makes_everything_and_counts_as_confirmed(empty: Engine) -> None:
    made = schema.init(empty)
    assert set(made) == USERS | OWN
    assert present(empty) == USERS | OWN
    assert set(state(empty)) == NOTES
    found = status(empty)
    assert (found.needs, found.missing, found.missing_columns) == ((), (), ())
    assert found.revision == found.head


def test_init_means_one_collation_whatever_the_default(empty_on_server: Engine) -> None:
    schema.init(empty_on_server)
    with empty_on_server.connect() as connection:
        found = connection.exec_driver_sql(
            "SELECT DISTINCT collation_name FROM information_schema.columns "
            "WHERE table_schema = DATABASE() AND collation_name IS NOT NULL "
            "AND (table_name, column_name) NOT IN "
            "(('salesdesk_accounts', 'account'), ('salesdesk_search_texts', 'text'))"
        ).scalars()
        assert list(found) == ["utf8mb4_unicode_ci"]
    assert status(empty_on_server).needs == ()


def test_init_refuses_a_database_with_anything_in_it(database: Database) -> None:
    with pytest.raises(Refusal, match="already"):
        schema.init(database.engine)
    database.execute("INSERT INTO roles (name, status) VALUES (%s, %s)", "Booking clerk", "active")
    with pytest.raises(Refusal, match=r"not empty: it has roles.*salesdesk db upgrade"):
        schema.init(database.engine)


def test_init_refuses_strange_tables(empty: Engine) -> None:
    with empty.execution_options(salesdesk_write=True).begin() as connection:
        connection.exec_driver_sql("CREATE TABLE wp_posts (id INTEGER PRIMARY KEY)")
    with pytest.raises(Refusal, match="wp_posts"):
        schema.init(empty)
    assert present(empty) == {"wp_posts"}


@pytest.mark.parametrize("broken", ["orders", "salesdesk_plans", "salesdesk_state"])
def test_a_new_database_that_broke_off_is_finished(empty: Engine, broken: str) -> None:
    with pytest.raises(PowerCut), power_cut(empty, broken):
        schema.init(empty)
    assert broken not in present(empty)
    schema.init(empty)
    assert present(empty) == USERS | OWN
    assert set(state(empty)) == NOTES
    assert status(empty).needs == ()


class PowerCut(Exception):  # noqa: N818 - what it plays
    """The program ends in the middle of making tables."""


class power_cut:  # noqa: N801 - used as a block
    """Within the block, making a table ends the program's connection."""

    def __init__(self, engine: Engine, table: str) -> None:
        self.engine = engine
        self.pattern = re.compile(rf"\s*CREATE TABLE [`\"]?{table}\b")

    def __enter__(self) -> None:
        event.listen(self.engine, "before_cursor_execute", self.cut)

    def __exit__(self, *_: object) -> None:
        event.remove(self.engine, "before_cursor_execute", self.cut)

    def cut(self, connection: Connection, _cursor: object, statement: str, *_: object) -> None:
        """Cut before the server has seen the statement."""
        if self.pattern.match(statement):
            raise PowerCut


# --- the booking application's database -----------------------------------------------------------


def test_upgrade_adds_only_its_own(booking: Engine) -> None:
    before = created(booking, sorted(USERS))
    assert set(schema.upgrade(booking)) == OWN
    assert created(booking, sorted(USERS)) == before
    assert present(booking) == USERS | OWN
    assert set(state(booking)) == NOTES - {"releases_confirmed_at"}, (
        "an administrator confirms the first release"
    )
    assert status(booking).needs == ()


def test_own_tables_name_their_collation(booking: Engine) -> None:
    schema.upgrade(booking)
    with booking.connect() as connection:
        found = connection.exec_driver_sql(
            "SELECT table_name, table_collation, engine FROM information_schema.tables "
            "WHERE table_schema = DATABASE() AND table_name LIKE 'salesdesk\\_%%'"
        ).all()
        # A join that no common collation can be found for is refused (1267).
        connection.exec_driver_sql(
            "SELECT 1 FROM customers AS c JOIN salesdesk_phones AS p ON p.customer_id = c.id "
            "JOIN salesdesk_plans AS n ON n.customer_id = c.id "
            "JOIN customer_binding_history AS h ON h.customer_id = p.customer_id"
        )
    assert sorted(found) == [(name, "utf8mb4_unicode_ci", "InnoDB") for name in sorted(OWN)]


def test_a_second_upgrade_does_nothing(booking: Engine) -> None:
    schema.upgrade(booking)
    known = state(booking)
    assert schema.upgrade(booking) == ()
    assert state(booking) == known


@pytest.mark.parametrize("broken", ["salesdesk_agents", "salesdesk_plans", "salesdesk_state"])
def test_an_upgrade_that_broke_off_is_finished(
    server: TestServer, mariadb_url: URL, broken: str
) -> None:
    load_file(server, mariadb_url.database)
    engine = make_engine(mariadb_url, tls=Tls.OFF)
    with pytest.raises(PowerCut), power_cut(engine, broken):
        schema.upgrade(engine)
    assert "salesdesk_accounts" in present(engine)
    assert "salesdesk db upgrade" in status(engine).needs[0].english
    schema.upgrade(engine)
    assert present(engine) == USERS | OWN
    assert status(engine).needs == ()
    engine.dispose()


def test_a_table_without_its_last_index_gets_it(server: TestServer, mariadb_url: URL) -> None:
    load_file(server, mariadb_url.database)
    engine = make_engine(mariadb_url, tls=Tls.OFF)
    schema.upgrade(engine)
    wanted = created(engine, ["salesdesk_events"])
    name = mariadb_url.database
    server.run(
        f"ALTER TABLE {name}.salesdesk_events DROP INDEX salesdesk_events_run",
        f"UPDATE {name}.{tables.VERSION_TABLE} SET version_num = '0002'",
    )
    schema.upgrade(engine)
    assert created(engine, ["salesdesk_events"]) == wanted
    engine.dispose()


# --- what is missing ------------------------------------------------------------------------------


def test_an_empty_database_is_told_from_one_to_upgrade(empty: Engine) -> None:
    found = status(empty)
    assert set(found.missing) == grants.TABLES_READ
    assert "salesdesk db init" in found.needs[0].english
    schema.init(empty)
    with empty.execution_options(salesdesk_write=True).begin() as connection:
        connection.exec_driver_sql(f"UPDATE {tables.VERSION_TABLE} SET version_num = '0001'")
    found = status(empty)
    assert found.missing == ()
    assert "salesdesk db upgrade" in found.needs[0].english


def test_missing_columns_are_named(server: TestServer, mariadb_url: URL) -> None:
    load_file(server, mariadb_url.database)
    server.run(
        f"ALTER TABLE {mariadb_url.database}.orders DROP COLUMN memo",
        f"ALTER TABLE {mariadb_url.database}.customers DROP COLUMN company",
    )
    engine = make_engine(mariadb_url, tls=Tls.OFF)
    found = status(engine)
    assert sorted(found.missing_columns) == ["customers.company", "orders.memo"]
    assert "customers.company" in found.needs[0].english
    engine.dispose()


def test_a_newer_revision_locks_nobody_out(database: Database) -> None:
    table = tables.VERSION_TABLE
    [(head,)] = database.execute(f"SELECT version_num FROM {table}")
    try:
        database.execute(f"UPDATE {table} SET version_num = '9999'")
        assert status(database.engine).needs == ()
        assert schema.upgrade(database.engine) == ()
    finally:
        database.execute(f"UPDATE {table} SET version_num = %s", head)


@pytest.mark.parametrize(
    ("lowest", "program", "may"),
    [("1.2", "1.2", True), ("1.2", "1.10", True), ("1.10", "1.9.9", False), ("2", "1.9", False)],
)
def test_the_lowest_version_decides_who_may_write(
    database: Database, lowest: str, program: str, may: bool
) -> None:
    database.execute("DELETE FROM salesdesk_state WHERE name = 'lowest_version'")
    database.execute(
        "INSERT INTO salesdesk_state VALUES ('lowest_version', %s, '2026-01-01 00:00:00')", lowest
    )
    needs = status(database.engine, program).needs
    assert needs == (() if may else needs)
    assert may or f"needs SalesDesk {lowest} or newer" in needs[0].english
    assert bool(needs) is not may


@pytest.mark.parametrize(
    ("version", "old"),
    [
        ("5.6.51-log", True),
        ("5.7.44", False),
        ("8.0.36", False),
        ("9.7.0", False),
        ("10.5.23-MariaDB-1:10.5.23+maria~ubu2004", True),
        ("5.5.5-10.4.32-MariaDB", True),
        ("10.6.16-MariaDB-log", False),
        ("10.11.6-MariaDB-0+deb12u1", False),
        ("11.4.2-MariaDB", False),
        ("SQLite 3.40.1", False),
    ],
)
def test_old_servers_are_told(version: str, old: bool) -> None:
    assert bool(schema.age_warnings(version)) is old


# --- rights ---------------------------------------------------------------------------------------


def test_a_missing_right_to_create_says_what_to_run(
    server: TestServer, mariadb_url: URL, hire: Hire
) -> None:
    load_file(server, mariadb_url.database)
    url = hire(mariadb_url, f"SELECT, INSERT, UPDATE, DELETE ON {mariadb_url.database}.*")
    engine = make_engine(url, tls=Tls.OFF)
    with pytest.raises(Unavailable) as told:
        schema.upgrade(engine)
    assert told.value.kind == "rights"
    assert "salesdesk db upgrade" in told.value.message
    grant = told.value.message.partition("GRANT ")
    assert f"TO '{url.username}'@'%';" in grant[2]
    assert str(url.password) not in told.value.message
    server.run("GRANT " + grant[2])
    engine.dispose()
    engine = make_engine(url, tls=Tls.OFF)
    assert set(schema.upgrade(engine)) == OWN
    engine.dispose()


@pytest.mark.parametrize("more", ["", ", SELECT", ", SELECT, INSERT"])
def test_rights_to_make_tables_alone_are_not_enough_and_the_rest_is_said(
    server: TestServer, mariadb_url: URL, hire: Hire, more: str
) -> None:
    """The statement is the one that `db grants --role upgrade` prints."""
    load_file(server, mariadb_url.database)
    url = hire(mariadb_url, f"CREATE, ALTER, INDEX, REFERENCES{more} ON {mariadb_url.database}.*")
    engine = make_engine(url, tls=Tls.OFF)
    with pytest.raises(Unavailable, match="lacks a right that this step needs") as told:
        schema.upgrade(engine)
    engine.dispose()
    administrator = make_engine(mariadb_url, tls=Tls.OFF)
    with administrator.connect() as connection:
        account = Account(str(url.username), "%")
        (wanted,) = grants.statements(connection, AccountRole.UPGRADE, account)
    administrator.dispose()
    assert told.value.message.endswith(wanted)
    server.run(wanted)
    engine = make_engine(url, tls=Tls.OFF)
    schema.upgrade(engine)
    with engine.connect() as connection:
        assert schema.status(connection, "99.0").needs == ()
    engine.dispose()


def test_a_missing_right_at_init_says_what_to_run(
    server: TestServer, mariadb_url: URL, hire: Hire
) -> None:
    url = hire(mariadb_url, f"SELECT ON {mariadb_url.database}.*")
    engine = make_engine(url, tls=Tls.OFF)
    with pytest.raises(Unavailable, match="salesdesk db init") as told:
        schema.init(engine)
    server.run("GRANT " + told.value.message.partition("GRANT ")[2])
    engine.dispose()
    engine = make_engine(url, tls=Tls.OFF)
    assert set(schema.init(engine)) == USERS | OWN
    engine.dispose()


def test_a_workspace_has_the_recommended_indexes(sqlite: Database) -> None:
    with sqlite.engine.connect() as connection:
        assert indexes.missing(connection) == ()
