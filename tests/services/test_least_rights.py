"""Accounts with exactly the printed rights: each role's day goes on, and nothing else does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pymysql
import pytest
from sqlalchemy.engine import URL

from salesdesk.domain.errors import NotAllowed, Refusal
from salesdesk.domain.events import new_id
from salesdesk.domain.moments import DAY
from salesdesk.domain.permissions import Permission
from salesdesk.services import contact_hours, phone_sweep, summaries
from salesdesk.services.admin import people, sign_in
from salesdesk.services.lists import states
from salesdesk.services.release import run as release
from salesdesk.services.release.report import Cause, RunOutcome
from salesdesk.services.session import Session
from salesdesk.storage.db.engine import Tls, make_engine
from salesdesk.storage.setup import grants, rights, schema
from salesdesk.storage.setup.grants import Account, AccountRole
from salesdesk.storage.unit_of_work import Store
from tests.support.booking_files import load_file
from tests.support.database import Database, TestServer, open_database
from tests.support.factories import NOON, Office
from tests.support.invariants import breaches
from tests.support.permissions_needed import NEEDED, World

PASSWORD = "pw-1"
ROLES = {
    AccountRole.AGENT: "uid-andi",
    AccountRole.LEAD: "uid-rina",
    AccountRole.ADMINISTRATOR: "uid-sari",
}


@dataclass
class Hired:
    """An account with a role's rights alone, and the desk of whom it stands for."""

    office: Office
    role: AccountRole
    url: URL
    database: Database
    session: Session

    def run(self, statement: str) -> None:
        """Run a statement as this account, in a program that checks nothing."""
        with pymysql.connect(
            host=self.url.host or "",
            port=self.url.port or 0,
            user=self.url.username,
            password=PASSWORD,
            database=self.url.database,
            autocommit=True,
        ) as connection:
            connection.cursor().execute(statement)


@pytest.fixture(params=list(ROLES), ids=[role.value for role in ROLES])
def hired(request: pytest.FixtureRequest, server: TestServer, mariadb: Database) -> Iterator[Hired]:
    office, role = Office(mariadb), request.param
    account = Account(f"clerk_{role.value}", "127.0.0.1")
    with mariadb.engine.connect() as connection:
        printed = grants.statements(connection, role, account)
    server.run(f"CREATE USER {account} IDENTIFIED BY '{PASSWORD}'", *printed)
    url = mariadb.url.set(username=account.user, password=PASSWORD)
    database = open_database(url)
    database.set_clock(NOON)
    actor = office.session(ROLES[role]).actor
    yield Hired(office, role, url, database, Session(database.store, actor, "test-machine"))
    database.close()
    server.run(f"DROP USER {account}")


def test_the_day_of_each_role_goes_on(hired: Hired, tmp_path: Path) -> None:
    session, world = hired.session, World(hired.office, tmp_path)
    store = session.store
    assert sign_in.state(store).needs == ()
    assert store.read(lambda reading: rights.lacking(reading.connection, hired.role)) == ()
    swept = summaries.sweep(session)
    assert swept is not None
    assert swept.whole
    phone_sweep.refresh(session)
    states.keep_day(session)
    contact_hours.refresh(session)
    done = []
    for name, (needed, call) in NEEDED.items():
        if needed <= session.actor.permissions:
            try:
                call(session, world)
            except NotAllowed:
                raise
            except Refusal:
                pass  # there is nothing to undo, say: the server let it be tried
            done.append(name)
    assert len(done) > 40
    if session.actor.may(Permission.PEOPLE_MANAGE):
        people.revoke(session, new_id(), "rina@example.org")
    hired.office.customers(5, owner=hired.office.other_uid, since=NOON - 40 * DAY)
    report = release.run(session, Cause.STARTUP)
    assert (report.outcome, report.released >= 5) == (RunOutcome.DONE, True)
    hired.office.customers(30, owner=hired.office.other_uid, since=NOON - 40 * DAY)
    hired.office.database.execute("DELETE FROM salesdesk_state WHERE name LIKE 'releases_%%'")
    assert release.run(session, Cause.STARTUP).outcome is RunOutcome.HELD
    if session.actor.may(Permission.RELEASE_CONFIRM):
        assert release.confirm(session).released == 30
    assert breaches(hired.office.database) == []


