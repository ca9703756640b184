"""Who has a customer: claim, assign, transfer, release, protect (docs/rules.md, "Ownership")."""

from datetime import timedelta

import pytest

from salesdesk.domain.errors import (
    Conflict,
    CustomerGone,
    Invalid,
    NotAllowed,
    PolicyRefusal,
    Refusal,
)
from salesdesk.domain.events import new_id
from salesdesk.domain.moments import DAY
from salesdesk.domain.ownership import Binding, OwnershipSeen
from salesdesk.domain.queries import CustomerQuery
from salesdesk.services import contacts, ownership
from salesdesk.services.lists import customers
from salesdesk.services.release import run
from salesdesk.services.release.report import Cause
from tests.support.database import Database
from tests.support.factories import NOON, Office, draft
from tests.support.ownership_rows import events_of, rows_of, shown, state_of


def spells(office: Office, customer_id: str) -> list[tuple[object, ...]]:
    """Agent, start, end and reason of each row of the history, moments as text."""
    return [
        (agent, shown(start), shown(end) if end is not None else None, reason)
        for agent, start, end, reason in rows_of(office, customer_id)
    ]


def test_a_claim_binds_an_available_customer(office: Office) -> None:
    customer = office.customer()
    owned = ownership.claim(office.agent, new_id(), customer)
    assert (owned.owner_uid, owned.since) == (office.agent_uid, NOON)
    assert state_of(office, customer) == (office.agent_uid, "bound", 0)
    [(agent, start, end, reason)] = rows_of(office, customer)
    assert (agent, shown(start), end, reason) == (
        office.agent_uid,
        "2026-06-08 12:00:00",
        None,
        None,
    )
    assert events_of(office, customer) == ["claimed"]


def test_the_loser_of_a_claim_is_told_who_has_the_customer_and_since_when(office: Office) -> None:
    customer = office.customer()
    ownership.claim(office.agent, new_id(), customer)
    office.pass_time(timedelta(hours=1))
    with pytest.raises(Conflict) as refusal:
        ownership.claim(office.other, new_id(), customer)
    assert refusal.value.owner_uid == office.agent_uid
    assert refusal.value.since == NOON
    assert "Andi Firmansyah has this customer since 08 June 2026" in refusal.value.message
    assert state_of(office, customer)[0] == office.agent_uid
    assert events_of(office, customer) == ["claimed"]


def test_a_repeated_claim_is_the_same_act(office: Office) -> None:
    customer, event = office.customer(), new_id()
    first = ownership.claim(office.agent, event, customer)
    office.pass_time(timedelta(minutes=1))
    again = ownership.claim(office.agent, event, customer)
    assert again.replayed
    assert (again.owner_uid, again.since) == (first.owner_uid, first.since)
    assert len(rows_of(office, customer)) == 1


def test_an_agent_may_not_assign_and_a_lead_may(office: Office) -> None:
    customer = office.customer()
    with pytest.raises(NotAllowed):
        ownership.assign(office.agent, new_id(), customer, office.other_uid)
    ownership.assign(office.lead, new_id(), customer, office.other_uid)
    assert state_of(office, customer)[0] == office.other_uid


def test_nobody_is_assigned_to_a_person_who_may_not_hold(office: Office) -> None:
    customer = office.customer()
    office.database.execute(
        "INSERT INTO users (firebase_uid, display_name) VALUES ('uid-cook', 'A Cook')"
    )
    with pytest.raises(Refusal, match="A Cook may not hold customers"):
        ownership.assign(office.lead, new_id(), customer, "uid-cook")
    assert state_of(office, customer) == (None, "available", 1)


def test_a_transfer_leaves_no_gap(office: Office) -> None:
    customer = office.customer(owner=office.agent_uid, since=NOON - 5 * DAY)
    seen = OwnershipSeen(office.agent_uid, NOON - 5 * DAY)
    ownership.transfer(office.lead, new_id(), customer, office.other_uid, seen)
    closed, opened = rows_of(office, customer)
    assert closed[0] == office.agent_uid
    assert closed[3] == "manual_release"
    assert shown(closed[2]) == shown(opened[1]) == "2026-06-08 12:00:00"
    assert (opened[0], opened[2]) == (office.other_uid, None)


