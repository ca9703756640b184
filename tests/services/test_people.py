"""Who signs in, who may give roles, who changes the policy."""

import pytest

from salesdesk.domain.errors import Invalid, NotAllowed, Refusal
from salesdesk.domain.events import new_id
from salesdesk.domain.people import ADMINISTRATOR_PERMISSIONS, OFFERED_ROLES, Permission
from salesdesk.services import people, settings, sign_in
from salesdesk.services.sign_in import UnknownAccount
from tests.database import Database
from tests.factories import Office


def test_the_three_offered_roles_have_the_permissions_of_the_rules(office: Office) -> None:
    agent, lead, administrator = (office.desk(uid).actor for uid in
                                  ("uid-andi", "uid-rina", "uid-sari"))  # fmt: skip
    assert agent.permissions == OFFERED_ROLES[0].permissions
    assert not agent.may(Permission.CUSTOMERS_ASSIGN)
    assert lead.may(Permission.RELEASE_CONFIRM)
    assert not lead.may(Permission.PEOPLE_MANAGE)
    assert administrator.permissions == ADMINISTRATOR_PERMISSIONS


def test_an_inactive_role_opens_nothing(office: Office) -> None:
    office.database.execute("UPDATE roles SET status = 'inactive' WHERE name = 'Team Lead'")
    assert office.desk("uid-rina").actor.permissions == frozenset()


def test_permissions_of_other_applications_are_not_ours(office: Office) -> None:
    office.database.execute(
        "INSERT INTO permissions (name, resource, action) VALUES ('Cook', 'kitchen', 'cook')"
    )
    office.database.execute(
        "INSERT INTO role_permissions (role_id, permission_id) SELECT r.id, p.id FROM roles r, "
        "permissions p WHERE r.name = 'Sales Agent' AND p.resource = 'kitchen'"
    )
    assert office.agent.actor.permissions == OFFERED_ROLES[0].permissions


def test_a_grant_leaves_the_last_login_alone(office: Office) -> None:
    office.database.execute(
        "UPDATE users SET last_login = '2020-02-02 02:02:02' WHERE firebase_uid = 'uid-andi'"
    )
    people.grant(office.admin, new_id(), "ANDI@example.org", "Team Lead")
    [(login, role)] = office.database.execute(
        "SELECT last_login, r.name FROM users JOIN roles r ON r.id = role_id "
        "WHERE firebase_uid = 'uid-andi'"
    )
    assert (str(login), role) == ("2020-02-02 02:02:02", "Team Lead")


def test_an_existing_role_of_that_name_is_not_changed_by_a_grant(office: Office) -> None:
    office.database.execute(
        "DELETE FROM role_permissions WHERE role_id = (SELECT id FROM roles "
        "WHERE name = 'Sales Agent')"
    )
    people.grant(office.admin, new_id(), "eko@example.org", "Sales Agent")
    assert office.other.actor.permissions == frozenset()


def test_only_an_administrator_or_the_account_itself_grants(office: Office) -> None:
    with pytest.raises(NotAllowed):
        people.grant(office.lead, new_id(), "andi@example.org", "Sales Administrator")
    account = sign_in.account_desk(office.store, "test-machine")
    people.grant(account, new_id(), "andi@example.org", "sales administrator")
    assert office.agent.actor.role == "Sales Administrator"


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
    desk = sign_in.signed_in(office.store, "test-machine", "uid-andi")
    assert desk.actor.name == "Andi Firmansyah"
    with pytest.raises(Refusal, match="Choose who you are"):
        sign_in.signed_in(office.store, "test-machine")


def test_the_first_person_of_a_new_workspace_needs_nobodys_leave(sqlite: Database) -> None:
    desk = sign_in.account_desk(sqlite.store, "test-machine")
    event = new_id()
    first = people.add_to_workspace(desk, event, "Sari", "", "Sales Administrator")
    assert people.add_to_workspace(desk, event, "Sari", "", "Sales Administrator") == first
    signed = sign_in.signed_in(sqlite.store, "test-machine", first.uid)
    assert signed.actor.permissions == ADMINISTRATOR_PERMISSIONS


def test_an_account_that_stands_for_nobody_is_told_what_to_ask_for(mariadb: Database) -> None:
    office = Office(mariadb)
    with pytest.raises(UnknownAccount, match="salesdesk people map root EMAIL"):
        sign_in.signed_in(office.store, "test-machine")
    account = sign_in.account_desk(office.store, "test-machine")
    people.map_account(account, new_id(), "root", "rina@example.org")
    assert sign_in.signed_in(office.store, "test-machine").actor.name == "Rina Wulandari"


def test_a_database_that_is_ready_says_so(office: Office) -> None:
    found = sign_in.state(office.store)
    assert found.needs == ()
    assert found.warnings == ()


def test_a_setting_is_changed_by_an_administrator_with_an_event(office: Office) -> None:
    key = "salesdesk.release.limit_hot"
    with pytest.raises(NotAllowed):
        settings.change(office.lead, new_id(), key, "20")
    with pytest.raises(Invalid) as refusal:
        settings.change(office.admin, new_id(), key, "twenty")
    assert refusal.value.faults[0].field == key
    event = new_id()
    settings.change(office.admin, event, key, " 20 ")
    settings.change(office.admin, new_id(), key, "25")
    assert settings.read(office.agent).limits.hot.days == 25
    told = office.store.read(lambda reading: reading.events.get(event))
    assert told is not None
    assert told.details == {"key": key, "before": None, "after": "20"}
