"""Who signs in, who may give roles, who changes the policy."""

import contextlib
import threading
from collections.abc import Iterator

import pytest

from salesdesk.domain.audit import AuditQuery
from salesdesk.domain.errors import Invalid, NotAllowed, Refusal
from salesdesk.domain.events import new_id
from salesdesk.domain.people import Person
from salesdesk.domain.permissions import ADMINISTRATOR_PERMISSIONS, OFFERED_ROLES, Permission
from salesdesk.services import ownership
from salesdesk.services.admin import audit, people, settings, sign_in
from salesdesk.services.admin.settings import NewValue
from salesdesk.services.admin.sign_in import UnknownAccount
from salesdesk.services.session import Session
from salesdesk.storage.db.engine import Tls, make_engine
from salesdesk.storage.unit_of_work import Store
from tests.support.database import Database, TestServer
from tests.support.factories import Office
from tests.support.settings import set_to


def booking_role(office: Office, name: str, *, of: str) -> int:
    """An active role of the booking application's own, which this person gets; its id."""
    office.database.execute("INSERT INTO roles (name, status) VALUES (%s, 'active')", name)
    [(role,)] = office.database.execute("SELECT id FROM roles WHERE name = %s", name)
    office.database.execute("UPDATE users SET role_id = %s WHERE firebase_uid = %s", role, of)
    return int(role)


def allow(office: Office, role: int, resource: str, action: str) -> None:
    """Let the booking application grant a role a permission."""
    named = "WHERE resource = %s AND action = %s"
    if not office.database.execute(f"SELECT id FROM permissions {named}", resource, action):
        office.database.execute(
            "INSERT INTO permissions (name, resource, action) VALUES ('x', %s, %s)",
            resource, action,
        )  # fmt: skip
    office.database.execute(
        f"INSERT INTO role_permissions SELECT %s, id FROM permissions {named}",
        role, resource, action,
    )  # fmt: skip


@contextlib.contextmanager
def accounts(
    server: TestServer,
    database: Database,
    named: list[tuple[str, str]],
    *,
    rights: str = "",
    sign_in_as: str = "",
) -> Iterator[dict[str, Store]]:
    """Real accounts of the server that may do a day's work, each signed in; dropped at the end."""
    wanted = ", ".join(("SELECT, INSERT, UPDATE, DELETE", *([rights] if rights else [])))
    for name, host in named:
        server.run(
            f"CREATE USER '{name}'@'{host}' IDENTIFIED BY 'pw'",
            f"GRANT {wanted} ON `{database.url.database}`.* TO '{name}'@'{host}'",
        )
    stores = {}
    try:
        for name, _ in named:
            user = name or sign_in_as
            url = database.url.set(username=user)
            stores[user] = Store(make_engine(url, password="pw", tls=Tls.OFF))
        yield stores
    finally:
        for store in stores.values():
            store.close()
        for name, host in named:
            server.run(f"DROP USER '{name}'@'{host}'")


def of(office: Office, uid: str) -> Person:
    """The person as the list shows them."""
    [found] = [one for one in people.people(office.admin) if one.uid == uid]
    return found


def test_the_three_offered_roles_have_the_permissions_of_the_rules(office: Office) -> None:
    agent, lead, administrator = (office.session(uid).actor for uid in
                                  ("uid-andi", "uid-rina", "uid-sari"))  # fmt: skip
    assert agent.permissions == OFFERED_ROLES[0].permissions
    assert not agent.may(Permission.CUSTOMERS_ASSIGN)
    assert lead.may(Permission.RELEASE_CONFIRM)
    assert not lead.may(Permission.PEOPLE_MANAGE)
    assert administrator.permissions == ADMINISTRATOR_PERMISSIONS


def test_an_inactive_role_opens_nothing(office: Office) -> None:
    office.database.execute("UPDATE roles SET status = 'inactive' WHERE name = 'Team Lead'")
    assert office.session("uid-rina").actor.permissions == frozenset()


def test_permissions_of_other_applications_are_not_ours(office: Office) -> None:
    office.database.execute(
        "INSERT INTO permissions (name, resource, action) VALUES ('Cook', 'kitchen', 'cook')"
    )
    office.database.execute(
        "INSERT INTO role_permissions (role_id, permission_id) SELECT r.id, p.id FROM roles r, "
        "permissions p WHERE r.name = 'Sales Agent' AND p.resource = 'kitchen'"
    )
    assert office.agent.actor.permissions == OFFERED_ROLES[0].permissions


