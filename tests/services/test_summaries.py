"""Summaries of customers whom the booking application wrote: filled, swept, mended."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from datetime import timedelta

import pytest

from salesdesk.domain.day import Section
from salesdesk.domain.events import new_id
from salesdesk.domain.moments import DAY
from salesdesk.domain.ownership import OwnershipSeen
from salesdesk.domain.queries import Count, CustomerQuery, CustomerSort
from salesdesk.domain.settings import LIMIT_COLD
from salesdesk.services import contacts, follow_ups, ownership, summaries
from salesdesk.services.lists import customers, today
from salesdesk.services.release import run
from salesdesk.services.release.report import Cause
from salesdesk.services.summaries import OVERLAP, REST
from salesdesk.storage.setup.indexes import RECOMMENDED
from tests.support.database import Database
from tests.support.factories import Office, draft
from tests.support.settings import set_to
from tests.support.sweeping import (
    Interrupted,
    bind,
    in_line,
    known,
    summary,
    swept,
    system,
)

# --- what others wrote ----------------------------------------------------------------------------


def test_a_sweep_of_the_day_finds_what_stands_in_the_customers_rows(office: Office) -> None:
    taken, moved, gone, silent = (office.customer(swept=False) for _ in range(4))
    assert swept(office).whole
    bind(office, taken, office.agent_uid)
    office.database.execute("UPDATE customers SET sales_status = 'hot' WHERE id = %s", moved)
    office.database.execute("DELETE FROM customers WHERE id = %s", gone)
    office.database.execute(
        "UPDATE customers SET last_interaction_date = %s WHERE id = %s",
        (office.now - DAY).strftime("%Y-%m-%d %H:%M:%S"), silent,
    )  # fmt: skip
    new = office.customer(swept=False)
    assert not in_line(office)
    found = swept(office)
    assert (found.whole, found.changed, found.left_over) == (False, 5, 0)
    assert in_line(office)
    assert known(office, taken).owner_uid == office.agent_uid
    assert known(office, taken).sound
    assert summary(office, gone) is None
    assert summary(office, new) is not None
    assert swept(office).changed == 0


@pytest.mark.parametrize("change", ["back-dated", "deleted", "moved"])
def test_contacts_of_others_are_found_within_a_day(office: Office, change: str) -> None:
    customer = office.customer(owner=office.agent_uid, since=office.now - 9 * DAY)
    contact = office.contact(customer, at=office.now - 3 * DAY, next_step=office.now + DAY)
    swept(office)
    office.pass_time(REST + timedelta(hours=2))
    if change == "back-dated":
        office.contact(customer, at=office.now - 2 * DAY, swept=False)
    elif change == "deleted":
        office.database.execute("DELETE FROM customer_contacts WHERE id = %s", contact)
    else:
        at = (office.now - 5 * DAY).strftime("%Y-%m-%d %H:%M:%S")
        office.database.execute(
            "UPDATE customer_contacts SET contact_date = %s WHERE id = %s", at, contact
        )
    assert not swept(office).whole
    assert not in_line(office)
    office.pass_time(DAY)
    found = swept(office)
    assert (found.whole, found.changed) == (True, 1)
    assert in_line(office)


def _by_others(office: Office) -> dict[str, Callable[[str, str], object]]:
    """What the booking application may do to a bound customer and its contact, by kind."""
    execute = office.database.execute

    def at(span: timedelta) -> str:
        return (office.now + span).strftime("%Y-%m-%d %H:%M:%S")

    def releases(customer: str, _: str) -> None:
        execute(
            "UPDATE customers SET bound_to_uid = NULL, binding_status = 'available', "
            "binding_start_date = NULL WHERE id = %s", customer,
        )  # fmt: skip
        execute(
            "UPDATE customer_binding_history SET binding_end_date = %s, "
            "unbinding_reason = 'manual_release' WHERE customer_id = %s", at(timedelta()), customer,
        )  # fmt: skip

    def hands_over(customer: str, contact: str) -> None:
        releases(customer, contact)
        bind(office, customer, office.other_uid)

    def sets(column: str, value: str, table: str = "customers") -> Callable[[str, str], object]:
        return lambda customer, contact: execute(
            f"UPDATE {table} SET {column} = %s WHERE id = %s",
            value, customer if table == "customers" else contact,
        )  # fmt: skip

    of_contact = "customer_contacts"
    return {
        "deletes": lambda customer, _: execute("DELETE FROM customers WHERE id = %s", customer),
        "releases": releases,
        "hands over": hands_over,
        "moves the start": sets("binding_start_date", at(-4 * DAY)),
        "moves the interaction": sets("last_interaction_date", at(-2 * DAY)),
        "moves the card": sets("sales_status", "warm"),
        "back-dates a contact": lambda customer, _: office.contact(
            customer, at=office.now - 2 * DAY, swept=False
        ),
        "deletes a contact": lambda _, contact: execute(
            f"DELETE FROM {of_contact} WHERE id = %s", contact
        ),
        "moves a contact": sets("contact_date", at(-5 * DAY), of_contact),
        "changes the next step": sets("next_follow_up_date", at(3 * DAY), of_contact),
        "changes the outcome": sets("contact_status", "unsuccessful", of_contact),
        "closes the row": lambda customer, _: execute(
            "UPDATE customer_binding_history SET binding_end_date = %s WHERE customer_id = %s",
            at(timedelta()), customer,
        ),
    }  # fmt: skip


#: What stands in the customer's own row, so that the next comparison sees it.
SEEN_AT_ONCE = {
    "deletes", "releases", "hands over", "moves the start", "moves the interaction",
    "moves the card",
}  # fmt: skip
KINDS = sorted(
    SEEN_AT_ONCE
    | {
        "back-dates a contact",
        "deletes a contact",
        "moves a contact",
        "changes the next step",
        "changes the outcome",
        "closes the row",
    }
)


@pytest.mark.parametrize("kind", KINDS)
def test_whatever_others_write_is_found_by_the_next_sweep_or_within_a_day(
    office: Office, kind: str
) -> None:
    customer = office.customer(owner=office.agent_uid, since=office.now - 9 * DAY)
    contact = office.contact(customer, at=office.now - 3 * DAY, next_step=office.now + DAY)
    office.customer("Another", owner=office.agent_uid)
    swept(office)
    office.pass_time(REST + OVERLAP)
    _by_others(office)[kind](customer, contact)
    assert not in_line(office)
    assert not swept(office).whole
    assert in_line(office) is (kind in SEEN_AT_ONCE)
    office.pass_time(DAY)
    found = swept(office)
    assert (found.whole, found.changed) == (True, kind not in SEEN_AT_ONCE)
    assert in_line(office)


@pytest.mark.parametrize("kind", KINDS)
def test_a_reckoning_of_everybody_finds_whatever_others_wrote(office: Office, kind: str) -> None:
    """Alone, as `db summaries` does."""
    customer = office.customer(owner=office.agent_uid, since=office.now - 9 * DAY)
    contact = office.contact(customer, at=office.now - 3 * DAY, next_step=office.now + DAY)
    swept(office)
    _by_others(office)[kind](customer, contact)
    new = office.customer("New", swept=False)
    assert summaries.reckon_all(system(office)).changed == 2
    assert in_line(office)
    assert summary(office, new) is not None


def test_a_contact_of_just_now_is_found_where_an_index_finds_it(
    office: Office, database: Database
) -> None:
    customer = office.customer(owner=office.agent_uid, swept=False)
    swept(office)
    office.pass_time(REST)
    office.contact(customer, next_step=office.now + DAY, swept=False)
    index = next(one for one in RECOMMENDED if one.table == "customer_contacts")
    with contextlib.ExitStack() as stack:
        if database.kind == "mariadb":
            assert swept(office).changed == 0
            database.execute(index.ddl())
            stack.callback(database.execute, f"DROP INDEX {index.name} ON {index.table}")
        assert swept(office).changed == 1
    assert known(office, customer).next_step_at == office.now + DAY
    assert in_line(office)


def test_what_a_program_without_summaries_did_is_found_by_its_events(office: Office) -> None:
    customer = office.customer(owner=office.agent_uid, swept=False)
    swept(office)
    follow_ups.plan(office.agent, new_id(), customer, office.now + 2 * DAY)
    before = known(office, customer)
    office.database.execute(
        "UPDATE salesdesk_customer_summary SET next_step_at = NULL, next_step_of = NULL"
    )
    assert swept(office).changed == 1
    assert known(office, customer) == before


def test_a_changed_limit_renews_every_summary(office: Office) -> None:
    customer = office.customer(owner=office.agent_uid, swept=False)
    swept(office)
    assert known(office, customer).leaves_at == office.now + 30 * DAY
    set_to(office.admin, LIMIT_COLD.key, "10")
    assert swept(office).changed == 1
    assert known(office, customer).leaves_at == office.now + 10 * DAY


def test_a_date_that_lay_too_far_ahead_becomes_valid_by_itself(office: Office) -> None:
    customer = office.customer(owner=office.agent_uid, swept=False)
    office.contact(customer, at=office.now + 3 * DAY, swept=False)
    swept(office)
    assert known(office, customer).contact_id is None
    office.pass_time(2 * DAY - timedelta(hours=1))
    swept(office)
    assert known(office, customer).contact_id is None
    office.pass_time(timedelta(hours=1))
    assert swept(office).changed == 1
    assert known(office, customer).contact_at == office.now + DAY


# --- beside acts ----------------------------------------------------------------------------------


@pytest.mark.parametrize("whole", [False, True])
def test_what_an_act_wrote_meanwhile_is_not_put_back(office: Office, whole: bool) -> None:
    """The sweep has read, an act commits, and only then the sweep locks and writes."""
    customer = office.customer(owner=office.agent_uid, since=office.now - 2 * DAY)
    follow_ups.plan(office.agent, new_id(), customer, office.now + DAY)
    office.database.execute("UPDATE customers SET sales_status = 'hot' WHERE id = %s", customer)
    store = Interrupted(office.database.engine)
    seen = OwnershipSeen(office.agent_uid)

    def acts() -> None:
        contacts.log(office.agent, draft(customer, next_step=office.now + 9 * DAY))
        ownership.release(office.agent, new_id(), customer, seen)
        ownership.claim(office.other, new_id(), customer)
        ownership.release(office.other, new_id(), customer, OwnershipSeen(office.other_uid))

    store.meanwhile = acts
    work = summaries.reckon_all if whole else summaries.fill
    work(system(office, store))
    assert not store.pending, "the acts were done in between"
    found = known(office, customer)
    assert found.next_step_at == office.now + 9 * DAY
    assert (found.owner_uid, found.free_since) == (None, office.now)
    assert in_line(office)


def test_a_customer_that_somebody_holds_is_left_to_the_next_sweep(mariadb: Database) -> None:
    office = Office(mariadb)
    ids = [office.customer(swept=False) for _ in range(3)]
    held = sorted(ids)[1]
    with mariadb.engine.execution_options(salesdesk_write=True).begin() as connection:
        connection.exec_driver_sql("SELECT * FROM customers WHERE id = %s FOR UPDATE", (held,))
        found = swept(office)
    assert (found.changed, found.left_over) == (2, 1)
    assert summary(office, held) is None
    assert swept(office).changed == 1
    assert in_line(office)


def test_mending_reckons_those_that_a_list_saw_to_be_wrong(office: Office) -> None:
    customer = office.customer(owner=office.agent_uid, swept=False)
    swept(office)
    office.database.execute(
        "UPDATE salesdesk_customer_summary SET leaves_at = '2000-01-01 00:00:00', sound = 0"
    )
    assert summaries.mend(system(office), [customer, new_id()]) == 1
    assert in_line(office)


def test_a_list_does_not_show_a_customer_whose_own_row_says_otherwise(office: Office) -> None:
    """Another application released it, and one more is gone; what was seen is mended later."""
    left, gone, stays = (
        office.customer(name, owner=office.agent_uid, since=office.now - 25 * DAY)
        for name in ("Left", "Gone", "Stays")
    )
    office.database.execute(
        "UPDATE customers SET bound_to_uid = NULL, binding_status = 'available', "
        "binding_start_date = NULL WHERE id = %s", left,
    )  # fmt: skip
    office.database.execute("DELETE FROM customers WHERE id = %s", gone)
    mine = today.mine(office.agent)
    found = today.page(office.agent, mine, Section.RELEASING)
    assert [row.customer.id for row in found.rows] == [stays]
    by_days = CustomerQuery(sort=CustomerSort.DAYS_LEFT)
    assert {row.id for row in customers.page(office.agent, by_days).rows} == {left, stays}
    assert office.store.doubted == {left, gone}
    assert today.counts(office.agent, mine).of(Section.RELEASING) == Count(3)
    assert summaries.mend_doubted(system(office)) == 2
    assert office.store.doubted == set()
    assert today.counts(office.agent, mine).of(Section.RELEASING) == Count(1)


@pytest.mark.parametrize("wrong", ["early", "late", "missing", "of other settings"])
def test_a_wrong_summary_frees_nobody_early_and_nobody_twice(office: Office, wrong: str) -> None:
    """Whom a run looks at may come from a summary; whether one is due never does."""
    due = office.customer("Due", owner=office.agent_uid, since=office.now - 31 * DAY)
    office.customer("Not yet", owner=office.agent_uid, since=office.now - 28 * DAY)
    office.customer("Free")
    summaries.reckon_all(system(office))
    if wrong == "early":
        office.database.execute(
            "UPDATE salesdesk_customer_summary SET leaves_at = '2000-01-01 00:00:00'"
        )
    elif wrong == "late":
        office.database.execute(
            "UPDATE salesdesk_customer_summary SET leaves_at = '2037-01-01 00:00:00'"
        )
    elif wrong == "of other settings":
        office.database.execute(
            "UPDATE salesdesk_customer_summary SET leaves_at = '2037-01-01 00:00:00', "
            "settings_mark = '90/90/90/0'"
        )
    else:
        office.database.execute("DELETE FROM salesdesk_customer_summary")
    first = run.run(system(office), Cause.COMMAND)
    if wrong != "early":
        # A comparison finds it, or the next day's reckoning where nothing tells it from right.
        assert first.released == 0
        office.pass_time(REST if wrong != "late" else timedelta(hours=24))
        assert swept(office).whole is (wrong == "late")
        first = run.run(system(office), Cause.COMMAND)
    assert [one.id for one in first.candidates] == [due]
    assert run.run(system(office), Cause.COMMAND).released == 0
    rows = office.database.execute(
        "SELECT customer_id FROM customer_binding_history WHERE unbinding_reason = 'inactivity'"
    )
    assert rows == [(due,)]
    assert known(office, due).owner_uid is None


def test_where_no_sweep_goes_through_the_customers_are_asked_themselves(office: Office) -> None:
    due = office.customer(owner=office.agent_uid, since=office.now - 29 * DAY)
    summaries.reckon_all(system(office))
    office.database.execute("DELETE FROM salesdesk_customer_summary")
    office.pass_time(2 * DAY)
    assert [one.id for one in run.run(system(office), Cause.COMMAND).candidates] == [due]


def test_a_shorter_limit_counts_before_any_sweep_has_renewed_the_summaries(office: Office) -> None:
    due = office.customer(owner=office.agent_uid, since=office.now - 12 * DAY)
    summaries.reckon_all(system(office))
    set_to(office.admin, LIMIT_COLD.key, "10")
    assert [one.id for one in run.preview(system(office)).candidates] == [due]
