"""Every customer is in exactly one state, whatever happened: by random acts, and case by case."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule, run_state_machine_as_test

from salesdesk.domain.errors import NotAllowed
from salesdesk.domain.events import new_id
from salesdesk.domain.follow_up import FollowUpState, follow_up_state, office_day
from salesdesk.domain.idle_clock import Limits, departure
from salesdesk.domain.moments import DAY
from salesdesk.domain.people import SYSTEM
from salesdesk.domain.queries import PageKey
from salesdesk.domain.settings import DEFAULTS
from salesdesk.domain.states import CustomerState
from salesdesk.services import follow_ups
from salesdesk.services.lists import states
from salesdesk.services.release import run
from salesdesk.services.release.report import Cause
from salesdesk.services.session import Session
from tests.support.database import Database
from tests.support.factories import NOON, Office
from tests.support.idle_rows import KEPT_CLOCK, facts_of, moment
from tests.support.random_acts import PICK, Desks
from tests.support.rows import ZERO
from tests.support.set_asides import put_aside

State = CustomerState


def expected(database: Database, now: datetime) -> dict[str, State]:
    """Every customer's state from the bare rows, by the Python forms of the rules."""
    # Uids compare without regard to case, in which another application may write them.
    users = {row[0].lower() for row in database.execute("SELECT firebase_uid FROM users")}
    open_rows: dict[str, list[tuple[Any, Any]]] = {}
    for row in database.execute(
        "SELECT customer_id, bound_to_uid, binding_start_date FROM customer_binding_history "
        "WHERE binding_end_date IS NULL"
    ):
        open_rows.setdefault(row[0].lower(), []).append((row[1].lower(), moment(row[2])))
    steps = next_steps(database)
    found = {}
    for row in database.execute(
        "SELECT c.id, c.created_at, c.binding_start_date, c.last_interaction_date, "
        "c.sales_status, (SELECT MAX(k.contact_date) FROM customer_contacts k "
        "WHERE k.customer_id = c.id), (SELECT until FROM salesdesk_protections p "
        f"WHERE p.customer_id = c.id), c.binding_status, c.bound_to_uid, {KEPT_CLOCK} "
        "FROM customers c"
    ):
        customer, start, status = row[0], moment(row[2]), row[7]
        owner = row[8].lower() if row[8] is not None else None
        rows = open_rows.get(customer, [])
        if status == "bound":
            sound = owner in users and start is not None and rows == [(owner, start)]
            leaves = departure(facts_of(row), Limits(), now)
            found[customer] = bound_state(leaves.leaves_at, steps.get(customer), now)
        else:
            sound = owner is None and start is None and not rows
            found[customer] = State.IN_POOL
        if not sound:
            found[customer] = State.NEEDS_REPAIR
    return found


def bound_state(leaves_at: datetime, step: datetime | None, now: datetime) -> State:
    if leaves_at <= now + 7 * DAY:
        return State.RELEASING_SOON
    follow_up = follow_up_state(step, office_day(now, DEFAULTS.office_zone))
    if follow_up is FollowUpState.OVERDUE:
        return State.OVERDUE
    return State.WITHOUT_PLAN if follow_up is FollowUpState.NONE else State.WITH_PLAN


def next_steps(database: Database) -> Mapping[str, datetime | None]:
    """The next step of each customer, of the newest contact or of a plan written since."""
    newest: dict[str, tuple[datetime | None, datetime | None]] = {}
    for customer, at, step in database.execute(
        "SELECT customer_id, contact_date, next_follow_up_date FROM customer_contacts "
        "ORDER BY contact_date, id"
    ):
        newest[customer.lower()] = (moment(at), moment(step))
    found = {customer: step for customer, (_, step) in newest.items()}
    for customer, due, written in database.execute(
        "SELECT customer_id, due_at, written_at FROM salesdesk_plans"
    ):
        at, _ = newest.get(customer, (None, None))
        written_at = moment(written)
        assert written_at is not None
        if at is None or at <= written_at:
            found[customer] = moment(due)
    return found


class Forgotten(Desks):
    """The same people at work, while another application leaves rows at odds with each other."""

    def nothing_is_broken_but_by_others(self) -> None:
        """Not asked here: rows that others open in one second overlap, however they are closed."""

    def the_summaries_are_what_the_rows_say(self) -> None:
        """Not asked here: these rows contradict the history in ways that only a day's end finds."""

    def another_limit(self) -> None:
        """Not changed here: what is expected is reckoned under the usual limits."""

    @rule(number=PICK)
    def another_application_forgets_the_binding_status(self, number: int) -> None:
        customer = self.pick(number)
        self.database.execute("UPDATE customers SET binding_status = NULL WHERE id = %s", customer)
        self.broken.add(customer)
        self.written_elsewhere(customer)

    @rule(number=PICK)
    def another_application_binds_to_nobody_known(self, number: int) -> None:
        customer = self.pick(number)
        self.database.execute(
            "UPDATE customers SET bound_to_uid = 'uid-of-nobody' WHERE id = %s", customer
        )
        self.broken.add(customer)
        self.written_elsewhere(customer)

    @rule(number=PICK, late=st.booleans())
    def another_application_opens_a_row(self, number: int, late: bool) -> None:
        customer = self.pick(number)
        start = self.office.now - (DAY if late else timedelta(0))
        self.database.execute(
            "INSERT INTO customer_binding_history VALUES (%s, %s, 'uid-eko', %s, NULL, NULL)",
            new_id(), customer, start.strftime("%Y-%m-%d %H:%M:%S"),
        )  # fmt: skip
        self.broken.add(customer)
        self.written_elsewhere(customer)

    @invariant()
    def everybody_is_in_exactly_one_state(self) -> None:
        if self.unswept:
            # What others wrote is known after the next sweep.
            self.office.sweep()
            self.unswept.clear()
        lead = self.office.lead
        (total,) = self.database.execute("SELECT COUNT(*) FROM customers")
        found = states.counts(lead)
        assert (found.total,) == total
        assert all(number >= 0 for number in found.counts.values())
        wanted = expected(self.database, self.office.now)
        assert states.of(lead, list(wanted)) == wanted
        assert found.counts == {state: Counter(wanted.values())[state] for state in State}