#: What no account of a role may do, in whatever program.
NEVER = (
    "SELECT fcm_token FROM users",
    "SELECT * FROM users",
    "UPDATE users SET role_id = NULL",
    "UPDATE users SET display_name = 'X'",
    "DELETE FROM users",
    "DELETE FROM customer_binding_history",
    "UPDATE customer_binding_history SET bound_to_uid = 'x'",
    "DELETE FROM salesdesk_events",
    "UPDATE salesdesk_events SET actor_uid = NULL",
    "ALTER TABLE customers ADD x int",
    "ALTER TABLE salesdesk_events ADD x int",
    "DROP TABLE salesdesk_events",
    "CREATE TABLE salesdesk_x (x int)",
    "INSERT INTO orders (id) VALUES ('x')",
    "UPDATE orders SET memo = 'x'",
    "DELETE FROM orders",
    "UPDATE customers SET id = 'x'",
    "UPDATE roles SET name = 'x'",
    "SELECT * FROM facility",
)
#: What an administrator's account alone may do.
ADMINISTRATORS = (
    "DELETE FROM customers",
    "UPDATE global_settings SET setting_value = 'x'",
    "INSERT INTO global_settings (setting_key, setting_value) VALUES ('salesdesk.x', '1')",
    "INSERT INTO roles (name) VALUES ('x')",
    "INSERT INTO role_permissions (role_id, permission_id) VALUES (1, 1)",
    "DELETE FROM role_permissions",
    "INSERT INTO permissions (name, resource, action) VALUES ('x', 'x', 'x')",
    "INSERT INTO salesdesk_person_roles (uid, role_id) VALUES ('x', 1)",
    "UPDATE salesdesk_person_roles SET role_id = 1",
    "DELETE FROM salesdesk_person_roles",
    "UPDATE salesdesk_accounts SET firebase_uid = 'x'",
    "DELETE FROM salesdesk_accounts",
)


def test_what_lies_outside_is_refused_by_the_server(hired: Hired) -> None:
    wrong = []
    outside: tuple[str, ...] = NEVER
    if hired.role is not AccountRole.ADMINISTRATOR:
        outside += ADMINISTRATORS
    if hired.role is AccountRole.AGENT:
        outside += ("INSERT INTO salesdesk_protections (customer_id) VALUES ('x')",)
    for statement in outside:
        try:
            hired.run(statement)
        except pymysql.err.MySQLError as fault:
            if fault.args[0] not in (1142, 1143, 1044):
                wrong.append(f"{statement}: {fault}")
        else:
            wrong.append(f"{statement}: not refused")
    assert wrong == []


def test_a_right_that_is_missing_is_named(hired: Hired, server: TestServer) -> None:
    account = f"'{hired.url.username}'@'127.0.0.1'"
    server.run(f"REVOKE DELETE ON {hired.url.database}.salesdesk_plans FROM {account}")
    lacking = hired.session.store.read(lambda r: rights.lacking(r.connection, hired.role))
    assert lacking == ("DELETE on salesdesk_plans",)


def test_the_upgrade_account_upgrades_and_indexes(server: TestServer, mariadb_url: URL) -> None:
    load_file(server, str(mariadb_url.database))
    account = Account("upgrader", "127.0.0.1")
    admin = make_engine(mariadb_url, tls=Tls.OFF)
    with admin.connect() as connection:
        printed = grants.statements(connection, AccountRole.UPGRADE, account)
    server.run(f"CREATE USER {account} IDENTIFIED BY '{PASSWORD}'", *printed)
    try:
        engine = make_engine(mariadb_url.set(username=account.user, password=PASSWORD), tls=Tls.OFF)
        assert schema.upgrade(engine)
        with engine.connect() as connection:
            assert rights.may_upgrade(connection)
        Store(engine).close()
    finally:
        admin.dispose()
        server.run(f"DROP USER {account}")


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("rina", "'rina'@'%'"),
        ("rina@10.0.0.%", "'rina'@'10.0.0.%'"),
        ("o'neil\\@localhost", "'o''neil\\\\'@'localhost'"),
        ("a@b@host", "'a@b'@'host'"),
    ],
)
def test_an_account_is_quoted(typed: str, shown: str) -> None:
    assert str(Account.parsed(typed)) == shown
