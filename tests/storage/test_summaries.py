"""The summaries say what the rows say: against the SQL forms of the rules, over generated rows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from salesdesk.domain.day import SOON_DAYS
from salesdesk.domain.follow_up import FollowUpState, follow_up_state
from salesdesk.domain.moments import DAY, EARLIEST
from salesdesk.domain.ownership import Limits
from salesdesk.domain.settings import LIMIT_COLD, LIMIT_HOT, LIMIT_WARM, PERIOD, read_settings
from salesdesk.domain.states import CustomerState
from salesdesk.domain.summary import CustomerSummary, reckon, settings_mark
from salesdesk.storage import tables
from salesdesk.storage.idle_clock import from_seconds
from salesdesk.storage.reads import next_steps, states
from salesdesk.storage.reads.sight import Sight
from salesdesk.storage.summaries import SummaryStore, Touched
from tests.database import Database
from tests.rows import Row, bound, contact, customer, key, person, plan, put, spell
from tests.storage.test_idle_clock import (
    Case,
    cases,
    dates,
    limits,
    moment,
    plant,
    relaxed,
    stored,
)

NOW = datetime(2026, 3, 10, 14, 0, 0, tzinfo=UTC)
given_dates = dates.filter(lambda date: date is not None)


@dataclass(frozen=True)
class Life:
    """One customer: its dates, its history, its plan, and whether it is bound."""

    case: Case
    held: bool
    spells: tuple[tuple[object, object], ...]
    opened: int
    plan: tuple[object, timedelta] | None


lives = st.builds(
    Life,
    case=cases,
    held=st.booleans(),
    spells=st.lists(st.tuples(given_dates, given_dates), max_size=2).map(tuple),
    opened=st.integers(0, 2),
    plan=st.one_of(st.none(), st.tuples(dates, st.timedeltas(-60 * DAY, timedelta(0)))),
)


def settle(database: Database, limits: Limits, now: datetime) -> dict[str, CustomerSummary]:
    """Reckon everybody and write it; what is stored then."""
    writing = database.engine.execution_options(salesdesk_write=True)
    with writing.begin() as connection:
        store = SummaryStore(connection)
        ids = store.stretch("", 1_000)
        touched = Touched(customers=set(ids), anew=dict.fromkeys(ids))
        assert store.bring_in_line(touched, limits, now) == len(ids)
    with database.engine.connect() as connection:
        store = SummaryStore(connection)
        found = store.of(ids)
        # What is read back is what was reckoned, to the last field.
        facts = store.facts(ids, now)
        histories = store.histories(facts, now)
        assert found == {
            one: reckon(each.facts, histories[one], limits, now) for one, each in facts.items()
        }
        assert store.differing(ids[0], ids[-1], settings_mark(limits), now) == []
        for indexed in (True, False):
            assert store.wrong(ids, limits, now, indexed=indexed).ids == ()
        return found


def plant_lives(database: Database, found: list[Life], now: datetime) -> None:
    for table in ("salesdesk_plans", "customer_binding_history", "salesdesk_customer_summary"):
        database.execute(f"DELETE FROM {table}")
    plant(database, [life.case for life in found], now)
    spells: list[Row] = []
    plans: list[Row] = []
    for number, life in enumerate(found):
        start = stored(life.case.start, now)
        if not life.held:
            database.execute(
                "UPDATE customers SET bound_to_uid = NULL, binding_status = 'available', "
                "binding_start_date = NULL WHERE id = %s",
                key(number),
            )
        for begin, end in life.spells:
            first, last = stored(begin, now), stored(end, now)
            assert first is not None
            spells.append(spell(len(spells), number, 1, first, last, "manual_release"))
        for _ in range(life.opened):
            spells.append(spell(len(spells), number, 1, start or now, None))
        if life.plan is not None:
            due = moment(life.plan[0], now)
            plans.append(plan(number, due, (now + life.plan[1]).replace(microsecond=0)))
    put(database, "customer_binding_history", spells)
    put(database, "salesdesk_plans", plans)


@relaxed
@given(found=st.lists(lives, min_size=1, max_size=30), limits=limits)
def test_the_summary_says_what_the_sql_forms_say(
    database: Database, found: list[Life], limits: Limits
) -> None:
    if not database.execute("SELECT 1 FROM users"):
        put(database, "users", [person(1, "Ayu Lestari")])
    plant_lives(database, found, NOW)
    summaries = settle(database, limits, NOW)
    shared = read_settings(
        {
            LIMIT_COLD.key: str(limits.cold // DAY),
            LIMIT_WARM.key: str(limits.warm // DAY),
            LIMIT_HOT.key: str(limits.hot // DAY),
            PERIOD.key: str((limits.period or timedelta(0)) // DAY),
        }
    )
    sight = Sight(NOW, shared, None, pool_phones=True, pool_notes=True)
    c = tables.customers
    with database.engine.connect() as connection:
        rows = connection.execute(
            select(
                c.c.id, sight.clock.idle_since(c), sight.clock.leaves_at(c),
                next_steps.next_step(c, sight),
            )
        ).all()  # fmt: skip
        said = states.of(connection, list(summaries), sight)
    assert {row[0] for row in rows} == summaries.keys()
    for customer_id, idle, leaves, step in rows:
        summary = summaries[customer_id]
        assert summary.idle_since == from_seconds(idle)
        assert summary.leaves_at in (None, from_seconds(leaves))
        assert summary.next_step_at == (step if step >= EARLIEST else None)
    assert {one: state_of(summary, sight) for one, summary in summaries.items()} == said


def state_of(summary: CustomerSummary, sight: Sight) -> CustomerState:
    """A customer's state by its summary alone; its owner is a user in these tests."""
    if not summary.sound:
        return CustomerState.NEEDS_REPAIR
    if summary.leaves_at is None:
        return CustomerState.IN_POOL
    if summary.leaves_at <= sight.now + SOON_DAYS * DAY:
        return CustomerState.RELEASING_SOON
    follow_up = follow_up_state(summary.next_step_at, sight.today)
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
