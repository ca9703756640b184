"""Of two customers that are one, the next step written last is that of the one that stays."""

from __future__ import annotations

from datetime import datetime

from salesdesk.domain.duplicates import LinkChoice
from salesdesk.domain.events import new_id
from salesdesk.domain.moments import DAY
from salesdesk.domain.people import SYSTEM
from salesdesk.services import summaries
from salesdesk.services.duplicates import comparing, linking
from salesdesk.services.lists import customers as lists
from salesdesk.services.session import Session
from salesdesk.storage.stores.plans import Plan, PlanStore
from tests.support.factories import NOON, Office

SUMMARY = "SELECT next_step_at FROM salesdesk_customer_summary WHERE customer_id = %s"


def link(office: Office, stays: str, hidden: str) -> str:
    sides = comparing.side_by_side(office.lead, stays, hidden)
    choice = LinkChoice(sides.left.customer, sides.right.customer)
    return linking.link(office.lead, new_id(), choice).event_id


def steps(office: Office, customer_id: str) -> tuple[datetime | None, bool]:
    """The next step in the list, and whether the summary holds one."""
    [row] = lists.rows(office.lead, [customer_id])
    [(kept,)] = office.database.execute(SUMMARY, customer_id)
    return row.next_step, kept is not None


def test_the_hidden_ones_next_step_is_the_winners_until_the_link_is_undone(office: Office) -> None:
    stays, hidden = office.customer("Siti R.", owner=office.agent_uid), office.customer("Siti")
    due = NOON + 3 * DAY
    office.contact(hidden, at=NOON - 2 * DAY, next_step=due)
    office.contact(stays, at=NOON - 5 * DAY)
    office.sweep()
    assert steps(office, stays) == (None, False)
    act = link(office, stays, hidden)
    assert steps(office, stays) == (due, True)
    linking.unlink(office.lead, new_id(), act)
    assert steps(office, stays) == (None, False)
    assert steps(office, hidden) == (due, True)


def test_a_step_that_another_application_writes_to_the_hidden_one_is_found(office: Office) -> None:
    stays, hidden = office.customer("Siti R.", owner=office.agent_uid), office.customer("Siti")
    link(office, stays, hidden)
    due = NOON + 3 * DAY
    office.contact(hidden, at=NOON, next_step=due)
    summaries.sweep(Session(office.store, SYSTEM, ""))
    assert steps(office, stays) == (due, True)


def test_a_later_contact_of_the_one_that_stays_has_the_last_word(office: Office) -> None:
    stays, hidden = office.customer("Siti R.", owner=office.agent_uid), office.customer("Siti")
    office.contact(hidden, at=NOON - 5 * DAY, next_step=NOON + 3 * DAY)
    office.contact(stays, at=NOON - 2 * DAY)
    link(office, stays, hidden)
    assert steps(office, stays) == (None, False)


def test_a_plan_of_the_hidden_one_counts(office: Office) -> None:
    stays, hidden = office.customer("Siti R.", owner=office.agent_uid), office.customer("Siti")
    office.contact(stays, at=NOON - 5 * DAY)
    due = NOON + 4 * DAY
    with office.database.engine.begin() as connection:
        PlanStore(connection).put(
            Plan(hidden, due, NOON - DAY, office.agent_uid, "Offer", new_id())
        )
    link(office, stays, hidden)
    assert steps(office, stays) == (due, True)