def test_a_grant_writes_nothing_of_the_booking_application_s(office: Office) -> None:
    cook = booking_role(office, "Cook", of="uid-andi")
    office.database.execute(
        "UPDATE users SET last_login = '2020-02-02 02:02:02' WHERE firebase_uid = 'uid-andi'"
    )
    people.grant(office.admin, new_id(), "ANDI@example.org", "Team Lead")
    [(login, role)] = office.database.execute(
        "SELECT last_login, role_id FROM users WHERE firebase_uid = 'uid-andi'"
    )
    assert (str(login), role) == ("2020-02-02 02:02:02", cook)
    person = of(office, "uid-andi")
    assert (person.booking_role, person.salesdesk_role) == ("Cook", "Team Lead")
    assert office.agent.actor.role == "Team Lead"


def test_an_existing_role_of_that_name_is_not_changed_by_a_grant(office: Office) -> None:
    office.database.execute(
        "DELETE FROM role_permissions WHERE role_id = (SELECT id FROM roles "
        "WHERE name = 'Sales Agent')"
    )
    granted = people.grant(office.admin, new_id(), "eko@example.org", "Sales Agent")
    assert office.other.actor.permissions == frozenset()
    assert not granted.opens


def test_a_grant_tells_whether_the_role_opens_anything(office: Office) -> None:
    assert people.grant(office.admin, new_id(), "eko@example.org", "team lead").opens
    office.database.execute("UPDATE roles SET status = 'inactive' WHERE name = 'Team Lead'")
    assert not people.grant(office.admin, new_id(), "eko@example.org", "Team Lead").opens
    office.database.execute("INSERT INTO roles (name, status) VALUES ('Cashier', 'active')")
    assert not people.grant(office.admin, new_id(), "eko@example.org", "Cashier").opens


def test_the_event_and_the_answer_name_the_role_as_it_is_called(office: Office) -> None:
    granted = people.grant(office.admin, new_id(), "eko@example.org", " team LEAD")
    assert granted.role == "Team Lead"
    people.change_role(office.admin, new_id(), office.other_uid, "Team Lead", "sales agent")
    told = audit.page(office.admin, AuditQuery(days=None, subject="people")).rows
    assert {str(row.event.details["role"]) for row in told} == {"Team Lead", "Sales Agent"}


def test_only_an_administrator_grants_once_there_is_one(office: Office) -> None:
    account = sign_in.account_desk(office.store, "test-machine")
    if office.database.kind == "mariadb":
        # Nobody can sign in yet, so the account goes on: grant, then map.
        people.grant(account, new_id(), "sari@example.org", "sales administrator")
        people.map_account(account, new_id(), "sari@%", "sari@example.org")
    for session in (office.lead, account):
        with pytest.raises(NotAllowed):
            people.grant(session, new_id(), "andi@example.org", "Sales Administrator")
        with pytest.raises(NotAllowed):
            people.map_account(session, new_id(), "andi@%", "sari@example.org")
        with pytest.raises(NotAllowed):
            people.revoke(session, new_id(), "sari@example.org")
    assert office.agent.actor.role == "Sales Agent"
    event = new_id()
    people.grant(office.admin, event, "andi@example.org", "Team Lead")
    told = office.store.read(lambda reading: reading.events.get(event))
    assert told is not None
    assert told.actor_uid == office.admin_uid
    assert told.details["person"] == "uid-andi"
    server = office.database.kind == "mariadb"
    assert told.details["by_account"] == ("root@127.0.0.1" if server else None)


def test_the_union_of_both_roles_and_what_is_left_of_it(office: Office) -> None:
    role = booking_role(office, "Cashier", of="uid-andi")
    allow(office, role, "salesdesk.data", "export")
    allow(office, role, "people", "manage")
    agent = OFFERED_ROLES[0].permissions
    assert office.agent.actor.permissions == agent | {Permission.DATA_EXPORT}
    done = people.revoke(office.admin, new_id(), "andi@example.org")
    assert done.left == {Permission.DATA_EXPORT}
    assert done.booking_role == "Cashier"
    assert office.agent.actor.permissions == {Permission.DATA_EXPORT}
    assert of(office, "uid-andi").booking_role == "Cashier"
    with pytest.raises(Refusal, match="has no SalesDesk role"):
        people.revoke(office.admin, new_id(), "andi@example.org")