@pytest.mark.parametrize("widened", ["sqlite", "mariadb"], indirect=True)
def test_the_states_sum_to_all_customers_after_every_random_act(
    widened: Office, tmp_path: Path
) -> None:
    database = widened.database
    examples = 6 if database.kind == "mariadb" else 10

    class OnThisDatabase(Forgotten):
        def __init__(self) -> None:
            super().__init__(database, tmp_path)

    run_state_machine_as_test(
        OnThisDatabase,
        settings=settings(
            max_examples=max(examples, settings().max_examples // 8),
            stateful_step_count=30,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


def listed(session: Session, state: State, limit: int = 2) -> list[str]:
    """The names of all in a state, page by page."""
    found: list[str] = []
    after: PageKey | None = None
    while True:
        page = states.page(session, state, after, limit)
        found += [row.name for row in page.rows]
        after = page.after
        if after is None:
            return found


@pytest.fixture
def all_states(office: Office) -> Office:
    """Customers in every state, several of some."""
    me, now, execute = office.agent_uid, office.now, office.database.execute
    office.customer("Free")
    office.customer("Leaving", owner=me, since=now - 25 * DAY)
    late = office.customer("Late", owner=me, since=now - 9 * DAY)
    office.contact(late, at=now - 8 * DAY, next_step=now - DAY)
    office.customer("Unplanned", owner=me)
    planned = office.customer("Planned", owner=me)
    follow_ups.plan(office.agent, new_id(), planned, now + DAY)
    today = office.customer("Planned today", owner=me)
    follow_ups.plan(office.agent, new_id(), today, now + timedelta(hours=1))
    for name, change in (
        ("Start is a zero date", f"binding_start_date = '{ZERO}'"),
        ("Start is far ahead", "binding_start_date = '2037-01-01 00:00:00'"),
        ("Without an owner", "bound_to_uid = NULL"),
        ("Of nobody known", "bound_to_uid = 'uid-of-nobody'"),
        ("Free with an owner", "binding_status = 'available'"),
    ):
        broken = office.customer(name, owner=me)
        execute(f"UPDATE customers SET {change} WHERE id = %s", broken)
    for one in (office.customer("Set aside", owner=me), office.customer("Set aside, free")):
        put_aside(office, one)
    office.sweep()
    return office


def test_each_states_rows_are_those_that_are_counted(all_states: Office) -> None:
    wanted = {
        State.NEEDS_REPAIR: [
            "Free with an owner", "Of nobody known", "Start is a zero date",
            "Start is far ahead", "Without an owner",
        ],
        State.IN_POOL: ["Free"],
        State.RELEASING_SOON: ["Leaving"],
        State.OVERDUE: ["Late"],
        State.WITHOUT_PLAN: ["Unplanned"],
        State.WITH_PLAN: ["Planned", "Planned today"],
        State.SET_ASIDE: ["Set aside", "Set aside, free"],
    }  # fmt: skip
    assert {state: listed(all_states.lead, state) for state in State} == wanted
    counts = states.counts(all_states.lead)
    assert counts.counts == {state: len(names) for state, names in wanted.items()}
    assert (counts.total, counts.at) == (13, all_states.now)
    assert states.of(all_states.lead, ["nobody"]) == {}


def test_a_release_run_keeps_the_offices_day_once(all_states: Office) -> None:
    office = all_states
    system = Session(office.store, SYSTEM, "test-machine")
    for cause in (Cause.STARTUP, Cause.TIMER, Cause.WAKE):
        run.run(system, cause)
    (kept,) = states.trend(office.lead)
    assert (kept.day, kept.at, kept.total) == (date(2026, 6, 8), NOON, 13)
    assert kept.counts == states.counts(office.lead).counts
    assert states.keep_day(system) is False


def test_two_desktops_at_once_keep_one_row(all_states: Office) -> None:
    office = all_states
    found = states.counts(office.lead)
    day = date(2026, 6, 8)

    def add() -> bool:
        return office.store.act(lambda unit: unit.daily_counts.add(day, found.at, found.counts))

    assert (add(), add()) == (True, False)
    assert states.keep_day(office.agent) is False
    assert len(states.trend(office.lead)) == 1


def test_the_trend_is_that_of_thirty_days(office: Office) -> None:
    office.customer("One")
    assert states.keep_day(office.agent)
    # 17:00 in UTC is the office's midnight.
    office.move_clock(NOON.replace(hour=16, minute=59))
    assert not states.keep_day(office.agent)
    office.move_clock(NOON.replace(hour=17))
    office.customer("Two")
    assert states.keep_day(office.agent)
    assert [(row.day.day, row.total) for row in states.trend(office.lead)] == [(8, 1), (9, 2)]
    office.pass_time(29 * DAY)
    assert [row.day.day for row in states.trend(office.lead)] == [9]
    assert states.trend(office.lead, days=29) == ()


def test_the_states_are_for_leads(office: Office) -> None:
    for call in (
        lambda: states.counts(office.agent),
        lambda: states.page(office.agent, State.IN_POOL),
        lambda: states.of(office.agent, []),
        lambda: states.trend(office.agent),
    ):
        with pytest.raises(NotAllowed):
            call()
