"""Roles, accounts and hand-overs: who may change what, and what nobody may."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest

from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.errors import Conflict, NotAllowed, Refusal
from salesdesk.domain.events import new_id
from salesdesk.domain.moments import DAY
from salesdesk.domain.people import Role
from salesdesk.domain.permissions import (
    ADMINISTRATOR_PERMISSIONS,
    AGENT_PERMISSIONS,
    LEAD_PERMISSIONS,
    Permission,
)
from salesdesk.services import follow_ups
from salesdesk.services.admin import people, roles, roster
from tests.support.database import Database
from tests.support.factories import Office
from tests.support.invariants import breaches

P = Permission


def role(office: Office, name: str) -> Role:
    return next(one for one in roles.roles(office.admin) if one.name == name)


def sign_in_admin(office: Office) -> None:
    """On a server an administrator counts once an account stands for them."""
    people.map_account(office.admin, new_id(), "sari@%", "sari@example.org")


def test_a_role_is_changed_by_one_act_with_an_event(office: Office) -> None:
    lead = role(office, "Team Lead")
    assert lead.permissions == LEAD_PERMISSIONS
    assert (lead.ours, lead.people) == (True, 1)
    wanted = (lead.permissions | {P.DATA_IMPORT}) - {P.DATA_EXPORT}
    event = new_id()
    roles.change(office.admin, event, lead.id, lead.permissions, wanted)
    assert role(office, "Team Lead").permissions == wanted
    assert office.lead.actor.may(P.DATA_IMPORT)
    assert not office.lead.actor.may(P.DATA_EXPORT)
    told = office.store.read(lambda reading: reading.events.get(event))
    assert told is not None
    assert (told.details["role"], told.details["added"], told.details["removed"]) == (
        "Team Lead", ["data:import"], ["data:export"],
    )  # fmt: skip
    assert roles.change(office.admin, event, lead.id, lead.permissions, wanted).replayed


def test_a_role_changed_meanwhile_is_not_overwritten(office: Office) -> None:
    lead = role(office, "Team Lead")
    without = LEAD_PERMISSIONS - {P.DATA_EXPORT}
    roles.change(office.admin, new_id(), lead.id, lead.permissions, without)
    with pytest.raises(Conflict):
        roles.change(office.admin, new_id(), lead.id, lead.permissions, LEAD_PERMISSIONS)
    assert P.DATA_EXPORT not in role(office, "Team Lead").permissions


def test_the_last_right_to_manage_people_stays(office: Office) -> None:
    sign_in_admin(office)
    top = role(office, "Sales Administrator")
    with pytest.raises(Refusal, match="left to manage people"):
        roles.change(
            office.admin, new_id(), top.id, top.permissions, top.permissions - {P.PEOPLE_MANAGE}
        )
    assert role(office, "Sales Administrator").permissions == ADMINISTRATOR_PERMISSIONS


def test_nobody_gives_what_they_do_not_have(office: Office) -> None:
    sign_in_admin(office)
    agent = role(office, "Sales Agent")
    with_people = agent.permissions | {P.PEOPLE_MANAGE}
    roles.change(office.admin, new_id(), agent.id, agent.permissions, with_people)
    with pytest.raises(NotAllowed, match="only what you have"):
        roles.change(office.agent, new_id(), agent.id, with_people, with_people | {P.AUDIT_VIEW})
    with pytest.raises(NotAllowed, match="only what you have"):
        people.grant(office.agent, new_id(), "andi@example.org", "Sales Administrator")
    with pytest.raises(NotAllowed, match="only what you have"):
        people.map_account(office.agent, new_id(), "andi@%", "sari@example.org")
    people.map_account(office.agent, new_id(), "andi@%", "andi@example.org")


def test_a_role_of_the_booking_application_gets_ours_by_name(office: Office) -> None:
    office.database.execute(
        "INSERT INTO roles (name, description, status) VALUES ('staff', 'Bookings', 'active')"
    )
    staff = role(office, "staff")
    assert (staff.ours, staff.permissions) == (False, frozenset())
    roles.change(office.admin, new_id(), staff.id, frozenset(), frozenset({P.CUSTOMERS_VIEW}))
    assert role(office, "staff").permissions == {P.CUSTOMERS_VIEW}


def test_two_administrators_do_not_take_the_right_from_each_other(office: Office) -> None:
    people.grant(office.admin, new_id(), "rina@example.org", "Sales Administrator")
    for account, email in (("sari@%", "sari@example.org"), ("rina@%", "rina@example.org")):
        people.map_account(office.admin, new_id(), account, email)
    sessions = (
        (office.session(office.lead_uid), "sari@example.org"),
        (office.admin, "rina@example.org"),
    )
    start = threading.Barrier(2)
    answers: list[object] = []

    def revoke(at: int) -> None:
        session, email = sessions[at]
        start.wait()
        try:
            answers.append(people.revoke(session, new_id(), email))
        except Refusal as refusal:
            answers.append(refusal)

    threads = [threading.Thread(target=revoke, args=(at,)) for at in range(2)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert sum(isinstance(one, Refusal) for one in answers) == 1
    assert people.has_administrator(office.session(office.agent_uid))


def test_an_account_is_taken_away_but_not_the_last_of_the_last_administrator(
    mariadb: Database,
) -> None:
    office = Office(mariadb)
    sign_in_admin(office)
    with pytest.raises(Refusal, match="left to manage people"):
        people.unmap_account(office.admin, new_id(), "sari@%")
    people.map_account(office.admin, new_id(), "sari@10.0.0.5", "sari@example.org")
    people.unmap_account(office.admin, new_id(), "sari@%")
    assert people.accounts(office.admin) == {office.admin_uid: ("sari@10.0.0.5",)}
    with pytest.raises(Refusal, match="stands for nobody"):
        people.unmap_account(office.admin, new_id(), "sari@%")


def test_the_roster_says_who_has_what(office: Office) -> None:
    late = office.customer("Ani", owner=office.agent_uid, status=SalesStatus.HOT)
    office.customer("Budi", owner=office.agent_uid)
    follow_ups.plan(office.agent, new_id(), late, office.now + timedelta(hours=20), "Call.")
    office.pass_time(3 * DAY)
    line = next(
        one for one in roster.roster(office.admin).people if one.person.uid == office.agent_uid
    )
    assert (line.customers, line.planned, line.late) == (2, 1, 1)
    assert line.statuses == {SalesStatus.HOT: 1, SalesStatus.COLD: 1}
    assert P.CUSTOMERS_HOLD in line.may
    with pytest.raises(NotAllowed):
        roster.roster(office.lead)


@pytest.mark.parametrize("to_pool", [False, True])
def test_all_of_a_leavers_customers_are_handed_over(office: Office, to_pool: bool) -> None:
    ids = office.customers(5, owner=office.agent_uid, since=office.now - DAY)
    seen = roster.held_by(office.admin, office.agent_uid)
    assert set(seen) == set(ids)
    # One was given away between the preview and the act: it stays where it is, and is named.
    roster.hand_over(office.lead, new_id(), {ids[0]: seen[ids[0]]}, office.other_uid)
    batch, to = new_id(), None if to_pool else office.lead_uid
    done = roster.hand_over(office.admin, batch, seen, to)
    assert (len(done.done), [one.customer_id for one in done.lost]) == (4, [ids[0]])
    assert roster.held_by(office.admin, office.agent_uid) == {}
    assert len(roster.held_by(office.admin, office.lead_uid)) == (0 if to_pool else 4)
    assert breaches(office.database) == []


def test_a_fresh_database_offers_the_roles_that_nobody_has_yet(office: Office) -> None:
    office.database.execute("DELETE FROM salesdesk_person_roles WHERE uid <> %s", office.admin_uid)
    office.database.execute("UPDATE users SET role_id = NULL")
    for table in ("role_permissions WHERE role_id IN (SELECT id FROM roles WHERE name = %s)",
                  "roles WHERE name = %s"):  # fmt: skip
        office.database.execute(f"DELETE FROM {table}", "Sales Agent")
    found = {one.name: one for one in roles.roles(office.admin)}
    assert not found["Sales Agent"].made
    assert found["Sales Agent"].permissions == AGENT_PERMISSIONS
    people.change_role(office.admin, new_id(), office.agent_uid, None, "Sales Agent")
    assert {one.name for one in roles.roles(office.admin) if not one.made} == set()
    assert office.agent.actor.may(Permission.CUSTOMERS_CLAIM)