def test_names_of_the_booking_application_mean_nothing_here(office: Office) -> None:
    role = booking_role(office, "Cashier", of="uid-eko")
    for permission in Permission:
        allow(office, role, permission.value.partition(":")[0], permission.action)
    people.revoke(office.admin, new_id(), "eko@example.org")
    assert office.other.actor.permissions == frozenset()
    assert office.other.actor.role is None
    assert "uid-eko" not in [one.uid for one in ownership.agents(office.lead)]


@pytest.mark.parametrize(
    "left",
    [
        "UPDATE users SET role_id = NULL WHERE firebase_uid = 'uid-andi'",
        "UPDATE roles SET status = 'inactive' WHERE name = 'Cook'",
    ],
)
def test_a_leaver_of_the_booking_application_is_out_of_both(office: Office, left: str) -> None:
    booking_role(office, "Cook", of="uid-andi")
    # Noted by the next act on people, whomever it is about.
    people.grant(office.admin, new_id(), "eko@example.org", "Sales Agent")
    office.database.execute(left)
    assert of(office, "uid-andi").sleeping
    assert not of(office, "uid-eko").sleeping, "who never had a booking role does not sleep"
    assert office.agent.actor.permissions == frozenset()
    assert office.agent.actor.role is None
    assert "uid-andi" not in [one.uid for one in ownership.agents(office.lead)]
    event_id = new_id()
    for _ in range(2):
        assert people.confirm(office.admin, event_id, "andi@example.org").slept, "a replay too"
    assert office.agent.actor.permissions == OFFERED_ROLES[0].permissions


def test_the_last_administrator_stays(office: Office) -> None:
    if office.database.kind == "mariadb":
        account = sign_in.account_desk(office.store, "test-machine")
        people.map_account(account, new_id(), "sari@%", "sari@example.org")
    for act in (
        lambda: people.revoke(office.admin, new_id(), "sari@example.org"),
        lambda: people.grant(office.admin, new_id(), "sari@example.org", "Team Lead"),
    ):
        with pytest.raises(Refusal, match="Nobody who can sign in would be left"):
            act()
    assert office.admin.actor.may(Permission.PEOPLE_MANAGE)


