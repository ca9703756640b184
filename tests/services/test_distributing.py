"""Distributing customers: one batch of conditional acts, caps obeyed at the write, one undo."""

from __future__ import annotations

import pytest

from salesdesk.domain.errors import NotAllowed
from salesdesk.domain.events import new_id
from salesdesk.domain.ownership import OwnershipSeen
from salesdesk.domain.reminders import ReminderKind
from salesdesk.services import distributing, ownership
from salesdesk.services.lists import customers, reminders
from tests.support.factories import Office
from tests.support.settings import set_to


def seen_of(office: Office, ids: list[str]) -> dict[str, OwnershipSeen]:
    rows = customers.rows(office.lead, ids)
    return {row.id: OwnershipSeen(row.owner_uid, row.owned_since) for row in rows}


def owners(office: Office, ids: list[str]) -> dict[str, str | None]:
    return {row.id: row.owner_uid for row in customers.rows(office.lead, ids)}


def test_the_ground_says_what_each_has_and_who_lost_whom(office: Office) -> None:
    one = office.customer(owner=office.agent_uid)
    office.customer(owner=office.other_uid)
    ownership.release(office.lead, new_id(), one, OwnershipSeen(office.agent_uid))
    set_to(office.admin, "salesdesk.pool.most_customers", "60")
    ground = distributing.ground(office.lead, [one])
    held = {receiver.uid: receiver.held for receiver in ground.receivers}
    assert (held[office.agent_uid], held[office.other_uid], ground.most) == (0, 1, 60)
    assert ground.lost_within(30) == {one: frozenset({office.agent_uid})}
    with pytest.raises(NotAllowed):
        distributing.ground(office.agent, [one])


def test_free_and_bound_ones_are_given_in_one_batch_and_told(office: Office) -> None:
    free, bound = office.customer("Free"), office.customer("Bound", owner=office.other_uid)
    seen = seen_of(office, [free, bound])
    batch_id = new_id()
    agents = {free: office.agent_uid, bound: office.agent_uid}
    batch = distributing.distribute(office.lead, batch_id, seen, agents)
    assert (batch.done, batch.lost) == ((free, bound), ())
    assert set(owners(office, [free, bound]).values()) == {office.agent_uid}
    told = [one for one in reminders.upcoming(office.agent) if one.kind is ReminderKind.GIVEN]
    assert {one.name for one in told} == {"Free", "Bound"}
    assert {one.by_name for one in told} == {"Rina Wulandari"}
    again = distributing.distribute(office.lead, batch_id, seen, agents)
    assert again.replayed
    assert again.done == batch.done


def test_whoever_was_claimed_meanwhile_is_named(office: Office) -> None:
    ids = [office.customer(f"C{at}") for at in range(3)]
    seen = seen_of(office, ids)
    ownership.claim(office.other, new_id(), ids[1])
    batch = distributing.distribute(
        office.lead, new_id(), seen, dict.fromkeys(ids, office.agent_uid)
    )
    assert [one.name for one in batch.lost] == ["C1"]
    assert owners(office, ids)[ids[1]] == office.other_uid


def test_nobody_gets_more_than_the_most_whatever_the_proposal_says(office: Office) -> None:
    set_to(office.admin, "salesdesk.pool.most_customers", "2")
    office.customer(owner=office.agent_uid)
    ids = [office.customer(f"C{at}") for at in range(3)]
    batch = distributing.distribute(
        office.lead, new_id(), seen_of(office, ids), dict.fromkeys(ids, office.agent_uid)
    )
    assert (len(batch.done), len(batch.lost)) == (1, 2)
    assert batch.lost[0].message == "Andi Firmansyah has 2 customers, and 2 are allowed."