def test_a_transfer_decided_on_an_owner_who_is_gone_does_nothing(office: Office) -> None:
    customer = office.customer(owner=office.agent_uid, since=NOON - 5 * DAY)
    with pytest.raises(Conflict, match="Andi Firmansyah has this customer"):
        ownership.transfer(
            office.lead, new_id(), customer, office.lead_uid, OwnershipSeen(office.other_uid)
        )
    assert state_of(office, customer)[0] == office.agent_uid


def test_the_owner_releases_own_customers_only(office: Office) -> None:
    mine = office.customer(owner=office.agent_uid)
    theirs = office.customer(owner=office.other_uid)
    ownership.release(office.agent, new_id(), mine, OwnershipSeen(office.agent_uid))
    assert state_of(office, mine) == (None, "available", 1)
    [(_, _, end, reason)] = rows_of(office, mine)
    assert (shown(end), reason) == ("2026-06-08 12:00:00", "manual_release")
    with pytest.raises(NotAllowed):
        ownership.release(office.agent, new_id(), theirs, OwnershipSeen(office.other_uid))
    with pytest.raises(Conflict):
        ownership.release(office.agent, new_id(), theirs, OwnershipSeen(office.agent_uid))
    assert state_of(office, theirs)[0] == office.other_uid


def test_a_customer_deleted_meanwhile_is_gone(office: Office) -> None:
    customer = office.customer()
    office.database.execute("DELETE FROM customers WHERE id = %s", customer)
    with pytest.raises(CustomerGone):
        ownership.claim(office.agent, new_id(), customer)
    assert events_of(office, customer) == []


def test_a_role_taken_away_counts_at_once_in_an_open_window(office: Office) -> None:
    customer = office.customer()
    open_window = office.agent
    office.database.execute("UPDATE roles SET status = 'inactive' WHERE name = 'Sales Agent'")
    with pytest.raises(NotAllowed):
        ownership.claim(open_window, new_id(), customer)
    assert state_of(office, customer) == (None, "available", 1)


def test_bound_without_an_open_row_is_mended_before_a_release(office: Office) -> None:
    customer = office.customer(owner=office.agent_uid, since=NOON - 9 * DAY)
    office.database.execute("DELETE FROM customer_binding_history WHERE customer_id = %s", customer)
    ownership.release(office.lead, new_id(), customer, OwnershipSeen(office.agent_uid))
    [(agent, start, end, _)] = rows_of(office, customer)
    assert agent == office.agent_uid
    assert (shown(start), shown(end)) == ("2026-05-30 12:00:00", "2026-06-08 12:00:00")
    assert events_of(office, customer) == ["healed", "released"]


def test_open_rows_of_others_are_closed_at_the_next_start(office: Office) -> None:
    customer = office.customer(owner=office.agent_uid, since=NOON - 5 * DAY)
    office.database.execute(
        "INSERT INTO customer_binding_history (id, customer_id, bound_to_uid, binding_start_date) "
        "VALUES ('stray', %s, %s, '2026-05-01 00:00:00')",
        customer,
        office.other_uid,
    )
    seen = OwnershipSeen(office.agent_uid)
    ownership.transfer(office.lead, new_id(), customer, office.lead_uid, seen)
    stray, kept, opened = rows_of(office, customer)
    assert (stray[0], shown(stray[2])) == (office.other_uid, "2026-06-03 12:00:00")
    assert (kept[0], shown(kept[2])) == (office.agent_uid, "2026-06-08 12:00:00")
    assert (opened[0], opened[2]) == (office.lead_uid, None)


def shift(office: Office, customer: str, seconds: int) -> None:
    """Let the customer's row begin later than its open row: two statements of another program."""
    office.database.execute(
        "UPDATE customers SET binding_start_date = %s WHERE id = %s",
        f"{office.now + timedelta(seconds=seconds):%Y-%m-%d %H:%M:%S}",
        customer,
    )


