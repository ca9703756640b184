"""The revision that gives SalesDesk permissions and roles of its own, on a database with a past."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import Engine

from salesdesk.app.commands.people import after_upgrade
from salesdesk.domain.events import new_id
from salesdesk.domain.people import SYSTEM
from salesdesk.domain.permissions import OFFERED_ROLES, Permission
from salesdesk.services.session import Session
from salesdesk.storage.db.engine import Tls, make_engine
from salesdesk.storage.setup import new_database, revisions, schema
from salesdesk.storage.stores.people import ServerAccount
from salesdesk.storage.unit_of_work import Store

BEFORE = "0013"


@pytest.fixture(params=["sqlite", "mariadb"])
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """A database as the version before this revision left it, with roles, grants and accounts."""
    if request.param == "sqlite":
        engine = make_engine(f"sqlite:///{tmp_path / 'old.sqlite'}")
    else:
        engine = make_engine(request.getfixturevalue("mariadb_url"), tls=Tls.OFF)
    with engine.execution_options(salesdesk_write=True).begin() as connection:
        new_database.make_user_tables(connection)
    with engine.execution_options(salesdesk_write=True).connect() as connection:
        config = revisions.configured()
        config.attributes["connection"] = connection
        command.upgrade(config, BEFORE)
        connection.commit()
    _fill(engine)
    yield engine
    engine.dispose()


def run(engine: Engine, *statements: str) -> None:
    """Run statements as another program would."""
    with engine.execution_options(salesdesk_write=True).begin() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement.replace("%", "%%"))


def rows(engine: Engine, statement: str) -> list[tuple[object, ...]]:
    """What a statement finds."""
    with engine.connect() as connection:
        return [tuple(row) for row in connection.exec_driver_sql(statement)]


def _fill(engine: Engine) -> None:
    agent, _, administrator = OFFERED_ROLES
    run(
        engine,
        *(
            f"INSERT INTO roles (id, name, description) VALUES ({at}, '{role.name}', "
            f"'{role.description.replace(chr(39), chr(39) * 2)}')"
            for at, role in ((1, agent), (3, administrator))
        ),
        # The booking application's own, which happens to be called so.
        "INSERT INTO roles (id, name, description) VALUES (2, 'Team Lead', 'Leads the kitchen')",
        "INSERT INTO roles (id, name) VALUES (4, 'Cashier')",
        *(
            f"INSERT INTO permissions (id, name, resource, action) VALUES ({at}, '{one.value}', "
            f"'{one.value.partition(':')[0]}', '{one.action}')"
            for at, one in enumerate(Permission, start=1)
        ),
        *(
            f"INSERT INTO role_permissions VALUES ({role}, {at})"
            for at, one in enumerate(Permission, start=1)
            for role, allowed in ((1, agent.permissions), (3, administrator.permissions),
                                  (4, {Permission.CUSTOMERS_EDIT, Permission.DATA_EXPORT}))
            if one in allowed
        ),
        "INSERT INTO users (firebase_uid, email, role_id) VALUES ('uid-andi', 'andi@x', 1)",
        "INSERT INTO users (firebase_uid, email, role_id) VALUES ('uid-sari', 'sari@x', 3)",
        "INSERT INTO users (firebase_uid, email, role_id) VALUES ('uid-kas', 'kas@x', 4)",
        "INSERT INTO users (firebase_uid, email, role_id) VALUES ('uid-hand', 'hand@x', 1)",
        *(
            "INSERT INTO salesdesk_events (id, at, kind, details) VALUES "
            f"('{new_id()}', '2026-01-0{day} 00:00:00', 'role_granted', '{told}')"
            for day, told in (
                (1, '{"person":"uid-andi","role":"Team Lead","before":"Cashier"}'),
                (2, '{"person":"UID-ANDI","role":"sales agent","before":"Team Lead"}'),
                (3, '{"person":"uid-sari","role":"Sales Administrator","before":null}'),
                (4, '{"person":"uid-kas","role":"Sales Agent","before":null}'),
            )
        ),
        "INSERT INTO salesdesk_accounts VALUES ('rev_andi', 'uid-andi', '2026-01-01 00:00:00')",
    )  # fmt: skip


def test_everybody_may_afterwards_what_salesdesk_let_them_do(old: Engine) -> None:
    before = {
        table: rows(old, f"SELECT * FROM {table} ORDER BY 1, 2") for table in ("roles", "users")
    }
    schema.upgrade(old)
    for table, was in before.items():
        assert rows(old, f"SELECT * FROM {table} ORDER BY 1, 2") == was
    store = Store(old)

    def allowed(uid: str) -> frozenset[Permission]:
        return store.read(lambda reading: reading.people.permissions(uid))

    agent, _, administrator = OFFERED_ROLES
    assert allowed("uid-andi") == allowed("uid-hand") == agent.permissions
    assert allowed("uid-sari") == administrator.permissions
    assert allowed("uid-kas") == frozenset(), "the cashier's names are the booking application's"
    given = rows(old, "SELECT uid, role_id, with_booking_role FROM salesdesk_person_roles")
    assert sorted(given) == [("uid-andi", 1, 1), ("uid-sari", 3, 1)]
    assert rows(old, "SELECT COUNT(*) FROM role_permissions WHERE role_id = 4") == [(2,)]
    assert rows(old, "SELECT value FROM salesdesk_state WHERE name = 'lowest_version'") == [
        ("0.3.0",)
    ]
    with old.connect() as connection:
        assert schema.status(connection, "0.3.0").needs == ()
        [need] = schema.status(connection, "0.2.0").needs
    assert "needs SalesDesk 0.3.0" in need.english


def test_the_booking_application_may_put_its_own_role_back(old: Engine) -> None:
    schema.upgrade(old)
    run(old, "UPDATE users SET role_id = 4 WHERE firebase_uid = 'uid-andi'")
    store = Store(old)
    actor = store.read(lambda reading: reading.people.actor("uid-andi"))
    assert actor is not None
    assert (actor.role, actor.permissions) == ("Sales Agent", OFFERED_ROLES[0].permissions)
    run(old, "UPDATE users SET role_id = NULL WHERE firebase_uid = 'uid-andi'")
    assert store.read(lambda reading: reading.people.permissions("uid-andi")) == frozenset()


def test_the_administrator_is_told_whose_rights_and_roles_to_look_at(old: Engine) -> None:
    schema.upgrade(old)
    told = "\n".join(after_upgrade(Session(Store(old), SYSTEM, "server")))
    assert "The role Cashier of the booking application grants customers:edit, data:export" in told
    assert "andi@x: SalesDesk had written the role Sales Agent" in told
    assert "where Cashier stood before" in told
    assert "hand@x" not in told
    assert "Accounts without a host: rev_andi." in told


def test_a_revision_that_broke_off_is_finished(old: Engine) -> None:
    schema.upgrade(old)
    after = rows(old, "SELECT role_id, permission_id FROM role_permissions ORDER BY 1, 2")
    run(old, f"UPDATE salesdesk_alembic_version SET version_num = '{BEFORE}'")
    schema.upgrade(old)
    assert rows(old, "SELECT role_id, permission_id FROM role_permissions ORDER BY 1, 2") == after
    assert len(rows(old, "SELECT uid FROM salesdesk_person_roles")) == 2


@pytest.mark.parametrize(
    ("account", "uid"),
    [
        ("rev_andi@%", "uid-andi"),
        ("rev_andi@10.0.0.5", "uid-andi"),
        ("REV_ANDI@%", None),
        ("rev_ändi@%", None),
        ("rev_andi @%", None),
        ("rev_andi@%@localhost", None),
    ],
)
def test_an_account_without_a_host_is_good_until_it_is_mapped_exactly(
    old: Engine, account: str, uid: str | None
) -> None:
    schema.upgrade(old)
    store = Store(old)
    whom = ServerAccount(account, proxied=False)
    assert store.read(lambda reading: reading.people.uid_of_account(whom)) == uid
    store.act(lambda unit: unit.people.map_account("rev_andi@%", "uid-sari", unit.now))
    after = "uid-sari" if account == "rev_andi@%" else None
    assert store.read(lambda reading: reading.people.uid_of_account(whom)) == after
    [(mapped, with_host)] = rows(old, "SELECT account, with_host FROM salesdesk_accounts")
    assert (mapped, with_host) == ("rev_andi@%", 1)
