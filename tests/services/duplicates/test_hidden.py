"""A hidden customer is in no list, count or release, and counts for the one that stays."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from salesdesk.domain.duplicates import LinkChoice
from salesdesk.domain.errors import Conflict, HiddenByLink
from salesdesk.domain.events import new_id
from salesdesk.domain.moments import DAY
from salesdesk.domain.people import SYSTEM
from salesdesk.domain.pipeline import BoardQuery, Stage
from salesdesk.domain.pool import PoolQuery
from salesdesk.domain.queries import CustomerQuery, CustomerSort, OwnerFilter
from salesdesk.domain.release_log import ReleaseQuery, Since
from salesdesk.services import contacts, customers, ownership, phone_sweep, summaries
from salesdesk.services.duplicates import comparing, deciding, linking
from salesdesk.services.lists import board, palette, pool, release_log, states
from salesdesk.services.lists import customers as lists
from salesdesk.services.release import run
from salesdesk.services.release.report import Cause
from salesdesk.services.session import Session
from tests.support.factories import NOON, Office, draft
from tests.support.invariants import breaches
from tests.support.ownership_rows import state_of


def link(office: Office, stays: str, hidden: str) -> str:
    sides = comparing.side_by_side(office.lead, stays, hidden)
    choice = LinkChoice(sides.left.customer, sides.right.customer)
    return linking.link(office.lead, new_id(), choice).event_id


def by_run(office: Office) -> int:
    return run.run(Session(office.store, SYSTEM, "PC-RINA"), Cause.STARTUP).released


LISTS: dict[str, Callable[[Office], set[str]]] = {
    "customers": lambda o: {one.id for one in lists.page(o.lead, CustomerQuery()).rows},
    "found": lambda o: {one.id for one in lists.page(o.lead, CustomerQuery("Siti")).rows},
    "pool": lambda o: {one.customer.id for one in pool.page(o.lead, PoolQuery()).rows},
    "board": lambda o: {
        one.customer.id for one in board.page(o.lead, BoardQuery(OwnerFilter()), Stage.COLD).rows
    },
    "palette": lambda o: {one.id for one in palette.beginning(o.lead, "Siti")},
    "palette within": lambda o: {one.id for one in palette.others(o.lead, "Ra")},
}


@pytest.mark.parametrize("name", LISTS)
def test_no_list_has_who_is_hidden_and_undo_brings_it_back(office: Office, name: str) -> None:
    stays, hidden, other = (
        office.customer(one) for one in ("Siti Rahmawati", "Siti Rachmawati", "Siti Rania")
    )
    assert LISTS[name](office) == {stays, hidden, other}
    act = link(office, stays, hidden)
    assert LISTS[name](office) == {stays, other}
    linking.unlink(office.lead, new_id(), act)
    assert LISTS[name](office) == {stays, hidden, other}


def test_no_count_has_who_is_hidden(office: Office) -> None:
    stays, hidden = office.customer("Siti R.", owner=office.agent_uid), office.customer("Siti")
    assert states.counts(office.lead).total == 2
    link(office, stays, hidden)
    assert states.counts(office.lead).total == 1
    assert lists.count(office.lead, CustomerQuery()).number == 1


def test_the_winners_clock_counts_the_losers_contacts_whoever_writes_them(office: Office) -> None:
    stays = office.customer("Siti R.", owner=office.agent_uid, since=NOON - 25 * DAY)
    hidden = office.customer("Siti")
    link(office, stays, hidden)
    office.contact(hidden, at=NOON - 2 * DAY)
    summaries.sweep(Session(office.store, SYSTEM, ""))
    [row] = lists.rows(office.lead, [stays])
    assert row.departure is not None
    assert row.departure.idle_since == NOON - 2 * DAY
    assert row.last_contact == NOON - 2 * DAY
    office.move_clock(NOON + 10 * DAY)
    assert by_run(office) == 0
    office.move_clock(NOON + 28 * DAY)
    assert by_run(office) == 1
    assert breaches(office.database) == []


def test_a_last_interaction_of_the_hidden_row_counts_too(office: Office) -> None:
    stays = office.customer("Siti R.", owner=office.agent_uid, since=NOON - 40 * DAY)
    hidden = office.customer("Siti", last_interaction=NOON - DAY)
    link(office, stays, hidden)
    assert by_run(office) == 0


def test_who_is_hidden_is_never_released_though_another_application_binds_it(
    office: Office,
) -> None:
    stays, hidden = office.customer("Siti R."), office.customer("Siti")
    link(office, stays, hidden)
    office.database.execute(
        "UPDATE customers SET binding_status = 'bound', bound_to_uid = %s, "
        "binding_start_date = '2026-01-01 00:00:00' WHERE id = %s",
        office.agent_uid, hidden,
    )  # fmt: skip
    office.sweep()
    assert by_run(office) == 0
    assert state_of(office, hidden)[0] == office.agent_uid


def test_an_act_on_who_is_hidden_names_who_stays_and_a_contact_goes_there(office: Office) -> None:
    stays, hidden = office.customer("Siti R."), office.customer("Siti")
    link(office, stays, hidden)
    with pytest.raises(HiddenByLink, match="Siti R") as refused:
        ownership.claim(office.agent, new_id(), hidden)
    assert refused.value.winner_id == stays
    typed = draft(hidden)
    logged = contacts.log(office.agent, typed).contact
    assert logged is not None
    assert logged.customer_id == stays
    assert contacts.log(office.agent, typed).replayed


def test_a_link_whose_winner_is_gone_hides_nobody(office: Office) -> None:
    stays, hidden = office.customer("Siti R."), office.customer("Siti")
    link(office, stays, hidden)
    office.database.execute("DELETE FROM customers WHERE id = %s", stays)
    summaries.sweep(Session(office.store, SYSTEM, ""))
    assert LISTS["customers"](office) == {hidden}
    assert LISTS["pool"](office) == {hidden}
    ownership.claim(office.agent, new_id(), hidden)


def test_who_is_left_of_a_link_is_linked_anew_on_either_side(office: Office) -> None:
    for gone, left in ((0, 1), (1, 0)):
        for stays_again in (True, False):
            pair = tuple(office.customer(f"Siti {at}") for at in range(2))
            other = office.customer("Siti Rania")
            link(office, *pair)
            office.database.execute("DELETE FROM customers WHERE id = %s", pair[gone])
            office.sweep()
            ends = (pair[left], other) if stays_again else (other, pair[left])
            assert comparing.side_by_side(office.lead, *ends).left.hides == 0
            assert deciding.decisions(office.lead) == ()
            act = link(office, *ends)
            shown = LISTS["customers"](office)
            assert ends[0] in shown
            assert ends[1] not in shown
            linking.unlink(office.lead, new_id(), act)
            assert set(ends) <= LISTS["customers"](office)


def test_a_number_of_who_is_hidden_leads_to_who_stays(office: Office) -> None:
    stays = office.customer("Siti R.", phone="+6281290347718")
    hidden = office.customer("Siti", phone="0812 9034 7719")
    phone_sweep.refresh(office.lead)
    link(office, stays, hidden)
    found = customers.duplicate_of(office.lead, "+62 812-9034-7719")
    assert found is not None
    assert found.customer_id == stays
    assert {one.id for one in palette.beginning(office.lead, "081290347719")} == {stays}


def test_the_list_finds_who_stays_by_the_name_of_who_is_hidden_and_once(office: Office) -> None:
    stays = office.customer("Klinik Medika")
    for name in ("Lina Marlina", "Klinik Medika Utama"):
        link(office, stays, office.customer(name))
    for text in ("Marlina", "Lina", "Utama", "Klinik", "Medika"):
        for sort in (CustomerSort.NAME, CustomerSort.OWNER):
            page = lists.page(office.lead, CustomerQuery(text, sort=sort))
            assert [one.id for one in page.rows] == [stays], (text, sort)
        assert lists.count(office.lead, CustomerQuery(text)).number == 1


def test_a_link_cannot_hide_behind_who_is_hidden(office: Office) -> None:
    one, two, three = (office.customer(f"Siti {at}") for at in range(3))
    link(office, one, two)
    with pytest.raises(Conflict):
        link(office, two, three)


def test_the_release_of_who_is_hidden_says_so_and_is_not_given_back(office: Office) -> None:
    stays, hidden = office.customer("Siti R."), office.customer("Siti", owner=office.agent_uid)
    act = link(office, stays, hidden)
    [row] = release_log.page(office.lead, ReleaseQuery()).rows
    assert (row.customer_id, row.since.what) == (hidden, Since.LINKED)
    assert release_log.facts(office.lead, row.id)[1].leaves_at is None
    linking.unlink(office.lead, new_id(), act)
    [row] = release_log.page(office.lead, ReleaseQuery()).rows
    assert row.since.what is Since.GIVEN_BACK
