"""Two customers linked as one, and taken apart: owners, clocks, fields, and who may."""

from __future__ import annotations

from datetime import timedelta

import pytest

from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.duplicates import LinkChoice
from salesdesk.domain.errors import Conflict, NotAllowed, Refusal
from salesdesk.domain.events import EventKind, new_id
from salesdesk.domain.moments import DAY
from salesdesk.domain.ownership import OwnershipSeen
from salesdesk.domain.round import OutOfRound
from salesdesk.domain.set_aside import Aside, AsideReason
from salesdesk.services import customers, ownership, set_asides
from salesdesk.services.duplicates import comparing, linking
from tests.support.factories import NOON, Office
from tests.support.invariants import breaches
from tests.support.ownership_rows import state_of


def choice(
    office: Office, stays: str, hidden: str, *fields: str, owner: bool = False
) -> LinkChoice:
    sides = comparing.side_by_side(office.lead, stays, hidden)
    return LinkChoice(sides.left.customer, sides.right.customer, frozenset(fields), owner)


def idle(office: Office, left: str, right: str) -> tuple[object, object]:
    sides = comparing.side_by_side(office.lead, left, right)
    return sides.left.idle_since, sides.right.idle_since


def rows_of(office: Office) -> list[tuple[object, ...]]:
    return office.database.execute(
        "SELECT id, name, phone_number, address, company, lead_source, sales_status, "
        "bound_to_uid, binding_status FROM customers ORDER BY id"
    )


def test_the_hidden_one_is_released_and_its_row_stays_as_it_is(office: Office) -> None:
    stays = office.customer("Siti Rahmawati", owner=office.agent_uid, since=NOON - 20 * DAY)
    hidden = office.customer("Siti Rachmawati", owner=office.other_uid, since=NOON - 3 * DAY)
    linking.link(office.lead, new_id(), choice(office, stays, hidden))
    assert state_of(office, stays)[0] == office.agent_uid
    assert state_of(office, hidden)[0] is None
    assert customers.get(office.lead, hidden).name == "Siti Rachmawati"
    assert office.database.execute("SELECT customer_id, winner_id FROM salesdesk_links") == [
        (hidden, stays)
    ]
    assert breaches(office.database) == []


def test_one_undo_restores_fields_owners_clocks_and_protections(office: Office) -> None:
    stays = office.customer(
        "Siti Rahmawati", owner=office.agent_uid, since=NOON - 20 * DAY, phone="+6281290347718"
    )
    hidden = office.customer(
        "Siti Rachmawati", owner=office.other_uid, since=NOON - 12 * DAY,
        phone="0812 9034 7719", status=SalesStatus.HOT, company="PT Sinar Jaya",
    )  # fmt: skip
    ownership.protect(office.lead, new_id(), hidden, NOON + 40 * DAY, "A large order")
    before = rows_of(office)
    clocks = idle(office, stays, hidden)
    chosen = choice(office, stays, hidden, "name", "phone", "company", "sales_status", owner=True)
    linked = linking.link(office.lead, new_id(), chosen)
    now = customers.get(office.lead, stays)
    assert (now.name, now.company, now.sales_status) == (
        "Siti Rachmawati", "PT Sinar Jaya", SalesStatus.HOT,
    )  # fmt: skip
    assert now.phone == "+6281290347719"
    assert state_of(office, stays)[0] == office.other_uid
    office.pass_time(timedelta(hours=1))
    linking.unlink(office.lead, new_id(), linked.event_id)
    assert rows_of(office) == before
    assert idle(office, stays, hidden) == clocks
    [protected] = office.database.execute("SELECT customer_id, reason FROM salesdesk_protections")
    assert tuple(protected) == (hidden, "A large order")
    assert office.database.execute("SELECT * FROM salesdesk_links") == []
    assert breaches(office.database) == []


def test_a_number_that_stands_as_text_is_written_in_another_way(office: Office) -> None:
    stays = office.customer(phone="0812 9034 7718")
    hidden = office.customer(phone="+6281290347719")
    linked = linking.link(office.lead, new_id(), choice(office, stays, hidden, "phone"))
    assert customers.get(office.lead, stays).phone == "+62 812-9034-7719"
    assert customers.get(office.lead, hidden).phone == "+6281290347719"
    linking.unlink(office.lead, new_id(), linked.event_id)
    assert customers.get(office.lead, stays).phone == "0812 9034 7718"


def test_what_others_changed_since_stays_as_they_left_it(office: Office) -> None:
    stays = office.customer("Siti Rahmawati")
    hidden = office.customer("Siti Rachmawati", company="PT Sinar Jaya")
    linked = linking.link(office.lead, new_id(), choice(office, stays, hidden, "name", "company"))
    office.database.execute("UPDATE customers SET name = 'Ibu Siti' WHERE id = %s", stays)
    undone = linking.unlink(office.lead, new_id(), linked.event_id)
    assert undone.left == ("name",)
    one = customers.get(office.lead, stays)
    assert (one.name, one.company) == ("Ibu Siti", None)