@pytest.mark.parametrize("seconds", [-1, 1])
@pytest.mark.parametrize("act", ["release", "transfer", "run"])
def test_an_open_row_a_second_apart_is_the_bindings_row(
    office: Office, seconds: int, act: str
) -> None:
    customer = office.customer(owner=office.agent_uid)
    shift(office, customer, seconds)
    began = shown(NOON)
    office.pass_time(31 * DAY)
    ended = shown(office.now)
    if act == "release":
        ownership.release(office.agent, new_id(), customer, OwnershipSeen(office.agent_uid))
    elif act == "transfer":
        seen = OwnershipSeen(office.agent_uid)
        ownership.transfer(office.lead, new_id(), customer, office.other_uid, seen)
    else:
        assert run.run(office.lead, Cause.STARTUP).released == 1
    reason = "inactivity" if act == "run" else "manual_release"
    first, *others = spells(office, customer)
    assert first == (office.agent_uid, began, ended, reason)
    assert len(others) == (1 if act == "transfer" else 0)
    assert "healed" not in events_of(office, customer)


def test_an_end_in_the_future_moves_no_start(office: Office) -> None:
    customer = office.customer(owner=office.agent_uid)
    office.database.execute("DELETE FROM customer_binding_history")
    office.closed_spell(customer, office.other_uid, NOON - 9 * DAY, NOON + 9 * DAY)
    office.pass_time(timedelta(hours=1))
    ownership.release(office.agent, new_id(), customer, OwnershipSeen(office.agent_uid))
    healed = (office.agent_uid, shown(NOON), shown(office.now), "manual_release")
    assert healed in spells(office, customer)
    assert all(str(start) <= str(end) for _, start, end, _ in spells(office, customer))


def test_a_row_that_begins_in_the_future_does_not_end_before_it(office: Office) -> None:
    customer = office.customer(owner=office.agent_uid)
    office.database.execute(
        "UPDATE customer_binding_history SET binding_start_date = %s",
        f"{NOON + 9 * DAY:%Y-%m-%d %H:%M:%S}",
    )
    ownership.release(office.agent, new_id(), customer, OwnershipSeen(office.agent_uid))
    ahead = shown(NOON + 9 * DAY)
    assert spells(office, customer) == [(office.agent_uid, ahead, ahead, "manual_release")]


def test_of_several_open_rows_the_bindings_own_closes_with_the_runs_reason(
    office: Office,
) -> None:
    customer = office.customer(owner=office.agent_uid)
    before = NOON - 5 * DAY
    stray = [
        Binding(new_id(), customer, office.other_uid, before, None, None),
        Binding(new_id(), customer, office.agent_uid, NOON - 2 * DAY, None, None),
    ]
    office.store.act(lambda unit: unit.bindings.add(stray))
    office.pass_time(31 * DAY)
    assert run.run(office.lead, Cause.STARTUP).released == 1
    assert spells(office, customer) == [
        (office.other_uid, shown(before), shown(NOON - 2 * DAY), "manual_release"),
        (office.agent_uid, shown(NOON - 2 * DAY), shown(NOON), "manual_release"),
        (office.agent_uid, shown(NOON), shown(office.now), "inactivity"),
    ]


def test_ids_and_uids_in_capitals_are_the_same(mariadb: Database) -> None:
    office = Office(mariadb)
    bound = office.customer(owner=office.agent_uid)
    office.database.execute(
        "UPDATE customer_binding_history SET id = UPPER(id), customer_id = UPPER(customer_id), "
        "bound_to_uid = UPPER(bound_to_uid)"
    )
    office.database.execute("UPDATE customers SET bound_to_uid = UPPER(bound_to_uid)")
    contacts.log(office.agent, draft(bound))
    assert [row.id for row in customers.page(office.agent, CustomerQuery()).rows] == [bound]
    assert customers.ownership(office.lead, bound).rows[0].agent_name == "Andi Firmansyah"
    office.pass_time(31 * DAY)
    assert run.run(office.agent, Cause.STARTUP).released == 1
    [row] = spells(office, bound)
    assert row[1:] == (shown(NOON), shown(office.now), "inactivity")
    assert events_of(office, bound).count("healed") == 0
    ownership.claim(office.agent, new_id(), bound)
    assert len(spells(office, bound)) == 2


