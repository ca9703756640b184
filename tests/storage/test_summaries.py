"""The summaries say what the rows say, on both databases, over generated customers."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from hypothesis import given
from hypothesis import strategies as st

from salesdesk.domain.day import SOON_DAYS
from salesdesk.domain.follow_up import FollowUpState, follow_up_state, office_day
from salesdesk.domain.idle_clock import Limits, departure
from salesdesk.domain.moments import DAY, EARLIEST
from salesdesk.domain.settings import DEFAULTS
from salesdesk.domain.states import CustomerState
from salesdesk.domain.summary import settings_mark
from salesdesk.storage.reads import states
from salesdesk.storage.reads.viewer import Viewer
from salesdesk.storage.stores.summaries import SummaryStore
from tests.support.database import Database
from tests.support.idle_cases import (
    facts,
    limits,
    moment,
    relaxed,
    settle,
)
from tests.support.lives import NOW, Life, lives, plant_lives
from tests.support.rows import bound, contact, customer, key, person, put, spell


@relaxed
@given(found=st.lists(lives, min_size=1, max_size=30), limits=limits)
def test_every_customer_is_in_the_state_that_its_rows_say(
    database: Database, found: list[Life], limits: Limits
) -> None:
    if not database.execute("SELECT 1 FROM users"):
        put(database, "users", [person(1, "Ayu Lestari")])
    plant_lives(database, found, NOW)
    summaries = settle(database, limits, NOW)
    expected = {key(number): state_of(life, limits) for number, life in enumerate(found)}
    steps = {key(number): step_of(life) for number, life in enumerate(found)}
    assert {one: each.next_step_at for one, each in summaries.items()} == steps
    viewer = Viewer(NOW, DEFAULTS, None, pool_phones=True, pool_notes=True)
    with database.engine.connect() as connection:
        assert states.of(connection, list(summaries), viewer) == expected
        counted = states.counts(connection, viewer)
    assert counted == {state: [*expected.values()].count(state) for state in CustomerState}


def step_of(life: Life) -> datetime | None:
    """The next step: of the plan, unless a contact came after it; the contacts name none."""
    if life.plan is None:
        return None
    dates = [moment(date, NOW) for date in life.case.contacts]
    contacts = [date for date in dates if date and EARLIEST <= date <= NOW + DAY]
    written = (NOW + life.plan[1]).replace(microsecond=0)
    due = moment(life.plan[0], NOW)
    counts = due is not None and due >= EARLIEST and not any(one > written for one in contacts)
    return due if counts else None


def state_of(life: Life, limits: Limits) -> CustomerState:
    """A customer's state by the rules, from what was planted; its owner is a user."""
    if not life.held:
        return CustomerState.NEEDS_REPAIR if life.opened else CustomerState.IN_POOL
    start = moment(life.case.start, NOW)
    if start is None or not EARLIEST <= start <= NOW + DAY or life.opened != 1:
        return CustomerState.NEEDS_REPAIR
    leaves = departure(facts(life.case, NOW), limits, NOW)
    if leaves.leaves_at <= NOW + SOON_DAYS * DAY:
        return CustomerState.RELEASING_SOON
    follow_up = follow_up_state(step_of(life), office_day(NOW, DEFAULTS.office_zone))
    if follow_up is FollowUpState.OVERDUE:
        return CustomerState.OVERDUE
    none = follow_up is FollowUpState.NONE
    return CustomerState.WITHOUT_PLAN if none else CustomerState.WITH_PLAN


def test_free_since_the_last_credible_end(database: Database) -> None:
    put(database, "customers", [customer(1), customer(2), customer(3)])
    put(
        database,
        "customer_binding_history",
        [
            spell(1, 1, 1, NOW - 60 * DAY, NOW - 40 * DAY, "inactivity"),
            spell(2, 1, 1, NOW - 30 * DAY, NOW - 20 * DAY, "inactivity"),
            spell(3, 2, 1, NOW - 30 * DAY, NOW + 20 * DAY, "inactivity"),
        ],
    )
    found = settle(database, Limits(), NOW)
    assert found[key(1)].free_since == NOW - 20 * DAY
    assert found[key(2)].free_since == found[key(3)].free_since == NOW - 100 * DAY
    assert found[key(2)].again_at == NOW + 19 * DAY


def test_what_stands_differently_in_customers_is_seen(database: Database) -> None:
    put(database, "customers", [customer(number) for number in range(1, 8)])
    put(database, "customers", [bound(8, 1, NOW - DAY)])
    put(database, "customer_binding_history", [spell(1, 8, 1, NOW - DAY)])
    settle(database, Limits(), NOW)
    changes = {
        1: "bound_to_uid = 'somebody', binding_status = 'bound'",
        2: "sales_status = 'hot'",
        3: "binding_start_date = '2026-01-01 00:00:00'",
        4: "last_interaction_date = '2026-01-01 00:00:00'",
        # What nobody reads differently is no difference.
        5: "sales_status = NULL, binding_status = NULL",
        8: "bound_to_uid = NULL",
    }
    for number, change in changes.items():
        database.execute(f"UPDATE customers SET {change} WHERE id = %s", key(number))
    database.execute("DELETE FROM customers WHERE id = %s", key(6))
    put(database, "customers", [customer(9)])
    mark = settings_mark(Limits())
    with database.engine.connect() as connection:
        store = SummaryStore(connection)
        differing = store.differing(key(1), key(9), mark, NOW)
        assert differing == [key(number) for number in (1, 2, 3, 4, 8, 9)]
        assert store.orphans(10) == [key(6)]
        other = settings_mark(replace(Limits(), hot=9 * DAY))
        assert len(store.differing(key(1), key(9), other, NOW)) == 8


def test_the_newest_contact_is_by_date_then_id(database: Database) -> None:
    put(database, "customers", [customer(1)])
    put(
        database,
        "customer_contacts",
        [
            contact(1, 1, NOW - DAY, contact_method="visit"),
            contact(3, 1, NOW - 2 * DAY, contact_method="whatsapp"),
            contact(2, 1, NOW - DAY, contact_method="call", contact_status="unsuccessful"),
            contact(4, 1, NOW + 9 * DAY),
        ],
    )
    found = settle(database, Limits(), NOW)[key(1)]
    assert (found.contact_id, found.contact_at) == (key(2, 2), NOW - DAY)
    assert (found.contact_method, found.contact_outcome) == ("call", "unsuccessful")
    assert found.again_at == NOW + 8 * DAY