def test_no_chain_and_no_double(office: Office) -> None:
    one, two, three = (office.customer() for _ in range(3))
    linking.link(office.lead, new_id(), choice(office, one, two))
    for stays, hidden in ((two, three), (three, two), (three, one), (two, one), (one, two)):
        with pytest.raises(Conflict):
            linking.link(office.lead, new_id(), choice(office, stays, hidden))
    linking.link(office.lead, new_id(), choice(office, one, three))
    twice = LinkChoice(customers.get(office.lead, one), customers.get(office.lead, one))
    with pytest.raises(Refusal):
        linking.link(office.lead, new_id(), twice)
    assert len(office.database.execute("SELECT * FROM salesdesk_links")) == 2


def test_the_same_act_again_is_one_act_and_another_choice_replaces_it(office: Office) -> None:
    stays, hidden = office.customer("Siti R."), office.customer("Siti", owner=office.agent_uid)
    act, first = new_id(), choice(office, stays, hidden)
    linking.link(office.lead, act, first)
    assert linking.link(office.lead, act, first).replayed
    again = linking.link(
        office.lead, act, LinkChoice(first.stays, first.hidden, frozenset({"name"}))
    )
    assert customers.get(office.lead, stays).name == "Siti"
    linking.unlink(office.lead, new_id(), again.event_id)
    assert customers.get(office.lead, stays).name == "Siti R."
    assert state_of(office, hidden)[0] == office.agent_uid
    assert breaches(office.database) == []


def test_it_does_nothing_where_owner_or_field_is_not_as_it_was_seen(office: Office) -> None:
    stays = office.customer(owner=office.agent_uid)
    hidden = office.customer(owner=office.other_uid)
    chosen = choice(office, stays, hidden, "company")
    ownership.release(office.lead, new_id(), hidden, OwnershipSeen(office.other_uid))
    with pytest.raises(Conflict):
        linking.link(office.lead, new_id(), chosen)
    chosen = choice(office, stays, hidden, "company")
    office.database.execute("UPDATE customers SET company = 'PT Baru' WHERE id = %s", hidden)
    with pytest.raises(Conflict):
        linking.link(office.lead, new_id(), chosen)
    assert office.database.execute("SELECT * FROM salesdesk_links") == []


def test_who_may_not_release_others_customers_links_nobody(office: Office) -> None:
    stays, hidden = office.customer(), office.customer()
    with pytest.raises(NotAllowed):
        linking.link(office.agent, new_id(), choice(office, stays, hidden))


def test_a_customer_in_the_pool_takes_the_owner_of_the_hidden_one(office: Office) -> None:
    stays, hidden = office.customer(), office.customer(owner=office.agent_uid)
    linked = linking.link(office.lead, new_id(), choice(office, stays, hidden, owner=True))
    assert state_of(office, stays)[0] == office.agent_uid
    linking.unlink(office.lead, new_id(), linked.event_id)
    assert state_of(office, stays)[0] is None
    assert state_of(office, hidden)[0] == office.agent_uid
    assert breaches(office.database) == []


def test_both_histories_tell_of_it(office: Office) -> None:
    stays, hidden = office.customer(), office.customer()
    linked = linking.link(office.lead, new_id(), choice(office, stays, hidden))
    linking.unlink(office.lead, new_id(), linked.event_id)
    for one in (stays, hidden):
        kinds = [
            row[0]
            for row in office.database.execute(
                "SELECT kind FROM salesdesk_events WHERE customer_id = %s ORDER BY kind", one
            )
        ]
        assert kinds == [EventKind.LINKED, EventKind.UNLINKED]


def test_whoever_is_not_to_be_contacted_stays_so_until_they_are_two_again(office: Office) -> None:
    stays, hidden = office.customer("Siti R."), office.customer("Siti")
    asked = Aside(OutOfRound.NO_CONTACT, AsideReason.ASKED, "")
    lost = Aside(OutOfRound.LOST, AsideReason.PRICE, "")
    free = OwnershipSeen(None)
    set_asides.set_aside(office.lead, new_id(), hidden, asked, free)
    for before in (None, lost):
        if before is not None:
            set_asides.set_aside(office.lead, new_id(), stays, before, free)
        linked = linking.link(office.lead, new_id(), choice(office, stays, hidden))
        assert words_of(office, stays) == [OutOfRound.NO_CONTACT]
        linking.unlink(office.lead, new_id(), linked.event_id)
        assert words_of(office, stays) == ([before.word] if before is not None else [])
        assert words_of(office, hidden) == [OutOfRound.NO_CONTACT]
    linked = linking.link(office.lead, new_id(), choice(office, stays, hidden))
    set_asides.take_back(office.lead, new_id(), stays, free)
    linking.unlink(office.lead, new_id(), linked.event_id)
    assert words_of(office, stays) == []


def test_who_is_lost_is_in_the_round_as_one_customer_with_another(office: Office) -> None:
    stays, hidden = office.customer("Siti R."), office.customer("Siti")
    lost = Aside(OutOfRound.LOST, AsideReason.PRICE, "")
    set_asides.set_aside(office.lead, new_id(), hidden, lost, OwnershipSeen(None))
    linking.link(office.lead, new_id(), choice(office, stays, hidden))
    assert words_of(office, stays) == []


def words_of(office: Office, customer_id: str) -> list[object]:
    """Why a customer's row in the list is out of the round."""
    found = office.database.execute(
        "SELECT out_of_round FROM salesdesk_customer_summary WHERE customer_id = %s "
        "AND out_of_round IN ('lost', 'no_contact')",
        customer_id,
    )
    return [row[0] for row in found]