def test_the_owner_in_capitals_may_release(mariadb: Database) -> None:
    office = Office(mariadb)
    bound = office.customer(owner=office.agent_uid)
    office.database.execute("UPDATE customers SET bound_to_uid = UPPER(bound_to_uid)")
    [row] = customers.rows(office.agent, [bound])
    seen = OwnershipSeen(row.owner_uid, row.owned_since)
    ownership.release(office.agent, new_id(), bound, seen)
    assert state_of(office, bound)[0] is None


def test_an_available_customer_with_an_open_row_is_mended_by_a_claim(office: Office) -> None:
    customer = office.customer()
    office.database.execute(
        "INSERT INTO customer_binding_history (id, customer_id, bound_to_uid, binding_start_date) "
        "VALUES ('stray', %s, %s, '2026-05-01 00:00:00')",
        customer,
        office.other_uid,
    )
    ownership.claim(office.agent, new_id(), customer)
    stray, opened = rows_of(office, customer)
    assert (shown(stray[2]), stray[3]) == ("2026-06-08 12:00:00", "manual_release")
    assert (opened[0], opened[2]) == (office.agent_uid, None)


def test_a_protection_needs_a_lead_a_reason_and_a_binding(office: Office) -> None:
    customer = office.customer(owner=office.agent_uid)
    until = NOON + 40 * DAY
    with pytest.raises(NotAllowed):
        ownership.protect(office.agent, new_id(), customer, until, "On holiday")
    with pytest.raises(Invalid) as refusal:
        ownership.protect(office.lead, new_id(), customer, NOON, " ")
    assert [fault.field for fault in refusal.value.faults] == ["until", "reason"]
    ownership.protect(office.lead, new_id(), customer, until, "On holiday")
    assert len(office.database.execute("SELECT * FROM salesdesk_protections")) == 1
    ownership.release(office.lead, new_id(), customer, OwnershipSeen(office.agent_uid))
    assert office.database.execute("SELECT * FROM salesdesk_protections") == []
    with pytest.raises(Conflict, match="no binding to protect"):
        ownership.protect(office.lead, new_id(), customer, until, "On holiday")


def set_policy(office: Office, key: str, value: int) -> None:
    office.database.execute(
        "INSERT INTO global_settings (setting_key, setting_value) VALUES (%s, %s)",
        f"salesdesk.pool.{key}",
        str(value),
    )


def test_the_policy_on_claims_a_day_says_from_when_the_next_is_allowed(office: Office) -> None:
    set_policy(office, "claims_a_day", 1)
    ownership.claim(office.agent, new_id(), office.customer())
    second = office.customer()
    with pytest.raises(PolicyRefusal) as refusal:
        ownership.claim(office.agent, new_id(), second)
    # The office's day in Jakarta (UTC+7) ends at 17:00 UTC.
    assert refusal.value.allowed_from == NOON.replace(hour=17)
    office.move_clock(NOON.replace(hour=17))
    ownership.claim(office.agent, new_id(), second)
    assert state_of(office, second)[0] == office.agent_uid


def test_the_policy_on_the_most_customers_counts_those_held(office: Office) -> None:
    set_policy(office, "most_customers", 1)
    first, second = office.customer(), office.customer()
    ownership.claim(office.agent, new_id(), first)
    with pytest.raises(PolicyRefusal) as refusal:
        ownership.claim(office.agent, new_id(), second)
    assert refusal.value.allowed_from is None
    ownership.release(office.agent, new_id(), first, OwnershipSeen(office.agent_uid))
    ownership.claim(office.agent, new_id(), second)


def test_the_cooling_off_policy_covers_own_releases(office: Office) -> None:
    set_policy(office, "cooling_off", 7)
    customer = office.customer(owner=office.agent_uid, since=NOON - 2 * DAY)
    ownership.release(office.agent, new_id(), customer, OwnershipSeen(office.agent_uid))
    office.pass_time(3 * DAY)
    with pytest.raises(PolicyRefusal) as refusal:
        ownership.claim(office.agent, new_id(), customer)
    assert refusal.value.allowed_from == NOON + 7 * DAY
    ownership.claim(office.other, new_id(), customer)
    assert state_of(office, customer)[0] == office.other_uid
