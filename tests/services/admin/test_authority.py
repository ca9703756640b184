"""What a signed-in person may is looked at again: while a window is open, and in every act."""

from collections.abc import Callable

import pytest

from salesdesk.domain.customer import CustomerDraft, SalesStatus
from salesdesk.domain.errors import Unavailable
from salesdesk.domain.events import new_id
from salesdesk.domain.permissions import Permission
from salesdesk.services import contacts, customers, follow_ups, ownership, stage_moves
from salesdesk.services.admin import authority, people, sign_in
from salesdesk.services.lists import states
from salesdesk.services.release import run
from salesdesk.services.release.report import Cause
from tests.support.factories import NOON, Office, draft
from tests.support.settings import set_to


def mapped(office: Office, uid: str) -> None:
    """Let the account of this test stand for a person."""
    if office.database.kind == "mariadb":
        office.store.act(lambda unit: unit.people.map_account("root@127.0.0.1", uid, unit.now))


def test_a_role_taken_away_is_seen(office: Office) -> None:
    mapped(office, office.agent_uid)
    session = office.agent
    assert not authority.now(session).differs_from(session.actor)
    people.grant(office.admin, new_id(), "andi@example.org", "Team Lead")
    found = authority.now(session)
    assert found.differs_from(session.actor)
    assert not found.hides_from(session.actor), "a lead sees what an agent sees"
    people.revoke(office.admin, new_id(), "andi@example.org")
    assert authority.now(session).hides_from(session.actor)


def test_a_person_who_is_gone_or_another_one_s_account(office: Office) -> None:
    mapped(office, office.agent_uid)
    session = office.agent
    if office.database.kind == "mariadb":
        mapped(office, office.lead_uid)
    else:
        office.database.execute("DELETE FROM users WHERE firebase_uid = 'uid-andi'")
    assert authority.now(session).actor is None
    assert authority.now(session).hides_from(session.actor)


def test_only_administrators_are_told_of_a_recovery(office: Office) -> None:
    server = office.database.kind == "mariadb"
    account = sign_in.account_desk(office.store, "test-machine")
    people.recover(account, new_id(), "eko@example.org", "eko@%" if server else None)
    assert office.other.actor.may(Permission.PEOPLE_MANAGE)
    mapped(office, office.admin_uid)
    [told] = authority.now(office.admin).recoveries
    assert told.name == "Eko Saputra"
    assert told.by_account == ("root@127.0.0.1" if server else None)
    mapped(office, office.lead_uid)
    assert authority.now(office.lead).recoveries == ()


Act = Callable[[Office, str], object]

ACTS: dict[str, Act] = {
    "log": lambda office, one: contacts.log(office.agent, draft(one)),
    "create": lambda office, _: customers.create(
        office.agent, CustomerDraft(new_id(), "New", "0812-3456-789")
    ),
    "move": lambda office, one: stage_moves.move(
        office.agent, new_id(), one, SalesStatus.COLD, SalesStatus.WARM
    ),
    "claim": lambda office, one: ownership.claim(office.agent, new_id(), one),
    "protect": lambda office, one: ownership.protect(
        office.lead, new_id(), one, NOON.replace(day=20), "A big order."
    ),
    "plan": lambda office, one: follow_ups.plan(
        office.agent, new_id(), one, NOON.replace(day=20), "Call."
    ),
    "setting": lambda office, _: set_to(office.admin, "salesdesk.release.limit_hot", "20"),
    "grant": lambda office, _: people.grant(
        office.admin, new_id(), "andi@example.org", "Team Lead"
    ),
    "run": lambda office, _: run.run(office.agent, Cause.COMMAND),
    "keep the day": lambda office, _: states.keep_day(office.agent),
    "plain write": lambda office, _: office.store.act(lambda unit: unit.runs.drop_held()),
}


@pytest.mark.parametrize("name", ACTS)
def test_no_act_is_done_by_a_program_that_is_too_old(office: Office, name: str) -> None:
    customer = office.customer()
    counted = "SELECT COUNT(*) FROM salesdesk_events"
    # A database that has just been upgraded by a newer program while this one was open.
    office.database.execute("DELETE FROM salesdesk_state WHERE name = 'lowest_version'")
    office.database.execute(
        "INSERT INTO salesdesk_state VALUES ('lowest_version', '99.0', '2026-01-01 00:00:00')"
    )
    with pytest.raises(Unavailable, match=r"needs SalesDesk 99\.0") as refused:
        ACTS[name](office, customer)
    assert refused.value.kind == "version"
    assert office.database.execute(counted) == [(0,)]