def test_two_administrators_cannot_remove_each_other(office: Office) -> None:
    people.grant(office.admin, new_id(), "rina@example.org", "Sales Administrator")
    if office.database.kind == "mariadb":
        people.map_account(office.admin, new_id(), "sari@%", "sari@example.org")
        people.map_account(office.admin, new_id(), "rina@%", "rina@example.org")
    pairs = ((office.admin, "rina@example.org"), (office.lead, "sari@example.org"))
    together = threading.Barrier(2)
    refused: list[Refusal] = []

    def remove(session: Session, email: str) -> None:
        together.wait(20)
        try:
            people.revoke(session, new_id(), email)
        except Refusal as refusal:
            refused.append(refusal)

    threads = [threading.Thread(target=remove, args=pair) for pair in pairs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert len(refused) == 1
    assert isinstance(refused[0], NotAllowed)
    left = [
        office.session(uid).actor.may(Permission.PEOPLE_MANAGE) for uid in ("uid-sari", "uid-rina")
    ]
    assert sorted(left) == [False, True]


@pytest.mark.parametrize(
    ("email", "role", "words"),
    [
        ("nobody@example.org", "Team Lead", "nobody with the address"),
        ("andi@example.org", "Emperor", "There are: Sales Administrator"),
    ],
)
def test_a_grant_that_cannot_be_says_why(office: Office, email: str, role: str, words: str) -> None:
    with pytest.raises(Refusal, match=words):
        people.grant(office.admin, new_id(), email, role)
    assert office.database.execute("SELECT COUNT(*) FROM salesdesk_events") == [(0,)]


def test_a_workspace_asks_who_one_is(sqlite: Database) -> None:
    office = Office(sqlite)
    assert [p.name for p in sign_in.choices(office.store)][:2] == ["Andi Firmansyah", "Eko Saputra"]
    session = sign_in.signed_in(office.store, "test-machine", "uid-andi")
    assert session.actor.name == "Andi Firmansyah"
    with pytest.raises(Refusal, match="Choose who you are"):
        sign_in.signed_in(office.store, "test-machine")


def test_the_first_person_of_a_new_workspace_needs_nobodys_leave(sqlite: Database) -> None:
    session = sign_in.account_desk(sqlite.store, "test-machine")
    event = new_id()
    first = people.add_to_workspace(session, event, "Sari", "", "Sales Administrator")
    assert people.add_to_workspace(session, event, "Sari", "", "Sales Administrator") == first
    signed = sign_in.signed_in(sqlite.store, "test-machine", first.uid)
    assert signed.actor.permissions == ADMINISTRATOR_PERMISSIONS


def test_an_account_that_stands_for_nobody_is_told_what_to_ask_for(mariadb: Database) -> None:
    office = Office(mariadb)
    with pytest.raises(UnknownAccount, match=r"people map root@127\.0\.0\.1 EMAIL"):
        sign_in.signed_in(office.store, "test-machine")
    account = sign_in.account_desk(office.store, "test-machine")
    people.map_account(account, new_id(), "'root'@'127.0.0.1'", "rina@example.org")
    assert sign_in.signed_in(office.store, "test-machine").actor.name == "Rina Wulandari"


@pytest.mark.parametrize("host", ["127.0.0.1", "%"])
def test_no_other_account_is_taken_for_a_mapped_one(
    mariadb: Database, server: TestServer, host: str
) -> None:
    office = Office(mariadb)
    admin = sign_in.account_desk(office.store, "test-machine")
    names = ("rev_andi", "REV_ANDI", "rev_ändi", "rev_andi2")
    with accounts(server, mariadb, [(name, host) for name in names]) as signed:
        people.map_account(admin, new_id(), f"rev_andi@{host}", "andi@example.org")
        assert sign_in.signed_in(signed["rev_andi"], "here").actor.name == "Andi Firmansyah"
        for name in names[1:]:
            with pytest.raises(UnknownAccount):
                sign_in.signed_in(signed[name], "here")
    other = "%" if host == "127.0.0.1" else "127.0.0.1"
    with (
        accounts(server, mariadb, [("rev_andi", other)]) as signed,
        pytest.raises(UnknownAccount, match=f"rev_andi@{other}"),
    ):
        sign_in.signed_in(signed["rev_andi"], "here")


def test_an_account_without_a_name_is_nobody(mariadb: Database, server: TestServer) -> None:
    office = Office(mariadb)
    with (
        accounts(server, mariadb, [("", "%")], sign_in_as="stranger") as signed,
        pytest.raises(Refusal, match="without a name"),
    ):
        sign_in.signed_in(signed["stranger"], "here")
    with pytest.raises(Refusal, match="with its host"):
        people.map_account(office.admin, new_id(), "@%", "andi@example.org")


def test_only_the_upgrade_account_recovers(mariadb: Database, server: TestServer) -> None:
    office = Office(mariadb)
    with accounts(server, mariadb, [("clerk", "%")]) as signed:
        session = sign_in.account_desk(signed["clerk"], "here")
        with pytest.raises(NotAllowed, match="may create and alter tables"):
            people.recover(session, new_id(), "andi@example.org", "clerk@%")
    assert not office.agent.actor.may(Permission.PEOPLE_MANAGE)
    with accounts(server, mariadb, [("upgrade", "%")], rights="CREATE, ALTER") as signed:
        session = sign_in.account_desk(signed["upgrade"], "here")
        people.recover(session, new_id(), "andi@example.org", "andi@%")
    assert office.agent.actor.may(Permission.PEOPLE_MANAGE)


def test_an_address_is_one_persons_to_the_letter(office: Office) -> None:
    office.database.execute(
        "INSERT INTO users (firebase_uid, email) VALUES ('uid-x', 'ándi2@example.org')"
    )
    with pytest.raises(Refusal, match="nobody with the address"):
        people.grant(office.admin, new_id(), "andi2@example.org", "Sales Agent")


def test_a_database_that_is_ready_says_so(office: Office) -> None:
    found = sign_in.state(office.store)
    assert found.needs == ()
    assert found.warnings == ()


def test_a_setting_is_changed_by_an_administrator_with_an_event(office: Office) -> None:
    key = "salesdesk.release.limit_hot"
    with pytest.raises(NotAllowed):
        set_to(office.lead, key, "20")
    with pytest.raises(Invalid) as refusal:
        set_to(office.admin, key, "twenty")
    assert refusal.value.faults[0].field == key
    event = new_id()
    settings.change(office.admin, event, NewValue(key, " 20 "))
    set_to(office.admin, key, "25")
    assert settings.read(office.agent).limits.hot.days == 25
    told = office.store.read(lambda reading: reading.events.get(event))
    assert told is not None
    assert {"key": key, "before": None, "after": "20"}.items() <= told.details.items()
