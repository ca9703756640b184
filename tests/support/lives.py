"""Generated lives of customers, planted in a database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from salesdesk.domain.moments import DAY
from tests.support.database import Database
from tests.support.idle_cases import Case, cases, dates, moment, plant, stored
from tests.support.rows import Row, key, plan, put, spell

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
